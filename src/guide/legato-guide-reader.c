/* legato-guide-reader.c: turns guide files into a guide
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-guide"

#include "config.h"

#include <string.h>

#include "legato-guide-private.h"
#include "legato-guide-testing.h"

/* The buttock reaches above the hip joint, which is at 1000. */
#define MAX_HEIGHT 1100

/* Sets of zones are kept as 32 bits. */
#define MAX_RANK 31

#define FAIL(node, CODE, ...)                                                                      \
  legato_guide_node_fail ((node), LEGATO_GUIDE_ERROR_##CODE, error, __VA_ARGS__)

/* The files below a resource path that make up the guide; they may stand in any order. */
static const char *const file_names[] = {
  "sources.xml", "positions.xml", "zones.xml", "techniques.xml",
  "advice.xml",  "routines.xml",  "goals.xml", "good-to-know.xml",
};

typedef gboolean (*ReadFunc) (LegatoGuide *self, const LegatoGuideNode *node, GError **error);

static gboolean
read_source_of_facts (LegatoGuide *self, const LegatoGuideNode *node, GError **error)
{
  LegatoSource *source = g_new0 (LegatoSource, 1);

  source->id = g_strdup (legato_guide_node_get_attribute (node, "id"));
  source->name = legato_guide_read_words (node, "name");
  source->title = legato_guide_read_words (node, "title");
  if (*source->id == '\0' || strpbrk (source->id, " \t\n") != NULL
      || legato_guide_find_source (self, source->id) != NULL)
    {
      FAIL (node, REFERENCE, "source “%s” is defined twice, or is no id", source->id);
      g_ptr_array_add (self->sources, source);
      return FALSE;
    }
  g_ptr_array_add (self->sources, source);
  return TRUE;
}

static gboolean
read_position (LegatoGuide *self, const LegatoGuideNode *node, GError **error)
{
  LegatoPosition *position = g_new0 (LegatoPosition, 1);
  g_autofree char *id = NULL;

  g_ptr_array_add (self->positions, position);
  if (!legato_guide_node_read_id (node, "id", &id, error)
      || !legato_guide_node_read_yes (node, "off-floor", &position->off_floor, error)
      || !legato_guide_node_read_yes (node, "on-back", &position->on_back, error)
      || !legato_guide_node_read_joints (node, &position->bends, error))
    return FALSE;
  position->name = legato_guide_read_words (node, "name");
  position->picture = legato_guide_read_words (node, "picture");
  position->id = g_steal_pointer (&id);
  if (legato_guide_find_position (self, position->id) != position)
    return FAIL (node, REFERENCE, "position “%s” is defined twice", position->id);
  return TRUE;
}

static gboolean
read_zone (LegatoGuide *self, const LegatoGuideNode *node, GError **error)
{
  LegatoZone *zone = g_new0 (LegatoZone, 1);
  guint rank = 0, from = 0, to = 0;

  zone->reaches = legato_guide_new_reaches ();
  zone->uses = g_ptr_array_new ();
  g_ptr_array_add (self->zones, zone);

  if (!legato_guide_node_read_id (node, "id", &zone->id, error)
      || !legato_guide_node_read_number (node, "rank", 0, MAX_RANK, &rank, error)
      || !legato_guide_node_read_number (node, "from", 0, MAX_HEIGHT, &from, error)
      || !legato_guide_node_read_number (node, "to", 0, MAX_HEIGHT, &to, error)
      || !legato_guide_node_read_views (node, &zone->views, error)
      || !legato_guide_node_read_pressure (node, &zone->max_pressure, error)
      || !legato_guide_node_read_yes (node, "bony", &zone->bony, error)
      || !legato_guide_node_read_yes (node, "lift-over", &zone->lift_over, error)
      || !legato_guide_node_read_yes (node, "it-band", &zone->it_band, error)
      || !legato_guide_read_text (self, node, "place", &zone->place, error)
      || !legato_guide_read_text (self, node, "caution", &zone->caution, error)
      || !legato_guide_read_reaches (self, node, zone->reaches, error))
    return FALSE;

  zone->rank = (int) rank;
  zone->from = (int) from;
  zone->to = (int) to;
  zone->name = legato_guide_read_words (node, "name");
  zone->words = legato_guide_read_words (node, "words");
  zone->side_names[LEGATO_LEG_LEFT] = legato_guide_read_words (node, "left");
  zone->side_names[LEGATO_LEG_RIGHT] = legato_guide_read_words (node, "right");

  if (from >= to)
    return FAIL (node, INVALID, "from=\"%u\" is not below to=\"%u\"", from, to);
  if (zone->bony && zone->max_pressure > LEGATO_PRESSURE_LIGHT)
    return FAIL (node, INVALID, "a bony zone allows no more than light pressure");
  if (zone->lift_over && zone->max_pressure > LEGATO_PRESSURE_FEATHER)
    return FAIL (node, INVALID, "a zone to lift over allows no more than feather pressure");
  if (!g_hash_table_insert (self->zones_by_id, zone->id, zone))
    return FAIL (node, REFERENCE, "zone “%s” is defined twice", zone->id);
  for (guint i = 0; i + 1 < self->zones->len; i++)
    {
      const LegatoZone *other = self->zones->pdata[i];

      if (other->rank == zone->rank)
        return FAIL (node, INVALID, "rank %d is already that of zone “%s”", zone->rank, other->id);
    }
  return TRUE;
}

static gboolean
read_routine (LegatoGuide *self, const LegatoGuideNode *node, GError **error)
{
  LegatoRoutine *routine = legato_routine_read (self, node, FALSE, error);

  if (routine == NULL)
    return FALSE;
  g_ptr_array_add (self->routines, routine);
  if (!g_hash_table_insert (self->routines_by_id, routine->id, routine))
    return FAIL (node, REFERENCE, "routine “%s” is defined twice", routine->id);
  return TRUE;
}

static gboolean
read_goal (LegatoGuide *self, const LegatoGuideNode *node, GError **error)
{
  LegatoRoutine *goal = legato_routine_read_goal (self, node, error);

  if (goal == NULL)
    return FALSE;
  g_ptr_array_add (self->goals, goal);
  if (!g_hash_table_insert (self->goals_by_id, goal->id, goal))
    return FAIL (node, REFERENCE, "goal “%s” is defined twice", goal->id);
  return TRUE;
}

static gboolean
read_advice (LegatoGuide *self, const LegatoGuideNode *node, GError **error)
{
  LegatoAdvice *advice = g_new0 (LegatoAdvice, 1);
  const char *urgency = legato_guide_node_get_attribute (node, "urgency");

  advice->rule = g_strdup (legato_guide_node_get_attribute (node, "rule"));
  g_ptr_array_add (self->advice, advice);

  if (!legato_guide_node_read_id (node, "flag", &advice->flag, error)
      || !legato_guide_read_text (self, node, "question", &advice->question, error)
      || !legato_guide_read_text (self, node, "answer", &advice->advice, error))
    return FALSE;
  advice->name = legato_guide_read_words (node, "name");
  advice->words = legato_guide_read_words (node, "words");
  if (!g_str_has_prefix (advice->rule, "R-") || advice->rule[2] == '\0')
    return FAIL (node, INVALID, "rule=\"%s\" does not begin with R-", advice->rule);
  if (!legato_urgency_from_id (urgency, &advice->urgency))
    return FAIL (node, INVALID, "urgency=\"%s\" is not soon, today, now or emergency", urgency);
  for (guint i = 0; i + 1 < self->advice->len; i++)
    {
      const LegatoAdvice *other = self->advice->pdata[i];

      if (g_str_equal (other->flag, advice->flag))
        return FAIL (node, REFERENCE, "advice for “%s” is given twice", advice->flag);
    }
  return TRUE;
}

static gboolean
read_check (LegatoGuide *self, const LegatoGuideNode *node, GError **error)
{
  LegatoChecklistItem *check = g_new0 (LegatoChecklistItem, 1);

  g_ptr_array_add (self->checks, check);
  if (!legato_guide_node_read_id (node, "id", &check->id, error)
      || !legato_guide_node_read_yes (node, "usual", &check->usual, error)
      || !legato_guide_read_text (self, node, NULL, &check->text, error))
    return FALSE;
  for (guint i = 0; i + 1 < self->checks->len; i++)
    if (g_str_equal (((const LegatoChecklistItem *) self->checks->pdata[i])->id, check->id))
      return FAIL (node, REFERENCE, "item “%s” is defined twice", check->id);
  if (check->usual)
    g_ptr_array_add (self->preparation, &check->text);
  return TRUE;
}

static gboolean
read_preparation (LegatoGuide *self, const LegatoGuideNode *node, GError **error)
{
  if (self->checks->len > 0)
    return FAIL (node, REFERENCE, "<preparation> is defined twice");

  for (guint i = 0; i < node->children->len; i++)
    if (!read_check (self, node->children->pdata[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
read_tip (LegatoGuide *self, const LegatoGuideNode *node, GError **error)
{
  LegatoTip *tip = legato_guide_new_tip ();
  const char *advice = legato_guide_node_get_attribute (node, "advice");
  const char *subjects = legato_guide_node_get_attribute (node, "for");

  g_ptr_array_add (self->tips, tip);
  tip->name = legato_guide_read_words (node, "name");
  tip->words = legato_guide_read_words (node, "words");
  tip->advice = g_strdup (advice);
  tip->subjects = g_strsplit (subjects != NULL ? subjects : "", " ", -1);
  for (guint i = 0; i < node->children->len; i++)
    {
      const LegatoGuideNode *child = node->children->pdata[i];
      LegatoText *line = NULL;

      if (!g_str_equal (child->element, "line"))
        continue;
      line = g_new0 (LegatoText, 1);
      g_ptr_array_add (tip->lines, line);
      if (!legato_guide_read_text (self, child, NULL, line, error))
        return FALSE;
    }
  if (advice != NULL && legato_guide_find_advice (self, advice) == NULL)
    return FAIL (node, REFERENCE, "there is no advice for “%s”", advice);
  for (char **id = tip->subjects; *id != NULL; id++)
    if (legato_guide_find_zone (self, *id) == NULL
        && legato_guide_find_technique (self, *id) == NULL)
      return FAIL (node, REFERENCE, "there is no zone or technique “%s”", *id);
  if (!legato_guide_node_read_id (node, "id", &tip->id, error))
    return FALSE;
  for (guint i = 0; i + 1 < self->tips->len; i++)
    if (g_str_equal (((const LegatoTip *) self->tips->pdata[i])->id, tip->id))
      return FAIL (node, REFERENCE, "tip “%s” is defined twice", tip->id);
  return TRUE;
}

static int
compare_zone_ranks (gconstpointer a, gconstpointer b)
{
  const LegatoZone *first = *(const LegatoZone *const *) a;
  const LegatoZone *second = *(const LegatoZone *const *) b;

  return first->rank - second->rank;
}

/* Fills the empty guide @self from @files; after an error it is good for nothing but unref.
 *
 * Kinds that others refer to are read from all files first, so that the files may stand in any
 * order and a file may hold any mixture of them. */
static gboolean
read_files (LegatoGuide *self, const LegatoGuideFile *files, gsize n_files, GError **error)
{
  const struct
  {
    const char *element;
    ReadFunc read;
    GPtrArray *found;
    gboolean optional;
  } kinds[] = {
    { "source", read_source_of_facts, self->sources },
    { "position", read_position, self->positions },
    { "zone", read_zone, self->zones },
    { "technique", legato_technique_read, self->techniques },
    { "exercise", legato_exercise_read, self->exercises },
    { "preparation", read_preparation, self->checks },
    { "routine", read_routine, self->routines },
    { "goal", read_goal, self->goals, TRUE },
    { "advice", read_advice, self->advice },
    { "tip", read_tip, self->tips, TRUE },
  };
  g_autoptr (GPtrArray) roots =
      g_ptr_array_new_with_free_func ((GDestroyNotify) legato_guide_node_free);
  guint version;

  for (gsize i = 0; i < n_files; i++)
    {
      LegatoGuideNode *root = legato_guide_node_new_from_file (&files[i], error);

      if (root == NULL)
        return FALSE;
      g_ptr_array_add (roots, root);
      if (!legato_guide_node_read_number (root, "version", LEGATO_GUIDE_VERSION,
                                          LEGATO_GUIDE_VERSION, &version, error))
        return FALSE;
    }

  for (gsize kind = 0; kind < G_N_ELEMENTS (kinds); kind++)
    {
      for (guint i = 0; i < roots->len; i++)
        {
          const LegatoGuideNode *root = roots->pdata[i];

          for (guint j = 0; j < root->children->len; j++)
            {
              const LegatoGuideNode *node = root->children->pdata[j];

              if (g_str_equal (node->element, kinds[kind].element)
                  && !kinds[kind].read (self, node, error))
                return FALSE;
            }
        }
      if (kinds[kind].found->len == 0 && !kinds[kind].optional)
        {
          g_set_error (error, LEGATO_GUIDE_ERROR, LEGATO_GUIDE_ERROR_INCOMPLETE,
                       "%s:1: the guide has no <%s>",
                       n_files > 0 ? files[n_files - 1].name : "guide", kinds[kind].element);
          return FALSE;
        }
    }
  g_ptr_array_sort (self->zones, compare_zone_ranks);
  return TRUE;
}

/**
 * legato_guide_new: reads a guide from @files, which may stand in any order
 *
 * The texts come translated into the language of the current locale.
 *
 * Returns: (transfer full) (nullable): the whole guide; or %NULL and a %LEGATO_GUIDE_ERROR if
 *   anything at all is wrong with it
 */
LegatoGuide *
legato_guide_new (const LegatoGuideFile *files, gsize n_files, GError **error)
{
  g_autoptr (LegatoGuide) self = legato_guide_new_empty ();

  g_return_val_if_fail (files != NULL || n_files == 0, NULL);

  if (!read_files (self, files, n_files, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * legato_guide_new_from_resource: reads zones.xml, techniques.xml and the others
 * @resource: (nullable): where to look; %NULL for the resources that the program has registered
 * @path: the folder they lie in, "/io/github/legato_app/Legato/guide"
 *
 * Returns: (transfer full) (nullable): as legato_guide_new(); a file that is not there is a
 *   %LEGATO_GUIDE_ERROR_INCOMPLETE
 */
LegatoGuide *
legato_guide_new_from_resource (GResource *resource, const char *path, GError **error)
{
  g_autoptr (GPtrArray) contents = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  LegatoGuideFile files[G_N_ELEMENTS (file_names)];

  g_return_val_if_fail (path != NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (file_names); i++)
    {
      g_autofree char *name = g_build_path ("/", path, file_names[i], NULL);
      GBytes *bytes =
          resource != NULL
              ? g_resource_lookup_data (resource, name, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL)
              : g_resources_lookup_data (name, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

      if (bytes == NULL)
        {
          g_set_error (error, LEGATO_GUIDE_ERROR, LEGATO_GUIDE_ERROR_INCOMPLETE,
                       "%s:1: the file is missing from %s", file_names[i], path);
          return NULL;
        }
      g_ptr_array_add (contents, bytes);
      files[i].name = file_names[i];
      files[i].bytes = bytes;
    }
  return legato_guide_new (files, G_N_ELEMENTS (files), error);
}
