/* legato-routine-draft.h: a routine that is being changed, with undo and redo
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-routine.h"

G_BEGIN_DECLS

/**
 * LegatoRoutineDraft: a routine and what it was before each change
 *
 * Steps are numbered as by legato_routine_get_step(). Only exercises may stand before and after the
 * legs' turns.
 *
 * Signal `changed`: the routine, or what can be undone, is another one now.
 */
#define LEGATO_TYPE_ROUTINE_DRAFT (legato_routine_draft_get_type ())
G_DECLARE_FINAL_TYPE (LegatoRoutineDraft, legato_routine_draft, LEGATO, ROUTINE_DRAFT, GObject)

LegatoRoutineDraft *legato_routine_draft_new (const LegatoRoutine *routine);

const LegatoRoutine *legato_routine_draft_get_routine (LegatoRoutineDraft *self);
gboolean legato_routine_draft_is_changed (LegatoRoutineDraft *self);
void legato_routine_draft_mark_saved (LegatoRoutineDraft *self);

void legato_routine_draft_set_name (LegatoRoutineDraft *self, const char *name);
void legato_routine_draft_set_summary (LegatoRoutineDraft *self, const char *summary);
void legato_routine_draft_set_given (LegatoRoutineDraft *self, const char *by, guint times_a_week);
int legato_routine_draft_add_step (LegatoRoutineDraft *self,
                                   LegatoRoutinePart part,
                                   const LegatoRoutineStep *step);
int legato_routine_draft_set_step (LegatoRoutineDraft *self,
                                   guint index,
                                   LegatoRoutinePart part,
                                   const LegatoRoutineStep *step);
int legato_routine_draft_duplicate_step (LegatoRoutineDraft *self, guint index);
void legato_routine_draft_remove_step (LegatoRoutineDraft *self, guint index);
int legato_routine_draft_move_up (LegatoRoutineDraft *self, guint index);
int legato_routine_draft_move_down (LegatoRoutineDraft *self, guint index);
int legato_routine_draft_move_to (LegatoRoutineDraft *self, guint index, guint target);

gboolean legato_routine_draft_can_undo (LegatoRoutineDraft *self);
gboolean legato_routine_draft_can_redo (LegatoRoutineDraft *self);
void legato_routine_draft_undo (LegatoRoutineDraft *self);
void legato_routine_draft_redo (LegatoRoutineDraft *self);

G_END_DECLS
