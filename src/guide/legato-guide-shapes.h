/* legato-guide-shapes.h: what the elements of guide files may hold, made from guide.rng
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LegatoGuideShape: what one element may hold
 * @attributes, @children: names, separated by spaces; "?" after a name: may be left out;
 *   "*": any number; "+": one or more; a plain name: exactly one
 * @text: the element holds words for a person instead of children
 */
typedef struct
{
  const char *element;
  const char *attributes;
  const char *children;
  gboolean text;
} LegatoGuideShape;

extern const LegatoGuideShape legato_guide_shapes[];
extern const gsize legato_guide_n_shapes;

G_END_DECLS
