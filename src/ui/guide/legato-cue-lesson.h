/* legato-cue-lesson.h: what each cue says, and a timeline that shows it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-timeline.h"

G_BEGIN_DECLS

/**
 * LegatoCueLesson:
 * @kind: what is learned
 * @name: its name, translated
 * @words: a sentence that says what is heard and what to do then; translated
 */
typedef struct
{
  LegatoCueKind kind;
  const char *name;
  const char *words;
} LegatoCueLesson;

void legato_cue_lesson_get (LegatoCueKind kind, LegatoCueLesson *lesson);
LegatoTimeline *legato_cue_lesson_make_timeline (LegatoGuide *guide, LegatoCueKind kind);

G_END_DECLS
