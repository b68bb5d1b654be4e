/* window-manager.h: the little of a window manager that a full screen needs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

GSubprocess *window_manager_start (void);
