/* legato-csv-names.h: what places, legs, routines and goals are called in a table of entries
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-csv-columns.h"
#include "legato-guide.h"

G_BEGIN_DECLS

/**
 * LegatoCsvNames: names of the guide's things, in the language of the person, by their ids
 *
 * It does not change, and may be read by any thread.
 */
typedef struct _LegatoCsvNames LegatoCsvNames;

LegatoCsvNames *legato_csv_names_new (LegatoGuide *guide);
LegatoCsvNames *legato_csv_names_ref (LegatoCsvNames *self);
void legato_csv_names_unref (LegatoCsvNames *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LegatoCsvNames, legato_csv_names_unref)

const char *
legato_csv_names_get (const LegatoCsvNames *self, LegatoCsvColumn column, const char *id);
char *
legato_csv_names_find_id (const LegatoCsvNames *self, LegatoCsvColumn column, const char *word);

G_END_DECLS
