/* legato-planner-testing.h: plans that break a rule, to test those who check plans
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-planner.h"

G_BEGIN_DECLS

/*
 * The rules that legato_planner_make_without() can switch off so that plans break them, %NULL at
 * the end. Besides these there are P-ADAPT:tight, P-ADAPT:soreness (sore zones get more time),
 * P-ADAPT:cleared (only light with a condition that a clinician cleared) and those of red flags.
 */
extern const char *const legato_planner_mutations[];

LegatoPlan *legato_planner_make_without (LegatoGuide *guide,
                                         const LegatoRequest *request,
                                         const char *rule_id,
                                         GError **error);

G_END_DECLS
