/* loudness.c: how loud a sound is to the ear, as EBU R 128 measures it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "loudness.h"

/* A gating block lasts 400 ms and begins 100 ms after the one before. */
#define HOP 4800
#define HOPS_IN_BLOCK 4

#define ABSOLUTE_GATE (-70.0)
#define RELATIVE_GATE (-10.0)

/* Four times as many samples show the peaks between them, ITU-R BS.1770-4, annex 2. */
#define OVERSAMPLING 4
#define TAPS 12

/* One of the two filters that weigh samples as the ear does, ITU-R BS.1770-4, table 1 and 2. */
typedef struct
{
  double b[3];
  double a[2];
  double x[2];
  double y[2];
} Filter;

static double
filter (Filter *self, double x)
{
  double y = self->b[0] * x + self->b[1] * self->x[0] + self->b[2] * self->x[1]
             - self->a[0] * self->y[0] - self->a[1] * self->y[1];

  self->x[1] = self->x[0];
  self->x[0] = x;
  self->y[1] = self->y[0];
  self->y[0] = y;

  return y;
}

/* Returns: (transfer full) (array): the weighed energy of each 100 ms, both channels together */
static double *
weigh (const float *samples, gint64 n, gint64 *n_hops)
{
  double *energies;

  *n_hops = (n + HOP - 1) / HOP;
  energies = g_new0 (double, *n_hops + HOPS_IN_BLOCK);
  for (int channel = 0; channel < 2; channel++)
    {
      Filter shelf = { .b = { 1.53512485958697, -2.69169618940638, 1.19839281085285 },
                       .a = { -1.69065929318241, 0.73248077421585 } };
      Filter high = { .b = { 1.0, -2.0, 1.0 }, .a = { -1.99004745483398, 0.99007225036621 } };

      for (gint64 at = 0; at < n; at++)
        {
          double y = filter (&high, filter (&shelf, (double) samples[2 * at + channel]));

          energies[at / HOP] += y * y / HOP;
        }
    }

  return energies;
}

static double
to_lufs (double energy)
{
  return energy > 0.0 ? -0.691 + 10.0 * log10 (energy) : -HUGE_VAL;
}

static double
block_energy (const double *hops, gint64 block)
{
  double sum = 0.0;

  for (int i = 0; i < HOPS_IN_BLOCK; i++)
    sum += hops[block + i];

  return sum / HOPS_IN_BLOCK;
}

/* The loudest 400 ms, in LUFS. */
double
loudness_momentary (const float *samples, gint64 n)
{
  gint64 n_hops;
  g_autofree double *hops = weigh (samples, n, &n_hops);
  double loudest = 0.0;

  for (gint64 block = 0; block < n_hops; block++)
    loudest = MAX (loudest, block_energy (hops, block));

  return to_lufs (loudest);
}

/* The mean of the blocks that are louder than @gate, in LUFS. */
static double
mean_above (const double *hops, gint64 n_blocks, double gate)
{
  double sum = 0.0;
  gint64 count = 0;

  for (gint64 block = 0; block < n_blocks; block++)
    {
      double energy = block_energy (hops, block);

      if (to_lufs (energy) > gate)
        {
          sum += energy;
          count++;
        }
    }

  return count > 0 ? to_lufs (sum / (double) count) : -HUGE_VAL;
}

/* The programme's loudness, silence and quiet passages left out, in LUFS. */
double
loudness_integrated (const float *samples, gint64 n)
{
  gint64 n_hops;
  g_autofree double *hops = weigh (samples, n, &n_hops);
  gint64 n_blocks = MAX (n_hops - HOPS_IN_BLOCK + 1, 1);

  return mean_above (hops, n_blocks, mean_above (hops, n_blocks, ABSOLUTE_GATE) + RELATIVE_GATE);
}

/* The highest peak of the wave that a converter makes of the samples, full scale being 1. */
double
loudness_true_peak (const float *samples, gint64 n)
{
  double taps[OVERSAMPLING][TAPS];
  double peak = 0.0;

  for (int phase = 0; phase < OVERSAMPLING; phase++)
    {
      double sum = 0.0;

      for (int i = 0; i < TAPS; i++)
        {
          double at = i - TAPS / 2 + 1 - phase / (double) OVERSAMPLING;
          double window = 0.5 + 0.5 * cos (G_PI * at / (TAPS / 2 + 1));

          taps[phase][i] = window * (at == 0.0 ? 1.0 : sin (G_PI * at) / (G_PI * at));
          sum += taps[phase][i];
        }
      for (int i = 0; i < TAPS; i++)
        taps[phase][i] /= sum;
    }

  for (gint64 at = TAPS; at < n; at++)
    {
      for (int channel = 0; channel < 2; channel++)
        {
          for (int phase = 0; phase < OVERSAMPLING; phase++)
            {
              double value = 0.0;

              for (int i = 0; i < TAPS; i++)
                value += taps[phase][i] * (double) samples[2 * (at - TAPS + i) + channel];
              peak = MAX (peak, fabs (value));
            }
        }
    }

  return peak;
}
