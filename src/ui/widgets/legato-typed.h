/* legato-typed.h: a number that is still being typed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void legato_typed_take (GtkWindow *window);

G_END_DECLS
