/* legato-step-progress.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "legato-fit-bin.h"
#include "legato-map-palette.h"
#include "legato-step-progress-testing.h"
#include "legato-words.h"

/* In pixels: the bar, and the gap to the texts below; both grow with the height given. */
#define LEAST_BAR 10
#define LARGEST_BAR 18
#define BAR_PART 3
#define TEXT_GAP 6

/* In pixels: what lies between two steps and between two legs. */
#define STEP_GAP 3.0
#define LEG_GAP 14.0

/* Least width of a segment in pixels, so that a short step can be seen. */
#define LEAST_SEGMENT 3.0

#define TRACK_ALPHA 0.24f

#define MAX_TEXT_SCALE 2.0

/* The texts, from the beginning of the line to its end. */
typedef enum
{
  TEXT_NUMBER,
  TEXT_LEG,
  TEXT_ALL,
  N_TEXTS,
} Text;

/* The usual number of characters of each text, which decides the size of its letters, and which
 * part of the line it has: in thirds a clock in German was cut off. */
static const int LETTERS[N_TEXTS] = { 14, 16, 10 };
#define ALL_LETTERS 40

struct _LegatoStepProgress
{
  GtkWidget parent_instance;

  /* Children */
  GtkWidget *probe;
  GtkWidget *fits[N_TEXTS];
  GtkInscription *texts[N_TEXTS];

  /* Owned references */
  LegatoMapPalette *palette;
  LegatoTimeline *timeline;

  gint64 position;
  int drawn;   /* where the filled part ends, in pixels */
  int percent; /* what assistive technology was told */
};

G_DEFINE_FINAL_TYPE (LegatoStepProgress, legato_step_progress, GTK_TYPE_WIDGET)

static const LegatoStep *
get_step (LegatoStepProgress *self, guint step)
{
  return legato_plan_get_step (legato_timeline_get_plan (self->timeline), step);
}

static guint
get_n_steps (LegatoStepProgress *self)
{
  return self->timeline != NULL
             ? legato_plan_get_n_steps (legato_timeline_get_plan (self->timeline))
             : 0;
}

/* The room after segment @step. */
static double
get_gap (LegatoStepProgress *self, guint step)
{
  if (step + 1 >= get_n_steps (self))
    return 0;
  return get_step (self, step)->leg != get_step (self, step + 1)->leg ? LEG_GAP : STEP_GAP;
}

/**
 * legato_step_progress_get_segment:
 * @step: index in the plan
 * @start, @end: (out): pixels from the bar's beginning, as if text ran from the left
 *
 * Returns: whether there is such a step, and room to show it
 */
gboolean
legato_step_progress_get_segment (LegatoStepProgress *self, guint step, double *start, double *end)
{
  double room = 0;
  double at = 0;
  double all = 0;

  g_return_val_if_fail (LEGATO_IS_STEP_PROGRESS (self), FALSE);
  g_return_val_if_fail (start != NULL && end != NULL, FALSE);

  if (step >= get_n_steps (self))
    return FALSE;
  all = (double) (legato_timeline_get_duration (self->timeline)
                  - legato_timeline_get_lead_in (self->timeline));
  room = gtk_widget_get_width (GTK_WIDGET (self));
  for (guint i = 0; i < get_n_steps (self); i++)
    room -= get_gap (self, i) + LEAST_SEGMENT;
  if (room <= 0 || all <= 0)
    return FALSE;

  for (guint i = 0;; i++)
    {
      double length =
          LEAST_SEGMENT + room * (double) legato_timeline_get_step_length (self->timeline, i) / all;

      if (i == step)
        {
          *start = at;
          *end = at + length;
          return TRUE;
        }
      at += length + get_gap (self, i);
    }
}

/* How far the bar is filled, in pixels from its beginning. */
static double
get_filled (LegatoStepProgress *self)
{
  int step =
      self->timeline != NULL ? legato_timeline_find_step (self->timeline, self->position) : -1;
  double start = 0;
  double end = 0;
  gint64 length = 0;

  if (step < 0 || !legato_step_progress_get_segment (self, (guint) step, &start, &end))
    return 0;
  length = legato_timeline_get_step_length (self->timeline, (guint) step);
  return start
         + (end - start)
               * CLAMP ((double) (self->position
                                  - legato_timeline_get_step_onset (self->timeline, (guint) step))
                            / (double) MAX (length, 1),
                        0.0, 1.0);
}

static int
get_bar_height (LegatoStepProgress *self, int height)
{
  return CLAMP (height / BAR_PART, LEAST_BAR, LARGEST_BAR);
}

static void
legato_step_progress_measure (GtkWidget *widget,
                              GtkOrientation orientation,
                              int for_size,
                              int *minimum,
                              int *natural,
                              int *minimum_baseline,
                              int *natural_baseline)
{
  LegatoStepProgress *self = LEGATO_STEP_PROGRESS (widget);
  int height = 0;

  gtk_widget_measure (self->probe, orientation, -1, NULL, NULL, NULL, NULL);
  for (guint i = 0; i < N_TEXTS; i++)
    {
      int own = 0;

      gtk_widget_measure (self->fits[i], orientation, -1, NULL, NULL, NULL, NULL);
      gtk_widget_measure (GTK_WIDGET (self->texts[i]), orientation, -1, NULL, &own, NULL, NULL);
      height = MAX (height, own);
    }
  *minimum = orientation == GTK_ORIENTATION_VERTICAL ? LEAST_BAR + TEXT_GAP + height : 0;
  *natural = *minimum;
}

static void
legato_step_progress_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  LegatoStepProgress *self = LEGATO_STEP_PROGRESS (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int start = 0;
  int top = get_bar_height (self, height) + TEXT_GAP;

  gtk_widget_allocate (self->probe, 1, 1, -1, NULL);
  for (int i = 0; i < N_TEXTS; i++)
    {
      int part = width * LETTERS[i] / ALL_LETTERS;

      gtk_widget_size_allocate (
          self->fits[i],
          &(GtkAllocation){ rtl ? width - start - part : start, top, part, MAX (1, height - top) },
          -1);
      start += part;
    }
}

static void
append_bar (LegatoStepProgress *self,
            GtkSnapshot *snapshot,
            double start,
            double end,
            double ends_at,
            const GdkRGBA *color)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double left = rtl ? width - end : start;
  double shown = rtl ? width - MIN (end, ends_at) : start;
  int bar = get_bar_height (self, gtk_widget_get_height (GTK_WIDGET (self)));
  GskRoundedRect outline;

  /* The round ends are the segment's, also where it is filled in part. */
  gsk_rounded_rect_init_from_rect (
      &outline, &GRAPHENE_RECT_INIT ((float) left, 0, (float) (end - start), (float) bar),
      (float) MIN (bar / 2.0, (end - start) / 2));
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (
      snapshot, color,
      &GRAPHENE_RECT_INIT ((float) shown, 0, (float) (MIN (end, ends_at) - start), (float) bar));
  gtk_snapshot_pop (snapshot);
}

static void
legato_step_progress_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LegatoStepProgress *self = LEGATO_STEP_PROGRESS (widget);
  GdkRGBA accent = *legato_map_palette_get_accent (self->palette);
  GdkRGBA track = accent;
  double filled = get_filled (self);
  double start = 0;
  double end = 0;

  track.alpha *= TRACK_ALPHA;
  gtk_widget_snapshot_child (widget, self->probe, snapshot);
  for (guint i = 0; legato_step_progress_get_segment (self, i, &start, &end); i++)
    {
      append_bar (self, snapshot, start, end, end, &track);
      if (filled > start)
        append_bar (self, snapshot, start, end, filled, &accent);
    }

  for (guint i = 0; i < N_TEXTS; i++)
    gtk_widget_snapshot_child (widget, self->fits[i], snapshot);
}

/* Nothing is drawn anew for a text that is there already. */
static void
set_text (GtkInscription *inscription, const char *text)
{
  if (g_strcmp0 (gtk_inscription_get_text (inscription), text) != 0)
    gtk_inscription_set_text (inscription, text);
}

static guint
whole_seconds (gint64 left)
{
  return left <= 0 ? 0 : (guint) ((left + LEGATO_SECOND - 1) / LEGATO_SECOND);
}

/* Nanoseconds until the run of steps on one leg, in which @step lies, is over. */
static gint64
get_leg_left (LegatoStepProgress *self, guint step)
{
  guint last = step;

  while (last + 1 < get_n_steps (self) && get_gap (self, last) < LEG_GAP)
    last++;
  return legato_timeline_get_step_onset (self->timeline, last)
         + legato_timeline_get_step_length (self->timeline, last)
         - MAX (self->position, legato_timeline_get_lead_in (self->timeline));
}

static void
show_texts (LegatoStepProgress *self)
{
  guint n_steps = get_n_steps (self);
  guint step = (guint) MAX (0, legato_timeline_find_step (self->timeline, self->position));
  gint64 lead_in = legato_timeline_get_lead_in (self->timeline);
  gint64 duration = legato_timeline_get_duration (self->timeline);
  gint64 all = duration - MAX (self->position, lead_in);
  gint64 leg = get_leg_left (self, step);
  int percent = (int) (100 * (duration - lead_in - all) / MAX (duration - lead_in, 1));
  g_autofree char *all_clock = legato_words_dup_clock (whole_seconds (all));
  g_autofree char *leg_clock = legato_words_dup_clock (whole_seconds (leg));
  /* Translators: number of this step, of how many */
  g_autofree char *number = g_strdup_printf (_ ("Step %u of %u"), step + 1, n_steps);
  /* Translators: minutes and seconds left: of this leg, of the whole session; little room */
  g_autofree char *leg_text = g_strdup_printf (_ ("This leg: %s"), leg_clock);
  g_autofree char *all_text = g_strdup_printf (_ ("%s left"), all_clock);

  set_text (self->texts[TEXT_NUMBER], number);
  /* On the last leg both would say the same. */
  set_text (self->texts[TEXT_LEG],
            get_step (self, step)->leg != LEGATO_LEG_BOTH && leg < all ? leg_text : "");
  set_text (self->texts[TEXT_ALL], all_text);

  if (percent != self->percent)
    {
      self->percent = percent;
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_VALUE_NOW,
                                      (double) percent, -1);
    }
}

static void
legato_step_progress_dispose (GObject *object)
{
  LegatoStepProgress *self = LEGATO_STEP_PROGRESS (object);
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->palette);
  g_clear_pointer (&self->timeline, legato_timeline_unref);

  G_OBJECT_CLASS (legato_step_progress_parent_class)->dispose (object);
}

static void
legato_step_progress_class_init (LegatoStepProgressClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = legato_step_progress_dispose;
  widget_class->measure = legato_step_progress_measure;
  widget_class->size_allocate = legato_step_progress_size_allocate;
  widget_class->snapshot = legato_step_progress_snapshot;

  gtk_widget_class_set_css_name (widget_class, "stepprogress");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PROGRESS_BAR);
}

static void
add_text (LegatoStepProgress *self, Text text, float xalign)
{
  GtkWidget *label = gtk_inscription_new (NULL);

  self->texts[text] = GTK_INSCRIPTION (label);
  gtk_inscription_set_xalign (self->texts[text], xalign);
  gtk_inscription_set_min_lines (self->texts[text], 1);
  gtk_inscription_set_min_chars (self->texts[text], (guint) LETTERS[text]);
  gtk_inscription_set_text_overflow (self->texts[text], GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "numeric");
  self->fits[text] =
      g_object_new (LEGATO_TYPE_FIT_BIN, "child", label, "max-scale", MAX_TEXT_SCALE, NULL);
  gtk_widget_set_parent (self->fits[text], GTK_WIDGET (self));
}

static void
legato_step_progress_init (LegatoStepProgress *self)
{
  self->palette = legato_map_palette_new ();
  g_signal_connect_object (self->palette, "changed", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  self->probe = legato_map_palette_create_probe (self->palette);
  gtk_widget_set_parent (self->probe, GTK_WIDGET (self));
  add_text (self, TEXT_NUMBER, 0.0f);
  add_text (self, TEXT_LEG, 0.5f);
  add_text (self, TEXT_ALL, 1.0f);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Progress of the session"), GTK_ACCESSIBLE_PROPERTY_VALUE_MIN,
                                  0.0, GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, 100.0, -1);
}

/** legato_step_progress_set_timeline: @timeline: (nullable): whose steps are shown */
void
legato_step_progress_set_timeline (LegatoStepProgress *self, LegatoTimeline *timeline)
{
  g_return_if_fail (LEGATO_IS_STEP_PROGRESS (self));

  if (self->timeline == timeline)
    return;
  g_clear_pointer (&self->timeline, legato_timeline_unref);
  self->timeline = timeline != NULL ? legato_timeline_ref (timeline) : NULL;
  self->drawn = -1;
  legato_step_progress_set_position (self, 0);
}

/**
 * legato_step_progress_set_position:
 * @position: nanoseconds on the timeline
 *
 * Draws anew only what has changed by a pixel or a second, and never lays anything out anew.
 */
void
legato_step_progress_set_position (LegatoStepProgress *self, gint64 position)
{
  int filled = 0;

  g_return_if_fail (LEGATO_IS_STEP_PROGRESS (self));

  self->position = position;
  if (self->timeline == NULL)
    return;
  show_texts (self);
  filled = (int) round (get_filled (self));
  if (filled != self->drawn)
    {
      self->drawn = filled;
      gtk_widget_queue_draw (GTK_WIDGET (self));
    }
}
