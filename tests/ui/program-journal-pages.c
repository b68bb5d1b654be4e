/* program-journal-pages.c: the pages and dialogs of the journal, of its copies, and of one that is
 * damaged
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "program-fit.h"
#include "program-pages-private.h"

#include "legato-entry-item.h"
#include "legato-entry-row.h"
#include "legato-import-window.h"
#include "legato-journal-actions-testing.h"

static GtkWindow *
find_dialog (void)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (window != program_get_window () && gtk_widget_get_mapped (GTK_WIDGET (window)))
        return window;
    }
  return NULL;
}

/* A note is in the language of who wrote it. */
static gboolean
is_wanted (LegatoEntryItem *item, LegatoEntryKind kind)
{
  const LegatoEntry *entry = item != NULL ? legato_entry_item_get_entry (item) : NULL;

  return entry != NULL && entry->kind == kind && *entry->note == '\0';
}

/* Opens an entry of that kind in the list of a narrow window: its title is its own. */
static void
open_entry (LegatoEntryKind kind)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autofree char *title = NULL;
  gboolean opened = FALSE;

  program_collect (LEGATO_TYPE_ENTRY_ROW, rows);
  for (guint i = 0; i < rows->len && !opened; i++)
    {
      g_autoptr (LegatoEntryItem) item = NULL;

      g_object_get (g_ptr_array_index (rows, i), "item", &item, NULL);
      opened = is_wanted (item, kind) && program_click_widget (g_ptr_array_index (rows, i));
    }
  g_assert_true (opened);
  program_wait (find_dialog () != NULL);
  title = g_strdup (gtk_window_get_title (find_dialog ()));
  program_enter (title);
}

static void
see_an_entry (LegatoEntryKind kind, const char *page)
{
  program_pages_resize (PROGRAM_LEAST_WIDTH);
  open_entry (kind);
  program_pages_visit (page);
  program_pages_close_dialog ();
}

/* Closes the entry's editor, which asks what is to become of what was chosen. */
static void
discard_entry (void)
{
  gtk_window_close (program_get_entered ());
  program_enter ("Save This Entry?");
  program_click_a (GTK_TYPE_BUTTON, "Discard");
  program_enter ("Legato");
}

void
program_pages_see_the_journal (void)
{
  program_key ("alt+3");
  program_see ("New Entry");
  program_pages_visit ("journal");
  program_pages_press ("Show Only Some");
  program_pages_visit ("journal, filters");
  program_pages_press ("Show Only Some");
  see_an_entry (LEGATO_ENTRY_SESSION, "entry, session");
  see_an_entry (LEGATO_ENTRY_CHECK_IN, "entry, check-in");
  program_pages_visit ("journal, an entry beside it");
  program_pages_resize (PROGRAM_LEAST_WIDTH);
  program_pages_press ("Calendar");
  program_pages_visit ("journal, month");
  program_pages_act ("win.restore-journal");
  program_pages_visit_dialog ("Go Back to a Copy");
  program_pages_press ("New Entry");
  program_enter ("New Entry");
  program_pages_visit ("entry editor");
  program_pages_press ("A Massage");
  program_pages_visit ("entry editor, massage");
  discard_entry ();
  program_pages_press ("Deleted Entries");
  program_pages_visit_dialog ("Deleted Entries");
  program_quit ();
}

static void
open_import (GFile *file)
{
  gtk_window_present (GTK_WINDOW (
      legato_import_window_new (program_get_window (), program_pages_get_context (), file)));
  program_enter ("Bring In Entries");
}

/* A table whose columns have to be told, as their names say nothing. */
static void
see_an_import (GFile *table)
{
  g_assert_true (g_file_set_contents (g_file_peek_path (table),
                                      "dt,nt\n2026-05-01,ok\n2026-05-02,no\n", -1, NULL));
  open_import (table);
  program_see ("Which column is what?");
  program_pages_visit ("import, columns");
  adw_combo_row_set_selected (ADW_COMBO_ROW (program_pages_find_row (
                                  GTK_WIDGET (program_get_entered ()), ADW_TYPE_COMBO_ROW)),
                              1);
  program_pages_press ("See What Would Come In");
  program_see ("What Would Come In");
  program_pages_visit ("import, preview");
  program_pages_press ("Bring Them In");
  program_see ("They Are in Your Journal");
  program_pages_visit ("import, done");
  program_pages_close_dialog ();
}

static void
see_a_restore (void)
{
  program_wait_for_copy ();
  program_pages_act ("win.restore-journal");
  program_enter ("Go Back to a Copy");
  program_see ("Choose one to see what would change.");
  program_pages_visit ("restore, copies");
  g_signal_emit_by_name (
      program_pages_find_row (GTK_WIDGET (program_get_entered ()), ADW_TYPE_ACTION_ROW),
      "activated");
  program_see ("Go Back to This Copy?");
  program_pages_visit ("restore, question");
  program_pages_press ("Go Back to This Copy");
  program_see ("Your Journal Is as It Was Then");
  program_pages_visit ("restore, done");
  program_pages_close_dialog ();
}

void
program_pages_see_the_copies (void)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "out.json", NULL);
  g_autofree char *table_path = g_build_filename (g_get_user_data_dir (), "in.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) table = g_file_new_for_path (table_path);
  g_autoptr (GFile) far = g_file_new_for_uri ("https://example.org/journal.json");

  program_key ("alt+3");
  program_see ("New Entry");
  legato_journal_actions_export_to (program_get_window (), program_pages_get_context (), file,
                                    LEGATO_EXPORT_JSON);
  program_pages_visit_fixed_dialog ("Your Journal Is Exported");
  legato_journal_actions_export_to (program_get_window (), program_pages_get_context (), far,
                                    LEGATO_EXPORT_JSON);
  program_pages_visit_fixed_dialog ("Your Journal Was Not Exported");
  see_an_import (table);
  open_import (far);
  program_see ("Nothing Was Brought In");
  program_pages_visit ("import, problem");
  program_pages_close_dialog ();
  see_a_restore ();
  program_quit ();
}

void
program_pages_see_the_damage (void)
{
  program_see ("See What Can Be Saved");
  program_pages_visit ("legs, damaged journal");
  program_pages_press ("See What Can Be Saved");
  program_enter ("What Can Be Saved");
  program_wait (gtk_widget_is_sensitive (program_scroll_to ("Save It")));
  program_pages_visit ("what can be saved");
  program_pages_press ("Save It");
  program_see ("Your Journal Is Open Again");
  program_pages_visit ("what can be saved, done");
  program_pages_close_dialog ();
  program_quit ();
}
