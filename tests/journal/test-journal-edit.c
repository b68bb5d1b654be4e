/* test-journal-edit.c: entries are corrected, thrown away and brought back, and nothing is lost
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "journal-test-utils.h"

#include "legato-database-check.h"
#include "legato-entry-json.h"
#include "legato-store.h"
#include "legato-word-limit.h"

#define DAY_US ((gint64) 86400 * G_USEC_PER_SEC)

static LegatoStore *
open_store (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  LegatoStore *store = legato_store_open (fixture->path, &error);

  g_assert_no_error (error);
  return store;
}

/* An entry with all that version 4 brought. */
static LegatoEntry *
full_entry (void)
{
  LegatoEntry *entry = test_entry (2026, 9, 1, 12);
  LegatoRating *rating = g_ptr_array_index (entry->ratings, 2);

  g_clear_pointer (&entry->routine, g_free);
  entry->goal = g_strdup ("soreness");
  rating->late = TRUE;
  legato_entry_add_girth (entry, LEGATO_GIRTH_CALF, LEGATO_LEG_LEFT, 371);
  legato_entry_add_girth (entry, LEGATO_GIRTH_ANKLE, LEGATO_LEG_RIGHT, 228);
  legato_entry_add_follow_up (entry, LEGATO_MOMENT_NEXT_DAY, LEGATO_COMPARED_WORSE, FALSE);
  legato_entry_add_follow_up (entry, LEGATO_MOMENT_SECOND_DAY, LEGATO_COMPARED_BETTER, TRUE);
  legato_entry_add_tag (entry, "run");
  legato_entry_add_tag (entry, "langer Flug");
  legato_entry_add_tag (entry, "run");
  return entry;
}

static LegatoEntry *
get_only (LegatoStore *store)
{
  g_autoptr (GPtrArray) entries =
      legato_store_find_entries (store, &(LegatoFilter){ 0 }, 0, 0, NULL);

  g_assert_cmpuint (entries->len, ==, 1);
  return legato_entry_ref (g_ptr_array_index (entries, 0));
}

static void
test_round_trip (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LegatoEntry) entry = full_entry ();
  g_autoptr (LegatoStore) store = open_store (fixture);
  g_autoptr (LegatoEntry) stored = NULL;
  g_autoptr (LegatoEntry) copy = legato_entry_copy (entry);

  g_assert_cmpuint (g_strv_length (entry->tags), ==, 2);
  g_assert_true (legato_entry_equal (entry, copy));
  g_assert_true (legato_store_add (store, entry, NULL));
  stored = get_only (store);
  g_assert_true (legato_entry_equal (stored, entry));
}

/* The same entry has the same text, however often it goes to and fro. */
static void
test_json (void)
{
  static const char *const broken[] = {
    "", "[]", "{}", "null", "{\"uuid\":\"x\"}", "{\"uuid\":1}",
  };
  g_autoptr (LegatoEntry) entry = full_entry ();
  g_autofree char *json = NULL;
  g_autofree char *again = NULL;
  g_autoptr (LegatoEntry) read = NULL;
  g_autoptr (GError) error = NULL;

  g_free (entry->note);
  entry->note = g_strdup ("“quoted”, \"so\" \\ \n\ttab \x01 足");
  entry->deleted_at = test_time (2026, 9, 2, 1);
  json = legato_entry_to_json (entry);
  read = test_read_entry (json, &error);
  g_assert_no_error (error);
  g_assert_true (legato_entry_equal (read, entry));
  g_assert_true (g_date_time_equal (read->edited_at, entry->edited_at));
  g_assert_true (g_date_time_equal (read->deleted_at, entry->deleted_at));
  again = legato_entry_to_json (read);
  g_assert_cmpstr (again, ==, json);

  for (gsize i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_assert_null (test_read_entry (broken[i], &error));
      g_assert_error (error, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_INVALID);
      g_clear_error (&error);
    }
  {
    g_autofree char *deep = g_strnfill (100000, '[');

    g_assert_null (test_read_entry (deep, &error));
    g_assert_error (error, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_INVALID);
  }
}

/* What is corrected is kept as it was; what is only added to is not. */
static void
test_history (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LegatoStore) store = open_store (fixture);
  g_autoptr (LegatoEntry) entry = full_entry ();
  g_autoptr (LegatoEntry) added = legato_entry_copy (entry);
  g_autoptr (LegatoEntry) corrected = NULL;
  g_autoptr (LegatoEntry) stored = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GPtrArray) history = NULL;

  g_assert_true (legato_store_add (store, entry, &error));
  legato_entry_add_rating (added, "foot", LEGATO_LEG_LEFT, LEGATO_MOMENT_AFTER, 2);
  g_assert_true (legato_store_put (store, added, NULL, &error));
  none = test_list_history (fixture->path, entry->uuid);
  g_assert_no_error (error);
  g_assert_cmpuint (none->len, ==, 0);

  corrected = legato_entry_copy (added);
  legato_entry_add_rating (corrected, "foot", LEGATO_LEG_LEFT, LEGATO_MOMENT_AFTER, 3);
  g_free (corrected->note);
  corrected->note = g_strdup ("");
  g_assert_true (legato_store_put (store, corrected, NULL, &error));
  history = test_list_history (fixture->path, entry->uuid);
  g_assert_cmpuint (history->len, ==, 1);
  g_assert_true (legato_entry_equal (g_ptr_array_index (history, 0), added));
  stored = get_only (store);
  g_assert_true (legato_entry_equal (stored, corrected));
  g_assert_cmpint (g_date_time_compare (stored->edited_at, entry->edited_at), >, 0);

  /* What was measured stays as it was measured, but for what a person only told. */
  stored->completed = !stored->completed;
  g_assert_false (legato_store_put (store, stored, NULL, &error));
  g_assert_error (error, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_INVALID);
  g_clear_error (&error);
  {
    g_autoptr (LegatoEntry) told = test_entry (2026, 9, 2, 12);

    told->unguided = TRUE;
    g_assert_true (legato_store_add (store, told, &error));
    told->done_s = 600;
    g_assert_true (legato_store_put (store, told, NULL, &error));
    g_assert_no_error (error);
  }
}

static void
test_bin (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LegatoStore) store = open_store (fixture);
  g_autoptr (LegatoEntry) entry = full_entry ();
  g_autoptr (LegatoEntry) other = test_entry (2026, 9, 2, 12);
  g_autoptr (LegatoEntry) stored = NULL;
  g_autoptr (GPtrArray) deleted = NULL;

  g_assert_true (legato_store_add (store, entry, &error));
  g_assert_true (legato_store_add (store, other, &error));
  g_assert_true (legato_store_delete (store, entry->uuid, &error));
  g_assert_true (legato_store_delete (store, other->uuid, &error));
  deleted = legato_store_list_deleted (store, &error);
  g_assert_cmpuint (deleted->len, ==, 2);
  stored = legato_entry_ref (g_ptr_array_index (deleted, 1));
  g_assert_true (legato_entry_equal (stored, entry));
  g_assert_nonnull (stored->deleted_at);

  g_assert_true (legato_store_restore (store, entry->uuid, &error));
  g_assert_true (legato_store_empty_bin (store, &error));
  g_assert_no_error (error);
  g_clear_pointer (&deleted, g_ptr_array_unref);
  deleted = legato_store_list_deleted (store, &error);
  g_assert_cmpuint (deleted->len, ==, 0);
  g_assert_cmpint (test_sql_int (fixture->path, "SELECT count (*) FROM entry"), ==, 1);
  g_assert_cmpint (test_sql_int (fixture->path, "SELECT count (*) FROM purged"), ==, 1);
  g_assert_false (legato_store_restore (store, other->uuid, &error));
  g_assert_error (error, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_NOT_FOUND);
}

/* Whether any file of the journal holds @text in any letter case. */
static gboolean
is_anywhere (Fixture *fixture, const char *text)
{
  static const char *const suffixes[] = { "", "-wal" };

  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *path = g_strconcat (fixture->path, suffixes[i], NULL);
      g_autofree char *content = NULL;
      gsize length;

      if (!g_file_get_contents (path, &content, &length, NULL))
        continue;
      for (gsize j = 0; j + strlen (text) <= length; j++)
        {
          if (g_ascii_strncasecmp (content + j, text, strlen (text)) == 0)
            return TRUE;
        }
    }
  return FALSE;
}

/* What is thrown away for good is nowhere in the file, nor among the words that are searched. */
static void
test_gone_is_gone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LegatoStore) store = open_store (fixture);
  g_autoptr (LegatoEntry) entry = full_entry ();

  g_free (entry->note);
  entry->note = g_strdup ("Xylophonist");
  g_assert_true (legato_store_add (store, entry, &error));
  g_free (entry->note);
  entry->note = g_strdup ("Zymurgy");
  g_assert_true (legato_store_put (store, entry, NULL, &error));
  g_assert_true (legato_store_delete (store, entry->uuid, &error));
  g_assert_true (is_anywhere (fixture, "xylophonist"));
  g_assert_true (legato_store_empty_bin (store, &error));
  g_assert_no_error (error);
  g_assert_false (is_anywhere (fixture, "xylophonist"));
  g_assert_false (is_anywhere (fixture, "zymurgy"));
}

static void
set_clock_rows (const char *path, gint64 deleted_us, gint64 seen_us, gint64 trusted_us)
{
  g_autofree char *sql =
      g_strdup_printf ("UPDATE entry SET deleted_us = %" G_GINT64_FORMAT "; UPDATE clock SET "
                       "seen_us = %" G_GINT64_FORMAT ", trusted_us = %" G_GINT64_FORMAT,
                       deleted_us, seen_us, trusted_us);

  test_sql (path, sql);
}

/* A clock that leaps ahead empties no bin; thirty days that two looks agree on do. */
static void
test_bin_and_clock (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LegatoEntry) entry = full_entry ();
  gint64 now = g_get_real_time ();
  LegatoStore *store = open_store (fixture);

  g_assert_true (legato_store_add (store, entry, NULL));
  g_assert_true (legato_store_delete (store, entry->uuid, NULL));
  legato_store_close (store);

  /* As if all that had been said a year ago, by the same clock: is it the clock that is wrong? */
  set_clock_rows (fixture->path, now - 365 * DAY_US, now - 365 * DAY_US, now - 366 * DAY_US);
  legato_store_close (open_store (fixture));
  g_assert_cmpint (test_sql_int (fixture->path, "SELECT count (*) FROM entry"), ==, 1);

  /* A day later the clock still says so. */
  set_clock_rows (fixture->path, now - 365 * DAY_US, now - DAY_US - 1, now - 365 * DAY_US);
  legato_store_close (open_store (fixture));
  g_assert_cmpint (test_sql_int (fixture->path, "SELECT count (*) FROM entry"), ==, 0);
}

/* Who changes what was read before changes that, and nothing that was said of it since. */
static void
test_stale (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LegatoStore) store = open_store (fixture);
  g_autoptr (LegatoEntry) read = full_entry ();
  g_autoptr (LegatoEntry) other = legato_entry_copy (read);
  g_autoptr (LegatoEntry) changed = legato_entry_copy (read);
  g_autoptr (LegatoEntry) expected = NULL;
  g_autoptr (LegatoEntry) stored = NULL;
  g_autoptr (LegatoEntry) undone = NULL;

  g_assert_cmpuint (read->ratings->len, >, 1);
  g_assert_cmpuint (read->feelings->len, >, 0);
  g_assert_true (legato_store_add (store, read, &error));
  legato_entry_add_rating (other, "hip-side", LEGATO_LEG_LEFT, LEGATO_MOMENT_NEXT_DAY, 2);
  legato_entry_add_follow_up (other, LEGATO_MOMENT_NEXT_DAY, LEGATO_COMPARED_WORSE, FALSE);
  g_ptr_array_set_size (other->feelings, 0);
  legato_entry_add_tag (other, "flight");
  g_assert_true (legato_store_put (store, other, read, &error));

  legato_entry_add_rating (changed, "hip-side", LEGATO_LEG_LEFT, LEGATO_MOMENT_SECOND_DAY, 1);
  ((LegatoRating *) g_ptr_array_index (changed->ratings, 0))->value ^= 1;
  g_ptr_array_remove_index (changed->ratings, 1);
  g_free (changed->note);
  changed->note = g_strdup ("Said later.");
  g_assert_true (legato_store_put (store, changed, read, &error));
  g_assert_no_error (error);

  expected = legato_entry_copy (other);
  ((LegatoRating *) g_ptr_array_index (expected->ratings, 0))->value ^= 1;
  g_ptr_array_remove_index (expected->ratings, 1);
  legato_entry_add_rating (expected, "hip-side", LEGATO_LEG_LEFT, LEGATO_MOMENT_SECOND_DAY, 1);
  g_free (expected->note);
  expected->note = g_strdup ("Said later.");
  stored = get_only (store);
  g_assert_true (legato_entry_equal (stored, expected));

  /* The change is taken back: what the other said stays. */
  g_assert_true (legato_store_put (store, read, changed, &error));
  undone = get_only (store);
  g_assert_true (legato_entry_keeps_all_of (undone, other));
  g_assert_true (legato_entry_keeps_all_of (other, undone));
}

static void
test_limits (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LegatoStore) store = open_store (fixture);
  g_autoptr (LegatoEntry) entry = full_entry ();
  g_autoptr (GDateTime) before = g_date_time_new_utc (1969, 7, 20, 20, 17, 0);
  g_autoptr (LegatoEntry) old = legato_entry_new (LEGATO_ENTRY_CHECK_IN, before);

  g_assert_false (legato_store_add (store, old, &error));
  g_assert_error (error, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_INVALID);
  g_clear_error (&error);

  g_free (entry->note);
  entry->note = g_strnfill (LEGATO_NOTE_MAX + 1, 'x');
  g_assert_false (legato_store_add (store, entry, &error));
  g_assert_error (error, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_INVALID);
  g_clear_error (&error);
  entry->note[LEGATO_NOTE_MAX] = '\0';
  g_assert_true (legato_store_add (store, entry, &error));
  g_assert_no_error (error);
}

/* @n characters of three bytes. */
static char *
long_word (gsize n)
{
  GString *word = g_string_new (NULL);

  while (n-- > 0)
    g_string_append (word, "脚");
  return g_string_free (word, FALSE);
}

/* Counted in characters, as the document's schema counts; what is held already can be told. */
static void
test_long_words (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LegatoStore) store = open_store (fixture);
  g_autofree char *longest = long_word (LEGATO_WORD_MAX);
  g_autofree char *too_long = long_word (LEGATO_WORD_MAX + 1);
  g_autofree char *older = g_strdup_printf ("UPDATE tag SET name = name || '%s'", longest);
  g_autoptr (LegatoEntry) entry = full_entry ();
  g_autoptr (LegatoEntry) kept = NULL;
  g_autoptr (LegatoEntry) read = NULL;
  g_autofree char *json = NULL;

  g_strfreev (entry->tags);
  entry->tags = g_new0 (char *, 1);
  legato_entry_add_tag (entry, too_long);
  g_assert_false (legato_store_add (store, entry, &error));
  g_assert_error (error, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_INVALID);
  g_clear_error (&error);
  g_strfreev (entry->tags);
  entry->tags = g_new0 (char *, 1);
  legato_entry_add_tag (entry, longest);
  g_assert_true (legato_store_add (store, entry, &error));
  g_assert_no_error (error);

  /* An older version kept any length. */
  test_sql (fixture->path, older);
  kept = get_only (store);
  g_assert_cmpint (g_utf8_strlen (kept->tags[0], -1), ==, 2 * LEGATO_WORD_MAX);
  json = legato_entry_to_json (kept);
  read = test_read_entry (json, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (read->tags[0], ==, kept->tags[0]);
  g_free (kept->note);
  kept->note = g_strdup ("told since");
  g_assert_true (legato_store_put (store, kept, NULL, &error));
  g_assert_no_error (error);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func)                                                                            \
  g_test_add ("/journal/edit/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  g_test_add_func ("/journal/edit/json", test_json);
  ADD ("round-trip", test_round_trip);
  ADD ("history", test_history);
  ADD ("bin", test_bin);
  ADD ("gone-is-gone", test_gone_is_gone);
  ADD ("bin-and-clock", test_bin_and_clock);
  ADD ("stale", test_stale);
  ADD ("limits", test_limits);
  ADD ("long-words", test_long_words);
  return g_test_run ();
}
