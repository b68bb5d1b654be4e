/* legato-routine-shelf-testing.h: lets tests find a routine by its id
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-routine-shelf.h"

G_BEGIN_DECLS

LegatoShelfItem *legato_routine_shelf_find (LegatoRoutineShelf *self, const char *id);

G_END_DECLS
