/* legato-group-titles.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include "legato-group-titles.h"

/* The title is the first heading of a group. */
static GtkWidget *
find_heading (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_has_css_class (widget, "heading"))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *heading = find_heading (child);

      if (heading != NULL)
        return heading;
    }
  return NULL;
}

/**
 * legato_group_titles_wrap:
 *
 * libadwaita cuts the title of an #AdwPreferencesGroup off where it is too long, as some languages
 * make it on a phone. This lets the titles of all groups in @widget, itself one or not, go on in a
 * second line instead.
 */
void
legato_group_titles_wrap (GtkWidget *widget)
{
  if (ADW_IS_PREFERENCES_GROUP (widget))
    {
      GtkWidget *title = find_heading (widget);

      if (title != NULL)
        g_object_set (title, "ellipsize", PANGO_ELLIPSIZE_NONE, "wrap", TRUE, "wrap-mode",
                      PANGO_WRAP_WORD_CHAR, NULL);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    legato_group_titles_wrap (child);
}
