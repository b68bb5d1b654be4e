/* legato-session-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "legato-leg-map.h"
#include "legato-play-view.h"
#include "legato-prepare-view.h"
#include "legato-rating-view.h"
#include "legato-session-page.h"

/* Who stops sooner than this after the countdown has not massaged: there is nothing to remember. */
#define LEAST_DONE (5 * LEGATO_SECOND)

struct _LegatoSessionPage
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkWidget *content;
  AdwWindowTitle *title;
  GtkWidget *leave;
  GtkStack *stages;
  LegatoPrepareView *prepare;
  LegatoPlayView *play;
  LegatoRatingView *rating;

  /* Owned references */
  LegatoPlayer *player;
  LegatoSession *session;

  gboolean free;
};

enum
{
  PROP_0,
  PROP_RUNNING,
  N_PROPS
};

enum
{
  SIGNAL_LEFT,
  SIGNAL_SAVED,
  SIGNAL_DISCARDED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LegatoSessionPage, legato_session_page, GTK_TYPE_WIDGET)

static void
show_stage (LegatoSessionPage *self, const char *name)
{
  gtk_stack_set_visible_child_name (self->stages, name);

  /* After a session there is Save and Don't Keep; leaving by the way is for before. */
  self->free = g_str_equal (name, "prepare");
  gtk_widget_set_visible (self->leave, self->free);
  if (g_str_equal (name, "prepare"))
    legato_prepare_view_focus (self->prepare);
  else if (g_str_equal (name, "play"))
    legato_play_view_focus (self->play);
  else
    legato_rating_view_focus (self->rating);
}

static void
session_state_cb (LegatoSessionPage *self)
{
  if (legato_session_get_state (self->session) == LEGATO_SESSION_FINISHED)
    {
      if (legato_session_get_done (self->session) >= LEAST_DONE
          || legato_session_get_error (self->session) != NULL)
        {
          legato_rating_view_set_session (self->rating, self->session);
          show_stage (self, "rating");
        }
      else
        show_stage (self, "prepare");
      legato_play_view_set_session (self->play, NULL);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RUNNING]);
}

static void
start_cb (LegatoSessionPage *self, LegatoPlan *plan)
{
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_func (self->session, session_state_cb, self);
  g_clear_object (&self->session);

  self->session = legato_session_new (plan, self->player);
  g_signal_connect_object (self->session, "notify::state", G_CALLBACK (session_state_cb), self,
                           G_CONNECT_SWAPPED);
  legato_play_view_set_session (self->play, self->session);
  show_stage (self, "play");
  legato_session_start (self->session);
}

static void
leave_cb (LegatoSessionPage *self)
{
  if (gtk_widget_get_visible (self->leave))
    g_signal_emit (self, signals[SIGNAL_LEFT], 0);
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  leave_cb (LEGATO_SESSION_PAGE (widget));
  return GDK_EVENT_STOP;
}

static void
saved_cb (LegatoSessionPage *self)
{
  self->free = TRUE;
  g_signal_emit (self, signals[SIGNAL_SAVED], 0);
}

static void
discarded_cb (LegatoSessionPage *self, const char *uuid)
{
  self->free = TRUE;
  g_signal_emit (self, signals[SIGNAL_DISCARDED], 0, uuid);
}

static void
legato_session_page_dispose (GObject *object)
{
  LegatoSessionPage *self = LEGATO_SESSION_PAGE (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_func (self->session, session_state_cb, self);
  g_clear_object (&self->session);
  g_clear_object (&self->player);
  g_clear_pointer (&self->content, gtk_widget_unparent);

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

  /** LegatoSessionPage:running: a session plays or is paused */
  properties[PROP_RUNNING] = g_param_spec_boolean ("running", NULL, NULL, FALSE,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /** LegatoSessionPage::left: the person went back without starting */
  signals[SIGNAL_LEFT] = g_signal_new ("left", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 0);

  /** LegatoSessionPage::saved: the session and its ratings are in the journal, on disk */
  signals[SIGNAL_SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * LegatoSessionPage::discarded:
   * @uuid: (nullable): the journal entry that was deleted and can be restored
   */
  signals[SIGNAL_DISCARDED] =
      g_signal_new ("discarded", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (LEGATO_TYPE_PREPARE_VIEW);
  g_type_ensure (LEGATO_TYPE_PLAY_VIEW);
  g_type_ensure (LEGATO_TYPE_RATING_VIEW);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               LEGATO_RESOURCE_ROOT "/ui/session-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LegatoSessionPage, content);
  gtk_widget_class_bind_template_child (widget_class, LegatoSessionPage, title);
  gtk_widget_class_bind_template_child (widget_class, LegatoSessionPage, leave);
  gtk_widget_class_bind_template_child (widget_class, LegatoSessionPage, stages);
  gtk_widget_class_bind_template_child (widget_class, LegatoSessionPage, prepare);
  gtk_widget_class_bind_template_child (widget_class, LegatoSessionPage, play);
  gtk_widget_class_bind_template_child (widget_class, LegatoSessionPage, rating);
  gtk_widget_class_bind_template_callback (widget_class, leave_cb);
  gtk_widget_class_bind_template_callback (widget_class, start_cb);
  gtk_widget_class_bind_template_callback (widget_class, saved_cb);
  gtk_widget_class_bind_template_callback (widget_class, discarded_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
}

static void
legato_session_page_init (LegatoSessionPage *self)
{
  g_autoptr (GSettings) settings = g_settings_new (LEGATO_APP_ID);

  self->free = TRUE;
  self->player = legato_player_new ();
  g_settings_bind (settings, "volume", self->player, "volume", G_SETTINGS_BIND_GET);
  g_settings_bind (settings, "timbre", self->player, "timbre", G_SETTINGS_BIND_GET);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** legato_session_page_set_guide: to be called once. */
void
legato_session_page_set_guide (LegatoSessionPage *self, LegatoGuide *guide)
{
  g_return_if_fail (LEGATO_IS_SESSION_PAGE (self));

  legato_prepare_view_set_guide (self->prepare, guide);
  legato_play_view_set_guide (self->play, guide);
}

/** legato_session_page_set_journal: where sessions are remembered, as soon as it is open. */
void
legato_session_page_set_journal (LegatoSessionPage *self, LegatoJournal *journal)
{
  g_return_if_fail (LEGATO_IS_SESSION_PAGE (self));
  legato_rating_view_set_journal (self->rating, journal);
}

/** legato_session_page_set_person: for whom sessions are planned; to be called once. */
void
legato_session_page_set_person (LegatoSessionPage *self, LegatoPersonModel *person)
{
  g_return_if_fail (LEGATO_IS_SESSION_PAGE (self));

  legato_prepare_view_set_person (self->prepare, person);
  legato_rating_view_set_person (self->rating, person);
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

/**
 * legato_session_page_prepare:
 * @request: a routine or a zone, and the legs to begin with
 *
 * Shows what is asked for, ready to be started; the page must be free.
 */
void
legato_session_page_prepare (LegatoSessionPage *self, const LegatoRequest *request)
{
  g_return_if_fail (LEGATO_IS_SESSION_PAGE (self));
  g_return_if_fail (legato_session_page_is_free (self));

  adw_window_title_set_title (self->title, request->routine != NULL ? request->routine->name
                                                                    : request->zone->name);
  legato_prepare_view_set_request (self->prepare, request);
  show_stage (self, "prepare");
}

/** Returns: whether a session plays or is paused */
gboolean
legato_session_page_is_running (LegatoSessionPage *self)
{
  g_return_val_if_fail (LEGATO_IS_SESSION_PAGE (self), FALSE);
  return self->session != NULL && legato_session_is_running (self->session);
}

/**
 * legato_session_page_stop:
 *
 * Stops a running session; what was done, and what was said of it so far, goes into the journal.
 */
void
legato_session_page_stop (LegatoSessionPage *self)
{
  g_return_if_fail (LEGATO_IS_SESSION_PAGE (self));

  if (legato_session_page_is_running (self))
    legato_session_stop (self->session);
  else if (!self->free)
    legato_rating_view_save (self->rating);
}
