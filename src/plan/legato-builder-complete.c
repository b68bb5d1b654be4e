/* legato-builder-complete.c: what a leg lacks when something is left out, and what soreness adds
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-plan"

#include "config.h"

#include <string.h>

#include "legato-plan-builder-private.h"

/* A place this sore gets a step of its own, even if the goal has none for it [D]. */
#define SORE_ENOUGH 3

/* What a step that is added weighs beside those of the routine, in seconds [D]. */
#define ADDED_WORK_S 30
#define ADDED_GLIDE_S 20

static guint
get_lowest (LegatoZoneSet zones)
{
  return zones != 0 ? (guint) __builtin_ctz (zones) : 0;
}

static gboolean
is_work (const LegatoPlannedStep *planned)
{
  return planned->phase == LEGATO_PHASE_WORK && planned->zones != 0;
}

static gboolean
has_phase (const LegatoPlannedList *list, LegatoPhase phase)
{
  for (guint i = 0; i < list->n; i++)
    if (list->items[i].phase == phase && list->items[i].zones != 0)
      return TRUE;
  return FALSE;
}

static gboolean
routine_has_phase (const LegatoRoutine *routine, LegatoPhase phase)
{
  for (guint i = 0; i < routine->leg_steps->len; i++)
    {
      const LegatoRoutineStep *step = g_ptr_array_index (routine->leg_steps, i);

      if (step->phase == phase && step->zones->len > 0)
        return TRUE;
    }
  return FALSE;
}

static LegatoPressure
get_firmest (const LegatoRoutine *routine)
{
  LegatoPressure firmest = LEGATO_PRESSURE_FEATHER;

  for (guint i = 0; i < routine->leg_steps->len; i++)
    {
      const LegatoRoutineStep *step = g_ptr_array_index (routine->leg_steps, i);

      if (step->phase == LEGATO_PHASE_WORK)
        firmest = MAX (firmest, step->pressure);
    }
  return firmest;
}

static gboolean
is_proximal_first (LegatoPlanBuilder *builder)
{
  return legato_plan_builder_is_swelling (builder)
         || (builder->routine != NULL && !builder->routine->distal_first);
}

/* Moves all steps from @first on to @place, which is before @first. */
static void
move_to (LegatoPlannedList *list, guint first, guint place)
{
  for (; first < list->n; first++, place++)
    {
      LegatoPlannedStep moved = list->items[first];

      memmove (&list->items[place + 1], &list->items[place], (first - place) * sizeof *list->items);
      list->items[place] = moved;
    }
}

/* Where a step of the working phase on the zone of @rank belongs in the first walk. */
static guint
find_place (LegatoPlanBuilder *builder, const LegatoPlannedList *list, guint rank)
{
  gboolean proximal_first = is_proximal_first (builder);
  guint last = proximal_first ? LEGATO_MAX_ZONES : 0;
  guint place = 0;

  for (guint i = 0; i < list->n; i++)
    {
      guint here = get_lowest (list->items[i].zones);

      if (list->items[i].phase == LEGATO_PHASE_WARM)
        place = i + 1;
      if (!is_work (&list->items[i]))
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
choose_by_hand (LegatoPlanBuilder *builder, LegatoLeg leg, guint rank)
{
  const LegatoTechnique *technique = NULL;

  if (is_proximal_first (builder))
    return legato_plan_builder_find_use (builder, rank, builder->known.lymph) != NULL
               ? builder->known.lymph
               : NULL;
  technique = legato_planner_choose_technique (builder->zones[rank]);
  if (technique != NULL && technique->kind == LEGATO_TECHNIQUE_HANDS
      && legato_plan_builder_get_glide_reason (builder, leg, rank, technique) == LEGATO_REASON_NONE)
    return technique;
  return builder->known.effleurage;
}

static void
add_work (LegatoPlanBuilder *builder, LegatoLeg leg, guint rank, LegatoReasonCode reason)
{
  LegatoPlannedList *list = &builder->legs[leg];
  guint place = find_place (builder, list, rank);
  guint end = list->n;
  LegatoPlannedStep planned = {
    .technique = choose_by_hand (builder, leg, rank),
    .phase = LEGATO_PHASE_WORK,
    .wanted = get_firmest (builder->routine),
    .zones = 1u << rank,
    .reasons = LEGATO_REASON_BIT (reason),
    .weight = ADDED_WORK_S,
  };

  if (planned.technique == NULL)
    return;
  builder->altered[leg] = TRUE;
  legato_plan_builder_add_parts (builder, leg, &planned);
  move_to (list, end, place);
}

/* Adds work on the zones that are open, for a routine whose own work has all been left out. */
static void
add_work_instead (LegatoPlanBuilder *builder, LegatoLeg leg, LegatoZoneSet open)
{
  for (guint rank = 0; open >> rank != 0; rank++)
    if ((open >> rank) & 1)
      add_work (builder, leg, rank, LEGATO_REASON_ADDED_INSTEAD);
}

/* Adds work on sore zones, and on those marked as tight, that a goal does not work on by itself. */
static void
add_work_as_felt (LegatoPlanBuilder *builder, LegatoLeg leg, LegatoZoneSet open)
{
  LegatoZoneSet tight = legato_plan_builder_get_marked_tight (builder, leg);
  LegatoZoneSet worked = 0;

  for (guint i = 0; i < builder->legs[leg].n; i++)
    if (is_work (&builder->legs[leg].items[i]))
      worked |= builder->legs[leg].items[i].zones;
  for (guint rank = 0; open >> rank != 0; rank++)
    {
      if (!(((open & ~worked) >> rank) & 1))
        continue;
      if (builder->person->soreness[leg][rank] >= SORE_ENOUGH)
        add_work (builder, leg, rank, LEGATO_REASON_ADDED_SORE);
      else if ((tight >> rank) & 1)
        add_work (builder, leg, rank,
                  choose_by_hand (builder, leg, rank) == builder->known.kneading
                      ? LEGATO_REASON_MORE_TIGHT
                      : LEGATO_REASON_MORE_TIGHT_PLACE);
    }
}

/** Returns: whether it is worked beginning at the thigh: with swollen legs, or in a routine or for
 * a goal that we ship for them */
gboolean
legato_plan_builder_drains (LegatoPlanBuilder *builder)
{
  return legato_plan_builder_is_swelling (builder)
         || (builder->routine != NULL && !builder->routine->distal_first && !builder->routine->own);
}

/** legato_plan_builder_add_glides: light gliding over @open, where that of the routine is left out.
 */
void
legato_plan_builder_add_glides (LegatoPlanBuilder *builder,
                                LegatoLeg leg,
                                LegatoPhase phase,
                                LegatoZoneSet open,
                                LegatoReasonCode reason,
                                guint seconds)
{
  LegatoPlannedList *list = &builder->legs[leg];
  guint end = list->n;
  guint place = 0;
  LegatoPlannedStep planned = {
    .technique = builder->known.effleurage,
    .phase = phase,
    .wanted = LEGATO_PRESSURE_LIGHT,
    /* A glide up the leg ends below the groin. */
    .zones = (open & ~builder->hip) != 0 ? open & ~builder->hip : open,
    .reasons = LEGATO_REASON_BIT (reason),
    .weight = seconds,
  };

  builder->altered[leg] = TRUE;
  legato_plan_builder_add_parts (builder, leg, &planned);
  while (place < end && list->items[place].phase < phase)
    place++;
  if (place < end)
    move_to (list, end, place);
}

/* Squeezes and presses make no sense with a feather's touch: where every touch is one, hands glide
 * over each place instead, once up the leg. */
static void
glide_instead (LegatoPlanBuilder *builder, LegatoLeg leg)
{
  LegatoPlannedList *list = &builder->legs[leg];
  double weights[LEGATO_MAX_ZONES] = { 0.0 };
  LegatoReasonSet reasons = LEGATO_REASON_BIT (LEGATO_REASON_GLIDE_INSTEAD);
  LegatoZoneSet zones = 0;
  guint place = list->n;
  guint end = 0;
  gboolean other = FALSE;

  for (guint i = 0; i < list->n; i++)
    {
      const LegatoPlannedStep *planned = &list->items[i];

      if (!is_work (planned))
        continue;
      if (planned->pressure > LEGATO_PRESSURE_FEATHER || planned->technique == builder->known.lymph
          || planned->technique->tool != NULL)
        return;
      other = other || planned->technique != builder->known.effleurage;
    }
  if (!other)
    return;

  for (guint i = list->n; i-- > 0;)
    {
      const LegatoPlannedStep *planned = &list->items[i];
      guint n_zones = (guint) __builtin_popcount (planned->zones);

      if (!is_work (planned))
        continue;
      for (guint rank = 0; planned->zones >> rank != 0; rank++)
        if ((planned->zones >> rank) & 1)
          weights[rank] += planned->weight / n_zones;
      zones |= planned->zones;
      reasons |= planned->reasons & LEGATO_REASON_BIT (LEGATO_REASON_ADDED_INSTEAD);
      place = i;
      legato_planned_list_remove (list, i);
    }

  end = list->n;
  for (guint rank = 0; zones >> rank != 0; rank++)
    if ((zones >> rank) & 1)
      {
        LegatoPlannedStep planned = {
          .technique = builder->known.effleurage,
          .phase = LEGATO_PHASE_WORK,
          .wanted = LEGATO_PRESSURE_LIGHT,
          .zones = 1u << rank,
          .reasons = reasons,
          .weight = weights[rank],
        };

        legato_plan_builder_add_parts (builder, leg, &planned);
      }
  move_to (list, end, place);
}

/**
 * legato_plan_builder_order_runs:
 *
 * Where something was left out or done otherwise, runs of one technique may have met that were
 * apart: a pass still goes up the leg, or down from the thigh with swelling (P-ORDER).
 */
void
legato_plan_builder_order_runs (LegatoPlanBuilder *builder, LegatoLeg leg)
{
  LegatoPlannedStep *items = builder->legs[leg].items;
  gboolean proximal_first = is_proximal_first (builder);

  for (guint i = 1; i < builder->legs[leg].n; i++)
    {
      LegatoPlannedStep planned = items[i];
      guint rank = get_lowest (planned.zones);
      guint place = i;

      if (!is_work (&planned))
        continue;
      while (place > 0 && is_work (&items[place - 1])
             && items[place - 1].technique == planned.technique
             && (proximal_first ? get_lowest (items[place - 1].zones) < rank
                                : get_lowest (items[place - 1].zones) > rank))
        place--;
      memmove (&items[place + 1], &items[place], (i - place) * sizeof *items);
      items[place] = planned;
    }
}

/**
 * legato_plan_builder_let_pressure_fall:
 * @last: (nullable): the pressure each zone was touched with last, by rank, if it is among
 *   @touched
 * @fallen: zones whose pressure has fallen already
 *
 * Once the pressure on a zone has fallen it does not rise again (P-RISE-FALL): lightening one step
 * may ask for lightening a later one.
 */
void
legato_plan_builder_let_pressure_fall (LegatoPlanBuilder *builder,
                                       LegatoLeg leg,
                                       const guint8 *last,
                                       LegatoZoneSet touched,
                                       LegatoZoneSet fallen)
{
  guint8 now[LEGATO_MAX_ZONES] = { 0 };

  if (last != NULL)
    memcpy (now, last, sizeof now);
  for (guint i = 0; i < builder->legs[leg].n; i++)
    {
      LegatoPlannedStep *planned = &builder->legs[leg].items[i];
      LegatoPressure pressure = planned->pressure;

      for (guint rank = 0; planned->zones >> rank != 0; rank++)
        if ((planned->zones & fallen) >> rank & 1)
          pressure = MIN (pressure, now[rank]);
      if (pressure < planned->pressure)
        planned->reasons |= LEGATO_REASON_BIT (LEGATO_REASON_LIGHT_FALLEN);
      planned->pressure = pressure;

      for (guint rank = 0; planned->zones >> rank != 0; rank++)
        {
          if (!((planned->zones >> rank) & 1))
            continue;
          if (((touched >> rank) & 1) && pressure < now[rank])
            fallen |= 1u << rank;
          now[rank] = (guint8) pressure;
        }
      touched |= planned->zones;
    }
}

/* Whether the person asks for anything else than the routine. */
static gboolean
is_changed (LegatoPlanBuilder *builder, LegatoLeg leg)
{
  if (builder->altered[leg])
    return TRUE;
  for (guint i = 0; i < builder->legs[leg].n; i++)
    if (builder->legs[leg].items[i].pressure != builder->legs[leg].items[i].wanted
        && builder->legs[leg].items[i].zones != 0)
      return TRUE;
  return FALSE;
}

/**
 * legato_plan_builder_limit_repeats:
 *
 * What a technique may take on one zone counts over the whole session: steps that share a zone
 * share that time, and those for which too little is left are left out.
 */
void
legato_plan_builder_limit_repeats (LegatoPlanBuilder *builder, LegatoLeg leg)
{
  LegatoPlannedList *list = &builder->legs[leg];

  for (guint i = 0; i < list->n; i++)
    {
      LegatoPlannedStep *planned = &list->items[i];
      guint most = planned->technique->max_s * (guint) __builtin_popcount (planned->zones);
      guint n_alike = 1;

      if (planned->technique->max_s == 0)
        continue;
      for (guint other = 0; other < list->n; other++)
        if (other != i && list->items[other].technique == planned->technique
            && (list->items[other].zones & planned->zones) != 0)
          n_alike++;
      if (n_alike > 1 && n_alike * planned->least > most)
        {
          legato_planned_list_remove (list, i--);
          builder->altered[leg] = TRUE;
        }
      else
        planned->most = MAX (MIN (planned->most, most / n_alike), planned->least);
    }
}

/** legato_plan_builder_complete_leg: makes a whole session for @leg of what is left of the routine.
 */
void
legato_plan_builder_complete_leg (LegatoPlanBuilder *builder, LegatoLeg leg)
{
  LegatoPlannedList *list = &builder->legs[leg];
  LegatoZoneSet open = 0;

  if (builder->named[leg] == 0 || builder->known.effleurage == NULL)
    return;

  open = legato_plan_builder_get_uses (builder->known.effleurage) & ~builder->closed[leg];
  if (builder->request->zone != NULL)
    open &= LEGATO_ZONE_BIT (builder->request->zone);
  if (!has_phase (list, LEGATO_PHASE_WORK)
      && routine_has_phase (builder->routine, LEGATO_PHASE_WORK))
    add_work_instead (builder, leg,
                      (open & builder->named[leg]) != 0 ? open & builder->named[leg] : open);
  else if (builder->request->goal != LEGATO_GOAL_NONE)
    add_work_as_felt (builder, leg, open);
  if (!has_phase (list, LEGATO_PHASE_WARM) && !legato_plan_builder_drains (builder)
      && routine_has_phase (builder->routine, LEGATO_PHASE_WARM))
    legato_plan_builder_add_glides (builder, leg, LEGATO_PHASE_WARM, open, LEGATO_REASON_OPEN,
                                    ADDED_GLIDE_S);
  if (!has_phase (list, LEGATO_PHASE_SETTLE)
      && routine_has_phase (builder->routine, LEGATO_PHASE_SETTLE))
    legato_plan_builder_add_glides (builder, leg, LEGATO_PHASE_SETTLE, open, LEGATO_REASON_CLOSE,
                                    ADDED_GLIDE_S);

  legato_plan_builder_limit_repeats (builder, leg);
  if (!is_changed (builder, leg))
    return;
  glide_instead (builder, leg);
  legato_plan_builder_order_runs (builder, leg);
  legato_plan_builder_let_pressure_fall (builder, leg, NULL, 0, 0);
}
