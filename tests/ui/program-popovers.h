/* program-popovers.h: whether every menu and list to choose from has room
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

typedef void (*ProgramPopover) (GtkWidget *popover);

void program_popovers_visit (ProgramPopover look);
void program_popovers_check (void);
