/* test-journal-store.c: what goes into the journal comes out, and the counts stay true
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "journal-test-utils.h"

#include "legato-backups.h"
#include "legato-database-open.h"
#include "legato-journal-keep.h"
#include "legato-store.h"

static void
test_round_trip (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LegatoJournal) journal = fixture_open_journal (fixture);
  g_autoptr (LegatoEntry) entry = test_entry (2026, 9, 1, 23);
  g_autoptr (GPtrArray) entries = NULL;

  g_assert_true (legato_journal_add (journal, entry, &error));
  g_assert_no_error (error);

  /* Also after the file was closed and opened again. */
  g_assert_finalize_object (g_steal_pointer (&journal));
  journal = fixture_open_journal (fixture);
  entries = legato_journal_list (journal, NULL, NULL, 0, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, ==, 1);
  g_assert_true (legato_entry_equal (entry, g_ptr_array_index (entries, 0)));
  g_clear_object (&journal);
  g_assert_true (legato_journal_verify_file (fixture->path, &error));
  g_assert_no_error (error);
}

static void
test_list_pages_and_days (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LegatoJournal) journal = fixture_open_journal (fixture);
  static const int hours[] = { 9, 22, 13, 7 };
  g_autofree char *last = NULL;

  for (int day = 1; day <= 10; day++)
    {
      for (gsize i = 0; i < G_N_ELEMENTS (hours); i++)
        {
          g_autoptr (LegatoEntry) entry = test_entry (2026, 5, day, hours[i]);

          g_assert_true (legato_journal_add (journal, entry, &error));
        }
    }

  /* Pages meet without a gap, newest first. */
  for (guint offset = 0; offset < 40; offset += 7)
    {
      g_autoptr (GPtrArray) page = legato_journal_list (journal, NULL, NULL, 7, offset, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (page->len, ==, MIN (7, 40 - offset));
      for (guint i = 0; i < page->len; i++)
        {
          const LegatoEntry *entry = g_ptr_array_index (page, i);
          g_autofree char *at = g_date_time_format (entry->at, "%Y-%m-%d %H");

          g_assert_true (last == NULL || strcmp (last, at) > 0);
          g_free (last);
          last = g_steal_pointer (&at);
        }
    }

  {
    g_autoptr (GDate) from = g_date_new_dmy (3, 5, 2026);
    g_autoptr (GDate) to = g_date_new_dmy (4, 5, 2026);
    g_autoptr (GPtrArray) two_days = legato_journal_list (journal, from, to, 0, 0, &error);

    g_assert_no_error (error);
    g_assert_cmpuint (two_days->len, ==, 2 * G_N_ELEMENTS (hours));
  }
}

static void
test_update_and_undo (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LegatoJournal) journal = fixture_open_journal (fixture);
  g_autoptr (LegatoEntry) entry = test_entry (2026, 9, 1, 12);
  g_autoptr (LegatoEntry) changed = legato_entry_copy (entry);
  g_autoptr (GAsyncResult) result = NULL;

  g_assert_true (legato_journal_add (journal, entry, &error));

  legato_entry_add_rating (changed, "calf", LEGATO_LEG_RIGHT, LEGATO_MOMENT_NEXT_DAY, 3);
  legato_entry_add_tag (changed, "run");
  legato_journal_keep_async (journal, changed, NULL, NULL, test_result_cb, &result);
  g_assert_cmpint (legato_journal_keep_finish (journal, test_wait (&result), &error), ==,
                   LEGATO_KEPT_IN_JOURNAL);
  g_clear_object (&result);

  {
    g_autoptr (GPtrArray) one = legato_journal_list (journal, NULL, NULL, 0, 0, &error);

    g_assert_no_error (error);
    g_assert_cmpuint (one->len, ==, 1);
    g_assert_true (legato_entry_equal (g_ptr_array_index (one, 0), changed));
  }

  legato_journal_delete_async (journal, entry->uuid, NULL, test_result_cb, &result);
  g_assert_true (legato_journal_delete_finish (journal, test_wait (&result), &error));
  g_clear_object (&result);
  {
    g_autoptr (GPtrArray) none = legato_journal_list (journal, NULL, NULL, 0, 0, &error);
    g_autoptr (GArray) no_ratings = legato_journal_ratings (journal, NULL, NULL, NULL, &error);

    g_assert_cmpuint (none->len, ==, 0);
    g_assert_cmpuint (no_ratings->len, ==, 0);
  }

  /* What is deleted cannot be deleted, read or changed. */
  legato_journal_delete_async (journal, entry->uuid, NULL, test_result_cb, &result);
  g_assert_false (legato_journal_delete_finish (journal, test_wait (&result), &error));
  g_assert_error (error, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_clear_object (&result);
  legato_journal_keep_async (journal, changed, NULL, NULL, test_result_cb, &result);
  g_assert_cmpint (legato_journal_keep_finish (journal, test_wait (&result), &error), ==,
                   LEGATO_KEPT_NOWHERE);
  g_assert_error (error, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_clear_object (&result);

  legato_journal_restore_async (journal, entry->uuid, NULL, test_result_cb, &result);
  g_assert_true (legato_journal_restore_finish (journal, test_wait (&result), &error));
  {
    g_autoptr (GPtrArray) one = legato_journal_list (journal, NULL, NULL, 0, 0, &error);

    g_assert_cmpuint (one->len, ==, 1);
    g_assert_true (legato_entry_equal (g_ptr_array_index (one, 0), changed));
  }
}

static void
test_ratings_by_day_felt (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LegatoJournal) journal = fixture_open_journal (fixture);
  g_autoptr (LegatoEntry) entry = test_entry (2026, 12, 31, 23);
  g_autoptr (GArray) all = NULL;
  g_autoptr (GArray) calf = NULL;
  g_autoptr (GDate) day = g_date_new_dmy (31, 12, 2026);
  const LegatoSoreness *soreness;

  g_assert_true (legato_journal_add (journal, entry, &error));

  all = legato_journal_ratings (journal, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (all->len, ==, 4);
  soreness = &g_array_index (all, LegatoSoreness, 2);
  g_assert_cmpstr (soreness->zone, ==, "calf");
  g_assert_cmpint (soreness->moment, ==, LEGATO_MOMENT_NEXT_DAY);
  g_assert_cmpuint (soreness->day, ==, g_date_get_julian (day) + 1);
  g_assert_cmpuint (soreness->value, ==, 10);
  soreness = &g_array_index (all, LegatoSoreness, 3);
  g_assert_cmpstr (soreness->zone, ==, "shin");
  g_assert_cmpuint (soreness->day, ==, g_date_get_julian (day) + 2);

  calf = legato_journal_ratings (journal, "calf", NULL, day, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (calf->len, ==, 2);
}

/* What was ever felt is what all ratings say, added up, with their first day and their last. */
static void
test_felt_ever (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  LegatoStore *store = legato_store_open (fixture->path, &error);
  g_autoptr (GArray) none = legato_store_felt_ever (store, &error);
  g_autoptr (GArray) ratings = NULL;
  g_autoptr (GArray) felt = NULL;
  guint n_felt = 0;

  g_assert_no_error (error);
  g_assert_cmpuint (none->len, ==, 0);
  for (int i = 0; i < 40; i++)
    {
      g_autoptr (LegatoEntry) entry = test_entry (2010 + i % 17, 1 + i % 12, 1 + i % 28, i % 24);

      legato_entry_add_rating (entry, i % 2 == 0 ? "foot" : "hamstrings", LEGATO_LEG_RIGHT,
                               LEGATO_MOMENT_CHECK_IN, (guint) i % 11);
      g_assert_true (legato_store_add (store, entry, &error));
      if (i % 7 == 0)
        g_assert_true (legato_store_delete (store, entry->uuid, &error));
    }
  ratings = legato_store_ratings (store, NULL, 1, G_MAXINT32, &error);
  felt = legato_store_felt_ever (store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ratings->len, ==, 34 * 5);
  for (guint i = 0; i < felt->len; i++)
    {
      const LegatoFelt *sum = &g_array_index (felt, LegatoFelt, i);
      guint counted[LEGATO_RATING_MAX + 1] = { 0 };
      guint32 first = G_MAXUINT32, last = 0;

      for (guint j = 0; j < ratings->len; j++)
        {
          const LegatoSoreness *rating = &g_array_index (ratings, LegatoSoreness, j);

          if (rating->zone != sum->zone || rating->leg != sum->leg || rating->moment != sum->moment)
            continue;
          counted[rating->value]++;
          first = MIN (first, rating->day);
          last = MAX (last, rating->day);
        }
      g_assert_cmpmem (counted, sizeof counted, sum->n, sizeof sum->n);
      g_assert_cmpuint (first, ==, sum->first_day);
      g_assert_cmpuint (last, ==, sum->last_day);
      for (guint value = 0; value <= LEGATO_RATING_MAX; value++)
        n_felt += sum->n[value];
    }
  g_assert_cmpuint (n_felt, ==, ratings->len);
  legato_store_close (store);
}

static void
test_invalid_leaves_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LegatoJournal) journal = fixture_open_journal (fixture);
  g_autoptr (LegatoEntry) entry = test_entry (2026, 9, 1, 12);
  g_autoptr (LegatoEntry) broken = test_entry (2026, 9, 1, 13);
  g_autoptr (GPtrArray) entries = NULL;
  LegatoRating *rating = g_ptr_array_index (broken->ratings, 3);

  rating->value = 11;
  g_assert_false (legato_journal_add (journal, broken, &error));
  g_assert_error (error, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_INVALID);
  g_clear_error (&error);

  g_assert_true (legato_journal_add (journal, entry, &error));
  g_assert_false (legato_journal_add (journal, entry, &error));
  g_assert_error (error, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_INVALID);
  g_clear_error (&error);

  entries = legato_journal_list (journal, NULL, NULL, 0, 0, &error);
  g_assert_cmpuint (entries->len, ==, 1);
  g_assert_cmpint (test_sql_int (fixture->path, TEST_N_FELT), ==, 4);
}

static void
count_cb (LegatoJournal *journal, guint *count)
{
  (*count)++;
}

static void
test_changed_comes_before_finish (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) opened = NULL;
  g_autoptr (LegatoJournal) journal = NULL;
  g_autoptr (LegatoEntry) entry = test_entry (2026, 9, 1, 12);
  g_autoptr (GAsyncResult) added = NULL;
  g_autoptr (GAsyncResult) deleted = NULL;
  g_autoptr (GAsyncResult) listed = NULL;
  guint n_changed = 0;

  legato_journal_open_async (fixture->path, NULL, test_result_cb, &opened);
  journal = legato_journal_open_finish (test_wait (&opened), &error);
  g_assert_no_error (error);
  g_signal_connect (journal, "changed", G_CALLBACK (count_cb), &n_changed);

  /* Calls keep their order, so the second finds what the first did. */
  legato_journal_add_async (journal, entry, NULL, test_result_cb, &added);
  legato_journal_delete_async (journal, entry->uuid, NULL, test_result_cb, &deleted);
  legato_journal_list_async (journal, NULL, NULL, 0, 0, NULL, test_result_cb, &listed);
  g_assert_true (legato_journal_add_finish (journal, test_wait (&added), &error));
  g_assert_cmpuint (n_changed, >=, 1);
  g_assert_true (legato_journal_delete_finish (journal, test_wait (&deleted), &error));
  g_assert_cmpuint (n_changed, ==, 2);
  {
    g_autoptr (GPtrArray) entries =
        legato_journal_list_finish (journal, test_wait (&listed), &error);

    g_assert_cmpuint (entries->len, ==, 0);
  }

  /* A failed change is none. */
  g_assert_false (legato_journal_add (journal, entry, NULL));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (n_changed, ==, 2);
}

static gboolean
look (LegatoJournal *journal)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gboolean changed = FALSE;

  legato_journal_poll_async (journal, NULL, test_result_cb, &result);
  g_assert_true (legato_journal_poll_finish (journal, test_wait (&result), &changed, &error));
  g_assert_no_error (error);
  return changed;
}

/* What another program does is seen, once; what one does oneself is not news. */
static void
test_look_at_others (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LegatoJournal) journal = fixture_open_journal (fixture);
  g_autoptr (LegatoJournal) other = fixture_open_journal (fixture);
  g_autoptr (LegatoEntry) own = test_entry (2026, 9, 1, 12);
  g_autoptr (LegatoEntry) entry = test_entry (2026, 9, 2, 12);

  g_assert_true (legato_journal_add (journal, own, NULL));
  g_assert_false (look (journal));
  g_assert_true (legato_journal_add (other, entry, NULL));
  g_assert_true (look (journal));
  g_assert_false (look (journal));
}

/* A journal let go while it has work to do finishes it. */
static void
test_letting_go_finishes_work (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LegatoJournal) journal = fixture_open_journal (fixture);
  g_autoptr (GAsyncResult) result = NULL;

  for (int day = 1; day <= 20; day++)
    {
      g_autoptr (LegatoEntry) entry = test_entry (2026, 9, day, 12);

      legato_journal_add_async (journal, entry, NULL, day == 20 ? test_result_cb : NULL, &result);
    }
  g_clear_object (&journal);
  g_assert_true (g_task_propagate_boolean (G_TASK (test_wait (&result)), &error));
  g_clear_object (&result);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpint (test_sql_int (fixture->path, "SELECT count (*) FROM entry"), ==, 20);
}

/* Whatever is done in whatever order, felt_day says what a recount says. */
static void
test_counts_stay_true (Fixture *fixture, gconstpointer data)
{
  static const char *const zones[] = { "foot", "calf", "hamstrings" };
  static const char *const routines[] = { NULL, "three-minute", "evening" };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) uuids = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *copy = g_build_filename (fixture->folder, "copy.db", NULL);
  LegatoStore *store = legato_store_open (fixture->path, &error);

  g_assert_no_error (error);
  for (int i = 0; i < 300; i++)
    {
      int what = g_test_rand_int_range (0, 10);

      if (what < 5 || uuids->len == 0)
        {
          g_autoptr (LegatoEntry) entry = NULL;
          int n_ratings = g_test_rand_int_range (0, 6);

          entry = test_entry (2026, 2, g_test_rand_int_range (1, 5), 12);
          g_ptr_array_set_size (entry->ratings, 0);
          g_free (entry->routine);
          entry->routine = g_strdup (routines[g_test_rand_int_range (0, 3)]);
          for (int j = 0; j < n_ratings; j++)
            legato_entry_add_rating (entry, zones[g_test_rand_int_range (0, 3)],
                                     (LegatoLeg) g_test_rand_int_range (0, 2),
                                     (LegatoMoment) g_test_rand_int_range (0, 5),
                                     (guint) g_test_rand_int_range (0, 3));
          if (what == 0 && uuids->len > 0)
            {
              const char *uuid =
                  g_ptr_array_index (uuids, g_test_rand_int_range (0, (int) uuids->len));

              g_free (entry->uuid);
              entry->uuid = g_strdup (uuid);
              legato_store_put (store, entry, NULL, NULL);
            }
          else
            {
              g_assert_true (legato_store_add (store, entry, &error));
              g_ptr_array_add (uuids, g_strdup (entry->uuid));
            }
        }
      else
        {
          const char *uuid = g_ptr_array_index (uuids, g_test_rand_int_range (0, (int) uuids->len));

          if (what < 8)
            legato_store_delete (store, uuid, NULL);
          else
            legato_store_restore (store, uuid, NULL);
        }

      if (i % 25 == 0)
        {
          g_assert_true (legato_database_check_file (fixture->path, NULL, &error));
          g_assert_no_error (error);
        }
    }
  g_assert_true (legato_database_check_file (fixture->path, NULL, &error));
  g_assert_cmpint (test_sql_int (fixture->path, "SELECT count (*) FROM felt_day"), >, 10);

  /* Emptying the bin removes what was deleted, with its children, and only that. */
  {
    gint64 alive =
        test_sql_int (fixture->path, "SELECT count (*) FROM entry WHERE deleted_us IS NULL");

    g_assert_cmpint (test_sql_int (fixture->path, "SELECT count (*) FROM entry"), >, alive);
    g_assert_true (legato_store_empty_bin (store, &error));
    g_assert_cmpint (test_sql_int (fixture->path, "SELECT count (*) FROM entry"), ==, alive);
    g_assert_cmpint (test_sql_int (fixture->path, "SELECT count (DISTINCT entry) FROM step"), ==,
                     alive);
    g_assert_true (legato_database_check_file (fixture->path, NULL, &error));
    g_assert_no_error (error);
  }

  /* A wrong count is found, and a backup mends it. */
  test_sql (fixture->path, "UPDATE felt_day SET n3 = n3 + 1 WHERE zone = 'calf'");
  g_assert_false (legato_database_check_file (fixture->path, NULL, &error));
  g_assert_error (error, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_DAMAGED);
  g_clear_error (&error);
  g_assert_true (legato_store_copy_to (fixture->path, copy, FALSE, NULL, &error));
  g_assert_true (legato_database_check_file (copy, NULL, &error));
  g_assert_true (legato_database_check_file (fixture->path, NULL, &error));
  g_assert_no_error (error);
  legato_store_close (store);
}

/* Each migration alone brings an empty file to its version, all of it or nothing. */
static void
test_migrations (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "migrate.db", NULL);

  for (int version = 1; version <= legato_database_get_newest_version (); version++)
    {
      g_autoptr (GError) error = NULL;
      sqlite3 *db = NULL;
      g_autofree char *version_is = g_strdup_printf ("SELECT user_version = %d FROM "
                                                     "pragma_user_version",
                                                     version);

      g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
      g_assert_true (legato_database_migrate (db, version, &error));
      g_assert_no_error (error);
      g_assert_true (legato_database_check (db, "integrity_check", &error));
      sqlite3_close (db);
      g_assert_cmpint (test_sql_int (path, version_is), ==, 1);
      g_assert_cmpint (test_sql_int (path, "SELECT application_id FROM pragma_application_id"), ==,
                       LEGATO_DATABASE_APPLICATION_ID);
      g_assert_cmpint (test_sql_int (path, "SELECT count (*) FROM pragma_table_list WHERE "
                                           "schema = 'main' AND type = 'table' AND NOT strict "
                                           "AND name NOT LIKE 'sqlite_%'"),
                       ==, 0);
    }
}

static void
test_failed_migration_leaves_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, "migrate.db", NULL);
  sqlite3 *db = NULL;

  test_sql (path, "CREATE TABLE zone_day (x)");
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_false (legato_database_migrate (db, 1, &error));
  g_assert_nonnull (error);
  g_assert_true (sqlite3_get_autocommit (db));
  sqlite3_close (db);
  g_assert_cmpint (test_sql_int (path, "SELECT count (*) FROM sqlite_schema"), ==, 1);
  g_assert_cmpint (test_sql_int (path, "SELECT user_version FROM pragma_user_version"), ==, 0);
}

/* The tables themselves refuse what no journal may hold. */
static void
test_schema_refuses (Fixture *fixture, gconstpointer data)
{
  static const char *const refused[] = {
    "UPDATE rating SET value = 11",
    "UPDATE rating SET value = 'much'",
    "UPDATE rating SET leg = 'both'",
    "UPDATE rating SET anchors = 0",
    "UPDATE entry SET local_day = '2026-09-02'",
    "UPDATE entry SET kind = 'dream'",
    "UPDATE entry SET uuid = 'short'",
    "UPDATE step SET pressure = 'deep'",
    "UPDATE step SET done_ms = -1",
    "INSERT INTO rating VALUES (99, 0, 'calf', 'left', 'after', 1, 1, 0)",
    "INSERT INTO step_zone VALUES (1, 99, 0, 'calf')",
    NULL,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (LegatoEntry) entry = test_entry (2026, 9, 1, 12);
  LegatoStore *store = legato_store_open (fixture->path, &error);

  g_assert_true (legato_store_add (store, entry, &error));
  legato_store_close (store);

  test_sql_refused (fixture->path, refused);
  test_sql (fixture->path, "UPDATE rating SET value = 2");
  g_assert_true (legato_database_check_file (fixture->path, NULL, &error));
  g_assert_no_error (error);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func)                                                                            \
  g_test_add ("/journal/store/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("round-trip", test_round_trip);
  ADD ("list-pages-and-days", test_list_pages_and_days);
  ADD ("update-and-undo", test_update_and_undo);
  ADD ("ratings-by-day-felt", test_ratings_by_day_felt);
  ADD ("felt-ever", test_felt_ever);
  ADD ("invalid-leaves-nothing", test_invalid_leaves_nothing);
  ADD ("changed-comes-before-finish", test_changed_comes_before_finish);
  ADD ("look-at-others", test_look_at_others);
  ADD ("letting-go-finishes-work", test_letting_go_finishes_work);
  ADD ("counts-stay-true", test_counts_stay_true);
  ADD ("migrations", test_migrations);
  ADD ("failed-migration-leaves-nothing", test_failed_migration_leaves_nothing);
  ADD ("schema-refuses", test_schema_refuses);
  return g_test_run ();
}
