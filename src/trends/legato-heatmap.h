/* legato-heatmap.h: how sore each place was in any span of days
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-felt.h"

G_BEGIN_DECLS

/** Bits of the moments that say how sore a place is when it was not just massaged. */
#define LEGATO_HEATMAP_MOMENTS                                                                     \
  (1u << LEGATO_MOMENT_BEFORE | 1u << LEGATO_MOMENT_NEXT_DAY | 1u << LEGATO_MOMENT_SECOND_DAY      \
   | 1u << LEGATO_MOMENT_CHECK_IN)

/** LegatoHeatmap: all ratings by place and day (immutable) */
typedef struct _LegatoHeatmap LegatoHeatmap;

LegatoHeatmap *legato_heatmap_new (const LegatoSoreness *ratings, gsize n_ratings, guint moments);
LegatoHeatmap *legato_heatmap_new_of_all (const LegatoFelt *felt, gsize n_felt, guint moments);
void legato_heatmap_free (LegatoHeatmap *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LegatoHeatmap, legato_heatmap_free)

guint legato_heatmap_get_value (LegatoHeatmap *self,
                                const char *zone,
                                LegatoLeg leg,
                                guint32 first_day,
                                guint32 last_day,
                                double *value);

G_END_DECLS
