/* legato-next-day.h: what felt worse on the day after a session
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-check-in.h"
#include "legato-entry.h"
#include "legato-person.h"

G_BEGIN_DECLS

GPtrArray *legato_next_day_list_sessions (const GPtrArray *entries, guint32 today);
gboolean legato_next_day_find_rated (LegatoGuide *guide,
                                     const LegatoEntry *session,
                                     const GPtrArray *entries,
                                     const LegatoCheckIn *check_in,
                                     LegatoZoneSet worse[2]);
gboolean legato_next_day_find_worse (LegatoGuide *guide,
                                     const LegatoEntry *session,
                                     const GPtrArray *entries,
                                     const LegatoCheckIn *check_in,
                                     LegatoZoneSet worse[2]);

G_END_DECLS
