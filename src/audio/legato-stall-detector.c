/* legato-stall-detector.c: notices a device that has stopped to take sound
 *
 * A sound server that hangs says nothing: its sink waits, and the clock runs on. That no more
 * samples are rendered is the one sign. Looks are counted, not seconds: if this program was held up
 * itself, that is one look, however long it was.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-stall-detector"

#include "config.h"

#include "legato-stall-detector.h"

/**
 * legato_stall_detector_begin:
 * @n_rendered: how many samples were rendered so far
 *
 * Something is asked of the device from now on.
 */
void
legato_stall_detector_begin (LegatoStallDetector *self, gint64 n_rendered)
{
  self->n_first = n_rendered;
  self->n_rendered = n_rendered;
  self->n_looks = 0;
}

/** Returns: whether the device has played for a while */
gboolean
legato_stall_detector_is_warm (const LegatoStallDetector *self)
{
  return self->n_rendered - self->n_first >= LEGATO_STALL_WARM_SAMPLES;
}

/**
 * legato_stall_detector_check:
 * @n_rendered: how many samples were rendered so far
 *
 * Returns: whether the device is stuck
 */
gboolean
legato_stall_detector_check (LegatoStallDetector *self, gint64 n_rendered)
{
  self->n_looks = n_rendered == self->n_rendered ? self->n_looks + 1 : 0;
  self->n_rendered = n_rendered;

  return self->n_looks > (guint) (legato_stall_detector_is_warm (self) ? LEGATO_STALL_LOOKS
                                                                       : LEGATO_STALL_FIRST_LOOKS);
}
