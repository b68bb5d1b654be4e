/* legato-pair-chart.h: two ratings that belong together, as lines from one to the other
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-chart.h"
#include "legato-pairs.h"

G_BEGIN_DECLS

/**
 * LegatoPairChart: a mark is a line from one value to another, the broader the more pairs it stands
 * for; so five thousand of them are as plain as five.
 */
#define LEGATO_TYPE_PAIR_CHART (legato_pair_chart_get_type ())
G_DECLARE_FINAL_TYPE (LegatoPairChart, legato_pair_chart, LEGATO, PAIR_CHART, LegatoChart)

LegatoPairChart *legato_pair_chart_new (const char *first, const char *second);
void legato_pair_chart_set_pairs (LegatoPairChart *self,
                                  const GArray *pairs,
                                  const char *zone,
                                  LegatoLeg leg);

G_END_DECLS
