/* journal-test-utils.h: a folder of its own, entries, and SQL for tests of the journal
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-check-in.h"
#include "legato-journal.h"

/** How many ratings the table that trends are read from has counted. */
#define TEST_N_FELT                                                                                \
  "SELECT sum (n0 + n1 + n2 + n3 + n4 + n5 + n6 + n7 + n8 + n9 + n10) FROM felt_day"

typedef struct
{
  char *folder;
  char *path;
} Fixture;

void fixture_set_up (Fixture *fixture, gconstpointer data);
void fixture_tear_down (Fixture *fixture, gconstpointer data);
LegatoJournal *fixture_open_journal (Fixture *fixture);

GDateTime *test_time (int year, int month, int day, int hour);
void test_make_journal (const char *path, int n_entries);
LegatoEntry *test_entry (int year, int month, int day, int hour);
void test_copy_version (const char *path, int version);
void test_sql (const char *path, const char *sql);
void test_sql_refused (const char *path, const char *const *statements);
LegatoEntry *test_read_entry (const char *json, GError **error);
GPtrArray *test_list_history (const char *path, const char *uuid);
gint64 test_sql_int (const char *path, const char *sql);
GAsyncResult *test_wait (GAsyncResult **result);
void test_result_cb (GObject *object, GAsyncResult *result, gpointer user_data);
LegatoCheckIn *test_check_in (void);
void test_set_check_in (LegatoJournal *journal, const LegatoCheckIn *check_in);
void test_forget_person (LegatoJournal *journal);
void test_remove_folder (const char *folder);
