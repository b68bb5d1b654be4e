/* legato-search-provider.h: answers the desktop's search
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "legato-guide.h"
#include "legato-search.h"

G_BEGIN_DECLS

/**
 * LegatoSearchProvider: zones, techniques and routines, for the search of GNOME's Shell and of
 * others that speak `org.gnome.Shell.SearchProvider2`, and for KRunner (`org.kde.krunner1`)
 *
 * It knows the guide alone: what somebody noted is nothing for a search that others may look at.
 *
 * Signal `chosen`: (LegatoHitKind kind, const char *id): what was chosen
 *
 * Signal `searched`: (const char *text): the person wants to see all that @text finds
 */
#define LEGATO_TYPE_SEARCH_PROVIDER (legato_search_provider_get_type ())
G_DECLARE_FINAL_TYPE (LegatoSearchProvider,
                      legato_search_provider,
                      LEGATO,
                      SEARCH_PROVIDER,
                      GObject)

LegatoSearchProvider *legato_search_provider_new (GApplication *application);
gboolean legato_search_provider_export (LegatoSearchProvider *self,
                                        GDBusConnection *connection,
                                        const char *path,
                                        GError **error);
void legato_search_provider_set_guide (LegatoSearchProvider *self, LegatoGuide *guide);

G_END_DECLS
