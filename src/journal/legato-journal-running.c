/* legato-journal-running.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-journal"

#include "config.h"

#include "legato-journal-private.h"
#include "legato-journal-running.h"
#include "legato-store-running.h"

/**
 * legato_journal_save_running_async, _finish:
 * @running: (transfer none): copied
 *
 * Notes how far a session has come. From then on other programs leave it alone, until this one
 * ends or lets go of the journal. The entry with the same UUID takes its place in one step; what is
 * noted after that is ignored.
 *
 * Returns: %TRUE if it is on the disk
 */
LEGATO_JOURNAL_DEFINE_SET (save_running,
                           LEGATO_JOURNAL_WRITES,
                           LegatoRunning,
                           legato_running_copy,
                           legato_running_free)

/**
 * legato_journal_forget_running_async, _finish:
 * @uuid: of a session that is not to be remembered
 *
 * Forgets how far it came. There need not be such a session.
 *
 * Returns: %TRUE if it is forgotten
 */
LEGATO_JOURNAL_DEFINE_SET (forget_running, LEGATO_JOURNAL_WRITES, char, g_strdup, g_free)

/**
 * legato_journal_list_running_async, _finish:
 *
 * Asks for the sessions that were cut off: noted, not in the journal as entries, and run by no
 * program.
 *
 * Returns: (transfer full) (element-type LegatoRunning): newest first, or %NULL with @error set
 */
LEGATO_JOURNAL_DEFINE_GET (list_running, GPtrArray *, g_ptr_array_unref)
