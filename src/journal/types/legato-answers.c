/* legato-answers.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-journal"

#include "config.h"

#include "legato-answers.h"

/** legato_answers_clear: nothing is said. */
void
legato_answers_clear (LegatoAnswers *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->profile, legato_profile_free);
  g_clear_pointer (&self->check_in, legato_check_in_unref);
  g_clear_pointer (&self->standing, legato_standing_free);
  *self = (LegatoAnswers){ 0 };
}
