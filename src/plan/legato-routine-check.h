/* legato-routine-check.h: what keeps an own routine from being started
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-safety.h"

G_BEGIN_DECLS

/**
 * LegatoFault: why an own routine cannot be started as it is
 * @rule: (nullable): id of the rule of docs/domain.md §7 that it breaks; %NULL if it is merely
 * unfinished
 * @words: the rule, or what is missing, for a person
 * @mend: what would mend it, for a person
 * @step: which of its steps, as by legato_routine_get_step(), or -1 if no single one
 */
typedef struct
{
  const char *rule;
  char *words;
  char *mend;
  int step;
} LegatoFault;

GPtrArray *legato_routine_find_faults (LegatoGuide *guide, const LegatoRoutine *routine);
guint legato_routine_step_get_least_seconds (const LegatoRoutineStep *step);
guint legato_routine_step_get_most_seconds (const LegatoRoutineStep *step);
LegatoPressure legato_routine_step_get_cap (const LegatoRoutineStep *step);

G_END_DECLS
