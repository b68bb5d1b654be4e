/* legato-running.h: what is needed to go on with a session that was cut off
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-entry.h"

G_BEGIN_DECLS

/**
 * LegatoRunningStep: a step that was done, is being done or is still to come
 * @zones: ids of the zones touched; empty for rests and exercises
 * @seconds: as planned
 * @done_ns: how much of the plan was done, repeated parts counted again; nanoseconds
 * @spent_ns: how long that took; differs from @done_ns at any tempo but 100 %
 */
typedef struct
{
  LegatoLeg leg;
  LegatoPhase phase;
  char *technique;
  GStrv zones;
  LegatoPressure pressure;
  gboolean brisk;
  GStrv reasons; /* why it is as it is: keys of the plan's reasons */
  guint seconds;
  gint64 done_ns;
  gint64 spent_ns;
} LegatoRunningStep;

/**
 * LegatoRunning: a running session, or one that was cut off
 * @uuid: of the entry that it will become
 * @started_at: in the local time of that place
 * @saved_at: when this was true
 * @routine: (nullable): id of the routine
 * @goal: (nullable): id of the goal
 * @zone: (nullable): id of the zone of a session of one zone
 * @leg: the leg of @zone; %LEGATO_LEG_BOTH otherwise
 * @planned_s: seconds of the plan that it began with
 * @steps: (element-type LegatoRunningStep): in the order in which they are done
 * @first: index of the first step of the plan that runs now; what comes before it belongs to a plan
 *   that was changed under way
 * @position_ns: on the timeline of the steps from @first on, its lead-in included
 * @tempo: per cent
 * @rest_s: seconds to rest after the last step
 * @completed: the last step was played to its end
 */
typedef struct
{
  char *uuid;
  GDateTime *started_at;
  GDateTime *saved_at;
  char *routine;
  char *goal;
  char *zone;
  LegatoLeg leg;
  guint planned_s;
  GPtrArray *steps;
  guint first;
  gint64 position_ns;
  guint tempo;
  guint rest_s;
  gboolean completed;
} LegatoRunning;

LegatoRunning *legato_running_new (const char *uuid, GDateTime *started_at);
LegatoRunning *legato_running_copy (const LegatoRunning *self);
void legato_running_free (LegatoRunning *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LegatoRunning, legato_running_free)

void legato_running_add_step (LegatoRunning *self, const LegatoRunningStep *step);
gint64 legato_running_get_spent (const LegatoRunning *self);
LegatoEntry *legato_running_make_entry (const LegatoRunning *self);

G_END_DECLS
