/* legato-window-actions.c: actions that open another window above this one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include "legato-cues-window.h"
#include "legato-help-window.h"
#include "legato-journal-actions.h"
#include "legato-preferences-window.h"
#include "legato-shortcuts-window.h"
#include "legato-tips-window.h"
#include "legato-window-private.h"

/* Their sounds must not mix with those of a session. */
static void
learn_cues_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LegatoContext *context = LEGATO_WINDOW (widget)->context;

  if (legato_session_flow_may_be_left (LEGATO_WINDOW (widget)->flow))
    gtk_window_present (GTK_WINDOW (legato_cues_window_new (GTK_WINDOW (widget), context)));
}

static void
good_to_know_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  legato_window_show_tip (LEGATO_WINDOW (widget), NULL);
}

static void
tip_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  legato_window_show_tip (LEGATO_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
preferences_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LegatoContext *context = LEGATO_WINDOW (widget)->context;

  gtk_window_present (GTK_WINDOW (legato_preferences_window_new (GTK_WINDOW (widget), context)));
}

static void
preferences_page_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LegatoContext *context = LEGATO_WINDOW (widget)->context;
  LegatoPreferencesWindow *window = legato_preferences_window_new (GTK_WINDOW (widget), context);

  legato_preferences_window_show_page (window, g_variant_get_string (parameter, NULL));
  gtk_window_present (GTK_WINDOW (window));
}

static void
preferences_at_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LegatoContext *context = LEGATO_WINDOW (widget)->context;
  LegatoPreferencesWindow *window = legato_preferences_window_new (GTK_WINDOW (widget), context);

  legato_preferences_window_show_clearance (window, g_variant_get_string (parameter, NULL));
  gtk_window_present (GTK_WINDOW (window));
}

/* What is done with the journal as a whole, by the name of the action. */
static void
journal_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkWindow *window = GTK_WINDOW (widget);
  LegatoContext *context = LEGATO_WINDOW (widget)->context;

  if (g_str_equal (name, "win.restore-journal"))
    legato_journal_actions_restore (window, context);
  else if (g_str_equal (name, "win.export-journal"))
    legato_journal_actions_export (window, context);
  else if (g_str_equal (name, "win.export-table"))
    legato_journal_actions_export_table (window, context);
  else
    legato_journal_actions_import (window, context);
}

static void
shortcuts_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  legato_shortcuts_window_present (GTK_WINDOW (widget));
}

static void
help_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  legato_help_window_present (GTK_WINDOW (widget));
}

/* @id: (nullable): of a tip or an exercise; %NULL for all that is good to know */
void
legato_window_show_tip (LegatoWindow *self, const char *id)
{
  LegatoTipsWindow *window = legato_tips_window_new (GTK_WINDOW (self), self->context);

  if (id != NULL)
    legato_tips_window_show (window, id);
  gtk_window_present (GTK_WINDOW (window));
}

void
legato_window_class_add_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.preferences", NULL, preferences_action);
  gtk_widget_class_install_action (widget_class, "win.preferences-page", "s",
                                   preferences_page_action);
  gtk_widget_class_install_action (widget_class, "win.preferences-at", "s", preferences_at_action);
  gtk_widget_class_install_action (widget_class, "win.restore-journal", NULL, journal_action);
  gtk_widget_class_install_action (widget_class, "win.export-journal", NULL, journal_action);
  gtk_widget_class_install_action (widget_class, "win.export-table", NULL, journal_action);
  gtk_widget_class_install_action (widget_class, "win.import-journal", NULL, journal_action);
  gtk_widget_class_install_action (widget_class, "win.help", NULL, help_action);
  gtk_widget_class_install_action (widget_class, "win.shortcuts", NULL, shortcuts_action);
  gtk_widget_class_install_action (widget_class, "win.learn-cues", NULL, learn_cues_action);
  gtk_widget_class_install_action (widget_class, "win.good-to-know", NULL, good_to_know_action);
  gtk_widget_class_install_action (widget_class, "win.tip", "s", tip_action);
}
