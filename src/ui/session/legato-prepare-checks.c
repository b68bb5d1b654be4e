/* legato-prepare-checks.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include "legato-action-row.h"
#include "legato-prepare-checks.h"
#include "legato-reason.h"

/* Whether the fingers are to move the skin and not slide, here for this person. */
static gboolean
is_without_oil (LegatoPlan *plan)
{
  for (guint i = 0; i < legato_plan_get_n_steps (plan); i++)
    {
      const LegatoStep *step = legato_plan_get_step (plan, i);

      if (g_ptr_array_find (step->reasons, legato_reason_get (LEGATO_REASON_NO_OIL), NULL)
          || step->technique->stroke == LEGATO_STROKE_LYMPH)
        return TRUE;
    }
  return FALSE;
}

/**
 * legato_prepare_checks_find:
 * @plan: (nullable)
 * @on_the_back: whether the person may lie on the back, to rest with raised legs
 *
 * Returns: #LegatoChecks bits: what the session does without
 */
guint
legato_prepare_checks_find (LegatoPlan *plan, gboolean on_the_back)
{
  guint without = on_the_back ? LEGATO_CHECKS_ALL : LEGATO_CHECKS_NO_REST;

  if (plan != NULL && is_without_oil (plan))
    without |= LEGATO_CHECKS_NO_OIL;
  return without;
}

/** legato_prepare_checks_show: fills @list with what to see to, none of it ticked;
 * @without: as legato_prepare_checks_find() */
void
legato_prepare_checks_show (GtkListBox *list,
                            LegatoGuide *guide,
                            const LegatoRoutine *routine,
                            guint without)
{
  g_autoptr (GPtrArray) checks = legato_guide_list_checks (guide, routine, without);
  GtkWidget *row = NULL;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, row);
  for (guint i = 0; i < checks->len; i++)
    {
      row =
          legato_action_row_new (((const LegatoText *) g_ptr_array_index (checks, i))->text, NULL);
      legato_action_row_add_toggle (row, gtk_check_button_new ());
      gtk_list_box_append (list, row);
    }
}
