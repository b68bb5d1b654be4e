/* legato-entry-compare.c: whether two entries, or two versions of one, say the same
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-journal"

#include "config.h"

#include "legato-entry.h"
#include "legato-id-list.h"

static gboolean
same_time (GDateTime *a, GDateTime *b)
{
  return g_date_time_difference (a, b) == 0
         && g_date_time_get_utc_offset (a) == g_date_time_get_utc_offset (b);
}

/* `same_`: both are of the same place or moment, of which an entry has one at most; `_equal`: they
 * also say the same of it. */

static gboolean
same_rating (gconstpointer first, gconstpointer second)
{
  const LegatoRating *a = first;
  const LegatoRating *b = second;

  return g_str_equal (a->zone, b->zone) && a->leg == b->leg && a->moment == b->moment;
}

static gboolean
rating_equal (gconstpointer first, gconstpointer second)
{
  const LegatoRating *a = first;
  const LegatoRating *b = second;

  return same_rating (a, b) && a->value == b->value && a->anchors == b->anchors
         && a->late == b->late;
}

static gboolean
same_feeling (gconstpointer first, gconstpointer second)
{
  const LegatoFeeling *a = first;
  const LegatoFeeling *b = second;

  return g_str_equal (a->id, b->id) && a->leg == b->leg;
}

static gboolean
feeling_equal (gconstpointer first, gconstpointer second)
{
  const LegatoFeeling *a = first;
  const LegatoFeeling *b = second;

  return same_feeling (a, b) && a->value == b->value;
}

static gboolean
same_girth (gconstpointer first, gconstpointer second)
{
  const LegatoGirth *a = first;
  const LegatoGirth *b = second;

  return a->place == b->place && a->leg == b->leg;
}

static gboolean
girth_equal (gconstpointer first, gconstpointer second)
{
  const LegatoGirth *a = first;
  const LegatoGirth *b = second;

  return same_girth (a, b) && a->mm == b->mm;
}

static gboolean
same_follow_up (gconstpointer first, gconstpointer second)
{
  return ((const LegatoFollowUp *) first)->moment == ((const LegatoFollowUp *) second)->moment;
}

static gboolean
follow_up_equal (gconstpointer first, gconstpointer second)
{
  const LegatoFollowUp *a = first;
  const LegatoFollowUp *b = second;

  return same_follow_up (a, b) && a->compared == b->compared && a->late == b->late;
}

static gboolean
step_equal (gconstpointer first, gconstpointer second)
{
  const LegatoDoneStep *a = first;
  const LegatoDoneStep *b = second;

  return a->index == b->index && a->leg == b->leg && g_str_equal (a->technique, b->technique)
         && g_strv_equal ((const char *const *) a->zones, (const char *const *) b->zones)
         && a->pressure == b->pressure && a->planned_ms == b->planned_ms
         && a->done_ms == b->done_ms;
}

static gboolean
array_equal (const GPtrArray *a, const GPtrArray *b, GEqualFunc equal)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      if (!equal (g_ptr_array_index (a, i), g_ptr_array_index (b, i)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
array_holds_all (GPtrArray *self, const GPtrArray *older, GEqualFunc equal)
{
  for (guint i = 0; i < older->len; i++)
    {
      if (!g_ptr_array_find_with_equal_func (self, g_ptr_array_index (older, i), equal, NULL))
        return FALSE;
    }
  return TRUE;
}

/**
 * legato_entry_equal:
 *
 * Returns: whether both say the same in every field, in the same order; when they were changed or
 *   deleted does not count
 */
gboolean
legato_entry_equal (const LegatoEntry *self, const LegatoEntry *other)
{
  g_return_val_if_fail (self != NULL && other != NULL, FALSE);

  return g_str_equal (self->uuid, other->uuid) && same_time (self->at, other->at)
         && g_date_time_difference (self->recorded_at, other->recorded_at) == 0
         && self->late == other->late && g_strcmp0 (self->routine, other->routine) == 0
         && g_strcmp0 (self->goal, other->goal) == 0 && g_strcmp0 (self->zone, other->zone) == 0
         && self->leg == other->leg && g_str_equal (self->note, other->note)
         && g_strv_equal ((const char *const *) self->reasons, (const char *const *) other->reasons)
         && g_strv_equal ((const char *const *) self->tags, (const char *const *) other->tags)
         && array_equal (self->ratings, other->ratings, rating_equal)
         && array_equal (self->feelings, other->feelings, feeling_equal)
         && array_equal (self->girths, other->girths, girth_equal)
         && array_equal (self->follow_ups, other->follow_ups, follow_up_equal)
         && legato_entry_measured_equal (self, other);
}

/**
 * legato_entry_measured_equal:
 *
 * Returns: whether both say the same of what the program measured, which nobody may edit
 */
gboolean
legato_entry_measured_equal (const LegatoEntry *self, const LegatoEntry *other)
{
  g_return_val_if_fail (self != NULL && other != NULL, FALSE);

  return self->kind == other->kind && self->unguided == other->unguided
         && self->planned_s == other->planned_s && self->done_s == other->done_s
         && self->completed == other->completed
         && array_equal (self->steps, other->steps, step_equal);
}

/**
 * legato_entry_keeps_all_of:
 * @older: an earlier version of the same entry
 *
 * Returns: whether @self still holds everything that a person said in @older, so that the older
 *   version need not be kept
 */
gboolean
legato_entry_keeps_all_of (const LegatoEntry *self, const LegatoEntry *older)
{
  g_return_val_if_fail (self != NULL && older != NULL, FALSE);

  for (gsize i = 0; older->tags[i] != NULL; i++)
    {
      if (!g_strv_contains ((const char *const *) self->tags, older->tags[i]))
        return FALSE;
    }
  return same_time (self->at, older->at) && self->late == older->late
         && g_strcmp0 (self->routine, older->routine) == 0
         && g_strcmp0 (self->goal, older->goal) == 0 && g_strcmp0 (self->zone, older->zone) == 0
         && self->leg == older->leg
         && (*older->note == '\0' || g_str_equal (self->note, older->note))
         && g_strv_equal ((const char *const *) self->reasons, (const char *const *) older->reasons)
         && array_holds_all (self->ratings, older->ratings, rating_equal)
         && array_holds_all (self->feelings, older->feelings, feeling_equal)
         && array_holds_all (self->girths, older->girths, girth_equal)
         && array_holds_all (self->follow_ups, older->follow_ups, follow_up_equal)
         && legato_entry_measured_equal (self, older);
}

/* Does to @present what was done to @read to make @changed, which loses what is taken from it. */
static void
rebase_items (GPtrArray *present,
              GPtrArray *changed,
              GPtrArray *read,
              GEqualFunc same,
              GEqualFunc equal)
{
  guint place;

  for (guint i = 0; i < read->len; i++)
    if (!g_ptr_array_find_with_equal_func (changed, read->pdata[i], same, NULL)
        && g_ptr_array_find_with_equal_func (present, read->pdata[i], same, &place))
      g_ptr_array_remove_index (present, place);
  for (guint i = changed->len; i-- > 0;)
    if (g_ptr_array_find_with_equal_func (read, changed->pdata[i], equal, NULL))
      g_ptr_array_remove_index (changed, i);
  while (changed->len > 0)
    {
      if (g_ptr_array_find_with_equal_func (present, changed->pdata[0], same, &place))
        g_ptr_array_remove_index (present, place);
      else
        place = present->len;
      g_ptr_array_insert (present, (int) place, g_ptr_array_steal_index (changed, 0));
    }
}

static void
rebase_ids (GStrv *present, GStrv changed, GStrv read)
{
  for (gsize i = 0; read[i] != NULL; i++)
    if (!g_strv_contains ((const char *const *) changed, read[i]))
      legato_id_list_set (present, read[i], FALSE);
  for (gsize i = 0; changed[i] != NULL; i++)
    if (!g_strv_contains ((const char *const *) read, changed[i]))
      legato_id_list_set (present, changed[i], TRUE);
}

static void
rebase_text (char **present, const char *changed, const char *read)
{
  if (g_strcmp0 (changed, read) == 0)
    return;
  g_free (*present);
  *present = g_strdup (changed);
}

static void
rebase_measured (LegatoEntry *present, const LegatoEntry *changed, const LegatoEntry *read)
{
  if (legato_entry_measured_equal (changed, read))
    return;
  present->kind = changed->kind;
  present->unguided = changed->unguided;
  present->planned_s = changed->planned_s;
  present->done_s = changed->done_s;
  present->completed = changed->completed;
  g_ptr_array_unref (present->steps);
  present->steps = g_ptr_array_ref (changed->steps);
}

/**
 * legato_entry_rebase:
 * @self: @read, changed
 * @read: the entry when somebody began to change it
 * @present: the entry as it is by now: something else may have been said of it since
 *
 * Returns: (transfer full): @present with the change from @read to @self, and nothing else of @self
 */
LegatoEntry *
legato_entry_rebase (const LegatoEntry *self, const LegatoEntry *read, const LegatoEntry *present)
{
  g_autoptr (LegatoEntry) changed = NULL;
  g_autoptr (LegatoEntry) result = NULL;

  g_return_val_if_fail (self != NULL && read != NULL && present != NULL, NULL);

  changed = legato_entry_copy (self);
  if (legato_entry_equal (read, present))
    return g_steal_pointer (&changed);
  result = legato_entry_copy (present);
  if (!same_time (changed->at, read->at))
    {
      g_date_time_unref (result->at);
      result->at = g_date_time_ref (changed->at);
      result->late = changed->late;
    }
  rebase_text (&result->routine, changed->routine, read->routine);
  rebase_text (&result->goal, changed->goal, read->goal);
  rebase_text (&result->zone, changed->zone, read->zone);
  if (changed->leg != read->leg)
    result->leg = changed->leg;
  rebase_text (&result->note, changed->note, read->note);
  rebase_ids (&result->reasons, changed->reasons, read->reasons);
  rebase_ids (&result->tags, changed->tags, read->tags);
  rebase_items (result->ratings, changed->ratings, read->ratings, same_rating, rating_equal);
  rebase_items (result->feelings, changed->feelings, read->feelings, same_feeling, feeling_equal);
  rebase_items (result->girths, changed->girths, read->girths, same_girth, girth_equal);
  rebase_items (result->follow_ups, changed->follow_ups, read->follow_ups, same_follow_up,
                follow_up_equal);
  rebase_measured (result, changed, read);
  /* Of somebody else's legs nothing is kept, whoever said it. */
  if (legato_entry_is_of_partner (result))
    legato_entry_set_of_partner (result, TRUE);
  return g_steal_pointer (&result);
}
