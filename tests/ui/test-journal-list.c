/* test-journal-list.c: what of a long journal is read, kept and filled, and when
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui-test-utils.h"

#include "legato-entry-item.h"
#include "legato-entry-row.h"
#include "legato-journal-model.h"
#include "legato-journal-page.h"
#include "legato-row-filler.h"

#define N_ENTRIES 63

/* More than a list view keeps. */
#define N_MANY 600
#define NEWEST_DAY "Sunday, 15 November 2026"

static GPtrArray *filled;

static void
loaded_cb (LegatoJournalModel *model, const GError *error, guint *n_loaded)
{
  g_assert_null (error);
  (*n_loaded)++;
}

static void
items_changed_cb (GListModel *model, guint position, guint removed, guint added, guint *sum)
{
  *sum += removed + added;
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

static GtkWidget *
find_card (GtkWidget *widget)
{
  GtkWidget *found = gtk_widget_has_css_class (widget, "entry-card") ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_card (child);
  return found;
}

static GBytes *
paint (GtkWidget *row, const graphene_rect_t *area)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  gsize stride = (gsize) area->size.width * 4;
  g_autofree guchar *pixels = g_malloc (stride * (gsize) area->size.height);

  gtk_widget_snapshot_child (gtk_widget_get_parent (row), row, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  g_assert_nonnull (node);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (gtk_widget_get_native (row)),
                                         node, area);
  gdk_texture_download (texture, pixels, stride);
  return g_bytes_new (pixels, stride * (gsize) area->size.height);
}

/* The ring is round the entry, and not round the day that stands above it. */
static void
test_ring_is_of_the_entry (PageFixture *fixture, gconstpointer data)
{
  GtkWidget *page = GTK_WIDGET (legato_journal_page_new (fixture->context));
  g_autoptr (LegatoEntryItem) newest = NULL;
  g_autoptr (GBytes) with = NULL;
  g_autoptr (GBytes) without = NULL;
  GListModel *model = NULL;
  GtkWidget *list = NULL;
  GtkWidget *row = NULL;
  GtkWidget *card = NULL;
  graphene_rect_t area, ring;
  int left = G_MAXINT, right = -1, top = G_MAXINT, bottom = -1;

  ui_test_show (fixture, page, 480, 640);
  ui_test_wait_for_label (page, NEWEST_DAY);
  ui_test_settle (fixture->window);
  list = ui_test_find (page, GTK_TYPE_LIST_VIEW, NULL);
  model = G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list)));
  newest = g_list_model_get_item (model, 0);
  row = find_list_row (page, newest);
  card = find_card (row);
  g_assert_nonnull (card);

  g_assert_true (gtk_widget_grab_focus (row));
  gtk_window_set_focus_visible (fixture->window, TRUE);
  ui_test_settle (fixture->window);
  g_assert_true (gtk_widget_compute_bounds (row, list, &area));
  graphene_rect_round_extents (&area, &area);
  g_assert_true (gtk_widget_compute_bounds (card, list, &ring));
  with = paint (row, &area);
  gtk_window_set_focus (fixture->window, NULL);
  ui_test_settle (fixture->window);
  without = paint (row, &area);

  for (int y = 0; y < (int) area.size.height; y++)
    for (int x = 0; x < (int) area.size.width; x++)
      {
        gsize at = 4 * ((gsize) y * (gsize) area.size.width + (gsize) x);

        if (memcmp ((const guchar *) g_bytes_get_data (with, NULL) + at,
                    (const guchar *) g_bytes_get_data (without, NULL) + at, 4)
            == 0)
          continue;
        left = MIN (left, x);
        right = MAX (right, x + 1);
        top = MIN (top, y);
        bottom = MAX (bottom, y + 1);
      }
  g_assert_cmpfloat_with_epsilon (left, ring.origin.x - area.origin.x, 1);
  g_assert_cmpfloat_with_epsilon (right, ring.origin.x - area.origin.x + ring.size.width, 1);
  g_assert_cmpfloat_with_epsilon (top, ring.origin.y - area.origin.y, 1);
  g_assert_cmpfloat_with_epsilon (bottom, ring.origin.y - area.origin.y + ring.size.height, 1);
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
  GtkListView *list = NULL;
  GListModel *model = NULL;
  GtkWidget *list_row = NULL;
  GtkAdjustment *scroll = NULL;
  guint n_items = 0;

  add_many (fixture->journal);
  page = GTK_WIDGET (legato_journal_page_new (fixture->context));
  ui_test_show (fixture, page, 480, 640);
  ui_test_wait_for_label (page, NEWEST_DAY);
  ui_test_settle (fixture->window);
  list = GTK_LIST_VIEW (ui_test_find (page, GTK_TYPE_LIST_VIEW, NULL));
  model = G_LIST_MODEL (gtk_list_view_get_model (list));
  n_items = g_list_model_get_n_items (model);
  g_assert_cmpuint (n_items, ==, N_ENTRIES + N_MANY);

  scroll = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list));
  gtk_adjustment_set_value (scroll, gtk_adjustment_get_upper (scroll));
  last = g_list_model_get_item (model, n_items - 1);
  other = g_list_model_get_item (model, n_items - 2);
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

/* However many there are, Tab passes them in one step, and stops nowhere where nothing is. */
static void
test_one_stop (PageFixture *fixture, gconstpointer data)
{
  GtkWidget *page = GTK_WIDGET (legato_journal_page_new (fixture->context));
  GtkWindow *window = NULL;
  GtkWidget *list = NULL;
  GtkWidget *first = NULL;
  guint n_stops = 0, n_rows = 0;

  ui_test_show (fixture, page, 480, 640);
  ui_test_wait_for_label (page, NEWEST_DAY);
  ui_test_settle (fixture->window);
  window = GTK_WINDOW (fixture->window);
  list = ui_test_find (page, GTK_TYPE_LIST_VIEW, NULL);
  g_assert_true (gtk_widget_child_focus (list, GTK_DIR_TAB_FORWARD));
  first = gtk_window_get_focus (window);
  do
    {
      GtkWidget *focus = NULL;

      g_signal_emit_by_name (window, "move-focus", GTK_DIR_TAB_FORWARD);
      focus = gtk_window_get_focus (window);
      g_assert_false (GTK_IS_SCROLLED_WINDOW (focus));
      n_rows += gtk_widget_is_ancestor (focus, list) ? 1 : 0;
      n_stops++;
      g_assert_cmpuint (n_stops, <, N_ENTRIES);
    }
  while (gtk_window_get_focus (window) != first);
  g_assert_cmpuint (n_rows, ==, 1);
  g_assert_cmpuint (n_stops, >, 3);
}

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

/* What is in sight of a list is filled before the rest of it, all of it once. */
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

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
#define ADD(name, func)                                                                            \
  g_test_add ("/ui/journal-list/" name, PageFixture, NULL, page_fixture_set_up, func,              \
              page_fixture_tear_down)
  ADD ("model-changes-little", test_model_changes_little);
  ADD ("model-forgets", test_model_forgets);
  ADD ("ring-is-of-the-entry", test_ring_is_of_the_entry);
  ADD ("focus-is-filled", test_focus_is_filled);
  ADD ("one-stop", test_one_stop);
  ADD ("sight-is-filled-first", test_sight_is_filled_first);
  return g_test_run ();
}
