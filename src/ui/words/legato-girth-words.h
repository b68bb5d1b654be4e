/* legato-girth-words.h: how thick a leg is, in centimetres or inches
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-entry.h"

G_BEGIN_DECLS

const char *legato_girth_words_get_place (LegatoGirthPlace place, LegatoLeg leg);
gboolean legato_girth_words_has_inches (void);
char *legato_girth_words_dup_number (guint mm, gboolean inches);
char *legato_girth_words_dup_with_unit (guint mm);
gboolean legato_girth_words_parse (const char *text, gboolean inches, guint *mm);

G_END_DECLS
