/* test-journal-crash.c: what was saved outlives a process that is killed, whatever it was doing
 *
 * LEGATO_TEST_KILLS=500 kills so many of each kind instead of a few.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "journal-test-utils.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "legato-backups.h"
#include "legato-database-check.h"
#include "legato-exports.h"
#include "legato-store.h"

#define N_KILLS 6

/* Entries of the kept journals of older versions. */
#define N_KEPT 17

/* Saves entries for ever and says the UUID of each, once it is saved. */
static void
save (const char *path)
{
  g_autoptr (GError) error = NULL;
  LegatoStore *store = legato_store_open (path, &error);

  g_assert_no_error (error);
  for (;;)
    {
      g_autoptr (LegatoEntry) entry = test_entry (2026, 4, 1, 12);

      g_assert_true (legato_store_add (store, entry, &error));
      printf ("%s\n", entry->uuid);
      fflush (stdout);
    }
}

/* The other things that it may be doing: each says "go" when it begins. */
static void
migrate (const char *path, const char *other)
{
  legato_store_close (legato_store_open (path, NULL));
}

static void
merge (const char *path, const char *other)
{
  LegatoStore *store = legato_store_open (path, NULL);
  LegatoMergeResult result;

  g_assert_true (legato_store_merge_file (store, other, FALSE, NULL, &result, NULL));
  legato_store_close (store);
}

static void
restore (const char *path, const char *other)
{
  LegatoStore *store = legato_store_open (path, NULL);
  g_autofree char *aside = legato_store_restore_from (store, other, NULL, NULL);

  g_assert_nonnull (aside);
  legato_store_close (store);
}

static guint
get_n_kills (void)
{
  const char *wanted = g_getenv ("LEGATO_TEST_KILLS");

  return wanted != NULL ? (guint) atoi (wanted) : N_KILLS;
}

static GSubprocess *
start (const char *what, const char *path, const char *other)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autoptr (GError) error = NULL;
  GSubprocess *child =
      g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, what, path, other, NULL);

  g_assert_no_error (error);
  return child;
}

static void
assert_sound (const char *path)
{
  g_autoptr (GError) error = NULL;
  LegatoStore *store = legato_store_open (path, &error);

  g_assert_no_error (error);
  g_assert_null (legato_store_get_read_only (store));
  legato_store_close (store);
  g_assert_true (legato_database_check_file (path, NULL, &error));
  g_assert_no_error (error);
}

static void
test_save (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GHashTable) saved = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (LegatoStore) store = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  guint n_kills = get_n_kills ();

  for (guint i = 0; i < n_kills; i++)
    {
      g_autoptr (GSubprocess) child = start ("--save", fixture->path, "");
      g_autoptr (GDataInputStream) lines =
          g_data_input_stream_new (g_subprocess_get_stdout_pipe (child));
      guint enough = g_hash_table_size (saved) + (guint) g_test_rand_int_range (1, 30);
      char *uuid;

      while (g_hash_table_size (saved) < enough
             && (uuid = g_data_input_stream_read_line (lines, NULL, NULL, &error)) != NULL)
        g_hash_table_add (saved, uuid);
      g_subprocess_send_signal (child, SIGKILL);

      /* What it had said before the blow counts as well. */
      while ((uuid = g_data_input_stream_read_line (lines, NULL, NULL, NULL)) != NULL)
        {
          if (strlen (uuid) == 36)
            g_hash_table_add (saved, uuid);
          else
            g_free (uuid);
        }
      g_subprocess_wait (child, NULL, NULL);
      g_assert_cmpuint (g_hash_table_size (saved), >=, enough);
    }

  store = legato_store_open (fixture->path, &error);
  g_assert_no_error (error);
  entries = legato_store_find_entries (store, &(LegatoFilter){ 0 }, 0, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, >=, g_hash_table_size (saved));
  g_assert_cmpuint (entries->len, <=, g_hash_table_size (saved) + n_kills);
  for (guint i = 0; i < entries->len; i++)
    {
      const LegatoEntry *entry = g_ptr_array_index (entries, i);

      g_assert_cmpuint (entry->steps->len, ==, 3);
      g_assert_cmpuint (entry->ratings->len, ==, 4);
      g_hash_table_remove (saved, entry->uuid);
    }
  g_assert_cmpuint (g_hash_table_size (saved), ==, 0);
  g_clear_pointer (&store, legato_store_close);
  assert_sound (fixture->path);
}

/* Kills the child a while after it has begun: from at once to when it would have ended. */
static void
kill_soon (GSubprocess *child)
{
  GInputStream *said = g_subprocess_get_stdout_pipe (child);
  char go;

  g_assert_cmpint (g_input_stream_read (said, &go, 1, NULL, NULL), ==, 1);
  g_usleep ((gulong) g_test_rand_int_range (0, 30000));
  g_subprocess_send_signal (child, SIGKILL);
  g_subprocess_wait (child, NULL, NULL);
}

static void
remove_all (Fixture *fixture)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);

  test_remove_folder (folder);
}

/* Each older version is brought up to date, or still is what it was and can be. */
static void
test_migrate (Fixture *fixture, gconstpointer data)
{
  guint n_kills = get_n_kills ();

  for (guint i = 0; i < n_kills; i++)
    {
      g_autoptr (GSubprocess) child = NULL;

      test_copy_version (fixture->path, 1 + (int) i % 4);
      child = start ("--migrate", fixture->path, "");
      kill_soon (child);
      assert_sound (fixture->path);
      g_assert_cmpint (test_sql_int (fixture->path, "SELECT count (*) FROM entry"), ==, N_KEPT);
      remove_all (fixture);
    }
}

/* All of what is brought in is there, or nothing of it. */
static void
test_merge (Fixture *fixture, gconstpointer data)
{
  g_autofree char *other = g_build_filename (fixture->folder, "other.db", NULL);
  g_autofree char *export = g_build_filename (fixture->folder, "other.json", NULL);
  guint n_kills = get_n_kills ();
  g_autoptr (GError) error = NULL;

  test_copy_version (other, 1);
  g_assert_true (legato_export_file (other, export, FALSE, NULL, FALSE, NULL, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < n_kills; i++)
    {
      g_autoptr (GSubprocess) child = start ("--merge", fixture->path, export);
      gint64 n_entries;

      kill_soon (child);
      assert_sound (fixture->path);
      n_entries = test_sql_int (fixture->path, "SELECT count (*) FROM entry");
      g_assert_true (n_entries == 0 || n_entries == N_KEPT);
      remove_all (fixture);
    }
}

/* The journal holds what it held, or what the copy holds. */
static void
test_restore (Fixture *fixture, gconstpointer data)
{
  g_autofree char *backup = g_build_filename (fixture->folder, "backup.db", NULL);
  guint n_kills = get_n_kills ();

  test_copy_version (backup, 3);
  for (guint i = 0; i < n_kills; i++)
    {
      g_autoptr (GSubprocess) child = NULL;
      g_autoptr (LegatoEntry) entry = test_entry (2026, 4, 1, 12);
      LegatoStore *store = legato_store_open (fixture->path, NULL);
      gint64 n_entries;

      g_assert_true (legato_store_add (store, entry, NULL));
      legato_store_close (store);
      child = start ("--restore", fixture->path, backup);
      kill_soon (child);
      assert_sound (fixture->path);
      n_entries = test_sql_int (fixture->path, "SELECT count (*) FROM entry");
      g_assert_true (n_entries == 1 || n_entries == N_KEPT);
      remove_all (fixture);
    }
}

static int
be_child (const char *what, const char *path, const char *other)
{
  if (g_str_equal (what, "--save"))
    save (path);
  printf ("g");
  fflush (stdout);
  if (g_str_equal (what, "--migrate"))
    migrate (path, other);
  else if (g_str_equal (what, "--merge"))
    merge (path, other);
  else
    restore (path, other);
  return 0;
}

int
main (int argc, char *argv[])
{
  if (argc == 4 && g_str_has_prefix (argv[1], "--"))
    return be_child (argv[1], argv[2], argv[3]);

  g_test_init (&argc, &argv, NULL);
#define ADD(name, func)                                                                            \
  g_test_add ("/journal/crash/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("save", test_save);
  ADD ("migrate", test_migrate);
  ADD ("merge", test_merge);
  ADD ("restore", test_restore);
  return g_test_run ();
}
