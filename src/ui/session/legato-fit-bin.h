/* legato-fit-bin.h: shows its child as large as there is room for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define LEGATO_TYPE_FIT_BIN (legato_fit_bin_get_type ())
G_DECLARE_FINAL_TYPE (LegatoFitBin, legato_fit_bin, LEGATO, FIT_BIN, AdwBin)


G_END_DECLS
