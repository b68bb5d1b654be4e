/* cli-guide.c: the commands routines, zones and techniques
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-cli"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli.h"
#include "legato-planner.h"

/* A list of the guide: printed as JSON or as a table. */
typedef struct
{
  const char *name;
  void (*add_json) (JsonBuilder *builder, LegatoGuide *guide);
  void (*print) (LegatoGuide *guide);
} List;

static void
add_text (JsonBuilder *builder, const char *name, const LegatoText *text)
{
  json_builder_set_member_name (builder, name);
  if (text->text == NULL)
    {
      json_builder_add_null_value (builder);
      return;
    }
  json_builder_begin_object (builder);
  cli_add_string (builder, "text", text->text);
  cli_add_string (builder, "source", text->source);
  json_builder_end_object (builder);
}

/* The lengths a routine is offered at, as "15, 20, 30 min"; how long the steps of an own one last,
 * "4:20" where they fill no whole minutes. */
static char *
format_minutes (const LegatoRoutine *routine)
{
  g_autoptr (GString) list = g_string_new (NULL);

  if (routine->own && legato_routine_get_seconds (routine) % 60 != 0)
    return cli_format_seconds (legato_routine_get_seconds (routine));
  if (routine->own)
    g_string_append_printf (list, "%u", routine->own_minutes);
  for (guint i = 0; routine->minutes[i] != 0; i++)
    g_string_append_printf (list, "%s%u", i > 0 ? ", " : "", routine->minutes[i]);
  /* Translators: a list of lengths, as in "15, 20, 30 min" */
  return g_strdup_printf (_ ("%s min"), list->str);
}

static void
add_routines (JsonBuilder *builder, LegatoGuide *guide)
{
  g_autoptr (GPtrArray) routines = cli_dup_routines (guide);

  for (guint i = 0; i < routines->len; i++)
    {
      const LegatoRoutine *routine = g_ptr_array_index (routines, i);
      g_auto (GStrv) tools = legato_routine_dup_tools (routine);

      json_builder_begin_object (builder);
      cli_add_string (builder, "id", routine->id);
      cli_add_string (builder, "name", routine->name);
      cli_add_string (builder, "summary", routine->summary);
      cli_add_string (builder, "source", routine->source);
      cli_begin_array (builder, "minutes");
      for (guint m = 0; routine->minutes[m] != 0; m++)
        json_builder_add_int_value (builder, routine->minutes[m]);
      json_builder_end_array (builder);
      cli_add_int (builder, "own_minutes", routine->own_minutes);
      cli_begin_array (builder, "tools");
      for (guint t = 0; tools[t] != NULL; t++)
        json_builder_add_string_value (builder, tools[t]);
      json_builder_end_array (builder);
      json_builder_end_object (builder);
    }
}

static void
print_routines (LegatoGuide *guide)
{
  g_autoptr (CliTable) table = cli_table_new (4);
  g_autoptr (GPtrArray) routines = cli_dup_routines (guide);

  for (guint i = 0; i < routines->len; i++)
    {
      const LegatoRoutine *routine = g_ptr_array_index (routines, i);
      g_auto (GStrv) tools = legato_routine_dup_tools (routine);
      g_autofree char *needs = g_strjoinv (", ", tools);
      g_autofree char *minutes = format_minutes (routine);
      /* Translators: the ids of tools, as in "needs roller, ball" */
      g_autofree char *note = g_strdup_printf (*needs != '\0' ? _ ("needs %s") : "%s", needs);

      cli_table_add (table, routine->id, routine->name, minutes, note);
    }
  cli_table_print (table);
}

static void
add_views (JsonBuilder *builder, guint views)
{
  cli_begin_array (builder, "views");
  for (guint view = LEGATO_VIEW_FRONT; view <= LEGATO_VIEW_LAST; view <<= 1)
    if (views & view)
      json_builder_add_string_value (builder, legato_view_to_id ((LegatoView) view));
  json_builder_end_array (builder);
}

/* From the zone's side @member is "technique", from the technique's side it is "zone". */
static void
add_use (JsonBuilder *builder, const char *member, const char *id, const LegatoUse *use)
{
  json_builder_begin_object (builder);
  cli_add_string (builder, member, id);
  cli_add_string (builder, "pressure", legato_pressure_to_id (use->pressure));
  cli_add_boolean (builder, "lifted", use->lifted);
  json_builder_end_object (builder);
}

static void
add_zones (JsonBuilder *builder, LegatoGuide *guide)
{
  GPtrArray *zones = legato_guide_get_zones (guide);

  for (guint i = 0; i < zones->len; i++)
    {
      const LegatoZone *zone = g_ptr_array_index (zones, i);

      json_builder_begin_object (builder);
      cli_add_string (builder, "id", zone->id);
      cli_add_string (builder, "name", zone->name);
      cli_add_int (builder, "rank", zone->rank);
      cli_add_int (builder, "from", zone->from);
      cli_add_int (builder, "to", zone->to);
      add_views (builder, zone->views);
      cli_add_string (builder, "pressure", legato_pressure_to_id (zone->max_pressure));
      cli_add_boolean (builder, "bony", zone->bony);
      cli_add_boolean (builder, "lift_over", zone->lift_over);
      cli_add_boolean (builder, "it_band", zone->it_band);
      add_text (builder, "place", &zone->place);
      add_text (builder, "caution", &zone->caution);
      cli_begin_array (builder, "techniques");
      for (guint u = 0; u < zone->uses->len; u++)
        {
          const LegatoUse *use = g_ptr_array_index (zone->uses, u);

          add_use (builder, "technique", use->technique->id, use);
        }
      json_builder_end_array (builder);
      json_builder_end_object (builder);
    }
}

static void
print_zones (LegatoGuide *guide)
{
  g_autoptr (CliTable) table = cli_table_new (3);
  GPtrArray *zones = legato_guide_get_zones (guide);

  for (guint i = 0; i < zones->len; i++)
    {
      const LegatoZone *zone = g_ptr_array_index (zones, i);

      cli_table_add (table, zone->id, zone->name,
                     zone->lift_over ? _ ("Lift over")
                                     : legato_pressure_get_name (zone->max_pressure));
    }
  cli_table_print (table);
}

static const char *
kind_to_id (LegatoTechniqueKind kind)
{
  switch (kind)
    {
    case LEGATO_TECHNIQUE_HANDS:
      return "hands";
    case LEGATO_TECHNIQUE_TOOL:
      return "tool";
    case LEGATO_TECHNIQUE_EXERCISE:
      return "exercise";
    }
  g_return_val_if_reached ("");
}

static void
add_technique (JsonBuilder *builder, const LegatoTechnique *technique)
{
  json_builder_begin_object (builder);
  cli_add_string (builder, "id", technique->id);
  cli_add_string (builder, "name", technique->name);
  cli_add_string (builder, "other_name", technique->other_name);
  cli_add_string (builder, "kind", kind_to_id (technique->kind));
  cli_add_string (builder, "tool", technique->tool);
  cli_add_string (builder, "travel", legato_travel_to_id (technique->travel));
  cli_add_int (builder, "beat_ms", technique->beat_ms);
  cli_add_int (builder, "hold_min_seconds", technique->hold_min_s);
  cli_add_int (builder, "hold_max_seconds", technique->hold_max_s);
  cli_add_int (builder, "max_seconds", technique->max_s);
  add_text (builder, "how", &technique->how);
  add_text (builder, "why", &technique->why);
  add_text (builder, "caution", &technique->caution);
  add_text (builder, "pressure", &technique->pressure);
  add_text (builder, "tempo", &technique->tempo);
  add_text (builder, "dose", &technique->dose);
  cli_begin_array (builder, "zones");
  for (guint u = 0; u < technique->uses->len; u++)
    {
      const LegatoUse *use = g_ptr_array_index (technique->uses, u);

      add_use (builder, "zone", use->zone->id, use);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

/* Exercises too, so that every id in a plan can be looked up here. */
static void
add_techniques (JsonBuilder *builder, LegatoGuide *guide)
{
  GPtrArray *techniques = legato_guide_get_techniques (guide);
  GPtrArray *exercises = legato_guide_get_exercises (guide);

  for (guint i = 0; i < techniques->len; i++)
    add_technique (builder, g_ptr_array_index (techniques, i));
  for (guint i = 0; i < exercises->len; i++)
    add_technique (builder, g_ptr_array_index (exercises, i));
}

static void
tabulate_techniques (CliTable *table, GPtrArray *techniques)
{
  for (guint i = 0; i < techniques->len; i++)
    {
      const LegatoTechnique *technique = g_ptr_array_index (techniques, i);

      cli_table_add (table, technique->id, technique->name,
                     technique->tempo.text != NULL ? technique->tempo.text : "");
    }
}

static void
print_techniques (LegatoGuide *guide)
{
  g_autoptr (CliTable) table = cli_table_new (3);

  tabulate_techniques (table, legato_guide_get_techniques (guide));
  tabulate_techniques (table, legato_guide_get_exercises (guide));
  cli_table_print (table);
}

static CliStatus
run_list (const CliCommand *command, const List *list, int argc, char **argv)
{
  g_autoptr (CliOptions) options = cli_options_new (command);
  g_autoptr (LegatoGuide) guide = NULL;
  g_autoptr (GError) error = NULL;
  gboolean json = FALSE;
  CliStatus status = CLI_DONE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Print everything that is known, as JSON"),
      NULL },
    { NULL },
  };

  cli_options_add (options, entries);
  if (!cli_options_parse (options, argc, argv, 0, &status))
    return status;

  guide = cli_load_guide (&error);
  if (guide == NULL)
    return cli_fail_with (CLI_FAILED, error);

  if (json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      cli_begin_array (builder, list->name);
      list->add_json (builder, guide);
      json_builder_end_array (builder);
      json_builder_end_object (builder);
      cli_print_json (builder);
    }
  else
    list->print (guide);
  return CLI_DONE;
}

CliStatus
cli_run_routines (const CliCommand *self, int argc, char **argv)
{
  const List list = { "routines", add_routines, print_routines };

  return run_list (self, &list, argc, argv);
}

CliStatus
cli_run_zones (const CliCommand *self, int argc, char **argv)
{
  const List list = { "zones", add_zones, print_zones };

  return run_list (self, &list, argc, argv);
}

CliStatus
cli_run_techniques (const CliCommand *self, int argc, char **argv)
{
  const List list = { "techniques", add_techniques, print_techniques };

  return run_list (self, &list, argc, argv);
}
