/* legato-routine-actions.h: all that can be done with a person's own routines in a window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "legato-routine-shelf.h"

G_BEGIN_DECLS

/**
 * LegatoRoutineActions: gives its window the actions `own.new`, `own.open`, `own.copy` and
 * `own.share` with a routine's id, `own.edit` with an own one's, and `own.delete` with the path of
 * its file
 *
 * Signal `kept`: a routine was taken from a file.
 */
#define LEGATO_TYPE_ROUTINE_ACTIONS (legato_routine_actions_get_type ())
G_DECLARE_FINAL_TYPE (LegatoRoutineActions,
                      legato_routine_actions,
                      LEGATO,
                      ROUTINE_ACTIONS,
                      GObject)

LegatoRoutineActions *
legato_routine_actions_new (GtkWindow *window, AdwToastOverlay *toasts, LegatoRoutineShelf *shelf);

void legato_routine_actions_open (LegatoRoutineActions *self, GFile *file);
gboolean legato_routine_actions_may_start (LegatoRoutineActions *self,
                                           const LegatoRoutine *routine);

G_END_DECLS
