/* legato-sound-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "legato-choice-row.h"
#include "legato-narrator.h"
#include "legato-script.h"
#include "legato-sound-page.h"
#include "legato-voice.h"

/* Long enough for two sentences at the slowest rate of the voice, with some strokes after them. */
#define TRY_SECONDS 14

/* Of the rate of the voice: less than it is told by. */
#define LEAST_CHANGE 0.05

struct _LegatoSoundPage
{
  AdwPreferencesPage parent_instance;

  /* Template widgets */
  AdwComboRow *timbre;
  GtkWidget *voice;
  GtkWidget *rate;
  GtkAdjustment *rate_adjustment;
  AdwPreferencesRow *problem;
  GtkImage *try_icon;

  /* Owned references */
  GSettings *settings;
  LegatoGuide *guide;
  LegatoPlayer *player;
  LegatoNarrator *narrator;
  GCancellable *cancellable; /* of asking for the voice */
};

G_DEFINE_FINAL_TYPE (LegatoSoundPage, legato_sound_page, ADW_TYPE_PREFERENCES_PAGE)

static void
show_trying (LegatoSoundPage *self)
{
  gboolean trying = legato_player_get_state (self->player) == LEGATO_PLAYER_PLAYING;

  gtk_image_set_from_icon_name (self->try_icon, trying ? "media-playback-stop-symbolic"
                                                       : "media-playback-start-symbolic");
}

/* A bare number would tell nothing to who hears it. */
static void
tell_rate (LegatoSoundPage *self)
{
  double rate = gtk_adjustment_get_value (self->rate_adjustment);
  g_autofree char *text = fabs (rate - 1) < LEAST_CHANGE
                              ? g_strdup (_ ("Usual speed"))
                              : g_strdup_printf (_ ("%.1f times the usual speed"), rate);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rate), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                  text, -1);
}

static LegatoTimeline *
make_timeline (LegatoGuide *guide)
{
  GPtrArray *steps = g_ptr_array_new_with_free_func ((GDestroyNotify) legato_step_free);
  LegatoStep *step = legato_step_new (LEGATO_LEG_LEFT, LEGATO_PHASE_WORK,
                                      legato_guide_find_hands (guide, LEGATO_STROKE_SQUEEZE),
                                      LEGATO_PRESSURE_LIGHT, TRY_SECONDS);
  g_autoptr (LegatoPlan) plan = NULL;

  g_ptr_array_add (step->zones, (gpointer) legato_guide_find_zone (guide, "calf"));
  g_ptr_array_add (steps, step);
  plan = legato_plan_new (guide, NULL, steps);
  return legato_timeline_new (plan, 0);
}

/* Plays once the voice has been synthesised, so that its first sentence is not missed. */
static void
play_when_spoken (LegatoSoundPage *self)
{
  if (legato_narrator_is_busy (self->narrator) || legato_player_get_timeline (self->player) == NULL
      || legato_player_get_state (self->player) != LEGATO_PLAYER_STOPPED)
    return;
  legato_player_play (self->player);
}

static void
try_cb (LegatoSoundPage *self)
{
  g_autoptr (LegatoTimeline) timeline = NULL;

  if (legato_player_get_state (self->player) == LEGATO_PLAYER_PLAYING)
    {
      legato_player_set_timeline (self->player, NULL);
      return;
    }
  timeline = make_timeline (self->guide);
  legato_player_set_timeline (self->player, timeline);
  play_when_spoken (self);
}

static void
check_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  g_autofree char *language = legato_script_dup_language ();
  GError *error = NULL;

  if (legato_voice_check (language, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* If the voice cannot speak, the reason is shown below its switch. */
static void
checked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  LegatoSoundPage *self = data;
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error)
      || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  adw_preferences_row_set_title (self->problem, error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
}

static void
legato_sound_page_dispose (GObject *object)
{
  LegatoSoundPage *self = LEGATO_SOUND_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->player != NULL)
    legato_player_stop (self->player);
  g_clear_object (&self->narrator);
  g_clear_object (&self->player);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->guide, legato_guide_unref);

  G_OBJECT_CLASS (legato_sound_page_parent_class)->dispose (object);
}

static void
legato_sound_page_class_init (LegatoSoundPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = legato_sound_page_dispose;

  g_type_ensure (LEGATO_TYPE_CHOICE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, LEGATO_RESOURCE_ROOT
                                               "/ui/preferences/sound-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LegatoSoundPage, timbre);
  gtk_widget_class_bind_template_child (widget_class, LegatoSoundPage, voice);
  gtk_widget_class_bind_template_child (widget_class, LegatoSoundPage, rate);
  gtk_widget_class_bind_template_child (widget_class, LegatoSoundPage, rate_adjustment);
  gtk_widget_class_bind_template_child (widget_class, LegatoSoundPage, problem);
  gtk_widget_class_bind_template_child (widget_class, LegatoSoundPage, try_icon);
  gtk_widget_class_bind_template_callback (widget_class, try_cb);
}

/* The choices are in the order of #LegatoTimbre. */
static gboolean
timbre_to_selected (GValue *value, GVariant *variant, gpointer data)
{
  LegatoTimbre timbre = LEGATO_TIMBRE_SOFT;

  legato_timbre_from_id (g_variant_get_string (variant, NULL), &timbre);
  g_value_set_uint (value, (guint) timbre);
  return TRUE;
}

static GVariant *
selected_to_timbre (const GValue *value, const GVariantType *type, gpointer data)
{
  return g_variant_new_string (legato_timbre_to_id ((LegatoTimbre) g_value_get_uint (value)));
}

static void
legato_sound_page_init (LegatoSoundPage *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GTask) task = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->settings = g_settings_new (LEGATO_APP_ID);
  for (int i = 0; i < LEGATO_N_TIMBRES; i++)
    gtk_string_list_append (names, legato_timbre_get_name ((LegatoTimbre) i));
  adw_combo_row_set_model (self->timbre, G_LIST_MODEL (names));
  g_settings_bind_with_mapping (self->settings, "timbre", self->timbre, "selected",
                                G_SETTINGS_BIND_DEFAULT, timbre_to_selected, selected_to_timbre,
                                NULL, NULL);
  g_signal_connect_object (self->rate_adjustment, "value-changed", G_CALLBACK (tell_rate), self,
                           G_CONNECT_SWAPPED);
  tell_rate (self);
  g_settings_bind (self->settings, "voice", self->voice, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "voice-rate", self->rate_adjustment, "value",
                   G_SETTINGS_BIND_DEFAULT);

  self->player = legato_player_new ();
  self->narrator = legato_narrator_new (self->player);
  g_settings_bind (self->settings, "volume", self->player, "volume", G_SETTINGS_BIND_GET);
  g_settings_bind (self->settings, "timbre", self->player, "timbre", G_SETTINGS_BIND_GET);
  g_settings_bind (self->settings, "voice", self->narrator, "enabled", G_SETTINGS_BIND_GET);
  g_settings_bind (self->settings, "voice-rate", self->narrator, "rate", G_SETTINGS_BIND_GET);
  g_signal_connect_object (self->player, "notify::state", G_CALLBACK (show_trying), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->narrator, "notify::busy", G_CALLBACK (play_when_spoken), self,
                           G_CONNECT_SWAPPED);

  self->cancellable = g_cancellable_new ();
  task = g_task_new (NULL, self->cancellable, checked_cb, self);
  g_task_set_source_tag (task, legato_sound_page_init);
  g_task_run_in_thread (task, check_in_thread);
}

/** Returns: (transfer floating): a page of the preferences */
LegatoSoundPage *
legato_sound_page_new (LegatoContext *context)
{
  LegatoSoundPage *self = NULL;

  g_return_val_if_fail (LEGATO_IS_CONTEXT (context), NULL);

  self = g_object_new (LEGATO_TYPE_SOUND_PAGE, NULL);
  self->guide = legato_guide_ref (legato_context_get_guide (context));
  return self;
}
