/* legato-rules.h: the rules of docs/domain.md §7 as functions (private to src/plan)
 *
 * Each says whether @plan, made for @request, keeps the rule, and sets @bad to the step that breaks
 * it, or leaves it alone when no single step does.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-rule-steps.h"

G_BEGIN_DECLS

#define LEGATO_DECLARE_RULE(name)                                                                  \
  gboolean legato_rule_##name (LegatoPlan *plan, const LegatoRequest *request, int *bad)

/* legato-rules-everybody.c: the same for everybody */
LEGATO_DECLARE_RULE (light_first);
LEGATO_DECLARE_RULE (light_last);
LEGATO_DECLARE_RULE (rise_fall);
LEGATO_DECLARE_RULE (up);
LEGATO_DECLARE_RULE (order);
LEGATO_DECLARE_RULE (cap);
LEGATO_DECLARE_RULE (even);
LEGATO_DECLARE_RULE (hold);
LEGATO_DECLARE_RULE (itb);
LEGATO_DECLARE_RULE (pop);
LEGATO_DECLARE_RULE (bone);
LEGATO_DECLARE_RULE (len);
LEGATO_DECLARE_RULE (tools);
LEGATO_DECLARE_RULE (reach);

/* legato-rules-person.c: what this person asks for */
LEGATO_DECLARE_RULE (block);
LEGATO_DECLARE_RULE (swelling);
LEGATO_DECLARE_RULE (tight);
LEGATO_DECLARE_RULE (veins);
LEGATO_DECLARE_RULE (fragile_skin);
LEGATO_DECLARE_RULE (pregnancy);
LEGATO_DECLARE_RULE (pregnancy_swelling);
LEGATO_DECLARE_RULE (sport_soreness);
LEGATO_DECLARE_RULE (long_standing);
LEGATO_DECLARE_RULE (neuropathy);
LEGATO_DECLARE_RULE (worse_after_last);
LEGATO_DECLARE_RULE (cleared);
LEGATO_DECLARE_RULE (rest);
LEGATO_DECLARE_RULE (surgery);
LEGATO_DECLARE_RULE (pacemaker);
LEGATO_DECLARE_RULE (joint_replacement);
LEGATO_DECLARE_RULE (stopped);
LEGATO_DECLARE_RULE (soreness);
LEGATO_DECLARE_RULE (breath);
LEGATO_DECLARE_RULE (cold);
LEGATO_DECLARE_RULE (cauda);
LEGATO_DECLARE_RULE (dvt);
LEGATO_DECLARE_RULE (weight);
LEGATO_DECLARE_RULE (fracture);
LEGATO_DECLARE_RULE (infection);
LEGATO_DECLARE_RULE (fever);
LEGATO_DECLARE_RULE (bruise);
LEGATO_DECLARE_RULE (swelling_sign);
LEGATO_DECLARE_RULE (shooting);
LEGATO_DECLARE_RULE (persist);
LEGATO_DECLARE_RULE (walking);
LEGATO_DECLARE_RULE (after);
LEGATO_DECLARE_RULE (uncleared);

G_END_DECLS
