/* cli-plan.c: the command plan
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-cli"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli-request.h"

static void
add_reason (JsonBuilder *builder, const LegatoReason *reason)
{
  json_builder_begin_object (builder);
  cli_add_string (builder, "id", reason->id);
  cli_add_string (builder, "text", reason->text);
  json_builder_end_object (builder);
}

static void
add_step (JsonBuilder *builder, const LegatoStep *step)
{
  json_builder_begin_object (builder);
  cli_add_string (builder, "leg",
                  step->leg != LEGATO_LEG_BOTH ? legato_leg_to_id (step->leg) : NULL);
  cli_add_string (builder, "phase", legato_phase_to_id (step->phase));
  cli_begin_array (builder, "zones");
  for (guint i = 0; i < step->zones->len; i++)
    json_builder_add_string_value (builder,
                                   ((const LegatoZone *) g_ptr_array_index (step->zones, i))->id);
  json_builder_end_array (builder);
  cli_add_string (builder, "technique", step->technique->id);
  cli_add_string (builder, "pressure", legato_pressure_to_id (step->pressure));
  cli_add_string (builder, "travel", legato_travel_to_id (step->travel));
  cli_add_int (builder, "seconds", step->seconds);
  cli_begin_array (builder, "reasons");
  for (guint i = 0; i < step->reasons->len; i++)
    add_reason (builder, g_ptr_array_index (step->reasons, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
add_left_out (JsonBuilder *builder, const LegatoLeftOut *item)
{
  json_builder_begin_object (builder);
  cli_add_string (builder, "leg", legato_leg_to_id (item->leg));
  cli_add_string (builder, "zone", item->zone->id);
  cli_add_string (builder, "technique", item->technique != NULL ? item->technique->id : NULL);
  json_builder_set_member_name (builder, "reason");
  add_reason (builder, &item->reason);
  json_builder_end_object (builder);
}

/* @asked: whether a length was asked for */
static void
print_plan_json (LegatoPlan *plan, gboolean asked)
{
  const LegatoRoutine *routine = legato_plan_get_routine (plan);
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  cli_add_string (builder, "routine", routine != NULL ? routine->id : NULL);
  cli_add_string (builder, "goal", legato_goal_to_id (legato_plan_get_goal (plan)));
  cli_add_int (builder, "seconds", legato_plan_get_seconds (plan));
  if (asked
      || legato_plan_get_requested_seconds (plan) > legato_plan_get_massage_seconds (plan) + 1)
    cli_add_int (builder, "requested_seconds", legato_plan_get_requested_seconds (plan));
  else
    {
      json_builder_set_member_name (builder, "requested_seconds");
      json_builder_add_null_value (builder);
    }
  cli_begin_array (builder, "steps");
  for (guint i = 0; i < legato_plan_get_n_steps (plan); i++)
    add_step (builder, legato_plan_get_step (plan, i));
  json_builder_end_array (builder);
  cli_begin_array (builder, "left_out");
  for (guint i = 0; i < legato_plan_get_left_out (plan)->len; i++)
    add_left_out (builder, g_ptr_array_index (legato_plan_get_left_out (plan), i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  cli_print_json (builder);
}

/* The zones of a step that goes over several, as "Calf, Knee". */
static char *
join_zones (const LegatoStep *step)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  for (guint i = 0; i < step->zones->len; i++)
    g_strv_builder_add (names, ((const LegatoZone *) g_ptr_array_index (step->zones, i))->name);
  list = g_strv_builder_end (names);
  return g_strjoinv (", ", list);
}

/* A blank line, then "Left calf: Left out: you marked this place." */
static void
print_left_out (LegatoPlan *plan)
{
  GPtrArray *left_out = legato_plan_get_left_out (plan);

  for (guint i = 0; i < left_out->len; i++)
    {
      const LegatoLeftOut *item = g_ptr_array_index (left_out, i);
      const char *place = item->zone->side_names[item->leg];

      if (i == 0)
        g_print ("\n");
      if (item->technique != NULL)
        g_print ("%s, %s: %s\n", place, item->technique->name, item->reason.text);
      else
        g_print ("%s: %s\n", place, item->reason.text);
    }
}

static void
print_plan (LegatoPlan *plan)
{
  g_autoptr (CliTable) table = cli_table_new (5);
  g_autofree char *whole = cli_format_seconds (legato_plan_get_seconds (plan));
  guint start = 0;

  g_print ("%s, %s\n\n", legato_plan_get_title (plan), whole);
  cli_table_add (table, C_ ("time since the start", "At"), _ ("Length"), _ ("Phase"), _ ("Step"),
                 _ ("Pressure"));
  for (guint i = 0; i < legato_plan_get_n_steps (plan); i++)
    {
      const LegatoStep *step = legato_plan_get_step (plan, i);
      g_autofree char *at = cli_format_seconds (start);
      g_autofree char *length = cli_format_seconds (step->seconds);
      g_autofree char *title = legato_step_dup_title (step);

      cli_table_add (table, at, length, legato_phase_get_name (step->phase), title,
                     step->zones->len > 0 ? legato_pressure_get_name (step->pressure) : "");
      if (step->zones->len > 1)
        {
          g_autofree char *zones = join_zones (step);

          cli_table_add_note (table, zones);
        }
      for (guint r = 0; r < step->reasons->len; r++)
        cli_table_add_note (table,
                            ((const LegatoReason *) g_ptr_array_index (step->reasons, r))->text);
      start += step->seconds;
    }
  cli_table_print (table);
  print_left_out (plan);
}

static void
print (LegatoPlan *plan, const CliRequest *request, gboolean json)
{
  if (json)
    print_plan_json (plan, request->minutes != NULL);
  else
    print_plan (plan);
}

CliStatus
cli_run_plan (const CliCommand *self, int argc, char **argv)
{
  return cli_request_run (self, argc, argv, print);
}
