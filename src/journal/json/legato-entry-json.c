/* legato-entry-json.c
 *
 * The same entry always gives the same bytes, whichever computer writes it: members stand in one
 * order, without spaces, and times are UTC to the microsecond. So two versions of an entry that
 * were changed at the same time can be put into an order that all computers agree on.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-journal"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "legato-entry-json.h"
#include "legato-journal-error.h"

/* More than any session, and any person, needs; a longer list is a broken file. */
#define MAX_ITEMS 10000

/* Of arrays and objects within each other; an entry has four. */
#define MAX_DEPTH 16

/* A week in milliseconds: more than any step lasts. */
#define MAX_MS (7 * 86400 * (gint64) 1000)

/** Writes @us, 0 to %LEGATO_TIME_MAX_US, as UTC of ISO 8601. */
void
legato_time_format_us (gint64 us, char text[LEGATO_TIME_SIZE])
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (us / G_USEC_PER_SEC);

  g_snprintf (text, LEGATO_TIME_SIZE, "%04d-%02d-%02dT%02d:%02d:%02d.%06dZ",
              g_date_time_get_year (time), g_date_time_get_month (time),
              g_date_time_get_day_of_month (time), g_date_time_get_hour (time),
              g_date_time_get_minute (time), g_date_time_get_second (time),
              (int) (us % G_USEC_PER_SEC));
}

/** Returns: whether @text is just what legato_time_format_us() writes, then given in @us */
gboolean
legato_time_parse_us (const char *text, gint64 *us)
{
  g_autoptr (GDateTime) time = NULL;
  char again[LEGATO_TIME_SIZE];
  int year, month, day, hour, minute, second, micro;

  if (strlen (text) != LEGATO_TIME_SIZE - 1
      || sscanf (text, "%4d-%2d-%2dT%2d:%2d:%2d.%6dZ", &year, &month, &day, &hour, &minute, &second,
                 &micro)
             != 7)
    return FALSE;
  time = g_date_time_new_utc (year, month, day, hour, minute, second);
  if (time == NULL || g_date_time_to_unix (time) < 0 || micro < 0)
    return FALSE;
  *us = g_date_time_to_unix (time) * G_USEC_PER_SEC + micro;
  legato_time_format_us (*us, again);
  return g_str_equal (again, text);
}

/** Returns: microseconds since 1970, which are negative before */
gint64
legato_time_to_us (GDateTime *time)
{
  return g_date_time_to_unix (time) * G_USEC_PER_SEC + g_date_time_get_microsecond (time);
}

/** Returns: (transfer full): the time at a place that is @utc_offset_s seconds ahead of UTC */
GDateTime *
legato_time_from_us (gint64 us, int utc_offset_s)
{
  g_autoptr (GDateTime) second = g_date_time_new_from_unix_utc (us / G_USEC_PER_SEC);
  g_autoptr (GDateTime) time = g_date_time_add (second, us % G_USEC_PER_SEC);
  g_autoptr (GTimeZone) zone = NULL;

  if (utc_offset_s == 0)
    return g_steal_pointer (&time);
  zone = g_time_zone_new_offset (utc_offset_s);
  return g_date_time_to_timezone (time, zone);
}

/** Appends @text as a JSON string, quotes included. */
void
legato_json_append_string (GString *json, const char *text)
{
  g_string_append_c (json, '"');
  for (const char *c = text; *c != '\0'; c++)
    {
      if (*c == '"' || *c == '\\')
        g_string_append_c (json, '\\');
      if ((guchar) *c >= 0x20)
        g_string_append_c (json, *c);
      else if (*c == '\n')
        g_string_append (json, "\\n");
      else
        g_string_append_printf (json, "\\u%04x", *c);
    }
  g_string_append_c (json, '"');
}

static void
append_name (GString *json, const char *name)
{
  char last = json->str[json->len - 1];

  if (last != '{' && last != '[')
    g_string_append_c (json, ',');
  if (name != NULL)
    g_string_append_printf (json, "\"%s\":", name);
}

/* What is %NULL is left out. */
static void
append_text (GString *json, const char *name, const char *value)
{
  if (value == NULL)
    return;
  append_name (json, name);
  legato_json_append_string (json, value);
}

static void
append_int (GString *json, const char *name, gint64 value)
{
  append_name (json, name);
  g_string_append_printf (json, "%" G_GINT64_FORMAT, value);
}

/* What is %FALSE is left out. */
static void
append_true (GString *json, const char *name, gboolean value)
{
  if (!value)
    return;
  append_name (json, name);
  g_string_append (json, "true");
}

static void
append_time (GString *json, const char *name, GDateTime *time)
{
  char text[LEGATO_TIME_SIZE];

  if (time == NULL)
    return;
  legato_time_format_us (legato_time_to_us (time), text);
  append_text (json, name, text);
}

static void
append_strv (GString *json, const char *name, GStrv values)
{
  append_name (json, name);
  g_string_append_c (json, '[');
  for (gsize i = 0; values[i] != NULL; i++)
    append_text (json, NULL, values[i]);
  g_string_append_c (json, ']');
}

typedef void (*AppendItem) (GString *json, gconstpointer item);

static void
append_items (GString *json, const char *name, GPtrArray *items, AppendItem append)
{
  append_name (json, name);
  g_string_append_c (json, '[');
  for (guint i = 0; i < items->len; i++)
    {
      append_name (json, NULL);
      g_string_append_c (json, '{');
      append (json, g_ptr_array_index (items, i));
      g_string_append_c (json, '}');
    }
  g_string_append_c (json, ']');
}

static void
append_step (GString *json, gconstpointer item)
{
  const LegatoDoneStep *step = item;

  append_int (json, "index", step->index);
  append_text (json, "leg", legato_leg_to_id (step->leg));
  append_text (json, "technique", step->technique);
  append_text (json, "pressure", legato_pressure_to_id (step->pressure));
  append_strv (json, "zones", step->zones);
  append_int (json, "planned_ms", step->planned_ms);
  append_int (json, "done_ms", step->done_ms);
}

static void
append_rating (GString *json, gconstpointer item)
{
  const LegatoRating *rating = item;

  append_text (json, "zone", rating->zone);
  append_text (json, "leg", legato_leg_to_id (rating->leg));
  append_text (json, "moment", legato_moment_to_id (rating->moment));
  append_int (json, "value", rating->value);
  append_int (json, "anchors", rating->anchors);
  append_true (json, "late", rating->late);
}

static void
append_feeling (GString *json, gconstpointer item)
{
  const LegatoFeeling *feeling = item;

  append_text (json, "id", feeling->id);
  append_text (json, "leg", legato_leg_to_id (feeling->leg));
  append_int (json, "value", feeling->value);
}

static void
append_girth (GString *json, gconstpointer item)
{
  const LegatoGirth *girth = item;

  append_text (json, "place", legato_girth_place_to_id (girth->place));
  append_text (json, "leg", legato_leg_to_id (girth->leg));
  append_int (json, "mm", girth->mm);
}

static void
append_follow_up (GString *json, gconstpointer item)
{
  const LegatoFollowUp *follow_up = item;

  append_text (json, "moment", legato_moment_to_id (follow_up->moment));
  append_text (json, "compared", legato_compared_to_id (follow_up->compared));
  append_true (json, "late", follow_up->late);
}

/** Appends all of @self as one object. */
void
legato_entry_append_json (const LegatoEntry *self, GString *json)
{
  g_string_append_c (json, '{');
  append_text (json, "uuid", self->uuid);
  append_text (json, "kind", legato_entry_kind_to_id (self->kind));
  append_time (json, "at", self->at);
  append_int (json, "utc_offset_s", g_date_time_get_utc_offset (self->at) / G_USEC_PER_SEC);
  append_time (json, "recorded", self->recorded_at);
  append_time (json, "edited", self->edited_at);
  append_time (json, "deleted", self->deleted_at);
  append_true (json, "late", self->late);
  append_true (json, "told", self->unguided);
  append_text (json, "routine", self->routine);
  append_text (json, "goal", self->goal);
  append_text (json, "zone", self->zone);
  append_text (json, "leg", legato_leg_to_id (self->leg));
  append_int (json, "planned_s", self->planned_s);
  append_int (json, "done_s", self->done_s);
  append_true (json, "completed", self->completed);
  append_text (json, "note", self->note);
  append_strv (json, "tags", self->tags);
  append_strv (json, "reasons", self->reasons);
  append_items (json, "steps", self->steps, append_step);
  append_items (json, "ratings", self->ratings, append_rating);
  append_items (json, "feelings", self->feelings, append_feeling);
  append_items (json, "girths", self->girths, append_girth);
  /* Left out where there are none, so that an older Legato can read the document. */
  if (self->follow_ups->len > 0)
    append_items (json, "follow_ups", self->follow_ups, append_follow_up);
  g_string_append_c (json, '}');
}

/** Returns: (transfer full): all of @self as one object */
char *
legato_entry_to_json (const LegatoEntry *self)
{
  GString *json = g_string_new (NULL);

  legato_entry_append_json (self, json);
  return g_string_free (json, FALSE);
}

/* Reads members of @object; the first that is wrong is told, and ends it. */
typedef struct
{
  JsonObject *object;
  GError **error;
  gboolean failed;
} Reader;

static void
refuse (Reader *self, const char *name)
{
  if (!self->failed)
    g_set_error (self->error, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_INVALID,
                 /* Translators: the name of a field in a JSON file */
                 _ ("“%s” is missing or not as it should be."), name);
  self->failed = TRUE;
}

static JsonNode *
get_value (Reader *self, const char *name, GType type)
{
  JsonNode *node = json_object_get_member (self->object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == type
             ? node
             : NULL;
}

/* @fallback: for a member that is not there; %NULL if it has to be */
static const char *
read_text (Reader *self, const char *name, gsize max, const char *fallback)
{
  JsonNode *node = get_value (self, name, G_TYPE_STRING);
  const char *text = node != NULL ? json_node_get_string (node) : NULL;

  if (fallback != NULL && !json_object_has_member (self->object, name))
    return fallback;
  if (text == NULL || strlen (text) > max)
    {
      refuse (self, name);
      return "";
    }
  return text;
}

static const char *
read_word (Reader *self, const char *name)
{
  const char *word = read_text (self, name, LEGATO_NOTE_MAX_BYTES, NULL);

  if (*word == '\0')
    refuse (self, name);
  return word;
}

static char *
read_optional_word (Reader *self, const char *name)
{
  return json_object_has_member (self->object, name) ? g_strdup (read_word (self, name)) : NULL;
}

static gint64
read_int (Reader *self, const char *name, gint64 min, gint64 max)
{
  JsonNode *node = get_value (self, name, G_TYPE_INT64);
  gint64 value = node != NULL ? json_node_get_int (node) : min;

  if (node == NULL || value < min || value > max)
    {
      refuse (self, name);
      return min;
    }
  return value;
}

static gboolean
read_true (Reader *self, const char *name)
{
  JsonNode *node = get_value (self, name, G_TYPE_BOOLEAN);

  if (json_object_has_member (self->object, name) && node == NULL)
    refuse (self, name);
  return node != NULL && json_node_get_boolean (node);
}

static gint64
read_time (Reader *self, const char *name)
{
  gint64 us = 0;

  if (!legato_time_parse_us (read_text (self, name, LEGATO_TIME_SIZE, NULL), &us))
    refuse (self, name);
  return us;
}

static LegatoLeg
read_leg (Reader *self, gboolean may_be_both)
{
  LegatoLeg leg = LEGATO_LEG_LEFT;

  if (!legato_leg_from_id (read_word (self, "leg"), &leg)
      || (leg == LEGATO_LEG_BOTH && !may_be_both))
    {
      refuse (self, "leg");
      return LEGATO_LEG_LEFT;
    }
  return leg;
}

static JsonArray *
read_array (Reader *self, const char *name)
{
  JsonNode *node = json_object_get_member (self->object, name);
  JsonArray *array =
      node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  if (array == NULL || json_array_get_length (array) > MAX_ITEMS)
    {
      refuse (self, name);
      return NULL;
    }
  return array;
}

static GStrv
read_strv (Reader *self, const char *name)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  JsonArray *array = read_array (self, name);

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      const char *word = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;

      if (word == NULL || *word == '\0' || strlen (word) > LEGATO_NOTE_MAX_BYTES)
        refuse (self, name);
      else
        g_strv_builder_add (builder, word);
    }
  return g_strv_builder_end (builder);
}

typedef void (*ReadItem) (Reader *reader, LegatoEntry *entry);

static void
read_items (Reader *self, const char *name, LegatoEntry *entry, ReadItem read)
{
  JsonArray *array = read_array (self, name);

  for (guint i = 0; array != NULL && !self->failed && i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      Reader item = { NULL, self->error, FALSE };

      if (JSON_NODE_HOLDS_OBJECT (node))
        {
          item.object = json_node_get_object (node);
          read (&item, entry);
          self->failed = item.failed;
        }
      else
        refuse (self, name);
    }
}

static void
read_step (Reader *self, LegatoEntry *entry)
{
  g_auto (GStrv) zones = read_strv (self, "zones");
  LegatoPressure pressure = LEGATO_PRESSURE_LIGHT;

  if (!legato_pressure_from_id (read_word (self, "pressure"), &pressure))
    refuse (self, "pressure");
  legato_entry_add_step (entry, (guint) read_int (self, "index", 0, MAX_ITEMS),
                         read_leg (self, TRUE), read_word (self, "technique"),
                         (const char *const *) zones, pressure,
                         (guint) read_int (self, "planned_ms", 0, MAX_MS),
                         (guint) read_int (self, "done_ms", 0, MAX_MS));
}

static void
read_rating (Reader *self, LegatoEntry *entry)
{
  LegatoMoment moment = LEGATO_MOMENT_CHECK_IN;
  guint n_before = entry->ratings->len;
  LegatoRating *rating = NULL;

  if (!legato_moment_from_id (read_word (self, "moment"), &moment))
    refuse (self, "moment");
  legato_entry_add_rating (entry, read_word (self, "zone"), read_leg (self, FALSE), moment,
                           (guint) read_int (self, "value", 0, LEGATO_RATING_MAX));
  if (entry->ratings->len == n_before)
    {
      refuse (self, "ratings");
      return;
    }
  rating = g_ptr_array_index (entry->ratings, n_before);
  rating->anchors = (guint) read_int (self, "anchors", 1, G_MAXINT);
  rating->late = read_true (self, "late");
}

static void
read_feeling (Reader *self, LegatoEntry *entry)
{
  guint n_before = entry->feelings->len;

  legato_entry_add_feeling (entry, read_word (self, "id"), read_leg (self, TRUE),
                            (guint) read_int (self, "value", 0, LEGATO_RATING_MAX));
  if (entry->feelings->len == n_before)
    refuse (self, "feelings");
}

static void
read_girth (Reader *self, LegatoEntry *entry)
{
  LegatoGirthPlace place = LEGATO_GIRTH_ANKLE;
  guint n_before = entry->girths->len;

  if (!legato_girth_place_from_id (read_word (self, "place"), &place))
    refuse (self, "place");
  legato_entry_add_girth (entry, place, read_leg (self, FALSE),
                          (guint) read_int (self, "mm", LEGATO_GIRTH_MIN_MM, LEGATO_GIRTH_MAX_MM));
  if (entry->girths->len == n_before)
    refuse (self, "girths");
}

static void
read_follow_up (Reader *self, LegatoEntry *entry)
{
  LegatoMoment moment = LEGATO_MOMENT_BEFORE;
  LegatoCompared compared = LEGATO_COMPARED_SAME;

  if (!legato_moment_from_id (read_word (self, "moment"), &moment)
      || (moment != LEGATO_MOMENT_NEXT_DAY && moment != LEGATO_MOMENT_SECOND_DAY)
      || legato_entry_find_follow_up (entry, moment) != NULL)
    refuse (self, "moment");
  else if (!legato_compared_from_id (read_word (self, "compared"), &compared))
    refuse (self, "compared");
  else
    legato_entry_add_follow_up (entry, moment, compared, read_true (self, "late"));
}

static LegatoEntry *
read_entry (Reader *self)
{
  LegatoEntryKind kind = LEGATO_ENTRY_SESSION;
  g_autoptr (LegatoEntry) entry = NULL;
  g_autoptr (GDateTime) at = NULL;
  g_auto (GStrv) tags = NULL;

  if (!legato_entry_kind_from_id (read_word (self, "kind"), &kind))
    refuse (self, "kind");
  at = legato_time_from_us (
      read_time (self, "at"),
      (int) read_int (self, "utc_offset_s", -LEGATO_OFFSET_MAX_S, LEGATO_OFFSET_MAX_S));
  entry = legato_entry_new_written (kind, at, g_ascii_strdown (read_word (self, "uuid"), -1),
                                    legato_time_from_us (read_time (self, "recorded"), 0),
                                    legato_time_from_us (read_time (self, "edited"), 0));
  if (!g_uuid_string_is_valid (entry->uuid))
    refuse (self, "uuid");
  if (json_object_has_member (self->object, "deleted"))
    entry->deleted_at = legato_time_from_us (read_time (self, "deleted"), 0);
  entry->late = read_true (self, "late");
  entry->unguided = read_true (self, "told");
  entry->routine = read_optional_word (self, "routine");
  entry->goal = read_optional_word (self, "goal");
  entry->zone = read_optional_word (self, "zone");
  entry->leg = read_leg (self, TRUE);
  entry->planned_s = (guint) read_int (self, "planned_s", 0, MAX_MS / 1000);
  entry->done_s = (guint) read_int (self, "done_s", 0, MAX_MS / 1000);
  entry->completed = read_true (self, "completed");
  g_free (entry->note);
  entry->note = g_strdup (read_text (self, "note", LEGATO_NOTE_MAX_BYTES, ""));
  tags = read_strv (self, "tags");
  for (gsize i = 0; tags[i] != NULL; i++)
    legato_entry_add_tag (entry, tags[i]);
  if (g_strv_length (tags) != g_strv_length (entry->tags))
    refuse (self, "tags");
  g_strfreev (entry->reasons);
  entry->reasons = read_strv (self, "reasons");
  read_items (self, "steps", entry, read_step);
  read_items (self, "ratings", entry, read_rating);
  read_items (self, "feelings", entry, read_feeling);
  read_items (self, "girths", entry, read_girth);
  if (json_object_has_member (self->object, "follow_ups"))
    read_items (self, "follow_ups", entry, read_follow_up);
  return self->failed ? NULL : g_steal_pointer (&entry);
}

/* Whether @json nests no deeper than an entry does, and in @is_alone whether nothing but one object
 * or array stands in it. The parser would follow any depth, and of several values in a row it
 * would keep the last and lose the memory of the others. */
static gboolean
is_shallow (const char *json, gsize length, gboolean *is_alone)
{
  int depth = 0;
  guint n_values = 0;
  gboolean in_string = FALSE;

  *is_alone = TRUE;
  for (gsize i = 0; i < length && depth <= MAX_DEPTH; i++)
    {
      if (in_string && json[i] == '\\')
        i++;
      else if (json[i] == '"')
        in_string = !in_string;
      else if (!in_string && (json[i] == '{' || json[i] == '['))
        n_values += depth++ == 0;
      else if (!in_string && (json[i] == '}' || json[i] == ']'))
        depth--;
      else if (depth == 0 && !g_ascii_isspace (json[i]))
        *is_alone = FALSE;
    }
  *is_alone = *is_alone && n_values == 1;
  return depth <= MAX_DEPTH;
}

/**
 * legato_json_parse:
 * @length: bytes of @json
 *
 * Returns: (transfer full): what has read @json, an object at its root, or %NULL with
 *   %LEGATO_JOURNAL_ERROR_INVALID
 */
JsonParser *
legato_json_parse (const char *json, gsize length, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) reason = NULL;
  gboolean is_alone = FALSE;
  JsonNode *root = NULL;

  if (!g_utf8_validate_len (json, length, NULL) || !is_shallow (json, length, &is_alone))
    {
      g_set_error_literal (error, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_INVALID,
                           _ ("An entry is no text in UTF-8, or nested too deeply."));
      return NULL;
    }
  if (is_alone && !json_parser_load_from_data (parser, json, (gssize) length, &reason))
    {
      /* It quotes bytes of the file, which may be half of a character. */
      g_autofree char *words = g_utf8_make_valid (reason->message, -1);

      g_set_error (error, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_INVALID,
                   _ ("This is no JSON (%s)."), words);
      return NULL;
    }
  root = is_alone ? json_parser_get_root (parser) : NULL;
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      g_set_error_literal (error, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_INVALID,
                           _ ("An entry has to be a JSON object."));
      return NULL;
    }
  return g_steal_pointer (&parser);
}

/**
 * legato_entry_from_object:
 *
 * Members that it does not know are left out.
 *
 * Returns: (transfer full): the entry, or %NULL with %LEGATO_JOURNAL_ERROR_INVALID
 */
LegatoEntry *
legato_entry_from_object (JsonObject *object, GError **error)
{
  Reader reader = { object, error, FALSE };

  return read_entry (&reader);
}
