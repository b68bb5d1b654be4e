/* legato-search-words.h: words as a search compares them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LegatoSearchWord: one word, without case and accents; of Chinese and Japanese, which have no
 * spaces between words, two letters that follow each other
 * @text: as it was written, folded
 * @stem: what is left of it without its endings: "ach" of "aches" and "aching"
 * @unspaced: whether it is Chinese or Japanese
 */
typedef struct
{
  char *text;
  char *stem;
  gboolean unspaced;
} LegatoSearchWord;

GArray *legato_search_words_split (const char *text);
gunichar legato_search_words_fold (gunichar c);
gboolean legato_search_words_is_unspaced (gunichar c);
gboolean legato_search_words_are_close (const char *typed, const char *known);

G_END_DECLS
