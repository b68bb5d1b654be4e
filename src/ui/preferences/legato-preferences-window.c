/* legato-preferences-window.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-about-you-page.h"
#include "legato-choice-row.h"
#include "legato-copies-page.h"
#include "legato-places-page.h"
#include "legato-group-titles.h"
#include "legato-preferences-window.h"
#include "legato-reminders-page.h"
#include "legato-sound-page.h"
#include "legato-toasts.h"
#include "legato-typed.h"
#include "legato-wrap-layout.h"

struct _LegatoPreferencesWindow
{
  AdwWindow parent_instance;

  /* Template widgets */
  AdwToastOverlay *toasts;
  GtkStack *pages;
  AdwBin *you_slot;
  AdwBin *places_slot;
  AdwBin *sound_slot;
  AdwBin *reminders_slot;
  AdwBin *copies_slot;
  AdwComboRow *tone;
  GtkWidget *veins;

  /* Borrowed references, within the slots */
  LegatoAboutYouPage *about_you;
  LegatoPlacesPage *places;

  /* Owned references */
  LegatoPersonModel *person;
  GSettings *settings;
};

G_DEFINE_FINAL_TYPE (LegatoPreferencesWindow, legato_preferences_window, ADW_TYPE_WINDOW)

/* The setting counts from 1, the list from 0. */
static gboolean
tone_to_selected (GValue *value, GVariant *variant, gpointer data)
{
  g_value_set_uint (value, (guint) g_variant_get_int32 (variant) - 1);
  return TRUE;
}

static GVariant *
selected_to_tone (const GValue *value, const GVariantType *type, gpointer data)
{
  return g_variant_new_int32 ((gint32) g_value_get_uint (value) + 1);
}

static void
failed_cb (LegatoPreferencesWindow *self, const char *message)
{
  legato_toasts_say (self->toasts, message);
}

static void
forget_cb (LegatoPreferencesWindow *self)
{
  AdwToast *toast = legato_toasts_new_undo (_ ("Forgotten"));

  legato_person_model_forget (self->person);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (legato_person_model_bring_back),
                           self->person, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* Pages of other rooms are opened by the main window, which this one stands above. */
static void
wanted_cb (LegatoPreferencesWindow *self, const char *action)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (parent == NULL)
    return;
  gtk_window_close (GTK_WINDOW (self));
  gtk_widget_activate_action (GTK_WIDGET (parent), action, NULL);
}

static void
page_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  legato_preferences_window_show_page (LEGATO_PREFERENCES_WINDOW (widget),
                                       g_variant_get_string (parameter, NULL));
}

static gboolean
legato_preferences_window_close_request (GtkWindow *window)
{
  legato_typed_take (window);
  return GTK_WINDOW_CLASS (legato_preferences_window_parent_class)->close_request (window);
}

static void
legato_preferences_window_dispose (GObject *object)
{
  LegatoPreferencesWindow *self = LEGATO_PREFERENCES_WINDOW (object);

  g_clear_object (&self->person);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (legato_preferences_window_parent_class)->dispose (object);
}

static void
legato_preferences_window_class_init (LegatoPreferencesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = legato_preferences_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = legato_preferences_window_close_request;

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, LEGATO_RESOURCE_ROOT
                                               "/ui/preferences/preferences-window.ui");
  gtk_widget_class_bind_template_child (widget_class, LegatoPreferencesWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, LegatoPreferencesWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, LegatoPreferencesWindow, you_slot);
  gtk_widget_class_bind_template_child (widget_class, LegatoPreferencesWindow, places_slot);
  gtk_widget_class_bind_template_child (widget_class, LegatoPreferencesWindow, sound_slot);
  gtk_widget_class_bind_template_child (widget_class, LegatoPreferencesWindow, reminders_slot);
  gtk_widget_class_bind_template_child (widget_class, LegatoPreferencesWindow, copies_slot);
  gtk_widget_class_bind_template_child (widget_class, LegatoPreferencesWindow, tone);
  gtk_widget_class_bind_template_child (widget_class, LegatoPreferencesWindow, veins);
  gtk_widget_class_install_action (widget_class, "preferences.page", "s", page_action);
}

static void
legato_preferences_window_init (LegatoPreferencesWindow *self)
{
  g_type_ensure (LEGATO_TYPE_CHOICE_ROW);
  g_type_ensure (LEGATO_TYPE_WRAP_LAYOUT);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->settings = g_settings_new (LEGATO_APP_ID);
  g_settings_bind_with_mapping (self->settings, "skin-tone", self->tone, "selected",
                                G_SETTINGS_BIND_DEFAULT, tone_to_selected, selected_to_tone, NULL,
                                NULL);
  g_settings_bind (self->settings, "show-veins", self->veins, "active", G_SETTINGS_BIND_DEFAULT);
}

/**
 * legato_preferences_window_new:
 * @parent: (nullable): the window it stands above
 *
 * Returns: (transfer none): a window that shows and changes settings and profile; present it
 */
LegatoPreferencesWindow *
legato_preferences_window_new (GtkWindow *parent, LegatoContext *context)
{
  LegatoPreferencesWindow *self = NULL;
  LegatoCopiesPage *copies = NULL;

  g_return_val_if_fail (LEGATO_IS_CONTEXT (context), NULL);

  self = g_object_new (LEGATO_TYPE_PREFERENCES_WINDOW, "transient-for", parent, NULL);
  self->person = g_object_ref (legato_context_get_person (context));
  g_signal_connect_object (self->person, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  self->about_you = legato_about_you_page_new (context);
  g_signal_connect_object (self->about_you, "forget", G_CALLBACK (forget_cb), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (self->you_slot, GTK_WIDGET (self->about_you));
  self->places = legato_places_page_new (context);
  adw_bin_set_child (self->places_slot, GTK_WIDGET (self->places));
  adw_bin_set_child (self->sound_slot, GTK_WIDGET (legato_sound_page_new (context)));
  adw_bin_set_child (self->reminders_slot, GTK_WIDGET (legato_reminders_page_new ()));
  copies = legato_copies_page_new (context);
  g_signal_connect_object (copies, "wanted", G_CALLBACK (wanted_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (self->copies_slot, GTK_WIDGET (copies));
  legato_group_titles_wrap (GTK_WIDGET (self));
  return self;
}

/** legato_preferences_window_show_page: @name: "you", "places", "sound", "reminders", "copies" or
 * "look" */
void
legato_preferences_window_show_page (LegatoPreferencesWindow *self, const char *name)
{
  g_return_if_fail (LEGATO_IS_PREFERENCES_WINDOW (self));
  gtk_stack_set_visible_child_name (self->pages, name);
}

/* The page scrolls to what has the focus only after it has been laid out. */
static gboolean
focus_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  LegatoPreferencesWindow *self = LEGATO_PREFERENCES_WINDOW (widget);
  LegatoCondition condition = 0;

  if (gtk_widget_get_height (GTK_WIDGET (self->pages)) == 0)
    return G_SOURCE_CONTINUE;
  if (legato_condition_from_id (data, &condition))
    legato_about_you_page_focus_condition (self->about_you, condition);
  else
    legato_places_page_focus_agreed (self->places);
  return G_SOURCE_REMOVE;
}

/**
 * legato_preferences_window_show_clearance:
 * @flag: of an R-UNCLEARED advice: id of a condition, or the flag that asks for agreed places
 *
 * Shows the page on which that clearance is entered, with the focus on it.
 */
void
legato_preferences_window_show_clearance (LegatoPreferencesWindow *self, const char *flag)
{
  LegatoCondition condition = 0;

  g_return_if_fail (LEGATO_IS_PREFERENCES_WINDOW (self));
  g_return_if_fail (flag != NULL);

  legato_preferences_window_show_page (
      self, legato_condition_from_id (flag, &condition) ? "you" : "places");
  gtk_widget_add_tick_callback (GTK_WIDGET (self), focus_cb, g_strdup (flag), g_free);
}
