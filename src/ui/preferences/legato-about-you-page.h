/* legato-about-you-page.h: conditions, clearances, tools and habits, as the person says
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "legato-context.h"

G_BEGIN_DECLS

#define LEGATO_TYPE_ABOUT_YOU_PAGE (legato_about_you_page_get_type ())
G_DECLARE_FINAL_TYPE (LegatoAboutYouPage,
                      legato_about_you_page,
                      LEGATO,
                      ABOUT_YOU_PAGE,
                      AdwPreferencesPage)

LegatoAboutYouPage *legato_about_you_page_new (LegatoContext *context);
void legato_about_you_page_focus_condition (LegatoAboutYouPage *self, LegatoCondition condition);

G_END_DECLS
