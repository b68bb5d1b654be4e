/* legato-csv-columns.h: what the columns of a table of entries mean
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** What a column holds, in the order in which an export has them. */
typedef enum
{
  LEGATO_CSV_DATE,       /* 2026-11-29 */
  LEGATO_CSV_TIME,       /* 18:05:00; noon if there is none */
  LEGATO_CSV_UTC_OFFSET, /* +01:00; what holds on this computer if there is none */
  LEGATO_CSV_KIND,       /* session, check-in …; check-in if there is none */
  LEGATO_CSV_ROUTINE,    /* its id, or its name */
  LEGATO_CSV_GOAL,       /* likewise */
  LEGATO_CSV_MINUTES,    /* done */
  LEGATO_CSV_MEASURE,    /* soreness, a feeling, girth, follow-up; soreness if none */
  LEGATO_CSV_PLACE,      /* of soreness and girth; its id, or its name */
  LEGATO_CSV_LEG,        /* left, right, both, or in words */
  LEGATO_CSV_MOMENT,     /* before, after …; what suits the kind if there is none */
  LEGATO_CSV_VALUE,      /* 0 to 10; girth in centimetres; better, same, worse */
  LEGATO_CSV_LATE,       /* yes or nothing */
  LEGATO_CSV_TAGS,       /* with semicolons between them */
  LEGATO_CSV_NOTE,
  LEGATO_CSV_ENTRY, /* UUID */
  LEGATO_CSV_N_COLUMNS,
} LegatoCsvColumn;

const char *legato_csv_column_get_id (LegatoCsvColumn column);
const char *legato_csv_column_get_id_column (LegatoCsvColumn column);
void legato_csv_guess_columns (const char *const *header, int columns[LEGATO_CSV_N_COLUMNS]);

G_END_DECLS
