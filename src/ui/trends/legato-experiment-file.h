/* legato-experiment-file.h: keeps the comparison of the legs beside the journal
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "legato-experiment.h"
#include "legato-guide.h"

G_BEGIN_DECLS

char *legato_experiment_file_get_path (const char *journal_path);
LegatoExperiment *
legato_experiment_file_load (const char *path, LegatoGuide *guide, GError **error);
gboolean
legato_experiment_file_save (const char *path, LegatoExperiment *experiment, GError **error);

G_END_DECLS
