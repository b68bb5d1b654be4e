/* legato-click-guard.h: the second half of a double click never lands on another button
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void legato_click_guard_attach (GtkWindow *window);

G_END_DECLS
