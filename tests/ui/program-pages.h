/* program-pages.h: every page and dialog of the program, one after the other
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "program.h"

/* In pixels: what pages are looked at in. */
#define PROGRAM_PAGES_HEIGHT 720

typedef void (*ProgramVisit) (const char *page);

void program_pages_add (const char *path,
                        ProgramBody begin_cb,
                        ProgramVisit visit_cb,
                        ProgramBody end_cb);
void program_pages_watch_focus (void);
void program_pages_leave_out_rare (void);
GdkTexture *program_pages_take_picture (const graphene_rect_t *part);
int program_pages_get_least_width (void);
void program_pages_resize (int width);
void program_pages_resize_to (int width, int height);
