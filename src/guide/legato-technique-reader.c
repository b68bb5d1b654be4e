/* legato-technique-reader.c: techniques and exercises from guide files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-guide"

#include "config.h"

#include "legato-guide-private.h"

/* Longest step, and longest single beat: a compression sleeve may run through a whole session. */
#define MAX_S (LEGATO_GUIDE_MAX_MINUTES * 60)
#define MAX_BEAT_MS (MAX_S * 1000)

#define FAIL(node, CODE, ...)                                                                      \
  legato_guide_node_fail ((node), LEGATO_GUIDE_ERROR_##CODE, error, __VA_ARGS__)

/* What @node says of @element, or else what @usual says. */
static gboolean
read_text_or (LegatoGuide *self,
              const LegatoGuideNode *node,
              const char *element,
              const LegatoText *usual,
              LegatoText *text,
              GError **error)
{
  if (legato_guide_node_get_child (node, element) != NULL)
    return legato_guide_read_text (self, node, element, text, error);
  text->text = g_strdup (usual->text);
  text->source = g_strdup (usual->source);
  return TRUE;
}

/* Reads the one view that shows what is done on @zone, if there is one. */
static gboolean
read_view (const LegatoGuideNode *node, const LegatoZone *zone, guint *view, GError **error)
{
  const char *id = legato_guide_node_get_attribute (node, "view");
  LegatoView only;

  if (id == NULL)
    return TRUE;
  if (!legato_view_from_id (id, &only) || (zone->views & only) == 0)
    return FAIL (node, INVALID, "zone “%s” is not seen in the view “%s”", zone->id, id);
  *view = only;
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
  use->reaches = legato_guide_new_reaches ();
  g_ptr_array_add (self->uses, use);
  if (!legato_guide_node_read_pressure (node, &use->pressure, error)
      || !legato_guide_node_read_yes (node, "lifted", &use->lifted, error)
      || !legato_guide_node_read_yes (node, "pressed", &use->pressed, error)
      || !legato_guide_read_help (node, &use->help, error)
      || !read_view (node, zone, &use->view, error)
      || !read_text_or (self, node, "brief", &technique->brief, &use->brief, error)
      || !read_text_or (self, node, "how", &technique->how, &use->how, error)
      || !read_text_or (self, node, "caution", &technique->caution, &use->caution, error)
      || !legato_guide_read_reaches (self, node, use->reaches, error))
    return FALSE;
  if (use->pressure > zone->max_pressure)
    return FAIL (node, INVALID, "zone “%s” allows no more than %s pressure", id,
                 legato_pressure_to_id (zone->max_pressure));
  if (use->lifted && !zone->lift_over)
    return FAIL (node, INVALID, "zone “%s” is none that hands lift over", id);
  if (use->pressed && technique->stroke != LEGATO_STROKE_SQUEEZE)
    return FAIL (node, INVALID, "only where others are squeezed is a zone “%s” pressed", id);
  if (zone->it_band && technique->kind == LEGATO_TECHNIQUE_TOOL)
    return FAIL (node, INVALID, "no tool may be used on zone “%s”", id);

  g_ptr_array_add (zone->uses, use);
  g_ptr_array_add (technique->uses, use);
  return TRUE;
}

/* How strokes follow each other has to be told whole: a technique that nobody can pace is no
 * technique. */
static gboolean
check_pattern (const LegatoTechnique *technique, const LegatoGuideNode *node, GError **error)
{
  gboolean still = technique->pattern == LEGATO_PATTERN_STILL;

  if (still != (technique->travel == LEGATO_TRAVEL_HOLD))
    return FAIL (node, INVALID, "pattern=\"still\" belongs to travel=\"hold\", and to it only");
  if ((technique->beat_ms == 0) != (technique->pace_mm_s > 0))
    return FAIL (node, INVALID, "a technique needs either beat-ms or a pace");
  if (technique->pace_mm_s > 0 && technique->pattern != LEGATO_PATTERN_SWEEP)
    return FAIL (node, INVALID, "only strokes that sweep the whole way have a pace");
  if ((technique->return_ms > 0) != (technique->pattern == LEGATO_PATTERN_SWEEP))
    return FAIL (node, INVALID, "return-ms belongs to pattern=\"sweep\", and to it only");
  if (technique->pace_mm_s > technique->max_pace_mm_s
      || technique->min_stroke_ms > technique->max_stroke_ms)
    return FAIL (node, INVALID, "the pace or the length of a stroke is above its maximum");
  if ((technique->strokes_a_place > 0) != (technique->pattern == LEGATO_PATTERN_PLACES))
    return FAIL (node, INVALID, "strokes-a-place belongs to pattern=\"places\", and to it only");
  if ((technique->pass_ms > 0 || technique->max_passes > 0)
      && technique->pattern != LEGATO_PATTERN_ADVANCE)
    return FAIL (node, INVALID, "pass-ms and max-passes belong to pattern=\"advance\"");
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

/* How long a step is worth while has to be told once, and not twice. */
static gboolean
check_steps (const LegatoTechnique *technique, const LegatoGuideNode *node, GError **error)
{
  guint most = technique->step_max_s > 0   ? technique->step_max_s
               : technique->hold_max_s > 0 ? technique->hold_max_s
                                           : technique->max_s;

  if (most == 0)
    return FAIL (node, INVALID, "a technique needs step-max-s, max-s or hold-max-s");
  if (technique->step_max_s > 0 && (technique->max_s > 0 || technique->hold_max_s > 0))
    return FAIL (node, INVALID, "step-max-s is not for a technique with max-s or hold-max-s");
  if (technique->step_max_s == 0 && (technique->step_more_s > 0 || technique->tight_max_s > 0))
    return FAIL (node, INVALID, "step-more-s and tight-max-s belong to step-max-s");
  if (technique->step_min_s > most)
    return FAIL (node, INVALID, "step-min-s is above the longest step");
  if (technique->tight_max_s > 0 && technique->tight_max_s < most)
    return FAIL (node, INVALID, "tight-max-s is below step-max-s");
  return TRUE;
}

/* A stroke that goes in, or out again, has to say for how long; no other says it. */
static gboolean
check_halves (const LegatoTechnique *technique, const LegatoGuideNode *node, GError **error)
{
  LegatoStroke stroke = technique->stroke;
  gboolean both = stroke == LEGATO_STROKE_PRESS || stroke == LEGATO_STROKE_BREATH;

  if ((technique->in_ms > 0) != (both || stroke == LEGATO_STROKE_FASCIA))
    return FAIL (node, INVALID,
                 "in-ms belongs to the strokes press, fascia and breathe, and to them only");
  if ((technique->out_ms > 0) != (both || stroke == LEGATO_STROKE_MARCH))
    return FAIL (node, INVALID,
                 "out-ms belongs to the strokes press, breathe and march, and to them only");
  if (technique->in_ms + technique->out_ms > technique->beat_ms && technique->beat_ms > 0)
    return FAIL (node, INVALID, "in-ms and out-ms together are above beat-ms");
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
  technique->reaches = legato_guide_new_reaches ();
  technique->uses = g_ptr_array_new ();
  technique->loads = g_ptr_array_new ();
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
      || !legato_guide_node_read_number (node, "in-ms", 1, MAX_BEAT_MS, &technique->in_ms, error)
      || !legato_guide_node_read_number (node, "out-ms", 1, MAX_BEAT_MS, &technique->out_ms, error)
      || !legato_guide_node_read_number (node, "step-min-s", 1, MAX_S, &technique->step_min_s,
                                         error)
      || !legato_guide_node_read_number (node, "step-max-s", 1, MAX_S, &technique->step_max_s,
                                         error)
      || !legato_guide_read_text (self, node, "brief", &technique->brief, error)
      || !legato_guide_read_text (self, node, "how", &technique->how, error)
      || !legato_guide_read_text (self, node, "why", &technique->why, error)
      || !legato_guide_read_text (self, node, "caution", &technique->caution, error)
      || !legato_guide_read_text (self, node, "tempo", &technique->tempo, error)
      || !legato_guide_read_text (self, node, "dose", &technique->dose, error))
    return FALSE;

  technique->name = legato_guide_read_words (node, "name");
  technique->other_name = legato_guide_read_words (node, "other-name");
  technique->words = legato_guide_read_words (node, "words");
  if (!g_hash_table_insert (self->techniques_by_id, technique->id, technique))
    return FAIL (node, REFERENCE, "technique or exercise “%s” is defined twice", technique->id);
  return TRUE;
}

static gboolean
read_stroke (LegatoTechnique *technique, const LegatoGuideNode *node, GError **error)
{
  const char *stroke = legato_guide_node_get_attribute (node, "stroke");
  gboolean known = legato_stroke_from_id (stroke, &technique->stroke);
  gboolean bare = technique->kind == LEGATO_TECHNIQUE_EXERCISE;

  if (!known || bare != (technique->stroke >= LEGATO_STROKE_BREATH))
    return FAIL (node, INVALID, "stroke=\"%s\" is not one of %s", stroke,
                 bare ? "an exercise" : "a technique");
  return check_halves (technique, node, error);
}

static gboolean
read_motion (LegatoTechnique *technique, const LegatoGuideNode *node, GError **error)
{
  const struct
  {
    const char *name;
    guint *value;
    guint most;
  } numbers[] = {
    { "return-ms", &technique->return_ms, MAX_BEAT_MS },
    { "pass-ms", &technique->pass_ms, MAX_BEAT_MS },
    { "max-passes", &technique->max_passes, 100 },
    { "strokes-a-place", &technique->strokes_a_place, 100 },
    { "pace-mm-s", &technique->pace_mm_s, 1000 },
    { "max-pace-mm-s", &technique->max_pace_mm_s, 1000 },
    { "min-stroke-ms", &technique->min_stroke_ms, MAX_BEAT_MS },
    { "max-stroke-ms", &technique->max_stroke_ms, MAX_BEAT_MS },
    { "hold-min-s", &technique->hold_min_s, MAX_S },
    { "hold-max-s", &technique->hold_max_s, MAX_S },
    { "max-s", &technique->max_s, MAX_S },
    { "step-more-s", &technique->step_more_s, MAX_S },
    { "tight-max-s", &technique->tight_max_s, MAX_S },
  };
  const char *travel = legato_guide_node_get_attribute (node, "travel");
  const char *pattern = legato_guide_node_get_attribute (node, "pattern");

  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (!legato_guide_node_read_number (node, numbers[i].name, 1, numbers[i].most, numbers[i].value,
                                        error))
      return FALSE;
  if (!legato_travel_from_id (travel, &technique->travel)
      || technique->travel == LEGATO_TRAVEL_NONE)
    return FAIL (node, INVALID, "travel=\"%s\" is not proximal, local or hold", travel);
  if (!legato_pattern_from_id (pattern, &technique->pattern))
    return FAIL (node, INVALID, "pattern=\"%s\" is not sweep, advance, places, to-and-fro or still",
                 pattern);
  return check_pattern (technique, node, error) && check_times (technique, node, error)
         && check_steps (technique, node, error);
}

static gboolean
read_tool (LegatoTechnique *technique, const LegatoGuideNode *node, GError **error)
{
  const char *tool = legato_guide_node_get_attribute (node, "tool");

  if (tool == NULL)
    return TRUE;
  if (!legato_tool_from_id (tool, &technique->shape) || technique->shape == LEGATO_TOOL_NONE)
    return FAIL (node, INVALID, "tool=\"%s\" is not roller, ball, stick, gun or sleeve", tool);
  technique->tool = g_strdup (tool);
  return TRUE;
}

/** Reads the <technique> @node into @self, whose zones and positions are there. */
gboolean
legato_technique_read (LegatoGuide *self, const LegatoGuideNode *node, GError **error)
{
  gboolean tool = legato_guide_node_get_attribute (node, "tool") != NULL;
  LegatoTechnique *technique =
      new_technique (self->techniques, tool ? LEGATO_TECHNIQUE_TOOL : LEGATO_TECHNIQUE_HANDS);

  if (!read_movement (self, technique, node, error) || !read_tool (technique, node, error)
      || !read_stroke (technique, node, error) || !read_motion (technique, node, error)
      || !legato_guide_read_text (self, node, "pressure", &technique->pressure, error)
      || !legato_guide_read_reaches (self, node, technique->reaches, error))
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

/* What the exercise works on and bends. */
static gboolean
read_load (LegatoGuide *self,
           LegatoTechnique *exercise,
           const LegatoGuideNode *node,
           GError **error)
{
  const char *loads = legato_guide_node_get_attribute (node, "loads");
  g_auto (GStrv) zones = g_strsplit (loads != NULL ? loads : "", " ", -1);

  for (gsize i = 0; zones[i] != NULL; i++)
    {
      const LegatoZone *zone = legato_guide_find_zone (self, zones[i]);

      if (zone == NULL)
        return FAIL (node, REFERENCE, "there is no zone “%s”", zones[i]);
      g_ptr_array_add (exercise->loads, (gpointer) zone);
    }
  return legato_guide_node_read_joints (node, &exercise->bends, error);
}

/** Reads the <exercise> @node into @self, whose zones and positions are there. */
gboolean
legato_exercise_read (LegatoGuide *self, const LegatoGuideNode *node, GError **error)
{
  LegatoTechnique *exercise = new_technique (self->exercises, LEGATO_TECHNIQUE_EXERCISE);
  const char *position = legato_guide_node_get_attribute (node, "position");

  exercise->pattern = LEGATO_PATTERN_STILL;
  exercise->pressure.text = g_strdup ("");
  exercise->pressure.source = g_strdup ("");
  if (!read_movement (self, exercise, node, error) || !read_stroke (exercise, node, error)
      || !check_steps (exercise, node, error) || !read_load (self, exercise, node, error))
    return FALSE;
  if (position == NULL)
    return TRUE;
  exercise->position = legato_guide_find_position (self, position);
  if (exercise->position == NULL)
    return FAIL (node, REFERENCE, "there is no position “%s”", position);
  return TRUE;
}
