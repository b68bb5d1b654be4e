/* legato-text-button.h: a button whose text goes on in a second line where there is no room
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LEGATO_TYPE_TEXT_BUTTON (legato_text_button_get_type ())
G_DECLARE_FINAL_TYPE (LegatoTextButton, legato_text_button, LEGATO, TEXT_BUTTON, GtkButton)

G_END_DECLS
