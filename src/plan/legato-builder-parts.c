/* legato-builder-parts.c: a step in as many parts as closed zones and the person's limits ask for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-plan"

#include "config.h"

#include "legato-plan-builder-private.h"

/* Hands glide from one zone to the next if no more than this lies between, in thousandths of the
 * leg: the hollow of the knee, which they lift over. */
#define REACH 100

/* Whoever has tight muscles gets so much more kneading in proportion to the rest [S1, D]. */
#define TIGHT_FACTOR 1.6

/* A place that was marked as tight, and is worked otherwise, gets so much more time [S2, D]. */
#define TIGHT_PLACE_FACTOR 1.4

/* The most parts that a step is split into: one a zone. */
#define MAX_PARTS LEGATO_MAX_ZONES

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

/* The rank of the first of @zones that a glide from the zones below it does not reach; -1 if one
 * glide reaches all. */
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
  if (builder->help == LEGATO_HELP_ALONE && (zones & builder->buttock) && (zones & ~builder->hip))
    cut = (int) __builtin_ctz (zones & builder->buttock);
  else if (builder->closed[leg] != 0 && max_parts > 1)
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

/** Returns: the places of @leg that were marked as tight, but for those that are too sore for more
 * time */
LegatoZoneSet
legato_plan_builder_get_marked_tight (LegatoPlanBuilder *builder, LegatoLeg leg)
{
  LegatoZoneSet marked =
      builder->person->tight[leg] & legato_person_get_tight (builder->person, leg);

  for (guint rank = 0; rank < LEGATO_MAX_ZONES; rank++)
    if (builder->person->soreness[leg][rank] >= LEGATO_SORE_GENTLE)
      marked &= ~(1u << rank);
  return marked;
}

static LegatoZoneSet
get_kneaded (LegatoPlanBuilder *builder)
{
  LegatoZoneSet kneaded = 0;

  for (guint i = 0; builder->routine != NULL && i < builder->routine->leg_steps->len; i++)
    {
      const LegatoRoutineStep *step = g_ptr_array_index (builder->routine->leg_steps, i);

      if (step->phase == LEGATO_PHASE_WORK && step->from_minutes <= builder->minutes
          && step->technique == builder->known.kneading)
        kneaded |= legato_zone_set_of (step->zones);
    }
  return kneaded;
}

/* Whether @planned works a tight place that is not kneaded, with what may go on for longer. Taps
 * and holds keep their times, and whoever did not say where it is tight is only kneaded for longer.
 */
static gboolean
is_at_tight_place (LegatoPlanBuilder *builder, LegatoLeg leg, const LegatoPlannedStep *planned)
{
  LegatoZoneSet marked = legato_plan_builder_get_marked_tight (builder, leg) & planned->zones;

  switch (planned->technique->stroke)
    {
    case LEGATO_STROKE_GLIDE:
    case LEGATO_STROKE_CIRCLE:
    case LEGATO_STROKE_PRESS:
    case LEGATO_STROKE_FASCIA:
      return marked != 0 && planned->technique->kind == LEGATO_TECHNIQUE_HANDS
             && (marked & ~get_kneaded (builder)) != 0;
    default:
      return FALSE;
    }
}

static void
give_more_time (LegatoPlanBuilder *builder, LegatoLeg leg, LegatoPlannedStep *planned)
{
  guint soreness = 0;

  if (planned->phase != LEGATO_PHASE_WORK)
    return;
  if (planned->technique == builder->known.kneading
      && (planned->zones & legato_person_get_tight (builder->person, leg)) != 0)
    {
      planned->weight *= TIGHT_FACTOR;
      planned->reasons |= LEGATO_REASON_BIT (LEGATO_REASON_MORE_TIGHT);
    }
  else if (is_at_tight_place (builder, leg, planned))
    {
      planned->weight *= TIGHT_PLACE_FACTOR;
      planned->reasons |= LEGATO_REASON_BIT (LEGATO_REASON_MORE_TIGHT_PLACE);
    }

  for (guint rank = 0; planned->zones >> rank != 0; rank++)
    if (((planned->zones >> rank) & 1) && builder->person->soreness[leg][rank] < LEGATO_SORE_GENTLE)
      soreness = MAX (soreness, builder->person->soreness[leg][rank]);
  if (soreness > 0)
    {
      planned->weight *= 1.0 + soreness / 10.0;
      planned->reasons |= LEGATO_REASON_BIT (LEGATO_REASON_MORE_SORE);
    }
}

/* Adds a part of @whole, in which all @zones are treated alike, and works out its holds, its bounds
 * and its reasons. */
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
      /* Only what passes from calf to thigh lifts over the back of the knee. */
      if (!(parts[i] & below) || !(parts[i] & ~below))
        part.reasons &= ~LEGATO_REASON_BIT (LEGATO_REASON_LIFT);
      add_alike (builder, leg, &part, parts[i]);
    }
}
