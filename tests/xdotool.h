/* xdotool.h: a pointer and keys that are real, for tests in a window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

gboolean xdotool_is_there (void);
void xdotool_run (const char *commands, ...) G_GNUC_PRINTF (1, 2);
