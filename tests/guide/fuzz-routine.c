/* fuzz-routine.c: gives the reader of routine files whatever comes, and checks what it makes of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "legato-routine-check.h"
#include "legato-routine-file.h"

#include "fuzz.h"
#include "../load-guide.h"

static LegatoGuide *
get_guide (void)
{
  static LegatoGuide *guide;

  if (guide == NULL)
    guide = load_guide ();
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
  NULL,
};

int
main (int argc, char **argv)
{
  int status = fuzz_replay (argc, argv, "/fuzz-routine", N_CHANGES, pieces);

  legato_guide_unref (get_guide ());
  return status;
}

#endif
