/* legato-trends-page-testing.h: lets tests set the day
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-trends-page.h"

G_BEGIN_DECLS

void legato_trends_page_set_last_day (LegatoTrendsPage *self, const GDate *last_day);

G_END_DECLS
