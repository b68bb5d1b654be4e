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

/**
 * legato_journal_get_profile_async, _finish:
 *
 * Asks what the person said about themselves.
 *
 * Returns: (transfer full): the profile, a new one if the person was not asked yet; or %NULL with
 *   @error set
 */
LEGATO_JOURNAL_DEFINE_GET (get_profile, LegatoProfile *, legato_profile_free)

/**
 * legato_journal_set_profile_async, _finish:
 * @profile: (transfer none): replaces all that was said before; copied
 *
 * Returns: %TRUE if the profile is on the disk
 */
LEGATO_JOURNAL_DEFINE_SET (set_profile,
                           LEGATO_JOURNAL_WRITES,
                           LegatoProfile,
                           legato_profile_copy,
                           legato_profile_free)

/**
 * legato_journal_get_check_in_async, _finish:
 *
 * Asks for the last check-in, of whatever day.
 *
 * Returns: (transfer full) (nullable): the check-in; %NULL if there was none yet, or with @error
 *   set
 */
LEGATO_JOURNAL_DEFINE_GET (get_check_in, LegatoCheckIn *, legato_check_in_unref)

/**
 * legato_journal_set_check_in_async, _finish:
 * @check_in: (transfer none): takes the place of the last one; copied. Its warning signs stand from
 *   then on
 *
 * Returns: %TRUE if the check-in is on the disk
 */
LEGATO_JOURNAL_DEFINE_SET (set_check_in,
                           LEGATO_JOURNAL_WRITES,
                           LegatoCheckIn,
                           legato_check_in_copy,
                           legato_check_in_unref)

/**
 * legato_journal_get_standing_async, _finish:
 *
 * Asks what stands until it is answered again.
 *
 * Returns: (transfer full): what stands, perhaps nothing; or %NULL with @error set
 */
LEGATO_JOURNAL_DEFINE_GET (get_standing, LegatoStanding *, legato_standing_free)

/**
 * legato_journal_set_standing_async, _finish:
 * @standing: (transfer none): replaces all that stood before; copied
 *
 * Returns: %TRUE if it is on the disk
 */
LEGATO_JOURNAL_DEFINE_SET (set_standing,
                           LEGATO_JOURNAL_WRITES,
                           LegatoStanding,
                           legato_standing_copy,
                           legato_standing_free)

/**
 * legato_journal_forget_person_async, _finish:
 *
 * Removes the profile, the last check-in and what stands for good; entries stay.
 *
 * Returns: %TRUE if nothing of it is on the disk any more
 */
LEGATO_JOURNAL_DEFINE_DO (forget_person, LEGATO_JOURNAL_WRITES)
