/* legato-journal-error.h: what can go wrong with a journal, for a person
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define LEGATO_JOURNAL_ERROR (legato_journal_error_quark ())

/**
 * LegatoJournalError:
 * @LEGATO_JOURNAL_ERROR_FAILED: reading or writing failed for another reason
 * @LEGATO_JOURNAL_ERROR_FOREIGN: the file is no journal of Legato
 * @LEGATO_JOURNAL_ERROR_NEWER: a newer Legato made the journal; nothing was touched
 * @LEGATO_JOURNAL_ERROR_DAMAGED: the file is damaged; nothing was touched
 * @LEGATO_JOURNAL_ERROR_FULL: no room is left on the disk
 * @LEGATO_JOURNAL_ERROR_READ_ONLY: the file or its folder may not be written
 * @LEGATO_JOURNAL_ERROR_LOCKED: another program holds the journal
 * @LEGATO_JOURNAL_ERROR_INVALID: an entry holds what the journal may not (out of range, a UUID
 *   that is there already)
 * @LEGATO_JOURNAL_ERROR_NOT_FOUND: there is no such entry
 * @LEGATO_JOURNAL_ERROR_EXISTS: there is a file already that may not be replaced
 */
typedef enum
{
  LEGATO_JOURNAL_ERROR_FAILED,
  LEGATO_JOURNAL_ERROR_FOREIGN,
  LEGATO_JOURNAL_ERROR_NEWER,
  LEGATO_JOURNAL_ERROR_DAMAGED,
  LEGATO_JOURNAL_ERROR_FULL,
  LEGATO_JOURNAL_ERROR_READ_ONLY,
  LEGATO_JOURNAL_ERROR_LOCKED,
  LEGATO_JOURNAL_ERROR_INVALID,
  LEGATO_JOURNAL_ERROR_NOT_FOUND,
  LEGATO_JOURNAL_ERROR_EXISTS,
} LegatoJournalError;

GQuark legato_journal_error_quark (void);
gboolean legato_journal_error_may_set_aside (const GError *error);
gboolean legato_journal_error_may_pass (const GError *error);

G_END_DECLS
