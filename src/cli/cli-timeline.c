/* cli-timeline.c: the command timeline
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-cli"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli-request.h"
#include "legato-timeline.h"

static void
print_timeline_json (LegatoTimeline *timeline)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  guint n_steps = legato_plan_get_n_steps (legato_timeline_get_plan (timeline));
  gsize n_cues = 0;
  const LegatoCue *cues = legato_timeline_get_cues (timeline, &n_cues);

  json_builder_begin_object (builder);
  cli_add_int (builder, "duration_ns", legato_timeline_get_duration (timeline));
  cli_begin_array (builder, "steps");
  for (guint i = 0; i < n_steps; i++)
    {
      json_builder_begin_object (builder);
      cli_add_int (builder, "step", i);
      cli_add_int (builder, "start_ns", legato_timeline_get_step_onset (timeline, i));
      cli_add_int (builder, "length_ns", legato_timeline_get_step_length (timeline, i));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  cli_begin_array (builder, "cues");
  for (gsize i = 0; i < n_cues; i++)
    {
      const LegatoCue *cue = &cues[i];

      json_builder_begin_object (builder);
      cli_add_string (builder, "kind", legato_cue_kind_to_id (cue->kind));
      cli_add_int (builder, "step", cue->step);
      cli_add_string (builder, "leg",
                      cue->leg != LEGATO_LEG_BOTH ? legato_leg_to_id (cue->leg) : NULL);
      cli_add_string (builder, "zone", cue->zone != NULL ? cue->zone->id : NULL);
      cli_add_int (builder, "start_ns", cue->onset);
      cli_add_int (builder, "length_ns", cue->length);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  cli_print_json (builder);
}

/* Minutes and seconds to the millisecond, as "1:02.500". */
static char *
format_position (gint64 position)
{
  gint64 ms = position / (LEGATO_SECOND / 1000);

  return g_strdup_printf ("%" G_GINT64_FORMAT ":%02d.%03d", ms / 60000, (int) (ms / 1000 % 60),
                          (int) (ms % 1000));
}

static const char *
get_place (const LegatoCue *cue)
{
  if (cue->zone != NULL && cue->leg != LEGATO_LEG_BOTH)
    return cue->zone->side_names[cue->leg];
  return cue->leg != LEGATO_LEG_BOTH ? legato_leg_get_name (cue->leg) : "";
}

static void
print_timeline (LegatoTimeline *timeline)
{
  g_autoptr (CliTable) table = cli_table_new (5);
  gsize n_cues = 0;
  const LegatoCue *cues = legato_timeline_get_cues (timeline, &n_cues);

  cli_table_add (table, C_ ("time since the start", "At"), _ ("Length"), _ ("Step"), _ ("Cue"),
                 _ ("Place"));
  for (gsize i = 0; i < n_cues; i++)
    {
      g_autofree char *at = format_position (cues[i].onset);
      g_autofree char *length = format_position (cues[i].length);
      g_autofree char *step = g_strdup_printf ("%d", cues[i].step + 1);

      cli_table_add (table, at, length, step, legato_cue_kind_to_id (cues[i].kind),
                     get_place (&cues[i]));
    }
  cli_table_print (table);
}

static void
print (LegatoPlan *plan, const CliRequest *request, gboolean json)
{
  g_autoptr (LegatoTimeline) timeline = legato_timeline_new (plan, 0);

  if (json)
    print_timeline_json (timeline);
  else
    print_timeline (timeline);
}

CliStatus
cli_run_timeline (const CliCommand *self, int argc, char **argv)
{
  return cli_request_run (self, argc, argv, print);
}
