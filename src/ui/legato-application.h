/* legato-application.h: start-up, command line and what outlives a window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define LEGATO_TYPE_APPLICATION (legato_application_get_type ())
G_DECLARE_FINAL_TYPE (LegatoApplication, legato_application, LEGATO, APPLICATION, AdwApplication)

LegatoApplication *legato_application_new (void);

G_END_DECLS
