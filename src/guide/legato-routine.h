/* legato-routine.h: a session as the guide or a person wrote it down: steps, lengths, what for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-guide-content.h"

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

/**
 * LegatoRoutineStep:
 * @zones: (element-type LegatoZone): distal to proximal; empty for exercises.
 *   A lifted zone (popliteal) may stand among them: the planner drops it from what is touched.
 * @seconds: at the routine's own length
 * @from_minutes: for a goal: the shortest session that has room for the step; otherwise 0
 * @brisk: glides go up to the fastest pace, not at the comfortable one
 * @instead: (element-type LegatoTechnique): tools that may take the technique's place for a person
 *   who has them, the best one first; on zones that such a tool is not for, the technique stays.
 *   May be empty, and is in an own routine
 */
typedef struct
{
  LegatoPhase phase;
  const LegatoTechnique *technique;
  GPtrArray *zones;
  LegatoPressure pressure;
  guint seconds;
  guint from_minutes;
  gboolean brisk;
  GPtrArray *instead;
} LegatoRoutineStep;

/**
 * LegatoRoutine:
 * @own: whether it is a person's own (see legato-routine.h): made or changed by them, or read from
 *   a file; then nobody has promised that it keeps the rules of a session
 * @words: (nullable): as for a zone
 * @summary: what it is for; may be empty in an own routine
 * @source: space separated source tags; empty in an own routine
 * @minutes: the lengths it is offered at, rising, terminated by 0; none in an own routine, which
 *   lasts as long as its steps do
 * @own_minutes: the steps' seconds (twice @leg_steps plus @before plus @after) in minutes, which
 *   are rounded for an own routine
 * @given_by: (nullable): who gave an own routine to the person, a therapist for instance
 * @times_a_week: how often it is to be done then, up to %LEGATO_ROUTINE_MAX_TIMES; 0 if that was
 *   not said
 * @before, @leg_steps, @after: (element-type LegatoRoutineStep): once for both legs; on each leg;
 *   once for both legs
 * @distal_first: %FALSE in the swelling routine, whose passes start at the thigh (P-ORDER)
 * @partner: whether another person's hands do it
 * @dressed: done in clothes and on a chair, so that it has no oil
 * @no_rest: a rest with legs raised does not go with it
 * @prepare: (nullable): ids of what to see to before it begins; %NULL for the usual
 * @preparation: (element-type LegatoText): the same in words
 * @closing: (nullable): a tool that ends the session of a person who has it and the time: counted
 *   neither in @own_minutes nor in @minutes, and not in an own routine
 *
 * What a session for a goal is composed of is one too, without @minutes; not all of its steps are
 * in every session (LegatoRoutineStep.from_minutes).
 */
typedef struct
{
  gboolean own;
  char *id;
  char *name;
  char *words;
  char *summary;
  char *source;
  guint *minutes;
  guint own_minutes;
  gboolean distal_first;
  gboolean partner;
  gboolean dressed;
  gboolean no_rest;
  char *given_by;
  guint times_a_week;
  char *prepare;
  GPtrArray *preparation;
  GPtrArray *before;
  GPtrArray *leg_steps;
  GPtrArray *after;
  LegatoRoutineStep *closing;
} LegatoRoutine;

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
gboolean legato_routine_text_shows (const char *text);

G_END_DECLS
