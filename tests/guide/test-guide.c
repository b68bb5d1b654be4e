/* test-guide.c: the guide that is shipped, and what may be asked of any guide
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "legato-guide.h"

static LegatoGuide *
load (void)
{
  g_autoptr (GError) error = NULL;
  LegatoGuide *guide = legato_guide_new_from_resource (NULL, LEGATO_RESOURCE_ROOT "/guide", &error);

  g_assert_no_error (error);
  g_assert_nonnull (guide);
  return guide;
}

static void
test_is_whole (void)
{
  g_autoptr (LegatoGuide) guide = load ();

  g_assert_cmpuint (legato_guide_get_zones (guide)->len, ==, 14);
  g_assert_cmpuint (legato_guide_get_techniques (guide)->len, ==, 14);
  g_assert_cmpuint (legato_guide_get_exercises (guide)->len, ==, 7);
  g_assert_cmpuint (legato_guide_get_routines (guide)->len, ==, 12);
  g_assert_cmpuint (legato_guide_get_preparation (guide)->len, ==, 6);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/guide/is-whole", test_is_whole);
  return g_test_run ();
}
