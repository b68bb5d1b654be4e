/* legato-search-view.h: what a search finds, to choose from
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "legato-context.h"
#include "legato-search.h"

G_BEGIN_DECLS

#define LEGATO_TYPE_SEARCH_VIEW (legato_search_view_get_type ())
G_DECLARE_FINAL_TYPE (LegatoSearchView, legato_search_view, LEGATO, SEARCH_VIEW, GtkWidget)

LegatoSearchView *legato_search_view_new (LegatoContext *context);

void legato_search_view_set_text (LegatoSearchView *self, const char *text);
void legato_search_view_choose_first (LegatoSearchView *self);
void legato_search_view_stop (LegatoSearchView *self);

G_END_DECLS
