/* legato-group-titles.h: titles of groups that go on in a second line where there is no room
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void legato_group_titles_wrap (GtkWidget *widget);

G_END_DECLS
