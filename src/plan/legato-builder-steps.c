/* legato-builder-steps.c: from the steps of a routine or goal to list for one leg
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-plan"

#include "config.h"

#include <string.h>

#include "legato-plan-builder-private.h"

/* A drainage begins with so many [L]. */
#define N_BREATHS 5

static LegatoZoneSet
get_lifted (const LegatoRoutineStep *step, LegatoZoneSet zones)
{
  LegatoZoneSet lifted = 0;

  for (guint i = 0; i < step->technique->uses->len; i++)
    {
      const LegatoUse *use = g_ptr_array_index (step->technique->uses, i);

      if (use->lifted)
        lifted |= LEGATO_ZONE_BIT (use->zone);
    }
  return zones & lifted;
}

/* Whether hands that glide over @zones pass behind the knee on their way, though nothing says so.
 */
static gboolean
passes_behind_knee (LegatoPlanBuilder *builder,
                    const LegatoTechnique *technique,
                    LegatoZoneSet zones)
{
  LegatoZoneSet below = (builder->behind_knee & -builder->behind_knee) - 1;
  LegatoZoneSet behind = 0;
  gboolean may_lift = FALSE;

  for (guint i = 0; i < technique->uses->len; i++)
    {
      const LegatoUse *use = g_ptr_array_index (technique->uses, i);

      may_lift = may_lift || (use->lifted && (LEGATO_ZONE_BIT (use->zone) & builder->behind_knee));
      if (use->zone->views & LEGATO_VIEW_BACK)
        behind |= LEGATO_ZONE_BIT (use->zone);
    }
  return may_lift && (zones & behind & below) && (zones & behind & ~below & ~builder->behind_knee);
}

/* Whether the routine works the one zone of @zones by hand, so that no hand has to stand in for a
 * tool. */
static gboolean
is_worked_by_hand (LegatoPlanBuilder *builder, LegatoZoneSet zones, GPtrArray *steps)
{
  for (guint i = 0; i < steps->len; i++)
    {
      const LegatoRoutineStep *step = g_ptr_array_index (steps, i);

      if (step->phase == LEGATO_PHASE_WORK && step->from_minutes <= builder->minutes
          && step->technique->kind == LEGATO_TECHNIQUE_HANDS
          && (legato_zone_set_of (step->zones) & zones)
          && legato_plan_builder_is_reachable (builder, (guint) __builtin_ctz (zones),
                                               step->technique))
        return TRUE;
    }
  return FALSE;
}

/* A tool that cannot be used, or hands that do not come there, give way to hands on the zone of
 * @rank, or are left out. */
static void
add_otherwise (LegatoPlanBuilder *builder,
               LegatoLeg leg,
               const LegatoPlannedStep *planned,
               guint rank,
               LegatoReasonCode reason,
               GPtrArray *steps)
{
  static const struct
  {
    LegatoReasonCode out;
    LegatoReasonCode by_hand;
  } pairs[] = {
    { LEGATO_REASON_OUT_NO_TOOL, LEGATO_REASON_HANDS_NO_TOOL },
    { LEGATO_REASON_OUT_TOOL_SKIN, LEGATO_REASON_HANDS_SKIN },
    { LEGATO_REASON_OUT_TOOL_NEUROPATHY, LEGATO_REASON_HANDS_NEUROPATHY },
    { LEGATO_REASON_OUT_TOOL_PRESSED, LEGATO_REASON_HANDS_PRESSED },
    { LEGATO_REASON_OUT_REACH, LEGATO_REASON_REACH },
    { LEGATO_REASON_OUT_TOOL_DEVICE, LEGATO_REASON_HANDS_DEVICE },
    { LEGATO_REASON_OUT_TOOL_JOINT, LEGATO_REASON_HANDS_JOINT },
    { LEGATO_REASON_OUT_TOOL_TENDER, LEGATO_REASON_HANDS_TENDER },
  };
  const LegatoZone *zone = builder->zones[rank];
  const LegatoTechnique *by_hand = legato_planner_choose_technique (zone);
  LegatoPlannedStep instead = *planned;

  builder->altered[leg] = TRUE;
  instead.zones = 1u << rank;
  if (by_hand == NULL || by_hand->kind != LEGATO_TECHNIQUE_HANDS
      || !legato_plan_builder_is_reachable (builder, rank, by_hand)
      || is_worked_by_hand (builder, instead.zones, steps))
    {
      /* A goal only makes use of tools that happen to be there. */
      if (reason != LEGATO_REASON_OUT_NO_TOOL || builder->request->routine != NULL)
        legato_plan_builder_leave_out (builder, leg, zone, planned->technique, reason);
      return;
    }

  instead.technique = by_hand;
  instead.weight /= __builtin_popcount (planned->zones);
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (pairs[i].out == reason)
      instead.reasons |= LEGATO_REASON_BIT (pairs[i].by_hand);
  legato_plan_builder_add_parts (builder, leg, &instead);
}

static void
leave_out_zones (LegatoPlanBuilder *builder,
                 LegatoLeg leg,
                 const LegatoPlannedStep *planned,
                 LegatoReasonCode reason)
{
  builder->altered[leg] = TRUE;
  for (guint rank = 0; planned->zones >> rank != 0; rank++)
    if ((planned->zones >> rank) & 1)
      legato_plan_builder_leave_out (builder, leg, builder->zones[rank], planned->technique,
                                     reason);
}

/* Work that a technique does in the place of another one, with the seconds for each zone. */
typedef struct
{
  const LegatoTechnique *technique;
  LegatoZoneSet zones;
  double weights[LEGATO_MAX_ZONES];
  const LegatoRoutineStep *origins[LEGATO_MAX_ZONES];
  LegatoReasonSet reasons[LEGATO_MAX_ZONES];
} Replaced;

static void
replace (Replaced *replaced,
         const LegatoPlannedStep *planned,
         guint rank,
         double weight,
         LegatoReasonCode reason)
{
  if (!((replaced->zones >> rank) & 1))
    {
      replaced->weights[rank] = 0.0;
      replaced->origins[rank] = planned->origin;
      replaced->reasons[rank] = 0;
    }
  replaced->zones |= 1u << rank;
  replaced->weights[rank] += weight;
  if (reason != LEGATO_REASON_NONE)
    replaced->reasons[rank] |= LEGATO_REASON_BIT (reason);
}

/* Takes from @planned the zones on which the person bears no more than gliding. */
static void
replace_by_glides (LegatoPlanBuilder *builder,
                   LegatoLeg leg,
                   LegatoPlannedStep *planned,
                   Replaced *glides)
{
  double each = planned->weight / __builtin_popcount (planned->zones);

  for (guint rank = 0; planned->zones >> rank != 0; rank++)
    {
      LegatoReasonCode reason = LEGATO_REASON_NONE;

      if (!((planned->zones >> rank) & 1))
        continue;
      reason = legato_plan_builder_get_glide_reason (builder, leg, rank, planned->technique);
      if (reason == LEGATO_REASON_NONE)
        continue;
      planned->zones &= ~(1u << rank);
      planned->weight -= each;
      builder->altered[leg] = TRUE;
      replace (glides, planned, rank, each, reason);
    }
}

/* With swelling all work becomes lymph strokes. */
static void
replace_by_lymph (LegatoPlanBuilder *builder, const LegatoPlannedStep *planned, Replaced *lymph)
{
  gboolean own = planned->technique == builder->known.lymph;
  guint n_zones = (guint) __builtin_popcount (planned->zones);

  for (guint rank = 0; planned->zones >> rank != 0; rank++)
    if ((planned->zones >> rank) & 1)
      replace (lymph, planned, rank, planned->weight / n_zones,
               own ? LEGATO_REASON_NONE : LEGATO_REASON_LYMPH);
}

/* Adds what was collected and empties it. Lymph strokes begin at the thigh, so that they make room
 * for what comes from below [S1 S3 R]. */
static void
add_replaced (LegatoPlanBuilder *builder, LegatoLeg leg, Replaced *replaced)
{
  gboolean proximal_first = replaced->technique == builder->known.lymph;

  for (guint i = 0; replaced->zones != 0 && i < LEGATO_MAX_ZONES; i++)
    {
      guint rank = proximal_first ? LEGATO_MAX_ZONES - 1 - i : i;
      LegatoPlannedStep planned = {
        .origin = replaced->origins[rank],
        .technique = replaced->technique,
        .phase = LEGATO_PHASE_WORK,
        .wanted = LEGATO_PRESSURE_LIGHT,
        .zones = 1u << rank,
        .reasons = replaced->reasons[rank],
        .weight = replaced->weights[rank],
      };

      if ((replaced->zones >> rank) & 1)
        legato_plan_builder_add_parts (builder, leg, &planned);
    }
  replaced->zones = 0;
}

/* Adds the step of @planned, whose zones are open, as technique and tools allow it. */
static void
add_allowed (LegatoPlanBuilder *builder,
             LegatoLeg leg,
             const LegatoPlannedStep *planned,
             GPtrArray *steps,
             Replaced *glides)
{
  gboolean thin = (builder->conditions & LEGATO_CONDITION_FRAGILE_SKIN) != 0;
  LegatoPlannedStep kept = *planned;
  LegatoPlannedStep gentle;

  if (thin && planned->technique == builder->known.tapping)
    {
      leave_out_zones (builder, leg, planned, LEGATO_REASON_OUT_TAPPING);
      return;
    }
  if (thin && planned->technique == builder->known.friction)
    {
      leave_out_zones (builder, leg, planned, LEGATO_REASON_OUT_FRICTION);
      return;
    }
  if (legato_technique_is_sleeve (planned->technique) && builder->closed[leg] != 0)
    {
      leave_out_zones (builder, leg, planned, LEGATO_REASON_OUT_PARTLY);
      return;
    }
  if (planned->phase == LEGATO_PHASE_WORK)
    replace_by_glides (builder, leg, &kept, glides);
  if (kept.zones == 0)
    return;
  gentle = kept;
  for (guint rank = 0; gentle.zones >> rank != 0; rank++)
    {
      LegatoZoneSet zone = gentle.zones & (1u << rank);
      LegatoReasonCode reason = LEGATO_REASON_NONE;

      if (zone == 0)
        continue;
      reason = legato_plan_builder_find_obstacle (builder, leg, rank, planned->technique);
      if (reason == LEGATO_REASON_NONE)
        continue;
      kept.zones &= ~zone;
      kept.weight -= gentle.weight / __builtin_popcount (gentle.zones);
      add_otherwise (builder, leg, &gentle, rank, reason, steps);
    }
  if (kept.zones != 0)
    legato_plan_builder_replace_by_tools (builder, leg, &kept);
  if (kept.zones != 0)
    legato_plan_builder_add_parts (builder, leg, &kept);
}

/* The step as planned on the zones that are open on @leg; FALSE if there are none. */
static gboolean
open_step (LegatoPlanBuilder *builder,
           LegatoLeg leg,
           const LegatoRoutineStep *step,
           LegatoPlannedStep *planned)
{
  LegatoZoneSet zones = legato_zone_set_of (step->zones);
  LegatoZoneSet lifted = get_lifted (step, zones);
  LegatoZoneSet closed = 0;

  *planned = (LegatoPlannedStep){
    .origin = builder->request->zone == NULL ? step : NULL,
    .technique = step->technique,
    .phase = step->phase,
    .wanted = step->pressure,
    .weight = step->seconds,
  };
  zones &= ~lifted;
  builder->named[leg] |= zones;
  if (lifted != 0 || passes_behind_knee (builder, step->technique, zones))
    planned->reasons |= LEGATO_REASON_BIT (LEGATO_REASON_LIFT);

  closed = zones & builder->closed[leg];
  planned->zones = zones & ~closed;
  if (closed == 0)
    return zones != 0;

  builder->altered[leg] = TRUE;
  for (guint rank = 0; closed >> rank != 0; rank++)
    if ((closed >> rank) & 1)
      legato_plan_builder_leave_out (builder, leg, builder->zones[rank], NULL,
                                     legato_plan_builder_get_closed_reason (builder, leg, rank));
  if (step->technique->travel == LEGATO_TRAVEL_PROXIMAL)
    planned->reasons |= LEGATO_REASON_BIT (LEGATO_REASON_SHORTENED);
  planned->weight *= (double) __builtin_popcount (planned->zones) / __builtin_popcount (zones);
  return planned->zones != 0;
}

/**
 * legato_plan_builder_leave_out_exercise:
 * @leg: on which it would be done, or %LEGATO_LEG_BOTH
 *
 * Notes at the first place that @exercise loads, if it loads any, that it is left out.
 */
void
legato_plan_builder_leave_out_exercise (LegatoPlanBuilder *builder,
                                        LegatoLeg leg,
                                        const LegatoTechnique *exercise,
                                        LegatoReasonCode reason)
{
  for (int side = LEGATO_LEG_LEFT; side <= LEGATO_LEG_RIGHT; side++)
    if ((leg == LEGATO_LEG_BOTH || (int) leg == side) && exercise->loads->len > 0)
      {
        builder->altered[side] = TRUE;
        legato_plan_builder_leave_out (builder, side, exercise->loads->pdata[0], exercise, reason);
      }
}

/* Adds an exercise, unless it is not for the person. */
static void
add_exercise (LegatoPlanBuilder *builder,
              LegatoLeg leg,
              LegatoPlannedList *list,
              LegatoPlannedStep *planned)
{
  LegatoReasonCode reason = LEGATO_REASON_NONE;

  if (planned->technique == builder->known.legs_raised && builder->known.breathing != NULL
      && !legato_plan_builder_may_rest (builder))
    {
      planned->technique = builder->known.breathing;
      planned->reasons |= LEGATO_REASON_BIT (LEGATO_REASON_LEFT_SIDE);
    }
  reason = legato_plan_builder_get_exercise_reason (builder, leg, planned->technique);
  if (reason == LEGATO_REASON_NONE)
    {
      legato_plan_builder_set_bounds (builder, planned);
      legato_planned_list_add (list, planned);
      return;
    }
  legato_plan_builder_leave_out_exercise (builder, leg, planned->technique, reason);
}

/** legato_plan_builder_add_leg: adds what @steps have for @leg, as far as the person and the tools
 * allow. */
void
legato_plan_builder_add_leg (LegatoPlanBuilder *builder, LegatoLeg leg, GPtrArray *steps)
{
  gboolean swollen = legato_plan_builder_is_swelling (builder);
  Replaced lymph = { .technique = builder->known.lymph };
  Replaced glides = { .technique = builder->known.effleurage };

  for (guint i = 0; i < steps->len; i++)
    {
      const LegatoRoutineStep *step = g_ptr_array_index (steps, i);
      gboolean works = step->phase == LEGATO_PHASE_WORK;
      LegatoPlannedStep planned;

      if (step->from_minutes > builder->minutes)
        continue;
      if (!works)
        {
          add_replaced (builder, leg, &lymph);
          add_replaced (builder, leg, &glides);
        }
      if (open_step (builder, leg, step, &planned))
        {
          if (step->phase == LEGATO_PHASE_WARM && legato_plan_builder_drains (builder))
            builder->altered[leg] = TRUE; /* lymph strokes at the thigh come first */
          else if (swollen && works)
            replace_by_lymph (builder, &planned, &lymph);
          else
            add_allowed (builder, leg, &planned, steps, &glides);
        }
      else if (step->zones->len == 0)
        add_exercise (builder, leg, &builder->legs[leg], &planned);
    }
  add_replaced (builder, leg, &lymph);
  add_replaced (builder, leg, &glides);
}

/** legato_plan_builder_breathe_first: sees to the five slow breaths with which a drainage begins
 * [L], before what else is done once. */
void
legato_plan_builder_breathe_first (LegatoPlanBuilder *builder)
{
  const LegatoTechnique *breathing = builder->known.breathing;
  LegatoPlannedList *list = &builder->once;
  LegatoPlannedStep planned = {
    .technique = breathing,
    .phase = LEGATO_PHASE_REST,
    .reasons = LEGATO_REASON_BIT (LEGATO_REASON_BREATHE_FIRST),
  };
  guint least = 0;

  if (breathing == NULL || !legato_plan_builder_drains (builder))
    return;
  least = N_BREATHS * breathing->beat_ms / 1000;
  if (list->n == 0 || list->items[0].technique != breathing)
    {
      planned.weight = planned.least = planned.most = least;
      legato_planned_list_add (list, &planned);
      memmove (&list->items[1], &list->items[0], (list->n - 1) * sizeof *list->items);
      list->items[0] = planned;
    }
  list->items[0].least = MAX (list->items[0].least, least);
  list->items[0].most = MAX (list->items[0].most, least);
}

/** legato_plan_builder_add_once: adds what @steps have for both legs together. */
void
legato_plan_builder_add_once (LegatoPlanBuilder *builder, GPtrArray *steps)
{
  for (guint i = 0; i < steps->len; i++)
    {
      const LegatoRoutineStep *step = g_ptr_array_index (steps, i);
      LegatoPlannedStep planned = {
        .origin = step,
        .technique = step->technique,
        .phase = step->phase,
        .weight = step->seconds,
      };

      if (step->from_minutes > builder->minutes)
        continue;
      add_exercise (builder, LEGATO_LEG_BOTH, &builder->once, &planned);
    }
}
