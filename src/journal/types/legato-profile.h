/* legato-profile.h: what a person said about themselves, and how their legs are today
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "legato-guide-types.h"

G_BEGIN_DECLS

/** How often a week is enough and not too often; the default is what the sources agree on
 * (docs/domain.md §4). The journal's tables refuse the same: another range wants a migration. */
#define LEGATO_GOAL_MIN 2
#define LEGATO_GOAL_MAX 7
#define LEGATO_GOAL_DEFAULT 3

/** Why a place is left alone. */
typedef enum
{
  LEGATO_CAUSE_WOUND,
  LEGATO_CAUSE_RASH,
  LEGATO_CAUSE_INFECTION,
  LEGATO_CAUSE_INFLAMED,
  LEGATO_CAUSE_NUMB,
  LEGATO_CAUSE_VEIN,
  LEGATO_CAUSE_OTHER,
  LEGATO_N_CAUSES,
} LegatoCause;

LEGATO_DECLARE_ENUM (LegatoCause, cause)
const char *legato_cause_get_name (LegatoCause cause);

/**
 * LegatoProfileCondition: a condition that a session has to respect
 * @id: as `legato-cli plan --condition` takes it
 * @since: Julian day on which the person said so
 * @cleared: Julian day on which a clinician agreed to massage; 0 while none has
 */
typedef struct
{
  char *id;
  guint32 since;
  guint32 cleared;
} LegatoProfileCondition;

/**
 * LegatoProfilePlace: a place that is marked
 * @leg: left or right
 * @cause: why it is left alone; means nothing for a place that was agreed to
 * @since: Julian day on which the person said so
 */
typedef struct
{
  char *zone;
  LegatoLeg leg;
  LegatoCause cause;
  guint32 since;
} LegatoProfilePlace;

/** A joint that may be an artificial one. */
typedef enum
{
  LEGATO_PROFILE_KNEE,
  LEGATO_PROFILE_HIP,
  LEGATO_N_PROFILE_JOINTS,
} LegatoProfileJoint;

LEGATO_DECLARE_ENUM (LegatoProfileJoint, profile_joint)

/**
 * LegatoProfile: what a person said about themselves
 * @asked: the person was asked for their conditions: an empty list means that they have none
 * @weekly_goal: sessions a week, %LEGATO_GOAL_MIN to %LEGATO_GOAL_MAX
 * @usual_minutes: how long sessions shall be, or 0 for each one's own length
 * @conditions: (element-type LegatoProfileCondition)
 * @blocked: (element-type LegatoProfilePlace): what is never touched
 * @agreed: (element-type LegatoProfilePlace): what a clinician agreed to, in a pregnancy or after
 * an operation
 * @joints: which joints are artificial, by joint and leg
 * @tools: %NULL-terminated ids of the tools at hand; never %NULL
 *
 * Fill a new one, hand it over, and change it no more; to change a stored one, change a copy.
 */
typedef struct
{
  gboolean asked;
  guint weekly_goal;
  guint usual_minutes;
  GPtrArray *conditions;
  GPtrArray *blocked;
  GPtrArray *agreed;
  gboolean joints[LEGATO_N_PROFILE_JOINTS][2];
  GStrv tools;
} LegatoProfile;

LegatoProfile *legato_profile_new (void);
LegatoProfile *legato_profile_copy (const LegatoProfile *self);
void legato_profile_free (LegatoProfile *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LegatoProfile, legato_profile_free)

const LegatoProfileCondition *legato_profile_find_condition (const LegatoProfile *self,
                                                             const char *id);
void
legato_profile_set_condition (LegatoProfile *self, const char *id, guint32 since, guint32 cleared);
void legato_profile_remove_condition (LegatoProfile *self, const char *id);
void legato_profile_answer_condition (LegatoProfile *self,
                                      const char *id,
                                      gboolean there,
                                      gboolean known,
                                      guint32 today);

const LegatoProfilePlace *
legato_profile_find_blocked (const LegatoProfile *self, const char *zone, LegatoLeg leg);
void legato_profile_block (LegatoProfile *self,
                           const char *zone,
                           LegatoLeg leg,
                           LegatoCause cause,
                           guint32 since);
void legato_profile_unblock (LegatoProfile *self, const char *zone, LegatoLeg leg);

gboolean legato_profile_is_agreed (const LegatoProfile *self, const char *zone, LegatoLeg leg);
void legato_profile_set_agreed (LegatoProfile *self,
                                const char *zone,
                                LegatoLeg leg,
                                guint32 since,
                                gboolean agreed);

gboolean
legato_profile_has_joint (const LegatoProfile *self, LegatoProfileJoint joint, LegatoLeg leg);
void legato_profile_set_joint (LegatoProfile *self,
                               LegatoProfileJoint joint,
                               LegatoLeg leg,
                               gboolean artificial);

gboolean legato_profile_has_tool (const LegatoProfile *self, const char *id);
void legato_profile_set_tool (LegatoProfile *self, const char *id, gboolean at_hand);

gboolean legato_profile_add (LegatoProfile *self, const LegatoProfile *other);
gboolean legato_profile_equal (const LegatoProfile *self, const LegatoProfile *other);

G_END_DECLS
