/* test-reminders.c: what was chosen, what the journal holds, and the clock, together
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <sys/timerfd.h>
#include <unistd.h>

#include "legato-alarm.h"
#include "legato-background.h"
#include "legato-journal-profile.h"
#include "reminders-fixture.h"

#define EVERY_DAY 127u

static void
test_nothing_chosen (RemindersFixture *fixture, gconstpointer data)
{
  g_assert_false (legato_reminders_get_active (fixture->reminders));
  legato_reminders_check (fixture->reminders);
  g_assert_cmpint (legato_reminders_get_alarm (fixture->reminders), ==, LEGATO_NEVER);
  /* Not even a journal is made. */
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
}

static void
test_session (RemindersFixture *fixture, gconstpointer data)
{
  legato_reminders_set_now (fixture->reminders, reminders_local_time ("2026-05-04T18:00:00"));
  g_settings_set_uint (fixture->settings, "reminder-session-minute", 19 * 60);
  g_settings_set_uint (fixture->settings, "reminder-session-days", EVERY_DAY);
  g_assert_true (legato_reminders_get_active (fixture->reminders));
  reminders_look_at (fixture, "2026-05-04T18:00:01");
  g_assert_cmpint (legato_reminders_get_alarm (fixture->reminders), ==,
                   reminders_local_time ("2026-05-04T19:00:00"));

  reminders_look_at (fixture, "2026-05-04T19:00:00");
  g_assert_cmpuint (fixture->due[LEGATO_REMINDER_SESSION], ==, 1);
  reminders_look_at (fixture, "2026-05-04T19:00:01");
  g_assert_cmpuint (fixture->due[LEGATO_REMINDER_SESSION], ==, 1);
  g_assert_cmpint (legato_reminders_get_alarm (fixture->reminders), ==,
                   reminders_local_time ("2026-05-05T19:00:00"));

  /* Done early: nothing is said, and what may still be shown is taken back. */
  reminders_add_entry (fixture, LEGATO_ENTRY_SESSION, "2026-05-05T18:30:00");
  reminders_look_at (fixture, "2026-05-05T19:00:00");
  g_assert_cmpuint (fixture->due[LEGATO_REMINDER_SESSION], ==, 1);
  g_assert_cmpuint (fixture->answered[LEGATO_REMINDER_SESSION], ==, 1);

  /* Not wanted any more: it sleeps for good. */
  g_settings_reset (fixture->settings, "reminder-session-days");
  g_assert_false (legato_reminders_get_active (fixture->reminders));
  g_assert_cmpint (legato_reminders_get_alarm (fixture->reminders), ==, LEGATO_NEVER);
}

static void
set_flag (RemindersFixture *fixture, LegatoFlagAnswer answer)
{
  LegatoJournal *journal = legato_journal_connection_get_journal (fixture->connection);
  g_autoptr (LegatoStanding) standing = legato_standing_new ();

  legato_standing_set_flag (standing, "fracture", 739000, answer, 739001);
  legato_journal_set_standing_async (journal, standing, NULL, NULL, NULL);
}

/* While a warning sign stands nobody is sent to a session, nor for a walk, also not later for one
 * that fell due meanwhile. */
static void
test_warning_sign (RemindersFixture *fixture, gconstpointer data)
{
  legato_reminders_set_now (fixture->reminders, reminders_local_time ("2026-05-04T10:00:00"));
  g_settings_set_uint (fixture->settings, "reminder-session-minute", 19 * 60);
  g_settings_set_uint (fixture->settings, "reminder-session-days", EVERY_DAY);
  g_settings_set_uint (fixture->settings, "reminder-move-from", 11 * 60);
  g_settings_set_uint (fixture->settings, "reminder-move-until", 17 * 60);
  g_settings_set_uint (fixture->settings, "reminder-move-days", EVERY_DAY);
  reminders_look_at (fixture, "2026-05-04T10:00:01");
  set_flag (fixture, LEGATO_FLAG_STANDS);
  for (int hour = 11; hour <= 19; hour++)
    {
      g_autofree char *time = g_strdup_printf ("2026-05-04T%02d:00:00", hour);

      reminders_look_at (fixture, time);
    }
  g_assert_cmpuint (fixture->due[LEGATO_REMINDER_MOVE], ==, 0);
  g_assert_cmpuint (fixture->due[LEGATO_REMINDER_SESSION], ==, 0);
  set_flag (fixture, LEGATO_FLAG_LOOKED_AT);
  reminders_look_at (fixture, "2026-05-04T19:00:01");
  g_assert_cmpuint (fixture->due[LEGATO_REMINDER_SESSION], ==, 0);
  reminders_look_at (fixture, "2026-05-05T12:00:00");
  g_assert_cmpuint (fixture->due[LEGATO_REMINDER_MOVE], ==, 1);
  reminders_look_at (fixture, "2026-05-05T19:00:00");
  g_assert_cmpuint (fixture->due[LEGATO_REMINDER_SESSION], ==, 1);
}

static void
test_follow_up (RemindersFixture *fixture, gconstpointer data)
{
  legato_reminders_set_now (fixture->reminders, reminders_local_time ("2026-05-04T20:00:00"));
  g_settings_set_boolean (fixture->settings, "reminder-follow-ups", TRUE);
  reminders_add_entry (fixture, LEGATO_ENTRY_SESSION, "2026-05-04T19:00:00");
  reminders_look_at (fixture, "2026-05-04T20:00:01");
  g_assert_cmpint (legato_reminders_get_alarm (fixture->reminders), ==,
                   reminders_local_time ("2026-05-05T19:03:00"));
  reminders_look_at (fixture, "2026-05-05T19:03:00");
  g_assert_cmpuint (fixture->due[LEGATO_REMINDER_NEXT_DAY], ==, 1);
  fixture->answered[LEGATO_REMINDER_NEXT_DAY] = 0;
  reminders_look_at (fixture, "2026-05-05T19:03:01");
  g_assert_cmpuint (fixture->answered[LEGATO_REMINDER_NEXT_DAY], ==, 0);

  /* Answered in another program: the notice is taken back. */
  reminders_add_entry (fixture, LEGATO_ENTRY_CHECK_IN, "2026-05-05T21:00:00");
  reminders_look_at (fixture, "2026-05-05T21:00:01");
  g_assert_cmpuint (fixture->answered[LEGATO_REMINDER_NEXT_DAY], ==, 1);
  g_assert_cmpint (legato_reminders_get_alarm (fixture->reminders), ==,
                   reminders_local_time ("2026-05-06T19:03:00"));
}

/* Nobody answers: the second question takes the place of the first, and goes when it is over. */
static void
test_follow_ups_are_taken_back (RemindersFixture *fixture, gconstpointer data)
{
  legato_reminders_set_now (fixture->reminders, reminders_local_time ("2026-05-04T20:00:00"));
  g_settings_set_boolean (fixture->settings, "reminder-follow-ups", TRUE);
  reminders_add_entry (fixture, LEGATO_ENTRY_SESSION, "2026-05-04T19:00:00");
  reminders_look_at (fixture, "2026-05-05T19:03:00");
  g_assert_cmpuint (fixture->due[LEGATO_REMINDER_NEXT_DAY], ==, 1);
  g_assert_cmpuint (fixture->answered[LEGATO_REMINDER_NEXT_DAY], ==, 0);
  reminders_look_at (fixture, "2026-05-06T19:03:00");
  g_assert_cmpuint (fixture->due[LEGATO_REMINDER_SECOND_DAY], ==, 1);
  g_assert_cmpuint (fixture->answered[LEGATO_REMINDER_NEXT_DAY], ==, 1);

  fixture->answered[LEGATO_REMINDER_SECOND_DAY] = 0;
  reminders_look_at (fixture, "2026-05-06T19:03:01");
  g_assert_cmpuint (fixture->answered[LEGATO_REMINDER_SECOND_DAY], ==, 0);
  g_assert_cmpint (legato_reminders_get_alarm (fixture->reminders), ==,
                   reminders_local_time ("2026-05-08T00:00:00"));
  reminders_look_at (fixture, "2026-05-08T00:00:00");
  g_assert_cmpuint (fixture->answered[LEGATO_REMINDER_SECOND_DAY], ==, 1);
  g_assert_cmpint (legato_reminders_get_alarm (fixture->reminders), ==, LEGATO_NEVER);
}

static void
test_snooze (RemindersFixture *fixture, gconstpointer data)
{
  legato_reminders_set_now (fixture->reminders, reminders_local_time ("2026-05-04T18:59:00"));
  g_settings_set_uint (fixture->settings, "reminder-session-minute", 19 * 60);
  g_settings_set_uint (fixture->settings, "reminder-session-days", EVERY_DAY);
  reminders_look_at (fixture, "2026-05-04T19:00:00");
  g_assert_cmpuint (fixture->due[LEGATO_REMINDER_SESSION], ==, 1);
  legato_reminders_snooze (fixture->reminders, LEGATO_REMINDER_SESSION);
  reminders_look_at (fixture, "2026-05-04T19:00:05");
  g_assert_cmpint (legato_reminders_get_alarm (fixture->reminders), ==,
                   reminders_local_time ("2026-05-04T19:30:00"));
  reminders_look_at (fixture, "2026-05-04T19:30:00");
  g_assert_cmpuint (fixture->due[LEGATO_REMINDER_SESSION], ==, 2);
  reminders_look_at (fixture, "2026-05-04T19:30:01");
  g_assert_cmpint (legato_reminders_get_alarm (fixture->reminders), ==,
                   reminders_local_time ("2026-05-05T19:00:00"));
}

/* Half an hour later it is night: it comes in the morning, whoever looks meanwhile. */
static void
test_snooze_into_the_night (RemindersFixture *fixture, gconstpointer data)
{
  legato_reminders_set_now (fixture->reminders, reminders_local_time ("2026-05-04T21:44:00"));
  g_settings_set_uint (fixture->settings, "quiet-from", 22 * 60);
  g_settings_set_uint (fixture->settings, "quiet-until", 7 * 60);
  g_settings_set_uint (fixture->settings, "reminder-session-minute", 21 * 60 + 45);
  g_settings_set_uint (fixture->settings, "reminder-session-days", EVERY_DAY);
  reminders_look_at (fixture, "2026-05-04T21:45:00");
  g_assert_cmpuint (fixture->due[LEGATO_REMINDER_SESSION], ==, 1);
  legato_reminders_snooze (fixture->reminders, LEGATO_REMINDER_SESSION);
  reminders_look_at (fixture, "2026-05-04T22:20:00");
  g_assert_cmpint (legato_reminders_get_alarm (fixture->reminders), ==,
                   reminders_local_time ("2026-05-05T07:00:00"));
  reminders_look_at (fixture, "2026-05-05T07:00:00");
  g_assert_cmpuint (fixture->due[LEGATO_REMINDER_SESSION], ==, 2);
  reminders_look_at (fixture, "2026-05-05T07:00:01");
  g_assert_cmpint (legato_reminders_get_alarm (fixture->reminders), ==,
                   reminders_local_time ("2026-05-05T21:45:00"));
}

/* The clock is put back to before the last look: nothing is missed, and nothing comes twice. */
static void
test_clock_put_back (RemindersFixture *fixture, gconstpointer data)
{
  legato_reminders_set_now (fixture->reminders, reminders_local_time ("2026-05-04T18:59:00"));
  g_settings_set_uint (fixture->settings, "reminder-session-minute", 19 * 60);
  g_settings_set_uint (fixture->settings, "reminder-session-days", EVERY_DAY);
  reminders_look_at (fixture, "2026-05-06T12:00:00");
  g_assert_cmpuint (fixture->due[LEGATO_REMINDER_SESSION], ==, 0);
  reminders_look_at (fixture, "2026-05-04T18:00:00");
  g_assert_cmpuint (fixture->due[LEGATO_REMINDER_SESSION], ==, 0);
  g_assert_cmpint (legato_reminders_get_alarm (fixture->reminders), ==,
                   reminders_local_time ("2026-05-04T19:00:00"));
}

/* Somebody flies to New York: the reminder comes at the time of the clocks there. */
static void
test_zone_changed (RemindersFixture *fixture, gconstpointer data)
{
  legato_reminders_set_now (fixture->reminders, reminders_local_time ("2026-05-04T12:00:00"));
  g_settings_set_uint (fixture->settings, "reminder-session-minute", 19 * 60);
  g_settings_set_uint (fixture->settings, "reminder-session-days", EVERY_DAY);
  reminders_look_at (fixture, "2026-05-04T12:00:01");
  g_assert_cmpint (legato_reminders_get_alarm (fixture->reminders), ==,
                   reminders_local_time ("2026-05-04T19:00:00"));

  g_setenv ("TZ", "America/New_York", TRUE);
  reminders_look_at (fixture, "2026-05-04T06:00:02");
  g_assert_cmpuint (fixture->due[LEGATO_REMINDER_SESSION], ==, 0);
  g_assert_cmpint (legato_reminders_get_alarm (fixture->reminders), ==,
                   reminders_local_time ("2026-05-04T19:00:00"));
  reminders_look_at (fixture, "2026-05-04T19:00:00");
  g_assert_cmpuint (fixture->due[LEGATO_REMINDER_SESSION], ==, 1);
  g_setenv ("TZ", "Europe/Berlin", TRUE);
}

/* A week around the end of summer time, looked at whenever the alarm rings: one reminder each day.
 */
static void
test_week_of_winter_time (RemindersFixture *fixture, gconstpointer data)
{
  gint64 end = reminders_local_time ("2026-10-29T12:00:00");

  legato_reminders_set_now (fixture->reminders, reminders_local_time ("2026-10-22T12:00:00"));
  g_settings_set_uint (fixture->settings, "reminder-session-minute", 2 * 60 + 30);
  g_settings_set_uint (fixture->settings, "reminder-session-days", EVERY_DAY);
  reminders_look_at (fixture, "2026-10-22T12:00:01");
  while (legato_reminders_get_alarm (fixture->reminders) < end)
    reminders_look_at_time (fixture, legato_reminders_get_alarm (fixture->reminders));
  g_assert_cmpuint (fixture->due[LEGATO_REMINDER_SESSION], ==, 7);
}

/* The same around its beginning, when half past two is left out once. */
static void
test_week_of_summer_time (RemindersFixture *fixture, gconstpointer data)
{
  gint64 end = reminders_local_time ("2026-04-02T12:00:00");

  legato_reminders_set_now (fixture->reminders, reminders_local_time ("2026-03-26T12:00:00"));
  g_settings_set_uint (fixture->settings, "reminder-session-minute", 2 * 60 + 30);
  g_settings_set_uint (fixture->settings, "reminder-session-days", EVERY_DAY);
  reminders_look_at (fixture, "2026-03-26T12:00:01");
  while (legato_reminders_get_alarm (fixture->reminders) < end)
    reminders_look_at_time (fixture, legato_reminders_get_alarm (fixture->reminders));
  g_assert_cmpuint (fixture->due[LEGATO_REMINDER_SESSION], ==, 7);
}

static void
assert_missed (RemindersFixture *fixture, LegatoReminder expected)
{
  LegatoReminder missed;
  gboolean any = legato_reminders_get_missed (fixture->reminders, &missed);

  g_assert_cmpint (any ? (int) missed : LEGATO_N_REMINDERS, ==, (int) expected);
}

/* All is wanted each day, and a session was done on Thursday. */
static void
choose_all (RemindersFixture *fixture)
{
  legato_reminders_set_now (fixture->reminders, reminders_local_time ("2026-05-07T18:00:00"));
  g_settings_set_uint (fixture->settings, "reminder-session-minute", 7 * 60);
  g_settings_set_uint (fixture->settings, "reminder-session-days", EVERY_DAY);
  g_settings_set_uint (fixture->settings, "reminder-move-from", 9 * 60);
  g_settings_set_uint (fixture->settings, "reminder-move-until", 17 * 60);
  g_settings_set_uint (fixture->settings, "reminder-move-days", EVERY_DAY);
  g_settings_set_boolean (fixture->settings, "reminder-follow-ups", TRUE);
  reminders_add_entry (fixture, LEGATO_ENTRY_SESSION, "2026-05-07T17:00:00");
  reminders_look_at (fixture, "2026-05-07T18:00:01");
  g_assert_cmpint (legato_reminders_get_alarm (fixture->reminders), ==,
                   reminders_local_time ("2026-05-08T07:00:00"));
}

static void
assert_no_notice (const RemindersFixture *fixture)
{
  for (int i = 0; i < LEGATO_N_REMINDERS; i++)
    g_assert_cmpuint (fixture->due[i], ==, 0);
}

/* The machine was off over the weekend, and over the alarm: no row of notices comes, one thing is
 * caught up, and the next alarm is that of a morning as any other. */
static void
test_slept_for_days (RemindersFixture *fixture, gconstpointer data)
{
  choose_all (fixture);
  assert_missed (fixture, LEGATO_N_REMINDERS);

  reminders_look_at (fixture, "2026-05-10T07:20:00");
  assert_no_notice (fixture);
  assert_missed (fixture, LEGATO_REMINDER_SECOND_DAY);
  g_assert_cmpuint (fixture->n_missed_changed, ==, 1);
  g_assert_cmpint (legato_reminders_get_alarm (fixture->reminders), ==,
                   reminders_local_time ("2026-05-10T10:00:00"));
  /* It stays until it is answered, in whatever program. */
  reminders_look_at (fixture, "2026-05-10T07:20:01");
  assert_missed (fixture, LEGATO_REMINDER_SECOND_DAY);
  g_assert_cmpuint (fixture->n_missed_changed, ==, 1);
  reminders_add_entry (fixture, LEGATO_ENTRY_CHECK_IN, "2026-05-09T20:00:00");
  reminders_look_at (fixture, "2026-05-10T07:20:02");
  assert_missed (fixture, LEGATO_N_REMINDERS);
  assert_no_notice (fixture);
}

/* What was let go does not come again, and what comes anew has not been missed. */
static void
test_let_go (RemindersFixture *fixture, gconstpointer data)
{
  choose_all (fixture);
  reminders_look_at (fixture, "2026-05-11T07:20:00");
  /* The question about Thursday is too old by now. */
  assert_missed (fixture, LEGATO_REMINDER_SESSION);
  legato_reminders_let_go (fixture->reminders);
  assert_missed (fixture, LEGATO_N_REMINDERS);
  reminders_look_at (fixture, "2026-05-11T07:30:00");
  assert_missed (fixture, LEGATO_N_REMINDERS);
  assert_no_notice (fixture);

  reminders_look_at (fixture, "2026-05-12T08:00:00");
  assert_missed (fixture, LEGATO_REMINDER_SESSION);
  reminders_look_at (fixture, "2026-05-13T07:00:00");
  g_assert_cmpuint (fixture->due[LEGATO_REMINDER_SESSION], ==, 1);
  assert_missed (fixture, LEGATO_N_REMINDERS);

  reminders_look_at (fixture, "2026-05-14T08:00:00");
  assert_missed (fixture, LEGATO_REMINDER_SESSION);
  reminders_add_entry (fixture, LEGATO_ENTRY_SESSION, "2026-05-14T08:10:00");
  reminders_look_at (fixture, "2026-05-14T08:20:00");
  assert_missed (fixture, LEGATO_N_REMINDERS);

  reminders_look_at (fixture, "2026-05-16T08:20:00");
  assert_missed (fixture, LEGATO_REMINDER_SECOND_DAY);
  /* Nothing is wanted any more. */
  g_settings_reset (fixture->settings, "reminder-session-days");
  g_settings_reset (fixture->settings, "reminder-move-days");
  g_settings_reset (fixture->settings, "reminder-follow-ups");
  assert_missed (fixture, LEGATO_N_REMINDERS);
}

static void
ring_cb (gpointer data)
{
  (*(guint *) data)++;
}

/* From now on was_set() tells whether the machine's clock was set. */
static void
watch_clock (int watch)
{
  const struct itimerspec never = { .it_value.tv_sec = G_MAXINT32 };

  g_assert_no_errno (
      timerfd_settime (watch, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &never, NULL));
}

static gboolean
was_set (int watch)
{
  guint64 expirations = 0;

  return read (watch, &expirations, sizeof expirations) < 0 && errno == ECANCELED;
}

static void
test_alarm (void)
{
  g_autoptr (GError) error = NULL;
  guint rung = 0;
  g_autoptr (LegatoAlarm) alarm = legato_alarm_new (ring_cb, &rung, &error);
  int watch = timerfd_create (CLOCK_REALTIME, TFD_CLOEXEC | TFD_NONBLOCK);
  gint64 soon = 0;

  g_assert_no_error (error);
  /* Set anew, the time before does not count. */
  g_assert_true (legato_alarm_set (alarm, 1, &error));
  g_assert_true (legato_alarm_set (alarm, LEGATO_NEVER, &error));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (rung, ==, 0);
  /* It rings as well when somebody sets the clock, as the host of a virtual machine may meanwhile.
   */
  do
    {
      rung = 0;
      watch_clock (watch);
      soon = g_get_real_time () / G_USEC_PER_SEC + 1;
      g_assert_true (legato_alarm_set (alarm, soon, &error));
      while (rung == 0)
        g_main_context_iteration (NULL, TRUE);
    }
  while (was_set (watch));
  g_assert_cmpint (g_get_real_time () / G_USEC_PER_SEC, >=, soon);
  /* What has passed is now. */
  g_assert_true (legato_alarm_set (alarm, soon - 3600, &error));
  while (rung == 1)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (rung, ==, 2);
  close (watch);
}

/* What the program does at its start about being started with the session. */
static void
ask_to_start (GSettings *settings, gboolean wanted, const char *expected)
{
  g_autoptr (LegatoBackground) background = legato_background_new (settings, NULL);
  g_autofree char *answer = NULL;

  legato_background_request (background, wanted, "to be reminded");
  answer = g_settings_get_string (settings, "background");
  g_assert_cmpstr (answer, ==, expected);
}

static void
assert_starts (GSettings *settings, const char *path, gboolean wanted, const char *expected)
{
  ask_to_start (settings, wanted, expected);
  g_assert_cmpint (g_file_test (path, G_FILE_TEST_EXISTS), ==, g_str_equal (expected, "allowed"));
}

/* Who takes it out of what the session starts does not find it there again, however often the
 * program starts; only who does without reminders and then wants some anew. */
static void
test_autostart_taken_away (void)
{
  g_autoptr (GSettings) settings = g_settings_new (LEGATO_APP_ID);
  g_autofree char *folder = g_build_filename (g_get_user_config_dir (), "autostart", NULL);
  g_autofree char *path = g_build_filename (folder, LEGATO_APP_ID ".desktop", NULL);

  assert_starts (settings, path, TRUE, "allowed");
  assert_starts (settings, path, TRUE, "allowed");
  g_assert_cmpint (g_unlink (path), ==, 0);
  assert_starts (settings, path, TRUE, "taken-away");
  assert_starts (settings, path, TRUE, "taken-away");
  assert_starts (settings, path, FALSE, "");
  assert_starts (settings, path, TRUE, "allowed");
  assert_starts (settings, path, FALSE, "");
  g_settings_reset (settings, "background");
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* What cannot be written or removed is known to the preferences, which tell. */
static void
test_autostart_fails (void)
{
  g_autoptr (GSettings) settings = g_settings_new (LEGATO_APP_ID);
  g_autofree char *folder = g_build_filename (g_get_user_config_dir (), "autostart", NULL);
  g_autofree char *path = g_build_filename (folder, LEGATO_APP_ID ".desktop", NULL);

  g_assert_true (g_file_set_contents (folder, "", 0, NULL));
  assert_starts (settings, path, TRUE, "failed");
  assert_starts (settings, path, FALSE, "");
  g_assert_cmpint (g_unlink (folder), ==, 0);

  g_assert_cmpint (g_mkdir_with_parents (path, 0700), ==, 0);
  ask_to_start (settings, FALSE, "stays");
  g_assert_cmpint (g_rmdir (path), ==, 0);
  assert_starts (settings, path, FALSE, "");
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
change_journal (const RemindersFixture *fixture, const char *sql)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

/* It may be looked at more than once, as the journal's file changes. */
static gboolean
is_fatal (const char *domain, GLogLevelFlags level, const char *message, gpointer data)
{
  return strstr (message, "could not be read for reminders") == NULL;
}

static void
warned_cb (const char *domain, GLogLevelFlags level, const char *message, gpointer data)
{
  g_test_message ("%s", message);
}

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(gboolean *) data = TRUE;
}

/* A journal that cannot be read now says nothing: nothing is shown, nothing is thrown away, and the
 * journal is looked at again before what is due is too late. */
static void
test_journal_unreadable (RemindersFixture *fixture, gconstpointer data)
{
  gint64 time = reminders_local_time ("2026-05-10T10:00:00");
  LegatoJournal *journal = NULL;
  guint handler = 0;
  gboolean checked = FALSE;

  choose_all (fixture);
  reminders_look_at (fixture, "2026-05-10T07:20:00");
  assert_missed (fixture, LEGATO_REMINDER_SECOND_DAY);

  /* The journal is not given up for damaged: that would be another story. */
  journal = legato_journal_connection_get_journal (fixture->connection);
  legato_journal_await_check_async (journal, NULL, checked_cb, &checked);
  while (!checked)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handlers_disconnect_by_data (journal, fixture->connection);
  change_journal (fixture, "ALTER TABLE entry RENAME TO away");
  g_test_log_set_fatal_handler (is_fatal, NULL);
  handler =
      g_log_set_handler ("legato-desktop", G_LOG_LEVEL_WARNING | G_LOG_FLAG_FATAL, warned_cb, NULL);
  legato_reminders_set_now (fixture->reminders, time);
  legato_reminders_check (fixture->reminders);
  while (legato_reminders_get_alarm (fixture->reminders) <= time)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (legato_reminders_get_alarm (fixture->reminders), <, time + 5 * 60);
  g_assert_cmpint (g_settings_get_int64 (fixture->settings, "reminders-shown"), <, time);
  assert_no_notice (fixture);
  assert_missed (fixture, LEGATO_REMINDER_SECOND_DAY);

  change_journal (fixture, "ALTER TABLE away RENAME TO entry");
  reminders_look_at_time (fixture, legato_reminders_get_alarm (fixture->reminders));
  g_assert_cmpuint (fixture->due[LEGATO_REMINDER_MOVE], ==, 1);
  assert_missed (fixture, LEGATO_REMINDER_SECOND_DAY);
  g_log_remove_handler ("legato-desktop", handler);
}

/* Of a journal that will not open nothing is known; a time of day comes all the same. */
static void
test_journal_given_up (RemindersFixture *fixture, gconstpointer data)
{
  g_assert_true (g_file_set_contents (fixture->path, "Dear diary", -1, NULL));
  legato_reminders_set_now (fixture->reminders, reminders_local_time ("2026-05-04T18:00:00"));
  g_settings_set_boolean (fixture->settings, "reminder-follow-ups", TRUE);
  g_settings_set_uint (fixture->settings, "reminder-legs-up-minute", 19 * 60);
  g_settings_set_uint (fixture->settings, "reminder-legs-up-days", EVERY_DAY);
  reminders_look_at (fixture, "2026-05-04T18:00:01");
  g_assert_cmpint (legato_reminders_get_alarm (fixture->reminders), ==,
                   reminders_local_time ("2026-05-04T19:00:00"));
  reminders_look_at (fixture, "2026-05-04T19:00:00");
  g_assert_cmpuint (fixture->due[LEGATO_REMINDER_LEGS_UP], ==, 1);
  g_assert_cmpint (legato_reminders_get_alarm (fixture->reminders), ==,
                   reminders_local_time ("2026-05-05T19:00:00"));

  /* Once there is one again, it is read. */
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  reminders_add_entry (fixture, LEGATO_ENTRY_SESSION, "2026-05-04T20:00:00");
  reminders_look_at (fixture, "2026-05-05T19:00:00");
  while (legato_journal_connection_get_journal (fixture->connection) == NULL)
    g_main_context_iteration (NULL, TRUE);
  reminders_look_at (fixture, "2026-05-05T20:03:00");
  g_assert_cmpuint (fixture->due[LEGATO_REMINDER_LEGS_UP], ==, 2);
  g_assert_cmpuint (fixture->due[LEGATO_REMINDER_NEXT_DAY], ==, 1);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  /* Of its own: what GLib would make for each test it never gives back. */
  g_autofree char *config = g_dir_make_tmp ("legato-config-XXXXXX", &error);
  int status = 0;

  g_assert_no_error (error);
  g_setenv ("XDG_CONFIG_HOME", config, TRUE);
  g_setenv ("TZ", "Europe/Berlin", TRUE);
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test)                                                                            \
  g_test_add (path, RemindersFixture, NULL, reminders_set_up, test, reminders_tear_down)
  ADD ("/reminders/nothing-chosen", test_nothing_chosen);
  ADD ("/reminders/journal-unreadable", test_journal_unreadable);
  ADD ("/reminders/journal-given-up", test_journal_given_up);
  ADD ("/reminders/session", test_session);
  ADD ("/reminders/warning-sign", test_warning_sign);
  ADD ("/reminders/follow-up", test_follow_up);
  ADD ("/reminders/follow-ups-are-taken-back", test_follow_ups_are_taken_back);
  ADD ("/reminders/snooze", test_snooze);
  ADD ("/reminders/snooze-into-the-night", test_snooze_into_the_night);
  ADD ("/reminders/clock-put-back", test_clock_put_back);
  ADD ("/reminders/zone-changed", test_zone_changed);
  ADD ("/reminders/week-of-winter-time", test_week_of_winter_time);
  ADD ("/reminders/week-of-summer-time", test_week_of_summer_time);
  ADD ("/reminders/slept-for-days", test_slept_for_days);
  ADD ("/reminders/let-go", test_let_go);
#undef ADD
  g_test_add_func ("/reminders/alarm", test_alarm);
  g_test_add_func ("/reminders/autostart-taken-away", test_autostart_taken_away);
  g_test_add_func ("/reminders/autostart-fails", test_autostart_fails);

  status = g_test_run ();
  g_rmdir (config);
  return status;
}
