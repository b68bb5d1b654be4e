/* legato-search-provider.h: answers the desktop's search
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "legato-day-search.h"
#include "legato-routine-shelf.h"
#include "legato-search.h"

G_BEGIN_DECLS

/**
 * LegatoSearchProvider: zones, techniques, routines and days of the journal, for the search of
 * GNOME's Shell and of others that speak `org.gnome.Shell.SearchProvider2`, and for KRunner
 * (`org.kde.krunner1`)
 *
 * What it shows of a day, in front of whoever looks on, #LegatoDaySearch decides.
 *
 * Signal `chosen`: (LegatoHitKind kind, const char *id): what was chosen; a day as "2026-11-28"
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
void legato_search_provider_set_content (LegatoSearchProvider *self,
                                         LegatoRoutineShelf *shelf,
                                         LegatoDaySearch *days);

G_END_DECLS
