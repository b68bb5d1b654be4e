/* legato-routine-shelf.h: the folder that keeps a person's own routines
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-guide.h"

G_BEGIN_DECLS

/**
 * LegatoShelfItem: one file of the folder
 *
 * Immutable: a file that changes becomes another item.
 */
#define LEGATO_TYPE_SHELF_ITEM (legato_shelf_item_get_type ())
G_DECLARE_FINAL_TYPE (LegatoShelfItem, legato_shelf_item, LEGATO, SHELF_ITEM, GObject)

const LegatoRoutine *legato_shelf_item_get_routine (LegatoShelfItem *self);
const char *legato_shelf_item_get_path (LegatoShelfItem *self);
const GError *legato_shelf_item_get_error (LegatoShelfItem *self);
char *legato_shelf_item_dup_name (LegatoShelfItem *self);

/**
 * LegatoRoutineShelf: a list of #LegatoShelfItem, by name, those that cannot be read last
 *
 * What it holds, its guide knows: see legato_guide_find_routine().
 */
#define LEGATO_TYPE_ROUTINE_SHELF (legato_routine_shelf_get_type ())
G_DECLARE_FINAL_TYPE (LegatoRoutineShelf, legato_routine_shelf, LEGATO, ROUTINE_SHELF, GObject)

char *legato_routine_shelf_get_default_path (void);
LegatoRoutineShelf *legato_routine_shelf_new (LegatoGuide *guide, const char *path);

void legato_routine_shelf_empty_bin (LegatoRoutineShelf *self);
LegatoGuide *legato_routine_shelf_get_guide (LegatoRoutineShelf *self);
LegatoShelfItem *
legato_routine_shelf_put (LegatoRoutineShelf *self, const LegatoRoutine *routine, GError **error);
gboolean
legato_routine_shelf_remove (LegatoRoutineShelf *self, LegatoShelfItem *item, GError **error);
gboolean
legato_routine_shelf_restore (LegatoRoutineShelf *self, LegatoShelfItem *item, GError **error);

G_END_DECLS
