/* legato-csv-columns.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-journal"

#include "config.h"

#include "legato-csv-columns.h"

static const char *const ids[LEGATO_CSV_N_COLUMNS] = {
  "date",  "time", "utc_offset", "kind",  "routine", "goal", "minutes", "measure",
  "place", "leg",  "moment",     "value", "late",    "tags", "note",    "entry",
};

/* An export has names in the column of that name, for a person to read, and ids in these. */
static const char *const id_columns[LEGATO_CSV_N_COLUMNS] = {
  [LEGATO_CSV_ROUTINE] = "routine_id",
  [LEGATO_CSV_GOAL] = "goal_id",
  [LEGATO_CSV_PLACE] = "place_id",
  [LEGATO_CSV_LEG] = "leg_id",
};

/** Returns: (transfer none): what an export calls the column */
const char *
legato_csv_column_get_id (LegatoCsvColumn column)
{
  g_return_val_if_fail ((guint) column < LEGATO_CSV_N_COLUMNS, "");
  return ids[column];
}

/** Returns: (transfer none) (nullable): what an export calls the column with the ids of what stands
 * in @column by its name; %NULL if nothing does */
const char *
legato_csv_column_get_id_column (LegatoCsvColumn column)
{
  g_return_val_if_fail ((guint) column < LEGATO_CSV_N_COLUMNS, NULL);
  return id_columns[column];
}

static int
find_column (const char *const *header, const char *wanted)
{
  for (int i = 0; wanted != NULL && header[i] != NULL; i++)
    {
      g_autofree char *name = g_strstrip (g_strdup (header[i]));

      if (g_ascii_strcasecmp (name, wanted) == 0)
        return i;
    }
  return -1;
}

/**
 * legato_csv_guess_columns:
 * @header: (array zero-terminated=1): the first row of a table
 * @columns: (out): at which place, from 0, each is found; -1 for none
 *
 * Guesses by the names that an export gives, in any letter case; ids are better than names.
 */
void
legato_csv_guess_columns (const char *const *header, int columns[LEGATO_CSV_N_COLUMNS])
{
  for (int i = 0; i < LEGATO_CSV_N_COLUMNS; i++)
    {
      columns[i] = find_column (header, id_columns[i]);
      if (columns[i] < 0)
        columns[i] = find_column (header, ids[i]);
    }
}
