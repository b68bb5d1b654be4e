/* legato-unguided-group.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-chip.h"
#include "legato-choice-row.h"
#include "legato-entry-words.h"
#include "legato-journal-error.h"
#include "legato-planner.h"
#include "legato-unguided-group.h"
#include "legato-unguided-session.h"

/* Longer than any guided session: somebody else may have massaged for two hours. */
#define MOST_MINUTES 120
#define USUAL_MINUTES 10

struct _LegatoUnguidedGroup
{
  AdwBin parent_instance;

  /* Borrowed references, within this */
  AdwComboRow *what;
  GtkSpinButton *minutes;
  AdwComboRow *legs;
  GtkWidget *places_title;
  GtkWidget *places; /* of chips, each with its id */
  AdwComboRow *technique;
  AdwComboRow *pressure;

  /* Owned references */
  LegatoGuide *guide;
  GPtrArray *routines;   /* (element-type LegatoRoutine): "Certain places" follow them in `what` */
  GPtrArray *techniques; /* (element-type LegatoTechnique) */
  LegatoEntry *told;     /* (nullable): what was told before, and is corrected */
  char *told_choice;     /* (nullable): how that was shown, but for the minutes */

  guint told_what;
  guint told_minutes;
};

static const LegatoLeg leg_order[] = { LEGATO_LEG_BOTH, LEGATO_LEG_LEFT, LEGATO_LEG_RIGHT };
static const LegatoPressure pressure_order[] = { LEGATO_PRESSURE_FEATHER, LEGATO_PRESSURE_LIGHT,
                                                 LEGATO_PRESSURE_MODERATE };

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LegatoUnguidedGroup, legato_unguided_group, ADW_TYPE_BIN)

/* Returns: (nullable): the routine that is chosen, or %NULL for a massage of certain places */
static const LegatoRoutine *
get_routine (LegatoUnguidedGroup *self)
{
  guint selected = adw_combo_row_get_selected (self->what);

  return selected < self->routines->len ? g_ptr_array_index (self->routines, selected) : NULL;
}

static gboolean
is_told_what (LegatoUnguidedGroup *self)
{
  return self->told != NULL && adw_combo_row_get_selected (self->what) == self->told_what;
}

static void
what_cb (LegatoUnguidedGroup *self)
{
  const LegatoRoutine *routine = get_routine (self);
  guint selected = adw_combo_row_get_selected (self->what);
  gboolean by_place = selected == self->routines->len;

  gtk_widget_set_visible (self->places_title, by_place);
  gtk_widget_set_visible (self->places, by_place);
  gtk_widget_set_visible (GTK_WIDGET (self->technique), by_place);
  gtk_widget_set_visible (GTK_WIDGET (self->pressure), by_place);
  gtk_widget_set_visible (GTK_WIDGET (self->legs), selected <= self->routines->len);
  if (is_told_what (self))
    gtk_spin_button_set_value (self->minutes, self->told_minutes);
  else if (routine != NULL)
    gtk_spin_button_set_value (self->minutes, routine->own_minutes);
  g_signal_emit (self, signals[CHANGED], 0);
}

static AdwComboRow *
add_combo (GtkListBox *list, const char *title, GStrvBuilder *builder)
{
  g_auto (GStrv) names = g_strv_builder_end (builder);
  g_autoptr (GtkStringList) model = gtk_string_list_new ((const char *const *) names);
  GtkWidget *row = legato_choice_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_use_subtitle (ADW_COMBO_ROW (row), TRUE);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (model));
  gtk_list_box_append (list, row);
  return ADW_COMBO_ROW (row);
}

static void
add_what (LegatoUnguidedGroup *self, GtkListBox *list)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_autoptr (GPtrArray) own = legato_guide_dup_own_routines (self->guide);

  g_ptr_array_extend (self->routines, legato_guide_get_routines (self->guide), NULL, NULL);
  g_ptr_array_extend (self->routines, own, NULL, NULL);
  for (guint i = 0; i < self->routines->len; i++)
    g_strv_builder_add (names,
                        ((const LegatoRoutine *) g_ptr_array_index (self->routines, i))->name);
  g_strv_builder_add (names, _ ("Certain places"));
  self->what = add_combo (list, _ ("Massage"), names);
  adw_combo_row_set_selected (self->what, self->routines->len);
  g_signal_connect_swapped (self->what, "notify::selected", G_CALLBACK (what_cb), self);
}

static void
add_minutes (LegatoUnguidedGroup *self, GtkListBox *list)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *minutes = gtk_spin_button_new_with_range (1, MOST_MINUTES, 1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Minutes"));
  gtk_widget_set_valign (minutes, GTK_ALIGN_CENTER);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (minutes), USUAL_MINUTES);
  gtk_accessible_update_property (GTK_ACCESSIBLE (minutes), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Minutes"), -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), minutes);
  gtk_list_box_append (list, row);
  self->minutes = GTK_SPIN_BUTTON (minutes);
}

static void
add_technique (LegatoUnguidedGroup *self, GtkListBox *list)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) pressures = g_strv_builder_new ();

  g_ptr_array_extend (self->techniques, legato_guide_get_techniques (self->guide), NULL, NULL);
  for (guint i = 0; i < self->techniques->len; i++)
    g_strv_builder_add (names,
                        ((const LegatoTechnique *) g_ptr_array_index (self->techniques, i))->name);
  self->technique = add_combo (list, _ ("How"), names);
  for (gsize i = 0; i < G_N_ELEMENTS (pressure_order); i++)
    g_strv_builder_add (pressures, legato_pressure_get_name (pressure_order[i]));
  self->pressure = add_combo (list, _ ("Pressure"), pressures);
  adw_combo_row_set_selected (self->pressure, LEGATO_PRESSURE_LIGHT);
}

static void
add_places (LegatoUnguidedGroup *self, GtkBox *content)
{
  GPtrArray *zones = legato_guide_get_zones (self->guide);

  self->places_title = gtk_label_new (_ ("Which places?"));
  gtk_label_set_xalign (GTK_LABEL (self->places_title), 0.0f);
  gtk_box_append (content, self->places_title);
  self->places = legato_chip_box_new ();
  for (guint i = 0; i < zones->len; i++)
    {
      const LegatoZone *zone = g_ptr_array_index (zones, i);
      GtkWidget *chip = legato_chip_new (zone->name, NULL);

      legato_chip_set_id (chip, zone->id);
      gtk_box_append (GTK_BOX (self->places), chip);
    }
  gtk_box_append (content, self->places);
}

static GPtrArray *
list_places (LegatoUnguidedGroup *self)
{
  GPtrArray *zones = g_ptr_array_new ();

  for (GtkWidget *chip = gtk_widget_get_first_child (self->places); chip != NULL;
       chip = gtk_widget_get_next_sibling (chip))
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (chip)))
      g_ptr_array_add (zones, (gpointer) legato_chip_get_id (chip));
  g_ptr_array_add (zones, NULL);
  return zones;
}

static LegatoLeg
get_legs (LegatoUnguidedGroup *self)
{
  return leg_order[adw_combo_row_get_selected (self->legs)];
}

/* Returns: (transfer full): what is chosen of what can be seen, but for the minutes */
static char *
dup_choice (LegatoUnguidedGroup *self)
{
  guint what = adw_combo_row_get_selected (self->what);
  guint legs = adw_combo_row_get_selected (self->legs);
  g_autoptr (GPtrArray) places = NULL;
  g_autofree char *zones = NULL;

  if (what > self->routines->len)
    return g_strdup ("as told");
  if (what < self->routines->len)
    return g_strdup_printf ("%u %u", what, legs);
  places = list_places (self);
  zones = g_strjoinv (" ", (char **) places->pdata);
  return g_strdup_printf ("%u %u %u %u %s", what, legs,
                          adw_combo_row_get_selected (self->technique),
                          adw_combo_row_get_selected (self->pressure), zones);
}

static void
legato_unguided_group_finalize (GObject *object)
{
  LegatoUnguidedGroup *self = LEGATO_UNGUIDED_GROUP (object);

  g_clear_pointer (&self->guide, legato_guide_unref);
  g_clear_pointer (&self->routines, g_ptr_array_unref);
  g_clear_pointer (&self->techniques, g_ptr_array_unref);
  g_clear_pointer (&self->told, legato_entry_unref);
  g_clear_pointer (&self->told_choice, g_free);

  G_OBJECT_CLASS (legato_unguided_group_parent_class)->finalize (object);
}

static void
legato_unguided_group_class_init (LegatoUnguidedGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = legato_unguided_group_finalize;

  /** LegatoUnguidedGroup::changed: another massage, or certain places, was chosen */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
legato_unguided_group_init (LegatoUnguidedGroup *self)
{
  self->routines = g_ptr_array_new ();
  self->techniques = g_ptr_array_new ();
}

/** Returns: (transfer floating): asks what was done; at first, for ten minutes at certain places */
LegatoUnguidedGroup *
legato_unguided_group_new (LegatoGuide *guide)
{
  LegatoUnguidedGroup *self = NULL;
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *list = gtk_list_box_new ();
  g_autoptr (GStrvBuilder) legs = g_strv_builder_new ();

  g_return_val_if_fail (guide != NULL, NULL);

  self = g_object_new (LEGATO_TYPE_UNGUIDED_GROUP, NULL);
  self->guide = legato_guide_ref (guide);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  add_what (self, GTK_LIST_BOX (list));
  add_minutes (self, GTK_LIST_BOX (list));
  for (gsize i = 0; i < G_N_ELEMENTS (leg_order); i++)
    g_strv_builder_add (legs, legato_leg_get_name (leg_order[i]));
  self->legs = add_combo (GTK_LIST_BOX (list), _ ("Leg"), legs);
  add_technique (self, GTK_LIST_BOX (list));
  gtk_box_append (GTK_BOX (content), list);
  add_places (self, GTK_BOX (content));
  adw_bin_set_child (ADW_BIN (self), content);
  return self;
}

static LegatoLeg
find_legs (const LegatoEntry *entry)
{
  gboolean touched[2] = { FALSE, FALSE };

  for (guint i = 0; i < entry->steps->len; i++)
    {
      const LegatoDoneStep *step = g_ptr_array_index (entry->steps, i);

      touched[LEGATO_LEG_LEFT] |= step->leg != LEGATO_LEG_RIGHT;
      touched[LEGATO_LEG_RIGHT] |= step->leg != LEGATO_LEG_LEFT;
    }
  if (touched[LEGATO_LEG_LEFT] == touched[LEGATO_LEG_RIGHT])
    return LEGATO_LEG_BOTH;
  return touched[LEGATO_LEG_LEFT] ? LEGATO_LEG_LEFT : LEGATO_LEG_RIGHT;
}

static guint
find_routine (LegatoUnguidedGroup *self, const char *id)
{
  for (guint i = 0; i < self->routines->len; i++)
    if (g_str_equal (((const LegatoRoutine *) g_ptr_array_index (self->routines, i))->id, id))
      return i;
  return GTK_INVALID_LIST_POSITION;
}

static guint
find_technique (LegatoUnguidedGroup *self, const char *id)
{
  for (guint i = 0; i < self->techniques->len; i++)
    if (g_str_equal (((const LegatoTechnique *) g_ptr_array_index (self->techniques, i))->id, id))
      return i;
  return GTK_INVALID_LIST_POSITION;
}

static void
show_step (LegatoUnguidedGroup *self, const LegatoDoneStep *step)
{
  adw_combo_row_set_selected (self->technique, find_technique (self, step->technique));
  adw_combo_row_set_selected (self->pressure, step->pressure);
  for (GtkWidget *chip = gtk_widget_get_first_child (self->places); chip != NULL;
       chip = gtk_widget_get_next_sibling (chip))
    gtk_toggle_button_set_active (
        GTK_TOGGLE_BUTTON (chip),
        g_strv_contains ((const char *const *) step->zones, legato_chip_get_id (chip)));
}

/* Whether the fields can say all of what was done: some places, in one way. */
static gboolean
is_by_place (LegatoUnguidedGroup *self, const LegatoEntry *entry)
{
  const LegatoDoneStep *first = entry->steps->len > 0 ? entry->steps->pdata[0] : NULL;

  if (entry->goal != NULL || entry->zone != NULL || first == NULL || first->zones[0] == NULL
      || find_technique (self, first->technique) == GTK_INVALID_LIST_POSITION)
    return FALSE;
  for (char **zone = first->zones; *zone != NULL; zone++)
    if (legato_guide_find_zone (self->guide, *zone) == NULL)
      return FALSE;
  for (guint i = 1; i < entry->steps->len; i++)
    {
      const LegatoDoneStep *step = g_ptr_array_index (entry->steps, i);

      if (!g_str_equal (step->technique, first->technique) || step->pressure != first->pressure
          || !g_strv_equal ((const char *const *) step->zones, (const char *const *) first->zones))
        return FALSE;
    }
  return TRUE;
}

/* Returns: which of `what` it was; where it is none of them, one more that says what is known */
static guint
need_what (LegatoUnguidedGroup *self, const LegatoEntry *entry)
{
  guint what = entry->routine != NULL      ? find_routine (self, entry->routine)
               : is_by_place (self, entry) ? self->routines->len
                                           : GTK_INVALID_LIST_POSITION;
  g_autofree char *title = NULL;

  if (what != GTK_INVALID_LIST_POSITION)
    return what;
  title = legato_entry_words_dup_title (entry, self->guide);
  gtk_string_list_append (GTK_STRING_LIST (adw_combo_row_get_model (self->what)), title);
  return self->routines->len + 1;
}

/** legato_unguided_group_show: shows what @entry, an unguided session, has; once only. */
void
legato_unguided_group_show (LegatoUnguidedGroup *self, const LegatoEntry *entry)
{
  LegatoLeg legs = find_legs (entry);

  g_return_if_fail (LEGATO_IS_UNGUIDED_GROUP (self) && entry != NULL);
  g_return_if_fail (self->told == NULL);

  adw_combo_row_set_selected (self->what, need_what (self, entry));
  gtk_spin_button_set_value (self->minutes, (entry->done_s + 30) / 60);
  for (guint i = 0; i < G_N_ELEMENTS (leg_order); i++)
    if (leg_order[i] == legs)
      adw_combo_row_set_selected (self->legs, i);
  if (adw_combo_row_get_selected (self->what) == self->routines->len)
    show_step (self, g_ptr_array_index (entry->steps, 0));
  self->told = legato_entry_copy (entry);
  self->told_choice = dup_choice (self);
  self->told_what = adw_combo_row_get_selected (self->what);
  self->told_minutes = (guint) gtk_spin_button_get_value_as_int (self->minutes);
}

/** Returns: how long it took, in seconds; to the second where nobody changed it */
guint
legato_unguided_group_get_seconds (LegatoUnguidedGroup *self)
{
  guint minutes = 0;

  g_return_val_if_fail (LEGATO_IS_UNGUIDED_GROUP (self), 0);

  minutes = (guint) gtk_spin_button_get_value_as_int (self->minutes);
  return is_told_what (self) && minutes == self->told_minutes ? self->told->done_s : minutes * 60;
}

/** Returns: whether somebody else was massaged */
gboolean
legato_unguided_group_is_for_partner (LegatoUnguidedGroup *self)
{
  const LegatoRoutine *routine = NULL;

  g_return_val_if_fail (LEGATO_IS_UNGUIDED_GROUP (self), FALSE);

  if (is_told_what (self))
    return legato_entry_is_of_partner (self->told);
  routine = get_routine (self);
  return routine != NULL && routine->partner;
}

/**
 * legato_unguided_group_read:
 *
 * Puts what was said into @entry, in place of what it had. What was told before and not changed
 * stays as it was, also where the fields cannot say all of it.
 *
 * Returns: %FALSE with @error set if something is missing
 */
gboolean
legato_unguided_group_read (LegatoUnguidedGroup *self, LegatoEntry *entry, GError **error)
{
  const LegatoTechnique *technique = NULL;
  g_autoptr (GPtrArray) places = NULL;
  g_autoptr (LegatoPlan) plan = NULL;
  g_auto (GStrv) tools = NULL;
  g_autofree char *choice = NULL;
  LegatoRequest request = { 0 };

  g_return_val_if_fail (LEGATO_IS_UNGUIDED_GROUP (self) && entry != NULL, FALSE);

  choice = dup_choice (self);
  if (g_strcmp0 (choice, self->told_choice) == 0)
    {
      legato_unguided_session_fill_again (entry, self->told,
                                          legato_unguided_group_get_seconds (self));
      return TRUE;
    }
  request.routine = get_routine (self);
  request.legs = get_legs (self);
  if (request.routine == NULL)
    {
      places = list_places (self);
      if (places->len == 1)
        {
          g_set_error_literal (error, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_INVALID,
                               _ ("Tap at least one place that was massaged."));
          return FALSE;
        }
      technique =
          g_ptr_array_index (self->techniques, adw_combo_row_get_selected (self->technique));
      legato_unguided_session_fill_places (
          entry, request.legs, technique->id, (const char *const *) places->pdata,
          pressure_order[adw_combo_row_get_selected (self->pressure)],
          legato_unguided_group_get_seconds (self));
      return TRUE;
    }
  tools = legato_routine_dup_tools (request.routine);
  request.tools = (const char *const *) tools;
  plan = legato_planner_make (self->guide, &request, error);
  if (plan == NULL)
    return FALSE;
  legato_unguided_session_fill (entry, plan, legato_unguided_group_get_seconds (self));
  return TRUE;
}
