/* legato-trends-page.h: how sore a zone was over the weeks, and what may be said of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "legato-context.h"

G_BEGIN_DECLS

#define LEGATO_TYPE_TRENDS_PAGE (legato_trends_page_get_type ())
G_DECLARE_FINAL_TYPE (LegatoTrendsPage, legato_trends_page, LEGATO, TRENDS_PAGE, AdwBin)

LegatoTrendsPage *legato_trends_page_new (LegatoContext *context);


void legato_trends_page_report (LegatoTrendsPage *self);
void legato_trends_page_compare (LegatoTrendsPage *self);

G_END_DECLS
