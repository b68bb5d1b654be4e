/* legato-experiment-testing.h: lets tests know when an experiment ends
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-experiment.h"

G_BEGIN_DECLS

guint32 legato_experiment_get_last_day (LegatoExperiment *self);

G_END_DECLS
