/* legato-reminders-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-days-row.h"
#include "legato-reminders-page.h"
#include "legato-time-row.h"

struct _LegatoRemindersPage
{
  AdwPreferencesPage parent_instance;

  /* Template widgets */
  GtkWidget *background_group;
  AdwActionRow *background_note;
  GtkWidget *session_days;
  GtkWidget *session_time;
  GtkWidget *follow_ups;
  GtkWidget *move_days;
  GtkWidget *move_from;
  GtkWidget *move_until;
  GtkWidget *legs_up_days;
  GtkWidget *legs_up_time;
  GtkWidget *quiet_from;
  GtkWidget *quiet_until;

  /* Owned references */
  GSettings *settings;
};

G_DEFINE_FINAL_TYPE (LegatoRemindersPage, legato_reminders_page, ADW_TYPE_PREFERENCES_PAGE)

/* The time of a reminder can be changed only if it has days. */
static gboolean
has_days (GBinding *binding, const GValue *days, GValue *sensitive, gpointer data)
{
  g_value_set_boolean (sensitive, g_value_get_uint (days) != 0);
  return TRUE;
}

static void
ask_for_days (GtkWidget *days, GtkWidget *time)
{
  g_object_bind_property_full (days, "days", time, "sensitive", G_BINDING_SYNC_CREATE, has_days,
                               NULL, NULL, NULL);
}

/* Says if the desktop forbids, or does not support, running in the background, or goes on with it.
 */
static void
tell_background (LegatoRemindersPage *self)
{
  g_autofree char *answer = g_settings_get_string (self->settings, "background");
  const char *why = NULL;

  if (g_str_equal (answer, "refused") || g_str_equal (answer, "taken-away"))
    why =
        _ ("Your desktop does not let Legato start by itself. Its settings for apps can allow it.");
  else if (g_str_equal (answer, "missing"))
    why = _ ("Your desktop has no way to start Legato by itself.");
  else if (g_str_equal (answer, "failed"))
    why = _ ("Legato could not set itself to start with your desktop. Your disk may be full.");
  else if (g_str_equal (answer, "stays"))
    why = _ ("Your desktop still starts Legato by itself: its entry could not be removed.");
  adw_action_row_set_subtitle (self->background_note, why != NULL ? why : "");
  gtk_widget_set_visible (self->background_group, why != NULL);
}

static void
legato_reminders_page_dispose (GObject *object)
{
  g_clear_object (&LEGATO_REMINDERS_PAGE (object)->settings);

  G_OBJECT_CLASS (legato_reminders_page_parent_class)->dispose (object);
}

static void
legato_reminders_page_class_init (LegatoRemindersPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = legato_reminders_page_dispose;

  g_type_ensure (LEGATO_TYPE_DAYS_ROW);
  g_type_ensure (LEGATO_TYPE_TIME_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, LEGATO_RESOURCE_ROOT
                                               "/ui/preferences/reminders-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LegatoRemindersPage, background_group);
  gtk_widget_class_bind_template_child (widget_class, LegatoRemindersPage, background_note);
  gtk_widget_class_bind_template_child (widget_class, LegatoRemindersPage, session_days);
  gtk_widget_class_bind_template_child (widget_class, LegatoRemindersPage, session_time);
  gtk_widget_class_bind_template_child (widget_class, LegatoRemindersPage, follow_ups);
  gtk_widget_class_bind_template_child (widget_class, LegatoRemindersPage, move_days);
  gtk_widget_class_bind_template_child (widget_class, LegatoRemindersPage, move_from);
  gtk_widget_class_bind_template_child (widget_class, LegatoRemindersPage, move_until);
  gtk_widget_class_bind_template_child (widget_class, LegatoRemindersPage, legs_up_days);
  gtk_widget_class_bind_template_child (widget_class, LegatoRemindersPage, legs_up_time);
  gtk_widget_class_bind_template_child (widget_class, LegatoRemindersPage, quiet_from);
  gtk_widget_class_bind_template_child (widget_class, LegatoRemindersPage, quiet_until);
}

static void
legato_reminders_page_init (LegatoRemindersPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->settings = g_settings_new (LEGATO_APP_ID);
#define BIND(key, widget, property)                                                                \
  g_settings_bind (self->settings, key, self->widget, property, G_SETTINGS_BIND_DEFAULT)
  BIND ("reminder-session-days", session_days, "days");
  BIND ("reminder-session-minute", session_time, "minute");
  BIND ("reminder-follow-ups", follow_ups, "active");
  BIND ("reminder-move-days", move_days, "days");
  BIND ("reminder-move-from", move_from, "minute");
  BIND ("reminder-move-until", move_until, "minute");
  BIND ("reminder-legs-up-days", legs_up_days, "days");
  BIND ("reminder-legs-up-minute", legs_up_time, "minute");
  BIND ("quiet-from", quiet_from, "minute");
  BIND ("quiet-until", quiet_until, "minute");
#undef BIND

  g_signal_connect_object (self->settings, "changed::background", G_CALLBACK (tell_background),
                           self, G_CONNECT_SWAPPED);
  tell_background (self);
  ask_for_days (self->session_days, self->session_time);
  ask_for_days (self->move_days, self->move_from);
  ask_for_days (self->move_days, self->move_until);
  ask_for_days (self->legs_up_days, self->legs_up_time);
}

/** Returns: (transfer full): a page of the preferences */
LegatoRemindersPage *
legato_reminders_page_new (void)
{
  return g_object_new (LEGATO_TYPE_REMINDERS_PAGE, NULL);
}
