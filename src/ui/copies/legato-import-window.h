/* legato-import-window.h: what would come of bringing in a file, and then doing it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "legato-context.h"

G_BEGIN_DECLS

/**
 * LegatoImportWindow: an export, another journal or a table
 *
 * Of a table the person says first which column is what. Nothing changes before they have seen what
 * would.
 */
#define LEGATO_TYPE_IMPORT_WINDOW (legato_import_window_get_type ())
G_DECLARE_FINAL_TYPE (LegatoImportWindow, legato_import_window, LEGATO, IMPORT_WINDOW, AdwWindow)

LegatoImportWindow *
legato_import_window_new (GtkWindow *parent, LegatoContext *context, GFile *file);

G_END_DECLS
