/* legato-journal-running.h: sessions that are under way, so that none is lost
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-journal.h"
#include "legato-running.h"

G_BEGIN_DECLS

void legato_journal_save_running_async (LegatoJournal *self,
                                        const LegatoRunning *running,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
gboolean
legato_journal_save_running_finish (LegatoJournal *self, GAsyncResult *result, GError **error);

void legato_journal_forget_running_async (LegatoJournal *self,
                                          const char *uuid,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data);
gboolean
legato_journal_forget_running_finish (LegatoJournal *self, GAsyncResult *result, GError **error);

void legato_journal_list_running_async (LegatoJournal *self,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
GPtrArray *
legato_journal_list_running_finish (LegatoJournal *self, GAsyncResult *result, GError **error);

G_END_DECLS
