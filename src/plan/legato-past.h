/* legato-past.h: what a plan depends on of the past days
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-person.h"

G_BEGIN_DECLS

/** So long a place is left out after "Stop, it hurts", in seconds [D]. */
#define LEGATO_STOPPED_S (48 * 60 * 60)

/** So long a rating says how sore a place is now, in seconds [D]. */
#define LEGATO_RATING_S (24 * 60 * 60)

/**
 * LegatoPastKind:
 * @LEGATO_PAST_MASSAGE: places were massaged, by a session or elsewhere
 * @LEGATO_PAST_STOP: a session was stopped there because it hurt
 * @LEGATO_PAST_FINE: the person said that a stopped place is fine again
 * @LEGATO_PAST_RATING: the person said how sore a place is: at a check-in, before or after a
 *   session, on a day after it, or on the command line
 */
typedef enum
{
  LEGATO_PAST_MASSAGE,
  LEGATO_PAST_STOP,
  LEGATO_PAST_FINE,
  LEGATO_PAST_RATING,
} LegatoPastKind;

/**
 * LegatoPastEvent: something that happened to places of one leg
 * @at: when, as Unix time in seconds. Of an entry that only knows its day: noon of it
 * @day: Julian day of @at where the person was then
 * @leg: left or right
 * @zones: the places
 * @firm: of a massage: whether it pressed moderately or was done with a tool
 * @value: of a rating: 0-10
 */
typedef struct
{
  LegatoPastKind kind;
  gint64 at;
  guint32 day;
  LegatoLeg leg;
  LegatoZoneSet zones;
  gboolean firm;
  guint value;
} LegatoPastEvent;

void legato_person_recall (LegatoPerson *person,
                           const LegatoPastEvent *events,
                           gsize n_events,
                           gint64 now,
                           guint32 today);

G_END_DECLS
