/* legato-refusal.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-plan"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-refusal.h"
#include "legato-safety.h"

/* The advice that asks to which places a clinician agreed. */
#define AGREED_PLACES "agreed-places"

static gboolean
is_there (const LegatoAdvice *advice, const LegatoPerson *person)
{
  LegatoSign sign = 0;

  return (legato_safety_is_red_flag (advice) || legato_safety_is_after_effect (advice))
         && legato_sign_from_id (advice->flag, &sign) && (person->signs & sign);
}

static gboolean
is_uncleared (const LegatoAdvice *advice, const LegatoPerson *person)
{
  LegatoCondition condition = 0;

  return legato_safety_needs_clearance (advice)
         && legato_condition_from_id (advice->flag, &condition) && (person->conditions & condition)
         && !(person->cleared & condition);
}

/* A clinician agreed, and nobody said to which places. */
static gboolean
asks_for_places (const LegatoAdvice *advice, const LegatoPerson *person)
{
  return g_str_equal (advice->flag, AGREED_PLACES) && legato_person_is_without_places (person)
         && (person->conditions & ~person->cleared & LEGATO_CONDITIONS_NEED_PLACES) == 0;
}

/**
 * legato_planner_get_refusals:
 * @person: who may have warning signs, or conditions that no clinician has agreed to, or for no
 * place (R-UNCLEARED)
 *
 * Returns: (transfer container) (element-type LegatoAdvice): the advice that stands in the way of
 *   any session, most urgent first; empty if nothing does
 */
GPtrArray *
legato_planner_get_refusals (LegatoGuide *guide, const LegatoPerson *person)
{
  GPtrArray *all = NULL;
  GPtrArray *refusals = g_ptr_array_new ();

  g_return_val_if_fail (guide != NULL && person != NULL, refusals);

  all = legato_guide_get_advice (guide);
  for (int urgency = LEGATO_URGENCY_EMERGENCY; urgency >= LEGATO_URGENCY_SOON; urgency--)
    for (guint i = 0; i < all->len; i++)
      {
        LegatoAdvice *advice = g_ptr_array_index (all, i);

        if ((int) advice->urgency == urgency
            && (is_there (advice, person) || is_uncleared (advice, person)
                || asks_for_places (advice, person)))
          g_ptr_array_add (refusals, advice);
      }
  return refusals;
}

static LegatoUrgency
get_urgency (GPtrArray *refusals)
{
  return ((const LegatoAdvice *) g_ptr_array_index (refusals, 0))->urgency;
}

static gboolean
ask_for_places_only (GPtrArray *refusals)
{
  return refusals->len == 1
         && g_str_equal (((const LegatoAdvice *) refusals->pdata[0])->flag, AGREED_PLACES);
}

/* Agreed places are asked for by a doctor's agreement, too. */
static gboolean
need_clearance_only (GPtrArray *refusals)
{
  for (guint i = 0; i < refusals->len; i++)
    {
      const LegatoAdvice *advice = g_ptr_array_index (refusals, i);

      if (!legato_safety_needs_clearance (advice) && !g_str_equal (advice->flag, AGREED_PLACES))
        return FALSE;
    }
  return TRUE;
}

/**
 * legato_refusals_get_title:
 * @refusals: (element-type LegatoAdvice): one or more, most urgent first
 *
 * Returns: a title that fits the most urgent of them, translated
 */
const char *
legato_refusals_get_title (GPtrArray *refusals)
{
  g_return_val_if_fail (refusals != NULL && refusals->len > 0, "");

  switch (get_urgency (refusals))
    {
    case LEGATO_URGENCY_EMERGENCY:
      return _ ("Call for help now");
    case LEGATO_URGENCY_NOW:
      return _ ("Get medical care now");
    case LEGATO_URGENCY_TODAY:
      return _ ("See a doctor today");
    case LEGATO_URGENCY_SOON:
    default:
      if (ask_for_places_only (refusals))
        return _ ("Which places are agreed?");
      return need_clearance_only (refusals) ? _ ("Not before your doctor agrees")
                                            : _ ("No massage for now");
    }
}

/** Returns: one sentence below legato_refusals_get_title(), translated */
const char *
legato_refusals_get_summary (GPtrArray *refusals)
{
  g_return_val_if_fail (refusals != NULL && refusals->len > 0, "");

  switch (get_urgency (refusals))
    {
    case LEGATO_URGENCY_EMERGENCY:
      return _ ("Your legs can wait. This comes first.");
    case LEGATO_URGENCY_NOW:
      return _ ("Don’t wait for it to pass.");
    case LEGATO_URGENCY_TODAY:
      return _ ("No massage until somebody has looked at it.");
    case LEGATO_URGENCY_SOON:
    default:
      if (ask_for_places_only (refusals))
        return _ ("Mark them, and your sessions will keep to them.");
      return need_clearance_only (refusals)
                 ? _ ("Tell Legato when they have agreed. Your sessions will then be light.")
                 : _ ("Please have this looked at soon.");
    }
}

/** Returns: what to do when nothing is left to massage (%LEGATO_PLAN_ERROR_NO_PLACE), translated */
const char *
legato_refusal_get_no_place_advice (void)
{
  return _ ("Let your legs rest. If they get no better, see a doctor.");
}
