/* legato-session-flow.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-plan-words.h"
#include "legato-session-flow-private.h"
#include "legato-toasts.h"

/* Whoever has not gone on after so long has gone away: the screen may sleep then. */
#define LONG_PAUSE_S 300

enum
{
  LEFT,
  SAVED,
  RUNNING_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LegatoSessionFlow, legato_session_flow, G_TYPE_OBJECT)

static LegatoPersonModel *
get_person (LegatoSessionFlow *self)
{
  return self->guest != NULL ? self->guest : legato_context_get_person (self->context);
}

/* Each partner is asked anew, and nothing of what they answer is kept. */
static void
set_person (LegatoSessionFlow *self, gboolean for_partner)
{
  gboolean other = for_partner || self->guest != NULL;

  if (for_partner)
    legato_person_model_note_check_in (get_person (self));
  g_clear_object (&self->guest);
  if (for_partner)
    self->guest = legato_person_model_new_guest (legato_context_get_person (self->context));
  if (other && self->check_in != NULL)
    gtk_stack_remove (self->levels, GTK_WIDGET (g_steal_pointer (&self->check_in)));
  if (self->session != NULL)
    legato_session_page_set_person (self->session, get_person (self));
}

static void
left_cb (LegatoSessionFlow *self)
{
  self->requested = FALSE;
  g_clear_pointer (&self->resumed, legato_running_free);
  legato_person_model_note_check_in (get_person (self));
  g_signal_emit (self, signals[LEFT], 0);
}

static void
say_saved (LegatoSessionFlow *self, gboolean in_journal)
{
  legato_toasts_say (self->toasts, in_journal ? _ ("Saved in your journal")
                                              : _ ("Kept until your journal opens"));
}

/* That it could not be kept at all is told by the window, as of all that was said. */
static void
kept_cb (LegatoSessionFlow *self, guint kept)
{
  if (self->noting && kept != LEGATO_KEPT_NOWHERE)
    say_saved (self, kept == LEGATO_KEPT_IN_JOURNAL);
  self->noting = FALSE;
}

/* Nobody goes on with what was cut off before this session. */
static void
session_saved_cb (LegatoSessionFlow *self, gboolean in_journal)
{
  legato_recovery_bar_give_up (self->recovery);
  g_signal_emit (self, signals[SAVED], 0);
  say_saved (self, in_journal);
}

static void
restored_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AdwToastOverlay) toasts = data;
  g_autoptr (GError) error = NULL;

  if (!legato_journal_restore_finish (LEGATO_JOURNAL (source), result, &error))
    legato_toasts_say (toasts, error->message);
}

static void
undo_discard_cb (AdwToast *toast, LegatoSessionFlow *self)
{
  const char *uuid = g_object_get_data (G_OBJECT (toast), "uuid");
  LegatoJournal *journal = legato_context_get_journal (self->context);

  if (journal != NULL)
    legato_journal_restore_async (journal, uuid, NULL, restored_cb, g_object_ref (self->toasts));
  else
    legato_toasts_say (self->toasts, _ ("Your journal is not open just now. Try again later."));
}

static void
discarded_cb (LegatoSessionFlow *self, const char *uuid)
{
  AdwToast *toast = NULL;

  g_signal_emit (self, signals[LEFT], 0);
  if (uuid == NULL)
    {
      legato_toasts_say (self->toasts, _ ("Session not kept"));
      return;
    }
  toast = legato_toasts_new_undo (_ ("Session not kept"));
  g_object_set_data_full (G_OBJECT (toast), "uuid", g_strdup (uuid), g_free);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_discard_cb), self, 0);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
running_cb (LegatoSessionFlow *self)
{
  g_signal_emit (self, signals[RUNNING_CHANGED], 0);
}

static void
close_cb (LegatoSessionFlow *self)
{
  self->asked = TRUE;
  gtk_window_close (self->window);
  self->asked = FALSE;
}

static void question_cb (LegatoSessionFlow *self);

static LegatoSessionPage *
need_session (LegatoSessionFlow *self)
{
  if (self->session != NULL)
    return self->session;

  self->session = legato_session_page_new (self->context);
  legato_session_page_set_person (self->session, get_person (self));
  gtk_stack_add_named (self->levels, GTK_WIDGET (self->session), "session");
  g_signal_connect_object (self->session, "left", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "question", G_CALLBACK (question_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "saved", G_CALLBACK (session_saved_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::busy",
                           G_CALLBACK (legato_session_flow_go_on_closing), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::running", G_CALLBACK (running_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "discarded", G_CALLBACK (discarded_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "close", G_CALLBACK (close_cb), self, G_CONNECT_SWAPPED);
  self->inhibitor = legato_idle_inhibitor_new (self->window, self->session, LONG_PAUSE_S);
  self->media_bridge = legato_media_bridge_new (self->window, self->session, self->context);
  return self->session;
}

static void
open_session (LegatoSessionFlow *self, const LegatoRequest *request)
{
  LegatoSessionPage *session = need_session (self);

  self->request = *request;
  if (self->experiment.zone != NULL)
    legato_person_model_answer_soreness (get_person (self), self->experiment.zone,
                                         self->experiment.soreness);
  legato_session_page_set_uuid (
      session, self->experiment.zone != NULL ? self->experiment.uuid : NULL, self->experiment.leg);
  gtk_stack_set_visible_child (self->levels, GTK_WIDGET (session));
  legato_session_page_prepare (session, request);
}

/* Goes on with a session that was cut off; the recovery bar says why if it cannot. */
static void
resume (LegatoSessionFlow *self, const LegatoRunning *running)
{
  LegatoSessionPage *session = need_session (self);
  g_autoptr (GError) error = NULL;

  gtk_stack_set_visible_child (self->levels, GTK_WIDGET (session));
  if (legato_session_page_continue (session, running, &error))
    {
      legato_recovery_bar_taken (self->recovery);
      return;
    }
  g_signal_emit (self, signals[LEFT], 0);
  legato_recovery_bar_refuse (self->recovery, error);
}

/* A page that fades out may still be clicked on. */
static gboolean
is_shown (LegatoSessionFlow *self, gpointer page)
{
  return gtk_stack_get_visible_child (self->levels) == page;
}

/* Whoever tapped a warning sign reads what to do before anything else takes its place. */
static gboolean
is_held_by_sign (LegatoSessionFlow *self)
{
  return self->check_in != NULL && is_shown (self, self->check_in)
         && legato_check_in_page_keep_signs (self->check_in);
}

/* Notes what was answered for the journal alone. Returns: whether there was anything to note */
static gboolean
note_check_in (LegatoSessionFlow *self)
{
  self->noting = TRUE;
  if (legato_person_model_note_check_in (get_person (self)))
    return TRUE;
  self->noting = FALSE;
  return FALSE;
}

static void
check_in_passed_cb (LegatoSessionFlow *self)
{
  if (!is_shown (self, self->check_in))
    return;
  if (self->resumed != NULL)
    {
      g_autoptr (LegatoRunning) running = g_steal_pointer (&self->resumed);

      resume (self, running);
    }
  else if (self->requested)
    {
      self->requested = FALSE;
      open_session (self, &self->request);
    }
  else if (note_check_in (self))
    g_signal_emit (self, signals[SAVED], 0);
  else
    left_cb (self);
}

static void
check_in_left_cb (LegatoSessionFlow *self)
{
  if (is_shown (self, self->check_in))
    left_cb (self);
}

static void
begin_check_in (LegatoSessionFlow *self, const char *title, gboolean for_session)
{
  if (self->check_in == NULL)
    {
      self->check_in = legato_check_in_page_new (self->context, get_person (self));
      gtk_stack_add_named (self->levels, GTK_WIDGET (self->check_in), "check-in");
      g_signal_connect_object (self->check_in, "passed", G_CALLBACK (check_in_passed_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (self->check_in, "left", G_CALLBACK (check_in_left_cb), self,
                               G_CONNECT_SWAPPED);
    }
  gtk_stack_set_visible_child (self->levels, GTK_WIDGET (self->check_in));
  legato_check_in_page_begin (self->check_in, title, for_session);
}

/* There is a question that there was not when the session was opened. */
static void
question_cb (LegatoSessionFlow *self)
{
  self->requested = TRUE;
  begin_check_in (
      self, legato_request_get_name (&self->request, legato_context_get_guide (self->context)),
      TRUE);
}

/* A session that was cut off goes on. Of a partner nothing was kept, so they are asked again: what
 * they answer holds for the rest. So is who has not been asked today, or noted meanwhile what the
 * journal asks about. */
static void
recovery_continue_cb (LegatoSessionFlow *self, gpointer running)
{
  gboolean for_partner =
      legato_session_was_for_partner (legato_context_get_guide (self->context), running);

  if (!legato_session_flow_is_free (self) || is_held_by_sign (self))
    return;
  g_clear_pointer (&self->resumed, legato_running_free);
  self->experiment.zone = NULL;
  set_person (self, for_partner);
  if (!for_partner && !legato_person_model_must_ask (get_person (self)))
    {
      resume (self, running);
      return;
    }
  self->resumed = legato_running_copy (running);
  self->requested = FALSE;
  begin_check_in (self, _ ("Continue"), TRUE);
}

static void
start_instead_cb (LegatoQuestion *question, const char *id, LegatoSessionFlow *self)
{
  if (!g_str_equal (id, "close"))
    gtk_widget_activate_action (GTK_WIDGET (self->window), "app.start", "s", id);
}

/* A toast would be cut short in a narrow window, and say nothing. What is offered comes nearest:
 * the same session from its beginning, or a short one. */
static void
nothing_to_continue_cb (LegatoSessionFlow *self, const LegatoRunning *running)
{
  const char *routine = running != NULL && !running->completed ? running->routine : NULL;

  if (self->nothing_to_continue == NULL)
    {
      g_set_weak_pointer (
          &self->nothing_to_continue,
          legato_question_new (self->window, _ ("Continue"),
                               _ ("There is no session that you can continue now.")));
      legato_question_add_answer (self->nothing_to_continue, "close", _ ("Close"), NULL);
      legato_question_add_answer (
          self->nothing_to_continue, routine != NULL ? routine : "three-minute",
          routine != NULL ? _ ("Start Again") : _ ("Three Minutes"), "suggested-action");
      g_signal_connect_object (self->nothing_to_continue, "answered", G_CALLBACK (start_instead_cb),
                               self, 0);
    }
  gtk_window_present (GTK_WINDOW (self->nothing_to_continue));
}

static void
recovery_failed_cb (LegatoSessionFlow *self, const char *message)
{
  legato_toasts_say (self->toasts, message);
}

static void
undo_recovery_discard_cb (AdwToast *toast, LegatoSessionFlow *self)
{
  legato_recovery_bar_bring_back (self->recovery, g_object_get_data (G_OBJECT (toast), "running"));
}

static void
recovery_discarded_cb (LegatoSessionFlow *self, gpointer running)
{
  AdwToast *toast = legato_toasts_new_undo (_ ("Session not kept"));

  g_object_set_data_full (G_OBJECT (toast), "running", legato_running_copy (running),
                          (GDestroyNotify) legato_running_free);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_recovery_discard_cb), self, 0);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
add_recovery_bar (LegatoSessionFlow *self)
{
  self->recovery = legato_recovery_bar_new (self->context);
  g_signal_connect_object (self->recovery, "continue", G_CALLBACK (recovery_continue_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->recovery, "nothing-to-continue",
                           G_CALLBACK (nothing_to_continue_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->recovery, "saved", G_CALLBACK (say_saved), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->recovery, "discarded", G_CALLBACK (recovery_discarded_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->recovery, "failed", G_CALLBACK (recovery_failed_cb), self,
                           G_CONNECT_SWAPPED);
}

/* Asks first how the legs are, when that is due. */
static void
prepare (LegatoSessionFlow *self, const LegatoRequest *request)
{
  g_clear_pointer (&self->resumed, legato_running_free);
  set_person (self, legato_request_is_for_partner (request));
  if (!legato_person_model_wants_check_in (get_person (self)))
    {
      open_session (self, request);
      return;
    }
  self->request = *request;
  self->requested = TRUE;
  begin_check_in (self, legato_request_get_name (request, legato_context_get_guide (self->context)),
                  TRUE);
}

static void
legato_session_flow_dispose (GObject *object)
{
  LegatoSessionFlow *self = LEGATO_SESSION_FLOW (object);

  g_clear_object (&self->inhibitor);
  g_clear_object (&self->media_bridge);
  g_clear_weak_pointer (&self->goes_on);
  g_clear_weak_pointer (&self->nothing_to_continue);
  g_clear_object (&self->guest);
  g_clear_object (&self->context);
  g_clear_pointer (&self->experiment_uuid, g_free);
  g_clear_pointer (&self->resumed, legato_running_free);

  G_OBJECT_CLASS (legato_session_flow_parent_class)->dispose (object);
}

static void
legato_session_flow_class_init (LegatoSessionFlowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = legato_session_flow_dispose;

  signals[LEFT] = g_signal_new ("left", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
  signals[SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
  signals[RUNNING_CHANGED] = g_signal_new ("running-changed", G_TYPE_FROM_CLASS (klass),
                                           G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
legato_session_flow_init (LegatoSessionFlow *self)
{
}

/**
 * legato_session_flow_new:
 * @window: (transfer none): outlives this, and so do the other two
 * @levels: where the pages of a session are shown
 * @toasts: where short messages are shown
 *
 * Returns: (transfer full): a flow that shows nothing yet
 */
LegatoSessionFlow *
legato_session_flow_new (GtkWindow *window,
                         GtkStack *levels,
                         AdwToastOverlay *toasts,
                         LegatoContext *context)
{
  LegatoSessionFlow *self = NULL;

  g_return_val_if_fail (GTK_IS_WINDOW (window), NULL);
  g_return_val_if_fail (GTK_IS_STACK (levels), NULL);
  g_return_val_if_fail (ADW_IS_TOAST_OVERLAY (toasts), NULL);
  g_return_val_if_fail (LEGATO_IS_CONTEXT (context), NULL);

  self = g_object_new (LEGATO_TYPE_SESSION_FLOW, NULL);
  self->window = window;
  self->levels = levels;
  self->toasts = toasts;
  self->context = g_object_ref (context);
  g_signal_connect_object (legato_context_get_person (context), "kept", G_CALLBACK (kept_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (legato_context_get_person (context), "notify::busy",
                           G_CALLBACK (legato_session_flow_go_on_closing), self, G_CONNECT_SWAPPED);
  add_recovery_bar (self);
  return self;
}

/** Returns: (transfer none): what offers sessions that were cut off, to be put into the window */
GtkWidget *
legato_session_flow_get_recovery_bar (LegatoSessionFlow *self)
{
  g_return_val_if_fail (LEGATO_IS_SESSION_FLOW (self), NULL);
  return GTK_WIDGET (self->recovery);
}

/** Returns: whether no session runs, and none waits to be rated */
gboolean
legato_session_flow_is_free (LegatoSessionFlow *self)
{
  g_return_val_if_fail (LEGATO_IS_SESSION_FLOW (self), FALSE);
  return self->session == NULL || legato_session_page_is_free (self->session);
}

/**
 * legato_session_flow_may_be_left:
 *
 * Returns: whether no session runs, and none waits to be rated; if one does, it is said
 */
gboolean
legato_session_flow_may_be_left (LegatoSessionFlow *self)
{
  AdwToast *toast = NULL;

  g_return_val_if_fail (LEGATO_IS_SESSION_FLOW (self), FALSE);

  if (legato_session_flow_is_free (self))
    return TRUE;
  if (self->goes_on == NULL)
    {
      toast = adw_toast_new (_ ("Finish this session first."));
      g_set_weak_pointer (&self->goes_on, toast);
      adw_toast_overlay_add_toast (self->toasts, toast);
    }
  return FALSE;
}

/**
 * legato_session_flow_leave:
 *
 * Leaves what is asked or prepared for a session, as who goes back does. Whoever tapped a warning
 * sign is told first what to do.
 *
 * Returns: whether something else may be shown now; if a session runs, or waits to be rated, that
 *   is said
 */
gboolean
legato_session_flow_leave (LegatoSessionFlow *self)
{
  g_return_val_if_fail (LEGATO_IS_SESSION_FLOW (self), FALSE);

  if (!legato_session_flow_may_be_left (self) || is_held_by_sign (self))
    return FALSE;
  if ((self->check_in != NULL && is_shown (self, self->check_in))
      || (self->session != NULL && is_shown (self, self->session)))
    left_cb (self);
  return TRUE;
}

/** Returns: whether a session plays or is paused */
gboolean
legato_session_flow_is_running (LegatoSessionFlow *self)
{
  g_return_val_if_fail (LEGATO_IS_SESSION_FLOW (self), FALSE);
  return self->session != NULL && legato_session_page_is_running (self->session);
}

/**
 * legato_session_flow_prepare:
 * @request: what to do; its routine, zone and technique live as long as the guide
 *
 * Opens what is asked for, ready to be started; asks first how the legs are, when that is due, and
 * always if somebody else is massaged. A session that is running or waits to be rated stays where
 * it is, and that is said.
 */
void
legato_session_flow_prepare (LegatoSessionFlow *self, const LegatoRequest *request)
{
  g_return_if_fail (LEGATO_IS_SESSION_FLOW (self));
  g_return_if_fail (request != NULL);

  if (!legato_session_flow_may_be_left (self) || is_held_by_sign (self))
    return;
  self->experiment.zone = NULL;
  prepare (self, request);
}

/**
 * legato_session_flow_prepare_experiment:
 * @experiment: its zone lives as long as the guide
 *
 * The same for a massage of a comparison of the legs: of the leg that was drawn, as the entry that
 * the comparison knows.
 */
void
legato_session_flow_prepare_experiment (LegatoSessionFlow *self,
                                        const LegatoExperimentRequest *experiment)
{
  LegatoRequest request = { 0 };

  g_return_if_fail (LEGATO_IS_SESSION_FLOW (self));
  g_return_if_fail (experiment != NULL && experiment->zone != NULL);

  if (!legato_session_flow_may_be_left (self) || is_held_by_sign (self))
    return;
  self->experiment = *experiment;
  g_free (self->experiment_uuid);
  self->experiment_uuid = g_strdup (experiment->uuid);
  self->experiment.uuid = self->experiment_uuid;
  request.zone = experiment->zone;
  request.legs = experiment->leg;
  prepare (self, &request);
}

/**
 * legato_session_flow_continue:
 *
 * Goes on with the session that was cut off, or says that there is none. A session that is running
 * or waits to be rated stays where it is, and that is said.
 */
void
legato_session_flow_continue (LegatoSessionFlow *self)
{
  g_return_if_fail (LEGATO_IS_SESSION_FLOW (self));

  if (legato_session_flow_may_be_left (self))
    legato_recovery_bar_continue (self->recovery);
}

/** legato_session_flow_check_in: asks how the legs are, for the journal, unless a session runs. */
void
legato_session_flow_check_in (LegatoSessionFlow *self)
{
  g_return_if_fail (LEGATO_IS_SESSION_FLOW (self));

  if (!legato_session_flow_may_be_left (self) || is_held_by_sign (self))
    return;
  self->requested = FALSE;
  g_clear_pointer (&self->resumed, legato_running_free);
  set_person (self, FALSE);
  begin_check_in (self, _ ("Check-in"), FALSE);
}

/* What was done and said so far goes into the journal, or beside it. Returns: whether that is done
 */
static gboolean
stop (LegatoSessionFlow *self)
{
  if (self->session != NULL)
    legato_session_page_stop (self->session);
  is_held_by_sign (self);
  legato_person_model_note_check_in (get_person (self));
  return legato_session_flow_close_when_kept (self);
}

/**
 * legato_session_flow_may_close:
 *
 * Returns: whether the window may close at once; if not, it is asked what is to become of the
 *   session that runs, or what was said is written first, and the window closes after that
 */
gboolean
legato_session_flow_may_close (LegatoSessionFlow *self)
{
  g_return_val_if_fail (LEGATO_IS_SESSION_FLOW (self), TRUE);

  if (self->stopped)
    return TRUE;
  if (self->session != NULL && !self->asked && !legato_session_page_may_close (self->session))
    return FALSE;
  return stop (self);
}
