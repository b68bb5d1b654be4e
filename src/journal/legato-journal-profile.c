/* legato-journal-profile.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-journal"

#include "config.h"

#include "legato-journal-private.h"
#include "legato-journal-profile.h"
#include "legato-store-profile.h"
#include "legato-store-standing.h"

static gpointer
get_profile_work (LegatoJournal *self, gconstpointer data, GError **error)
{
  return legato_store_get_profile (legato_journal_get_store (self), error);
}

static gpointer
set_profile_work (LegatoJournal *self, gconstpointer data, GError **error)
{
  return GINT_TO_POINTER (legato_store_set_profile (legato_journal_get_store (self), data, error));
}

static gpointer
get_check_in_work (LegatoJournal *self, gconstpointer data, GError **error)
{
  return legato_store_get_check_in (legato_journal_get_store (self), error);
}

static gpointer
set_check_in_work (LegatoJournal *self, gconstpointer data, GError **error)
{
  return GINT_TO_POINTER (legato_store_set_check_in (legato_journal_get_store (self), data, error));
}

static gpointer
get_standing_work (LegatoJournal *self, gconstpointer data, GError **error)
{
  return legato_store_get_standing (legato_journal_get_store (self), error);
}

static gpointer
set_standing_work (LegatoJournal *self, gconstpointer data, GError **error)
{
  return GINT_TO_POINTER (legato_store_set_standing (legato_journal_get_store (self), data, error));
}

static gpointer
forget_work (LegatoJournal *self, gconstpointer data, GError **error)
{
  return GINT_TO_POINTER (legato_store_forget_person (legato_journal_get_store (self), error));
}

static const LegatoJournalCall get_profile_call = { get_profile_work, LEGATO_JOURNAL_READS, NULL,
                                                    (GDestroyNotify) legato_profile_unref };
static const LegatoJournalCall set_profile_call = { set_profile_work, LEGATO_JOURNAL_WRITES,
                                                    (GDestroyNotify) legato_profile_unref, NULL };
static const LegatoJournalCall get_check_in_call = { get_check_in_work, LEGATO_JOURNAL_READS, NULL,
                                                     (GDestroyNotify) legato_check_in_unref };
static const LegatoJournalCall set_check_in_call = { set_check_in_work, LEGATO_JOURNAL_WRITES,
                                                     (GDestroyNotify) legato_check_in_unref, NULL };
static const LegatoJournalCall get_standing_call = { get_standing_work, LEGATO_JOURNAL_READS, NULL,
                                                     (GDestroyNotify) legato_standing_unref };
static const LegatoJournalCall set_standing_call = { set_standing_work, LEGATO_JOURNAL_WRITES,
                                                     (GDestroyNotify) legato_standing_unref, NULL };
static const LegatoJournalCall forget_call = { forget_work, LEGATO_JOURNAL_WRITES, NULL, NULL };

/**
 * legato_journal_get_profile_async:
 *
 * Asks what the person said about themselves.
 */
void
legato_journal_get_profile_async (LegatoJournal *self,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_return_if_fail (LEGATO_IS_JOURNAL (self));
  legato_journal_start (self, &get_profile_call, NULL, cancellable, callback, user_data);
}

/**
 * legato_journal_get_profile_finish:
 *
 * Returns: (transfer full): the profile, a new one if the person was not asked yet; or %NULL with
 *   @error set
 */
LegatoProfile *
legato_journal_get_profile_finish (LegatoJournal *self, GAsyncResult *result, GError **error)
{
  return legato_journal_finish_pointer (self, &get_profile_call, result, error);
}

/**
 * legato_journal_set_profile_async:
 * @profile: (transfer none): replaces all that was said before; copied
 */
void
legato_journal_set_profile_async (LegatoJournal *self,
                                  const LegatoProfile *profile,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_return_if_fail (LEGATO_IS_JOURNAL (self));
  g_return_if_fail (profile != NULL);

  legato_journal_start (self, &set_profile_call, legato_profile_copy (profile), cancellable,
                        callback, user_data);
}

/**
 * legato_journal_set_profile_finish:
 *
 * Returns: %TRUE if the profile is on the disk
 */
gboolean
legato_journal_set_profile_finish (LegatoJournal *self, GAsyncResult *result, GError **error)
{
  return legato_journal_finish_boolean (self, &set_profile_call, result, error);
}

/**
 * legato_journal_get_check_in_async:
 *
 * Asks for the last check-in, of whatever day.
 */
void
legato_journal_get_check_in_async (LegatoJournal *self,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  g_return_if_fail (LEGATO_IS_JOURNAL (self));
  legato_journal_start (self, &get_check_in_call, NULL, cancellable, callback, user_data);
}

/**
 * legato_journal_get_check_in_finish:
 *
 * Returns: (transfer full) (nullable): the check-in; %NULL if there was none yet, or with @error
 *   set
 */
LegatoCheckIn *
legato_journal_get_check_in_finish (LegatoJournal *self, GAsyncResult *result, GError **error)
{
  return legato_journal_finish_pointer (self, &get_check_in_call, result, error);
}

/**
 * legato_journal_set_check_in_async:
 * @check_in: (transfer none): takes the place of the last one; copied. Its warning signs stand from
 *   then on
 */
void
legato_journal_set_check_in_async (LegatoJournal *self,
                                   const LegatoCheckIn *check_in,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  g_return_if_fail (LEGATO_IS_JOURNAL (self));
  g_return_if_fail (check_in != NULL);

  legato_journal_start (self, &set_check_in_call, legato_check_in_copy (check_in), cancellable,
                        callback, user_data);
}

/**
 * legato_journal_set_check_in_finish:
 *
 * Returns: %TRUE if the check-in is on the disk
 */
gboolean
legato_journal_set_check_in_finish (LegatoJournal *self, GAsyncResult *result, GError **error)
{
  return legato_journal_finish_boolean (self, &set_check_in_call, result, error);
}

/**
 * legato_journal_get_standing_async:
 *
 * Asks what stands until it is answered again.
 */
void
legato_journal_get_standing_async (LegatoJournal *self,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  g_return_if_fail (LEGATO_IS_JOURNAL (self));
  legato_journal_start (self, &get_standing_call, NULL, cancellable, callback, user_data);
}

/** Returns: (transfer full): what stands, perhaps nothing; or %NULL with @error set */
LegatoStanding *
legato_journal_get_standing_finish (LegatoJournal *self, GAsyncResult *result, GError **error)
{
  return legato_journal_finish_pointer (self, &get_standing_call, result, error);
}

/**
 * legato_journal_set_standing_async:
 * @standing: (transfer none): replaces all that stood before; copied
 */
void
legato_journal_set_standing_async (LegatoJournal *self,
                                   const LegatoStanding *standing,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  g_return_if_fail (LEGATO_IS_JOURNAL (self));
  g_return_if_fail (standing != NULL);

  legato_journal_start (self, &set_standing_call, legato_standing_copy (standing), cancellable,
                        callback, user_data);
}

/** Returns: %TRUE if it is on the disk */
gboolean
legato_journal_set_standing_finish (LegatoJournal *self, GAsyncResult *result, GError **error)
{
  return legato_journal_finish_boolean (self, &set_standing_call, result, error);
}

/**
 * legato_journal_forget_person_async:
 *
 * Removes the profile, the last check-in and what stands for good; entries stay.
 */
void
legato_journal_forget_person_async (LegatoJournal *self,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  g_return_if_fail (LEGATO_IS_JOURNAL (self));
  legato_journal_start (self, &forget_call, NULL, cancellable, callback, user_data);
}

/**
 * legato_journal_forget_person_finish:
 *
 * Returns: %TRUE if nothing of it is on the disk any more
 */
gboolean
legato_journal_forget_person_finish (LegatoJournal *self, GAsyncResult *result, GError **error)
{
  return legato_journal_finish_boolean (self, &forget_call, result, error);
}
