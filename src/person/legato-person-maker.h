/* legato-person-maker.h: from what is stored of a person to what the planner wants to know
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-check-in.h"
#include "legato-entry.h"
#include "legato-person.h"
#include "legato-profile.h"

G_BEGIN_DECLS

/** So many days of entries say all that a plan depends on. */
#define LEGATO_PERSON_HISTORY_DAYS 14

void legato_person_make (LegatoPerson *person,
                         LegatoGuide *guide,
                         const LegatoProfile *profile,
                         const LegatoCheckIn *check_in,
                         GPtrArray *entries,
                         guint32 today);

G_END_DECLS
