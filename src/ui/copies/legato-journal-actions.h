/* legato-journal-actions.h: takes the journal out, brings others in, goes back to a copy
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "legato-context.h"
#include "legato-journal-copies.h"

G_BEGIN_DECLS

void legato_journal_actions_export (GtkWindow *parent, LegatoContext *context);
void legato_journal_actions_export_table (GtkWindow *parent, LegatoContext *context);
void legato_journal_actions_import (GtkWindow *parent, LegatoContext *context);
void legato_journal_actions_restore (GtkWindow *parent, LegatoContext *context);

G_END_DECLS
