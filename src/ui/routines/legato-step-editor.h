/* legato-step-editor.h: changes one step of a routine
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "legato-routine.h"

G_BEGIN_DECLS

/**
 * LegatoStepEditor: offers for a step only what its technique and places allow
 *
 * A step of hands may have no place yet; it then asks for one.
 *
 * Signal `changed`: the person changed the step: see legato_step_editor_get_step().
 */
#define LEGATO_TYPE_STEP_EDITOR (legato_step_editor_get_type ())
G_DECLARE_FINAL_TYPE (LegatoStepEditor, legato_step_editor, LEGATO, STEP_EDITOR, AdwBin)

LegatoStepEditor *legato_step_editor_new (LegatoGuide *guide);

void legato_step_editor_show (LegatoStepEditor *self,
                              const LegatoRoutineStep *step,
                              LegatoRoutinePart part);
const LegatoRoutineStep *legato_step_editor_get_step (LegatoStepEditor *self,
                                                      LegatoRoutinePart *part);
void legato_step_editor_set_fault (LegatoStepEditor *self, const char *fault);

G_END_DECLS
