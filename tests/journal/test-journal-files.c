/* test-journal-files.c: files that are no journal, broken, locked, or cannot be written
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "journal-test-utils.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "legato-database-open.h"
#include "legato-journal-copies.h"

#define NOBODY 65534

/* Writes a copy of what is open; another copy that is there is replaced. */
static gboolean
copy_journal (LegatoJournal *journal, const char *dest, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  legato_journal_copy_async (journal, dest, TRUE, NULL, NULL, NULL, test_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return legato_journal_copy_finish (journal, result, error);
}

static void
make_folder (Fixture *fixture)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
}

/* What is shown to a person has none of SQLite's words. */
static void
assert_plain (const GError *error)
{
  static const char *const words[] = { "malformed", "database", "sqlite",  "constraint",
                                       "I/O",       "page",     "integer", "Tree",
                                       "index",     "***",      "table",   "trigger" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    g_assert_null (strstr (error->message, words[i]));
}

/* Opening must fail with @code, say something, and leave the file as it is. */
static void
assert_refused (const char *path, LegatoJournalError code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *old = NULL;
  g_autofree char *new = NULL;
  gsize old_length, new_length;

  g_assert_true (g_file_get_contents (path, &old, &old_length, NULL));
  g_assert_null (legato_journal_open (path, &error));
  g_assert_error (error, LEGATO_JOURNAL_ERROR, (int) code);
  g_assert_cmpstr (error->message, !=, "");
  assert_plain (error);
  g_test_message ("%s", error->message);
  g_assert_true (g_file_get_contents (path, &new, &new_length, NULL));
  g_assert_cmpmem (old, old_length, new, new_length);
}

static void
make_journal (const char *path, int n_entries)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LegatoJournal) journal = legato_journal_open (path, &error);

  g_assert_no_error (error);
  for (int i = 0; i < n_entries; i++)
    {
      g_autoptr (LegatoEntry) entry = test_entry (2026, 1 + i / 28, 1 + i % 28, 12);

      g_assert_true (legato_journal_add (journal, entry, &error));
      g_assert_no_error (error);
    }
}

/* The journal can be read, searched and copied; writing fails with @code and changes nothing. */
static void
assert_readable (const char *path, guint n_entries, LegatoJournalError code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) why = NULL;
  g_autofree char *copy = g_strconcat (g_get_tmp_dir (), "/copy-XXXXXX", NULL);
  g_autofree char *old = NULL;
  g_autofree char *new = NULL;
  g_autoptr (LegatoJournal) journal = NULL;
  g_autoptr (LegatoEntry) entry = test_entry (2026, 9, 1, 12);
  g_autoptr (GPtrArray) entries = NULL;
  gsize old_length, new_length;

  g_close (g_mkstemp (copy), NULL);
  g_unlink (copy);
  g_assert_true (g_file_get_contents (path, &old, &old_length, NULL));
  journal = legato_journal_open (path, &error);
  g_assert_no_error (error);
  why = legato_journal_dup_read_only (journal);
  g_assert_error (why, LEGATO_JOURNAL_ERROR, (int) code);
  entries = legato_journal_list (journal, NULL, NULL, 0, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, ==, n_entries);
  g_assert_true (copy_journal (journal, copy, &error));
  g_assert_no_error (error);
  g_assert_cmpint (test_sql_int (copy, "SELECT count (*) FROM entry"), ==, n_entries);

  g_assert_false (legato_journal_add (journal, entry, &error));
  g_assert_error (error, LEGATO_JOURNAL_ERROR, (int) code);
  g_test_message ("%s", error->message);
  g_clear_object (&journal);
  g_assert_true (g_file_get_contents (path, &new, &new_length, NULL));
  g_assert_cmpmem (old, old_length, new, new_length);
  g_unlink (copy);
}

static void
test_new_is_private (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  GStatBuf info;

  make_journal (fixture->path, 1);
  g_assert_cmpint (g_stat (fixture->path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  g_assert_cmpint (g_stat (folder, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0700);
}

static void
test_default_path (void)
{
  g_autofree char *path = legato_journal_get_default_path ();
  g_autofree char *expected =
      g_build_filename (g_get_user_data_dir (), "legato", "journal.db", NULL);

  g_assert_cmpstr (path, ==, expected);
}

static void
test_foreign (Fixture *fixture, gconstpointer data)
{
  make_folder (fixture);

  g_assert_true (g_file_set_contents (fixture->path, "Dear diary", -1, NULL));
  assert_refused (fixture->path, LEGATO_JOURNAL_ERROR_FOREIGN);
  g_assert_false (legato_journal_verify_file (fixture->path, NULL));

  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  test_sql (fixture->path, "CREATE TABLE recipe (title TEXT); INSERT INTO recipe VALUES ('Soup')");
  assert_refused (fixture->path, LEGATO_JOURNAL_ERROR_FOREIGN);

  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  test_sql (fixture->path, "PRAGMA journal_mode = WAL; PRAGMA application_id = 42;"
                           "CREATE TABLE recipe (title TEXT)");
  assert_refused (fixture->path, LEGATO_JOURNAL_ERROR_FOREIGN);
}

static void
test_newer (Fixture *fixture, gconstpointer data)
{
  make_journal (fixture->path, 3);
  test_sql (fixture->path, "PRAGMA user_version = 99");
  assert_readable (fixture->path, 3, LEGATO_JOURNAL_ERROR_NEWER);
}

/* The newer program put its tables otherwise, and was cut off: looked through, nothing is found to
 * be damaged, and it can be copied. What this program does not know is not called damage. */
static void
test_newer_otherwise (Fixture *fixture, gconstpointer data)
{
  g_autofree char *state = g_strconcat (fixture->path, "-state", NULL);
  g_autoptr (LegatoJournal) journal = NULL;
  g_autoptr (GDate) day = g_date_new_dmy (1, 9, 2026);
  g_autoptr (GArray) ratings = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;

  make_journal (fixture->path, 3);
  test_sql (fixture->path,
            "PRAGMA user_version = 99; DROP TRIGGER rating_inserted; DROP TRIGGER rating_leaves;"
            "DROP TRIGGER rating_changes; DROP TRIGGER rating_changed; DROP TRIGGER entry_changes;"
            "DROP TRIGGER entry_changed; DROP VIEW felt; DROP TABLE felt_day; DROP TABLE words;"
            "ALTER TABLE entry ADD COLUMN mood TEXT");
  g_assert_cmpint (g_unlink (state), ==, 0);
  assert_readable (fixture->path, 3, LEGATO_JOURNAL_ERROR_NEWER);
  legato_journal_verify_file (fixture->path, &error);
  g_assert_no_error (error);
  journal = legato_journal_open (fixture->path, &error);
  g_assert_no_error (error);
  ratings = legato_journal_ratings (journal, NULL, day, day, &error);
  g_assert_error (error, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_NEWER);
  g_clear_error (&error);

  test_sql (fixture->path, "PRAGMA ignore_check_constraints = ON;"
                           "UPDATE entry SET kind = 'dream' WHERE id = 1");
  entries = legato_journal_list (journal, NULL, NULL, 0, 0, &error);
  g_assert_error (error, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_NEWER);
}

/* Overwrites some pages in the middle, and leaves a log behind as a crash would. */
static void
damage (const char *path)
{
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  g_assert_cmpuint (length, >, 60000);
  memset (content + 20000, 0x5a, 20000);
  g_assert_true (g_file_set_contents (path, content, (gssize) length, NULL));
  g_assert_true (g_file_set_contents (wal, "not a log", -1, NULL));
}

static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (LegatoJournal) journal = NULL;
  gsize length_before, length_after;

  make_journal (fixture->path, 80);
  damage (fixture->path);
  assert_refused (fixture->path, LEGATO_JOURNAL_ERROR_DAMAGED);
  g_assert_false (legato_journal_verify_file (fixture->path, &error));
  g_assert_error (error, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_DAMAGED);
  assert_plain (error);
  g_clear_error (&error);

  /* Set aside, it is all still there, and a new journal can begin. */
  g_assert_true (g_file_get_contents (fixture->path, &before, &length_before, NULL));
  kept = legato_journal_set_aside (fixture->path, &error);
  g_assert_no_error (error);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_get_contents (kept, &after, &length_after, NULL));
  g_assert_cmpmem (before, length_before, after, length_after);

  journal = legato_journal_open (fixture->path, &error);
  g_assert_no_error (error);
  entries = legato_journal_list (journal, NULL, NULL, 0, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, ==, 0);
}

static void
test_truncated (Fixture *fixture, gconstpointer data)
{
  g_autofree char *content = NULL;
  gsize length;

  make_journal (fixture->path, 80);
  g_assert_true (g_file_get_contents (fixture->path, &content, &length, NULL));
  g_assert_true (g_file_set_contents (fixture->path, content, (gssize) length / 2, NULL));
  {
    g_autofree char *wal = g_strconcat (fixture->path, "-wal", NULL);

    g_assert_true (g_file_set_contents (wal, "x", 1, NULL));
  }
  assert_refused (fixture->path, LEGATO_JOURNAL_ERROR_DAMAGED);
}

/* What is missing has a name that says nothing to a person. */
static void
test_parts_missing (Fixture *fixture, gconstpointer data)
{
  static const char *const parts[] = { "TRIGGER rating_inserted", "TABLE feeling" };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *sql = g_strconcat ("DROP ", parts[i], NULL);

      make_journal (fixture->path, 1);
      test_sql (fixture->path, sql);
      assert_refused (fixture->path, LEGATO_JOURNAL_ERROR_DAMAGED);
      g_assert_cmpint (g_unlink (fixture->path), ==, 0);
    }
}

/* A file of no bytes is what a full disk or a sync program leaves, not a journal that is new. */
static void
test_of_no_bytes (Fixture *fixture, gconstpointer data)
{
  make_folder (fixture);
  g_assert_true (g_file_set_contents (fixture->path, "", 0, NULL));
  assert_refused (fixture->path, LEGATO_JOURNAL_ERROR_DAMAGED);
  g_assert_false (legato_journal_verify_file (fixture->path, NULL));
}

static void
test_locked (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LegatoJournal) journal = NULL;
  g_autoptr (LegatoEntry) entry = test_entry (2026, 9, 1, 12);
  sqlite3 *other = NULL;

  journal = legato_journal_open (fixture->path, &error);
  g_assert_no_error (error);
  g_assert_cmpint (sqlite3_open (fixture->path, &other), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_false (legato_journal_add (journal, entry, &error));
  g_assert_error (error, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_LOCKED);
  g_clear_error (&error);

  g_assert_cmpint (sqlite3_exec (other, "COMMIT", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_true (legato_journal_add (journal, entry, &error));
  g_assert_no_error (error);
  sqlite3_close (other);
}

/* What root may do proves nothing about permissions. */
static void
become_somebody (void)
{
  /* In a sandbox root may be nobody else. */
  if (geteuid () == 0 && setresuid (NOBODY, NOBODY, NOBODY) != 0)
    g_assert_true (errno == EPERM || errno == EINVAL);
}

static void
read_only_child (void)
{
  const char *path = g_getenv ("LEGATO_TEST_PATH");
  g_autofree char *elsewhere = g_strconcat (path, ".d/deeper/journal.db", NULL);
  g_autoptr (GError) error = NULL;

  become_somebody ();
  assert_readable (path, (guint) atoi (g_getenv ("LEGATO_TEST_ENTRIES")),
                   LEGATO_JOURNAL_ERROR_READ_ONLY);
  g_assert_null (legato_journal_open (elsewhere, &error));
  g_assert_error (error, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_READ_ONLY);
}

static void
make_read_only (Fixture *fixture)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autofree char *above = g_path_get_dirname (folder);

  g_assert_cmpint (g_chmod (fixture->path, 0444), ==, 0);
  g_assert_cmpint (g_chmod (fixture->folder, 0755), ==, 0);
  g_assert_cmpint (g_chmod (above, 0755), ==, 0);
  g_assert_cmpint (g_chmod (folder, 0555), ==, 0);
}

/* Whether who has become somebody else may still write into what is write-protected. */
static gboolean
is_above_permissions (const char *path)
{
  pid_t child = fork ();
  int status = 0;

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      become_somebody ();
      _exit (g_access (path, W_OK) == 0);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  return WEXITSTATUS (status) != 0;
}

/* A write-protected file in a write-protected folder, of this version and of every older one. */
static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);

  g_setenv ("LEGATO_TEST_PATH", fixture->path, TRUE);
  for (int version = 1; version <= legato_database_get_newest_version (); version++)
    {
      g_autofree char *n_entries = NULL;

      if (version < legato_database_get_newest_version ())
        test_copy_version (fixture->path, version);
      else
        make_journal (fixture->path, 1);
      n_entries =
          g_strdup_printf ("%d", (int) test_sql_int (fixture->path, "SELECT count (*) FROM entry"));
      g_setenv ("LEGATO_TEST_ENTRIES", n_entries, TRUE);
      make_read_only (fixture);
      if (is_above_permissions (fixture->path))
        {
          g_test_skip ("root cannot give up its powers here");
        }
      else
        {
          g_test_trap_subprocess ("/journal/files/read-only/subprocess/child", 0,
                                  G_TEST_SUBPROCESS_INHERIT_STDERR);
          g_test_trap_assert_passed ();
        }

      g_assert_cmpint (g_chmod (folder, 0700), ==, 0);
      test_remove_folder (folder);
    }
}

/* A limit on the size of files stands for a disk that is full: the kernel refuses the same write.
 */
static void
full_disk_child (void)
{
  const char *path = g_getenv ("LEGATO_TEST_PATH");
  g_autoptr (GError) error = NULL;
  g_autoptr (LegatoJournal) journal = NULL;
  struct rlimit limit = { 400 * 1024, 400 * 1024 };
  int n_saved = 0;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  journal = legato_journal_open (path, &error);
  g_assert_no_error (error);

  for (int i = 0; i < 1000; i++)
    {
      g_autoptr (LegatoEntry) entry = test_entry (2026, 3, 1, 12);

      if (!legato_journal_add (journal, entry, &error))
        break;
      n_saved++;
    }
  g_assert_error (error, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_FULL);
  g_assert_cmpint (n_saved, >, 0);

  /* What was saved is there, and nothing of what was not. */
  {
    g_autoptr (GPtrArray) entries = NULL;

    g_clear_error (&error);
    entries = legato_journal_list (journal, NULL, NULL, 0, 0, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (entries->len, ==, n_saved);
  }
}

static void
test_full_disk (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_setenv ("LEGATO_TEST_PATH", fixture->path, TRUE);
  g_test_trap_subprocess ("/journal/files/full-disk/subprocess/child", 0,
                          G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();

  /* With room again it goes on. */
  make_journal (fixture->path, 1);
  g_assert_true (legato_journal_verify_file (fixture->path, &error));
  g_assert_no_error (error);
}

static void
test_backup (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *dest = g_build_filename (fixture->folder, "it's a “copy”.db", NULL);
  g_autofree char *nowhere = g_build_filename (fixture->folder, "no", "such", "folder.db", NULL);
  g_autoptr (LegatoJournal) journal = NULL;
  g_autoptr (LegatoEntry) entry = test_entry (2026, 9, 1, 12);

  make_journal (fixture->path, 30);
  journal = legato_journal_open (fixture->path, &error);

  /* A copy taken while the journal is open, over an older copy, with all that was saved; but over
   * nothing else. */
  g_assert_true (g_file_set_contents (dest, "a letter", -1, NULL));
  g_assert_false (copy_journal (journal, dest, &error));
  g_assert_error (error, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_FOREIGN);
  g_clear_error (&error);
  g_assert_cmpint (g_unlink (dest), ==, 0);
  g_assert_true (copy_journal (journal, dest, &error));
  g_assert_true (legato_journal_add (journal, entry, &error));
  g_assert_true (copy_journal (journal, dest, &error));
  g_assert_no_error (error);
  g_assert_true (legato_journal_verify_file (dest, &error));
  g_assert_no_error (error);
  g_assert_cmpint (test_sql_int (dest, "SELECT count (*) FROM entry"), ==, 31);
  {
    g_autoptr (LegatoJournal) copy = legato_journal_open (dest, &error);
    g_autoptr (LegatoEntry) next = test_entry (2026, 9, 2, 12);

    g_assert_no_error (error);
    g_assert_true (legato_journal_add (copy, next, &error));
  }

  /* A copy that cannot be made leaves nothing behind. */
  g_assert_false (copy_journal (journal, nowhere, &error));
  g_assert_nonnull (error);
  g_clear_object (&journal);
  {
    g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
    const char *name;

    while ((name = g_dir_read_name (dir)) != NULL)
      g_assert_false (g_str_has_suffix (name, ".part"));
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func)                                                                            \
  g_test_add ("/journal/files/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  g_test_add_func ("/journal/files/default-path", test_default_path);
  ADD ("new-is-private", test_new_is_private);
  ADD ("foreign", test_foreign);
  ADD ("newer", test_newer);
  ADD ("newer-otherwise", test_newer_otherwise);
  ADD ("damaged", test_damaged);
  ADD ("truncated", test_truncated);
  ADD ("of-no-bytes", test_of_no_bytes);
  ADD ("parts-missing", test_parts_missing);
  ADD ("locked", test_locked);
  ADD ("read-only", test_read_only);
  ADD ("full-disk", test_full_disk);
  ADD ("backup", test_backup);
  g_test_add_func ("/journal/files/read-only/subprocess/child", read_only_child);
  g_test_add_func ("/journal/files/full-disk/subprocess/child", full_disk_child);
  return g_test_run ();
}
