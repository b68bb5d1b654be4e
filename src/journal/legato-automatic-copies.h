/* legato-automatic-copies.h: daily copies of the journal, and a folder shared with other computers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-journal-connection.h"

G_BEGIN_DECLS

/**
 * LegatoAutomaticCopies: copies the journal once a day, and keeps it in step with a shared folder
 *
 * Both happen beside everything else, while the journal is open. What does not work is tried again
 * within the hour while the program has a window.
 *
 * Property `daily`: whether a copy is made each day
 *
 * Property `folder`: path of the folder of the copies; empty for the one beside the journal
 *
 * Properties `days`, `weeks`: of how many days and weeks the newest copy stays
 *
 * Property `shared-folder`: path of a folder that something else keeps the same on several
 * computers; empty for none
 *
 * Signal `changed`: what the functions below give may be another
 */
#define LEGATO_TYPE_AUTOMATIC_COPIES (legato_automatic_copies_get_type ())
G_DECLARE_FINAL_TYPE (LegatoAutomaticCopies,
                      legato_automatic_copies,
                      LEGATO,
                      AUTOMATIC_COPIES,
                      GObject)

LegatoAutomaticCopies *legato_automatic_copies_new (LegatoJournalConnection *connection);

void legato_automatic_copies_set_attended (LegatoAutomaticCopies *self, gboolean attended);
char *legato_automatic_copies_dup_folder (LegatoAutomaticCopies *self);
GDateTime *legato_automatic_copies_dup_last (LegatoAutomaticCopies *self);
gboolean legato_automatic_copies_is_copying (LegatoAutomaticCopies *self);
const GError *legato_automatic_copies_get_copy_error (LegatoAutomaticCopies *self);
const GError *legato_automatic_copies_get_share_error (LegatoAutomaticCopies *self);

void legato_automatic_copies_copy (LegatoAutomaticCopies *self);
void legato_automatic_copies_end (LegatoAutomaticCopies *self);

G_END_DECLS
