/* legato-guide-testing.h: lets tests read files of their own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-guide.h"
#include "legato-guide-file.h"

G_BEGIN_DECLS

LegatoGuide *legato_guide_new (const LegatoGuideFile *files, gsize n_files, GError **error);

G_END_DECLS
