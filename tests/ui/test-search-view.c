/* test-search-view.c: search from any page, and what choosing a result does
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui-test-utils.h"

#include "legato-journal-page.h"
#include "legato-prepare-view.h"
#include "legato-search-view.h"
#include "legato-technique-card.h"

static GtkWidget *
find (LegatoWindow *window, GType type)
{
  return ui_test_find (GTK_WIDGET (window), type, NULL);
}

static void
search_for (LegatoWindow *window, const char *text)
{
  GtkWidget *entry = NULL;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.search", NULL));
  ui_test_settle (GTK_WINDOW (window));
  entry = find (window, GTK_TYPE_SEARCH_ENTRY);
  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  ui_test_settle (GTK_WINDOW (window));
}

static void
choose_best (LegatoWindow *window, const char *text)
{
  search_for (window, text);
  g_signal_emit_by_name (find (window, GTK_TYPE_SEARCH_ENTRY), "activate");
  ui_test_settle (GTK_WINDOW (window));
  g_assert_null (find (window, LEGATO_TYPE_SEARCH_VIEW));
}

static const LegatoUse *
get_use (LegatoWindow *window)
{
  GtkWidget *card = find (window, LEGATO_TYPE_TECHNIQUE_CARD);

  g_assert_nonnull (card);
  return legato_technique_card_get_use (LEGATO_TECHNIQUE_CARD (card));
}

static void
test_choose (PageFixture *fixture, gconstpointer data)
{
  LegatoWindow *window = ui_test_show_window (fixture, 360, 640);

  legato_window_show_page (window, "journal");
  choose_best (window, "bum");
  g_assert_cmpstr (get_use (window)->zone->id, ==, "gluteus");
  choose_best (window, "back of knee");
  g_assert_cmpstr (get_use (window)->zone->id, ==, "popliteal");
  choose_best (window, "knead");
  g_assert_cmpstr (get_use (window)->technique->id, ==, "petrissage");
  g_assert_cmpstr (get_use (window)->zone->id, ==, "soleus");
  choose_best (window, "bedtime");
  ui_test_click (GTK_WIDGET (window), "All Fine, Go On");
  ui_test_settle (fixture->window);
  g_assert_nonnull (find (window, LEGATO_TYPE_PREPARE_VIEW));
  ui_test_wait_for_label (GTK_WIDGET (window), "Wind down");

  /* Not while a session is prepared or runs. */
  gtk_widget_activate_action (GTK_WIDGET (window), "win.search", NULL);
  ui_test_settle (fixture->window);
  g_assert_null (find (window, GTK_TYPE_SEARCH_ENTRY));
}

static GtkWindow *
find_window (const char *title)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (g_strcmp0 (gtk_window_get_title (window), title) == 0)
        return window;
    }
  return NULL;
}

static GtkWindow *
wait_for_window (const char *title)
{
  GtkWindow *window = NULL;

  while ((window = find_window (title)) == NULL || !gtk_widget_get_mapped (GTK_WIDGET (window)))
    g_main_context_iteration (NULL, TRUE);
  return window;
}

/* What one wants to do leads to where it is done. */
static void
test_rooms (PageFixture *fixture, gconstpointer data)
{
  LegatoWindow *window = ui_test_show_window (fixture, 360, 640);
  GtkWindow *opened = NULL;

  choose_best (window, "reminder");
  opened = wait_for_window ("Preferences");
  ui_test_wait_for_label (GTK_WIDGET (opened), "While you sit");
  gtk_window_close (opened);
  choose_best (window, "dark mode");
  opened = wait_for_window ("Preferences");
  ui_test_wait_for_label (GTK_WIDGET (opened), "Legato follows the settings of your desktop.");
  gtk_window_close (opened);
  choose_best (window, "deleted entries");
  gtk_window_close (wait_for_window ("Deleted Entries"));
  choose_best (window, "print");
  gtk_window_close (wait_for_window ("Report"));
  choose_best (window, "manual");
  gtk_window_close (wait_for_window ("Help"));
  choose_best (window, "compare");
  ui_test_wait_for_label (GTK_WIDGET (window), "Compare");
  choose_best (window, "make a routine");
  gtk_window_close (wait_for_window ("Your Routine"));
}

/* Whoever names a day finds what the journal has of it, and Enter opens it there. */
static void
test_days (PageFixture *fixture, gconstpointer data)
{
  LegatoWindow *window = ui_test_show_window (fixture, 360, 640);

  search_for (window, "11 November 2026");
  ui_test_wait_for_label (GTK_WIDGET (window), "Wednesday, 11 November 2026");
  ui_test_wait_for_label (GTK_WIDGET (window), "1 massage");
  g_assert_null (ui_test_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "Nothing found"));
  ui_test_shoot (fixture->window, "search-day");
  g_signal_emit_by_name (find (window, GTK_TYPE_SEARCH_ENTRY), "activate");
  while (find (window, LEGATO_TYPE_SEARCH_VIEW) != NULL)
    g_main_context_iteration (NULL, TRUE);
  ui_test_wait_for_label (GTK_WIDGET (window), "Three minutes");
  g_assert_null (ui_test_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "Wind down"));
  g_assert_nonnull (find (window, LEGATO_TYPE_JOURNAL_PAGE));
}

/* Of all that is in the window, seen or not. */
static gboolean
says (LegatoWindow *window, const char *text)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  ui_test_collect (GTK_WIDGET (window), GTK_TYPE_LABEL, labels);
  for (guint i = 0; i < labels->len; i++)
    if (g_strcmp0 (gtk_label_get_label (g_ptr_array_index (labels, i)), text) == 0)
      return TRUE;
  return FALSE;
}

static GtkWidget *
type_day (LegatoWindow *window)
{
  GtkWidget *entry = NULL;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.search", NULL));
  ui_test_settle (GTK_WINDOW (window));
  entry = find (window, GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "11 November 2026");
  g_signal_emit_by_name (entry, "activate");
  return entry;
}

/* Enter before the journal has answered counts, though the field says its text once more; with
 * Escape after it, it does not. */
static void
test_days_soon (PageFixture *fixture, gconstpointer data)
{
  LegatoWindow *window = ui_test_show_window (fixture, 360, 640);

  g_signal_emit_by_name (type_day (window), "stop-search");
  while (!says (window, "Wednesday, 11 November 2026"))
    g_main_context_iteration (NULL, TRUE);
  ui_test_settle (GTK_WINDOW (window));
  g_assert_null (find (window, LEGATO_TYPE_JOURNAL_PAGE));

  g_signal_emit_by_name (type_day (window), "search-changed");
  while (find (window, LEGATO_TYPE_JOURNAL_PAGE) == NULL)
    g_main_context_iteration (NULL, TRUE);
  ui_test_wait_for_label (GTK_WIDGET (window), "Three minutes");
}

static GtkListBoxRow *
get_first_row (GtkWidget *view)
{
  return gtk_list_box_get_row_at_index (GTK_LIST_BOX (ui_test_find (view, GTK_TYPE_LIST_BOX, NULL)),
                                        0);
}

/* Days that come in late move nothing that one may be about to tap. */
static void
test_rows_stay (PageFixture *fixture, gconstpointer data)
{
  LegatoSearchView *view = legato_search_view_new (fixture->context);
  GtkListBoxRow *first = NULL;

  ui_test_show (fixture, GTK_WIDGET (view), 360, 640);
  legato_search_view_set_text (view, "calf 11 November 2026");
  while (ui_test_find (GTK_WIDGET (view), GTK_TYPE_LABEL, "Wednesday, 11 November 2026") == NULL)
    {
      first = get_first_row (GTK_WIDGET (view));
      g_main_context_iteration (NULL, TRUE);
    }
  g_assert_true (first == NULL || first == get_first_row (GTK_WIDGET (view)));
  g_assert_nonnull (ui_test_find (GTK_WIDGET (view), GTK_TYPE_LABEL, "Calf"));
}

/* What kind of thing was found leaves room for the thing, also with large text. */
static void
test_large_text (PageFixture *fixture, gconstpointer data)
{
  LegatoWindow *window = ui_test_show_window (fixture, 360, 640);
  g_autofree char *font = NULL;
  GtkWidget *kind = NULL;

  g_object_get (gtk_settings_get_default (), "gtk-font-name", &font, NULL);
  g_object_set (gtk_settings_get_default (), "gtk-font-name", "Sans 15", NULL);
  search_for (window, "swollen ankles");
  kind = ui_test_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "Good to know");
  g_assert_nonnull (kind);
  g_assert_cmpint (pango_layout_get_line_count (gtk_label_get_layout (GTK_LABEL (kind))), <=, 2);
  g_object_set (gtk_settings_get_default (), "gtk-font-name", font, NULL);
}

static void
test_nothing_found (PageFixture *fixture, gconstpointer data)
{
  LegatoWindow *window = ui_test_show_window (fixture, 360, 640);

  search_for (window, "elbow");
  ui_test_wait_for_label (GTK_WIDGET (window), "Nothing found");
  ui_test_shoot (fixture->window, "search-nothing");
  g_signal_emit_by_name (find (window, GTK_TYPE_SEARCH_ENTRY), "activate");
  g_assert_nonnull (find (window, LEGATO_TYPE_SEARCH_VIEW));

  search_for (window, "thigh");
  ui_test_wait_for_label (GTK_WIDGET (window), "Inner thigh");
  ui_test_shoot (fixture->window, "search-narrow");

  /* Escape closes it. */
  g_signal_emit_by_name (find (window, GTK_TYPE_SEARCH_ENTRY), "stop-search");
  ui_test_settle (fixture->window);
  g_assert_null (find (window, LEGATO_TYPE_SEARCH_VIEW));
}

/* There is a way on from where nothing was found: to all places, whatever was chosen before. */
static void
test_looks_on (PageFixture *fixture, gconstpointer data)
{
  LegatoWindow *window = ui_test_show_window (fixture, 360, 640);

  search_for (window, "elbow");
  ui_test_wait_for_label (GTK_WIDGET (window), "Nothing found");
  g_assert_nonnull (ui_test_find (GTK_WIDGET (window), GTK_TYPE_BUTTON, "Good to Know"));
  ui_test_click (GTK_WIDGET (window), "All places");
  ui_test_settle (fixture->window);
  g_assert_null (find (window, LEGATO_TYPE_SEARCH_VIEW));
  ui_test_wait_for_label (GTK_WIDGET (window), "Front thigh");
}

static void
test_wide (PageFixture *fixture, gconstpointer data)
{
  LegatoWindow *window = ui_test_show_window (fixture, 1000, 700);

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      ADW_COLOR_SCHEME_FORCE_DARK);
  search_for (window, "calf");
  ui_test_shoot (fixture->window, "search-dark");
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_DEFAULT);
  legato_window_show_page (window, "routines");
  ui_test_settle (fixture->window);
  g_assert_null (find (window, LEGATO_TYPE_SEARCH_VIEW));
}

int
main (int argc, char *argv[])
{
  ui_test_init_application (&argc, &argv);

#define ADD(path, func)                                                                            \
  g_test_add (path, PageFixture, NULL, page_fixture_set_up, func, page_fixture_tear_down)
  ADD ("/ui/search/choose", test_choose);
  ADD ("/ui/search/rooms", test_rooms);
  ADD ("/ui/search/days", test_days);
  ADD ("/ui/search/days-soon", test_days_soon);
  ADD ("/ui/search/nothing-found", test_nothing_found);
  ADD ("/ui/search/looks-on", test_looks_on);
  ADD ("/ui/search/rows-stay", test_rows_stay);
  ADD ("/ui/search/large-text", test_large_text);
  ADD ("/ui/search/wide", test_wide);
  return g_test_run ();
}
