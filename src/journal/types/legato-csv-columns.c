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

/** Returns: (transfer none): what an export calls the column */
const char *
legato_csv_column_get_id (LegatoCsvColumn column)
{
  g_return_val_if_fail ((guint) column < LEGATO_CSV_N_COLUMNS, "");
  return ids[column];
}

/**
 * legato_csv_guess_columns:
 * @header: (array zero-terminated=1): the first row of a table
 * @columns: (out): at which place, from 0, each is found; -1 for none
 *
 * Guesses by the names that an export gives, in any letter case.
 */
void
legato_csv_guess_columns (const char *const *header, int columns[LEGATO_CSV_N_COLUMNS])
{
  for (int i = 0; i < LEGATO_CSV_N_COLUMNS; i++)
    {
      columns[i] = -1;
      for (int j = 0; header[j] != NULL && columns[i] < 0; j++)
        {
          g_autofree char *name = g_strstrip (g_strdup (header[j]));

          if (g_ascii_strcasecmp (name, ids[i]) == 0)
            columns[i] = j;
        }
    }
}
