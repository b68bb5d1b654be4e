/* legato-hand-tools.h: what a hand may hold or a leg may rest on (internal)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gdk/gdk.h>

#include "legato-guide-types.h"
#include "legato-map-path.h"

G_BEGIN_DECLS

/** Where the hands hold, from the place that touches, in units. */
#define LEGATO_STICK_GRIP 185.0
#define LEGATO_GUN_GRIP_X 122.0
#define LEGATO_GUN_GRIP_Y 58.0

/** Pressed skin darkens towards this, as #GdkRGBA. */
#define LEGATO_SKIN_SHADE                                                                          \
  {                                                                                                \
    0.30f, 0.10f, 0.05f, 1                                                                         \
  }

LegatoMapBox legato_hand_tool_get_box (LegatoTool tool);
void legato_hand_tool_draw (cairo_t *cr, LegatoTool tool, double sunk);

G_END_DECLS
