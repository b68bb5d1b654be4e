/* legato-journal-find.h: entries by what is in them, their earlier versions, and the bin
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-filter.h"
#include "legato-journal.h"

G_BEGIN_DECLS

void legato_journal_find_async (LegatoJournal *self,
                                const LegatoFilter *filter,
                                guint limit,
                                guint offset,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
GPtrArray *legato_journal_find_finish (LegatoJournal *self, GAsyncResult *result, GError **error);

void legato_journal_count_async (LegatoJournal *self,
                                 const LegatoFilter *filter,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
gboolean
legato_journal_count_finish (LegatoJournal *self, GAsyncResult *result, guint *n, GError **error);

void legato_journal_list_days_async (LegatoJournal *self,
                                     guint32 from_day,
                                     guint32 to_day,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
GArray *legato_journal_list_days_finish (LegatoJournal *self, GAsyncResult *result, GError **error);


void legato_journal_list_deleted_async (LegatoJournal *self,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
GPtrArray *
legato_journal_list_deleted_finish (LegatoJournal *self, GAsyncResult *result, GError **error);

void legato_journal_list_tags_async (LegatoJournal *self,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
GStrv legato_journal_list_tags_finish (LegatoJournal *self, GAsyncResult *result, GError **error);

void legato_journal_empty_bin_async (LegatoJournal *self,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
gboolean
legato_journal_empty_bin_finish (LegatoJournal *self, GAsyncResult *result, GError **error);

G_END_DECLS
