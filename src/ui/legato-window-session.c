/* legato-window-session.c: the way from what was chosen to a session, and back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-plan-words.h"
#include "legato-window-private.h"

/* Oily hands take a while to find "Undo". */
#define UNDO_S 10

static void
open_session (LegatoWindow *self, const LegatoRequest *request)
{
  legato_window_show_level (self, "session");
  legato_session_page_prepare (self->session, request);
}

static void
prepare (LegatoWindow *self, const LegatoRequest *request)
{
  if (!legato_session_page_is_free (self->session))
    return;
  if (!legato_person_model_wants_check_in (self->person))
    {
      open_session (self, request);
      return;
    }
  self->request = *request;
  self->requested = TRUE;
  legato_window_show_level (self, "check-in");
  legato_check_in_page_begin (self->check_in, legato_plan_words_get_name (request), TRUE);
}

static void
routine_chosen_cb (LegatoWindow *self, gpointer routine)
{
  legato_window_prepare (self, ((const LegatoRoutine *) routine)->id);
}

static void
goal_chosen_cb (LegatoWindow *self, int goal, guint minutes, int legs)
{
  LegatoRequest request = { .goal = (LegatoGoal) goal,
                            .minutes = minutes,
                            .legs = (LegatoLeg) legs };

  prepare (self, &request);
}

static void
zone_start_cb (LegatoWindow *self, int leg, const char *zone_id, const char *technique_id)
{
  legato_window_prepare_zone (self, (LegatoLeg) leg, zone_id, technique_id);
}

static void
session_left_cb (LegatoWindow *self)
{
  self->requested = FALSE;
  legato_person_model_note_check_in (self->person);
  legato_window_show_level (self, "pages");
  legato_window_focus_page (self);
}

static void
session_saved_cb (LegatoWindow *self)
{
  legato_window_show_level (self, "pages");
  adw_view_stack_set_visible_child_name (self->pages, "journal");
  legato_window_focus_page (self);
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (_ ("Saved in your journal")));
}

/* A session that was cut off goes on. */
static void
recovery_continue_cb (LegatoWindow *self, gpointer running)
{
  g_autoptr (GError) error = NULL;

  if (!legato_session_page_is_free (self->session))
    return;
  legato_window_show_level (self, "session");
  if (!legato_session_page_continue (self->session, self->guide, running, &error))
    {
      legato_window_show_level (self, "pages");
      legato_recovery_bar_refuse (self->recovery, error);
      return;
    }
  legato_recovery_bar_taken (self->recovery);
}

static void
recovery_saved_cb (LegatoWindow *self)
{
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (_ ("Saved in your journal")));
}

static void
check_in_passed_cb (LegatoWindow *self)
{
  if (self->requested)
    {
      self->requested = FALSE;
      open_session (self, &self->request);
    }
  else if (legato_person_model_note_check_in (self->person))
    session_saved_cb (self);
  else
    session_left_cb (self);
}

static void
restored_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LegatoWindow) self = data;
  g_autoptr (GError) error = NULL;

  if (!legato_journal_restore_finish (LEGATO_JOURNAL (source), result, &error)
      && self->toasts != NULL)
    {
      g_autofree char *text = g_markup_escape_text (error->message, -1);

      adw_toast_overlay_add_toast (self->toasts, adw_toast_new (text));
    }
}

static void
undo_discard_cb (AdwToast *toast, LegatoWindow *self)
{
  const char *uuid = g_object_get_data (G_OBJECT (toast), "uuid");

  legato_journal_restore_async (self->journal, uuid, NULL, restored_cb, g_object_ref (self));
}

static void
session_discarded_cb (LegatoWindow *self, const char *uuid)
{
  AdwToast *toast = adw_toast_new (_ ("Session not kept"));

  legato_window_show_level (self, "pages");
  legato_window_focus_page (self);
  if (uuid != NULL)
    {
      g_object_set_data_full (G_OBJECT (toast), "uuid", g_strdup (uuid), g_free);
      adw_toast_set_button_label (toast, _ ("_Undo"));
      adw_toast_set_timeout (toast, UNDO_S);
      g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_discard_cb), self, 0);
    }
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* The screen stays on while a session runs: nobody can wake it with oily hands. */
static void
session_running_cb (LegatoWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  gboolean running = legato_session_page_is_running (self->session);

  if (application == NULL)
    return;
  if (running && self->inhibit_cookie == 0)
    self->inhibit_cookie =
        gtk_application_inhibit (application, GTK_WINDOW (self),
                                 GTK_APPLICATION_INHIBIT_IDLE | GTK_APPLICATION_INHIBIT_SUSPEND,
                                 _ ("A massage session is running"));
  else if (!running && self->inhibit_cookie != 0)
    {
      gtk_application_uninhibit (application, self->inhibit_cookie);
      self->inhibit_cookie = 0;
    }
}

/** legato_window_class_bind_session: what the template calls on the way to a session and back */
void
legato_window_class_bind_session (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, routine_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, goal_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, zone_start_cb);
  gtk_widget_class_bind_template_callback (widget_class, check_in_passed_cb);
  gtk_widget_class_bind_template_callback (widget_class, session_left_cb);
  gtk_widget_class_bind_template_callback (widget_class, session_saved_cb);
  gtk_widget_class_bind_template_callback (widget_class, session_discarded_cb);
  gtk_widget_class_bind_template_callback (widget_class, session_running_cb);
  gtk_widget_class_bind_template_callback (widget_class, recovery_continue_cb);
  gtk_widget_class_bind_template_callback (widget_class, recovery_saved_cb);
}

/**
 * legato_window_prepare:
 * @routine_id: a routine of the guide
 *
 * Opens the routine, ready to be started; of an own one that may not be, it says why. A session
 * that is running or waits to be rated stays where it is.
 *
 * Returns: whether the guide knows the routine
 */
gboolean
legato_window_prepare (LegatoWindow *self, const char *routine_id)
{
  LegatoRequest request = { .legs = LEGATO_LEG_BOTH };

  g_return_val_if_fail (LEGATO_IS_WINDOW (self), FALSE);

  request.routine = legato_guide_find_routine (self->guide, routine_id);
  if (request.routine == NULL)
    return FALSE;

  if (self->routine_actions == NULL
      || legato_routine_actions_may_start (self->routine_actions, request.routine))
    prepare (self, &request);
  return TRUE;
}

/**
 * legato_window_prepare_zone:
 * @legs: the legs to begin with
 * @zone_id: a zone of the guide
 * @technique_id: (nullable): how to massage it; %NULL for what suits the zone
 *
 * Opens a session of one zone alone, ready to be started, as legato_window_prepare() does a
 * routine.
 *
 * Returns: whether the guide knows the zone and the technique, and hands do not lift over the zone
 */
gboolean
legato_window_prepare_zone (LegatoWindow *self,
                            LegatoLeg legs,
                            const char *zone_id,
                            const char *technique_id)
{
  LegatoRequest request = { .legs = legs };

  g_return_val_if_fail (LEGATO_IS_WINDOW (self), FALSE);

  request.zone = legato_guide_find_zone (self->guide, zone_id);
  if (request.zone == NULL || request.zone->lift_over)
    return FALSE;
  if (technique_id != NULL)
    {
      request.technique = legato_guide_find_technique (self->guide, technique_id);
      if (request.technique == NULL
          || legato_zone_find_use (request.zone, request.technique) == NULL)
        return FALSE;
    }

  prepare (self, &request);
  return TRUE;
}

/** legato_window_check_in: asks how the legs are, for the journal, unless a session runs. */
void
legato_window_check_in (LegatoWindow *self)
{
  g_return_if_fail (LEGATO_IS_WINDOW (self));

  if (!legato_session_page_is_free (self->session))
    return;
  self->requested = FALSE;
  legato_window_show_level (self, "check-in");
  legato_check_in_page_begin (self->check_in, _ ("Check-in"), FALSE);
}
