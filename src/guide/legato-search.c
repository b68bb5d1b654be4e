/* legato-search.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-guide"

#include "config.h"

#include <string.h>

#include "legato-search-private.h"
#include "legato-search-words.h"

/* Nobody looks for more than this. */
#define MAX_QUERY 16

/* A beginning of fewer letters counts only for the last word, which may still be typed. */
#define MIN_BEGINNING 3

/* A word of fewer letters is too easily the front of another one by chance. */
#define MIN_FRONT 4

/* A part of fewer letters says too little to take a word apart for it. */
#define MIN_PART 2

/* What a word of the query counts for: fillers nothing, what is said of any place a little. */
#define FULL_WEIGHT 1.0
#define WEAK_WEIGHT 0.4

/* How well a word of the query is met. */
#define SAME 1.0
#define SAME_STEM 0.9
#define BEGINNING 0.75
#define SLIP 0.7

/* What it adds that one phrase has the words together, and that it has no others. */
#define TOGETHER 0.6
#define WHOLE 0.3
#define WHOLE_NAME 0.4

/* Who names a place looks for the place before a stretch of it, and for the legs before the
 * program.
 */
#define EXERCISE_SHARE 0.9
#define ROOM_SHARE 0.85

/* Of the best result's score, what another one needs to be shown beside it. */
#define LEAST_SHARE 0.45

/*
 * A word of the query.
 * slips: (nullable): the words that it may be, if nothing in the guide is written so
 */
typedef struct
{
  const LegatoSearchWord *word;
  double weight;
  gboolean last;
  GHashTable *slips;
} Term;

typedef struct
{
  const Item *item;
  double score;
} Match;

static void
term_clear (gpointer data)
{
  g_clear_pointer (&((Term *) data)->slips, g_hash_table_unref);
}

static gboolean
may_begin (const Term *term)
{
  return term->last || strlen (term->word->text) >= MIN_BEGINNING;
}

/* How well @word meets @term, 0 to 1. */
static double
meet (const Term *term, const LegatoSearchWord *word, double worth)
{
  if (g_str_equal (term->word->text, word->text))
    return SAME;
  if (g_str_equal (term->word->stem, word->stem))
    return SAME_STEM;
  if (worth <= IN_SENTENCE)
    return 0.0;
  if (may_begin (term) && g_str_has_prefix (word->text, term->word->text))
    return BEGINNING;
  return term->slips != NULL && g_hash_table_contains (term->slips, word->text) ? SLIP : 0.0;
}

static double
meet_phrase (const Term *term, const Phrase *phrase)
{
  double best = 0.0;

  for (guint i = 0; i < phrase->words->len && best < SAME; i++)
    best =
        MAX (best, meet (term, &g_array_index (phrase->words, LegatoSearchWord, i), phrase->worth));
  return best;
}

/* Whether anything in the guide is written as @term, or begins so. */
static gboolean
is_known (const LegatoSearch *self, const Term *term)
{
  GHashTableIter iter;
  gpointer text = NULL;

  if (g_hash_table_contains (self->written, term->word->text)
      || g_hash_table_contains (self->stems, term->word->stem))
    return TRUE;
  g_hash_table_iter_init (&iter, self->names);
  while (may_begin (term) && g_hash_table_iter_next (&iter, &text, NULL))
    if (g_str_has_prefix (text, term->word->text))
      return TRUE;
  return FALSE;
}

/* Returns: (nullable): the words that @term may be with a slip; a bath is not both */
static GHashTable *
find_slips (const LegatoSearch *self, const Term *term)
{
  g_autoptr (GHashTable) slips = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer text = NULL;

  g_hash_table_iter_init (&iter, self->names);
  while (g_hash_table_iter_next (&iter, &text, NULL))
    if (!g_hash_table_contains (self->fillers, text) && !g_hash_table_contains (self->weak, text)
        && legato_search_words_are_close (term->word->text, text))
      g_hash_table_add (slips, text);
  return g_hash_table_size (slips) > 0 ? g_steal_pointer (&slips) : NULL;
}

/* Returns: (nullable): the longest word that @term begins with, "Waden" of "Wadenschmerzen" */
static GHashTable *
find_front (const LegatoSearch *self, const Term *term)
{
  g_autoptr (GHashTable) front = g_hash_table_new (g_str_hash, g_str_equal);
  glong longest = MIN_FRONT - 1;
  const char *found = NULL;
  GHashTableIter iter;
  gpointer text = NULL;

  g_hash_table_iter_init (&iter, self->names);
  while (g_hash_table_iter_next (&iter, &text, NULL))
    {
      glong length = g_utf8_strlen (text, -1);

      if (length <= longest || !g_str_has_prefix (term->word->text, text))
        continue;
      longest = length;
      found = text;
    }
  if (found != NULL)
    g_hash_table_add (front, (gpointer) found);
  return found != NULL ? g_steal_pointer (&front) : NULL;
}

/* Whether @phrase says what was typed and nothing else, word for word. */
static gboolean
is_whole (const Phrase *phrase, const GArray *query)
{
  if (phrase->words->len != query->len)
    return FALSE;
  for (guint i = 0; i < query->len; i++)
    if (!g_str_equal (g_array_index (phrase->words, LegatoSearchWord, i).stem,
                      g_array_index (query, LegatoSearchWord, i).stem))
      return FALSE;
  return TRUE;
}

/* What @phrase adds by having several words of the query at once. */
static double
rate_phrase (const LegatoSearch *self,
             const Phrase *phrase,
             const GArray *terms,
             const GArray *query,
             double all)
{
  double met = 0.0;
  guint n_met = 0;
  guint n_words = 0;
  double share = 0.0;

  if (phrase->worth <= IN_SENTENCE)
    return 0.0;
  for (guint i = 0; i < terms->len; i++)
    {
      const Term *term = &g_array_index (terms, Term, i);
      double quality = meet_phrase (term, phrase);

      met += term->weight * quality;
      n_met += quality > 0.0 ? 1 : 0;
    }
  if (n_met == 0)
    return 0.0;
  for (guint i = 0; i < phrase->words->len; i++)
    if (!g_hash_table_contains (self->fillers,
                                g_array_index (phrase->words, LegatoSearchWord, i).text))
      n_words++;
  share = met / all;
  return TOGETHER * share * share * (1.0 + MIN (1.0, (double) n_met / MAX (1, n_words))) / 2.0
         + (is_whole (phrase, query) ? (phrase->worth >= IN_NAME ? WHOLE_NAME : WHOLE) : 0.0);
}

static double
score_item (const LegatoSearch *self,
            const Item *item,
            const GArray *terms,
            const GArray *query,
            double all)
{
  double met = 0.0;
  double best = 0.0;

  for (guint i = 0; i < terms->len; i++)
    {
      const Term *term = &g_array_index (terms, Term, i);
      double quality = 0.0;

      for (guint p = 0; p < item->phrases->len; p++)
        {
          const Phrase *phrase = &g_array_index (item->phrases, Phrase, p);

          quality = MAX (quality, phrase->worth * meet_phrase (term, phrase));
        }
      met += term->weight * quality;
    }
  for (guint p = 0; p < item->phrases->len; p++)
    best = MAX (best,
                rate_phrase (self, &g_array_index (item->phrases, Phrase, p), terms, query, all));
  return met / all + best;
}

/* Whether the first @n bytes of @text are a word that is written somewhere in the guide. */
static gboolean
is_written (const LegatoSearch *self, const char *text, gsize n)
{
  g_autofree char *part = g_strndup (text, n);

  return n >= MIN_PART && g_hash_table_contains (self->written, part);
}

/* "shinsplints" is "shin splints" for who finds nothing else like it. */
static void
append_apart (const LegatoSearch *self, const LegatoSearchWord *word, GString *text)
{
  Term term = { word, FULL_WEIGHT, TRUE, NULL };
  g_autoptr (GHashTable) slips = NULL;
  gsize length = strlen (word->text);

  g_string_append_c (text, ' ');
  if (!is_known (self, &term) && (slips = find_slips (self, &term)) == NULL)
    for (gsize n = length; n > 0; n--)
      if (is_written (self, word->text, n) && is_written (self, word->text + n, length - n))
        {
          g_string_append_len (text, word->text, (gssize) n);
          g_string_append_printf (text, " %s", word->text + n);
          return;
        }
  g_string_append (text, word->text);
}

/* The words of the query, those apart that were typed as one. */
static GArray *
split_query (const LegatoSearch *self, const char *text)
{
  g_autoptr (GArray) words = legato_search_words_split (text);
  g_autoptr (GString) apart = g_string_new (NULL);

  for (guint i = 0; i < MIN (words->len, MAX_QUERY); i++)
    append_apart (self, &g_array_index (words, LegatoSearchWord, i), apart);
  return legato_search_words_split (apart->str);
}

/* Chinese and Japanese words of one letter stand in no pair of letters that is a word: "膝" of
 * "膝が痛い". Returns: (transfer full) (element-type LegatoSearchWord): such of @query */
static GArray *
find_single_letters (const LegatoSearch *self, const GArray *query)
{
  g_autoptr (GString) letters = g_string_new (NULL);

  for (guint i = 0; i < query->len; i++)
    {
      const LegatoSearchWord *word = &g_array_index (query, LegatoSearchWord, i);
      const char *text = word->text;
      gboolean may_hold_one = word->unspaced && !g_hash_table_contains (self->names, text);

      for (const char *p = text; may_hold_one && *p != '\0'; p = g_utf8_next_char (p))
        {
          const char *end = g_utf8_next_char (p);
          g_autofree char *letter = g_strndup (p, (gsize) (end - p));
          const char *other = i > 0 ? g_array_index (query, LegatoSearchWord, i - 1).text : "";

          /* As the second letter it is the first one of the next pair, unless the text ends. */
          if ((p != text && i + 1 < query->len) || !g_hash_table_contains (self->names, letter)
              || (p == text && g_str_has_suffix (other, letter)
                  && g_hash_table_contains (self->names, other)))
            continue;
          g_string_append_printf (letters, " %s", letter);
        }
    }
  return legato_search_words_split (letters->str);
}

/* Of a pair of Chinese or Japanese letters each may say little: "腿疼". */
static gboolean
is_weak (const LegatoSearch *self, const LegatoSearchWord *word)
{
  gboolean weak = word->unspaced;

  if (g_hash_table_contains (self->weak, word->stem))
    return TRUE;
  for (const char *p = word->text; weak && *p != '\0'; p = g_utf8_next_char (p))
    {
      g_autofree char *letter = g_strndup (p, (gsize) (g_utf8_next_char (p) - p));

      weak = g_hash_table_contains (self->weak, letter);
    }
  return weak;
}

static void
add_term (const LegatoSearch *self,
          GArray *terms,
          const LegatoSearchWord *word,
          gboolean last,
          gboolean fillers)
{
  Term term = { word, is_weak (self, word) ? WEAK_WEIGHT : FULL_WEIGHT, last, NULL };

  if (!fillers && g_hash_table_contains (self->fillers, word->text))
    return;
  if (!is_known (self, &term) && (term.slips = find_slips (self, &term)) == NULL
      && (term.slips = find_front (self, &term)) == NULL)
    return;
  g_array_append_val (terms, term);
}

/* The words of the query that say something; those that nothing in the guide is like are left out.
 */
static GArray *
choose_terms (const LegatoSearch *self, const GArray *query, const GArray *letters)
{
  GArray *terms = g_array_new (FALSE, FALSE, sizeof (Term));

  g_array_set_clear_func (terms, term_clear);
  for (int fillers = 0; fillers < 2 && terms->len == 0; fillers++)
    {
      for (guint i = 0; i < query->len; i++)
        add_term (self, terms, &g_array_index (query, LegatoSearchWord, i), i + 1 == query->len,
                  fillers != 0);
      for (guint i = 0; i < letters->len; i++)
        add_term (self, terms, &g_array_index (letters, LegatoSearchWord, i), FALSE, fillers != 0);
    }
  return terms;
}

/* Items were put in one after the other: their places settle a tie. */
static int
compare_matches (gconstpointer a, gconstpointer b)
{
  const Match *first = a;
  const Match *second = b;

  if (first->score != second->score)
    return first->score < second->score ? 1 : -1;
  return first->item < second->item ? -1 : 1;
}

/**
 * legato_search_find:
 * @text: what a person typed; any bytes
 *
 * Looks in names, other words and sentences for the words of @text, whatever their case, accents
 * and endings; a word that stands nowhere is taken for a like one. Words that are like nothing
 * don't count. The same text finds the same.
 *
 * Returns: (transfer full) (element-type LegatoHit): best first; empty if nothing fits, or if
 *   @text has no words
 */
GArray *
legato_search_find (const LegatoSearch *self, const char *text)
{
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (LegatoHit));
  g_autoptr (GArray) matches = g_array_new (FALSE, FALSE, sizeof (Match));
  g_autoptr (GArray) query = NULL;
  g_autoptr (GArray) letters = NULL;
  g_autoptr (GArray) terms = NULL;
  double all = 0.0;

  g_return_val_if_fail (self != NULL && text != NULL, hits);

  query = split_query (self, text);
  if (query->len > MAX_QUERY)
    g_array_set_size (query, MAX_QUERY);
  letters = find_single_letters (self, query);
  terms = choose_terms (self, query, letters);
  for (guint i = 0; i < terms->len; i++)
    all += g_array_index (terms, Term, i).weight;
  for (guint i = 0; terms->len > 0 && i < self->items->len; i++)
    {
      Match match = { .item = &g_array_index (self->items, Item, i) };

      match.score = score_item (self, match.item, terms, query, all);
      if (match.item->hit.kind == LEGATO_HIT_EXERCISE)
        match.score *= EXERCISE_SHARE;
      else if (match.item->hit.kind == LEGATO_HIT_ROOM)
        match.score *= ROOM_SHARE;
      if (match.score > 0.0)
        g_array_append_val (matches, match);
    }
  g_array_sort (matches, compare_matches);
  for (guint i = 0; i < matches->len; i++)
    {
      const Match *match = &g_array_index (matches, Match, i);

      if (match->score >= LEAST_SHARE * g_array_index (matches, Match, 0).score)
        g_array_append_val (hits, match->item->hit);
    }
  return hits;
}
