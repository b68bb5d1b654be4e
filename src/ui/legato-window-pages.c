/* legato-window-pages.c: which of its pages the window shows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-toasts.h"
#include "legato-window-private.h"

/* What had the focus may be out of sight now: the keyboard goes on in the page that is shown. */
static void
focus_page (LegatoWindow *self)
{
  GtkWidget *page = adw_view_stack_get_visible_child (self->pages);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (page == NULL || (focus != NULL && gtk_widget_is_ancestor (focus, page)))
    return;
  if (adw_bin_get_child (ADW_BIN (page)) == GTK_WIDGET (self->journal))
    legato_journal_page_focus_newest (self->journal);
  else
    gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

/** legato_window_show_pages: the pages take the place of what was asked or played. */
void
legato_window_show_pages (LegatoWindow *self)
{
  gtk_stack_set_visible_child_name (self->levels, "pages");

  /* The full screen is for a session; on the pages it would leave no way out by the pointer. */
  if (gtk_window_is_fullscreen (GTK_WINDOW (self)))
    gtk_window_unfullscreen (GTK_WINDOW (self));
  focus_page (self);
}

/** Returns: whether the pages are shown, and nothing above them */
gboolean
legato_window_is_on_pages (LegatoWindow *self)
{
  return g_str_equal (gtk_stack_get_visible_child_name (self->levels), "pages");
}

/** Returns: whether the guide knows @zone_id, whose card is then shown for the left leg */
gboolean
legato_window_choose_zone (LegatoWindow *self, const char *zone_id)
{
  const LegatoZone *zone = NULL;

  g_return_val_if_fail (LEGATO_IS_WINDOW (self), FALSE);

  zone = legato_guide_find_zone (legato_context_get_guide (self->context), zone_id);
  if (zone == NULL)
    return FALSE;

  legato_window_show_page (self, "legs");
  legato_legs_page_choose (self->legs, LEGATO_LEG_LEFT, zone);
  return TRUE;
}

/**
 * legato_window_show_page:
 * @name: "legs", "routines", "journal" or "trends"
 *
 * Shows a page, unless a session runs or waits to be rated, or advice is to be read first.
 *
 * Returns: whether it is shown
 */
gboolean
legato_window_show_page (LegatoWindow *self, const char *name)
{
  g_return_val_if_fail (LEGATO_IS_WINDOW (self), FALSE);

  if (adw_view_stack_get_child_by_name (self->pages, name) == NULL
      || !legato_session_flow_leave (self->flow))
    return FALSE;

  /* It may be the page behind what the search has found. */
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  adw_view_stack_set_visible_child_name (self->pages, name);
  legato_window_show_pages (self);
  return TRUE;
}

/**
 * legato_window_prepare:
 * @routine_id: a routine of the guide
 *
 * Opens the routine, ready to be started; of an own one that may not be, it says why. A session
 * that is running or waits to be rated stays where it is.
 *
 * Returns: whether the guide knows the routine; if not, that is said
 */
gboolean
legato_window_prepare (LegatoWindow *self, const char *routine_id)
{
  LegatoRequest request = { .legs = LEGATO_LEG_BOTH };

  g_return_val_if_fail (LEGATO_IS_WINDOW (self), FALSE);

  request.routine =
      legato_guide_find_routine (legato_context_get_guide (self->context), routine_id);
  if (request.routine == NULL)
    {
      legato_toasts_say (self->toasts, _ ("This routine is no longer there."));
      return FALSE;
    }

  if (legato_routine_actions_may_start (self->routine_actions, request.routine))
    legato_session_flow_prepare (self->flow, &request);
  return TRUE;
}
