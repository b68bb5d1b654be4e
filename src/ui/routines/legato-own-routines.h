/* legato-own-routines.h: all that can be done with a person's own routines in a window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "legato-routine-shelf.h"

G_BEGIN_DECLS

/**
 * LegatoOwnRoutines: gives its window the actions `own.new`, `own.open`, `own.copy` and `own.share`
 * with a routine's id, `own.edit` with an own one's, and `own.delete` with the path of its file
 *
 * Signal `kept`: a routine was taken from a file.
 */
#define LEGATO_TYPE_OWN_ROUTINES (legato_own_routines_get_type ())
G_DECLARE_FINAL_TYPE (LegatoOwnRoutines, legato_own_routines, LEGATO, OWN_ROUTINES, GObject)

LegatoOwnRoutines *
legato_own_routines_new (GtkWindow *window, AdwToastOverlay *toasts, LegatoRoutineShelf *shelf);

void legato_own_routines_open (LegatoOwnRoutines *self, GFile *file);
gboolean legato_own_routines_may_start (LegatoOwnRoutines *self, const LegatoRoutine *routine);

G_END_DECLS
