/* legato-journal-poll.h: what other programs write into the journal
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-journal.h"

G_BEGIN_DECLS

void legato_journal_poll_async (LegatoJournal *self,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
gboolean legato_journal_poll_finish (LegatoJournal *self,
                                     GAsyncResult *result,
                                     gboolean *changed,
                                     GError **error);

G_END_DECLS
