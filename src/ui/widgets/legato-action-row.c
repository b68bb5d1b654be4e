/* legato-action-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include "legato-action-row.h"

/**
 * legato_action_row_new:
 * @subtitle: (nullable)
 *
 * Returns: (transfer floating): an #AdwActionRow with both texts as they stand, without markup
 */
GtkWidget *
legato_action_row_new (const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  g_return_val_if_fail (title != NULL, row);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  return row;
}

/**
 * legato_action_row_set_spoken:
 * @spoken: what a screen reader says in place of the subtitle, of which it takes "3:00" for a time
 * of day
 */
void
legato_action_row_set_spoken (GtkWidget *row, const char *spoken)
{
  g_return_if_fail (ADW_IS_ACTION_ROW (row));

  gtk_accessible_reset_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, spoken,
                                  -1);
}

/**
 * legato_action_row_add_toggle:
 * @toggle: a check button, which goes before the title, or a switch, which goes to the end
 *
 * Gives the row of legato_action_row_new() something to switch, by a click anywhere on it.
 */
void
legato_action_row_add_toggle (GtkWidget *row, GtkWidget *toggle)
{
  g_return_if_fail (ADW_IS_ACTION_ROW (row));
  g_return_if_fail (GTK_IS_CHECK_BUTTON (toggle) || GTK_IS_SWITCH (toggle));

  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), -1);
  if (GTK_IS_SWITCH (toggle))
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggle);
  else
    adw_action_row_add_prefix (ADW_ACTION_ROW (row), toggle);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), toggle);
}
