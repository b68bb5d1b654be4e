/* legato-instruction.h: what a person is told when a step begins
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-plan.h"

G_BEGIN_DECLS

/**
 * LegatoInstruction: what to say and show when a step of a plan begins
 * @is_new: whether the technique or exercise was not done before in the session, or not in this
 *   way: then all of it is worth saying, later its name will do
 * @presses_otherwise: whether it presses otherwise than when it was last done
 * @moves: whether one sits or lies otherwise than in the step before
 * @position: (nullable): how one sits or lies; %NULL if nothing says so
 * @reach: (nullable): how to sit and get at the place, as one sentence
 * @how: what the hands do, as one short sentence
 * @tempo, @caution: as the guide says
 * @pressure: (nullable): how hard, in words that a hand understands; %NULL for an exercise
 * @dose, @why: (nullable): how often, and what it is good for; of an exercise only, for which there
 *   is time to hear it
 *
 * All strings are translated and belong to the guide of the plan.
 */
typedef struct
{
  gboolean is_new;
  gboolean moves;
  gboolean presses_otherwise;
  const LegatoPosition *position;
  const char *reach;
  const char *how;
  const char *tempo;
  const char *caution;
  const char *pressure;
  const char *dose;
  const char *why;
} LegatoInstruction;

void legato_instruction_read (LegatoInstruction *self, LegatoPlan *plan, guint step);
GPtrArray *legato_instruction_list (const LegatoInstruction *self);

G_END_DECLS
