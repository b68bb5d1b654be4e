/* legato-database-check.h: looks through a whole journal for damage (internal)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-database.h"
#include "legato-progress.h"

G_BEGIN_DECLS

/** The columns n0 to n10 of felt_day, from ratings of one place, day and moment. */
#define LEGATO_FELT_COUNTS                                                                         \
  "sum (value = 0), sum (value = 1), sum (value = 2), sum (value = 3), sum (value = 4), "          \
  "sum (value = 5), sum (value = 6), sum (value = 7), sum (value = 8), sum (value = 9), "          \
  "sum (value = 10)"

gboolean legato_database_check_counts (sqlite3 *db, gboolean *right, GError **error);
gboolean legato_database_mend_counts (sqlite3 *db, GError **error);
gboolean legato_database_check_all (sqlite3 *db,
                                    gboolean thorough,
                                    const LegatoProgress *progress,
                                    GError **error);
gboolean
legato_database_check_file (const char *path, const LegatoProgress *progress, GError **error);

/** LegatoCheck: a look for damage on a thread of its own */
typedef struct _LegatoCheck LegatoCheck;

LegatoCheck *legato_check_start (const char *path);
gboolean legato_check_wait (LegatoCheck *self, GCancellable *cancellable, GError **error);
LegatoCheck *legato_check_ref (LegatoCheck *self);
void legato_check_unref (LegatoCheck *self);
void legato_check_cancel (LegatoCheck *self);

G_END_DECLS
