/* eyes.c: how far apart colours are to eyes that see them all, and to eyes that do not
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <math.h>

#include "eyes.h"

typedef double Matrix[3][3];

/*
 * Dichromacy in linear sRGB at full severity: G. M. Machado, M. M. Oliveira, L. A. F. Fernandes, "A
 * physiologically-based model for simulation of color vision deficiency", IEEE Transactions on
 * Visualization and Computer Graphics 15 (2009), table 1.
 */
static const struct
{
  const char *name;
  Matrix matrix;
} eyes[EYES_N] = {
  { "full colour", { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } } },
  { "protanopia",
    { { 0.152286, 1.052583, -0.204868 },
      { 0.114503, 0.786281, 0.099216 },
      { -0.003882, -0.048116, 1.051998 } } },
  { "deuteranopia",
    { { 0.367322, 0.860646, -0.227968 },
      { 0.280085, 0.672501, 0.047413 },
      { -0.011820, 0.042940, 0.968881 } } },
  { "tritanopia",
    { { 1.255528, -0.076749, -0.178779 },
      { -0.078411, 0.930809, 0.147602 },
      { 0.004733, 0.691367, 0.303900 } } },
};

/* IEC 61966-2-1, D65. */
static const Matrix srgb_to_xyz = {
  { 0.4124564, 0.3575761, 0.1804375 },
  { 0.2126729, 0.7151522, 0.0721750 },
  { 0.0193339, 0.1191920, 0.9503041 },
};

static void
multiply (const Matrix matrix, const double in[3], double out[3])
{
  for (int row = 0; row < 3; row++)
    out[row] = matrix[row][0] * in[0] + matrix[row][1] * in[1] + matrix[row][2] * in[2];
}

static double
to_linear (double value)
{
  return value <= 0.04045 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
}

static double
bend (double value)
{
  return value > 216.0 / 24389 ? cbrt (value) : (24389.0 / 27 * value + 16) / 116;
}

/* What an eye makes of @color, in CIE L*a*b*. */
void
eyes_see (guint eye, const GdkRGBA *color, double lab[3])
{
  double linear[3] = { to_linear (color->red), to_linear (color->green), to_linear (color->blue) };
  double seen[3], xyz[3];

  multiply (eyes[eye].matrix, linear, seen);
  for (int i = 0; i < 3; i++)
    seen[i] = CLAMP (seen[i], 0, 1);
  multiply (srgb_to_xyz, seen, xyz);
  lab[0] = 116 * bend (xyz[1]) - 16;
  lab[1] = 500 * (bend (xyz[0] / 0.95047) - bend (xyz[1]));
  lab[2] = 200 * (bend (xyz[1]) - bend (xyz[2] / 1.08883));
}

const char *
eyes_get_name (guint eye)
{
  return eyes[eye].name;
}

/* Returns: the difference of CIE 1976 */
double
eyes_get_difference (const double a[3], const double b[3])
{
  return sqrt ((a[0] - b[0]) * (a[0] - b[0]) + (a[1] - b[1]) * (a[1] - b[1])
               + (a[2] - b[2]) * (a[2] - b[2]));
}

static double
get_luminance (const GdkRGBA *color)
{
  double linear[3] = { to_linear (color->red), to_linear (color->green), to_linear (color->blue) };
  double xyz[3];

  multiply (srgb_to_xyz, linear, xyz);
  return xyz[1];
}

/* Returns: the contrast of WCAG 2.1 */
double
eyes_get_contrast (const GdkRGBA *a, const GdkRGBA *b)
{
  double first = get_luminance (a), second = get_luminance (b);

  return (MAX (first, second) + 0.05) / (MIN (first, second) + 0.05);
}
