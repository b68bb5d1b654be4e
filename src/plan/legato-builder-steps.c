/* legato-builder-steps.c: from the steps of a routine or goal to list for one leg
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-plan"

#include "config.h"

#include "legato-plan-builder.h"

/* Hands glide from one zone to the next if no more than this lies between, in thousandths of the
 * leg: the behind_knee of the knee, which they lift over. */
#define REACH 100

/* Whoever has tight muscles gets so much more kneading in proportion to the rest [S1, D]. */
#define TIGHT_FACTOR 1.6

/* More parts than a leg has zones in a row. */
#define MAX_PARTS LEGATO_MAX_ZONES

static LegatoZoneSet
get_step_zones (const LegatoRoutineStep *step)
{
  LegatoZoneSet zones = 0;

  for (guint i = 0; i < step->zones->len; i++)
    zones |= LEGATO_ZONE_BIT ((const LegatoZone *) g_ptr_array_index (step->zones, i));
  return zones;
}

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

/* The closed zone that a stroke over @zones would cross: some of @zones lie below it, some above,
 * seen from the same side. Within a view, ranks and heights are in the same order. -1 if none. */
static int
find_crossed (LegatoPlanBuilder *builder, LegatoLeg leg, LegatoZoneSet zones)
{
  LegatoZoneSet closed = builder->closed[leg];

  for (guint rank = 0; closed >> rank != 0; rank++)
    {
      LegatoZoneSet below = zones & ((1u << rank) - 1);
      LegatoZoneSet above = zones & ~(below | 1u << rank);

      if (!((closed >> rank) & 1) || below == 0 || above == 0)
        continue;
      for (guint v = 0; v < G_N_ELEMENTS (builder->in_view); v++)
        if (((builder->in_view[v] >> rank) & 1) && (builder->in_view[v] & below)
            && (builder->in_view[v] & above))
          return (int) rank;
    }
  return -1;
}

/* The rank from which on @zones are out of reach of those below. -1 if they hang together. */
static int
find_gap (LegatoPlanBuilder *builder, LegatoZoneSet zones)
{
  int reached = G_MAXINT / 2;

  for (guint rank = 0; zones >> rank != 0; rank++)
    {
      if (!((zones >> rank) & 1))
        continue;
      if (builder->zones[rank]->from > reached + REACH)
        return (int) rank;
      reached = reached == G_MAXINT / 2 ? builder->zones[rank]->to
                                        : MAX (reached, builder->zones[rank]->to);
    }
  return -1;
}

/**
 * legato_plan_builder_split:
 * @zones: open zones that one stroke shall pass
 *
 * Cuts the way at each closed zone that the stroke would cross: it ends below it and another stroke
 * begins above it (P-BLOCK).
 *
 * Returns: how many @parts there are, distal to proximal; together they are @zones
 */
guint
legato_plan_builder_split (LegatoPlanBuilder *builder,
                           LegatoLeg leg,
                           LegatoZoneSet zones,
                           LegatoZoneSet *parts,
                           guint max_parts)
{
  LegatoZoneSet below = 0;
  int cut = -1;
  guint n_parts = 0;

  if (zones == 0)
    return 0;
  if (builder->closed[leg] != 0 && max_parts > 1)
    {
      cut = find_crossed (builder, leg, zones);
      if (cut < 0)
        cut = find_gap (builder, zones);
    }
  if (cut < 0)
    {
      parts[0] = zones;
      return 1;
    }

  below = zones & ((1u << cut) - 1);
  n_parts = legato_plan_builder_split (builder, leg, below, parts, max_parts - 1);
  return n_parts
         + legato_plan_builder_split (builder, leg, zones & ~below, parts + n_parts,
                                      max_parts - n_parts);
}

/**
 * legato_technique_count_holds:
 *
 * Returns: in how many steps @technique fills @seconds: a hold is one steady press, and a longer
 * one becomes several; 1 for all that is no hold
 */
guint
legato_technique_count_holds (const LegatoTechnique *technique, double seconds)
{
  double usual = technique->beat_ms / 1000.0;

  if (technique->hold_max_s == 0 || seconds <= technique->hold_max_s)
    return 1;
  return (guint) MAX (seconds / MAX (usual, 1.0) + 0.5,
                      (seconds + technique->hold_max_s - 1) / technique->hold_max_s);
}

static void
give_more_time (LegatoPlanBuilder *builder, LegatoLeg leg, LegatoPlannedStep *planned)
{
  guint soreness = 0;

  if (planned->phase != LEGATO_PHASE_WORK)
    return;
  if (planned->technique == builder->known.kneading
      && (builder->person->conditions & LEGATO_CONDITION_TIGHT))
    {
      planned->weight *= TIGHT_FACTOR;
      planned->reasons |= LEGATO_REASON_BIT (LEGATO_REASON_MORE_TIGHT);
    }

  for (guint rank = 0; planned->zones >> rank != 0; rank++)
    if ((planned->zones >> rank) & 1)
      soreness = MAX (soreness, builder->person->soreness[leg][rank]);
  if (soreness > 0)
    {
      planned->weight *= 1.0 + soreness / 10.0;
      planned->reasons |= LEGATO_REASON_BIT (LEGATO_REASON_MORE_SORE);
    }
}

/* A part that is done alike all along: in the right number of holds, with bounds and reasons. */
static void
add_part (LegatoPlanBuilder *builder,
          LegatoLeg leg,
          const LegatoPlannedStep *whole,
          LegatoZoneSet zones)
{
  LegatoPlannedStep planned = *whole;
  guint holds = 0;

  planned.zones = zones;
  planned.weight *= (double) __builtin_popcount (zones) / __builtin_popcount (whole->zones);
  give_more_time (builder, leg, &planned);
  legato_plan_builder_press (builder, leg, &planned);
  holds = legato_technique_count_holds (planned.technique, planned.weight);
  planned.weight /= holds;
  legato_plan_builder_set_bounds (builder, &planned);
  for (guint i = 0; i < holds; i++)
    legato_planned_list_add (&builder->legs[leg], &planned);
}

/* Works zones apart that may not be pressed alike, so that a lighter one does not spoil the rest.
 */
static void
add_alike (LegatoPlanBuilder *builder,
           LegatoLeg leg,
           const LegatoPlannedStep *planned,
           LegatoZoneSet zones)
{
  LegatoZoneSet alike = 0;
  guint8 pressure = 0;

  if (planned->phase != LEGATO_PHASE_WORK)
    {
      add_part (builder, leg, planned, zones);
      return;
    }
  for (guint rank = 0; zones >> rank != 0; rank++)
    {
      guint8 here = MIN (builder->caps[leg][rank], (guint8) planned->wanted);

      if (!((zones >> rank) & 1))
        continue;
      if (alike != 0 && here != pressure)
        {
          add_part (builder, leg, planned, alike);
          alike = 0;
          builder->altered[leg] = TRUE;
        }
      pressure = here;
      alike |= 1u << rank;
    }
  add_part (builder, leg, planned, alike);
}

/**
 * legato_plan_builder_add_parts:
 * @planned: its zones are open, and weight is for all of them together
 *
 * Adds @planned to the leg in as many parts as closed zones and the person's limits ask for.
 */
void
legato_plan_builder_add_parts (LegatoPlanBuilder *builder,
                               LegatoLeg leg,
                               const LegatoPlannedStep *planned)
{
  LegatoZoneSet parts[MAX_PARTS];
  guint n_parts = legato_plan_builder_split (builder, leg, planned->zones, parts, MAX_PARTS);

  builder->altered[leg] = builder->altered[leg] || n_parts > 1;
  for (guint i = 0; i < n_parts; i++)
    {
      LegatoPlannedStep part = *planned;
      LegatoZoneSet below = (builder->behind_knee & -builder->behind_knee) - 1;

      if (n_parts > 1)
        part.reasons |= LEGATO_REASON_BIT (LEGATO_REASON_SHORTENED);
      /* Only what passes from calf to thigh lifts over the behind_knee of the knee. */
      if (!(parts[i] & below) || !(parts[i] & ~below))
        part.reasons &= ~LEGATO_REASON_BIT (LEGATO_REASON_LIFT);
      add_alike (builder, leg, &part, parts[i]);
    }
}

/* Whether the routine works any of @zones by hand, so that no hand has to stand in for a tool. */
static gboolean
is_worked_by_hand (LegatoPlanBuilder *builder, LegatoZoneSet zones, GPtrArray *steps)
{
  for (guint i = 0; i < steps->len; i++)
    {
      const LegatoRoutineStep *step = g_ptr_array_index (steps, i);

      if (step->phase == LEGATO_PHASE_WORK && step->from_minutes <= builder->minutes
          && step->technique->kind == LEGATO_TECHNIQUE_HANDS && (get_step_zones (step) & zones))
        return TRUE;
    }
  return FALSE;
}

/* A tool that cannot be used gives way to hands on @zone, or is left out. */
static void
add_without_tool (LegatoPlanBuilder *builder,
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
  };
  const LegatoZone *zone = builder->zones[rank];
  const LegatoTechnique *by_hand = legato_planner_choose_technique (zone);
  LegatoPlannedStep instead = *planned;

  builder->altered[leg] = TRUE;
  instead.zones = 1u << rank;
  if (by_hand == NULL || by_hand->kind != LEGATO_TECHNIQUE_HANDS
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

/** Returns: whether @technique goes around the whole leg, so that it cannot spare any place */
gboolean
legato_technique_is_sleeve (const LegatoTechnique *technique)
{
  return g_strcmp0 (technique->tool, "sleeve") == 0;
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

/* Adds the step of @planned, whose zones are open, as technique and tools allow it. */
static void
add_allowed (LegatoPlanBuilder *builder,
             LegatoLeg leg,
             const LegatoPlannedStep *planned,
             GPtrArray *steps)
{
  gboolean thin = (builder->person->conditions & LEGATO_CONDITION_FRAGILE_SKIN) != 0;
  LegatoPlannedStep kept = *planned;

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
  if (planned->technique->tool != NULL)
    {
      for (guint rank = 0; planned->zones >> rank != 0; rank++)
        {
          LegatoZoneSet zone = planned->zones & (1u << rank);
          LegatoReasonCode reason =
              legato_plan_builder_get_tool_reason (builder, leg, zone, planned->technique);

          if (zone == 0 || reason == LEGATO_REASON_NONE)
            continue;
          kept.zones &= ~zone;
          kept.weight -= planned->weight / __builtin_popcount (planned->zones);
          add_without_tool (builder, leg, planned, rank, reason, steps);
        }
      if (kept.zones == 0)
        return;
    }
  legato_plan_builder_add_parts (builder, leg, &kept);
}

/* What a leg's working phase becomes with swollen legs: so many seconds of lymph strokes a zone. */
typedef struct
{
  LegatoZoneSet zones;
  double weights[LEGATO_MAX_ZONES];
  const LegatoRoutineStep *origins[LEGATO_MAX_ZONES];
  gboolean own[LEGATO_MAX_ZONES];
} Lymph;

static void
collect_lymph (LegatoPlanBuilder *builder,
               LegatoLeg leg,
               const LegatoPlannedStep *planned,
               Lymph *lymph)
{
  LegatoZoneSet uses = legato_plan_builder_get_uses (builder->known.lymph);
  guint n_zones = (guint) __builtin_popcount (planned->zones);

  for (guint rank = 0; planned->zones >> rank != 0; rank++)
    {
      if (!((planned->zones >> rank) & 1))
        continue;
      if (!((uses >> rank) & 1))
        {
          legato_plan_builder_leave_out (builder, leg, builder->zones[rank], planned->technique,
                                         LEGATO_REASON_OUT_SWELLING);
          continue;
        }
      if (!((lymph->zones >> rank) & 1))
        {
          lymph->weights[rank] = 0.0;
          lymph->origins[rank] = planned->origin;
          lymph->own[rank] = TRUE;
        }
      lymph->zones |= 1u << rank;
      lymph->weights[rank] += planned->weight / n_zones;
      lymph->own[rank] = lymph->own[rank] && planned->technique == builder->known.lymph;
    }
}

/* The proximal zones come first, so that they make room for what comes from below [S1 S3 R]. */
static void
add_lymph (LegatoPlanBuilder *builder, LegatoLeg leg, const Lymph *lymph)
{
  for (int rank = LEGATO_MAX_ZONES - 1; rank >= 0; rank--)
    if ((lymph->zones >> rank) & 1)
      {
        LegatoPlannedStep planned = {
          .origin = lymph->origins[rank],
          .technique = builder->known.lymph,
          .phase = LEGATO_PHASE_WORK,
          .wanted = LEGATO_PRESSURE_LIGHT,
          .zones = 1u << rank,
          .reasons = lymph->own[rank] ? 0 : LEGATO_REASON_BIT (LEGATO_REASON_LYMPH),
          .weight = lymph->weights[rank],
        };

        legato_plan_builder_add_parts (builder, leg, &planned);
      }
}

/* The step as a planned on the zones that are open on @leg; FALSE if there are none. */
static gboolean
open_step (LegatoPlanBuilder *builder,
           LegatoLeg leg,
           const LegatoRoutineStep *step,
           LegatoPlannedStep *planned)
{
  LegatoZoneSet zones = get_step_zones (step);
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
  if (lifted != 0)
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

/** legato_plan_builder_add_leg: adds what @steps have for @leg, as far as the person and the tools
 * allow. */
void
legato_plan_builder_add_leg (LegatoPlanBuilder *builder, LegatoLeg leg, GPtrArray *steps)
{
  gboolean swollen = legato_plan_builder_is_swelling (builder);
  Lymph lymph = { .zones = 0 };

  for (guint i = 0; i < steps->len; i++)
    {
      const LegatoRoutineStep *step = g_ptr_array_index (steps, i);
      LegatoPlannedStep planned;

      if (step->from_minutes > builder->minutes)
        continue;
      if (lymph.zones != 0 && step->phase != LEGATO_PHASE_WORK)
        {
          add_lymph (builder, leg, &lymph);
          lymph.zones = 0;
        }
      if (open_step (builder, leg, step, &planned))
        {
          if (swollen && step->phase == LEGATO_PHASE_WORK)
            collect_lymph (builder, leg, &planned, &lymph);
          else
            add_allowed (builder, leg, &planned, steps);
        }
      else if (step->zones->len == 0)
        {
          legato_plan_builder_set_bounds (builder, &planned);
          legato_planned_list_add (&builder->legs[leg], &planned);
        }
    }
  if (lymph.zones != 0)
    add_lymph (builder, leg, &lymph);
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
      legato_plan_builder_set_bounds (builder, &planned);
      legato_planned_list_add (&builder->once, &planned);
    }
}
