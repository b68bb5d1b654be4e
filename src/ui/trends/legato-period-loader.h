/* legato-period-loader.h: reads some weeks from the journal, off the main thread
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-journal.h"
#include "legato-period.h"

G_BEGIN_DECLS

void legato_period_load_async (LegatoJournal *journal,
                               guint32 first_day,
                               guint n_weeks,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
LegatoPeriod *legato_period_load_finish (GAsyncResult *result,
                                         gboolean *has_earlier,
                                         gboolean *has_any,
                                         GError **error);

G_END_DECLS
