/* test-journal-locks.c: a journal on a file system without locks, or without shared memory
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "journal-test-utils.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <sys/inotify.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>
#include <utime.h>

#include "legato-database-open.h"
#include "legato-journal-watch.h"
#include "legato-store.h"

#define N_ROUNDS 20

/* The system's own calls, which SQLite makes by a table. */
static int (*control) (int fd, int command, ...);
static void *(*map) (void *, size_t, int, int, int, off_t);
static int (*make_folder) (const char *path, mode_t mode);

static int n_folders; /* that were made, or were to be; atomic */

/* How far this computer's clock is ahead of the file system's, in seconds. */
static int ahead_s;

int
clock_gettime (clockid_t clock, struct timespec *now)
{
  int status = (int) syscall (SYS_clock_gettime, clock, now);

  if (status == 0 && clock == CLOCK_REALTIME)
    now->tv_sec += ahead_s;
  return status;
}

int
gettimeofday (struct timeval *restrict seconds, void *restrict zone)
{
  struct timespec now;
  int status = clock_gettime (CLOCK_REALTIME, &now);

  *seconds = (struct timeval){ now.tv_sec, now.tv_nsec / 1000 };
  return status;
}

static int
grant_all (int fd, int command, ...)
{
  va_list arguments;
  void *argument;

  va_start (arguments, command);
  argument = va_arg (arguments, void *);
  va_end (arguments);
  if (command == F_SETLK || command == F_SETLKW || command == F_OFD_SETLK)
    return 0;
  if (command == F_GETLK)
    {
      ((struct flock *) argument)->l_type = F_UNLCK;
      return 0;
    }
  return control (fd, command, argument);
}

static int
refuse_all (int fd, int command, ...)
{
  va_list arguments;
  void *argument;

  va_start (arguments, command);
  argument = va_arg (arguments, void *);
  va_end (arguments);
  if (command != F_SETLK && command != F_SETLKW && command != F_OFD_SETLK && command != F_GETLK)
    return control (fd, command, argument);
  errno = ENOLCK;
  return -1;
}

static void *
share_nothing (void *address, size_t length, int protection, int flags, int fd, off_t offset)
{
  if (!(flags & MAP_SHARED))
    return map (address, length, protection, flags, fd, offset);
  errno = ENODEV;
  return MAP_FAILED;
}

static int
count_folder (const char *path, mode_t mode)
{
  g_atomic_int_inc (&n_folders);
  return make_folder (path, mode);
}

static void
set_call (const char *name, sqlite3_syscall_ptr call)
{
  sqlite3_vfs *vfs = sqlite3_vfs_find (NULL);

  g_assert_cmpint (vfs->xSetSystemCall (vfs, name, call), ==, SQLITE_OK);
}

/* A folder with a journal and its log, as it is carried to such a file system after a crash. */
static void
leave_a_log (const char *path)
{
  g_autoptr (LegatoEntry) entry = test_entry (2026, 5, 1, 9);
  LegatoStore *store = legato_store_open (path, NULL);
  sqlite3 *reader = NULL;

  g_assert_true (legato_store_add (store, entry, NULL));
  /* Who reads keeps the log from being taken in. */
  g_assert_cmpint (sqlite3_open (path, &reader), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (reader, "SELECT count (*) FROM entry", NULL, NULL, NULL), ==, 0);
  legato_store_close (store);
  sqlite3_db_config (reader, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
  sqlite3_close (reader);
}

static void
assert_holds (LegatoStore *store, guint n)
{
  const LegatoFilter all = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = legato_store_find_entries (store, &all, 0, 0, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, ==, n);
}

static void
add (LegatoStore *store, int day)
{
  g_autoptr (LegatoEntry) entry = test_entry (2026, 5, day, 12);
  g_autoptr (GError) error = NULL;

  legato_store_add (store, entry, &error);
  g_assert_no_error (error);
}

static void
write_by_two (const char *path, guint n, gboolean has_log)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autofree char *copy = g_strconcat (path, ".copy", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (LegatoStore) one = legato_store_open (path, &error);
  g_autoptr (LegatoStore) other = NULL;
  g_autoptr (sqlite3) db = NULL;

  g_assert_no_error (error);
  g_assert_null (legato_store_get_read_only (one));
  other = legato_store_open (path, &error);
  g_assert_no_error (error);
  g_assert_null (legato_store_get_read_only (other));
  assert_holds (one, n);
  add (one, 2);
  add (other, 3);
  add (one, 4);
  assert_holds (other, n + 3);
  g_assert_true (g_file_test (log, G_FILE_TEST_EXISTS) == has_log);

  db = legato_database_open_to_verify (path, &error);
  g_assert_no_error (error);
  legato_database_check (db, "integrity_check", &error);
  g_assert_no_error (error);
  legato_database_copy (db, copy, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_unlink (copy), ==, 0);
}

/* While one writes, nobody else does: their locks hold each other off. */
static void
hold_off (const char *path)
{
  g_autoptr (LegatoStore) store = legato_store_open (path, NULL);
  g_autoptr (LegatoEntry) entry = test_entry (2026, 5, 5, 12);
  g_autoptr (GError) error = NULL;
  g_autoptr (sqlite3) other = legato_database_open (path, &error);

  g_assert_no_error (error);
  legato_database_exec (other, "BEGIN IMMEDIATE", &error);
  g_assert_no_error (error);
  g_assert_false (legato_store_add (store, entry, &error));
  g_assert_error (error, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_LOCKED);
  g_clear_error (&error);
  legato_database_exec (other, "COMMIT", &error);
  g_assert_no_error (error);
  legato_store_add (store, entry, &error);
  g_assert_no_error (error);
}

/* Who was killed while holding the folder does not hold it for ever. */
static void
outlive_a_lock (const char *path)
{
  g_autofree char *lock = g_strconcat (path, ".lock", NULL);
  struct utimbuf yesterday = { 0, 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (LegatoStore) store = NULL;

  yesterday.actime = yesterday.modtime = (time_t) (g_get_real_time () / G_USEC_PER_SEC - 86400);
  g_assert_cmpint (g_mkdir (lock, 0700), ==, 0);
  g_assert_cmpint (utime (lock, &yesterday), ==, 0);
  store = legato_store_open (path, &error);
  g_assert_no_error (error);
  g_assert_null (legato_store_get_read_only (store));
  add (store, 6);
}

/* Who holds the folder now holds it, whatever this computer's clock says. */
static void
respect_a_lock (const char *path)
{
  g_autofree char *lock = g_strconcat (path, ".lock", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir (lock, 0700), ==, 0);
  ahead_s = 86400;
  g_assert_null (legato_database_open (path, &error));
  ahead_s = 0;
  g_assert_error (error, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_LOCKED);
  g_assert_cmpint (g_rmdir (lock), ==, 0);
}

static void
live_there (const char *path, const char *name, sqlite3_syscall_ptr call)
{
  leave_a_log (path);
  set_call (name, call);
  write_by_two (path, 1, FALSE);
  hold_off (path);
  outlive_a_lock (path);
  respect_a_lock (path);
  set_call (name, NULL);
  /* Where there are locks again, it is an ordinary journal again. */
  write_by_two (path, 6, TRUE);
}

static void
test_locks_that_fail (Fixture *fixture, gconstpointer data)
{
  live_there (fixture->path, "fcntl", (sqlite3_syscall_ptr) refuse_all);
}

static void
test_locks_that_do_not_hold (Fixture *fixture, gconstpointer data)
{
  live_there (fixture->path, "fcntl", (sqlite3_syscall_ptr) grant_all);
}

static void
test_no_shared_memory (Fixture *fixture, gconstpointer data)
{
  live_there (fixture->path, "mmap", (sqlite3_syscall_ptr) share_nothing);
}

/* Whether a file was made in the folder that @events is about, since it was last asked. */
static gboolean
was_made (int events)
{
  char event[4096];

  return read (events, event, sizeof event) > 0;
}

static void
look_up (const char *path, guint n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LegatoStore) store = legato_store_open_to_look_up (path, &error);

  g_assert_no_error (error);
  assert_holds (store, n);
}

/* A question for the journal, which comes with each letter that somebody types, leaves the folder
 * as it is: whoever wrote last tried its locks. Where these do not hold, that is tried each time.
 */
static void
test_looking_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autoptr (LegatoStore) store = legato_store_open (fixture->path, NULL);
  int events = inotify_init1 (IN_CLOEXEC | IN_NONBLOCK);

  g_assert_cmpint (inotify_add_watch (events, folder, IN_CREATE), >=, 0);
  add (store, 2);
  was_made (events);
  look_up (fixture->path, 1);
  g_assert_false (was_made (events));
  add (store, 3);
  look_up (fixture->path, 2);
  g_assert_false (was_made (events));

  /* Nor is a log made where the last who had the journal open has taken it away. */
  g_clear_pointer (&store, legato_store_close);
  was_made (events);
  look_up (fixture->path, 2);
  g_assert_false (was_made (events));

  set_call ("mmap", (sqlite3_syscall_ptr) share_nothing);
  store = legato_store_open (fixture->path, NULL);
  add (store, 4);
  was_made (events);
  look_up (fixture->path, 3);
  g_assert_true (was_made (events));
  set_call ("mmap", NULL);
  close (events);
}

/* Whoever writes meanwhile to a journal that nobody had open is noticed, also when they have closed
 * it again; then the question is asked anew. */
static void
test_looking_up_alone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LegatoStore) writer = legato_store_open (fixture->path, NULL);
  g_autoptr (LegatoStore) asked = NULL;

  add (writer, 2);
  g_clear_pointer (&writer, legato_store_close);
  asked = legato_store_open_to_look_up (fixture->path, NULL);
  assert_holds (asked, 1);
  g_assert_true (legato_store_was_left (asked));

  writer = legato_store_open (fixture->path, NULL);
  add (writer, 3);
  g_assert_false (legato_store_was_left (asked));
  g_clear_pointer (&writer, legato_store_close);
  g_assert_false (legato_store_was_left (asked));
  look_up (fixture->path, 2);
}

/* SQLite's log lies beside the file that a link leads to. */
static void
test_looking_up_link (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LegatoStore) writer = legato_store_open (fixture->path, NULL);
  g_autofree char *link = g_strconcat (fixture->path, ".link", NULL);

  add (writer, 2);
  g_assert_cmpint (symlink (fixture->path, link), ==, 0);
  look_up (link, 1);
  add (writer, 3);
  look_up (link, 2);
  g_clear_pointer (&writer, legato_store_close);
  look_up (link, 2);
  g_assert_cmpint (g_unlink (link), ==, 0);
}

static void
seen_cb (GFileMonitor *monitor, GFile *file, GFile *other, GFileMonitorEvent event, GFile **wanted)
{
  if (*wanted != NULL && g_file_equal (file, *wanted))
    g_clear_object (wanted);
}

/* Until @monitor has told of a file that is made now, and so of all that came before it. */
static void
see_all (GFileMonitor *monitor, const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "seen", NULL);
  GFile *wanted = g_file_new_for_path (path);
  gulong id = g_signal_connect (monitor, "changed", G_CALLBACK (seen_cb), &wanted);

  g_assert_true (g_file_set_contents (path, "", -1, NULL));
  while (wanted != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (monitor, id);
  g_assert_cmpint (g_unlink (path), ==, 0);
}

static void
read_all (LegatoJournal *journal)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = legato_journal_list (journal, NULL, NULL, 0, 0, &error);

  g_assert_no_error (error);
}

/* Whoever reads makes a folder and removes it: to the watch over the journal that is nothing to
 * look for, or it would look because it has looked, without end. */
static void
test_watch (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_path_get_dirname (fixture->path);
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (GFileMonitor) monitor = NULL;
  g_autoptr (LegatoJournal) journal = NULL;
  g_autoptr (LegatoJournalWatch) watch = NULL;
  g_autoptr (GError) error = NULL;
  int before, a_round;

  set_call ("mmap", (sqlite3_syscall_ptr) share_nothing);
  set_call ("mkdir", (sqlite3_syscall_ptr) count_folder);
  journal = fixture_open_journal (fixture);
  read_all (journal);
  before = g_atomic_int_get (&n_folders);
  read_all (journal);
  a_round = g_atomic_int_get (&n_folders) - before;
  g_assert_cmpint (a_round, >, 0);

  watch = legato_journal_watch_new (journal);
  monitor = g_file_monitor_directory (folder, G_FILE_MONITOR_NONE, NULL, &error);
  g_assert_no_error (error);
  before = g_atomic_int_get (&n_folders);
  for (int i = 0; i < N_ROUNDS; i++)
    {
      read_all (journal);
      see_all (monitor, path);
    }
  g_assert_cmpint (g_atomic_int_get (&n_folders) - before, ==, N_ROUNDS * a_round);
  set_call ("mmap", NULL);
  set_call ("mkdir", NULL);
}

int
main (int argc, char *argv[])
{
  sqlite3_vfs *vfs = NULL;

  g_test_init (&argc, &argv, NULL);
  sqlite3_initialize ();
  vfs = sqlite3_vfs_find (NULL);
  control = (int (*) (int, int, ...)) vfs->xGetSystemCall (vfs, "fcntl");
  make_folder = (int (*) (const char *, mode_t)) vfs->xGetSystemCall (vfs, "mkdir");
  map = (void *(*) (void *, size_t, int, int, int, off_t)) vfs->xGetSystemCall (vfs, "mmap");
#define ADD(name, test)                                                                            \
  g_test_add ("/journal-locks/" name, Fixture, NULL, fixture_set_up, test, fixture_tear_down)
  ADD ("that-fail", test_locks_that_fail);
  ADD ("looking-up", test_looking_up);
  ADD ("looking-up-alone", test_looking_up_alone);
  ADD ("looking-up-link", test_looking_up_link);
  ADD ("that-do-not-hold", test_locks_that_do_not_hold);
  ADD ("no-shared-memory", test_no_shared_memory);
  ADD ("watch", test_watch);
  return g_test_run ();
}
