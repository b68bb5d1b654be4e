/* legato-routine.h: a person's own routines: made, changed, read from and written to files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-guide.h"

G_BEGIN_DECLS

/** What a file of an own routine ends in, and what the desktop calls its kind. */
#define LEGATO_ROUTINE_SUFFIX ".legato"
#define LEGATO_ROUTINE_MIME_TYPE "application/vnd.legato.routine+xml"

/** A routine of 30 minutes with a step a second or two has no more steps than this. */
#define LEGATO_ROUTINE_MAX_STEPS 200

/** Longest name and summary, in characters: they have to fit a row and a card. */
#define LEGATO_ROUTINE_MAX_NAME 80
#define LEGATO_ROUTINE_MAX_SUMMARY 600

/** Most times a week that a therapist may want a routine done: twice a day. */
#define LEGATO_ROUTINE_MAX_TIMES 14

/** Longest step of a routine, in seconds: as long as a whole session may be. */
#define LEGATO_ROUTINE_MAX_STEP_S (30 * 60)

/** A file of more bytes than this is none of an own routine: 200 steps take 40 KiB. */
#define LEGATO_ROUTINE_MAX_BYTES (256 * 1024)

/** When a step is done: once before both legs' turns, in the turn of each leg, once after them. */
typedef enum
{
  LEGATO_PART_BEFORE,
  LEGATO_PART_LEG,
  LEGATO_PART_AFTER,
} LegatoRoutinePart;

#define LEGATO_N_PARTS 3

char *legato_routine_make_id (void);
LegatoRoutine *legato_routine_new (const char *id, const char *name);
LegatoRoutine *legato_routine_copy (const LegatoRoutine *self);
void legato_routine_free (LegatoRoutine *self);
gboolean legato_routine_equal (const LegatoRoutine *self, const LegatoRoutine *other);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LegatoRoutine, legato_routine_free)

LegatoRoutineStep *legato_routine_step_new (LegatoPhase phase,
                                            const LegatoTechnique *technique,
                                            LegatoPressure pressure,
                                            guint seconds);
LegatoRoutineStep *legato_routine_step_copy (const LegatoRoutineStep *self);
void legato_routine_step_free (LegatoRoutineStep *self);
gboolean legato_routine_step_equal (const LegatoRoutineStep *self, const LegatoRoutineStep *other);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LegatoRoutineStep, legato_routine_step_free)

GPtrArray *legato_routine_get_part (const LegatoRoutine *self, LegatoRoutinePart part);
guint legato_routine_get_n_steps (const LegatoRoutine *self);
const LegatoRoutineStep *
legato_routine_get_step (const LegatoRoutine *self, guint index, LegatoRoutinePart *part);
guint legato_routine_get_part_seconds (const LegatoRoutine *self, LegatoRoutinePart part);
guint legato_routine_get_seconds (const LegatoRoutine *self);

LegatoRoutine *
legato_routine_new_from_bytes (LegatoGuide *guide, const char *name, GBytes *bytes, GError **error);
GBytes *legato_routine_to_bytes (const LegatoRoutine *self);
gboolean legato_routine_save (const LegatoRoutine *self, const char *path, GError **error);

G_END_DECLS
