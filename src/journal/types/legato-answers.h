/* legato-answers.h: what a person said of themselves that a journal does not hold yet
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-check-in.h"
#include "legato-profile.h"
#include "legato-standing.h"

G_BEGIN_DECLS

/**
 * LegatoAnswers:
 * @forget: all that the journal knows of them is to be forgotten first
 * @informed: @profile was made out of what the journal knew, and so replaces it
 * @profile: (nullable)
 * @check_in: (nullable)
 * @standing: (nullable)
 */
typedef struct
{
  gboolean forget;
  gboolean informed;
  LegatoProfile *profile;
  LegatoCheckIn *check_in;
  LegatoStanding *standing;
} LegatoAnswers;

void legato_answers_clear (LegatoAnswers *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LegatoAnswers, legato_answers_clear)

G_END_DECLS
