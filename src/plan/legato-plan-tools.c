/* legato-plan-tools.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-plan"

#include "config.h"

#include "legato-plan-tools.h"

/**
 * legato_plan_list_tools:
 *
 * Returns: (transfer container) (element-type utf8): ids of the tools that the steps use, which the
 *   person has, and %NULL at the end, as LegatoRequest.tools wants them
 */
GPtrArray *
legato_plan_list_tools (LegatoPlan *plan)
{
  GPtrArray *tools = NULL;

  g_return_val_if_fail (plan != NULL, NULL);

  tools = g_ptr_array_new ();
  for (guint i = 0; i < legato_plan_get_n_steps (plan); i++)
    {
      const LegatoStep *step = legato_plan_get_step (plan, i);

      if (step->technique->tool != NULL)
        g_ptr_array_add (tools, step->technique->tool);
    }
  g_ptr_array_add (tools, NULL);
  return tools;
}
