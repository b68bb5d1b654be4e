/* legato-click-guard.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <adwaita.h>

#include "legato-click-guard.h"

/* A double click on a button is meant as one click. When its first click has brought another page
 * or a dialog, or has given the button another meaning, the second would press whatever lies there
 * now: it is for what was pressed first, or for nothing. */
typedef struct
{
  GtkWindow *window; /* owns this */
  GtkWidget *first;  /* what took the first click of a series; a weak pointer */
  char *meaning;     /* what that showed that it does; owned */
} ClickGuard;

/* The last press in any window of the program, to know a series that goes on in another. */
static GtkWindow *last_window; /* only compared */
static graphene_point_t last_place;
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

/* What a button shows that it does: its text or its icon. */
static const char *
get_meaning (GtkWidget *widget)
{
  const char *text = NULL;
  GtkWidget *child = NULL;

  if (!GTK_IS_BUTTON (widget))
    return NULL;
  child = gtk_button_get_child (GTK_BUTTON (widget));
  if (ADW_IS_BUTTON_CONTENT (child))
    return adw_button_content_get_icon_name (ADW_BUTTON_CONTENT (child));
  text = gtk_button_get_label (GTK_BUTTON (widget));
  return text != NULL ? text : gtk_button_get_icon_name (GTK_BUTTON (widget));
}

/* Whether a press at @place goes on with the series of the last one. GTK counts anew when what lies
 * there changes. */
static gboolean
goes_on (ClickGuard *self, const graphene_point_t *place, guint32 time)
{
  int most_ms = 0, most_px = 0;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self->window)), "gtk-double-click-time",
                &most_ms, "gtk-double-click-distance", &most_px, NULL);
  return last_window != NULL && time - last_time < (guint32) most_ms
         && (last_window != self->window
             || graphene_point_near (&last_place, place, (float) most_px));
}

static void
pressed_cb (ClickGuard *self, int n_press, double x, double y, GtkGesture *gesture)
{
  guint32 time = gtk_event_controller_get_current_event_time (GTK_EVENT_CONTROLLER (gesture));
  graphene_point_t place = { (float) x, (float) y };
  GtkWidget *button = find_button (GTK_WIDGET (self->window), x, y);
  gboolean again = goes_on (self, &place, time);

  /* What came up under the pointer takes none of the series. */
  if (!again || last_window != self->window)
    g_set_weak_pointer (&self->first, again ? NULL : button);
  if (!again)
    {
      g_free (self->meaning);
      self->meaning = g_strdup (get_meaning (button));
    }
  else if (button != self->first || g_strcmp0 (get_meaning (button), self->meaning) != 0)
    gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  last_window = self->window;
  last_place = place;
  last_time = time;
}

static void
guard_free (gpointer data, GClosure *closure)
{
  ClickGuard *self = data;

  g_clear_weak_pointer (&self->first);
  g_free (self->meaning);
  if (last_window == self->window)
    last_window = NULL;
  g_free (self);
}

/**
 * legato_click_guard_attach:
 *
 * From now on clicks that follow each other as a double click reach one button of @window only,
 * and that only for as long as it says the same.
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
