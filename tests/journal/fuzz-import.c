/* fuzz-import.c: gives the imports of the journal whatever comes, and checks what they make of it
 *
 * Compiled once with FUZZ_CSV for tables, once without for documents in JSON.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <stdlib.h>

#include "legato-csv.h"
#include "legato-store-merge.h"
#include "legato-store.h"

#include "fuzz.h"

static char *folder;

static void
remove_folder (void)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

static LegatoStore *
open_store (const char *name)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  LegatoStore *store;

  if (folder == NULL)
    {
      folder = g_dir_make_tmp ("legato-fuzz-XXXXXX", NULL);
      atexit (remove_folder);
    }
  path = g_build_filename (folder, name, NULL);
  store = legato_store_open (path, &error);
  g_assert_no_error (error);
  return store;
}

/* One without an entry. */
static LegatoStore *
open_empty_store (const char *name)
{
  static GBytes *empty;
  g_autofree char *path = NULL;
  gsize size = 0;
  const char *contents = NULL;

  if (empty == NULL)
    {
      g_autofree char *made = NULL;
      char *bytes = NULL;

      legato_store_close (open_store ("empty.db"));
      made = g_build_filename (folder, "empty.db", NULL);
      g_file_get_contents (made, &bytes, &size, NULL);
      empty = g_bytes_new_take (bytes, size);
    }
  contents = g_bytes_get_data (empty, &size);
  path = g_build_filename (folder, name, NULL);
  g_file_set_contents_full (path, contents, (gssize) size, G_FILE_SET_CONTENTS_NONE, 0600, NULL);
  return open_store (name);
}

/* What was refused, was refused in words that can be shown. */
static void
check_error (const GError *error)
{
  g_assert_error (error, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_INVALID);
  g_assert_cmpstr (error->message, !=, "");
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_cmpint (g_utf8_strlen (error->message, -1), <, 300);
}

static GBytes *export(LegatoStore *store)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  legato_store_export (store, stream, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_close (stream, NULL, NULL);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

static gboolean
import_json (LegatoStore *store,
             GBytes *bytes,
             gboolean try_only,
             LegatoMergeResult *result,
             GError **error)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);

  return legato_store_import (store, stream, try_only, NULL, result, error);
}

#ifdef FUZZ_CSV

static gboolean
import (LegatoStore *store,
        GBytes *bytes,
        gboolean try_only,
        LegatoMergeResult *result,
        GError **error)
{
  g_autofree char *path = g_build_filename (folder, "table.csv", NULL);
  g_autoptr (GPtrArray) header = NULL;
  int columns[LEGATO_CSV_N_COLUMNS];
  gsize size = 0;
  const char *contents = g_bytes_get_data (bytes, &size);

  g_file_set_contents_full (path, contents != NULL ? contents : "", (gssize) size,
                            G_FILE_SET_CONTENTS_NONE, 0600, NULL);
  header = legato_csv_read (path, 1, error);
  if (header == NULL)
    return FALSE;
  if (header->len == 0)
    return TRUE;
  legato_csv_guess_columns (g_ptr_array_index (header, 0), columns);
  return legato_store_import_csv (store, path, columns, NULL, try_only, NULL, result, error);
}

#else
#define import import_json
#endif

/* What was taken in goes out, and in again, as the same. */
static void
check_taken_in (GBytes *bytes, const LegatoMergeResult *expected)
{
  g_autoptr (LegatoStore) first = open_empty_store ("first.db");
  g_autoptr (LegatoStore) second = open_empty_store ("second.db");
  g_autoptr (GBytes) out = NULL;
  g_autoptr (GBytes) again = NULL;
  g_autoptr (GError) error = NULL;
  LegatoMergeResult result = { 0 };

  import (first, bytes, FALSE, &result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (result.n_added, ==, expected->n_added);
  out = export(first);
  import_json (second, out, FALSE, &result, &error);
  g_assert_no_error (error);
  again = export(second);
  g_assert_true (g_bytes_equal (out, again));
  import_json (second, out, FALSE, &result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (result.n_added + result.n_changed + result.n_removed, ==, 0);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  static LegatoStore *store;
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  LegatoMergeResult result = { 0 };

  if (store == NULL)
    store = open_store ("store.db");
  if (import (store, bytes, TRUE, &result, &error))
    check_taken_in (bytes, &result);
  else
    check_error (error);
  return 0;
}

#ifndef LEGATO_LIBFUZZER

/* Changes of one file that are tried; under the sanitizers, too, this takes some seconds only. */
#define N_CHANGES 150

static const char *const pieces[] = {
  "{",
  "}",
  "[",
  "]",
  "\"",
  "\"\"",
  ",",
  ";",
  ":",
  "\n",
  "\r\n",
  "\\",
  "\\u0000",
  "\\ud800",
  "\xff",
  "\xc3",
  "\xed\xa0\x80",
  "\xef\xbb\xbf",
  "null",
  "true",
  "-1",
  "1e999",
  "10",
  "11",
  "99999999999999999999",
  "1970-01-01T00:00:00Z",
  "9999-12-31T23:59:59.999999Z",
  "+23:59",
  "session",
  "both",
  "next-day",
  "calf",
  "\"history\":[",
  "01234567-89ab-4def-8123-456789abcdef",
  "é",
  NULL,
};

int
main (int argc, char **argv)
{
  return fuzz_replay (argc, argv, "/fuzz-import", N_CHANGES, pieces);
}

#endif
