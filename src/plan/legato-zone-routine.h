/* legato-zone-routine.h: a session of one zone alone (private to src/plan)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-request.h"
#include "legato-routine.h"

G_BEGIN_DECLS

LegatoRoutine *
legato_zone_routine_new (LegatoGuide *guide, const LegatoRequest *request, GError **error);

G_END_DECLS
