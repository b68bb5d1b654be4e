/* legato-experiment-private.h: what the parts of the experiment share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-experiment.h"
#include "legato-shuffle.h"

G_BEGIN_DECLS

/** LegatoExperimentSession: @uuid names the entry that holds its ratings */
typedef struct
{
  char *uuid;
  guint32 day;
  guint block;
  gboolean left;
} LegatoExperimentSession;

struct _LegatoExperiment
{
  char *zone;
  guint32 first_day;
  guint weeks;
  guint every;
  guint32 stop_day; /* 0 if it was not stopped */
  char *stop_reason;
  GArray *blocks;   /* of LegatoBlock, those begun */
  GArray *sessions; /* of LegatoExperimentSession, those drawn */
};

G_END_DECLS
