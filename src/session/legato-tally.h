/* legato-tally.h: how much of which step was really done, also when the plan changes under way
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-running.h"
#include "legato-timeline.h"

G_BEGIN_DECLS

/** LegatoTally: counts along a timeline, and remembers what was done along those before it. */
typedef struct _LegatoTally LegatoTally;

LegatoTally *legato_tally_new (LegatoTimeline *timeline);
void legato_tally_free (LegatoTally *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LegatoTally, legato_tally_free)

void legato_tally_count (LegatoTally *self, gint64 position, guint tempo);
void legato_tally_move (LegatoTally *self, gint64 position);
void legato_tally_relay (LegatoTally *self, LegatoTimeline *timeline);
void legato_tally_begin (LegatoTally *self, LegatoTimeline *timeline);

LegatoTimeline *legato_tally_get_timeline (LegatoTally *self);
LegatoPlan *legato_tally_get_plan (LegatoTally *self);
gint64 legato_tally_get_position (LegatoTally *self);
gboolean legato_tally_was_on (LegatoTally *self, LegatoLeg leg);
gint64 legato_tally_get_done (LegatoTally *self);
gint64 legato_tally_get_spent (LegatoTally *self);
gint64 legato_tally_get_step_done (LegatoTally *self, guint step);
gint64 legato_tally_get_work_on (LegatoTally *self,
                                 LegatoLeg leg,
                                 const LegatoZone *zone,
                                 gboolean only_work);

void legato_tally_write (LegatoTally *self, LegatoRunning *running);
LegatoTally *legato_tally_new_from_running (LegatoGuide *guide,
                                            const LegatoRunning *running,
                                            guint needs,
                                            GError **error);

G_END_DECLS
