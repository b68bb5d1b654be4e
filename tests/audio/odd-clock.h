/* odd-clock.h: a sound device whose clock can be made to say anything
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gst/gst.h>

G_BEGIN_DECLS

/** The sink, as GStreamer describes it, once odd_clock_register() was called. */
#define ODD_CLOCK_SINK "oddclocksink"

void odd_clock_register (void);
void odd_clock_halt (GstClockTime at);

G_END_DECLS
