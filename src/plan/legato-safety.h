/* legato-safety.h: the rules every plan keeps (domain.md §7), one function and one id each
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-planner.h"

G_BEGIN_DECLS

/**
 * LegatoRule:
 * @id: "P-UP"
 * @words: (nullable): the rule in a person's words, not yet translated
 * @holds: whether @plan, made for @request, keeps the rule; sets @step to the step that breaks it,
 *   or -1 when no single step does
 */
typedef struct
{
  const char *id;
  const char *words;
  gboolean (*holds) (LegatoPlan *plan, const LegatoRequest *request, int *step);
} LegatoRule;

gboolean legato_safety_is_red_flag (const LegatoAdvice *advice);
gboolean legato_safety_needs_clearance (const LegatoAdvice *advice);
const LegatoRule *legato_safety_get_rules (gsize *n_rules);
gboolean legato_safety_check (LegatoPlan *plan, const LegatoRequest *request, GError **error);

G_END_DECLS
