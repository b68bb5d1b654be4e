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

/** A note is at most so many characters long: some pages. */
#define LEGATO_NOTE_MAX 10000

/** Girth in millimetres: from what no ankle is below to what no calf is above. */
#define LEGATO_GIRTH_MIN_MM 50
#define LEGATO_GIRTH_MAX_MM 1500

typedef enum
{
  LEGATO_ENTRY_SESSION,
  LEGATO_ENTRY_CHECK_IN, /* "how do my legs feel", without a session */
  LEGATO_ENTRY_REFUSAL,  /* a red flag or condition: no session, advice given */
  LEGATO_ENTRY_STOP,     /* "Stop, it hurts" */
} LegatoEntryKind;

/** Among the reasons of a session or a stop: somebody else's legs were massaged. It says nothing of
 * the legs of the person whose journal it is. */
#define LEGATO_REASON_ID_PARTNER "partner"

/** When a rating was felt, seen from its session. */
typedef enum
{
  LEGATO_MOMENT_BEFORE,
  LEGATO_MOMENT_AFTER,
  LEGATO_MOMENT_NEXT_DAY,
  LEGATO_MOMENT_SECOND_DAY,
  LEGATO_MOMENT_CHECK_IN,
} LegatoMoment;

#define LEGATO_N_MOMENTS (LEGATO_MOMENT_CHECK_IN + 1)

LEGATO_DECLARE_ENUM (LegatoEntryKind, entry_kind)
LEGATO_DECLARE_ENUM (LegatoMoment, moment)
const char *legato_moment_get_name (LegatoMoment moment);

/**
 * LegatoRating: soreness of one zone of one leg
 * @leg: left or right
 * @value: 0 (none) to %LEGATO_RATING_MAX
 * @anchors: version of the anchor wording that the person saw
 * @late: remembered later than the moment it is about
 */
typedef struct
{
  char *zone;
  LegatoLeg leg;
  LegatoMoment moment;
  guint value;
  guint anchors;
  gboolean late;
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

/** Where a leg is measured. */
typedef enum
{
  LEGATO_GIRTH_ANKLE,
  LEGATO_GIRTH_CALF,
} LegatoGirthPlace;

LEGATO_DECLARE_ENUM (LegatoGirthPlace, girth_place)

/**
 * LegatoGirth: how thick a leg is
 * @leg: left or right
 * @mm: %LEGATO_GIRTH_MIN_MM to %LEGATO_GIRTH_MAX_MM
 */
typedef struct
{
  LegatoGirthPlace place;
  LegatoLeg leg;
  guint mm;
} LegatoGirth;

/** What is said on a day after a session, in one tap. */
typedef enum
{
  LEGATO_COMPARED_BETTER,
  LEGATO_COMPARED_SAME,
  LEGATO_COMPARED_WORSE,
} LegatoCompared;

LEGATO_DECLARE_ENUM (LegatoCompared, compared)

/**
 * LegatoFollowUp: how the legs were on a day after a session, compared with before it
 * @moment: %LEGATO_MOMENT_NEXT_DAY or %LEGATO_MOMENT_SECOND_DAY
 * @late: remembered later than that day
 */
typedef struct
{
  LegatoMoment moment;
  LegatoCompared compared;
  gboolean late;
} LegatoFollowUp;

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
 * @edited_at: when it was changed last; at first @recorded_at. The journal sets it
 * @deleted_at: (nullable): when it was thrown into the bin. The journal sets it
 * @late: written down from memory, for an earlier day
 * @unguided: a session that was done without the program: its steps are as planned, not as measured
 * @routine: (nullable): id of the routine
 * @goal: (nullable): id of the goal of a session without a routine
 * @zone: (nullable): id of the zone of a session of one zone, or where a stop hurt
 * @leg: the leg of @zone; %LEGATO_LEG_BOTH otherwise
 * @planned_s, @done_s: seconds
 * @completed: the session ran to its end
 * @note: never %NULL
 * @reasons: ids: the rules of a refusal, what was felt at a stop, how the day was and what followed
 * a session; may be empty, never %NULL
 * @steps: (element-type LegatoDoneStep)
 * @ratings: (element-type LegatoRating): at most one for each zone, leg and moment
 * @feelings: (element-type LegatoFeeling): at most one for each leg and id
 * @girths: (element-type LegatoGirth): at most one for each place and leg
 * @follow_ups: (element-type LegatoFollowUp): of a session; at most one for each moment
 * @tags: what sort of day it was: "run", "flight" or words of one's own; never %NULL, each once
 *
 * Fill a new entry, hand it over, and change it no more; to change a stored one, change a copy.
 */
typedef struct
{
  char *uuid;
  LegatoEntryKind kind;
  GDateTime *at;
  GDateTime *recorded_at;
  GDateTime *edited_at;
  GDateTime *deleted_at;
  gboolean late;
  gboolean unguided;
  char *routine;
  char *goal;
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
  GPtrArray *girths;
  GPtrArray *follow_ups;
  GStrv tags;
} LegatoEntry;

#define LEGATO_TYPE_ENTRY (legato_entry_get_type ())
GType legato_entry_get_type (void);

LegatoEntry *legato_entry_new (LegatoEntryKind kind, GDateTime *at);
LegatoEntry *legato_entry_new_written (LegatoEntryKind kind,
                                       GDateTime *at,
                                       char *uuid,
                                       GDateTime *recorded_at,
                                       GDateTime *edited_at);
void legato_entry_set_at (LegatoEntry *self, GDateTime *at);
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
void legato_entry_add_girth (LegatoEntry *self, LegatoGirthPlace place, LegatoLeg leg, guint mm);
void legato_entry_add_reason (LegatoEntry *self, const char *reason);
void legato_entry_add_follow_up (LegatoEntry *self,
                                 LegatoMoment moment,
                                 LegatoCompared compared,
                                 gboolean late);
const LegatoFollowUp *legato_entry_find_follow_up (const LegatoEntry *self, LegatoMoment moment);
gboolean legato_entry_is_followed_up (const LegatoEntry *self, LegatoMoment moment);
void legato_entry_add_tag (LegatoEntry *self, const char *tag);
guint32 legato_entry_get_day (const LegatoEntry *self);
const LegatoRating *legato_entry_find_rating (const LegatoEntry *self,
                                              const char *zone,
                                              LegatoLeg leg,
                                              LegatoMoment moment);
gboolean legato_entry_is_of_partner (const LegatoEntry *self);
void legato_entry_set_of_partner (LegatoEntry *self, gboolean partner);
gboolean legato_entry_equal (const LegatoEntry *self, const LegatoEntry *other);
gboolean legato_entry_measured_equal (const LegatoEntry *self, const LegatoEntry *other);
gboolean legato_entry_keeps_all_of (const LegatoEntry *self, const LegatoEntry *older);
LegatoEntry *
legato_entry_rebase (const LegatoEntry *self, const LegatoEntry *read, const LegatoEntry *present);

/**
 * LegatoSoreness: one rating as the trends see it
 * @day: Julian day (g_date_get_julian()) on which it was felt, by the local calendar
 * @zone: an interned string
 */
typedef struct
{
  guint32 day;
  const char *zone;
  LegatoLeg leg;
  LegatoMoment moment;
  guint value;
} LegatoSoreness;

G_END_DECLS
