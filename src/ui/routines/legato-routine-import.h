/* legato-routine-import.h: shows what a file of a routine holds, before it is kept
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "legato-routine-shelf.h"

G_BEGIN_DECLS

/**
 * LegatoRoutineImport: a modal window
 *
 * Signal `kept`, with the id that the routine has now: it is on the shelf, and the window closes.
 */
#define LEGATO_TYPE_ROUTINE_IMPORT (legato_routine_import_get_type ())
G_DECLARE_FINAL_TYPE (LegatoRoutineImport, legato_routine_import, LEGATO, ROUTINE_IMPORT, AdwWindow)

LegatoRoutineImport *
legato_routine_import_new (GtkWindow *parent, LegatoRoutineShelf *shelf, LegatoRoutine *routine);

G_END_DECLS
