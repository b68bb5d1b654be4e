/* legato-guide-private.h: the inside of a guide, for its reader
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-guide.h"

G_BEGIN_DECLS

/** Each array owns its elements; `by_id` tables borrow both keys and values from them. */
struct _LegatoGuide
{
  gatomicrefcount ref_count;
  GPtrArray *zones;
  GPtrArray *techniques;
  GPtrArray *exercises;
  GPtrArray *routines;
  GPtrArray *advice;
  GPtrArray *preparation;
  GPtrArray *uses;
  GHashTable *zones_by_id;
  GHashTable *techniques_by_id; /* exercises too */
  GHashTable *routines_by_id;
};

LegatoGuide *legato_guide_new_empty (void);
gboolean
legato_guide_read (LegatoGuide *self, const LegatoGuideFile *files, gsize n_files, GError **error);
void legato_routine_step_free (LegatoRoutineStep *self);

G_END_DECLS
