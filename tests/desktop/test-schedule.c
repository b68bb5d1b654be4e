/* test-schedule.c: when reminders are due, whatever the clocks do
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "legato-schedule.h"

#define HOUR ((gint64) 3600)
#define AT(hour, minute) ((hour) *60 + (minute))

static const LegatoReminderFacts nothing = { 0 };

static GTimeZone *
get_zone (const char *name)
{
  GTimeZone *zone = g_time_zone_new_identifier (name);

  g_assert_nonnull (zone);
  return zone;
}

/* "2026-03-28 18:30" there. */
static gint64
instant (GTimeZone *zone, const char *text)
{
  g_autofree char *iso = g_strconcat (text, ":00", NULL);
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (g_strdelimit (iso, " ", 'T'), zone);

  g_assert_nonnull (time);
  return g_date_time_to_unix (time);
}

static void
assert_next (const LegatoReminderChoice *choice,
             const LegatoReminderFacts *facts,
             GTimeZone *zone,
             const char *after,
             const char *expected)
{
  gint64 next = legato_schedule_get_next (choice, facts, zone, instant (zone, after));
  g_autoptr (GDateTime) utc = NULL;
  g_autoptr (GDateTime) local = NULL;
  g_autofree char *text = NULL;

  if (expected == NULL)
    {
      g_assert_cmpint (next, ==, LEGATO_NEVER);
      return;
    }
  g_assert_cmpint (next, !=, LEGATO_NEVER);
  utc = g_date_time_new_from_unix_utc (next);
  local = g_date_time_to_timezone (utc, zone);
  text = g_date_time_format (local, "%Y-%m-%d %H:%M");
  g_assert_cmpstr (text, ==, expected);
}

static void
test_nothing_chosen (void)
{
  const LegatoReminderChoice choice = { 0 };
  g_autoptr (GTimeZone) zone = get_zone ("Europe/Berlin");
  const LegatoReminderFacts facts = { .session_end = instant (zone, "2026-05-04 20:00"),
                                      .snoozed = { 1, 1, 1, 1, 1 } };

  assert_next (&choice, &facts, zone, "2026-05-04 20:00", NULL);
  g_assert_cmpuint (legato_schedule_get_due (&choice, &facts, zone, 0, G_MAXINT32), ==, 0);
}

static void
test_session (void)
{
  const LegatoReminderChoice choice = {
    .session_days = LEGATO_WEEKDAY (G_DATE_MONDAY) | LEGATO_WEEKDAY (G_DATE_THURSDAY),
    .session_minute = AT (19, 30),
  };
  g_autoptr (GTimeZone) zone = get_zone ("Europe/Berlin");
  LegatoReminderFacts facts = { 0 };

  /* 2026-05-04 is a Monday. */
  assert_next (&choice, &facts, zone, "2026-05-04 19:29", "2026-05-04 19:30");
  assert_next (&choice, &facts, zone, "2026-05-04 19:30", "2026-05-07 19:30");
  assert_next (&choice, &facts, zone, "2026-05-07 23:59", "2026-05-11 19:30");

  /* Done that day already: not again. */
  facts.session_end = instant (zone, "2026-05-04 07:10");
  assert_next (&choice, &facts, zone, "2026-05-04 08:00", "2026-05-07 19:30");
  facts.session_end = instant (zone, "2026-05-03 23:59");
  assert_next (&choice, &facts, zone, "2026-05-04 08:00", "2026-05-04 19:30");
  /* Begun before midnight, it was the day before. */
  facts.session_end = instant (zone, "2026-05-04 00:05");
  facts.session_s = 10 * 60;
  assert_next (&choice, &facts, zone, "2026-05-04 08:00", "2026-05-04 19:30");
}

static void
test_midnight (void)
{
  const LegatoReminderChoice choice = { .session_days = LEGATO_WEEKDAY (G_DATE_TUESDAY),
                                        .session_minute = 0 };
  g_autoptr (GTimeZone) zone = get_zone ("Europe/Berlin");

  assert_next (&choice, &nothing, zone, "2026-05-04 23:59", "2026-05-05 00:00");
  assert_next (&choice, &nothing, zone, "2026-05-05 00:00", "2026-05-12 00:00");
}

/* 02:30 is left out on 2026-03-29 and comes twice on 2026-10-25: one reminder on each. */
static void
test_daylight_saving (void)
{
  const LegatoReminderChoice choice = { .session_days = LEGATO_EVERY_DAY,
                                        .session_minute = AT (2, 30) };
  g_autoptr (GTimeZone) zone = get_zone ("Europe/Berlin");
  gint64 fall =
      legato_schedule_get_next (&choice, &nothing, zone, instant (zone, "2026-10-24 12:00"));

  assert_next (&choice, &nothing, zone, "2026-03-28 12:00", "2026-03-29 03:00");
  assert_next (&choice, &nothing, zone, "2026-03-29 03:00", "2026-03-30 02:30");
  g_assert_cmpint (legato_schedule_get_next (&choice, &nothing, zone, fall), ==,
                   instant (zone, "2026-10-26 02:30"));
}

static void
test_follow_ups (void)
{
  const LegatoReminderChoice choice = { .follow_ups = TRUE,
                                        .quiet_from = AT (22, 0),
                                        .quiet_until = AT (8, 30) };
  const LegatoReminderChoice no_quiet = { .follow_ups = TRUE };
  g_autoptr (GTimeZone) zone = get_zone ("Europe/Berlin");
  LegatoReminderFacts facts = { .session_end = instant (zone, "2026-05-04 20:00") };

  assert_next (&choice, &facts, zone, "2026-05-04 20:01", "2026-05-05 20:00");
  assert_next (&choice, &facts, zone, "2026-05-05 20:00", "2026-05-06 20:00");
  assert_next (&choice, &facts, zone, "2026-05-06 20:00", NULL);
  facts.next_day_answered = TRUE;
  assert_next (&choice, &facts, zone, "2026-05-04 20:01", "2026-05-06 20:00");
  facts.second_day_answered = TRUE;
  assert_next (&choice, &facts, zone, "2026-05-04 20:01", NULL);

  /* Late in the evening: each comes in the morning of the day that it is about. */
  facts = (LegatoReminderFacts){ .session_end = instant (zone, "2026-05-04 23:10") };
  assert_next (&choice, &facts, zone, "2026-05-04 23:10", "2026-05-05 08:30");
  assert_next (&choice, &facts, zone, "2026-05-05 08:30", "2026-05-06 08:30");
  /* The same over midnight, and without quiet hours. */
  facts = (LegatoReminderFacts){ .session_end = instant (zone, "2026-05-05 00:10"),
                                 .session_s = 20 * 60 };
  assert_next (&choice, &facts, zone, "2026-05-05 00:10", "2026-05-05 08:30");
  assert_next (&no_quiet, &facts, zone, "2026-05-05 00:10", "2026-05-05 23:59");
  /* After midnight they wait for the end of the quiet hours. */
  facts.session_s = 0;
  facts.session_end = instant (zone, "2026-05-05 00:40");
  assert_next (&choice, &facts, zone, "2026-05-05 00:40", "2026-05-06 08:30");

  /* The same time of the day where the night between is an hour shorter. */
  facts.session_end = instant (zone, "2026-03-28 20:00");
  assert_next (&choice, &facts, zone, "2026-03-28 20:01", "2026-03-29 20:00");
}

static void
test_moves (void)
{
  const LegatoReminderChoice choice = {
    .move_days = LEGATO_EVERY_DAY & ~LEGATO_WEEKDAY (G_DATE_SUNDAY),
    .move_from = AT (9, 0),
    .move_until = AT (12, 30),
    .quiet_from = AT (10, 30),
    .quiet_until = AT (11, 30),
  };
  g_autoptr (GTimeZone) zone = get_zone ("Europe/Berlin");
  LegatoReminderFacts facts = { 0 };

  assert_next (&choice, &facts, zone, "2026-05-04 08:00", "2026-05-04 10:00");
  /* 11:00 is quiet, and then it is too late for it. */
  assert_next (&choice, &facts, zone, "2026-05-04 10:00", "2026-05-04 12:00");
  /* After Saturday's comes Monday's. */
  assert_next (&choice, &facts, zone, "2026-05-09 12:00", "2026-05-11 10:00");
  /* Who has just massaged has moved. */
  facts.session_end = instant (zone, "2026-05-04 09:20");
  assert_next (&choice, &facts, zone, "2026-05-04 09:30", "2026-05-04 12:00");
}

/* Who sits at night is reminded after midnight, too, of the day on which the night began. */
static void
test_moves_at_night (void)
{
  const LegatoReminderChoice choice = { .move_days = LEGATO_WEEKDAY (G_DATE_MONDAY),
                                        .move_from = AT (22, 30),
                                        .move_until = AT (1, 30) };
  const LegatoReminderChoice all_day = { .move_days = LEGATO_WEEKDAY (G_DATE_MONDAY),
                                         .move_from = AT (9, 0),
                                         .move_until = AT (9, 0) };
  g_autoptr (GTimeZone) zone = get_zone ("Europe/Berlin");

  assert_next (&choice, &nothing, zone, "2026-05-04 01:00", "2026-05-04 23:30");
  assert_next (&choice, &nothing, zone, "2026-05-04 23:30", "2026-05-05 00:30");
  assert_next (&choice, &nothing, zone, "2026-05-05 00:10", "2026-05-05 00:30");
  assert_next (&choice, &nothing, zone, "2026-05-05 00:30", "2026-05-05 01:30");
  assert_next (&choice, &nothing, zone, "2026-05-05 01:30", "2026-05-11 23:30");
  assert_next (&all_day, &nothing, zone, "2026-05-05 08:30", "2026-05-05 09:00");
}

static void
test_snooze (void)
{
  const LegatoReminderChoice choice = { .session_days = LEGATO_EVERY_DAY,
                                        .session_minute = AT (21, 30),
                                        .quiet_from = AT (22, 0),
                                        .quiet_until = AT (7, 0) };
  g_autoptr (GTimeZone) zone = get_zone ("Europe/Berlin");
  LegatoReminderFacts facts = { 0 };

  facts.snoozed[LEGATO_REMINDER_SESSION] = instant (zone, "2026-05-04 21:55");
  assert_next (&choice, &facts, zone, "2026-05-04 21:40", "2026-05-04 21:55");
  facts.snoozed[LEGATO_REMINDER_SESSION] = instant (zone, "2026-05-04 22:10");
  assert_next (&choice, &facts, zone, "2026-05-04 21:40", "2026-05-05 07:00");
  facts.session_end = instant (zone, "2026-05-04 21:50");
  assert_next (&choice, &facts, zone, "2026-05-04 21:51", "2026-05-05 21:30");
  /* The same where it was done in the morning, before the quiet hours ended. */
  facts.session_end = instant (zone, "2026-05-05 06:40");
  assert_next (&choice, &facts, zone, "2026-05-05 06:41", "2026-05-06 21:30");
}

/* A walk and raised legs are of their hour: half an hour into the night, they have gone by. */
static void
test_snooze_of_the_hour (void)
{
  const LegatoReminderChoice choice = { .move_days = LEGATO_WEEKDAY (G_DATE_MONDAY),
                                        .move_from = AT (9, 0),
                                        .move_until = AT (17, 0),
                                        .legs_up_days = LEGATO_WEEKDAY (G_DATE_MONDAY),
                                        .legs_up_minute = AT (21, 45),
                                        .quiet_from = AT (22, 0),
                                        .quiet_until = AT (7, 0) };
  g_autoptr (GTimeZone) zone = get_zone ("Europe/Berlin");
  LegatoReminderFacts facts = { 0 };

  facts.snoozed[LEGATO_REMINDER_MOVE] = facts.snoozed[LEGATO_REMINDER_LEGS_UP] =
      instant (zone, "2026-05-04 21:59");
  assert_next (&choice, &facts, zone, "2026-05-04 21:50", "2026-05-04 21:59");
  facts.snoozed[LEGATO_REMINDER_MOVE] = facts.snoozed[LEGATO_REMINDER_LEGS_UP] =
      instant (zone, "2026-05-04 22:15");
  assert_next (&choice, &facts, zone, "2026-05-04 21:50", "2026-05-11 10:00");
}

/* What is caught up, and since when, "" for nothing. */
static char *
dup_missed (const LegatoReminderChoice *choice,
            const LegatoReminderFacts *facts,
            GTimeZone *zone,
            const char *since,
            const char *now)
{
  static const char *const names[] = { "session", "next day", "second day", "move", "legs up" };
  LegatoReminder missed;
  gint64 at = 0;
  g_autoptr (GDateTime) utc = NULL;
  g_autoptr (GDateTime) local = NULL;
  g_autofree char *time = NULL;

  if (!legato_schedule_find_missed (choice, facts, zone, instant (zone, since), instant (zone, now),
                                    &missed, &at))
    return g_strdup ("");
  utc = g_date_time_new_from_unix_utc (at);
  local = g_date_time_to_timezone (utc, zone);
  time = g_date_time_format (local, "%F %R");
  return g_strdup_printf ("%s, %s", names[missed], time);
}

/* What falls due while the computer sleeps comes as no row of notices: one thing is caught up. */
static void
test_catching_up (void)
{
  const LegatoReminderChoice choice = { .session_days = LEGATO_EVERY_DAY,
                                        .session_minute = AT (19, 0),
                                        .follow_ups = TRUE,
                                        .move_days = LEGATO_EVERY_DAY,
                                        .move_from = AT (9, 0),
                                        .move_until = AT (17, 0),
                                        .legs_up_days = LEGATO_EVERY_DAY,
                                        .legs_up_minute = AT (18, 0) };
  const LegatoReminderChoice hourly = { .move_days = LEGATO_EVERY_DAY,
                                        .move_from = AT (9, 0),
                                        .move_until = AT (17, 0),
                                        .legs_up_days = LEGATO_EVERY_DAY,
                                        .legs_up_minute = AT (18, 0) };
  g_autoptr (GTimeZone) zone = get_zone ("Europe/Berlin");
  LegatoReminderFacts facts = { .session_end = instant (zone, "2026-05-04 19:30") };
  gint64 slept = instant (zone, "2026-05-04 20:00");

#define DUE(now) legato_schedule_get_due (&choice, &facts, zone, slept, instant (zone, now))
  g_assert_cmpuint (DUE ("2026-05-04 23:00"), ==, 0);
  g_assert_cmpuint (DUE ("2026-05-05 19:30"), ==, 1u << LEGATO_REMINDER_NEXT_DAY);
  g_assert_cmpuint (DUE ("2026-05-06 20:00"), ==, 0);
  g_assert_cmpuint (DUE ("2026-05-14 12:03"), ==, 1u << LEGATO_REMINDER_MOVE);
  g_assert_cmpuint (DUE ("2026-05-14 12:30"), ==, 0);
  g_assert_cmpuint (DUE ("2026-05-14 18:04"), ==, 1u << LEGATO_REMINDER_LEGS_UP);
  g_assert_cmpuint (DUE ("2026-05-14 18:20"), ==, 0);
#undef DUE

  /* Shown once, it is not shown again. */
  g_assert_cmpuint (legato_schedule_get_due (&choice, &facts, zone,
                                             instant (zone, "2026-05-14 18:04"),
                                             instant (zone, "2026-05-14 18:05")),
                    ==, 0);

#define ASSERT_MISSED(choice, since, now, expected)                                                \
  {                                                                                                \
    g_autofree char *missed = dup_missed (choice, &facts, zone, since, now);                       \
    g_assert_cmpstr (missed, ==, expected);                                                        \
  }
  ASSERT_MISSED (&choice, "2026-05-04 20:00", "2026-05-04 23:00", "");
  ASSERT_MISSED (&choice, "2026-05-04 20:00", "2026-05-05 19:04", "");
  ASSERT_MISSED (&choice, "2026-05-04 20:00", "2026-05-05 19:10", "session, 2026-05-05 19:00");
  ASSERT_MISSED (&choice, "2026-05-04 20:00", "2026-05-05 22:00", "next day, 2026-05-05 19:30");
  ASSERT_MISSED (&choice, "2026-05-04 20:00", "2026-05-07 08:00", "second day, 2026-05-06 19:30");
  ASSERT_MISSED (&choice, "2026-05-07 08:00", "2026-05-09 08:00", "session, 2026-05-07 19:00");
  /* A walk and raised legs belong to their hour. */
  ASSERT_MISSED (&hourly, "2026-05-04 20:00", "2026-05-14 12:30", "");
  facts.next_day_answered = facts.second_day_answered = TRUE;
  ASSERT_MISSED (&choice, "2026-05-04 20:00", "2026-05-06 08:00", "session, 2026-05-05 19:00");
  facts.session_end = instant (zone, "2026-05-05 19:30");
  ASSERT_MISSED (&choice, "2026-05-04 20:00", "2026-05-06 08:00", "");
#undef ASSERT_MISSED
}

/* Who flies west lives an hour of the clock twice, who flies east misses some. */
static void
test_another_zone (void)
{
  const LegatoReminderChoice choice = { .session_days = LEGATO_EVERY_DAY,
                                        .session_minute = AT (19, 0) };
  g_autoptr (GTimeZone) berlin = get_zone ("Europe/Berlin");
  g_autoptr (GTimeZone) new_york = get_zone ("America/New_York");
  gint64 there =
      legato_schedule_get_next (&choice, &nothing, new_york, instant (berlin, "2026-05-04 19:00"));

  g_assert_cmpint (there, ==, instant (new_york, "2026-05-04 19:00"));
  g_assert_cmpint (there - instant (berlin, "2026-05-04 19:00"), ==, 6 * HOUR);
}

static GStrv
read_zones (void)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  if (!g_file_get_contents ("/usr/share/zoneinfo/tzdata.zi", &text, NULL, NULL))
    return NULL;
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (g_str_has_prefix (lines[i], "Z "))
      {
        g_auto (GStrv) words = g_strsplit (lines[i], " ", 3);

        g_strv_builder_add (names, words[1]);
      }
  return g_strv_builder_end (names);
}

/* Wherever one lives, a daily reminder comes once on each day of the calendar that there is, at its
 * time unless the clocks leave that out. */
static void
test_every_zone (void)
{
  const LegatoReminderChoice choice = { .session_days = LEGATO_EVERY_DAY,
                                        .session_minute = AT (0, 30) };
  g_auto (GStrv) zones = read_zones ();

  if (zones == NULL)
    {
      g_test_skip ("The system's list of time zones is not installed");
      return;
    }
  for (guint i = 0; zones[i] != NULL; i++)
    {
      g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (zones[i]);
      /* Apia left out 2011-12-30. */
      const gint64 begin = 1321000000;
      gint64 last = begin;
      int last_day = 0;
      guint late = 0;

      if (zone == NULL)
        continue;
      for (int n = 0; n < 370; n++)
        {
          gint64 next = legato_schedule_get_next (&choice, &nothing, zone, last);
          g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (next);
          g_autoptr (GDateTime) local = g_date_time_to_timezone (utc, zone);
          int day = g_date_time_get_year (local) * 1000 + g_date_time_get_day_of_year (local);

          g_assert_cmpint (next, >, last);
          /* Casey put its clocks back by three hours that year. */
          g_assert_cmpint (next - last, <=, 27 * HOUR);
          g_assert_cmpint (day, !=, last_day);
          if (g_date_time_get_hour (local) != 0 || g_date_time_get_minute (local) != 30)
            late++;
          last = next;
          last_day = day;
        }
      g_assert_cmpuint (late, <=, 3);
    }
}

static gboolean
is_within (guint from, guint until, guint minute)
{
  return (minute + AT (24, 0) - from) % AT (24, 0) < (until + AT (24, 0) - from) % AT (24, 0);
}

static guint
get_minute (GTimeZone *zone, gint64 time)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (time);
  g_autoptr (GDateTime) local = g_date_time_to_timezone (utc, zone);

  return (guint) AT (g_date_time_get_hour (local), g_date_time_get_minute (local));
}

/* What is asked about the session that ended at @facts: on the day that it is about, after a night,
 * unless no later minute of that day is free. */
static void
check_questions (const LegatoReminderChoice *choice,
                 const LegatoReminderFacts *facts,
                 GTimeZone *zone,
                 gint64 midnight)
{
  guint from = choice->quiet_from;
  guint until = choice->quiet_until;

  for (int days = 1; days <= 2; days++)
    {
      gint64 time = legato_schedule_get_question (
          choice, facts, zone, days == 1 ? LEGATO_REMINDER_NEXT_DAY : LEGATO_REMINDER_SECOND_DAY);
      guint at = get_minute (zone, time);

      g_assert_false (is_within (from, until, at));
      g_assert_cmpint (time, >=, midnight + days * 24 * HOUR);
      g_assert_cmpint (time, <, midnight + (days + 1) * 24 * HOUR);
      g_assert_true (time - facts->session_end >= days * 24 * HOUR - 18 * HOUR || at + 1 == from);
    }
}

/* Whatever begins and ends the quiet hours, midnight among them: nothing comes in them but what was
 * set to a time of its own, and what is put off is back as soon as they are over. */
static void
test_quiet_hours (void)
{
  g_autoptr (GTimeZone) zone = get_zone ("Europe/Berlin");
  gint64 midnight = instant (zone, "2026-05-04 00:00");

  for (guint from = 0; from < AT (24, 0); from += 30)
    for (guint until = 0; until < AT (24, 0); until += 30)
      for (guint end = 0; end < AT (24, 0); end += 97)
        {
          const LegatoReminderChoice choice = { .follow_ups = TRUE,
                                                .move_days = LEGATO_EVERY_DAY,
                                                .move_until = AT (23, 59),
                                                .quiet_from = from,
                                                .quiet_until = until };
          LegatoReminderFacts facts = { .session_end = midnight + end * 60 };
          gint64 next = midnight + 3 * 24 * HOUR;
          gint64 back = midnight + 5 * 24 * HOUR + end * 60;

          check_questions (&choice, &facts, zone, midnight);
          next = legato_schedule_get_next (&choice, &facts, zone, next + end * 60);
          g_assert_true (next == LEGATO_NEVER || !is_within (from, until, get_minute (zone, next)));
          facts.snoozed[LEGATO_REMINDER_MOVE] = back;
          if (is_within (from, until, end))
            back += (until + AT (24, 0) - end) % AT (24, 0) * 60;
          g_assert_true (
              legato_schedule_has_come_back (&choice, &facts, zone, LEGATO_REMINDER_MOVE, back));
          g_assert_false (legato_schedule_has_come_back (&choice, &facts, zone,
                                                         LEGATO_REMINDER_MOVE, back - 1));
        }
}

/* Quiet hours that end at midnight put off no question into the night of the session. */
static void
test_quiet_until_midnight (void)
{
  static const struct
  {
    guint from;
    guint until;
    const char *end;
    const char *asked;
  } cases[] = {
    { AT (22, 0), 0, "2026-05-04 23:10", "2026-05-05 21:59" },
    { AT (22, 0), AT (0, 30), "2026-05-04 23:10", "2026-05-05 21:59" },
    { AT (22, 0), AT (7, 0), "2026-05-04 23:10", "2026-05-05 07:00" },
    { AT (22, 0), 0, "2026-05-04 21:30", "2026-05-05 21:30" },
    { 0, AT (7, 0), "2026-05-04 23:10", "2026-05-05 23:10" },
    { 0, AT (7, 0), "2026-05-04 06:10", "2026-05-05 07:00" },
    { 0, 0, "2026-05-04 00:00", "2026-05-05 00:00" },
    { AT (22, 0), AT (22, 0), "2026-05-04 22:00", "2026-05-05 22:00" },
  };
  g_autoptr (GTimeZone) zone = get_zone ("Europe/Berlin");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const LegatoReminderChoice choice = { .follow_ups = TRUE,
                                            .quiet_from = cases[i].from,
                                            .quiet_until = cases[i].until };
      const LegatoReminderFacts facts = { .session_end = instant (zone, cases[i].end),
                                          .session_s = 0 };

      assert_next (&choice, &facts, zone, cases[i].end, cases[i].asked);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/schedule/nothing-chosen", test_nothing_chosen);
  g_test_add_func ("/schedule/session", test_session);
  g_test_add_func ("/schedule/midnight", test_midnight);
  g_test_add_func ("/schedule/daylight-saving", test_daylight_saving);
  g_test_add_func ("/schedule/follow-ups", test_follow_ups);
  g_test_add_func ("/schedule/moves", test_moves);
  g_test_add_func ("/schedule/moves-at-night", test_moves_at_night);
  g_test_add_func ("/schedule/snooze", test_snooze);
  g_test_add_func ("/schedule/snooze-of-the-hour", test_snooze_of_the_hour);
  g_test_add_func ("/schedule/catching-up", test_catching_up);
  g_test_add_func ("/schedule/another-zone", test_another_zone);
  g_test_add_func ("/schedule/every-zone", test_every_zone);
  g_test_add_func ("/schedule/quiet-hours", test_quiet_hours);
  g_test_add_func ("/schedule/quiet-until-midnight", test_quiet_until_midnight);

  return g_test_run ();
}
