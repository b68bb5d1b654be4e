/* legato-plan-tools.h: the tools that a plan uses
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-plan.h"

G_BEGIN_DECLS

GPtrArray *legato_plan_list_tools (LegatoPlan *plan);

G_END_DECLS
