/* test-map-drawing.c: what draws beside the window is done before the program ends
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <stdlib.h>
#include <unistd.h>

#include "legato-drawing.h"

/* Longer than a program that does not wait needs to its end. */
#define YIELDS 1000

static int begun, leaving, done;

static void
draw (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_atomic_int_set (&begun, 1);
  while (!g_atomic_int_get (&leaving))
    g_thread_yield ();
  for (guint i = 0; i < YIELDS; i++)
    g_thread_yield ();
  g_atomic_int_set (&done, 1);
  g_task_return_boolean (task, TRUE);
}

static void
leave (void)
{
  g_atomic_int_set (&leaving, 1);
}

/* Where the libraries clear up, too. */
static void
look (void)
{
  if (!g_atomic_int_get (&done))
    _exit (1);
}

static void
test_end (void)
{
  g_autoptr (GTask) task = NULL;

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
      g_test_trap_assert_passed ();
      return;
    }

  /* Of these the last is called first. */
  g_assert_cmpint (atexit (look), ==, 0);
  task = g_task_new (NULL, NULL, NULL, NULL);
  legato_drawing_run (task, draw);
  g_assert_cmpint (atexit (leave), ==, 0);
  while (!g_atomic_int_get (&begun))
    g_thread_yield ();
  exit (0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map/drawing/end", test_end);
  return g_test_run ();
}
