/* legato-search-words.h: words as a search compares them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LegatoSearchWord: one word, without case and accents
 * @text: as it was written, folded
 * @stem: what is left of it without its endings: "ach" of "aches" and "aching"
 */
typedef struct
{
  char *text;
  char *stem;
} LegatoSearchWord;

GArray *legato_search_words_split (const char *text);
gboolean legato_search_words_are_close (const char *typed, const char *known);

G_END_DECLS
