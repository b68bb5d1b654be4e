/* shelf-fixture.h: where routines of one's own are kept, and one of them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

extern const char shelf_calm_calves[];

char *shelf_get_folder (void);
