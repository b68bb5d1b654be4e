/* test-program-map.c: every place of both legs, in every view that shows it, answers to the pointer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "program.h"

#include "legato-leg-map-testing.h"
#include "legato-player.h"
#include "legato-zone-area.h"
#include "painting.h"
#include "../load-guide.h"

/* So many pixels from a border a pointer means this place and no other. */
#define EDGE 3

static const char *const views[] = { "Front", "Back", "Outer", "Inner", "Sole" };

static LegatoGuide *guide;
static LegatoPlayer *played; /* what was started last */

void __real_legato_player_play (LegatoPlayer *player);
void __wrap_legato_player_play (LegatoPlayer *player);

void
__wrap_legato_player_play (LegatoPlayer *player)
{
  played = player;
  __real_legato_player_play (player);
}

static void
add_places_of_view (GHashTable *places, guint view)
{
  GPtrArray *zones = legato_guide_get_zones (guide);

  g_assert_cmpuint (zones->len, ==, 14);
  for (guint i = 0; i < zones->len; i++)
    {
      const LegatoZone *zone = g_ptr_array_index (zones, i);

      for (int leg = LEGATO_LEG_LEFT; leg <= LEGATO_LEG_RIGHT; leg++)
        if ((zone->views & (1u << view)) != 0)
          g_hash_table_add (places, g_strdup (zone->side_names[leg]));
    }
}

/* Presses the pointer where @area is, and nothing else; the card of the place is shown then. */
static void
click_on_place (GtkWidget *area, const char *name)
{
  double x = 0;
  double y = 0;

  g_assert_true (program_find_point (area, EDGE, &x, &y));
  program_move_pointer (area, x, y, "click 1");
  program_see_a (GTK_TYPE_LABEL, name);
}

static void
collect_areas (GtkWidget *map, GPtrArray *areas)
{
  double x, y;

  for (GtkWidget *child = gtk_widget_get_first_child (map); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (LEGATO_IS_ZONE_AREA (child) && program_find_point (child, EDGE, &x, &y))
      g_ptr_array_add (areas, child);
}

/* The whole legs are seen again: a place that is chosen comes near. */
static void
see_all (GtkWidget *map, GPtrArray *areas, guint n)
{
  /* The pictures of a view are drawn in a thread of their own, and a view that has just been turned
   * to comes near only when it is laid out. */
  do
    {
      gtk_widget_activate_action (map, "map.zoom-fit", NULL);
      g_main_context_iteration (NULL, TRUE);
      g_ptr_array_set_size (areas, 0);
      collect_areas (map, areas);
    }
  while (areas->len != n);
}

static void
click_on_everything (void)
{
  GtkWidget *map = program_see_a (LEGATO_TYPE_LEG_MAP, "Leg map*");

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  for (guint view = 0; view < G_N_ELEMENTS (views); view++)
    {
      g_autoptr (GHashTable) expected =
          g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_autoptr (GPtrArray) areas = g_ptr_array_new ();
      guint n;

      add_places_of_view (expected, view);
      n = g_hash_table_size (expected);
      for (guint i = 0; i < n; i++)
        {
          GtkWidget *area;
          g_autofree char *name = NULL;

          /* What is done on a foot may have turned the legs to where it is seen. */
          program_click (views[view]);
          see_all (map, areas, n);
          area = g_ptr_array_index (areas, i);
          name = program_get_name (area);
          /* No name is there twice, and none that is not expected. */
          g_assert_true (g_hash_table_remove (expected, name));
          click_on_place (area, name);
        }
      g_assert_cmpuint (g_hash_table_size (expected), ==, 0);
    }
  program_quit ();
}

static void
test_every_place_in_every_view (void)
{
  program_run (click_on_everything, NULL);
}

/* What is seen on the map is chosen on the map, and stays chosen. */
static void
choose_looks (void)
{
  GtkWidget *map = program_see_a (LEGATO_TYPE_LEG_MAP, "Leg map*");
  gboolean own = FALSE;
  guint tone = 0;
  graphene_rect_t legend;

  program_see_no ("Lymph nodes");
  g_assert_true (gtk_widget_activate_action (map, "legs.show-veins", NULL));
  program_see ("Lymph nodes");
  /* What the colours mean stands below the legs, not on them. */
  g_assert_true (
      gtk_widget_compute_bounds (program_see_a (GTK_TYPE_LABEL, "Lymph nodes"), map, &legend));
  g_assert_cmpfloat (legend.origin.y, >=, gtk_widget_get_height (map));
  g_assert_true (gtk_widget_activate_action (map, "legs.own-legs", NULL));
  g_assert_true (gtk_widget_activate_action (map, "legs.skin-tone", "i", 4));
  g_object_get (map, "own", &own, "tone", &tone, NULL);
  g_assert_true (own);
  g_assert_cmpuint (tone, ==, 4);
  g_assert_true (gtk_widget_activate_action (map, "legs.show-veins", NULL));
  program_see_no ("Lymph nodes");
  program_quit ();
}

static void
test_looks (void)
{
  program_run (choose_looks, NULL);
}

/* No tooltip lies on the first line of a menu that is open. */
static void
open_menus (void)
{
  const char *const names[] = { "Main Menu", "How the legs are shown" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GtkWidget *button = gtk_widget_get_ancestor (program_see_a (GTK_TYPE_TOGGLE_BUTTON, names[i]),
                                                   GTK_TYPE_MENU_BUTTON);

      g_assert_true (gtk_widget_get_has_tooltip (button));
      gtk_menu_button_popup (GTK_MENU_BUTTON (button));
      program_wait (!gtk_widget_get_has_tooltip (button));
      gtk_menu_button_popdown (GTK_MENU_BUTTON (button));
      program_wait (gtk_widget_get_has_tooltip (button));
    }
  program_quit ();
}

static void
test_menus_are_seen (void)
{
  program_run (open_menus, NULL);
}

/* Who has chosen a place in the list zooms by the same keys as on the map, and searches nothing. */
static void
zoom_from_list (void)
{
  GtkWidget *map = program_see_a (LEGATO_TYPE_LEG_MAP, "Leg map*");
  GtkWidget *focus;

  program_click ("Foot");
  program_see_a (GTK_TYPE_BUTTON, "Start With This Place");
  focus = program_get_focus ();
  g_assert_false (gtk_widget_is_ancestor (focus, map));
  program_see ("Zoom out");
  program_key ("0");
  program_see_no ("Zoom out");
  program_key ("plus");
  program_see ("Zoom out");
  program_key ("minus");
  program_see_no ("Zoom out");
  program_see_no ("Nothing found");
  program_quit ();
}

static void
test_zoom_from_list (void)
{
  program_run (zoom_from_list, NULL);
}

/* What was tried may end by itself, or fail: the hands show the stroke then as before. */
static void
try_to_the_end (void)
{
  LegatoLegMap *map = LEGATO_LEG_MAP (program_see_a (LEGATO_TYPE_LEG_MAP, "Leg map*"));
  graphene_point_t hand;

  /* Where nothing moves, hands are drawn otherwise. */
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  program_wait (legato_leg_map_get_hand (map, &hand));
  program_click ("Try It");
  program_wait (played != NULL && legato_player_get_state (played) == LEGATO_PLAYER_PLAYING);
  g_signal_emit_by_name (played, "ended");
  program_wait (legato_leg_map_get_hand (map, &hand));
  program_quit ();
}

static void
test_hands_stay_after_a_try (void)
{
  program_run (try_to_the_end, "--zone", "calf", NULL);
}

/* A card with many techniques can be started from without scrolling, also in a low window. */
static void
look_at_low_card (void)
{
  GtkWidget *window = GTK_WIDGET (program_get_window ());

  gtk_window_set_default_size (program_get_window (), 900, 560);
  program_wait (gtk_widget_get_height (window) < 600);
  program_click ("Calf");
  program_see_a (GTK_TYPE_BUTTON, "Start With This Place");
  program_click ("Foot");
  program_see_a (GTK_TYPE_BUTTON, "Start With This Place");
  program_quit ();
}

static void
test_low_card_can_be_started (void)
{
  program_run (look_at_low_card, NULL);
}

/* Also where list and card share one place, it says what to do first. */
static void
begin_narrow (void)
{
  GtkWidget *window = GTK_WIDGET (program_get_window ());
  int least_height = 0;

  program_see ("Where is it sore?");
  gtk_window_set_default_size (program_get_window (), 360, 700);
  program_wait (gtk_widget_get_width (window) < 400);
  program_see ("Where is it sore?");
  program_see ("Choose a place on the leg to see how to massage it.");
  /* The list is walked through by keys before a place is chosen. */
  gtk_widget_grab_focus (program_see_a (GTK_TYPE_LIST_BOX_ROW, "Foot"));
  program_key ("Down");
  program_wait (program_is_focus ("Ankle, rear and sides"));
  program_see ("Where is it sore?");
  program_key ("Down Return");
  program_see ("All places");
  program_see_a (GTK_TYPE_LABEL, "Left lower calf");
  program_click ("All places");
  program_click ("Foot");
  program_see ("All places");
  program_see_no ("Where is it sore?");
  /* It can be started without scrolling. */
  program_see_a (GTK_TYPE_BUTTON, "Start With This Place");
  program_see ("Try It");
  /* Text that is so large that hardly a line would be left keeps the buttons with it, and the
   * window as high as it is. */
  g_object_set (gtk_settings_get_default (), "gtk-font-name", "Sans 22", NULL);
  program_see_no ("Start With This Place");
  gtk_widget_measure (window, GTK_ORIENTATION_VERTICAL, gtk_widget_get_width (window),
                      &least_height, NULL, NULL, NULL);
  g_assert_cmpint (least_height, <=, 700);
  gtk_settings_reset_property (gtk_settings_get_default (), "gtk-font-name");
  program_quit ();
}

static void
test_narrow_says_what_to_do (void)
{
  program_run (begin_narrow, NULL);
}

int
main (int argc, char *argv[])
{
  int status;

  program_test_init (&argc, &argv);
  painting_want ();
  guide = load_guide ();
  program_test_add ("/program/map/every-place-in-every-view", test_every_place_in_every_view);
  program_test_add ("/program/map/looks", test_looks);
  program_test_add ("/program/map/menus-are-seen", test_menus_are_seen);
  program_test_add ("/program/map/zoom-from-list", test_zoom_from_list);
  program_test_add ("/program/map/hands-stay-after-a-try", test_hands_stay_after_a_try);
  program_test_add ("/program/map/narrow-says-what-to-do", test_narrow_says_what_to_do);
  program_test_add ("/program/map/low-card-can-be-started", test_low_card_can_be_started);
  status = g_test_run ();
  legato_guide_unref (guide);
  return status;
}
