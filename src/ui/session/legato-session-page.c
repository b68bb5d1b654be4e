/* legato-session-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "legato-entry-words.h"
#include "legato-full-screen.h"
#include "legato-header-layout.h"
#include "legato-hurt-view.h"
#include "legato-leaving-question.h"
#include "legato-narrator.h"
#include "legato-plan-words.h"
#include "legato-play-key-controller.h"
#include "legato-play-view.h"
#include "legato-prepare-view.h"
#include "legato-rating-view.h"
#include "legato-session-page.h"
#include "legato-width-bin.h"

struct _LegatoSessionPage
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkWidget *header;
  GtkLabel *title;
  GtkWidget *keyboard;
  GtkWidget *leave;
  GtkWidget *end;
  GtkButton *full_screen_button;
  GtkStack *stages;

  /* Owned references */
  LegatoPlayer *player;
  LegatoVolume *volume;
  LegatoNarrator *narrator;
  LegatoSession *session;
  LegatoContext *context;
  LegatoPersonModel *person; /* who is massaged */
  LegatoFullScreen *full_screen;

  /* Borrowed references, within `stages` */
  LegatoPrepareView *prepare;
  LegatoPlayView *play;
  LegatoHurtView *hurt;
  LegatoRatingView *rating;

  /* UUID that the entry of the next session gets if it is of this leg; %NULL for a new one */
  char *uuid;
  LegatoLeg uuid_leg;
  gboolean free;
  gboolean left;    /* the person ended the session, so that no notice has to say that it is over */
  gboolean closing; /* the window is to close as soon as the session is deleted from the journal */
};

enum
{
  PROP_0,
  PROP_RUNNING,
  PROP_BUSY,
  N_PROPS
};

enum
{
  SIGNAL_LEFT,
  SIGNAL_QUESTION,
  SIGNAL_SAVED,
  SIGNAL_DISCARDED,
  SIGNAL_CLOSE,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LegatoSessionPage, legato_session_page, GTK_TYPE_WIDGET)

/* The full screen depends on whether a session plays or is paused. */
static void
show_playing (LegatoSessionPage *self)
{
  gboolean playing = g_strcmp0 (gtk_stack_get_visible_child_name (self->stages), "play") == 0;

  legato_full_screen_set_playing (
      self->full_screen, playing,
      self->session != NULL && legato_session_get_state (self->session) == LEGATO_SESSION_PAUSED);
}

/* While it plays a narrow window has room for one word: the one that ends the session. */
static void
show_title (LegatoSessionPage *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->title), !gtk_widget_get_visible (self->end)
                                                        || gtk_widget_get_visible (self->keyboard));
}

static void
show_stage (LegatoSessionPage *self, const char *name)
{
  gtk_stack_set_visible_child_name (self->stages, name);
  show_playing (self);

  /* The page may be left freely only before a session; after it there is Save and Don't Keep. */
  self->free = g_str_equal (name, "prepare");
  gtk_widget_set_visible (self->leave, self->free);
  gtk_widget_set_visible (self->end, g_str_equal (name, "play"));
  if (g_str_equal (name, "prepare"))
    legato_prepare_view_focus (self->prepare);
  else if (g_str_equal (name, "play"))
    legato_play_view_focus (self->play);
  else if (g_str_equal (name, "hurt"))
    legato_hurt_view_focus (self->hurt);
  else
    legato_rating_view_focus (self->rating);
}

/* A few seconds are no session: there is nothing to rate or to keep, and what was prepared is still
 * to come. */
static void
show_end (LegatoSessionPage *self)
{
  const GError *error = legato_session_get_error (self->session);

  if (legato_session_get_done (self->session) >= LEGATO_SESSION_LEAST_DONE)
    {
      g_clear_pointer (&self->uuid, g_free);
      legato_rating_view_set_session (self->rating, self->session);
      show_stage (self, "rating");
    }
  else
    {
      show_stage (self, "prepare");
      if (error != NULL)
        legato_prepare_view_show_failure (self->prepare, error);
    }
  legato_play_view_set_session (self->play, NULL);
}

static void
session_state_cb (LegatoSessionPage *self)
{
  if (legato_session_get_state (self->session) == LEGATO_SESSION_FINISHED)
    {
      show_end (self);
    }
  else if (legato_session_get_state (self->session) == LEGATO_SESSION_HURT)
    {
      legato_hurt_view_ask (self->hurt, self->session, self->person);
      show_stage (self, "hurt");
    }
  else if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stages), "hurt") == 0)
    show_stage (self, "play");
  /* What hurt may have been written beside the journal. */
  legato_journal_connection_count_waiting (legato_context_get_connection (self->context));
  show_playing (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RUNNING]);
}

static void
unsaved_cb (LegatoSessionPage *self, const GError *error)
{
  /* Translators: followed by what is wrong */
  g_autofree char *text =
      g_strdup_printf (_ ("The journal cannot be written just now. %s"), error->message);

  legato_play_view_show_message (self->play, text);
}

/* Hatches the places that the plan leaves out. */
static void
show_left_out (LegatoSessionPage *self, LegatoPlan *plan)
{
  GPtrArray *left_out = legato_plan_get_left_out (plan);

  for (guint i = 0; i < left_out->len; i++)
    {
      const LegatoLeftOut *item = g_ptr_array_index (left_out, i);

      if (item->technique == NULL)
        legato_play_view_spare (self->play, item->leg, item->zone);
    }
}

static void
give_journal (LegatoSessionPage *self)
{
  LegatoJournalConnection *connection = legato_context_get_connection (self->context);

  legato_session_wait_for (self->session, legato_journal_connection_get_path (connection),
                           legato_journal_connection_get_error (connection) == NULL);
  legato_session_set_journal (self->session, legato_context_get_journal (self->context));
}

/* Takes @session. */
static void
begin (LegatoSessionPage *self, LegatoSession *session)
{
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);

  self->session = session;
  self->left = FALSE;
  self->closing = FALSE;
  /* Silence was for the session before. */
  legato_volume_unmute (self->volume);
  give_journal (self);
  g_signal_connect_object (session, "notify::state", G_CALLBACK (session_state_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "unsaved", G_CALLBACK (unsaved_cb), self, G_CONNECT_SWAPPED);
  legato_play_view_set_session (self->play, session);
  show_left_out (self, legato_session_get_plan (session));
  show_stage (self, "play");
  legato_session_start (session);
}

static void
start_cb (LegatoSessionPage *self, LegatoPlan *plan)
{
  LegatoSession *session = NULL;
  LegatoLeg leg = LEGATO_LEG_BOTH;

  /* Another program may have written to the journal while this was open, or a night have passed. */
  if (legato_person_model_must_ask (self->person))
    {
      g_signal_emit (self, signals[SIGNAL_QUESTION], 0);
      return;
    }
  session = legato_session_new (plan, legato_person_model_get_person (self->person),
                                LEGATO_TRANSPORT (self->player));
  if (self->uuid != NULL && legato_plan_get_only_zone (plan, &leg) != NULL && leg == self->uuid_leg)
    legato_session_set_uuid (session, self->uuid);
  legato_session_set_rest (session, legato_prepare_view_get_rest (self->prepare));
  begin (self, session);
}

static void
spared_cb (LegatoSessionPage *self, LegatoLeg leg, const LegatoZone *zone)
{
  legato_play_view_spare (self->play, leg, zone);
}

static void
leave_cb (LegatoSessionPage *self)
{
  if (gtk_widget_get_visible (self->leave))
    g_signal_emit (self, signals[SIGNAL_LEFT], 0);
}

static void
end_cb (LegatoSessionPage *self)
{
  if (legato_session_page_is_running (self))
    legato_session_stop (self->session);
}

/* Throws away what was done so far, and closes the window if that was asked for. */
static void
discard_session (LegatoSessionPage *self)
{
  legato_session_stop (self->session);
  if (g_str_equal (gtk_stack_get_visible_child_name (self->stages), "rating"))
    legato_rating_view_discard (self->rating);
  else if (self->closing)
    g_signal_emit (self, signals[SIGNAL_CLOSE], 0);
}

static void
leaving_answered_cb (LegatoSessionPage *self, const char *answer)
{
  if (!legato_session_page_is_running (self) || g_str_equal (answer, "go-on"))
    return;
  self->left = TRUE;
  self->closing = g_str_equal (answer, "discard-and-close");
  if (self->closing || g_str_equal (answer, "discard"))
    discard_session (self);
  else if (g_str_equal (answer, "close"))
    g_signal_emit (self, signals[SIGNAL_CLOSE], 0);
  else
    legato_session_stop (self->session);
}

/* The session waits until it is answered. */
static void
ask_to_leave (LegatoSessionPage *self, gboolean closing)
{
  GtkRoot *window = gtk_widget_get_root (GTK_WIDGET (self));
  LegatoQuestion *question =
      legato_leaving_question_new (GTK_WINDOW (window), self->session, closing);

  g_signal_connect_object (question, "answered", G_CALLBACK (leaving_answered_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (question));
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  LegatoSessionPage *self = LEGATO_SESSION_PAGE (widget);

  if (gtk_widget_get_visible (self->end) && legato_session_page_is_running (self))
    ask_to_leave (self, FALSE);
  else
    leave_cb (self);
  return GDK_EVENT_STOP;
}

static void
saved_cb (LegatoSessionPage *self, gboolean in_journal)
{
  self->free = TRUE;
  self->closing = FALSE;
  g_signal_emit (self, signals[SIGNAL_SAVED], 0, in_journal);
}

static void
busy_cb (LegatoSessionPage *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

static void
discarded_cb (LegatoSessionPage *self, const char *uuid)
{
  self->free = TRUE;
  /* What was noted while it ran is not to come back. */
  if (uuid == NULL)
    legato_session_forget (self->session);
  g_signal_emit (self, signals[SIGNAL_DISCARDED], 0, uuid);
  if (self->closing)
    g_signal_emit (self, signals[SIGNAL_CLOSE], 0);
}

static void
legato_session_page_root (GtkWidget *widget)
{
  GtkWidget *bin = gtk_widget_get_ancestor (widget, LEGATO_TYPE_WIDTH_BIN);

  GTK_WIDGET_CLASS (legato_session_page_parent_class)->root (widget);

  /* A narrow window may be on a phone, where there is no keyboard. */
  if (bin != NULL)
    g_object_bind_property (bin, "narrow", LEGATO_SESSION_PAGE (widget)->keyboard, "visible",
                            G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
}

static void
legato_session_page_dispose (GObject *object)
{
  LegatoSessionPage *self = LEGATO_SESSION_PAGE (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  g_clear_object (&self->volume);
  g_clear_object (&self->narrator);
  g_clear_object (&self->player);
  g_clear_object (&self->context);
  g_clear_object (&self->person);
  g_clear_object (&self->full_screen);
  g_clear_pointer (&self->uuid, g_free);
  g_clear_pointer (&self->header, gtk_widget_unparent);
  g_clear_pointer ((GtkWidget **) &self->stages, gtk_widget_unparent);

  G_OBJECT_CLASS (legato_session_page_parent_class)->dispose (object);
}

static void
legato_session_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  LegatoSessionPage *self = LEGATO_SESSION_PAGE (object);

  switch (prop_id)
    {
    case PROP_RUNNING:
      g_value_set_boolean (value, legato_session_page_is_running (self));
      break;
    case PROP_BUSY:
      g_value_set_boolean (value, legato_session_page_is_busy (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
legato_session_page_class_init (LegatoSessionPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = legato_session_page_dispose;
  object_class->get_property = legato_session_page_get_property;
  widget_class->root = legato_session_page_root;

  /** LegatoSessionPage:running: a session plays or is paused */
  properties[PROP_RUNNING] = g_param_spec_boolean ("running", NULL, NULL, FALSE,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /** LegatoSessionPage:busy: what was done or said is being written */
  properties[PROP_BUSY] =
      g_param_spec_boolean ("busy", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /** LegatoSessionPage::left: the person went back without starting */
  signals[SIGNAL_LEFT] = g_signal_new ("left", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 0);

  /** LegatoSessionPage::question: legato_person_model_must_ask(), before what was to start */
  signals[SIGNAL_QUESTION] = g_signal_new ("question", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * LegatoSessionPage::saved:
   * @in_journal: the session and its ratings are in the journal, on disk; if not, they wait on disk
   *   until it opens
   */
  signals[SIGNAL_SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);

  /**
   * LegatoSessionPage::discarded:
   * @uuid: (nullable): the journal entry that was deleted and can be restored
   */
  signals[SIGNAL_DISCARDED] =
      g_signal_new ("discarded", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, G_TYPE_STRING);

  /** LegatoSessionPage::close: whoever was asked whether the window may close has said so */
  signals[SIGNAL_CLOSE] = g_signal_new ("close", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "sessionpage");
  gtk_widget_class_set_layout_manager_type (widget_class, LEGATO_TYPE_HEADER_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               LEGATO_RESOURCE_ROOT "/ui/session/session-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LegatoSessionPage, header);
  gtk_widget_class_bind_template_child (widget_class, LegatoSessionPage, title);
  gtk_widget_class_bind_template_child (widget_class, LegatoSessionPage, keyboard);
  gtk_widget_class_bind_template_child (widget_class, LegatoSessionPage, leave);
  gtk_widget_class_bind_template_child (widget_class, LegatoSessionPage, end);
  gtk_widget_class_bind_template_child (widget_class, LegatoSessionPage, full_screen_button);
  gtk_widget_class_bind_template_child (widget_class, LegatoSessionPage, stages);
  gtk_widget_class_bind_template_callback (widget_class, leave_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_title);
  gtk_widget_class_bind_template_callback (widget_class, end_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
}

static void
legato_session_page_init (LegatoSessionPage *self)
{
  g_autoptr (GSettings) settings = g_settings_new (LEGATO_APP_ID);

  self->free = TRUE;
  self->player = legato_player_new ();
  self->volume = legato_volume_new (self->player);
  g_settings_bind (settings, "timbre", self->player, "timbre", G_SETTINGS_BIND_GET);
  self->narrator = legato_narrator_new (self->player);
  g_settings_bind (settings, "voice", self->narrator, "enabled", G_SETTINGS_BIND_GET);
  g_settings_bind (settings, "voice-rate", self->narrator, "rate", G_SETTINGS_BIND_GET);
  gtk_widget_init_template (GTK_WIDGET (self));
  legato_header_layout_set_parts (
      LEGATO_HEADER_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), self->header,
      GTK_WIDGET (self->stages));
}

/* The journal opened after the session began. */
static void
journal_cb (LegatoSessionPage *self)
{
  if (self->session != NULL)
    give_journal (self);
}

static void
add_stages (LegatoSessionPage *self)
{
  self->prepare = legato_prepare_view_new (self->context);
  gtk_stack_add_named (self->stages, GTK_WIDGET (self->prepare), "prepare");
  g_signal_connect_object (self->prepare, "start", G_CALLBACK (start_cb), self, G_CONNECT_SWAPPED);

  self->play = legato_play_view_new (self->context, self->volume);
  gtk_stack_add_named (self->stages, GTK_WIDGET (self->play), "play");
  legato_play_key_controller_attach (GTK_WIDGET (self), self->stages, GTK_WIDGET (self->play));
  self->full_screen = legato_full_screen_new (GTK_WIDGET (self), self->header,
                                              self->full_screen_button, self->play);

  self->hurt = legato_hurt_view_new (self->context);
  gtk_stack_add_named (self->stages, GTK_WIDGET (self->hurt), "hurt");
  g_signal_connect_object (self->hurt, "spared", G_CALLBACK (spared_cb), self, G_CONNECT_SWAPPED);

  self->rating = legato_rating_view_new (self->context);
  gtk_stack_add_named (self->stages, GTK_WIDGET (self->rating), "rating");
  g_signal_connect_object (self->rating, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->rating, "notify::busy", G_CALLBACK (busy_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->rating, "discarded", G_CALLBACK (discarded_cb), self,
                           G_CONNECT_SWAPPED);
}

/** Returns: (transfer none): a session from its preparation to its rating */
LegatoSessionPage *
legato_session_page_new (LegatoContext *context)
{
  LegatoSessionPage *self = NULL;

  g_return_val_if_fail (LEGATO_IS_CONTEXT (context), NULL);

  self = g_object_new (LEGATO_TYPE_SESSION_PAGE, NULL);
  self->context = g_object_ref (context);
  add_stages (self);
  legato_session_page_set_person (self, legato_context_get_person (context));
  g_signal_connect_object (legato_context_get_connection (context), "notify::journal",
                           G_CALLBACK (journal_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (legato_context_get_connection (context), "notify::error",
                           G_CALLBACK (journal_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * legato_session_page_is_free:
 *
 * Returns: whether another routine may be opened: no session runs, and none waits to be rated
 */
gboolean
legato_session_page_is_free (LegatoSessionPage *self)
{
  g_return_val_if_fail (LEGATO_IS_SESSION_PAGE (self), FALSE);
  return self->free;
}

/** legato_session_page_set_person: who is massaged from the next session on; the page must be free.
 */
void
legato_session_page_set_person (LegatoSessionPage *self, LegatoPersonModel *person)
{
  g_return_if_fail (LEGATO_IS_SESSION_PAGE (self));
  g_return_if_fail (LEGATO_IS_PERSON_MODEL (person));

  g_set_object (&self->person, person);
  legato_prepare_view_set_person (self->prepare, person);
}

/**
 * legato_session_page_set_uuid:
 * @uuid: (nullable): of the entry that the next session will be
 * @leg: if it is of this leg; a person may choose otherwise
 */
void
legato_session_page_set_uuid (LegatoSessionPage *self, const char *uuid, LegatoLeg leg)
{
  g_return_if_fail (LEGATO_IS_SESSION_PAGE (self));

  g_free (self->uuid);
  self->uuid = g_strdup (uuid);
  self->uuid_leg = leg;
}

/**
 * legato_session_page_prepare:
 * @request: a routine, a zone or a goal, and the legs to begin with
 *
 * Shows what is asked for, ready to be started; the page must be free.
 */
void
legato_session_page_prepare (LegatoSessionPage *self, const LegatoRequest *request)
{
  g_return_if_fail (LEGATO_IS_SESSION_PAGE (self));
  g_return_if_fail (legato_session_page_is_free (self));

  gtk_label_set_label (self->title,
                       legato_request_get_name (request, legato_context_get_guide (self->context)));
  legato_prepare_view_set_request (self->prepare, request);
  show_stage (self, "prepare");
}

/** Returns: (transfer none) (nullable): the session that runs, or the last one */
LegatoSession *
legato_session_page_get_session (LegatoSessionPage *self)
{
  g_return_val_if_fail (LEGATO_IS_SESSION_PAGE (self), NULL);
  return self->session;
}

/** Returns: whether a session plays or is paused */
gboolean
legato_session_page_is_running (LegatoSessionPage *self)
{
  g_return_val_if_fail (LEGATO_IS_SESSION_PAGE (self), FALSE);
  return self->session != NULL && legato_session_is_running (self->session);
}

/** Returns: whether the session has ended because whoever uses it said so when asked */
gboolean
legato_session_page_is_left (LegatoSessionPage *self)
{
  g_return_val_if_fail (LEGATO_IS_SESSION_PAGE (self), FALSE);
  return self->left && !legato_session_page_is_running (self);
}

/** Returns: whether what was done or said is being written */
gboolean
legato_session_page_is_busy (LegatoSessionPage *self)
{
  g_return_val_if_fail (LEGATO_IS_SESSION_PAGE (self), FALSE);
  return legato_rating_view_is_busy (self->rating);
}

/** Returns: (transfer none) (nullable): why what was said last is lost when the program ends */
const GError *
legato_session_page_get_unsaved (LegatoSessionPage *self)
{
  g_return_val_if_fail (LEGATO_IS_SESSION_PAGE (self), NULL);
  return self->free ? NULL : legato_rating_view_get_error (self->rating);
}

/**
 * legato_session_page_stop:
 *
 * Stops a running session; what was done, and what was said of it so far, goes into the journal.
 * When the page is no longer busy, legato_session_page_get_unsaved() tells what came of it.
 */
void
legato_session_page_stop (LegatoSessionPage *self)
{
  g_return_if_fail (LEGATO_IS_SESSION_PAGE (self));

  if (legato_session_page_is_running (self))
    legato_session_stop (self->session);
  if (!self->free)
    legato_rating_view_save (self->rating);
}

/**
 * legato_session_page_may_close:
 *
 * Returns: whether the window may close at once, as nothing has been done yet that can be kept. If
 *   not, it is asked what is to become of the session, and #LegatoSessionPage::close follows unless
 *   it is to go on
 */
gboolean
legato_session_page_may_close (LegatoSessionPage *self)
{
  g_return_val_if_fail (LEGATO_IS_SESSION_PAGE (self), TRUE);

  if (!legato_session_page_is_running (self)
      || legato_session_get_done (self->session) < LEGATO_SESSION_LEAST_DONE)
    return TRUE;
  ask_to_leave (self, TRUE);
  return FALSE;
}

/**
 * legato_session_page_continue:
 * @running: a session that was cut off
 *
 * Goes on with it at once; the page must be free and shown.
 *
 * Returns: %FALSE with @error set if it cannot go on
 */
gboolean
legato_session_page_continue (LegatoSessionPage *self, const LegatoRunning *running, GError **error)
{
  g_autoptr (LegatoEntry) entry = NULL;
  g_autofree char *title = NULL;
  LegatoGuide *guide = NULL;
  LegatoSession *session = NULL;
  LegatoPerson person;

  g_return_val_if_fail (LEGATO_IS_SESSION_PAGE (self), FALSE);
  g_return_val_if_fail (legato_session_page_is_free (self), FALSE);

  guide = legato_context_get_guide (self->context);
  legato_person_model_make_person_for (self->person, running->uuid, &person);
  session = legato_session_new_from_running (guide, running, &person,
                                             LEGATO_TRANSPORT (self->player), error);
  if (session == NULL)
    return FALSE;
  if (!legato_person_model_may_continue (self->person, legato_session_get_plan (session),
                                         running->uuid, error))
    {
      g_object_unref (session);
      return FALSE;
    }
  entry = legato_session_make_entry (session);
  title = legato_entry_words_dup_title (entry, guide);
  gtk_label_set_label (self->title, title);
  begin (self, session);
  return TRUE;
}
