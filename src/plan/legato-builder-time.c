/* legato-builder-time.c: how the minutes are shared among the steps
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-plan"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "legato-plan-builder.h"
#include "legato-pace.h"

/* A rest shorter than this is none. */
#define REST_LEAST_S 30

/* Bisecting a whole number of seconds never leaves more than this. */
#define HAIR 1e-6

/** Returns: the fewest seconds in which @drafts can be done */
guint
legato_drafts_get_least (const LegatoDrafts *drafts)
{
  guint least = 0;

  for (guint i = 0; i < drafts->n; i++)
    least += drafts->items[i].least;
  return least;
}

/** Returns: the most seconds that @drafts, on one leg, can take */
guint
legato_drafts_get_most (const LegatoDrafts *drafts)
{
  guint most = 0;

  for (guint i = 0; i < drafts->n; i++)
    most += drafts->items[i].most;
  return MIN (most, LEGATO_PLAN_MAX_LEG_MINUTES * 60);
}

/* The scale at which the weights, each within its bounds, add up to @seconds: as long as some fall
 * out of their bounds, those on the side that is further out are fixed there. */
static double
find_scale (LegatoDrafts *drafts, guint seconds)
{
  gboolean fixed[LEGATO_MAX_DRAFTS] = { FALSE };
  double scale = 0.0;

  for (guint round = 0; round <= drafts->n; round++)
    {
      double left = seconds;
      double weight = 0.0;
      double below = 0.0;
      double above = 0.0;

      for (guint i = 0; i < drafts->n; i++)
        {
          const LegatoDraft *draft = &drafts->items[i];

          if (fixed[i])
            left -= draft->rest;
          else
            weight += draft->weight;
        }
      if (weight <= 0.0)
        break;
      scale = left / weight;
      for (guint i = 0; i < drafts->n; i++)
        {
          const LegatoDraft *draft = &drafts->items[i];
          double exact = draft->weight * scale;

          if (fixed[i])
            continue;
          below += MAX (draft->least - exact, 0.0);
          above += MAX (exact - draft->most, 0.0);
        }
      if (below < HAIR && above < HAIR)
        break;
      for (guint i = 0; i < drafts->n; i++)
        {
          LegatoDraft *draft = &drafts->items[i];
          double exact = draft->weight * scale;

          if (fixed[i])
            continue;
          if (below >= above && exact < draft->least)
            {
              fixed[i] = TRUE;
              draft->rest = draft->least;
            }
          else if (above >= below && exact > draft->most)
            {
              fixed[i] = TRUE;
              draft->rest = draft->most;
            }
        }
    }
  return scale;
}

/**
 * legato_drafts_spread:
 *
 * Gives every draft its whole seconds, in proportion to its weight and within its bounds, so that
 * they add up to @seconds. What rounding leaves over goes to those it took most from.
 *
 * Returns: %FALSE if the bounds don't allow that many
 */
gboolean
legato_drafts_spread (LegatoDrafts *drafts, guint seconds)
{
  guint given = 0;
  guint most = 0;
  double scale = 0.0;

  for (guint i = 0; i < drafts->n; i++)
    most += drafts->items[i].most;
  if (legato_drafts_get_least (drafts) > seconds || most < seconds)
    return FALSE;

  scale = find_scale (drafts, seconds);
  for (guint i = 0; i < drafts->n; i++)
    {
      LegatoDraft *draft = &drafts->items[i];
      double exact = CLAMP (draft->weight * scale, draft->least, draft->most);

      draft->seconds = (guint) floor (exact + HAIR);
      draft->rest = MAX (exact - draft->seconds, 0.0);
      given += draft->seconds;
    }

  while (given != seconds)
    {
      LegatoDraft *chosen = NULL;

      for (guint i = 0; i < drafts->n; i++)
        {
          LegatoDraft *draft = &drafts->items[i];

          if (given < seconds
                  ? draft->seconds < draft->most && (chosen == NULL || draft->rest > chosen->rest)
                  : draft->seconds > draft->least && (chosen == NULL || draft->rest < chosen->rest))
            chosen = draft;
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
find_expendable (const LegatoDrafts *drafts, guint n_kept)
{
  const struct
  {
    LegatoPhase phase;
    guint n_kept;
  } order[] = { { LEGATO_PHASE_WORK, n_kept },
                { LEGATO_PHASE_STRETCH, 1 },
                { LEGATO_PHASE_WARM, 1 } };
  guint counts[LEGATO_PHASE_STRETCH + 1] = { 0 };
  guint first = drafts->n;

  for (guint i = 0; i < drafts->n; i++)
    {
      counts[drafts->items[i].phase]++;
      if (drafts->items[i].zones != 0)
        first = MIN (first, i);
    }
  for (guint p = 0; p < G_N_ELEMENTS (order); p++)
    {
      int chosen = -1;

      if (counts[order[p].phase] <= order[p].n_kept)
        continue;
      for (guint i = 0; i < drafts->n; i++)
        if (drafts->items[i].phase == order[p].phase && i != first
            && (chosen < 0 || drafts->items[i].weight <= drafts->items[chosen].weight))
          chosen = (int) i;
      if (chosen >= 0)
        return chosen;
    }
  return -1;
}

static void
drop (LegatoJob *job, LegatoLeg leg, guint index)
{
  LegatoDrafts *drafts = &job->legs[leg];
  const LegatoTechnique *technique = drafts->items[index].technique;
  LegatoZoneSet zones = drafts->items[index].zones;
  gboolean is_work = drafts->items[index].phase == LEGATO_PHASE_WORK;

  legato_job_remove (drafts, index);
  if (!is_work)
    return;
  for (guint i = 0; i < drafts->n; i++)
    if (drafts->items[i].technique == technique)
      zones &= ~drafts->items[i].zones;
  for (guint rank = 0; zones >> rank != 0; rank++)
    if ((zones >> rank) & 1)
      legato_job_leave_out (job, leg, job->zones[rank], technique, LEGATO_WHY_OUT_NO_TIME);
}

/* Rather a brief step than none: takes back what would make it worth while. */
static void
allow_brief_steps (LegatoJob *job, LegatoDrafts *drafts, guint seconds)
{
  for (guint i = 0; i < drafts->n && legato_drafts_get_least (drafts) > seconds; i++)
    {
      LegatoDraft *draft = &drafts->items[i];

      draft->least = legato_pace_get_least_seconds_over (draft->technique,
                                                         legato_job_get_way_cm (job, draft->zones));
    }
}

/**
 * legato_job_fit_leg:
 *
 * Leaves out what has no room in @seconds on @leg, the smallest steps first; the last step of the
 * working phase only if nothing else helps.
 *
 * Returns: %FALSE if the rest has no room either
 */
gboolean
legato_job_fit_leg (LegatoJob *job, LegatoLeg leg, guint seconds)
{
  LegatoDrafts *drafts = &job->legs[leg];
  guint n_whole = drafts->n;
  int fewest = job->request->zone != NULL ? 1 : 0; /* whoever asks for one place wants it worked */

  for (int n_kept = 1; n_kept >= fewest; n_kept--)
    {
      while (legato_drafts_get_least (drafts) > seconds)
        {
          int index = find_expendable (drafts, (guint) n_kept);

          if (index < 0)
            break;
          drop (job, leg, (guint) index);
        }
      allow_brief_steps (job, drafts, seconds);
    }

  if (drafts->n < n_whole && !legato_job_is_off (job, "P-ORDER"))
    {
      legato_job_order_runs (job, leg);
      legato_job_let_pressure_fall (job, leg, NULL, 0, 0);
    }
  return legato_drafts_get_least (drafts) <= seconds;
}

static const char *
get_name (LegatoJob *job)
{
  if (job->request->routine != NULL)
    return job->request->routine->name;
  if (job->request->zone != NULL)
    return job->request->zone->name;
  return legato_goal_get_name (job->request->goal);
}

static gboolean
fail_too_short (LegatoJob *job, GError **error)
{
  guint minutes = job->seconds / 60;

  g_set_error (
      error, LEGATO_PLAN_ERROR, LEGATO_PLAN_ERROR_LENGTH,
      ngettext ("“%s” cannot be done in %u minute.", "“%s” cannot be done in %u minutes.", minutes),
      get_name (job), minutes);
  return FALSE;
}

static gboolean
fail_too_long (LegatoJob *job, guint most, GError **error)
{
  g_set_error (error, LEGATO_PLAN_ERROR, LEGATO_PLAN_ERROR_LENGTH,
               /* Translators: the name of a session or place, and a number of minutes */
               ngettext ("“%s” takes %u minute at most, with what is left of it.",
                         "“%s” takes %u minutes at most, with what is left of it.", most / 60),
               get_name (job), most / 60);
  return FALSE;
}

/* What is done for both legs gets its share of the time. Returns: how much that is */
static guint
share_once (LegatoJob *job, double scale)
{
  guint given = 0;

  for (guint i = 0; i < job->once.n; i++)
    {
      LegatoDraft *draft = &job->once.items[i];

      draft->seconds = (guint) CLAMP (draft->weight * scale + 0.5, draft->least, draft->most);
      given += draft->seconds;
    }
  return given;
}

static LegatoDraft *
find_rest (LegatoJob *job)
{
  for (guint i = 0; i < job->once.n; i++)
    if (job->once.items[i].technique == job->known.legs_raised)
      return &job->once.items[i];
  return NULL;
}

/* Fills @seconds that no massage fills with a rest; @each is what a leg gets. */
static gboolean
add_rest (LegatoJob *job, guint seconds, guint n_legs, guint *each, GError **error)
{
  LegatoDraft *rest = find_rest (job);
  guint most = LEGATO_PLAN_MAX_REST_MINUTES * 60;
  guint rested = rest != NULL ? rest->seconds : 0;

  if (job->known.legs_raised == NULL || rested + seconds > most)
    return fail_too_long (job, job->seconds - seconds + most - rested, error);

  if (rest == NULL)
    {
      LegatoDraft draft = {
        .technique = job->known.legs_raised,
        .phase = LEGATO_PHASE_REST,
        .whys = LEGATO_WHY_BIT (LEGATO_WHY_REST),
        .least = REST_LEAST_S,
        .most = most,
      };

      if (seconds < REST_LEAST_S)
        {
          *each -= (REST_LEAST_S - seconds + n_legs - 1) / n_legs;
          seconds = REST_LEAST_S;
        }
      rest = legato_job_add (job, &job->once, &draft);
    }
  rest->whys |= LEGATO_WHY_BIT (LEGATO_WHY_REST);
  rest->seconds = rested + seconds;
  return TRUE;
}

/* Both legs get the same time, whatever is left of each. */
static gboolean
spread_legs (LegatoJob *job, guint each, gboolean both)
{
  for (int leg = LEGATO_LEG_LEFT; leg <= LEGATO_LEG_RIGHT; leg++)
    {
      guint seconds = each;

      if (!job->active[leg])
        continue;
      if (both && legato_job_is_off (job, "P-EVEN"))
        seconds = leg == LEGATO_LEG_LEFT ? each + each / 3 : each - each / 3;
      if (leg == LEGATO_LEG_RIGHT && job->same_legs)
        {
          /* What the left leg had to leave out, the right one has too. */
          guint n_noted = job->n_left_out;

          job->legs[leg].n = job->legs[LEGATO_LEG_LEFT].n;
          for (guint i = 0; i < job->legs[leg].n; i++)
            job->legs[leg].items[i] = job->legs[LEGATO_LEG_LEFT].items[i];
          for (guint i = 0; i < n_noted; i++)
            legato_job_leave_out (job, leg, job->left_out[i].zone, job->left_out[i].technique,
                                  job->left_out[i].why);
          return TRUE;
        }
      if (!legato_job_fit_leg (job, leg, seconds)
          || !legato_drafts_spread (&job->legs[leg], seconds))
        return FALSE;
    }
  return TRUE;
}

/**
 * legato_job_spread:
 *
 * Shares the job's seconds: as the recipe does, but both legs get the same, no leg more than does
 * it good, and a rest with legs raised fills up what is left then.
 *
 * Returns: %FALSE with %LEGATO_PLAN_ERROR_LENGTH if that many seconds cannot be filled, or are too
 *   few
 */
gboolean
legato_job_spread (LegatoJob *job, GError **error)
{
  gboolean both = job->active[0] && job->active[1];
  guint n_legs = both ? 2 : 1;
  guint n_asked = job->request->legs == LEGATO_LEG_BOTH ? 2 : 1;
  guint most = LEGATO_UNLIMITED;
  guint once = 0;
  guint each = 0;
  guint left = 0;

  for (int leg = LEGATO_LEG_LEFT; leg <= LEGATO_LEG_RIGHT; leg++)
    if (job->active[leg] && !(job->same_legs && leg == LEGATO_LEG_RIGHT))
      most = MIN (most, legato_drafts_get_most (&job->legs[leg]));

  once = share_once (job, job->seconds / (job->once_weight + n_asked * job->leg_weight));
  if (once >= job->seconds)
    return fail_too_short (job, error);
  each = (job->seconds - once) / n_legs;
  if (each > most)
    {
      each = most;
      if (!add_rest (job, job->seconds - once - n_legs * most, n_legs, &each, error))
        return FALSE;
    }
  else if (!legato_job_is_off (job, "P-LEN") && both && (job->seconds - once) % 2 != 0)
    left = 1;

  if (!spread_legs (job, each, both))
    return fail_too_short (job, error);
  if (left > 0 && job->once.n > 0)
    job->once.items[0].seconds += left; /* an odd second cannot be shared by two legs */
  return TRUE;
}
