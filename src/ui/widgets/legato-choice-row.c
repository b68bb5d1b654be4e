/* legato-choice-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include "legato-choice-row.h"

/* libadwaita cuts off what is longer than twenty letters, and many names are in other languages.
 * Here they go on in a second line. */

struct _LegatoChoiceRow
{
  AdwComboRow parent_instance;
};

G_DEFINE_FINAL_TYPE (LegatoChoiceRow, legato_choice_row, ADW_TYPE_COMBO_ROW)

static void
legato_choice_row_class_init (LegatoChoiceRowClass *klass)
{
}

static void
legato_choice_row_init (LegatoChoiceRow *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_builder_list_item_factory_new_from_resource (
      NULL, LEGATO_RESOURCE_ROOT "/ui/widgets/choice.ui");

  adw_combo_row_set_list_factory (ADW_COMBO_ROW (self), factory);
}

/** Returns: (transfer floating): a row with nothing to choose from yet, which is a list of strings
 */
GtkWidget *
legato_choice_row_new (void)
{
  return g_object_new (LEGATO_TYPE_CHOICE_ROW, NULL);
}
