/* legato-play-key-controller.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include "legato-play-key-controller.h"
#include "legato-play-keys.h"

/* The keys of a page. */
typedef struct
{
  GtkWidget *page; /* owns this */
  guint held;      /* keyval of the key that is down; 0 for none */
} Keys;

static gboolean
key_cb (Keys *self, guint keyval, guint keycode, GdkModifierType state)
{
  LegatoPlayCommand command = legato_play_keys_find (keyval, state);
  gboolean repeated = keyval == self->held;

  if (command == LEGATO_PLAY_COMMAND_NONE)
    return GDK_EVENT_PROPAGATE;

  self->held = keyval;
  if (!repeated || legato_play_command_repeats (command))
    gtk_widget_activate_action (self->page, legato_play_command_get_action (command), NULL);
  return GDK_EVENT_STOP;
}

static void
forget_held_key_cb (Keys *self)
{
  self->held = 0;
}

/**
 * legato_play_key_controller_attach:
 * @page: has the actions of the commands
 *
 * Lets keys work wherever the focus is on @page, so that an elbow on the space bar always pauses:
 * for as long as it lies there, the key's repeats do not go on and pause in turns. A key that is
 * still down when the page goes away is forgotten.
 */
void
legato_play_key_controller_attach (GtkWidget *page)
{
  GtkEventController *controller = NULL;
  Keys *self = NULL;

  g_return_if_fail (GTK_IS_WIDGET (page));

  controller = gtk_event_controller_key_new ();
  self = g_new0 (Keys, 1);
  self->page = page;
  g_object_set_data_full (G_OBJECT (controller), "keys", self, g_free);
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (controller, "key-pressed", G_CALLBACK (key_cb), self);
  g_signal_connect_swapped (controller, "key-released", G_CALLBACK (forget_held_key_cb), self);
  g_signal_connect_swapped (page, "unmap", G_CALLBACK (forget_held_key_cb), self);
  gtk_widget_add_controller (page, controller);
}
