/* test-program-routines.c: the page of routines: favourites first, many by and by, and its titles
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "program.h"
#include "shelf-fixture.h"

#include "legato-routine-card.h"
#include "legato-window-private.h"

#define WIND_DOWN_STAR "“Wind down” is a favourite"
#define MANY 3000

static void
mark_a_favourite (void)
{
  program_key ("alt+2");
  program_see ("Ready to Start");
  g_assert_null (program_find ("Start Again"));
  /* All that can be done with one of the guide's has no menu about it. */
  program_see_a (GTK_TYPE_BUTTON, "Change a Copy");
  g_assert_null (program_find ("More for “*”"));
  program_scroll_to (WIND_DOWN_STAR);
  program_click (WIND_DOWN_STAR);
  program_key ("alt+1");
  program_see ("Front");
  program_key ("alt+2");
  program_see ("Start Again");
  program_see (WIND_DOWN_STAR);
  program_quit ();
}

static void
test_favourites_stand_first (void)
{
  program_run (mark_a_favourite, NULL);
}

/* How many cards there are of those that are put on the shelf, seen or not. */
static guint
count_cards_of_many (void)
{
  g_autoptr (GPtrArray) cards = g_ptr_array_new ();
  guint n = 0;

  program_collect (LEGATO_TYPE_ROUTINE_CARD, cards);
  for (guint i = 0; i < cards->len; i++)
    n += g_str_has_prefix (legato_routine_card_get_routine (cards->pdata[i])->id, "own-many-");
  return n;
}

/* More cards are built when somebody asks for them, and the keyboard goes on with the first. */
static void
look_at_many (void)
{
  g_autofree char *next = NULL;

  program_key ("alt+2");
  program_see ("Your Routines");
  g_assert_cmpuint (count_cards_of_many (), ==, 36);
  program_scroll_to ("More");
  program_click ("More");
  program_wait (count_cards_of_many () == 72);
  program_wait (LEGATO_IS_ROUTINE_CARD (program_get_focus ()));
  next = program_get_name (program_get_focus ());
  g_assert_cmpstr (next, ==, "Calves 0036");
  program_quit ();
}

static void
test_many_are_not_all_built (void)
{
  g_autofree char *shelf = shelf_get_folder ();

  g_assert_cmpint (g_mkdir_with_parents (shelf, 0700), ==, 0);
  for (int i = 0; i < MANY; i++)
    {
      g_autofree char *name = g_strdup_printf ("own-many-%04d.legato", i);
      g_autofree char *path = g_build_filename (shelf, name, NULL);
      g_autofree char *id = g_strdup_printf ("own-many-%04d", i);
      g_autofree char *title = g_strdup_printf ("Calves %04d", i);
      g_autoptr (GString) text = g_string_new (shelf_calm_calves);

      g_string_replace (text, "own-calm", id, 1);
      g_string_replace (text, "Calm calves", title, 1);
      g_assert_true (
          g_file_set_contents_full (path, text->str, -1, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
    }
  program_run (look_at_many, NULL);
}

static int
get_text_size (const char *name)
{
  return pango_font_description_get_size (pango_context_get_font_description (
      gtk_widget_get_pango_context (program_see_a (GTK_TYPE_LABEL, name))));
}

/* What stands above a part of the page is as large as above the others. */
static void
look_at_titles (void)
{
  program_click ("Routines");
  g_assert_cmpint (get_text_size ("Make One for Me"), ==, get_text_size ("Your Routines"));
  program_quit ();
}

static void
test_titles_have_one_size (void)
{
  program_run (look_at_titles, NULL);
}

/* Whether something stands in the way of what the card of @id opens. */
static gboolean
has_obstacle (const char *id)
{
  g_autoptr (GPtrArray) cards = g_ptr_array_new ();

  program_collect (LEGATO_TYPE_ROUTINE_CARD, cards);
  for (guint i = 0; i < cards->len; i++)
    if (g_str_equal (legato_routine_card_get_routine (cards->pdata[i])->id, id))
      {
        GtkWidget *obstacle = GTK_WIDGET (
            gtk_widget_get_template_child (cards->pdata[i], LEGATO_TYPE_ROUTINE_CARD, "obstacle"));

        return gtk_widget_get_visible (obstacle);
      }
  g_assert_not_reached ();
}

/* What one's own legs do not allow is no obstacle to massaging somebody else's. */
static void
leave_own_legs_alone (void)
{
  LegatoContext *context = LEGATO_WINDOW (program_get_window ())->context;
  LegatoPersonModel *person = legato_context_get_person (context);
  GPtrArray *zones = legato_guide_get_zones (legato_context_get_guide (context));
  g_autoptr (LegatoProfile) profile = legato_profile_new ();

  program_wait (legato_person_model_is_loaded (person));
  for (guint i = 0; i < zones->len; i++)
    for (int leg = LEGATO_LEG_LEFT; leg <= LEGATO_LEG_RIGHT; leg++)
      {
        const char *id = ((const LegatoZone *) zones->pdata[i])->id;

        if (!g_str_equal (id, "popliteal"))
          legato_profile_block (profile, id, (LegatoLeg) leg, LEGATO_CAUSE_RASH, 740000);
      }
  legato_person_model_set_profile (person, profile);
  program_key ("alt+2");
  program_see ("Ready to Start");
  g_assert_true (has_obstacle ("evening"));
  g_assert_false (has_obstacle ("partner"));
  program_quit ();
}

static void
test_of_a_partner (void)
{
  program_run (leave_own_legs_alone, NULL);
}

int
main (int argc, char *argv[])
{
  program_test_init (&argc, &argv);
#define ADD(name, test) program_test_add ("/program/routines/" name, test)
  ADD ("favourites-stand-first", test_favourites_stand_first);
  ADD ("many-are-not-all-built", test_many_are_not_all_built);
  ADD ("titles-have-one-size", test_titles_have_one_size);
  ADD ("of-a-partner", test_of_a_partner);
  return g_test_run ();
}
