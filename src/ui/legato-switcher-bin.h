/* legato-switcher-bin.h: holds the bar of the pages below a narrow window, whose words have room
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define LEGATO_TYPE_SWITCHER_BIN (legato_switcher_bin_get_type ())
G_DECLARE_FINAL_TYPE (LegatoSwitcherBin, legato_switcher_bin, LEGATO, SWITCHER_BIN, AdwBin)

G_END_DECLS
