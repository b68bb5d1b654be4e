/* legato-places-page.h: which places are never touched, and why
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "legato-context.h"

G_BEGIN_DECLS

#define LEGATO_TYPE_PLACES_PAGE (legato_places_page_get_type ())
G_DECLARE_FINAL_TYPE (LegatoPlacesPage, legato_places_page, LEGATO, PLACES_PAGE, AdwPreferencesPage)

LegatoPlacesPage *legato_places_page_new (LegatoContext *context);
void legato_places_page_focus_agreed (LegatoPlacesPage *self);

G_END_DECLS
