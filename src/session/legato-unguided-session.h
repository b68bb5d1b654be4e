/* legato-unguided-session.h: a massage that was done without the program, as somebody tells it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-entry.h"
#include "legato-plan.h"

G_BEGIN_DECLS

void legato_unguided_session_fill (LegatoEntry *entry, LegatoPlan *plan, guint seconds);
void legato_unguided_session_fill_places (LegatoEntry *entry,
                                          LegatoLeg leg,
                                          const char *technique,
                                          const char *const *zones,
                                          LegatoPressure pressure,
                                          guint seconds);
void
legato_unguided_session_fill_again (LegatoEntry *entry, const LegatoEntry *told, guint seconds);

G_END_DECLS
