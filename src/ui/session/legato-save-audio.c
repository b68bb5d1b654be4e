/* legato-save-audio.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-export.h"
#include "legato-file-choice.h"
#include "legato-save-audio-testing.h"
#include "legato-script.h"
#include "legato-text-button.h"
#include "legato-toasts.h"
#include "legato-voice.h"
#include "legato-wrap-layout.h"

/* Small, and telephones play it. Whoever types .flac or .wav gets that. */
#define USUAL_ENDING ".opus"

struct _LegatoSaveAudio
{
  AdwWindow parent_instance;

  /* Template widgets */
  GtkLabel *message;
  GtkProgressBar *progress;
  GtkButton *leave;
  GtkWidget *again;

  /* Owned references */
  LegatoPlan *plan;
  GFile *file;
  GCancellable *cancellable; /* while it saves */
};

enum
{
  SIGNAL_SAVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LegatoSaveAudio, legato_save_audio, ADW_TYPE_WINDOW)

static void save (LegatoSaveAudio *self, gboolean with_voice);

static void
show_error (LegatoSaveAudio *self, const char *message)
{
  gtk_label_set_label (self->message, message);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), FALSE);
  gtk_widget_set_visible (self->again, TRUE);
  gtk_button_set_label (self->leave, _ ("Close"));
  gtk_widget_grab_focus (self->again);
  gtk_window_present (GTK_WINDOW (self));
}

static void
progress_cb (double fraction, gpointer data)
{
  LegatoSaveAudio *self = data;

  gtk_progress_bar_set_fraction (self->progress, fraction);
}

static void
end (LegatoSaveAudio *self, gboolean with_voice)
{
  g_autofree char *name = g_file_get_basename (self->file);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *message =
      g_strdup_printf (with_voice ? _ ("Saved “%s”") : _ ("Saved “%s” without the voice"), shown);

  g_signal_emit (self, signals[SIGNAL_SAVED], 0, message);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
finished (LegatoSaveAudio *self, GAsyncResult *result, gboolean wanted_voice, gboolean had_voice)
{
  g_autoptr (GError) error = NULL;
  gboolean done = legato_export_finish (result, &error);

  g_clear_object (&self->cancellable);
  if (done)
    end (self, had_voice || !wanted_voice);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    gtk_window_destroy (GTK_WINDOW (self));
  else if (error->domain == LEGATO_VOICE_ERROR)
    save (self, FALSE);
  else
    show_error (self, error->message);
}

static void
spoken_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LegatoSaveAudio) self = data;

  finished (self, result, TRUE, TRUE);
}

static void
unspoken_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LegatoSaveAudio) self = data;
  g_autoptr (GSettings) settings = g_settings_new (LEGATO_APP_ID);

  finished (self, result, g_settings_get_boolean (settings, "voice"), FALSE);
}

static void
save (LegatoSaveAudio *self, gboolean with_voice)
{
  g_autoptr (GSettings) settings = g_settings_new (LEGATO_APP_ID);
  g_autoptr (LegatoTimeline) timeline = legato_timeline_new (self->plan, LEGATO_LEAD_IN);
  g_autofree char *language = with_voice ? legato_script_dup_language () : NULL;

  self->cancellable = g_cancellable_new ();
  legato_export_async (timeline, (LegatoTimbre) g_settings_get_enum (settings, "timbre"), language,
                       g_settings_get_double (settings, "voice-rate"), self->file,
                       self->cancellable, progress_cb, self, with_voice ? spoken_cb : unspoken_cb,
                       g_object_ref (self));
}

static void
chosen_again_cb (GObject *object, GFile *file)
{
  legato_save_audio_start (LEGATO_SAVE_AUDIO (object), file);
}

static void
again_cb (LegatoSaveAudio *self)
{
  g_autofree char *name = legato_save_audio_dup_name (self->plan);

  legato_file_choice_save (GTK_WINDOW (self), _ ("Save as audio"), name, chosen_again_cb,
                           G_OBJECT (self));
}

/* While a file is being written, closing only cancels that; the window closes when it has ended. */
static gboolean
legato_save_audio_close_request (GtkWindow *window)
{
  LegatoSaveAudio *self = LEGATO_SAVE_AUDIO (window);

  if (self->cancellable == NULL)
    return GTK_WINDOW_CLASS (legato_save_audio_parent_class)->close_request (window);
  g_cancellable_cancel (self->cancellable);
  return GDK_EVENT_STOP;
}

/* It is unmapped, not closed, when the window below it goes. */
static void
legato_save_audio_unmap (GtkWidget *widget)
{
  g_cancellable_cancel (LEGATO_SAVE_AUDIO (widget)->cancellable);

  GTK_WIDGET_CLASS (legato_save_audio_parent_class)->unmap (widget);
}

static void
legato_save_audio_dispose (GObject *object)
{
  LegatoSaveAudio *self = LEGATO_SAVE_AUDIO (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->file);
  g_clear_pointer (&self->plan, legato_plan_unref);

  G_OBJECT_CLASS (legato_save_audio_parent_class)->dispose (object);
}

static void
legato_save_audio_class_init (LegatoSaveAudioClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = legato_save_audio_dispose;
  widget_class->unmap = legato_save_audio_unmap;
  GTK_WINDOW_CLASS (klass)->close_request = legato_save_audio_close_request;

  /**
   * LegatoSaveAudio::saved:
   * @message: what to tell the person
   *
   * The file is on the disk; the window goes away.
   */
  signals[SIGNAL_SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  g_type_ensure (LEGATO_TYPE_TEXT_BUTTON);
  g_type_ensure (LEGATO_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               LEGATO_RESOURCE_ROOT "/ui/session/save-audio.ui");
  gtk_widget_class_bind_template_child (widget_class, LegatoSaveAudio, message);
  gtk_widget_class_bind_template_child (widget_class, LegatoSaveAudio, progress);
  gtk_widget_class_bind_template_child (widget_class, LegatoSaveAudio, leave);
  gtk_widget_class_bind_template_child (widget_class, LegatoSaveAudio, again);
  gtk_widget_class_bind_template_callback (widget_class, gtk_window_close);
  gtk_widget_class_bind_template_callback (widget_class, again_cb);
}

static void
legato_save_audio_init (LegatoSaveAudio *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * legato_save_audio_new:
 * @parent: (nullable): the window it stands above
 * @plan: whose sound to save
 *
 * Returns: (transfer none): a window that shows itself once it saves
 */
LegatoSaveAudio *
legato_save_audio_new (GtkWindow *parent, LegatoPlan *plan)
{
  LegatoSaveAudio *self = NULL;

  g_return_val_if_fail (plan != NULL, NULL);

  self = g_object_new (LEGATO_TYPE_SAVE_AUDIO, "transient-for", parent, NULL);
  self->plan = legato_plan_ref (plan);
  return self;
}

/**
 * legato_save_audio_dup_name:
 *
 * Returns: (transfer full): what the file may be called: "Evening, 10 minutes.opus"
 */
char *
legato_save_audio_dup_name (LegatoPlan *plan)
{
  guint minutes = 0;
  const char *title = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (plan != NULL, NULL);

  title = legato_plan_get_title (plan);
  minutes = (legato_plan_get_seconds (plan) + 30) / 60;
  /* Translators: the name of a file: what is massaged and for how long, "Calf, 5 minutes" */
  name = g_strdup_printf (ngettext ("%s, %u minute", "%s, %u minutes", minutes),
                          title != NULL ? title : "Legato", minutes);
  g_strdelimit (name, "/", '-');
  return g_strconcat (name, USUAL_ENDING, NULL);
}

static gboolean
has_known_ending (const char *name)
{
  const char *const *endings = legato_export_get_endings ();
  g_autofree char *lower = g_ascii_strdown (name, -1);

  for (gsize i = 0; endings[i] != NULL; i++)
    {
      g_autofree char *ending = g_strconcat (".", endings[i], NULL);

      if (g_str_has_suffix (lower, ending))
        return TRUE;
    }
  return FALSE;
}

/**
 * legato_save_audio_start:
 * @file: where to; a name without one of the known endings gets the usual one
 *
 * Saves, and shows how far it is.
 */
void
legato_save_audio_start (LegatoSaveAudio *self, GFile *file)
{
  g_autoptr (GSettings) settings = NULL;
  g_autofree char *name = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *message = NULL;

  g_return_if_fail (LEGATO_IS_SAVE_AUDIO (self));
  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (self->cancellable == NULL);

  name = g_file_get_basename (file);
  if (has_known_ending (name))
    {
      g_set_object (&self->file, file);
    }
  else
    {
      g_autofree char *longer = g_strconcat (name, USUAL_ENDING, NULL);
      g_autoptr (GFile) folder = g_file_get_parent (file);
      g_autoptr (GFile) renamed = g_file_get_child (folder, longer);

      g_set_object (&self->file, renamed);
      g_free (name);
      name = g_steal_pointer (&longer);
    }
  shown = g_filename_display_name (name);

  /* The file dialog asked about the name that was typed, not about the one with the ending added.
   */
  if (!g_file_equal (self->file, file) && g_file_query_exists (self->file, NULL))
    {
      message = g_strdup_printf (_ ("There is a file “%s” already."), shown);
      show_error (self, message);
      return;
    }

  message = g_strdup_printf (_ ("Saving “%s”…"), shown);
  gtk_label_set_label (self->message, message);
  gtk_button_set_label (self->leave, _ ("Cancel"));
  gtk_progress_bar_set_fraction (self->progress, 0.0);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), TRUE);
  gtk_widget_set_visible (self->again, FALSE);
  gtk_window_present (GTK_WINDOW (self));

  settings = g_settings_new (LEGATO_APP_ID);
  save (self, g_settings_get_boolean (settings, "voice"));
}

static void
saved_cb (GtkWidget *origin, const char *message)
{
  legato_toasts_say ((AdwToastOverlay *) gtk_widget_get_ancestor (origin, ADW_TYPE_TOAST_OVERLAY),
                     message);
}

/* @object holds what was asked for until there is a file. */
static void
chosen_cb (GObject *object, GFile *file)
{
  GtkWidget *origin = g_object_get_data (object, "origin");
  LegatoSaveAudio *self = legato_save_audio_new (GTK_WINDOW (gtk_widget_get_root (origin)),
                                                 g_object_get_data (object, "plan"));

  g_signal_connect_object (self, "saved", G_CALLBACK (saved_cb), origin, G_CONNECT_SWAPPED);
  legato_save_audio_start (self, file);
}

/**
 * legato_save_audio_ask:
 * @origin: in a window; a toast there tells that the file is saved
 * @plan: whose sound to save
 *
 * Lets the person choose a file, then saves to it.
 */
void
legato_save_audio_ask (GtkWidget *origin, LegatoPlan *plan)
{
  g_autoptr (GObject) wish = g_object_new (G_TYPE_OBJECT, NULL);
  g_autofree char *name = NULL;

  g_return_if_fail (GTK_IS_WIDGET (origin) && GTK_IS_WINDOW (gtk_widget_get_root (origin)));
  g_return_if_fail (plan != NULL);

  name = legato_save_audio_dup_name (plan);
  g_object_set_data_full (wish, "origin", g_object_ref (origin), g_object_unref);
  g_object_set_data_full (wish, "plan", legato_plan_ref (plan), (GDestroyNotify) legato_plan_unref);
  legato_file_choice_save (GTK_WINDOW (gtk_widget_get_root (origin)), _ ("Save as audio"), name,
                           chosen_cb, wish);
}
