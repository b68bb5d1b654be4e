/* cut-off-fixture.h: a session that the program was cut off in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

void cut_off_session (const char *routine);
