/* legato-schedule.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-desktop"

#include "config.h"

#include "legato-dates.h"
#include "legato-follow-ups.h"
#include "legato-schedule.h"

#define MINUTE ((gint64) 60)
#define HOUR (60 * MINUTE)
#define DAY_MINUTES (24 * 60)
#define LAST_MINUTE (DAY_MINUTES - 1)

/* A choice comes again within a week; one day more for a week in which it was done already, and one
 * for a day that a zone leaves out. */
#define LOOK_AHEAD_DAYS 9

/* A reminder may come so late, since a computer takes a moment to wake. One that would come later
 * counts as missed and is not shown: after a weekend several would come at once. */
#define PATIENCE (5 * MINUTE)

/* How the legs are on the next day is asked after a night, not in the night of the session: minutes
 * that lie at least between the time of its end and an earlier time of the next day [D]. */
#define NIGHT_MINUTES (6 * 60)

/* What is worth catching up, the best first; the rest is of its hour alone. */
static const LegatoReminder to_catch_up[] = { LEGATO_REMINDER_SECOND_DAY, LEGATO_REMINDER_NEXT_DAY,
                                              LEGATO_REMINDER_SESSION };

typedef struct
{
  const LegatoReminderChoice *choice;
  const LegatoReminderFacts *facts;
  GTimeZone *zone;
} Schedule;

static GDateTime *
to_local (const Schedule *self, gint64 time)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (time);

  return g_date_time_to_timezone (utc, self->zone);
}

static void
get_day (const Schedule *self, gint64 time, GDate *day)
{
  g_autoptr (GDateTime) local = to_local (self, time);

  g_date_clear (day, 1);
  g_date_set_julian (day, legato_dates_get_day (local));
}

/* The instant of a minute of a local day. One that the clocks leave out is the next that there is,
 * unless the day is over then (Apia once left out a whole one); of one that comes twice, it is
 * always the same. */
static gint64
to_instant (const Schedule *self, const GDate *day, guint minute)
{
  g_autoptr (GDateTime) local =
      g_date_time_new (self->zone, g_date_get_year (day), (int) g_date_get_month (day),
                       g_date_get_day (day), (int) minute / 60, (int) minute % 60, 0);

  if (local == NULL || g_date_time_get_day_of_month (local) != g_date_get_day (day))
    return LEGATO_NEVER;
  return g_date_time_to_unix (local);
}

/* The same of a minute of @day or of the night after it, which may be past 24:00. */
static gint64
to_instant_after (const Schedule *self, const GDate *day, guint minute)
{
  GDate date = *day;

  g_date_add_days (&date, minute / DAY_MINUTES);
  return to_instant (self, &date, minute % DAY_MINUTES);
}

static gboolean
is_chosen (const GDate *day, guint days)
{
  return (days & LEGATO_WEEKDAY (g_date_get_weekday (day))) != 0;
}

/* A session over midnight is the evening's, as in the journal. */
static void
get_session_day (const Schedule *self, GDate *day)
{
  get_day (self, self->facts->session_end - self->facts->session_s, day);
}

static gboolean
is_done_on (const Schedule *self, const GDate *day)
{
  GDate done;

  if (self->facts->session_end == 0)
    return FALSE;
  get_session_day (self, &done);
  return g_date_compare (&done, day) == 0;
}

static guint
get_minute (const Schedule *self, gint64 time)
{
  g_autoptr (GDateTime) local = to_local (self, time);

  return (guint) (g_date_time_get_hour (local) * 60 + g_date_time_get_minute (local));
}

static gboolean
is_quiet (const Schedule *self, guint minute)
{
  guint from = self->choice->quiet_from;
  guint until = self->choice->quiet_until;

  return from <= until ? minute >= from && minute < until : minute >= from || minute < until;
}

/* @time, or the end of the quiet hours that it lies in. */
static gint64
leave_quiet_hours (const Schedule *self, gint64 time)
{
  guint until = self->choice->quiet_until;
  guint minute = 0;
  gint64 end = 0;
  GDate day;

  if (time == LEGATO_NEVER)
    return time;
  minute = get_minute (self, time);
  if (!is_quiet (self, minute))
    return time;
  get_day (self, time, &day);
  if (minute >= until)
    g_date_add_days (&day, 1);
  end = to_instant (self, &day, until);
  return end != LEGATO_NEVER ? MAX (time, end) : time;
}

/* The first time after @after at @minute of one of @days on which it is not done already. */
static gint64
get_daily (const Schedule *self, guint days, guint minute, gboolean unless_done, gint64 after)
{
  GDate day;

  get_day (self, after, &day);
  for (int i = 0; i < LOOK_AHEAD_DAYS; i++, g_date_add_days (&day, 1))
    {
      gint64 time = to_instant (self, &day, minute);

      if (time != LEGATO_NEVER && time > after && is_chosen (&day, days)
          && !(unless_done && is_done_on (self, &day)))
        return time;
    }
  return LEGATO_NEVER;
}

/* The end of the first hour of sitting after @after that had no session in it. Sitting over
 * midnight belongs to the day on which it began. */
static gint64
get_move (const Schedule *self, gint64 after)
{
  const LegatoReminderChoice *choice = self->choice;
  guint until = choice->move_until + (choice->move_until > choice->move_from ? 0 : DAY_MINUTES);
  GDate day;

  get_day (self, after, &day);
  g_date_subtract_days (&day, 1);
  for (int i = 0; i <= LOOK_AHEAD_DAYS; i++, g_date_add_days (&day, 1))
    for (guint minute = choice->move_from + 60;
         is_chosen (&day, choice->move_days) && minute <= until; minute += 60)
      {
        gint64 time = to_instant_after (self, &day, minute);
        gint64 since_session = time - self->facts->session_end;

        if (time != LEGATO_NEVER && time > after && !(since_session >= 0 && since_session < HOUR)
            && leave_quiet_hours (self, time) == time)
          return time;
      }
  return LEGATO_NEVER;
}

/* @minute, or the time of the same day to which the quiet hours move what is asked about that day.
 * In those of its evening it would come too late, so then it comes at the end of those of its
 * morning; where they end at midnight or soon after, right before they begin. */
static guint
leave_quiet_minutes (const Schedule *self, guint minute)
{
  guint from = self->choice->quiet_from;
  guint until = self->choice->quiet_until;

  if (!is_quiet (self, minute))
    return minute;
  if (minute >= from && until < from && until + 24 * 60 - minute < NIGHT_MINUTES)
    return from - 1;
  return until;
}

/* @days days after the session, at the time of the day at which it ended, or as late as can be
 * where that was after midnight, but not in the quiet hours. */
static gint64
get_question (const Schedule *self, guint days)
{
  gint64 end = self->facts->session_end;
  guint minute = get_minute (self, end);
  GDate day;
  GDate end_day;

  if (end == 0)
    return LEGATO_NEVER;
  get_session_day (self, &day);
  get_day (self, end, &end_day);
  if (g_date_compare (&day, &end_day) != 0)
    minute = LAST_MINUTE;
  g_date_add_days (&day, days);
  return to_instant (self, &day, leave_quiet_minutes (self, minute));
}

static gint64
get_follow_up (const Schedule *self, guint days, gboolean answered, gint64 after)
{
  gint64 time = LEGATO_NEVER;

  if (self->choice->follow_ups && !answered)
    time = get_question (self, days);
  return time > after ? time : LEGATO_NEVER;
}

static gint64
get_regular (const Schedule *self, LegatoReminder reminder, gint64 after)
{
  const LegatoReminderChoice *choice = self->choice;

  switch (reminder)
    {
    case LEGATO_REMINDER_SESSION:
      return get_daily (self, choice->session_days, choice->session_minute, TRUE, after);
    case LEGATO_REMINDER_NEXT_DAY:
      return get_follow_up (self, 1, self->facts->next_day_answered, after);
    case LEGATO_REMINDER_SECOND_DAY:
      return get_follow_up (self, 2, self->facts->second_day_answered, after);
    case LEGATO_REMINDER_MOVE:
      return get_move (self, after);
    case LEGATO_REMINDER_LEGS_UP:
      return get_daily (self, choice->legs_up_days, choice->legs_up_minute, FALSE, after);
    case LEGATO_N_REMINDERS:
    default:
      g_return_val_if_reached (LEGATO_NEVER);
    }
}

/* What was put off, unless it was done meanwhile or is not wanted any more. A walk and raised legs
 * belong to their hour: what the quiet hours would move to the morning has gone by. */
static gint64
get_snoozed (const Schedule *self, LegatoReminder reminder, gint64 after)
{
  const LegatoReminderChoice *choice = self->choice;
  gint64 wanted = self->facts->snoozed[reminder];
  gint64 time = leave_quiet_hours (self, wanted);
  gboolean open = FALSE;
  GDate day;
  GDate wanted_day;

  if (wanted == 0)
    return LEGATO_NEVER;
  get_day (self, time, &day);
  get_day (self, wanted, &wanted_day);
  switch (reminder)
    {
    case LEGATO_REMINDER_SESSION:
      open =
          choice->session_days != 0 && !is_done_on (self, &day) && !is_done_on (self, &wanted_day);
      break;
    case LEGATO_REMINDER_NEXT_DAY:
      open = choice->follow_ups && self->facts->session_end != 0 && !self->facts->next_day_answered;
      break;
    case LEGATO_REMINDER_SECOND_DAY:
      open =
          choice->follow_ups && self->facts->session_end != 0 && !self->facts->second_day_answered;
      break;
    case LEGATO_REMINDER_MOVE:
      open = choice->move_days != 0 && time == wanted;
      break;
    case LEGATO_REMINDER_LEGS_UP:
      open = choice->legs_up_days != 0 && time == wanted;
      break;
    case LEGATO_N_REMINDERS:
    default:
      g_return_val_if_reached (LEGATO_NEVER);
    }
  return open && time > after ? time : LEGATO_NEVER;
}

static gint64
get_next (const Schedule *self, LegatoReminder reminder, gint64 after)
{
  return MIN (get_regular (self, reminder, after), get_snoozed (self, reminder, after));
}

/**
 * legato_schedule_get_next:
 * @zone: where the person is, as far as the clock is concerned
 * @after: seconds since 1970
 *
 * Returns: when the first reminder after @after is due, in seconds since 1970, or %LEGATO_NEVER
 */
gint64
legato_schedule_get_next (const LegatoReminderChoice *choice,
                          const LegatoReminderFacts *facts,
                          GTimeZone *zone,
                          gint64 after)
{
  const Schedule self = { choice, facts, zone };
  gint64 next = LEGATO_NEVER;

  g_return_val_if_fail (choice != NULL && facts != NULL && zone != NULL, LEGATO_NEVER);

  for (int reminder = 0; reminder < LEGATO_N_REMINDERS; reminder++)
    next = MIN (next, get_next (&self, (LegatoReminder) reminder, after));
  return next;
}

/**
 * legato_schedule_get_question:
 * @reminder: %LEGATO_REMINDER_NEXT_DAY or %LEGATO_REMINDER_SECOND_DAY
 *
 * Returns: when it is asked about the latest session, answered or not, wanted or not, in seconds
 *   since 1970; %LEGATO_NEVER without a session
 */
gint64
legato_schedule_get_question (const LegatoReminderChoice *choice,
                              const LegatoReminderFacts *facts,
                              GTimeZone *zone,
                              LegatoReminder reminder)
{
  const Schedule self = { choice, facts, zone };

  g_return_val_if_fail (choice != NULL && facts != NULL && zone != NULL, LEGATO_NEVER);
  return get_question (&self, reminder == LEGATO_REMINDER_NEXT_DAY ? 1 : 2);
}

/**
 * legato_schedule_get_end_of_questions:
 *
 * Returns: from when on nobody asks about the latest session any more, in seconds since 1970;
 *   %LEGATO_NEVER without a session
 */
gint64
legato_schedule_get_end_of_questions (const LegatoReminderChoice *choice,
                                      const LegatoReminderFacts *facts,
                                      GTimeZone *zone)
{
  const Schedule self = { choice, facts, zone };
  GDate day;

  g_return_val_if_fail (choice != NULL && facts != NULL && zone != NULL, LEGATO_NEVER);

  if (facts->session_end == 0)
    return LEGATO_NEVER;
  get_session_day (&self, &day);
  g_date_add_days (&day, LEGATO_FOLLOW_UP_DAYS);
  return to_instant (&self, &day, 0);
}

/** Returns: whether @reminder was put off and is back: half an hour later, or at the end of the
 * quiet hours that this lies in */
gboolean
legato_schedule_has_come_back (const LegatoReminderChoice *choice,
                               const LegatoReminderFacts *facts,
                               GTimeZone *zone,
                               LegatoReminder reminder,
                               gint64 now)
{
  const Schedule self = { choice, facts, zone };

  g_return_val_if_fail (choice != NULL && facts != NULL && zone != NULL, FALSE);
  g_return_val_if_fail (reminder < LEGATO_N_REMINDERS, FALSE);

  return facts->snoozed[reminder] != 0
         && leave_quiet_hours (&self, facts->snoozed[reminder]) <= now;
}

/**
 * legato_schedule_find_missed:
 * @since, @now: as for legato_schedule_get_due()
 * @missed: (out): the one to catch up
 * @at: (out): when it fell due first, in seconds since 1970
 *
 * However much fell due while the computer was off, one thing is caught up: the question about the
 * last session before a session, and no walk that belonged to its hour.
 *
 * Returns: whether there is something
 */
gboolean
legato_schedule_find_missed (const LegatoReminderChoice *choice,
                             const LegatoReminderFacts *facts,
                             GTimeZone *zone,
                             gint64 since,
                             gint64 now,
                             LegatoReminder *missed,
                             gint64 *at)
{
  const Schedule self = { choice, facts, zone };
  gint64 after = 0;

  g_return_val_if_fail (choice != NULL && facts != NULL && zone != NULL, FALSE);
  g_return_val_if_fail (missed != NULL && at != NULL, FALSE);

  /* A session ends what was missed before it. */
  after = MAX (since, facts->session_end);
  for (gsize i = 0; i < G_N_ELEMENTS (to_catch_up); i++)
    {
      gint64 time = get_next (&self, to_catch_up[i], after);

      if (time >= now - PATIENCE)
        continue;
      *missed = to_catch_up[i];
      *at = time;
      return TRUE;
    }
  return FALSE;
}

/**
 * legato_schedule_get_due:
 * @since: until when reminders have been shown already, in seconds since 1970
 * @now: likewise, the present
 *
 * What fell due while the computer slept is not among them, see legato_schedule_find_missed().
 * Where the second day's question is due, the first day's is not asked any more.
 *
 * Returns: the reminders to show now, as bits: `1u << LEGATO_REMINDER_…`
 */
guint
legato_schedule_get_due (const LegatoReminderChoice *choice,
                         const LegatoReminderFacts *facts,
                         GTimeZone *zone,
                         gint64 since,
                         gint64 now)
{
  const Schedule self = { choice, facts, zone };
  guint due = 0;

  g_return_val_if_fail (choice != NULL && facts != NULL && zone != NULL, 0);

  for (int reminder = 0; reminder < LEGATO_N_REMINDERS; reminder++)
    if (get_next (&self, (LegatoReminder) reminder, MAX (since, now - PATIENCE - 1)) <= now)
      due |= 1u << reminder;
  if (due & 1u << LEGATO_REMINDER_SECOND_DAY)
    due &= ~(1u << LEGATO_REMINDER_NEXT_DAY);
  return due;
}
