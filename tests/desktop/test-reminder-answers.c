/* test-reminder-answers.c: what is answered on a notice itself, on its day or on a later one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gstdio.h>

#include "reminders-fixture.h"

static GPtrArray *
list (const RemindersFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LegatoJournal) journal = legato_journal_open (fixture->path, &error);
  GPtrArray *entries = NULL;

  g_assert_no_error (error);
  entries = legato_journal_list (journal, NULL, NULL, 0, 0, &error);
  g_assert_no_error (error);
  return entries;
}

static char *
dup_latest (const RemindersFixture *fixture)
{
  g_autoptr (GPtrArray) entries = list (fixture);

  return g_strdup (((const LegatoEntry *) g_ptr_array_index (entries, 0))->uuid);
}

/* How often a session was followed up by now. */
static guint
count_noted (const RemindersFixture *fixture)
{
  g_autoptr (GPtrArray) entries = list (fixture);
  guint n = 0;

  for (guint i = 0; i < entries->len; i++)
    n += ((const LegatoEntry *) g_ptr_array_index (entries, i))->follow_ups->len;
  return n;
}

/* Waits until the journal has the answer "worse" to the day after the session with @uuid, and no
 * other. */
static void
assert_worse_is_noted (RemindersFixture *fixture, const char *uuid)
{
  g_autoptr (GPtrArray) entries = NULL;

  while (count_noted (fixture) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (count_noted (fixture), ==, 1);
  entries = list (fixture);
  for (guint i = 0; i < entries->len; i++)
    {
      const LegatoEntry *entry = g_ptr_array_index (entries, i);
      const LegatoFollowUp *follow_up = legato_entry_find_follow_up (entry, LEGATO_MOMENT_NEXT_DAY);

      if (!g_str_equal (entry->uuid, uuid))
        continue;
      g_assert_nonnull (follow_up);
      g_assert_cmpint (follow_up->compared, ==, LEGATO_COMPARED_WORSE);
      g_assert_false (follow_up->late);
      return;
    }
  g_assert_not_reached ();
}

/* Said on the notice itself, the answer is in the journal, and is not asked for again. */
static void
test_answer (RemindersFixture *fixture, gconstpointer data)
{
  g_autofree char *session = NULL;

  reminders_add_entry (fixture, LEGATO_ENTRY_SESSION, "2026-05-04T18:00:00");
  session = dup_latest (fixture);
  legato_reminders_set_now (fixture->reminders, reminders_local_time ("2026-05-05T18:04:00"));
  g_settings_set_boolean (fixture->settings, "reminder-follow-ups", TRUE);
  reminders_look_at (fixture, "2026-05-05T18:04:01");
  g_assert_cmpuint (fixture->answered[LEGATO_REMINDER_NEXT_DAY], ==, 0);
  legato_reminders_answer (fixture->reminders, session, LEGATO_REMINDER_NEXT_DAY,
                           LEGATO_COMPARED_WORSE);
  while (fixture->answered[LEGATO_REMINDER_NEXT_DAY] == 0)
    g_main_context_iteration (NULL, TRUE);
  assert_worse_is_noted (fixture, session);
}

/* A notice outlives the program on some desktops, which start it to tell the answer; be it that
 * nothing is wanted any more. */
static void
test_answer_starts_it (RemindersFixture *fixture, gconstpointer data)
{
  g_autofree char *session = NULL;

  reminders_add_entry (fixture, LEGATO_ENTRY_SESSION, "2026-05-04T18:00:00");
  session = dup_latest (fixture);
  legato_reminders_set_now (fixture->reminders, reminders_local_time ("2026-05-05T18:04:00"));
  g_assert_null (legato_journal_connection_get_journal (fixture->connection));
  legato_reminders_answer (fixture->reminders, session, LEGATO_REMINDER_NEXT_DAY,
                           LEGATO_COMPARED_WORSE);
  assert_worse_is_noted (fixture, session);
}

/* The first day's notice still stands, and is answered on the second day, or a week later. */
static void
test_answer_on_a_later_day (RemindersFixture *fixture, gconstpointer data)
{
  static const char *const sessions[] = { "2026-05-04T18:00:00", "2026-05-04T18:30:00" };
  static const char *const days[] = { "2026-05-06T12:00:00", "2026-05-11T12:00:00" };

  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *session = NULL;
      g_autoptr (GPtrArray) entries = NULL;
      const LegatoEntry *entry = NULL;
      const LegatoFollowUp *follow_up = NULL;

      reminders_add_entry (fixture, LEGATO_ENTRY_SESSION, sessions[i]);
      session = dup_latest (fixture);
      legato_reminders_set_now (fixture->reminders, reminders_local_time (days[i]));
      legato_reminders_answer (fixture->reminders, session, LEGATO_REMINDER_NEXT_DAY,
                               LEGATO_COMPARED_WORSE);
      while (count_noted (fixture) == i)
        g_main_context_iteration (NULL, TRUE);
      entries = list (fixture);
      for (guint e = 0; e < entries->len && entry == NULL; e++)
        if (g_str_equal (((const LegatoEntry *) g_ptr_array_index (entries, e))->uuid, session))
          entry = g_ptr_array_index (entries, e);
      g_assert_null (legato_entry_find_follow_up (entry, LEGATO_MOMENT_NEXT_DAY));
      follow_up = legato_entry_find_follow_up (entry, LEGATO_MOMENT_SECOND_DAY);
      g_assert_nonnull (follow_up);
      g_assert_cmpint (follow_up->compared, ==, LEGATO_COMPARED_WORSE);
      g_assert_cmpint (follow_up->late, ==, i > 0);
    }
}

/* A session comes before Monday's was answered: its question is taken back. Where it is answered
 * all the same, that says nothing of the new session. */
static void
test_answer_about_earlier_session (RemindersFixture *fixture, gconstpointer data)
{
  g_autofree char *monday = NULL;
  g_autofree char *tuesday = NULL;

  legato_reminders_set_now (fixture->reminders, reminders_local_time ("2026-05-04T20:00:00"));
  g_settings_set_boolean (fixture->settings, "reminder-follow-ups", TRUE);
  reminders_add_entry (fixture, LEGATO_ENTRY_SESSION, "2026-05-04T18:00:00");
  monday = dup_latest (fixture);
  reminders_look_at (fixture, "2026-05-05T18:03:00");
  g_assert_cmpuint (fixture->due[LEGATO_REMINDER_NEXT_DAY], ==, 1);
  g_assert_cmpstr (fixture->asked, ==, monday);

  fixture->answered[LEGATO_REMINDER_NEXT_DAY] = 0;
  reminders_add_entry (fixture, LEGATO_ENTRY_SESSION, "2026-05-05T19:00:00");
  tuesday = dup_latest (fixture);
  reminders_look_at (fixture, "2026-05-05T19:10:00");
  g_assert_cmpuint (fixture->answered[LEGATO_REMINDER_NEXT_DAY], >, 0);
  legato_reminders_answer (fixture->reminders, monday, LEGATO_REMINDER_NEXT_DAY,
                           LEGATO_COMPARED_WORSE);
  assert_worse_is_noted (fixture, monday);

  /* Answered already; and about a session that is not there. */
  legato_reminders_answer (fixture->reminders, monday, LEGATO_REMINDER_NEXT_DAY,
                           LEGATO_COMPARED_BETTER);
  reminders_look_at (fixture, "2026-05-05T19:20:00");
  legato_reminders_answer (fixture->reminders, "gone", LEGATO_REMINDER_NEXT_DAY,
                           LEGATO_COMPARED_WORSE);
  reminders_look_at (fixture, "2026-05-05T19:30:00");
  assert_worse_is_noted (fixture, monday);

  /* Tuesday's is asked when its time has come. */
  reminders_look_at (fixture, "2026-05-06T19:03:00");
  g_assert_cmpuint (fixture->due[LEGATO_REMINDER_NEXT_DAY], ==, 2);
  g_assert_cmpstr (fixture->asked, ==, tuesday);
}

/* The journal cannot be opened until the program has ended: the answer is there at the next start,
 * as of the day on which it was given. */
static void
test_answer_waits_for_next_start (RemindersFixture *fixture, gconstpointer data)
{
  g_autofree char *session = NULL;
  g_autofree char *away = g_strconcat (fixture->path, ".away", NULL);
  g_autoptr (GError) error = NULL;

  reminders_add_entry (fixture, LEGATO_ENTRY_SESSION, "2026-05-04T18:00:00");
  session = dup_latest (fixture);
  g_assert_cmpint (g_rename (fixture->path, away), ==, 0);
  g_assert_cmpint (g_mkdir (fixture->path, 0700), ==, 0);
  legato_reminders_set_now (fixture->reminders, reminders_local_time ("2026-05-05T18:04:00"));
  legato_reminders_answer (fixture->reminders, session, LEGATO_REMINDER_NEXT_DAY,
                           LEGATO_COMPARED_WORSE);
  while (legato_journal_connection_get_error (fixture->connection) == NULL)
    g_main_context_iteration (NULL, TRUE);
  reminders_end (fixture);

  g_assert_cmpint (g_rmdir (fixture->path), ==, 0);
  g_assert_cmpint (g_rename (away, fixture->path), ==, 0);
  reminders_start (fixture);
  legato_reminders_set_now (fixture->reminders, reminders_local_time ("2026-05-12T08:00:00"));
  legato_reminders_check (fixture->reminders);
  assert_worse_is_noted (fixture, session);
}

int
main (int argc, char *argv[])
{
  g_setenv ("TZ", "Europe/Berlin", TRUE);
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test)                                                                            \
  g_test_add (path, RemindersFixture, NULL, reminders_set_up, test, reminders_tear_down)
  ADD ("/reminders/answer", test_answer);
  ADD ("/reminders/answer-starts-it", test_answer_starts_it);
  ADD ("/reminders/answer-on-a-later-day", test_answer_on_a_later_day);
  ADD ("/reminders/answer-about-earlier-session", test_answer_about_earlier_session);
  ADD ("/reminders/answer-waits-for-next-start", test_answer_waits_for_next_start);
  return g_test_run ();
}
