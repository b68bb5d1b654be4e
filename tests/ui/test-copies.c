/* test-copies.c: the windows for exports, imports and copies of the journal, also where they fail
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui-test-utils.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

#include "legato-automatic-copies.h"
#include "legato-damage-window.h"
#include "legato-import-window.h"
#include "legato-journal-actions-testing.h"
#include "legato-journal-copies.h"
#include "legato-restore-window.h"

#define NOT_EXPORTED "Your Journal Was Not Exported"
#define STOPPED "You stopped it, and nothing was changed."

static GtkWindow *
find_window (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (G_OBJECT_TYPE (window) == type && gtk_widget_get_visible (GTK_WIDGET (window)))
        return window;
    }
  return NULL;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

/* Names of files in the fixture's folder that are neither the journal nor what it needs. */
static char *
list_others (PageFixture *fixture)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (!g_str_has_prefix (name, "journal.db") && !g_str_equal (name, "routines"))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  return g_strjoinv (" ", (char **) names->pdata);
}

static LegatoWindow *
show (PageFixture *fixture)
{
  return ui_test_show_window (fixture, 720, 600);
}

/* Chooses @path in the dialog that asks for a file that is there, as soon as that is there, and its
 * folder is named on top: GTK's path bar touches its buttons once more when a folder has answered,
 * also when the dialog was answered, and they are gone, before (GTK 4.18). */
static void
choose_file (const char *path)
{
  GtkWindow *dialog = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *folder_name = g_path_get_basename (folder);
  gboolean chosen = FALSE;

  while (dialog == NULL)
    {
      g_main_context_iteration (NULL, TRUE);
      dialog = find_window (g_type_from_name ("GtkFileChooserDialog"));
    }
  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  gtk_file_chooser_set_file (GTK_FILE_CHOOSER (dialog), file, NULL);
  while (!chosen)
    {
      g_autoptr (GFile) now = NULL;

      g_main_context_iteration (NULL, TRUE);
      now = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      chosen = now != NULL && g_file_equal (now, file);
    }
  ui_test_wait_for_label (GTK_WIDGET (dialog), folder_name);
  gtk_dialog_response (GTK_DIALOG (dialog), GTK_RESPONSE_ACCEPT);
  G_GNUC_END_IGNORE_DEPRECATIONS
}

/* Waits for a window of that type. */
static GtkWindow *
wait_for_window (GType type)
{
  GtkWindow *window = NULL;

  while ((window = find_window (type)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  return window;
}

/* Presses Close, and waits until the window is gone. */
static void
close_by_button (GtkWindow *window)
{
  gpointer closing = window;

  g_object_add_weak_pointer (G_OBJECT (window), &closing);
  ui_test_click (GTK_WIDGET (window), "Close");
  while (closing != NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* A row for a column of the table, or for a copy, by its title. */
static GtkWidget *
find_row (GtkWindow *window, const char *title)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  ui_test_collect (GTK_WIDGET (window), ADW_TYPE_PREFERENCES_ROW, rows);
  for (guint i = 0; i < rows->len; i++)
    {
      AdwPreferencesRow *row = g_ptr_array_index (rows, i);

      if (title == NULL || g_str_equal (adw_preferences_row_get_title (row), title))
        return GTK_WIDGET (row);
    }
  return NULL;
}

/* Exports to @path, and says what the window says of it. Closes the window. */
static void
export_to (PageFixture *fixture, const char *path, const char *heading, const char *text)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GtkWindow *window = NULL;

  legato_journal_actions_export_to (fixture->window, fixture->context, file, LEGATO_EXPORT_JSON);
  window = find_window (g_type_from_name ("LegatoWorkWindow"));
  g_assert_nonnull (window);
  ui_test_wait_for_label (GTK_WIDGET (window), heading);
  ui_test_wait_for_label (GTK_WIDGET (window), text);
  ui_test_click (GTK_WIDGET (window), "Close");
}

static void
test_export (PageFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "out.json", NULL);
  g_autofree char *nowhere = g_build_filename (fixture->folder, "nowhere", "out.json", NULL);
  g_autofree char *folder = g_build_filename (fixture->folder, "folder", NULL);
  g_autofree char *others = NULL;
  GtkWidget *label = NULL;

  show (fixture);
  export_to (fixture, path, "Your Journal Is Exported",
             "On this computer, only you can read the file.");

  /* A folder that is not there, and one in the place of the file: what was there stays. */
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  for (int i = 0; i < 2; i++)
    {
      g_autoptr (GFile) file = g_file_new_for_path (i == 0 ? nowhere : folder);
      GtkWindow *window = NULL;

      legato_journal_actions_export_to (fixture->window, fixture->context, file,
                                        LEGATO_EXPORT_JSON);
      window = find_window (g_type_from_name ("LegatoWorkWindow"));
      label = ui_test_wait_for_label (GTK_WIDGET (window), NOT_EXPORTED);
      g_assert_nonnull (label);
      ui_test_click (GTK_WIDGET (window), "Close");
    }
  others = list_others (fixture);
  g_assert_cmpstr (others, ==, "folder out.json");
}

/* A device is no place for a file. */
static void
test_export_to_a_device (PageFixture *fixture, gconstpointer data)
{
  g_autofree char *others = NULL;
  g_autoptr (GFile) file = g_file_new_for_path ("/dev/full");
  GtkWindow *window = NULL;

  show (fixture);
  legato_journal_actions_export_to (fixture->window, fixture->context, file, LEGATO_EXPORT_CSV);
  window = find_window (g_type_from_name ("LegatoWorkWindow"));
  ui_test_wait_for_label (GTK_WIDGET (window), NOT_EXPORTED);
  ui_test_click (GTK_WIDGET (window), "Close");
  others = list_others (fixture);
  g_assert_cmpstr (others, ==, "");
}

/* Broken off at once: nothing half-written stays, what was there is as it was, and it is said. */
static void
test_export_broken_off (PageFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "out.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *contents = NULL;
  g_autofree char *others = NULL;
  GtkWindow *window = NULL;

  show (fixture);
  g_assert_true (g_file_set_contents (path, "before", -1, NULL));
  legato_journal_actions_export_to (fixture->window, fixture->context, file, LEGATO_EXPORT_JSON);
  window = find_window (g_type_from_name ("LegatoWorkWindow"));
  ui_test_click (GTK_WIDGET (window), "Cancel");
  ui_test_wait_for_label (GTK_WIDGET (window), NOT_EXPORTED);
  ui_test_wait_for_label (GTK_WIDGET (window), STOPPED);
  close_by_button (window);
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "before");
  others = list_others (fixture);
  g_assert_cmpstr (others, ==, "out.json");
}

/* Who cannot wait for the answer need not. */
static void
test_closed_twice (PageFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "out.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GtkWindow *window = NULL;

  show (fixture);
  legato_journal_actions_export_to (fixture->window, fixture->context, file, LEGATO_EXPORT_JSON);
  window = find_window (g_type_from_name ("LegatoWorkWindow"));
  ui_test_click (GTK_WIDGET (window), "Cancel");
  close_by_button (window);
}

static guint
count_entries (PageFixture *fixture)
{
  g_autoptr (GPtrArray) entries = legato_journal_list (fixture->journal, NULL, NULL, 0, 0, NULL);

  return entries->len;
}

static void
test_import (PageFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *name;
    const char *contents;
    const char *says;
  } files[] = {
    { "other.json", "{\"a\": 1}", "The file was not written by Legato." },
    { "newer.json", "{\"format\":\"legato-journal\",\"version\":2,\"entries\":[]}",
      "A newer Legato wrote this file. Update Legato to read it." },
    { "empty.csv", "", "There is nothing in this table." },
    { "open.csv", "date,note\n2026-05-01,\"open\n", "Row 2: a quotation mark is missing" },
  };
  guint n_entries = 0;

  show (fixture);
  n_entries = count_entries (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, files[i].name, NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      GtkWindow *window = NULL;

      g_test_message ("%s", files[i].name);
      g_assert_true (g_file_set_contents (path, files[i].contents, -1, NULL));
      window = GTK_WINDOW (legato_import_window_new (fixture->window, fixture->context, file));
      gtk_window_present (window);
      ui_test_wait_for_label (GTK_WIDGET (window), files[i].says);
      gtk_window_close (window);
    }
  g_assert_cmpuint (count_entries (fixture), ==, n_entries);
}

/* An entry of one rating, an hour after the last. */
static void
add_entry (LegatoJournal *journal)
{
  static int n_hours;
  g_autoptr (GDateTime) at = g_date_time_new_utc (2026, 3, 1 + n_hours / 24, n_hours % 24, 0, 0);
  g_autoptr (LegatoEntry) entry = legato_entry_new (LEGATO_ENTRY_CHECK_IN, at);
  g_autoptr (GError) error = NULL;

  n_hours++;
  legato_entry_add_rating (entry, "calf", LEGATO_LEG_LEFT, LEGATO_MOMENT_CHECK_IN, 5);
  g_assert_true (legato_journal_add (journal, entry, &error));
  g_assert_no_error (error);
}

/* Lets go of a context with a journal of its own, and waits until its file is left alone. */
static void
forget_context (LegatoContext *context)
{
  gpointer journal = legato_context_get_journal (context);

  g_object_add_weak_pointer (journal, &journal);
  g_object_unref (context);
  while (journal != NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* What was exported elsewhere is looked at first, then brought in; a second time it is known. */
static void
test_bring_in (PageFixture *fixture, gconstpointer data)
{
  g_autofree char *other_path = g_build_filename (fixture->folder, "elsewhere.db", NULL);
  g_autofree char *path = g_build_filename (fixture->folder, "elsewhere.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  LegatoContext *other = ui_test_open_context (fixture, other_path);
  GtkWindow *window = NULL;
  guint n_entries = 0;

  add_entry (legato_context_get_journal (other));
  add_entry (legato_context_get_journal (other));
  show (fixture);
  n_entries = count_entries (fixture);
  legato_journal_actions_export_to (fixture->window, other, file, LEGATO_EXPORT_JSON);
  window = wait_for_window (g_type_from_name ("LegatoWorkWindow"));
  ui_test_wait_for_label (GTK_WIDGET (window), "Your Journal Is Exported");
  close_by_button (window);
  forget_context (other);

  legato_journal_actions_import (fixture->window, fixture->context);
  choose_file (path);
  window = wait_for_window (LEGATO_TYPE_IMPORT_WINDOW);
  ui_test_wait_for_label (GTK_WIDGET (window), "2 entries were read. 2 would be new.");
  ui_test_shoot (window, "import-preview");
  g_assert_cmpuint (count_entries (fixture), ==, n_entries);
  ui_test_click (GTK_WIDGET (window), "Bring Them In");
  ui_test_wait_for_label (GTK_WIDGET (window), "2 entries were read. 2 are new.");
  ui_test_wait_for_label (GTK_WIDGET (window), "They Are in Your Journal");
  g_assert_cmpuint (count_entries (fixture), ==, n_entries + 2);
  close_by_button (window);

  window = GTK_WINDOW (legato_import_window_new (fixture->window, fixture->context, file));
  gtk_window_present (window);
  ui_test_wait_for_label (GTK_WIDGET (window),
                          "2 entries were read. Your journal knows all of it.");
  g_assert_null (ui_test_find (GTK_WIDGET (window), GTK_TYPE_BUTTON, "Bring Them In"));
  close_by_button (window);
}

/* Nothing else can be written until this is let go. */
static sqlite3 *
hold_journal (PageFixture *fixture)
{
  sqlite3 *lock = NULL;

  g_assert_cmpint (sqlite3_open (fixture->path, &lock), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (lock, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
  return lock;
}

/* Presses Cancel before anything could be written. */
static void
cancel_what_waits (GtkWindow *window, sqlite3 *lock)
{
  ui_test_click (GTK_WIDGET (window), "Cancel");
  g_assert_cmpint (sqlite3_close (lock), ==, SQLITE_OK);
}

/* While the file is read, and while its entries come in. */
static void
test_import_broken_off (PageFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "some.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  guint n_entries = 0;

  show (fixture);
  n_entries = count_entries (fixture);
  g_assert_true (
      g_file_set_contents (path, "date,note\n2026-05-01,one\n2026-05-02,two\n", -1, NULL));
  for (int i = 0; i < 2; i++)
    {
      GtkWindow *window =
          GTK_WINDOW (legato_import_window_new (fixture->window, fixture->context, file));
      sqlite3 *lock = i == 0 ? hold_journal (fixture) : NULL;

      gtk_window_present (window);
      ui_test_click (GTK_WIDGET (window), "See What Would Come In");
      if (i == 1)
        {
          ui_test_wait_for_label (GTK_WIDGET (window), "2 entries were read. 2 would be new.");
          lock = hold_journal (fixture);
          ui_test_click (GTK_WIDGET (window), "Bring Them In");
        }
      cancel_what_waits (window, lock);
      ui_test_wait_for_label (GTK_WIDGET (window), "Nothing Was Brought In");
      ui_test_wait_for_label (GTK_WIDGET (window), STOPPED);
      close_by_button (window);
      g_assert_cmpuint (count_entries (fixture), ==, n_entries);
    }
}

/* A table of somebody else's: which column is the day is asked, the rest may stay away. */
static void
test_table_of_others (PageFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "mine.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GtkWindow *window = NULL;
  GtkWidget *look = NULL, *day = NULL, *note = NULL;
  guint n_entries = 0;

  show (fixture);
  n_entries = count_entries (fixture);
  g_assert_true (g_file_set_contents (path,
                                      "wann,wie\n2026-05-01,<heavy> & long\n2026-05-02,\n"
                                      "2026-05-03,light\n",
                                      -1, NULL));
  window = GTK_WINDOW (legato_import_window_new (fixture->window, fixture->context, file));
  gtk_window_present (window);
  ui_test_wait_for_label (GTK_WIDGET (window), "Which column is what?");
  look = ui_test_find (GTK_WIDGET (window), GTK_TYPE_BUTTON, "See What Would Come In");
  g_assert_false (gtk_widget_get_sensitive (look));

  day = find_row (window, "Day");
  note = find_row (window, "Note");
  adw_combo_row_set_selected (ADW_COMBO_ROW (note), 2);
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (note)), ==,
                   "wie\n<heavy> & long · light");
  adw_combo_row_set_selected (ADW_COMBO_ROW (note), 0);
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (note)), ==, "Not there");
  g_assert_false (gtk_widget_get_sensitive (look));
  adw_combo_row_set_selected (ADW_COMBO_ROW (note), 2);
  adw_combo_row_set_selected (ADW_COMBO_ROW (day), 1);
  g_assert_true (gtk_widget_get_sensitive (look));
  ui_test_shoot (window, "import-columns");

  ui_test_click (GTK_WIDGET (window), "See What Would Come In");
  ui_test_wait_for_label (GTK_WIDGET (window), "3 entries were read. 3 would be new.");
  g_assert_cmpuint (count_entries (fixture), ==, n_entries);
  ui_test_click (GTK_WIDGET (window), "Bring Them In");
  ui_test_wait_for_label (GTK_WIDGET (window), "3 entries were read. 3 are new.");
  g_assert_cmpuint (count_entries (fixture), ==, n_entries + 3);
  close_by_button (window);
}

/* A journal that is not open takes nothing, nor gives anything. */
static void
test_not_open (PageFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "some.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) far = g_file_new_for_uri ("https://example.org/journal.json");
  g_autofree char *closed_path = g_build_filename (fixture->folder, "closed.db", NULL);
  g_autoptr (LegatoContext) closed = ui_test_new_context (fixture, closed_path);
  GtkWindow *window = NULL;

  show (fixture);
  window = GTK_WINDOW (legato_import_window_new (fixture->window, closed, file));
  gtk_window_present (window);
  ui_test_wait_for_label (GTK_WIDGET (window), "Nothing Was Brought In");
  ui_test_wait_for_label (GTK_WIDGET (window),
                          "Your journal is not open just now. Try again later.");
  close_by_button (window);
  /* It is said before a name is asked for. */
  for (int i = 0; i < 3; i++)
    {
      if (i == 0)
        legato_journal_actions_export (fixture->window, closed);
      else if (i == 1)
        legato_journal_actions_export_table (fixture->window, closed);
      else
        legato_journal_actions_export_to (fixture->window, closed, file, LEGATO_EXPORT_JSON);
      window = find_window (g_type_from_name ("LegatoWorkWindow"));
      g_assert_nonnull (window);
      ui_test_wait_for_label (GTK_WIDGET (window), NOT_EXPORTED);
      ui_test_wait_for_label (GTK_WIDGET (window),
                              "Your journal is not open just now. Try again later.");
      close_by_button (window);
    }

  /* Neither is what is not on this computer. */
  window = GTK_WINDOW (legato_import_window_new (fixture->window, fixture->context, far));
  gtk_window_present (window);
  ui_test_wait_for_label (GTK_WIDGET (window), "Choose a file in a folder of this computer.");
  close_by_button (window);
  legato_journal_actions_export_to (fixture->window, fixture->context, far, LEGATO_EXPORT_JSON);
  window = wait_for_window (g_type_from_name ("LegatoWorkWindow"));
  ui_test_wait_for_label (GTK_WIDGET (window), NOT_EXPORTED);
  close_by_button (window);
}

static void
backup_made_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  char *path = legato_journal_make_backup_finish (LEGATO_JOURNAL (source), result, &error);

  g_assert_no_error (error);
  *(char **) data = path;
}

static char *
make_backup (PageFixture *fixture)
{
  g_autofree char *folder =
      legato_automatic_copies_dup_folder (legato_context_get_automatic_copies (fixture->context));
  char *path = NULL;

  legato_journal_make_backup_async (fixture->journal, folder, 7, 4, NULL, NULL, NULL,
                                    backup_made_cb, &path);
  while (path == NULL)
    g_main_context_iteration (NULL, TRUE);
  return path;
}

/* Whether a label of the window says @text among other things. */
static gboolean
says (GtkWindow *window, const char *text)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  gboolean found = FALSE;

  ui_test_collect (GTK_WIDGET (window), GTK_TYPE_LABEL, labels);
  for (guint i = 0; i < labels->len; i++)
    found = found || strstr (gtk_label_get_label (labels->pdata[i]), text) != NULL;
  return found;
}

/* Back to a copy that is listed, and to one that is chosen as a file; what was is kept. */
static void
test_go_back (PageFixture *fixture, gconstpointer data)
{
  g_autofree char *letter = g_build_filename (fixture->folder, "letter.txt", NULL);
  g_autofree char *backup = NULL;
  GtkWindow *window = NULL;
  guint n_entries = 0;

  show (fixture);
  legato_journal_actions_restore (fixture->window, fixture->context);
  window = wait_for_window (LEGATO_TYPE_RESTORE_WINDOW);
  ui_test_wait_for_label (GTK_WIDGET (window), "There is none yet. One is made every day.");
  gtk_window_close (window);

  n_entries = count_entries (fixture);
  backup = make_backup (fixture);
  add_entry (fixture->journal);

  legato_journal_actions_restore (fixture->window, fixture->context);
  window = wait_for_window (LEGATO_TYPE_RESTORE_WINDOW);
  ui_test_wait_for_label (GTK_WIDGET (window), "Choose one to see what would change.");
  ui_test_shoot (window, "restore-list");
  g_signal_emit_by_name (find_row (window, NULL), "activated");
  ui_test_wait_for_label (GTK_WIDGET (window), "Go Back to This Copy?");
  ui_test_shoot (window, "restore-ask");
  g_assert_true (says (window, "nothing else"));
  g_assert_cmpuint (count_entries (fixture), ==, n_entries + 1);
  ui_test_click (GTK_WIDGET (window), "Go Back to This Copy");
  ui_test_wait_for_label (GTK_WIDGET (window), "Your Journal Is as It Was Then");
  g_assert_cmpuint (count_entries (fixture), ==, n_entries);
  close_by_button (window);

  /* A file that is none changes nothing. */
  add_entry (fixture->journal);
  g_assert_true (g_file_set_contents (letter, "Dear", -1, NULL));
  for (int i = 0; i < 2; i++)
    {
      legato_journal_actions_restore (fixture->window, fixture->context);
      window = wait_for_window (LEGATO_TYPE_RESTORE_WINDOW);
      ui_test_click (GTK_WIDGET (window), "Another File…");
      choose_file (i == 0 ? letter : backup);
      ui_test_wait_for_label (GTK_WIDGET (window),
                              i == 0 ? "Nothing Was Changed" : "Go Back to This Copy?");
      g_assert_cmpuint (count_entries (fixture), ==, n_entries + 1);
      if (i == 0)
        close_by_button (window);
    }
  ui_test_click (GTK_WIDGET (window), "Go Back to This Copy");
  ui_test_wait_for_label (GTK_WIDGET (window), "Your Journal Is as It Was Then");
  g_assert_cmpuint (count_entries (fixture), ==, n_entries);
  close_by_button (window);

  /* One that was taken away meanwhile, and a journal that is not open. */
  for (int i = 0; i < 2; i++)
    {
      g_autofree char *closed_path = g_build_filename (fixture->folder, "closed.db", NULL);
      g_autoptr (LegatoContext) closed = ui_test_new_context (fixture, closed_path);

      window = GTK_WINDOW (
          legato_restore_window_new (fixture->window, i == 0 ? closed : fixture->context));
      g_object_set (legato_context_get_automatic_copies (fixture->context), "shared-folder",
                    i == 0 ? "" : fixture->folder, NULL);
      gtk_window_present (window);
      ui_test_wait_for_label (GTK_WIDGET (window), "Choose one to see what would change.");
      g_signal_emit_by_name (find_row (window, NULL), "activated");
      ui_test_wait_for_label (GTK_WIDGET (window), "Go Back to This Copy?");
      g_assert_true (says (window, i == 0 ? "nothing else" : "your other computers"));
      if (i == 1)
        g_assert_cmpint (g_unlink (backup), ==, 0);
      ui_test_click (GTK_WIDGET (window), "Go Back to This Copy");
      ui_test_wait_for_label (GTK_WIDGET (window), "Nothing Was Changed");
      g_assert_cmpuint (count_entries (fixture), ==, n_entries);
      close_by_button (window);
    }
}

static void
test_go_back_broken_off (PageFixture *fixture, gconstpointer data)
{
  g_autofree char *backup = NULL;
  GtkWindow *window = NULL;
  sqlite3 *lock = NULL;
  guint n_entries = 0;

  show (fixture);
  backup = make_backup (fixture);
  add_entry (fixture->journal);
  n_entries = count_entries (fixture);
  legato_journal_actions_restore (fixture->window, fixture->context);
  window = wait_for_window (LEGATO_TYPE_RESTORE_WINDOW);
  ui_test_wait_for_label (GTK_WIDGET (window), "Choose one to see what would change.");
  g_signal_emit_by_name (find_row (window, NULL), "activated");
  ui_test_wait_for_label (GTK_WIDGET (window), "Go Back to This Copy?");
  lock = hold_journal (fixture);
  ui_test_click (GTK_WIDGET (window), "Go Back to This Copy");
  cancel_what_waits (window, lock);
  ui_test_wait_for_label (GTK_WIDGET (window), "Nothing Was Changed");
  ui_test_wait_for_label (GTK_WIDGET (window), STOPPED);
  close_by_button (window);
  g_assert_cmpuint (count_entries (fixture), ==, n_entries);
}

/* What a system says of a path is no markup, whatever the folder is called. */
static void
test_damage_at_any_path (PageFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "closed.db", NULL);
  g_autofree char *folder = g_build_filename (fixture->folder, "a & <b>", NULL);
  g_autoptr (LegatoContext) closed = ui_test_new_context (fixture, path);
  LegatoJournalConnection *connection = legato_context_get_connection (closed);
  GtkWindow *window = NULL;

  show (fixture);
  g_assert_true (g_file_set_contents (path, "Dear", -1, NULL));
  g_assert_true (g_file_set_contents (folder, "no folder", -1, NULL));
  g_object_set (legato_context_get_automatic_copies (closed), "folder", folder, NULL);
  legato_journal_connection_open (connection);
  while (legato_journal_connection_get_error (connection) == NULL)
    g_main_context_iteration (NULL, TRUE);
  window = GTK_WINDOW (legato_damage_window_new (fixture->window, closed));
  gtk_window_present (window);
  while (ui_test_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "Looking…") != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (says (window, "a & <b>"));
  gtk_window_close (window);
}

int
main (int argc, char *argv[])
{
  ui_test_init_application (&argc, &argv);
#define ADD(name, test)                                                                            \
  g_test_add ("/ui/copies/" name, PageFixture, NULL, page_fixture_set_up, test,                    \
              page_fixture_tear_down)
  ADD ("export", test_export);
  ADD ("export-to-a-device", test_export_to_a_device);
  ADD ("export-broken-off", test_export_broken_off);
  ADD ("closed-twice", test_closed_twice);
  ADD ("import", test_import);
  ADD ("import-broken-off", test_import_broken_off);
  ADD ("bring-in", test_bring_in);
  ADD ("table-of-others", test_table_of_others);
  ADD ("not-open", test_not_open);
  ADD ("damage-at-any-path", test_damage_at_any_path);
  ADD ("go-back", test_go_back);
  ADD ("go-back-broken-off", test_go_back_broken_off);
  return g_test_run ();
}
