/* legato-soreness-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-access.h"
#include "legato-chip.h"
#include "legato-entry.h"
#include "legato-soreness-row.h"
#include "legato-words.h"
#include "legato-wrap-layout.h"

#define N_VALUES (LEGATO_RATING_MAX + 1)

struct _LegatoSorenessRow
{
  GtkListBoxRow parent_instance;

  /* Template widgets */
  GtkLabel *title;
  GtkLabel *answer;
  GtkBox *scale;
  GtkBox *lower;
  GtkBox *upper;

  /* Borrowed reference, lives as long as the guide */
  const LegatoZone *zone; /* %NULL for a feeling */

  /* Owned reference */
  char *feeling;

  GtkToggleButton *buttons[N_VALUES];
  GtkToggleButton *tight; /* (nullable): says that the place is tight, too */
  LegatoLeg leg;
  int value;
  int last;
  gboolean sliding;
};

enum
{
  PROP_0,
  PROP_VALUE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (LegatoSorenessRow, legato_soreness_row, GTK_TYPE_LIST_BOX_ROW)

static void
show_answer (LegatoSorenessRow *self)
{
  g_autofree char *text = NULL;

  if (self->value < 0 && self->last >= 0)
    /* Translators: a rating of the day before, or of some days ago */
    text = g_strdup_printf (_ ("last time %d"), self->last);
  else if (self->value < 0)
    text = g_strdup (_ ("not rated"));
  else
    /* Translators: a rating, as in "4 of 10" */
    text = g_strdup_printf (_ ("%d of %d"), self->value, LEGATO_RATING_MAX);
  gtk_label_set_label (self->answer, text);
}

/* A second tap on the same number takes the answer back. */
static void
button_toggled_cb (GtkToggleButton *button, LegatoSorenessRow *self)
{
  int value = -1;

  for (int i = 0; i < N_VALUES; i++)
    if (gtk_toggle_button_get_active (self->buttons[i]))
      value = i;

  if (gtk_toggle_button_get_active (button))
    {
      for (int i = 0; i < N_VALUES; i++)
        {
          if (self->buttons[i] == button)
            value = i;
          else
            gtk_toggle_button_set_active (self->buttons[i], FALSE);
        }
    }

  if (value == self->value)
    return;
  self->value = value;
  show_answer (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VALUE]);
}

static void
add_button (LegatoSorenessRow *self, int value)
{
  g_autofree char *label = g_strdup_printf ("%d", value);
  GtkWidget *button =
      legato_access_set_role (gtk_toggle_button_new_with_label (label), GTK_ACCESSIBLE_ROLE_RADIO);

  gtk_widget_set_hexpand (button, TRUE);
  g_signal_connect (button, "toggled", G_CALLBACK (button_toggled_cb), self);
  /* Where all do not fit beside each other, the upper half is in a second line. */
  gtk_box_append (value <= LEGATO_RATING_MAX / 2 ? self->lower : self->upper, button);
  self->buttons[value] = GTK_TOGGLE_BUTTON (button);
}

/* Sliding over the numbers says that which is below. */
static void
slide_cb (GtkGestureDrag *drag, double dx, double dy, LegatoSorenessRow *self)
{
  double x, y;

  if (!gtk_gesture_is_recognized (GTK_GESTURE (drag))
      || !gtk_gesture_drag_get_start_point (drag, &x, &y))
    return;
  if (!self->sliding)
    {
      /* A finger that goes up or down moves the page. */
      if (ABS (dx) <= ABS (dy)
          || !gtk_drag_check_threshold (GTK_WIDGET (self->scale), 0, 0, (int) dx, (int) dy))
        return;
      gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_CLAIMED);
      self->sliding = TRUE;
    }
  for (int i = 0; i < N_VALUES; i++)
    {
      GtkWidget *button = GTK_WIDGET (self->buttons[i]);
      graphene_point_t finger = GRAPHENE_POINT_INIT ((float) (x + dx), (float) (y + dy));
      graphene_point_t inside;

      if (gtk_widget_compute_point (GTK_WIDGET (self->scale), button, &finger, &inside)
          && gtk_widget_contains (button, inside.x, inside.y))
        legato_soreness_row_set_value (self, i);
    }
}

static void
slide_end_cb (LegatoSorenessRow *self)
{
  self->sliding = FALSE;
}

static void
add_slide (LegatoSorenessRow *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  /* Before the numbers take it for a tap. */
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drag), GTK_PHASE_CAPTURE);
  g_signal_connect (drag, "drag-update", G_CALLBACK (slide_cb), self);
  g_signal_connect_swapped (drag, "end", G_CALLBACK (slide_end_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->scale), GTK_EVENT_CONTROLLER (drag));
}

/* The numbers are one stop for the Tab key, and what stands below them is another; arrow keys go
 * from number to number. */
static gboolean
legato_soreness_row_focus (GtkWidget *widget, GtkDirectionType direction)
{
  LegatoSorenessRow *self = LEGATO_SORENESS_ROW (widget);
  gboolean forward = direction == GTK_DIR_TAB_FORWARD;
  gboolean inside = gtk_widget_get_focus_child (widget) != NULL;
  gboolean below = self->tight != NULL && gtk_widget_has_focus (GTK_WIDGET (self->tight));

  if (!forward && direction != GTK_DIR_TAB_BACKWARD)
    return gtk_widget_child_focus (GTK_WIDGET (self->scale), direction);
  if (self->tight != NULL && (forward ? inside && !below : !inside))
    return gtk_widget_grab_focus (GTK_WIDGET (self->tight));
  if (inside && (forward || !below))
    return FALSE;
  return gtk_widget_grab_focus (GTK_WIDGET (self->buttons[MAX (self->value, 0)]));
}

static void
legato_soreness_row_finalize (GObject *object)
{
  g_clear_pointer (&LEGATO_SORENESS_ROW (object)->feeling, g_free);

  G_OBJECT_CLASS (legato_soreness_row_parent_class)->finalize (object);
}

static void
legato_soreness_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  LegatoSorenessRow *self = LEGATO_SORENESS_ROW (object);

  switch (prop_id)
    {
    case PROP_VALUE:
      g_value_set_int (value, self->value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
legato_soreness_row_class_init (LegatoSorenessRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = legato_soreness_row_finalize;
  object_class->get_property = legato_soreness_row_get_property;
  widget_class->focus = legato_soreness_row_focus;

  /** LegatoSorenessRow:value: 0-10, or -1 while there is no answer */
  properties[PROP_VALUE] = g_param_spec_int ("value", NULL, NULL, -1, LEGATO_RATING_MAX, -1,
                                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (LEGATO_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               LEGATO_RESOURCE_ROOT "/ui/widgets/soreness-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LegatoSorenessRow, title);
  gtk_widget_class_bind_template_child (widget_class, LegatoSorenessRow, answer);
  gtk_widget_class_bind_template_child (widget_class, LegatoSorenessRow, scale);
  gtk_widget_class_bind_template_child (widget_class, LegatoSorenessRow, lower);
  gtk_widget_class_bind_template_child (widget_class, LegatoSorenessRow, upper);
}

static void
legato_soreness_row_init (LegatoSorenessRow *self)
{
  self->value = -1;
  self->last = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  for (int i = 0; i < N_VALUES; i++)
    add_button (self, i);
  add_slide (self);
}

static LegatoSorenessRow *
new_row (LegatoLeg leg, const char *title)
{
  LegatoSorenessRow *self = g_object_new (LEGATO_TYPE_SORENESS_ROW, NULL);

  self->leg = leg;
  gtk_label_set_label (self->title, title);
  show_answer (self);
  for (int i = 0; i < N_VALUES; i++)
    {
      /* Translators: a place and how sore it is, as in "Left calf: 4 of 10" */
      g_autofree char *name = g_strdup_printf (_ ("%s: %d of %d"), title, i, LEGATO_RATING_MAX);

      gtk_accessible_update_property (GTK_ACCESSIBLE (self->buttons[i]),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
  return self;
}

/**
 * legato_soreness_row_new:
 * @zone: lives as long as its guide, which must outlive the row
 *
 * Returns: (transfer floating): a row without an answer yet
 */
GtkWidget *
legato_soreness_row_new (LegatoLeg leg, const LegatoZone *zone)
{
  LegatoSorenessRow *self = NULL;

  g_return_val_if_fail (zone != NULL && leg != LEGATO_LEG_BOTH, NULL);

  self = new_row (leg, zone->side_names[leg]);
  self->zone = zone;
  return GTK_WIDGET (self);
}

/**
 * legato_soreness_row_new_feeling:
 * @feeling: its id: "heaviness" …
 *
 * Returns: (transfer floating): a row that asks how much of it there is; without an answer yet
 */
GtkWidget *
legato_soreness_row_new_feeling (LegatoLeg leg, const char *feeling)
{
  LegatoSorenessRow *self = NULL;
  g_autofree char *title = NULL;

  g_return_val_if_fail (feeling != NULL && leg != LEGATO_LEG_BOTH, NULL);

  title = legato_words_dup_felt (leg, feeling);
  self = new_row (leg, title);
  self->feeling = g_strdup (feeling);
  return GTK_WIDGET (self);
}

LegatoLeg
legato_soreness_row_get_leg (LegatoSorenessRow *self)
{
  g_return_val_if_fail (LEGATO_IS_SORENESS_ROW (self), LEGATO_LEG_LEFT);
  return self->leg;
}

/** Returns: (transfer none) (nullable): %NULL if it is about a feeling */
const LegatoZone *
legato_soreness_row_get_zone (LegatoSorenessRow *self)
{
  g_return_val_if_fail (LEGATO_IS_SORENESS_ROW (self), NULL);
  return self->zone;
}

/** Returns: (transfer none) (nullable): id of the feeling; %NULL if it is about a place */
const char *
legato_soreness_row_get_feeling (LegatoSorenessRow *self)
{
  g_return_val_if_fail (LEGATO_IS_SORENESS_ROW (self), NULL);
  return self->feeling;
}

/** Returns: 0-10, or -1 while there is no answer */
int
legato_soreness_row_get_value (LegatoSorenessRow *self)
{
  g_return_val_if_fail (LEGATO_IS_SORENESS_ROW (self), -1);
  return self->value;
}

/** legato_soreness_row_set_value: @value is 0-10, or -1 to take the answer back. */
void
legato_soreness_row_set_value (LegatoSorenessRow *self, int value)
{
  g_return_if_fail (LEGATO_IS_SORENESS_ROW (self));
  g_return_if_fail (value >= -1 && value < N_VALUES);

  for (int i = 0; i < N_VALUES; i++)
    gtk_toggle_button_set_active (self->buttons[i], i == value);
}

static void
tight_toggled_cb (LegatoSorenessRow *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VALUE]);
}

/** legato_soreness_row_ask_tight: asks whether the place is tight, too; a change of that notifies
 * of the value. */
void
legato_soreness_row_ask_tight (LegatoSorenessRow *self)
{
  GtkWidget *chip = NULL;

  g_return_if_fail (LEGATO_IS_SORENESS_ROW (self));
  g_return_if_fail (self->tight == NULL);

  chip = legato_chip_new (_ ("Tight here"), NULL);
  gtk_widget_set_halign (chip, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  gtk_label_get_label (self->title), -1);
  g_signal_connect_object (chip, "toggled", G_CALLBACK (tight_toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (self))), chip);
  self->tight = GTK_TOGGLE_BUTTON (chip);
}

/** Returns: whether it was said that the place is tight */
gboolean
legato_soreness_row_is_tight (LegatoSorenessRow *self)
{
  g_return_val_if_fail (LEGATO_IS_SORENESS_ROW (self), FALSE);
  return self->tight != NULL && gtk_toggle_button_get_active (self->tight);
}

void
legato_soreness_row_set_tight (LegatoSorenessRow *self, gboolean tight)
{
  g_return_if_fail (LEGATO_IS_SORENESS_ROW (self));
  g_return_if_fail (self->tight != NULL);
  gtk_toggle_button_set_active (self->tight, tight);
}

/** legato_soreness_row_set_hint: what was said @last, shown until there is an answer; -1 for none.
 */
void
legato_soreness_row_set_hint (LegatoSorenessRow *self, int last)
{
  g_return_if_fail (LEGATO_IS_SORENESS_ROW (self));

  self->last = last;
  show_answer (self);
}
