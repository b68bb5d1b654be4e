/* legato-entry.h: what the journal remembers: entries, ratings, feelings, steps
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "legato-guide-types.h"

G_BEGIN_DECLS

/** Version of the words beside 0 and 10 ("none", "as bad as you can imagine"), kept with ratings.
 */
#define LEGATO_ANCHORS_VERSION 1

/** Highest value of a rating or feeling; the lowest is 0. */
#define LEGATO_RATING_MAX 10

typedef enum
{
  LEGATO_ENTRY_SESSION,
  LEGATO_ENTRY_CHECK_IN, /* "how do my legs feel", without a session */
  LEGATO_ENTRY_REFUSAL,  /* a red flag or condition: no session, advice given */
  LEGATO_ENTRY_STOP,     /* "Stop, it hurts" */
} LegatoEntryKind;

/** When a rating was felt, seen from its session. */
typedef enum
{
  LEGATO_MOMENT_BEFORE,
  LEGATO_MOMENT_AFTER,
  LEGATO_MOMENT_NEXT_DAY,
  LEGATO_MOMENT_SECOND_DAY,
  LEGATO_MOMENT_CHECK_IN,
} LegatoMoment;

const char *legato_entry_kind_to_id (LegatoEntryKind kind);
gboolean legato_entry_kind_from_id (const char *id, LegatoEntryKind *value);
const char *legato_moment_to_id (LegatoMoment moment);
gboolean legato_moment_from_id (const char *id, LegatoMoment *value);
const char *legato_moment_get_name (LegatoMoment moment);

/**
 * LegatoRating: soreness of one zone of one leg
 * @leg: left or right
 * @value: 0 (none) to %LEGATO_RATING_MAX
 * @anchors: version of the anchor wording that the person saw
 */
typedef struct
{
  char *zone;
  LegatoLeg leg;
  LegatoMoment moment;
  guint value;
  guint anchors;
} LegatoRating;

/**
 * LegatoFeeling: heaviness, cramps … of a leg
 * @value: 0 to %LEGATO_RATING_MAX; a yes is %LEGATO_RATING_MAX, a no is 0
 */
typedef struct
{
  char *id;
  LegatoLeg leg;
  guint value;
} LegatoFeeling;

/**
 * LegatoDoneStep: a step of the plan, as far as it was really done
 * @index: its place in the plan, from 0
 * @zones: ids of the zones touched; empty for rests and exercises
 * @planned_ms, @done_ms: milliseconds; a skipped step has done 0
 */
typedef struct
{
  guint index;
  LegatoLeg leg;
  char *technique;
  GStrv zones;
  LegatoPressure pressure;
  guint planned_ms;
  guint done_ms;
} LegatoDoneStep;

/**
 * LegatoEntry: one entry of the journal (a boxed type, reference counted)
 * @uuid: names it for ever, also in exports
 * @at: when it happened, with the UTC offset that held there; its local day is the entry's day
 * @recorded_at: when it was written down
 * @late: written down from memory, for an earlier day
 * @routine: (nullable): id of the routine
 * @zone: (nullable): id of the zone of a session of one zone, or where a stop hurt
 * @leg: the leg of @zone; %LEGATO_LEG_BOTH otherwise
 * @planned_s, @done_s: seconds
 * @completed: the session ran to its end
 * @note: never %NULL
 * @reasons: ids: the rules of a refusal, what was felt at a stop; may be empty, never %NULL
 * @steps: (element-type LegatoDoneStep)
 * @ratings: (element-type LegatoRating): at most one for each zone, leg and moment
 * @feelings: (element-type LegatoFeeling): at most one for each leg and id
 *
 * Fill a new entry, hand it over, and change it no more; to change a stored one, change a copy.
 */
typedef struct
{
  char *uuid;
  LegatoEntryKind kind;
  GDateTime *at;
  GDateTime *recorded_at;
  gboolean late;
  char *routine;
  char *zone;
  LegatoLeg leg;
  guint planned_s;
  guint done_s;
  gboolean completed;
  char *note;
  GStrv reasons;
  GPtrArray *steps;
  GPtrArray *ratings;
  GPtrArray *feelings;
} LegatoEntry;

#define LEGATO_TYPE_ENTRY (legato_entry_get_type ())
GType legato_entry_get_type (void);

LegatoEntry *legato_entry_new (LegatoEntryKind kind, GDateTime *at);
LegatoEntry *legato_entry_copy (const LegatoEntry *self);
LegatoEntry *legato_entry_ref (LegatoEntry *self);
void legato_entry_unref (LegatoEntry *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LegatoEntry, legato_entry_unref)

void legato_entry_add_step (LegatoEntry *self,
                            guint index,
                            LegatoLeg leg,
                            const char *technique,
                            const char *const *zones,
                            LegatoPressure pressure,
                            guint planned_ms,
                            guint done_ms);
void legato_entry_add_rating (LegatoEntry *self,
                              const char *zone,
                              LegatoLeg leg,
                              LegatoMoment moment,
                              guint value);
void legato_entry_add_feeling (LegatoEntry *self, const char *id, LegatoLeg leg, guint value);
void legato_entry_get_day (const LegatoEntry *self, GDate *day);
gboolean legato_entry_equal (const LegatoEntry *self, const LegatoEntry *other);

/**
 * LegatoSoreness: one rating as the trends see it
 * @day: Julian day (g_date_get_julian()) on which it was felt, by the local calendar
 * @zone, @routine: interned strings; @routine is %NULL if there was none
 */
typedef struct
{
  guint32 day;
  const char *zone;
  LegatoLeg leg;
  LegatoMoment moment;
  const char *routine;
  guint value;
} LegatoSoreness;

G_END_DECLS
