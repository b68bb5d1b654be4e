/* legato-focus-watch.h: a window whose keys never go to a widget that is gone
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void legato_focus_watch_add (GtkWindow *window);

G_END_DECLS
