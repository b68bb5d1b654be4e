/* program-toast.c: whether a toast would cover a button
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "program-fit.h"
#include "program-toast.h"
#include "program.h"

#include "legato-toasts-testing.h"

/* Longer than what the program says in toasts, in English, with a button beside it; an error may be
 * longer, and is cut off at the edge of the window. */
#define LONG_TEXT                                                                                  \
  "This is about twice as long as what a toast says, so that it fits translations too, and "       \
  "errors."

/* What a toast takes, with the size of text that it was measured with. */
static struct
{
  char *text;
  int width;
  int height;
  int bottom;
} measured;

static GtkWidget *
find_overlay (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (!gtk_widget_get_mapped (widget) || ADW_IS_TOAST_OVERLAY (widget))
    return gtk_widget_get_mapped (widget) ? widget : NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_overlay (child);
  return found;
}

/* In an overlay of its own: where the program shows one, it would be in the way of what comes. */
static void
measure (void)
{
  g_autofree char *font = NULL;
  g_autofree char *text = NULL;
  GtkWidget *overlay = NULL;
  GtkWidget *toast = NULL;
  AdwToast *shown = NULL;
  GtkBorder margin;
  int dpi = 0;

  g_object_get (gtk_settings_get_default (), "gtk-font-name", &font, "gtk-xft-dpi", &dpi, NULL);
  text = g_strdup_printf ("%s %d", font, dpi);
  if (g_strcmp0 (text, measured.text) == 0)
    return;
  overlay = g_object_ref_sink (adw_toast_overlay_new ());
  shown = adw_toast_new (LONG_TEXT);
  adw_toast_set_button_label (shown, "Undo");
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), shown);
  toast = gtk_widget_get_last_child (overlay);
  g_assert_nonnull (toast);
  gtk_widget_measure (toast, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &measured.width, NULL, NULL);
  gtk_widget_measure (toast, GTK_ORIENTATION_VERTICAL, -1, NULL, &measured.height, NULL, NULL);
  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  gtk_style_context_get_margin (gtk_widget_get_style_context (toast), &margin);
  G_GNUC_END_IGNORE_DEPRECATIONS
  measured.bottom = margin.bottom;
  measured.height -= margin.top + margin.bottom;
  measured.width -= margin.left + margin.right;
  g_object_unref (overlay);
  g_free (measured.text);
  measured.text = g_steal_pointer (&text);
}

static gboolean
is_pressed (GtkWidget *widget)
{
  if (!gtk_widget_is_sensitive (widget) || !gtk_widget_get_can_target (widget))
    return FALSE;
  if (GTK_IS_LIST_BOX_ROW (widget))
    return gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (widget));
  return GTK_IS_BUTTON (widget) || GTK_IS_MENU_BUTTON (widget) || GTK_IS_SWITCH (widget)
         || GTK_IS_CHECK_BUTTON (widget) || GTK_IS_SPIN_BUTTON (widget) || GTK_IS_SCALE (widget);
}

/* What lies in a list that fits in its page is covered only where there is no other room. */
static gboolean
is_in_list (GtkWidget *widget)
{
  return gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW) != NULL;
}

static void
check_below (GtkWidget *widget, GtkWidget *overlay, const graphene_rect_t *toast)
{
  graphene_rect_t bounds, common;

  if (!gtk_widget_get_child_visible (widget) || !gtk_widget_get_mapped (widget)
      || GTK_IS_POPOVER (widget) || gtk_widget_get_width (widget) == 0)
    return;
  if (is_pressed (widget) && gtk_widget_compute_bounds (widget, overlay, &bounds)
      && graphene_rect_intersection (&bounds, toast, &common) && common.size.width >= 1
      && common.size.height >= 1 && !is_in_list (widget))
    {
      g_autofree char *what = g_strdup_printf (
          "is covered by a toast: %.0f to %.0f of %d, and it %.0f to %.0f", bounds.origin.y,
          bounds.origin.y + bounds.size.height, gtk_widget_get_height (overlay), toast->origin.y,
          toast->origin.y + toast->size.height);

      program_fit_tell (widget, what);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    check_below (child, overlay, toast);
}

/* Tells of each button in the window that was entered that a toast would cover and that does not
 * lie in what scrolls. */
void
program_toast_check (void)
{
  GtkWidget *overlay = find_overlay (GTK_WIDGET (program_get_entered ()));
  graphene_rect_t toast;
  float width;
  int room;

  if (overlay == NULL)
    return;
  measure ();
  width = (float) MIN (measured.width, gtk_widget_get_width (overlay));
  room = legato_toasts_find_room (ADW_TOAST_OVERLAY (overlay), (int) width, measured.height,
                                  measured.bottom);
  toast = GRAPHENE_RECT_INIT (((float) gtk_widget_get_width (overlay) - width) / 2,
                              (float) (gtk_widget_get_height (overlay) - room - measured.height),
                              width, (float) measured.height);
  check_below (overlay, overlay, &toast);
}
