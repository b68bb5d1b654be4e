/* legato-guide-private.h: the inside of a guide, for its reader
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-guide-node.h"
#include "legato-guide.h"

G_BEGIN_DECLS

/* The format that the readers know; a change that old programs misread raises it. */
#define LEGATO_GUIDE_VERSION 1

/* No session is longer than half an hour (P-LEN). */
#define LEGATO_GUIDE_MAX_MINUTES 30

/**
 * Each array owns its elements; `by_id` tables borrow both keys and values from them.
 *
 * @own_by_id: the own routines there are now
 * @adopted: all own routines there ever were, in order; both under @lock, as they change
 */
struct _LegatoGuide
{
  gatomicrefcount ref_count;
  GRWLock lock;
  GHashTable *own_by_id;
  GPtrArray *adopted;
  GPtrArray *zones;
  GPtrArray *techniques;
  GPtrArray *exercises;
  GPtrArray *routines;
  GPtrArray *goals;
  GPtrArray *advice;
  GPtrArray *preparation;
  GPtrArray *uses;
  GHashTable *zones_by_id;
  GHashTable *techniques_by_id; /* exercises too */
  GHashTable *routines_by_id;
  GHashTable *goals_by_id;
};

LegatoGuide *legato_guide_new_empty (void);
gboolean
legato_guide_read (LegatoGuide *self, const LegatoGuideFile *files, gsize n_files, GError **error);
LegatoRoutine *
legato_routine_read (LegatoGuide *guide, const LegatoGuideNode *node, gboolean own, GError **error);
LegatoRoutine *
legato_routine_read_goal (LegatoGuide *guide, const LegatoGuideNode *node, GError **error);

G_END_DECLS
