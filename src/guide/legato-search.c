/* legato-search.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-guide"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "legato-search.h"
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

/* Where it is met: in a name, in another word for it, in a sentence about it. */
#define IN_NAME 1.0
#define IN_WORDS 0.92
#define IN_SENTENCE 0.3

/* What it adds that one phrase has the words together, and that it has no others. */
#define TOGETHER 0.6
#define WHOLE 0.3
#define WHOLE_NAME 0.4

/* Who names a place looks for the place before a stretch of it. */
#define EXERCISE_SHARE 0.9

/* Of the best result's score, what another one needs to be shown beside it. */
#define LEAST_SHARE 0.45

/* A name, another word for something, or a sentence. */
typedef struct
{
  GArray *words;
  double worth;
} Phrase;

typedef struct
{
  LegatoHit hit;
  GArray *phrases;
} Item;

struct _LegatoSearch
{
  LegatoGuide *guide;
  GArray *items;
  GHashTable *fillers; /* words */
  GHashTable *weak;    /* stems */
  GHashTable *written; /* every word of the guide; borrowed from the items, as the next ones */
  GHashTable *stems;   /* their stems */
  GHashTable *names;   /* those of names and other words only */
};

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

LEGATO_DEFINE_ENUM (LegatoHitKind,
                    hit_kind,
                    LEGATO_ENUM_VALUE (HIT_ZONE, "zone"),
                    LEGATO_ENUM_VALUE (HIT_TECHNIQUE, "technique"),
                    LEGATO_ENUM_VALUE (HIT_EXERCISE, "exercise"),
                    LEGATO_ENUM_VALUE (HIT_ROUTINE, "routine"),
                    LEGATO_ENUM_VALUE (HIT_GOAL, "goal"),
                    LEGATO_ENUM_VALUE (HIT_ADVICE, "advice"),
                    LEGATO_ENUM_VALUE (HIT_TIP, "tip"),
                    LEGATO_ENUM_VALUE (HIT_DAY, "day"))

static void
term_clear (gpointer data)
{
  g_clear_pointer (&((Term *) data)->slips, g_hash_table_unref);
}

static void
phrase_clear (gpointer data)
{
  g_array_unref (((Phrase *) data)->words);
}

static void
item_clear (gpointer data)
{
  g_array_unref (((Item *) data)->phrases);
}

static void
add_phrase (Item *item, const char *text, double worth)
{
  Phrase phrase = { .words = NULL, .worth = worth };

  if (text == NULL)
    return;
  phrase.words = legato_search_words_split (text);
  g_array_append_val (item->phrases, phrase);
}

static Item *
add_item (LegatoSearch *self,
          LegatoHitKind kind,
          const char *id,
          const char *title,
          const char *subtitle,
          const char *words)
{
  Item item = { .hit = { kind, id, title, subtitle },
                .phrases = g_array_new (FALSE, FALSE, sizeof (Phrase)) };

  g_array_set_clear_func (item.phrases, phrase_clear);
  add_phrase (&item, title, IN_NAME);
  add_phrase (&item, subtitle, IN_SENTENCE);
  if (words != NULL)
    {
      g_auto (GStrv) each = g_strsplit (words, ",", -1);

      for (gsize i = 0; each[i] != NULL; i++)
        add_phrase (&item, each[i], IN_WORDS);
    }
  g_array_append_val (self->items, item);
  return &g_array_index (self->items, Item, self->items->len - 1);
}

static void
add_techniques (LegatoSearch *self, LegatoHitKind kind, GPtrArray *techniques)
{
  for (guint i = 0; i < techniques->len; i++)
    {
      const LegatoTechnique *technique = g_ptr_array_index (techniques, i);
      Item *item = add_item (self, kind, technique->id, technique->name, technique->how.text,
                             technique->words);

      add_phrase (item, technique->other_name, IN_NAME);
      add_phrase (item, technique->why.text, IN_SENTENCE);
    }
}

static void
add_routines (LegatoSearch *self, LegatoHitKind kind, GPtrArray *routines)
{
  for (guint i = 0; i < routines->len; i++)
    {
      const LegatoRoutine *routine = g_ptr_array_index (routines, i);

      add_item (self, kind, routine->id, routine->name, routine->summary, routine->words);
    }
}

static void
add_advice (LegatoSearch *self, GPtrArray *all)
{
  for (guint i = 0; i < all->len; i++)
    {
      const LegatoAdvice *advice = g_ptr_array_index (all, i);
      Item *item = add_item (self, LEGATO_HIT_ADVICE, advice->flag, advice->name,
                             advice->advice.text, advice->words);

      add_phrase (item, advice->question.text, IN_SENTENCE);
    }
}

static void
add_tips (LegatoSearch *self, GPtrArray *tips)
{
  for (guint i = 0; i < tips->len; i++)
    {
      const LegatoTip *tip = g_ptr_array_index (tips, i);
      const LegatoText *first = g_ptr_array_index (tip->lines, 0);
      Item *item = add_item (self, LEGATO_HIT_TIP, tip->id, tip->name, first->text, tip->words);

      for (guint l = 1; l < tip->lines->len; l++)
        add_phrase (item, ((const LegatoText *) g_ptr_array_index (tip->lines, l))->text,
                    IN_SENTENCE);
    }
}

static GHashTable *
new_set (const char *text, gboolean stems)
{
  GHashTable *set = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (GStrv) each = g_strsplit (text, " ", -1);

  for (gsize i = 0; each[i] != NULL; i++)
    {
      g_autoptr (GArray) words = legato_search_words_split (each[i]);

      for (guint w = 0; w < words->len; w++)
        {
          const LegatoSearchWord *word = &g_array_index (words, LegatoSearchWord, w);

          g_hash_table_add (set, g_strdup (stems ? word->stem : word->text));
        }
    }
  return set;
}

/* Which words there are at all. */
static void
collect_words (LegatoSearch *self)
{
  self->written = g_hash_table_new (g_str_hash, g_str_equal);
  self->stems = g_hash_table_new (g_str_hash, g_str_equal);
  self->names = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < self->items->len; i++)
    {
      const Item *item = &g_array_index (self->items, Item, i);

      for (guint p = 0; p < item->phrases->len; p++)
        {
          const Phrase *phrase = &g_array_index (item->phrases, Phrase, p);

          for (guint w = 0; w < phrase->words->len; w++)
            {
              const LegatoSearchWord *word = &g_array_index (phrase->words, LegatoSearchWord, w);

              g_hash_table_add (self->written, word->text);
              g_hash_table_add (self->stems, word->stem);
              if (phrase->worth > IN_SENTENCE)
                g_hash_table_add (self->names, word->text);
            }
        }
    }
}

/**
 * legato_search_new:
 *
 * Returns: (transfer full): an index of @guide, which it keeps alive, with the own routines that
 *   there are now
 */
LegatoSearch *
legato_search_new (LegatoGuide *guide)
{
  LegatoSearch *self = NULL;
  GPtrArray *zones = NULL;
  g_autoptr (GPtrArray) own = NULL;

  g_return_val_if_fail (guide != NULL, NULL);

  self = g_new0 (LegatoSearch, 1);
  self->guide = legato_guide_ref (guide);
  self->items = g_array_new (FALSE, FALSE, sizeof (Item));
  g_array_set_clear_func (self->items, item_clear);
  /* Translators: words that say nothing in a search, with spaces between them, in your language */
  self->fillers =
      new_set (_ ("a an the my your his her our their is are was were be been am have has "
                  "had got get gets getting do does did can could will would should i me "
                  "you it its he she we they and or but so very too really quite bit "
                  "little some any of in on at to for from with after before when while "
                  "during since by about this that these those there here what which "
                  "how why where who not no"),
               FALSE);
  /* Translators: words that people say of any place in a search: they count less than its name */
  self->weak = new_set (
      _ ("pain painful hurt ache sore tight stiff feel leg left right side both muscle massage "
         "bad problem night day"),
      TRUE);

  zones = legato_guide_get_zones (guide);
  for (guint i = 0; i < zones->len; i++)
    {
      const LegatoZone *zone = g_ptr_array_index (zones, i);
      Item *item =
          add_item (self, LEGATO_HIT_ZONE, zone->id, zone->name, zone->place.text, zone->words);

      add_phrase (item, zone->side_names[LEGATO_LEG_LEFT], IN_NAME);
      add_phrase (item, zone->side_names[LEGATO_LEG_RIGHT], IN_NAME);
    }
  add_techniques (self, LEGATO_HIT_TECHNIQUE, legato_guide_get_techniques (guide));
  /* Of two that fit as well, what to mind comes before what to do. */
  add_advice (self, legato_guide_get_advice (guide));
  add_tips (self, legato_guide_get_tips (guide));
  add_routines (self, LEGATO_HIT_ROUTINE, legato_guide_get_routines (guide));
  own = legato_guide_dup_own_routines (guide);
  add_routines (self, LEGATO_HIT_ROUTINE, own);
  add_routines (self, LEGATO_HIT_GOAL, legato_guide_get_goals (guide));
  add_techniques (self, LEGATO_HIT_EXERCISE, legato_guide_get_exercises (guide));
  collect_words (self);
  return self;
}

void
legato_search_free (LegatoSearch *self)
{
  g_hash_table_unref (self->written);
  g_hash_table_unref (self->stems);
  g_hash_table_unref (self->names);
  g_array_unref (self->items);
  g_hash_table_unref (self->fillers);
  g_hash_table_unref (self->weak);
  legato_guide_unref (self->guide);
  g_free (self);
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

/** Returns: (transfer none) (nullable): what is called so in the guide of @self */
const char *
legato_search_get_title (const LegatoSearch *self, LegatoHitKind kind, const char *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  for (guint i = 0; i < self->items->len; i++)
    {
      const LegatoHit *hit = &g_array_index (self->items, Item, i).hit;

      if (hit->kind == kind && g_str_equal (hit->id, id))
        return hit->title;
    }
  return NULL;
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
