/* program-fit.h: whether what the program shows has room
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

/* In pixels: the least that a window may be given. */
#define PROGRAM_LEAST_WIDTH 340

void program_fit_begin (void);
void program_fit_begin_page (const char *name);
gboolean program_fit_wants_more (void);
void program_fit_check (void);
void program_fit_check_part (GtkWidget *widget);
void program_fit_tell (GtkWidget *widget, const char *what);
void program_fit_end (void);
