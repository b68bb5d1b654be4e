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

int
main (int argc, char *argv[])
{
  program_test_init (&argc, &argv);
#define ADD(name, test) program_test_add ("/program/guide/" name, test)
  ADD ("the-card-shows-how-to-sit", test_the_card_shows_how_to_sit);
  ADD ("the-card-is-of-its-place", test_the_card_is_of_its_place);
  return g_test_run ();
}
