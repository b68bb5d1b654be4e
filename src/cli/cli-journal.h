/* cli-journal.h: what the commands of the journal share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cli.h"
#include "legato-journal.h"

G_BEGIN_DECLS

LegatoJournal *cli_journal_open (gboolean must_exist);
gboolean cli_journal_open_if_there (LegatoJournal **journal, GError **error);
void cli_journal_result_cb (GObject *source, GAsyncResult *result, gpointer data);
GAsyncResult *cli_journal_wait (GAsyncResult **result);
char *cli_journal_dup_line (const LegatoEntry *entry, LegatoGuide *guide);

G_END_DECLS
