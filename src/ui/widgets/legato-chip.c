/* legato-chip.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include "legato-access.h"
#include "legato-chip.h"
#include "legato-wrap-layout.h"

/**
 * legato_chip_new:
 * @description: (nullable): what it means in full, for a screen reader
 *
 * Returns: (transfer floating): a toggle button whose words wrap
 */
GtkWidget *
legato_chip_new (const char *name, const char *description)
{
  GtkWidget *chip = NULL;
  GtkWidget *label = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  chip = legato_access_set_role (gtk_toggle_button_new (), GTK_ACCESSIBLE_ROLE_CHECKBOX);
  label = gtk_label_new (name);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_button_set_child (GTK_BUTTON (chip), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description != NULL ? description : "", -1);
  gtk_widget_add_css_class (chip, "chip");
  return chip;
}

/** Returns: (transfer floating): a box that lays out chips in lines */
GtkWidget *
legato_chip_box_new (void)
{
  /* Newer GTK tells no name of a box that does not say that it is a group. */
  return g_object_new (GTK_TYPE_BOX, "spacing", 6, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP,
                       "layout-manager", g_object_new (LEGATO_TYPE_WRAP_LAYOUT, NULL), NULL);
}

/** Returns: (transfer none) (nullable): what legato_chip_set_id() gave it */
const char *
legato_chip_get_id (GtkWidget *chip)
{
  g_return_val_if_fail (GTK_IS_TOGGLE_BUTTON (chip), NULL);
  return g_object_get_data (G_OBJECT (chip), "id");
}

/** legato_chip_set_id: what the chip stands for */
void
legato_chip_set_id (GtkWidget *chip, const char *id)
{
  g_return_if_fail (GTK_IS_TOGGLE_BUTTON (chip));
  g_object_set_data_full (G_OBJECT (chip), "id", g_strdup (id), g_free);
}
