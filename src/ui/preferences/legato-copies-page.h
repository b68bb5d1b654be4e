/* legato-copies-page.h: the journal's copies, other computers, other programs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "legato-context.h"

G_BEGIN_DECLS

/**
 * LegatoCopiesPage: a page of the preferences
 *
 * Signal `wanted`: (const char *action): @action of the window is to be activated, such as
 * "win.export-journal"
 */
#define LEGATO_TYPE_COPIES_PAGE (legato_copies_page_get_type ())
G_DECLARE_FINAL_TYPE (LegatoCopiesPage, legato_copies_page, LEGATO, COPIES_PAGE, AdwPreferencesPage)

LegatoCopiesPage *legato_copies_page_new (LegatoContext *context);

G_END_DECLS
