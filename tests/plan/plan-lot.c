/* plan-lot.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "plan-lot.h"

const guint plan_lot_lengths[] = { 3, 5, 8, 10, 15, 20, 30 };
const guint plan_lot_n_lengths = G_N_ELEMENTS (plan_lot_lengths);

static const char *const tool_ids[] = { "roller", "ball", "stick", "gun", "sleeve", "oil" };

/* Plain and the same everywhere: a failure has to come again (xorshift, Marsaglia 2003). */
guint32
plan_lot_draw (guint32 *state, guint32 below)
{
  *state ^= *state << 13;
  *state ^= *state >> 17;
  *state ^= *state << 5;
  return *state % below;
}

/* In minutes; now and then what suits the routine, the goal or the place. */
guint
plan_lot_draw_length (guint32 *state)
{
  guint lot = plan_lot_draw (state, 2 * plan_lot_n_lengths + 1);

  return lot == 0 ? 0 : plan_lot_lengths[lot % plan_lot_n_lengths];
}

/* Mostly nothing or a place or two; sometimes half of the leg, seldom all of it. */
static LegatoZoneSet
draw_places (guint32 *state, guint n_zones)
{
  guint32 lot = plan_lot_draw (state, 100);
  LegatoZoneSet all = (1u << n_zones) - 1;

  if (lot < 55)
    return 0;
  if (lot < 75)
    return 1u << plan_lot_draw (state, n_zones);
  if (lot < 90)
    return (1u << plan_lot_draw (state, n_zones)) | (1u << plan_lot_draw (state, n_zones));
  return lot < 99 ? plan_lot_draw (state, 1u << n_zones) & plan_lot_draw (state, 1u << n_zones)
                  : all;
}

/* Mostly none or a few; now and then many at once. */
guint
plan_lot_draw_conditions (guint32 *state)
{
  guint all = (1u << LEGATO_N_CONDITIONS) - 1;
  guint32 lot = plan_lot_draw (state, 8);

  if (lot == 0)
    return plan_lot_draw (state, all + 1) & plan_lot_draw (state, all + 1);
  if (lot < 4)
    return 1u << plan_lot_draw (state, LEGATO_N_CONDITIONS);
  return 0;
}

void
plan_lot_draw_person (guint32 *state, guint n_zones, guint conditions, LegatoPerson *person)
{
  guint needed = conditions & LEGATO_CONDITIONS_NEED_CLEARANCE;

  *person = (LegatoPerson){ .conditions = conditions, .cleared = needed };
  if (plan_lot_draw (state, 64) == 0)
    person->cleared &= plan_lot_draw (state, 1u << LEGATO_N_CONDITIONS);
  for (int leg = 0; leg < 2; leg++)
    {
      person->blocked[leg] = draw_places (state, n_zones);
      if (plan_lot_draw (state, 4) == 0)
        person->numb[leg] = draw_places (state, n_zones);
      if (plan_lot_draw (state, 4) == 0)
        person->joints[leg] = plan_lot_draw (state, 4);
      if (plan_lot_draw (state, 6) == 0)
        person->stopped[leg] = draw_places (state, n_zones);
      if (plan_lot_draw (state, 6) == 0)
        person->tender[leg] = draw_places (state, n_zones);
      if (plan_lot_draw (state, 4) != 0)
        person->agreed[leg] =
            plan_lot_draw (state, 1u << n_zones) | plan_lot_draw (state, 1u << n_zones);
      if (plan_lot_draw (state, 4) == 0)
        person->pressed[leg] = draw_places (state, n_zones);
      if (plan_lot_draw (state, 4) == 0)
        person->worse[leg] = draw_places (state, n_zones);
      if (plan_lot_draw (state, 4) == 0)
        person->tight[leg] = draw_places (state, n_zones);
      for (guint z = 0; z < n_zones; z++)
        if (plan_lot_draw (state, 4) == 0)
          person->soreness[leg][z] = (guint8) plan_lot_draw (state, 11);
    }
}

/* Any of the sets of tools there are, each made once. */
const char *const *
plan_lot_draw_tools (guint32 *state)
{
  static const char *sets[1 << G_N_ELEMENTS (tool_ids)][G_N_ELEMENTS (tool_ids) + 1];
  guint set = plan_lot_draw (state, G_N_ELEMENTS (sets));

  if (set != 0 && sets[set][0] == NULL)
    for (guint i = 0, n = 0; i < G_N_ELEMENTS (tool_ids); i++)
      if (set & (1u << i))
        sets[set][n++] = tool_ids[i];
  return sets[set];
}

static void
append_set (GString *text, LegatoGuide *guide, const char *name, const LegatoZoneSet set[2])
{
  GPtrArray *all = legato_guide_get_zones (guide);

  for (int leg = 0; leg < 2; leg++)
    for (guint i = 0; i < all->len; i++)
      {
        const LegatoZone *zone = g_ptr_array_index (all, i);

        if (set[leg] & LEGATO_ZONE_BIT (zone))
          g_string_append_printf (text, " %s %s/%s", name, zone->id,
                                  legato_leg_to_id ((LegatoLeg) leg));
      }
}

/* Request and plan, if there is one, a step a line, to find out what went wrong. */
char *
plan_lot_describe (LegatoGuide *guide, LegatoPlan *plan, const LegatoRequest *request)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "routine %s, goal %s, zone %s, %u minutes, legs %s, tools",
                          request->routine != NULL ? request->routine->id : "-",
                          request->goal != LEGATO_GOAL_NONE ? legato_goal_to_id (request->goal)
                                                            : "-",
                          request->zone != NULL ? request->zone->id : "-", request->minutes,
                          legato_leg_to_id (request->legs));
  for (guint i = 0; request->tools != NULL && request->tools[i] != NULL; i++)
    g_string_append_printf (text, " %s", request->tools[i]);
  if (request->person != NULL)
    {
      g_string_append (text, "\nperson:");
      for (guint i = 0; i < LEGATO_N_CONDITIONS; i++)
        if (request->person->conditions & (1u << i))
          g_string_append_printf (text, " %s%s",
                                  legato_condition_to_id ((LegatoCondition) (1u << i)),
                                  request->person->cleared & (1u << i) ? " (cleared)" : "");
      append_set (text, guide, "blocked", request->person->blocked);
      append_set (text, guide, "numb", request->person->numb);
      append_set (text, guide, "stopped", request->person->stopped);
      append_set (text, guide, "tender", request->person->tender);
      append_set (text, guide, "tight", request->person->tight);
      for (int leg = 0; leg < 2; leg++)
        for (guint z = 0; z < legato_guide_get_zones (guide)->len; z++)
          if (request->person->soreness[leg][z] > 0)
            g_string_append_printf (text, " sore %u/%d=%d", z, leg,
                                    request->person->soreness[leg][z]);
      append_set (text, guide, "agreed", request->person->agreed);
      append_set (text, guide, "pressed", request->person->pressed);
      append_set (text, guide, "worse", request->person->worse);
    }
  for (guint i = 0; plan != NULL && i < legato_plan_get_n_steps (plan); i++)
    {
      const LegatoStep *step = legato_plan_get_step (plan, i);

      g_string_append_printf (text, "\n%3u %-5s %-6s %-16s %-8s %4u s ", i,
                              legato_leg_to_id (step->leg) ? legato_leg_to_id (step->leg) : "both",
                              legato_phase_to_id (step->phase), step->technique->id,
                              legato_pressure_to_id (step->pressure), step->seconds);
      for (guint z = 0; z < step->zones->len; z++)
        g_string_append_printf (text, " %s",
                                ((const LegatoZone *) g_ptr_array_index (step->zones, z))->id);
      for (guint r = 0; r < step->reasons->len; r++)
        g_string_append_printf (text, " [%s]",
                                ((const LegatoReason *) g_ptr_array_index (step->reasons, r))->id);
    }
  g_string_append_c (text, '\n');
  return g_string_free (text, FALSE);
}
