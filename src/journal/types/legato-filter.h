/* legato-filter.h: which entries of a journal are wanted
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-entry.h"

G_BEGIN_DECLS

/**
 * LegatoFilter: what an entry has to be like; what is 0 or %NULL does not matter
 * @from_day, @to_day: Julian days, both included
 * @kinds: a bit for each #LegatoEntryKind: 1 << kind
 * @zone: rated, treated, or where it hurt
 * @legs: a bit for each leg, 1 << leg, at which @zone, or anything, was rated or treated
 * @words: every one of them, or its beginning, has to be in the note or the tags
 */
typedef struct
{
  guint32 from_day;
  guint32 to_day;
  guint kinds;
  char *zone;
  guint legs;
  char *routine;
  char *goal;
  char *tag;
  char *words;
} LegatoFilter;

/**
 * LegatoDayCount: how much a day holds
 * @day: Julian day, by the local calendar
 */
typedef struct
{
  guint32 day;
  guint n_entries;
  guint n_sessions;
} LegatoDayCount;

LegatoFilter *legato_filter_new (void);
LegatoFilter *legato_filter_copy (const LegatoFilter *self);
void legato_filter_free (LegatoFilter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LegatoFilter, legato_filter_free)

G_END_DECLS
