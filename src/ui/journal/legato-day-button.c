/* legato-day-button.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-dates.h"
#include "legato-day-button.h"
#include "legato-person-model.h"
#include "legato-time-words.h"

struct _LegatoDayButton
{
  AdwBin parent_instance;

  /* Borrowed references, within this */
  GtkMenuButton *button;
  GtkCalendar *calendar;

  /* Owned reference */
  char *name; /* (nullable): what the day is for; shown alone while there is no day */

  guint32 day;
  gboolean showing; /* the calendar is being set from the day, so its signals mean nothing */
};

enum
{
  PROP_0,
  PROP_DAY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (LegatoDayButton, legato_day_button, ADW_TYPE_BIN)

static void
show_day (LegatoDayButton *self)
{
  g_autofree char *text =
      self->day != 0 ? legato_time_words_dup_near_day (self->day, legato_person_model_get_today ())
                     : g_strdup (_ ("Any day"));
  g_autofree char *named =
      /* Translators: what a day is for, and the day: "From: Yesterday" */
      self->name != NULL ? g_strdup_printf (_ ("%1$s: %2$s"), self->name, text) : g_strdup (text);
  GDate date;

  gtk_menu_button_set_label (self->button, named);
  if (self->day == 0)
    return;
  g_date_clear (&date, 1);
  g_date_set_julian (&date, self->day);
  self->showing = TRUE;
  /* By properties, since the function has another name in newer GTK. Day 1 first: the calendar
   * refuses a month that lacks its present day. */
  g_object_set (self->calendar, "day", 1, "year", (int) g_date_get_year (&date), "month",
                (int) g_date_get_month (&date) - G_DATE_JANUARY, "day",
                (int) g_date_get_day (&date), NULL);
  self->showing = FALSE;
}

static void
selected_cb (LegatoDayButton *self)
{
  g_autoptr (GDateTime) time = gtk_calendar_get_date (self->calendar);

  if (self->showing)
    return;
  legato_day_button_set_day (self, legato_dates_get_day (time));
  gtk_menu_button_popdown (self->button);
}

static void
legato_day_button_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_DAY:
      g_value_set_uint (value, LEGATO_DAY_BUTTON (object)->day);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
legato_day_button_finalize (GObject *object)
{
  g_clear_pointer (&LEGATO_DAY_BUTTON (object)->name, g_free);

  G_OBJECT_CLASS (legato_day_button_parent_class)->finalize (object);
}

static void
legato_day_button_class_init (LegatoDayButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = legato_day_button_finalize;
  object_class->get_property = legato_day_button_get_property;
  properties[PROP_DAY] = g_param_spec_uint ("day", NULL, NULL, 0, G_MAXUINT32, 0,
                                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
legato_day_button_init (LegatoDayButton *self)
{
  GtkWidget *popover = gtk_popover_new ();

  self->calendar = GTK_CALENDAR (gtk_calendar_new ());
  gtk_popover_set_child (GTK_POPOVER (popover), GTK_WIDGET (self->calendar));
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_popover (self->button, popover);
  gtk_widget_set_valign (GTK_WIDGET (self->button), GTK_ALIGN_CENTER);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->button));
  g_signal_connect_swapped (self->calendar, "day-selected", G_CALLBACK (selected_cb), self);
  show_day (self);
}

/**
 * legato_day_button_new:
 * @name: (nullable): what the day is for, "From"
 *
 * Returns: (transfer floating): a button without a day
 */
LegatoDayButton *
legato_day_button_new (const char *name)
{
  LegatoDayButton *self = g_object_new (LEGATO_TYPE_DAY_BUTTON, NULL);

  self->name = g_strdup (name);
  show_day (self);
  return self;
}

guint32
legato_day_button_get_day (LegatoDayButton *self)
{
  g_return_val_if_fail (LEGATO_IS_DAY_BUTTON (self), 0);
  return self->day;
}

/** legato_day_button_set_day: @day is a Julian day, or 0 for none. */
void
legato_day_button_set_day (LegatoDayButton *self, guint32 day)
{
  g_return_if_fail (LEGATO_IS_DAY_BUTTON (self));

  if (self->day == day)
    return;
  self->day = day;
  show_day (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DAY]);
}
