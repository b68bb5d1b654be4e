/* map-demo.c: the leg map alone in a window, to look at
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <adwaita.h>
#include <stdlib.h>

#include "legato-leg-map.h"
#include "legato-planner.h"
#include "../load-guide.h"

static char *view = NULL, *zone = NULL, *technique = NULL, *values = NULL, *blocked = NULL;
static gboolean dark, contrast, still;
static char *routine = NULL;
static double at = -1;
static int width = 480, height = 800, tone = 2;

static const GOptionEntry options[] = {
  { "view", 0, 0, G_OPTION_ARG_STRING, &view, "front or back", "VIEW" },
  { "zone", 0, 0, G_OPTION_ARG_STRING, &zone, "Zone of the left leg", "ID" },
  { "technique", 0, 0, G_OPTION_ARG_STRING, &technique, "Technique to show", "ID" },
  { "values", 0, 0, G_OPTION_ARG_STRING, &values, "Soreness of the right leg's zones", "N,N,…" },
  { "block", 0, 0, G_OPTION_ARG_STRING, &blocked, "Zone to leave out", "ID" },
  { "routine", 0, 0, G_OPTION_ARG_STRING, &routine, "Routine to follow", "ID" },
  { "at", 0, 0, G_OPTION_ARG_DOUBLE, &at, "Stand still there", "SECONDS" },
  { "dark", 0, 0, G_OPTION_ARG_NONE, &dark, "Dark", NULL },
  { "contrast", 0, 0, G_OPTION_ARG_NONE, &contrast, "High contrast", NULL },
  { "still", 0, 0, G_OPTION_ARG_NONE, &still, "No motion", NULL },
  { "tone", 0, 0, G_OPTION_ARG_INT, &tone, "Skin tone", "1-4" },
  { "width", 0, 0, G_OPTION_ARG_INT, &width, "Width", "PX" },
  { "height", 0, 0, G_OPTION_ARG_INT, &height, "Height", "PX" },
  { NULL },
};

static gint64
position_cb (LegatoLegMap *map, gint64 time_us, gpointer user_data)
{
  static gint64 start = 0;

  if (start == 0)
    start = time_us;
  return at >= 0 ? (gint64) (at * LEGATO_SECOND) : (time_us - start) * 1000;
}

static void
follow_routine (LegatoLegMap *map, LegatoGuide *guide)
{
  const char *const tools[] = { "roller", "ball", "oil", NULL };
  const LegatoRequest request = { .routine = legato_guide_find_routine (guide, routine),
                                  .legs = LEGATO_LEG_BOTH,
                                  .tools = tools };
  g_autoptr (GError) error = NULL;
  g_autoptr (LegatoPlan) plan = legato_planner_make (guide, &request, &error);
  g_autoptr (LegatoTimeline) timeline = NULL;

  if (plan == NULL)
    g_error ("%s", error->message);
  timeline = legato_timeline_new (plan, LEGATO_LEAD_IN);
  legato_leg_map_set_position_func (map, position_cb, NULL, NULL);
  legato_leg_map_set_timeline (map, timeline);
  legato_leg_map_set_playing (map, TRUE);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (LegatoGuide) guide = NULL;
  g_autoptr (LegatoMapViews) views = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *window, *map;
  LegatoView shown = LEGATO_VIEW_FRONT;

  g_option_context_add_main_entries (context, options, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    g_error ("%s", error->message);
  adw_init ();
  guide = load_guide ();

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      dark ? ADW_COLOR_SCHEME_FORCE_DARK
                                           : ADW_COLOR_SCHEME_FORCE_LIGHT);

  legato_view_from_id (view, &shown);
  views = legato_map_views_new (guide);
  map = legato_leg_map_new (views);
  g_object_set (map, "view", shown, "tone", tone, "dark", dark, "high-contrast", contrast,
                "reduced-motion", still, NULL);
  if (zone != NULL)
    {
      const LegatoZone *place = legato_guide_find_zone (guide, zone);

      if (technique != NULL)
        legato_leg_map_demonstrate (LEGATO_LEG_MAP (map), LEGATO_LEG_LEFT, place,
                                    legato_guide_find_technique (guide, technique));
      else
        legato_leg_map_set_selected (LEGATO_LEG_MAP (map), LEGATO_LEG_LEFT, place);
    }
  if (blocked != NULL)
    for (LegatoLeg leg = LEGATO_LEG_LEFT; leg <= LEGATO_LEG_RIGHT; leg++)
      legato_leg_map_set_blocked (LEGATO_LEG_MAP (map), leg,
                                  legato_guide_find_zone (guide, blocked), TRUE);
  if (routine != NULL)
    follow_routine (LEGATO_LEG_MAP (map), guide);
  if (values != NULL)
    {
      g_auto (GStrv) numbers = g_strsplit (values, ",", -1);
      GPtrArray *zones = legato_guide_get_zones (guide);

      for (guint i = 0; i < zones->len; i++)
        {
          legato_leg_map_set_value (LEGATO_LEG_MAP (map), LEGATO_LEG_RIGHT,
                                    g_ptr_array_index (zones, i),
                                    atoi (numbers[i % g_strv_length (numbers)]));
          legato_leg_map_set_done (LEGATO_LEG_MAP (map), LEGATO_LEG_LEFT,
                                   g_ptr_array_index (zones, i), TRUE);
        }
    }

  window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_set_child (GTK_WINDOW (window), map);
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_present (GTK_WINDOW (window));
  while (g_list_model_get_n_items (gtk_window_get_toplevels ()) > 0)
    g_main_context_iteration (NULL, TRUE);
  return 0;
}
