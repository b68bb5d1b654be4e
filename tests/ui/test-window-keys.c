/* test-window-keys.c: no key is lost when what has the focus is taken out of the window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <unistd.h>

#include "ui-test-utils.h"

#include "legato-entry-item.h"
#include "legato-technique-card.h"
#include "xdotool.h"

/* Without a window manager nobody else gives the window the keyboard. */
static void
press (const char *keys)
{
  xdotool_run ("search --all --onlyvisible --pid %d --name . windowfocus --sync key %s",
               (int) getpid (), keys);
}

static GtkWidget *
show_window (PageFixture *fixture)
{
  LegatoWindow *window = ui_test_show_window (fixture, 1000, 700);

  gtk_application_set_accels_for_action (gtk_window_get_application (fixture->window), "win.search",
                                         (const char *[]){ "<Control>f", NULL });
  return GTK_WIDGET (window);
}

/* Where somebody who uses the keyboard goes on. */
static void
assert_focus_in (PageFixture *fixture, GType type)
{
  GtkWidget *focus;

  ui_test_settle (fixture->window);
  focus = gtk_window_get_focus (fixture->window);
  g_assert_nonnull (focus);
  g_assert_nonnull (gtk_widget_get_ancestor (focus, type));
}

static void
items_changed_cb (GListModel *model, guint position, guint n_removed, guint n_added, guint *sum)
{
  *sum += n_removed;
}

static void
press_cb (GListModel *model)
{
  press ("ctrl+f");
}

static void
delete_first_entry (PageFixture *fixture, GListModel *model, guint *n_removed)
{
  g_autoptr (LegatoEntryItem) item = g_list_model_get_item (model, 0);
  guint before = *n_removed;

  legato_journal_delete_async (fixture->journal, legato_entry_item_get_entry (item)->uuid, NULL,
                               NULL, NULL);
  while (*n_removed == before)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_entry_deleted (PageFixture *fixture, gconstpointer data)
{
  GtkWidget *window, *list;
  GListModel *model;
  guint n_removed = 0;

  if (!xdotool_is_there ())
    return;
  window = show_window (fixture);
  legato_window_show_page (LEGATO_WINDOW (window), "journal");
  while ((list = ui_test_find (window, GTK_TYPE_LIST_VIEW, NULL)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  ui_test_settle (fixture->window);
  g_assert_true (gtk_widget_child_focus (list, GTK_DIR_TAB_FORWARD));
  model = G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list)));
  g_signal_connect_after (model, "items-changed", G_CALLBACK (items_changed_cb), &n_removed);

  /* Where no key comes in, the next entry has the focus then. */
  delete_first_entry (fixture, model, &n_removed);
  assert_focus_in (fixture, GTK_TYPE_LIST_VIEW);

  g_signal_connect_after (model, "items-changed", G_CALLBACK (press_cb), NULL);
  delete_first_entry (fixture, model, &n_removed);
  assert_focus_in (fixture, GTK_TYPE_SEARCH_ENTRY);
  /* The list is emptied with the window, when nobody counts any more. */
  g_signal_handlers_disconnect_by_func (model, press_cb, NULL);
  g_signal_handlers_disconnect_by_func (model, items_changed_cb, &n_removed);
}

static void
test_card_of_another_place (PageFixture *fixture, gconstpointer data)
{
  GtkWidget *window, *card;

  if (!xdotool_is_there ())
    return;
  window = show_window (fixture);
  legato_window_choose_zone (LEGATO_WINDOW (window), "calf");
  ui_test_settle (fixture->window);
  card = ui_test_find (window, LEGATO_TYPE_TECHNIQUE_CARD, NULL);
  g_assert_nonnull (card);
  g_assert_true (gtk_widget_grab_focus (ui_test_find (card, GTK_TYPE_TOGGLE_BUTTON, "Gliding")));

  legato_window_choose_zone (LEGATO_WINDOW (window), "foot");
  press ("ctrl+f");
  assert_focus_in (fixture, GTK_TYPE_SEARCH_ENTRY);
}

int
main (int argc, char *argv[])
{
  ui_test_init_application (&argc, &argv);
#define ADD(path, func)                                                                            \
  g_test_add (path, PageFixture, NULL, page_fixture_set_up, func, page_fixture_tear_down)
  ADD ("/ui/window-keys/entry-deleted", test_entry_deleted);
  ADD ("/ui/window-keys/card-of-another-place", test_card_of_another_place);
  return g_test_run ();
}
