/* legato-safety.h: the rules every plan keeps (docs/domain.md §7), one function and one id each
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-plan.h"
#include "legato-request.h"

G_BEGIN_DECLS

/**
 * LegatoRule:
 * @id: "P-UP"; an adaptation of docs/domain.md §6 has the name of what was said: "P-ADAPT:veins"
 * @words: the rule in a person's words, not yet translated
 * @mend: what to do about it in a routine of one's own, not yet translated
 * @holds: whether @plan, made for @request, keeps the rule; sets @step to the step that breaks it,
 *   or -1 when no single step does
 */
typedef struct
{
  const char *id;
  const char *words;
  const char *mend;
  gboolean (*holds) (LegatoPlan *plan, const LegatoRequest *request, int *step);
} LegatoRule;

/**
 * LegatoBreach: where a plan breaks a rule
 * @rule: its id
 * @words: the rule, translated
 * @mend: what would mend it, translated
 * @step: index of the step that breaks it, or -1 when no single step does
 */
typedef struct
{
  const char *rule;
  const char *words;
  const char *mend;
  int step;
} LegatoBreach;

gboolean legato_safety_is_red_flag (const LegatoAdvice *advice);
gboolean legato_safety_is_after_effect (const LegatoAdvice *advice);
gboolean legato_safety_needs_clearance (const LegatoAdvice *advice);
const LegatoRule *legato_safety_get_rules (gsize *n_rules);
GPtrArray *legato_safety_find_breaches (LegatoPlan *plan, const LegatoRequest *request);
gboolean legato_safety_check (LegatoPlan *plan, const LegatoRequest *request, GError **error);
gboolean
legato_safety_check_continued (LegatoPlan *plan, const LegatoRequest *request, GError **error);

G_END_DECLS
