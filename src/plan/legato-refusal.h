/* legato-refusal.h: what stands in the way of any session
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-person.h"

G_BEGIN_DECLS

GPtrArray *legato_planner_get_refusals (LegatoGuide *guide,
                                        const char *const *flags,
                                        const LegatoPerson *person);

G_END_DECLS
