/* legato-skin.h: the colours of hands and of the muscle under them (internal)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gdk/gdk.h>

G_BEGIN_DECLS

/** LegatoSkin: the colours of a hand, those of the leg's tone. */
typedef struct
{
  GdkRGBA base;
  GdkRGBA light;
  GdkRGBA shade;
  GdkRGBA line;
  GdkRGBA nail;
  GdkRGBA muscle;      /* of the leg, as resources/map/tone-N.css has it */
  GdkRGBA muscle_line; /* likewise */
} LegatoSkin;

const LegatoSkin *legato_skin_get (guint tone);

G_END_DECLS
