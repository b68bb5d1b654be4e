/* legato-alarm.h: wakes the program once, at a time of the clock on the wall
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LegatoAlarm: a timer by the wall's clock, not by time that passes
 *
 * Time goes on for it while the computer sleeps, and it also rings when the clock was set, so that
 * whoever waits can look at it anew. Until then it costs nothing: nothing is asked again and again.
 */
typedef struct _LegatoAlarm LegatoAlarm;

typedef void (*LegatoAlarmFunc) (gpointer data);

LegatoAlarm *legato_alarm_new (LegatoAlarmFunc ring, gpointer data, GError **error);
void legato_alarm_free (LegatoAlarm *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LegatoAlarm, legato_alarm_free)
gboolean legato_alarm_set (LegatoAlarm *self, gint64 time, GError **error);

G_END_DECLS
