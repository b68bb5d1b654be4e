/* test-program-full-disk.c: what is said and kept while the disk has no room
 *
 * The disk is a small one in memory, which only this process sees.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sched.h>
#include <string.h>
#include <sys/mount.h>
#include <unistd.h>

#include "program.h"

#include "legato-import-window.h"
#include "legato-journal-actions-testing.h"
#include "legato-window-private.h"

#define NO_ROOM "There is no room left on the disk. Make some room and try again."
#define NOTES "SELECT note FROM entry WHERE note <> ''"

/* Room for an empty journal and its copy, many times over. */
#define DISK "size=8m,mode=700"

/* Rows of a table that is brought in, more than a journal has room for without growing. */
#define N_ROWS 200

static gboolean alone; /* with what this process mounts */

static gboolean
write_text (const char *path, const char *text)
{
  int file = open (path, O_WRONLY | O_CLOEXEC);
  gboolean ok = file >= 0 && write (file, text, strlen (text)) == (gssize) strlen (text);

  return file >= 0 && close (file) == 0 && ok;
}

/* Whoever is not root may mount only where they are root by name. */
static gboolean
become_root_by_name (void)
{
  g_autofree char *users = g_strdup_printf ("0 %u 1", (guint) geteuid ());
  g_autofree char *groups = g_strdup_printf ("0 %u 1", (guint) getegid ());

  return unshare (CLONE_NEWUSER | CLONE_NEWNS) == 0 && write_text ("/proc/self/setgroups", "deny")
         && write_text ("/proc/self/uid_map", users) && write_text ("/proc/self/gid_map", groups);
}

/* What is mounted from now on, nobody else sees. Some machines do not allow it. */
static gboolean
leave_the_others (void)
{
  return (unshare (CLONE_NEWNS) == 0 || become_root_by_name ())
         && mount (NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) == 0;
}

static char *
dup_filler (void)
{
  return g_build_filename (g_get_user_data_dir (), "filler", NULL);
}

/* Not even a file that is there already keeps room for the next change. */
static void
fill_the_disk (void)
{
  g_autofree char *path = dup_filler ();
  const char some[4096] = "";
  int file = -1;

  program_wait (program_answers ("PRAGMA wal_checkpoint(TRUNCATE)", "0|0|0"));
  file = g_open (path, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
  while (write (file, some, sizeof some) > 0)
    ;
  g_assert_cmpint (errno, ==, ENOSPC);
  g_assert_cmpint (close (file), ==, 0);
}

static void
make_room (void)
{
  g_autofree char *path = dup_filler ();

  g_assert_cmpint (g_unlink (path), ==, 0);
}

static GtkTextBuffer *
get_note (void)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (program_scroll_to ("Your note")));
}

static gboolean
note_is (const char *text)
{
  g_autofree char *written = NULL;

  g_object_get (get_note (), "text", &written, NULL);
  return g_str_equal (written, text);
}

static void
write_note (void)
{
  program_see ("Nothing Here Yet");
  fill_the_disk ();
  program_key ("ctrl+n");
  program_enter ("New Entry");
  gtk_widget_grab_focus (program_scroll_to ("Your note"));
  program_type ("stairs");
  program_wait (note_is ("stairs"));
}

/* It waits on another disk, and it is said why. */
static void
let_an_entry_wait (void)
{
  write_note ();
  program_leave_by ("Save");
  program_enter ("Legato");
  program_see (NO_ROOM " 1 entry waits on this computer until your journal takes it.");
  program_assert_query (NOTES, "");

  make_room ();
  program_click ("Try Again");
  program_see_no ("*1 entry waits*");
  program_assert_query (NOTES, "stairs");
  program_quit ();
}

/* With room nowhere it stays where it was typed. */
static void
save_an_entry (void)
{
  g_assert_cmpint (g_chmod (g_get_user_runtime_dir (), 0500), ==, 0);
  write_note ();
  program_click ("Save");
  program_see ("Not saved yet. " NO_ROOM);
  g_assert_true (note_is ("stairs"));
  program_assert_query (NOTES, "");

  make_room ();
  g_assert_cmpint (g_chmod (g_get_user_runtime_dir (), 0700), ==, 0);
  program_leave_by ("Save");
  program_enter ("Legato");
  program_see ("Saved in your journal");
  program_assert_query (NOTES, "stairs");
  program_quit ();
}

static LegatoContext *
get_context (void)
{
  return LEGATO_WINDOW (program_get_window ())->context;
}

static void
export_to (GFile *file)
{
  legato_journal_actions_export_to (program_get_window (), get_context (), file,
                                    LEGATO_EXPORT_JSON);
}

static void
export_it (void)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "out.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  program_see ("Nothing Here Yet");
  fill_the_disk ();
  export_to (file);
  program_enter ("Your Journal Was Not Exported");
  program_see (NO_ROOM);
  program_leave_by ("Close");
  program_enter ("Legato");
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));

  make_room ();
  export_to (file);
  program_enter ("Your Journal Is Exported");
  program_leave_by ("Close");
  program_enter ("Legato");
  program_quit ();
}

static void
bring_in_a_table (GFile *table)
{
  gtk_window_present (
      GTK_WINDOW (legato_import_window_new (program_get_window (), get_context (), table)));
  program_enter ("Bring In Entries");
  program_scroll_to ("See What Would Come In");
  program_click ("See What Would Come In");
  program_see ("What Would Come In");
  program_click ("Bring Them In");
}

/* All of it comes in, or nothing. */
static void
import_it (void)
{
  g_autofree char *path = g_build_filename (g_get_home_dir (), "in.csv", NULL);
  g_autoptr (GFile) table = g_file_new_for_path (path);
  g_autoptr (GString) text = g_string_new ("date,note\n");

  for (int i = 0; i < N_ROWS; i++)
    g_string_append_printf (text, "%d-%02d-01,a day of many stairs and of a lift that stood\n",
                            2000 + i / 10, 1 + i % 10);
  g_assert_true (g_file_set_contents (path, text->str, -1, NULL));
  program_see ("Nothing Here Yet");
  fill_the_disk ();
  bring_in_a_table (table);
  program_see ("Nothing Was Brought In");
  program_see (NO_ROOM);
  program_leave_by ("Close");
  program_enter ("Legato");
  program_assert_query ("SELECT count(*) FROM entry", "0");

  make_room ();
  bring_in_a_table (table);
  program_see ("They Are in Your Journal");
  program_leave_by ("Close");
  program_enter ("Legato");
  program_wait (program_answers ("SELECT count(*) FROM entry", "200"));
  program_quit ();
}

static void
copy_it (void)
{
  program_see ("Nothing Here Yet");
  gtk_widget_activate_action (GTK_WIDGET (program_get_window ()), "win.preferences", NULL);
  program_enter ("Preferences");
  program_click ("Copies");
  program_click ("Copy Now");
  program_see ("*, tested");
  fill_the_disk ();
  program_click ("Copy Now");
  program_see (NO_ROOM " The last one that went well: *");

  make_room ();
  program_click ("Copy Now");
  program_see_no (NO_ROOM "*");
  program_key ("Escape");
  program_back_to ("Legato");
  program_quit ();
}

static void
on_a_small_disk (ProgramBody body)
{
  const char *path = g_get_user_data_dir ();
  g_autoptr (GSettings) settings = g_settings_new (LEGATO_APP_ID);

  /* A copy that fails would make room again. */
  g_settings_set_boolean (settings, "copy-daily", FALSE);
  g_assert_cmpint (g_mkdir_with_parents (path, 0700), ==, 0);
  if (!alone || mount ("legato-test", path, "tmpfs", MS_NOSUID | MS_NODEV, DISK) != 0)
    {
      g_test_skip ("nothing can be mounted here");
      return;
    }
  program_run (body, "--journal", NULL);
  /* Not before the journal's thread has let go of its files. */
  program_wait (umount (path) == 0);
}

static void
test_entry (void)
{
  if (geteuid () == 0 && g_getenv ("LEGATO_TEST_WITHOUT_RIGHTS") == NULL)
    g_test_skip ("whoever runs this may write everywhere");
  else
    on_a_small_disk (save_an_entry);
}

static void
test_entry_waits (void)
{
  on_a_small_disk (let_an_entry_wait);
}

static void
test_export (void)
{
  on_a_small_disk (export_it);
}

static void
test_import (void)
{
  on_a_small_disk (import_it);
}

static void
test_copy (void)
{
  on_a_small_disk (copy_it);
}

int
main (int argc, char *argv[])
{
  program_test_init (&argc, &argv);
  alone = leave_the_others ();
#define ADD(name, test) program_test_add ("/program/full-disk/" name, test)
  ADD ("entry", test_entry);
  ADD ("entry-waits", test_entry_waits);
  ADD ("export", test_export);
  ADD ("import", test_import);
  ADD ("copy", test_copy);
  return g_test_run ();
}
