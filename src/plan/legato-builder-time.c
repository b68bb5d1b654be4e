/* legato-builder-time.c: how the minutes are shared among the steps
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-plan"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "legato-plan-builder-private.h"
#include "legato-pace.h"

/* A rest that is added is no shorter, in seconds, though one that a routine asks for may be [D]. */
#define REST_LEAST_S 30

/* A plan that is shorter by more than this says so. */
#define SHORTER_S 5

/* Bisecting a whole number of seconds never leaves more than this. */
#define ROUNDING 1e-6

/* The fewest seconds in which @list can be done. */
static guint
get_least (const LegatoPlannedList *list)
{
  guint least = 0;

  for (guint i = 0; i < list->n; i++)
    least += list->items[i].least;
  return least;
}

/** Returns: the most seconds that @list, on one leg, can take */
guint
legato_planned_list_get_most (const LegatoPlannedList *list)
{
  guint most = 0;

  for (guint i = 0; i < list->n; i++)
    most += list->items[i].most;
  return MIN (most, LEGATO_PLAN_MAX_LEG_MINUTES * 60);
}

/* The scale at which the weights, each within its bounds, add up to @seconds: as long as some fall
 * out of their bounds, those on the side that is further out are fixed there. */
static double
find_scale (LegatoPlannedList *list, guint seconds)
{
  double scale = 0.0;

  for (guint i = 0; i < list->n; i++)
    list->items[i].fixed = FALSE;
  for (guint round = 0; round <= list->n; round++)
    {
      double left = seconds;
      double weight = 0.0;
      double below = 0.0;
      double above = 0.0;

      for (guint i = 0; i < list->n; i++)
        {
          const LegatoPlannedStep *planned = &list->items[i];

          if (planned->fixed)
            left -= planned->rest;
          else
            weight += planned->weight;
        }
      if (weight <= 0.0)
        break;
      scale = left / weight;
      for (guint i = 0; i < list->n; i++)
        {
          const LegatoPlannedStep *planned = &list->items[i];
          double exact = planned->weight * scale;

          if (planned->fixed)
            continue;
          below += MAX (planned->least - exact, 0.0);
          above += MAX (exact - planned->most, 0.0);
        }
      if (below < ROUNDING && above < ROUNDING)
        break;
      for (guint i = 0; i < list->n; i++)
        {
          LegatoPlannedStep *planned = &list->items[i];
          double exact = planned->weight * scale;

          if (planned->fixed)
            continue;
          if (below >= above && exact < planned->least)
            {
              planned->fixed = TRUE;
              planned->rest = planned->least;
            }
          else if (above >= below && exact > planned->most)
            {
              planned->fixed = TRUE;
              planned->rest = planned->most;
            }
        }
    }
  return scale;
}

/**
 * legato_planned_list_share:
 *
 * Gives every step its whole seconds, in proportion to its weight and within its bounds, so that
 * they add up to @seconds. What rounding leaves over goes to those it took most from.
 *
 * Returns: %FALSE if the bounds don't allow that many
 */
gboolean
legato_planned_list_share (LegatoPlannedList *list, guint seconds)
{
  guint given = 0;
  guint most = 0;
  double scale = 0.0;

  for (guint i = 0; i < list->n; i++)
    most += list->items[i].most;
  if (get_least (list) > seconds || most < seconds)
    return FALSE;

  scale = find_scale (list, seconds);
  for (guint i = 0; i < list->n; i++)
    {
      LegatoPlannedStep *planned = &list->items[i];
      double exact = CLAMP (planned->weight * scale, planned->least, planned->most);

      planned->seconds = (guint) floor (exact + ROUNDING);
      planned->rest = MAX (exact - planned->seconds, 0.0);
      given += planned->seconds;
    }

  while (given != seconds)
    {
      LegatoPlannedStep *chosen = NULL;

      for (guint i = 0; i < list->n; i++)
        {
          LegatoPlannedStep *planned = &list->items[i];

          if (given < seconds ? planned->seconds < planned->most
                                    && (chosen == NULL || planned->rest > chosen->rest)
                              : planned->seconds > planned->least
                                    && (chosen == NULL || planned->rest < chosen->rest))
            chosen = planned;
        }
      if (chosen == NULL)
        return FALSE;
      chosen->seconds += given < seconds ? 1 : -1;
      chosen->rest += given < seconds ? -1.0 : 1.0;
      given += given < seconds ? 1 : -1;
    }
  return TRUE;
}

/* The step that is missed least: of the working phase the one with the fewest seconds of its own,
 * as long as @n_kept others stay; then a stretch, then a glide that warms. Never what the leg
 * begins with, and nothing of the gliding that it ends with. -1 if none. */
static int
find_expendable (const LegatoPlannedList *list, guint n_kept)
{
  const struct
  {
    LegatoPhase phase;
    guint n_kept;
  } order[] = { { LEGATO_PHASE_WORK, n_kept },
                { LEGATO_PHASE_STRETCH, 1 },
                { LEGATO_PHASE_WARM, 1 } };
  guint counts[LEGATO_PHASE_STRETCH + 1] = { 0 };
  guint first = list->n;

  for (guint i = 0; i < list->n; i++)
    {
      counts[list->items[i].phase]++;
      if (list->items[i].zones != 0)
        first = MIN (first, i);
    }
  for (guint p = 0; p < G_N_ELEMENTS (order); p++)
    {
      int chosen = -1;

      if (counts[order[p].phase] <= order[p].n_kept)
        continue;
      for (guint i = 0; i < list->n; i++)
        if (list->items[i].phase == order[p].phase && i != first
            && (chosen < 0 || list->items[i].weight <= list->items[chosen].weight))
          chosen = (int) i;
      if (chosen >= 0)
        return chosen;
    }
  return -1;
}

static void
drop (LegatoPlanBuilder *builder, LegatoLeg leg, guint index)
{
  LegatoPlannedList *list = &builder->legs[leg];
  const LegatoTechnique *technique = list->items[index].technique;
  LegatoZoneSet zones = list->items[index].zones;
  gboolean is_work = list->items[index].phase == LEGATO_PHASE_WORK;

  legato_planned_list_remove (list, index);
  if (!is_work)
    return;
  for (guint i = 0; i < list->n; i++)
    if (list->items[i].technique == technique)
      zones &= ~list->items[i].zones;
  for (guint rank = 0; zones >> rank != 0; rank++)
    if ((zones >> rank) & 1)
      legato_plan_builder_leave_out (builder, leg, builder->zones[rank], technique,
                                     LEGATO_REASON_OUT_NO_TIME);
}

/* Lets steps be as short as their technique allows, where they would otherwise be left out. */
static void
allow_brief_steps (LegatoPlanBuilder *builder, LegatoPlannedList *list, guint seconds)
{
  for (guint i = 0; i < list->n && get_least (list) > seconds; i++)
    {
      LegatoPlannedStep *planned = &list->items[i];

      planned->least = legato_plan_builder_get_least_seconds (builder, planned);
    }
}

/**
 * legato_plan_builder_fit_leg:
 *
 * Leaves out what has no room in @seconds on @leg, the smallest steps first; the last step of the
 * working phase only if nothing else helps.
 *
 * Returns: %FALSE if the rest has no room either
 */
gboolean
legato_plan_builder_fit_leg (LegatoPlanBuilder *builder, LegatoLeg leg, guint seconds)
{
  LegatoPlannedList *list = &builder->legs[leg];
  guint n_whole = list->n;
  int fewest =
      builder->request->zone != NULL ? 1 : 0; /* whoever asks for one place wants it worked */

  for (int n_kept = 1; n_kept >= fewest; n_kept--)
    {
      while (get_least (list) > seconds)
        {
          int index = find_expendable (list, (guint) n_kept);

          if (index < 0)
            break;
          drop (builder, leg, (guint) index);
        }
      allow_brief_steps (builder, list, seconds);
    }

  if (list->n < n_whole)
    {
      legato_plan_builder_order_runs (builder, leg);
      legato_plan_builder_let_pressure_fall (builder, leg, NULL, 0, 0);
    }
  return get_least (list) <= seconds;
}

static gboolean
fail_too_short (LegatoPlanBuilder *builder, GError **error)
{
  guint minutes = builder->seconds / 60;

  g_set_error (
      error, LEGATO_PLAN_ERROR, LEGATO_PLAN_ERROR_LENGTH,
      ngettext ("“%s” cannot be done in %u minute.", "“%s” cannot be done in %u minutes.", minutes),
      legato_request_get_name (builder->request, builder->guide), minutes);
  return FALSE;
}

/* What is done for both legs gets its share of the time. Returns: how much that is */
static guint
share_once (LegatoPlanBuilder *builder, double scale)
{
  guint given = 0;

  for (guint i = 0; i < builder->once.n; i++)
    {
      LegatoPlannedStep *planned = &builder->once.items[i];

      planned->seconds =
          (guint) CLAMP (planned->weight * scale + 0.5, planned->least, planned->most);
      given += planned->seconds;
    }
  return given;
}

static LegatoPlannedStep *
find_rest (LegatoPlanBuilder *builder)
{
  for (guint i = 0; i < builder->once.n; i++)
    if (builder->once.items[i].technique == builder->known.legs_raised)
      return &builder->once.items[i];
  return NULL;
}

/* Fills @seconds that no massage fills with a rest, as far as one does good; @each is what a leg
 * gets. Returns: how many seconds it cannot fill */
static guint
add_rest (LegatoPlanBuilder *builder, guint seconds, guint n_legs, guint *each)
{
  LegatoPlannedStep *rest = find_rest (builder);
  guint rested = rest != NULL ? rest->seconds : 0;
  guint most = 0;
  guint filled = 0;

  if (!legato_plan_builder_may_rest (builder) || (builder->routine->no_rest && rest == NULL))
    return seconds;
  most = builder->known.legs_raised->step_max_s;
  filled = MIN (seconds, most - MIN (rested, most));
  if (rest == NULL)
    {
      LegatoPlannedStep planned = {
        .technique = builder->known.legs_raised,
        .phase = LEGATO_PHASE_REST,
        .least = REST_LEAST_S,
        .most = most,
      };

      if (filled < REST_LEAST_S)
        {
          *each -= (REST_LEAST_S - filled + n_legs - 1) / n_legs;
          filled = REST_LEAST_S;
        }
      rest = legato_planned_list_add (&builder->once, &planned);
    }
  rest->reasons |= LEGATO_REASON_BIT (LEGATO_REASON_REST);
  rest->seconds = rested + filled;
  return seconds > filled ? seconds - filled : 0;
}

/* Both legs get the same time, whatever is left of each. */
static gboolean
share_among_legs (LegatoPlanBuilder *builder, guint each)
{
  for (int leg = LEGATO_LEG_LEFT; leg <= LEGATO_LEG_RIGHT; leg++)
    {
      if (!builder->active[leg])
        continue;
      if (leg == LEGATO_LEG_RIGHT && builder->same_legs)
        {
          /* What the left leg had to leave out, the right one has too. */
          guint n_noted = builder->left_out->len;

          for (guint i = 0; i < builder->legs[LEGATO_LEG_LEFT].n; i++)
            legato_planned_list_add (&builder->legs[leg], &builder->legs[LEGATO_LEG_LEFT].items[i]);
          for (guint i = 0; i < n_noted; i++)
            {
              LegatoOmission noted = g_array_index (builder->left_out, LegatoOmission, i);

              legato_plan_builder_leave_out (builder, leg, noted.zone, noted.technique,
                                             noted.reason);
            }
          return TRUE;
        }
      if (!legato_plan_builder_fit_leg (builder, leg, each)
          || !legato_planned_list_share (&builder->legs[leg], each))
        return FALSE;
    }
  return TRUE;
}

/**
 * legato_plan_builder_share_time:
 *
 * Shares the seconds of @builder: as the routine does, but both legs get the same, no leg more than
 * does it good, and a rest with legs raised fills up what is left then.
 *
 * Returns: %FALSE with %LEGATO_PLAN_ERROR_LENGTH if that many seconds cannot be filled, or are too
 *   few
 */
gboolean
legato_plan_builder_share_time (LegatoPlanBuilder *builder, GError **error)
{
  gboolean both = builder->active[0] && builder->active[1];
  guint n_legs = both ? 2 : 1;
  guint n_asked = builder->request->legs == LEGATO_LEG_BOTH ? 2 : 1;
  guint most = LEGATO_UNLIMITED;
  guint once = 0;
  guint each = 0;
  guint left = 0;
  guint left_over = 0;

  for (int leg = LEGATO_LEG_LEFT; leg <= LEGATO_LEG_RIGHT; leg++)
    if (builder->active[leg] && !(builder->same_legs && leg == LEGATO_LEG_RIGHT))
      most = MIN (most, legato_planned_list_get_most (&builder->legs[leg]));

  once = share_once (builder,
                     builder->seconds / (builder->once_weight + n_asked * builder->leg_weight));
  if (once >= builder->seconds)
    return fail_too_short (builder, error);
  each = (builder->seconds - once) / n_legs;
  if (each > most)
    {
      each = most;
      left_over = add_rest (builder, builder->seconds - once - n_legs * most, n_legs, &each);
      builder->seconds -= left_over;
    }
  else if (both && (builder->seconds - once) % 2 != 0)
    left = 1;

  if (!share_among_legs (builder, each))
    return fail_too_short (builder, error);
  if (builder->seconds + SHORTER_S < builder->asked_seconds)
    builder->reasons |= LEGATO_REASON_BIT (LEGATO_REASON_LONGEST);
  if (left > 0 && builder->once.n > 0)
    builder->once.items[0].seconds += left; /* an odd second cannot be shared by two legs */
  return TRUE;
}
