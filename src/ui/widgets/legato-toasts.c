/* legato-toasts.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-toasts-testing.h"

/* Oily hands take a while to find "Undo". */
#define UNDO_S 10

/* In pixels: between a toast and what is below it. */
#define SPACING 12

typedef struct
{
  GtkWidget *overlay;
  double top;
  double bottom;
  double left;
  double right;
  gboolean moved;
  gboolean over_lists;
} Place;

static AdwToast *
new_toast (const char *text)
{
  g_autofree char *title = g_markup_escape_text (text, -1);

  return adw_toast_new (title);
}

/** legato_toasts_say: @toasts: (nullable): %NULL if the window is gone; @text: no markup */
void
legato_toasts_say (AdwToastOverlay *toasts, const char *text)
{
  if (toasts != NULL)
    adw_toast_overlay_add_toast (toasts, new_toast (text));
}

/** Returns: (transfer full): says @text, which is no markup, and offers to undo what was done; it
 * is shown at once, before what only tells */
AdwToast *
legato_toasts_new_undo (const char *text)
{
  AdwToast *toast = new_toast (text);

  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_timeout (toast, UNDO_S);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  return toast;
}

/* What scrolls can be moved from under a toast. Where all of it shows, it cannot: a toast lies over
 * that only where there is no other room. */
static gboolean
may_be_covered (GtkWidget *widget, const Place *place)
{
  GtkAdjustment *scroll = NULL;

  if (!GTK_IS_SCROLLED_WINDOW (widget))
    return FALSE;
  scroll = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (widget));
  return place->over_lists
         || gtk_adjustment_get_upper (scroll) > gtk_adjustment_get_page_size (scroll);
}

static gboolean
is_pressed (GtkWidget *widget)
{
  if (GTK_IS_LIST_BOX_ROW (widget))
    return gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (widget));
  return GTK_IS_BUTTON (widget) || GTK_IS_SWITCH (widget) || GTK_IS_CHECK_BUTTON (widget)
         || GTK_IS_SPIN_BUTTON (widget) || GTK_IS_SCALE (widget);
}

/* Moves @place above each button below @widget that it covers. */
static void
avoid (GtkWidget *widget, Place *place)
{
  graphene_rect_t bounds;

  if (!gtk_widget_get_mapped (widget) || !gtk_widget_get_child_visible (widget)
      || GTK_IS_POPOVER (widget) || may_be_covered (widget, place))
    return;
  if (is_pressed (widget) && gtk_widget_compute_bounds (widget, place->overlay, &bounds)
      && bounds.size.height > 0 && bounds.origin.x < place->right
      && bounds.origin.x + bounds.size.width > place->left && bounds.origin.y < place->bottom
      && bounds.origin.y + bounds.size.height > place->top)
    {
      place->top -= place->bottom + SPACING - bounds.origin.y;
      place->bottom = bounds.origin.y - SPACING;
      place->moved = TRUE;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    avoid (child, place);
}

/**
 * legato_toasts_find_room:
 * @overlay: laid out
 * @width: of a toast, in pixels
 * @height: likewise, without the margins
 * @least: the least room below it
 *
 * Finds the lowest place where a toast covers no button but what can be scrolled from under it; or
 * else one where it covers none that stays where it is when the page scrolls.
 *
 * Returns: how far the toast is to lie above the foot of @overlay, in pixels; @least if there is no
 *   such place
 */
int
legato_toasts_find_room (AdwToastOverlay *overlay, int width, int height, int least)
{
  int all = gtk_widget_get_width (GTK_WIDGET (overlay));
  int foot = gtk_widget_get_height (GTK_WIDGET (overlay));

  for (int over_lists = FALSE; over_lists <= TRUE; over_lists++)
    {
      Place place = { .overlay = GTK_WIDGET (overlay),
                      .top = foot - least - height,
                      .bottom = foot - least,
                      .left = (all - MIN (all, width)) / 2.0,
                      .right = (all + MIN (all, width)) / 2.0,
                      .moved = TRUE,
                      .over_lists = over_lists };

      while (place.moved && place.top >= 0)
        {
          place.moved = FALSE;
          avoid (adw_toast_overlay_get_child (overlay), &place);
        }
      if (place.top >= 0)
        return (int) (foot - place.bottom);
    }
  return least;
}

static void
update_cb (GtkWidget *toast, GdkFrameClock *clock)
{
  GtkWidget *overlay = gtk_widget_get_parent (toast);
  GtkBorder margin;
  int room;

  if (overlay == NULL || !gtk_widget_get_mapped (toast) || gtk_widget_get_width (toast) == 0)
    return;
  /* No newer function tells of the style's margin. */
  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  gtk_style_context_get_margin (gtk_widget_get_style_context (toast), &margin);
  G_GNUC_END_IGNORE_DEPRECATIONS
  room = legato_toasts_find_room (ADW_TOAST_OVERLAY (overlay), gtk_widget_get_width (toast),
                                  gtk_widget_get_height (toast), margin.bottom);
  if (gtk_widget_get_margin_bottom (toast) != room - margin.bottom)
    gtk_widget_set_margin_bottom (toast, room - margin.bottom);
}

/* A sentence that is too long for a narrow window goes on in the next line, and is not cut off. */
static void
wrap (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    {
      gtk_label_set_ellipsize (GTK_LABEL (widget), PANGO_ELLIPSIZE_NONE);
      gtk_label_set_single_line_mode (GTK_LABEL (widget), FALSE);
      gtk_label_set_wrap (GTK_LABEL (widget), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (widget), PANGO_WRAP_WORD_CHAR);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (!GTK_IS_BUTTON (child))
      wrap (child);
}

/** legato_toasts_keep_clear: @toast: mapped, in an overlay; all of its sentence is seen, and it
 * covers no button, whatever page comes
 */
void
legato_toasts_keep_clear (GtkWidget *toast)
{
  wrap (toast);
  /* It may have been mapped before. */
  g_signal_handlers_disconnect_by_func (gtk_widget_get_frame_clock (toast), update_cb, toast);
  g_signal_connect_object (gtk_widget_get_frame_clock (toast), "update", G_CALLBACK (update_cb),
                           toast, G_CONNECT_SWAPPED);
}
