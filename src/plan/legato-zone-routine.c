/* legato-zone-routine.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-plan"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-plan.h"
#include "legato-zone-routine.h"

/* Seconds of the shortest session of a zone on one leg: half of the three minutes that are worth
 * while [S3], most of them for the chosen technique. */
#define ZONE_GLIDE_S 15
#define ZONE_WORK_S 60

static gboolean
has_tool (const LegatoRequest *request, const LegatoTechnique *technique)
{
  return technique->tool == NULL
         || (request->tools != NULL && g_strv_contains (request->tools, technique->tool));
}

static void
add_step (GPtrArray *steps, LegatoPhase phase, const LegatoUse *use, guint seconds)
{
  LegatoRoutineStep *step = legato_routine_step_new (phase, use->technique, use->pressure, seconds);

  g_ptr_array_add (step->zones, (gpointer) use->zone);
  g_ptr_array_add (steps, step);
}

/**
 * legato_zone_routine_new:
 *
 * Light glides, the technique, light glides: what a session of @request's zone consists of. Gliding
 * stands in for a technique that nobody has asked for and whose tool is not at hand.
 *
 * Returns: (transfer full): a routine without a name, or %NULL with %LEGATO_PLAN_ERROR_RULE if the
 *   zone is not massaged alone or not in that way
 */
LegatoRoutine *
legato_zone_routine_new (LegatoGuide *guide, const LegatoRequest *request, GError **error)
{
  const LegatoZone *zone = request->zone;
  const LegatoTechnique *gliding = legato_guide_find_hands (guide, LEGATO_STROKE_GLIDE);
  const LegatoTechnique *technique = request->technique;
  const LegatoUse *glide = legato_zone_find_use (zone, gliding);
  const LegatoUse *work = NULL;
  LegatoRoutine *self = NULL;
  guint seconds = ZONE_WORK_S;

  if (technique == NULL)
    {
      technique = legato_planner_choose_technique (zone);
      if (technique != NULL && !has_tool (request, technique))
        technique = gliding;
    }
  work = technique != NULL ? legato_zone_find_use (zone, technique) : NULL;
  if (zone->lift_over)
    {
      g_set_error (error, LEGATO_PLAN_ERROR, LEGATO_PLAN_ERROR_RULE,
                   /* Translators: a rule's id and the name of a place, "Behind the knee" */
                   _ ("%s: “%s” is not massaged on its own. Your hands lift over it."), "P-POP",
                   zone->name);
      return NULL;
    }
  if (glide == NULL || work == NULL)
    {
      g_set_error (error, LEGATO_PLAN_ERROR, LEGATO_PLAN_ERROR_RULE,
                   /* Translators: a rule's id, a technique and the name of a place */
                   _ ("%s: %s is not for “%s”."), "P-CAP",
                   technique != NULL ? technique->name : gliding->name, zone->name);
      return NULL;
    }
  if (!(work->help & LEGATO_HELP_ALONE))
    {
      g_set_error (error, LEGATO_PLAN_ERROR, LEGATO_PLAN_ERROR_RULE,
                   /* Translators: a rule's id, the name of a place and a technique */
                   _ ("%s: on your own you cannot reach “%s” by “%s”."), "P-REACH", zone->name,
                   technique->name);
      return NULL;
    }
  if (!has_tool (request, technique))
    {
      g_set_error (error, LEGATO_PLAN_ERROR, LEGATO_PLAN_ERROR_RULE,
                   /* Translators: a rule's id and a technique that needs a tool, "Foam roller" */
                   _ ("%s: you don’t have the tool for “%s”."), "P-TOOLS", technique->name);
      return NULL;
    }

  seconds = MAX (seconds, technique->hold_min_s);
  if (technique->max_s > 0)
    seconds = MIN (seconds, technique->max_s);

  self = legato_routine_new ("", "");
  add_step (self->leg_steps, LEGATO_PHASE_WARM, glide, ZONE_GLIDE_S);
  add_step (self->leg_steps, LEGATO_PHASE_WORK, work, seconds);
  add_step (self->leg_steps, LEGATO_PHASE_SETTLE, glide, ZONE_GLIDE_S);
  return self;
}
