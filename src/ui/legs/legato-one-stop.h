/* legato-one-stop.h: a list that the Tab key passes in one step
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define LEGATO_TYPE_ONE_STOP (legato_one_stop_get_type ())
G_DECLARE_FINAL_TYPE (LegatoOneStop, legato_one_stop, LEGATO, ONE_STOP, GtkWidget)

G_END_DECLS
