/* legato-access.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include "legato-access.h"

/* A toggle button is a mere button to a screen reader, which says nothing of its being pressed. So
 * what can be chosen has the role of a check box or of a radio button, which are read with their
 * state on every version. */
static gboolean
toggled_cb (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer data)
{
  GtkToggleButton *button = g_value_get_object (values);
  GtkAccessibleRole role = gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (button));

  if (role == GTK_ACCESSIBLE_ROLE_CHECKBOX || role == GTK_ACCESSIBLE_ROLE_RADIO)
    gtk_accessible_update_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_CHECKED,
                                 gtk_toggle_button_get_active (button)
                                     ? GTK_ACCESSIBLE_TRISTATE_TRUE
                                     : GTK_ACCESSIBLE_TRISTATE_FALSE,
                                 -1);
  return TRUE;
}

/* What has the focus in a menu button is a button within, which shows a mere icon; what that is for
 * stands in the tooltip of the whole. */
static void
name_menu_button (GtkWidget *button)
{
  GtkWidget *whole = gtk_widget_get_parent (button);
  const char *name = gtk_widget_get_tooltip_text (whole);

  if (name != NULL && gtk_menu_button_get_icon_name (GTK_MENU_BUTTON (whole)) != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                    -1);
}

/* A button with an icon is labelled by that, and the icon is called "GtkImage": so it is read
 * before the button's own name, or in its place. */
static gboolean
map_cb (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer data)
{
  GtkWidget *widget = g_value_get_object (values);

  if (GTK_IS_BUTTON (widget) && GTK_IS_MENU_BUTTON (gtk_widget_get_parent (widget)))
    name_menu_button (widget);
  if (!GTK_IS_BUTTON (widget) || gtk_button_get_icon_name (GTK_BUTTON (widget)) == NULL)
    return TRUE;
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  return TRUE;
}

/**
 * legato_access_init: to be called once, before there is any widget
 *
 * From here on the state of every toggle button with the role of a check box or a radio button is
 * told, and no icon is read.
 */
void
legato_access_init (void)
{
  g_autoptr (GTypeClass) toggle = g_type_class_ref (GTK_TYPE_TOGGLE_BUTTON);

  g_signal_add_emission_hook (g_signal_lookup ("map", GTK_TYPE_WIDGET), 0, map_cb, NULL, NULL);
  g_signal_add_emission_hook (g_signal_lookup ("toggled", GTK_TYPE_TOGGLE_BUTTON), 0, toggled_cb,
                              NULL, NULL);
}

/** legato_access_set_icon: shows @icon on @button, which keeps its own name */
void
legato_access_set_icon (GtkButton *button, const char *icon)
{
  g_return_if_fail (GTK_IS_BUTTON (button));

  gtk_button_set_icon_name (button, icon);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
}

/**
 * legato_access_check:
 * @button: a toggle button that was made just now
 * @role: %GTK_ACCESSIBLE_ROLE_RADIO where one of some is chosen, else %GTK_ACCESSIBLE_ROLE_CHECKBOX
 *
 * Returns: (transfer none): @button, which is read with its state
 */
GtkWidget *
legato_access_check (GtkWidget *button, GtkAccessibleRole role)
{
  g_return_val_if_fail (GTK_IS_TOGGLE_BUTTON (button), button);
  g_object_set (button, "accessible-role", role, NULL);
  return button;
}

static void
pages_changed_cb (GListModel *pages, guint position, guint n_removed, guint n_added)
{
  for (guint i = position; i < position + n_added; i++)
    {
      g_autoptr (GObject) page = g_list_model_get_item (pages, i);

      gtk_accessible_update_property (GTK_ACCESSIBLE (page), GTK_ACCESSIBLE_PROPERTY_LABEL, "", -1);
    }
}

/**
 * legato_access_hide_pages: has the pages of @stack, and those that come, without a name where GTK
 * reads that of their class
 */
void
legato_access_hide_pages (GtkStack *stack)
{
  GtkSelectionModel *pages = NULL;

  g_return_if_fail (GTK_IS_STACK (stack));

  pages = gtk_stack_get_pages (stack);
  g_signal_connect (pages, "items-changed", G_CALLBACK (pages_changed_cb), NULL);
  pages_changed_cb (G_LIST_MODEL (pages), 0, 0, g_list_model_get_n_items (G_LIST_MODEL (pages)));
  /* The stack does not keep it. */
  g_object_set_data_full (G_OBJECT (stack), "legato-pages", pages, g_object_unref);
}
