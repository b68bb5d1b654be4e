/* legato-script.c: what a voice says during a session, and when
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-timeline"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <string.h>

#include "legato-instruction.h"
#include "legato-script.h"

/* The voice waits until the signal of the step has been heard. */
#define AFTER_SIGNAL (LEGATO_SECOND / 10)

/* Before another begins there is a moment of silence. */
#define BEFORE_NEXT (LEGATO_SECOND * 3 / 10)

/* While the session counts down the person is told what it leads to, once the voice had the time to
 * get ready. */
#define AFTER_START LEGATO_SECOND
#define LEAST_LEAD_IN (3 * LEGATO_SECOND)

/* What comes next is said this long before it does: about 3 seconds of speech, with time to spare
 * when the session is played half as fast again. */
#define NEXT_AHEAD (6 * LEGATO_SECOND)

/* Most sentences that are said in one go. */
#define MAX_SENTENCES 8

/* In a shorter step it would follow upon what was said at its begin. */
#define NEXT_FROM (20 * LEGATO_SECOND)

static void
line_free (gpointer data)
{
  LegatoScriptLine *line = data;

  g_strfreev (line->sentences);
  g_free (line);
}

/* Takes the first sentence. */
static LegatoScriptLine *
add_line (GPtrArray *lines, int step, gint64 onset, gint64 until, char *first)
{
  LegatoScriptLine *line = g_new0 (LegatoScriptLine, 1);

  line->step = step;
  line->onset = onset;
  line->until = until;
  line->sentences = g_new0 (char *, MAX_SENTENCES + 1);
  line->sentences[0] = first;
  g_ptr_array_add (lines, line);
  return line;
}

static void
add_sentence (LegatoScriptLine *line, const char *sentence)
{
  guint n = g_strv_length (line->sentences);

  g_assert (n < MAX_SENTENCES);
  line->sentences[n] = g_strdup (sentence);
}

/* The most important first: what does not fit into the time is left out. A technique is told whole
 * once; later its name will do. */
static void
add_instruction (LegatoScriptLine *line, LegatoPlan *plan, guint step)
{
  LegatoInstruction instruction;
  g_autoptr (GPtrArray) told = NULL;

  legato_instruction_read (&instruction, plan, step);
  told = legato_instruction_list (&instruction);
  for (guint i = 0; i < told->len; i++)
    add_sentence (line, g_ptr_array_index (told, i));
}

static char *
dup_what (const LegatoStep *step)
{
  const char *place = legato_step_get_place (step);
  g_autofree char *reach = legato_step_dup_reach (step);

  if (place == NULL)
    /* Translators: spoken; an exercise, as in "Walk on the spot." */
    return g_strdup_printf (_ ("%s."), step->technique->name);
  if (reach == NULL)
    /* Translators: spoken; a place and what the hands do there, as in "Left calf: Kneading." */
    return g_strdup_printf (_ ("%s: %s."), place, step->technique->name);
  /* Translators: spoken; as in "Left leg: Gliding, Foot to Calf." */
  return g_strdup_printf (_ ("%s: %s, %s."), place, step->technique->name, reach);
}

static char *
dup_first (const LegatoStep *step)
{
  const char *place = legato_step_get_place (step);

  if (place == NULL)
    /* Translators: spoken; an exercise, as in "We begin with: Walk on the spot." */
    return g_strdup_printf (_ ("We begin with: %s."), step->technique->name);
  /* Translators: spoken; a place and what the hands do there */
  return g_strdup_printf (_ ("We begin with: %s, %s."), place, step->technique->name);
}

static char *
dup_next (const LegatoStep *step)
{
  const char *place = legato_step_get_place (step);

  if (place == NULL)
    /* Translators: spoken; an exercise, as in "Next: Walk on the spot." */
    return g_strdup_printf (_ ("Next: %s."), step->technique->name);
  /* Translators: spoken; a place and what the hands do there, as in "Next: Left calf, Kneading." */
  return g_strdup_printf (_ ("Next: %s, %s."), place, step->technique->name);
}

/* When the signal that rings at a step's onset is over; the onset itself if there is none. */
static gint64
find_signal_end (LegatoTimeline *timeline, gint64 onset)
{
  gsize n_cues = 0;
  const LegatoCue *cues = legato_timeline_get_cues (timeline, &n_cues);
  gint64 end = onset;

  for (gsize i = legato_timeline_find_cue (timeline, onset); i < n_cues; i++)
    {
      if (cues[i].onset > onset)
        break;
      if (cues[i].onset == onset && cues[i].kind > LEGATO_CUE_LAST_STROKE)
        end = MAX (end, onset + cues[i].length);
    }
  return end;
}

/**
 * legato_script_new:
 *
 * At the begin of each step its leg, place and technique, or what an exercise is; how one sits, if
 * that changes; when the technique is new, how it is done, how hard, with what care and how fast.
 * Before a step ends, what comes next; while the session counts down, what it begins with.
 *
 * Returns: (transfer full) (element-type LegatoScriptLine): by rising onset; they do not overlap.
 *   Empty if the plan has no step
 */
GPtrArray *
legato_script_new (LegatoTimeline *timeline)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (line_free);
  LegatoPlan *plan = NULL;
  guint n_steps = 0;

  g_return_val_if_fail (timeline != NULL, lines);

  plan = legato_timeline_get_plan (timeline);
  n_steps = legato_plan_get_n_steps (plan);
  if (n_steps > 0 && legato_timeline_get_lead_in (timeline) >= LEAST_LEAD_IN)
    add_line (lines, 0, AFTER_START, legato_timeline_get_lead_in (timeline) - BEFORE_NEXT,
              dup_first (legato_plan_get_step (plan, 0)));

  for (guint i = 0; i < n_steps; i++)
    {
      const LegatoStep *step = legato_plan_get_step (plan, i);
      gint64 onset = legato_timeline_get_step_onset (timeline, i);
      gint64 length = legato_timeline_get_step_length (timeline, i);
      gint64 end = onset + length - BEFORE_NEXT;
      gboolean tells_next = i + 1 < n_steps && length >= NEXT_FROM;
      LegatoScriptLine *line =
          add_line (lines, (int) i, find_signal_end (timeline, onset) + AFTER_SIGNAL,
                    tells_next ? onset + length - NEXT_AHEAD - BEFORE_NEXT : end, dup_what (step));

      add_instruction (line, plan, i);
      if (tells_next)
        add_line (lines, (int) i + 1, onset + length - NEXT_AHEAD, end,
                  dup_next (legato_plan_get_step (plan, i + 1)));
    }
  return lines;
}

/**
 * legato_script_dup_language:
 *
 * The language that the sentences are really in, which is the desktop's only if there is a
 * translation for it.
 *
 * Returns: (transfer full): its code, with the region that the desktop names: "en-us", "de"
 */
char *
legato_script_dup_language (void)
{
  /* Translators: never seen: the code of the language that you translate into, such as "de" or
   * "pt-br". The voice that speaks is chosen by it. */
  const char *code = C_ ("language code", "en");
  const char *const *names = g_get_language_names_with_category ("LC_MESSAGES");
  gsize length = strlen (code);

  for (gsize i = 0; names[i] != NULL; i++)
    {
      /* Shorter names follow: "en_US.UTF-8", "en_US", "en.UTF-8", "en". */
      if (strncmp (names[i], code, length) == 0 && names[i][length] == '_'
          && strpbrk (names[i], ".@") == NULL)
        {
          char *language = g_ascii_strdown (names[i], -1);

          return g_strdelimit (language, "_", '-');
        }
    }
  return g_strdup (code);
}
