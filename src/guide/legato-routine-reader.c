/* legato-routine-reader.c: routines from guide files, and own ones from files of their own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-guide"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "legato-guide-private.h"
#include "legato-routine-file.h"

#define FAIL(node, CODE, ...)                                                                      \
  legato_guide_node_fail ((node), LEGATO_GUIDE_ERROR_##CODE, error, __VA_ARGS__)

/* An id of an own routine names its file too. */
#define MAX_ID_LENGTH 64

static gboolean
check_use (const LegatoRoutineStep *step,
           const LegatoZone *zone,
           const LegatoGuideNode *node,
           GError **error)
{
  const LegatoZone *last = step->zones->len > 0 ? step->zones->pdata[step->zones->len - 1] : NULL;
  const LegatoUse *use = legato_zone_find_use (zone, step->technique);

  if (last != NULL && last->rank >= zone->rank)
    return FAIL (node, INVALID, _ ("zones=\"…%s %s…\" do not go from the foot up"), last->id,
                 zone->id);
  if (use == NULL)
    return FAIL (node, INVALID, _ ("technique “%s” is not for zone “%s”"), step->technique->id,
                 zone->id);
  if (!use->lifted && step->pressure > use->pressure)
    return FAIL (node, INVALID, _ ("technique “%s” on zone “%s” allows no more than %s pressure"),
                 step->technique->id, zone->id, legato_pressure_to_id (use->pressure));
  return TRUE;
}

/* What a step of an own routine does to its zones is looked at by the rules, when it is to be
 * started; here it only has to be understood. */
static gboolean
read_step_zones (LegatoGuide *guide,
                 LegatoRoutineStep *step,
                 const LegatoGuideNode *node,
                 gboolean own,
                 GError **error)
{
  g_auto (GStrv) ids = g_strsplit (legato_guide_node_get_attribute (node, "zones"), " ", -1);

  for (gsize i = 0; ids[i] != NULL; i++)
    {
      const LegatoZone *zone = legato_guide_find_zone (guide, ids[i]);

      if (zone == NULL)
        return FAIL (node, REFERENCE, _ ("there is no zone “%s”"), ids[i]);
      if (own && g_ptr_array_find (step->zones, zone, NULL))
        return FAIL (node, INVALID, _ ("zone “%s” is named twice"), zone->id);
      if (!own && !check_use (step, zone, node, error))
        return FALSE;
      g_ptr_array_add (step->zones, (gpointer) zone);
    }
  if (step->zones->len == 0)
    return FAIL (node, INVALID, _ ("zones=\"\" names no zone"));
  if (!own && step->technique->max_s > 0
      && step->seconds > step->technique->max_s * step->zones->len)
    return FAIL (node, INVALID, _ ("technique “%s” allows no more than %u seconds a zone"),
                 step->technique->id, step->technique->max_s);
  return TRUE;
}

/* Tools that may be used in the technique's place, on one of its zones at least. */
static gboolean
read_instead (LegatoGuide *guide,
              LegatoRoutineStep *step,
              const LegatoGuideNode *node,
              GError **error)
{
  const char *attribute = legato_guide_node_get_attribute (node, "instead");
  g_auto (GStrv) ids = NULL;

  if (attribute == NULL)
    return TRUE;
  ids = g_strsplit (attribute, " ", -1);
  for (gsize i = 0; ids[i] != NULL; i++)
    {
      const LegatoTechnique *tool = legato_guide_find_technique (guide, ids[i]);
      gboolean fits = FALSE;

      if (tool == NULL || tool->kind != LEGATO_TECHNIQUE_TOOL)
        return FAIL (node, REFERENCE, _ ("there is no technique “%s”"), ids[i]);
      for (guint z = 0; z < step->zones->len; z++)
        fits |= legato_zone_find_use (step->zones->pdata[z], tool) != NULL;
      if (!fits)
        return FAIL (node, INVALID, _ ("technique “%s” is not for zone “%s”"), ids[i],
                     ((const LegatoZone *) step->zones->pdata[0])->id);
      g_ptr_array_add (step->instead, (gpointer) tool);
    }
  return TRUE;
}

static LegatoRoutineStep *
read_step (LegatoGuide *guide, const LegatoGuideNode *node, gboolean own, GError **error)
{
  const char *phase = legato_guide_node_get_attribute (node, "phase");
  const char *technique = legato_guide_node_get_attribute (node, "technique");
  const char *exercise = legato_guide_node_get_attribute (node, "exercise");
  const char *id = technique != NULL ? technique : exercise;
  gboolean pressed = legato_guide_node_get_attribute (node, "pressure") != NULL;
  gboolean placed = legato_guide_node_get_attribute (node, "zones") != NULL;
  const LegatoTechnique *found = id != NULL ? legato_guide_find_technique (guide, id) : NULL;
  g_autoptr (LegatoRoutineStep) step = NULL;

  if ((technique != NULL) == (exercise != NULL))
    {
      FAIL (node, INVALID, _ ("<step> needs either a technique or an exercise"));
      return NULL;
    }
  if (pressed != (technique != NULL) || placed != (technique != NULL))
    {
      FAIL (node, INVALID, _ ("zones and pressure belong to a technique, and to it only"));
      return NULL;
    }
  if (found == NULL || (found->kind == LEGATO_TECHNIQUE_EXERCISE) != (exercise != NULL))
    {
      if (technique != NULL)
        FAIL (node, REFERENCE, _ ("there is no technique “%s”"), id);
      else
        FAIL (node, REFERENCE, _ ("there is no exercise “%s”"), id);
      return NULL;
    }

  step = legato_routine_step_new (LEGATO_PHASE_WORK, found, LEGATO_PRESSURE_FEATHER, 0);
  if (!legato_phase_from_id (phase, &step->phase))
    {
      FAIL (node, INVALID, _ ("phase=\"%s\" is not warm, work, settle, rest or stretch"), phase);
      return NULL;
    }
  if (!legato_guide_node_read_number (node, "seconds", 1, LEGATO_ROUTINE_MAX_STEP_S, &step->seconds,
                                      error))
    return NULL;
  if (!legato_guide_node_read_number (node, "from-minutes", 1, LEGATO_GUIDE_MAX_MINUTES,
                                      &step->from_minutes, error))
    return NULL;
  if (technique != NULL
      && (!legato_guide_node_read_pressure (node, &step->pressure, error)
          || !legato_guide_node_read_yes (node, "brisk", &step->brisk, error)
          || !read_step_zones (guide, step, node, own, error)
          || (!own && !read_instead (guide, step, node, error))))
    return NULL;
  return g_steal_pointer (&step);
}

/* Adds the steps of <before>, <leg> or <after>, if it is there. */
static gboolean
read_steps (LegatoGuide *guide,
            LegatoRoutine *routine,
            const LegatoGuideNode *routine_node,
            LegatoRoutinePart part,
            GError **error)
{
  static const char *const elements[LEGATO_N_PARTS] = { "before", "leg", "after" };
  const LegatoGuideNode *list = legato_guide_node_get_child (routine_node, elements[part]);

  for (guint i = 0; list != NULL && i < list->children->len; i++)
    {
      const LegatoGuideNode *node = list->children->pdata[i];
      LegatoRoutineStep *step = NULL;

      if (legato_routine_get_n_steps (routine) == LEGATO_ROUTINE_MAX_STEPS)
        return FAIL (node, INVALID, _ ("a routine has no more than %d steps"),
                     LEGATO_ROUTINE_MAX_STEPS);
      step = read_step (guide, node, routine->own, error);
      if (step == NULL)
        return FALSE;
      g_ptr_array_add (legato_routine_get_part (routine, part), step);
      if (step->from_minutes > 0 && !g_str_equal (routine_node->element, "goal"))
        return FAIL (node, INVALID, _ ("from-minutes belongs to the steps of a goal"));
      if (part != LEGATO_PART_LEG && step->technique->kind != LEGATO_TECHNIQUE_EXERCISE)
        return FAIL (node, INVALID, _ ("<%s> can only hold exercises"), elements[part]);
    }
  return TRUE;
}

/* What a person with the tool for it may end with. */
static gboolean
read_closing (LegatoGuide *guide,
              LegatoRoutine *routine,
              const LegatoGuideNode *routine_node,
              GError **error)
{
  const LegatoGuideNode *node = legato_guide_node_get_child (routine_node, "closing");
  const char *id = NULL;
  const LegatoTechnique *technique = NULL;

  if (node == NULL || routine->own)
    return TRUE;
  id = legato_guide_node_get_attribute (node, "technique");
  technique = legato_guide_find_technique (guide, id);
  if (technique == NULL || technique->kind != LEGATO_TECHNIQUE_TOOL)
    return FAIL (node, REFERENCE, _ ("there is no technique “%s”"), id);
  routine->closing =
      legato_routine_step_new (LEGATO_PHASE_REST, technique, LEGATO_PRESSURE_FEATHER, 0);
  return legato_guide_node_read_number (node, "seconds", 1, LEGATO_ROUTINE_MAX_STEP_S,
                                        &routine->closing->seconds, error)
         && legato_guide_node_read_pressure (node, &routine->closing->pressure, error)
         && read_step_zones (guide, routine->closing, node, FALSE, error);
}

/* What to see to before it begins: ids of <item>. An own routine that names none has the usual. */
static gboolean
read_prepare (LegatoGuide *guide,
              LegatoRoutine *routine,
              const LegatoGuideNode *node,
              GError **error)
{
  const char *prepare = legato_guide_node_get_attribute (node, "prepare");
  g_auto (GStrv) ids = g_strsplit (prepare != NULL ? prepare : "", " ", -1);

  routine->prepare = g_strdup (prepare);
  for (gsize i = 0; ids[i] != NULL; i++)
    {
      LegatoChecklistItem *check = NULL;

      for (guint c = 0; check == NULL && c < guide->checks->len; c++)
        if (g_str_equal (((const LegatoChecklistItem *) guide->checks->pdata[c])->id, ids[i]))
          check = guide->checks->pdata[c];
      if (check == NULL)
        return FAIL (node, REFERENCE, "there is no item “%s” to prepare", ids[i]);
      g_ptr_array_add (routine->preparation, &check->text);
    }
  return TRUE;
}

static gboolean
read_manner (LegatoRoutine *routine, const LegatoGuideNode *node, GError **error)
{
  gboolean proximal_first = FALSE;

  if (!legato_guide_node_read_yes (node, "proximal-first", &proximal_first, error)
      || !legato_guide_node_read_yes (node, "partner", &routine->partner, error)
      || !legato_guide_node_read_yes (node, "dressed", &routine->dressed, error)
      || !legato_guide_node_read_yes (node, "no-rest", &routine->no_rest, error))
    return FALSE;
  routine->distal_first = !proximal_first;
  return TRUE;
}

/* The lengths that a routine is offered at, and the one that its steps add up to. */
static gboolean
read_minutes (LegatoRoutine *routine, const LegatoGuideNode *node, GError **error)
{
  const char *attribute = legato_guide_node_get_attribute (node, "minutes");
  g_auto (GStrv) words = g_strsplit (attribute, " ", -1);
  guint n_words = g_strv_length (words);
  guint seconds = legato_routine_get_seconds (routine);
  gboolean offered = FALSE;

  if (!legato_guide_node_read_number (node, "own-minutes", 1, LEGATO_GUIDE_MAX_MINUTES,
                                      &routine->own_minutes, error))
    return FALSE;
  g_free (routine->minutes);
  routine->minutes = g_new0 (guint, n_words + 1);
  for (guint i = 0; i < n_words; i++)
    {
      guint64 number;

      if (!g_ascii_string_to_unsigned (words[i], 10, 1, LEGATO_GUIDE_MAX_MINUTES, &number, NULL)
          || (i > 0 && number <= routine->minutes[i - 1]))
        return FAIL (node, INVALID, _ ("minutes=\"%s\" are not whole, rising numbers from 1 to %d"),
                     attribute, LEGATO_GUIDE_MAX_MINUTES);
      routine->minutes[i] = (guint) number;
      offered |= routine->own_minutes == number;
    }
  if (!offered)
    return FAIL (node, INVALID, _ ("own-minutes=\"%u\" is not among minutes=\"%s\""),
                 routine->own_minutes, attribute);
  if (seconds != routine->own_minutes * 60)
    return FAIL (node, INVALID,
                 _ ("the steps of routine “%s” add up to %u seconds, not to own-minutes=\"%u\""),
                 routine->id, seconds, routine->own_minutes);
  return TRUE;
}

/* A shipped routine is whole; an own one lasts as long as its steps and owes nobody a source. */
static gboolean
check_complete (const LegatoGuideNode *node, GError **error)
{
  static const char *const attributes[] = { "minutes", "own-minutes", "source", "prepare" };

  for (gsize i = 0; i < G_N_ELEMENTS (attributes); i++)
    if (legato_guide_node_get_attribute (node, attributes[i]) == NULL)
      return FAIL (node, INVALID, _ ("<%s> needs the attribute “%s”"), node->element,
                   attributes[i]);
  if (legato_guide_node_get_child (node, "summary") == NULL)
    return FAIL (node, INVALID, _ ("<%s> needs a <%s>"), node->element, "summary");
  return TRUE;
}

/* Words of a person are shown as they are, and are written to a file again: no character in them
 * may turn lines around it or be none in XML. */
static gboolean
check_own_text (const LegatoGuideNode *node, glong most, GError **error)
{
  if (g_utf8_strlen (node->text, -1) > most)
    return FAIL (node, INVALID, _ ("<%s> is longer than %ld characters"), node->element, most);
  for (const char *c = node->text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (g_unichar_iscntrl (character) || character == 0xFFFE || character == 0xFFFF)
        return FAIL (node, INVALID, _ ("<%s> holds a control character"), node->element);
    }
  if (*node->text != '\0' && !legato_routine_text_shows (node->text))
    return FAIL (node, INVALID, _ ("<%s> holds nothing that can be seen"), node->element);
  return TRUE;
}

/* @text stays as it is if there is no such element. */
static gboolean
read_text (const LegatoGuideNode *node,
           const char *element,
           gboolean own,
           glong most,
           char **text,
           GError **error)
{
  const LegatoGuideNode *child = legato_guide_node_get_child (node, element);

  if (child == NULL)
    return TRUE;
  if (own && !check_own_text (child, most, error))
    return FALSE;
  g_free (*text);
  *text = g_strdup (own ? child->text : g_dgettext (GETTEXT_PACKAGE, child->text));
  return TRUE;
}

/* Who gave an own routine, and how often it is to be done. */
static gboolean
read_given (LegatoRoutine *routine, const LegatoGuideNode *routine_node, GError **error)
{
  const LegatoGuideNode *node = legato_guide_node_get_child (routine_node, "given");

  if (node == NULL)
    return TRUE;
  if (!routine->own)
    return FAIL (node, INVALID, _ ("<given> belongs to a routine of your own"));
  if (!legato_guide_node_read_number (node, "times-a-week", 1, LEGATO_ROUTINE_MAX_TIMES,
                                      &routine->times_a_week, error)
      || !read_text (routine_node, "given", TRUE, LEGATO_ROUTINE_MAX_NAME, &routine->given_by,
                     error))
    return FALSE;
  if (*routine->given_by == '\0')
    return FAIL (node, INVALID, _ ("<given> does not say by whom"));
  return TRUE;
}

/**
 * legato_routine_read: reads the <routine> @node
 * @guide: holds its zones and techniques already
 * @own: whether it is a person's own; if not, it has to be whole and to keep every limit
 *
 * Returns: (transfer full) (nullable): the routine, which no guide knows yet; or %NULL and @error
 */
LegatoRoutine *
legato_routine_read (LegatoGuide *guide, const LegatoGuideNode *node, gboolean own, GError **error)
{
  g_autoptr (LegatoRoutine) routine = legato_routine_new ("", "");
  g_autofree char *source = NULL;
  g_autofree char *id = NULL;

  routine->own = own;
  if (!legato_guide_node_read_id (node, "id", &id, error))
    return NULL;
  if (own && strlen (id) > MAX_ID_LENGTH)
    {
      FAIL (node, INVALID, _ ("the id is longer than %d letters"), MAX_ID_LENGTH);
      return NULL;
    }
  g_free (routine->id);
  routine->id = g_steal_pointer (&id);

  if ((!own && !check_complete (node, error))
      || (!own && !legato_guide_read_source (guide, node, &source, error))
      || !read_manner (routine, node, error)
      || !read_text (node, "name", own, LEGATO_ROUTINE_MAX_NAME, &routine->name, error)
      || !read_text (node, "words", own, LEGATO_ROUTINE_MAX_SUMMARY, &routine->words, error)
      || !read_text (node, "summary", own, LEGATO_ROUTINE_MAX_SUMMARY, &routine->summary, error)
      || !read_given (routine, node, error)
      || !read_steps (guide, routine, node, LEGATO_PART_BEFORE, error)
      || !read_steps (guide, routine, node, LEGATO_PART_LEG, error)
      || !read_steps (guide, routine, node, LEGATO_PART_AFTER, error)
      || !read_closing (guide, routine, node, error))
    return NULL;

  if (own)
    {
      if (!read_prepare (guide, routine, node, error))
        return NULL;
      routine->own_minutes = MAX (1, (legato_routine_get_seconds (routine) + 30) / 60);
      return g_steal_pointer (&routine);
    }
  g_free (routine->source);
  routine->source = g_steal_pointer (&source);
  if (!read_minutes (routine, node, error) || !read_prepare (guide, routine, node, error))
    return NULL;
  return g_steal_pointer (&routine);
}

/**
 * legato_routine_read_goal: reads the <goal> @node: what a session for a goal is composed of
 * @guide: holds its zones and techniques already
 *
 * Returns: (transfer full) (nullable): the steps as a routine, which no guide knows yet; or %NULL
 *   and @error
 */
LegatoRoutine *
legato_routine_read_goal (LegatoGuide *guide, const LegatoGuideNode *node, GError **error)
{
  g_autoptr (LegatoRoutine) goal = legato_routine_new ("", "");

  goal->own = FALSE;
  g_clear_pointer (&goal->id, g_free);
  g_clear_pointer (&goal->source, g_free);
  if (!legato_guide_node_read_id (node, "id", &goal->id, error)
      || !legato_guide_read_source (guide, node, &goal->source, error)
      || !legato_guide_node_read_number (node, "own-minutes", 1, LEGATO_GUIDE_MAX_MINUTES,
                                         &goal->own_minutes, error)
      || !read_manner (goal, node, error) || !read_prepare (guide, goal, node, error)
      || !read_text (node, "name", FALSE, LEGATO_ROUTINE_MAX_NAME, &goal->name, error)
      || !read_text (node, "words", FALSE, LEGATO_ROUTINE_MAX_SUMMARY, &goal->words, error)
      || !read_text (node, "summary", FALSE, LEGATO_ROUTINE_MAX_SUMMARY, &goal->summary, error)
      || !read_steps (guide, goal, node, LEGATO_PART_BEFORE, error)
      || !read_steps (guide, goal, node, LEGATO_PART_LEG, error)
      || !read_steps (guide, goal, node, LEGATO_PART_AFTER, error)
      || !read_closing (guide, goal, node, error))
    return NULL;
  return g_steal_pointer (&goal);
}

/* Looked at before anything else, since a newer file may hold what is not known here. */
static gboolean
is_newer (GBytes *bytes)
{
  gsize size = 0;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autofree char *text = g_strndup (size > 0 ? data : "", size);
  g_autoptr (GRegex) regex =
      g_regex_new ("<guide\\s[^>]*version\\s*=\\s*[\"']([0-9]{1,9})[\"']", G_REGEX_RAW, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *version =
      g_regex_match (regex, text, 0, &match) ? g_match_info_fetch (match, 1) : NULL;

  return version != NULL && g_ascii_strtoull (version, NULL, 10) > LEGATO_GUIDE_VERSION;
}

/**
 * legato_routine_new_from_bytes:
 * @guide: whose zones and techniques the routine consists of; has to outlive it
 * @name: what the file is called, for messages
 * @bytes: what the file holds
 *
 * Reads a file of one own routine. Whether the routine may be done is another question: see
 * legato_routine_find_faults().
 *
 * Returns: (transfer full) (nullable): an own routine that the guide does not know yet; or %NULL
 *   and a %LEGATO_GUIDE_ERROR whose message names the line
 */
LegatoRoutine *
legato_routine_new_from_bytes (LegatoGuide *guide, const char *name, GBytes *bytes, GError **error)
{
  const LegatoGuideFile file = { name, bytes };
  g_autoptr (LegatoGuideNode) root = NULL;
  const LegatoGuideNode *node = NULL;
  guint version;

  g_return_val_if_fail (guide != NULL, NULL);
  g_return_val_if_fail (name != NULL && bytes != NULL, NULL);

  if (g_bytes_get_size (bytes) > LEGATO_ROUTINE_MAX_BYTES)
    {
      g_set_error (error, LEGATO_GUIDE_ERROR, LEGATO_GUIDE_ERROR_INVALID,
                   _ ("%s:1: the file is too large"), name);
      return NULL;
    }
  if (is_newer (bytes))
    {
      g_set_error (error, LEGATO_GUIDE_ERROR, LEGATO_GUIDE_ERROR_INVALID, "%s:1: %s", name,
                   _ ("A newer Legato wrote this file. Update Legato to read it."));
      return NULL;
    }
  root = legato_guide_node_new_from_file (&file, error);
  if (root == NULL
      || !legato_guide_node_read_number (root, "version", LEGATO_GUIDE_VERSION,
                                         LEGATO_GUIDE_VERSION, &version, error))
    return NULL;

  node = root->children->len > 0 ? root->children->pdata[0] : root;
  if (root->children->len != 1 || !g_str_equal (node->element, "routine"))
    {
      FAIL (root, INVALID, _ ("the file of a routine holds one <routine> and nothing else"));
      return NULL;
    }
  return legato_routine_read (guide, node, TRUE, error);
}
