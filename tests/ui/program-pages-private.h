/* program-pages-private.h: what the journeys through the pages do alike
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "program-pages.h"

#include "legato-context.h"

void program_pages_visit (const char *page);
void program_pages_visit_dialog (const char *title);
void program_pages_visit_fixed_dialog (const char *title);
void program_pages_close_dialog (void);
void program_pages_press (const char *pattern);
void program_pages_act (const char *action);
GtkWidget *program_pages_find_row (GtkWidget *widget, GType type);
LegatoContext *program_pages_get_context (void);

void program_pages_see_the_journal (void);
void program_pages_see_the_copies (void);
void program_pages_see_the_damage (void);
void program_pages_see_the_help (void);
void program_pages_see_the_about (void);
void program_pages_see_the_refusal (void);
void program_pages_see_the_tuning (void);

void program_pages_prepare_the_bars (void);
void program_pages_see_the_bars (void);
void program_pages_see_the_files (void);
void program_pages_prepare_the_rest (void);
void program_pages_see_the_rest (void);
void program_pages_prepare_the_filled (void);
void program_pages_see_the_filled (void);
