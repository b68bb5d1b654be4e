/* legato-play-view.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-access.h"
#include "legato-announcer.h"
#include "legato-fit-bin.h"
#include "legato-instruction.h"
#include "legato-map-settings.h"
#include "legato-play-keys.h"
#include "legato-play-layout.h"
#include "legato-play-view.h"
#include "legato-position-picture.h"
#include "legato-step-announcer.h"
#include "legato-step-dial.h"
#include "legato-step-progress.h"
#include "legato-step-words.h"
#include "legato-tuning-panel.h"

/* What moves within a second, as a breath does, is shown so often. Whole seconds are shown when
 * they change, or so much later, as a timer may come too early for the sound's clock. */
#define CLOCK_INTERVAL_MS 200
#define CLOCK_LATE_MS 15

/* Long enough to be read from the sofa, then the picture is free again. */
#define MESSAGE_S 12

/* Shorter for what a key has just changed, which takes but a glance. */
#define CHANGE_S 3

struct _LegatoPlayView
{
  GtkWidget parent_instance;

  /* Template widgets */
  LegatoPlayLayout *layout;
  LegatoLegMap *map;
  GtkWidget *place_bin;
  GtkLabel *place;
  GtkWidget *technique_bin;
  GtkLabel *technique;
  LegatoStepDial *dial;
  LegatoPositionPicture *position;
  GtkWidget *caption_bin;
  GtkLabel *caption;
  GtkWidget *next_bin;
  GtkLabel *next;
  LegatoStepProgress *progress;
  GtkWidget *transport;
  GtkWidget *pause;
  GtkWidget *skip;
  GtkWidget *hurt;
  GtkButton *tune;
  GtkWidget *tuning_sheet;
  LegatoTuningPanel *tuning;
  GtkRevealer *message_revealer;
  GtkLabel *message;

  /* Owned references */
  LegatoSession *session;
  LegatoVolume *volume;
  LegatoAnnouncer *announcer;
  LegatoStepAnnouncer *steps;
  GSignalGroup *session_signals;
  GSignalGroup *player_signals;
  GSignalGroup *volume_signals;
  GPtrArray *pages; /* (nullable) (element-type utf8): what is told of the step */

  guint clock_id;
  guint message_id;
};

G_DEFINE_FINAL_TYPE (LegatoPlayView, legato_play_view, GTK_TYPE_WIDGET)

static gint64
map_position_cb (LegatoLegMap *map, gint64 time_us, gpointer data)
{
  LegatoPlayView *self = data;

  return self->session != NULL ? legato_session_get_position_at (self->session, time_us) : 0;
}

/* A label that says the same as before lays nothing out anew. */
static void
set_label (GtkLabel *label, const char *text)
{
  if (!g_str_equal (gtk_label_get_label (label), text))
    gtk_label_set_label (label, text);
}

/* What is told of a step changes a few times while it begins, and then stays. */
static void
show_page (LegatoPlayView *self, gint64 elapsed, gint64 length)
{
  if (self->pages != NULL)
    set_label (self->caption, legato_step_words_find_page (self->pages, elapsed, length));
}

/* Shows what the time is. Returns: after how many milliseconds there is something new to show */
static guint
show_clock (LegatoPlayView *self)
{
  LegatoTimeline *timeline = legato_session_get_timeline (self->session);
  gint64 position = legato_session_get_position (self->session);
  gint64 onset = 0;
  gint64 length = legato_timeline_get_lead_in (timeline);
  int step = legato_timeline_find_step (timeline, position);
  gboolean resting = legato_session_get_state (self->session) == LEGATO_SESSION_RESTING;
  double breath = -1.0;

  if (resting)
    {
      length = (gint64) legato_session_get_rest (self->session) * LEGATO_SECOND;
      position = length - (gint64) legato_session_get_rest_left (self->session) * LEGATO_SECOND;
    }
  else
    {
      if (step >= 0)
        {
          onset = legato_timeline_get_step_onset (timeline, (guint) step);
          length = legato_timeline_get_step_length (timeline, (guint) step);
        }
      legato_step_progress_set_position (self->progress, position);
      show_page (self, position - onset, length);
    }
  if (!resting && step >= 0)
    breath = legato_timeline_get_breath (timeline, position);
  legato_step_dial_set_breath (self->dial, breath);
  legato_step_dial_set_time (self->dial, onset + length - position, length, step < 0 && !resting);
  if (resting || breath >= 0.0 || position >= onset + length)
    return CLOCK_INTERVAL_MS;
  return CLOCK_LATE_MS
         + (guint) ((onset + length - position) % LEGATO_SECOND / 10000
                    / legato_session_get_tempo (self->session));
}

static gboolean
clock_cb (gpointer data)
{
  LegatoPlayView *self = data;

  self->clock_id = g_timeout_add (show_clock (self), clock_cb, self);
  return G_SOURCE_REMOVE;
}

/* After a jump whole seconds change at another time. */
static void
set_clock (LegatoPlayView *self)
{
  guint wait_ms = show_clock (self);

  if (self->clock_id == 0)
    return;
  g_source_remove (self->clock_id);
  self->clock_id = g_timeout_add (wait_ms, clock_cb, self);
}

static void
reveal_message (LegatoPlayView *self, gboolean shown)
{
  legato_play_layout_set_message_shown (self->layout, shown);
  gtk_revealer_set_reveal_child (self->message_revealer, shown);
}

static void
hide_message (LegatoPlayView *self)
{
  g_clear_handle_id (&self->message_id, g_source_remove);
  reveal_message (self, FALSE);
}

static gboolean
message_over_cb (gpointer data)
{
  LegatoPlayView *self = data;

  self->message_id = 0;
  hide_message (self);
  return G_SOURCE_REMOVE;
}

/* A quiet check on each place whose last working step lies behind and was not skipped; glides pass
 * over the whole leg and do not count. */
static void
show_done (LegatoPlayView *self, LegatoPlan *plan, int step)
{
  for (guint i = 0; i < legato_plan_get_n_steps (plan); i++)
    {
      const LegatoStep *other = legato_plan_get_step (plan, i);
      gboolean done =
          (int) i < step
          && legato_session_get_step_done (self->session, i) >= other->seconds * LEGATO_SECOND / 2;

      for (guint z = 0; z < other->zones->len && other->phase == LEGATO_PHASE_WORK; z++)
        legato_leg_map_set_done (self->map, other->leg, g_ptr_array_index (other->zones, z), done);
    }
}

static void
show_words (LegatoPlayView *self,
            const char *title,
            const char *place,
            const char *technique,
            const char *caption,
            const char *next)
{
  set_label (self->place, place);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->place), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);
  set_label (self->technique, technique);
  if (self->pages == NULL)
    set_label (self->caption, caption);
  set_label (self->next, next);
}

static void
show_rest (LegatoPlayView *self)
{
  LegatoTimeline *timeline = legato_session_get_timeline (self->session);
  LegatoPlan *plan = legato_session_get_plan (self->session);
  const LegatoTechnique *raised = legato_guide_find_breathing (legato_plan_get_guide (plan), TRUE);

  g_clear_pointer (&self->pages, g_ptr_array_unref);
  legato_position_picture_set_position (self->position, raised->position);
  legato_leg_map_set_timeline (self->map, NULL);
  legato_step_progress_set_position (self->progress, legato_timeline_get_duration (timeline));
  show_words (self, _ ("Rest"), _ ("Rest"), _ ("Legs raised"),
              _ ("Leave your legs up for a while, and breathe calmly."),
              _ ("Skip when you have rested enough."));
  legato_step_announcer_say_step (self->steps, LEGATO_STEP_ANNOUNCER_REST, LEGATO_LEG_BOTH,
                                  _ ("Rest"),
                                  _ ("Leave your legs up for a while, and breathe calmly."));
  set_clock (self);
}

static void
show_step (LegatoPlayView *self)
{
  LegatoPlan *plan = legato_session_get_plan (self->session);
  int index = legato_session_get_step (self->session);
  guint shown = (guint) MAX (index, 0);
  const LegatoStep *step = legato_plan_get_step (plan, shown);
  g_autofree char *title = legato_step_dup_title (step);
  const char *place = legato_step_get_place (step);
  g_autofree char *caption = NULL;
  g_autofree char *next = NULL;
  LegatoInstruction instruction;

  if (legato_session_get_state (self->session) == LEGATO_SESSION_RESTING)
    {
      show_rest (self);
      return;
    }

  legato_instruction_read (&instruction, plan, shown);
  legato_position_picture_set_position (self->position, instruction.position);
  g_clear_pointer (&self->pages, g_ptr_array_unref);
  if (index < 0)
    caption = legato_step_words_dup_start (plan);
  else
    {
      /* A screen reader says all of it at once; the window shows it page by page. */
      self->pages = legato_step_words_list_pages (plan, shown);
      caption = legato_step_words_dup_told (plan, shown);
    }
  if (shown + 1 < legato_plan_get_n_steps (plan))
    next = legato_step_words_dup_next (plan, shown + 1);
  else
    next = g_strdup (_ ("This is the last step."));
  show_words (self, title, place != NULL ? place : title,
              place != NULL ? step->technique->name : "", caption, next);
  legato_step_announcer_say_step (self->steps, index, step->leg, title, caption);

  legato_tuning_panel_set_step_length (self->tuning, index < 0 ? 0 : step->seconds);
  show_done (self, plan, index);
  legato_leg_map_set_view (self->map, legato_leg_map_view_for_step (self->map, step));
  legato_leg_map_update_position (self->map);
  set_clock (self);
}

static void
show_state (LegatoPlayView *self)
{
  LegatoSessionState state = legato_session_get_state (self->session);
  gboolean moving = state == LEGATO_SESSION_COUNTDOWN || state == LEGATO_SESSION_PLAYING;
  gboolean paused = state == LEGATO_SESSION_PAUSED;
  const char *label = paused ? _ ("Go on") : _ ("Pause");
  const char *tooltip = paused ? _ ("Go on (Space)") : _ ("Pause (Space)");
  const char *const steps_only[] = { "play.toggle",  "play.back",   "play.slower", "play.faster",
                                     "play.shorter", "play.longer", NULL };

  legato_access_set_icon (GTK_BUTTON (self->pause), paused ? "media-playback-start-symbolic"
                                                           : "media-playback-pause-symbolic");
  legato_access_set_name (self->pause, label, tooltip);
  legato_step_dial_set_dimmed (self->dial, paused);
  /* The focus moves first: from a button that is made insensitive keys would go nowhere. */
  if (state == LEGATO_SESSION_RESTING)
    gtk_widget_grab_focus (self->skip);
  for (gsize i = 0; steps_only[i] != NULL; i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), steps_only[i],
                                   state != LEGATO_SESSION_RESTING);

  legato_leg_map_set_playing (self->map, moving);
  if ((moving || state == LEGATO_SESSION_RESTING) && self->clock_id == 0)
    self->clock_id = g_timeout_add (CLOCK_INTERVAL_MS, clock_cb, self);
  else if (!moving && state != LEGATO_SESSION_RESTING)
    g_clear_handle_id (&self->clock_id, g_source_remove);

  show_step (self);
  if (paused || moving)
    legato_step_announcer_say_pause (self->steps, paused);
}

/* Another plan under way: a step has another length, or a place is spared. */
static void
show_timeline (LegatoPlayView *self)
{
  LegatoTimeline *timeline = legato_session_get_timeline (self->session);

  legato_leg_map_set_timeline (self->map, timeline);
  legato_step_progress_set_timeline (self->progress, timeline);
  show_step (self);
}

static void
show_tempo (LegatoPlayView *self)
{
  guint tempo = legato_session_get_tempo (self->session);
  /* Translators: how fast the session runs, in per cent of the usual */
  g_autofree char *text = g_strdup_printf (_ ("Speed %u %%"), tempo);

  legato_tuning_panel_set_tempo (self->tuning, tempo);
  legato_announcer_say (self->announcer, text);
}

static void
show_halfway (LegatoPlayView *self)
{
  legato_announcer_say (self->announcer, _ ("Half of it is done."));
}

static void
show_last_ten (LegatoPlayView *self)
{
  legato_announcer_say (self->announcer, _ ("Last ten seconds"));
}

static void
show_volume (LegatoPlayView *self)
{
  guint percent = legato_volume_get_percent (self->volume);
  gboolean muted = legato_volume_get_muted (self->volume);

  legato_tuning_panel_set_volume (self->tuning, percent, muted);
  /* The icon shows all the time that the sound is off. */
  legato_access_set_icon (self->tune,
                          muted ? "audio-volume-muted-symbolic" : "legato-tuning-symbolic");
}

/* Beside the controls, not over them, for so many seconds. */
static void
say (LegatoPlayView *self, const char *text, guint seconds)
{
  g_clear_handle_id (&self->message_id, g_source_remove);
  gtk_label_set_label (self->message, text);
  reveal_message (self, TRUE);
  legato_announcer_say (self->announcer, text);
  self->message_id = g_timeout_add_seconds (seconds, message_over_cb, self);
}

static void
show_silent (LegatoPlayView *self)
{
  LegatoPlayer *player = legato_session_get_player (self->session);

  if (legato_player_get_silent (player))
    legato_play_view_show_message (
        self, _ ("No sound device was found. The session runs silently: follow the picture."));
  else
    hide_message (self);
}

static void
change_volume (LegatoPlayView *self, int steps)
{
  g_autofree char *text = NULL;

  if (steps != 0)
    legato_volume_change (self->volume, steps);
  else
    legato_volume_toggle_muted (self->volume);
  text = legato_volume_dup_words (self->volume);
  say (self, text, CHANGE_S);
}

/* Says how long the step is now, as only the open panel shows it. */
static void
tell_length (LegatoPlayView *self)
{
  int step = legato_session_get_step (self->session);
  guint seconds = 0;
  g_autofree char *text = NULL;

  if (step < 0)
    return;
  seconds = legato_plan_get_step (legato_session_get_plan (self->session), (guint) step)->seconds;
  text = g_strdup_printf (ngettext ("%u second", "%u seconds", seconds), seconds);
  legato_announcer_say (self->announcer, text);
}

/* Skipping the last step or stopping ends the session, and the page takes it away from here. */
static void
run_command (LegatoPlayView *self, LegatoPlayCommand command)
{
  g_autoptr (GError) error = NULL;

  if (self->session == NULL)
    return;

  switch (command)
    {
    case LEGATO_PLAY_COMMAND_QUIETER:
      change_volume (self, -1);
      break;
    case LEGATO_PLAY_COMMAND_LOUDER:
      change_volume (self, 1);
      break;
    case LEGATO_PLAY_COMMAND_MUTE:
      change_volume (self, 0);
      break;
    case LEGATO_PLAY_COMMAND_TUNE:
      gtk_widget_set_visible (self->tuning_sheet, !gtk_widget_get_visible (self->tuning_sheet));
      break;
    case LEGATO_PLAY_COMMAND_WHOLE:
      gtk_widget_activate_action (GTK_WIDGET (self->map), "map.near", NULL);
      break;
    default:
      if (!legato_play_command_run (command, self->session, &error))
        legato_play_view_show_message (self, error->message);
      else if (command == LEGATO_PLAY_COMMAND_LONGER || command == LEGATO_PLAY_COMMAND_SHORTER)
        tell_length (self);
      break;
    }
}

static void
command_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  run_command (LEGATO_PLAY_VIEW (widget), legato_play_command_from_action (name));
}

static void
legato_play_view_dispose (GObject *object)
{
  LegatoPlayView *self = LEGATO_PLAY_VIEW (object);
  GtkWidget *child = NULL;

  g_clear_handle_id (&self->clock_id, g_source_remove);
  g_clear_handle_id (&self->message_id, g_source_remove);
  if (self->map != NULL)
    legato_leg_map_set_position_func (self->map, NULL, NULL, NULL);
  self->map = NULL;
  g_clear_object (&self->session_signals);
  g_clear_object (&self->player_signals);
  g_clear_object (&self->volume_signals);
  g_clear_object (&self->session);
  g_clear_object (&self->volume);
  g_clear_pointer (&self->steps, legato_step_announcer_free);
  g_clear_object (&self->announcer);
  g_clear_pointer (&self->pages, g_ptr_array_unref);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (legato_play_view_parent_class)->dispose (object);
}

static void
legato_play_view_class_init (LegatoPlayViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = legato_play_view_dispose;

  g_type_ensure (LEGATO_TYPE_FIT_BIN);
  g_type_ensure (LEGATO_TYPE_LEG_MAP);
  g_type_ensure (LEGATO_TYPE_PLAY_LAYOUT);
  g_type_ensure (LEGATO_TYPE_POSITION_PICTURE);
  g_type_ensure (LEGATO_TYPE_STEP_DIAL);
  g_type_ensure (LEGATO_TYPE_STEP_PROGRESS);
  g_type_ensure (LEGATO_TYPE_TUNING_PANEL);
  for (int i = LEGATO_PLAY_COMMAND_NONE + 1; i < LEGATO_PLAY_N_COMMANDS; i++)
    gtk_widget_class_install_action (
        widget_class, legato_play_command_get_action ((LegatoPlayCommand) i), NULL, command_action);

  gtk_widget_class_set_css_name (widget_class, "playview");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               LEGATO_RESOURCE_ROOT "/ui/session/play-view.ui");
  gtk_widget_class_bind_template_child (widget_class, LegatoPlayView, layout);
  gtk_widget_class_bind_template_child (widget_class, LegatoPlayView, map);
  gtk_widget_class_bind_template_child (widget_class, LegatoPlayView, place_bin);
  gtk_widget_class_bind_template_child (widget_class, LegatoPlayView, place);
  gtk_widget_class_bind_template_child (widget_class, LegatoPlayView, technique_bin);
  gtk_widget_class_bind_template_child (widget_class, LegatoPlayView, technique);
  gtk_widget_class_bind_template_child (widget_class, LegatoPlayView, dial);
  gtk_widget_class_bind_template_child (widget_class, LegatoPlayView, position);
  gtk_widget_class_bind_template_child (widget_class, LegatoPlayView, caption_bin);
  gtk_widget_class_bind_template_child (widget_class, LegatoPlayView, caption);
  gtk_widget_class_bind_template_child (widget_class, LegatoPlayView, next_bin);
  gtk_widget_class_bind_template_child (widget_class, LegatoPlayView, next);
  gtk_widget_class_bind_template_child (widget_class, LegatoPlayView, progress);
  gtk_widget_class_bind_template_child (widget_class, LegatoPlayView, transport);
  gtk_widget_class_bind_template_child (widget_class, LegatoPlayView, pause);
  gtk_widget_class_bind_template_child (widget_class, LegatoPlayView, skip);
  gtk_widget_class_bind_template_child (widget_class, LegatoPlayView, hurt);
  gtk_widget_class_bind_template_child (widget_class, LegatoPlayView, tune);
  gtk_widget_class_bind_template_child (widget_class, LegatoPlayView, tuning_sheet);
  gtk_widget_class_bind_template_child (widget_class, LegatoPlayView, tuning);
  gtk_widget_class_bind_template_child (widget_class, LegatoPlayView, message_revealer);
  gtk_widget_class_bind_template_child (widget_class, LegatoPlayView, message);
}

static void
place_parts (LegatoPlayView *self)
{
  GtkWidget *const parts[LEGATO_PLAY_N_PARTS] = {
    [LEGATO_PLAY_MAP] = GTK_WIDGET (self->map),
    [LEGATO_PLAY_PLACE] = self->place_bin,
    [LEGATO_PLAY_TECHNIQUE] = self->technique_bin,
    [LEGATO_PLAY_DIAL] = GTK_WIDGET (self->dial),
    [LEGATO_PLAY_POSITION] = GTK_WIDGET (self->position),
    [LEGATO_PLAY_CAPTION] = self->caption_bin,
    [LEGATO_PLAY_NEXT] = self->next_bin,
    [LEGATO_PLAY_PROGRESS] = GTK_WIDGET (self->progress),
    [LEGATO_PLAY_TRANSPORT] = self->transport,
    [LEGATO_PLAY_HURT] = self->hurt,
    [LEGATO_PLAY_MESSAGE] = GTK_WIDGET (self->message_revealer),
    [LEGATO_PLAY_TUNING] = self->tuning_sheet,
  };

  for (guint i = 0; i < LEGATO_PLAY_N_PARTS; i++)
    legato_play_layout_set_part (self->layout, (LegatoPlayPart) i, parts[i]);
}

/* Also sets all widgets within @widget: an icon on a button would mirror by itself. */
static void
keep_from_left (GtkWidget *widget)
{
  gtk_widget_set_direction (widget, GTK_TEXT_DIR_LTR);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    keep_from_left (child);
}

static void
legato_play_view_init (LegatoPlayView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  place_parts (self);
  self->announcer = legato_announcer_new (GTK_WIDGET (self));
  self->steps = legato_step_announcer_new (self->announcer);

  /* As on any player: back is on the left, also where text runs from the right, and so the arrow
   * keys point where the buttons are. */
  keep_from_left (self->transport);

  self->session_signals = g_signal_group_new (LEGATO_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify::state", G_CALLBACK (show_state),
                                  self);
  g_signal_group_connect_swapped (self->session_signals, "notify::step", G_CALLBACK (show_step),
                                  self);
  /* Be it by another program, and while nothing moves. */
  g_signal_group_connect_swapped (self->session_signals, "seeked", G_CALLBACK (show_step), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::timeline",
                                  G_CALLBACK (show_timeline), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::tempo", G_CALLBACK (show_tempo),
                                  self);
  g_signal_group_connect_swapped (self->session_signals, "halfway", G_CALLBACK (show_halfway),
                                  self);
  g_signal_group_connect_swapped (self->session_signals, "last-ten", G_CALLBACK (show_last_ten),
                                  self);
  self->player_signals = g_signal_group_new (LEGATO_TYPE_PLAYER);
  g_signal_group_connect_swapped (self->player_signals, "notify::silent", G_CALLBACK (show_silent),
                                  self);
  self->volume_signals = g_signal_group_new (LEGATO_TYPE_VOLUME);
  g_signal_group_connect_swapped (self->volume_signals, "changed", G_CALLBACK (show_volume), self);

  legato_map_settings_follow (self->map);
  legato_leg_map_set_position_func (self->map, map_position_cb, self, NULL);
}

/** Returns: (transfer none): a session while it runs; @volume makes it louder and quieter */
LegatoPlayView *
legato_play_view_new (LegatoContext *context, LegatoVolume *volume)
{
  LegatoPlayView *self = NULL;

  g_return_val_if_fail (LEGATO_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (LEGATO_IS_VOLUME (volume), NULL);

  self = g_object_new (LEGATO_TYPE_PLAY_VIEW, NULL);
  legato_leg_map_set_views (self->map, legato_context_get_views (context));
  self->volume = g_object_ref (volume);
  g_signal_group_set_target (self->volume_signals, volume);
  show_volume (self);
  return self;
}

/** legato_play_view_set_session: shows and controls @session; (nullable) */
void
legato_play_view_set_session (LegatoPlayView *self, LegatoSession *session)
{
  g_return_if_fail (LEGATO_IS_PLAY_VIEW (self));

  g_set_object (&self->session, session);
  legato_step_announcer_clear (self->steps);
  hide_message (self);
  gtk_widget_set_visible (self->tuning_sheet, FALSE);
  g_signal_group_set_target (self->session_signals, session);
  g_signal_group_set_target (self->player_signals,
                             session != NULL ? legato_session_get_player (session) : NULL);
  if (session != NULL)
    {
      legato_leg_map_set_timeline (self->map, legato_session_get_timeline (session));
      legato_step_progress_set_timeline (self->progress, legato_session_get_timeline (session));
      legato_tuning_panel_set_tempo (self->tuning, legato_session_get_tempo (session));
      show_state (self);
      show_silent (self);
    }
  else
    {
      g_clear_handle_id (&self->clock_id, g_source_remove);
      legato_leg_map_set_playing (self->map, FALSE);
      legato_leg_map_set_timeline (self->map, NULL);
      legato_leg_map_clear_marks (self->map);
      legato_step_progress_set_timeline (self->progress, NULL);
    }
}

/** legato_play_view_show_message: says something for a while, beside the controls, not over them */
void
legato_play_view_show_message (LegatoPlayView *self, const char *text)
{
  g_return_if_fail (LEGATO_IS_PLAY_VIEW (self));
  g_return_if_fail (text != NULL);

  say (self, text, MESSAGE_S);
}

/** legato_play_view_set_covered: @covered: pixels at the top over which something else lies */
void
legato_play_view_set_covered (LegatoPlayView *self, int covered)
{
  g_return_if_fail (LEGATO_IS_PLAY_VIEW (self));
  legato_play_layout_set_covered (self->layout, covered);
}

/** legato_play_view_spare: hatches a place that hurt, and that the session leaves out from here on
 */
void
legato_play_view_spare (LegatoPlayView *self, LegatoLeg leg, const LegatoZone *zone)
{
  g_return_if_fail (LEGATO_IS_PLAY_VIEW (self));
  g_return_if_fail (zone != NULL);

  for (int side = LEGATO_LEG_LEFT; side <= LEGATO_LEG_RIGHT; side++)
    if (leg == LEGATO_LEG_BOTH || (int) leg == side)
      legato_leg_map_set_blocked (self->map, (LegatoLeg) side, zone, TRUE);
}

/** legato_play_view_set_controls_usable: whether they take clicks; "Stop, it hurts" always does */
void
legato_play_view_set_controls_usable (LegatoPlayView *self, gboolean usable)
{
  g_return_if_fail (LEGATO_IS_PLAY_VIEW (self));
  gtk_widget_set_can_target (self->transport, usable);
}

/** legato_play_view_focus: puts the focus on Pause, the control that is wanted in a hurry. */
void
legato_play_view_focus (LegatoPlayView *self)
{
  g_return_if_fail (LEGATO_IS_PLAY_VIEW (self));
  gtk_widget_grab_focus (self->pause);
}
