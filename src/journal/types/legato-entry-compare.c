/* legato-entry-compare.c: whether two entries, or two versions of one, say the same
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-journal"

#include "config.h"

#include "legato-entry.h"

static gboolean
same_time (GDateTime *a, GDateTime *b)
{
  return g_date_time_difference (a, b) == 0
         && g_date_time_get_utc_offset (a) == g_date_time_get_utc_offset (b);
}

static gboolean
rating_equal (gconstpointer first, gconstpointer second)
{
  const LegatoRating *a = first;
  const LegatoRating *b = second;

  return g_str_equal (a->zone, b->zone) && a->leg == b->leg && a->moment == b->moment
         && a->value == b->value && a->anchors == b->anchors && a->late == b->late;
}

static gboolean
feeling_equal (gconstpointer first, gconstpointer second)
{
  const LegatoFeeling *a = first;
  const LegatoFeeling *b = second;

  return g_str_equal (a->id, b->id) && a->leg == b->leg && a->value == b->value;
}

static gboolean
girth_equal (gconstpointer first, gconstpointer second)
{
  const LegatoGirth *a = first;
  const LegatoGirth *b = second;

  return a->place == b->place && a->leg == b->leg && a->mm == b->mm;
}

static gboolean
follow_up_equal (gconstpointer first, gconstpointer second)
{
  const LegatoFollowUp *a = first;
  const LegatoFollowUp *b = second;

  return a->moment == b->moment && a->compared == b->compared && a->late == b->late;
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
