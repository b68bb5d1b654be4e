/* legato-hand-shape.h: how a hand is built, bent and painted (internal)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-hand-joints.h"
#include "legato-skin.h"

G_BEGIN_DECLS

/** Length of a hand from the wrist to the tip of the middle finger, in units of the drawing: an
 * adult's mean (DIN 33402), where a unit is 0.9 mm. */
#define LEGATO_HAND_LENGTH 202.0

LegatoMapBox legato_hand_shape_get_box (LegatoPose from, LegatoPose to, double part);
void legato_hand_shape_draw (cairo_t *cr,
                             LegatoPose from,
                             LegatoPose to,
                             double part,
                             const LegatoSkin *skin);
void legato_hand_shape_draw_shadow (cairo_t *cr,
                                    LegatoPose from,
                                    LegatoPose to,
                                    double part,
                                    double blur);

G_END_DECLS
