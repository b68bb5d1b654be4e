/* legato-storyboard.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "legato-step-words.h"
#include "legato-storyboard.h"
#include "legato-thumbnail.h"
#include "legato-words.h"

#define SPACING 6
#define MOST_FRAMES_A_LINE 12

/* Wider than any window, in pixels: nothing wraps there. */
#define WIDEST 16384

struct _LegatoStoryboard
{
  GtkWidget parent_instance;

  /* Owned references */
  LegatoContext *context;
  GtkWidget *content;
};

G_DEFINE_FINAL_TYPE (LegatoStoryboard, legato_storyboard, GTK_TYPE_WIDGET)

/* The frame's name says it all to a screen reader, which takes "3:00" for a time of day. */
static GtkWidget *
new_label (const char *text, const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "accessible-role",
                                   GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 14);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

/* "Foot to Calf", or "Calf"; %NULL for an exercise. */
static char *
dup_place (const LegatoStep *step)
{
  if (step->zones->len == 1)
    return g_strdup (((const LegatoZone *) step->zones->pdata[0])->name);
  return legato_step_dup_reach (step);
}

/* Picture, place, technique and time of one step. */
static GtkWidget *
new_frame (LegatoStoryboard *self, const LegatoStep *step)
{
  GtkWidget *frame = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *thumbnail = legato_thumbnail_new (legato_context_get_thumbnails (self->context));
  GtkWidget *child = gtk_flow_box_child_new ();
  g_autofree char *place = dup_place (step);
  g_autofree char *clock = legato_words_dup_clock (step->seconds);
  g_autofree char *title = legato_step_dup_title (step);
  g_autofree char *length = legato_words_dup_length (step->seconds);
  g_autofree char *name = g_strjoin (C_ ("list", ", "), title, length, NULL);

  legato_thumbnail_show_places (LEGATO_THUMBNAIL (thumbnail), step->leg,
                                legato_step_get_shown_zones (step), step->technique);
  gtk_box_append (GTK_BOX (frame), thumbnail);
  gtk_box_append (GTK_BOX (frame), new_label (clock, "frame-time"));
  gtk_box_append (GTK_BOX (frame), new_label (step->technique->name, "caption-heading"));
  if (place != NULL)
    gtk_box_append (GTK_BOX (frame), new_label (place, "caption"));
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), frame);
  gtk_widget_set_valign (child, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return child;
}

static gboolean
are_alike (const LegatoStep *a, const LegatoStep *b)
{
  if (a->technique != b->technique || a->seconds != b->seconds || a->pressure != b->pressure
      || a->zones->len != b->zones->len)
    return FALSE;
  for (guint i = 0; i < a->zones->len; i++)
    if (a->zones->pdata[i] != b->zones->pdata[i])
      return FALSE;
  return TRUE;
}

/* The end of the run of steps of one leg that begins with @start. */
static guint
find_end (LegatoPlan *plan, guint start)
{
  guint end = start;

  while (end < legato_plan_get_n_steps (plan)
         && legato_plan_get_step (plan, end)->leg == legato_plan_get_step (plan, start)->leg)
    end++;
  return end;
}

/* Whether the steps from @end on do on the other leg what those from @start do. */
static gboolean
is_repeated (LegatoPlan *plan, guint start, guint end)
{
  LegatoLeg leg = legato_plan_get_step (plan, start)->leg;

  if (leg == LEGATO_LEG_BOTH || end == legato_plan_get_n_steps (plan)
      || legato_plan_get_step (plan, end)->leg == LEGATO_LEG_BOTH
      || find_end (plan, end) - end != end - start)
    return FALSE;
  for (guint i = start; i < end; i++)
    if (!are_alike (legato_plan_get_step (plan, i), legato_plan_get_step (plan, i + end - start)))
      return FALSE;
  return TRUE;
}

static void
add_run (LegatoStoryboard *self, LegatoPlan *plan, guint start, guint end, gboolean repeated)
{
  LegatoLeg leg = legato_plan_get_step (plan, start)->leg;
  GtkWidget *heading = NULL;
  GtkWidget *frames = gtk_flow_box_new ();
  const char *title = leg == LEGATO_LEG_BOTH ? _ ("Both legs") : legato_leg_get_name (leg);

  if (repeated)
    title = leg == LEGATO_LEG_LEFT ? _ ("Left leg, then the same on the right")
                                   : _ ("Right leg, then the same on the left");
  /* It would keep the Tab key at what stands before it. */
  gtk_widget_set_can_focus (frames, FALSE);
  heading = gtk_label_new (title);
  gtk_label_set_xalign (GTK_LABEL (heading), 0.0f);
  gtk_label_set_wrap (GTK_LABEL (heading), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (heading), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (heading, "heading");
  gtk_box_append (GTK_BOX (self->content), heading);

  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (frames), GTK_SELECTION_NONE);
  gtk_flow_box_set_homogeneous (GTK_FLOW_BOX (frames), TRUE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (frames), MOST_FRAMES_A_LINE);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (frames), SPACING);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (frames), SPACING);
  gtk_accessible_update_property (GTK_ACCESSIBLE (frames), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  for (guint i = start; i < end; i++)
    gtk_flow_box_append (GTK_FLOW_BOX (frames), new_frame (self, legato_plan_get_step (plan, i)));
  gtk_box_append (GTK_BOX (self->content), frames);
}

static void
add_total (LegatoStoryboard *self, LegatoPlan *plan, guint rest_s)
{
  g_autofree char *massage = legato_words_dup_length (legato_plan_get_seconds (plan));
  g_autofree char *all = legato_words_dup_length (legato_plan_get_seconds (plan) + rest_s);
  g_autofree char *text = NULL;
  GtkWidget *label = NULL;

  if (rest_s > 0)
    /* Translators: lengths of time: of the steps, and with the rest after them */
    text = g_strdup_printf (_ ("%s of massage, %s with the rest"), massage, all);
  else
    /* Translators: a length of time: "3 minutes in all" */
    text = g_strdup_printf (_ ("%s in all"), massage);
  label = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (self->content), label);
}

static void
clear (LegatoStoryboard *self)
{
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (self->content)) != NULL)
    gtk_box_remove (GTK_BOX (self->content), child);
}

static GtkSizeRequestMode
legato_storyboard_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* Asked for its height at no width, a flow box tells what it needs at its least width, where all
 * wraps most; that is to be the least height over all widths, and GTK 4.18 warns if it is not. */
static void
legato_storyboard_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  gtk_widget_measure (LEGATO_STORYBOARD (widget)->content, orientation,
                      orientation == GTK_ORIENTATION_VERTICAL && for_size < 0 ? WIDEST : for_size,
                      minimum, natural, NULL, NULL);
}

static void
legato_storyboard_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_allocate (LEGATO_STORYBOARD (widget)->content, width, height, baseline, NULL);
}

static void
legato_storyboard_dispose (GObject *object)
{
  LegatoStoryboard *self = LEGATO_STORYBOARD (object);

  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (legato_storyboard_parent_class)->dispose (object);
}

static void
legato_storyboard_class_init (LegatoStoryboardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = legato_storyboard_dispose;
  widget_class->get_request_mode = legato_storyboard_get_request_mode;
  widget_class->measure = legato_storyboard_measure;
  widget_class->size_allocate = legato_storyboard_size_allocate;
}

static void
legato_storyboard_init (LegatoStoryboard *self)
{
  self->content = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);
  gtk_widget_set_parent (self->content, GTK_WIDGET (self));
}

/** Returns: (transfer none): an empty storyboard */
LegatoStoryboard *
legato_storyboard_new (LegatoContext *context)
{
  LegatoStoryboard *self = NULL;

  g_return_val_if_fail (LEGATO_IS_CONTEXT (context), NULL);

  self = g_object_new (LEGATO_TYPE_STORYBOARD, NULL);
  self->context = g_object_ref (context);
  return self;
}

/**
 * legato_storyboard_show:
 * @plan: (nullable): what is to be done; %NULL for nothing
 * @rest_s: seconds of rest after it
 *
 * Shows each step: its place, its technique and its time. What is done on one leg as on the other
 * is shown once.
 */
void
legato_storyboard_show (LegatoStoryboard *self, LegatoPlan *plan, guint rest_s)
{
  guint start = 0;

  g_return_if_fail (LEGATO_IS_STORYBOARD (self));

  clear (self);
  if (plan == NULL)
    return;
  add_total (self, plan, rest_s);
  while (start < legato_plan_get_n_steps (plan))
    {
      guint end = find_end (plan, start);
      gboolean repeated = is_repeated (plan, start, end);

      add_run (self, plan, start, end, repeated);
      start = repeated ? end + (end - start) : end;
    }
}
