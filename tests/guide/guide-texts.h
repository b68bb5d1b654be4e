/* guide-texts.h: every text of a guide, for tests that look at all of them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-guide.h"

G_BEGIN_DECLS

/* @source is %NULL for names and titles, which need none. */
typedef void (*GuideTextFunc) (const char *where,
                               const char *text,
                               const char *source,
                               gpointer data);

void guide_texts_foreach (LegatoGuide *guide, GuideTextFunc func, gpointer data);

G_END_DECLS
