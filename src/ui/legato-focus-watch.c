/* legato-focus-watch.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include "legato-focus-watch.h"

static gboolean
let_go_cb (gpointer data)
{
  GtkWidget *focus = gtk_window_get_focus (data);

  if (focus != NULL && gtk_widget_get_root (focus) == NULL)
    gtk_window_set_focus (data, NULL);
  return G_SOURCE_REMOVE;
}

/* Not at once, as what holds the widget may only be about to be taken out, but before the next key.
 */
static void
root_cb (GtkWindow *window)
{
  g_idle_add_full (G_PRIORITY_HIGH, let_go_cb, g_object_ref (window), g_object_unref);
}

/**
 * legato_focus_watch_add:
 *
 * Takes the focus of @window from a widget that is taken out of it. GTK lets go of such a widget
 * only once the window was drawn again, and until then every key goes to it. Where the focus is to
 * be next remains GTK's to find.
 */
void
legato_focus_watch_add (GtkWindow *window)
{
  GSignalGroup *signals = NULL;

  g_return_if_fail (GTK_IS_WINDOW (window));

  signals = g_signal_group_new (GTK_TYPE_WIDGET);
  g_signal_group_connect_object (signals, "notify::root", G_CALLBACK (root_cb), window,
                                 G_CONNECT_SWAPPED);
  g_object_bind_property (window, "focus-widget", signals, "target", G_BINDING_SYNC_CREATE);
  g_object_set_data_full (G_OBJECT (window), "legato-focus-watch", signals, g_object_unref);
}
