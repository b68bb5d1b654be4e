/* legato-condition-chips.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include "legato-chip.h"
#include "legato-condition-chips.h"

/* What was known of the condition when its chip was last shown or kept. */
static gboolean
is_known (GtkToggleButton *chip)
{
  return g_object_get_data (G_OBJECT (chip), "known") != NULL;
}

static void
set_known (GtkToggleButton *chip, gboolean known)
{
  g_object_set_data (G_OBJECT (chip), "known", known ? chip : NULL);
}

/**
 * legato_condition_chips_show:
 * @chips: (element-type GtkToggleButton): each with the id of a condition
 *
 * Switches on those of the conditions that are known, from the preferences or from before.
 */
void
legato_condition_chips_show (GPtrArray *chips, const LegatoProfile *profile)
{
  g_return_if_fail (chips != NULL && profile != NULL);

  for (guint i = 0; i < chips->len; i++)
    {
      GtkToggleButton *chip = g_ptr_array_index (chips, i);
      const char *id = legato_chip_get_id (GTK_WIDGET (chip));

      set_known (chip, legato_profile_find_condition (profile, id) != NULL);
      gtk_toggle_button_set_active (chip, is_known (chip));
    }
}

/** Returns: whether any says something else than what was known */
gboolean
legato_condition_chips_are_changed (GPtrArray *chips)
{
  g_return_val_if_fail (chips != NULL, FALSE);

  for (guint i = 0; i < chips->len; i++)
    if (gtk_toggle_button_get_active (chips->pdata[i]) != is_known (chips->pdata[i]))
      return TRUE;
  return FALSE;
}

/** legato_condition_chips_keep: brings into @profile what was tapped; @today: Julian day */
void
legato_condition_chips_keep (GPtrArray *chips, LegatoProfile *profile, guint32 today)
{
  g_return_if_fail (chips != NULL && profile != NULL);

  for (guint i = 0; i < chips->len; i++)
    {
      GtkToggleButton *chip = g_ptr_array_index (chips, i);
      gboolean there = gtk_toggle_button_get_active (chip);

      legato_profile_answer_condition (profile, legato_chip_get_id (GTK_WIDGET (chip)), there,
                                       is_known (chip), today);
      set_known (chip, there);
    }
}
