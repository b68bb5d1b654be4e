/* legato-journal-watch.h: notices what other programs write into a journal
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-journal.h"

G_BEGIN_DECLS

/** LegatoJournalWatch: emits `changed` of a journal when another program has written to it */
#define LEGATO_TYPE_JOURNAL_WATCH (legato_journal_watch_get_type ())
G_DECLARE_FINAL_TYPE (LegatoJournalWatch, legato_journal_watch, LEGATO, JOURNAL_WATCH, GObject)

LegatoJournalWatch *legato_journal_watch_new (LegatoJournal *journal);

G_END_DECLS
