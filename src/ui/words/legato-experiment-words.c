/* legato-experiment-words.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "legato-experiment-words.h"
#include "legato-words.h"

/** Returns: (transfer full): what was found, no difference as plainly as a difference */
char *
legato_experiment_words_dup_result (const LegatoExperimentResult *result)
{
  g_autofree char *points = legato_words_dup_points (fabs (result->next_day.estimate));
  g_autofree char *could_find = NULL;

  switch (result->verdict)
    {
    case LEGATO_EXPERIMENT_CANT_TELL:
      break;
    case LEGATO_EXPERIMENT_NO_DIFFERENCE:
      could_find = legato_words_dup_number (result->could_find);
      /* Translators: points */
      return g_strdup_printf (_ ("No difference that this could find. One of more than %s points "
                                 "would have shown."),
                              could_find);
    case LEGATO_EXPERIMENT_LESS_SORE:
      /* Translators: "2 points" */
      return g_strdup_printf (_ ("The next day the massaged leg was less sore than the other, by "
                                 "about %s."),
                              points);
    case LEGATO_EXPERIMENT_MORE_SORE:
      /* Translators: "2 points" */
      return g_strdup_printf (_ ("The next day the massaged leg was sorer than the other, by about "
                                 "%s."),
                              points);
    }
  /* Translators: massages that were rated on the next day, and massages in all */
  return g_strdup_printf (_ ("Can’t tell: %u of %u massages were rated before and the next day. "
                             "That is too few."),
                          result->next_day.n, result->n_planned);
}

/* Uses the minus sign of the other figures: a line may be broken at a hyphen. */
static void
add_figures (GString *text, const char *figures)
{
  for (const char *c = figures; *c != '\0'; c++)
    if (*c == '-' && g_ascii_isdigit (c[1]))
      g_string_append (text, "−");
    else
      g_string_append_c (text, *c);
}

static void
add_interval (GString *text, const char *when, const LegatoInterval *interval)
{
  g_autofree char *figures = NULL;

  if (interval->n == 0 || isinf (interval->lower) || isinf (interval->upper))
    return;
  /* Translators: "next day", number of massages, mean difference, bounds of its interval */
  figures =
      g_strdup_printf (_ ("%s: n = %u, mean difference %.2f (95 %% interval %.2f to %.2f)"), when,
                       interval->n, interval->estimate, interval->lower, interval->upper);
  g_string_append (text, text->len > 0 ? " · " : "");
  add_figures (text, figures);
}

/** Returns: (transfer full): the figures for who wants them; below 0 the massaged leg did better */
char *
legato_experiment_words_dup_figures (const LegatoExperimentResult *result)
{
  g_autoptr (GString) text = g_string_new (NULL);

  /* Translators: massages that were drawn, and how many of them fell on the left leg */
  g_string_printf (text, _ ("%u massages, %u on the left leg"), result->n_drawn, result->n_left);
  add_interval (text, _ ("next day"), &result->next_day);
  add_interval (text, _ ("second day"), &result->second_day);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/** Returns: (transfer full): why a comparison ended early */
char *
legato_experiment_words_dup_stop (LegatoGuide *guide, const char *reason)
{
  const LegatoAdvice *advice = legato_guide_find_advice (guide, reason);

  if (g_str_equal (reason, LEGATO_EXPERIMENT_STOP_WISH))
    return g_strdup (_ ("You ended it early."));
  if (g_str_equal (reason, LEGATO_EXPERIMENT_STOP_HURT))
    return g_strdup (_ ("It ended early, because a massage hurt at this place."));
  if (advice == NULL)
    return g_strdup (_ ("It ended early, because a safety rule says so."));
  /* Translators: the name of a warning sign */
  return g_strdup_printf (_ ("It ended early, because of a warning sign: %s."), advice->name);
}
