/* ui-log.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui-log.h"

#include <glib.h>

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

/* Once a test program, before it shows anything. */
void
ui_log_init (void)
{
  g_log_set_writer_func (write_log, NULL, NULL);
}
