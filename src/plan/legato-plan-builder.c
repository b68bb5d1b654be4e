/* legato-plan-builder.c: what every part of the planner asks a plan in the making
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-plan"

#include "config.h"

#include <math.h>
#include <string.h>

#include "legato-plan-builder-private.h"
#include "legato-pace.h"
#include "legato-safety.h"

/* Stands for the person while nothing is known of them. */
static const LegatoPerson nobody;

/* Whoever writes a routine may want any exercise as brief as this, in seconds: not how it is done,
 * but the time that the step is announced for [D]. */
#define EXERCISE_LEAST_S 5

/* Heights in thousandths of the leg: where strokes end, where the hip joint is, and what lies
 * beside a joint: a muscle that crosses it or comes close [D]. */
#define BELOW_GROIN 940
#define HIP_JOINT 1000
#define BESIDE_JOINT 10
#define BESIDE_HIP 140

/** legato_plan_builder_init: prepares @builder; free what it holds with
 * legato_plan_builder_clear(). */
void
legato_plan_builder_init (LegatoPlanBuilder *builder,
                          LegatoGuide *guide,
                          const LegatoRequest *request)
{
  GPtrArray *zones = legato_guide_get_zones (guide);
  int knee_from = G_MAXINT;
  int knee_to = 0;

  *builder = (LegatoPlanBuilder){
    .guide = guide,
    .request = request,
    .person = request->person != NULL ? request->person : &nobody,
    .help = legato_request_is_for_partner (request) ? LEGATO_HELP_PARTNER : LEGATO_HELP_ALONE,
    .known = {
      .effleurage = legato_guide_find_hands (guide, LEGATO_STROKE_GLIDE),
      .lymph = legato_guide_find_hands (guide, LEGATO_STROKE_LYMPH),
      .kneading = legato_guide_find_hands (guide, LEGATO_STROKE_SQUEEZE),
      .tapping = legato_guide_find_hands (guide, LEGATO_STROKE_TAP),
      .friction = legato_guide_find_hands (guide, LEGATO_STROKE_FRICTION),
      .circles = legato_guide_find_hands (guide, LEGATO_STROKE_CIRCLE),
      .breathing = legato_guide_find_breathing (guide, FALSE),
      .legs_raised = legato_guide_find_breathing (guide, TRUE),
    },
    .left_out = g_array_new (FALSE, FALSE, sizeof (LegatoOmission)),
  };
  for (guint i = 0; i < zones->len; i++)
    {
      const LegatoZone *zone = g_ptr_array_index (zones, i);

      builder->zones[zone->rank] = zone;
      builder->all |= LEGATO_ZONE_BIT (zone);
      if (zone->lift_over)
        {
          builder->behind_knee |= LEGATO_ZONE_BIT (zone);
          knee_from = MIN (knee_from, zone->from);
          knee_to = MAX (knee_to, zone->to);
        }
      for (guint v = 0; v < G_N_ELEMENTS (builder->in_view); v++)
        if (zone->views & (1u << v))
          builder->in_view[v] |= LEGATO_ZONE_BIT (zone);
    }
  for (guint i = 0; i < zones->len; i++)
    {
      const LegatoZone *zone = g_ptr_array_index (zones, i);

      LegatoZoneSet bit = LEGATO_ZONE_BIT (zone);

      if (zone->to <= knee_from)
        builder->lower_leg |= bit;
      if (zone->from == 0)
        builder->foot |= bit;
      if (zone->to > BELOW_GROIN)
        builder->hip |= bit;
      if (zone->to > BELOW_GROIN && (zone->views & LEGATO_VIEW_BACK))
        builder->buttock |= bit;
      if (zone->to >= knee_from - BESIDE_JOINT && zone->from <= knee_to + BESIDE_JOINT)
        builder->at_knee |= bit;
      if (zone->to >= HIP_JOINT - BESIDE_HIP)
        builder->at_hip |= bit;
    }
}

void
legato_plan_builder_clear (LegatoPlanBuilder *builder)
{
  g_free (builder->once.items);
  for (int leg = LEGATO_LEG_LEFT; leg <= LEGATO_LEG_RIGHT; leg++)
    g_free (builder->legs[leg].items);
  g_clear_pointer (&builder->left_out, g_array_unref);
}

/** Returns: (nullable): the use of @technique on the zone of @rank */
const LegatoUse *
legato_plan_builder_find_use (LegatoPlanBuilder *builder,
                              guint rank,
                              const LegatoTechnique *technique)
{
  for (guint i = 0; i < technique->uses->len; i++)
    {
      const LegatoUse *use = g_ptr_array_index (technique->uses, i);

      if (use->zone->rank == (int) rank)
        return use;
    }
  return NULL;
}

/** Returns: whether @technique goes around the whole leg, so that it cannot spare any place */
gboolean
legato_technique_is_sleeve (const LegatoTechnique *technique)
{
  return g_strcmp0 (technique->tool, "sleeve") == 0;
}

/** Returns: the zones that @technique is for and touches */
LegatoZoneSet
legato_plan_builder_get_uses (const LegatoTechnique *technique)
{
  LegatoZoneSet zones = 0;

  for (guint i = 0; i < technique->uses->len; i++)
    {
      const LegatoUse *use = g_ptr_array_index (technique->uses, i);

      if (!use->lifted)
        zones |= LEGATO_ZONE_BIT (use->zone);
    }
  return zones;
}

/** Returns: the shortest that @planned may be for its technique and zones, in seconds, see
 * legato_pace_get_least_seconds() */
guint
legato_plan_builder_get_least_seconds (LegatoPlanBuilder *builder, const LegatoPlannedStep *planned)
{
  g_autoptr (GPtrArray) zones = g_ptr_array_new ();

  for (guint rank = 0; planned->zones >> rank != 0; rank++)
    if ((planned->zones >> rank) & 1)
      g_ptr_array_add (zones, (gpointer) builder->zones[rank]);
  return legato_pace_get_least_seconds (planned->technique, zones);
}

static guint
get_most (const LegatoPlannedStep *planned)
{
  const LegatoTechnique *technique = planned->technique;
  guint n_zones = MAX (1u, (guint) __builtin_popcount (planned->zones));

  if (technique->hold_max_s > 0)
    return technique->hold_max_s;
  if (technique->max_s > 0)
    return technique->max_s * n_zones;
  if (technique->tight_max_s > 0
      && (planned->reasons & LEGATO_REASON_BIT (LEGATO_REASON_MORE_TIGHT)))
    return technique->tight_max_s * n_zones + technique->step_more_s;
  return technique->step_max_s * n_zones + technique->step_more_s;
}

/** legato_plan_builder_set_bounds: how short and how long @planned may be, by its technique and
 * zones. */
void
legato_plan_builder_set_bounds (LegatoPlanBuilder *builder, LegatoPlannedStep *planned)
{
  const LegatoTechnique *technique = planned->technique;
  guint least = legato_plan_builder_get_least_seconds (builder, planned);

  planned->least = least;
  if (planned->phase == LEGATO_PHASE_WORK && planned->zones != 0)
    planned->least = MAX (least, MIN (technique->step_min_s, (guint) planned->weight));
  /* Whoever writes a routine may want a step briefer, or longer, than we would make it. */
  if (planned->zones == 0)
    planned->least = MIN (least, MAX ((guint) planned->weight, EXERCISE_LEAST_S));
  planned->most = get_most (planned);
  if (technique->step_max_s > 0)
    planned->most = MAX (planned->most, (guint) planned->weight);

  planned->most = MAX (planned->most, planned->least);
}

/** Returns: (transfer none): a copy of @planned at the end of @list, valid until more is added */
LegatoPlannedStep *
legato_planned_list_add (LegatoPlannedList *list, const LegatoPlannedStep *planned)
{
  if (list->n == list->room)
    {
      list->room = MAX (16, 2 * list->room);
      list->items = g_renew (LegatoPlannedStep, list->items, list->room);
    }
  list->items[list->n] = *planned;
  return &list->items[list->n++];
}

void
legato_planned_list_remove (LegatoPlannedList *list, guint index)
{
  g_assert (index < list->n);

  list->n--;
  memmove (&list->items[index], &list->items[index + 1], (list->n - index) * sizeof *list->items);
}

/** legato_plan_builder_leave_out: notes what is left out and reason, once; see #LegatoLeftOut. */
void
legato_plan_builder_leave_out (LegatoPlanBuilder *builder,
                               LegatoLeg leg,
                               const LegatoZone *zone,
                               const LegatoTechnique *technique,
                               LegatoReasonCode reason)
{
  LegatoOmission omission = { leg, zone, technique, reason };

  for (guint i = 0; i < builder->left_out->len; i++)
    {
      const LegatoOmission *noted = &g_array_index (builder->left_out, LegatoOmission, i);

      if (noted->leg == leg && noted->zone == zone && noted->technique == technique)
        return;
    }
  g_array_append_val (builder->left_out, omission);
}
