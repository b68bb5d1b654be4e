/* legato-map-path.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-map"

#include "config.h"

#include <math.h>
#include <string.h>

#include "legato-map-error.h"
#include "legato-map-path.h"

/* How far a straight piece may stray from its curve: far below a pixel even at 4K (2 px a unit). */
#define TOLERANCE 0.02

/* A leg outline has a few hundred corners after flattening; more than this is no drawing. */
#define MAX_POINTS 100000

/* Numbers beyond this are mistakes, and would make the flattening overflow. */
#define MAX_COORDINATE 1e5

typedef struct
{
  const char *start;
  const char *at;
  LegatoMapPath *data;
  LegatoMapPoint current;
  LegatoMapPoint subpath;
  gboolean open; /* a subpath has been begun and not closed */
} Parser;

static gboolean
fail (Parser *self, GError **error, const char *what)
{
  g_set_error (error, LEGATO_MAP_ERROR, LEGATO_MAP_ERROR_SYNTAX,
               "%s at character %" G_GSIZE_FORMAT " of the path", what,
               (gsize) (self->at - self->start) + 1);
  return FALSE;
}

static void
skip_space (Parser *self)
{
  while (*self->at != '\0' && strchr (" \t\r\n\f", *self->at) != NULL)
    self->at++;
}

static void
skip_separator (Parser *self)
{
  skip_space (self);
  if (*self->at == ',')
    {
      self->at++;
      skip_space (self);
    }
}

static gboolean
starts_number (Parser *self)
{
  return g_ascii_isdigit (*self->at) || (*self->at != '\0' && strchr ("+-.", *self->at) != NULL);
}

/* Reads what the SVG grammar calls a number: unlike strtod() no "nan", "inf" or hexadecimal. */
static gboolean
read_number (Parser *self, double *value, GError **error)
{
  const char *scan = self->at;
  gsize digits = 0;

  if (*scan == '+' || *scan == '-')
    scan++;
  for (; g_ascii_isdigit (*scan); scan++)
    digits++;
  if (*scan == '.')
    for (scan++; g_ascii_isdigit (*scan); scan++)
      digits++;
  if (digits == 0)
    return fail (self, error, "A number is missing");
  if ((*scan == 'e' || *scan == 'E')
      && (g_ascii_isdigit (scan[1])
          || ((scan[1] == '+' || scan[1] == '-') && g_ascii_isdigit (scan[2]))))
    for (scan += 2; g_ascii_isdigit (*scan); scan++)
      continue;

  *value = g_ascii_strtod (self->at, NULL);
  if (!isfinite (*value) || fabs (*value) > MAX_COORDINATE)
    return fail (self, error, "A number is too large");

  self->at = scan;
  skip_separator (self);
  return TRUE;
}

static void
add_point (Parser *self, double x, double y)
{
  LegatoMapPoint point = { x, y };

  g_array_append_val (self->data->points, point);
  self->current = point;
}

static void
begin_subpath (Parser *self)
{
  if (self->open)
    return;
  g_array_append_val (self->data->starts, self->data->points->len);
  g_array_append_val (self->data->points, self->current);
  self->subpath = self->current;
  self->open = TRUE;
}

static void
curve_to (Parser *self, LegatoMapPoint c1, LegatoMapPoint c2, LegatoMapPoint end)
{
  LegatoMapPoint p0 = self->current;
  double bend1 = hypot (p0.x - 2 * c1.x + c2.x, p0.y - 2 * c1.y + c2.y);
  double bend2 = hypot (c1.x - 2 * c2.x + end.x, c1.y - 2 * c2.y + end.y);
  /* A cubic cut into n equal parts strays at most 6/8 of its largest second difference / n². */
  int n = (int) ceil (sqrt (0.75 * MAX (bend1, bend2) / TOLERANCE));

  n = CLAMP (n, 1, 1000);
  begin_subpath (self);
  for (int i = 1; i < n; i++)
    {
      double t = (double) i / n;
      double s = 1 - t;
      double a = s * s * s, b = 3 * s * s * t, c = 3 * s * t * t, d = t * t * t;

      add_point (self, a * p0.x + b * c1.x + c * c2.x + d * end.x,
                 a * p0.y + b * c1.y + c * c2.y + d * end.y);
    }
  add_point (self, end.x, end.y);
}

static guint
count_arguments (char command)
{
  return command == 'M' || command == 'L' ? 2 : command == 'C' ? 6 : 0;
}

static void
carry_out (Parser *self, char command, const double *v)
{
  if (command == 'M')
    {
      self->open = FALSE;
      self->current = (LegatoMapPoint){ v[0], v[1] };
      begin_subpath (self);
    }
  else if (command == 'L')
    {
      begin_subpath (self);
      add_point (self, v[0], v[1]);
    }
  else
    curve_to (self, (LegatoMapPoint){ v[0], v[1] }, (LegatoMapPoint){ v[2], v[3] },
              (LegatoMapPoint){ v[4], v[5] });
}

static gboolean
parse (Parser *self, GError **error)
{
  skip_space (self);
  if (*self->at != 'M')
    return fail (self, error, "A path must begin with M");

  while (*self->at != '\0')
    {
      char command = *self->at;
      guint n = count_arguments (command);

      if (n == 0 && command != 'Z')
        return fail (self, error, "An unknown command stands");
      if (command == 'Z' && !self->open)
        return fail (self, error, "Nothing is there to close");
      self->at++;
      skip_space (self);
      if (command == 'Z')
        {
          self->data->n_closed++;
          self->current = self->subpath;
          self->open = FALSE;
          continue;
        }
      do
        {
          double v[6] = { 0 };

          for (guint i = 0; i < n; i++)
            if (!read_number (self, &v[i], error))
              return FALSE;
          carry_out (self, command, v);
          if (self->data->points->len > MAX_POINTS)
            {
              g_set_error (error, LEGATO_MAP_ERROR, LEGATO_MAP_ERROR_TOO_LARGE,
                           "The path has more than %d points", MAX_POINTS);
              return FALSE;
            }
          /* Further pairs after a move are lines. */
          if (command == 'M')
            command = 'L';
        }
      while (starts_number (self));
    }
  return TRUE;
}

GQuark
legato_map_error_quark (void)
{
  return g_quark_from_static_string ("legato-map-error-quark");
}

/** legato_map_box_union: both; one of no size counts for nothing */
LegatoMapBox
legato_map_box_union (LegatoMapBox a, LegatoMapBox b)
{
  double right = MAX (a.x + a.width, b.x + b.width), bottom = MAX (a.y + a.height, b.y + b.height);
  double x = MIN (a.x, b.x), y = MIN (a.y, b.y);

  if (a.width <= 0 && a.height <= 0)
    return b;
  if (b.width <= 0 && b.height <= 0)
    return a;
  return (LegatoMapBox){ x, y, right - x, bottom - y };
}

/**
 * legato_map_path_new:
 * @d: path data of SVG: M, L, C and Z, which are all that draw-map writes
 *
 * Reads and flattens @d to within a fiftieth of a unit, the same in every locale.
 *
 * Returns: (transfer full): the path, or %NULL with #LEGATO_MAP_ERROR set
 */
LegatoMapPath *
legato_map_path_new (const char *d, GError **error)
{
  g_autoptr (LegatoMapPath) data = g_new0 (LegatoMapPath, 1);
  Parser parser = { d, d, data };
  double left = G_MAXDOUBLE, top = G_MAXDOUBLE, right = -G_MAXDOUBLE, bottom = -G_MAXDOUBLE;

  g_return_val_if_fail (d != NULL, NULL);

  data->points = g_array_new (FALSE, FALSE, sizeof (LegatoMapPoint));
  data->starts = g_array_new (FALSE, FALSE, sizeof (guint));
  if (!parse (&parser, error))
    return NULL;

  for (guint i = 0; i < data->points->len; i++)
    {
      LegatoMapPoint point = g_array_index (data->points, LegatoMapPoint, i);

      left = MIN (left, point.x);
      right = MAX (right, point.x);
      top = MIN (top, point.y);
      bottom = MAX (bottom, point.y);
    }
  data->box = (LegatoMapBox){ left, top, right - left, bottom - top };
  return g_steal_pointer (&data);
}

void
legato_map_path_free (LegatoMapPath *self)
{
  g_clear_pointer (&self->points, g_array_unref);
  g_clear_pointer (&self->starts, g_array_unref);
  g_free (self);
}
