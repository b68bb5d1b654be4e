/* legato-routine-editor.h: a window in which a routine is built
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "legato-routine-shelf.h"

G_BEGIN_DECLS

/**
 * LegatoRoutineEditor: a modal window that changes a routine and keeps it on the shelf
 *
 * Asks before changes are lost. Signal `saved`, with the routine's id: it is on the shelf as it is
 * now, and the window closes.
 */
#define LEGATO_TYPE_ROUTINE_EDITOR (legato_routine_editor_get_type ())
G_DECLARE_FINAL_TYPE (LegatoRoutineEditor, legato_routine_editor, LEGATO, ROUTINE_EDITOR, AdwWindow)

LegatoRoutineEditor *legato_routine_editor_new (GtkWindow *parent,
                                                LegatoRoutineShelf *shelf,
                                                const LegatoRoutine *routine);

G_END_DECLS
