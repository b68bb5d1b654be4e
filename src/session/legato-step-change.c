/* legato-step-change.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-session"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-pace.h"
#include "legato-safety.h"
#include "legato-step-change.h"
#include "legato-timeline.h"

#define CEILING_S (LEGATO_PLAN_MAX_MINUTES * 60)

/* The rules that a length can break; all others look at what is done, not at how long. */
static const char *const length_rules[] = { "P-EVEN", "P-HOLD", "P-LEN" };

static gboolean
same_zones (const LegatoStep *a, const LegatoStep *b)
{
  if (a->zones->len != b->zones->len)
    return FALSE;
  for (guint i = 0; i < a->zones->len; i++)
    if (g_ptr_array_index (a->zones, i) != g_ptr_array_index (b->zones, i))
      return FALSE;
  return TRUE;
}

static gboolean
same_work (const LegatoStep *a, const LegatoStep *b)
{
  return a->phase == b->phase && a->technique == b->technique && a->pressure == b->pressure
         && same_zones (a, b);
}

/* The step that does on the other leg what step @index does on this one; -1 if there is none. Of
 * several alike, the first belongs to the first, the second to the second, and so on. */
static int
find_twin (LegatoPlan *plan, guint index)
{
  const LegatoStep *step = legato_plan_get_step (plan, index);
  guint nth = 0;

  if (step->leg == LEGATO_LEG_BOTH)
    return -1;
  for (guint i = 0; i < index; i++)
    {
      const LegatoStep *other = legato_plan_get_step (plan, i);

      if (other->leg == step->leg && same_work (other, step))
        nth++;
    }
  for (guint i = 0; i < legato_plan_get_n_steps (plan); i++)
    {
      const LegatoStep *other = legato_plan_get_step (plan, i);

      if (other->leg == LEGATO_LEG_BOTH || other->leg == step->leg || !same_work (other, step))
        continue;
      if (nth-- == 0)
        return (int) i;
    }
  return -1;
}

/* The bounds that the step's technique sets. The guide has them in seconds of the clock; at @tempo
 * they are as many seconds of the plan. */
static void
get_bounds (const LegatoStep *step, guint tempo, int *least, int *most)
{
  const LegatoTechnique *technique = step->technique;

  *least = (int) (legato_pace_get_least_seconds (technique, step->zones) * tempo + 99) / 100;
  *most = CEILING_S;
  if (technique->hold_max_s > 0)
    *most = (int) (technique->hold_max_s * tempo / 100);
  if (technique->max_s > 0 && step->zones->len > 0)
    *most = MIN (*most, (int) (technique->max_s * step->zones->len * tempo / 100));
  /* A plan may hold a step that is shorter than it would be made today; it stays as it is. */
  *least = MIN (*least, (int) step->seconds);
  *most = MAX (*most, (int) step->seconds);
}

static LegatoPlan *
copy_with_lengths (LegatoPlan *plan, guint index, int twin, int change)
{
  GPtrArray *steps = g_ptr_array_new_with_free_func ((GDestroyNotify) legato_step_free);

  for (guint i = 0; i < legato_plan_get_n_steps (plan); i++)
    {
      const LegatoStep *step = legato_plan_get_step (plan, i);
      int more = i == index || (int) i == twin ? change : 0;
      LegatoStep *copy = legato_step_new (step->leg, step->phase, step->technique, step->pressure,
                                          (guint) ((int) step->seconds + more));

      copy->travel = step->travel;
      g_ptr_array_extend (copy->zones, step->zones, NULL, NULL);
      copy->origin = step->origin;
      g_ptr_array_extend (copy->reasons, step->reasons, NULL, NULL);
      g_ptr_array_add (steps, copy);
    }
  return legato_plan_new_full (legato_plan_get_guide (plan), legato_plan_get_routine (plan),
                               legato_plan_get_goal (plan), 0, legato_plan_get_needs (plan), steps,
                               g_ptr_array_ref (legato_plan_get_left_out (plan)));
}

/** Returns: the legs that @plan is for: evenness is asked only of two */
LegatoLeg
legato_step_change_find_legs (LegatoPlan *plan)
{
  gboolean legs[3] = { FALSE, FALSE, FALSE };

  for (guint i = 0; i < legato_plan_get_n_steps (plan); i++)
    legs[legato_plan_get_step (plan, i)->leg] = TRUE;
  if (legs[LEGATO_LEG_LEFT] == legs[LEGATO_LEG_RIGHT])
    return LEGATO_LEG_BOTH;
  return legs[LEGATO_LEG_LEFT] ? LEGATO_LEG_LEFT : LEGATO_LEG_RIGHT;
}

/* Whether @changed keeps every rule of length that @plan kept. */
static gboolean
keeps_rules (LegatoPlan *plan, LegatoPlan *changed, GError **error)
{
  LegatoRequest request = { .legs = legato_step_change_find_legs (plan) };
  gsize n_rules = 0;
  const LegatoRule *rules = legato_safety_get_rules (&n_rules);

  for (gsize i = 0; i < n_rules; i++)
    {
      int step = -1;

      for (gsize r = 0; r < G_N_ELEMENTS (length_rules); r++)
        if (g_str_equal (rules[i].id, length_rules[r]) && !rules[i].holds (changed, &request, &step)
            && rules[i].holds (plan, &request, &step))
          {
            g_set_error_literal (error, LEGATO_PLAN_ERROR, LEGATO_PLAN_ERROR_RULE,
                                 g_dgettext (GETTEXT_PACKAGE, rules[i].words));
            return FALSE;
          }
    }
  return TRUE;
}

/**
 * legato_step_change:
 * @index: the step that runs
 * @elapsed_ns: nanoseconds of it that lie behind
 * @limits: what the session as a whole leaves room for
 * @wish: seconds that it shall last longer; less than 0 for shorter
 * @change: (out): seconds that it does last longer, as near to @wish as may be
 *
 * The other leg's step that does the same follows, if it is still to come, so that both legs get
 * the same time (P-EVEN). A hold stays as long as a hold may be (P-HOLD), a stroke keeps its room,
 * and all together stays within the longest time (P-LEN).
 *
 * Returns: (transfer full): the changed plan, or %NULL with %LEGATO_PLAN_ERROR, whose message says
 *   why the step stays as it is
 */
LegatoPlan *
legato_step_change (LegatoPlan *plan,
                    guint index,
                    gint64 elapsed_ns,
                    const LegatoStepLimits *limits,
                    int wish,
                    int *change,
                    GError **error)
{
  const LegatoStep *step = NULL;
  g_autoptr (LegatoPlan) changed = NULL;
  gboolean is_last = FALSE;
  int twin = -1;
  int least = 0;
  int most = 0;
  int room = 0;

  g_return_val_if_fail (plan != NULL && index < legato_plan_get_n_steps (plan), NULL);
  g_return_val_if_fail (change != NULL, NULL);

  *change = 0;
  step = legato_plan_get_step (plan, index);
  is_last = index + 1 == legato_plan_get_n_steps (plan);
  get_bounds (step, limits->tempo, &least, &most);
  twin = find_twin (plan, index);
  if (twin >= 0 && twin <= (int) index)
    twin = -1;
  if (twin >= 0)
    {
      const LegatoStep *other = legato_plan_get_step (plan, (guint) twin);
      int apart = (int) step->seconds - (int) other->seconds;
      int other_least = 0;
      int other_most = 0;

      get_bounds (other, limits->tempo, &other_least, &other_most);
      least = MAX (least, other_least + apart);
      most = MIN (most, other_most + apart);
    }

  /* No shorter than what was already played, and the last step keeps time for the chime. */
  least = MAX (least, (int) ((elapsed_ns + LEGATO_SECOND - 1) / LEGATO_SECOND) + 1
                          + (is_last ? (int) LEGATO_PACE_CHIME_S : 0));
  room = MAX (limits->room_s, 0);
  if (wish > 0)
    *change = MIN (MIN (wish, most - (int) step->seconds), twin >= 0 ? room / 2 : room);
  else
    *change = MAX (wish, least - (int) step->seconds);
  if ((wish > 0) != (*change > 0) || *change == 0)
    {
      *change = 0;
      if (wish <= 0)
        g_set_error (error, LEGATO_PLAN_ERROR, LEGATO_PLAN_ERROR_LENGTH,
                     _ ("This step cannot be any shorter."));
      else if (most > (int) step->seconds)
        g_set_error (error, LEGATO_PLAN_ERROR, LEGATO_PLAN_ERROR_LENGTH,
                     ngettext ("A session lasts at most %d minute.",
                               "A session lasts at most %d minutes.", limits->minutes),
                     (int) limits->minutes);
      else
        g_set_error (error, LEGATO_PLAN_ERROR, LEGATO_PLAN_ERROR_LENGTH,
                     /* Translators: a technique, for instance "Kneading" */
                     _ ("%s should not last longer in one place."), step->technique->name);
      return NULL;
    }

  changed = copy_with_lengths (plan, index, twin, *change);
  if (!keeps_rules (plan, changed, error))
    {
      *change = 0;
      return NULL;
    }
  return g_steal_pointer (&changed);
}
