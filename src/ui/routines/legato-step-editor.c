/* legato-step-editor.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "legato-choice-row.h"
#include "legato-routine-check.h"
#include "legato-chip.h"
#include "legato-step-editor.h"
#include "legato-group-titles.h"
#include "legato-wrap-layout.h"

struct _LegatoStepEditor
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkLabel *fault;
  AdwComboRow *technique;
  GtkLabel *how;
  AdwPreferencesGroup *where;
  GtkBox *zones;
  AdwComboRow *pressure;
  AdwComboRow *phase;
  AdwComboRow *part;
  GtkSpinButton *seconds;

  /* Owned references */
  LegatoGuide *guide;
  LegatoRoutineStep *step;

  LegatoRoutinePart step_part;
  gboolean filling;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LegatoStepEditor, legato_step_editor, ADW_TYPE_BIN)

/* Technique @position of the choice: first all ways of the hands and tools, then the exercises. */
static const LegatoTechnique *
nth_technique (LegatoStepEditor *self, guint position)
{
  GPtrArray *techniques = legato_guide_get_techniques (self->guide);
  GPtrArray *exercises = legato_guide_get_exercises (self->guide);

  if (position < techniques->len)
    return g_ptr_array_index (techniques, position);
  position -= techniques->len;
  return position < exercises->len ? g_ptr_array_index (exercises, position) : NULL;
}

static gboolean
is_exercise (const LegatoRoutineStep *step)
{
  return step->technique->kind == LEGATO_TECHNIQUE_EXERCISE;
}

/* Hands need a place to be on. */
static gboolean
has_place (LegatoStepEditor *self)
{
  return is_exercise (self->step) || self->step->zones->len > 0;
}

static void
show_whether_placed (LegatoStepEditor *self)
{
  adw_preferences_group_set_description (self->where,
                                         has_place (self) ? NULL : _ ("Tap at least one place."));
}

/* Keeps the step within what its technique and places allow. */
static void
limit_step (LegatoStepEditor *self)
{
  LegatoRoutineStep *step = self->step;

  step->pressure = is_exercise (step) ? LEGATO_PRESSURE_FEATHER
                                      : MIN (step->pressure, legato_routine_step_get_cap (step));
  step->seconds = CLAMP (step->seconds, legato_routine_step_get_least_seconds (step),
                         legato_routine_step_get_most_seconds (step));
  if (!is_exercise (step))
    {
      step->phase = MIN (step->phase, LEGATO_PHASE_SETTLE);
      self->step_part = LEGATO_PART_LEG;
    }
}

static void add_zone_chip (LegatoStepEditor *self, const LegatoZone *zone, gboolean lifted);

static void
fill_zones (LegatoStepEditor *self)
{
  GPtrArray *uses = self->step->technique->uses;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->zones))) != NULL)
    gtk_box_remove (self->zones, child);
  for (guint i = 0; i < uses->len; i++)
    {
      const LegatoUse *use = g_ptr_array_index (uses, i);

      add_zone_chip (self, use->zone, use->lifted);
    }
  /* A routine from a file may have places that the technique has not; they can be taken out here.
   */
  for (guint i = 0; i < self->step->zones->len; i++)
    {
      const LegatoZone *zone = g_ptr_array_index (self->step->zones, i);

      if (legato_zone_find_use (zone, self->step->technique) == NULL)
        add_zone_chip (self, zone, FALSE);
    }
}

static void
fill_pressures (LegatoStepEditor *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  LegatoPressure cap = MAX (legato_routine_step_get_cap (self->step), self->step->pressure);

  for (int pressure = LEGATO_PRESSURE_FEATHER; pressure <= (int) cap; pressure++)
    gtk_string_list_append (names, legato_pressure_get_name ((LegatoPressure) pressure));
  adw_combo_row_set_model (self->pressure, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->pressure, self->step->pressure);
}

static void
fill_phases (LegatoStepEditor *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  LegatoPhase last = is_exercise (self->step) ? LEGATO_PHASE_STRETCH
                                              : MAX (LEGATO_PHASE_SETTLE, self->step->phase);

  for (int phase = LEGATO_PHASE_WARM; phase <= (int) last; phase++)
    gtk_string_list_append (names, legato_phase_get_name ((LegatoPhase) phase));
  adw_combo_row_set_model (self->phase, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->phase, self->step->phase);
}

/* Shows the step as it is, with what may be chosen for it. */
static void
fill (LegatoStepEditor *self)
{
  const LegatoRoutineStep *step = self->step;
  guint position = 0;

  self->filling = TRUE;
  while (nth_technique (self, position) != step->technique)
    position++;
  adw_combo_row_set_selected (self->technique, position);
  gtk_label_set_label (self->how, step->technique->how.text);
  gtk_widget_set_visible (GTK_WIDGET (self->where), !is_exercise (step));
  show_whether_placed (self);
  gtk_widget_set_visible (GTK_WIDGET (self->pressure), !is_exercise (step));
  gtk_widget_set_visible (GTK_WIDGET (self->part), is_exercise (step));
  fill_zones (self);
  fill_pressures (self);
  fill_phases (self);
  adw_combo_row_set_selected (self->part, self->step_part);
  gtk_spin_button_set_range (self->seconds,
                             MIN (legato_routine_step_get_least_seconds (step), step->seconds),
                             MAX (legato_routine_step_get_most_seconds (step), step->seconds));
  gtk_spin_button_set_value (self->seconds, step->seconds);
  self->filling = FALSE;
}

static void
take_change (LegatoStepEditor *self)
{
  limit_step (self);
  fill (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
technique_cb (LegatoStepEditor *self)
{
  const LegatoTechnique *technique;
  LegatoRoutineStep *step = self->step;

  if (self->filling || step == NULL)
    return;
  technique = nth_technique (self, adw_combo_row_get_selected (self->technique));
  if (technique == NULL || technique == step->technique)
    return;

  step->technique = technique;
  for (guint i = step->zones->len; i > 0; i--)
    if (legato_zone_find_use (step->zones->pdata[i - 1], technique) == NULL)
      g_ptr_array_remove_index (step->zones, i - 1);
  if (step->zones->len == 0 && technique->uses->len == 1)
    g_ptr_array_add (step->zones, (gpointer) ((const LegatoUse *) technique->uses->pdata[0])->zone);
  take_change (self);
}

static int
compare_ranks (gconstpointer a, gconstpointer b)
{
  return (*(const LegatoZone *const *) a)->rank - (*(const LegatoZone *const *) b)->rank;
}

static void
zone_cb (LegatoStepEditor *self, GtkToggleButton *chip)
{
  gpointer zone = g_object_get_data (G_OBJECT (chip), "zone");
  GPtrArray *zones = self->step->zones;

  if (self->filling)
    return;
  if (gtk_toggle_button_get_active (chip))
    g_ptr_array_add (zones, zone);
  else
    g_ptr_array_remove (zones, zone);
  g_ptr_array_sort (zones, compare_ranks);

  /* The chips are kept, so that the focus stays on its chip. */
  limit_step (self);
  self->filling = TRUE;
  fill_pressures (self);
  gtk_spin_button_set_range (self->seconds, legato_routine_step_get_least_seconds (self->step),
                             legato_routine_step_get_most_seconds (self->step));
  gtk_spin_button_set_value (self->seconds, self->step->seconds);
  self->filling = FALSE;
  show_whether_placed (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
add_zone_chip (LegatoStepEditor *self, const LegatoZone *zone, gboolean lifted)
{
  GtkWidget *chip = NULL;
  g_autofree char *label = NULL;

  /* Translators: the name of a place that hands lift over */
  label = lifted ? g_strdup_printf (_ ("%s, lifted over"), zone->name) : g_strdup (zone->name);
  chip = legato_chip_new (label, NULL);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chip),
                                g_ptr_array_find (self->step->zones, zone, NULL));
  g_object_set_data (G_OBJECT (chip), "zone", (gpointer) zone);
  g_signal_connect_swapped (chip, "toggled", G_CALLBACK (zone_cb), self);
  gtk_box_append (self->zones, chip);
}

static void
value_cb (LegatoStepEditor *self)
{
  guint pressure = adw_combo_row_get_selected (self->pressure);
  guint phase = adw_combo_row_get_selected (self->phase);
  guint part = adw_combo_row_get_selected (self->part);

  if (self->filling || self->step == NULL || pressure == GTK_INVALID_LIST_POSITION
      || phase == GTK_INVALID_LIST_POSITION || part == GTK_INVALID_LIST_POSITION)
    return;
  self->step->pressure = (LegatoPressure) pressure;
  self->step->phase = (LegatoPhase) phase;
  self->step->seconds = (guint) gtk_spin_button_get_value_as_int (self->seconds);
  self->step_part = (LegatoRoutinePart) part;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
legato_step_editor_dispose (GObject *object)
{
  LegatoStepEditor *self = LEGATO_STEP_EDITOR (object);

  self->filling = TRUE;
  g_clear_pointer (&self->step, legato_routine_step_free);
  g_clear_pointer (&self->guide, legato_guide_unref);

  G_OBJECT_CLASS (legato_step_editor_parent_class)->dispose (object);
}

static void
legato_step_editor_class_init (LegatoStepEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = legato_step_editor_dispose;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (LEGATO_TYPE_CHOICE_ROW);
  g_type_ensure (LEGATO_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               LEGATO_RESOURCE_ROOT "/ui/routines/step-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, LegatoStepEditor, fault);
  gtk_widget_class_bind_template_child (widget_class, LegatoStepEditor, technique);
  gtk_widget_class_bind_template_child (widget_class, LegatoStepEditor, how);
  gtk_widget_class_bind_template_child (widget_class, LegatoStepEditor, where);
  gtk_widget_class_bind_template_child (widget_class, LegatoStepEditor, zones);
  gtk_widget_class_bind_template_child (widget_class, LegatoStepEditor, pressure);
  gtk_widget_class_bind_template_child (widget_class, LegatoStepEditor, phase);
  gtk_widget_class_bind_template_child (widget_class, LegatoStepEditor, part);
  gtk_widget_class_bind_template_child (widget_class, LegatoStepEditor, seconds);
  gtk_widget_class_bind_template_callback (widget_class, technique_cb);
  gtk_widget_class_bind_template_callback (widget_class, value_cb);
}

static void
legato_step_editor_init (LegatoStepEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  legato_group_titles_wrap (GTK_WIDGET (self));
}

/** Returns: (transfer none): offers the techniques and places of @guide */
LegatoStepEditor *
legato_step_editor_new (LegatoGuide *guide)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  const LegatoTechnique *technique;
  LegatoStepEditor *self = NULL;

  g_return_val_if_fail (guide != NULL, NULL);

  self = g_object_new (LEGATO_TYPE_STEP_EDITOR, NULL);
  self->guide = legato_guide_ref (guide);
  for (guint i = 0; (technique = nth_technique (self, i)) != NULL; i++)
    gtk_string_list_append (names, technique->name);
  self->filling = TRUE;
  adw_combo_row_set_model (self->technique, G_LIST_MODEL (names));
  self->filling = FALSE;
  return self;
}

/** legato_step_editor_show: @step and the part it stands in are what is changed from now on. */
void
legato_step_editor_show (LegatoStepEditor *self,
                         const LegatoRoutineStep *step,
                         LegatoRoutinePart part)
{
  g_return_if_fail (LEGATO_IS_STEP_EDITOR (self) && self->guide != NULL);
  g_return_if_fail (step != NULL);

  g_clear_pointer (&self->step, legato_routine_step_free);
  self->step = legato_routine_step_copy (step);
  self->step_part = part;
  fill (self);
}

/**
 * legato_step_editor_get_step:
 * @part: (out): the part that it is to stand in
 *
 * Returns: (transfer none) (nullable): the step as it is now; %NULL while no place is chosen for it
 */
const LegatoRoutineStep *
legato_step_editor_get_step (LegatoStepEditor *self, LegatoRoutinePart *part)
{
  g_return_val_if_fail (LEGATO_IS_STEP_EDITOR (self) && self->step != NULL, NULL);

  *part = self->step_part;
  return has_place (self) ? self->step : NULL;
}

/** legato_step_editor_set_fault: @fault: (nullable): what is wrong with the step, in words. */
void
legato_step_editor_set_fault (LegatoStepEditor *self, const char *fault)
{
  g_return_if_fail (LEGATO_IS_STEP_EDITOR (self));

  gtk_label_set_label (self->fault, fault != NULL ? fault : "");
  gtk_widget_set_visible (GTK_WIDGET (self->fault), fault != NULL);
}
