/* legato-map-settings.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <adwaita.h>

#include "legato-map-settings.h"

/** legato_map_settings_follow: @map takes its skin tone, overlay and side from the settings, light,
 * dark and high contrast from the desktop, for as long as it lives. */
void
legato_map_settings_follow (LegatoLegMap *map)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  g_autoptr (GSettings) settings = g_settings_new (LEGATO_APP_ID);

  g_return_if_fail (LEGATO_IS_LEG_MAP (map));

  g_object_bind_property (manager, "dark", map, "dark", G_BINDING_SYNC_CREATE);
  g_object_bind_property (manager, "high-contrast", map, "high-contrast", G_BINDING_SYNC_CREATE);
  g_settings_bind (settings, "skin-tone", map, "tone", G_SETTINGS_BIND_GET);
  g_settings_bind (settings, "show-veins", map, "veins", G_SETTINGS_BIND_GET);
  g_settings_bind (settings, "own-legs", map, "own", G_SETTINGS_BIND_GET);
}
