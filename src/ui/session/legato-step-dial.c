/* legato-step-dial.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "legato-fit-bin.h"
#include "legato-map-palette.h"
#include "legato-step-dial.h"
#include "legato-timeline.h"
#include "legato-words.h"

/* From here on "2:05" is easier to grasp than "125". */
#define CLOCK_FROM 60

/* Width of the ring, and the room for digits within it, as parts of the diameter. */
#define RING_PART 0.055
#define DIGITS_PART 0.66

/* How strong the part of the ring is that is still to come. */
#define TRACK_ALPHA 0.22f

/* The ring is drawn anew when its end has moved by about a pixel on a large dial. */
#define N_RING_STEPS 720

/* What breathes along within the ring: from its smallest to its largest, as parts of the diameter,
 * how strong it is, and how finely it moves. */
#define BREATH_LEAST_PART 0.2
#define BREATH_MOST_PART 0.8
#define BREATH_ALPHA 0.18f
#define N_BREATH_STEPS 120

struct _LegatoStepDial
{
  GtkWidget parent_instance;

  /* Children */
  GtkWidget *probe;
  GtkWidget *fit;
  GtkInscription *digits;

  /* Owned references */
  LegatoMapPalette *palette;

  guint seconds;
  gboolean countdown;
  int ring;   /* of N_RING_STEPS; -1 before the first time */
  int breath; /* of N_BREATH_STEPS; -1 for none */
};

G_DEFINE_FINAL_TYPE (LegatoStepDial, legato_step_dial, GTK_TYPE_WIDGET)

static void
show_seconds (LegatoStepDial *self)
{
  gboolean clock = self->seconds >= CLOCK_FROM;
  g_autofree char *text =
      clock ? legato_words_dup_clock (self->seconds) : g_strdup_printf ("%u", self->seconds);
  g_autofree char *name = NULL;
  /* As many as there may be, so that the digits keep their size until a whole one fewer is said. */
  guint places = !clock ? 2 : self->seconds >= 10 * 60 ? 5 : 4;

  if (self->countdown)
    name = g_strdup_printf (ngettext ("Begins in %u second", "Begins in %u seconds", self->seconds),
                            self->seconds);
  else
    /* Translators: what is left of a step */
    name = g_strdup_printf (ngettext ("%u second", "%u seconds", self->seconds), self->seconds);

  if (gtk_inscription_get_min_chars (self->digits) != places)
    gtk_inscription_set_min_chars (self->digits, places);
  gtk_inscription_set_text (self->digits, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
legato_step_dial_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  LegatoStepDial *self = LEGATO_STEP_DIAL (widget);

  gtk_widget_measure (self->probe, orientation, -1, NULL, NULL, NULL, NULL);
  gtk_widget_measure (self->fit, orientation, -1, NULL, NULL, NULL, NULL);
  *minimum = 0;
  *natural = MAX (0, for_size);
}

static void
legato_step_dial_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  LegatoStepDial *self = LEGATO_STEP_DIAL (widget);
  int side = (int) (MIN (width, height) * DIGITS_PART);

  gtk_widget_allocate (self->probe, 1, 1, -1, NULL);
  gtk_widget_size_allocate (
      self->fit, &(GtkAllocation){ (width - side) / 2, (height - side) / 2, side, side }, -1);
}

static void
legato_step_dial_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LegatoStepDial *self = LEGATO_STEP_DIAL (widget);
  GdkRGBA color = *legato_map_palette_get_accent (self->palette);
  double width = gtk_widget_get_width (widget);
  double height = gtk_widget_get_height (widget);
  double side = MIN (width, height);
  double line = side * RING_PART;
  double end = 2 * G_PI * MAX (0, self->ring) / N_RING_STEPS - G_PI / 2;
  cairo_t *cr = NULL;

  gtk_widget_snapshot_child (widget, self->probe, snapshot);
  if (side < 1)
    return;

  cr = gtk_snapshot_append_cairo (snapshot,
                                  &GRAPHENE_RECT_INIT ((float) floor ((width - side) / 2),
                                                       (float) floor ((height - side) / 2),
                                                       (float) ceil (side), (float) ceil (side)));
  cairo_translate (cr, width / 2, height / 2);
  cairo_set_line_width (cr, line);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_arc (cr, 0, 0, (side - line) / 2, 0, 2 * G_PI);
  gdk_cairo_set_source_rgba (
      cr, &(GdkRGBA){ color.red, color.green, color.blue, color.alpha * TRACK_ALPHA });
  cairo_stroke (cr);
  if (self->ring > 0)
    {
      cairo_arc (cr, 0, 0, (side - line) / 2, -G_PI / 2, end);
      gdk_cairo_set_source_rgba (cr, &color);
      cairo_stroke (cr);
    }
  if (self->breath >= 0)
    {
      double part = BREATH_LEAST_PART
                    + (BREATH_MOST_PART - BREATH_LEAST_PART) * self->breath / N_BREATH_STEPS;

      cairo_arc (cr, 0, 0, side * part / 2, 0, 2 * G_PI);
      gdk_cairo_set_source_rgba (
          cr, &(GdkRGBA){ color.red, color.green, color.blue, color.alpha * BREATH_ALPHA });
      cairo_fill (cr);
    }
  cairo_destroy (cr);

  gtk_widget_snapshot_child (widget, self->fit, snapshot);
}

static void
legato_step_dial_dispose (GObject *object)
{
  LegatoStepDial *self = LEGATO_STEP_DIAL (object);

  g_clear_pointer (&self->probe, gtk_widget_unparent);
  g_clear_pointer (&self->fit, gtk_widget_unparent);
  g_clear_object (&self->palette);

  G_OBJECT_CLASS (legato_step_dial_parent_class)->dispose (object);
}

static void
legato_step_dial_class_init (LegatoStepDialClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = legato_step_dial_dispose;
  widget_class->measure = legato_step_dial_measure;
  widget_class->size_allocate = legato_step_dial_size_allocate;
  widget_class->snapshot = legato_step_dial_snapshot;

  gtk_widget_class_set_css_name (widget_class, "stepdial");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
legato_step_dial_init (LegatoStepDial *self)
{
  GtkWidget *digits = gtk_inscription_new (NULL);

  self->ring = -1;
  self->breath = -1;
  self->digits = GTK_INSCRIPTION (digits);
  gtk_inscription_set_xalign (self->digits, 0.5f);
  gtk_inscription_set_min_lines (self->digits, 1);
  /* The room is that of as many digits of a common width; a font may have wider ones. Between
   * letters, "19" would wrap then and only its "1" be seen. */
  gtk_inscription_set_wrap_mode (self->digits, PANGO_WRAP_WORD);
  gtk_widget_add_css_class (digits, "numeric");
  /* The dial says it in words. */
  gtk_accessible_update_state (GTK_ACCESSIBLE (digits), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);

  self->palette = legato_map_palette_new ();
  g_signal_connect_object (self->palette, "changed", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  self->probe = legato_map_palette_create_probe (self->palette);
  gtk_widget_set_parent (self->probe, GTK_WIDGET (self));
  self->fit = g_object_new (LEGATO_TYPE_FIT_BIN, "child", digits, "max-scale", 16.0, NULL);
  gtk_widget_set_parent (self->fit, GTK_WIDGET (self));
  show_seconds (self);
}

/**
 * legato_step_dial_set_time:
 * @left: nanoseconds until the end of what is counted
 * @length: nanoseconds of the whole
 * @countdown: what is counted is the time before a session begins
 *
 * A started second counts as people do: the last one is "1", not "0". Costs nothing while neither
 * the number nor the ring would change, and never lays anything out anew.
 */
void
legato_step_dial_set_time (LegatoStepDial *self, gint64 left, gint64 length, gboolean countdown)
{
  guint seconds = left <= 0 ? 0 : (guint) ((left + LEGATO_SECOND - 1) / LEGATO_SECOND);
  double gone = length > 0 ? 1.0 - (double) left / (double) length : 0.0;
  int ring = (int) (CLAMP (gone, 0.0, 1.0) * N_RING_STEPS);

  g_return_if_fail (LEGATO_IS_STEP_DIAL (self));

  if (seconds != self->seconds || countdown != self->countdown)
    {
      self->seconds = seconds;
      self->countdown = countdown;
      show_seconds (self);
    }
  if (ring != self->ring)
    {
      self->ring = ring;
      gtk_widget_queue_draw (GTK_WIDGET (self));
    }
}

/**
 * legato_step_dial_set_breath:
 * @breath: from 0 to 1: how full the lungs are, or how much a step on the spot is just now; less
 *   than 0 for neither
 *
 * A disc behind the digits grows and shrinks, to breathe or march along.
 */
void
legato_step_dial_set_breath (LegatoStepDial *self, double breath)
{
  int step = breath < 0.0 ? -1 : (int) (MIN (breath, 1.0) * N_BREATH_STEPS);

  g_return_if_fail (LEGATO_IS_STEP_DIAL (self));

  if (step == self->breath)
    return;
  self->breath = step;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/** legato_step_dial_set_dimmed: while paused the digits step back. */
void
legato_step_dial_set_dimmed (LegatoStepDial *self, gboolean dimmed)
{
  g_return_if_fail (LEGATO_IS_STEP_DIAL (self));

  if (dimmed)
    gtk_widget_add_css_class (GTK_WIDGET (self), "dimmed");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "dimmed");
}
