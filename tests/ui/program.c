/* program.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "program.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "legato-application.h"
#include "legato-journal-copies.h"
#include "legato-window.h"
#include "painting.h"
#include "ui-log.h"
#include "xdotool.h"

/* No machine is so busy that it waits as long: what is waited for happens or does not. */
#define PATIENCE_S 1200

/* How soon to look again at what no event tells of, as a file. */
#define LOOK_AGAIN_MS 50

/* Of the journal's file, in bytes. */
#define PAGE_SIZE 4096

static GtkApplication *application;
static GtkWindow *entered; /* the window that is used, borrowed */
static gint64 waited_since;
static guint n_waits; /* one within another, where what is waited for has to wait itself */
static ProgramBody running_body;

/* Waiting */

static void
tell_what_is_seen (GtkWidget *widget)
{
  g_autofree char *name = gtk_widget_get_mapped (widget) ? program_get_name (widget) : NULL;

  if (name != NULL && program_is_seen (widget))
    g_printerr ("%s “%s”\n", G_OBJECT_TYPE_NAME (widget), name);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    tell_what_is_seen (child);
}

/* LEGATO_TEST_PATIENCE: other seconds than PATIENCE_S, for who writes a test. */
static gboolean
look_again_cb (gpointer what)
{
  const char *wish = g_getenv ("LEGATO_TEST_PATIENCE");
  gint64 patience = wish != NULL ? g_ascii_strtoll (wish, NULL, 10) : PATIENCE_S;

  if (g_get_monotonic_time () - waited_since < patience * G_USEC_PER_SEC)
    return G_SOURCE_CONTINUE;
  if (entered != NULL)
    tell_what_is_seen (GTK_WIDGET (entered));
  g_error ("waited in vain: %s", (const char *) what);
}

guint
program_wait_begin (const char *what)
{
  if (n_waits++ == 0)
    waited_since = g_get_monotonic_time ();
  return g_timeout_add (LOOK_AGAIN_MS, look_again_cb, (gpointer) what);
}

void
program_wait_end (guint id)
{
  n_waits--;
  g_source_remove (id);
}

/* The program */

static void
reset_settings (void)
{
  g_autoptr (GSettings) settings = g_settings_new (LEGATO_APP_ID);
  g_autoptr (GSettingsSchema) schema = NULL;
  g_auto (GStrv) keys = NULL;

  g_object_get (settings, "settings-schema", &schema, NULL);
  keys = g_settings_schema_list_keys (schema);
  for (guint i = 0; keys[i] != NULL; i++)
    g_settings_reset (settings, keys[i]);
  g_settings_set_boolean (settings, "welcomed", TRUE);
}

/* Root may write everywhere, until it gives that right away: then it is treated as anybody is. */
static void
give_up_rights (char **argv)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) command = NULL;
  g_autofree char *setpriv = g_find_program_in_path ("setpriv");

  if (geteuid () != 0 || setpriv == NULL || g_getenv ("LEGATO_TEST_WITHOUT_RIGHTS") != NULL)
    return;
  g_setenv ("LEGATO_TEST_WITHOUT_RIGHTS", "1", TRUE);
  g_strv_builder_add_many (builder, setpriv, "--bounding-set=-dac_override,-dac_read_search", "--",
                           NULL);
  g_strv_builder_addv (builder, (const char **) argv);
  command = g_strv_builder_end (builder);
  execv (setpriv, command);
}

void
program_test_init (int *argc, char ***argv)
{
  give_up_rights (*argv);
  g_test_init (argc, argv, NULL);
  ui_log_init ();
  g_setenv ("LEGATO_AUDIO_SINK", "fakesink sync=true", TRUE);
  if (g_getenv ("LEGATO_TEST_PICTURES") != NULL)
    painting_want_pictures ();
}

/* Returns %FALSE when a thread of the test before, which still closes its journal, wrote or removed
 * a file meanwhile: then there may be more. */
static gboolean
remove_all (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name = NULL;
  gboolean done = TRUE;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *below = g_build_filename (path, name, NULL);

      if (!g_file_test (below, G_FILE_TEST_IS_SYMLINK))
        done &= remove_all (below);
      if (g_remove (below) != 0)
        {
          g_assert_true (errno == ENOENT || errno == ENOTEMPTY || errno == EEXIST);
          done = FALSE;
        }
    }
  return done;
}

/* As if the program had only said its welcome here; only in the home that tests/with-display makes.
 */
static void
forget_everything (void)
{
  g_assert_nonnull (strstr (g_get_user_data_dir (), "/legato-test."));
  while (!remove_all (g_get_user_data_dir ()) || !remove_all (g_get_user_state_dir ()))
    g_thread_yield ();
  reset_settings ();
}

/* Sessions of a program that starts from now on in this test play so many times as fast as life, 1
 * to 60. What is seen of one while it plays may be over when a busy machine looks: only who waits
 * for its end hurries. */
void
program_set_tempo (guint tempo)
{
  g_autofree char *text = g_strdup_printf ("%u", tempo);

  g_setenv ("LEGATO_TEST_TEMPO", text, TRUE);
}

/* Without xdotool, which gives keys to the window, none can run. */
static void
test_cb (gconstpointer data)
{
  if (!xdotool_is_there ())
    return;
  forget_everything ();
  program_set_tempo (1);
  ((ProgramBody) data) ();
}

void
program_test_add (const char *path, ProgramBody test)
{
  g_test_add_data_func (path, test, test_cb);
}

/* The program's main window, or %NULL. */
GtkWindow *
program_get_window (void)
{
  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    if (LEGATO_IS_WINDOW (l->data))
      return l->data;
  return NULL;
}

/* The window that is used now, or %NULL. */
GtkWindow *
program_get_entered (void)
{
  return entered;
}

static GtkWindow *
find_window (const char *title)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());
  g_autofree char *translated = program_translate (title);

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (gtk_widget_get_mapped (GTK_WIDGET (window))
          && (g_strcmp0 (gtk_window_get_title (window), title) == 0
              || g_strcmp0 (gtk_window_get_title (window), translated) == 0))
        return window;
    }
  return NULL;
}

gboolean
program_has_window (const char *title)
{
  return find_window (title) != NULL;
}

guint
program_count_windows (const char *title)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();
  guint n = 0;

  for (GList *item = windows; item != NULL; item = item->next)
    n += g_strcmp0 (gtk_window_get_title (item->data), title) == 0;
  return n;
}

/* How xdotool finds the window of that title. */
char *
program_dup_search (const char *title)
{
  g_autofree char *escaped = g_regex_escape_string (title, -1);
  g_autofree char *pattern = g_strdup_printf ("^%s$", escaped);
  g_autofree char *quoted = g_shell_quote (pattern);

  return g_strdup_printf ("search --all --onlyvisible --sync --pid %d --name %s", (int) getpid (),
                          quoted);
}

/* Goes on in the window of that title, as soon as it is there: a dialog, or "Legato". Without a
 * window manager nobody else gives it the keyboard. */
void
program_enter (const char *title)
{
  g_autofree char *search = NULL;

  program_wait (find_window (title) != NULL);
  entered = find_window (title);
  search = program_dup_search (gtk_window_get_title (entered));
  gdk_display_sync (gtk_widget_get_display (GTK_WIDGET (entered)));
  xdotool_run ("%s windowfocus --sync", search);
  program_wait (gtk_window_is_active (entered));
  /* Newer GTK may give it the keyboard before it is laid out, when Tab finds no way yet. */
  program_wait (gtk_widget_get_width (GTK_WIDGET (entered)) > 0);
  painting_stop (entered);
}

/* Presses a button that closes the present window, and waits until it has closed. */
void
program_leave_by (const char *button)
{
  g_autofree char *what = g_strdup_printf ("'%s' to close the window", button);
  gpointer closing = entered;
  guint id;

  g_object_add_weak_pointer (G_OBJECT (closing), &closing);
  program_click_a (GTK_TYPE_BUTTON, button);
  entered = NULL;
  id = program_wait_begin (what);
  while (closing != NULL && gtk_widget_get_mapped (closing))
    g_main_context_iteration (NULL, TRUE);
  program_wait_end (id);
  if (closing != NULL)
    g_object_remove_weak_pointer (G_OBJECT (closing), &closing);
}

/* Goes on in a window that was there before, as soon as the present one has closed. */
void
program_back_to (const char *title)
{
  g_autofree char *closing = g_strdup (gtk_window_get_title (entered));

  program_wait (!program_has_window (closing));
  program_enter (title);
}

static gboolean
body_cb (gpointer data)
{
  program_wait (program_get_window () != NULL
                && gtk_widget_get_mapped (GTK_WIDGET (program_get_window ())));
  program_enter ("Legato");
  running_body ();
  return G_SOURCE_REMOVE;
}

static GStrv
collect_arguments (const char *program, const char *first, va_list args)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_strv_builder_add (builder, program);
  for (const char *argument = first; argument != NULL; argument = va_arg (args, const char *))
    g_strv_builder_add (builder, argument);
  return g_strv_builder_end (builder);
}

/* What slides or fades is at once where it goes to, and two clicks of a hurried hand are two. */
static void
startup_cb (void)
{
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE,
                "gtk-double-click-time", 1, NULL);
}

/* Starts the program with these arguments, does what @body does once its window is there, and
 * returns when the program has ended, well. */
void
program_run (ProgramBody body, ...)
{
  g_auto (GStrv) argv = NULL;
  va_list args;

  va_start (args, body);
  argv = collect_arguments ("legato", va_arg (args, const char *), args);
  va_end (args);

  application = GTK_APPLICATION (legato_application_new ());
  g_signal_connect_after (application, "startup", G_CALLBACK (startup_cb), NULL);
  running_body = body;
  g_idle_add (body_cb, NULL);
  g_assert_cmpint (
      g_application_run (G_APPLICATION (application), (int) g_strv_length (argv), argv), ==, 0);
  entered = NULL;
  g_assert_finalize_object (application);
}

static void
ended_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

/* Starts the program once more, which hands on to the one that runs. Returns: its exit status, and
 * what it wrote, as "2 there is no…" */
char *
program_run_another (const char *first, ...)
{
  g_auto (GStrv) argv = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *output = NULL;
  va_list args;

  va_start (args, first);
  argv = collect_arguments (g_getenv ("LEGATO_PROGRAM"), first, args);
  va_end (args);
  process =
      g_subprocess_newv ((const char *const *) argv,
                         G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_MERGE, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8_async (process, NULL, NULL, ended_cb, &result);
  program_wait (result != NULL);
  g_subprocess_communicate_utf8_finish (process, result, &output, NULL, &error);
  g_assert_no_error (error);
  return g_strdup_printf ("%d %s", g_subprocess_get_exit_status (process), output);
}

/* As Ctrl+Q does. */
void
program_quit (void)
{
  g_action_group_activate_action (G_ACTION_GROUP (application), "quit", NULL);
  /* Of a session that runs it is asked what is to become. */
  if (program_has_window ("End this session?"))
    {
      program_enter ("End this session?");
      program_click_a (GTK_TYPE_BUTTON, "Keep It and Close");
    }
}

static void
see_empty_journal (void)
{
  gtk_widget_activate_action (GTK_WIDGET (entered), "win.page", "s", "journal");
  program_see ("Nothing Here Yet");
  program_quit ();
}

/* Leaves a journal as the program makes it at its first start. */
void
program_make_journal (void)
{
  program_run (see_empty_journal, NULL);
}

/* What it wrote */

char *
program_get_journal_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "legato", "journal.db", NULL);
}

static gboolean
is_copied (void)
{
  g_autofree char *folder = legato_journal_get_default_backup_folder ();
  g_autofree char *path = program_get_journal_path ();
  g_autoptr (GDateTime) made = legato_journal_get_last_backup (folder, path);

  return made != NULL;
}

/** Waits until there is a copy of the journal. */
void
program_wait_for_copy (void)
{
  program_wait (is_copied ());
}

/* Asks the journal's file behind the program's back. Returns: its rows, as "1|two; 3|", or NULL
 * with what is wrong, such as a journal that has not been made yet */
static char *
ask (const char *sql, char **problem)
{
  g_autofree char *path = program_get_journal_path ();
  g_autoptr (GString) rows = g_string_new (NULL);
  const char *rest = sql;
  sqlite3 *db = NULL;
  int result = sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE, NULL);

  sqlite3_busy_timeout (db, PATIENCE_S * 1000);
  while (result == SQLITE_OK && *rest != '\0')
    {
      sqlite3_stmt *stmt = NULL;

      result = sqlite3_prepare_v2 (db, rest, -1, &stmt, &rest);
      while (result == SQLITE_OK && sqlite3_step (stmt) == SQLITE_ROW)
        {
          if (rows->len > 0)
            g_string_append (rows, "; ");
          for (int i = 0; i < sqlite3_column_count (stmt); i++)
            {
              const char *text = (const char *) sqlite3_column_text (stmt, i);

              g_string_append_printf (rows, "%s%s", i > 0 ? "|" : "", text != NULL ? text : "");
            }
        }
      if (result == SQLITE_OK)
        result = sqlite3_finalize (stmt);
    }
  *problem = result == SQLITE_OK ? NULL : g_strdup (sqlite3_errmsg (db));
  sqlite3_close (db);
  return result == SQLITE_OK ? g_string_free (g_steal_pointer (&rows), FALSE) : NULL;
}

/* Asks the journal's file, or changes it while no program runs. */
char *
program_query (const char *sql)
{
  g_autofree char *problem = NULL;
  char *answer = ask (sql, &problem);

  if (answer == NULL)
    g_error ("%s: %s", sql, problem);
  return answer;
}

/* Returns: whether the journal says so by now; one that the program has yet to make says nothing */
gboolean
program_answers (const char *sql, const char *expected)
{
  g_autofree char *problem = NULL;
  g_autofree char *answer = ask (sql, &problem);

  return g_strcmp0 (answer, expected) == 0;
}

/* Zeroes over the page on which the ratings begin, while no program runs. */
void
program_break_journal (void)
{
  g_autofree char *path = program_get_journal_path ();
  g_autofree char *page =
      program_query ("SELECT rootpage FROM sqlite_schema WHERE name = 'rating'");
  const char nothing[PAGE_SIZE] = "";
  FILE *file = g_fopen (path, "r+b");

  g_assert_nonnull (file);
  g_assert_cmpint (fseek (file, (g_ascii_strtoll (page, NULL, 10) - 1) * PAGE_SIZE, SEEK_SET), ==,
                   0);
  g_assert_cmpuint (fwrite (nothing, 1, PAGE_SIZE, file), ==, PAGE_SIZE);
  g_assert_cmpint (fclose (file), ==, 0);
}
