/* map-test-utils.h: what tests of the map in a real window share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-leg-map.h"
#include "../load-guide.h"

gboolean map_test_init (int *argc, char ***argv);
GtkWidget *map_test_new_map (LegatoGuide *guide);
const LegatoZone *map_test_find_zone (LegatoGuide *guide, const char *id);
void map_test_zoom (LegatoLegMap *map, const LegatoZone *zone);
GtkWidget *map_test_show (GtkWidget *map, gboolean decorated, int width, int height);
void map_test_close (GtkWidget *window, GtkWidget *map);
void map_test_wait_for_frame (GtkWidget *widget);
const char *map_test_name_at (GtkWidget *map, double x, double y);
void map_test_settle (guint ms);
