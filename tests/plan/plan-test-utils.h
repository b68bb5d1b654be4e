/* plan-test-utils.h: what tests of plans need all
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-planner.h"
#include "../load-guide.h"

extern const char *const plan_test_all_tools[];

guint plan_test_count_seconds (LegatoPlan *plan, LegatoLeg leg);
