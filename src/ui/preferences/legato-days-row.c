/* legato-days-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-access.h"
#include "legato-chip.h"
#include "legato-dates.h"
#include "legato-days-row.h"

#define N_DAYS 7
#define EVERY_DAY ((1u << N_DAYS) - 1)

struct _LegatoDaysRow
{
  AdwPreferencesRow parent_instance;

  /* Children, from Monday on, wherever they stand */
  GtkToggleButton *buttons[N_DAYS];
  GtkToggleButton *every_day;

  guint days;
  gboolean showing; /* the buttons are being set from the days, so their signals mean nothing */
};

enum
{
  PROP_0,
  PROP_DAYS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (LegatoDaysRow, legato_days_row, ADW_TYPE_PREFERENCES_ROW)

static void
set_days (LegatoDaysRow *self, guint days)
{
  if (self->days == days)
    return;
  self->days = days;
  self->showing = TRUE;
  for (int i = 0; i < N_DAYS; i++)
    gtk_toggle_button_set_active (self->buttons[i], (days & 1u << i) != 0);
  gtk_toggle_button_set_active (self->every_day, days == EVERY_DAY);
  self->showing = FALSE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DAYS]);
}

static void
toggled_cb (LegatoDaysRow *self)
{
  guint days = 0;

  if (self->showing)
    return;
  for (int i = 0; i < N_DAYS; i++)
    if (gtk_toggle_button_get_active (self->buttons[i]))
      days |= 1u << i;
  set_days (self, days);
}

static void
every_day_cb (LegatoDaysRow *self)
{
  if (!self->showing)
    set_days (self, gtk_toggle_button_get_active (self->every_day) ? EVERY_DAY : 0);
}

static void
legato_days_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_DAYS:
      g_value_set_uint (value, LEGATO_DAYS_ROW (object)->days);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
legato_days_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_DAYS:
      set_days (LEGATO_DAYS_ROW (object), g_value_get_uint (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
legato_days_row_class_init (LegatoDaysRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = legato_days_row_get_property;
  object_class->set_property = legato_days_row_set_property;

  properties[PROP_DAYS] =
      g_param_spec_uint ("days", NULL, NULL, 0, EVERY_DAY, 0,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static GtkToggleButton *
create_button (int day)
{
  GDateWeekday weekday = (GDateWeekday) (G_DATE_MONDAY + day);
  const char *name = legato_dates_get_weekday (weekday);
  GtkWidget *button = legato_access_set_role (
      gtk_toggle_button_new_with_label (legato_dates_get_weekday_letter (weekday)),
      GTK_ACCESSIBLE_ROLE_CHECKBOX);

  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (button, TRUE);
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_add_css_class (button, "weekday");
  legato_access_set_name (button, name, name);
  return GTK_TOGGLE_BUTTON (button);
}

static void
legato_days_row_init (LegatoDaysRow *self)
{
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *every_day = legato_chip_new (_ ("Every day"), NULL);
  int first = (int) legato_dates_get_first_weekday () - 1;

  gtk_widget_set_margin_top (lines, 8);
  gtk_widget_set_margin_bottom (lines, 8);
  gtk_widget_set_margin_start (lines, 6);
  gtk_widget_set_margin_end (lines, 6);
  for (int i = 0; i < N_DAYS; i++)
    {
      int day = (first + i) % N_DAYS;

      self->buttons[day] = create_button (day);
      g_signal_connect_swapped (self->buttons[day], "toggled", G_CALLBACK (toggled_cb), self);
      gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->buttons[day]));
    }
  self->every_day = GTK_TOGGLE_BUTTON (every_day);
  gtk_widget_set_halign (every_day, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (every_day, "toggled", G_CALLBACK (every_day_cb), self);
  gtk_box_append (GTK_BOX (lines), box);
  gtk_box_append (GTK_BOX (lines), every_day);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), lines);
}
