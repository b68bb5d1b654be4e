/* legato-restore-window.h: the copies of the journal, what each holds, and the way back to one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "legato-context.h"

G_BEGIN_DECLS

/** LegatoRestoreWindow: lists the backups; what the journal holds now is kept in a file beside it.
 */
#define LEGATO_TYPE_RESTORE_WINDOW (legato_restore_window_get_type ())
G_DECLARE_FINAL_TYPE (LegatoRestoreWindow, legato_restore_window, LEGATO, RESTORE_WINDOW, AdwWindow)

LegatoRestoreWindow *legato_restore_window_new (GtkWindow *parent, LegatoContext *context);

G_END_DECLS
