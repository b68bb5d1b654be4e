/* legato-history.h: from what is stored of a person to what a plan depends on
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-check-in.h"
#include "legato-entry.h"
#include "legato-person.h"
#include "legato-profile.h"
#include "legato-running.h"
#include "legato-standing.h"

G_BEGIN_DECLS

/** So many days of entries say all that a plan depends on. A place that was stopped longer ago and
 * was not massaged since is taken to be well again [D]. */
#define LEGATO_HISTORY_DAYS 28

/**
 * LegatoHistory: what is stored of a person, and when that is read; a plain value that owns nothing
 * @check_in: (nullable): the last one; it counts only if it is of the day of @now
 * @standing: (nullable): what stands until it is answered again
 * @entries: (nullable) (element-type LegatoEntry): those of the last %LEGATO_HISTORY_DAYS days and
 *   any that seem to lie in the future, in any order; what was done of sessions that were cut off
 *   is among them, see legato_running_make_entry(); of legato_history_list_own() only
 * @now: in the local time of where the person is
 */
typedef struct
{
  const LegatoProfile *profile;
  const LegatoCheckIn *check_in;
  const LegatoStanding *standing;
  GPtrArray *entries;
  GDateTime *now;
} LegatoHistory;

/**
 * LegatoStoppedPlace: a place that was stopped and is not done with yet
 * @leg: left or right
 * @stop: UUID of the entry of the stop; valid as long as the entry
 * @out: it is left out; else it is touched lightly once
 * @may_be_fine: the person may say that it is fine again: it is out, and was not stopped today
 */
typedef struct
{
  const LegatoZone *zone;
  LegatoLeg leg;
  const char *stop;
  gboolean out;
  gboolean may_be_fine;
} LegatoStoppedPlace;

void
legato_history_make_person (const LegatoHistory *self, LegatoGuide *guide, LegatoPerson *person);
GArray *legato_history_list_stopped (const LegatoHistory *self, LegatoGuide *guide);
LegatoEntry *legato_history_make_cut_off (LegatoGuide *guide, const LegatoRunning *running);
void legato_history_list_own (GPtrArray *entries, LegatoGuide *guide, GPtrArray *own);
guint32 legato_history_get_day (const LegatoHistory *self, const LegatoEntry *entry);
guint32 legato_history_get_today (const LegatoHistory *self);

G_END_DECLS
