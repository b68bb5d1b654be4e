/* legato-routine-draft.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-guide"

#include "config.h"

#include "legato-routine-draft.h"
#include "legato-routine-file.h"

/* So many changes can be undone; a routine of 200 steps then takes some megabytes. */
#define MAX_UNDO 200

/* A change that goes on where the last one was is one with it: typing, and turning up seconds. */
typedef enum
{
  CHANGE_OTHER,
  CHANGE_NAME,
  CHANGE_SUMMARY,
  CHANGE_GIVEN,
  CHANGE_SECONDS,
} Change;

struct _LegatoRoutineDraft
{
  GObject parent_instance;

  /* Owned references */
  GPtrArray *states; /* (element-type LegatoRoutine): from the first to the last change */
  LegatoRoutine *saved;

  guint now; /* which of the states it is in */
  Change last_change;
  guint last_index;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LegatoRoutineDraft, legato_routine_draft, G_TYPE_OBJECT)

static LegatoRoutine *
dup_state (LegatoRoutineDraft *self)
{
  return legato_routine_copy (g_ptr_array_index (self->states, self->now));
}

/* Takes @state as what comes after now; what was undone before can be redone no more. */
static void
take_state (LegatoRoutineDraft *self, LegatoRoutine *state, Change change, guint index)
{
  g_autoptr (LegatoRoutine) taken = state;
  gboolean goes_on =
      change != CHANGE_OTHER && change == self->last_change && index == self->last_index;

  state->own_minutes = MAX (1, (legato_routine_get_seconds (state) + 30) / 60);
  if (legato_routine_equal (state, g_ptr_array_index (self->states, self->now)))
    return;

  g_ptr_array_set_size (self->states, (int) self->now + 1);
  if (goes_on && self->now > 0)
    g_ptr_array_set_size (self->states, (int) self->now);
  else if (self->states->len > MAX_UNDO)
    g_ptr_array_remove_index (self->states, 0);
  g_ptr_array_add (self->states, g_steal_pointer (&taken));
  self->now = self->states->len - 1;
  self->last_change = change;
  self->last_index = index;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
legato_routine_draft_finalize (GObject *object)
{
  LegatoRoutineDraft *self = LEGATO_ROUTINE_DRAFT (object);

  g_ptr_array_unref (self->states);
  legato_routine_free (self->saved);

  G_OBJECT_CLASS (legato_routine_draft_parent_class)->finalize (object);
}

static void
legato_routine_draft_class_init (LegatoRoutineDraftClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = legato_routine_draft_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
legato_routine_draft_init (LegatoRoutineDraft *self)
{
  self->states = g_ptr_array_new_with_free_func ((GDestroyNotify) legato_routine_free);
}

/**
 * legato_routine_draft_new:
 * @routine: what it begins with; its zones and techniques have to outlive the draft
 *
 * Returns: (transfer full): a draft of a copy of @routine, with nothing to undo
 */
LegatoRoutineDraft *
legato_routine_draft_new (const LegatoRoutine *routine)
{
  LegatoRoutineDraft *self = NULL;

  g_return_val_if_fail (routine != NULL, NULL);

  self = g_object_new (LEGATO_TYPE_ROUTINE_DRAFT, NULL);
  g_ptr_array_add (self->states, legato_routine_copy (routine));
  self->saved = legato_routine_copy (routine);
  return self;
}

/** Returns: (transfer none): the routine as it is now; valid until the next change */
const LegatoRoutine *
legato_routine_draft_get_routine (LegatoRoutineDraft *self)
{
  g_return_val_if_fail (LEGATO_IS_ROUTINE_DRAFT (self), NULL);
  return g_ptr_array_index (self->states, self->now);
}

/** Returns: whether it is another routine than it was first, or when last saved */
gboolean
legato_routine_draft_is_changed (LegatoRoutineDraft *self)
{
  g_return_val_if_fail (LEGATO_IS_ROUTINE_DRAFT (self), FALSE);
  return !legato_routine_equal (legato_routine_draft_get_routine (self), self->saved);
}

/** legato_routine_draft_mark_saved: as it is now, it is kept elsewhere. */
void
legato_routine_draft_mark_saved (LegatoRoutineDraft *self)
{
  g_return_if_fail (LEGATO_IS_ROUTINE_DRAFT (self));

  legato_routine_free (self->saved);
  self->saved = dup_state (self);
  self->last_change = CHANGE_OTHER;
  g_signal_emit (self, signals[CHANGED], 0);
}

/* What a file can hold: valid text on one line, no longer than @most characters; nothing if there
 * is nothing to be seen in it. */
static char *
clean_text (const char *text, glong most)
{
  g_autoptr (GString) clean = g_string_new (NULL);
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  glong length = 0;

  for (const char *c = valid; *c != '\0' && length < most; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);
      gboolean space = g_unichar_iscntrl (character) || character == ' ';

      if (character == 0xFFFE || character == 0xFFFF
          || (space && (clean->len == 0 || clean->str[clean->len - 1] == ' ')))
        continue;
      g_string_append_unichar (clean, space ? ' ' : character);
      length++;
    }
  if (!legato_routine_text_shows (clean->str))
    g_string_truncate (clean, 0);
  return g_strchomp (g_string_free (g_steal_pointer (&clean), FALSE));
}

/** legato_routine_draft_set_name: what a file cannot hold is left out of @name. */
void
legato_routine_draft_set_name (LegatoRoutineDraft *self, const char *name)
{
  LegatoRoutine *state = NULL;

  g_return_if_fail (LEGATO_IS_ROUTINE_DRAFT (self));
  g_return_if_fail (name != NULL);

  state = dup_state (self);
  g_free (state->name);
  state->name = clean_text (name, LEGATO_ROUTINE_MAX_NAME);
  take_state (self, state, CHANGE_NAME, 0);
}

/** legato_routine_draft_set_summary: as legato_routine_draft_set_name(). */
void
legato_routine_draft_set_summary (LegatoRoutineDraft *self, const char *summary)
{
  LegatoRoutine *state = NULL;

  g_return_if_fail (LEGATO_IS_ROUTINE_DRAFT (self));
  g_return_if_fail (summary != NULL);

  state = dup_state (self);
  g_free (state->summary);
  state->summary = clean_text (summary, LEGATO_ROUTINE_MAX_SUMMARY);
  take_state (self, state, CHANGE_SUMMARY, 0);
}

/**
 * legato_routine_draft_set_given:
 * @by: who gave the routine; empty for nobody
 * @times_a_week: how often it is to be done, 0 if that was not said; means nothing of nobody
 */
void
legato_routine_draft_set_given (LegatoRoutineDraft *self, const char *by, guint times_a_week)
{
  LegatoRoutine *state = NULL;

  g_return_if_fail (LEGATO_IS_ROUTINE_DRAFT (self));
  g_return_if_fail (by != NULL);
  g_return_if_fail (times_a_week <= LEGATO_ROUTINE_MAX_TIMES);

  state = dup_state (self);
  g_free (state->given_by);
  state->given_by = clean_text (by, LEGATO_ROUTINE_MAX_NAME);
  if (*state->given_by == '\0')
    g_clear_pointer (&state->given_by, g_free);
  state->times_a_week = state->given_by != NULL ? times_a_week : 0;
  take_state (self, state, CHANGE_GIVEN, 0);
}

/* Where the first step of @part stands. */
static guint
get_first (const LegatoRoutine *routine, LegatoRoutinePart part)
{
  guint first = 0;

  for (int p = 0; p < (int) part; p++)
    first += legato_routine_get_part (routine, (LegatoRoutinePart) p)->len;
  return first;
}

static gboolean
may_stand_in (const LegatoRoutineStep *step, LegatoRoutinePart part)
{
  return part == LEGATO_PART_LEG || step->technique->kind == LEGATO_TECHNIQUE_EXERCISE;
}

/* Puts @step in place @place of @part. Returns: its number */
static int
insert (LegatoRoutine *routine, LegatoRoutinePart part, guint place, LegatoRoutineStep *step)
{
  g_ptr_array_insert (legato_routine_get_part (routine, part), (int) place, step);
  return (int) (get_first (routine, part) + place);
}

/* Takes step @index out. */
static LegatoRoutineStep *
take_out (LegatoRoutine *routine, guint index, LegatoRoutinePart *part, guint *place)
{
  legato_routine_get_step (routine, index, part);
  *place = index - get_first (routine, *part);
  return g_ptr_array_steal_index (legato_routine_get_part (routine, *part), *place);
}

/* Where a step of @phase belongs among @steps: after all that come no later in a session. */
static guint
find_place (GPtrArray *steps, LegatoPhase phase)
{
  guint place = steps->len;

  while (place > 0 && ((const LegatoRoutineStep *) steps->pdata[place - 1])->phase > phase)
    place--;
  return place;
}

/**
 * legato_routine_draft_add_step: adds a copy of @step to @part, behind what comes before its phase
 *
 * Returns: its number; or -1 if it may not stand there, or the routine has as many steps as it may
 */
int
legato_routine_draft_add_step (LegatoRoutineDraft *self,
                               LegatoRoutinePart part,
                               const LegatoRoutineStep *step)
{
  LegatoRoutine *state = NULL;
  GPtrArray *steps = NULL;
  int index = 0;

  g_return_val_if_fail (LEGATO_IS_ROUTINE_DRAFT (self), -1);
  g_return_val_if_fail (step != NULL, -1);

  if (!may_stand_in (step, part)
      || legato_routine_get_n_steps (legato_routine_draft_get_routine (self))
             >= LEGATO_ROUTINE_MAX_STEPS)
    return -1;
  state = dup_state (self);
  steps = legato_routine_get_part (state, part);
  index = insert (state, part, find_place (steps, step->phase), legato_routine_step_copy (step));
  take_state (self, state, CHANGE_OTHER, 0);
  return index;
}

/**
 * legato_routine_draft_set_step: puts a copy of @step in place of step @index
 *
 * In another part than that step stood in, it comes last if that is an earlier one, else first.
 *
 * Returns: its number; or -1 if it may not stand in @part
 */
int
legato_routine_draft_set_step (LegatoRoutineDraft *self,
                               guint index,
                               LegatoRoutinePart part,
                               const LegatoRoutineStep *step)
{
  LegatoRoutine *state = NULL;
  LegatoRoutineStep *old = NULL;
  LegatoRoutinePart old_part = part;
  Change change = CHANGE_OTHER;
  guint place = 0;
  int now = 0;

  g_return_val_if_fail (LEGATO_IS_ROUTINE_DRAFT (self), -1);
  g_return_val_if_fail (step != NULL, -1);
  g_return_val_if_fail (
      index < legato_routine_get_n_steps (legato_routine_draft_get_routine (self)), -1);

  if (!may_stand_in (step, part))
    return -1;
  state = dup_state (self);
  old = take_out (state, index, &old_part, &place);
  if (old_part > part)
    place = legato_routine_get_part (state, part)->len;
  else if (old_part < part)
    place = 0;
  now = insert (state, part, place, legato_routine_step_copy (step));

  old->seconds = step->seconds;
  if (old_part == part && legato_routine_step_equal (old, step))
    change = CHANGE_SECONDS;
  legato_routine_step_free (old);
  take_state (self, state, change, index);
  return now;
}

/** Returns: the number of a copy of step @index, right after it; or -1 if there is no room */
int
legato_routine_draft_duplicate_step (LegatoRoutineDraft *self, guint index)
{
  LegatoRoutine *state = NULL;
  const LegatoRoutineStep *step = NULL;
  LegatoRoutinePart part;
  int copy = 0;

  g_return_val_if_fail (LEGATO_IS_ROUTINE_DRAFT (self), -1);

  if (legato_routine_get_n_steps (legato_routine_draft_get_routine (self))
      >= LEGATO_ROUTINE_MAX_STEPS)
    return -1;
  state = dup_state (self);
  step = legato_routine_get_step (state, index, &part);
  copy = insert (state, part, index - get_first (state, part) + 1, legato_routine_step_copy (step));
  take_state (self, state, CHANGE_OTHER, 0);
  return copy;
}

void
legato_routine_draft_remove_step (LegatoRoutineDraft *self, guint index)
{
  LegatoRoutine *state = NULL;
  LegatoRoutinePart part;
  guint place;

  g_return_if_fail (LEGATO_IS_ROUTINE_DRAFT (self));

  state = dup_state (self);
  legato_routine_step_free (take_out (state, index, &part, &place));
  take_state (self, state, CHANGE_OTHER, 0);
}

/* Moves step @index one place in the direction @by, over the border of its part if it may. */
static int
move (LegatoRoutineDraft *self, guint index, int by)
{
  LegatoRoutine *state = dup_state (self);
  LegatoRoutinePart part;
  guint place;
  LegatoRoutineStep *step = take_out (state, index, &part, &place);
  int new_part = (int) part;
  int new_place = (int) place + by;
  int now = (int) index;

  if (new_place < 0 || new_place > (int) legato_routine_get_part (state, part)->len)
    {
      new_part += by;
      new_place = (int) place;
    }
  if (new_part >= 0 && new_part < LEGATO_N_PARTS && new_part != (int) part)
    {
      if (may_stand_in (step, (LegatoRoutinePart) new_part))
        new_place =
            by < 0 ? (int) legato_routine_get_part (state, (LegatoRoutinePart) new_part)->len : 0;
      else
        new_part = (int) part;
    }
  new_part = CLAMP (new_part, 0, LEGATO_N_PARTS - 1);
  now = insert (state, (LegatoRoutinePart) new_part, (guint) new_place, step);
  take_state (self, state, CHANGE_OTHER, 0);
  return now;
}

/**
 * legato_routine_draft_move_up: moves step @index before the one that it follows
 *
 * An exercise that is the first of its part becomes the last of the one before.
 *
 * Returns: its number now; @index if it can go no further
 */
int
legato_routine_draft_move_up (LegatoRoutineDraft *self, guint index)
{
  g_return_val_if_fail (LEGATO_IS_ROUTINE_DRAFT (self), -1);
  return move (self, index, -1);
}

/** legato_routine_draft_move_down: as legato_routine_draft_move_up(), the other way. */
int
legato_routine_draft_move_down (LegatoRoutineDraft *self, guint index)
{
  g_return_val_if_fail (LEGATO_IS_ROUTINE_DRAFT (self), -1);
  return move (self, index, 1);
}

/**
 * legato_routine_draft_move_to: moves step @index to where step @target stands, which makes room
 *
 * Returns: its number now; @index if it may not stand in that part
 */
int
legato_routine_draft_move_to (LegatoRoutineDraft *self, guint index, guint target)
{
  LegatoRoutine *state = NULL;
  LegatoRoutineStep *step = NULL;
  LegatoRoutinePart part;
  LegatoRoutinePart target_part;
  guint place;
  guint target_place;
  int now = (int) index;

  g_return_val_if_fail (LEGATO_IS_ROUTINE_DRAFT (self), -1);

  state = dup_state (self);
  legato_routine_get_step (state, target, &target_part);
  target_place = target - get_first (state, target_part);
  step = take_out (state, index, &part, &place);
  if (!may_stand_in (step, target_part))
    {
      legato_routine_step_free (step);
      legato_routine_free (state);
      return now;
    }
  now = insert (state, target_part, target_place, step);
  take_state (self, state, CHANGE_OTHER, 0);
  return now;
}

gboolean
legato_routine_draft_can_undo (LegatoRoutineDraft *self)
{
  g_return_val_if_fail (LEGATO_IS_ROUTINE_DRAFT (self), FALSE);
  return self->now > 0;
}

gboolean
legato_routine_draft_can_redo (LegatoRoutineDraft *self)
{
  g_return_val_if_fail (LEGATO_IS_ROUTINE_DRAFT (self), FALSE);
  return self->now + 1 < self->states->len;
}

/** legato_routine_draft_undo: takes the last change back, if there is one. */
void
legato_routine_draft_undo (LegatoRoutineDraft *self)
{
  g_return_if_fail (LEGATO_IS_ROUTINE_DRAFT (self));

  if (!legato_routine_draft_can_undo (self))
    return;
  self->now--;
  self->last_change = CHANGE_OTHER;
  g_signal_emit (self, signals[CHANGED], 0);
}

/** legato_routine_draft_redo: makes the change again that was undone last, if there is one. */
void
legato_routine_draft_redo (LegatoRoutineDraft *self)
{
  g_return_if_fail (LEGATO_IS_ROUTINE_DRAFT (self));

  if (!legato_routine_draft_can_redo (self))
    return;
  self->now++;
  self->last_change = CHANGE_OTHER;
  g_signal_emit (self, signals[CHANGED], 0);
}
