/* painting.h: windows of tests are laid out, and painted only where a test looks at them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

void painting_want_pictures (void);
void painting_want (void);
void painting_stop (GtkWindow *window);
