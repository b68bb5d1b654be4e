/* test-journal-find.c: entries by the words in them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "journal-test-utils.h"

#include "legato-store.h"

#define N_LIKE 100

static void
write_note (LegatoStore *store, const char *note)
{
  g_autoptr (LegatoEntry) entry = test_entry (2026, 5, 1, 12);
  g_autoptr (GError) error = NULL;

  g_free (entry->note);
  entry->note = g_strdup (note);
  g_assert_true (legato_store_add (store, entry, &error));
  g_assert_no_error (error);
}

/* How many entries have these words; the pages of the journal count as it lists. */
static guint
find (LegatoStore *store, const char *words)
{
  LegatoFilter filter = { .words = (char *) words };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = legato_store_find_entries (store, &filter, 0, 0, &error);
  guint n = 0;

  g_assert_no_error (error);
  g_assert_true (legato_store_count_entries (store, &filter, &n, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, found->len);
  return n;
}

static void
test_beginnings (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  LegatoStore *store = legato_store_open (fixture->path, &error);

  g_assert_no_error (error);
  write_note (store, "stairs");
  write_note (store, "Stairway, long");
  write_note (store, "sta\303\255rs of the tower"); /* staírs */
  write_note (store, "star");
  write_note (store, "long walk");
  /* More words that begin alike than are looked for one by one. */
  for (int i = 0; i < N_LIKE; i++)
    {
      g_autofree char *note = g_strdup_printf ("swimming%d", i);

      write_note (store, note);
    }

  g_assert_cmpuint (find (store, "sta"), ==, 4);
  g_assert_cmpuint (find (store, "stair"), ==, 3);
  g_assert_cmpuint (find (store, "STAIRS"), ==, 2);
  g_assert_cmpuint (find (store, "sta\303\255rs"), ==, 2);
  g_assert_cmpuint (find (store, "stairway long"), ==, 1);
  g_assert_cmpuint (find (store, "long stairw"), ==, 1);
  g_assert_cmpuint (find (store, "long stairs"), ==, 0);
  g_assert_cmpuint (find (store, "stairz"), ==, 0);
  g_assert_cmpuint (find (store, "zzzz"), ==, 0);
  g_assert_cmpuint (find (store, "swimming"), ==, N_LIKE);
  g_assert_cmpuint (find (store, "swimming9"), ==, 11);
  g_assert_cmpuint (find (store, "or\"and"), ==, 0);
  legato_store_close (store);
}

/* A journal that nobody may write can be searched as well. */
static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  LegatoStore *store = legato_store_open (fixture->path, &error);

  g_assert_no_error (error);
  write_note (store, "stairs");
  legato_store_close (store);
  store = legato_store_open_to_read (fixture->path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (find (store, "stairs"), ==, 1);
  g_assert_cmpuint (find (store, "stairways"), ==, 0);
  legato_store_close (store);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func)                                                                            \
  g_test_add ("/journal/find/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("beginnings", test_beginnings);
  ADD ("read-only", test_read_only);
  return g_test_run ();
}
