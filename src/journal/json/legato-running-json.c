/* legato-running-json.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-journal"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "legato-running-json.h"

/* More steps than any plan of half an hour has. */
#define MAX_STEPS 1000

/* A day: more than any step, rest or plan lasts. */
#define MAX_SECONDS 86400
#define MAX_NS (MAX_SECONDS * (gint64) 1000000000)

static void
add_string (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  if (value != NULL)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

static void
add_int (JsonBuilder *builder, const char *name, gint64 value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

static void
add_strings (JsonBuilder *builder, const char *name, GStrv values)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (char **value = values; *value != NULL; value++)
    json_builder_add_string_value (builder, *value);
  json_builder_end_array (builder);
}

static void
add_step (JsonBuilder *builder, const LegatoRunningStep *step)
{
  json_builder_begin_object (builder);
  add_string (builder, "leg", legato_leg_to_id (step->leg));
  add_string (builder, "phase", legato_phase_to_id (step->phase));
  add_string (builder, "technique", step->technique);
  add_strings (builder, "zones", step->zones);
  add_strings (builder, "reasons", step->reasons);
  add_string (builder, "pressure", legato_pressure_to_id (step->pressure));
  add_int (builder, "brisk", step->brisk);
  add_int (builder, "seconds", step->seconds);
  add_int (builder, "done_ns", step->done_ns);
  add_int (builder, "spent_ns", step->spent_ns);
  json_builder_end_object (builder);
}

/**
 * legato_running_to_json:
 *
 * Returns: (transfer full): all of @self but its UUID and times, which have columns of their own
 */
char *
legato_running_to_json (const LegatoRunning *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  add_string (builder, "routine", self->routine);
  add_string (builder, "goal", self->goal);
  add_string (builder, "zone", self->zone);
  add_string (builder, "leg", legato_leg_to_id (self->leg));
  add_int (builder, "planned_s", self->planned_s);
  add_int (builder, "first", self->first);
  add_int (builder, "position_ns", self->position_ns);
  add_int (builder, "tempo", self->tempo);
  add_int (builder, "rest_s", self->rest_s);
  add_int (builder, "completed", self->completed);
  json_builder_set_member_name (builder, "steps");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->steps->len; i++)
    add_step (builder, g_ptr_array_index (self->steps, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);

  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}

/* (nullable): %NULL where there is no text; *@ok is cleared if there is something else, or if there
 * must be one. */
static const char *
get_string (JsonObject *object, const char *name, gboolean needed, gboolean *ok)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node != NULL && JSON_NODE_HOLDS_VALUE (node)
      && json_node_get_value_type (node) == G_TYPE_STRING)
    return json_node_get_string (node);
  if (needed || (node != NULL && !JSON_NODE_HOLDS_NULL (node)))
    *ok = FALSE;
  return NULL;
}

static gint64
get_int (JsonObject *object, const char *name, gint64 most, gboolean *ok)
{
  JsonNode *node = json_object_get_member (object, name);
  gint64 value = 0;

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node)
      || json_node_get_value_type (node) != G_TYPE_INT64)
    {
      *ok = FALSE;
      return 0;
    }
  value = json_node_get_int (node);
  if (value < 0 || value > most)
    *ok = FALSE;
  return value;
}

static JsonArray *
get_array (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

/* Returns: (transfer full) (nullable): %NULL if it holds anything but text */
static GStrv
dup_strings (JsonArray *array)
{
  g_autoptr (GStrvBuilder) strings = g_strv_builder_new ();

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
        return NULL;
      g_strv_builder_add (strings, json_node_get_string (node));
    }
  return g_strv_builder_end (strings);
}

/* What an earlier version did not write yet. */
static gboolean
read_why (LegatoRunningStep *step, JsonObject *object, GStrv *reasons)
{
  JsonArray *array = get_array (object, "reasons");
  gboolean ok = TRUE;

  if (!json_object_has_member (object, "reasons"))
    return TRUE;
  *reasons = array != NULL ? dup_strings (array) : NULL;
  step->reasons = *reasons;
  step->brisk = get_int (object, "brisk", 1, &ok) == 1;
  return ok && *reasons != NULL;
}

static gboolean
read_step (LegatoRunning *self, JsonNode *node)
{
  g_auto (GStrv) zones = NULL;
  g_auto (GStrv) reasons = NULL;
  LegatoRunningStep step = { 0 };
  JsonObject *object = NULL;
  JsonArray *array = NULL;
  gboolean ok = TRUE;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return FALSE;
  object = json_node_get_object (node);
  array = get_array (object, "zones");
  ok = array != NULL && legato_leg_from_id (get_string (object, "leg", TRUE, &ok), &step.leg)
       && legato_phase_from_id (get_string (object, "phase", TRUE, &ok), &step.phase)
       && legato_pressure_from_id (get_string (object, "pressure", TRUE, &ok), &step.pressure);
  if (!ok)
    return FALSE;

  zones = dup_strings (array);
  if (zones == NULL || !read_why (&step, object, &reasons))
    return FALSE;
  step.zones = zones;
  step.technique = (char *) get_string (object, "technique", TRUE, &ok);
  step.seconds = (guint) get_int (object, "seconds", MAX_SECONDS, &ok);
  step.done_ns = get_int (object, "done_ns", MAX_NS, &ok);
  step.spent_ns = get_int (object, "spent_ns", MAX_NS, &ok);
  if (ok)
    legato_running_add_step (self, &step);
  return ok;
}

static gboolean
read_session (LegatoRunning *self, JsonObject *object)
{
  JsonArray *steps = get_array (object, "steps");
  gboolean ok = steps != NULL && json_array_get_length (steps) <= MAX_STEPS;

  if (!ok || !legato_leg_from_id (get_string (object, "leg", TRUE, &ok), &self->leg))
    return FALSE;
  self->routine = g_strdup (get_string (object, "routine", FALSE, &ok));
  self->goal = g_strdup (get_string (object, "goal", FALSE, &ok));
  self->zone = g_strdup (get_string (object, "zone", FALSE, &ok));
  self->planned_s = (guint) get_int (object, "planned_s", MAX_SECONDS, &ok);
  self->first = (guint) get_int (object, "first", json_array_get_length (steps), &ok);
  self->position_ns = get_int (object, "position_ns", MAX_NS, &ok);
  self->tempo = (guint) get_int (object, "tempo", 1000, &ok);
  self->rest_s = (guint) get_int (object, "rest_s", MAX_SECONDS, &ok);
  self->completed = get_int (object, "completed", 1, &ok) == 1;
  for (guint i = 0; ok && i < json_array_get_length (steps); i++)
    ok = read_step (self, json_array_get_element (steps, i));
  return ok;
}

/**
 * legato_running_fill_from_json:
 * @self: has its UUID and times, and nothing else yet
 *
 * Returns: %FALSE with %LEGATO_JOURNAL_ERROR_DAMAGED unless @json was made by
 *   legato_running_to_json()
 */
gboolean
legato_running_fill_from_json (LegatoRunning *self, const char *json, GError **error)
{
  g_autoptr (JsonNode) root = json_from_string (json, NULL);

  if (root != NULL && JSON_NODE_HOLDS_OBJECT (root)
      && read_session (self, json_node_get_object (root)))
    return TRUE;
  g_set_error (error, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_DAMAGED,
               _ ("A session that was cut off cannot be read any more."));
  return FALSE;
}
