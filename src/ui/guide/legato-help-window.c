/* legato-help-window.c
 *
 * All that it says stands in its template.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include "legato-group-titles.h"
#include "legato-help-window.h"

struct _LegatoHelpWindow
{
  AdwWindow parent_instance;
};

G_DEFINE_FINAL_TYPE (LegatoHelpWindow, legato_help_window, ADW_TYPE_WINDOW)

/* The name of a row that leads on is the action that it starts in the window below. */
static void
more_cb (LegatoHelpWindow *self, GtkWidget *row)
{
  g_autoptr (GtkWindow) parent = NULL;

  g_set_object (&parent, gtk_window_get_transient_for (GTK_WINDOW (self)));
  gtk_window_close (GTK_WINDOW (self));
  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), gtk_widget_get_name (row), NULL);
}

static void
legato_help_window_class_init (LegatoHelpWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               LEGATO_RESOURCE_ROOT "/ui/guide/help-window.ui");
  gtk_widget_class_bind_template_callback (widget_class, more_cb);
}

static void
legato_help_window_init (LegatoHelpWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  legato_group_titles_wrap (GTK_WIDGET (self));
}

/** legato_help_window_present: shows the help above @parent */
void
legato_help_window_present (GtkWindow *parent)
{
  g_return_if_fail (GTK_IS_WINDOW (parent));

  gtk_window_present (g_object_new (LEGATO_TYPE_HELP_WINDOW, "transient-for", parent, NULL));
}
