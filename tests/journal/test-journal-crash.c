/* test-journal-crash.c: what was saved outlives a process that is killed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "journal-test-utils.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define N_ROUNDS 5

/* Saves entries for ever and says the UUID of each, once it is saved. */
static int
save_until_killed (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LegatoJournal) journal = legato_journal_open (path, &error);

  g_assert_no_error (error);
  for (;;)
    {
      g_autoptr (LegatoEntry) entry = test_entry (2026, 4, 1, 12);

      g_assert_true (legato_journal_add (journal, entry, &error));
      printf ("%s\n", entry->uuid);
      fflush (stdout);
    }
  return 0;
}

static void
test_kill (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) saved = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (LegatoJournal) journal = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);

  for (int i = 0; i < N_ROUNDS; i++)
    {
      g_autoptr (GSubprocess) child = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error,
                                                        program, "--save", fixture->path, NULL);
      g_autoptr (GDataInputStream) lines = NULL;
      guint enough = g_hash_table_size (saved) + (guint) g_test_rand_int_range (1, 60);
      char *uuid;

      g_assert_no_error (error);
      lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (child));
      while (g_hash_table_size (saved) < enough
             && (uuid = g_data_input_stream_read_line (lines, NULL, NULL, &error)) != NULL)
        g_hash_table_add (saved, uuid);
      g_subprocess_send_signal (child, SIGKILL);

      /* What it had said before the blow counts as well. */
      while ((uuid = g_data_input_stream_read_line (lines, NULL, NULL, NULL)) != NULL)
        {
          if (strlen (uuid) == 36)
            g_hash_table_add (saved, uuid);
          else
            g_free (uuid);
        }
      g_subprocess_wait (child, NULL, NULL);
      g_assert_cmpuint (g_hash_table_size (saved), >=, enough);
    }

  journal = legato_journal_open (fixture->path, &error);
  g_assert_no_error (error);
  entries = legato_journal_list (journal, NULL, NULL, 0, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, >=, g_hash_table_size (saved));
  g_assert_cmpuint (entries->len, <=, g_hash_table_size (saved) + N_ROUNDS);
  for (guint i = 0; i < entries->len; i++)
    {
      const LegatoEntry *entry = g_ptr_array_index (entries, i);

      g_assert_cmpuint (entry->steps->len, ==, 3);
      g_assert_cmpuint (entry->ratings->len, ==, 4);
      g_hash_table_remove (saved, entry->uuid);
    }
  g_assert_cmpuint (g_hash_table_size (saved), ==, 0);
  g_clear_object (&journal);
  g_assert_true (legato_journal_verify_file (fixture->path, &error));
  g_assert_no_error (error);
}

int
main (int argc, char *argv[])
{
  if (argc == 3 && g_str_equal (argv[1], "--save"))
    return save_until_killed (argv[2]);

  g_test_init (&argc, &argv, NULL);
  g_test_add ("/journal/crash/kill", Fixture, NULL, fixture_set_up, test_kill, fixture_tear_down);
  return g_test_run ();
}
