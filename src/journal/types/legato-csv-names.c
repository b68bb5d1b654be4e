/* legato-csv-names.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-journal"

#include "config.h"

#include "legato-csv-names.h"

struct _LegatoCsvNames
{
  gatomicrefcount ref_count;
  GHashTable *columns[LEGATO_CSV_N_COLUMNS]; /* id → name; %NULL where ids are what is read */
};

static void
add (LegatoCsvNames *self, LegatoCsvColumn column, const char *id, const char *name)
{
  if (self->columns[column] == NULL)
    self->columns[column] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_hash_table_insert (self->columns[column], g_strdup (id), g_strdup (name));
}

static void
add_routines (LegatoCsvNames *self, LegatoCsvColumn column, GPtrArray *routines)
{
  for (guint i = 0; i < routines->len; i++)
    {
      const LegatoRoutine *routine = g_ptr_array_index (routines, i);

      add (self, column, routine->id, routine->name);
    }
}

/**
 * legato_csv_names_new:
 *
 * Returns: (transfer full): names as they are now, those of own routines too
 */
LegatoCsvNames *
legato_csv_names_new (LegatoGuide *guide)
{
  LegatoCsvNames *self = g_new0 (LegatoCsvNames, 1);
  g_autoptr (GPtrArray) own = legato_guide_dup_own_routines (guide);
  GPtrArray *zones = legato_guide_get_zones (guide);

  g_atomic_ref_count_init (&self->ref_count);
  for (guint i = 0; i < zones->len; i++)
    {
      const LegatoZone *zone = g_ptr_array_index (zones, i);

      add (self, LEGATO_CSV_PLACE, zone->id, zone->name);
    }
  for (int leg = LEGATO_LEG_LEFT; leg <= LEGATO_LEG_BOTH; leg++)
    add (self, LEGATO_CSV_LEG, legato_leg_to_id ((LegatoLeg) leg),
         legato_leg_get_name ((LegatoLeg) leg));
  add_routines (self, LEGATO_CSV_ROUTINE, own);
  add_routines (self, LEGATO_CSV_ROUTINE, legato_guide_get_routines (guide));
  add_routines (self, LEGATO_CSV_GOAL, legato_guide_get_goals (guide));
  return self;
}

LegatoCsvNames *
legato_csv_names_ref (LegatoCsvNames *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
legato_csv_names_unref (LegatoCsvNames *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  for (int i = 0; i < LEGATO_CSV_N_COLUMNS; i++)
    g_clear_pointer (&self->columns[i], g_hash_table_unref);
  g_free (self);
}

/**
 * legato_csv_names_get:
 * @self: (nullable): %NULL where nobody knows any names
 * @id: (nullable)
 *
 * Returns: (transfer none) (nullable): the name of @id, or @id itself
 */
const char *
legato_csv_names_get (const LegatoCsvNames *self, LegatoCsvColumn column, const char *id)
{
  const char *name = self != NULL && id != NULL && self->columns[column] != NULL
                         ? g_hash_table_lookup (self->columns[column], id)
                         : NULL;

  return name != NULL ? name : id;
}

/**
 * legato_csv_names_find_id:
 * @self: (nullable)
 * @word: an id, or a name in any letter case
 *
 * Returns: (transfer full): what @word stands for; @word itself if nobody knows
 */
char *
legato_csv_names_find_id (const LegatoCsvNames *self, LegatoCsvColumn column, const char *word)
{
  GHashTable *names = self != NULL ? self->columns[column] : NULL;
  g_autofree char *folded = g_utf8_casefold (word, -1);
  GHashTableIter iter;
  gpointer id, name;

  if (names == NULL || g_hash_table_contains (names, word))
    return g_strdup (word);
  g_hash_table_iter_init (&iter, names);
  while (g_hash_table_iter_next (&iter, &id, &name))
    {
      g_autofree char *other = g_utf8_casefold (name, -1);

      if (g_str_equal (folded, other) || g_ascii_strcasecmp (word, id) == 0)
        return g_strdup (id);
    }
  return g_strdup (word);
}
