/* test-guide-words.c: the guide's sentences are short, claim nothing, and agree with its figures
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <string.h>

#include "guide-texts.h"
#include "../load-guide.h"

/* Longest sentence, in words: what can be taken in at one go, read or heard. */
#define MAX_WORDS 20

/* Words up to the next full stop, question mark or exclamation mark. */
static void
check_sentences (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  guint n_words = 0;

  for (gsize i = 0; words[i] != NULL; i++)
    {
      n_words++;
      g_assert_cmpuint (n_words, <=, MAX_WORDS);
      if (strchr (".?!", words[i][strlen (words[i]) - 1]) != NULL)
        n_words = 0;
    }
}

static void
check_text (const char *where, const char *text, const char *source, gpointer data)
{
  /* Claims that research does not bear out, promises, and numbers to call. */
  static const char refused[] =
      "\\b(cortisol|serotonin|toxins?|lactic|detox\\w*|flush\\w*|fix\\w*|heal(s|ed|ing)?"
      "|cures?|cured|guarantee\\w*|proven|works)\\b|%|[0-9]{3}";
  LegatoGuide *guide = data;
  g_auto (GStrv) ids = NULL;

  g_test_message ("%s: %s", where, text);
  g_assert_false (g_regex_match_simple (refused, text, G_REGEX_CASELESS, 0));
  g_assert_null (strstr (text, "  "));
  /* One apostrophe everywhere, the curly one; see also test-words.py. */
  g_assert_null (strchr (text, '\''));
  if (source == NULL)
    return;

  g_assert_cmpuint (strlen (text), <=, 260);
  g_assert_nonnull (strchr (".?", text[strlen (text) - 1]));
  check_sentences (text);
  ids = g_strsplit (source, " ", -1);
  for (gsize i = 0; ids[i] != NULL; i++)
    g_assert_nonnull (legato_guide_find_source (guide, ids[i]));
}

static void
test_sentences (void)
{
  g_autoptr (LegatoGuide) guide = load_guide ();

  guide_texts_foreach (guide, check_text, guide);
}

#define PACE "centimetres a second"
#define OFTEN "times a second"

/* Figures that no attribute holds, as nothing but the sentence uses them; docs/domain.md §3 and §4
 * say where each is from. */
static const struct
{
  const char *technique;
  const char *figure;
} told_only[] = {
  { "petrissage", "30 seconds" },       { "thumb-circles", "30 seconds" },
  { "trigger-point", "4 out of 10" },   { "massage-stick", "5 to 10 strokes" },
  { "legs-raised", "5 to 10 minutes" }, { "legs-raised", "10 to 15 minutes" },
  { "hip-bend", "5 to 10 times" },      { "hamstring-stretch", "5 to 10 times" },
  { "ankle-circles", "5 to 10 times" }, { "toe-bends", "5 to 10 times" },
};

static gboolean
is_told_only (const LegatoTechnique *technique, const char *figure)
{
  for (gsize i = 0; i < G_N_ELEMENTS (told_only); i++)
    if (g_str_equal (told_only[i].technique, technique->id)
        && g_str_equal (told_only[i].figure, figure))
      return TRUE;
  return FALSE;
}

/* What the words after a figure count: "4 taps a second" is how often, "for 1." what the figure
 * before it counted. */
static const char *
find_unit (const char *words, const char *before)
{
  static const struct
  {
    const char *pattern;
    const char *unit;
  } units[] = {
    { "^ centimetres a second\\b", PACE },
    { "^ [a-z]+ a second\\b", OFTEN },
    { "^ seconds?\\b", "seconds" },
    { "^ minutes?\\b", "minutes" },
    { "^ passes\\b", "passes" },
    { "^ strokes\\b", "strokes" },
    { "^ times\\b", "times" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_regex_match_simple (units[i].pattern, words, 0, 0))
      return units[i].unit;
  return before;
}

/* Whether a fact of @technique lies from @low to @high of @unit. */
static gboolean
has_fact (const LegatoTechnique *technique, double low, double high, const char *unit)
{
  double beat = technique->beat_ms / 1000.0;
  const struct
  {
    double value;
    const char *unit;
  } facts[] = {
    { beat, "seconds" },
    { beat > 0.0 ? 1.0 / beat : 0.0, OFTEN },
    { technique->in_ms / 1000.0, "seconds" },
    { technique->out_ms / 1000.0, "seconds" },
    { technique->pace_mm_s / 10.0, PACE },
    { technique->max_pace_mm_s / 10.0, PACE },
    { technique->hold_min_s, "seconds" },
    { technique->hold_max_s, "seconds" },
    { technique->hold_min_s / 60.0, "minutes" },
    { technique->hold_max_s / 60.0, "minutes" },
    { technique->max_s, "seconds" },
    { technique->max_passes, "passes" },
    { technique->strokes_a_place, "strokes" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    if (facts[i].value > 0.0 && facts[i].value >= low - 0.001 && facts[i].value <= high + 0.001
        && g_str_equal (facts[i].unit, unit))
      return TRUE;
  return FALSE;
}

/* Whether each figure of @sentence is, with what it counts, one of the technique's facts, or the
 * fact lies between two of them. */
static gboolean
figures_agree (const LegatoTechnique *technique, const char *sentence)
{
  g_autoptr (GRegex) regex = g_regex_new ("([0-9]+)(?: (?:to|out of) ([0-9]+))?", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  const char *unit = "";

  g_regex_match (regex, sentence, 0, &match);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *figure = g_match_info_fetch (match, 0);
      g_autofree char *first = g_match_info_fetch (match, 1);
      g_autofree char *second = g_match_info_fetch (match, 2);
      g_autofree char *told = NULL;
      double low = g_ascii_strtod (first, NULL);
      double high = second != NULL && *second != '\0' ? g_ascii_strtod (second, NULL) : low;
      int end = 0;

      g_match_info_fetch_pos (match, 0, NULL, &end);
      unit = find_unit (sentence + end, unit);
      told = *unit == '\0' ? g_strdup (figure) : g_strdup_printf ("%s %s", figure, unit);
      if (!is_told_only (technique, told) && !has_fact (technique, low, high, unit))
        {
          g_test_message ("%s: “%s” is no fact of it", technique->id, told);
          return FALSE;
        }
    }
  return TRUE;
}

static void
check_figures (const LegatoTechnique *technique, const char *sentence)
{
  if (sentence == NULL)
    return;
  g_test_message ("%s: %s", technique->id, sentence);
  g_assert_true (figures_agree (technique, sentence));
}

/* A right figure of something else is a wrong one. */
static void
test_wrong_figures (void)
{
  static const struct
  {
    const char *technique;
    const char *sentence;
    gboolean right;
  } cases[] = {
    { "effleurage", "About 5 centimetres a second, never more than 10.", TRUE },
    { "effleurage", "About 5 seconds for each glide.", FALSE },
    { "effleurage", "About 6 centimetres a second.", FALSE },
    { "effleurage", "About 5 centimetres a second, never more than 11.", FALSE },
    { "effleurage", "About 5.", FALSE },
    { "tapotement", "About 4 taps a second.", TRUE },
    { "tapotement", "One tap every 4 seconds.", FALSE },
    { "tapotement", "5 to 8 passes.", TRUE },
    { "tapotement", "5 to 8 strokes.", FALSE },
    { "palm-compression", "Press for 3 seconds, let go for 1.", TRUE },
    { "palm-compression", "Press for 3 seconds, let go for 2.", FALSE },
    { "compression-sleeve", "10 to 30 minutes.", TRUE },
    { "compression-sleeve", "10 to 30 seconds.", FALSE },
    { "trigger-point", "Hold for 10 to 30 seconds; 20 is a good length.", TRUE },
    { "trigger-point", "Hold for 10 to 30 minutes.", FALSE },
    { "petrissage", "About 30 minutes for each place.", FALSE },
  };
  g_autoptr (LegatoGuide) guide = load_guide ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s: %s", cases[i].technique, cases[i].sentence);
      g_assert_cmpint (figures_agree (legato_guide_find_technique (guide, cases[i].technique),
                                      cases[i].sentence),
                       ==, cases[i].right);
    }
}

/* @format has the fact in it, as it stands in the sentence. */
static void G_GNUC_PRINTF (2, 3) assert_says (const char *sentence, const char *format, ...)
{
  g_autofree char *words = NULL;
  va_list arguments;

  va_start (arguments, format);
  words = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  if (strstr (sentence, words) == NULL)
    g_assert_cmpstr (sentence, ==, words);
}

static void
test_figures (void)
{
  g_autoptr (LegatoGuide) guide = load_guide ();
  GPtrArray *movements[] = { legato_guide_get_techniques (guide),
                             legato_guide_get_exercises (guide) };
  const LegatoTechnique *technique = NULL;

  for (gsize m = 0; m < G_N_ELEMENTS (movements); m++)
    for (guint i = 0; i < movements[m]->len; i++)
      {
        technique = movements[m]->pdata[i];
        check_figures (technique, technique->brief.text);
        check_figures (technique, technique->how.text);
        check_figures (technique, technique->why.text);
        check_figures (technique, technique->caution.text);
        check_figures (technique, technique->pressure.text);
        check_figures (technique, technique->tempo.text);
        check_figures (technique, technique->dose.text);
        if (technique->max_s > 0)
          assert_says (technique->dose.text, "%u seconds", technique->max_s);
        if (technique->max_passes > 0)
          assert_says (technique->dose.text, "to %u passes", technique->max_passes);
      }

  technique = legato_guide_find_technique (guide, "effleurage");
  assert_says (technique->tempo.text, "about %u centimetres a second, never more than %u",
               technique->pace_mm_s / 10, technique->max_pace_mm_s / 10);
  technique = legato_guide_find_technique (guide, "trigger-point");
  assert_says (technique->tempo.text, "%u to %u seconds; %u", technique->hold_min_s,
               technique->hold_max_s, technique->beat_ms / 1000);
  technique = legato_guide_find_technique (guide, "ball");
  assert_says (technique->tempo.text, "%u to %u seconds", technique->hold_min_s,
               technique->hold_max_s);
  technique = legato_guide_find_technique (guide, "compression-sleeve");
  assert_says (technique->dose.text, "%u to %u minutes", technique->hold_min_s / 60,
               technique->hold_max_s / 60);
  technique = legato_guide_find_technique (guide, "lymph-strokes");
  assert_says (technique->dose.text, "%u to %u strokes", technique->strokes_a_place - 1,
               technique->strokes_a_place + 1);
}

/* On the card of a place stands how hard, how fast and how much one does it there: a place that is
 * named in such a sentence is the one of each card that has it. */
static void
assert_speaks_of (const LegatoTechnique *technique, const char *text)
{
  static const struct
  {
    const char *word;
    const char *zones;
  } places[] = {
    { "cal(f|ves)", "soleus calf" },
    { "soles?", "foot" },
    { "foot|feet", "foot" },
    { "shins?", "shin" },
    { "knees?", "popliteal knee" },
    { "ankles?", "ankle" },
    { "hips?", "tfl" },
    { "buttocks?", "gluteus piriformis" },
    { "thighs?", "hamstrings quadriceps adductors outer-thigh" },
  };

  for (gsize i = 0; text != NULL && i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *pattern = g_strdup_printf ("\\b(%s)\\b", places[i].word);
      g_auto (GStrv) zones = g_strsplit (places[i].zones, " ", -1);

      if (!g_regex_match_simple (pattern, text, G_REGEX_CASELESS, 0))
        continue;
      g_test_message ("%s: %s", technique->id, text);
      for (guint k = 0; k < technique->uses->len; k++)
        {
          const LegatoUse *use = g_ptr_array_index (technique->uses, k);

          g_assert_true (g_strv_contains ((const char *const *) zones, use->zone->id));
        }
    }
}

static void
test_a_card_speaks_of_its_place (void)
{
  g_autoptr (LegatoGuide) guide = load_guide ();
  GPtrArray *techniques = legato_guide_get_techniques (guide);

  for (guint i = 0; i < techniques->len; i++)
    {
      const LegatoTechnique *technique = g_ptr_array_index (techniques, i);

      assert_speaks_of (technique, technique->pressure.text);
      assert_speaks_of (technique, technique->tempo.text);
      assert_speaks_of (technique, technique->dose.text);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/guide/words/sentences", test_sentences);
  g_test_add_func ("/guide/words/wrong-figures", test_wrong_figures);
  g_test_add_func ("/guide/words/figures", test_figures);
  g_test_add_func ("/guide/words/a-card-speaks-of-its-place", test_a_card_speaks_of_its_place);
  return g_test_run ();
}
