/* legato-schedule.h: when a reminder is due
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** LegatoReminder: what somebody can be reminded of */
typedef enum
{
  LEGATO_REMINDER_SESSION,    /* a massage, on the days and at the time that were chosen */
  LEGATO_REMINDER_NEXT_DAY,   /* how the legs are the day after a session */
  LEGATO_REMINDER_SECOND_DAY, /* and on the second day */
  LEGATO_REMINDER_MOVE,       /* a minute of walking for each hour of sitting */
  LEGATO_REMINDER_LEGS_UP,    /* legs raised after long sitting */
  LEGATO_N_REMINDERS,
} LegatoReminder;

/** No reminder is ever due. */
#define LEGATO_NEVER G_MAXINT64

/** Weekdays as bits, Monday being the lowest. */
#define LEGATO_EVERY_DAY 0x7fu
#define LEGATO_WEEKDAY(weekday) (1u << ((guint) (weekday) -1))

/**
 * LegatoReminderChoice: what the person chose; all zero is nothing at all
 * @session_days, @move_days, @legs_up_days: weekdays; none is off
 * @session_minute, @legs_up_minute: of the local day, 0 to 1439
 * @move_from, @move_until: minutes of the local day between which there is sitting, over midnight
 *   where the second is not the later
 * @follow_ups: to be asked on the day after a session and the one after that
 * @quiet_from, @quiet_until: minutes of the local day, over midnight where the first is the later;
 *   alike for none. They keep away all but what was set to a time of its own.
 */
typedef struct
{
  guint session_days;
  guint session_minute;
  gboolean follow_ups;
  guint move_days;
  guint move_from;
  guint move_until;
  guint legs_up_days;
  guint legs_up_minute;
  guint quiet_from;
  guint quiet_until;
} LegatoReminderChoice;

/**
 * LegatoReminderFacts: what has happened
 * @session_end: when the latest session ended, in seconds since 1970; 0 if there was none
 * @session_s: how many seconds it took: it belongs to the day on which it began
 * @next_day_answered, @second_day_answered: what is asked after that session is known
 * @snoozed: until when each was put off, in seconds since 1970; 0 if it was not
 *
 * A new session ends the questions about the one before: what is felt then is no longer its alone.
 */
typedef struct
{
  gint64 session_end;
  guint session_s;
  gboolean next_day_answered;
  gboolean second_day_answered;
  gint64 snoozed[LEGATO_N_REMINDERS];
} LegatoReminderFacts;

gint64 legato_schedule_get_next (const LegatoReminderChoice *choice,
                                 const LegatoReminderFacts *facts,
                                 GTimeZone *zone,
                                 gint64 after);
gint64 legato_schedule_get_question (const LegatoReminderChoice *choice,
                                     const LegatoReminderFacts *facts,
                                     GTimeZone *zone,
                                     LegatoReminder reminder);
gint64 legato_schedule_get_end_of_questions (const LegatoReminderChoice *choice,
                                             const LegatoReminderFacts *facts,
                                             GTimeZone *zone);
gboolean legato_schedule_has_come_back (const LegatoReminderChoice *choice,
                                        const LegatoReminderFacts *facts,
                                        GTimeZone *zone,
                                        LegatoReminder reminder,
                                        gint64 now);
gboolean legato_schedule_find_missed (const LegatoReminderChoice *choice,
                                      const LegatoReminderFacts *facts,
                                      GTimeZone *zone,
                                      gint64 since,
                                      gint64 now,
                                      LegatoReminder *missed,
                                      gint64 *at);
guint legato_schedule_get_due (const LegatoReminderChoice *choice,
                               const LegatoReminderFacts *facts,
                               GTimeZone *zone,
                               gint64 since,
                               gint64 now);

G_END_DECLS
