/* legato-recover.h: what can still be read of a damaged journal (internal)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-progress.h"
#include "legato-store.h"

G_BEGIN_DECLS

gboolean legato_recover (const char *damaged,
                         const char *dest,
                         const LegatoProgress *progress,
                         guint *n_entries,
                         gboolean *all,
                         GError **error);

G_END_DECLS
