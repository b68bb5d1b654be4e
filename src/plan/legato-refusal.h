/* legato-refusal.h: what stands in the way of any session
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-person.h"

G_BEGIN_DECLS

GPtrArray *legato_planner_get_refusals (LegatoGuide *guide, const LegatoPerson *person);
const char *legato_refusals_get_title (GPtrArray *refusals);
const char *legato_refusals_get_summary (GPtrArray *refusals);
const char *legato_refusal_get_no_place_advice (void);

G_END_DECLS
