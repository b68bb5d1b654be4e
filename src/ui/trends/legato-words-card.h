/* legato-words-card.h: some sentences below a heading
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define LEGATO_TYPE_WORDS_CARD (legato_words_card_get_type ())
G_DECLARE_FINAL_TYPE (LegatoWordsCard, legato_words_card, LEGATO, WORDS_CARD, AdwBin)

LegatoWordsCard *legato_words_card_new (const char *title);
void legato_words_card_clear (LegatoWordsCard *self);
void legato_words_card_add (LegatoWordsCard *self,
                            const char *title,
                            const char *words,
                            const char *figures);

G_END_DECLS
