/* test-copies.c: exports and imports that go wrong, or are broken off, in their windows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui-test-utils.h"

#include <glib/gstdio.h>

#include "legato-import-window.h"
#include "legato-journal-actions.h"

#define NOT_EXPORTED "Your Journal Was Not Exported"

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

/* Broken off at once: nothing half-written stays, and what was there is as it was. */
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
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  ui_test_click (GTK_WIDGET (window), "Cancel");
  while (window != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "before");
  others = list_others (fixture);
  g_assert_cmpstr (others, ==, "out.json");
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
  ADD ("import", test_import);
  return g_test_run ();
}
