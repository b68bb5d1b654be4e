/* legato-background.h: asks the desktop to let the program run without a window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void legato_background_request (GDBusConnection *connection, gboolean wanted, const char *reason);

G_END_DECLS
