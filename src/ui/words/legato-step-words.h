/* legato-step-words.h: a step in words, to be read and heard while the hands do it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-plan.h"

G_BEGIN_DECLS

char *legato_step_words_dup_caption (const LegatoStep *step);
char *legato_step_words_dup_start (const LegatoStep *step);

G_END_DECLS
