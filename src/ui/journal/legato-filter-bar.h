/* legato-filter-bar.h: which entries are wanted
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "legato-filter.h"
#include "legato-guide.h"

G_BEGIN_DECLS

/**
 * LegatoFilterBar: drop-downs for place, leg, kind, routine or goal, tag, and a range of days
 *
 * Signal `changed`: the person wants to see other entries.
 */
#define LEGATO_TYPE_FILTER_BAR (legato_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (LegatoFilterBar, legato_filter_bar, LEGATO, FILTER_BAR, AdwBin)

LegatoFilterBar *legato_filter_bar_new (LegatoGuide *guide);
void legato_filter_bar_offer_tags (LegatoFilterBar *self, const char *const *tags);
LegatoFilter *legato_filter_bar_make_filter (LegatoFilterBar *self);
void legato_filter_bar_set_days (LegatoFilterBar *self, guint32 from, guint32 to);
void legato_filter_bar_clear (LegatoFilterBar *self);

G_END_DECLS
