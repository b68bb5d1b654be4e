/* legato-about-you-page.h: conditions, clearances, tools and habits, as the person says
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "legato-person-model.h"

G_BEGIN_DECLS

#define LEGATO_TYPE_ABOUT_YOU_PAGE (legato_about_you_page_get_type ())
G_DECLARE_FINAL_TYPE (LegatoAboutYouPage,
                      legato_about_you_page,
                      LEGATO,
                      ABOUT_YOU_PAGE,
                      AdwPreferencesPage)

void legato_about_you_page_set_person (LegatoAboutYouPage *self, LegatoPersonModel *person);

G_END_DECLS
