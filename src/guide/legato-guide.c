/* legato-guide.c: the guide and what it hands out
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-guide"

#include "config.h"

#include <string.h>

#include "legato-guide-private.h"

static void
text_clear (LegatoText *self)
{
  g_free (self->text);
  g_free (self->source);
}

static void
text_free (LegatoText *self)
{
  text_clear (self);
  g_free (self);
}

static void
source_free (LegatoSource *self)
{
  g_free (self->id);
  g_free (self->name);
  g_free (self->title);
  g_free (self);
}

static void
position_free (LegatoPosition *self)
{
  g_free (self->id);
  g_free (self->name);
  g_free (self->picture);
  g_free (self);
}

static void
reach_free (LegatoReach *self)
{
  text_clear (&self->text);
  g_free (self);
}

static void
use_free (LegatoUse *self)
{
  text_clear (&self->brief);
  text_clear (&self->how);
  text_clear (&self->caution);
  g_ptr_array_unref (self->reaches);
  g_free (self);
}

/* For the reader: an array that owns the #LegatoReach in it. */
GPtrArray *
legato_guide_new_reaches (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) reach_free);
}

static void
zone_free (LegatoZone *self)
{
  g_free (self->id);
  g_free (self->name);
  g_free (self->side_names[LEGATO_LEG_LEFT]);
  g_free (self->side_names[LEGATO_LEG_RIGHT]);
  g_free (self->words);
  text_clear (&self->place);
  text_clear (&self->caution);
  g_ptr_array_unref (self->reaches);
  g_ptr_array_unref (self->uses);
  g_free (self);
}

static void
technique_free (LegatoTechnique *self)
{
  g_free (self->id);
  g_free (self->tool);
  g_free (self->name);
  g_free (self->other_name);
  g_free (self->words);
  text_clear (&self->brief);
  text_clear (&self->how);
  text_clear (&self->why);
  text_clear (&self->caution);
  text_clear (&self->pressure);
  text_clear (&self->tempo);
  text_clear (&self->dose);
  g_ptr_array_unref (self->loads);
  g_ptr_array_unref (self->reaches);
  g_ptr_array_unref (self->uses);
  g_free (self);
}

static void
advice_free (LegatoAdvice *self)
{
  g_free (self->rule);
  g_free (self->flag);
  g_free (self->name);
  g_free (self->words);
  text_clear (&self->question);
  text_clear (&self->advice);
  g_free (self);
}

static void
tip_free (LegatoTip *self)
{
  g_free (self->id);
  g_free (self->name);
  g_free (self->words);
  g_free (self->advice);
  g_strfreev (self->subjects);
  g_ptr_array_unref (self->lines);
  g_free (self);
}

static void
check_free (LegatoChecklistItem *self)
{
  g_free (self->id);
  text_clear (&self->text);
  g_free (self);
}

/* For the reader: a tip that says nothing yet. */
LegatoTip *
legato_guide_new_tip (void)
{
  LegatoTip *tip = g_new0 (LegatoTip, 1);

  tip->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) text_free);
  return tip;
}

/* For the reader: a guide that holds nothing yet. */
LegatoGuide *
legato_guide_new_empty (void)
{
  LegatoGuide *self = g_new0 (LegatoGuide, 1);

  g_atomic_ref_count_init (&self->ref_count);
  g_rw_lock_init (&self->lock);
  self->own_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->adopted = g_ptr_array_new_with_free_func ((GDestroyNotify) legato_routine_free);
  self->sources = g_ptr_array_new_with_free_func ((GDestroyNotify) source_free);
  self->positions = g_ptr_array_new_with_free_func ((GDestroyNotify) position_free);
  self->zones = g_ptr_array_new_with_free_func ((GDestroyNotify) zone_free);
  self->techniques = g_ptr_array_new_with_free_func ((GDestroyNotify) technique_free);
  self->exercises = g_ptr_array_new_with_free_func ((GDestroyNotify) technique_free);
  self->routines = g_ptr_array_new_with_free_func ((GDestroyNotify) legato_routine_free);
  self->goals = g_ptr_array_new_with_free_func ((GDestroyNotify) legato_routine_free);
  self->advice = g_ptr_array_new_with_free_func ((GDestroyNotify) advice_free);
  self->tips = g_ptr_array_new_with_free_func ((GDestroyNotify) tip_free);
  self->checks = g_ptr_array_new_with_free_func ((GDestroyNotify) check_free);
  self->preparation = g_ptr_array_new ();
  self->uses = g_ptr_array_new_with_free_func ((GDestroyNotify) use_free);
  self->zones_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->techniques_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->routines_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->goals_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  return self;
}

LegatoGuide *
legato_guide_ref (LegatoGuide *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
legato_guide_unref (LegatoGuide *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_hash_table_unref (self->own_by_id);
  g_ptr_array_unref (self->adopted);
  g_rw_lock_clear (&self->lock);
  g_hash_table_unref (self->zones_by_id);
  g_hash_table_unref (self->techniques_by_id);
  g_hash_table_unref (self->routines_by_id);
  g_hash_table_unref (self->goals_by_id);
  g_ptr_array_unref (self->uses);
  g_ptr_array_unref (self->preparation);
  g_ptr_array_unref (self->checks);
  g_ptr_array_unref (self->tips);
  g_ptr_array_unref (self->advice);
  g_ptr_array_unref (self->goals);
  g_ptr_array_unref (self->routines);
  g_ptr_array_unref (self->exercises);
  g_ptr_array_unref (self->techniques);
  g_ptr_array_unref (self->zones);
  g_ptr_array_unref (self->positions);
  g_ptr_array_unref (self->sources);
  g_free (self);
}

GPtrArray *
legato_guide_get_zones (LegatoGuide *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->zones;
}

GPtrArray *
legato_guide_get_techniques (LegatoGuide *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->techniques;
}

GPtrArray *
legato_guide_get_exercises (LegatoGuide *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->exercises;
}

GPtrArray *
legato_guide_get_routines (LegatoGuide *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->routines;
}

GPtrArray *
legato_guide_get_goals (LegatoGuide *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->goals;
}

GPtrArray *
legato_guide_get_advice (LegatoGuide *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->advice;
}

GPtrArray *
legato_guide_get_tips (LegatoGuide *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->tips;
}

GPtrArray *
legato_guide_get_sources (LegatoGuide *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->sources;
}

const LegatoPosition *
legato_guide_find_position (LegatoGuide *self, const char *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  for (guint i = 0; i < self->positions->len; i++)
    {
      const LegatoPosition *position = g_ptr_array_index (self->positions, i);

      if (g_str_equal (position->id, id))
        return position;
    }
  return NULL;
}

const LegatoSource *
legato_guide_find_source (LegatoGuide *self, const char *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  for (guint i = 0; i < self->sources->len; i++)
    {
      const LegatoSource *source = g_ptr_array_index (self->sources, i);

      if (g_str_equal (source->id, id))
        return source;
    }
  return NULL;
}

/** legato_guide_find_advice: (nullable): what there is to say to @flag, "dvt" or "after-redness" */
const LegatoAdvice *
legato_guide_find_advice (LegatoGuide *self, const char *flag)
{
  g_return_val_if_fail (self != NULL && flag != NULL, NULL);

  for (guint i = 0; i < self->advice->len; i++)
    {
      const LegatoAdvice *advice = g_ptr_array_index (self->advice, i);

      if (g_str_equal (advice->flag, flag))
        return advice;
    }
  return NULL;
}

/** legato_guide_find_hands: (nullable): the technique of bare hands that consists of @stroke */
const LegatoTechnique *
legato_guide_find_hands (LegatoGuide *self, LegatoStroke stroke)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->techniques->len; i++)
    {
      const LegatoTechnique *technique = g_ptr_array_index (self->techniques, i);

      if (technique->kind == LEGATO_TECHNIQUE_HANDS && technique->stroke == stroke)
        return technique;
    }
  return NULL;
}

/**
 * legato_guide_find_breathing:
 * @legs_raised: while the legs rest on something, or however one sits
 *
 * Returns: (transfer none) (nullable): the exercise of calm breathing
 */
const LegatoTechnique *
legato_guide_find_breathing (LegatoGuide *self, gboolean legs_raised)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->exercises->len; i++)
    {
      const LegatoTechnique *exercise = g_ptr_array_index (self->exercises, i);

      if (exercise->stroke == LEGATO_STROKE_BREATH && (exercise->position != NULL) == legs_raised)
        return exercise;
    }
  return NULL;
}

const LegatoZone *
legato_guide_find_zone (LegatoGuide *self, const char *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);
  return g_hash_table_lookup (self->zones_by_id, id);
}

const LegatoTechnique *
legato_guide_find_technique (LegatoGuide *self, const char *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);
  return g_hash_table_lookup (self->techniques_by_id, id);
}

const LegatoRoutine *
legato_guide_find_routine (LegatoGuide *self, const char *id)
{
  const LegatoRoutine *routine = NULL;

  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  routine = g_hash_table_lookup (self->routines_by_id, id);
  if (routine == NULL)
    {
      g_rw_lock_reader_lock (&self->lock);
      routine = g_hash_table_lookup (self->own_by_id, id);
      g_rw_lock_reader_unlock (&self->lock);
    }
  return routine;
}

/**
 * legato_guide_adopt_routine:
 * @routine: (transfer full): an own routine, whose zones and techniques belong to @self
 *
 * From now on it is found by its id, in place of an own routine that was found by it before. Its
 * safety is not looked at.
 *
 * Returns: whether that could be done: no own routine may take the id of one that is shipped;
 *   @routine is @self's in any case
 */
gboolean
legato_guide_adopt_routine (LegatoGuide *self, LegatoRoutine *routine)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (routine != NULL && routine->own, FALSE);

  g_rw_lock_writer_lock (&self->lock);
  g_ptr_array_add (self->adopted, routine);
  if (!g_hash_table_contains (self->routines_by_id, routine->id))
    g_hash_table_replace (self->own_by_id, routine->id, routine);
  else
    routine = NULL;
  g_rw_lock_writer_unlock (&self->lock);
  return routine != NULL;
}

/** legato_guide_drop_routine: the own routine @id is found no more; who still uses it, may. */
void
legato_guide_drop_routine (LegatoGuide *self, const char *id)
{
  g_return_if_fail (self != NULL && id != NULL);

  g_rw_lock_writer_lock (&self->lock);
  g_hash_table_remove (self->own_by_id, id);
  g_rw_lock_writer_unlock (&self->lock);
}

static int
compare_routine_names (gconstpointer a, gconstpointer b)
{
  const LegatoRoutine *first = *(const LegatoRoutine *const *) a;
  const LegatoRoutine *second = *(const LegatoRoutine *const *) b;
  int order = g_utf8_collate (first->name, second->name);

  return order != 0 ? order : strcmp (first->id, second->id);
}

/**
 * legato_guide_dup_own_routines:
 *
 * Returns: (transfer container) (element-type LegatoRoutine): the own routines there are now, by
 *   name
 */
GPtrArray *
legato_guide_dup_own_routines (LegatoGuide *self)
{
  GPtrArray *routines = NULL;
  GHashTableIter iter;
  gpointer routine;

  g_return_val_if_fail (self != NULL, NULL);

  routines = g_ptr_array_new ();
  g_rw_lock_reader_lock (&self->lock);
  g_hash_table_iter_init (&iter, self->own_by_id);
  while (g_hash_table_iter_next (&iter, NULL, &routine))
    g_ptr_array_add (routines, routine);
  g_rw_lock_reader_unlock (&self->lock);
  g_ptr_array_sort (routines, compare_routine_names);
  return routines;
}

const LegatoRoutine *
legato_guide_find_goal (LegatoGuide *self, const char *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);
  return g_hash_table_lookup (self->goals_by_id, id);
}
