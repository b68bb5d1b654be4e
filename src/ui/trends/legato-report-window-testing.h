/* legato-report-window-testing.h: lets tests print and save without a dialog
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-report-window.h"

G_BEGIN_DECLS

LegatoReportParts legato_report_window_get_parts (LegatoReportWindow *self);
GtkPrintOperation *legato_report_window_make_print (LegatoReportWindow *self);
void legato_report_window_save (LegatoReportWindow *self, GFile *file);

G_END_DECLS
