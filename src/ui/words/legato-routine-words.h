/* legato-routine-words.h: what is said of routines and their steps
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-routine-check.h"
#include "legato-routine.h"

G_BEGIN_DECLS

char *legato_routine_words_dup_length (const LegatoRoutine *routine);
char *legato_routine_words_dup_given (const LegatoRoutine *routine);
char *legato_routine_words_dup_balance (const LegatoRoutine *routine, gboolean spoken);
char *legato_routine_words_dup_tools (LegatoGuide *guide, const LegatoRoutine *routine);
char *legato_routine_words_dup_detail (const LegatoRoutineStep *step);
char *legato_routine_words_dup_fault (const LegatoFault *fault);
char *legato_routine_words_dup_copy_name (const char *name);

G_END_DECLS
