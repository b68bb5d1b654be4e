/* legato-stall-detector.h: notices a device that has stopped to take sound
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Looks, one every %LEGATO_PLAYER_CLOCK_PERIOD_MS, without any progress until a device that plays
 * counts as stuck: half a second. */
#define LEGATO_STALL_LOOKS 5

/** The same for one that was just opened or started: some stand still for seconds at first. */
#define LEGATO_STALL_FIRST_LOOKS 30

/** A device that took as many samples as this is no longer just started. */
#define LEGATO_STALL_WARM_SAMPLES 24000

/** LegatoStallDetector: how many samples were rendered at the begin and lately, and looks since
 * then
 */
typedef struct
{
  gint64 n_first;
  gint64 n_rendered;
  guint n_looks;
} LegatoStallDetector;

void legato_stall_detector_begin (LegatoStallDetector *self, gint64 n_rendered);
gboolean legato_stall_detector_is_warm (const LegatoStallDetector *self);
gboolean legato_stall_detector_check (LegatoStallDetector *self, gint64 n_rendered);

G_END_DECLS
