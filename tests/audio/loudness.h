/* loudness.h: how loud a sound is to the ear, as EBU R 128 measures it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* All of @n pairs of samples, left and right, 48,000 a second. */
double loudness_momentary (const float *samples, gint64 n);
double loudness_integrated (const float *samples, gint64 n);
double loudness_true_peak (const float *samples, gint64 n);

G_END_DECLS
