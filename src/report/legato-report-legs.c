/* legato-report-legs.c: the outlines of the legs with how sore each place was
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The outlines are those of the leg map's drawings, of which only the skin and the zones are read.
 */
#define G_LOG_DOMAIN "legato-report"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "legato-report-private.h"

/* Between two views, in units of the drawings. */
#define VIEW_GAP 40.0
#define CAPTION_HEIGHT 12.0

/* Distance of the hatching's lines, in points. */
#define HATCH 3.0

typedef struct
{
  const char *file;
  const char *caption;
  double width;
} View;

static const View views[] = {
  { "map/front.svg", NC_ ("view of the leg", "Front"), 480 },
  { "map/back.svg", NC_ ("view of the leg", "Back"), 480 },
  { "map/outer.svg", NC_ ("view of the leg", "Outer sides"), 740 },
};

/** Returns: how wide the legs are if they are @height points high */
double
legato_report_legs_width (double height)
{
  double units = -VIEW_GAP;

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    units += views[i].width + VIEW_GAP;
  return units * (height - CAPTION_HEIGHT) / LEGATO_DRAWING_HEIGHT;
}

/* Adds path data of the drawings, absolute M, L, C and Z, to the path of @cr. */
static void
add_path (cairo_t *cr, const char *data)
{
  char command = 'M';
  double numbers[6];
  guint n = 0;

  while (*data != '\0')
    {
      if (g_ascii_isalpha (*data))
        {
          command = *data++;
          n = 0;
          if (command == 'Z')
            cairo_close_path (cr);
        }
      else if (g_ascii_isdigit (*data) || *data == '-' || *data == '.')
        {
          char *end = NULL;

          numbers[n++] = g_ascii_strtod (data, &end);
          data = end;
          if (command == 'C' && n == 6)
            cairo_curve_to (cr, numbers[0], numbers[1], numbers[2], numbers[3], numbers[4],
                            numbers[5]);
          else if (command == 'M' && n == 2)
            cairo_move_to (cr, numbers[0], numbers[1]);
          else if (command == 'L' && n == 2)
            cairo_line_to (cr, numbers[0], numbers[1]);
          if (n == 6 || (command != 'C' && n == 2))
            n = 0;
        }
      else
        data++;
    }
}

/** Soreness, 0 to 10, as a tone: light to dark, so that a black and white print says the same. */
void
legato_report_set_tone (cairo_t *cr, double soreness)
{
  double share = soreness / LEGATO_RATING_MAX;

  cairo_set_source_rgb (cr, 1 - 0.42 * share, 0.95 - 0.72 * share, 0.88 - 0.78 * share);
}

/* Lines across the path of @cr, which is used up: nothing is known of it. @scale is points a unit.
 */
static void
hatch (cairo_t *cr, double scale)
{
  double step = HATCH / scale;
  double x0, y0, x1, y1;

  cairo_save (cr);
  cairo_path_extents (cr, &x0, &y0, &x1, &y1);
  cairo_clip (cr);
  legato_report_set_ink (cr, 0.28);
  cairo_set_line_width (cr, 0.35 / scale);
  for (double x = x0 - (y1 - y0); x < x1; x += step)
    {
      cairo_move_to (cr, x, y1);
      cairo_line_to (cr, x + y1 - y0, y0);
    }
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* The middle of the area of the path of @cr. */
static void
find_middle (cairo_t *cr, double *x, double *y)
{
  cairo_path_t *path = cairo_copy_path_flat (cr);
  double area = 0, sum_x = 0, sum_y = 0;
  double ax = 0, ay = 0;

  for (int i = 0; i < path->num_data; i += path->data[i].header.length)
    {
      const cairo_path_data_t *data = &path->data[i];
      double bx, by, part;

      if (data->header.type == CAIRO_PATH_CLOSE_PATH)
        continue;
      bx = data[1].point.x;
      by = data[1].point.y;
      if (data->header.type == CAIRO_PATH_LINE_TO)
        {
          part = ax * by - bx * ay;
          area += part;
          sum_x += part * (ax + bx);
          sum_y += part * (ay + by);
        }
      ax = bx;
      ay = by;
    }
  cairo_path_destroy (path);
  *x = area < 0 || area > 0 ? sum_x / (3 * area) : ax;
  *y = area < 0 || area > 0 ? sum_y / (3 * area) : ay;
}

/* The middle of the broadest part of the path of @cr, looked for on some of its heights. */
static void
find_broadest (cairo_t *cr, double *x, double *y)
{
  const int rows = 16, columns = 48;
  double x0, y0, x1, y1;
  int broadest = 0;

  cairo_fill_extents (cr, &x0, &y0, &x1, &y1);
  for (int row = 1; row < rows; row++)
    {
      double at = y0 + (y1 - y0) * row / rows;
      int run = 0;

      for (int column = 0; column <= columns; column++)
        {
          run = cairo_in_fill (cr, x0 + (x1 - x0) * column / columns, at) ? run + 1 : 0;
          if (run > broadest)
            {
              broadest = run;
              *x = x0 + (x1 - x0) * (column - (run - 1) / 2.0) / columns;
              *y = at;
            }
        }
    }
}

typedef struct
{
  LegatoReport *report;
  cairo_t *cr;
  double scale; /* points a unit */
} Drawing;

static void
draw_zone (Drawing *self, const char *id)
{
  cairo_t *cr = self->cr;
  LegatoLeg leg = g_str_has_prefix (id, "left-") ? LEGATO_LEG_LEFT : LEGATO_LEG_RIGHT;
  const char *zone = strchr (id, '-') + 1;
  double soreness = NAN;
  double x, y;

  if (legato_heatmap_get_value (self->report->heatmap, zone, leg, 0, G_MAXUINT32, &soreness) > 0)
    {
      g_autofree char *text = g_strdup_printf ("%g", soreness);

      /* Where a zone goes round another, its middle is not its own. */
      find_middle (cr, &x, &y);
      if (!cairo_in_fill (cr, x, y))
        find_broadest (cr, &x, &y);
      legato_report_set_tone (cr, soreness);
      cairo_fill_preserve (cr);
      legato_report_set_ink (cr, 0.55);
      cairo_set_line_width (cr, 0.5 / self->scale);
      cairo_stroke (cr);
      cairo_save (cr);
      cairo_translate (cr, x, y);
      cairo_scale (cr, 1 / self->scale, 1 / self->scale);
      if (soreness >= 0.6 * LEGATO_RATING_MAX)
        cairo_set_source_rgb (cr, 1, 1, 1);
      else
        legato_report_set_ink (cr, 1);
      legato_report_text (cr, -20, -5.2, 40, 0.5, LEGATO_REPORT_STRONG, text);
      cairo_restore (cr);
      return;
    }
  cairo_save (cr);
  legato_report_set_ink (cr, 0.3);
  cairo_set_line_width (cr, 0.35 / self->scale);
  cairo_stroke_preserve (cr);
  hatch (cr, self->scale);
  cairo_restore (cr);
}

static void
start_element (GMarkupParseContext *context,
               const char *element,
               const char **names,
               const char **values,
               gpointer data,
               GError **error)
{
  Drawing *self = data;
  const char *id = NULL;
  const char *path = NULL;

  for (guint i = 0; names[i] != NULL; i++)
    {
      if (g_str_equal (names[i], "id"))
        id = values[i];
      else if (g_str_equal (names[i], "d"))
        path = values[i];
    }
  if (id == NULL || path == NULL)
    return;

  cairo_new_path (self->cr);
  if (g_str_has_prefix (id, "silhouette-"))
    {
      add_path (self->cr, path);
      cairo_set_source_rgb (self->cr, 0.975, 0.965, 0.955);
      cairo_fill_preserve (self->cr);
      legato_report_set_ink (self->cr, 0.6);
      cairo_set_line_width (self->cr, 0.8 / self->scale);
      cairo_stroke (self->cr);
    }
  else if (g_str_has_prefix (id, "zone-"))
    {
      add_path (self->cr, path);
      draw_zone (self, id + strlen ("zone-"));
    }
}

/**
 * legato_report_draw_legs:
 * @x, @y: upper left corner, in points
 * @height: in points, captions included
 */
void
legato_report_draw_legs (LegatoReport *self, cairo_t *cr, double x, double y, double height)
{
  const GMarkupParser parser = { .start_element = start_element };
  double scale = (height - CAPTION_HEIGHT) / LEGATO_DRAWING_HEIGHT;

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      Drawing drawing = { self, cr, scale };
      g_autofree char *path = g_strdup_printf ("%s/%s", LEGATO_RESOURCE_ROOT, views[i].file);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) svg = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
      g_autoptr (GMarkupParseContext) context = NULL;

      /* The drawings are part of the program, and a test reads each of them. */
      g_assert_no_error (error);
      legato_report_set_ink (cr, 1);
      legato_report_text (cr, x, y, views[i].width * scale, 0.5, LEGATO_REPORT_SMALL,
                          g_dpgettext2 (GETTEXT_PACKAGE, "view of the leg", views[i].caption));
      cairo_save (cr);
      cairo_translate (cr, x, y + CAPTION_HEIGHT);
      cairo_scale (cr, scale, scale);
      context = g_markup_parse_context_new (&parser, G_MARKUP_DEFAULT_FLAGS, &drawing, NULL);
      g_markup_parse_context_parse (context, g_bytes_get_data (svg, NULL),
                                    (gssize) g_bytes_get_size (svg), &error);
      g_assert_no_error (error);
      cairo_restore (cr);
      x += (views[i].width + VIEW_GAP) * scale;
    }
}
