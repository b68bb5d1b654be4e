/* reminders-fixture.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gstdio.h>

#include "reminders-fixture.h"

static void
due_cb (LegatoReminders *reminders,
        LegatoReminder reminder,
        const char *session,
        RemindersFixture *fixture)
{
  fixture->due[reminder]++;
  g_free (fixture->asked);
  fixture->asked = g_strdup (session);
}

static void
answered_cb (LegatoReminders *reminders, LegatoReminder reminder, RemindersFixture *fixture)
{
  fixture->answered[reminder]++;
}

static void
missed_changed_cb (LegatoReminders *reminders, RemindersFixture *fixture)
{
  fixture->n_missed_changed++;
}

gint64
reminders_local_time (const char *text)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (text, zone);

  g_assert_nonnull (time);
  return g_date_time_to_unix (time);
}

void
reminders_start (RemindersFixture *fixture)
{
  fixture->connection = legato_journal_connection_new (fixture->path);
  fixture->reminders = legato_reminders_new (fixture->settings, fixture->connection);
  g_signal_connect (fixture->reminders, "due", G_CALLBACK (due_cb), fixture);
  g_signal_connect (fixture->reminders, "answered", G_CALLBACK (answered_cb), fixture);
  g_signal_connect (fixture->reminders, "missed-changed", G_CALLBACK (missed_changed_cb), fixture);
}

/* A look that is under way writes into the settings, which the next test uses too. */
void
reminders_end (RemindersFixture *fixture)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->reminders), (gpointer *) &fixture->reminders);
  g_object_unref (fixture->reminders);
  while (fixture->reminders != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_object_unref (fixture->connection);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

void
reminders_set_up (RemindersFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("legato-reminders-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "journal.db", NULL);
  fixture->settings = g_settings_new (LEGATO_APP_ID);
  reminders_start (fixture);
}

void
reminders_tear_down (RemindersFixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = NULL;
  const char *name = NULL;
  g_auto (GStrv) keys = NULL;
  g_autoptr (GSettingsSchema) schema = NULL;

  reminders_end (fixture);
  g_object_get (fixture->settings, "settings-schema", &schema, NULL);
  keys = g_settings_schema_list_keys (schema);
  for (guint i = 0; keys[i] != NULL; i++)
    g_settings_reset (fixture->settings, keys[i]);
  g_object_unref (fixture->settings);

  dir = g_dir_open (fixture->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->asked);
  g_free (fixture->path);
  g_free (fixture->folder);
}

/* Looks at @time, and waits until all that comes of it has come. */
void
reminders_look_at_time (RemindersFixture *fixture, gint64 time)
{
  legato_reminders_set_now (fixture->reminders, time);
  legato_reminders_check (fixture->reminders);
  while (g_settings_get_int64 (fixture->settings, "reminders-shown") != time
         || legato_reminders_get_alarm (fixture->reminders) <= time)
    g_main_context_iteration (NULL, TRUE);
}

void
reminders_look_at (RemindersFixture *fixture, const char *now)
{
  reminders_look_at_time (fixture, reminders_local_time (now));
}

void
reminders_add_entry (const RemindersFixture *fixture, LegatoEntryKind kind, const char *at)
{
  /* As another program does: with a connection of its own. */
  g_autoptr (GError) error = NULL;
  g_autoptr (LegatoJournal) journal = legato_journal_open (fixture->path, &error);
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (at, zone);
  g_autoptr (LegatoEntry) entry = legato_entry_new (kind, time);

  g_assert_no_error (error);
  if (kind == LEGATO_ENTRY_SESSION)
    {
      entry->routine = g_strdup ("three-minute");
      entry->planned_s = entry->done_s = 180;
      entry->completed = TRUE;
    }
  else
    legato_entry_add_rating (entry, "calf", LEGATO_LEG_LEFT, LEGATO_MOMENT_CHECK_IN, 3);
  legato_journal_add (journal, entry, &error);
  g_assert_no_error (error);
}
