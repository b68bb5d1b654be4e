/* test-program-guide.c: the guide is told in full, on the card, before a session and during it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "program.h"

#include "legato-position-picture.h"

/* The card opens with what a session of the place begins with, and shows how one gets at it; both
 * change with the technique. */
static void
read_card (void)
{
  GtkWidget *kneading = program_see_a (GTK_TYPE_TOGGLE_BUTTON, "Kneading");

  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (kneading)));
  program_scroll_to ("Sit with your back supported, knee bent, sole flat*");
  program_see_a (LEGATO_TYPE_POSITION_PICTURE, "A person sits on the floor with the back*");
  program_scroll_to ("Grasp the muscle with both hands*");

  program_scroll_to ("Foam roller");
  program_click ("Foam roller");
  program_scroll_to ("Sit on the floor with the roller under the leg*");
  program_see_a (LEGATO_TYPE_POSITION_PICTURE, "*with a foam roller under one calf*");
  program_quit ();
}

static void
test_the_card_shows_how_to_sit (void)
{
  program_run (read_card, "--zone", "calf", NULL);
}

/* What is the same technique is told otherwise on another place. */
static void
read_two_cards (void)
{
  program_click ("Gliding");
  program_scroll_to ("Take the foot between both palms*");
  program_scroll_to ("*One glide here takes about ? seconds.");
  program_scroll_to ("Front thigh");
  program_click ("Front thigh");
  program_scroll_to ("Use the heel of your hand, a forearm or your knuckles*");
  program_quit ();
}

static void
test_the_card_is_of_its_place (void)
{
  program_run (read_two_cards, "--zone", "foot", NULL);
}

/* The card, the menu and the search lead to what is good to know, each line with who says so. */
static void
read_tips (void)
{
  program_scroll_to ("A cramp in the calf");
  program_click ("A cramp in the calf");
  program_enter ("Good to know");
  program_see ("Straighten the knee and pull your toes up*");
  program_see ("Public health services");
  program_key ("Escape");
  program_back_to ("Legato");

  program_key ("ctrl+f");
  program_type ("varicose");
  program_see ("Good to know");
  program_click ("Varicose veins");
  program_enter ("Good to know");
  program_see ("Leave out every place where a vein shows.");
  program_see ("Severe varicose veins or a leg ulcer");
  program_scroll_to ("How to Massage Leg Pain for Effective Relief.");
  program_scroll_to ("Davis HL, Alabed S, Chico TJA*");
  program_key ("Escape");
  program_back_to ("Legato");

  program_key ("ctrl+f");
  program_type ("march in place");
  program_click ("Walking on the spot");
  program_enter ("Good to know");
  program_see_a (LEGATO_TYPE_POSITION_PICTURE, "A person stands upright and lifts one knee*");
  program_see ("Hold on to a table or a chair if you feel unsteady.");
  program_quit ();
}

static void
test_good_to_know (void)
{
  program_run (read_tips, "--zone", "calf", NULL);
}

int
main (int argc, char *argv[])
{
  program_test_init (&argc, &argv);
#define ADD(name, test) program_test_add ("/program/guide/" name, test)
  ADD ("the-card-shows-how-to-sit", test_the_card_shows_how_to_sit);
  ADD ("the-card-is-of-its-place", test_the_card_is_of_its_place);
  ADD ("good-to-know", test_good_to_know);
  return g_test_run ();
}
