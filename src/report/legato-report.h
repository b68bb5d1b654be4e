/* legato-report.h: one page about some weeks, for a clinician
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <cairo.h>

#include "legato-entry.h"
#include "legato-guide.h"

G_BEGIN_DECLS

/** LegatoReportParts: what stands on the page; any can be left out */
typedef enum
{
  LEGATO_REPORT_MAP = 1 << 0,
  LEGATO_REPORT_PLACES = 1 << 1,
  LEGATO_REPORT_SESSIONS = 1 << 2,
  LEGATO_REPORT_FEELINGS = 1 << 3,
  LEGATO_REPORT_FLAGS = 1 << 4,
  LEGATO_REPORT_ALL = (1 << 5) - 1,
} LegatoReportParts;

gboolean legato_report_part_from_id (const char *id, LegatoReportParts *part);

/** Sizes of paper in points, 1/72 inch. */
#define LEGATO_REPORT_A4_WIDTH 595.276
#define LEGATO_REPORT_A4_HEIGHT 841.89
#define LEGATO_REPORT_LETTER_WIDTH 612.0
#define LEGATO_REPORT_LETTER_HEIGHT 792.0

/** LegatoReport: the facts of some weeks (immutable, reference counted) */
typedef struct _LegatoReport LegatoReport;

LegatoReport *legato_report_new (LegatoGuide *guide,
                                 const GPtrArray *entries,
                                 guint32 first_day,
                                 guint n_weeks,
                                 guint goal);
LegatoReport *legato_report_ref (LegatoReport *self);
void legato_report_unref (LegatoReport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LegatoReport, legato_report_unref)

void legato_report_draw (LegatoReport *self,
                         cairo_t *cr,
                         double width,
                         double height,
                         LegatoReportParts parts);
void legato_report_get_paper (double *width, double *height);
GBytes *legato_report_to_pdf (LegatoReport *self,
                              double width,
                              double height,
                              LegatoReportParts parts,
                              GError **error);

G_END_DECLS
