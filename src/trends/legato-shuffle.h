/* legato-shuffle.h: what a random draw could have made of the same values
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-interval.h"

G_BEGIN_DECLS

/** The most trials of one block: all ways to draw it are gone through. */
#define LEGATO_SHUFFLE_MAX_BLOCK 12

/**
 * LegatoBlock: trials that were drawn together
 * @size: how many were planned, 1 to %LEGATO_SHUFFLE_MAX_BLOCK
 * @least_left, @most_left: how many of them were to fall on the left leg; within these bounds every
 *   order is equally likely
 */
typedef struct
{
  guint size;
  guint least_left;
  guint most_left;
} LegatoBlock;

/**
 * LegatoTrial: one that was done and rated
 * @block: index of its block
 * @left: whether the draw gave the left leg
 * @difference: the change of the treated leg less that of the other, in points
 */
typedef struct
{
  guint block;
  gboolean left;
  int difference;
} LegatoTrial;

/** LegatoShuffle: all draws that could have been (immutable) */
typedef struct _LegatoShuffle LegatoShuffle;

LegatoShuffle *legato_shuffle_new (const LegatoBlock *blocks,
                                   gsize n_blocks,
                                   const LegatoTrial *trials,
                                   gsize n_trials);
void legato_shuffle_free (LegatoShuffle *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LegatoShuffle, legato_shuffle_free)

void legato_shuffle_get_interval (LegatoShuffle *self, LegatoInterval *interval);
double legato_block_count_ways (const LegatoBlock *self, guint n_done, guint n_left);
gboolean legato_shuffle_can_bound (const LegatoBlock *blocks, gsize n_blocks);

G_END_DECLS
