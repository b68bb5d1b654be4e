/* legato-safety.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-plan"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-rules.h"
#include "legato-safety.h"

/* The middle part of a rule's words is what a plan keeps; the last what mends a routine that does
 * not. The order is that of docs/domain.md §7. */
static const LegatoRule rules[] = {
  { "R-BREATH", N_ ("No session when you are short of breath or your chest hurts."),
    N_ ("Call for emergency help at once."), legato_rule_breath },
  { "R-COLD", N_ ("No session with a leg that is suddenly cold, pale or numb."),
    N_ ("Call for emergency help at once."), legato_rule_cold },
  { "R-CAUDA",
    N_ ("No session with numbness between the legs, a weak leg, or new trouble with bladder or "
        "bowel."),
    N_ ("Call for emergency help at once."), legato_rule_cauda },
  { "R-DVT", N_ ("No session when one leg shows signs of a blood clot."),
    N_ ("Seek medical care now."), legato_rule_dvt },
  { "R-WEIGHT", N_ ("No session when you can’t put weight on a leg."),
    N_ ("Seek medical care now."), legato_rule_weight },
  { "R-FRACTURE", N_ ("No session with a bone that may be broken."), N_ ("Seek medical care now."),
    legato_rule_fracture },
  { "R-INFECTION", N_ ("No session with signs of an infection."), N_ ("See a doctor today."),
    legato_rule_infection },
  { "R-FEVER", N_ ("No session with fever and leg pain."), N_ ("See a doctor today."),
    legato_rule_fever },
  { "R-BRUISE", N_ ("No session with bad bruises that nothing explains."),
    N_ ("See a doctor today."), legato_rule_bruise },
  { "R-SWELLING", N_ ("No session with new swelling that nobody has looked at."),
    N_ ("See a doctor today."), legato_rule_swelling_sign },
  { "R-SHOOTING", N_ ("No session with a pain that shoots down the leg."),
    N_ ("Please see a doctor."), legato_rule_shooting },
  { "R-PERSIST", N_ ("No session with a pain that gets no better for days."),
    N_ ("Please see a doctor."), legato_rule_persist },
  { "R-WALKING", N_ ("No session with a pain that comes with walking."),
    N_ ("Please see a doctor."), legato_rule_walking },
  { "R-AFTER",
    N_ ("No session while redness, swelling or growing pain from the last session stays."),
    N_ ("See a doctor today."), legato_rule_after },
  { "R-UNCLEARED", N_ ("No session before your doctor has agreed to it."),
    N_ ("Ask your doctor first."), legato_rule_uncleared },

  { "P-LIGHT-FIRST", N_ ("Each leg starts with light gliding."),
    N_ ("Begin with a light gliding step."), legato_rule_light_first },
  { "P-LIGHT-LAST", N_ ("Each leg ends with light gliding."), N_ ("End with a light gliding step."),
    legato_rule_light_last },
  { "P-RISE-FALL", N_ ("Pressure rises once and then falls."),
    N_ ("Put firmer steps before lighter ones on the same place, and keep warming up and settling "
        "light."),
    legato_rule_rise_fall },
  { "P-UP", N_ ("Strokes go up the leg."), N_ ("Name the places from the foot up."),
    legato_rule_up },
  { "P-ORDER", N_ ("Each pass works its way up from the ankle."),
    N_ ("Move this step before the ones further up the leg."), legato_rule_order },
  { "P-CAP", N_ ("Each place has its firmest touch and its techniques."),
    N_ ("Press less, or choose another technique for this place."), legato_rule_cap },
  { "P-EVEN", N_ ("Both legs get the same time."), N_ ("Give both legs the same time."),
    legato_rule_even },
  { "P-HOLD", N_ ("A press is held neither too short nor too long."),
    N_ ("Change how long this step takes."), legato_rule_hold },
  { "P-ITB", N_ ("No tool goes on the band along the outer thigh."), N_ ("Use your hands here."),
    legato_rule_itb },
  { "P-POP", N_ ("The hands lift over the back of the knee."),
    N_ ("Take the back of the knee out of this step."), legato_rule_pop },
  { "P-BONE", N_ ("Shin, knee and ankle are touched lightly and never tapped."),
    N_ ("Keep this step light, without tapping."), legato_rule_bone },
  { "P-LEN", N_ ("It is as long as you asked for, and never over 30 minutes."),
    N_ ("Make it shorter."), legato_rule_len },
  { "P-TOOLS", N_ ("It needs only tools that you have."),
    N_ ("Use your hands here, or say that you have the tool."), legato_rule_tools },
  { "P-BLOCK", N_ ("Nothing touches or crosses a place that you marked."),
    N_ ("Take this place out of the step."), legato_rule_block },
  { "P-REACH", N_ ("On your own you do only what your hands can reach."),
    N_ ("Choose another technique for this place."), legato_rule_reach },
  { "P-REST", N_ ("No place is worked firmly or with a tool on two days in a row."),
    N_ ("Press less, and use your hands."), legato_rule_rest },

  { "P-ADAPT:swelling", N_ ("Swollen legs get lymph strokes and no firmer work."),
    N_ ("Use lymph strokes, beginning at the thigh."), legato_rule_swelling },
  { "P-ADAPT:tight", N_ ("Tight muscles are kneaded for longer."), N_ ("Give kneading more time."),
    legato_rule_tight },
  { "P-ADAPT:veins", N_ ("Over sensitive veins every touch is light."), N_ ("Press less."),
    legato_rule_veins },
  { "P-ADAPT:fragile-skin", N_ ("Thin skin is touched more lightly, without tools and tapping."),
    N_ ("Press less, and use your hands."), legato_rule_fragile_skin },
  { "P-ADAPT:pregnancy", N_ ("In pregnancy only what was agreed to is touched, and lightly."),
    N_ ("Take this place out of the step, and press less."), legato_rule_pregnancy },
  { "P-ADAPT:pregnancy-swelling",
    N_ ("In pregnancy with swelling there are only lymph strokes, below the knee."),
    N_ ("Take this place out of the step, and press less."), legato_rule_pregnancy_swelling },
  { "P-ADAPT:sport-soreness", N_ ("After sport the sorest place is touched lightly."),
    N_ ("Press less here."), legato_rule_sport_soreness },
  { "P-ADAPT:long-standing", N_ ("After long standing or sitting a short session is best."),
    N_ ("Make it shorter."), legato_rule_long_standing },
  { "P-ADAPT:neuropathy", N_ ("Numb places are left out, and all else is light and by hand."),
    N_ ("Press less, and use your hands."), legato_rule_neuropathy },
  { "P-ADAPT:worse-after-last",
    N_ ("What felt worse after the last session is left out; all else is touched lightly."),
    N_ ("Take this place out of the step, and press less."), legato_rule_worse_after_last },
  { "P-ADAPT:surgery", N_ ("After an operation only what was agreed to is touched, and lightly."),
    N_ ("Take this place out of the step, and press less."), legato_rule_surgery },
  { "P-ADAPT:pacemaker", N_ ("With an implanted device there is no gun and no sleeve."),
    N_ ("Use your hands here."), legato_rule_pacemaker },
  { "P-ADAPT:joint-replacement", N_ ("No tool goes near an artificial joint."),
    N_ ("Use your hands here."), legato_rule_joint_replacement },
  { "P-ADAPT:stopped",
    N_ ("Where it hurt, nothing is done for two days, and then light work once."),
    N_ ("Take this place out of the step."), legato_rule_stopped },
  { "P-ADAPT:cleared", N_ ("When a doctor had to agree first, hands only glide lightly."),
    N_ ("Use light gliding or lymph strokes."), legato_rule_cleared },
  { "P-ADAPT:soreness", N_ ("Sore places are touched softly, and very sore ones are left out."),
    N_ ("Use light gliding here."), legato_rule_soreness },
};

/* Signs that forbid any session while they are there (docs/domain.md §7). */
static const char *const red_flags[] = {
  "R-BREATH", "R-COLD",   "R-CAUDA",    "R-DVT",      "R-WEIGHT",  "R-FRACTURE", "R-INFECTION",
  "R-FEVER",  "R-BRUISE", "R-SWELLING", "R-SHOOTING", "R-PERSIST", "R-WALKING",  NULL,
};

/** Returns: whether @advice belongs to a red flag: no session today, whatever the person wishes */
gboolean
legato_safety_is_red_flag (const LegatoAdvice *advice)
{
  g_return_val_if_fail (advice != NULL, FALSE);
  return g_strv_contains (red_flags, advice->rule);
}

/** Returns: whether @advice belongs to what is asked after a session, and forbids the next one */
gboolean
legato_safety_is_after_effect (const LegatoAdvice *advice)
{
  g_return_val_if_fail (advice != NULL, FALSE);
  return g_str_equal (advice->rule, "R-AFTER");
}

/** Returns: whether @advice belongs to a condition that a clinician has to clear first */
gboolean
legato_safety_needs_clearance (const LegatoAdvice *advice)
{
  LegatoCondition condition;

  g_return_val_if_fail (advice != NULL, FALSE);
  return g_str_equal (advice->rule, "R-UNCLEARED")
         && legato_condition_from_id (advice->flag, &condition);
}

/** Returns: (array length=n_rules): every rule, in the order of docs/domain.md §7 */
const LegatoRule *
legato_safety_get_rules (gsize *n_rules)
{
  g_return_val_if_fail (n_rules != NULL, NULL);

  *n_rules = G_N_ELEMENTS (rules);
  return rules;
}

/**
 * legato_safety_find_breaches:
 *
 * Returns: (transfer full) (element-type LegatoBreach): every rule that @plan, made for @request,
 *   breaks, with the first step that does so; empty if there is none
 */
GPtrArray *
legato_safety_find_breaches (LegatoPlan *plan, const LegatoRequest *request)
{
  GPtrArray *breaches = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (plan != NULL && request != NULL, breaches);

  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      LegatoBreach breach = { rules[i].id, _ (rules[i].words), _ (rules[i].mend), -1 };
      int step = -1;

      if (rules[i].holds (plan, request, &step))
        continue;
      breach.step = step;
      g_ptr_array_add (breaches, g_memdup2 (&breach, sizeof breach));
    }
  return breaches;
}

/* What remains of a session is judged by what it was together with the part that is over. */
static const char *const whole_session_rules[] = { "P-EVEN", "P-LEN", NULL };

static gboolean
check (LegatoPlan *plan, const LegatoRequest *request, gboolean continued, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autofree char *title = NULL;
      int step = -1;

      if (continued && g_strv_contains (whole_session_rules, rules[i].id))
        continue;
      if (rules[i].holds (plan, request, &step))
        continue;

      if (step < 0)
        {
          g_set_error (error, LEGATO_PLAN_ERROR, LEGATO_PLAN_ERROR_RULE, "%s: %s", rules[i].id,
                       _ (rules[i].words));
          return FALSE;
        }
      title = legato_step_dup_title (legato_plan_get_step (plan, (guint) step));
      /* Translators: a rule's id, the rule, and the number and name of the step that breaks it */
      g_set_error (error, LEGATO_PLAN_ERROR, LEGATO_PLAN_ERROR_RULE, _ ("%s: %s (step %d, %s)"),
                   rules[i].id, _ (rules[i].words), step + 1, title);
      return FALSE;
    }
  return TRUE;
}

/**
 * legato_safety_check:
 *
 * Checks @plan against every rule.
 *
 * Returns: %TRUE, or %FALSE with %LEGATO_PLAN_ERROR_RULE, whose message names the rule, says it in
 *   words and names the step that breaks it
 */
gboolean
legato_safety_check (LegatoPlan *plan, const LegatoRequest *request, GError **error)
{
  g_return_val_if_fail (plan != NULL && request != NULL, FALSE);

  return check (plan, request, FALSE, error);
}

/** legato_safety_check_continued: as legato_safety_check(), for what remains of a session. */
gboolean
legato_safety_check_continued (LegatoPlan *plan, const LegatoRequest *request, GError **error)
{
  return check (plan, request, TRUE, error);
}
