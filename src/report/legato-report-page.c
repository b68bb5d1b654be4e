/* legato-report-page.c: lays the facts out on one page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-report"

#include "config.h"

#include <cairo-pdf.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <langinfo.h>
#include <math.h>

#include "legato-dates.h"
#include "legato-feelings.h"
#include "legato-locale.h"
#include "legato-report-private.h"

#define DAYS_A_WEEK 7

#define MARGIN 36.0
#define LEGS_HEIGHT 206.0
#define SECTION_GAP 9.0
#define COLUMN_GAP 18.0
#define FOOTER_HEIGHT 46.0
#define BARS_HEIGHT 44.0
#define NAME_WIDTH 48.0 /* of "Name:" before its line */

/* Values are listed as long as they fit a cell; there are at most four, below which is no median.
 */
#define VALUES_SEPARATOR ", "

/* A number of points in the fewest digits: medians are halves and quarters. */
static char *
dup_points (double points)
{
  return g_strdup_printf ("%.3g", points);
}

static char *
dup_values (const LegatoReportSeries *series)
{
  g_autoptr (GString) list = g_string_new (NULL);

  if (isnan (series->median))
    {
      for (guint i = 0; i < series->n; i++)
        g_string_append_printf (list, "%s%u", i > 0 ? VALUES_SEPARATOR : "", series->values[i]);
      return g_string_free (g_steal_pointer (&list), FALSE);
    }
  /* Translators: a median, and the quartiles that lie around it */
  return g_strdup_printf (_ ("%.3g (%.3g to %.3g)"), series->median, series->lower_quartile,
                          series->upper_quartile);
}

/* A change with its sign: "−2.5". */
static char *
dup_change (double points)
{
  g_autofree char *size = dup_points (fabs (points));

  /* A minus sign, not a hyphen. */
  return g_strdup_printf ("%s%s", points < 0 ? "\xe2\x88\x92" : points > 0 ? "+" : "", size);
}

static char *
dup_changes (const LegatoChange *change, const char *pairs)
{
  g_autofree char *median = NULL;
  g_autofree char *lower = NULL;
  g_autofree char *upper = NULL;

  if (change->n == 0)
    return g_strdup ("\xe2\x80\x93");
  if (pairs != NULL)
    return g_strdup (pairs);
  median = dup_change (change->median);
  if (!change->has_interval)
    /* Translators: a median change in points, and of how many sessions */
    return g_strdup_printf (_ ("%s (n %u)"), median, change->n);
  lower = dup_change (change->interval.lower);
  upper = dup_change (change->interval.upper);
  /* Translators: a median change in points, its 95 % interval, and of how many sessions */
  return g_strdup_printf (_ ("%s [%s to %s] (n %u)"), median, lower, upper, change->n);
}

/* How soreness before sessions went over the weeks, in points a week. */
static char *
dup_trend (LegatoTrend *trend)
{
  const LegatoSlope *slope = legato_trend_get_slope (trend);
  g_autofree char *rate = NULL;

  if (legato_trend_get_verdict (trend) == LEGATO_TREND_CANT_TELL)
    return g_strdup (_ ("can’t tell yet"));
  rate = dup_change (round (slope->per_day * DAYS_A_WEEK * 100) / 100);
  /* Translators: a change in points for each week */
  return g_strdup_printf (_ ("%s a week"), rate);
}

static void
draw_head (LegatoReport *self, LegatoReportPen *pen)
{
  g_autofree char *first = legato_dates_dup_day (self->first_day);
  g_autofree char *last = legato_dates_dup_day (self->last_day);
  /* Translators: the first and the last day, and how many weeks lie between */
  g_autofree char *period = g_strdup_printf (
      ngettext ("%s to %s, %u week", "%s to %s, %u weeks", self->regularity->n_weeks), first, last,
      self->regularity->n_weeks);
  double width = pen->right - pen->left;
  double name = 0.56 * width;
  double line = name + NAME_WIDTH;

  legato_report_set_ink (pen->cr, 1);
  pen->y += legato_report_text (pen->cr, pen->left, pen->y, width, 0, LEGATO_REPORT_TITLE,
                                _ ("Leg soreness and massage"));
  legato_report_text (pen->cr, legato_report_get_x (pen, name, NAME_WIDTH), pen->y - 8, NAME_WIDTH,
                      0, LEGATO_REPORT_BODY, _ ("Name:"));
  cairo_set_line_width (pen->cr, 0.5);
  cairo_move_to (pen->cr, legato_report_get_x (pen, line, 0), pen->y + 2);
  cairo_line_to (pen->cr, legato_report_get_x (pen, width, 0), pen->y + 2);
  cairo_stroke (pen->cr);
  pen->y += legato_report_text (pen->cr, legato_report_get_x (pen, 0, 0.54 * width), pen->y + 1,
                                0.54 * width, 0, LEGATO_REPORT_STRONG, period);
  pen->y += legato_report_text (pen->cr, pen->left, pen->y + 1, width, 0, LEGATO_REPORT_SMALL,
                                _ ("Kept by the person themselves. Soreness: 0 is none, 10 as bad "
                                   "as one can imagine."));
  pen->y += SECTION_GAP;
}

/* A line of words: "12 sessions, 96 minutes in all". */
static void
draw_line (LegatoReportPen *pen, const char *text)
{
  pen->y += legato_report_text (pen->cr, pen->left, pen->y, pen->right - pen->left, 0,
                                LEGATO_REPORT_BODY, text)
            + 1.5;
}

/* The tones from 0 to 10, with their numbers below. */
static void
draw_tones (LegatoReportPen *pen)
{
  const double height = 8;
  double width = (pen->right - pen->left) / (LEGATO_RATING_MAX + 1);

  for (guint i = 0; i <= LEGATO_RATING_MAX; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u", i);
      double x = legato_report_get_x (pen, i * width, width);

      legato_report_set_tone (pen->cr, i);
      cairo_rectangle (pen->cr, x, pen->y + 2, width, height);
      cairo_fill (pen->cr);
      legato_report_set_ink (pen->cr, 1);
      legato_report_text (pen->cr, x, pen->y + height + 2, width, 0.5, LEGATO_REPORT_SMALL, text);
    }
  pen->y += 2 * height + 6;
}

static void
draw_legend (LegatoReportPen *pen)
{
  legato_report_heading (pen, _ ("Soreness by place"));
  draw_line (pen, _ ("The number is the median of all ratings of these weeks, without those right "
                     "after a massage. A darker tone is more sore."));
  draw_tones (pen);
  draw_line (pen, _ ("Hatched: not rated."));
  draw_line (pen, _ ("Left and right are the person’s own. In the front view the left leg stands "
                     "on the right."));
}

/* Sessions of each week as bars, with the goal as a line. */
static void
draw_bars (LegatoReport *self, LegatoReportPen *pen)
{
  const LegatoRegularity *weeks = self->regularity;
  cairo_t *cr = pen->cr;
  double width = (pen->right - pen->left) / weeks->n_weeks;
  guint highest = weeks->goal;
  double base = pen->y + BARS_HEIGHT;
  double unit, goal;

  for (guint i = 0; i < weeks->n_weeks; i++)
    highest = MAX (highest, weeks->counts[i]);
  unit = (BARS_HEIGHT - 9) / highest;
  goal = base - unit * weeks->goal;

  for (guint i = 0; i < weeks->n_weeks; i++)
    {
      double height = unit * weeks->counts[i];
      double x = legato_report_get_x (pen, i * width, width);
      g_autofree char *count = g_strdup_printf ("%u", weeks->counts[i]);

      legato_report_set_ink (cr, weeks->counts[i] >= weeks->goal ? 0.5 : 0.25);
      cairo_rectangle (cr, x + 0.12 * width, base - height, 0.76 * width, height);
      cairo_fill (cr);
      legato_report_set_ink (cr, 1);
      /* A week of no session is said too, as long as there is room for numbers. */
      if (width > 8)
        legato_report_text (cr, x, base - height - 9, width, 0.5, LEGATO_REPORT_SMALL, count);
    }
  cairo_set_line_width (cr, 0.5);
  legato_report_set_ink (cr, 0.7);
  cairo_move_to (cr, pen->left, base);
  cairo_line_to (cr, pen->right, base);
  cairo_stroke (cr);
  cairo_save (cr);
  cairo_set_dash (cr, (const double[]){ 2, 2 }, 2, 0);
  cairo_move_to (cr, pen->left, goal);
  cairo_line_to (cr, pen->right, goal);
  cairo_stroke (cr);
  cairo_restore (cr);
  legato_report_set_ink (cr, 1);
  pen->y = base + 3;
}

/* "Calf care, given by Anna Weber: done 20 times, 18 to the end. 3 a week: in 8 of 12 weeks." */
static void
draw_given (LegatoReportPen *pen, const LegatoReportGiven *given)
{
  /* Translators: a routine, who gave it, how often it was done, and how often to its end */
  g_autofree char *done = g_strdup_printf (
      ngettext ("%s, given by %s: done %u time, %u to the end.",
                "%s, given by %s: done %u times, %u to the end.", given->regularity->n_sessions),
      given->name, given->by, given->regularity->n_sessions, given->n_completed);
  g_autofree char *often = NULL;
  g_autofree char *line = NULL;

  if (given->times_a_week > 0)
    /* Translators: times a week as a therapist said, weeks with so many, weeks in all */
    often = g_strdup_printf (_ ("%u a week as given: in %u of %u weeks."), given->times_a_week,
                             given->regularity->n_met, given->regularity->n_weeks);
  line = legato_locale_join_sentences (done, often, NULL);
  draw_line (pen, line);
}

static void
draw_sessions (LegatoReport *self, LegatoReportPen *pen)
{
  const LegatoRegularity *weeks = self->regularity;
  g_autofree char *total = NULL;
  g_autofree char *met = NULL;
  g_autofree char *other = NULL;

  legato_report_heading (pen, _ ("Sessions a week"));
  draw_bars (self, pen);
  /* Translators: sessions, how many of them ran to their end, minutes */
  total = g_strdup_printf (ngettext ("%u session, %u to its end; %u minutes in all.",
                                     "%u sessions, %u to their end; %u minutes in all.",
                                     weeks->n_sessions),
                           weeks->n_sessions, self->n_completed, self->minutes);
  draw_line (pen, total);
  /* Translators: sessions a week, weeks with so many, weeks in all */
  met = g_strdup_printf (_ ("Goal %u a week (dashed): reached in %u of %u weeks."), weeks->goal,
                         weeks->n_met, weeks->n_weeks);
  draw_line (pen, met);
  other = g_strdup_printf (
      ngettext ("%u entry without a session.", "%u entries without a session.", self->n_check_ins),
      self->n_check_ins);
  draw_line (pen, other);
  for (guint i = 0; i < self->given->len; i++)
    draw_given (pen, g_ptr_array_index (self->given, i));
}

static void
draw_feelings (LegatoReport *self, LegatoReportPen *pen)
{
  const double columns[] = { 0, 0.34, 0.52, 0.62 };

  legato_report_heading (pen, _ ("How the legs felt (0 to 10)"));
  if (self->feelings->len == 0)
    {
      draw_line (pen, _ ("Nothing was noted."));
      return;
    }
  legato_report_row (
      pen, columns, G_N_ELEMENTS (columns), LEGATO_REPORT_SMALL,
      (const char *[]){ _ ("Feeling"), _ ("Leg"), _ ("n"), _ ("Median (middle half)") });
  for (guint i = 0; i < self->feelings->len; i++)
    {
      const LegatoReportSeries *series = g_ptr_array_index (self->feelings, i);
      g_autofree char *n = g_strdup_printf ("%u", series->n);
      g_autofree char *values = dup_values (series);

      legato_report_row (pen, columns, G_N_ELEMENTS (columns), LEGATO_REPORT_BODY,
                         (const char *[]){ legato_feeling_get_name (series->id),
                                           legato_report_get_leg_name (series->leg), n, values });
    }
}

/* Says in the last row that there is more than fits. */
static void
draw_more (LegatoReportPen *pen, guint n)
{
  g_autofree char *text = g_strdup_printf (ngettext ("and %u more", "and %u more", n), n);

  draw_line (pen, text);
}

static void
draw_places (LegatoReport *self, LegatoReportPen *pen, double bottom)
{
  const double columns[] = { 0, 0.185, 0.255, 0.305, 0.465, 0.665, 0.865 };
  double row = 0;

  legato_report_heading (pen, _ ("Places"));
  if (self->places->len == 0)
    {
      draw_line (pen, _ ("No place was rated."));
      return;
    }
  legato_report_row (pen, columns, G_N_ELEMENTS (columns), LEGATO_REPORT_SMALL,
                     (const char *[]){ _ ("Place"), _ ("Leg"), _ ("n"), _ ("Median (middle half)"),
                                       _ ("Before → right after"), _ ("Before → next day"),
                                       _ ("Over the weeks") });
  for (guint i = 0; i < self->places->len; i++)
    {
      const LegatoReportSeries *series = g_ptr_array_index (self->places, i);
      const LegatoZone *zone = legato_guide_find_zone (self->guide, series->id);
      g_autofree char *n = g_strdup_printf ("%u", series->n);
      g_autofree char *values = dup_values (series);
      g_autofree char *after = dup_changes (&series->after, series->after_pairs);
      g_autofree char *next = dup_changes (&series->next_day, series->next_day_pairs);
      g_autofree char *trend = dup_trend (series->trend);
      double top = pen->y;

      /* Room for this row, and for the line that says what is left out. */
      if (i > 0 && top + 2 * row > bottom && i + 1 < self->places->len)
        {
          draw_more (pen, self->places->len - i);
          return;
        }
      legato_report_row (pen, columns, G_N_ELEMENTS (columns), LEGATO_REPORT_BODY,
                         (const char *[]){ zone != NULL ? zone->name : series->id,
                                           legato_report_get_leg_name (series->leg), n, values,
                                           after, next, trend });
      row = MAX (row, pen->y - top);
    }
}

static void
draw_signs (LegatoReport *self, LegatoReportPen *pen, double bottom)
{
  const double columns[] = { 0, 0.19 };
  double row = 0;

  legato_report_heading (pen, _ ("Warning signs and stops"));
  if (self->signs->len == 0)
    {
      draw_line (pen, _ ("None were noted."));
      return;
    }
  for (guint i = 0; i < self->signs->len; i++)
    {
      const LegatoReportSign *sign = g_ptr_array_index (self->signs, i);
      g_autofree char *day = legato_dates_dup_day (sign->day);
      double top = pen->y;

      if (i > 0 && top + 2 * row > bottom && i + 1 < self->signs->len)
        {
          draw_more (pen, self->signs->len - i);
          return;
        }
      legato_report_row (pen, columns, G_N_ELEMENTS (columns), LEGATO_REPORT_BODY,
                         (const char *[]){ day, sign->text });
      row = MAX (row, pen->y - top);
    }
}

static void
draw_foot (LegatoReportPen *pen, double bottom)
{
  pen->y = bottom - FOOTER_HEIGHT + SECTION_GAP;
  legato_report_set_ink (pen->cr, 0.7);
  cairo_set_line_width (pen->cr, 0.4);
  cairo_move_to (pen->cr, pen->left, pen->y);
  cairo_line_to (pen->cr, pen->right, pen->y);
  cairo_stroke (pen->cr);
  pen->y += 3;
  legato_report_text (
      pen->cr, pen->left, pen->y, pen->right - pen->left, 0, LEGATO_REPORT_SMALL,
      /* xgettext:no-c-format */
      _ ("Changes compare ratings of the same place in the same session, in points; "
         "below 0 is less sore. In brackets: the exact 95 % interval of the median, "
         "from 6 sessions on; a median from 5 values on. Over the weeks: the slope of "
         "soreness before sessions, from 12 days on. Soreness fades by itself, "
         "and people massage on bad days, so a change is no proof of an effect. "
         "Written by Legato, which is no medical device."));
}

/* Two sections beside each other; the pen goes on beneath the longer one. */
static void
draw_beside (LegatoReport *self, LegatoReportPen *pen, LegatoReportParts parts)
{
  double middle = (pen->left + pen->right) / 2;
  LegatoReportPen first = *pen;
  LegatoReportPen second = *pen;
  gboolean mirrored = legato_locale_is_right_to_left ();

  if ((parts & LEGATO_REPORT_SESSIONS) != 0 && (parts & LEGATO_REPORT_FEELINGS) != 0)
    {
      (mirrored ? &second : &first)->right = middle - COLUMN_GAP / 2;
      (mirrored ? &first : &second)->left = middle + COLUMN_GAP / 2;
    }
  if ((parts & LEGATO_REPORT_SESSIONS) != 0)
    draw_sessions (self, &first);
  if ((parts & LEGATO_REPORT_FEELINGS) != 0)
    draw_feelings (self, &second);
  pen->y = MAX (first.y, second.y) + SECTION_GAP;
}

static void
draw_map (LegatoReport *self, LegatoReportPen *pen)
{
  LegatoReportPen legend = *pen;
  double width = legato_report_legs_width (LEGS_HEIGHT);

  if (legato_locale_is_right_to_left ())
    legend.right -= width + COLUMN_GAP;
  else
    legend.left += width + COLUMN_GAP;
  legato_report_draw_legs (self, pen->cr, legato_report_get_x (pen, 0, width), pen->y, LEGS_HEIGHT);
  draw_legend (&legend);
  pen->y = MAX (pen->y + LEGS_HEIGHT, legend.y) + SECTION_GAP;
}

/**
 * legato_report_draw:
 * @cr: whose unit is a point, 1/72 inch, with the paper's upper left corner at 0, 0
 * @width, @height: of the paper, in points
 * @parts: what is to stand on it
 *
 * Draws the page. What does not fit on it is counted where it would stand.
 */
void
legato_report_draw (LegatoReport *self,
                    cairo_t *cr,
                    double width,
                    double height,
                    LegatoReportParts parts)
{
  LegatoReportPen pen = { cr, MARGIN, width - MARGIN, MARGIN };
  double bottom = height - MARGIN;
  double end = bottom - FOOTER_HEIGHT;
  gboolean beside = (parts & (LEGATO_REPORT_SESSIONS | LEGATO_REPORT_FEELINGS)) != 0;

  g_return_if_fail (self != NULL);
  g_return_if_fail (cr != NULL);

  draw_head (self, &pen);
  if ((parts & LEGATO_REPORT_MAP) != 0)
    draw_map (self, &pen);
  if (beside)
    draw_beside (self, &pen, parts);
  if ((parts & LEGATO_REPORT_FLAGS) != 0)
    {
      /* Warning signs may take half of what is left before the places do. */
      draw_signs (self, &pen,
                  (parts & LEGATO_REPORT_PLACES) != 0 ? pen.y + (end - pen.y) / 2 : end);
      pen.y += SECTION_GAP;
    }
  if ((parts & LEGATO_REPORT_PLACES) != 0)
    draw_places (self, &pen, end);
  draw_foot (&pen, bottom);
}

/**
 * legato_report_get_paper:
 * @width, @height: (out): the size of paper that the locale's country uses, in points
 */
void
legato_report_get_paper (double *width, double *height)
{
  gboolean letter = FALSE;

#ifdef __GLIBC__
  /* In millimetres, as a number in place of the pointer; Letter is 216 wide, A4 210. */
  letter = GPOINTER_TO_INT (nl_langinfo (_NL_PAPER_WIDTH)) == 216;
#endif
  *width = letter ? LEGATO_REPORT_LETTER_WIDTH : LEGATO_REPORT_A4_WIDTH;
  *height = letter ? LEGATO_REPORT_LETTER_HEIGHT : LEGATO_REPORT_A4_HEIGHT;
}

static cairo_status_t
write_bytes (void *bytes, const unsigned char *data, unsigned int n)
{
  g_byte_array_append (bytes, data, n);
  return CAIRO_STATUS_SUCCESS;
}

/**
 * legato_report_to_pdf:
 * @width, @height: of the paper, in points
 * @parts: what is to stand on it
 * @error: %G_IO_ERROR_FAILED if cairo could not write it
 *
 * Returns: (transfer full): a PDF file of one page; %NULL if it could not be written
 */
GBytes *
legato_report_to_pdf (LegatoReport *self,
                      double width,
                      double height,
                      LegatoReportParts parts,
                      GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface = NULL;
  cairo_status_t status;
  cairo_t *cr = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  surface = cairo_pdf_surface_create_for_stream (write_bytes, bytes, width, height);
  /* For readers of any age, whichever version cairo would write by itself. */
  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE,
                                  _ ("Leg soreness and massage"));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Legato " LEGATO_VERSION);
  cr = cairo_create (surface);
  legato_report_draw (self, cr, width, height, parts);
  cairo_show_page (cr);
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("The report could not be drawn: %s"),
                   cairo_status_to_string (status));
      return NULL;
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}
