/* legato-time-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-chip.h"
#include "legato-time-row.h"
#include "legato-time-words.h"

#define LAST_MINUTE (24 * 60 - 1)

/* Nobody wants to be reminded to the minute; one that was typed is kept all the same. */
#define MINUTE_STEP 5

struct _LegatoTimeRow
{
  AdwActionRow parent_instance;

  /* Children */
  GtkSpinButton *hours; /* 1 to 12 where `half` is there */
  GtkSpinButton *minutes;
  GtkBox *fields;
  GtkDropDown *half; /* (nullable): AM or PM */

  guint minute;
  gboolean showing; /* the fields follow the time, not the other way round */
};

enum
{
  PROP_0,
  PROP_MINUTE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (LegatoTimeRow, legato_time_row, ADW_TYPE_ACTION_ROW)

static void
show (LegatoTimeRow *self)
{
  guint hour = self->minute / 60;

  self->showing = TRUE;
  if (self->half != NULL)
    {
      gtk_drop_down_set_selected (self->half, hour / 12);
      hour = (hour + 11) % 12 + 1;
    }
  gtk_spin_button_set_value (self->hours, hour);
  gtk_spin_button_set_value (self->minutes, self->minute % 60);
  self->showing = FALSE;
}

static void
set_minute (LegatoTimeRow *self, guint minute)
{
  if (self->minute == minute)
    return;
  self->minute = minute;
  show (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MINUTE]);
}

static void
changed_cb (LegatoTimeRow *self)
{
  guint hour = (guint) gtk_spin_button_get_value_as_int (self->hours);

  if (self->showing)
    return;
  if (self->half != NULL)
    hour = hour % 12 + 12 * gtk_drop_down_get_selected (self->half);
  set_minute (self, hour * 60 + (guint) gtk_spin_button_get_value_as_int (self->minutes));
}

/* "07:05" and not "7:5". */
static gboolean
output_cb (GtkSpinButton *button)
{
  g_autofree char *text = g_strdup_printf ("%02d", gtk_spin_button_get_value_as_int (button));

  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (button)), text))
    gtk_editable_set_text (GTK_EDITABLE (button), text);
  return TRUE;
}

static GtkSpinButton *
add_field (LegatoTimeRow *self, int lowest, int highest, int step, const char *name)
{
  GtkWidget *field = gtk_spin_button_new_with_range (lowest, highest, step);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (field), GTK_ORIENTATION_HORIZONTAL);
  gtk_spin_button_set_wrap (GTK_SPIN_BUTTON (field), TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (field), 2);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (field), 2);
  gtk_widget_add_css_class (field, "numeric");
  gtk_accessible_update_property (GTK_ACCESSIBLE (field), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect (field, "output", G_CALLBACK (output_cb), NULL);
  g_signal_connect_swapped (field, "value-changed", G_CALLBACK (changed_cb), self);
  gtk_box_append (self->fields, field);
  return GTK_SPIN_BUTTON (field);
}

static void
legato_time_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_MINUTE:
      g_value_set_uint (value, LEGATO_TIME_ROW (object)->minute);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
legato_time_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_MINUTE:
      set_minute (LEGATO_TIME_ROW (object), g_value_get_uint (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
legato_time_row_class_init (LegatoTimeRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = legato_time_row_get_property;
  object_class->set_property = legato_time_row_set_property;

  properties[PROP_MINUTE] =
      g_param_spec_uint ("minute", NULL, NULL, 0, LAST_MINUTE, 0,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
legato_time_row_init (LegatoTimeRow *self)
{
  gboolean has_12_hours = legato_time_words_has_12_hours ();
  const char *const halves[] = { C_ ("time of day", "AM"), C_ ("time of day", "PM"), NULL };

  /* Large text has no room for all beside each other in a narrow window. */
  self->fields = GTK_BOX (legato_chip_box_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->fields), GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->fields));
  self->hours = add_field (self, has_12_hours ? 1 : 0, has_12_hours ? 12 : 23, 1, _ ("Hour"));
  self->minutes = add_field (self, 0, 59, MINUTE_STEP, _ ("Minute"));
  if (has_12_hours)
    {
      self->half = GTK_DROP_DOWN (gtk_drop_down_new_from_strings (halves));
      g_signal_connect_swapped (self->half, "notify::selected", G_CALLBACK (changed_cb), self);
      gtk_box_append (self->fields, GTK_WIDGET (self->half));
    }
  show (self);
}
