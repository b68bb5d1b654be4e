/* legato-slope-rank.h: the slope of a rank among the slopes of all pairs, without making them all
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** LegatoSlopeRanks: points, ready to be asked for the slopes of their pairs */
typedef struct _LegatoSlopeRanks LegatoSlopeRanks;

LegatoSlopeRanks *legato_slope_ranks_new (const double *x, const double *y, gsize n);
void legato_slope_ranks_free (LegatoSlopeRanks *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LegatoSlopeRanks, legato_slope_ranks_free)

guint64 legato_slope_ranks_get_n_slopes (LegatoSlopeRanks *self);
double legato_slope_ranks_get_slope (LegatoSlopeRanks *self, guint64 rank);

G_END_DECLS
