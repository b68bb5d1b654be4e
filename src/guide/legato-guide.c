/* legato-guide.c: the guide and what it hands out
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-guide"

#include "config.h"

#include <string.h>

#include "legato-guide-private.h"
#include "legato-routine.h"

G_DEFINE_QUARK (legato_guide_error, legato_guide_error)
G_DEFINE_BOXED_TYPE (LegatoGuide, legato_guide, legato_guide_ref, legato_guide_unref)

/* The files below a resource path that make up the guide, in the order they build on each other. */
static const char *const file_names[] = {
  "zones.xml", "techniques.xml", "routines.xml", "goals.xml", "advice.xml",
};

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
zone_free (LegatoZone *self)
{
  g_free (self->id);
  g_free (self->name);
  g_free (self->side_names[LEGATO_LEG_LEFT]);
  g_free (self->side_names[LEGATO_LEG_RIGHT]);
  g_free (self->words);
  text_clear (&self->place);
  text_clear (&self->caution);
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
  text_clear (&self->how);
  text_clear (&self->why);
  text_clear (&self->caution);
  text_clear (&self->pressure);
  text_clear (&self->tempo);
  text_clear (&self->dose);
  g_ptr_array_unref (self->uses);
  g_free (self);
}

static void
advice_free (LegatoAdvice *self)
{
  g_free (self->rule);
  g_free (self->flag);
  text_clear (&self->question);
  text_clear (&self->advice);
  g_free (self);
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
  self->zones = g_ptr_array_new_with_free_func ((GDestroyNotify) zone_free);
  self->techniques = g_ptr_array_new_with_free_func ((GDestroyNotify) technique_free);
  self->exercises = g_ptr_array_new_with_free_func ((GDestroyNotify) technique_free);
  self->routines = g_ptr_array_new_with_free_func ((GDestroyNotify) legato_routine_free);
  self->goals = g_ptr_array_new_with_free_func ((GDestroyNotify) legato_routine_free);
  self->advice = g_ptr_array_new_with_free_func ((GDestroyNotify) advice_free);
  self->preparation = g_ptr_array_new_with_free_func ((GDestroyNotify) text_free);
  self->uses = g_ptr_array_new_with_free_func (g_free);
  self->zones_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->techniques_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->routines_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->goals_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  return self;
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

  if (!legato_guide_read (self, files, n_files, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * legato_guide_new_from_resource: reads zones.xml, techniques.xml, routines.xml, goals.xml and
 * advice.xml
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
  g_ptr_array_unref (self->advice);
  g_ptr_array_unref (self->goals);
  g_ptr_array_unref (self->routines);
  g_ptr_array_unref (self->exercises);
  g_ptr_array_unref (self->techniques);
  g_ptr_array_unref (self->zones);
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
legato_guide_get_preparation (LegatoGuide *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->preparation;
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

/** legato_zone_find_use: (nullable): %NULL if @technique is not for this zone. */
const LegatoUse *
legato_zone_find_use (const LegatoZone *self, const LegatoTechnique *technique)
{
  g_return_val_if_fail (self != NULL && technique != NULL, NULL);

  for (guint i = 0; i < self->uses->len; i++)
    {
      const LegatoUse *use = self->uses->pdata[i];

      if (use->technique == technique)
        return use;
    }
  return NULL;
}
