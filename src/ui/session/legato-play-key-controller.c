/* legato-play-key-controller.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include "legato-play-key-controller.h"
#include "legato-play-keys.h"

/* The keys of a page, which owns this and what else it names. */
typedef struct
{
  GtkStack *stages;
  GtkWidget *view;
  guint held; /* keyval of the key that is down; 0 for none */
} Keys;

/* The letters up to here are Latin ones. */
#define LAST_LATIN 0x24f

/* What the key does in one of the other groups of the keyboard: where letters are Arabic or
 * Cyrillic, "H" is still the key that it is in the Latin group. */
static LegatoPlayCommand
find_in_groups (Keys *self, guint keyval, guint keycode, GdkModifierType state)
{
  GdkDisplay *display = gtk_widget_get_display (self->view);
  LegatoPlayCommand command = LEGATO_PLAY_COMMAND_NONE;
  g_autofree guint *keyvals = NULL;
  int n_keyvals = 0;

  if (gdk_keyval_to_unicode (keyval) <= LAST_LATIN
      || !gdk_display_map_keycode (display, keycode, NULL, &keyvals, &n_keyvals))
    return LEGATO_PLAY_COMMAND_NONE;
  for (int i = 0; i < n_keyvals && command == LEGATO_PLAY_COMMAND_NONE; i++)
    command = legato_play_keys_find (keyvals[i], state);
  return command;
}

static gboolean
key_cb (Keys *self, guint keyval, guint keycode, GdkModifierType state)
{
  LegatoPlayCommand command = legato_play_keys_find (keyval, state);
  gboolean repeated = keyval == self->held;

  if (gtk_stack_get_visible_child (self->stages) != self->view)
    return GDK_EVENT_PROPAGATE;
  if (command == LEGATO_PLAY_COMMAND_NONE)
    command = find_in_groups (self, keyval, keycode, state);
  if (command == LEGATO_PLAY_COMMAND_NONE)
    return GDK_EVENT_PROPAGATE;

  self->held = keyval;
  if (!repeated || legato_play_command_repeats (command))
    gtk_widget_activate_action (self->view, legato_play_command_get_action (command), NULL);
  return GDK_EVENT_STOP;
}

static void
forget_held_key_cb (Keys *self)
{
  self->held = 0;
}

/**
 * legato_play_key_controller_attach:
 * @page: where keys are pressed
 * @stages: within @page
 * @view: one of @stages; has the actions of the commands
 *
 * While @view is shown, lets keys work wherever the focus is on @page, so that an elbow on the
 * space bar always pauses: for as long as it lies there, the key's repeats do not go on and pause
 * in turns. A key that is still down when the view goes away is forgotten.
 */
void
legato_play_key_controller_attach (GtkWidget *page, GtkStack *stages, GtkWidget *view)
{
  GtkEventController *controller = NULL;
  Keys *self = NULL;

  g_return_if_fail (GTK_IS_WIDGET (page));
  g_return_if_fail (GTK_IS_STACK (stages));
  g_return_if_fail (GTK_IS_WIDGET (view));

  controller = gtk_event_controller_key_new ();
  self = g_new0 (Keys, 1);
  self->stages = stages;
  self->view = view;
  g_object_set_data_full (G_OBJECT (controller), "keys", self, g_free);
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (controller, "key-pressed", G_CALLBACK (key_cb), self);
  g_signal_connect_swapped (controller, "key-released", G_CALLBACK (forget_held_key_cb), self);
  g_signal_connect_swapped (view, "unmap", G_CALLBACK (forget_held_key_cb), self);
  gtk_widget_add_controller (page, controller);
}
