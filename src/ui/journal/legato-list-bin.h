/* legato-list-bin.h: holds a long list that the Tab key passes over
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define LEGATO_TYPE_LIST_BIN (legato_list_bin_get_type ())
G_DECLARE_FINAL_TYPE (LegatoListBin, legato_list_bin, LEGATO, LIST_BIN, AdwBin)

G_END_DECLS
