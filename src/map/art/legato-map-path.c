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
  LegatoMapPoint control; /* last control point, for S and T */
  char previous;          /* last command, upper case */
  gboolean open;          /* a subpath has been begun and not closed */
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

static gboolean
read_flag (Parser *self, double *value, GError **error)
{
  if (*self->at != '0' && *self->at != '1')
    return fail (self, error, "An arc flag must be 0 or 1");

  *value = *self->at == '1';
  self->at++;
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
line_to (Parser *self, double x, double y)
{
  begin_subpath (self);
  add_point (self, x, y);
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

/* From end points to centre, as the appendix of the SVG specification works it out. */
static void
arc_to (Parser *self,
        double rx,
        double ry,
        double degrees,
        gboolean large,
        gboolean sweep,
        LegatoMapPoint end)
{
  LegatoMapPoint begin = self->current;
  double phi = degrees * G_PI / 180;
  double cos_phi = cos (phi), sin_phi = sin (phi);
  double half_x = (begin.x - end.x) / 2, half_y = (begin.y - end.y) / 2;
  double x1 = cos_phi * half_x + sin_phi * half_y;
  double y1 = -sin_phi * half_x + cos_phi * half_y;
  double excess, root, cx1, cy1, cx, cy, theta, delta;
  int n;

  rx = fabs (rx);
  ry = fabs (ry);
  if (begin.x == end.x && begin.y == end.y)
    return;
  if (rx < 1e-9 || ry < 1e-9)
    {
      line_to (self, end.x, end.y);
      return;
    }

  excess = (x1 * x1) / (rx * rx) + (y1 * y1) / (ry * ry);
  if (excess > 1)
    {
      rx *= sqrt (excess);
      ry *= sqrt (excess);
      excess = 1;
    }
  root = sqrt (MAX (0, 1 / excess - 1)) * (large == sweep ? -1 : 1);
  cx1 = root * rx * y1 / ry;
  cy1 = -root * ry * x1 / rx;
  cx = cos_phi * cx1 - sin_phi * cy1 + (begin.x + end.x) / 2;
  cy = sin_phi * cx1 + cos_phi * cy1 + (begin.y + end.y) / 2;
  theta = atan2 ((y1 - cy1) / ry, (x1 - cx1) / rx);
  delta = atan2 ((-y1 - cy1) / ry, (-x1 - cx1) / rx) - theta;
  if (sweep && delta < 0)
    delta += 2 * G_PI;
  else if (!sweep && delta > 0)
    delta -= 2 * G_PI;

  /* The sagitta of a piece of angle a on a circle is about r·a²/8. */
  n = (int) ceil (fabs (delta) / sqrt (8 * TOLERANCE / MAX (rx, ry)));
  n = CLAMP (n, 1, 2000);
  begin_subpath (self);
  for (int i = 1; i < n; i++)
    {
      double angle = theta + delta * i / n;
      double x = rx * cos (angle), y = ry * sin (angle);

      add_point (self, cx + cos_phi * x - sin_phi * y, cy + sin_phi * x + cos_phi * y);
    }
  add_point (self, end.x, end.y);
}

static LegatoMapPoint
reflected (Parser *self, const char *commands)
{
  if (strchr (commands, self->previous) == NULL)
    return self->current;
  return (LegatoMapPoint){ 2 * self->current.x - self->control.x,
                           2 * self->current.y - self->control.y };
}

static guint
count_arguments (char command)
{
  switch (command)
    {
    case 'M':
    case 'L':
    case 'T':
      return 2;
    case 'H':
    case 'V':
      return 1;
    case 'C':
      return 6;
    case 'S':
    case 'Q':
      return 4;
    case 'A':
      return 7;
    default:
      return 0;
    }
}

/* Carries out one @command (upper case) whose arguments @v are absolute already. */
static void
carry_out (Parser *self, char command, const double *v)
{
  LegatoMapPoint c1, c2, end;

  switch (command)
    {
    case 'M':
      self->open = FALSE;
      self->current = (LegatoMapPoint){ v[0], v[1] };
      begin_subpath (self);
      break;
    case 'L':
      line_to (self, v[0], v[1]);
      break;
    case 'H':
      line_to (self, v[0], self->current.y);
      break;
    case 'V':
      line_to (self, self->current.x, v[0]);
      break;
    case 'C':
    case 'S':
      c1 = command == 'C' ? (LegatoMapPoint){ v[0], v[1] } : reflected (self, "CS");
      v += command == 'C' ? 2 : 0;
      c2 = (LegatoMapPoint){ v[0], v[1] };
      curve_to (self, c1, c2, (LegatoMapPoint){ v[2], v[3] });
      self->control = c2;
      break;
    case 'Q':
    case 'T':
      c1 = command == 'Q' ? (LegatoMapPoint){ v[0], v[1] } : reflected (self, "QT");
      v += command == 'Q' ? 2 : 0;
      end = (LegatoMapPoint){ v[0], v[1] };
      curve_to (
          self,
          (LegatoMapPoint){ (self->current.x + 2 * c1.x) / 3, (self->current.y + 2 * c1.y) / 3 },
          (LegatoMapPoint){ (end.x + 2 * c1.x) / 3, (end.y + 2 * c1.y) / 3 }, end);
      self->control = c1;
      break;
    default:
      g_assert (command == 'A');
      arc_to (self, v[0], v[1], v[2], v[3] != 0, v[4] != 0, (LegatoMapPoint){ v[5], v[6] });
      break;
    }
  self->previous = command;
}

static gboolean
read_arguments (Parser *self, char command, gboolean relative, double *v, GError **error)
{
  guint n = count_arguments (command);

  for (guint i = 0; i < n; i++)
    {
      gboolean is_flag = command == 'A' && (i == 3 || i == 4);

      if (!(is_flag ? read_flag (self, &v[i], error) : read_number (self, &v[i], error)))
        return FALSE;
    }

  if (relative && command == 'V')
    v[0] += self->current.y;
  else if (relative)
    for (guint i = command == 'A' ? 5 : 0; i < n; i++)
      v[i] += (command == 'A' ? i - 5 : i) % 2 == 0 ? self->current.x : self->current.y;
  return TRUE;
}

static gboolean
parse (Parser *self, GError **error)
{
  skip_space (self);
  if (g_ascii_toupper (*self->at) != 'M')
    return fail (self, error, "A path must begin with M");

  while (*self->at != '\0')
    {
      char letter = *self->at;
      char command = g_ascii_toupper (letter);
      gboolean relative = g_ascii_islower (letter);

      if (command == 'Z')
        {
          if (!self->open)
            return fail (self, error, "Nothing is there to close");
          self->at++;
          skip_space (self);
          self->data->n_closed++;
          self->current = self->subpath;
          self->open = FALSE;
          self->previous = 'Z';
          continue;
        }
      if (count_arguments (command) == 0)
        return fail (self, error, "An unknown command stands");

      self->at++;
      skip_space (self);
      do
        {
          double v[7];

          if (!read_arguments (self, command, relative, v, error))
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

/**
 * legato_map_path_new:
 * @d: path data of SVG 1.1, all commands
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

/**
 * legato_map_path_get_winding:
 *
 * Returns: how often the path, every subpath taken as closed, goes round (@x, @y); 0 is outside
 */
int
legato_map_path_get_winding (const LegatoMapPath *self, double x, double y)
{
  int winding = 0;

  for (guint s = 0; s < self->starts->len; s++)
    {
      guint first = g_array_index (self->starts, guint, s);
      guint end = s + 1 < self->starts->len ? g_array_index (self->starts, guint, s + 1)
                                            : self->points->len;

      for (guint i = first; i < end; i++)
        {
          LegatoMapPoint a = g_array_index (self->points, LegatoMapPoint, i);
          LegatoMapPoint b =
              g_array_index (self->points, LegatoMapPoint, i + 1 < end ? i + 1 : first);
          double side = (b.x - a.x) * (y - a.y) - (x - a.x) * (b.y - a.y);

          if (a.y <= y && b.y > y && side > 0)
            winding++;
          else if (a.y > y && b.y <= y && side < 0)
            winding--;
        }
    }
  return winding;
}
