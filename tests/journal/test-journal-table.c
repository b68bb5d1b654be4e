/* test-journal-table.c: tables of comma-separated values, read into a journal and written from it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "journal-test-utils.h"

#include "legato-csv.h"
#include "legato-entry-json.h"
#include "legato-exports.h"
#include "legato-store.h"
#include "legato-word-limit.h"

static LegatoStore *
open_store (const char *path)
{
  g_autoptr (GError) error = NULL;
  LegatoStore *store = legato_store_open (path, &error);

  g_assert_no_error (error);
  return store;
}

static void
test_table (Fixture *fixture, gconstpointer data)
{
  static const char table[] =
      "When;Hour;place;leg;value;note\r\n"
      "2026-05-01;18:30;calf;left;6;\"after \"\"work\"\", tired\nvery\"\r\n"
      "2026-05-01;18:30;calf;right;4;\"after \"\"work\"\", tired\nvery\"\r\n"
      "2026-05-02;;shin;left;0;\r\n";
  static const char *const broken[] = {
    "date,value\n2026-05-01,6\n",
    "date,place,leg,value\n2026-05-01,calf,left,11\n",
    "date,place,leg,value\nx,calf,left,1\n",
    "date,place,leg,value\n2026-05-01,calf,both,1\n",
    "date,note\n2026-05-01,\"open\n",
    "date,note\n2026-05-01,\xff\n",
  };
  g_autoptr (LegatoStore) store = open_store (fixture->path);
  g_autofree char *path = g_build_filename (fixture->folder, "table.csv", NULL);
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;
  const LegatoEntry *entry;
  LegatoMergeResult result;
  int columns[LEGATO_CSV_N_COLUMNS];

  g_assert_true (g_file_set_contents (path, table, -1, NULL));
  rows = legato_csv_read (path, 2, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, 2);
  legato_csv_guess_columns (g_ptr_array_index (rows, 0), columns);
  g_assert_cmpint (columns[LEGATO_CSV_LEG], ==, 3);
  g_assert_cmpint (columns[LEGATO_CSV_DATE], ==, -1);
  columns[LEGATO_CSV_DATE] = 0;
  columns[LEGATO_CSV_TIME] = 1;

  /* A try changes nothing; the second time nothing is new. */
  for (int i = 0; i < 3; i++)
    {
      g_assert_true (
          legato_store_import_csv (store, path, columns, NULL, i == 0, NULL, &result, &error));
      g_assert_no_error (error);
      g_assert_cmpuint (result.n_added, ==, i < 2 ? 2 : 0);
    }
  entries = legato_store_find_entries (store, &(LegatoFilter){ 0 }, 0, 0, &error);
  g_assert_cmpuint (entries->len, ==, 2);
  entry = g_ptr_array_index (entries, 1);
  g_assert_cmpstr (entry->note, ==, "after \"work\", tired\nvery");
  g_assert_cmpuint (entry->ratings->len, ==, 2);
  g_assert_cmpint (g_date_time_get_hour (entry->at), ==, 18);

  for (gsize i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autoptr (GPtrArray) header = NULL;
      g_autofree char *said = g_strescape (broken[i], NULL);

      g_assert_true (g_file_set_contents (path, broken[i], -1, NULL));
      header = legato_csv_read (path, 1, NULL);
      legato_csv_guess_columns (g_ptr_array_index (header, 0), columns);
      g_test_message ("%s", said);
      g_assert_false (
          legato_store_import_csv (store, path, columns, NULL, FALSE, NULL, &result, &error));
      g_assert_error (error, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_INVALID);
      g_clear_error (&error);
    }
}

/* Notes of a day without a time of day are one entry, with each of them once. */
static void
test_table_of_notes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LegatoStore) store = open_store (fixture->path);
  g_autofree char *path = g_build_filename (fixture->folder, "table.csv", NULL);
  g_autoptr (GPtrArray) header = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;
  const LegatoEntry *entry;
  LegatoMergeResult result;
  int columns[LEGATO_CSV_N_COLUMNS];

  g_assert_true (g_file_set_contents (path,
                                      "date,tags,note\n2026-05-01,run,stairs\n"
                                      "2026-05-01,,stairs\n2026-05-01,flight,lift\n"
                                      "2026-05-01,,stair\n2026-05-01,,lift\n",
                                      -1, NULL));
  header = legato_csv_read (path, 1, &error);
  g_assert_no_error (error);
  legato_csv_guess_columns (g_ptr_array_index (header, 0), columns);
  for (int i = 0; i < 2; i++)
    {
      g_assert_true (
          legato_store_import_csv (store, path, columns, NULL, FALSE, NULL, &result, &error));
      g_assert_no_error (error);
      g_assert_cmpuint (result.n_added, ==, i == 0 ? 1 : 0);
    }
  entries = legato_store_find_entries (store, &(LegatoFilter){ 0 }, 0, 0, &error);
  g_assert_cmpuint (entries->len, ==, 1);
  entry = g_ptr_array_index (entries, 0);
  g_assert_cmpstr (entry->note, ==, "stairs\nlift\nstair");
  g_assert_true (g_strv_contains ((const char *const *) entry->tags, "run"));
  g_assert_true (g_strv_contains ((const char *const *) entry->tags, "flight"));
}

/* What an entry may not have does not come in by a table either. */
static void
test_long_words (Fixture *fixture, gconstpointer data)
{
  static const char *const columns[] = { "tags", "routine", "goal", "measure", "place" };
  g_autoptr (LegatoStore) store = open_store (fixture->path);
  g_autofree char *path = g_build_filename (fixture->folder, "table.csv", NULL);
  LegatoMergeResult result;

  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    for (guint more = 0; more < 2; more++)
      {
        g_autofree char *word = g_strnfill (LEGATO_WORD_MAX + more, 'x');
        g_autofree char *table =
            g_strdup_printf ("date,%s\n2026-05-0%u,%s\n", columns[i], more + 1, word);
        int places[LEGATO_CSV_N_COLUMNS];
        g_autoptr (GPtrArray) header = NULL;
        g_autoptr (GError) error = NULL;

        g_assert_true (g_file_set_contents (path, table, -1, NULL));
        header = legato_csv_read (path, 1, &error);
        legato_csv_guess_columns (g_ptr_array_index (header, 0), places);
        g_assert_true (
            legato_store_import_csv (store, path, places, NULL, TRUE, NULL, &result, &error)
            == (more == 0));
        g_assert_true ((error == NULL) == (more == 0));
      }
}

static GPtrArray *
import (LegatoStore *store, const char *path, const char *table, guint n_added)
{
  g_autoptr (GPtrArray) header = NULL;
  g_autoptr (GError) error = NULL;
  LegatoMergeResult result;
  int columns[LEGATO_CSV_N_COLUMNS];
  GPtrArray *entries = NULL;

  g_assert_true (g_file_set_contents (path, table, -1, NULL));
  header = legato_csv_read (path, 1, &error);
  g_assert_no_error (error);
  legato_csv_guess_columns (g_ptr_array_index (header, 0), columns);
  /* A try tells the truth, and the second time nothing is new. */
  for (int i = 0; i < 3; i++)
    {
      g_assert_true (
          legato_store_import_csv (store, path, columns, NULL, i == 0, NULL, &result, &error));
      g_assert_no_error (error);
      g_assert_cmpuint (result.n_added, ==, i < 2 ? n_added : 0);
    }
  entries = legato_store_find_entries (store, &(LegatoFilter){ 0 }, 0, 0, &error);
  g_assert_no_error (error);
  return entries;
}

/* Rows of one entry may stand anywhere in a table. */
static void
test_sorted_by_place (Fixture *fixture, gconstpointer data)
{
  static const char table[] = "date,place,leg,value,entry\n"
                              "2026-05-01,calf,left,6,\n2026-05-02,calf,left,5,\n"
                              "2026-05-03,calf,left,4,6a5bd5de-9d5b-4c2c-8a56-0b8e8ad3a7c1\n"
                              "2026-05-01,shin,left,3,\n2026-05-02,shin,left,2,\n"
                              "2026-05-03,shin,left,1,6a5bd5de-9d5b-4c2c-8a56-0b8e8ad3a7c1\n";
  g_autoptr (LegatoStore) store = open_store (fixture->path);
  g_autofree char *path = g_build_filename (fixture->folder, "table.csv", NULL);
  g_autoptr (GPtrArray) entries = import (store, path, table, 3);

  g_assert_cmpuint (entries->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpuint (((LegatoEntry *) g_ptr_array_index (entries, i))->ratings->len, ==, 2);
}

/* Of a place that was told twice, both values are kept; the same value twice is one. */
static void
test_told_twice (Fixture *fixture, gconstpointer data)
{
  static const char table[] = "date,measure,place,leg,value\n"
                              "2026-05-01,soreness,calf,left,6\n2026-05-01,soreness,shin,left,2\n"
                              "2026-05-01,soreness,calf,left,3\n2026-05-01,soreness,calf,left,6\n"
                              "2026-05-01,girth,calf,left,37\n2026-05-01,girth,calf,left,38\n"
                              "2026-05-01,heaviness,,both,4\n2026-05-01,heaviness,,both,7\n";
  g_autoptr (LegatoStore) store = open_store (fixture->path);
  g_autofree char *path = g_build_filename (fixture->folder, "table.csv", NULL);
  g_autoptr (GPtrArray) entries = import (store, path, table, 2);
  guint n_ratings = 0;

  g_assert_cmpuint (entries->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      const LegatoEntry *entry = g_ptr_array_index (entries, i);

      n_ratings += entry->ratings->len;
      g_assert_cmpuint (entry->girths->len, ==, 1);
      g_assert_cmpuint (entry->feelings->len, ==, 1);
    }
  g_assert_cmpuint (n_ratings, ==, 3);
}

/* Two massages of a day without a time of day are two, also if they say the same; those of the same
 * time are one. A day's massage with its values is one. */
static void
test_two_massages (Fixture *fixture, gconstpointer data)
{
  static const char table[] = "date,time,kind,minutes,place,leg,value\n"
                              "2026-05-01,,session,20,,,\n2026-05-01,,session,20,,,\n"
                              "2026-05-02,,session,20,,,\n2026-05-02,,session,30,,,\n"
                              "2026-05-03,18:00,session,20,,,\n2026-05-03,18:00,session,20,,,\n"
                              "2026-05-04,,session,20,,,\n2026-05-04,,session,20,calf,left,4\n";
  g_autoptr (LegatoStore) store = open_store (fixture->path);
  g_autofree char *path = g_build_filename (fixture->folder, "table.csv", NULL);
  g_autoptr (GPtrArray) entries = import (store, path, table, 6);

  g_assert_cmpuint (entries->len, ==, 6);
}

/* A file that cannot be read to its end is no short table: the system refuses to read this one. */
static void
test_unreadable (Fixture *fixture, gconstpointer data)
{
  static const char path[] = "/proc/self/mem";
  const int columns[LEGATO_CSV_N_COLUMNS] = { 0 };
  g_autoptr (LegatoStore) store = open_store (fixture->path);
  g_autoptr (GError) error = NULL;
  LegatoMergeResult result;

  g_assert_null (legato_csv_read (path, 1, &error));
  g_assert_error (error, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_FAILED);
  g_clear_error (&error);
  g_assert_false (
      legato_store_import_csv (store, path, columns, NULL, FALSE, NULL, &result, &error));
  g_assert_error (error, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_FAILED);
}

/* All that a table holds of an entry, which is to the second. */
static char *
say_values (const LegatoEntry *entry)
{
  g_autoptr (GString) text = g_string_new (entry->uuid);
  g_autofree char *at = g_date_time_format (entry->at, "%FT%T%:z");
  g_autofree char *tags = g_strjoinv ("+", entry->tags);

  g_string_append_printf (text, " %s %d %s %s %u %d %s %s", at, entry->kind, entry->routine,
                          entry->goal, entry->done_s / 60, entry->late, tags, entry->note);
  for (guint i = 0; i < entry->ratings->len; i++)
    {
      const LegatoRating *rating = g_ptr_array_index (entry->ratings, i);

      g_string_append_printf (text, " %s/%d/%d=%u/%d", rating->zone, rating->leg, rating->moment,
                              rating->value, entry->late || rating->late);
    }
  for (guint i = 0; i < entry->feelings->len; i++)
    {
      const LegatoFeeling *feeling = g_ptr_array_index (entry->feelings, i);

      g_string_append_printf (text, " %s/%d=%u", feeling->id, feeling->leg, feeling->value);
    }
  for (guint i = 0; i < entry->girths->len; i++)
    {
      const LegatoGirth *girth = g_ptr_array_index (entry->girths, i);

      g_string_append_printf (text, " %d/%d=%u", girth->place, girth->leg, girth->mm);
    }
  for (guint i = 0; i < entry->follow_ups->len; i++)
    {
      const LegatoFollowUp *follow_up = g_ptr_array_index (entry->follow_ups, i);

      g_string_append_printf (text, " %d=%d/%d", follow_up->moment, follow_up->compared,
                              follow_up->late);
    }
  return g_strdup (text->str);
}

/* What goes out as a table comes in as the same values, and in again as nothing new. */
static void
test_table_round_trip (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LegatoStore) store = open_store (fixture->path);
  g_autofree char *other_path = g_build_filename (fixture->folder, "other.db", NULL);
  g_autoptr (LegatoStore) other = open_store (other_path);
  g_autofree char *out = g_build_filename (fixture->folder, "out.csv", NULL);
  g_autoptr (LegatoEntry) session = test_entry (2026, 5, 1, 12);
  g_autoptr (GDateTime) at = test_time (2026, 5, 2, 7);
  g_autoptr (LegatoEntry) check_in = legato_entry_new (LEGATO_ENTRY_CHECK_IN, at);
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GPtrArray) header = NULL;
  g_autoptr (GError) error = NULL;
  LegatoMergeResult result;
  int columns[LEGATO_CSV_N_COLUMNS];

  session->done_s = 180;
  legato_entry_add_rating (session, "calf", LEGATO_LEG_RIGHT, LEGATO_MOMENT_NEXT_DAY, 2);
  legato_entry_add_follow_up (session, LEGATO_MOMENT_NEXT_DAY, LEGATO_COMPARED_WORSE, FALSE);
  legato_entry_add_follow_up (session, LEGATO_MOMENT_SECOND_DAY, LEGATO_COMPARED_BETTER, TRUE);
  legato_entry_add_tag (session, "run");
  legato_entry_add_tag (session, "long-standing");
  legato_entry_add_feeling (check_in, "heaviness", LEGATO_LEG_LEFT, 7);
  legato_entry_add_girth (check_in, LEGATO_GIRTH_ANKLE, LEGATO_LEG_LEFT, 235);
  g_free (check_in->note);
  check_in->note = g_strdup ("; \"said\",\r\n = 1");
  g_assert_true (legato_store_add (store, session, &error));
  g_assert_true (legato_store_add (store, check_in, &error));
  g_assert_no_error (error);

  g_assert_true (legato_export_file (fixture->path, out, TRUE, NULL, FALSE, NULL, &error));
  g_assert_no_error (error);
  header = legato_csv_read (out, 1, NULL);
  legato_csv_guess_columns (g_ptr_array_index (header, 0), columns);
  for (int i = 0; i < 2; i++)
    {
      g_assert_true (
          legato_store_import_csv (other, out, columns, NULL, FALSE, NULL, &result, &error));
      g_assert_no_error (error);
      g_assert_cmpuint (result.n_added, ==, i == 0 ? 2 : 0);
    }

  before = legato_store_find_entries (store, &(LegatoFilter){ 0 }, 0, 0, &error);
  after = legato_store_find_entries (other, &(LegatoFilter){ 0 }, 0, 0, &error);
  g_assert_cmpuint (after->len, ==, 2);
  for (guint i = 0; i < after->len; i++)
    {
      g_autofree char *wanted = say_values (g_ptr_array_index (before, i));
      g_autofree char *found = say_values (g_ptr_array_index (after, i));

      g_assert_cmpstr (found, ==, wanted);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func)                                                                            \
  g_test_add ("/journal/table/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("read", test_table);
  ADD ("notes-of-a-day", test_table_of_notes);
  ADD ("long-words", test_long_words);
  ADD ("sorted-by-place", test_sorted_by_place);
  ADD ("told-twice", test_told_twice);
  ADD ("two-massages", test_two_massages);
  ADD ("unreadable", test_unreadable);
  ADD ("round-trip", test_table_round_trip);
  return g_test_run ();
}
