/* legato-script.h: what a voice says during a session, and when
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-timeline.h"

G_BEGIN_DECLS

/**
 * LegatoScriptLine: what is said in one go
 * @step: index of the step that it tells of, which may be the next one
 * @onset: nanoseconds on the timeline: nobody speaks before
 * @until: nanoseconds on the timeline: nobody speaks after; on a fast timeline the last sentences
 *   may have to be left out for that
 * @sentences: (array zero-terminated=1): one or more, translated, the most important one first
 */
typedef struct
{
  int step;
  gint64 onset;
  gint64 until;
  char **sentences;
} LegatoScriptLine;

GPtrArray *legato_script_new (LegatoTimeline *timeline);
char *legato_script_dup_language (void);

G_END_DECLS
