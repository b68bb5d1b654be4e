/* leg-map-fixture.h: a map in a window of its own, and what it was asked and told
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "map-test-utils.h"

/* So long nothing is drawn when nothing moves. */
#define STILL_MS 400

typedef struct
{
  LegatoGuide *guide;
  GtkWidget *window;
  GtkWidget *map;
  LegatoLeg leg;
  const LegatoZone *zone;
  guint n_selected;
  gint64 position;
  guint n_asked;
} LegMapFixture;

void leg_map_fixture_set_up (LegMapFixture *self, gconstpointer data);
void leg_map_fixture_tear_down (LegMapFixture *self, gconstpointer data);
void leg_map_fixture_wait (gboolean (*done) (LegMapFixture *self), LegMapFixture *self);
gboolean leg_map_fixture_is_ready (LegMapFixture *self);
guint leg_map_fixture_count_frames (LegMapFixture *self, guint ms);
void leg_map_fixture_wait_for_stillness (LegMapFixture *self);
const char *leg_map_fixture_get_focus (LegMapFixture *self);
