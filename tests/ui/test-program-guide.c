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

  /* Who asks for the page behind what was found gets it. */
  program_key ("ctrl+f");
  program_type ("varicose");
  program_see ("Varicose veins");
  program_key ("alt+1");
  program_see_no ("Varicose veins");

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

/* The session is paused. */
static void
go_to_step (guint number)
{
  g_autofree char *shown = g_strdup_printf ("Step %u of 10", number);
  LegatoSession *session = program_get_session ();

  legato_session_seek (
      session, legato_timeline_get_step_onset (legato_session_get_timeline (session), number - 1));
  program_see (shown);
}

/* Before a session, in its countdown and as a step begins one is told how to sit, and sees it; then
 * what the hands do, when that is new; later its name will do. */
static void
follow_session (void)
{
  program_click ("All Fine, Go On");
  program_scroll_to ("Sit with your back supported, knee bent*");
  program_see_a (LEGATO_TYPE_POSITION_PICTURE, "A person sits on the floor with the back*");
  program_click_a (GTK_TYPE_BUTTON, "Start");
  /* A key may come too late: the countdown lasts some seconds. */
  program_wait (legato_session_get_state (program_get_session ()) == LEGATO_SESSION_COUNTDOWN);
  legato_session_pause (program_get_session ());
  program_see ("Go on");
  program_see_a (LEGATO_TYPE_POSITION_PICTURE, "A person sits on the floor with the back*");
  program_see ("Get your hands in place. Sit with your back supported*");

  go_to_step (1);
  program_see ("Sit with your back supported, knee bent. Straighten the leg*");
  go_to_step (2);
  program_see ("Grasp the muscle, lift it a little*");
  program_wait (program_is_told ("Hold the muscle, not the skin"));
  go_to_step (7);
  program_see ("Right calf");
  program_see_no ("Grasp the muscle, lift it a little*");
  program_quit ();
}

static void
test_a_step_is_told (void)
{
  program_run (follow_session, "--start", "three-minute", NULL);
}

/* The help can be read during a session; what it leads to must not sound beside it. */
static void
look_for_cues (void)
{
  program_click ("All Fine, Go On");
  program_click_a (GTK_TYPE_BUTTON, "Start");
  program_wait (program_is_focus ("Pause"));
  program_key (PROGRAM_KEY_F1);
  program_enter ("Help");
  program_scroll_to ("Learn the Cues");
  program_click ("Learn the Cues");
  program_enter ("Legato");
  program_see ("Finish this session first.");
  g_assert_false (program_has_window ("Learn the cues"));
  program_quit ();
}

static void
test_no_cues_beside_a_session (void)
{
  program_run (look_for_cues, "--start", "three-minute", NULL);
}

/* Whether the picture that is called as @pattern is there, and not only its name. */
static void
see_picture (const char *pattern)
{
  GdkPaintable *picture = NULL;

  program_scroll_to (pattern);
  picture = gtk_picture_get_paintable (GTK_PICTURE (program_see_a (GTK_TYPE_PICTURE, pattern)));
  g_assert_nonnull (picture);
  g_assert_cmpint (gdk_paintable_get_intrinsic_width (picture), >, 100);
}

static void
look_at_help (void)
{
  program_key (PROGRAM_KEY_F1);
  program_enter ("Help");
  see_picture ("Hands knead a calf on the map*");
  program_scroll_to ("Your journal");
  program_click ("Your journal");
  see_picture ("Legs, each place with its number*");
  program_quit ();
}

static void
test_help_has_pictures (void)
{
  program_run (look_at_help, NULL);
}

/* A stretch says whose leg it is, and has what it needs for its preparation and nothing else. */
static void
follow_stretches (void)
{
  program_click ("All Fine, Go On");
  program_scroll_to ("Get ready");
  program_see_no ("Rest afterwards, legs raised");
  program_see_no ("*unscented oil*");
  program_click_a (GTK_TYPE_BUTTON, "Start");
  program_wait (program_is_focus ("Pause"));
  program_key ("space");
  program_see ("Left leg: Hip bend");
  program_see ("Hip bend");
  program_see_a (LEGATO_TYPE_POSITION_PICTURE, "*draws one knee to the chest*");
  program_quit ();
}

static void
test_a_stretch_has_a_side (void)
{
  program_run (follow_stretches, "--start", "stretches", NULL);
}

/* Whoever closes the window in a session, or presses Escape, is asked once. */
static void
leave_session (void)
{
  program_click ("All Fine, Go On");
  program_click_a (GTK_TYPE_BUTTON, "Start");
  program_wait (program_is_focus ("Pause"));
  program_key ("m");
  program_see ("Sound off");
  program_key ("Escape");
  program_enter ("End this session?");
  program_leave_by ("Go On");
  program_enter ("Legato");
  program_see ("Pause");

  program_wait (legato_session_get_done (program_get_session ()) >= LEGATO_SESSION_LEAST_DONE);
  gtk_window_close (program_get_window ());
  program_enter ("End this session?");
  program_see ("Keep It and Close");
  program_key ("Escape");
  program_back_to ("Legato");
  program_see ("Go on");
  gtk_window_close (program_get_window ());
  program_enter ("End this session?");
  program_click ("Don’t Keep It");
}

static void
test_leaving_is_asked (void)
{
  program_run (leave_session, "--start", "three-minute", NULL);
  /* Nothing of it is kept, and nothing is offered again. */
  program_assert_query ("SELECT count (*) FROM entry WHERE deleted_us IS NULL", "0");
  program_assert_query ("SELECT count (*) FROM running", "0");
}

int
main (int argc, char *argv[])
{
  program_test_init (&argc, &argv);
#define ADD(name, test) program_test_add ("/program/guide/" name, test)
  ADD ("help-has-pictures", test_help_has_pictures);
  ADD ("the-card-shows-how-to-sit", test_the_card_shows_how_to_sit);
  ADD ("the-card-is-of-its-place", test_the_card_is_of_its_place);
  ADD ("good-to-know", test_good_to_know);
  ADD ("a-step-is-told", test_a_step_is_told);
  ADD ("no-cues-beside-a-session", test_no_cues_beside_a_session);
  ADD ("a-stretch-has-a-side", test_a_stretch_has_a_side);
  ADD ("leaving-is-asked", test_leaving_is_asked);
  return g_test_run ();
}
