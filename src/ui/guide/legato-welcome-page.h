/* legato-welcome-page.h: three cards for who starts the program for the first time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "legato-context.h"

G_BEGIN_DECLS

/**
 * LegatoWelcomePage: what this is, whether it is safe, and what leads the hands
 *
 * Signal `done`: it was read, or skipped.
 */
#define LEGATO_TYPE_WELCOME_PAGE (legato_welcome_page_get_type ())
G_DECLARE_FINAL_TYPE (LegatoWelcomePage, legato_welcome_page, LEGATO, WELCOME_PAGE, AdwBin)

LegatoWelcomePage *legato_welcome_page_new (LegatoContext *context);
void legato_welcome_page_focus (LegatoWelcomePage *self);
void legato_welcome_page_keep (LegatoWelcomePage *self);

G_END_DECLS
