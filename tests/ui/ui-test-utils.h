/* ui-test-utils.h: a page in a window of its own, with the sample journal
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "legato-context.h"
#include "legato-window.h"

typedef struct
{
  char *folder;
  char *path;
  LegatoGuide *guide;
  LegatoRoutineShelf *shelf;
  LegatoContext *context;
  LegatoJournal *journal;
  GtkWindow *window;
} PageFixture;

void page_fixture_set_up (PageFixture *fixture, gconstpointer data);
void page_fixture_tear_down (PageFixture *fixture, gconstpointer data);

LegatoContext *ui_test_new_context (PageFixture *fixture, const char *path);
LegatoContext *ui_test_open_context (PageFixture *fixture, const char *path);

void ui_test_init (int *argc, char ***argv);
GApplication *ui_test_init_held (int *argc, char ***argv);
void ui_test_init_application (int *argc, char ***argv);
void ui_test_show (PageFixture *fixture, GtkWidget *page, int width, int height);
LegatoWindow *ui_test_show_window (PageFixture *fixture, int width, int height);
void ui_test_settle (GtkWindow *window);
void ui_test_shoot (GtkWindow *window, const char *name);
GtkWidget *ui_test_find (GtkWidget *widget, GType type, const char *text);
void ui_test_collect (GtkWidget *widget, GType type, GPtrArray *found);
void ui_test_wait_for_journal (LegatoJournal *journal);

/* As who was asked so many days ago, and had nothing to say. */
void ui_test_check_in (PageFixture *fixture, int days_ago);
void ui_test_tag_elsewhere (LegatoJournal *journal, const LegatoEntry *entry, const char *tag);
void ui_test_click (GtkWidget *widget, const char *label);
GtkWidget *ui_test_wait_for_label (GtkWidget *widget, const char *text);
