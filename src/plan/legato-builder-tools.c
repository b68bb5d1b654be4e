/* legato-builder-tools.c: a person's own tools in place of hands, and at the end
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-plan"

#include "config.h"

#include "legato-plan-builder-private.h"

/** Returns: why @technique is not for the zone of @rank today: its tool, or the reach of hands;
 * %LEGATO_REASON_NONE if it is */
LegatoReasonCode
legato_plan_builder_find_obstacle (LegatoPlanBuilder *builder,
                                   LegatoLeg leg,
                                   guint rank,
                                   const LegatoTechnique *technique)
{
  LegatoReasonCode reason =
      legato_plan_builder_get_tool_reason (builder, leg, 1u << rank, technique);

  if (reason == LEGATO_REASON_NONE && !legato_plan_builder_is_reachable (builder, rank, technique))
    return LEGATO_REASON_OUT_REACH;
  return reason;
}

/* The best tool that may take the place of the hands of @planned on the zone of @rank; %NULL if
 * none is at hand and allowed there. */
static const LegatoTechnique *
find_tool_instead (LegatoPlanBuilder *builder,
                   LegatoLeg leg,
                   const LegatoPlannedStep *planned,
                   guint rank)
{
  GPtrArray *instead = planned->origin != NULL ? planned->origin->instead : NULL;

  for (guint i = 0; instead != NULL && i < instead->len; i++)
    {
      const LegatoTechnique *tool = g_ptr_array_index (instead, i);

      if (legato_plan_builder_find_use (builder, rank, tool) != NULL
          && legato_plan_builder_find_obstacle (builder, leg, rank, tool) == LEGATO_REASON_NONE)
        return tool;
    }
  return NULL;
}

/**
 * legato_plan_builder_replace_by_tools:
 * @planned: its zones are open to its technique
 *
 * Adds @planned if a tool may take the place of the hands somewhere: those zones in a row that are
 * worked alike together. It has no zones left then.
 */
void
legato_plan_builder_replace_by_tools (LegatoPlanBuilder *builder,
                                      LegatoLeg leg,
                                      LegatoPlannedStep *planned)
{
  double each = planned->weight / __builtin_popcount (planned->zones);
  LegatoPlannedStep part = *planned;
  LegatoZoneSet zones = planned->zones;

  if (planned->origin == NULL || planned->origin->instead->len == 0)
    return;
  part.zones = 0;
  for (guint rank = 0; zones >> rank != 0; rank++)
    {
      const LegatoTechnique *technique = planned->technique;
      const LegatoTechnique *tool = NULL;

      if (!((zones >> rank) & 1))
        continue;
      tool = find_tool_instead (builder, leg, planned, rank);
      if (part.zones != 0 && part.technique != (tool != NULL ? tool : technique))
        {
          legato_plan_builder_add_parts (builder, leg, &part);
          part.zones = 0;
        }
      if (part.zones == 0)
        {
          part.technique = tool != NULL ? tool : technique;
          part.reasons = planned->reasons;
          part.weight = 0.0;
        }
      if (tool != NULL)
        {
          part.reasons |= LEGATO_REASON_BIT (LEGATO_REASON_TOOL_INSTEAD);
          builder->altered[leg] = TRUE;
        }
      part.zones |= 1u << rank;
      part.weight += each;
    }
  legato_plan_builder_add_parts (builder, leg, &part);
  planned->zones = 0;
}

/* Why the tool that the routine closes with cannot lie on @leg; it covers what it is for. */
static LegatoReasonCode
get_closing_reason (LegatoPlanBuilder *builder, LegatoLeg leg, const LegatoRoutineStep *closing)
{
  LegatoZoneSet zones = legato_zone_set_cover (legato_guide_get_zones (builder->guide),
                                               legato_zone_set_of (closing->zones));
  LegatoReasonCode reason =
      legato_plan_builder_get_tool_reason (builder, leg, zones, closing->technique);

  if (reason != LEGATO_REASON_NONE)
    return reason;
  if (builder->conditions & LEGATO_CONDITIONS_NEED_CLEARANCE)
    return LEGATO_REASON_OUT_TOOL_CLEARED;
  return (zones & (builder->spared[leg] | builder->gentle[leg])) != 0 ? LEGATO_REASON_OUT_PARTLY
                                                                      : LEGATO_REASON_NONE;
}

/**
 * legato_plan_builder_add_closing:
 *
 * A sleeve ends the session of a person who has one, if it may lie on both legs. It runs by itself
 * while they rest, so that it takes nothing of the massage's time, and each leg has ended with its
 * glides before (docs/domain.md §4).
 */
void
legato_plan_builder_add_closing (LegatoPlanBuilder *builder)
{
  const LegatoRoutineStep *closing = builder->routine->closing;
  LegatoReasonCode reason = LEGATO_REASON_NONE;
  LegatoPlannedStep planned = { 0 };

  if (closing == NULL || !builder->active[0] || !builder->active[1]
      || builder->request->tools == NULL
      || !g_strv_contains (builder->request->tools, closing->technique->tool))
    return;
  for (int leg = LEGATO_LEG_LEFT; leg <= LEGATO_LEG_RIGHT; leg++)
    {
      LegatoReasonCode here = get_closing_reason (builder, leg, closing);

      if (here == LEGATO_REASON_NONE)
        continue;
      reason = here;
      legato_plan_builder_leave_out (
          builder, leg, builder->zones[__builtin_ctz (legato_zone_set_of (closing->zones))],
          closing->technique, here);
    }
  if (reason != LEGATO_REASON_NONE)
    return;
  planned = (LegatoPlannedStep){
    .origin = closing,
    .technique = closing->technique,
    .phase = LEGATO_PHASE_REST,
    .pressure = closing->pressure,
    .zones = legato_zone_set_of (closing->zones),
    .reasons = LEGATO_REASON_BIT (LEGATO_REASON_CLOSING),
    .seconds = builder->request->closing_minutes != 0 ? builder->request->closing_minutes * 60
                                                      : closing->seconds,
  };
  planned.pressure = (builder->conditions & LEGATO_CONDITION_FRAGILE_SKIN) ? LEGATO_PRESSURE_FEATHER
                                                                           : planned.pressure;
  if (builder->conditions & LEGATO_CONDITION_FRAGILE_SKIN)
    planned.reasons |= LEGATO_REASON_BIT (LEGATO_REASON_LIGHT_SKIN);
  planned.least = planned.most = planned.seconds;
  legato_planned_list_add (&builder->once, &planned);
}
