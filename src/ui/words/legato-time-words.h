/* legato-time-words.h: days and times of day, as the person's desktop writes them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

char *legato_time_words_dup_near_day (guint32 day, guint32 today);
gboolean legato_time_words_has_12_hours (void);
char *legato_time_words_dup_time (GDateTime *time);

G_END_DECLS
