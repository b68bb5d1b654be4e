/* test-zone-session.c: a technique tried on its card, and a session of one place alone
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui-test-utils.h"

#include "legato-leg-map.h"
#include "legato-prepare-view.h"
#include "legato-technique-card.h"
#include "legato-leg-map-testing.h"

static LegatoTechniqueCard *
find_card (LegatoWindow *window)
{
  GtkWidget *card = ui_test_find (GTK_WIDGET (window), LEGATO_TYPE_TECHNIQUE_CARD, NULL);

  g_assert_nonnull (card);
  return LEGATO_TECHNIQUE_CARD (card);
}

static LegatoLegMap *
find_map (LegatoWindow *window)
{
  GtkWidget *map = ui_test_find (GTK_WIDGET (window), LEGATO_TYPE_LEG_MAP, NULL);

  g_assert_nonnull (map);
  return LEGATO_LEG_MAP (map);
}

static void
choose_use (PageFixture *fixture, LegatoWindow *window, const char *zone_id, const char *technique)
{
  const LegatoZone *zone = legato_guide_find_zone (fixture->guide, zone_id);

  g_assert_true (legato_window_choose_zone (window, zone_id));
  legato_technique_card_set_use (
      find_card (window),
      legato_zone_find_use (zone, legato_guide_find_technique (fixture->guide, technique)));
  ui_test_settle (fixture->window);
}

/* Waits until the hand on the map was seen at two places: the sound moves it. */
static void
wait_for_motion (LegatoLegMap *map)
{
  graphene_point_t first = { 0 };
  graphene_point_t now = { 0 };

  while (!legato_leg_map_get_hand (map, &first))
    g_main_context_iteration (NULL, TRUE);
  do
    g_main_context_iteration (NULL, TRUE);
  while (!legato_leg_map_get_hand (map, &now) || graphene_point_equal (&first, &now));
}

static void
test_try_until_something_else (PageFixture *fixture, gconstpointer data)
{
  LegatoWindow *window = ui_test_show_window (fixture, 1000, 700);
  LegatoTechniqueCard *card = NULL;

  choose_use (fixture, window, "calf", "petrissage");
  card = find_card (window);
  legato_technique_card_set_trying (card, TRUE);
  wait_for_motion (find_map (window));
  g_assert_true (legato_technique_card_get_trying (card));
  ui_test_shoot (fixture->window, "card-trying");

  /* Another technique ends it, and so does another place, and another page. */
  choose_use (fixture, window, "calf", "effleurage");
  g_assert_false (legato_technique_card_get_trying (card));
  legato_technique_card_set_trying (card, TRUE);
  wait_for_motion (find_map (window));
  legato_window_choose_zone (window, "foot");
  g_assert_false (legato_technique_card_get_trying (card));
  legato_technique_card_set_trying (card, TRUE);
  legato_window_show_page (window, "journal");
  ui_test_settle (fixture->window);
  g_assert_false (legato_technique_card_get_trying (card));
}

/* Every technique of every place can be tried, on a screen of any width. */
static void
test_try_everything (PageFixture *fixture, gconstpointer data)
{
  LegatoWindow *window = ui_test_show_window (fixture, 360, 640);
  GPtrArray *zones = legato_guide_get_zones (fixture->guide);

  for (guint z = 0; z < zones->len; z++)
    {
      const LegatoZone *zone = g_ptr_array_index (zones, z);
      LegatoTechniqueCard *card = NULL;

      g_assert_true (legato_window_choose_zone (window, zone->id));
      card = find_card (window);
      for (guint u = 0; u < zone->uses->len; u++)
        {
          const LegatoUse *use = g_ptr_array_index (zone->uses, u);

          legato_technique_card_set_use (card, use);
          legato_technique_card_set_trying (card, TRUE);
          g_assert_true (legato_technique_card_get_trying (card));
          if (use->technique->travel != LEGATO_TRAVEL_HOLD && !use->lifted)
            wait_for_motion (find_map (window));
        }
    }
  ui_test_settle (fixture->window);
  ui_test_shoot (fixture->window, "card-narrow");
}

static void
test_start_with_this_place (PageFixture *fixture, gconstpointer data)
{
  LegatoWindow *window = ui_test_show_window (fixture, 1000, 700);
  LegatoTechniqueCard *card = NULL;

  choose_use (fixture, window, "calf", "tapotement");
  card = find_card (window);
  legato_technique_card_set_trying (card, TRUE);
  g_signal_emit_by_name (ui_test_find (GTK_WIDGET (card), GTK_TYPE_BUTTON, "Start With This Place"),
                         "clicked");
  ui_test_settle (fixture->window);
  g_assert_false (legato_technique_card_get_trying (card));
  ui_test_click (GTK_WIDGET (window), "All Fine, Go On");
  ui_test_settle (fixture->window);
  ui_test_shoot (fixture->window, "prepare-zone");
  g_signal_emit_by_name (ui_test_find (GTK_WIDGET (window), GTK_TYPE_BUTTON, "Start"), "clicked");
  ui_test_wait_for_label (GTK_WIDGET (window), "Tapping");
}

static void
test_behind_the_knee_is_not_started (PageFixture *fixture, gconstpointer data)
{
  LegatoWindow *window = ui_test_show_window (fixture, 1000, 700);

  g_assert_false (legato_window_choose_zone (window, "nowhere"));
  g_assert_true (legato_window_choose_zone (window, "popliteal"));
  ui_test_settle (fixture->window);
  g_assert_null (ui_test_find (GTK_WIDGET (window), GTK_TYPE_BUTTON, "Start With This Place"));
}

/* Who only opened the card gets what suits the place, and may choose among its lengths. */
static void
test_a_place_has_lengths (PageFixture *fixture, gconstpointer data)
{
  LegatoWindow *window = ui_test_show_window (fixture, 360, 640);
  const char *const sleeve[] = { "gluteus", "calf" };

  for (gsize i = 0; i < G_N_ELEMENTS (sleeve); i++)
    {
      GtkWidget *legs = NULL;

      if (i == 1)
        choose_use (fixture, window, sleeve[i], "compression-sleeve");
      else
        g_assert_true (legato_window_choose_zone (window, sleeve[i]));
      ui_test_click (GTK_WIDGET (window), "Start With This Place");
      ui_test_click (GTK_WIDGET (window), "All Fine, Go On");
      ui_test_settle (fixture->window);
      legs = gtk_widget_get_ancestor (ui_test_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "Legs"),
                                      ADW_TYPE_COMBO_ROW);
      adw_combo_row_set_selected (ADW_COMBO_ROW (legs), 0);
      ui_test_wait_for_label (GTK_WIDGET (window), i == 1 ? "21 minutes" : "3 minutes");
      ui_test_wait_for_label (GTK_WIDGET (window), "Both legs");
      ui_test_shoot (fixture->window, i == 1 ? "prepare-sleeve" : "prepare-narrow");
    }
}

int
main (int argc, char *argv[])
{
  ui_test_init_application (&argc, &argv);

#define ADD(path, func)                                                                            \
  g_test_add (path, PageFixture, NULL, page_fixture_set_up, func, page_fixture_tear_down)
  ADD ("/ui/zone-session/try-until-something-else", test_try_until_something_else);
  ADD ("/ui/zone-session/try-everything", test_try_everything);
  ADD ("/ui/zone-session/start-with-this-place", test_start_with_this_place);
  ADD ("/ui/zone-session/behind-the-knee-is-not-started", test_behind_the_knee_is_not_started);
  ADD ("/ui/zone-session/a-place-has-lengths", test_a_place_has_lengths);
  return g_test_run ();
}
