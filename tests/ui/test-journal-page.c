/* test-journal-page.c: the journal's list, detail, deletion and undo in a real window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui-test-utils.h"

#include <glib/gstdio.h>

#include "legato-day-button.h"
#include "legato-entry-editor.h"
#include "legato-entry-item.h"
#include "legato-entry-row.h"
#include "legato-entry-view.h"
#include "legato-journal-model.h"
#include "legato-journal-page.h"
#include "legato-row-filler.h"

#define N_ENTRIES 63

/* More than a list view keeps. */
#define N_MANY 600
#define NEWEST_DAY "Sunday, 15 November 2026"

static GtkWidget *
show_page_of (PageFixture *fixture, LegatoContext *context, int width)
{
  LegatoJournalPage *page = legato_journal_page_new (context);

  ui_test_show (fixture, GTK_WIDGET (page), width, 640);
  return GTK_WIDGET (page);
}

static GtkWidget *
show_page (PageFixture *fixture, int width)
{
  return show_page_of (fixture, fixture->context, width);
}

static GListModel *
get_model (GtkWidget *page)
{
  GtkWidget *list = ui_test_find (page, GTK_TYPE_LIST_VIEW, NULL);

  return G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list)));
}

static GtkWindow *
open_first_entry (GtkWidget *page)
{
  GtkWidget *list = ui_test_find (page, GTK_TYPE_LIST_VIEW, NULL);
  GListModel *windows = gtk_window_get_toplevels ();

  g_signal_emit_by_name (list, "activate", 0);
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (ui_test_find (GTK_WIDGET (window), LEGATO_TYPE_ENTRY_VIEW, NULL) == NULL)
        continue;
      while (!gtk_widget_get_mapped (GTK_WIDGET (window)))
        g_main_context_iteration (NULL, TRUE);
      ui_test_settle (window);
      return window;
    }
  g_assert_not_reached ();
}

static void
test_list (PageFixture *fixture, gconstpointer data)
{
  int width = GPOINTER_TO_INT (data);
  g_autoptr (LegatoContext) context = ui_test_new_context (fixture, fixture->path);
  GtkWidget *page = show_page_of (fixture, context, width);
  GtkWidget *scrolled;
  GtkAdjustment *scroll;
  g_autoptr (LegatoEntryItem) last = NULL;

  g_assert_nonnull (ui_test_find (page, GTK_TYPE_LABEL, "Opening Your Journal…"));
  legato_journal_connection_open (legato_context_get_connection (context));
  ui_test_wait_for_label (page, NEWEST_DAY);
  ui_test_settle (fixture->window);
  g_assert_cmpint (gtk_widget_get_width (page), <=, width);
  ui_test_shoot (fixture->window, width < 500 ? "journal-narrow" : "journal");

  /* All of it is in the list; what is at its end is read when it comes into sight. */
  g_assert_cmpuint (g_list_model_get_n_items (get_model (page)), ==, N_ENTRIES);
  scrolled = gtk_widget_get_ancestor (ui_test_find (page, GTK_TYPE_LIST_VIEW, NULL),
                                      GTK_TYPE_SCROLLED_WINDOW);
  scroll = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  gtk_adjustment_set_value (scroll, gtk_adjustment_get_upper (scroll));
  last = g_list_model_get_item (get_model (page), N_ENTRIES - 1);
  while (legato_entry_item_get_entry (last) == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_dark (PageFixture *fixture, gconstpointer data)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  GtkWidget *page;

  adw_style_manager_set_color_scheme (style, ADW_COLOR_SCHEME_FORCE_DARK);
  page = show_page (fixture, 480);
  ui_test_wait_for_label (page, NEWEST_DAY);
  ui_test_settle (fixture->window);
  ui_test_shoot (fixture->window, "journal-dark");
  adw_style_manager_set_color_scheme (style, ADW_COLOR_SCHEME_DEFAULT);
}

static void
test_detail_delete_undo (PageFixture *fixture, gconstpointer data)
{
  GtkWidget *page = show_page (fixture, 480);
  GtkWindow *dialog;
  GtkWidget *button;

  ui_test_wait_for_label (page, NEWEST_DAY);

  dialog = open_first_entry (page);
  g_assert_true (gtk_window_get_modal (dialog));
  g_assert_nonnull (ui_test_find (GTK_WIDGET (dialog), GTK_TYPE_LABEL, "Left calf"));
  g_assert_nonnull (ui_test_find (GTK_WIDGET (dialog), GTK_TYPE_LABEL, "8:00 of 8:00"));
  ui_test_shoot (dialog, "entry");

  button = ui_test_find (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, "Delete Entry");
  g_signal_emit_by_name (button, "clicked");
  ui_test_wait_for_label (page, "Entry deleted");
  while (ui_test_find (page, GTK_TYPE_LABEL, NEWEST_DAY) != NULL)
    g_main_context_iteration (NULL, TRUE);
  ui_test_settle (fixture->window);
  ui_test_shoot (fixture->window, "journal-deleted");

  button = ui_test_find (page, GTK_TYPE_BUTTON, "_Undo");
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  ui_test_wait_for_label (page, NEWEST_DAY);
}

static void
test_new_entry_appears (PageFixture *fixture, gconstpointer data)
{
  GtkWidget *page = show_page (fixture, 480);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (LegatoEntry) entry = legato_entry_new (LEGATO_ENTRY_CHECK_IN, now);
  g_autoptr (GError) error = NULL;

  ui_test_wait_for_label (page, NEWEST_DAY);
  legato_entry_add_rating (entry, "calf", LEGATO_LEG_LEFT, LEGATO_MOMENT_CHECK_IN, 4);
  g_assert_true (legato_journal_add (fixture->journal, entry, &error));
  ui_test_wait_for_label (page, "Today");
  g_assert_nonnull (ui_test_find (page, GTK_TYPE_LABEL, "Left calf 4"));
}

static gboolean
shows_only (GtkWidget *page, const LegatoEntry *entry)
{
  GListModel *model = get_model (page);
  g_autoptr (LegatoEntryItem) item = NULL;
  LegatoEntry *shown = NULL;

  if (g_list_model_get_n_items (model) == 1)
    item = g_list_model_get_item (model, 0);
  shown = item != NULL ? legato_entry_item_get_entry (item) : NULL;
  return shown != NULL && g_str_equal (shown->uuid, entry->uuid);
}

/* Chooses what is called so from the drop-down that has it. */
static GtkDropDown *
choose_filter (GtkWidget *page, const char *name)
{
  g_autoptr (GPtrArray) drop_downs = g_ptr_array_new ();

  ui_test_collect (page, GTK_TYPE_DROP_DOWN, drop_downs);
  for (guint i = 0; i < drop_downs->len; i++)
    {
      GtkDropDown *drop_down = g_ptr_array_index (drop_downs, i);
      GtkStringList *names = GTK_STRING_LIST (gtk_drop_down_get_model (drop_down));

      for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (names)); j++)
        if (g_str_equal (gtk_string_list_get_string (names, j), name))
          {
            gtk_drop_down_set_selected (drop_down, j);
            return drop_down;
          }
    }
  return NULL;
}

static void
wait_for_all (GtkWidget *page)
{
  while (g_list_model_get_n_items (get_model (page)) != 2)
    g_main_context_iteration (NULL, TRUE);
}

/* A massage of the left calf on 2 November, and on the 5th how the right shin felt. */
static void
test_filters (PageFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *name;
    int entry;
  } cases[] = {
    { "Massages", 0 }, { "How your legs felt", 1 }, { "Calf", 0 }, { "Shin", 1 },
    { "Left leg", 0 }, { "Right leg", 1 },          { "Run", 0 },  { "Three minutes", 0 },
  };
  g_autofree char *path = g_build_filename (fixture->folder, "filters.db", NULL);
  g_autoptr (LegatoContext) context = ui_test_open_context (fixture, path);
  g_autoptr (GDateTime) second = g_date_time_new_utc (2026, 11, 2, 18, 0, 0);
  g_autoptr (GDateTime) fifth = g_date_time_new_utc (2026, 11, 5, 8, 0, 0);
  g_autoptr (LegatoEntry) massage = legato_entry_new (LEGATO_ENTRY_SESSION, second);
  g_autoptr (LegatoEntry) felt = legato_entry_new (LEGATO_ENTRY_CHECK_IN, fifth);
  LegatoEntry *entries[] = { massage, felt };
  g_autoptr (GPtrArray) days = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  GtkWidget *page = NULL;

  massage->routine = g_strdup ("three-minute");
  legato_entry_add_rating (massage, "calf", LEGATO_LEG_LEFT, LEGATO_MOMENT_BEFORE, 6);
  legato_entry_add_tag (massage, "run");
  legato_entry_add_rating (felt, "shin", LEGATO_LEG_RIGHT, LEGATO_MOMENT_CHECK_IN, 4);
  for (gsize i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      g_assert_true (legato_journal_add (legato_context_get_journal (context), entries[i], &error));
      g_assert_no_error (error);
    }

  page = show_page_of (fixture, context, 720);
  wait_for_all (page);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkDropDown *drop_down = NULL;

      /* Tags are offered as soon as the journal has told them. */
      while ((drop_down = choose_filter (page, cases[i].name)) == NULL)
        g_main_context_iteration (NULL, TRUE);
      g_test_message ("%s", cases[i].name);
      while (!shows_only (page, entries[cases[i].entry]))
        g_main_context_iteration (NULL, TRUE);
      gtk_drop_down_set_selected (drop_down, 0);
      wait_for_all (page);
    }

  ui_test_collect (page, LEGATO_TYPE_DAY_BUTTON, days);
  g_assert_cmpuint (days->len, ==, 2);
  for (guint i = 0; i < days->len; i++)
    {
      legato_day_button_set_day (g_ptr_array_index (days, i), legato_entry_get_day (massage) + 1);
      while (!shows_only (page, entries[1 - i]))
        g_main_context_iteration (NULL, TRUE);
      legato_day_button_set_day (g_ptr_array_index (days, i), 0);
      wait_for_all (page);
    }
}

static void
test_empty (PageFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "empty.db", NULL);
  g_autoptr (LegatoContext) context = ui_test_new_context (fixture, path);
  GtkWidget *page = show_page_of (fixture, context, 360);

  legato_journal_connection_open (legato_context_get_connection (context));
  ui_test_wait_for_label (page, "Nothing Here Yet");
  ui_test_settle (fixture->window);
  ui_test_shoot (fixture->window, "journal-empty");
}

/* A name of a file may hold what would be markup. */
static void
test_problem (PageFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "no <file> & no room", NULL);
  g_autofree char *text = NULL;
  g_autoptr (LegatoContext) context = ui_test_new_context (fixture, path);
  LegatoJournalConnection *connection = legato_context_get_connection (context);
  GtkWidget *page = show_page_of (fixture, context, 360);

  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
  legato_journal_connection_open (connection);
  ui_test_wait_for_label (page, "Your Journal Did Not Open");
  text = g_markup_escape_text (legato_journal_connection_get_error (connection)->message, -1);
  g_assert_nonnull (ui_test_find (page, GTK_TYPE_LABEL, text));

  /* Once what was in its way is gone, it opens. */
  g_assert_cmpint (g_rmdir (path), ==, 0);
  legato_journal_connection_open (connection);
  ui_test_wait_for_label (page, "Nothing Here Yet");
}

static void
items_changed_cb (GListModel *model, guint position, guint removed, guint added, guint *sum)
{
  *sum += removed + added;
}

static void
loaded_cb (LegatoJournalModel *model, const GError *error, guint *n_loaded)
{
  g_assert_null (error);
  (*n_loaded)++;
}

/* One deleted entry is one removed item, and items that stay are the same ones. */
static void
test_model_changes_little (PageFixture *fixture, gconstpointer data)
{
  g_autoptr (LegatoFilter) filter = legato_filter_new ();
  g_autoptr (LegatoJournalModel) model =
      legato_journal_model_new (fixture->journal, fixture->guide, filter, 500);
  g_autoptr (GObject) last = NULL;
  g_autoptr (GObject) still_last = NULL;
  g_autoptr (LegatoEntryItem) victim = NULL;
  guint n_loaded = 0, n_changed = 0;

  g_signal_connect (model, "loaded", G_CALLBACK (loaded_cb), &n_loaded);
  while (n_loaded == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, N_ENTRIES);

  last = g_list_model_get_item (G_LIST_MODEL (model), N_ENTRIES - 1);
  victim = g_list_model_get_item (G_LIST_MODEL (model), N_ENTRIES / 2);
  g_signal_connect (model, "items-changed", G_CALLBACK (items_changed_cb), &n_changed);
  legato_journal_delete_async (fixture->journal, legato_entry_item_get_entry (victim)->uuid, NULL,
                               NULL, NULL);
  while (n_loaded == 1)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, N_ENTRIES - 1);
  g_assert_cmpuint (n_changed, <=, 3);
  still_last = g_list_model_get_item (G_LIST_MODEL (model), N_ENTRIES - 2);
  g_assert_true (last == still_last);
}

static void
wait_until_read (LegatoEntryItem *item)
{
  while (legato_entry_item_get_entry (item) == NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* Too long ago for the person's plans to ask for them after each. */
static void
add_many (LegatoJournal *journal)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  for (int i = 0; i < N_MANY; i++)
    {
      g_autoptr (GDateTime) at = g_date_time_add_days (now, -1000 - i);
      g_autoptr (LegatoEntry) entry = legato_entry_new (LEGATO_ENTRY_CHECK_IN, at);

      legato_entry_add_tag (entry, "run");
      legato_journal_add_async (journal, entry, NULL, NULL, NULL);
    }
  ui_test_wait_for_journal (journal);
}

/* However long the list is, what is in memory is what was looked at last, and what a row shows. */
static void
test_model_forgets (PageFixture *fixture, gconstpointer data)
{
  g_autoptr (LegatoFilter) filter = legato_filter_new ();
  g_autoptr (LegatoJournalModel) model = NULL;
  g_autoptr (LegatoEntryItem) shown = NULL;
  g_autoptr (LegatoEntryItem) again = NULL;
  guint n_loaded = 0;
  gpointer first = NULL;

  add_many (fixture->journal);
  filter->tag = g_strdup ("run");
  model = legato_journal_model_new (fixture->journal, fixture->guide, filter, 50);
  g_signal_connect (model, "loaded", G_CALLBACK (loaded_cb), &n_loaded);
  while (n_loaded == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, N_MANY);

  first = g_list_model_get_item (G_LIST_MODEL (model), 0);
  g_assert_nonnull (legato_entry_item_get_entry (first));
  g_object_add_weak_pointer (first, &first);
  g_object_unref (first);
  g_assert_nonnull (first);
  shown = g_list_model_get_item (G_LIST_MODEL (model), 1);
  for (guint i = 100; i < N_MANY; i += 100)
    {
      g_autoptr (LegatoEntryItem) item = g_list_model_get_item (G_LIST_MODEL (model), i);

      wait_until_read (item);
    }
  g_assert_null (first);
  again = g_list_model_get_item (G_LIST_MODEL (model), 1);
  g_assert_true (again == shown);
}

/* The list's own row around what shows @item, or %NULL. */
static GtkWidget *
find_list_row (GtkWidget *page, LegatoEntryItem *item)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  ui_test_collect (page, LEGATO_TYPE_ENTRY_ROW, rows);
  for (guint i = 0; i < rows->len; i++)
    {
      g_autoptr (LegatoEntryItem) shown = NULL;

      g_object_get (g_ptr_array_index (rows, i), "item", &shown, NULL);
      if (shown == item)
        return gtk_widget_get_parent (g_ptr_array_index (rows, i));
    }
  return NULL;
}

static gboolean
is_named (GtkWidget *list_row, const char *name)
{
  g_autofree char *differs = gtk_test_accessible_check_property (
      GTK_ACCESSIBLE (list_row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, NULL);

  return differs == NULL;
}

static gboolean
is_busy (GtkWidget *list_row)
{
  g_autofree char *differs = gtk_test_accessible_check_state (
      GTK_ACCESSIBLE (list_row), GTK_ACCESSIBLE_STATE_BUSY, TRUE, NULL);

  return differs == NULL;
}

/* Fifty entries that come at once fill no row yet, but that to which the keyboard comes. */
static void
test_focus_is_filled (PageFixture *fixture, gconstpointer data)
{
  g_autoptr (LegatoEntryItem) last = NULL;
  g_autoptr (LegatoEntryItem) other = NULL;
  GtkWidget *page = NULL;
  GtkWidget *list_row = NULL;
  GtkAdjustment *scroll = NULL;
  guint n_items = 0;

  add_many (fixture->journal);
  page = show_page (fixture, 480);
  ui_test_wait_for_label (page, NEWEST_DAY);
  ui_test_settle (fixture->window);
  n_items = g_list_model_get_n_items (get_model (page));
  g_assert_cmpuint (n_items, ==, N_ENTRIES + N_MANY);

  scroll = gtk_scrollable_get_vadjustment (
      GTK_SCROLLABLE (ui_test_find (page, GTK_TYPE_LIST_VIEW, NULL)));
  gtk_adjustment_set_value (scroll, gtk_adjustment_get_upper (scroll));
  last = g_list_model_get_item (get_model (page), n_items - 1);
  other = g_list_model_get_item (get_model (page), n_items - 2);
  wait_until_read (last);
  list_row = find_list_row (page, last);
  g_assert_nonnull (list_row);
  g_assert_true (is_busy (list_row));
  g_assert_true (is_named (list_row, ""));
  g_assert_true (is_busy (find_list_row (page, other)));

  g_assert_true (gtk_widget_grab_focus (list_row));
  g_assert_false (is_busy (list_row));
  g_assert_false (is_named (list_row, ""));
  g_assert_true (is_busy (find_list_row (page, other)));

  /* The others follow. */
  while (is_busy (find_list_row (page, other)))
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (is_named (find_list_row (page, other), ""));
}

/* What is in sight of a list is filled before the rest of it, all of it once. */
static GPtrArray *filled;

static void
fill_cb (GtkWidget *row)
{
  g_ptr_array_add (filled, row);
}

static void
set_up_row_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *row = gtk_label_new ("A row");

  gtk_widget_set_size_request (row, -1, 60);
  gtk_list_item_set_child (item, row);
}

static gboolean
is_in_sight (GtkWidget *row, GtkWidget *list)
{
  graphene_rect_t place;

  g_assert_true (gtk_widget_compute_bounds (row, list, &place));
  return place.origin.y + place.size.height > 0
         && place.origin.y < (float) gtk_widget_get_height (list);
}

static void
test_sight_is_filled_first (PageFixture *fixture, gconstpointer data)
{
  GtkStringList *strings = gtk_string_list_new (NULL);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *list = NULL;
  GtkWidget *scroller = gtk_scrolled_window_new ();
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  LegatoRowFiller *filler = NULL;
  GtkWidget *removed = NULL;
  guint n_in_sight = 0;

  for (int i = 0; i < N_MANY; i++)
    gtk_string_list_append (strings, "A row");
  g_signal_connect (factory, "setup", G_CALLBACK (set_up_row_cb), NULL);
  list = gtk_list_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (strings))),
                            factory);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  ui_test_show (fixture, scroller, 480, 640);
  ui_test_settle (fixture->window);
  gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list)),
                            60 * N_MANY / 2);
  ui_test_settle (fixture->window);

  filled = g_ptr_array_new ();
  ui_test_collect (list, GTK_TYPE_LABEL, rows);
  g_assert_cmpuint (rows->len, >, 100);
  filler = legato_row_filler_get_for (g_ptr_array_index (rows, 0));
  for (guint i = 0; i < rows->len; i++)
    {
      /* The list has those in sight first. */
      GtkWidget *row = g_ptr_array_index (rows, rows->len - 1 - i);

      n_in_sight += is_in_sight (row, list);
      legato_row_filler_add (filler, row, fill_cb);
      legato_row_filler_add (filler, row, fill_cb);
    }
  g_assert_cmpuint (n_in_sight, >, 5);
  g_assert_cmpuint (n_in_sight, <, rows->len / 2);
  removed = g_ptr_array_index (rows, rows->len / 2);
  n_in_sight -= is_in_sight (removed, list);
  legato_row_filler_remove (filler, removed);
  while (filled->len < rows->len - 1)
    g_main_context_iteration (NULL, TRUE);
  ui_test_settle (fixture->window);

  g_assert_cmpuint (filled->len, ==, rows->len - 1);
  g_assert_false (g_ptr_array_find (filled, removed, NULL));
  for (guint i = 0; i < filled->len; i++)
    g_assert_cmpint (is_in_sight (g_ptr_array_index (filled, i), list), ==, i < n_in_sight);
  g_clear_pointer (&filled, g_ptr_array_unref);
}

/* Midnight comes while the page is open: two zones that are 26 hours apart never have one day. It
 * looks at the clock every 20 seconds. */
static void
test_today_turns (PageFixture *fixture, gconstpointer data)
{
  g_autofree char *zone_before = g_strdup (g_getenv ("TZ"));
  g_autoptr (LegatoEntry) entry = NULL;
  g_autoptr (GDateTime) now = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *page = NULL;

  g_setenv ("TZ", "<-12>12", TRUE);
  now = g_date_time_new_now_local ();
  entry = legato_entry_new (LEGATO_ENTRY_CHECK_IN, now);
  legato_entry_add_rating (entry, "calf", LEGATO_LEG_LEFT, LEGATO_MOMENT_CHECK_IN, 4);
  g_assert_true (legato_journal_add (fixture->journal, entry, &error));
  page = show_page (fixture, 480);
  ui_test_wait_for_label (page, "Today");
  g_setenv ("TZ", "<+14>-14", TRUE);
  while (ui_test_find (page, GTK_TYPE_LABEL, "Today") != NULL)
    g_main_context_iteration (NULL, TRUE);
  if (zone_before != NULL)
    g_setenv ("TZ", zone_before, TRUE);
  else
    g_unsetenv ("TZ");
}

static LegatoEntry *
get_newest (LegatoJournal *journal)
{
  g_autoptr (GPtrArray) entries = legato_journal_list (journal, NULL, NULL, 1, 0, NULL);

  return legato_entry_ref (g_ptr_array_index (entries, 0));
}

/* Something is said of @entry elsewhere; the page has not read that yet. */
static void
note_elsewhere (LegatoJournal *journal, const LegatoEntry *entry, const char *note)
{
  g_autoptr (LegatoEntry) noted = legato_entry_copy (entry);

  g_free (noted->note);
  noted->note = g_strdup (note);
  legato_journal_keep_async (journal, noted, entry, NULL, NULL, NULL);
}

/* Asked at the top, only while it is missing; what is caught up is marked as late. */
static void
test_follow_up (PageFixture *fixture, gconstpointer data)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) at = g_date_time_add_days (now, -2);
  g_autoptr (LegatoEntry) session = legato_entry_new (LEGATO_ENTRY_SESSION, at);
  g_autoptr (LegatoEntry) answered = NULL;
  g_autoptr (LegatoEntry) undone = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *page = NULL;
  GtkWidget *undo = NULL;

  session->routine = g_strdup ("three-minute");
  session->done_s = 180;
  g_assert_true (legato_journal_add (fixture->journal, session, &error));
  page = show_page (fixture, 480);
  ui_test_wait_for_label (page, "How are your legs two days after “Three minutes”?");
  ui_test_settle (fixture->window);
  ui_test_shoot (fixture->window, "journal-follow-up");
  ui_test_click (page, "More swollen after a massage");
  ui_test_wait_for_label (page,
                          "Stop massaging. Raise the leg and talk to a doctor today. If only "
                          "one leg swells, or a leg is warm or sharply painful, seek medical care "
                          "now.");
  note_elsewhere (fixture->journal, session, "Elsewhere.");
  ui_test_click (page, "Better");
  ui_test_wait_for_label (page, "How were your legs the day after “Three minutes”?");
  ui_test_click (page, "Worse");
  while (ui_test_find (page, GTK_TYPE_BUTTON, "Worse") != NULL
         && gtk_widget_get_mapped (ui_test_find (page, GTK_TYPE_BUTTON, "Worse")))
    g_main_context_iteration (NULL, TRUE);
  ui_test_wait_for_label (page, "3 minutes · Two days later: Better · The next day: Worse");
  answered = get_newest (fixture->journal);
  g_assert_cmpuint (answered->follow_ups->len, ==, 2);
  g_assert_true (g_strv_contains ((const char *const *) answered->reasons, "after-swelling"));
  g_assert_true (legato_standing_has_flag (
      legato_person_model_get_standing (legato_context_get_person (fixture->context)),
      "after-swelling"));
  g_assert_false (legato_entry_find_follow_up (answered, LEGATO_MOMENT_SECOND_DAY)->late);
  g_assert_true (legato_entry_find_follow_up (answered, LEGATO_MOMENT_NEXT_DAY)->late);
  g_assert_cmpstr (answered->note, ==, "Elsewhere.");

  /* The first answer, whose toast is still there, is taken back, and nothing else. */
  note_elsewhere (fixture->journal, answered, "Elsewhere again.");
  undo = ui_test_find (page, GTK_TYPE_BUTTON, "_Undo");
  if (undo == NULL)
    undo = ui_test_find (page, GTK_TYPE_BUTTON, "Undo");
  g_assert_nonnull (undo);
  g_signal_emit_by_name (undo, "clicked");
  ui_test_wait_for_journal (fixture->journal);
  undone = get_newest (fixture->journal);
  g_assert_null (legato_entry_find_follow_up (undone, LEGATO_MOMENT_SECOND_DAY));
  g_assert_nonnull (legato_entry_find_follow_up (undone, LEGATO_MOMENT_NEXT_DAY));
  g_assert_cmpstr (undone->note, ==, "Elsewhere again.");
}

/* What is corrected in the window, and what is said elsewhere meanwhile, are both in the journal.
 */
static void
test_edited_twice (PageFixture *fixture, gconstpointer data)
{
  g_autoptr (LegatoEntry) entry = get_newest (fixture->journal);
  g_autoptr (LegatoEntry) stored = NULL;
  LegatoEntryEditor *editor = legato_entry_editor_new (NULL, fixture->context, entry);

  gtk_window_present (GTK_WINDOW (editor));
  note_elsewhere (fixture->journal, entry, "Elsewhere.");
  ui_test_click (GTK_WIDGET (editor), "Save");
  ui_test_wait_for_journal (fixture->journal);
  stored = get_newest (fixture->journal);
  g_assert_cmpstr (stored->note, ==, "Elsewhere.");
}

/* What another program writes is on the page, without being asked for. */
static void
test_others_write (PageFixture *fixture, gconstpointer data)
{
  GtkWidget *page = show_page (fixture, 480);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (LegatoEntry) entry = legato_entry_new (LEGATO_ENTRY_CHECK_IN, now);
  g_autoptr (GError) error = NULL;
  g_autoptr (LegatoJournal) other = NULL;

  ui_test_wait_for_label (page, NEWEST_DAY);
  other = legato_journal_open (fixture->path, &error);
  g_assert_no_error (error);
  legato_entry_add_rating (entry, "calf", LEGATO_LEG_LEFT, LEGATO_MOMENT_CHECK_IN, 7);
  g_assert_true (legato_journal_add (other, entry, &error));
  ui_test_wait_for_label (page, "Left calf 7");
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
#define ADD(name, data, func)                                                                      \
  g_test_add ("/ui/journal-page/" name, PageFixture, data, page_fixture_set_up, func,              \
              page_fixture_tear_down)
  ADD ("model-changes-little", NULL, test_model_changes_little);
  ADD ("model-forgets", NULL, test_model_forgets);
  ADD ("focus-is-filled", NULL, test_focus_is_filled);
  ADD ("sight-is-filled-first", NULL, test_sight_is_filled_first);
  if (g_test_slow ())
    ADD ("today-turns", NULL, test_today_turns);
  ADD ("follow-up", NULL, test_follow_up);
  ADD ("edited-twice", NULL, test_edited_twice);
  ADD ("others-write", NULL, test_others_write);
  ADD ("list", GINT_TO_POINTER (720), test_list);
  ADD ("list-narrow", GINT_TO_POINTER (360), test_list);
  ADD ("dark", NULL, test_dark);
  ADD ("detail-delete-undo", NULL, test_detail_delete_undo);
  ADD ("new-entry-appears", NULL, test_new_entry_appears);
  ADD ("filters", NULL, test_filters);
  ADD ("empty", NULL, test_empty);
  ADD ("problem", NULL, test_problem);
  return g_test_run ();
}
