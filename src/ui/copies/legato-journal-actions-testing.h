/* legato-journal-actions-testing.h: lets tests export without a file dialog
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-journal-actions.h"

G_BEGIN_DECLS

void legato_journal_actions_export_to (GtkWindow *parent,
                                       LegatoContext *context,
                                       GFile *file,
                                       LegatoExportFormat format);

G_END_DECLS
