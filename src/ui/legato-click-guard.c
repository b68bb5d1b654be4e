/* legato-click-guard.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include "legato-click-guard.h"

/* A double click on a button is meant as one click. When its first click has brought another page
 * or a dialog, the second would press whatever lies there now: it is for what was pressed first, or
 * for nothing. */
typedef struct
{
  GtkWindow *window; /* owns this */
  GtkWidget *first;  /* what took the first click of a series; a weak pointer */
} ClickGuard;

/* The last press in any window of the program, to know a series that goes on in another. */
static GtkWindow *last_window; /* only compared */
static guint32 last_time;

static GtkWidget *
find_button (GtkWidget *window, double x, double y)
{
  GtkWidget *picked = gtk_widget_pick (window, x, y, GTK_PICK_DEFAULT);

  for (GtkWidget *above = picked; above != NULL; above = gtk_widget_get_parent (above))
    if (GTK_IS_BUTTON (above) || GTK_IS_LIST_BOX_ROW (above))
      return above;
  return picked;
}

static gboolean
is_soon_after (ClickGuard *self, guint32 time)
{
  int double_click_ms = 0;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self->window)), "gtk-double-click-time",
                &double_click_ms, NULL);
  return time - last_time < (guint32) double_click_ms;
}

static void
pressed_cb (ClickGuard *self, int n_press, double x, double y, GtkGesture *gesture)
{
  guint32 time = gtk_event_controller_get_current_event_time (GTK_EVENT_CONTROLLER (gesture));
  GtkWidget *button = find_button (GTK_WIDGET (self->window), x, y);
  gboolean strays = n_press > 1 && button != self->first;

  if (n_press == 1)
    {
      strays = last_window != NULL && last_window != self->window && is_soon_after (self, time);
      g_set_weak_pointer (&self->first, button);
    }
  if (strays)
    gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  last_window = self->window;
  last_time = time;
}

static void
guard_free (gpointer data, GClosure *closure)
{
  ClickGuard *self = data;

  g_clear_weak_pointer (&self->first);
  if (last_window == self->window)
    last_window = NULL;
  g_free (self);
}

/**
 * legato_click_guard_attach:
 *
 * From now on clicks that follow each other as a double click reach one button of @window only.
 */
void
legato_click_guard_attach (GtkWindow *window)
{
  GtkGesture *gesture = NULL;
  ClickGuard *self = NULL;

  g_return_if_fail (GTK_IS_WINDOW (window));

  self = g_new0 (ClickGuard, 1);
  self->window = window;
  gesture = gtk_gesture_click_new ();
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (gesture), GTK_PHASE_CAPTURE);
  g_signal_connect_data (gesture, "pressed", G_CALLBACK (pressed_cb), self, guard_free,
                         G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (window), GTK_EVENT_CONTROLLER (gesture));
}
