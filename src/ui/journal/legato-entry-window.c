/* legato-entry-window.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include "legato-entry-window.h"
#include "legato-entry-words.h"

/* Large enough for the longest session; on a phone the screen limits it. */
#define WIDTH 440
#define HEIGHT 600
#define LEAST_WIDTH 320

static gboolean
escape_cb (GtkWidget *window, GVariant *arguments, gpointer data)
{
  gtk_window_close (GTK_WINDOW (window));
  return TRUE;
}

/**
 * legato_entry_window_present:
 * @parent: (nullable): the window it stands above
 * @view: (transfer floating)
 *
 * Shows @view in a window that Escape closes.
 */
void
legato_entry_window_present (GtkWindow *parent, LegatoEntryView *view, LegatoGuide *guide)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *title = legato_entry_words_dup_title (legato_entry_view_get_entry (view), guide);
  GtkWidget *window =
      g_object_new (ADW_TYPE_WINDOW, "transient-for", parent, "modal", TRUE, "destroy-with-parent",
                    TRUE, "title", title, "default-width", WIDTH, "default-height", HEIGHT,
                    "width-request", LEAST_WIDTH, "content", content, NULL);
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_box_append (GTK_BOX (content), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (view));
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                        gtk_callback_action_new (escape_cb, NULL, NULL)));
  gtk_widget_add_controller (window, keys);
  gtk_window_present (GTK_WINDOW (window));
}
