/* legato-step-row.h: a step of a routine that is being changed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "legato-routine.h"

G_BEGIN_DECLS

/**
 * LegatoStepRow: a row that can be dragged
 *
 * What is done with it becomes one of the actions `step.edit`, `step.move-up`, `step.move-down`,
 * `step.duplicate`, `step.remove` with its number, or `step.move-to` with the number of what was
 * dropped on it and its own; a widget around it has them.
 */
#define LEGATO_TYPE_STEP_ROW (legato_step_row_get_type ())
G_DECLARE_FINAL_TYPE (LegatoStepRow, legato_step_row, LEGATO, STEP_ROW, AdwPreferencesRow)

LegatoStepRow *legato_step_row_new (void);
guint legato_step_row_get_index (LegatoStepRow *self);
void legato_step_row_set_step (LegatoStepRow *self,
                               const LegatoRoutineStep *step,
                               guint index,
                               const char *fault);

G_END_DECLS
