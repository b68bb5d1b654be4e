/* test-journal-copies.c: copies that are kept and restored, and what is written to other files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "journal-test-utils.h"

#include <dlfcn.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "legato-database-open.h"
#include "legato-backups.h"
#include "legato-database-check.h"
#include "legato-journal-copies.h"
#include "legato-store.h"

static void
assert_private (const char *path)
{
  GStatBuf info;

  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
}

/* The newest of each of the last days and weeks stay. */
static void
test_rotation (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "backups", NULL);
  g_autofree char *path = NULL;
  g_autofree char *letter = g_build_filename (folder, "letter.txt", NULL);
  g_autoptr (GPtrArray) paths = NULL;
  g_autoptr (GError) error = NULL;
  mode_t mask = umask (022);

  test_make_journal (fixture->path, 2);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (letter, "Dear", -1, NULL));
  /* Two a day for sixty days before today. */
  for (int day = 1; day <= 60; day++)
    {
      for (int hour = 8; hour <= 20; hour += 12)
        {
          g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
          g_autoptr (GDateTime) then = g_date_time_add_days (now, -day);
          g_autofree char *name = g_date_time_format (then, "journal-%Y%m%d");
          g_autofree char *whole = g_strdup_printf ("%s/%sT%02d0000Z.db", folder, name, hour);

          g_assert_true (g_file_set_contents (whole, "x", 1, NULL));
        }
    }
  path = legato_backups_make (fixture->path, folder, TRUE, 7, 4, NULL, &error);
  g_assert_no_error (error);
  assert_private (path);
  paths = legato_backups_list (folder, fixture->path, TRUE, &error);
  g_assert_cmpstr (g_ptr_array_index (paths, 0), ==, path);
  /* Seven days reach into one or two of the four weeks. */
  g_assert_cmpuint (paths->len, >=, 9);
  g_assert_cmpuint (paths->len, <=, 10);
  g_assert_true (g_file_test (letter, G_FILE_TEST_EXISTS));
  umask (mask);
}

/* Makes up a copy of a journal, as an older version or another computer would have named it. */
static void
write_copy (const char *folder, const char *format, int days)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) then = g_date_time_add_days (now, days);
  g_autofree char *name = g_date_time_format (then, format);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, "x", 1, NULL));
}

static guint
count_copies (const char *folder, const char *journal)
{
  g_autoptr (GPtrArray) paths = legato_backups_list (folder, journal, FALSE, NULL);

  return paths->len;
}

/* Two journals have one folder for their copies: neither takes the other's for its own. */
static void
test_folder_of_two (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "shared", NULL);
  g_autofree char *other = g_build_filename (fixture->folder, "other.db", NULL);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autoptr (GDateTime) last = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) infos = NULL;
  g_autoptr (GError) error = NULL;

  test_make_journal (fixture->path, 1);
  test_make_journal (other, 2);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  write_copy (folder, "journal-%Y%m%dT%H%M%SZ.db", -1);
  write_copy (folder, "journal-%Y%m%dT%H%M%SZ-00000000.db", -1);
  g_assert_null (legato_journal_get_last_backup (folder, fixture->path));
  first = legato_backups_make (fixture->path, folder, FALSE, 1, 0, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (legato_journal_get_last_backup (folder, other));
  second = legato_backups_make (other, folder, FALSE, 1, 0, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_test (first, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (second, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (count_copies (folder, fixture->path), ==, 1);
  g_assert_cmpuint (count_copies (folder, other), ==, 1);
  g_assert_cmpuint (count_copies (folder, NULL), ==, 4);

  legato_journal_list_backups_async (folder, other, NULL, test_result_cb, &result);
  infos = legato_journal_list_backups_finish (test_wait (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (infos->len, ==, 1);
  g_assert_cmpuint (((LegatoBackupInfo *) g_ptr_array_index (infos, 0))->n_entries, ==, 2);
  last = legato_journal_get_last_backup (folder, other);
  g_assert_nonnull (last);
}

/* What a wrong clock dated later than now is not the last one, or each hour another would be due.
 */
static void
test_copy_from_the_future (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "backups", NULL);
  g_autofree char *path = NULL;
  g_autofree char *name = NULL;
  g_autofree char *later = NULL;
  g_autoptr (GDateTime) last = NULL;
  g_autoptr (GError) error = NULL;

  test_make_journal (fixture->path, 1);
  path = legato_backups_make (fixture->path, folder, FALSE, 7, 4, NULL, &error);
  g_assert_no_error (error);
  name = g_path_get_basename (path);
  memcpy (name, "journal-29990101", 16);
  later = g_build_filename (folder, name, NULL);
  g_assert_true (g_file_set_contents (later, "x", 1, NULL));
  g_assert_cmpuint (count_copies (folder, fixture->path), ==, 2);
  last = legato_journal_get_last_backup (folder, fixture->path);
  g_assert_nonnull (last);
  g_assert_cmpint (g_date_time_get_year (last), <, 2999);
}

/* Two journals at once have the same content again after a restore, and what was is kept. */
static void
test_restore (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "backups", NULL);
  g_autofree char *backup = NULL;
  g_autofree char *aside = NULL;
  g_autoptr (LegatoBackupInfo) info = NULL;
  g_autoptr (LegatoStore) store = NULL;
  g_autoptr (LegatoStore) window = NULL;
  g_autoptr (LegatoEntry) entry = test_entry (2026, 12, 1, 12);
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;

  test_make_journal (fixture->path, 5);
  backup = legato_backups_make (fixture->path, folder, TRUE, 7, 4, NULL, &error);
  info = legato_backup_inspect (backup, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (info->n_entries, ==, 5);
  g_assert_cmpuint (info->to_day - info->from_day, ==, 4);

  window = legato_store_open (fixture->path, &error);
  store = legato_store_open (fixture->path, &error);
  g_assert_true (legato_store_add (window, entry, &error));
  aside = legato_store_restore_from (store, backup, NULL, &error);
  g_assert_no_error (error);
  entries = legato_store_find_entries (window, &(LegatoFilter){ 0 }, 0, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, ==, 5);
  assert_private (aside);
  g_assert_cmpint (test_sql_int (aside, "SELECT count (*) FROM entry"), ==, 6);
  /* The other goes on writing into what was restored. */
  g_assert_true (legato_store_add (window, entry, &error));
  g_assert_no_error (error);
  g_assert_cmpint (test_sql_int (fixture->path, "SELECT count (*) FROM entry"), ==, 6);

  /* One of an older version is brought up to date. */
  g_clear_pointer (&window, legato_store_close);
  g_free (backup);
  backup = g_build_filename (fixture->folder, "old.db", NULL);
  test_copy_version (backup, 1);
  g_free (aside);
  aside = legato_store_restore_from (store, backup, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (test_sql_int (fixture->path, "SELECT count (*) FROM entry"), ==, 17);
  g_assert_true (legato_store_add (store, entry, &error));
  g_assert_no_error (error);
}

typedef struct
{
  LegatoStore *store;
  LegatoEntry *entry;
} LateWriter;

/* When all is copied and is looked through, somebody else writes once more. */
static void
write_late (guint64 done, guint64 total, gpointer data)
{
  LateWriter *late = data;
  g_autoptr (LegatoEntry) entry = NULL;
  g_autoptr (GError) error = NULL;

  if (late->entry == NULL || total == 0 || done < total)
    return;
  entry = g_steal_pointer (&late->entry);
  legato_store_add (late->store, entry, &error);
  g_assert_no_error (error);
}

static void
test_restore_while_others_write (Fixture *fixture, gconstpointer data)
{
  g_autofree char *backup = g_build_filename (fixture->folder, "copy.db", NULL);
  g_autofree char *aside = NULL;
  g_autoptr (LegatoStore) store = NULL;
  g_autoptr (LegatoStore) window = NULL;
  g_autoptr (GError) error = NULL;
  LateWriter late = { NULL, test_entry (2026, 12, 1, 12) };
  LegatoProgress progress = { NULL, write_late, &late };

  test_make_journal (fixture->path, 2);
  g_assert_true (legato_store_copy_to (fixture->path, backup, FALSE, NULL, &error));
  window = legato_store_open (fixture->path, &error);
  store = legato_store_open (fixture->path, &error);
  g_assert_no_error (error);
  late.store = window;
  aside = legato_store_restore_from (store, backup, &progress, &error);
  g_assert_no_error (error);
  g_assert_null (late.entry);
  g_assert_cmpint (test_sql_int (fixture->path, "SELECT count (*) FROM entry"), ==, 2);
  g_assert_cmpint (test_sql_int (aside, "SELECT count (*) FROM entry"), ==, 3);
}

/* Somebody who writes at the last moment before a copy is put into the journal. */
static LateWriter *last_moment;

/* The system's own function is found after this one. */
int
sqlite3_backup_step (sqlite3_backup *backup, int n_pages)
{
  static int (*step) (sqlite3_backup *, int);

  if (step == NULL)
    *(void **) &step = dlsym (RTLD_NEXT, "sqlite3_backup_step");
  if (last_moment != NULL && n_pages <= 0)
    {
      LateWriter *late = g_steal_pointer (&last_moment);

      write_late (1, 1, late);
    }
  return step (backup, n_pages);
}

static void
test_restore_while_one_writes_last (Fixture *fixture, gconstpointer data)
{
  g_autofree char *backup = g_build_filename (fixture->folder, "copy.db", NULL);
  g_autofree char *aside = NULL;
  g_autoptr (LegatoStore) store = NULL;
  g_autoptr (LegatoStore) window = NULL;
  g_autoptr (GError) error = NULL;
  LateWriter late = { NULL, test_entry (2026, 12, 1, 12) };

  test_make_journal (fixture->path, 2);
  g_assert_true (legato_store_copy_to (fixture->path, backup, FALSE, NULL, &error));
  window = legato_store_open (fixture->path, &error);
  store = legato_store_open (fixture->path, &error);
  g_assert_no_error (error);
  late.store = window;
  last_moment = &late;
  aside = legato_store_restore_from (store, backup, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (late.entry);
  g_assert_cmpint (test_sql_int (fixture->path, "SELECT count (*) FROM entry"), ==, 2);
  g_assert_cmpint (test_sql_int (aside, "SELECT count (*) FROM entry"), ==, 3);
}

/* What other programs do to the file while it is open. */
typedef enum
{
  DELETE_FILE,
  DELETE_FOLDER,
  MOVE_COPY,
  COPY_OVER,
  COPY_AFTER_CRASH,
  N_DEEDS,
} Deed;

static void
copy_file (const char *from, const char *to)
{
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;
  FILE *file;

  g_assert_true (g_file_get_contents (from, &content, &length, NULL));
  /* As cp does it: the same file, written over. */
  file = g_fopen (to, "r+e");
  g_assert_nonnull (file);
  g_assert_cmpint (ftruncate (fileno (file), 0), ==, 0);
  g_assert_cmpint (fwrite (content, 1, length, file), ==, length);
  g_assert_cmpint (fclose (file), ==, 0);
}

static void
do_deed (Deed deed, Fixture *fixture, const char *backup)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);

  switch (deed)
    {
    case DELETE_FILE:
      g_assert_cmpint (g_unlink (fixture->path), ==, 0);
      break;
    case DELETE_FOLDER:
      test_remove_folder (folder);
      break;
    case MOVE_COPY:
      g_assert_cmpint (g_rename (backup, fixture->path), ==, 0);
      break;
    case COPY_OVER:
    case COPY_AFTER_CRASH:
      copy_file (backup, fixture->path);
      break;
    case N_DEEDS:
      g_assert_not_reached ();
    }
}

/* Whatever is done to the file, an entry that is said to be saved is there when the journal is
 * opened next, the file is sound, and what was open before is somewhere. */
static void
test_outside (Fixture *fixture, gconstpointer data)
{
  for (Deed deed = 0; deed < N_DEEDS; deed++)
    {
      g_autofree char *folder = g_build_filename (fixture->folder, "backups", NULL);
      g_autofree char *backup = NULL;
      g_autofree char *notice = NULL;
      g_autoptr (LegatoEntry) entry = test_entry (2026, 12, 1, 12);
      g_autoptr (LegatoEntry) later = test_entry (2026, 12, 2, 12);
      g_autoptr (GError) error = NULL;
      LegatoStore *store = NULL;
      g_autofree char *journal_folder = g_path_get_dirname (fixture->path);

      g_test_message ("deed %d", deed);
      test_make_journal (fixture->path, 30);
      backup = legato_backups_make (fixture->path, folder, TRUE, 7, 4, NULL, &error);
      g_assert_no_error (error);
      test_make_journal (fixture->path, 40);

      store = legato_store_open (fixture->path, &error);
      g_assert_true (legato_store_add (store, entry, &error));
      do_deed (deed, fixture, backup);
      if (deed != COPY_AFTER_CRASH)
        {
          g_assert_true (legato_store_add (store, later, &error));
          g_assert_no_error (error);
          notice = legato_store_take_notice (store);
          g_test_message ("%s", notice);
        }
      legato_store_close (store);

      store = legato_store_open (fixture->path, &error);
      g_assert_no_error (error);
      if (deed == COPY_AFTER_CRASH)
        g_assert_true (legato_store_add (store, later, &error));
      {
        g_autoptr (GPtrArray) entries =
            legato_store_find_entries (store, &(LegatoFilter){ 0 }, 0, 0, &error);

        g_assert_no_error (error);
        g_assert_true (legato_entry_equal (g_ptr_array_index (entries, 0), later));
        g_assert_cmpuint (entries->len, ==, deed <= DELETE_FOLDER ? 72 : 31);
      }
      legato_store_close (store);
      g_assert_true (legato_database_check_file (fixture->path, NULL, &error));
      g_assert_no_error (error);
      if (deed <= MOVE_COPY)
        g_assert_nonnull (notice);
      test_remove_folder (journal_folder);
      test_remove_folder (folder);
    }
}

/* What an earlier attempt left behind does not keep a journal that is gone from being written
 * again. */
static void
test_left_behind (Fixture *fixture, gconstpointer data)
{
  g_autofree char *part = g_strconcat (fixture->path, ".part", NULL);
  g_autoptr (LegatoEntry) entry = test_entry (2026, 12, 1, 12);
  g_autoptr (LegatoStore) store = NULL;
  g_autoptr (GError) error = NULL;

  test_make_journal (fixture->path, 3);
  store = legato_store_open (fixture->path, &error);
  g_assert_true (g_file_set_contents (part, "half of it", -1, NULL));
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  g_assert_true (legato_store_add (store, entry, &error));
  g_assert_no_error (error);
  g_assert_cmpint (test_sql_int (fixture->path, "SELECT count (*) FROM entry"), ==, 4);
}

/* A folder that is not there has no copies; one that cannot be read is told. */
static void
test_list_of_no_folder (Fixture *fixture, gconstpointer data)
{
  g_autofree char *nowhere = g_build_filename (fixture->folder, "nowhere", NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GError) error = NULL;

  legato_journal_list_backups_async (nowhere, fixture->path, NULL, test_result_cb, &result);
  none = legato_journal_list_backups_finish (test_wait (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (none->len, ==, 0);

  test_make_journal (fixture->path, 1);
  g_clear_object (&result);
  legato_journal_list_backups_async (fixture->path, fixture->path, NULL, test_result_cb, &result);
  g_assert_null (legato_journal_list_backups_finish (test_wait (&result), &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOTDIR);
}

static void
note_cb (goffset done, goffset total, gpointer data)
{
  (*(guint *) data)++;
}

/* What takes long can be followed, and cancelled without a trace. */
static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  g_autofree char *dest = g_build_filename (fixture->folder, "export.json", NULL);
  g_autoptr (LegatoJournal) journal = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) cancelled = NULL;
  g_autoptr (GError) error = NULL;
  guint n_reports = 0;

  test_make_journal (fixture->path, 60);
  journal = fixture_open_journal (fixture);
  legato_journal_export_async (journal, dest, LEGATO_EXPORT_JSON, NULL, FALSE, note_cb, &n_reports,
                               NULL, test_result_cb, &result);
  g_assert_true (legato_journal_export_finish (journal, test_wait (&result), &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_reports, >, 0);
  assert_private (dest);

  g_assert_cmpint (g_unlink (dest), ==, 0);
  g_cancellable_cancel (cancellable);
  legato_journal_export_async (journal, dest, LEGATO_EXPORT_JSON, NULL, FALSE, NULL, NULL,
                               cancellable, test_result_cb, &cancelled);
  g_assert_false (legato_journal_export_finish (journal, test_wait (&cancelled), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (g_file_test (dest, G_FILE_TEST_EXISTS));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func)                                                                            \
  g_test_add ("/journal/copies/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("rotation", test_rotation);
  ADD ("folder-of-two", test_folder_of_two);
  ADD ("copy-from-the-future", test_copy_from_the_future);
  ADD ("restore", test_restore);
  ADD ("restore-while-others-write", test_restore_while_others_write);
  ADD ("restore-while-one-writes-last", test_restore_while_one_writes_last);
  ADD ("outside", test_outside);
  ADD ("left-behind", test_left_behind);
  ADD ("list-of-no-folder", test_list_of_no_folder);
  ADD ("cancel", test_cancel);
  return g_test_run ();
}
