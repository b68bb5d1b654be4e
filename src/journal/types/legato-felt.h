/* legato-felt.h: how often each value was felt
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-entry.h"

G_BEGIN_DECLS

/**
 * LegatoFelt: all ratings of a place at a moment
 * @zone: an interned string
 * @first_day, @last_day: Julian days of the first rating and of the last
 * @n: how often each value was felt
 */
typedef struct
{
  const char *zone;
  LegatoLeg leg;
  LegatoMoment moment;
  guint32 first_day;
  guint32 last_day;
  guint n[LEGATO_RATING_MAX + 1];
} LegatoFelt;

G_END_DECLS
