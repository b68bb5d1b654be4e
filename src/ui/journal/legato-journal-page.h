/* legato-journal-page.h: the journal, day by day
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "legato-context.h"

G_BEGIN_DECLS

/** LegatoJournalPage: lists, shows, corrects and deletes the entries of the journal */
#define LEGATO_TYPE_JOURNAL_PAGE (legato_journal_page_get_type ())
G_DECLARE_FINAL_TYPE (LegatoJournalPage, legato_journal_page, LEGATO, JOURNAL_PAGE, AdwBin)

LegatoJournalPage *legato_journal_page_new (LegatoContext *context);
void legato_journal_page_add_entry (LegatoJournalPage *self);
void legato_journal_page_focus_newest (LegatoJournalPage *self);
void legato_journal_page_ask (LegatoJournalPage *self);
void legato_journal_page_show_days (LegatoJournalPage *self,
                                    guint32 first,
                                    guint32 last,
                                    const char *words);

void legato_journal_page_show_bin (LegatoJournalPage *self);

G_END_DECLS
