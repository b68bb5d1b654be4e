/* legato-report-pen.c: text, headings and rows of a printed page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-report"

#include "config.h"

#include <pango/pangocairo.h>

#include "legato-locale.h"
#include "legato-report-private.h"

/* A point of a font is one of the page. */
#define POINTS_AN_INCH 72

/* Between the columns of a table, and above and below a row. */
#define GUTTER 6
#define ROW_PADDING 1.2

static const char *const fonts[] = {
  [LEGATO_REPORT_BODY] = "Sans 8",        [LEGATO_REPORT_SMALL] = "Sans 6.8",
  [LEGATO_REPORT_STRONG] = "Sans Bold 8", [LEGATO_REPORT_HEADING] = "Sans Bold 9.5",
  [LEGATO_REPORT_TITLE] = "Sans Bold 15",
};

/**
 * legato_report_get_x:
 * @start: how far from the begin of a line something begins, in points
 * @width: of it, in points
 *
 * Returns: its left side
 */
double
legato_report_get_x (const LegatoReportPen *pen, double start, double width)
{
  return legato_locale_is_right_to_left () ? pen->right - start - width : pen->left + start;
}

/** Black, or a grey that keeps its contrast in print; @strength is 1 for black. */
void
legato_report_set_ink (cairo_t *cr, double strength)
{
  cairo_set_source_rgb (cr, 1 - strength, 1 - strength, 1 - strength);
}

/* Pango turns left and right over for text that is written from the right. */
static PangoAlignment
get_alignment (PangoLayout *layout, double align)
{
  gboolean text_is_turned = pango_layout_get_direction (layout, 0) == PANGO_DIRECTION_RTL;
  gboolean is_turned = legato_locale_is_right_to_left () != text_is_turned;

  if (align > 0.25 && align < 0.75)
    return PANGO_ALIGN_CENTER;
  return (align > 0.5) != is_turned ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT;
}

/**
 * legato_report_text:
 * @x, @y: upper left corner of the box, in points
 * @width: of the box, in points; longer text wraps
 * @align: 0 for the side where a line begins, 0.5 for the middle, 1 for where it ends
 *
 * Returns: how high the text is, in points
 */
double
legato_report_text (cairo_t *cr,
                    double x,
                    double y,
                    double width,
                    double align,
                    LegatoReportStyle style,
                    const char *text)
{
  g_autoptr (PangoLayout) layout = pango_cairo_create_layout (cr);
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string (fonts[style]);
  PangoRectangle extents;

  pango_cairo_context_set_resolution (pango_layout_get_context (layout), POINTS_AN_INCH);
  pango_layout_context_changed (layout);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_alignment (layout, get_alignment (layout, align));
  pango_layout_get_extents (layout, NULL, &extents);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
  return (double) extents.height / PANGO_SCALE;
}

/** A heading with a line below it; the pen goes on beneath. */
void
legato_report_heading (LegatoReportPen *pen, const char *text)
{
  legato_report_set_ink (pen->cr, 1);
  pen->y += legato_report_text (pen->cr, pen->left, pen->y, pen->right - pen->left, 0,
                                LEGATO_REPORT_HEADING, text);
  pen->y += 1;
  cairo_set_line_width (pen->cr, 0.6);
  cairo_move_to (pen->cr, pen->left, pen->y);
  cairo_line_to (pen->cr, pen->right, pen->y);
  cairo_stroke (pen->cr);
  pen->y += 2.5;
}

/**
 * legato_report_row:
 * @columns: (array length=n_columns): where each begins, as a share of the pen's width from the
 * begin of the line
 * @cells: (array length=n_columns): what stands in it
 *
 * The pen goes on beneath the highest cell.
 */
void
legato_report_row (LegatoReportPen *pen,
                   const double *columns,
                   guint n_columns,
                   LegatoReportStyle style,
                   const char *const *cells)
{
  double width = pen->right - pen->left;
  double highest = 0;

  for (guint i = 0; i < n_columns; i++)
    {
      double end = i + 1 < n_columns ? columns[i + 1] : 1;
      double room = (end - columns[i]) * width - GUTTER;
      double height =
          legato_report_text (pen->cr, legato_report_get_x (pen, columns[i] * width, room),
                              pen->y + ROW_PADDING, room, 0, style, cells[i]);

      highest = MAX (highest, height);
    }
  pen->y += highest + 2 * ROW_PADDING;
}
