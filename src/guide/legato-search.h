/* legato-search.h: finds zones, techniques and routines by what people call them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-guide.h"

G_BEGIN_DECLS

typedef enum
{
  LEGATO_HIT_ZONE,
  LEGATO_HIT_TECHNIQUE,
  LEGATO_HIT_ROUTINE,
} LegatoHitKind;

/**
 * LegatoHit: something found
 * @title: its name
 * @subtitle: a sentence about it: where it lies, how it is done, what it is for
 *
 * All strings belong to the guide.
 */
typedef struct
{
  LegatoHitKind kind;
  const char *id;
  const char *title;
  const char *subtitle;
} LegatoHit;

/** LegatoSearch: an index of a guide's names and words; immutable. */
typedef struct _LegatoSearch LegatoSearch;

LegatoSearch *legato_search_new (LegatoGuide *guide);
void legato_search_free (LegatoSearch *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LegatoSearch, legato_search_free)

GArray *legato_search_find (const LegatoSearch *self, const char *text);

G_END_DECLS
