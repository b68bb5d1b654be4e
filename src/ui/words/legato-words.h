/* legato-words.h: numbers and sources in words, for more than one page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-guide.h"

G_BEGIN_DECLS

char *legato_words_dup_minutes (guint minutes);
char *legato_words_dup_clock (guint seconds);
char *legato_words_dup_day (guint32 day);
char *legato_words_dup_sources (const char *const *tags);

G_END_DECLS
