/* legato-standing.h: what a person answered that stands until they answer it again
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "legato-guide-types.h"

G_BEGIN_DECLS

/**
 * LegatoFlagAnswer: what was said last of a warning sign
 * @LEGATO_FLAG_STANDS: it is there; there is no session
 * @LEGATO_FLAG_LOOKED_AT: a doctor has looked at it
 * @LEGATO_FLAG_GONE: it is gone; not for signs that want help at once or now
 */
typedef enum
{
  LEGATO_FLAG_STANDS,
  LEGATO_FLAG_LOOKED_AT,
  LEGATO_FLAG_GONE,
} LegatoFlagAnswer;

LEGATO_DECLARE_ENUM (LegatoFlagAnswer, flag_answer)

/**
 * LegatoFlag: a warning sign that was there at some time
 * @id: flag of its advice ("dvt", "after-redness")
 * @since: Julian day on which it was answered yes last
 * @answered: Julian day of @answer; 0 while it stands
 */
typedef struct
{
  char *id;
  guint32 since;
  LegatoFlagAnswer answer;
  guint32 answered;
} LegatoFlag;

/**
 * LegatoFinePlace: a place that is fine again, as the person says, after a stop
 * @stop: UUID of the entry of the stop
 * @leg: left or right
 * @day: Julian day on which they said so
 */
typedef struct
{
  char *stop;
  char *zone;
  LegatoLeg leg;
  guint32 day;
} LegatoFinePlace;

/**
 * LegatoAsked: a question that was asked because of what the journal holds
 * @rule: "R-DVT"
 * @zone: (nullable): where, if it is about a place; the UUID of a stop or session if about one
 * @leg: of the place, or which leg
 * @day: Julian day of what it was asked for
 */
typedef struct
{
  char *rule;
  char *zone;
  LegatoLeg leg;
  guint32 day;
} LegatoAsked;

/**
 * LegatoStanding: what stands until it is answered again
 * @flags: (element-type LegatoFlag): at most one of each id
 * @fine: (element-type LegatoFinePlace)
 * @asked: (element-type LegatoAsked): the last of each rule and place
 *
 * No time and no clock ends it. Fill a new one, hand it over, and change it no more; to change a
 * stored one, change a copy.
 */
typedef struct
{
  GPtrArray *flags;
  GPtrArray *fine;
  GPtrArray *asked;
} LegatoStanding;

LegatoStanding *legato_standing_new (void);
LegatoStanding *legato_standing_copy (const LegatoStanding *self);
void legato_standing_free (LegatoStanding *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LegatoStanding, legato_standing_free)

const LegatoFlag *legato_standing_find_flag (const LegatoStanding *self, const char *id);
gboolean legato_standing_has_flag (const LegatoStanding *self, const char *id);
void legato_standing_set_flag (LegatoStanding *self,
                               const char *id,
                               guint32 since,
                               LegatoFlagAnswer answer,
                               guint32 answered);
void legato_standing_raise_flag (LegatoStanding *self, const char *id, guint32 day);

const LegatoFinePlace *legato_standing_find_fine (const LegatoStanding *self,
                                                  const char *stop,
                                                  const char *zone,
                                                  LegatoLeg leg);
void legato_standing_set_fine (LegatoStanding *self,
                               const char *stop,
                               const char *zone,
                               LegatoLeg leg,
                               guint32 day);

guint32 legato_standing_get_asked (const LegatoStanding *self,
                                   const char *rule,
                                   const char *zone,
                                   LegatoLeg leg);
void legato_standing_set_asked (LegatoStanding *self,
                                const char *rule,
                                const char *zone,
                                LegatoLeg leg,
                                guint32 day);

void legato_standing_add (LegatoStanding *self, const LegatoStanding *later);
gboolean legato_standing_is_empty (const LegatoStanding *self);

G_END_DECLS
