/* plan-test-utils.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "plan-test-utils.h"

const char *const plan_test_all_tools[] = {
  "roller", "ball", "stick", "gun", "sleeve", "oil", NULL
};

/* The time of the steps for @leg; of those for none in particular with %LEGATO_LEG_BOTH. */
guint
plan_test_count_seconds (LegatoPlan *plan, LegatoLeg leg)
{
  guint seconds = 0;

  for (guint i = 0; i < legato_plan_get_n_steps (plan); i++)
    if (legato_plan_get_step (plan, i)->leg == leg)
      seconds += legato_plan_get_step (plan, i)->seconds;
  return seconds;
}
