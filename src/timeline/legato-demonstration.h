/* legato-demonstration.h: one technique on one zone, as a timeline of its own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-timeline.h"

G_BEGIN_DECLS

LegatoTimeline *legato_demonstration_new (LegatoGuide *guide, LegatoLeg leg, const LegatoUse *use);

G_END_DECLS
