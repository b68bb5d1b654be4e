/* legato-guide-reader.c: turns the trees of the guide files into zones, techniques, routines,
 * advice
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-guide"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-guide-private.h"

/* The buttock reaches above the hip joint, which is at 1000. */
#define MAX_HEIGHT 1100

/* Sets of zones are kept as 32 bits. */
#define MAX_RANK 31

/* Longest single beat: a compression sleeve may run through a whole session. */
#define MAX_BEAT_MS (LEGATO_GUIDE_MAX_MINUTES * 60 * 1000)

#define FAIL(node, CODE, ...)                                                                      \
  legato_guide_node_fail ((node), LEGATO_GUIDE_ERROR_##CODE, error, __VA_ARGS__)

typedef gboolean (*ReadFunc) (LegatoGuide *self, const LegatoGuideNode *node, GError **error);

static char *
translate (const LegatoGuideNode *node)
{
  return g_strdup (g_dgettext (GETTEXT_PACKAGE, node->text));
}

static char *
read_words (const LegatoGuideNode *node, const char *element)
{
  const LegatoGuideNode *child = legato_guide_node_get_child (node, element);

  return child != NULL ? translate (child) : NULL;
}

static gboolean
read_text (const LegatoGuideNode *node, const char *element, LegatoText *text, GError **error)
{
  const LegatoGuideNode *child = legato_guide_node_get_child (node, element);

  text->text = translate (child);
  return legato_guide_node_read_source (child, &text->source, error);
}

static gboolean
read_zone (LegatoGuide *self, const LegatoGuideNode *node, GError **error)
{
  LegatoZone *zone = g_new0 (LegatoZone, 1);
  guint rank = 0, from = 0, to = 0;

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
      || !read_text (node, "place", &zone->place, error)
      || !read_text (node, "caution", &zone->caution, error))
    return FALSE;

  zone->rank = (int) rank;
  zone->from = (int) from;
  zone->to = (int) to;
  zone->name = read_words (node, "name");
  zone->words = read_words (node, "words");
  zone->side_names[LEGATO_LEG_LEFT] = read_words (node, "left");
  zone->side_names[LEGATO_LEG_RIGHT] = read_words (node, "right");

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
read_use (LegatoGuide *self,
          LegatoTechnique *technique,
          const LegatoGuideNode *node,
          GError **error)
{
  const char *id = legato_guide_node_get_attribute (node, "zone");
  LegatoZone *zone = g_hash_table_lookup (self->zones_by_id, id);
  LegatoUse *use;

  if (zone == NULL)
    return FAIL (node, REFERENCE, "there is no zone “%s”", id);
  if (legato_zone_find_use (zone, technique) != NULL)
    return FAIL (node, REFERENCE, "zone “%s” is named twice", id);

  use = g_new0 (LegatoUse, 1);
  use->zone = zone;
  use->technique = technique;
  g_ptr_array_add (self->uses, use);
  if (!legato_guide_node_read_pressure (node, &use->pressure, error)
      || !legato_guide_node_read_yes (node, "lifted", &use->lifted, error))
    return FALSE;
  if (use->pressure > zone->max_pressure)
    return FAIL (node, INVALID, "zone “%s” allows no more than %s pressure", id,
                 legato_pressure_to_id (zone->max_pressure));
  if (use->lifted && !zone->lift_over)
    return FAIL (node, INVALID, "zone “%s” is none that hands lift over", id);
  if (zone->it_band && technique->kind == LEGATO_TECHNIQUE_TOOL)
    return FAIL (node, INVALID, "no tool may be used on zone “%s”", id);

  g_ptr_array_add (zone->uses, use);
  g_ptr_array_add (technique->uses, use);
  return TRUE;
}

static gboolean
check_times (const LegatoTechnique *technique, const LegatoGuideNode *node, GError **error)
{
  gboolean holds = technique->hold_min_s > 0 || technique->hold_max_s > 0;

  if (holds != (technique->travel == LEGATO_TRAVEL_HOLD))
    return FAIL (node, INVALID,
                 "hold-min-s and hold-max-s belong to travel=\"hold\", and to it only");
  if (!holds)
    return TRUE;
  if (technique->hold_min_s == 0 || technique->hold_min_s > technique->hold_max_s)
    return FAIL (node, INVALID, "hold-min-s is not below hold-max-s");
  if (technique->beat_ms < technique->hold_min_s * 1000
      || technique->beat_ms > technique->hold_max_s * 1000)
    return FAIL (node, INVALID, "beat-ms is not between hold-min-s and hold-max-s");
  return TRUE;
}

static int
compare_use_ranks (gconstpointer a, gconstpointer b)
{
  const LegatoUse *first = *(const LegatoUse *const *) a;
  const LegatoUse *second = *(const LegatoUse *const *) b;

  return first->zone->rank - second->zone->rank;
}

static LegatoTechnique *
new_technique (GPtrArray *owner, LegatoTechniqueKind kind)
{
  LegatoTechnique *technique = g_new0 (LegatoTechnique, 1);

  technique->kind = kind;
  technique->travel = LEGATO_TRAVEL_NONE;
  technique->uses = g_ptr_array_new ();
  g_ptr_array_add (owner, technique);
  return technique;
}

/* What techniques and exercises have in common. */
static gboolean
read_movement (LegatoGuide *self,
               LegatoTechnique *technique,
               const LegatoGuideNode *node,
               GError **error)
{
  if (!legato_guide_node_read_id (node, "id", &technique->id, error)
      || !legato_guide_node_read_number (node, "beat-ms", 1, MAX_BEAT_MS, &technique->beat_ms,
                                         error)
      || !read_text (node, "how", &technique->how, error)
      || !read_text (node, "why", &technique->why, error)
      || !read_text (node, "caution", &technique->caution, error)
      || !read_text (node, "tempo", &technique->tempo, error)
      || !read_text (node, "dose", &technique->dose, error))
    return FALSE;

  technique->name = read_words (node, "name");
  technique->other_name = read_words (node, "other-name");
  technique->words = read_words (node, "words");
  if (!g_hash_table_insert (self->techniques_by_id, technique->id, technique))
    return FAIL (node, REFERENCE, "technique or exercise “%s” is defined twice", technique->id);
  return TRUE;
}

static gboolean
read_technique (LegatoGuide *self, const LegatoGuideNode *node, GError **error)
{
  gboolean tool = legato_guide_node_get_attribute (node, "tool") != NULL;
  LegatoTechnique *technique =
      new_technique (self->techniques, tool ? LEGATO_TECHNIQUE_TOOL : LEGATO_TECHNIQUE_HANDS);
  const char *travel = legato_guide_node_get_attribute (node, "travel");

  if (!read_movement (self, technique, node, error)
      || (tool && !legato_guide_node_read_id (node, "tool", &technique->tool, error))
      || !legato_guide_node_read_number (node, "hold-min-s", 1, LEGATO_GUIDE_MAX_MINUTES * 60,
                                         &technique->hold_min_s, error)
      || !legato_guide_node_read_number (node, "hold-max-s", 1, LEGATO_GUIDE_MAX_MINUTES * 60,
                                         &technique->hold_max_s, error)
      || !legato_guide_node_read_number (node, "max-s", 1, LEGATO_GUIDE_MAX_MINUTES * 60,
                                         &technique->max_s, error)
      || !read_text (node, "pressure", &technique->pressure, error))
    return FALSE;

  if (!legato_travel_from_id (travel, &technique->travel)
      || technique->travel == LEGATO_TRAVEL_NONE)
    return FAIL (node, INVALID, "travel=\"%s\" is not proximal, local or hold", travel);
  if (technique->beat_ms == 0 && technique->travel != LEGATO_TRAVEL_PROXIMAL)
    return FAIL (node, INVALID, "only a proximal glide can do without beat-ms");
  if (!check_times (technique, node, error))
    return FALSE;

  for (guint i = 0; i < node->children->len; i++)
    {
      const LegatoGuideNode *child = node->children->pdata[i];

      if (g_str_equal (child->element, "on") && !read_use (self, technique, child, error))
        return FALSE;
    }
  g_ptr_array_sort (technique->uses, compare_use_ranks);
  return TRUE;
}

static gboolean
read_exercise (LegatoGuide *self, const LegatoGuideNode *node, GError **error)
{
  LegatoTechnique *exercise = new_technique (self->exercises, LEGATO_TECHNIQUE_EXERCISE);

  exercise->pressure.text = g_strdup ("");
  exercise->pressure.source = g_strdup ("");
  return read_movement (self, exercise, node, error);
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
      || !read_text (node, "question", &advice->question, error)
      || !read_text (node, "answer", &advice->advice, error))
    return FALSE;
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
read_preparation (LegatoGuide *self, const LegatoGuideNode *node, GError **error)
{
  if (self->preparation->len > 0)
    return FAIL (node, REFERENCE, "<preparation> is defined twice");

  for (guint i = 0; i < node->children->len; i++)
    {
      const LegatoGuideNode *item = node->children->pdata[i];
      LegatoText *text = g_new0 (LegatoText, 1);

      text->text = translate (item);
      g_ptr_array_add (self->preparation, text);
      if (!legato_guide_node_read_source (item, &text->source, error))
        return FALSE;
    }
  return TRUE;
}

static int
compare_zone_ranks (gconstpointer a, gconstpointer b)
{
  const LegatoZone *first = *(const LegatoZone *const *) a;
  const LegatoZone *second = *(const LegatoZone *const *) b;

  return first->rank - second->rank;
}

/**
 * legato_guide_read: fills the empty guide @self from @files
 *
 * Kinds that others refer to are read from all files first, so that the files may stand in any
 * order and a file may hold any mixture of them.
 *
 * Returns: %TRUE; or %FALSE and @error, and then @self is good for nothing but unref
 */
gboolean
legato_guide_read (LegatoGuide *self, const LegatoGuideFile *files, gsize n_files, GError **error)
{
  const struct
  {
    const char *element;
    ReadFunc read;
    GPtrArray *found;
    gboolean optional;
  } kinds[] = {
    { "zone", read_zone, self->zones },
    { "technique", read_technique, self->techniques },
    { "exercise", read_exercise, self->exercises },
    { "routine", read_routine, self->routines },
    { "goal", read_goal, self->goals, TRUE },
    { "advice", read_advice, self->advice },
    { "preparation", read_preparation, self->preparation },
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
