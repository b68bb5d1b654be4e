/* legato-journal.h: what a person's legs felt, kept in one SQLite file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "legato-entry.h"
#include "legato-felt.h"
#include "legato-filter.h"
#include "legato-journal-error.h"

G_BEGIN_DECLS

/**
 * LegatoJournal: a journal file, worked on by a thread of its own
 *
 * Calls are carried out one after the other, in the order in which they were made. A function that
 * changes the journal finishes when the change is on the disk. The functions without `_async` wait
 * for that; they are for programs without a window.
 *
 * Signal `changed`: entries were added, changed, deleted or restored. It is emitted in the main
 * context that was the thread's default when the journal was opened: just before the call that did
 * it finishes if that is the call's context too, soon after otherwise.
 *
 * Signal `state-changed`: legato_journal_dup_read_only() or legato_journal_take_notice() has news.
 *
 * Signal `waits`: what it was handed to keep waits beside it; legato_journal_dup_why_waiting()
 * tells why. It is emitted where `changed` is.
 */
#define LEGATO_TYPE_JOURNAL (legato_journal_get_type ())
G_DECLARE_FINAL_TYPE (LegatoJournal, legato_journal, LEGATO, JOURNAL, GObject)

char *legato_journal_get_default_path (void);
gboolean legato_journal_exists (const char *path, gboolean *exists, GError **error);
const char *legato_journal_get_path (LegatoJournal *self);
GError *legato_journal_dup_read_only (LegatoJournal *self);
GError *legato_journal_dup_why_waiting (LegatoJournal *self);
char *legato_journal_take_notice (LegatoJournal *self);

void legato_journal_open_async (const char *path,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
LegatoJournal *legato_journal_open_finish (GAsyncResult *result, GError **error);
LegatoJournal *legato_journal_open (const char *path, GError **error);

void legato_journal_add_async (LegatoJournal *self,
                               const LegatoEntry *entry,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
gboolean legato_journal_add_finish (LegatoJournal *self, GAsyncResult *result, GError **error);
gboolean legato_journal_add (LegatoJournal *self, const LegatoEntry *entry, GError **error);

void legato_journal_delete_async (LegatoJournal *self,
                                  const char *uuid,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
gboolean legato_journal_delete_finish (LegatoJournal *self, GAsyncResult *result, GError **error);

void legato_journal_restore_async (LegatoJournal *self,
                                   const char *uuid,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
gboolean legato_journal_restore_finish (LegatoJournal *self, GAsyncResult *result, GError **error);

void legato_journal_list_async (LegatoJournal *self,
                                const GDate *from,
                                const GDate *to,
                                guint limit,
                                guint offset,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
GPtrArray *legato_journal_list_finish (LegatoJournal *self, GAsyncResult *result, GError **error);
GPtrArray *legato_journal_list (LegatoJournal *self,
                                const GDate *from,
                                const GDate *to,
                                guint limit,
                                guint offset,
                                GError **error);

void legato_journal_ratings_async (LegatoJournal *self,
                                   const char *zone,
                                   const GDate *from,
                                   const GDate *to,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
GArray *legato_journal_ratings_finish (LegatoJournal *self, GAsyncResult *result, GError **error);
GArray *legato_journal_ratings (LegatoJournal *self,
                                const char *zone,
                                const GDate *from,
                                const GDate *to,
                                GError **error);

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

void legato_journal_felt_ever_async (LegatoJournal *self,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
GArray *legato_journal_felt_ever_finish (LegatoJournal *self, GAsyncResult *result, GError **error);

void legato_journal_empty_bin_async (LegatoJournal *self,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
gboolean
legato_journal_empty_bin_finish (LegatoJournal *self, GAsyncResult *result, GError **error);

void legato_journal_poll_async (LegatoJournal *self,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
gboolean legato_journal_poll_finish (LegatoJournal *self,
                                     GAsyncResult *result,
                                     gboolean *changed,
                                     GError **error);

gboolean legato_journal_verify_file (const char *path, GError **error);
char *legato_journal_set_aside (const char *path, GError **error);

G_END_DECLS
