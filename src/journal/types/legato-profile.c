/* legato-profile.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-journal"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "legato-id-list.h"
#include "legato-profile.h"

static const char *const cause_names[LEGATO_N_CAUSES] = {
  [LEGATO_CAUSE_WOUND] = N_ ("Open wound"),
  [LEGATO_CAUSE_RASH] = N_ ("Rash"),
  [LEGATO_CAUSE_INFECTION] = N_ ("Infection"),
  [LEGATO_CAUSE_INFLAMED] = N_ ("Inflamed or very painful"),
  [LEGATO_CAUSE_NUMB] = N_ ("Numb"),
  [LEGATO_CAUSE_VEIN] = N_ ("A vein that shows"),
  [LEGATO_CAUSE_OTHER] = N_ ("Another reason"),
};

LEGATO_DEFINE_ENUM (LegatoCause,
                    cause,
                    LEGATO_ENUM_VALUE (CAUSE_WOUND, "wound"),
                    LEGATO_ENUM_VALUE (CAUSE_RASH, "rash"),
                    LEGATO_ENUM_VALUE (CAUSE_INFECTION, "infection"),
                    LEGATO_ENUM_VALUE (CAUSE_INFLAMED, "inflamed"),
                    LEGATO_ENUM_VALUE (CAUSE_NUMB, "numb"),
                    LEGATO_ENUM_VALUE (CAUSE_VEIN, "vein"),
                    LEGATO_ENUM_VALUE (CAUSE_OTHER, "other"))

LEGATO_DEFINE_ENUM (LegatoProfileJoint,
                    profile_joint,
                    LEGATO_ENUM_VALUE (PROFILE_KNEE, "knee"),
                    LEGATO_ENUM_VALUE (PROFILE_HIP, "hip"))

/**
 * legato_cause_get_name:
 *
 * Returns: (transfer none): the cause in a few words for a person
 */
const char *
legato_cause_get_name (LegatoCause cause)
{
  g_return_val_if_fail ((guint) cause < LEGATO_N_CAUSES, "");
  return _ (cause_names[cause]);
}

static LegatoProfileCondition *
condition_new (const char *id, guint32 since, guint32 cleared)
{
  LegatoProfileCondition *self = g_new0 (LegatoProfileCondition, 1);

  self->id = g_strdup (id);
  self->since = since;
  self->cleared = cleared;
  return self;
}

static void
condition_free (LegatoProfileCondition *self)
{
  g_free (self->id);
  g_free (self);
}

static gpointer
condition_copy (gconstpointer item, gpointer user_data)
{
  const LegatoProfileCondition *self = item;

  return condition_new (self->id, self->since, self->cleared);
}

static LegatoProfilePlace *
place_new (const char *zone, LegatoLeg leg, LegatoCause cause, guint32 since)
{
  LegatoProfilePlace *self = g_new0 (LegatoProfilePlace, 1);

  self->zone = g_strdup (zone);
  self->leg = leg;
  self->cause = cause;
  self->since = since;
  return self;
}

static void
place_free (LegatoProfilePlace *self)
{
  g_free (self->zone);
  g_free (self);
}

static gpointer
place_copy (gconstpointer item, gpointer user_data)
{
  const LegatoProfilePlace *self = item;

  return place_new (self->zone, self->leg, self->cause, self->since);
}

/**
 * legato_profile_new:
 *
 * Returns: (transfer full): the profile of somebody who was not asked yet
 */
LegatoProfile *
legato_profile_new (void)
{
  LegatoProfile *self = g_new0 (LegatoProfile, 1);

  self->weekly_goal = LEGATO_GOAL_DEFAULT;
  self->conditions = g_ptr_array_new_with_free_func ((GDestroyNotify) condition_free);
  self->blocked = g_ptr_array_new_with_free_func ((GDestroyNotify) place_free);
  self->agreed = g_ptr_array_new_with_free_func ((GDestroyNotify) place_free);
  self->tools = g_new0 (char *, 1);
  return self;
}

/**
 * legato_profile_copy:
 *
 * Returns: (transfer full): a copy that may be changed
 */
LegatoProfile *
legato_profile_copy (const LegatoProfile *self)
{
  LegatoProfile *copy = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  copy = legato_profile_new ();
  copy->asked = self->asked;
  copy->weekly_goal = self->weekly_goal;
  copy->usual_minutes = self->usual_minutes;
  g_ptr_array_extend (copy->conditions, self->conditions, (GCopyFunc) condition_copy, NULL);
  g_ptr_array_extend (copy->blocked, self->blocked, (GCopyFunc) place_copy, NULL);
  g_ptr_array_extend (copy->agreed, self->agreed, (GCopyFunc) place_copy, NULL);
  memcpy (copy->joints, self->joints, sizeof copy->joints);
  g_strfreev (copy->tools);
  copy->tools = g_strdupv (self->tools);
  return copy;
}

void
legato_profile_free (LegatoProfile *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->conditions);
  g_ptr_array_unref (self->blocked);
  g_ptr_array_unref (self->agreed);
  g_strfreev (self->tools);
  g_free (self);
}

/**
 * legato_profile_find_condition:
 *
 * Returns: (transfer none) (nullable): what is said of the condition @id, if it is there
 */
const LegatoProfileCondition *
legato_profile_find_condition (const LegatoProfile *self, const char *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  for (guint i = 0; i < self->conditions->len; i++)
    {
      const LegatoProfileCondition *condition = g_ptr_array_index (self->conditions, i);

      if (g_str_equal (condition->id, id))
        return condition;
    }
  return NULL;
}

/** legato_profile_set_condition: adds the condition, or replaces what was said of it. */
void
legato_profile_set_condition (LegatoProfile *self, const char *id, guint32 since, guint32 cleared)
{
  LegatoProfileCondition *condition = condition_new (id, since, cleared);

  g_return_if_fail (self != NULL);

  legato_profile_remove_condition (self, id);
  g_ptr_array_add (self->conditions, condition);
}

/** legato_profile_remove_condition: the condition is there no more; its clearance goes with it. */
void
legato_profile_remove_condition (LegatoProfile *self, const char *id)
{
  const LegatoProfileCondition *condition = legato_profile_find_condition (self, id);

  if (condition != NULL)
    g_ptr_array_remove (self->conditions, (gpointer) condition);
}

/**
 * legato_profile_answer_condition:
 * @there: what was answered
 * @known: whether the condition was shown as there when that was asked
 * @today: Julian day
 *
 * What was said of the condition before stays if it is still so. One that is known only since it
 * was asked is not taken away by an answer that could not mean it.
 */
void
legato_profile_answer_condition (LegatoProfile *self,
                                 const char *id,
                                 gboolean there,
                                 gboolean known,
                                 guint32 today)
{
  g_return_if_fail (self != NULL && id != NULL);

  if (!there && known)
    legato_profile_remove_condition (self, id);
  else if (there && legato_profile_find_condition (self, id) == NULL)
    legato_profile_set_condition (self, id, today, 0);
}

static const LegatoProfilePlace *
find_place (GPtrArray *places, const char *zone, LegatoLeg leg)
{
  for (guint i = 0; i < places->len; i++)
    {
      const LegatoProfilePlace *place = g_ptr_array_index (places, i);

      if (place->leg == leg && g_str_equal (place->zone, zone))
        return place;
    }
  return NULL;
}

static void
remove_place (GPtrArray *places, const char *zone, LegatoLeg leg)
{
  const LegatoProfilePlace *place = find_place (places, zone, leg);

  if (place != NULL)
    g_ptr_array_remove (places, (gpointer) place);
}

/**
 * legato_profile_find_blocked:
 * @leg: left or right
 *
 * Returns: (transfer none) (nullable): why the place is left alone, if it is
 */
const LegatoProfilePlace *
legato_profile_find_blocked (const LegatoProfile *self, const char *zone, LegatoLeg leg)
{
  g_return_val_if_fail (self != NULL && zone != NULL, NULL);
  return find_place (self->blocked, zone, leg);
}

/** legato_profile_block: the place is left alone, for one cause only. */
void
legato_profile_block (LegatoProfile *self,
                      const char *zone,
                      LegatoLeg leg,
                      LegatoCause cause,
                      guint32 since)
{
  g_return_if_fail (self != NULL && zone != NULL && leg != LEGATO_LEG_BOTH);

  remove_place (self->blocked, zone, leg);
  g_ptr_array_add (self->blocked, place_new (zone, leg, cause, since));
}

/** legato_profile_unblock: the place may be massaged again. */
void
legato_profile_unblock (LegatoProfile *self, const char *zone, LegatoLeg leg)
{
  g_return_if_fail (self != NULL && zone != NULL);
  remove_place (self->blocked, zone, leg);
}

/** Returns: whether a clinician agreed to massage of the place */
gboolean
legato_profile_is_agreed (const LegatoProfile *self, const char *zone, LegatoLeg leg)
{
  g_return_val_if_fail (self != NULL && zone != NULL, FALSE);
  return find_place (self->agreed, zone, leg) != NULL;
}

/** legato_profile_set_agreed: @since is the Julian day on which they agreed. */
void
legato_profile_set_agreed (LegatoProfile *self,
                           const char *zone,
                           LegatoLeg leg,
                           guint32 since,
                           gboolean agreed)
{
  g_return_if_fail (self != NULL && zone != NULL && leg != LEGATO_LEG_BOTH);

  remove_place (self->agreed, zone, leg);
  if (agreed)
    g_ptr_array_add (self->agreed, place_new (zone, leg, LEGATO_CAUSE_OTHER, since));
}

/** Returns: whether the joint of the left or right leg is an artificial one */
gboolean
legato_profile_has_joint (const LegatoProfile *self, LegatoProfileJoint joint, LegatoLeg leg)
{
  g_return_val_if_fail (self != NULL && leg != LEGATO_LEG_BOTH, FALSE);
  g_return_val_if_fail ((guint) joint < LEGATO_N_PROFILE_JOINTS, FALSE);
  return self->joints[joint][leg];
}

/** legato_profile_set_joint: whether the joint of @leg, which is left or right, is artificial */
void
legato_profile_set_joint (LegatoProfile *self,
                          LegatoProfileJoint joint,
                          LegatoLeg leg,
                          gboolean artificial)
{
  g_return_if_fail (self != NULL && leg != LEGATO_LEG_BOTH);
  g_return_if_fail ((guint) joint < LEGATO_N_PROFILE_JOINTS);
  self->joints[joint][leg] = artificial != FALSE;
}

/** Returns: whether the tool is at hand */
gboolean
legato_profile_has_tool (const LegatoProfile *self, const char *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, FALSE);
  return g_strv_contains ((const char *const *) self->tools, id);
}

/** legato_profile_set_tool: whether the tool @id is at hand */
void
legato_profile_set_tool (LegatoProfile *self, const char *id, gboolean at_hand)
{
  g_return_if_fail (self != NULL && id != NULL);
  legato_id_list_set (&self->tools, id, at_hand);
}

static gboolean
places_equal (GPtrArray *places, GPtrArray *others)
{
  if (places->len != others->len)
    return FALSE;
  for (guint i = 0; i < places->len; i++)
    {
      const LegatoProfilePlace *place = g_ptr_array_index (places, i);
      const LegatoProfilePlace *other = find_place (others, place->zone, place->leg);

      if (other == NULL || other->cause != place->cause || other->since != place->since)
        return FALSE;
    }
  return TRUE;
}

/**
 * legato_profile_add:
 *
 * Adds the conditions and the places to leave alone of which only @other knows.
 *
 * Returns: whether there were any
 */
gboolean
legato_profile_add (LegatoProfile *self, const LegatoProfile *other)
{
  gboolean added = FALSE;

  g_return_val_if_fail (self != NULL && other != NULL, FALSE);

  for (guint i = 0; i < other->conditions->len; i++)
    {
      const LegatoProfileCondition *condition = g_ptr_array_index (other->conditions, i);

      if (legato_profile_find_condition (self, condition->id) != NULL)
        continue;
      legato_profile_set_condition (self, condition->id, condition->since, condition->cleared);
      added = TRUE;
    }
  for (guint i = 0; i < other->blocked->len; i++)
    {
      const LegatoProfilePlace *place = g_ptr_array_index (other->blocked, i);

      if (legato_profile_find_blocked (self, place->zone, place->leg) != NULL)
        continue;
      legato_profile_block (self, place->zone, place->leg, place->cause, place->since);
      added = TRUE;
    }
  return added;
}

/** Returns: whether both say the same; the order in which it was said means nothing */
gboolean
legato_profile_equal (const LegatoProfile *self, const LegatoProfile *other)
{
  g_return_val_if_fail (self != NULL && other != NULL, FALSE);

  if (self->asked != other->asked || self->weekly_goal != other->weekly_goal
      || self->usual_minutes != other->usual_minutes
      || memcmp (self->joints, other->joints, sizeof self->joints) != 0
      || self->conditions->len != other->conditions->len
      || g_strv_length (self->tools) != g_strv_length (other->tools)
      || !places_equal (self->blocked, other->blocked)
      || !places_equal (self->agreed, other->agreed))
    return FALSE;
  for (guint i = 0; i < self->conditions->len; i++)
    {
      const LegatoProfileCondition *mine = g_ptr_array_index (self->conditions, i);
      const LegatoProfileCondition *theirs = legato_profile_find_condition (other, mine->id);

      if (theirs == NULL || theirs->since != mine->since || theirs->cleared != mine->cleared)
        return FALSE;
    }
  for (gsize i = 0; self->tools[i] != NULL; i++)
    if (!legato_profile_has_tool (other, self->tools[i]))
      return FALSE;
  return TRUE;
}
