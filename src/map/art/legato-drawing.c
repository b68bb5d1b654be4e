/* legato-drawing.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-map"

#include "config.h"

#include <stdlib.h>

#include "legato-drawing.h"

typedef struct
{
  GTaskThreadFunc func;
} Work;

static GMutex mutex;
static GCond drawn;
static guint n_drawing; /* under the mutex */
static gboolean ending; /* under the mutex */

/* Newer pixman frees what it uses as the program ends: a thread that still draws would crash. */
static void
end (void)
{
  g_mutex_lock (&mutex);
  ending = TRUE;
  while (n_drawing > 0)
    g_cond_wait (&drawn, &mutex);
  g_mutex_unlock (&mutex);
}

static void
draw_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Work *work = g_object_get_data (G_OBJECT (task), "legato-drawing");
  gboolean too_late;

  g_mutex_lock (&mutex);
  too_late = ending;
  n_drawing += too_late ? 0 : 1;
  g_mutex_unlock (&mutex);
  if (too_late)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "The program ends");
      return;
    }

  work->func (task, source, task_data, cancellable);

  g_mutex_lock (&mutex);
  n_drawing--;
  g_cond_signal (&drawn);
  g_mutex_unlock (&mutex);
}

/**
 * legato_drawing_run:
 * @func: what draws
 *
 * Does what g_task_run_in_thread() does. The process waits at its end until @func has returned, and
 * does not begin with what has not begun by then.
 */
void
legato_drawing_run (GTask *task, GTaskThreadFunc func)
{
  static gsize registered;
  Work *work = NULL;

  g_return_if_fail (G_IS_TASK (task));
  g_return_if_fail (func != NULL);

  if (g_once_init_enter (&registered))
    {
      if (atexit (end) != 0)
        g_warning ("Drawings cannot be waited for at the end of the program");
      g_once_init_leave (&registered, 1);
    }
  work = g_new (Work, 1);
  work->func = func;
  g_object_set_data_full (G_OBJECT (task), "legato-drawing", work, g_free);
  g_task_run_in_thread (task, draw_in_thread);
}
