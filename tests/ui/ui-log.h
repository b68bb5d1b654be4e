/* ui-log.h: what GTK says of itself and no test ends for, and where a crash was
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

void ui_log_init (void);
