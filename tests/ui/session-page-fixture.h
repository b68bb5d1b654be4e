/* session-page-fixture.h: three minutes on the page of the session, sped up
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui-test-utils.h"

#include "legato-session-page.h"

/* How many the sample journal has. */
#define N_ENTRIES 63

LegatoSessionPage *session_page_show (PageFixture *fixture);
void session_page_click (GtkWidget *page, const char *label);
void session_page_run (GtkWidget *page, const char *action);
GPtrArray *session_page_list_entries (PageFixture *fixture);
void session_page_run_to_third_step (GtkWidget *page);
void session_page_leave (PageFixture *fixture, LegatoSessionPage *page);
