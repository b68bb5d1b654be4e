/* legato-instruction.h: what a person is told when a step begins
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-plan.h"

G_BEGIN_DECLS

/**
 * LegatoInstruction: what to say and show when a step of a plan begins
 * @is_new: whether the technique or exercise was not done before in the session: then all of it is
 *   worth saying, later its name will do
 * @moves: whether one sits or lies otherwise than in the step before
 * @position: (nullable): how one sits or lies; %NULL if nothing says so
 * @reach: (nullable): how to sit and get at the place, as one sentence
 * @how: what the hands do, as one short sentence
 * @tempo, @caution: as the guide says
 * @pressure: (nullable): how hard, in words that a hand understands; %NULL for an exercise
 *
 * All strings are translated and belong to the guide of the plan.
 */
typedef struct
{
  gboolean is_new;
  gboolean moves;
  const LegatoPosition *position;
  const char *reach;
  const char *how;
  const char *tempo;
  const char *caution;
  const char *pressure;
} LegatoInstruction;

void legato_instruction_read (LegatoInstruction *self, LegatoPlan *plan, guint step);

G_END_DECLS
