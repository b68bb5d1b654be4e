/* legato-play-view.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-map-look.h"
#include "legato-play-view.h"
#include "legato-words.h"

/* Seconds are shown: a fifth of one late is not seen, and costs five wake-ups a second. */
#define CLOCK_INTERVAL_MS 200

struct _LegatoPlayView
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkWidget *content;
  GtkRevealer *silent_revealer;
  LegatoLegMap *map;
  GtkLabel *countdown;
  GtkLabel *title;
  GtkLabel *hint;
  GtkProgressBar *progress;
  GtkLabel *step_left;
  GtkLabel *all_left;
  GtkLabel *next;
  GtkWidget *transport;
  GtkWidget *back;
  GtkWidget *pause;
  GtkWidget *skip;
  GtkWidget *stop;

  /* Owned references */
  LegatoSession *session;
  GSignalGroup *session_signals;
  GSignalGroup *player_signals;

  guint clock_id;
  guint held_key; /* keyval that is down; 0 for none */
};

G_DEFINE_FINAL_TYPE (LegatoPlayView, legato_play_view, GTK_TYPE_WIDGET)

static gint64
map_position_cb (LegatoLegMap *map, gint64 time_us, gpointer data)
{
  LegatoPlayView *self = data;

  return self->session != NULL ? legato_session_get_position_at (self->session, time_us) : 0;
}

/* Seconds are counted down as people do: the last one is "1", not "0". */
static guint
whole_seconds (gint64 left)
{
  return left <= 0 ? 0 : (guint) ((left + LEGATO_SECOND - 1) / LEGATO_SECOND);
}

static void
set_label (GtkLabel *label, const char *text)
{
  if (!g_str_equal (gtk_label_get_label (label), text))
    gtk_label_set_label (label, text);
}

static void
show_clock (LegatoPlayView *self)
{
  LegatoTimeline *timeline = legato_session_get_timeline (self->session);
  gint64 position = legato_session_get_position (self->session);
  gint64 lead_in = legato_timeline_get_lead_in (timeline);
  gint64 duration = legato_timeline_get_duration (timeline);
  int step = legato_timeline_find_step (timeline, position);
  g_autofree char *all = NULL;
  g_autofree char *all_text = NULL;
  g_autofree char *step_text = NULL;

  all = legato_words_dup_clock (whole_seconds (duration - MAX (position, lead_in)));
  /* Translators: minutes and seconds left of the whole session */
  all_text = g_strdup_printf (_ ("%s left in all"), all);
  set_label (self->all_left, all_text);

  if (step < 0)
    {
      g_autofree char *number = g_strdup_printf ("%u", whole_seconds (lead_in - position));

      set_label (self->countdown, number);
      set_label (self->step_left, "");
    }
  else
    {
      gint64 end = legato_timeline_get_step_onset (timeline, (guint) step)
                   + legato_timeline_get_step_length (timeline, (guint) step);
      guint seconds = whole_seconds (end - position);

      step_text = g_strdup_printf (ngettext ("%u second", "%u seconds", seconds), seconds);
      set_label (self->step_left, step_text);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->countdown), step < 0);

  gtk_progress_bar_set_fraction (
      self->progress,
      CLAMP ((double) (position - lead_in) / (double) MAX (duration - lead_in, 1), 0.0, 1.0));
}

static gboolean
clock_cb (gpointer data)
{
  show_clock (data);
  return G_SOURCE_CONTINUE;
}

/* "Foot to Calf. Light: you feel …", and why the step is as it is. */
static char *
dup_hint (const LegatoStep *step)
{
  g_autoptr (GString) hint = g_string_new (NULL);
  g_autofree char *reach = legato_step_dup_reach (step);

  if (reach != NULL)
    g_string_append_printf (hint, "%s. ", reach);
  g_string_append (hint, legato_pressure_get_words (step->pressure));
  for (guint i = 0; i < step->reasons->len; i++)
    g_string_append_printf (hint, " %s",
                            ((const LegatoReason *) g_ptr_array_index (step->reasons, i))->text);

  return g_string_free (g_steal_pointer (&hint), FALSE);
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
show_step (LegatoPlayView *self)
{
  LegatoPlan *plan = legato_session_get_plan (self->session);
  int index = legato_session_get_step (self->session);
  guint n_steps = legato_plan_get_n_steps (plan);
  guint shown = (guint) MAX (index, 0);
  const LegatoStep *step = legato_plan_get_step (plan, shown);
  g_autofree char *title = legato_step_dup_title (step);
  g_autofree char *hint = NULL;
  g_autofree char *next = NULL;

  if (index < 0)
    /* Translators: before a session begins; followed by its first step */
    hint = g_strdup (_ ("Get your hands in place."));
  else if (step->technique->kind == LEGATO_TECHNIQUE_EXERCISE)
    hint = g_strdup (step->technique->how.text);
  else
    hint = dup_hint (step);

  set_label (self->title, title);
  set_label (self->hint, hint);

  if (shown + 1 < n_steps)
    {
      g_autofree char *following = legato_step_dup_title (legato_plan_get_step (plan, shown + 1));

      /* Translators: number of this step, of how many, and the name of the next one */
      next = g_strdup_printf (_ ("Step %u of %u · Next: %s"), shown + 1, n_steps, following);
    }
  else
    next = g_strdup (_ ("This is the last step."));
  set_label (self->next, next);

  show_done (self, plan, index);
  legato_leg_map_set_view (self->map, legato_leg_map_view_for_step (self->map, step));
  legato_leg_map_update_position (self->map);
  show_clock (self);
}

static void
show_state (LegatoPlayView *self)
{
  LegatoSessionState state = legato_session_get_state (self->session);
  gboolean moving = state == LEGATO_SESSION_COUNTDOWN || state == LEGATO_SESSION_PLAYING;
  gboolean paused = state == LEGATO_SESSION_PAUSED;
  const char *label = paused ? _ ("Go on") : _ ("Pause");
  const char *tooltip = paused ? _ ("Go on (Space)") : _ ("Pause (Space)");

  gtk_button_set_icon_name (GTK_BUTTON (self->pause), paused ? "media-playback-start-symbolic"
                                                             : "media-playback-pause-symbolic");
  gtk_widget_set_tooltip_text (self->pause, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->pause), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);

  legato_leg_map_set_playing (self->map, moving);
  if (moving && self->clock_id == 0)
    self->clock_id = g_timeout_add (CLOCK_INTERVAL_MS, clock_cb, self);
  else if (!moving)
    g_clear_handle_id (&self->clock_id, g_source_remove);

  show_step (self);
}

static void
show_silent (LegatoPlayView *self)
{
  LegatoPlayer *player = legato_session_get_player (self->session);

  gtk_revealer_set_reveal_child (self->silent_revealer, legato_player_get_silent (player));
}

static void
back_cb (LegatoPlayView *self)
{
  if (self->session != NULL)
    legato_session_back (self->session);
  if (self->session != NULL)
    show_step (self);
}

static void
skip_cb (LegatoPlayView *self)
{
  if (self->session != NULL)
    legato_session_skip (self->session);
  /* Skipping the last step ends the session, and the page takes it away from here. */
  if (self->session != NULL)
    show_step (self);
}

static void
toggle_cb (LegatoPlayView *self)
{
  if (self->session != NULL)
    legato_session_toggle (self->session);
}

static void
stop_cb (LegatoPlayView *self)
{
  if (self->session != NULL)
    legato_session_stop (self->session);
}

/* Keys work wherever the focus is on the page, so that an elbow on the space bar always pauses: for
 * as long as it lies there, the key's repeats do not go on and pause in turns. */
static gboolean
key_cb (LegatoPlayView *self, guint keyval, guint keycode, GdkModifierType state)
{
  gboolean repeated = keyval == self->held_key;

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0 || self->session == NULL)
    return GDK_EVENT_PROPAGATE;

  self->held_key = keyval;
  switch (keyval)
    {
    case GDK_KEY_space:
    case GDK_KEY_KP_Space:
      if (!repeated)
        toggle_cb (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      back_cb (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      skip_cb (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
      stop_cb (self);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
key_released_cb (LegatoPlayView *self)
{
  self->held_key = 0;
}

static void
legato_play_view_dispose (GObject *object)
{
  LegatoPlayView *self = LEGATO_PLAY_VIEW (object);

  g_clear_handle_id (&self->clock_id, g_source_remove);
  if (self->map != NULL)
    legato_leg_map_set_position_func (self->map, NULL, NULL, NULL);
  g_clear_object (&self->session_signals);
  g_clear_object (&self->player_signals);
  g_clear_object (&self->session);
  self->map = NULL;
  g_clear_pointer (&self->content, gtk_widget_unparent);

  G_OBJECT_CLASS (legato_play_view_parent_class)->dispose (object);
}

static void
legato_play_view_class_init (LegatoPlayViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = legato_play_view_dispose;

  g_type_ensure (LEGATO_TYPE_LEG_MAP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               LEGATO_RESOURCE_ROOT "/ui/play-view.ui");
  gtk_widget_class_bind_template_child (widget_class, LegatoPlayView, content);
  gtk_widget_class_bind_template_child (widget_class, LegatoPlayView, silent_revealer);
  gtk_widget_class_bind_template_child (widget_class, LegatoPlayView, map);
  gtk_widget_class_bind_template_child (widget_class, LegatoPlayView, countdown);
  gtk_widget_class_bind_template_child (widget_class, LegatoPlayView, title);
  gtk_widget_class_bind_template_child (widget_class, LegatoPlayView, hint);
  gtk_widget_class_bind_template_child (widget_class, LegatoPlayView, progress);
  gtk_widget_class_bind_template_child (widget_class, LegatoPlayView, step_left);
  gtk_widget_class_bind_template_child (widget_class, LegatoPlayView, all_left);
  gtk_widget_class_bind_template_child (widget_class, LegatoPlayView, next);
  gtk_widget_class_bind_template_child (widget_class, LegatoPlayView, transport);
  gtk_widget_class_bind_template_child (widget_class, LegatoPlayView, back);
  gtk_widget_class_bind_template_child (widget_class, LegatoPlayView, pause);
  gtk_widget_class_bind_template_child (widget_class, LegatoPlayView, skip);
  gtk_widget_class_bind_template_child (widget_class, LegatoPlayView, stop);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, skip_cb);
  gtk_widget_class_bind_template_callback (widget_class, toggle_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
}

static void
legato_play_view_init (LegatoPlayView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  /* As on any player: back is on the left, also where text runs from the right, and so the arrow
   * keys point where the buttons are. */
  gtk_widget_set_direction (self->transport, GTK_TEXT_DIR_LTR);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  g_signal_connect_swapped (keys, "key-released", G_CALLBACK (key_released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);

  self->session_signals = g_signal_group_new (LEGATO_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify::state", G_CALLBACK (show_state),
                                  self);
  g_signal_group_connect_swapped (self->session_signals, "notify::step", G_CALLBACK (show_step),
                                  self);
  self->player_signals = g_signal_group_new (LEGATO_TYPE_PLAYER);
  g_signal_group_connect_swapped (self->player_signals, "notify::silent", G_CALLBACK (show_silent),
                                  self);

  legato_map_look_follow (self->map);
  legato_leg_map_set_position_func (self->map, map_position_cb, self, NULL);
}

/** legato_play_view_set_guide: what the map draws; to be called once. */
void
legato_play_view_set_guide (LegatoPlayView *self, LegatoGuide *guide)
{
  g_return_if_fail (LEGATO_IS_PLAY_VIEW (self));
  legato_leg_map_set_guide (self->map, guide);
}

/** legato_play_view_set_session: shows and controls @session; (nullable) */
void
legato_play_view_set_session (LegatoPlayView *self, LegatoSession *session)
{
  g_return_if_fail (LEGATO_IS_PLAY_VIEW (self));

  g_set_object (&self->session, session);
  self->held_key = 0;
  g_signal_group_set_target (self->session_signals, session);
  g_signal_group_set_target (self->player_signals,
                             session != NULL ? legato_session_get_player (session) : NULL);
  if (session != NULL)
    {
      legato_leg_map_set_timeline (self->map, legato_session_get_timeline (session));
      show_state (self);
      show_silent (self);
    }
  else
    {
      g_clear_handle_id (&self->clock_id, g_source_remove);
      legato_leg_map_set_playing (self->map, FALSE);
      legato_leg_map_set_timeline (self->map, NULL);
      legato_leg_map_clear_marks (self->map);
    }
}

/** legato_play_view_focus: puts the focus on Pause, the control that is wanted in a hurry. */
void
legato_play_view_focus (LegatoPlayView *self)
{
  g_return_if_fail (LEGATO_IS_PLAY_VIEW (self));
  gtk_widget_grab_focus (self->pause);
}
