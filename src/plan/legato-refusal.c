/* legato-refusal.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-plan"

#include "config.h"

#include "legato-refusal.h"
#include "legato-safety.h"

static gboolean
is_uncleared (const LegatoAdvice *advice, const LegatoPerson *person)
{
  LegatoCondition condition = 0;

  return person != NULL && legato_safety_needs_clearance (advice)
         && legato_condition_from_id (advice->flag, &condition) && (person->conditions & condition)
         && !(person->cleared & condition);
}

/**
 * legato_planner_get_refusals:
 * @flags: (nullable): %NULL-terminated ids of the red flags that are there today
 * @person: (nullable): who may have conditions that no clinician has agreed to (R-UNCLEARED)
 *
 * Returns: (transfer container) (element-type LegatoAdvice): the advice that stands in the way of
 *   any session, most urgent first; empty if nothing does
 */
GPtrArray *
legato_planner_get_refusals (LegatoGuide *guide,
                             const char *const *flags,
                             const LegatoPerson *person)
{
  GPtrArray *all = NULL;
  GPtrArray *refusals = g_ptr_array_new ();

  g_return_val_if_fail (guide != NULL, refusals);

  all = legato_guide_get_advice (guide);
  for (int urgency = LEGATO_URGENCY_EMERGENCY; urgency >= LEGATO_URGENCY_SOON; urgency--)
    {
      for (guint i = 0; i < all->len; i++)
        {
          LegatoAdvice *advice = g_ptr_array_index (all, i);
          gboolean flagged = flags != NULL && legato_safety_is_red_flag (advice)
                             && g_strv_contains (flags, advice->flag);

          if ((int) advice->urgency == urgency && (flagged || is_uncleared (advice, person)))
            g_ptr_array_add (refusals, advice);
        }
    }
  return refusals;
}
