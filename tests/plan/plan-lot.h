/* plan-lot.h: people and wishes drawn by lot
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-planner.h"

G_BEGIN_DECLS

/** Lengths of sessions, in minutes, that plan_lot_draw_length() draws from. */
extern const guint plan_lot_lengths[];
extern const guint plan_lot_n_lengths;

guint32 plan_lot_draw (guint32 *state, guint32 below);
guint plan_lot_draw_length (guint32 *state);
const char *const *plan_lot_draw_tools (guint32 *state);
guint plan_lot_draw_conditions (guint32 *state);
void plan_lot_draw_person (guint32 *state, guint n_zones, guint conditions, LegatoPerson *person);
char *plan_lot_describe (LegatoGuide *guide, LegatoPlan *plan, const LegatoRequest *request);

G_END_DECLS
