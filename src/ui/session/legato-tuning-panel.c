/* legato-tuning-panel.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-access.h"
#include "legato-tuning-panel.h"
#include "legato-words.h"
#include "legato-wrap-layout.h"

/* What the buttons do are actions of the page around the panel ("play.slower"). */
struct _LegatoTuningPanel
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkInscription *tempo;
  GtkInscription *step_length;
  GtkInscription *volume;
  GtkWidget *mute;
};

G_DEFINE_FINAL_TYPE (LegatoTuningPanel, legato_tuning_panel, ADW_TYPE_BIN)

static void
legato_tuning_panel_class_init (LegatoTuningPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (LEGATO_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               LEGATO_RESOURCE_ROOT "/ui/session/tuning-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, LegatoTuningPanel, tempo);
  gtk_widget_class_bind_template_child (widget_class, LegatoTuningPanel, step_length);
  gtk_widget_class_bind_template_child (widget_class, LegatoTuningPanel, volume);
  gtk_widget_class_bind_template_child (widget_class, LegatoTuningPanel, mute);
}

static void
legato_tuning_panel_init (LegatoTuningPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_percent (GtkInscription *inscription, guint percent)
{
  /* Translators: a speed or loudness, as in "70 %" */
  g_autofree char *text = g_strdup_printf (_ ("%u %%"), percent);

  gtk_inscription_set_text (inscription, text);
}

/** legato_tuning_panel_set_tempo: @percent: of the usual speed */
void
legato_tuning_panel_set_tempo (LegatoTuningPanel *self, guint percent)
{
  g_return_if_fail (LEGATO_IS_TUNING_PANEL (self));
  show_percent (self->tempo, percent);
}

/** legato_tuning_panel_set_step_length: @seconds: of the step that runs, 0 if there is none */
void
legato_tuning_panel_set_step_length (LegatoTuningPanel *self, guint seconds)
{
  g_autofree char *text = seconds > 0 ? legato_words_dup_clock (seconds) : g_strdup ("–");
  g_autofree char *spoken = legato_words_dup_length (seconds);

  g_return_if_fail (LEGATO_IS_TUNING_PANEL (self));
  gtk_inscription_set_text (self->step_length, text);
  /* The text is its name otherwise, and is said as a time of day. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->step_length), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  seconds > 0 ? spoken : text, -1);
}

/** legato_tuning_panel_set_volume: @percent: 0 to 100 */
void
legato_tuning_panel_set_volume (LegatoTuningPanel *self, guint percent, gboolean muted)
{
  const char *label = muted ? _ ("Turn the sound on") : _ ("Turn the sound off");
  const char *tooltip = muted ? _ ("Turn the sound on (M)") : _ ("Turn the sound off (M)");

  g_return_if_fail (LEGATO_IS_TUNING_PANEL (self));

  if (muted)
    gtk_inscription_set_text (self->volume, _ ("off"));
  else
    show_percent (self->volume, percent);
  legato_access_set_icon (GTK_BUTTON (self->mute),
                          muted ? "audio-volume-muted-symbolic" : "audio-volume-high-symbolic");
  legato_access_set_name (self->mute, label, tooltip);
}
