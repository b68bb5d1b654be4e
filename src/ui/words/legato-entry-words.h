/* legato-entry-words.h: an entry of the journal in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-entry.h"
#include "legato-guide.h"

G_BEGIN_DECLS

char *legato_entry_words_dup_day (const LegatoEntry *entry, guint32 today);
char *legato_entry_words_dup_title (const LegatoEntry *entry, LegatoGuide *guide);
char *
legato_entry_words_dup_summary (const LegatoEntry *entry, LegatoGuide *guide, gboolean spoken);
char *legato_entry_words_dup_line (const LegatoEntry *entry, LegatoGuide *guide);
char *legato_entry_words_dup_length (const LegatoEntry *entry);
char *legato_entry_words_dup_done (const LegatoEntry *entry, gboolean spoken);
char *legato_entry_words_dup_note (const LegatoEntry *entry);

G_END_DECLS
