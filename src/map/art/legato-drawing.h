/* legato-drawing.h: drawing beside the window, which is done before the program ends
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void legato_drawing_run (GTask *task, GTaskThreadFunc func);

G_END_DECLS
