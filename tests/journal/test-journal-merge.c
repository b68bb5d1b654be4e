/* test-journal-merge.c: journals of several computers become one, whatever the order
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "journal-test-utils.h"

#include <glib/gstdio.h>

#include "legato-database-check.h"
#include "legato-database-open.h"
#include "legato-entry-json.h"
#include "legato-exports.h"
#include "legato-store-merge.h"
#include "legato-store.h"

#define N_COMPUTERS 3

static LegatoStore *
open_computer (Fixture *fixture, int number)
{
  g_autofree char *name = g_strdup_printf ("computer-%d.db", number);
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GError) error = NULL;
  LegatoStore *store = legato_store_open (path, &error);

  g_assert_no_error (error);
  return store;
}

static GBytes *export(LegatoStore *store)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  legato_store_export (store, stream, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_close (stream, NULL, NULL);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

static LegatoMergeResult
merge (LegatoStore *store, GBytes *document)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (document);
  g_autoptr (GError) error = NULL;
  LegatoMergeResult result;

  legato_store_import (store, stream, FALSE, NULL, &result, &error);
  g_assert_no_error (error);
  return result;
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* All that a journal says, in an order that does not depend on how it came about. */
static char *
say (LegatoStore *store)
{
  g_autoptr (GBytes) document = export(store);
  g_auto (GStrv) lines = g_strsplit (g_bytes_get_data (document, NULL), "\n", -1);
  guint n_lines = g_strv_length (lines);

  for (guint i = 0; i < n_lines; i++)
    {
      char *end = lines[i] + strlen (lines[i]);

      while (end > lines[i] && (end[-1] == ',' || end[-1] == ']' || end[-1] == '}'))
        *--end = '\0';
    }
  qsort (lines, n_lines, sizeof *lines, compare_lines);
  return g_strjoinv ("\n", lines);
}

static void
change_something (LegatoStore *store, GPtrArray *uuids)
{
  const char *uuid = uuids->len > 0
                         ? g_ptr_array_index (uuids, g_test_rand_int_range (0, (int) uuids->len))
                         : NULL;
  g_autoptr (GPtrArray) entries = NULL;
  int what = g_test_rand_int_range (0, 12);

  if (uuid == NULL || what < 3)
    {
      g_autoptr (LegatoEntry) entry = test_entry (2026, 5, g_test_rand_int_range (1, 29), 12);

      g_ptr_array_set_size (entry->steps, 1);
      g_assert_true (legato_store_add (store, entry, NULL));
      g_ptr_array_add (uuids, g_strdup (entry->uuid));
      return;
    }
  switch (what)
    {
    case 3:
      legato_store_delete (store, uuid, NULL);
      return;
    case 4:
      legato_store_restore (store, uuid, NULL);
      return;
    case 5:
      if (g_test_rand_int_range (0, 4) == 0)
        legato_store_empty_bin (store, NULL);
      return;
    default:
      break;
    }
  entries = legato_store_find_entries (store, &(LegatoFilter){ 0 }, 0, 0, NULL);
  for (guint i = 0; i < entries->len; i++)
    {
      LegatoEntry *entry = g_ptr_array_index (entries, i);

      if (!g_str_equal (entry->uuid, uuid))
        continue;
      legato_entry_add_rating (entry, "calf", LEGATO_LEG_LEFT, LEGATO_MOMENT_BEFORE,
                               (guint) g_test_rand_int_range (0, 11));
      g_free (entry->note);
      entry->note = g_strdup_printf ("note %d", g_test_rand_int_range (0, 3));
      legato_store_put (store, entry, NULL, NULL);
    }
}

static void
live_apart (LegatoStore *stores[N_COMPUTERS], GPtrArray *uuids, int n_changes)
{
  for (int i = 0; i < n_changes; i++)
    change_something (stores[g_test_rand_int_range (0, N_COMPUTERS)], uuids);
}

/* All that @store holds, its entries in any order and each of them twice. */
static GBytes *
shuffle (LegatoStore *store)
{
  g_autoptr (GBytes) document = export(store);
  g_auto (GStrv) lines = g_strsplit (g_bytes_get_data (document, NULL), "\n", -1);
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();
  g_autoptr (GString) text =
      g_string_new ("{\"format\":\"legato-journal\",\"version\":1,\"entries\":[");

  for (gsize i = 0; lines[i] != NULL; i++)
    {
      if (!g_str_has_prefix (lines[i], "{\"uuid\"") || strstr (lines[i], "\"kind\"") == NULL)
        continue;
      *(strrchr (lines[i], '}') + 1) = '\0';
      g_ptr_array_add (entries, lines[i]);
    }
  for (guint i = 0; i < 2 * entries->len; i++)
    {
      guint other = (guint) g_test_rand_int_range (0, (int) entries->len);
      gpointer line = entries->pdata[i % entries->len];

      g_string_append_printf (text, "%s%s", i > 0 ? "," : "", (char *) line);
      if (i < entries->len && other > i)
        {
          entries->pdata[i] = entries->pdata[other];
          entries->pdata[other] = line;
        }
    }
  g_string_append (text, "]}");
  return g_string_free_to_bytes (g_steal_pointer (&text));
}

static void
assert_sound (const char *path)
{
  g_autoptr (GError) error = NULL;
  sqlite3 *db = legato_database_open (path, &error);
  gboolean right = FALSE;

  g_assert_no_error (error);
  g_assert_true (legato_database_check_counts (db, &right, &error));
  g_assert_true (right);
  sqlite3_close (db);
  g_assert_true (legato_database_check_file (path, NULL, &error));
  g_assert_no_error (error);
}

/* Many entries at once, known and unknown ones mixed, come to the same as one by one. */
static void
test_many (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) uuids = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *path = g_build_filename (fixture->folder, "computer-1.db", NULL);
  LegatoStore *one = open_computer (fixture, 0);
  LegatoStore *other = open_computer (fixture, 1);
  g_autofree char *said = NULL;
  g_autofree char *brought = NULL;

  for (int round = 0; round < 3; round++)
    {
      g_autoptr (GBytes) document = NULL;

      for (int i = 0; i < 300; i++)
        change_something (one, uuids);
      if (round == 0)
        {
          /* A session that its own program lost sight of. */
          g_autoptr (LegatoEntry) entry = test_entry (2026, 5, 30, 12);
          g_autofree char *sql = g_strdup_printf (
              "INSERT INTO running (uuid, started_us, utc_offset_s, saved_us, session) "
              "VALUES ('%s', 1, 0, 1, '{}')",
              entry->uuid);

          g_assert_true (legato_store_add (one, entry, NULL));
          test_sql (path, sql);
        }
      document = shuffle (one);
      merge (other, document);
      assert_sound (path);
    }
  g_assert_cmpint (test_sql_int (path, "SELECT count (*) FROM running"), ==, 0);
  {
    g_autoptr (GBytes) document = export(one);
    g_autoptr (GBytes) back = NULL;

    merge (other, document);
    back = export(other);
    merge (one, back);
  }
  said = say (one);
  brought = say (other);
  g_assert_cmpstr (said, ==, brought);
  assert_sound (path);
  /* What comes one by one after that is counted again. */
  change_something (other, uuids);
  assert_sound (path);
  legato_store_close (one);
  legato_store_close (other);
}

/* Random histories of three computers, which now and then tell each other: in the end it does not
 * matter who is brought to whom, in which order, and how often. */
static void
test_any_order (Fixture *fixture, gconstpointer data)
{
  for (int round = 0; round < 6; round++)
    {
      g_autoptr (GPtrArray) uuids = g_ptr_array_new_with_free_func (g_free);
      LegatoStore *stores[N_COMPUTERS];
      GBytes *documents[N_COMPUTERS] = { NULL };
      g_autofree char *first = NULL;
      LegatoStore *pair = NULL;

      for (int i = 0; i < N_COMPUTERS; i++)
        stores[i] = open_computer (fixture, round * 100 + i);
      live_apart (stores, uuids, 15);
      documents[0] = export(stores[0]);
      merge (stores[1], documents[0]);
      live_apart (stores, uuids, 15);
      for (int i = 0; i < N_COMPUTERS; i++)
        {
          g_clear_pointer (&documents[i], g_bytes_unref);
          documents[i] = export(stores[i]);
        }

      /* (0 + 1) + 2, 1 + (2 + 0), and 2 + 1 + 0 with everything twice. */
      merge (stores[0], documents[1]);
      merge (stores[0], documents[2]);
      first = say (stores[0]);

      pair = open_computer (fixture, round * 100 + 50);
      merge (pair, documents[2]);
      merge (pair, documents[0]);
      {
        g_autoptr (GBytes) both = export(pair);
        g_autofree char *second = NULL;

        merge (stores[1], both);
        second = say (stores[1]);
        g_assert_cmpstr (second, ==, first);
      }
      for (int again = 0; again < 2; again++)
        {
          merge (stores[2], documents[1]);
          merge (stores[2], documents[0]);
        }
      {
        g_autofree char *third = say (stores[2]);
        LegatoMergeResult result = merge (stores[2], documents[1]);

        g_assert_cmpstr (third, ==, first);
        g_assert_cmpuint (result.n_added + result.n_changed + result.n_removed, ==, 0);
      }
      legato_store_close (pair);
      for (int i = 0; i < N_COMPUTERS; i++)
        {
          g_autofree char *name = g_strdup_printf ("computer-%d.db", round * 100 + i);
          g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
          g_autoptr (GError) error = NULL;

          legato_store_close (stores[i]);
          g_bytes_unref (documents[i]);
          g_assert_true (legato_database_check_file (path, NULL, &error));
          g_assert_no_error (error);
        }
    }
}

/* Both said something else: the later counts, the other is kept. */
static void
test_both_changed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LegatoStore) here = open_computer (fixture, 0);
  g_autoptr (LegatoStore) there = open_computer (fixture, 1);
  g_autoptr (LegatoEntry) entry = test_entry (2026, 5, 1, 12);
  g_autoptr (GBytes) begin = NULL;
  g_autoptr (GBytes) later = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GPtrArray) history = NULL;

  g_assert_true (legato_store_add (here, entry, NULL));
  begin = export(here);
  g_assert_cmpuint (merge (there, begin).n_added, ==, 1);

  g_free (entry->note);
  entry->note = g_strdup ("first");
  g_assert_true (legato_store_put (here, entry, NULL, NULL));
  g_free (entry->note);
  entry->note = g_strdup ("second");
  g_assert_true (legato_store_put (there, entry, NULL, NULL));

  later = export(there);
  g_assert_cmpuint (merge (here, later).n_changed, ==, 1);
  entries = legato_store_find_entries (here, &(LegatoFilter){ 0 }, 0, 0, NULL);
  g_assert_cmpuint (entries->len, ==, 1);
  g_assert_cmpstr (((LegatoEntry *) g_ptr_array_index (entries, 0))->note, ==, "second");
  path = g_build_filename (fixture->folder, "computer-0.db", NULL);
  history = test_list_history (path, entry->uuid);
  g_assert_cmpuint (history->len, ==, 2);
  g_assert_cmpstr (((LegatoEntry *) g_ptr_array_index (history, 0))->note, ==, "first");
}

/* Thrown away for good here, it does not come back from there; changed there since, it does. */
static void
test_thrown_away (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LegatoStore) here = open_computer (fixture, 0);
  g_autoptr (LegatoStore) there = open_computer (fixture, 1);
  g_autoptr (LegatoEntry) entry = test_entry (2026, 5, 1, 12);
  g_autoptr (GBytes) begin = NULL;
  g_autoptr (GBytes) gone = NULL;
  g_autoptr (GBytes) changed = NULL;

  g_assert_true (legato_store_add (here, entry, NULL));
  begin = export(here);
  merge (there, begin);
  g_assert_true (legato_store_delete (here, entry->uuid, NULL));
  g_assert_true (legato_store_empty_bin (here, NULL));
  g_assert_cmpuint (merge (here, begin).n_added, ==, 0);

  legato_entry_add_tag (entry, "run");
  g_assert_true (legato_store_put (there, entry, NULL, NULL));
  gone = export(here);
  g_assert_cmpuint (merge (there, gone).n_removed, ==, 0);
  changed = export(there);
  g_assert_cmpuint (merge (here, changed).n_added, ==, 1);
}

/* A whole journal goes out and comes in again, the person included. */
static void
test_lossless (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "old.db", NULL);
  g_autoptr (LegatoStore) old = NULL;
  g_autoptr (LegatoStore) new = open_computer (fixture, 1);
  g_autoptr (GBytes) document = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  test_copy_version (path, 3);
  old = legato_store_open (path, NULL);
  document = export(old);
  before = say (old);
  g_assert_cmpuint (merge (new, document).n_added, ==, 17);
  after = say (new);
  g_assert_cmpstr (after, ==, before);
  g_assert_nonnull (strstr (after, "\"weekly_goal\":4"));
  g_assert_nonnull (strstr (after, "\"id\":\"veins\""));
}

static LegatoMergeResult
sync_with (LegatoStore *store, const char *folder)
{
  g_autoptr (GError) error = NULL;
  LegatoMergeResult result;

  legato_store_sync_folder (store, folder, NULL, &result, &error);
  g_assert_no_error (error);
  return result;
}

/* The files in the folder as if another computer had written them. */
static void
rename_files (const char *folder, const char *prefix)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *from = g_build_filename (folder, name, NULL);
      g_autofree char *renamed = g_strconcat (prefix, ".json", NULL);
      g_autofree char *to = g_build_filename (folder, renamed, NULL);

      if (!g_str_has_prefix (name, "legato-other"))
        g_assert_cmpint (g_rename (from, to), ==, 0);
    }
}

/* The inode of the file that this computer wrote. */
static guint64
find_own (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  GStatBuf info = { 0 };

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (!g_str_has_prefix (name, "legato-other"))
        g_assert_cmpint (g_stat (path, &info), ==, 0);
    }
  g_assert_cmpuint (info.st_ino, !=, 0);
  return info.st_ino;
}

static void
test_folder (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LegatoStore) here = open_computer (fixture, 0);
  g_autoptr (LegatoStore) there = open_computer (fixture, 1);
  g_autoptr (LegatoEntry) entry = test_entry (2026, 5, 1, 12);
  g_autoptr (LegatoEntry) another = test_entry (2026, 5, 2, 12);
  g_autofree char *folder = g_build_filename (fixture->folder, "sync", NULL);
  g_autofree char *broken = g_build_filename (folder, "legato-other-half.json", NULL);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  LegatoMergeResult result;
  guint64 own_before, own_after;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_true (legato_store_add (here, entry, NULL));
  g_assert_true (legato_store_add (there, another, NULL));
  sync_with (here, folder);
  rename_files (folder, "legato-other-1");
  g_assert_cmpuint (sync_with (there, folder).n_added, ==, 1);
  rename_files (folder, "legato-other-2");

  /* A file that is only half there yet keeps nobody from the others. */
  g_assert_true (g_file_set_contents (broken, "{\"format\":\"legato-journal\",\"ver", -1, NULL));
  result = sync_with (here, folder);
  g_assert_cmpuint (result.n_added, ==, 1);
  g_assert_cmpuint (result.n_unread, ==, 1);
  first = say (here);
  second = say (there);
  g_assert_cmpstr (first, ==, second);

  /* With nothing new the file is not written again. */
  own_before = find_own (folder);
  sync_with (here, folder);
  own_after = find_own (folder);
  g_assert_cmpuint (own_before, ==, own_after);
}

/* Nothing that is wrong with a file changes anything, and nothing of it is taken in. */
static void
test_broken_documents (Fixture *fixture, gconstpointer data)
{
  static const char *const documents[] = {
    "",
    "[",
    "{}",
    "null",
    "{\"entries\":[]}",
    "{\"format\":\"other\",\"entries\":[]}",
    "{\"format\":\"legato-journal\",\"version\":2}",
    "{\"format\":\"legato-journal\",\"entries\":{}}",
    "{\"format\":\"legato-journal\",\"entries\":[{}]}",
    "{\"format\":\"legato-journal\",\"entries\":[1]}",
    "{\"format\":\"legato-journal\",\"entries\":[9{\"uuid\":\"x\"}]}",
    "{\"format\":\"legato-journal\",\"entries\":[{\"uuid\":\"x\"}9]}",
    "{\"format\":\"legato-journal\",\"entries\":[{\"uuid\":\"x\"}{\"uuid\":\"x\"}]}",
    "{\"format\":\"legato-journal\",\"entries\":[\"x\"{\"uuid\":\"x\"}]}",
    "{\"format\":\"legato-journal\",\"entries\":[{\"steps\":[9{\"index\":1}]}]}",
    "{\"format\":\"legato-journal\",\"entries\":[{\"steps\" 9:[{\"index\":1}]}]}",
    "{\"format\":\"legato-journal\",\"entries\":[{\"steps\":[{\"index\":1},]}]}",
    "{\"format\":\"legato-journal\",\"entries\":[{\"steps\":[{\"index\":1}],}]}",
    "{\"format\":\"legato-journal\",\"entries\":[]",
    "{\"format\":\"legato-journal\"} x",
    "{\"format\":\"legato-journal\",\"purged\":[{\"uuid\":\"x\"}]}",
    "{\"format\":\"legato-journal\",\"person\":{\"profile\":[{\"id; DROP TABLE entry\":1}]}}",
    "{\"format\":\"legato-journal\",\"person\":{\"profile\":[{\"weekly_goal\":99}]}}",
  };
  g_autoptr (LegatoStore) store = open_computer (fixture, 0);
  g_autoptr (LegatoEntry) entry = test_entry (2026, 5, 1, 12);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_assert_true (legato_store_add (store, entry, NULL));
  before = say (store);
  for (gsize i = 0; i < G_N_ELEMENTS (documents); i++)
    {
      g_autoptr (GInputStream) stream =
          g_memory_input_stream_new_from_data (documents[i], -1, NULL);
      g_autoptr (GError) error = NULL;
      LegatoMergeResult result;

      g_test_message ("%s", documents[i]);
      g_assert_false (legato_store_import (store, stream, FALSE, NULL, &result, &error));
      g_assert_error (error, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_INVALID);
    }
  after = say (store);
  g_assert_cmpstr (after, ==, before);
}

/* Bytes of a sound export, changed at random: refused as a whole, or taken in as a whole. */
static void
test_fuzzed_documents (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "old.db", NULL);
  g_autoptr (LegatoStore) old = NULL;
  g_autoptr (LegatoStore) store = open_computer (fixture, 0);
  g_autoptr (GBytes) document = NULL;
  gsize length;
  const char *sound;

  test_copy_version (path, 1);
  old = legato_store_open (path, NULL);
  document = export(old);
  sound = g_bytes_get_data (document, &length);
  length = MIN (length, 6000);
  for (int i = 0; i < 320; i++)
    {
      g_autofree char *text = g_memdup2 (sound, length);
      g_autoptr (GInputStream) stream = NULL;
      g_autoptr (GError) error = NULL;
      gsize end = length - (gsize) g_test_rand_int_range (0, 20);
      LegatoMergeResult result;

      for (int j = g_test_rand_int_range (0, 4); j > 0; j--)
        text[g_test_rand_int_range (0, (int) length)] =
            "{}[]\",:0919azAZ \\\n\x80\xff"[g_test_rand_int_range (0, 20)];
      stream = g_memory_input_stream_new_from_data (text, (gssize) end, NULL);
      if (!legato_store_import (store, stream, FALSE, NULL, &result, &error))
        g_assert_error (error, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_INVALID);
    }
  g_assert_true (legato_database_check_file (path, NULL, NULL));
}

/* Another journal itself, also of an older version: it is only read. */
static void
test_another_journal (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "another.db", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (LegatoStore) store = legato_store_open (fixture->path, &error);
  LegatoMergeResult result = { 0 };

  g_assert_no_error (error);
  for (int version = 1; version <= 2; version++)
    {
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      gsize length_before, length_after;
      guint n_entries = 0;

      test_copy_version (path, version);
      n_entries = (guint) test_sql_int (path, "SELECT count (*) FROM entry");
      g_assert_true (g_file_get_contents (path, &before, &length_before, NULL));
      for (int i = 0; i < 3; i++)
        {
          legato_store_merge_file (store, path, i == 0, NULL, &result, &error);
          g_assert_no_error (error);
          g_assert_cmpuint (result.n_seen, ==, n_entries);
          /* The first of the two holds what the second does. */
          g_assert_cmpuint (result.n_added > 0, ==, version == 1 && i < 2);
        }
      g_assert_true (g_file_get_contents (path, &after, &length_after, NULL));
      g_assert_cmpmem (before, length_before, after, length_after);
    }

  /* One that is broken, and none at all. */
  g_assert_true (g_file_set_contents (path, "SQLite format 3\0and no more", 28, NULL));
  g_assert_false (legato_store_merge_file (store, path, FALSE, NULL, &result, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_false (legato_store_merge_file (store, path, FALSE, NULL, &result, &error));
  g_assert_nonnull (error);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func)                                                                            \
  g_test_add ("/journal/merge/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("any-order", test_any_order);
  ADD ("many", test_many);
  ADD ("both-changed", test_both_changed);
  ADD ("thrown-away", test_thrown_away);
  ADD ("lossless", test_lossless);
  ADD ("folder", test_folder);
  ADD ("another-journal", test_another_journal);
  ADD ("broken-documents", test_broken_documents);
  ADD ("fuzzed-documents", test_fuzzed_documents);
  return g_test_run ();
}
