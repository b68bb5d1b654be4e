/* legato-journal-model.h: the journal, or what of it is looked for, as a list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-filter.h"
#include "legato-guide.h"
#include "legato-journal.h"

G_BEGIN_DECLS

/**
 * LegatoJournalModel: a #GListModel of #LegatoEntryItem, newest first
 *
 * However many entries there are, only those near what was asked for last are in memory. An item
 * is empty until its entry has been read. It follows the journal's changes and keeps the items that
 * stay the same, so that a list view keeps its place.
 *
 * Signal `loaded (error)`: a page, or a change, has been read; @error is (nullable).
 */
#define LEGATO_TYPE_JOURNAL_MODEL (legato_journal_model_get_type ())
G_DECLARE_FINAL_TYPE (LegatoJournalModel, legato_journal_model, LEGATO, JOURNAL_MODEL, GObject)

LegatoJournalModel *legato_journal_model_new (LegatoJournal *journal,
                                              LegatoGuide *guide,
                                              const LegatoFilter *filter,
                                              guint page_size);
void legato_journal_model_turn_day (LegatoJournalModel *self);
gboolean legato_journal_model_find (LegatoJournalModel *self, const char *uuid, guint *position);

gboolean legato_journal_model_is_current (LegatoJournalModel *self);
LegatoEntry *legato_journal_model_get_newest (LegatoJournalModel *self);

G_END_DECLS
