/* legato-builder-complete.c: what a leg lacks when something is left out, and what soreness adds
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-plan"

#include "config.h"

#include <string.h>

#include "legato-plan-builder.h"

/* A place this sore gets a step of its own, even if the goal has none for it [D]. */
#define SORE_ENOUGH 3

/* What a step that is added weighs beside those of the recipe, in seconds [D]. */
#define ADDED_WORK_S 30
#define ADDED_GLIDE_S 20

static guint
get_lowest (LegatoZoneSet zones)
{
  return zones != 0 ? (guint) __builtin_ctz (zones) : 0;
}

static gboolean
is_work (const LegatoDraft *draft)
{
  return draft->phase == LEGATO_PHASE_WORK && draft->zones != 0;
}

static gboolean
has_phase (const LegatoDrafts *drafts, LegatoPhase phase)
{
  for (guint i = 0; i < drafts->n; i++)
    if (drafts->items[i].phase == phase && drafts->items[i].zones != 0)
      return TRUE;
  return FALSE;
}

static gboolean
recipe_has_phase (const LegatoRoutine *recipe, LegatoPhase phase)
{
  for (guint i = 0; i < recipe->leg_steps->len; i++)
    {
      const LegatoRoutineStep *step = g_ptr_array_index (recipe->leg_steps, i);

      if (step->phase == phase && step->zones->len > 0)
        return TRUE;
    }
  return FALSE;
}

static LegatoPressure
get_firmest (const LegatoRoutine *recipe)
{
  LegatoPressure firmest = LEGATO_PRESSURE_FEATHER;

  for (guint i = 0; i < recipe->leg_steps->len; i++)
    {
      const LegatoRoutineStep *step = g_ptr_array_index (recipe->leg_steps, i);

      if (step->phase == LEGATO_PHASE_WORK)
        firmest = MAX (firmest, step->pressure);
    }
  return firmest;
}

static gboolean
is_proximal_first (LegatoJob *job)
{
  return legato_job_is_swelling (job) || (job->recipe != NULL && !job->recipe->distal_first);
}

/* Moves the drafts from @first on so that they stand at @place, which is before them. */
static void
move_to (LegatoDrafts *drafts, guint first, guint place)
{
  for (; first < drafts->n; first++, place++)
    {
      LegatoDraft moved = drafts->items[first];

      memmove (&drafts->items[place + 1], &drafts->items[place],
               (first - place) * sizeof *drafts->items);
      drafts->items[place] = moved;
    }
}

/* Where a step of the working phase on the zone of @rank belongs in the first walk. */
static guint
find_place (LegatoJob *job, const LegatoDrafts *drafts, guint rank)
{
  gboolean proximal_first = is_proximal_first (job);
  guint last = proximal_first ? LEGATO_MAX_ZONES : 0;
  guint place = 0;

  for (guint i = 0; i < drafts->n; i++)
    {
      guint here = get_lowest (drafts->items[i].zones);

      if (drafts->items[i].phase == LEGATO_PHASE_WARM)
        place = i + 1;
      if (!is_work (&drafts->items[i]))
        continue;
      if (proximal_first ? here < rank || here > last : here > rank || here < last)
        return i;
      last = here;
      place = i + 1;
    }
  return place;
}

/* What hands do on the zone of @rank: with swelling lymph strokes or, where they are not for it,
 * nothing; otherwise what suits it. */
static const LegatoTechnique *
choose_by_hand (LegatoJob *job, guint rank)
{
  const LegatoTechnique *technique = NULL;

  if (is_proximal_first (job))
    return legato_job_find_use (job, rank, job->known.lymph) != NULL ? job->known.lymph : NULL;
  technique = legato_planner_choose_technique (job->zones[rank]);
  if (technique != NULL && technique->kind == LEGATO_TECHNIQUE_HANDS)
    return technique;
  return job->known.effleurage;
}

static void
add_work (LegatoJob *job, LegatoLeg leg, guint rank, LegatoWhy why)
{
  LegatoDrafts *drafts = &job->legs[leg];
  guint place = find_place (job, drafts, rank);
  guint end = drafts->n;
  LegatoDraft draft = {
    .technique = choose_by_hand (job, rank),
    .phase = LEGATO_PHASE_WORK,
    .wanted = get_firmest (job->recipe),
    .zones = 1u << rank,
    .whys = LEGATO_WHY_BIT (why),
    .weight = ADDED_WORK_S,
  };

  if (draft.technique == NULL)
    return;
  job->altered[leg] = TRUE;
  legato_job_add_parts (job, leg, &draft);
  move_to (drafts, end, place);
}

/* Every recipe works somewhere: if all of that is left out, what is open is worked instead. */
static void
add_work_instead (LegatoJob *job, LegatoLeg leg, LegatoZoneSet open)
{
  for (guint rank = 0; open >> rank != 0; rank++)
    if ((open >> rank) & 1)
      add_work (job, leg, rank, LEGATO_WHY_ADDED_INSTEAD);
}

/* A goal is for this person: where it is sore, there is work, if the goal's own has none there. */
static void
add_work_for_soreness (LegatoJob *job, LegatoLeg leg, LegatoZoneSet open)
{
  LegatoZoneSet worked = 0;

  for (guint i = 0; i < job->legs[leg].n; i++)
    if (is_work (&job->legs[leg].items[i]))
      worked |= job->legs[leg].items[i].zones;
  for (guint rank = 0; open >> rank != 0; rank++)
    if (((open >> rank) & 1) && !((worked >> rank) & 1)
        && job->person->soreness[leg][rank] >= SORE_ENOUGH)
      add_work (job, leg, rank, LEGATO_WHY_ADDED_SORE);
}

/** legato_job_add_glides: light gliding over @open, where that of the recipe is left out. */
void
legato_job_add_glides (LegatoJob *job,
                       LegatoLeg leg,
                       LegatoPhase phase,
                       LegatoZoneSet open,
                       LegatoWhy why,
                       guint seconds)
{
  LegatoDrafts *drafts = &job->legs[leg];
  guint end = drafts->n;
  guint place = 0;
  LegatoDraft draft = {
    .technique = job->known.effleurage,
    .phase = phase,
    .wanted = LEGATO_PRESSURE_LIGHT,
    .zones = open,
    .whys = LEGATO_WHY_BIT (why),
    .weight = seconds,
  };

  job->altered[leg] = TRUE;
  legato_job_add_parts (job, leg, &draft);
  while (place < end && drafts->items[place].phase < phase)
    place++;
  if (place < end)
    move_to (drafts, end, place);
}

/* Squeezes and presses make no sense with a feather's touch: where every touch is one, hands glide
 * over each place instead, once up the leg. */
static void
glide_instead (LegatoJob *job, LegatoLeg leg)
{
  LegatoDrafts *drafts = &job->legs[leg];
  double weights[LEGATO_MAX_ZONES] = { 0.0 };
  LegatoWhySet whys = LEGATO_WHY_BIT (LEGATO_WHY_GLIDE_INSTEAD);
  LegatoZoneSet zones = 0;
  guint place = drafts->n;
  guint end = 0;
  gboolean other = FALSE;

  for (guint i = 0; i < drafts->n; i++)
    {
      const LegatoDraft *draft = &drafts->items[i];

      if (!is_work (draft))
        continue;
      if (draft->pressure > LEGATO_PRESSURE_FEATHER || draft->technique == job->known.lymph
          || draft->technique->tool != NULL)
        return;
      other = other || draft->technique != job->known.effleurage;
    }
  if (!other)
    return;

  for (guint i = drafts->n; i-- > 0;)
    {
      const LegatoDraft *draft = &drafts->items[i];
      guint n_zones = (guint) __builtin_popcount (draft->zones);

      if (!is_work (draft))
        continue;
      for (guint rank = 0; draft->zones >> rank != 0; rank++)
        if ((draft->zones >> rank) & 1)
          weights[rank] += draft->weight / n_zones;
      zones |= draft->zones;
      whys |= draft->whys & LEGATO_WHY_BIT (LEGATO_WHY_ADDED_INSTEAD);
      place = i;
      legato_job_remove (drafts, i);
    }

  end = drafts->n;
  for (guint rank = 0; zones >> rank != 0; rank++)
    if ((zones >> rank) & 1)
      {
        LegatoDraft draft = {
          .technique = job->known.effleurage,
          .phase = LEGATO_PHASE_WORK,
          .wanted = LEGATO_PRESSURE_LIGHT,
          .zones = 1u << rank,
          .whys = whys,
          .weight = weights[rank],
        };

        legato_job_add_parts (job, leg, &draft);
      }
  move_to (drafts, end, place);
}

/**
 * legato_job_order_runs:
 *
 * Where something was left out or done otherwise, runs of one technique may have met that were
 * apart: a pass still goes up the leg, or down from the thigh with swelling (P-ORDER).
 */
void
legato_job_order_runs (LegatoJob *job, LegatoLeg leg)
{
  LegatoDraft *items = job->legs[leg].items;
  gboolean proximal_first = is_proximal_first (job);

  for (guint i = 1; i < job->legs[leg].n; i++)
    {
      LegatoDraft draft = items[i];
      guint rank = get_lowest (draft.zones);
      guint place = i;

      if (!is_work (&draft))
        continue;
      while (place > 0 && is_work (&items[place - 1])
             && items[place - 1].technique == draft.technique
             && (proximal_first ? get_lowest (items[place - 1].zones) < rank
                                : get_lowest (items[place - 1].zones) > rank))
        place--;
      memmove (&items[place + 1], &items[place], (i - place) * sizeof *items);
      items[place] = draft;
    }
}

/**
 * legato_job_let_pressure_fall:
 * @last: (nullable): the pressure each zone was touched with last, by rank, if it is among
 *   @touched
 * @fallen: zones whose pressure has fallen already
 *
 * Once the pressure on a zone has fallen it does not rise again (P-RISE-FALL): lightening one step
 * may ask for lightening a later one.
 */
void
legato_job_let_pressure_fall (LegatoJob *job,
                              LegatoLeg leg,
                              const guint8 *last,
                              LegatoZoneSet touched,
                              LegatoZoneSet fallen)
{
  guint8 now[LEGATO_MAX_ZONES] = { 0 };

  if (last != NULL)
    memcpy (now, last, sizeof now);
  for (guint i = 0; i < job->legs[leg].n; i++)
    {
      LegatoDraft *draft = &job->legs[leg].items[i];
      LegatoPressure pressure = draft->pressure;

      for (guint rank = 0; draft->zones >> rank != 0; rank++)
        if ((draft->zones & fallen) >> rank & 1)
          pressure = MIN (pressure, now[rank]);
      if (pressure < draft->pressure)
        draft->whys |= LEGATO_WHY_BIT (LEGATO_WHY_LIGHT_FALLEN);
      draft->pressure = pressure;

      for (guint rank = 0; draft->zones >> rank != 0; rank++)
        {
          if (!((draft->zones >> rank) & 1))
            continue;
          if (((touched >> rank) & 1) && pressure < now[rank])
            fallen |= 1u << rank;
          now[rank] = (guint8) pressure;
        }
      touched |= draft->zones;
    }
}

/* Whether the person asks for anything else than the recipe. */
static gboolean
is_changed (LegatoJob *job, LegatoLeg leg)
{
  if (job->altered[leg])
    return TRUE;
  for (guint i = 0; i < job->legs[leg].n; i++)
    if (job->legs[leg].items[i].pressure != job->legs[leg].items[i].wanted
        && job->legs[leg].items[i].zones != 0)
      return TRUE;
  return FALSE;
}

/**
 * legato_job_limit_repeats:
 *
 * What a technique may take on one zone counts over the whole session: steps that share a zone
 * share that time, and those for which too little is left are left out.
 */
void
legato_job_limit_repeats (LegatoJob *job, LegatoLeg leg)
{
  LegatoDrafts *drafts = &job->legs[leg];

  for (guint i = 0; i < drafts->n; i++)
    {
      LegatoDraft *draft = &drafts->items[i];
      guint most = draft->technique->max_s * (guint) __builtin_popcount (draft->zones);
      guint n_alike = 1;

      if (draft->technique->max_s == 0 || legato_job_is_off (job, "P-HOLD"))
        continue;
      for (guint other = 0; other < drafts->n; other++)
        if (other != i && drafts->items[other].technique == draft->technique
            && (drafts->items[other].zones & draft->zones) != 0)
          n_alike++;
      if (n_alike > 1 && n_alike * draft->least > most)
        {
          legato_job_remove (drafts, i--);
          job->altered[leg] = TRUE;
        }
      else
        draft->most = MAX (MIN (draft->most, most / n_alike), draft->least);
    }
}

/** legato_job_complete_leg: makes a whole session for @leg of what is left of the recipe. */
void
legato_job_complete_leg (LegatoJob *job, LegatoLeg leg)
{
  LegatoDrafts *drafts = &job->legs[leg];
  LegatoZoneSet open = 0;

  if (job->named[leg] == 0 || job->known.effleurage == NULL)
    return;

  open = legato_job_get_uses (job->known.effleurage) & ~job->closed[leg];
  if (job->request->zone != NULL)
    open &= LEGATO_ZONE_BIT (job->request->zone);
  if (!has_phase (drafts, LEGATO_PHASE_WORK) && recipe_has_phase (job->recipe, LEGATO_PHASE_WORK))
    add_work_instead (job, leg, (open & job->named[leg]) != 0 ? open & job->named[leg] : open);
  else if (job->request->goal != LEGATO_GOAL_NONE)
    add_work_for_soreness (job, leg, open);
  if (!has_phase (drafts, LEGATO_PHASE_WARM) && recipe_has_phase (job->recipe, LEGATO_PHASE_WARM))
    legato_job_add_glides (job, leg, LEGATO_PHASE_WARM, open, LEGATO_WHY_OPEN, ADDED_GLIDE_S);
  if (!has_phase (drafts, LEGATO_PHASE_SETTLE)
      && recipe_has_phase (job->recipe, LEGATO_PHASE_SETTLE))
    legato_job_add_glides (job, leg, LEGATO_PHASE_SETTLE, open, LEGATO_WHY_CLOSE, ADDED_GLIDE_S);

  legato_job_limit_repeats (job, leg);
  if (!is_changed (job, leg))
    return;
  glide_instead (job, leg);
  if (!legato_job_is_off (job, "P-ORDER"))
    legato_job_order_runs (job, leg);
  if (!legato_job_is_off (job, "P-RISE-FALL"))
    legato_job_let_pressure_fall (job, leg, NULL, 0, 0);
}
