/* legato-words.h: numbers and sources in words, for more than one page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-entry.h"
#include "legato-guide.h"

G_BEGIN_DECLS

char *legato_words_dup_minutes (guint minutes);
char *legato_words_dup_length (guint seconds);
char *legato_words_dup_clock (guint seconds);
char *legato_words_dup_sources (LegatoGuide *guide, const char *const *tags);

char *legato_words_dup_number (double value);
char *legato_words_dup_typed_number (const char *text);
char *legato_words_dup_points (double value);
char *legato_words_dup_place (LegatoGuide *guide, const char *zone, LegatoLeg leg);
char *legato_words_dup_zones (LegatoGuide *guide, const char *const *zones);
char *legato_words_dup_technique (LegatoGuide *guide, const char *technique);
char *legato_words_dup_reason (LegatoGuide *guide, const char *reason);
const char *const *legato_words_list_tags (void);
const char *legato_words_get_compared (LegatoCompared compared);
const char *legato_words_get_tag (const char *tag);
char *legato_words_dup_felt (LegatoLeg leg, const char *feeling);

G_END_DECLS
