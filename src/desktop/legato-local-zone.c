/* legato-local-zone.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-desktop"

#include "config.h"

#include "legato-local-zone.h"

/* Where a zone is set for the whole system. */
#define SYSTEM_ZONE "/etc/localtime"

/* In Flatpak's sandbox that stays as it was when the program started. This is a copy of the
 * system's, which its session helper keeps up to date (flatpak/flatpak#5514). */
#define SANDBOX_ZONE "/run/host/monitor/localtime"

static gboolean
is_sandboxed (void)
{
  return g_file_test (SANDBOX_ZONE, G_FILE_TEST_EXISTS);
}

/**
 * legato_local_zone_read:
 *
 * Returns: (transfer full): the zone of the system, or that of the environment, as it is now; not
 * to be kept, since GLib reads it anew only once nobody holds it
 */
GTimeZone *
legato_local_zone_read (void)
{
  GTimeZone *zone = NULL;

  if (g_getenv ("TZ") == NULL && is_sandboxed ())
    zone = g_time_zone_new_identifier (SANDBOX_ZONE);
  return zone != NULL ? zone : g_time_zone_new_local ();
}

/**
 * legato_local_zone_monitor:
 *
 * Returns: (transfer full): what tells by "changed" that the zone is another, or %NULL with @error
 * set
 */
GFileMonitor *
legato_local_zone_monitor (GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (is_sandboxed () ? SANDBOX_ZONE : SYSTEM_ZONE);

  return g_file_monitor_file (file, G_FILE_MONITOR_NONE, NULL, error);
}
