/* legato-window-private.h: the files of the window's class (internal)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-journal-page.h"
#include "legato-legs-page.h"
#include "legato-routine-actions.h"
#include "legato-search-view.h"
#include "legato-session-flow.h"
#include "legato-trends-page.h"
#include "legato-width-bin.h"
#include "legato-window.h"

G_BEGIN_DECLS

struct _LegatoWindow
{
  AdwApplicationWindow parent_instance;

  /* Template widgets */
  AdwToastOverlay *toasts;
  LegatoWidthBin *width_bin;
  GtkStack *levels;
  AdwHeaderBar *header;
  AdwBin *trouble_slot;
  AdwBin *trouble_below;
  AdwBin *recovery_slot;
  AdwBin *missed_slot;
  GtkSearchBar *search_bar;
  GtkMenuButton *main_menu;
  GtkEditable *search_entry;
  GtkStack *body;
  AdwBin *search_slot;
  AdwViewStack *pages;
  AdwViewSwitcherBar *switcher_bar;

  /* Borrowed references, within the template; a page is %NULL until it is first shown */
  LegatoSearchView *search_view;
  LegatoLegsPage *legs;
  LegatoJournalPage *journal;
  LegatoTrendsPage *trends;
  GtkWidget *trouble;

  /* Owned references */
  GtkWidget *wide_title;
  GtkWidget *narrow_title;
  GSettings *settings;
  LegatoContext *context;
  LegatoRoutineActions *routine_actions;
  LegatoSessionFlow *flow;
};

/* legato-window-pages.c */
void legato_window_show_pages (LegatoWindow *self);
gboolean legato_window_is_on_pages (LegatoWindow *self);

/* legato-window-actions.c */
void legato_window_class_add_actions (GtkWidgetClass *widget_class);

G_END_DECLS
