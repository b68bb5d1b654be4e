/* legato-trial.h: a technique tried out: heard, and seen on the map at the heard position
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-leg-map.h"

G_BEGIN_DECLS

#define LEGATO_TYPE_TRIAL (legato_trial_get_type ())
G_DECLARE_FINAL_TYPE (LegatoTrial, legato_trial, LEGATO, TRIAL, GObject)

LegatoTrial *legato_trial_new (LegatoLegMap *map);
void legato_trial_start (LegatoTrial *self, LegatoLeg leg, const LegatoUse *use);
void legato_trial_start_timeline (LegatoTrial *self, LegatoTimeline *timeline);
void legato_trial_stop (LegatoTrial *self);
gboolean legato_trial_is_running (LegatoTrial *self);
gboolean legato_trial_is_of (LegatoTrial *self, LegatoLeg leg, const LegatoUse *use);

G_END_DECLS
