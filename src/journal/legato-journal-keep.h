/* legato-journal-keep.h: saves entries, beside the journal as long as it cannot take them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-answers.h"
#include "legato-journal.h"

G_BEGIN_DECLS

/**
 * LegatoKept: where an entry is
 * @LEGATO_KEPT_NOWHERE: it is lost if the program ends
 * @LEGATO_KEPT_IN_JOURNAL: in the journal, on the disk
 * @LEGATO_KEPT_WAITING: on the disk beside the journal, which takes it in as soon as it can
 */
typedef enum
{
  LEGATO_KEPT_NOWHERE,
  LEGATO_KEPT_IN_JOURNAL,
  LEGATO_KEPT_WAITING,
} LegatoKept;

void legato_journal_keep_async (LegatoJournal *self,
                                const LegatoEntry *entry,
                                const LegatoEntry *read,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
LegatoKept legato_journal_keep_finish (LegatoJournal *self, GAsyncResult *result, GError **error);

gboolean legato_journal_keep_waiting (const char *path,
                                      const LegatoEntry *entry,
                                      const LegatoEntry *read,
                                      GError **error);
gboolean legato_journal_forget_waiting (const char *path, const char *uuid);
guint legato_journal_count_waiting (const char *path);

gboolean
legato_journal_keep_answers (const char *path, const LegatoAnswers *answers, GError **error);
gboolean legato_journal_read_answers (const char *path, LegatoAnswers *answers, GError **error);
gboolean legato_journal_has_answers (const char *path);
void legato_journal_forget_answers (const char *path);

void legato_journal_try_to_write_async (LegatoJournal *self,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
gboolean
legato_journal_try_to_write_finish (LegatoJournal *self, GAsyncResult *result, GError **error);

void legato_journal_await_check_async (LegatoJournal *self,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
gboolean
legato_journal_await_check_finish (LegatoJournal *self, GAsyncResult *result, GError **error);

G_END_DECLS
