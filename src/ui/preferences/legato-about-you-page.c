/* legato-about-you-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-about-you-page.h"
#include "legato-choice-row.h"
#include "legato-clearance-row.h"
#include "legato-joint-chips.h"
#include "legato-planner.h"
#include "legato-action-row.h"
#include "legato-words.h"
#include "legato-text-button.h"

struct _LegatoAboutYouPage
{
  AdwPreferencesPage parent_instance;

  /* Template widgets */
  GtkSpinButton *goal;
  AdwComboRow *minutes;
  AdwComboRow *often;
  AdwActionRow *often_note;
  AdwPreferencesGroup *gentle;
  AdwPreferencesGroup *clearance;
  AdwPreferencesGroup *tools;
  GtkWidget *forget;

  /* Borrowed references, within `gentle` */
  GtkWidget *joints;
  GtkSwitch *may_bend;

  /* Owned references */
  LegatoPersonModel *person;
  GSettings *settings;
  GPtrArray *clearances; /* (element-type LegatoClearanceRow) */
  GPtrArray *switches;   /* (element-type GtkSwitch): each with its "condition" or "tool" */

  gboolean filling;
};

enum
{
  FORGET,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* In the order of the choices in the template. */
static const char *const often_choices[] = { "always", "daily", "never" };

/* 0 means: each session at the length it is written for. */
static const guint minutes_choices[] = { 0, 3, 5, 8, 10, 15, 20, 30 };

/* Conditions that need no clearance by a doctor, and what each changes. Those that come and go from
 * day to day are asked in the check-in instead. */
static const struct
{
  LegatoCondition condition;
  const char *effect;
} gentle_conditions[] = {
  { LEGATO_CONDITION_SWELLING, N_ ("Very light strokes take the place of kneading.") },
  { LEGATO_CONDITION_VEINS,
    N_ ("Light touch everywhere. Mark where veins show under Places: those are left out.") },
  { LEGATO_CONDITION_FRAGILE_SKIN, N_ ("Everything one step lighter, with no tapping.") },
  { LEGATO_CONDITION_NEUROPATHY,
    N_ ("Light touch and no tools. Mark the numb places under Places: those are left out.") },
  { LEGATO_CONDITION_PACEMAKER, N_ ("No massage gun and no sleeve.") },
  { LEGATO_CONDITION_JOINT_REPLACEMENT,
    N_ ("No tool beside the joint, and no stretch that bends it.") },
};

G_DEFINE_FINAL_TYPE (LegatoAboutYouPage, legato_about_you_page, ADW_TYPE_PREFERENCES_PAGE)

static void
fill (LegatoAboutYouPage *self)
{
  const LegatoProfile *profile = legato_person_model_get_profile (self->person);
  const LegatoProfileCondition *joint = NULL;

  self->filling = TRUE;
  gtk_spin_button_set_value (self->goal, profile->weekly_goal);
  for (guint i = 0; i < G_N_ELEMENTS (minutes_choices); i++)
    if (minutes_choices[i] == profile->usual_minutes)
      adw_combo_row_set_selected (self->minutes, i);
  for (guint i = 0; i < self->switches->len; i++)
    {
      GObject *toggle = g_ptr_array_index (self->switches, i);
      const char *condition = g_object_get_data (toggle, "condition");
      const char *tool = g_object_get_data (toggle, "tool");

      gtk_switch_set_active (GTK_SWITCH (toggle),
                             condition != NULL
                                 ? legato_profile_find_condition (profile, condition) != NULL
                                 : legato_profile_has_tool (profile, tool));
    }
  joint = legato_profile_find_condition (
      profile, legato_condition_to_id (LEGATO_CONDITION_JOINT_REPLACEMENT));
  gtk_widget_set_visible (self->joints, joint != NULL);
  gtk_switch_set_active (self->may_bend, joint != NULL && joint->cleared != 0);
  gtk_widget_set_visible (GTK_WIDGET (self->often_note),
                          legato_person_model_has_needs (self->person)
                              && adw_combo_row_get_selected (self->often) == 2);
  self->filling = FALSE;
  /* Off for the second click of two, after which nothing would be left to be brought back. */
  gtk_widget_set_sensitive (self->forget, legato_person_model_can_forget (self->person));
}

/* Returns: (transfer full): a copy to change, for legato_person_model_set_profile() */
static LegatoProfile *
begin_change (LegatoAboutYouPage *self)
{
  if (self->filling || self->person == NULL)
    return NULL;
  return legato_profile_copy (legato_person_model_get_profile (self->person));
}

static void
goal_changed_cb (LegatoAboutYouPage *self)
{
  g_autoptr (LegatoProfile) profile = begin_change (self);

  if (profile == NULL)
    return;
  profile->weekly_goal = (guint) gtk_spin_button_get_value_as_int (self->goal);
  legato_person_model_set_profile (self->person, profile);
}

static void
minutes_changed_cb (LegatoAboutYouPage *self)
{
  g_autoptr (LegatoProfile) profile = begin_change (self);
  guint selected = adw_combo_row_get_selected (self->minutes);

  if (profile == NULL || selected >= G_N_ELEMENTS (minutes_choices))
    return;
  profile->usual_minutes = minutes_choices[selected];
  legato_person_model_set_profile (self->person, profile);
}

static void
often_changed_cb (LegatoAboutYouPage *self)
{
  if (self->person != NULL && !self->filling)
    fill (self);
}

static void
switch_cb (GtkSwitch *toggle, GParamSpec *pspec, LegatoAboutYouPage *self)
{
  g_autoptr (LegatoProfile) profile = begin_change (self);
  const char *condition = g_object_get_data (G_OBJECT (toggle), "condition");
  gboolean active = gtk_switch_get_active (toggle);

  if (profile == NULL)
    return;
  if (condition == NULL)
    legato_profile_set_tool (profile, g_object_get_data (G_OBJECT (toggle), "tool"), active);
  else if (!active)
    legato_profile_remove_condition (profile, condition);
  else
    legato_profile_set_condition (profile, condition, legato_person_model_get_today (), 0);
  legato_person_model_set_profile (self->person, profile);
}

static void
may_bend_cb (LegatoAboutYouPage *self)
{
  g_autoptr (LegatoProfile) profile = begin_change (self);
  const LegatoProfileCondition *joint = NULL;

  if (profile == NULL)
    return;
  joint = legato_profile_find_condition (
      profile, legato_condition_to_id (LEGATO_CONDITION_JOINT_REPLACEMENT));
  if (joint == NULL)
    return;
  legato_profile_set_condition (
      profile, joint->id, joint->since,
      gtk_switch_get_active (self->may_bend) ? legato_person_model_get_today () : 0);
  legato_person_model_set_profile (self->person, profile);
}

static void
forget_cb (LegatoAboutYouPage *self)
{
  g_signal_emit (self, signals[FORGET], 0);
}

static void
add_switch (LegatoAboutYouPage *self,
            AdwPreferencesGroup *group,
            const char *title,
            const char *subtitle,
            const char *key,
            const char *id)
{
  GtkWidget *row = legato_action_row_new (title, subtitle);
  GtkWidget *toggle = gtk_switch_new ();

  g_object_set_data_full (G_OBJECT (toggle), key, g_strdup (id), g_free);
  g_signal_connect (toggle, "notify::active", G_CALLBACK (switch_cb), self);
  legato_action_row_add_toggle (row, toggle);
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->switches, toggle);
}

/* Adds, below the switch for an artificial joint, which joint it is and whether it may be bent. */
static void
add_joints (LegatoAboutYouPage *self)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (_ ("My doctor agreed that it may be bent in a stretch"));
  GtkWidget *toggle = gtk_switch_new ();

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  label, NULL, -1);
  g_signal_connect_swapped (toggle, "notify::active", G_CALLBACK (may_bend_cb), self);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), toggle);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (legato_joint_chips_new (self->person)));
  gtk_box_append (GTK_BOX (box), line);
  gtk_widget_set_margin_start (box, 24);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 12);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  adw_preferences_group_add (self->gentle, row);
  self->joints = row;
  self->may_bend = GTK_SWITCH (toggle);
}

static void
add_conditions (LegatoAboutYouPage *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (gentle_conditions); i++)
    add_switch (self, self->gentle, legato_condition_get_name (gentle_conditions[i].condition),
                _ (gentle_conditions[i].effect), "condition",
                legato_condition_to_id (gentle_conditions[i].condition));
  add_joints (self);
  for (guint i = 0; i < LEGATO_N_CONDITIONS; i++)
    {
      LegatoCondition condition = (LegatoCondition) (1u << i);

      if ((condition & LEGATO_CONDITIONS_NEED_CLEARANCE) != 0)
        {
          GtkWidget *row = legato_clearance_row_new (self->person, condition);

          adw_preferences_group_add (self->clearance, row);
          g_ptr_array_add (self->clearances, row);
        }
    }
}

static void
add_tools (LegatoAboutYouPage *self)
{
  GPtrArray *techniques =
      legato_guide_get_techniques (legato_person_model_get_guide (self->person));

  for (guint i = 0; i < techniques->len; i++)
    {
      const LegatoTechnique *technique = g_ptr_array_index (techniques, i);

      if (technique->tool != NULL)
        add_switch (self, self->tools, technique->name, NULL, "tool", technique->tool);
    }
}

static void
legato_about_you_page_dispose (GObject *object)
{
  LegatoAboutYouPage *self = LEGATO_ABOUT_YOU_PAGE (object);

  g_clear_object (&self->person);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->switches, g_ptr_array_unref);
  g_clear_pointer (&self->clearances, g_ptr_array_unref);

  G_OBJECT_CLASS (legato_about_you_page_parent_class)->dispose (object);
}

static void
legato_about_you_page_class_init (LegatoAboutYouPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = legato_about_you_page_dispose;

  /** LegatoAboutYouPage::forget: the person wants the whole profile to be deleted */
  signals[FORGET] = g_signal_new ("forget", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (LEGATO_TYPE_CHOICE_ROW);
  g_type_ensure (LEGATO_TYPE_TEXT_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, LEGATO_RESOURCE_ROOT
                                               "/ui/preferences/about-you-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LegatoAboutYouPage, goal);
  gtk_widget_class_bind_template_child (widget_class, LegatoAboutYouPage, minutes);
  gtk_widget_class_bind_template_child (widget_class, LegatoAboutYouPage, often);
  gtk_widget_class_bind_template_child (widget_class, LegatoAboutYouPage, often_note);
  gtk_widget_class_bind_template_child (widget_class, LegatoAboutYouPage, gentle);
  gtk_widget_class_bind_template_child (widget_class, LegatoAboutYouPage, clearance);
  gtk_widget_class_bind_template_child (widget_class, LegatoAboutYouPage, tools);
  gtk_widget_class_bind_template_callback (widget_class, goal_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, minutes_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, often_changed_cb);
  gtk_widget_class_bind_template_child (widget_class, LegatoAboutYouPage, forget);
  gtk_widget_class_bind_template_callback (widget_class, forget_cb);
}

static gboolean
setting_to_selected (GValue *value, GVariant *variant, gpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (often_choices); i++)
    if (g_str_equal (often_choices[i], g_variant_get_string (variant, NULL)))
      g_value_set_uint (value, i);
  return TRUE;
}

static GVariant *
selected_to_setting (const GValue *value, const GVariantType *type, gpointer data)
{
  guint selected = MIN (g_value_get_uint (value), G_N_ELEMENTS (often_choices) - 1);

  return g_variant_new_string (often_choices[selected]);
}

static void
legato_about_you_page_init (LegatoAboutYouPage *self)
{
  g_autoptr (GtkStringList) lengths = gtk_string_list_new (NULL);

  self->switches = g_ptr_array_new ();
  self->clearances = g_ptr_array_new ();
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_string_list_append (lengths, _ ("As the session has it"));
  for (guint i = 1; i < G_N_ELEMENTS (minutes_choices); i++)
    {
      g_autofree char *text = legato_words_dup_minutes (minutes_choices[i]);

      gtk_string_list_append (lengths, text);
    }
  adw_combo_row_set_model (self->minutes, G_LIST_MODEL (lengths));
  gtk_spin_button_set_range (self->goal, LEGATO_GOAL_MIN, LEGATO_GOAL_MAX);
  self->settings = g_settings_new (LEGATO_APP_ID);
  g_settings_bind_with_mapping (self->settings, "check-in", self->often, "selected",
                                G_SETTINGS_BIND_DEFAULT, setting_to_selected, selected_to_setting,
                                NULL, NULL);
  self->filling = FALSE;
}

/** Returns: (transfer floating): a page of what the person tells about themselves */
LegatoAboutYouPage *
legato_about_you_page_new (LegatoContext *context)
{
  LegatoAboutYouPage *self = NULL;

  g_return_val_if_fail (LEGATO_IS_CONTEXT (context), NULL);

  self = g_object_new (LEGATO_TYPE_ABOUT_YOU_PAGE, NULL);
  self->person = g_object_ref (legato_context_get_person (context));
  add_conditions (self);
  add_tools (self);
  fill (self);
  g_signal_connect_object (self->person, "changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  return self;
}

/** legato_about_you_page_focus_condition: puts the focus on the clearance for @condition, one of
 * %LEGATO_CONDITIONS_NEED_CLEARANCE. */
void
legato_about_you_page_focus_condition (LegatoAboutYouPage *self, LegatoCondition condition)
{
  g_return_if_fail (LEGATO_IS_ABOUT_YOU_PAGE (self));

  for (guint i = 0; i < self->clearances->len; i++)
    if (legato_clearance_row_get_condition (g_ptr_array_index (self->clearances, i)) == condition)
      legato_clearance_row_focus (g_ptr_array_index (self->clearances, i));
}
