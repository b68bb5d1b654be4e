/* legato-hand-flesh.h: fingers and thumbs, round and in the colour of the skin (internal)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-hand-joints.h"
#include "legato-skin.h"

G_BEGIN_DECLS

/** Thickness of the line around a hand, which sets it off from the leg. */
#define LEGATO_HAND_RIM 2.2

extern const double legato_finger_radii[LEGATO_N_FINGERS][LEGATO_N_JOINTS];
extern const double legato_thumb_radii[LEGATO_N_JOINTS];

void legato_hand_flesh_add_chain (cairo_t *cr,
                                  const LegatoMapPoint *joints,
                                  const double *radii,
                                  int n,
                                  double grow);
void legato_hand_flesh_add_smooth (cairo_t *cr, const LegatoMapPoint *points, int n);
void legato_hand_flesh_add_thumb (cairo_t *cr,
                                  const LegatoMapPoint joints[LEGATO_N_JOINTS],
                                  double grow);
void legato_hand_flesh_draw_fold (cairo_t *cr,
                                  LegatoMapPoint at,
                                  LegatoMapPoint toward,
                                  double radius,
                                  double alpha,
                                  const LegatoSkin *skin);
void legato_hand_flesh_draw_finger (cairo_t *cr,
                                    const LegatoMapPoint *joints,
                                    const double *radii,
                                    gboolean nail,
                                    const LegatoSkin *skin);
void legato_hand_flesh_draw_curl (cairo_t *cr,
                                  const LegatoMapPoint joints[LEGATO_N_JOINTS],
                                  const double radii[LEGATO_N_JOINTS],
                                  const LegatoSkin *skin);
void legato_hand_flesh_draw_thumb (cairo_t *cr,
                                   const LegatoMapPoint joints[LEGATO_N_JOINTS],
                                   gboolean nail,
                                   const LegatoSkin *skin);

G_END_DECLS
