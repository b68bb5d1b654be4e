/* legato-report-window.h: the page for a doctor or therapist, looked at, printed or saved
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "legato-report.h"

G_BEGIN_DECLS

#define LEGATO_TYPE_REPORT_WINDOW (legato_report_window_get_type ())
G_DECLARE_FINAL_TYPE (LegatoReportWindow, legato_report_window, LEGATO, REPORT_WINDOW, AdwWindow)

LegatoReportWindow *legato_report_window_new (GtkWindow *parent, LegatoReport *report);

G_END_DECLS
