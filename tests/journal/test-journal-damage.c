/* test-journal-damage.c: what is opened and saved of a damaged journal, and what waits beside one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "journal-test-utils.h"

#include <glib/gstdio.h>

#include "legato-database-check.h"
#include "legato-database-file.h"
#include "legato-journal-keep.h"
#include "legato-recover.h"
#include "legato-store.h"
#include "legato-waiting.h"

/* Bytes of a journal, changed at random, cut off at any page, or with another's log. */
static void
spoil (GRand *chance, char *content, gsize *length, int round)
{
  gsize n_pages = *length / 4096;
  gsize page = (gsize) round % n_pages;

  switch (round % 4)
    {
    case 0:
      memset (content + page * 4096, 0, 4096);
      break;
    case 1:
      *length = MAX (page, 1) * 4096 - (round % 8 == 1 ? 100 : 0);
      break;
    case 2:
      for (int i = 0; i < 40; i++)
        content[page * 4096 + (gsize) g_rand_int_range (chance, 0, 4096)] =
            (char) g_rand_int_range (chance, 0, 256);
      break;
    default:
      content[g_rand_int_range (chance, 0, (int) *length)] ^=
          (char) (1 << g_rand_int_range (chance, 0, 8));
      break;
    }
}

typedef struct
{
  guint n_opened;
  guint n_refused;
  guint n_recovered;
} Tally;

/* Opened, everything can be read and written and the file is sound; refused, the reason is said,
 * and what can be read of it makes a sound journal. */
static void
try_spoiled (Fixture *fixture, const char *path, Tally *tally)
{
  g_autoptr (GError) error = NULL;
  LegatoStore *store = legato_store_open (path, &error);
  g_autoptr (LegatoEntry) entry = test_entry (2026, 12, 1, 12);

  if (store != NULL)
    {
      g_autoptr (GPtrArray) entries =
          legato_store_find_entries (store, &(LegatoFilter){ 0 }, 0, 0, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (entries->len, >, 0);
      legato_store_add (store, entry, &error);
      g_assert_no_error (error);
      legato_store_close (store);
      g_assert_true (legato_database_check_file (path, NULL, &error));
      g_assert_no_error (error);
      tally->n_opened++;
    }
  else
    {
      g_autofree char *dest = g_build_filename (fixture->folder, "recovered.db", NULL);
      guint n_entries = 0;
      gboolean all = FALSE;

      g_test_message ("%s", error->message);
      g_assert_true (legato_journal_error_may_set_aside (error));
      tally->n_refused++;
      if (legato_recover (path, dest, NULL, &n_entries, &all, NULL))
        {
          g_assert_true (legato_database_check_file (dest, NULL, NULL));
          tally->n_recovered += n_entries > 0;
          legato_database_remove (dest);
        }
    }
}

static void
test_corruption (Fixture *fixture, gconstpointer data)
{
  static const char *const beside[] = { "-wal", "-shm", "-state", "-lock" };
  g_autofree char *path = g_build_filename (fixture->folder, "spoiled.db", NULL);
  g_autofree char *sound = NULL;
  /* The same damage each time, so that what is found can be found again. */
  g_autoptr (GRand) chance = g_rand_new_with_seed (20261129);
  Tally tally = { 0 };
  gsize sound_length;

  test_make_journal (fixture->path, 12);
  g_assert_true (g_file_get_contents (fixture->path, &sound, &sound_length, NULL));
  for (int round = 0; round < 320; round++)
    {
      g_autofree char *content = g_memdup2 (sound, sound_length);
      gsize length = sound_length;

      for (gsize i = 0; i < G_N_ELEMENTS (beside); i++)
        {
          g_autofree char *name = g_strconcat (path, beside[i], NULL);

          g_unlink (name);
        }
      spoil (chance, content, &length, round);
      g_assert_true (g_file_set_contents (path, content, (gssize) length, NULL));
      g_test_message ("round %d", round);
      try_spoiled (fixture, path, &tally);
    }
  g_test_message ("%u opened, %u refused, of which %u recovered", tally.n_opened, tally.n_refused,
                  tally.n_recovered);
  g_assert_cmpuint (tally.n_refused, >, 100);
  g_assert_cmpuint (tally.n_recovered, >, tally.n_refused / 3);
}

static void
break_page_of (const char *path, const char *table)
{
  g_autofree char *question =
      g_strdup_printf ("SELECT rootpage FROM sqlite_schema WHERE name = '%s'", table);
  gint64 root = test_sql_int (path, question);
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  memset (content + (root - 1) * 4096, 0, 4096);
  g_assert_true (g_file_set_contents (path, content, (gssize) length, NULL));
}

/* Of a journal with one broken page of feelings every entry is still there. */
static void
test_recover (Fixture *fixture, gconstpointer data)
{
  g_autofree char *dest = g_build_filename (fixture->folder, "recovered.db", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (LegatoStore) store = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  guint n_entries;
  gboolean all;

  test_make_journal (fixture->path, 30);
  break_page_of (fixture->path, "feeling");

  g_assert_null (legato_store_open (fixture->path, &error));
  g_assert_error (error, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_DAMAGED);
  g_clear_error (&error);
  g_assert_true (legato_recover (fixture->path, dest, NULL, &n_entries, &all, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_entries, ==, 30);
  g_assert_false (all);
  store = legato_store_open (dest, &error);
  entries = legato_store_find_entries (store, &(LegatoFilter){ 0 }, 0, 0, &error);
  g_assert_cmpuint (entries->len, ==, 30);
  g_assert_cmpuint (((LegatoEntry *) g_ptr_array_index (entries, 0))->ratings->len, ==, 4);
}

/* A large journal that somebody else wrote to is there at once, while it is looked through; whoever
 * writes waits for that, and nothing is written to one that is found damaged. */
static void
test_large (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LegatoEntry) entry = test_entry (2026, 12, 1, 12);
  LegatoStore *store = NULL;

  test_make_journal (fixture->path, 30);
  test_sql (fixture->path, "UPDATE entry SET note = hex (randomblob (400000))");
  store = legato_store_open (fixture->path, &error);
  g_assert_no_error (error);
  g_assert_true (legato_store_add (store, entry, &error));
  g_assert_no_error (error);
  legato_store_close (store);
  g_assert_true (legato_database_check_file (fixture->path, NULL, &error));

  /* Closed before it was looked through. */
  test_sql (fixture->path, "UPDATE entry SET note = note || 'a'");
  store = legato_store_open (fixture->path, &error);
  g_assert_no_error (error);
  legato_store_close (store);

  break_page_of (fixture->path, "feeling");
  store = legato_store_open (fixture->path, &error);
  g_assert_no_error (error);
  g_assert_false (legato_store_delete (store, entry->uuid, &error));
  g_assert_error (error, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_DAMAGED);
  legato_store_close (store);
  g_assert_cmpint (
      test_sql_int (fixture->path, "SELECT count (*) FROM entry WHERE deleted_us IS NULL"), ==, 31);
}

static void
tried_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_assert_false (
      legato_journal_try_to_write_finish (LEGATO_JOURNAL (source), result, (GError **) data));
}

/* An entry that the journal cannot take waits on the disk, and is taken in once. */
static void
test_waiting (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LegatoEntry) entry = test_entry (2026, 12, 1, 12);
  g_autoptr (GError) error = NULL;
  g_autoptr (LegatoJournal) journal = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autofree char *folder = g_strconcat (fixture->path, "-waiting", NULL);
  g_autofree char *letter = g_build_filename (folder, "letter.json", NULL);

  test_make_journal (fixture->path, 1);
  g_assert_true (legato_journal_keep_waiting (fixture->path, entry, NULL, &error));
  legato_entry_add_tag (entry, "run");
  g_assert_true (legato_journal_keep_waiting (fixture->path, entry, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (legato_journal_count_waiting (fixture->path), ==, 1);
  /* What is none is left for somebody who can read it. */
  g_assert_true (g_file_set_contents (letter, "Dear", -1, NULL));

  journal = fixture_open_journal (fixture);
  entries = legato_journal_list (journal, NULL, NULL, 0, 0, &error);
  g_assert_cmpuint (entries->len, ==, 2);
  g_assert_true (legato_entry_equal (g_ptr_array_index (entries, 0), entry));
  g_assert_cmpuint (legato_journal_count_waiting (fixture->path), ==, 1);
  /* That it goes on waiting is told, and why. */
  legato_journal_try_to_write_async (journal, NULL, tried_cb, &error);
  while (error == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (strstr (error->message, letter));
  g_assert_cmpint (g_unlink (letter), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static const LegatoEntry *
get_of_day (GPtrArray *entries, const char *uuid)
{
  for (guint i = 0; i < entries->len; i++)
    if (g_str_equal (((LegatoEntry *) entries->pdata[i])->uuid, uuid))
      return entries->pdata[i];
  return NULL;
}

/* Two changes wait, each of what was read before; a third is made in the journal meanwhile. None
 * takes another away. */
static void
test_changes_wait (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LegatoEntry) read = test_entry (2026, 12, 1, 12);
  g_autoptr (LegatoEntry) first = legato_entry_copy (read);
  g_autoptr (LegatoEntry) second = legato_entry_copy (read);
  g_autoptr (LegatoEntry) third = legato_entry_copy (read);
  g_autoptr (GError) error = NULL;
  g_autoptr (LegatoStore) store = legato_store_open (fixture->path, &error);
  g_autoptr (LegatoJournal) journal = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  const LegatoEntry *stored = NULL;

  g_assert_true (legato_store_add (store, read, &error));
  legato_entry_add_tag (first, "run");
  legato_entry_add_tag (second, "flight");
  legato_entry_add_tag (third, "heat");
  g_assert_true (legato_journal_keep_waiting (fixture->path, first, read, &error));
  g_assert_true (legato_journal_keep_waiting (fixture->path, second, read, &error));
  g_assert_cmpuint (legato_journal_count_waiting (fixture->path), ==, 1);
  g_assert_true (legato_store_put (store, third, read, &error));
  g_assert_no_error (error);

  journal = fixture_open_journal (fixture);
  entries = legato_journal_list (journal, NULL, NULL, 0, 0, &error);
  stored = get_of_day (entries, read->uuid);
  g_assert_nonnull (stored);
  g_assert_cmpuint (g_strv_length (stored->tags), ==, g_strv_length (read->tags) + 3);
  g_assert_cmpuint (legato_journal_count_waiting (fixture->path), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func)                                                                            \
  g_test_add ("/journal/damage/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("corruption", test_corruption);
  ADD ("recover", test_recover);
  ADD ("large", test_large);
  ADD ("waiting", test_waiting);
  ADD ("changes-wait", test_changes_wait);
  return g_test_run ();
}
