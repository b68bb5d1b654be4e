/* legato-plan-words.h: in words, what a plan does for its person, and how a session is called
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-planner.h"

G_BEGIN_DECLS

/**
 * LegatoPlanRemark: one reason, and all that it is the reason for
 * @text: "Lighter here: thin skin."
 * @where: places, and techniques that are left out, with commas; empty if it is about everything
 */
typedef struct
{
  char *text;
  char *where;
} LegatoPlanRemark;

GPtrArray *legato_plan_words_list_remarks (LegatoPlan *plan);

G_END_DECLS
