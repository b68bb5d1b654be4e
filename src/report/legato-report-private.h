/* legato-report-private.h: the facts that the parts of the page are drawn from
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-heatmap.h"
#include "legato-pairs.h"
#include "legato-regularity.h"
#include "legato-report.h"

G_BEGIN_DECLS

/** From so many values there is a median; below, the values themselves (docs/domain.md §8). */
#define LEGATO_REPORT_MIN_MEDIAN 5

/**
 * LegatoReportSeries: the values of one thing of one leg
 * @id: a zone or a feeling
 * @values: (array length=n): in the order of the days
 * @median, @lower_quartile, @upper_quartile: from %LEGATO_REPORT_MIN_MEDIAN values; otherwise %NAN
 * @after, @next_day: of a zone: from before a session to right after it, and to the next day
 * @after_pairs, @next_day_pairs: (nullable): the pairs themselves, "6 → 3, 5 → 5", where they are
 *   too few for a median
 * @trend: (nullable): of a zone: what it was before sessions, week by week
 */
typedef struct
{
  const char *id;
  LegatoLeg leg;
  guint n;
  guint *values;
  double median;
  double lower_quartile;
  double upper_quartile;
  LegatoChange after;
  LegatoChange next_day;
  char *after_pairs;
  char *next_day_pairs;
  LegatoTrend *trend;
} LegatoReportSeries;

/** LegatoReportSign: a warning sign or a stop, in words */
typedef struct
{
  guint32 day;
  char *text;
} LegatoReportSign;

/** LegatoReportGiven: how a routine was kept that a therapist gave; @times_a_week 0 if that was not
 * said */
typedef struct
{
  char *name;
  char *by;
  guint times_a_week;
  guint n_completed;
  LegatoRegularity *regularity;
} LegatoReportGiven;

struct _LegatoReport
{
  LegatoGuide *guide;
  guint32 first_day;
  guint32 last_day;
  guint n_entries;
  guint n_check_ins;
  guint minutes;
  guint n_completed;
  LegatoRegularity *regularity;
  GPtrArray *given; /* of LegatoReportGiven */
  LegatoHeatmap *heatmap;
  GPtrArray *places;   /* of LegatoReportSeries, most rated first */
  GPtrArray *feelings; /* of LegatoReportSeries */
  GPtrArray *signs;    /* of LegatoReportSign, newest first */
};

const char *legato_report_get_leg_name (LegatoLeg leg);

/** LegatoReportPen: where text and tables go; sizes in points. Lines begin on the right in a
 * language that is written from there, see legato_report_get_x() */
typedef struct
{
  cairo_t *cr;
  double left;
  double right;
  double y;
} LegatoReportPen;

typedef enum
{
  LEGATO_REPORT_BODY,
  LEGATO_REPORT_SMALL,
  LEGATO_REPORT_STRONG,
  LEGATO_REPORT_HEADING,
  LEGATO_REPORT_TITLE,
} LegatoReportStyle;

double legato_report_text (cairo_t *cr,
                           double x,
                           double y,
                           double width,
                           double align,
                           LegatoReportStyle style,
                           const char *text);
void legato_report_set_ink (cairo_t *cr, double strength);
double legato_report_get_x (const LegatoReportPen *pen, double start, double width);
void legato_report_heading (LegatoReportPen *pen, const char *text);
void legato_report_row (LegatoReportPen *pen,
                        const double *columns,
                        guint n_columns,
                        LegatoReportStyle style,
                        const char *const *cells);
void legato_report_set_tone (cairo_t *cr, double soreness);
void legato_report_draw_legs (LegatoReport *self, cairo_t *cr, double x, double y, double height);
double legato_report_legs_width (double height);

G_END_DECLS
