/* legato-window-private.h: what the parts of LegatoWindow share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-check-in-page.h"
#include "legato-journal-page.h"
#include "legato-legs-page.h"
#include "legato-routine-actions.h"
#include "legato-recovery-bar.h"
#include "legato-routines-page.h"
#include "legato-search-view.h"
#include "legato-media-bridge.h"
#include "legato-session-page.h"
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
  GtkWidget *wide_title;
  GtkWidget *narrow_title;
  GtkRevealer *problem_revealer;
  GtkLabel *problem;
  GtkWidget *set_aside;
  LegatoRecoveryBar *recovery;
  GtkSearchBar *search_bar;
  GtkEditable *search_entry;
  GtkStack *body;
  LegatoSearchView *search_view;
  AdwViewStack *pages;
  AdwViewSwitcherBar *switcher_bar;
  LegatoLegsPage *legs;
  LegatoRoutinesPage *routines;
  LegatoJournalPage *journal_page;
  LegatoTrendsPage *trends_page;
  LegatoCheckInPage *check_in;
  LegatoSessionPage *session;

  /* Owned references */
  GSettings *settings;
  LegatoGuide *guide;
  LegatoJournal *journal;
  LegatoPersonModel *person;
  LegatoRoutineActions *routine_actions;

  /* What the check-in is for; its routine, zone and technique live as long as the guide */
  LegatoRequest request;
  gboolean requested;

  LegatoMediaBridge *media_bridge;

  /* Of the widget with the focus */
  GSignalGroup *focus_signals;

  guint inhibit_cookie;
};

void legato_window_show_level (LegatoWindow *self, const char *name);
void legato_window_focus_page (LegatoWindow *self);
void legato_window_class_bind_session (GtkWidgetClass *widget_class);

G_END_DECLS
