/* legato-clearance-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-clearance-row.h"
#include "legato-dates.h"
#include "legato-text-button.h"

struct _LegatoClearanceRow
{
  AdwPreferencesRow parent_instance;

  /* Template widgets */
  GtkLabel *name;
  GtkSwitch *there;
  GtkRevealer *more;
  GtkSwitch *agreed;
  GtkMenuButton *day;
  GtkCalendar *calendar;
  GtkWidget *places;

  /* Owned references */
  LegatoPersonModel *person;

  LegatoCondition condition;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (LegatoClearanceRow, legato_clearance_row, ADW_TYPE_PREFERENCES_ROW)

static const LegatoProfileCondition *
find_condition (LegatoClearanceRow *self)
{
  return legato_profile_find_condition (legato_person_model_get_profile (self->person),
                                        legato_condition_to_id (self->condition));
}

static void
fill (LegatoClearanceRow *self)
{
  const LegatoProfileCondition *condition = find_condition (self);
  guint32 cleared = condition != NULL ? condition->cleared : 0;
  gboolean needs_places = (self->condition & LEGATO_CONDITIONS_NEED_PLACES) != 0;

  self->filling = TRUE;
  gtk_switch_set_active (self->there, condition != NULL);
  gtk_revealer_set_reveal_child (self->more, condition != NULL);
  gtk_switch_set_active (self->agreed, cleared != 0);
  gtk_widget_set_visible (GTK_WIDGET (self->day), cleared != 0);
  gtk_widget_set_visible (self->places, needs_places && cleared != 0);
  if (cleared != 0)
    {
      g_autofree char *text = legato_dates_dup_day (cleared);
      GDate day;

      g_date_clear (&day, 1);
      g_date_set_julian (&day, cleared);
      gtk_menu_button_set_label (self->day, text);
      /* Day 1 first: the calendar refuses a month that lacks its present day. It counts months from
       * 0. */
      g_object_set (self->calendar, "day", 1, "year", (int) g_date_get_year (&day), "month",
                    (int) g_date_get_month (&day) - 1, "day", (int) g_date_get_day (&day), NULL);
    }
  self->filling = FALSE;
}

static void
set_cleared (LegatoClearanceRow *self, guint32 cleared)
{
  const LegatoProfileCondition *condition = find_condition (self);
  g_autoptr (LegatoProfile) profile =
      legato_profile_copy (legato_person_model_get_profile (self->person));

  if (condition == NULL)
    return;
  legato_profile_set_condition (profile, condition->id, condition->since, cleared);
  legato_person_model_set_profile (self->person, profile);
}

static void
there_cb (LegatoClearanceRow *self)
{
  const char *id = legato_condition_to_id (self->condition);
  g_autoptr (LegatoProfile) profile = NULL;

  if (self->filling || self->person == NULL)
    return;
  profile = legato_profile_copy (legato_person_model_get_profile (self->person));
  if (gtk_switch_get_active (self->there))
    legato_profile_set_condition (profile, id, legato_person_model_get_today (), 0);
  else
    legato_profile_remove_condition (profile, id);
  legato_person_model_set_profile (self->person, profile);
}

static void
agreed_cb (LegatoClearanceRow *self)
{
  if (!self->filling && self->person != NULL)
    set_cleared (self, gtk_switch_get_active (self->agreed) ? legato_person_model_get_today () : 0);
}

/* A day in the future cannot be the one on which somebody agreed. */
static void
day_cb (LegatoClearanceRow *self)
{
  g_autoptr (GDateTime) time = NULL;

  if (self->filling || self->person == NULL)
    return;
  time = gtk_calendar_get_date (self->calendar);
  set_cleared (self, MIN (legato_dates_get_day (time), legato_person_model_get_today ()));
}

static void
legato_clearance_row_dispose (GObject *object)
{
  LegatoClearanceRow *self = LEGATO_CLEARANCE_ROW (object);

  if (self->person != NULL)
    g_signal_handlers_disconnect_by_func (self->person, fill, self);
  g_clear_object (&self->person);

  G_OBJECT_CLASS (legato_clearance_row_parent_class)->dispose (object);
}

static void
legato_clearance_row_class_init (LegatoClearanceRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = legato_clearance_row_dispose;

  g_type_ensure (LEGATO_TYPE_TEXT_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, LEGATO_RESOURCE_ROOT
                                               "/ui/preferences/clearance-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LegatoClearanceRow, name);
  gtk_widget_class_bind_template_child (widget_class, LegatoClearanceRow, there);
  gtk_widget_class_bind_template_child (widget_class, LegatoClearanceRow, more);
  gtk_widget_class_bind_template_child (widget_class, LegatoClearanceRow, agreed);
  gtk_widget_class_bind_template_child (widget_class, LegatoClearanceRow, day);
  gtk_widget_class_bind_template_child (widget_class, LegatoClearanceRow, calendar);
  gtk_widget_class_bind_template_child (widget_class, LegatoClearanceRow, places);
  gtk_widget_class_bind_template_callback (widget_class, there_cb);
  gtk_widget_class_bind_template_callback (widget_class, agreed_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_cb);
}

static void
legato_clearance_row_init (LegatoClearanceRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * legato_clearance_row_new:
 * @condition: one of %LEGATO_CONDITIONS_NEED_CLEARANCE
 *
 * Returns: (transfer floating): a row that shows and changes it
 */
GtkWidget *
legato_clearance_row_new (LegatoPersonModel *person, LegatoCondition condition)
{
  LegatoClearanceRow *self = NULL;
  const char *name = NULL;
  g_autofree char *agreed = NULL;

  g_return_val_if_fail (LEGATO_IS_PERSON_MODEL (person), NULL);
  g_return_val_if_fail ((condition & LEGATO_CONDITIONS_NEED_CLEARANCE) != 0, NULL);

  self = g_object_new (LEGATO_TYPE_CLEARANCE_ROW, NULL);
  self->person = g_object_ref (person);
  self->condition = condition;
  name = legato_condition_get_name (condition);
  gtk_label_set_label (self->name, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->there), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  /* Translators: a condition, as in "Blood thinners: agreed" */
  agreed = g_strdup_printf (_ ("%s: agreed"), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->agreed), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  agreed, -1);
  fill (self);
  g_signal_connect_object (person, "changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/** Returns: which condition it is for */
LegatoCondition
legato_clearance_row_get_condition (LegatoClearanceRow *self)
{
  g_return_val_if_fail (LEGATO_IS_CLEARANCE_ROW (self), 0);
  return self->condition;
}

/** legato_clearance_row_focus: puts the focus on the switch for the clearance, or if the condition
 * is off, on the switch for the condition. */
void
legato_clearance_row_focus (LegatoClearanceRow *self)
{
  g_return_if_fail (LEGATO_IS_CLEARANCE_ROW (self));

  gtk_widget_grab_focus (
      GTK_WIDGET (gtk_switch_get_active (self->there) ? self->agreed : self->there));
}
