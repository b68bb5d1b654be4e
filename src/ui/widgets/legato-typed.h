/* legato-typed.h: numbers that are typed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void legato_typed_allow_digits (GtkSpinButton *field);
void legato_typed_take (GtkWindow *window);

G_END_DECLS
