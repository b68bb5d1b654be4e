/* legato-journal-ever.h: what all of the journal says, however long it is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-felt.h"
#include "legato-journal.h"

G_BEGIN_DECLS

void legato_journal_felt_ever_async (LegatoJournal *self,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
GArray *legato_journal_felt_ever_finish (LegatoJournal *self, GAsyncResult *result, GError **error);

G_END_DECLS
