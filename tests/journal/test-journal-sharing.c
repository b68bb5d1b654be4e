/* test-journal-sharing.c: a folder that other computers see too is kept in step
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "journal-test-utils.h"

#include <glib/gstdio.h>

#include "legato-automatic-copies.h"
#include "legato-store.h"

static LegatoEntry *
make_note (const char *note)
{
  LegatoEntry *entry = test_entry (2026, 4, 1, 12);

  g_free (entry->note);
  entry->note = g_strdup (note);
  return entry;
}

/* Whether the file that this computer wrote into @folder says @text. */
static gboolean
says (const char *folder, const char *text)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *content = NULL;

      if (g_str_has_suffix (name, ".json") && g_file_get_contents (path, &content, NULL, NULL)
          && strstr (content, text) != NULL)
        return TRUE;
    }
  return FALSE;
}

typedef struct
{
  const char *folder;
  const char *expected; /* to be there before the other program writes; %NULL once it has */
  const char *note;     /* what it writes */
} Meanwhile;

/* Another program writes while the folder is brought into step, and is noticed before that ends. */
static void
changed_cb (LegatoJournal *journal, Meanwhile *meanwhile)
{
  g_autoptr (LegatoEntry) entry = make_note (meanwhile->note);
  g_autoptr (GAsyncResult) result = NULL;
  LegatoStore *store;
  gboolean changed = FALSE;

  if (meanwhile->expected == NULL || !says (meanwhile->folder, meanwhile->expected))
    return;
  meanwhile->expected = NULL;
  store = legato_store_open (legato_journal_get_path (journal), NULL);
  g_assert_true (legato_store_add (store, entry, NULL));
  legato_store_close (store);
  legato_journal_poll_async (journal, NULL, test_result_cb, &result);
  g_assert_true (legato_journal_poll_finish (journal, test_wait (&result), &changed, NULL));
  g_signal_emit_by_name (journal, "changed");
}

static void
add (LegatoJournal *journal, const char *note)
{
  g_autoptr (LegatoEntry) entry = make_note (note);
  g_autoptr (GAsyncResult) result = NULL;

  legato_journal_add_async (journal, entry, NULL, test_result_cb, &result);
  g_assert_true (legato_journal_add_finish (journal, test_wait (&result), NULL));
}

static gboolean
has_no_copy (LegatoAutomaticCopies *copies)
{
  g_autoptr (GDateTime) last = legato_automatic_copies_dup_last (copies);

  return last == NULL || legato_automatic_copies_is_copying (copies);
}

static LegatoJournal *
open_journal (LegatoJournalConnection *connection)
{
  legato_journal_connection_open (connection);
  while (legato_journal_connection_get_journal (connection) == NULL)
    g_main_context_iteration (NULL, TRUE);
  return legato_journal_connection_get_journal (connection);
}

/* Twice, since the folder is looked at of itself soon after the start. */
static void
test_written_meanwhile (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "shared", NULL);
  g_autoptr (LegatoJournalConnection) connection = legato_journal_connection_new (fixture->path);
  g_autoptr (LegatoAutomaticCopies) copies = legato_automatic_copies_new (connection);
  LegatoJournal *journal = open_journal (connection);
  Meanwhile rounds[] = {
    { folder, "first from here", "first from there" },
    { folder, "second from here", "second from there" },
  };

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_object_set (copies, "shared-folder", folder, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (rounds); i++)
    {
      g_signal_connect (journal, "changed", G_CALLBACK (changed_cb), &rounds[i]);
      add (journal, rounds[i].expected);
      while (!says (folder, rounds[i].note))
        g_main_context_iteration (NULL, TRUE);
    }
  legato_automatic_copies_end (copies);
}

/* In milliseconds until something has to be done by itself; -1 if nothing has. */
static int
get_timeout (void)
{
  GMainContext *context = g_main_context_default ();
  GPollFD fds[16];
  int n_fds = 0;
  int priority = 0;
  int timeout = 0;

  g_assert_true (g_main_context_acquire (context));
  g_main_context_prepare (context, &priority);
  n_fds = g_main_context_query (context, priority, &timeout, fds, G_N_ELEMENTS (fds));
  g_assert_cmpint (n_fds, <=, G_N_ELEMENTS (fds));
  g_main_context_check (context, priority, fds, n_fds);
  g_main_context_release (context);
  return timeout;
}

/* Does all that is to be done within a minute. Returns: as get_timeout() */
static int
do_what_is_due (void)
{
  int timeout;

  while ((timeout = get_timeout ()) >= 0 && timeout < 60 * 1000)
    g_main_context_iteration (NULL, TRUE);
  return timeout;
}

/* Without a window nothing wakes the program, but a change is copied and shared at once. */
static void
test_unattended (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "shared", NULL);
  g_autofree char *copies_folder = g_build_filename (fixture->folder, "copies", NULL);
  g_autoptr (LegatoJournalConnection) connection = legato_journal_connection_new (fixture->path);
  g_autoptr (LegatoAutomaticCopies) copies = legato_automatic_copies_new (connection);
  LegatoJournal *journal = open_journal (connection);

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_object_set (copies, "daily", TRUE, "folder", copies_folder, "shared-folder", folder, NULL);
  add (journal, "before");
  while (!says (folder, "before") || has_no_copy (copies))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (do_what_is_due (), ==, -1);

  /* As on the next day. */
  test_remove_folder (copies_folder);
  add (journal, "after");
  while (!says (folder, "after") || has_no_copy (copies))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (do_what_is_due (), ==, -1);

  legato_automatic_copies_set_attended (copies, TRUE);
  g_assert_cmpint (do_what_is_due (), >, 0);
  legato_automatic_copies_set_attended (copies, FALSE);
  g_assert_cmpint (do_what_is_due (), ==, -1);
  legato_automatic_copies_end (copies);
}

/* What was said last is in the folder when the program has ended. */
static void
test_end (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "shared", NULL);
  g_autoptr (LegatoJournalConnection) connection = legato_journal_connection_new (fixture->path);
  g_autoptr (LegatoAutomaticCopies) copies = legato_automatic_copies_new (connection);
  LegatoJournal *journal = open_journal (connection);

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_object_set (copies, "shared-folder", folder, NULL);
  add (journal, "the last word");
  legato_automatic_copies_end (copies);
  g_assert_true (says (folder, "the last word"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func)                                                                            \
  g_test_add ("/journal/sharing/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("written-meanwhile", test_written_meanwhile);
  ADD ("unattended", test_unattended);
  ADD ("end", test_end);
  return g_test_run ();
}
