/* legato-follow-ups.h: what is asked on the days after a session
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-entry.h"

G_BEGIN_DECLS

/** So many days back lies what can be asked: what is asked on the second day is over after the
 * third. */
#define LEGATO_FOLLOW_UP_DAYS 4

const LegatoEntry *legato_follow_ups_get_session (GPtrArray *entries);
gboolean
legato_follow_ups_is_answered (GPtrArray *entries, const LegatoEntry *session, LegatoMoment moment);
const LegatoEntry *
legato_follow_ups_find_open (GPtrArray *entries, guint32 today, LegatoMoment *moment);
LegatoMoment
legato_follow_ups_find_moment (const LegatoEntry *session, LegatoMoment asked, guint32 day);
LegatoEntry *legato_follow_ups_answer (const LegatoEntry *session,
                                       LegatoMoment moment,
                                       LegatoCompared compared,
                                       guint32 today);

G_END_DECLS
