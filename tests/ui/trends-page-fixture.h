/* trends-page-fixture.h: the page of the trends, up to a day of the sample journal
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui-test-utils.h"

/* The weeks that it shows first. */
#define RANGE "24 Aug – 15 Nov 2026"

GtkWidget *trends_page_show (PageFixture *fixture, LegatoContext *context, int width, int height);
GtkWidget *trends_page_show_overview (PageFixture *fixture, int width, int height);
void trends_page_press (GtkWidget *page, const char *label);
GPtrArray *trends_page_list_seen (GtkWidget *page, GType type);
GtkWidget *trends_page_find_chart (GtkWidget *page, GType type);
gboolean trends_page_starts_with (GtkWidget *page, const char *beginning);
void trends_page_move (GtkWidget *chart, GtkDirectionType direction);
