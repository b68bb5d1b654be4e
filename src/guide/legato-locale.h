/* legato-locale.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

/* The language that the person reads. */

/**
 * legato_locale_init:
 *
 * Takes up the locale of the environment, and the translations where Legato is installed; or those
 * in the folder that the variable `LEGATO_LOCALE_DIR` names, for a program that runs where it was
 * built. To be called first in `main()`.
 */
void legato_locale_init (void);

/**
 * legato_locale_speak_english:
 *
 * From now on sentences are as they stand in the code and the guide's files, until
 * legato_locale_init() is called again.
 */
void legato_locale_speak_english (void);

/**
 * legato_locale_is_right_to_left:
 *
 * Returns: whether the person's language is written from right to left
 */
gboolean legato_locale_is_right_to_left (void);

/**
 * legato_locale_append_sentence:
 * @sentence: (nullable): nothing is added for %NULL and for ""
 *
 * Adds it to @text as the person's language writes one sentence after another: Japanese and Chinese
 * leave no space between them.
 */
void legato_locale_append_sentence (GString *text, const char *sentence);

/**
 * legato_locale_join_sentences:
 * @first: (nullable): the first of some sentences, after the last of which stands a %NULL
 *
 * Returns: (transfer full): all of them, as legato_locale_append_sentence() adds them
 */
char *legato_locale_join_sentences (const char *first, ...) G_GNUC_NULL_TERMINATED;
