/* ui-log.c: what a test of a window writes of itself
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui-log.h"

#include <glib.h>
#include <string.h>

#if defined __GLIBC__ && !defined __SANITIZE_ADDRESS__
#define TELLS_OF_CRASHES
#include <execinfo.h>
#include <signal.h>
#include <sys/prctl.h>
#include <unistd.h>
#endif

/* GTK 4.24 says so of itself on a screen without a window manager, as soon as any window has shown
 * a popover: both have one frame, which each hands in. That ends no test. */
static GLogWriterOutput
write_log (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer data)
{
  for (gsize i = 0; i < n_fields; i++)
    if (g_str_equal (fields[i].key, "MESSAGE") && fields[i].length < 0
        && g_str_equal (fields[i].value,
                        "gdk_frame_timings_submitted() called on submitted frame."))
      return g_log_writer_standard_streams (level, fields, n_fields, data);
  return g_log_writer_default (level, fields, n_fields, data);
}

#ifdef TELLS_OF_CRASHES
/* Returns into what failed, which then ends the program as it would have without this. */
static void
crashed_cb (int number)
{
  static const char words[] = "crashed, the innermost first, in the thread ";
  void *frames[64];
  int n = backtrace (frames, G_N_ELEMENTS (frames));
  char name[17] = "";

  prctl (PR_GET_NAME, name);
  name[strlen (name)] = '\n';
  if (write (STDERR_FILENO, words, sizeof words - 1) > 0
      && write (STDERR_FILENO, name, strnlen (name, sizeof name)) > 0)
    backtrace_symbols_fd (frames, n, STDERR_FILENO);
}

/* A crash that comes once in many runs can only be found by where it was. */
static void
tell_of_crashes (void)
{
  static const int numbers[] = { SIGSEGV, SIGBUS, SIGFPE, SIGILL };
  static guint8 room[1 << 16]; /* where the stack itself has none left */
  struct sigaction action = { .sa_handler = crashed_cb,
                              .sa_flags = (int) (SA_RESETHAND | SA_ONSTACK) };
  stack_t stack = { .ss_sp = room, .ss_size = sizeof room };
  void *frame = NULL;

  /* What it needs is loaded at its first call, which a signal handler must not do. */
  backtrace (&frame, 1);
  sigaltstack (&stack, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    sigaction (numbers[i], &action, NULL);
}
#endif

/* Once a test program, before it shows anything. */
void
ui_log_init (void)
{
  g_log_set_writer_func (write_log, NULL, NULL);
#ifdef TELLS_OF_CRASHES
  tell_of_crashes ();
#endif
}
