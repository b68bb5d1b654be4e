/* program.h: the whole program in a test's own process, to be used as a person would
 *
 * What is waited for is looked at again at each event of the main loop.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "legato-session.h"

#define program_wait(condition)                                                                    \
  G_STMT_START                                                                                     \
  {                                                                                                \
    guint patience_id = program_wait_begin (#condition);                                           \
    while (!(condition))                                                                           \
      g_main_context_iteration (NULL, TRUE);                                                       \
    program_wait_end (patience_id);                                                                \
  }                                                                                                \
  G_STMT_END

/* Asks the journal's file, and compares the rows. */
#define program_assert_query(sql, expected)                                                        \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *query_answer = program_query (sql);                                           \
    g_assert_cmpstr (query_answer, ==, expected);                                                  \
  }                                                                                                \
  G_STMT_END

/* Keys by their numbers. Newer keyboard maps have these names on another level of the key as well,
 * where xdotool finds them first, and then presses Alt with them. */
#define PROGRAM_KEY_F1 "67"
#define PROGRAM_KEY_F11 "95"

typedef void (*ProgramBody) (void);

void program_test_init (int *argc, char ***argv);
void program_test_add (const char *path, ProgramBody test);
void program_set_tempo (guint tempo);
guint program_wait_begin (const char *what);
void program_wait_end (guint id);
void program_settle (void);

void program_run (ProgramBody body, ...) G_GNUC_NULL_TERMINATED;
char *program_run_another (const char *first, ...) G_GNUC_NULL_TERMINATED;
void program_quit (void);
void program_make_journal (void);

GtkWindow *program_get_window (void);
GtkWindow *program_get_entered (void);
void program_enter (const char *title);
void program_back_to (const char *title);
void program_leave_by (const char *button);
gboolean program_has_window (const char *title);
char *program_dup_search (const char *title);
guint program_count_windows (const char *title);

char *program_get_name (GtkWidget *widget);
char *program_translate (const char *pattern);
gboolean program_is_seen (GtkWidget *widget);
GtkWidget *program_find (const char *pattern);
GtkWidget *program_find_a (GType type, const char *pattern);
GtkWidget *program_scroll_to (const char *pattern);
GtkWidget *program_see (const char *pattern);
GtkWidget *program_see_a (GType type, const char *pattern);
void program_see_no (const char *pattern);
void program_collect (GType type, GPtrArray *found);
LegatoSession *program_get_session (void);
GPtrArray *program_list (GType type, const char *pattern);
guint program_count (GType type, const char *pattern);

gboolean program_move_point (GtkWidget *widget, GtkWidget *other, double *x, double *y);
gboolean program_find_point (GtkWidget *widget, int margin, double *x, double *y);

void program_click (const char *pattern);
void program_click_a (GType type, const char *pattern);
gboolean program_click_widget (GtkWidget *widget);
void program_point_at (const char *pattern);
void program_double_click (const char *pattern);
void program_click_beside (const char *pattern);
void program_move_pointer (GtkWidget *widget, double x, double y, const char *then);
void program_key (const char *keys);
void program_tab_to (const char *pattern, GtkDirectionType direction);
void program_type (const char *text);
GtkWidget *program_get_focus (void);
gboolean program_is_focus (const char *pattern);
char *program_get_told (void);
gboolean program_is_told (const char *text);

char *program_get_journal_path (void);
char *program_query (const char *sql);
gboolean program_answers (const char *sql, const char *expected);
void program_wait_for_copy (void);
void program_break_journal (void);
