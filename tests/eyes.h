/* eyes.h: how far apart colours are to eyes that see them all, and to eyes that do not
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gdk/gdk.h>

/* Full colour, protanopia, deuteranopia, tritanopia. */
#define EYES_N 4

const char *eyes_get_name (guint eye);
void eyes_see (guint eye, const GdkRGBA *color, double lab[3]);
double eyes_get_difference (const double a[3], const double b[3]);
double eyes_get_contrast (const GdkRGBA *a, const GdkRGBA *b);
