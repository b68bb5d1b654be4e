/* legato-prepare-lengths.h: how long a session may be asked to take
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "legato-planner.h"

G_BEGIN_DECLS

guint legato_prepare_lengths_find (LegatoGuide *guide,
                                   const LegatoRequest *request,
                                   guint wanted,
                                   GArray *minutes);
void legato_prepare_lengths_fill (AdwComboRow *row, const GArray *minutes, guint first);

G_END_DECLS
