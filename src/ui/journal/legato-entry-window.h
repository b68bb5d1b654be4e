/* legato-entry-window.h: an entry in a window of its own, where there is no room beside the list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-entry-view.h"

G_BEGIN_DECLS

void legato_entry_window_present (GtkWindow *parent, LegatoEntryView *view, LegatoGuide *guide);

G_END_DECLS
