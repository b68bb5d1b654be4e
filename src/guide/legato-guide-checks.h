/* legato-guide-checks.h: what to see to before a session
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-guide.h"

G_BEGIN_DECLS

/** What a session does without, whatever its routine is written for. */
typedef enum
{
  LEGATO_CHECKS_ALL = 0,
  LEGATO_CHECKS_NO_OIL = 1 << 0,  /* lymph strokes move the skin, and must not slide */
  LEGATO_CHECKS_NO_REST = 1 << 1, /* the legs are not raised afterwards */
} LegatoChecks;

GPtrArray *
legato_guide_list_checks (LegatoGuide *self, const LegatoRoutine *routine, guint without);

G_END_DECLS
