/* test-search-provider.c: the desktop's search asks over the bus
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "legato-journal-running.h"
#include "legato-routine-shelf.h"
#include "legato-search-provider.h"
#include "legato-session.h"
#include "../load-guide.h"

#define PATH "/io/github/legato_app/Legato/SearchProvider"

typedef struct
{
  char *folder;
  char *path; /* of the journal, which no test but those of it makes */
  char *shelf_path;
  LegatoRoutineShelf *shelf;
  GApplication *application;
  GDBusConnection *connection;
  LegatoSearchProvider *provider;
  GVariant *answer;
  GError *error;
  gboolean answered;
  int kind;
  char *chosen;
} Fixture;

static void
called_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Fixture *fixture = data;

  fixture->answer =
      g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &fixture->error);
  fixture->answered = TRUE;
}

/* The caller owns the answer. */
static GVariant *
call_interface (Fixture *fixture, const char *interface, const char *method, GVariant *arguments)
{
  fixture->answered = FALSE;
  g_dbus_connection_call (
      fixture->connection, g_dbus_connection_get_unique_name (fixture->connection), PATH, interface,
      method, arguments, NULL, G_DBUS_CALL_FLAGS_NONE, G_MAXINT, NULL, called_cb, fixture);
  while (!fixture->answered)
    g_main_context_iteration (NULL, TRUE);
  return g_steal_pointer (&fixture->answer);
}

/* As the shell does, over the bus. */
static GVariant *
call (Fixture *fixture, const char *method, GVariant *arguments)
{
  return call_interface (fixture, "org.gnome.Shell.SearchProvider2", method, arguments);
}

/* As KRunner does. */
static GVariant *
call_krunner (Fixture *fixture, const char *method, GVariant *arguments)
{
  return call_interface (fixture, "org.kde.krunner1", method, arguments);
}

static void
chosen_cb (LegatoSearchProvider *provider, LegatoHitKind kind, const char *id, Fixture *fixture)
{
  fixture->kind = (int) kind;
  g_free (fixture->chosen);
  fixture->chosen = g_strdup (id);
}

static void
searched_cb (LegatoSearchProvider *provider, const char *text, Fixture *fixture)
{
  fixture->kind = -1;
  g_free (fixture->chosen);
  fixture->chosen = g_strdup (text);
}

/* The window's words are above this; what an entry is said to be is all that counts here. */
static char *
dup_line (const LegatoEntry *entry, LegatoGuide *guide)
{
  return g_strdup_printf ("%s, told", legato_entry_kind_to_id (entry->kind));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LegatoGuide) guide = NULL;
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("legato-search-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "journal.db", NULL);
  guide = load_guide ();
  fixture->shelf_path = g_build_filename (fixture->folder, "routines", NULL);
  fixture->shelf = legato_routine_shelf_new (guide, fixture->shelf_path);
  fixture->application = g_application_new (NULL, G_APPLICATION_DEFAULT_FLAGS);
  fixture->connection = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &error);
  g_assert_no_error (error);
  fixture->provider = legato_search_provider_new (fixture->application);
  g_signal_connect (fixture->provider, "chosen", G_CALLBACK (chosen_cb), fixture);
  g_signal_connect (fixture->provider, "searched", G_CALLBACK (searched_cb), fixture);
  legato_search_provider_export (fixture->provider, fixture->connection, PATH, &error);
  g_assert_no_error (error);
  legato_search_provider_set_content (fixture->provider, fixture->shelf,
                                      legato_day_search_new (guide, fixture->path, dup_line, 3));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = NULL;
  const char *name = NULL;

  g_object_unref (fixture->provider);
  g_object_unref (fixture->connection);
  g_object_unref (fixture->application);
  g_clear_error (&fixture->error);
  g_free (fixture->chosen);
  legato_routine_shelf_empty_bin (fixture->shelf);
  g_object_unref (fixture->shelf);
  g_rmdir (fixture->shelf_path); /* no test but one makes it */
  g_free (fixture->shelf_path);
  dir = g_dir_open (fixture->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static GVariant *
words (const char *text)
{
  g_auto (GStrv) list = g_strsplit (text, " ", -1);

  return g_variant_new_strv ((const char *const *) list, -1);
}

static gboolean
finds (Fixture *fixture, const char *text, const char *id)
{
  g_autoptr (GVariant) found =
      call (fixture, "GetInitialResultSet", g_variant_new ("(@as)", words (text)));
  g_autofree const char **ids = NULL;

  g_variant_get (found, "(^a&s)", &ids);
  return g_strv_contains (ids, id);
}

static void
test_finds_and_describes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GVariant) found =
      call (fixture, "GetInitialResultSet", g_variant_new ("(@as)", words ("calf")));
  g_autoptr (GVariant) ids = g_variant_get_child_value (found, 0);
  g_autoptr (GVariant) narrowed = NULL;
  g_autoptr (GVariant) metas = NULL;
  g_autoptr (GVariant) list = NULL;
  g_autoptr (GVariant) meta = NULL;
  const char *id = NULL;
  const char *text = NULL;

  g_assert_cmpuint (g_variant_n_children (ids), >, 0);
  g_assert_cmpuint (g_variant_n_children (ids), <=, 10);
  g_variant_get_child (ids, 0, "&s", &id);
  g_assert_cmpstr (id, ==, "zone:calf");

  narrowed = call (fixture, "GetSubsearchResultSet",
                   g_variant_new ("(@as@as)", ids, words ("calf xyzzy")));
  g_assert_cmpstr (g_variant_get_type_string (narrowed), ==, "(as)");

  metas =
      call (fixture, "GetResultMetas",
            g_variant_new ("(@as)", g_variant_new_strv ((const char *const[]){ id, NULL }, -1)));
  list = g_variant_get_child_value (metas, 0);
  g_assert_cmpuint (g_variant_n_children (list), ==, 1);
  meta = g_variant_get_child_value (list, 0);
  g_assert_true (g_variant_lookup (meta, "name", "&s", &text));
  g_assert_cmpstr (text, ==, "Calf");
  g_assert_true (g_variant_lookup (meta, "id", "&s", &text));
  g_assert_cmpstr (text, ==, id);
  g_assert_true (g_variant_lookup (meta, "icon", "*", NULL));
}

static void
test_activates (Fixture *fixture, gconstpointer data)
{
  const struct
  {
    const char *id;
    int kind;
    const char *name;
  } cases[] = { { "zone:calf", LEGATO_HIT_ZONE, "calf" },
                { "routine:three-minute", LEGATO_HIT_ROUTINE, "three-minute" },
                { "goal:soreness", LEGATO_HIT_GOAL, "soreness" },
                { "technique:petrissage", LEGATO_HIT_TECHNIQUE, "petrissage" },
                { "day:2026-05-04", LEGATO_HIT_DAY, "2026-05-04" } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GVariant) done = call (fixture, "ActivateResult",
                                        g_variant_new ("(s@asu)", cases[i].id, words ("calf"), 0));

      g_assert_cmpint (fixture->kind, ==, cases[i].kind);
      g_assert_cmpstr (fixture->chosen, ==, cases[i].name);
    }
}

static void
test_shows_all (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GVariant) done =
      call (fixture, "LaunchSearch", g_variant_new ("(@asu)", words ("sore calf"), 0));

  g_assert_cmpstr (fixture->chosen, ==, "sore calf");
}

/* What nobody gave out is nothing, and not a crash. */
static void
test_bears_nonsense (Fixture *fixture, gconstpointer data)
{
  const char *const ids[] = { "", "zone", "tip:water", "days", NULL };

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (GVariant) done =
          call (fixture, "ActivateResult", g_variant_new ("(s@asu)", ids[i], words ("x"), 0));
      g_autoptr (GVariant) metas = call (
          fixture, "GetResultMetas",
          g_variant_new ("(@as)", g_variant_new_strv ((const char *const[]){ ids[i], NULL }, -1)));
      g_autoptr (GVariant) list = g_variant_get_child_value (metas, 0);

      g_assert_cmpuint (g_variant_n_children (list), ==, 0);
    }
  /* The window shows what the words find. */
  g_assert_cmpstr (fixture->chosen, ==, "x");
}

/* The same is found, in the same order, with all that is shown of it. */
static void
test_answers_krunner (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GVariant) actions = call_krunner (fixture, "Actions", NULL);
  g_autoptr (GVariant) found =
      call (fixture, "GetInitialResultSet", g_variant_new ("(@as)", words ("calf")));
  g_autoptr (GVariant) matched = call_krunner (fixture, "Match", g_variant_new ("(s)", "calf"));
  g_autoptr (GVariant) nothing = call_krunner (fixture, "Match", g_variant_new ("(s)", "xyzzy"));
  g_autoptr (GVariant) done = NULL;
  g_autoptr (GVariant) nonsense = NULL;
  g_autoptr (GVariant) list = NULL;
  g_autofree const char **ids = NULL;
  double last = 1.0;

  g_assert_cmpstr (g_variant_get_type_string (actions), ==, "(a(sss))");
  g_assert_cmpstr (g_variant_get_type_string (matched), ==, "(a(sssida{sv}))");
  g_variant_get (found, "(^a&s)", &ids);
  list = g_variant_get_child_value (matched, 0);
  g_assert_cmpuint (g_variant_n_children (list), ==, g_strv_length ((char **) ids));
  for (guint i = 0; ids[i] != NULL; i++)
    {
      const char *id = NULL;
      const char *title = NULL;
      const char *icon = NULL;
      int type = 0;
      double relevance = 0;
      g_autoptr (GVariant) more = NULL;

      g_variant_get_child (list, i, "(&s&s&sid@a{sv})", &id, &title, &icon, &type, &relevance,
                           &more);
      g_assert_cmpstr (id, ==, ids[i]);
      g_assert_cmpstr (icon, ==, LEGATO_APP_ID);
      if (i == 0)
        g_assert_cmpstr (title, ==, "Calf");
      g_assert_cmpfloat (relevance, >, 0);
      g_assert_cmpfloat (relevance, <, last);
      last = relevance;
    }
  g_variant_unref (g_steal_pointer (&list));
  list = g_variant_get_child_value (nothing, 0);
  g_assert_cmpuint (g_variant_n_children (list), ==, 0);

  done = call_krunner (fixture, "Run", g_variant_new ("(ss)", ids[0], ""));
  g_assert_cmpint (fixture->kind, ==, LEGATO_HIT_ZONE);
  g_assert_cmpstr (fixture->chosen, ==, "calf");
  nonsense = call_krunner (fixture, "Run", g_variant_new ("(ss)", "zone", ""));
  g_assert_cmpint (fixture->kind, ==, -1);
}

/* KRunner does not say again what was typed, be it another program by now that is asked: what to do
 * is found by the name of the sign. */
static void
test_advice_in_krunner (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GVariant) matched =
      call_krunner (fixture, "Match", g_variant_new ("(s)", "hot swollen calf"));
  g_autoptr (GVariant) list = g_variant_get_child_value (matched, 0);
  g_autoptr (LegatoGuide) guide = load_guide ();
  GPtrArray *advice = legato_guide_get_advice (guide);
  const char *first = NULL;

  g_variant_get_child (list, 0, "(&s&s&sid@a{sv})", &first, NULL, NULL, NULL, NULL, NULL);
  g_assert_true (g_str_has_prefix (first, "advice:"));
  for (guint i = 0; i < advice->len; i++)
    {
      const LegatoAdvice *item = g_ptr_array_index (advice, i);
      g_autofree char *id = g_strconcat ("advice:", item->flag, NULL);
      g_autoptr (GVariant) done = call_krunner (fixture, "Run", g_variant_new ("(ss)", id, ""));

      g_assert_cmpint (fixture->kind, ==, -1);
      if (!finds (fixture, fixture->chosen, id))
        g_error ("“%s” does not find “%s”", fixture->chosen, id);
    }
}

/* A program that was started for the reminders stays for weeks. */
static void
test_own_routines (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LegatoRoutine) routine = legato_routine_copy (
      legato_guide_find_routine (legato_routine_shelf_get_guide (fixture->shelf), "three-minute"));
  g_autoptr (GError) error = NULL;
  LegatoShelfItem *item = NULL;

  g_assert_false (finds (fixture, "xylophone", "routine:own-xylophone"));
  g_free (routine->id);
  g_free (routine->name);
  routine->id = g_strdup ("own-xylophone");
  routine->name = g_strdup ("Xylophone");
  item = legato_routine_shelf_put (fixture->shelf, routine, &error);
  g_assert_no_error (error);
  g_assert_true (finds (fixture, "xylophone", "routine:own-xylophone"));

  g_assert_true (legato_routine_shelf_remove (fixture->shelf, item, &error));
  g_assert_false (finds (fixture, "xylophone", "routine:own-xylophone"));
}

static void
write_entry (LegatoJournal *journal,
             LegatoEntryKind kind,
             const char *at,
             const char *note,
             const char *zone)
{
  g_autoptr (GTimeZone) zone_of_time = g_time_zone_new_local ();
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (at, zone_of_time);
  g_autoptr (LegatoEntry) entry = legato_entry_new (kind, time);
  g_autoptr (GError) error = NULL;

  g_free (entry->note);
  entry->note = g_strdup (note);
  if (zone != NULL)
    legato_entry_add_rating (entry, zone, LEGATO_LEG_LEFT, LEGATO_MOMENT_BEFORE, 6);
  if (kind == LEGATO_ENTRY_REFUSAL)
    legato_entry_add_reason (entry, "R-DVT");
  legato_journal_add (journal, entry, &error);
  g_assert_no_error (error);
}

/* As the window does, with a connection of its own that stays open. Returns: (transfer full) */
static LegatoJournal *
write_journal (const Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  LegatoJournal *journal = legato_journal_open (fixture->path, &error);

  g_assert_no_error (error);
  write_entry (journal, LEGATO_ENTRY_SESSION, "2020-05-04T18:00:00", "after the stairs", "calf");
  write_entry (journal, LEGATO_ENTRY_CHECK_IN, "2020-05-04T20:00:00", "", "shin");
  write_entry (journal, LEGATO_ENTRY_SESSION, "2020-05-05T18:00:00", "stairs, and a long walk",
               "shin");
  write_entry (journal, LEGATO_ENTRY_REFUSAL, "2020-05-06T18:00:00", "", NULL);
  return journal;
}

/* What is shown of the results for @text: "id|name|description" of each day, with spaces between;
 * of others nothing. */
static char *
dup_days (Fixture *fixture, const char *text)
{
  g_autoptr (GVariant) found =
      call (fixture, "GetInitialResultSet", g_variant_new ("(@as)", words (text)));
  g_autoptr (GVariant) ids = g_variant_get_child_value (found, 0);
  g_autoptr (GVariant) metas = call (fixture, "GetResultMetas", g_variant_new ("(@as)", ids));
  g_autoptr (GVariant) list = g_variant_get_child_value (metas, 0);
  g_autoptr (GString) days = g_string_new (NULL);

  g_assert_cmpuint (g_variant_n_children (ids), ==, g_variant_n_children (list));
  for (gsize i = 0; i < g_variant_n_children (list); i++)
    {
      g_autoptr (GVariant) meta = g_variant_get_child_value (list, i);
      const char *id = NULL;
      const char *name = NULL;
      const char *description = NULL;

      g_variant_lookup (meta, "id", "&s", &id);
      g_variant_lookup (meta, "name", "&s", &name);
      g_variant_lookup (meta, "description", "&s", &description);
      if (g_str_has_prefix (id, "day:"))
        g_string_append_printf (days, "%s%s|%s|%s", days->len > 0 ? "\n" : "", id, name,
                                description);
    }
  return g_strdup (days->str);
}

#define MONDAY "day:2020-05-04|Monday, 4 May 2020|"
#define TUESDAY "day:2020-05-05|Tuesday, 5 May 2020|"
#define WEDNESDAY "day:2020-05-06|Wednesday, 6 May 2020|"
#define FRIDAY "day:2020-05-08|Friday, 8 May 2020|"

/* By itself a day tells that there was a massage; nothing of it tells how somebody is. */
static void
test_finds_days (Fixture *fixture, gconstpointer data)
{
  const struct
  {
    const char *text;
    const char *days;
  } cases[] = {
    { "2020-05-04", MONDAY "1 massage, 1 other entry" },
    { "4 May 2020", MONDAY "1 massage, 1 other entry" },
    { "2020-05-06", WEDNESDAY "1 entry" },
    { "2020-05-07", "" },
    { "yesterday", "" },
    { "May 2020", FRIDAY "1 massage\n" WEDNESDAY "1 entry\n" TUESDAY "1 massage" },
    { "stairs", TUESDAY "1 massage\n" MONDAY "1 massage" },
    { "stairs long", TUESDAY "1 massage" },
    { "st", "" },
    { "stairs 2020-05-04", MONDAY "1 massage" },
    { "calf 2020-05-04", MONDAY "1 massage" },
    { "calf 2020-05-05", "" },
    /* Found by the place and by the note, and still one. */
    { "calf 2020-05-08", FRIDAY "1 massage" },
    { "lymph", "" },
  };
  g_autoptr (LegatoJournal) journal = write_journal (fixture);

  write_entry (journal, LEGATO_ENTRY_SESSION, "2020-05-08T18:00:00", "only the calf", "calf");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *days = dup_days (fixture, cases[i].text);

      if (!g_str_equal (days, cases[i].days))
        g_error ("“%s” finds “%s”", cases[i].text, days);
    }
}

/* Whoever names the journal is told more, but never why there was no massage. */
static void
test_tells_who_asks (Fixture *fixture, gconstpointer data)
{
  const struct
  {
    const char *text;
    const char *days;
  } cases[] = {
    { "journal 2020-05-04", MONDAY "check-in, told" },
    { "2020-05-05 diary", TUESDAY "session, told" },
    { "journal 2020-05-06", WEDNESDAY "1 entry" },
    { "journal stairs long", TUESDAY "session, told" },
    /* A place is looked for in the last year, so only when the day is said here. */
    { "journal calf", "" },
    { "journal calf May 2020", MONDAY "session, told" },
  };
  g_autoptr (LegatoJournal) journal = write_journal (fixture);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *at = g_date_time_format_iso8601 (now);
  g_autofree char *last_year = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *days = dup_days (fixture, cases[i].text);

      if (!g_str_equal (days, cases[i].days))
        g_error ("“%s” finds “%s”", cases[i].text, days);
    }

  /* Without a day, the last year is meant. */
  write_entry (journal, LEGATO_ENTRY_CHECK_IN, at, "", "shin");
  last_year = dup_days (fixture, "journal");
  g_assert_true (g_str_has_prefix (last_year, "day:"));
  g_assert_null (strchr (last_year, '\n'));
}

/* Days come first where they were asked for, and last where a note only has the word. */
static void
test_orders_days (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LegatoJournal) journal = write_journal (fixture);
  g_autoptr (GVariant) asked =
      call (fixture, "GetInitialResultSet", g_variant_new ("(@as)", words ("calf 2020-05-04")));
  g_autoptr (GVariant) noted =
      call (fixture, "GetInitialResultSet", g_variant_new ("(@as)", words ("walk")));
  g_autoptr (GVariant) matched =
      call_krunner (fixture, "Match", g_variant_new ("(s)", "journal 2020-05-05"));
  g_autofree const char **ids = NULL;
  g_autofree const char **others = NULL;
  g_autofree char *match = g_variant_print (matched, FALSE);

  g_variant_get (asked, "(^a&s)", &ids);
  g_assert_cmpstr (ids[0], ==, "day:2020-05-04");
  g_assert_cmpstr (ids[1], ==, "zone:calf");
  g_variant_get (noted, "(^a&s)", &others);
  g_assert_cmpuint (g_strv_length ((char **) others), >, 1);
  g_assert_cmpstr (others[g_strv_length ((char **) others) - 1], ==, "day:2020-05-05");
  /* KRunner is told the same. */
  g_assert_nonnull (strstr (match, "'day:2020-05-05', 'Tuesday, 5 May 2020'"));
  g_assert_nonnull (strstr (match, "'subtext': <'session, told'>"));
}

/* A search makes no journal, and looks into none that is of another version or no journal at all:
 * the guide is found as ever. */
static void
test_leaves_journal_alone (Fixture *fixture, gconstpointer data)
{
  g_autofree char *old = g_test_build_filename (G_TEST_DIST, "data", "journal-v7.db", NULL);
  g_autofree char *bytes = NULL;
  g_autofree char *same = NULL;
  g_autofree char *days = NULL;
  g_autofree char *none = NULL;
  g_autofree char *older = NULL;
  gsize size = 0, size_now = 0;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) found = NULL;
  g_autofree const char **ids = NULL;

  days = dup_days (fixture, "journal 2020-05-04");
  g_assert_cmpstr (days, ==, "");
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));

  g_file_set_contents (fixture->path, "Dear diary", -1, &error);
  g_assert_no_error (error);
  none = dup_days (fixture, "yesterday");
  g_assert_cmpstr (none, ==, "");
  found = call (fixture, "GetInitialResultSet", g_variant_new ("(@as)", words ("calf")));
  g_variant_get (found, "(^a&s)", &ids);
  g_assert_cmpstr (ids[0], ==, "zone:calf");

  g_file_get_contents (old, &bytes, &size, &error);
  g_assert_no_error (error);
  g_file_set_contents (fixture->path, bytes, (gssize) size, &error);
  g_assert_no_error (error);
  older = dup_days (fixture, "journal 2026-11-02");
  g_assert_cmpstr (older, ==, "");
  g_file_get_contents (fixture->path, &same, &size_now, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (same, size_now, bytes, size);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  legato_journal_save_running_finish (LEGATO_JOURNAL (source), result, &error);
  g_assert_no_error (error);
  *(gboolean *) data = TRUE;
}

/* A session that was noted @hours ago, after @done of it. Returns: (transfer full): the program
 * that runs it */
static LegatoJournal *
run_session (const Fixture *fixture, int hours, gint64 done)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *uuid = g_uuid_string_random ();
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (LegatoRunning) running = legato_running_new (uuid, now);
  LegatoRunningStep step = { .technique = (char *) "petrissage",
                             .done_ns = done,
                             .spent_ns = done };
  LegatoJournal *journal = legato_journal_open (fixture->path, &error);
  gboolean saved = FALSE;

  g_assert_no_error (error);
  g_date_time_unref (running->saved_at);
  running->saved_at = g_date_time_add_hours (now, -hours);
  running->tempo = 100;
  legato_running_add_step (running, &step);
  legato_journal_save_running_async (journal, running, NULL, saved_cb, &saved);
  while (!saved)
    g_main_context_iteration (NULL, TRUE);
  return journal;
}

/* Only what was cut off is offered, as long as it can be gone on with: first of all, to whom asks
 * for it, or for the program. */
static void
test_continues (Fixture *fixture, gconstpointer data)
{
  const char *const asks[] = { "cont", "Continue the massage", "résumé", "go on", "Legato", NULL };
  const char *const others[] = { "leg", "calf", "go", "continue calf", "legato calf", "", NULL };
  LegatoJournal *journal = run_session (fixture, 0, LEGATO_SESSION_LEAST_DONE);
  g_autoptr (GVariant) matched = NULL;
  g_autoptr (GVariant) done = NULL;
  g_autofree char *match = NULL;

  g_assert_false (finds (fixture, "continue", "room:continue"));
  g_assert_finalize_object (journal);
  for (gsize i = 0; asks[i] != NULL; i++)
    {
      g_autoptr (GVariant) found =
          call (fixture, "GetInitialResultSet", g_variant_new ("(@as)", words (asks[i])));
      g_autofree const char **ids = NULL;

      g_variant_get (found, "(^a&s)", &ids);
      g_assert_cmpstr (ids[0], ==, "room:continue");
    }
  for (gsize i = 0; others[i] != NULL; i++)
    if (finds (fixture, others[i], "room:continue"))
      g_error ("“%s” finds a session", others[i]);

  matched = call_krunner (fixture, "Match", g_variant_new ("(s)", "continue"));
  match = g_variant_print (matched, FALSE);
  g_assert_nonnull (strstr (match, "'room:continue', 'Continue Where You Were'"));
  g_assert_nonnull (strstr (match, "'subtext': <'Your last session was cut off.'>"));
  done = call (fixture, "ActivateResult",
               g_variant_new ("(s@asu)", "room:continue", words ("continue"), 0));
  g_assert_cmpint (fixture->kind, ==, LEGATO_HIT_ROOM);
  g_assert_cmpstr (fixture->chosen, ==, "continue");
}

static void
test_continues_no_more (Fixture *fixture, gconstpointer data)
{
  g_assert_false (finds (fixture, "continue", "room:continue"));
  g_assert_finalize_object (run_session (fixture, 7, LEGATO_SESSION_LEAST_DONE));
  g_assert_false (finds (fixture, "continue", "room:continue"));
  g_assert_finalize_object (run_session (fixture, 0, LEGATO_SESSION_LEAST_DONE - 1));
  g_assert_false (finds (fixture, "continue", "room:continue"));
  g_assert_finalize_object (run_session (fixture, 5, LEGATO_SESSION_LEAST_DONE));
  g_assert_true (finds (fixture, "continue", "room:continue"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/search-provider/finds-and-describes", test_finds_and_describes);
  ADD ("/search-provider/activates", test_activates);
  ADD ("/search-provider/shows-all", test_shows_all);
  ADD ("/search-provider/bears-nonsense", test_bears_nonsense);
  ADD ("/search-provider/answers-krunner", test_answers_krunner);
  ADD ("/search-provider/advice-in-krunner", test_advice_in_krunner);
  ADD ("/search-provider/own-routines", test_own_routines);
  ADD ("/search-provider/finds-days", test_finds_days);
  ADD ("/search-provider/tells-who-asks", test_tells_who_asks);
  ADD ("/search-provider/orders-days", test_orders_days);
  ADD ("/search-provider/leaves-journal-alone", test_leaves_journal_alone);
  ADD ("/search-provider/continues", test_continues);
  ADD ("/search-provider/continues-no-more", test_continues_no_more);
#undef ADD

  return g_test_run ();
}
