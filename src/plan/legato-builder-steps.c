/* legato-builder-steps.c: from the steps of a routine or goal to drafts for one leg
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-plan"

#include "config.h"

#include "legato-plan-builder.h"

/* Hands glide from one zone to the next if no more than this lies between, in thousandths of the
 * leg: the hollow of the knee, which they lift over. */
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
find_crossed (LegatoJob *job, LegatoLeg leg, LegatoZoneSet zones)
{
  LegatoZoneSet closed = job->closed[leg];

  for (guint rank = 0; closed >> rank != 0; rank++)
    {
      LegatoZoneSet below = zones & ((1u << rank) - 1);
      LegatoZoneSet above = zones & ~(below | 1u << rank);

      if (!((closed >> rank) & 1) || below == 0 || above == 0)
        continue;
      for (guint v = 0; v < G_N_ELEMENTS (job->in_view); v++)
        if (((job->in_view[v] >> rank) & 1) && (job->in_view[v] & below)
            && (job->in_view[v] & above))
          return (int) rank;
    }
  return -1;
}

/* The rank from which on @zones are out of reach of those below. -1 if they hang together. */
static int
find_gap (LegatoJob *job, LegatoZoneSet zones)
{
  int reached = G_MAXINT / 2;

  for (guint rank = 0; zones >> rank != 0; rank++)
    {
      if (!((zones >> rank) & 1))
        continue;
      if (job->zones[rank]->from > reached + REACH)
        return (int) rank;
      reached =
          reached == G_MAXINT / 2 ? job->zones[rank]->to : MAX (reached, job->zones[rank]->to);
    }
  return -1;
}

/**
 * legato_job_split:
 * @zones: open zones that one stroke shall pass
 *
 * Cuts the way at each closed zone that the stroke would cross: it ends below it and another stroke
 * begins above it (P-BLOCK).
 *
 * Returns: how many @parts there are, distal to proximal; together they are @zones
 */
guint
legato_job_split (LegatoJob *job,
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
  if (job->closed[leg] != 0 && max_parts > 1)
    {
      cut = find_crossed (job, leg, zones);
      if (cut < 0)
        cut = find_gap (job, zones);
    }
  if (cut < 0)
    {
      parts[0] = zones;
      return 1;
    }

  below = zones & ((1u << cut) - 1);
  n_parts = legato_job_split (job, leg, below, parts, max_parts - 1);
  return n_parts
         + legato_job_split (job, leg, zones & ~below, parts + n_parts, max_parts - n_parts);
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
give_more_time (LegatoJob *job, LegatoLeg leg, LegatoDraft *draft)
{
  guint soreness = 0;

  if (draft->phase != LEGATO_PHASE_WORK)
    return;
  if (draft->technique == job->known.kneading && (job->conditions & LEGATO_CONDITION_TIGHT))
    {
      draft->weight *= TIGHT_FACTOR;
      draft->whys |= LEGATO_WHY_BIT (LEGATO_WHY_MORE_TIGHT);
    }

  if (legato_job_is_off (job, "P-ADAPT:soreness"))
    return;
  for (guint rank = 0; draft->zones >> rank != 0; rank++)
    if ((draft->zones >> rank) & 1)
      soreness = MAX (soreness, job->person->soreness[leg][rank]);
  if (soreness > 0)
    {
      draft->weight *= 1.0 + soreness / 10.0;
      draft->whys |= LEGATO_WHY_BIT (LEGATO_WHY_MORE_SORE);
    }
}

/* A part that is done alike all along: in the right number of holds, with bounds and reasons. */
static void
add_part (LegatoJob *job, LegatoLeg leg, const LegatoDraft *whole, LegatoZoneSet zones)
{
  LegatoDraft draft = *whole;
  guint holds = 1;

  draft.zones = zones;
  draft.weight *= (double) __builtin_popcount (zones) / __builtin_popcount (whole->zones);
  give_more_time (job, leg, &draft);
  legato_job_press (job, leg, &draft);
  if (!legato_job_is_off (job, "P-HOLD"))
    holds = legato_technique_count_holds (draft.technique, draft.weight);
  draft.weight /= holds;
  legato_job_set_bounds (job, &draft);
  for (guint i = 0; i < holds; i++)
    legato_job_add (job, &job->legs[leg], &draft);
}

/* Works zones apart that may not be pressed alike, so that a lighter one does not spoil the rest.
 */
static void
add_alike (LegatoJob *job, LegatoLeg leg, const LegatoDraft *draft, LegatoZoneSet zones)
{
  LegatoZoneSet alike = 0;
  guint8 pressure = 0;

  if (draft->phase != LEGATO_PHASE_WORK)
    {
      add_part (job, leg, draft, zones);
      return;
    }
  for (guint rank = 0; zones >> rank != 0; rank++)
    {
      guint8 here = MIN (job->caps[leg][rank], (guint8) draft->wanted);

      if (!((zones >> rank) & 1))
        continue;
      if (alike != 0 && here != pressure)
        {
          add_part (job, leg, draft, alike);
          alike = 0;
          job->altered[leg] = TRUE;
        }
      pressure = here;
      alike |= 1u << rank;
    }
  add_part (job, leg, draft, alike);
}

/**
 * legato_job_add_parts:
 * @draft: its zones are open, and weight is for all of them together
 *
 * Adds @draft to the leg in as many parts as closed zones and the person's limits ask for.
 */
void
legato_job_add_parts (LegatoJob *job, LegatoLeg leg, const LegatoDraft *draft)
{
  LegatoZoneSet parts[MAX_PARTS];
  guint n_parts = legato_job_split (job, leg, draft->zones, parts, MAX_PARTS);

  job->altered[leg] = job->altered[leg] || n_parts > 1;
  for (guint i = 0; i < n_parts; i++)
    {
      LegatoDraft part = *draft;
      LegatoZoneSet below = (job->hollow & -job->hollow) - 1;

      if (n_parts > 1)
        part.whys |= LEGATO_WHY_BIT (LEGATO_WHY_SHORTENED);
      /* Only what passes from calf to thigh lifts over the hollow of the knee. */
      if (!(parts[i] & below) || !(parts[i] & ~below))
        part.whys &= ~LEGATO_WHY_BIT (LEGATO_WHY_LIFT);
      add_alike (job, leg, &part, parts[i]);
    }
}

/* Whether the recipe works any of @zones by hand, so that no hand has to stand in for a tool. */
static gboolean
is_worked_by_hand (LegatoJob *job, LegatoZoneSet zones, GPtrArray *steps)
{
  for (guint i = 0; i < steps->len; i++)
    {
      const LegatoRoutineStep *step = g_ptr_array_index (steps, i);

      if (step->phase == LEGATO_PHASE_WORK && step->from_minutes <= job->minutes
          && step->technique->kind == LEGATO_TECHNIQUE_HANDS && (get_step_zones (step) & zones))
        return TRUE;
    }
  return FALSE;
}

/* A tool that cannot be used gives way to hands on @zone, or is left out. */
static void
add_without_tool (LegatoJob *job,
                  LegatoLeg leg,
                  const LegatoDraft *draft,
                  guint rank,
                  LegatoWhy why,
                  GPtrArray *steps)
{
  static const struct
  {
    LegatoWhy out;
    LegatoWhy by_hand;
  } pairs[] = {
    { LEGATO_WHY_OUT_NO_TOOL, LEGATO_WHY_HANDS_NO_TOOL },
    { LEGATO_WHY_OUT_TOOL_SKIN, LEGATO_WHY_HANDS_SKIN },
    { LEGATO_WHY_OUT_TOOL_NEUROPATHY, LEGATO_WHY_HANDS_NEUROPATHY },
    { LEGATO_WHY_OUT_TOOL_PRESSED, LEGATO_WHY_HANDS_PRESSED },
  };
  const LegatoZone *zone = job->zones[rank];
  const LegatoTechnique *by_hand = legato_planner_choose_technique (zone);
  LegatoDraft instead = *draft;

  job->altered[leg] = TRUE;
  instead.zones = 1u << rank;
  if (by_hand == NULL || by_hand->kind != LEGATO_TECHNIQUE_HANDS
      || is_worked_by_hand (job, instead.zones, steps))
    {
      /* A goal only makes use of tools that happen to be there. */
      if (why != LEGATO_WHY_OUT_NO_TOOL || job->request->routine != NULL)
        legato_job_leave_out (job, leg, zone, draft->technique, why);
      return;
    }

  instead.technique = by_hand;
  instead.weight /= __builtin_popcount (draft->zones);
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (pairs[i].out == why)
      instead.whys |= LEGATO_WHY_BIT (pairs[i].by_hand);
  legato_job_add_parts (job, leg, &instead);
}

/** Returns: whether @technique goes around the whole leg, so that it cannot spare any place */
gboolean
legato_technique_is_sleeve (const LegatoTechnique *technique)
{
  return g_strcmp0 (technique->tool, "sleeve") == 0;
}

static void
leave_out_zones (LegatoJob *job, LegatoLeg leg, const LegatoDraft *draft, LegatoWhy why)
{
  job->altered[leg] = TRUE;
  for (guint rank = 0; draft->zones >> rank != 0; rank++)
    if ((draft->zones >> rank) & 1)
      legato_job_leave_out (job, leg, job->zones[rank], draft->technique, why);
}

/* Adds the step of @draft, whose zones are open, as technique and tools allow it. */
static void
add_allowed (LegatoJob *job, LegatoLeg leg, const LegatoDraft *draft, GPtrArray *steps)
{
  gboolean thin = (job->conditions & LEGATO_CONDITION_FRAGILE_SKIN) != 0;
  LegatoDraft kept = *draft;

  if (thin && draft->technique == job->known.tapping)
    {
      leave_out_zones (job, leg, draft, LEGATO_WHY_OUT_TAPPING);
      return;
    }
  if (thin && draft->technique == job->known.friction)
    {
      leave_out_zones (job, leg, draft, LEGATO_WHY_OUT_FRICTION);
      return;
    }
  if (legato_technique_is_sleeve (draft->technique) && job->closed[leg] != 0)
    {
      leave_out_zones (job, leg, draft, LEGATO_WHY_OUT_PARTLY);
      return;
    }
  if (draft->technique->tool != NULL)
    {
      for (guint rank = 0; draft->zones >> rank != 0; rank++)
        {
          LegatoZoneSet zone = draft->zones & (1u << rank);
          LegatoWhy why = legato_job_get_tool_why (job, leg, zone, draft->technique);

          if (zone == 0 || why == LEGATO_WHY_NONE)
            continue;
          kept.zones &= ~zone;
          kept.weight -= draft->weight / __builtin_popcount (draft->zones);
          add_without_tool (job, leg, draft, rank, why, steps);
        }
      if (kept.zones == 0)
        return;
    }
  legato_job_add_parts (job, leg, &kept);
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
collect_lymph (LegatoJob *job, LegatoLeg leg, const LegatoDraft *draft, Lymph *lymph)
{
  LegatoZoneSet uses = legato_job_get_uses (job->known.lymph);
  guint n_zones = (guint) __builtin_popcount (draft->zones);

  for (guint rank = 0; draft->zones >> rank != 0; rank++)
    {
      if (!((draft->zones >> rank) & 1))
        continue;
      if (!((uses >> rank) & 1))
        {
          legato_job_leave_out (job, leg, job->zones[rank], draft->technique,
                                LEGATO_WHY_OUT_SWELLING);
          continue;
        }
      if (!((lymph->zones >> rank) & 1))
        {
          lymph->weights[rank] = 0.0;
          lymph->origins[rank] = draft->origin;
          lymph->own[rank] = TRUE;
        }
      lymph->zones |= 1u << rank;
      lymph->weights[rank] += draft->weight / n_zones;
      lymph->own[rank] = lymph->own[rank] && draft->technique == job->known.lymph;
    }
}

/* The proximal zones come first, so that they make room for what comes from below [S1 S3 R]. */
static void
add_lymph (LegatoJob *job, LegatoLeg leg, const Lymph *lymph)
{
  for (int rank = LEGATO_MAX_ZONES - 1; rank >= 0; rank--)
    if ((lymph->zones >> rank) & 1)
      {
        LegatoDraft draft = {
          .origin = lymph->origins[rank],
          .technique = job->known.lymph,
          .phase = LEGATO_PHASE_WORK,
          .wanted = LEGATO_PRESSURE_LIGHT,
          .zones = 1u << rank,
          .whys = lymph->own[rank] ? 0 : LEGATO_WHY_BIT (LEGATO_WHY_LYMPH),
          .weight = lymph->weights[rank],
        };

        legato_job_add_parts (job, leg, &draft);
      }
}

/* The step as a draft on the zones that are open on @leg; FALSE if there are none. */
static gboolean
open_step (LegatoJob *job, LegatoLeg leg, const LegatoRoutineStep *step, LegatoDraft *draft)
{
  LegatoZoneSet zones = get_step_zones (step);
  LegatoZoneSet lifted = get_lifted (step, zones);
  LegatoZoneSet closed = 0;

  *draft = (LegatoDraft){
    .origin = job->request->zone == NULL ? step : NULL,
    .technique = step->technique,
    .phase = step->phase,
    .wanted = step->pressure,
    .weight = step->seconds,
  };
  if (lifted != 0 && legato_job_is_off (job, "P-POP"))
    lifted = 0;
  zones &= ~lifted;
  job->named[leg] |= zones;
  if (lifted != 0)
    draft->whys |= LEGATO_WHY_BIT (LEGATO_WHY_LIFT);

  closed = zones & job->closed[leg];
  draft->zones = zones & ~closed;
  if (closed == 0)
    return zones != 0;

  job->altered[leg] = TRUE;
  for (guint rank = 0; closed >> rank != 0; rank++)
    if ((closed >> rank) & 1)
      legato_job_leave_out (job, leg, job->zones[rank], NULL,
                            legato_job_get_closed_why (job, leg, rank));
  if (step->technique->travel == LEGATO_TRAVEL_PROXIMAL)
    draft->whys |= LEGATO_WHY_BIT (LEGATO_WHY_SHORTENED);
  draft->weight *= (double) __builtin_popcount (draft->zones) / __builtin_popcount (zones);
  return draft->zones != 0;
}

/** legato_job_add_leg: adds what @steps have for @leg, as far as the person and the tools allow. */
void
legato_job_add_leg (LegatoJob *job, LegatoLeg leg, GPtrArray *steps)
{
  gboolean swollen = legato_job_is_swelling (job);
  Lymph lymph = { .zones = 0 };

  for (guint i = 0; i < steps->len; i++)
    {
      const LegatoRoutineStep *step = g_ptr_array_index (steps, i);
      LegatoDraft draft;

      if (step->from_minutes > job->minutes)
        continue;
      if (lymph.zones != 0 && step->phase != LEGATO_PHASE_WORK)
        {
          add_lymph (job, leg, &lymph);
          lymph.zones = 0;
        }
      if (open_step (job, leg, step, &draft))
        {
          if (swollen && step->phase == LEGATO_PHASE_WORK)
            collect_lymph (job, leg, &draft, &lymph);
          else
            add_allowed (job, leg, &draft, steps);
        }
      else if (step->zones->len == 0)
        {
          legato_job_set_bounds (job, &draft);
          legato_job_add (job, &job->legs[leg], &draft);
        }
    }
  if (lymph.zones != 0)
    add_lymph (job, leg, &lymph);
}

/** legato_job_add_once: adds what @steps have for both legs together. */
void
legato_job_add_once (LegatoJob *job, GPtrArray *steps)
{
  for (guint i = 0; i < steps->len; i++)
    {
      const LegatoRoutineStep *step = g_ptr_array_index (steps, i);
      LegatoDraft draft = {
        .origin = step,
        .technique = step->technique,
        .phase = step->phase,
        .weight = step->seconds,
      };

      if (step->from_minutes > job->minutes)
        continue;
      legato_job_set_bounds (job, &draft);
      legato_job_add (job, &job->once, &draft);
    }
}
