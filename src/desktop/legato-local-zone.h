/* legato-local-zone.h: where the person is, as far as the clock is concerned
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GTimeZone *legato_local_zone_read (void);
GFileMonitor *legato_local_zone_monitor (GError **error);

G_END_DECLS
