/* legato-experiment-words.h: what is said of a comparison of the legs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-experiment.h"
#include "legato-guide.h"

G_BEGIN_DECLS

/** Why a comparison ended early, beside the ids of the safety rules. */
#define LEGATO_EXPERIMENT_STOP_WISH "wish"
#define LEGATO_EXPERIMENT_STOP_HURT "hurt"

char *legato_experiment_words_dup_result (const LegatoExperimentResult *result);
char *legato_experiment_words_dup_figures (const LegatoExperimentResult *result);
char *legato_experiment_words_dup_stop (LegatoGuide *guide, const char *reason);

G_END_DECLS
