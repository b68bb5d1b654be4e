/* legato-shortcuts-window.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-play-keys.h"
#include "legato-action-row.h"
#include "legato-group-titles.h"
#include "legato-shortcuts-window.h"

struct _LegatoShortcutsWindow
{
  AdwWindow parent_instance;

  /* Template widgets */
  AdwPreferencesGroup *session;
  AdwPreferencesGroup *everywhere;
};

G_DEFINE_FINAL_TYPE (LegatoShortcutsWindow, legato_shortcuts_window, ADW_TYPE_WINDOW)

static const LegatoKey everywhere[] = {
  { "Alt+1…4", N_ ("Legs, routines, journal, trends") },
  { "Ctrl+F", N_ ("Search") },
  { "Ctrl+N", N_ ("Write an entry of the journal") },
  { "Ctrl+,", N_ ("Preferences") },
  { "F11", N_ ("Full screen") },
  { "F1", N_ ("Help") },
  { "Ctrl+?", N_ ("This list") },
  { "Ctrl+W", N_ ("Close the window; a session is kept as far as it came") },
  { "Ctrl+Q", N_ ("Quit") },
  { NULL, NULL },
};

static void
add_row (AdwPreferencesGroup *group, const LegatoKey *key)
{
  GtkWidget *row = legato_action_row_new (_ (key->words), NULL);
  GtkWidget *caps = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_auto (GStrv) names = g_strsplit (_ (key->keys), "|", -1);
  g_autofree char *either = g_strjoinv (" / ", names);
  g_autofree char *spoken =
      g_strdup_printf (C_ ("keys and what they do", "%s: %s"), either, _ (key->words));

  for (gsize i = 0; names[i] != NULL; i++)
    {
      GtkWidget *cap = gtk_label_new (names[i]);

      gtk_widget_add_css_class (cap, "keycap");
      gtk_widget_set_valign (cap, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (caps), cap);
    }
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), caps);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  adw_preferences_group_add (group, row);
}

static void
legato_shortcuts_window_class_init (LegatoShortcutsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, LEGATO_RESOURCE_ROOT
                                               "/ui/session/shortcuts-window.ui");
  gtk_widget_class_bind_template_child (widget_class, LegatoShortcutsWindow, session);
  gtk_widget_class_bind_template_child (widget_class, LegatoShortcutsWindow, everywhere);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
legato_shortcuts_window_init (LegatoShortcutsWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  legato_group_titles_wrap (GTK_WIDGET (self));
  for (const LegatoKey *key = legato_play_keys_get_list (); key->keys != NULL; key++)
    add_row (self->session, key);
  for (const LegatoKey *key = everywhere; key->keys != NULL; key++)
    add_row (self->everywhere, key);
}

/** legato_shortcuts_window_present: shows the list of keys above @parent */
void
legato_shortcuts_window_present (GtkWindow *parent)
{
  g_return_if_fail (GTK_IS_WINDOW (parent));

  gtk_window_present (g_object_new (LEGATO_TYPE_SHORTCUTS_WINDOW, "transient-for", parent, NULL));
}
