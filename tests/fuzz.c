/* fuzz.c: replays what a fuzzer found, always with the same changes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fuzz.h"

#include <string.h>

static guint n_changes_each;
static const char *const *all_pieces;

/* Cuts, doubles, overwrites or inserts somewhere in @text. */
static void
change (GByteArray *text, GRand *rand)
{
  const char *piece =
      all_pieces[g_rand_int_range (rand, 0, (int) g_strv_length ((GStrv) all_pieces))];
  guint at = (guint) g_rand_int_range (rand, 0, (int) text->len + 1);
  guint most = (guint) g_rand_int_range (rand, 1, 40);
  guint length = MIN (most, text->len - at);
  g_autoptr (GBytes) tail = g_bytes_new (text->data + at, text->len - at);
  gsize tail_size;
  const guint8 *tail_data = g_bytes_get_data (tail, &tail_size);

  g_byte_array_set_size (text, at);
  switch (g_rand_int_range (rand, 0, 4))
    {
    case 0:
      break;
    case 1:
      g_byte_array_append (text, tail_data, length);
      length = 0;
      break;
    case 2:
      g_byte_array_append (text, (const guint8 *) piece, (guint) strlen (piece));
      break;
    default:
      g_byte_array_append (text, (const guint8 *) piece, (guint) strlen (piece));
      length = 0;
      break;
    }
  g_byte_array_append (text, tail_data + length, (guint) tail_size - length);
}

static void
test_file (gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (14);
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  gsize size;

  g_file_get_contents (data, &contents, &size, &error);
  g_assert_no_error (error);
  LLVMFuzzerTestOneInput ((const guint8 *) contents, size);

  for (guint i = 0; i < n_changes_each; i++)
    {
      g_autoptr (GByteArray) text = g_byte_array_new ();

      g_byte_array_append (text, (const guint8 *) contents, (guint) size);
      for (int n = g_rand_int_range (rand, 1, 5); n > 0; n--)
        change (text, rand);
      LLVMFuzzerTestOneInput (text->data, text->len);
    }
}

/* A test for each file named on the command line. @pieces: what a change puts in: marks of the
 * format, and values at their borders; ends with %NULL. Returns: the exit status */
int
fuzz_replay (int argc,
             char **argv,
             const char *test_path,
             guint n_changes,
             const char *const *pieces)
{
  n_changes_each = n_changes;
  all_pieces = pieces;
  g_test_init (&argc, &argv, NULL);
  for (int i = 1; i < argc; i++)
    {
      g_autofree char *name = g_path_get_basename (argv[i]);
      g_autofree char *path = g_strdup_printf ("%s/%s", test_path, name);

      g_test_add_data_func (path, argv[i], test_file);
    }
  return g_test_run ();
}
