/* test-routine-draft.c: changing a routine, and taking changes back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "legato-guide.h"
#include "legato-routine-draft.h"
#include "../load-guide.h"

static LegatoGuide *guide;

static LegatoRoutineStep *
make (const char *technique, const char *zone, guint seconds)
{
  LegatoRoutineStep *step =
      legato_routine_step_new (LEGATO_PHASE_WORK, legato_guide_find_technique (guide, technique),
                               LEGATO_PRESSURE_FEATHER, seconds);

  if (zone != NULL)
    g_ptr_array_add (step->zones, (gpointer) legato_guide_find_zone (guide, zone));
  return step;
}

static int
add (LegatoRoutineDraft *draft, LegatoRoutinePart part, const char *technique, const char *zone)
{
  g_autoptr (LegatoRoutineStep) step = make (technique, zone, 20);

  return legato_routine_draft_add_step (draft, part, step);
}

/* What it consists of: "walk | effleurage petrissage |" */
static char *
describe (LegatoRoutineDraft *draft)
{
  const LegatoRoutine *routine = legato_routine_draft_get_routine (draft);
  g_autoptr (GString) text = g_string_new (NULL);

  for (int part = 0; part < LEGATO_N_PARTS; part++)
    {
      GPtrArray *steps = legato_routine_get_part (routine, (LegatoRoutinePart) part);

      if (part > 0)
        g_string_append (text, "|");
      for (guint i = 0; i < steps->len; i++)
        g_string_append_printf (text, "%s%s", i > 0 ? " " : "",
                                ((const LegatoRoutineStep *) steps->pdata[i])->technique->id);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
assert_is (LegatoRoutineDraft *draft, const char *expected)
{
  g_autofree char *text = describe (draft);

  g_assert_cmpstr (text, ==, expected);
}

static LegatoRoutineDraft *
make_draft (void)
{
  g_autoptr (LegatoRoutine) empty = legato_routine_new ("own-a", "Mine");
  LegatoRoutineDraft *draft = legato_routine_draft_new (empty);

  g_assert_false (legato_routine_draft_is_changed (draft));
  g_assert_cmpint (add (draft, LEGATO_PART_LEG, "effleurage", "calf"), ==, 0);
  g_assert_cmpint (add (draft, LEGATO_PART_LEG, "petrissage", "calf"), ==, 1);
  g_assert_cmpint (add (draft, LEGATO_PART_AFTER, "walk-on-the-spot", NULL), ==, 2);
  assert_is (draft, "|effleurage petrissage|walk-on-the-spot");
  return draft;
}

static void
test_move (void)
{
  g_autoptr (LegatoRoutineDraft) draft = make_draft ();

  g_assert_cmpint (legato_routine_draft_move_up (draft, 1), ==, 0);
  assert_is (draft, "|petrissage effleurage|walk-on-the-spot");
  g_assert_cmpint (legato_routine_draft_move_up (draft, 0), ==, 0);
  g_assert_cmpint (legato_routine_draft_move_down (draft, 1), ==, 1);
  assert_is (draft, "|petrissage effleurage|walk-on-the-spot");

  /* An exercise walks through all parts and back; the hands stay on the legs. */
  g_assert_cmpint (legato_routine_draft_move_down (draft, 2), ==, 2);
  g_assert_cmpint (legato_routine_draft_move_up (draft, 2), ==, 2);
  assert_is (draft, "|petrissage effleurage walk-on-the-spot|");
  g_assert_cmpint (legato_routine_draft_move_up (draft, 2), ==, 1);
  g_assert_cmpint (legato_routine_draft_move_up (draft, 1), ==, 0);
  g_assert_cmpint (legato_routine_draft_move_up (draft, 0), ==, 0);
  assert_is (draft, "walk-on-the-spot|petrissage effleurage|");
  g_assert_cmpint (legato_routine_draft_move_up (draft, 0), ==, 0);
  g_assert_cmpint (legato_routine_draft_move_up (draft, 1), ==, 1);
  assert_is (draft, "walk-on-the-spot|petrissage effleurage|");
  g_assert_cmpint (legato_routine_draft_move_down (draft, 0), ==, 0);
  assert_is (draft, "|walk-on-the-spot petrissage effleurage|");

  g_assert_cmpint (legato_routine_draft_move_to (draft, 0, 2), ==, 2);
  assert_is (draft, "|petrissage effleurage walk-on-the-spot|");
  g_assert_cmpint (legato_routine_draft_move_to (draft, 2, 0), ==, 0);
  assert_is (draft, "|walk-on-the-spot petrissage effleurage|");
  g_assert_cmpint (add (draft, LEGATO_PART_AFTER, "walk-on-the-spot", NULL), ==, 3);
  g_assert_cmpint (legato_routine_draft_move_to (draft, 1, 3), ==, 1);
  g_assert_cmpint (legato_routine_draft_move_to (draft, 0, 3), ==, 2);
  assert_is (draft, "|petrissage effleurage|walk-on-the-spot walk-on-the-spot");
}

static void
test_parts (void)
{
  g_autoptr (LegatoRoutineDraft) draft = make_draft ();
  g_autoptr (LegatoRoutineStep) walk = make ("walk-on-the-spot", NULL, 30);
  g_autoptr (LegatoRoutineStep) glide = make ("effleurage", "shin", 30);

  g_assert_cmpint (legato_routine_draft_add_step (draft, LEGATO_PART_BEFORE, glide), ==, -1);
  g_assert_cmpint (legato_routine_draft_set_step (draft, 0, LEGATO_PART_AFTER, glide), ==, -1);
  g_assert_cmpint (legato_routine_draft_set_step (draft, 2, LEGATO_PART_BEFORE, walk), ==, 0);
  assert_is (draft, "walk-on-the-spot|effleurage petrissage|");
  g_assert_cmpuint (legato_routine_get_seconds (legato_routine_draft_get_routine (draft)), ==,
                    30 + 2 * 40);
  g_assert_cmpint (legato_routine_draft_set_step (draft, 0, LEGATO_PART_LEG, walk), ==, 0);
  assert_is (draft, "|walk-on-the-spot effleurage petrissage|");
  g_test_expect_message ("legato-guide", G_LOG_LEVEL_CRITICAL, "*assertion*failed*");
  g_assert_cmpint (legato_routine_draft_set_step (draft, 3, LEGATO_PART_LEG, walk), ==, -1);
  g_test_assert_expected_messages ();
  g_assert_cmpuint (legato_routine_get_seconds (legato_routine_draft_get_routine (draft)), ==,
                    2 * 70);
}

static void
test_undo (void)
{
  g_autoptr (LegatoRoutineDraft) draft = make_draft ();
  g_autofree char *last = NULL;

  g_assert_cmpint (legato_routine_draft_duplicate_step (draft, 1), ==, 2);
  assert_is (draft, "|effleurage petrissage petrissage|walk-on-the-spot");
  legato_routine_draft_remove_step (draft, 0);
  assert_is (draft, "|petrissage petrissage|walk-on-the-spot");
  g_assert_true (legato_routine_draft_is_changed (draft));
  g_assert_false (legato_routine_draft_can_redo (draft));

  while (legato_routine_draft_can_undo (draft))
    legato_routine_draft_undo (draft);
  assert_is (draft, "||");
  g_assert_false (legato_routine_draft_is_changed (draft));
  while (legato_routine_draft_can_redo (draft))
    legato_routine_draft_redo (draft);
  assert_is (draft, "|petrissage petrissage|walk-on-the-spot");

  legato_routine_draft_undo (draft);
  legato_routine_draft_mark_saved (draft);
  g_assert_false (legato_routine_draft_is_changed (draft));
  legato_routine_draft_undo (draft);
  g_assert_true (legato_routine_draft_is_changed (draft));
  legato_routine_draft_remove_step (draft, 2);
  g_assert_false (legato_routine_draft_can_redo (draft));
  assert_is (draft, "|effleurage petrissage|");
}

/* Who gave a routine can be told, taken back, and means nothing without a name. */
static void
test_given (void)
{
  g_autoptr (LegatoRoutineDraft) draft = make_draft ();

  legato_routine_draft_set_given (draft, "Ann", 0);
  legato_routine_draft_set_given (draft, "Ann Weber ", 3);
  g_assert_cmpstr (legato_routine_draft_get_routine (draft)->given_by, ==, "Ann Weber");
  g_assert_cmpuint (legato_routine_draft_get_routine (draft)->times_a_week, ==, 3);
  legato_routine_draft_undo (draft);
  g_assert_null (legato_routine_draft_get_routine (draft)->given_by);
  legato_routine_draft_redo (draft);
  legato_routine_draft_set_given (draft, " ", 3);
  g_assert_null (legato_routine_draft_get_routine (draft)->given_by);
  g_assert_cmpuint (legato_routine_draft_get_routine (draft)->times_a_week, ==, 0);
}

/* Typing is one change, however many letters; so is turning up the seconds of one step. */
static void
test_undo_in_one (void)
{
  g_autoptr (LegatoRoutineDraft) draft = make_draft ();
  g_autoptr (LegatoRoutineStep) longer = make ("petrissage", "calf", 25);

  /* Nothing to be seen is nothing. */
  legato_routine_draft_set_name (draft, "\u200b\u202e");
  g_assert_cmpstr (legato_routine_draft_get_routine (draft)->name, ==, "");
  legato_routine_draft_set_name (draft, "C");
  legato_routine_draft_set_name (draft, "Ca");
  legato_routine_draft_set_name (draft, "Calm ");
  legato_routine_draft_set_summary (draft, "For\nthe  evening\x07 ");
  g_assert_cmpstr (legato_routine_draft_get_routine (draft)->name, ==, "Calm");
  g_assert_cmpstr (legato_routine_draft_get_routine (draft)->summary, ==, "For the evening");
  for (guint s = 25; s < 60; s += 5)
    {
      longer->seconds = s;
      legato_routine_draft_set_step (draft, 1, LEGATO_PART_LEG, longer);
    }
  legato_routine_draft_undo (draft);
  g_assert_cmpuint (
      legato_routine_get_step (legato_routine_draft_get_routine (draft), 1, NULL)->seconds, ==, 20);
  legato_routine_draft_undo (draft);
  legato_routine_draft_undo (draft);
  g_assert_cmpstr (legato_routine_draft_get_routine (draft)->name, ==, "Mine");
  assert_is (draft, "|effleurage petrissage|walk-on-the-spot");
}

/* Whatever is done: undoing all of it leads back, redoing all of it leads here again. */
static void
test_any_changes (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (9);

  for (int round = 0; round < 50; round++)
    {
      g_autoptr (LegatoRoutineDraft) draft = make_draft ();
      g_autoptr (LegatoRoutine) end = NULL;
      guint undone = 0;

      for (int i = 0; i < 60; i++)
        {
          guint n = legato_routine_get_n_steps (legato_routine_draft_get_routine (draft));
          guint index = n > 0 ? (guint) g_rand_int_range (rand, 0, (int) n) : 0;

          switch (g_rand_int_range (rand, 0, n > 0 ? 7 : 1))
            {
            case 0:
              add (draft, LEGATO_PART_LEG, "effleurage", "calf");
              break;
            case 1:
              add (draft, (LegatoRoutinePart) g_rand_int_range (rand, 0, LEGATO_N_PARTS),
                   "walk-on-the-spot", NULL);
              break;
            case 2:
              legato_routine_draft_remove_step (draft, index);
              break;
            case 3:
              legato_routine_draft_duplicate_step (draft, index);
              break;
            case 4:
              legato_routine_draft_move_up (draft, index);
              break;
            case 5:
              legato_routine_draft_move_down (draft, index);
              break;
            default:
              legato_routine_draft_move_to (draft, index,
                                            (guint) g_rand_int_range (rand, 0, (int) n));
              break;
            }
        }
      end = legato_routine_copy (legato_routine_draft_get_routine (draft));
      for (; legato_routine_draft_can_undo (draft); undone++)
        legato_routine_draft_undo (draft);
      assert_is (draft, "||");
      for (; undone > 0; undone--)
        legato_routine_draft_redo (draft);
      g_assert_true (legato_routine_equal (end, legato_routine_draft_get_routine (draft)));
      g_assert_false (legato_routine_draft_can_redo (draft));
    }
}

/* Neither more steps than a file holds, nor more memory than it is worth. */
static void
test_limits (void)
{
  g_autoptr (LegatoRoutineDraft) draft = make_draft ();
  guint n = 0;

  while (add (draft, LEGATO_PART_LEG, "effleurage", "calf") >= 0)
    ;
  g_assert_cmpuint (legato_routine_get_n_steps (legato_routine_draft_get_routine (draft)), ==,
                    LEGATO_ROUTINE_MAX_STEPS);
  g_assert_cmpint (legato_routine_draft_duplicate_step (draft, 0), ==, -1);
  for (int i = 0; i < 300; i++)
    legato_routine_draft_move_down (draft, (guint) (i % 2));
  for (; legato_routine_draft_can_undo (draft); n++)
    legato_routine_draft_undo (draft);
  g_assert_cmpuint (n, ==, 200);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  guide = load_guide ();

  g_test_add_func ("/routine-draft/move", test_move);
  g_test_add_func ("/routine-draft/parts", test_parts);
  g_test_add_func ("/routine-draft/undo", test_undo);
  g_test_add_func ("/routine-draft/undo-in-one", test_undo_in_one);
  g_test_add_func ("/routine-draft/given", test_given);
  g_test_add_func ("/routine-draft/any-changes", test_any_changes);
  g_test_add_func ("/routine-draft/limits", test_limits);

  status = g_test_run ();
  legato_guide_unref (guide);
  return status;
}
