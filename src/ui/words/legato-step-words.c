/* legato-step-words.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "legato-instruction.h"
#include "legato-locale.h"
#include "legato-step-words.h"

/* A page has so many characters at most, to be read at a glance from across the room. */
#define PAGE_LETTERS 90

/* How long a page is shown: time to look up, and time to read it without haste. */
#define FIND_NS (2 * LEGATO_SECOND)
#define LETTERS_A_SECOND 13

/* The pages are over after so much of the step, so that time is left to do what they say. */
#define TOLD_BY_PER_CENT 70

/* What stays so as long as the step goes on: how the exercise is done, or how firm the hands are.
 */
static const char *
get_manner (const LegatoStep *step)
{
  return step->technique->kind == LEGATO_TECHNIQUE_EXERCISE
             ? step->technique->brief.text
             : legato_pressure_get_words (step->pressure);
}

static void
append_reach (GString *caption, const LegatoStep *step)
{
  g_autofree char *reach = legato_step_dup_reach (step);
  g_autofree char *sentence = reach != NULL ? g_strdup_printf (_ ("%s."), reach) : NULL;

  legato_locale_append_sentence (caption, sentence);
}

static void
append_reasons (GString *caption, const LegatoStep *step)
{
  for (guint i = 0; i < step->reasons->len; i++)
    {
      const LegatoReason *reason = g_ptr_array_index (step->reasons, i);

      legato_locale_append_sentence (caption, reason->text);
    }
}

/* What stands there as long as the step goes on: "Foot to Calf. Light: you feel …", and why the
 * step is as it is. */
static char *
dup_caption (const LegatoStep *step)
{
  g_autoptr (GString) caption = g_string_new (NULL);

  append_reach (caption, step);
  legato_locale_append_sentence (caption, get_manner (step));
  append_reasons (caption, step);
  return g_string_free (g_steal_pointer (&caption), FALSE);
}

/* As much of @told from @first on as is read at a glance. Returns: how many sentences */
static guint
add_page (GPtrArray *pages, GPtrArray *told, guint first)
{
  const char *one = g_ptr_array_index (told, first);
  const char *other = first + 1 < told->len ? g_ptr_array_index (told, first + 1) : NULL;

  if (other == NULL || g_utf8_strlen (one, -1) + g_utf8_strlen (other, -1) > PAGE_LETTERS)
    {
      g_ptr_array_add (pages, g_strdup (one));
      return 1;
    }
  g_ptr_array_add (pages, legato_locale_join_sentences (one, other, NULL));
  return 2;
}

/**
 * legato_step_words_list_pages:
 * @index: of a step of @plan
 *
 * What is told of the step, a glance at a time: what a voice says as it begins, and last what
 * stands there as long as it goes on.
 *
 * Returns: (transfer full) (element-type utf8): one or more
 */
GPtrArray *
legato_step_words_list_pages (LegatoPlan *plan, guint index)
{
  GPtrArray *pages = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) told = NULL;
  LegatoInstruction instruction;

  g_return_val_if_fail (plan != NULL, pages);

  legato_instruction_read (&instruction, plan, index);
  told = legato_instruction_list (&instruction);
  for (guint i = 0; i < told->len;)
    i += add_page (pages, told, i);
  g_ptr_array_add (pages, dup_caption (legato_plan_get_step (plan, index)));
  return pages;
}

/* Whether it is one of @told. */
static gboolean
is_told (GPtrArray *told, const char *sentence)
{
  return g_ptr_array_find_with_equal_func (told, sentence, g_str_equal, NULL);
}

/**
 * legato_step_words_dup_told:
 * @index: of a step of @plan
 *
 * Returns: (transfer full): all that the pages tell of it, each sentence once, for who hears it
 */
char *
legato_step_words_dup_told (LegatoPlan *plan, guint index)
{
  const LegatoStep *step = NULL;
  g_autoptr (GString) text = NULL;
  g_autoptr (GPtrArray) told = NULL;
  LegatoInstruction instruction;

  g_return_val_if_fail (plan != NULL, NULL);

  step = legato_plan_get_step (plan, index);
  legato_instruction_read (&instruction, plan, index);
  told = legato_instruction_list (&instruction);
  text = g_string_new (NULL);
  append_reach (text, step);
  for (guint i = 0; i < told->len; i++)
    legato_locale_append_sentence (text, g_ptr_array_index (told, i));
  if (!is_told (told, get_manner (step)))
    legato_locale_append_sentence (text, get_manner (step));
  append_reasons (text, step);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * legato_step_words_find_page:
 * @elapsed: nanoseconds since the step began
 * @length: of the step, likewise
 *
 * Returns: (transfer none): the one of @pages to be read now
 */
const char *
legato_step_words_find_page (GPtrArray *pages, gint64 elapsed, gint64 length)
{
  gint64 most = length * TOLD_BY_PER_CENT / 100;
  gint64 end = 0;

  g_return_val_if_fail (pages != NULL && pages->len > 0, NULL);

  for (guint i = 0; i + 1 < pages->len; i++)
    {
      const char *page = g_ptr_array_index (pages, i);
      gint64 start = end;

      end += FIND_NS + g_utf8_strlen (page, -1) * LEGATO_SECOND / LETTERS_A_SECOND;
      /* The first page is shown in any case. */
      if (i == 0)
        end = MIN (end, most);
      if (end > most)
        break;
      if (elapsed >= start && elapsed < end)
        return page;
    }
  return g_ptr_array_index (pages, pages->len - 1);
}

/** Returns: (transfer full): what is said in the countdown before the first step of @plan */
char *
legato_step_words_dup_start (LegatoPlan *plan)
{
  LegatoInstruction instruction;

  g_return_val_if_fail (plan != NULL, NULL);

  legato_instruction_read (&instruction, plan, 0);
  if (legato_step_get_place (legato_plan_get_step (plan, 0)) == NULL)
    /* Translators: in the countdown; followed by how the first exercise is done */
    return g_strdup_printf (_ ("Get ready. %s"), instruction.how);
  if (instruction.reach == NULL)
    return g_strdup_printf (_ ("Get your hands in place. %s"), instruction.how);
  /* Translators: in the countdown; followed by how to sit, or how the first step is done */
  return g_strdup_printf (_ ("Get your hands in place. %s"), instruction.reach);
}

/**
 * legato_step_words_dup_next:
 * @index: of a step of @plan, not the first
 *
 * Returns: (transfer full): what is said of it while the one before it goes on
 */
char *
legato_step_words_dup_next (LegatoPlan *plan, guint index)
{
  const LegatoStep *step = NULL;
  const LegatoStep *now = NULL;
  const char *place = NULL;
  g_autofree char *reach = NULL;

  g_return_val_if_fail (plan != NULL && index > 0, NULL);

  step = legato_plan_get_step (plan, index);
  now = legato_plan_get_step (plan, index - 1);
  place = legato_step_get_place (step);
  reach = legato_step_dup_reach (step);
  if (place == NULL)
    /* Translators: an exercise, as in "Next: Walking on the spot", or where hands that do the same
     * go on, as in "Next: Foot to Calf" */
    return g_strdup_printf (_ ("Next: %s"), step->technique->name);
  if (reach != NULL && step->technique == now->technique
      && g_strcmp0 (place, legato_step_get_place (now)) == 0)
    return g_strdup_printf (_ ("Next: %s"), reach);
  /* Translators: a place and what the hands do there, as in "Next: Left calf, Kneading" */
  return g_strdup_printf (_ ("Next: %s, %s"), place, step->technique->name);
}
