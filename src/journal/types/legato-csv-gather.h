/* legato-csv-gather.h: the entries that the rows of a table say (internal)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-entry.h"

G_BEGIN_DECLS

typedef struct _LegatoCsvGather LegatoCsvGather;

LegatoCsvGather *legato_csv_gather_new (void);
void legato_csv_gather_free (LegatoCsvGather *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LegatoCsvGather, legato_csv_gather_free)

char *legato_csv_gather_make_uuid (const char *text);
void legato_csv_gather_add (LegatoCsvGather *self, LegatoEntry *row, gboolean may_repeat);
GPtrArray *legato_csv_gather_get_entries (LegatoCsvGather *self);

G_END_DECLS
