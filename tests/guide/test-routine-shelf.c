/* test-routine-shelf.c: own routines in a folder, with all that may lie in one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "legato-routine-file.h"
#include "legato-routine-shelf-testing.h"
#include "../load-guide.h"

typedef struct
{
  char *folder;
  char *path;
  LegatoGuide *guide;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->guide = load_guide ();
  fixture->folder = g_dir_make_tmp ("legato-shelf-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "data", "routines", NULL);
}

static void
remove_all (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
        remove_all (child);
      else
        g_assert_cmpint (g_unlink (child), ==, 0);
    }
  g_assert_cmpint (g_rmdir (path), ==, 0);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  remove_all (fixture->folder);
  legato_guide_unref (fixture->guide);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static LegatoRoutine *
make (Fixture *fixture, const char *id, const char *name)
{
  LegatoRoutine *routine =
      legato_routine_copy (legato_guide_find_routine (fixture->guide, "three-minute"));

  g_free (routine->id);
  g_free (routine->name);
  routine->id = g_strdup (id);
  routine->name = g_strdup (name);
  return routine;
}

static void
put (Fixture *fixture, LegatoRoutineShelf *shelf, const char *id, const char *name)
{
  g_autoptr (LegatoRoutine) routine = make (fixture, id, name);
  g_autoptr (GError) error = NULL;
  LegatoShelfItem *item = legato_routine_shelf_put (shelf, routine, &error);

  g_assert_no_error (error);
  g_assert_true (legato_routine_equal (legato_shelf_item_get_routine (item), routine));
}

static void
write_file (Fixture *fixture, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (fixture->path, name, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (fixture->path, 0700), ==, 0);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

/* "Calm, Quick, !broken.legato" */
static char *
describe (LegatoRoutineShelf *shelf)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (shelf)); i++)
    {
      g_autoptr (LegatoShelfItem) item = g_list_model_get_item (G_LIST_MODEL (shelf), i);
      g_autofree char *name = legato_shelf_item_dup_name (item);

      g_assert_true ((legato_shelf_item_get_routine (item) == NULL)
                     == (legato_shelf_item_get_error (item) != NULL));
      g_string_append_printf (text, "%s%s%s", i > 0 ? ", " : "",
                              legato_shelf_item_get_routine (item) == NULL ? "!" : "", name);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
assert_holds (LegatoRoutineShelf *shelf, const char *expected)
{
  g_autofree char *text = describe (shelf);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_keep (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LegatoRoutineShelf) shelf = legato_routine_shelf_new (fixture->guide, fixture->path);
  g_autoptr (LegatoRoutineShelf) again = NULL;
  g_autoptr (LegatoGuide) other = load_guide ();
  g_autoptr (GBytes) written = NULL;
  g_autoptr (GBytes) read = NULL;

  assert_holds (shelf, "");
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
  put (fixture, shelf, "own-b", "Quick");
  put (fixture, shelf, "own-a", "Slow");
  put (fixture, shelf, "own-c", "Calm");
  assert_holds (shelf, "Calm, Quick, Slow");
  put (fixture, shelf, "own-a", "Brisk");
  assert_holds (shelf, "Brisk, Calm, Quick");
  g_assert_cmpstr (legato_guide_find_routine (fixture->guide, "own-a")->name, ==, "Brisk");

  again = legato_routine_shelf_new (other, fixture->path);
  assert_holds (again, "Brisk, Calm, Quick");
  written = legato_routine_to_bytes (legato_guide_find_routine (fixture->guide, "own-b"));
  read = legato_routine_to_bytes (legato_guide_find_routine (other, "own-b"));
  g_assert_true (g_bytes_equal (written, read));
}

static void
test_delete (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LegatoRoutineShelf) shelf = legato_routine_shelf_new (fixture->guide, fixture->path);
  g_autoptr (LegatoShelfItem) item = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (LegatoGuide) other = NULL;
  g_autoptr (LegatoRoutineShelf) again = NULL;

  put (fixture, shelf, "own-a", "Calm");
  put (fixture, shelf, "own-b", "Quick");
  item = g_object_ref (legato_routine_shelf_find (shelf, "own-a"));

  g_assert_true (legato_routine_shelf_remove (shelf, item, &error));
  g_assert_no_error (error);
  assert_holds (shelf, "Quick");
  g_assert_null (legato_guide_find_routine (fixture->guide, "own-a"));
  g_assert_cmpstr (legato_shelf_item_get_routine (item)->name, ==, "Calm");

  g_assert_true (legato_routine_shelf_restore (shelf, item, &error));
  g_assert_no_error (error);
  assert_holds (shelf, "Calm, Quick");
  g_assert_nonnull (legato_guide_find_routine (fixture->guide, "own-a"));

  /* Once the bin is emptied, there is no way back. */
  g_assert_true (
      legato_routine_shelf_remove (shelf, legato_routine_shelf_find (shelf, "own-a"), &error));
  other = load_guide ();
  again = legato_routine_shelf_new (other, fixture->path);
  assert_holds (again, "Quick");
  legato_routine_shelf_empty_bin (again);
  assert_holds (again, "Quick");
  g_assert_false (legato_routine_shelf_restore (shelf, item, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
}

/* A damaged file is shown, can be deleted and put back, and is never overwritten. */
static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LegatoRoutineShelf) shelf = NULL;
  g_autoptr (LegatoShelfItem) item = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (fixture->path, "own-a.legato", NULL);
  g_autofree char *text = NULL;

  write_file (fixture, "own-a.legato", "<guide version=\"1\">");
  write_file (fixture, "notes.txt", "not mine");
  write_file (fixture, "stolen.legato",
              "<guide version=\"1\"><routine id=\"evening\"><name>Mine</name></routine></guide>");
  write_file (fixture, "twin-1.legato",
              "<guide version=\"1\"><routine id=\"twin\"><name>One</name></routine></guide>");
  write_file (fixture, "twin-2.legato",
              "<guide version=\"1\"><routine id=\"twin\"><name>Two</name></routine></guide>");
  shelf = legato_routine_shelf_new (fixture->guide, fixture->path);
  assert_holds (shelf, "One, !own-a.legato, !stolen.legato, !twin-2.legato");
  g_assert_false (legato_guide_find_routine (fixture->guide, "evening")->own);

  put (fixture, shelf, "own-a", "Calm");
  assert_holds (shelf, "Calm, One, !own-a.legato, !stolen.legato, !twin-2.legato");
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "<guide version=\"1\">");

  item = g_list_model_get_item (G_LIST_MODEL (shelf), 2);
  g_assert_cmpstr (legato_shelf_item_get_path (item), ==, path);
  g_assert_true (legato_routine_shelf_remove (shelf, item, &error));
  assert_holds (shelf, "Calm, One, !stolen.legato, !twin-2.legato");
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_true (legato_routine_shelf_restore (shelf, item, &error));
  assert_holds (shelf, "Calm, One, !own-a.legato, !stolen.legato, !twin-2.legato");
}

static void
assert_no_file (const char *path, const char *message)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = legato_routine_file_read (file, NULL, &error);

  g_assert_null (bytes);
  g_assert_nonnull (error);
  if (!g_pattern_match_simple (message, error->message))
    g_error ("“%s” does not match “%s”", error->message, message);
}

/* What is no file is not waited for. */
static void
test_no_files (Fixture *fixture, gconstpointer data)
{
  g_autofree char *pipe = g_build_filename (fixture->path, "pipe.legato", NULL);
  g_autofree char *folder = g_build_filename (fixture->path, "folder.legato", NULL);
  g_autofree char *zero = g_build_filename (fixture->path, "zero.legato", NULL);
  g_autofree char *dangling = g_build_filename (fixture->path, "dangling.legato", NULL);
  g_autofree char *loop = g_build_filename (fixture->path, "loop.legato", NULL);
  g_autofree char *large = g_build_filename (fixture->path, "large.legato", NULL);
  g_autofree char *link = g_build_filename (fixture->path, "link.legato", NULL);
  g_autoptr (LegatoRoutineShelf) shelf = NULL;

  write_file (fixture, "real.xml",
              "<guide version=\"1\"><routine id=\"real\"><name>Real</name></routine></guide>");
  write_file (fixture, "large.legato", "");
  g_assert_cmpint (truncate (large, (off_t) 1 << 40), ==, 0);
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_cmpint (symlink ("/dev/zero", zero), ==, 0);
  g_assert_cmpint (symlink ("nowhere", dangling), ==, 0);
  g_assert_cmpint (symlink ("loop.legato", loop), ==, 0);
  g_assert_cmpint (symlink ("real.xml", link), ==, 0);

  assert_no_file (pipe, "“pipe.legato” is no plain file.");
  assert_no_file (folder, "“folder.legato” is a folder, not the file of a routine.");
  assert_no_file (zero, "“zero.legato” is no plain file.");
  assert_no_file ("/dev/zero", "“zero” is no plain file.");
  assert_no_file (large, "large.legato:1: the file is too large");
  assert_no_file (dangling, "*");
  assert_no_file (loop, "*");
  assert_no_file ("/", "“/” is a folder, not the file of a routine.");

  shelf = legato_routine_shelf_new (fixture->guide, fixture->path);
  assert_holds (shelf, "Real, !dangling.legato, !folder.legato, !large.legato, !loop.legato, "
                       "!pipe.legato, !zero.legato");
}

static void
test_no_room (Fixture *fixture, gconstpointer data)
{
  g_autofree char *parent = g_path_get_dirname (fixture->path);
  g_autoptr (LegatoRoutine) routine = make (fixture, "own-a", "Calm");
  g_autoptr (LegatoRoutine) taken = make (fixture, "evening", "Calm");
  g_autoptr (LegatoRoutineShelf) shelf = NULL;
  g_autoptr (GError) error = NULL;

  /* A file where the folder should be: nobody can write there, not even root. */
  g_file_set_contents (parent, "", 0, &error);
  g_assert_no_error (error);
  shelf = legato_routine_shelf_new (fixture->guide, fixture->path);
  g_assert_null (legato_routine_shelf_put (shelf, routine, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOTDIR);
  assert_holds (shelf, "");
  g_assert_null (legato_guide_find_routine (fixture->guide, "own-a"));
  g_clear_error (&error);
  g_assert_cmpint (g_unlink (parent), ==, 0);

  g_assert_null (legato_routine_shelf_put (shelf, taken, &error));
  g_assert_error (error, LEGATO_GUIDE_ERROR, LEGATO_GUIDE_ERROR_REFERENCE);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GAsyncResult **kept = data;

  *kept = g_object_ref (result);
}

static void
test_load (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->path, "a file.legato", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (LegatoRoutine) routine = NULL;
  g_autoptr (GError) error = NULL;

  for (int round = 0; round < 2; round++)
    {
      g_autoptr (GAsyncResult) result = NULL;

      write_file (fixture, "a file.legato",
                  round == 0 ? "<guide version=\"1\">\n<routine id=\"a\"><name>A</name>"
                               "</routine></guide>"
                             : "<guide version=\"1\">\n<ruse/></guide>");
      legato_routine_file_load_async (file, fixture->guide, NULL, loaded_cb, &result);
      while (result == NULL)
        g_main_context_iteration (NULL, TRUE);
      if (round == 0)
        {
          routine = legato_routine_file_load_finish (result, &error);
          g_assert_no_error (error);
          g_assert_cmpstr (routine->name, ==, "A");
        }
      else
        {
          g_assert_null (legato_routine_file_load_finish (result, &error));
          g_assert_cmpstr (error->message, ==, "a file.legato:2: unknown element <ruse>");
        }
    }
}

/* Whoever shows why it cannot be read does not have to lay out thousands of letters. */
static void
test_long_name (Fixture *fixture, gconstpointer data)
{
  const char *const letters[] = { "a", "ß", "足" };

  for (gsize i = 0; i < G_N_ELEMENTS (letters); i++)
    {
      g_autoptr (GString) path = g_string_new ("/");
      g_autofree char *name = NULL;
      g_autoptr (GFile) file = NULL;
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GError) error = NULL;

      for (guint n = 0; n < 20000; n++)
        g_string_append (path, letters[i]);
      g_string_append (path, ".legato");
      file = g_file_new_for_path (path->str);
      name = legato_routine_file_dup_name (file);
      bytes = legato_routine_file_read (file, NULL, &error);
      g_assert_null (bytes);
      g_assert_nonnull (error);
      g_assert_true (g_str_has_suffix (name, ".legato"));
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      g_assert_cmpint (g_utf8_strlen (error->message, -1), <, 300);
      g_assert_nonnull (strstr (error->message, name));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/routine-shelf/keep", Fixture, NULL, set_up, test_keep, tear_down);
  g_test_add ("/routine-shelf/delete", Fixture, NULL, set_up, test_delete, tear_down);
  g_test_add ("/routine-shelf/damaged", Fixture, NULL, set_up, test_damaged, tear_down);
  g_test_add ("/routine-shelf/no-files", Fixture, NULL, set_up, test_no_files, tear_down);
  g_test_add ("/routine-shelf/no-room", Fixture, NULL, set_up, test_no_room, tear_down);
  g_test_add ("/routine-shelf/load", Fixture, NULL, set_up, test_load, tear_down);
  g_test_add ("/routine-shelf/long-name", Fixture, NULL, set_up, test_long_name, tear_down);

  return g_test_run ();
}
