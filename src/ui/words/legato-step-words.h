/* legato-step-words.h: a step in words, to be read and heard while the hands do it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-timeline.h"

G_BEGIN_DECLS

char *legato_step_words_dup_told (LegatoPlan *plan, guint index);
GPtrArray *legato_step_words_list_pages (LegatoPlan *plan, guint index);
const char *legato_step_words_find_page (GPtrArray *pages, gint64 elapsed, gint64 length);
char *legato_step_words_dup_start (LegatoPlan *plan);
char *legato_step_words_dup_next (LegatoPlan *plan, guint index);

G_END_DECLS
