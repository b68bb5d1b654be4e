/* legato-flesh-fold.h: a muscle that a hand lifts (internal)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-map-path.h"
#include "legato-skin.h"

G_BEGIN_DECLS

LegatoMapBox legato_flesh_fold_get_box (void);
void legato_flesh_fold_draw (cairo_t *cr,
                             const LegatoMapPoint *thumb,
                             const LegatoMapPoint *finger,
                             double height,
                             const LegatoSkin *skin);

G_END_DECLS
