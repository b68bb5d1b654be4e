/* legato-step-progress-testing.h: lets tests see the segments
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-step-progress.h"

G_BEGIN_DECLS

gboolean
legato_step_progress_get_segment (LegatoStepProgress *self, guint step, double *start, double *end);

G_END_DECLS
