/* legato-alarm.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-desktop"

#include "config.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib-unix.h>
#include <sys/timerfd.h>
#include <unistd.h>

#include "legato-alarm.h"
#include "legato-schedule.h"

struct _LegatoAlarm
{
  int fd;
  guint source;
  LegatoAlarmFunc ring;
  gpointer data;
};

static gboolean
ready_cb (int fd, GIOCondition condition, gpointer data)
{
  LegatoAlarm *self = data;
  guint64 expirations = 0;

  /* ECANCELED is that the clock was set, which is to be told too. */
  if (read (fd, &expirations, sizeof expirations) < 0 && errno != ECANCELED)
    return G_SOURCE_CONTINUE;
  self->ring (self->data);
  return G_SOURCE_CONTINUE;
}

/**
 * legato_alarm_new:
 * @ring: called in the thread's default main context, also when the clock of the machine was set;
 * it must not free the alarm
 *
 * Returns: (transfer full): an alarm that is not set, or %NULL with @error set
 */
LegatoAlarm *
legato_alarm_new (LegatoAlarmFunc ring, gpointer data, GError **error)
{
  LegatoAlarm *self = NULL;
  int fd = timerfd_create (CLOCK_REALTIME, TFD_CLOEXEC | TFD_NONBLOCK);

  g_return_val_if_fail (ring != NULL, NULL);

  if (fd < 0)
    {
      int code = errno;

      g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (code), g_strerror (code));
      return NULL;
    }
  self = g_new0 (LegatoAlarm, 1);
  self->fd = fd;
  self->ring = ring;
  self->data = data;
  self->source = g_unix_fd_add (fd, G_IO_IN, ready_cb, self);
  return self;
}

void
legato_alarm_free (LegatoAlarm *self)
{
  g_source_remove (self->source);
  close (self->fd);
  g_free (self);
}

/**
 * legato_alarm_set:
 * @time: when it rings, in seconds since 1970; at once where that has passed, and not at all if it
 * is %LEGATO_NEVER
 *
 * Takes the place of the time before.
 *
 * Returns: %FALSE with @error set if the system refused
 */
gboolean
legato_alarm_set (LegatoAlarm *self, gint64 time, GError **error)
{
  /* All zero is that it is not set. */
  const struct itimerspec when = { .it_value.tv_sec = time == LEGATO_NEVER ? 0 : MAX (time, 1) };

  if (timerfd_settime (self->fd, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &when, NULL) < 0
      && errno != ECANCELED)
    {
      int code = errno;

      g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (code), g_strerror (code));
      return FALSE;
    }
  return TRUE;
}
