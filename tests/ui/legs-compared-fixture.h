/* legs-compared-fixture.h: a comparison of the legs that is kept beside a journal of its own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui-test-utils.h"

#include "legato-legs-compared.h"

#define BEGIN "Begin"
#define DRAW "Draw a Leg"
#define DAY_AFTER "How sore are both legs now, a day after the massage?"
#define TWO_DAYS_AFTER "How sore are both legs now, two days after the massage?"

/* What was drawn, as it was told. */
typedef struct
{
  guint n;
  const LegatoZone *zone;
  char *uuid;
  LegatoLeg leg;
  guint left;
  guint right;
} LegsComparedTrial;

void legs_compared_trial_clear (LegsComparedTrial *trial);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LegsComparedTrial, legs_compared_trial_clear)

guint32 legs_compared_get_today (void);
void legs_compared_set_zone (const char *zone);
LegatoContext *legs_compared_open_empty (PageFixture *fixture);
char *legs_compared_get_file (PageFixture *fixture);
GtkWidget *
legs_compared_show_view (PageFixture *fixture, LegatoContext *context, LegsComparedTrial *trial);
void legs_compared_rate (GtkWidget *view, int left, int right);
void legs_compared_begin (GtkWidget *view);
