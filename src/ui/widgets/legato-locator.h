/* legato-locator.h: a small drawing of the legs that shows where a place lies
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "legato-guide.h"

G_BEGIN_DECLS

#define LEGATO_TYPE_LOCATOR (legato_locator_get_type ())
G_DECLARE_FINAL_TYPE (LegatoLocator, legato_locator, LEGATO, LOCATOR, GObject)

LegatoLocator *legato_locator_new (LegatoGuide *guide);
void legato_locator_set_place (LegatoLocator *self, LegatoLeg leg, const LegatoZone *zone);

G_END_DECLS
