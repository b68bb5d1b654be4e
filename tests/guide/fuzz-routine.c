/* fuzz-routine.c: gives the reader of routine files whatever comes, and checks what it makes of it
 *
 * Built with libFuzzer (build-aux/fuzz) it looks for new inputs; built without, as the tests do, it
 * tries the files named on the command line and a fixed number of changes to each.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <string.h>

#include "legato-routine-check.h"
#include "legato-routine.h"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static LegatoGuide *
get_guide (void)
{
  static LegatoGuide *guide;

  if (guide == NULL)
    {
      g_autoptr (GError) error = NULL;

      guide = legato_guide_new_from_resource (NULL, LEGATO_RESOURCE_ROOT "/guide", &error);
      g_assert_no_error (error);
    }
  return guide;
}

/* What was refused, was refused in words that can be shown. */
static void
check_error (const GError *error)
{
  g_assert_nonnull (error);
  g_assert_true (error->domain == LEGATO_GUIDE_ERROR);
  g_assert_true (g_str_has_prefix (error->message, "fuzz.legato:"));
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_cmpint (g_utf8_strlen (error->message, -1), <, 300);
}

/* What was read keeps to the limits, is the same after it was written, and can be looked at. */
static void
check_routine (const LegatoRoutine *routine)
{
  g_autoptr (GBytes) bytes = legato_routine_to_bytes (routine);
  g_autoptr (GError) error = NULL;
  g_autoptr (LegatoRoutine) again =
      legato_routine_new_from_bytes (get_guide (), "fuzz.legato", bytes, &error);
  g_autoptr (GPtrArray) faults = legato_routine_find_faults (get_guide (), routine);

  g_assert_no_error (error);
  g_assert_true (legato_routine_equal (routine, again));
  g_assert_cmpuint (legato_routine_get_n_steps (routine), <=, LEGATO_ROUTINE_MAX_STEPS);
  g_assert_cmpstr (routine->name, !=, "");
  for (guint i = 0; i < faults->len; i++)
    {
      const LegatoFault *fault = g_ptr_array_index (faults, i);

      g_assert_cmpstr (fault->words, !=, "");
      g_assert_cmpint (fault->step, <, (int) legato_routine_get_n_steps (routine));
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (LegatoRoutine) routine =
      legato_routine_new_from_bytes (get_guide (), "fuzz.legato", bytes, &error);

  if (routine != NULL)
    check_routine (routine);
  else
    check_error (error);
  return 0;
}

#ifndef LEGATO_LIBFUZZER

/* Changes of one file that are tried; under the sanitizers, too, this takes some seconds only. */
#define N_CHANGES 5000

/* What a change puts in: marks of the format, and values at their borders. */
static const char *const pieces[] = {
  "<",
  ">",
  "/>",
  "&",
  "&amp;",
  "&#0;",
  "&#x10ffff;",
  "\"",
  "\xff",
  "\xc3",
  "\xed\xa0\x80",
  "<!--",
  "-->",
  "<![CDATA[",
  "<!DOCTYPE a>",
  "<?a?>",
  " ",
  "\n",
  "\xef\xbb\xbf",
  "0",
  "1800",
  "1801",
  "-1",
  "99999999999",
  "<step/>",
  "</leg>",
  "<leg>",
  "<guide>",
  "moderate",
  "popliteal",
  "exercise=\"breathe\"",
  "é",
};

/* Cuts, doubles, overwrites or inserts somewhere in @text. */
static void
change (GByteArray *text, GRand *rand)
{
  const char *piece = pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))];
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

  for (int i = 0; i < N_CHANGES; i++)
    {
      g_autoptr (GByteArray) text = g_byte_array_new ();

      g_byte_array_append (text, (const guint8 *) contents, (guint) size);
      for (int n = g_rand_int_range (rand, 1, 5); n > 0; n--)
        change (text, rand);
      LLVMFuzzerTestOneInput (text->data, text->len);
    }
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  for (int i = 1; i < argc; i++)
    {
      g_autofree char *name = g_path_get_basename (argv[i]);
      g_autofree char *path = g_strdup_printf ("/fuzz-routine/%s", name);

      g_test_add_data_func (path, argv[i], test_file);
    }
  status = g_test_run ();
  legato_guide_unref (get_guide ());
  return status;
}

#endif
