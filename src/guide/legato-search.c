/* legato-search.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-guide"

#include "config.h"

#include <string.h>

#include "legato-search.h"

/* Nobody looks for more than this; it bounds the time that any text can take. */
#define MAX_BYTES 200
#define MAX_TOKENS 12

/* "My", "the" and their like in other languages: what is longer has to be found. */
#define SHORT_LETTERS 3

/* How well a phrase fits what was typed, from a word in it somewhere to the phrase itself. */
typedef enum
{
  FIT_NONE,
  FIT_SCATTERED, /* each word in some phrase of the item */
  FIT_WITHIN,    /* each word in this phrase */
  FIT_START,     /* the phrase begins so */
  FIT_WHOLE,     /* the phrase says just that */
} Fit;

/* A name, or one of the other words for something, in folded tokens. */
typedef struct
{
  GStrv tokens;
  guint n_tokens;
  gboolean is_name;
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
};

typedef struct
{
  const Item *item;
  int score;
} Match;

static void
phrase_clear (gpointer data)
{
  g_strfreev (((Phrase *) data)->tokens);
}

static void
item_clear (gpointer data)
{
  g_array_unref (((Item *) data)->phrases);
}

/* Words without case and accents: "Épaule-TEST" gives "epaule" and "test". */
static GStrv
fold (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, (gssize) MIN (strlen (text), MAX_BYTES));
  g_autofree char *apart = g_utf8_normalize (valid, -1, G_NORMALIZE_ALL);
  g_autofree char *folded = g_utf8_casefold (apart, -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GString) token = g_string_new (NULL);
  guint n_tokens = 0;

  for (const char *p = folded; n_tokens < MAX_TOKENS; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c != 0 && g_unichar_ismark (c))
        continue;
      if (c != 0 && g_unichar_isalnum (c))
        {
          g_string_append_unichar (token, c);
          continue;
        }
      if (token->len > 0)
        {
          g_strv_builder_add (builder, token->str);
          g_string_truncate (token, 0);
          n_tokens++;
        }
      if (c == 0)
        break;
    }
  return g_strv_builder_end (builder);
}

static void
add_phrase (Item *item, const char *text, gboolean is_name)
{
  Phrase phrase = { .tokens = fold (text), .is_name = is_name };

  phrase.n_tokens = g_strv_length (phrase.tokens);
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
  add_phrase (&item, title, TRUE);
  if (words != NULL)
    {
      g_auto (GStrv) each = g_strsplit (words, ",", -1);

      for (gsize i = 0; each[i] != NULL; i++)
        add_phrase (&item, each[i], FALSE);
    }
  g_array_append_val (self->items, item);
  return &g_array_index (self->items, Item, self->items->len - 1);
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
  GPtrArray *techniques = NULL;
  GPtrArray *routines = NULL;
  g_autoptr (GPtrArray) own = NULL;

  g_return_val_if_fail (guide != NULL, NULL);

  self = g_new0 (LegatoSearch, 1);
  self->guide = legato_guide_ref (guide);
  self->items = g_array_new (FALSE, FALSE, sizeof (Item));
  g_array_set_clear_func (self->items, item_clear);

  zones = legato_guide_get_zones (guide);
  for (guint i = 0; i < zones->len; i++)
    {
      const LegatoZone *zone = g_ptr_array_index (zones, i);
      Item *item =
          add_item (self, LEGATO_HIT_ZONE, zone->id, zone->name, zone->place.text, zone->words);

      add_phrase (item, zone->side_names[LEGATO_LEG_LEFT], TRUE);
      add_phrase (item, zone->side_names[LEGATO_LEG_RIGHT], TRUE);
    }
  techniques = legato_guide_get_techniques (guide);
  for (guint i = 0; i < techniques->len; i++)
    {
      const LegatoTechnique *technique = g_ptr_array_index (techniques, i);
      Item *item = add_item (self, LEGATO_HIT_TECHNIQUE, technique->id, technique->name,
                             technique->how.text, technique->words);

      if (technique->other_name != NULL)
        add_phrase (item, technique->other_name, TRUE);
    }
  routines = legato_guide_get_routines (guide);
  for (guint i = 0; i < routines->len; i++)
    {
      const LegatoRoutine *routine = g_ptr_array_index (routines, i);

      add_item (self, LEGATO_HIT_ROUTINE, routine->id, routine->name, routine->summary,
                routine->words);
    }
  own = legato_guide_dup_own_routines (guide);
  for (guint i = 0; i < own->len; i++)
    {
      const LegatoRoutine *routine = g_ptr_array_index (own, i);

      add_item (self, LEGATO_HIT_ROUTINE, routine->id, routine->name, routine->summary,
                routine->words);
    }
  return self;
}

void
legato_search_free (LegatoSearch *self)
{
  g_array_unref (self->items);
  legato_guide_unref (self->guide);
  g_free (self);
}

static gboolean
has_token (const Phrase *phrase, const char *token)
{
  for (guint i = 0; i < phrase->n_tokens; i++)
    if (g_str_has_prefix (phrase->tokens[i], token))
      return TRUE;
  return FALSE;
}

static Fit
fit_phrase (const Phrase *phrase, const GStrv query, guint n_query)
{
  gboolean whole = phrase->n_tokens == n_query;
  gboolean start = phrase->n_tokens >= n_query;

  for (guint i = 0; i < n_query; i++)
    {
      if (!has_token (phrase, query[i]))
        return FIT_NONE;
      start = start && g_str_has_prefix (phrase->tokens[i], query[i]);
      whole = whole && g_str_equal (phrase->tokens[i], query[i]);
    }
  if (whole)
    return FIT_WHOLE;
  return start ? FIT_START : FIT_WITHIN;
}

/* Whether each word of @query is found somewhere; short ones need not be, beside longer ones. */
static gboolean
is_scattered (const Item *item, const GStrv query, guint n_query)
{
  gboolean any_long = FALSE;

  for (guint i = 0; i < n_query; i++)
    any_long = any_long || g_utf8_strlen (query[i], -1) > SHORT_LETTERS;

  for (guint i = 0; i < n_query; i++)
    {
      gboolean found = any_long && g_utf8_strlen (query[i], -1) <= SHORT_LETTERS;

      for (guint p = 0; !found && p < item->phrases->len; p++)
        found = has_token (&g_array_index (item->phrases, Phrase, p), query[i]);
      if (!found)
        return FALSE;
    }
  return TRUE;
}

/* A better fit comes first; of two that fit as well, a name before another word for it; of two
 * such, the one that says less besides. */
static int
score_item (const Item *item, const GStrv query, guint n_query)
{
  int best = 0;

  for (guint p = 0; p < item->phrases->len; p++)
    {
      const Phrase *phrase = &g_array_index (item->phrases, Phrase, p);
      Fit fit = fit_phrase (phrase, query, n_query);

      if (fit != FIT_NONE)
        best = MAX (best, (2 * (int) fit + (phrase->is_name ? 1 : 0)) * (MAX_TOKENS + 1)
                              - (int) phrase->n_tokens);
    }
  if (best == 0 && is_scattered (item, query, n_query))
    best = (int) FIT_SCATTERED;
  return best;
}

/* Items were put in one after the other: their places settle a tie. */
static int
compare_matches (gconstpointer a, gconstpointer b)
{
  const Match *first = a;
  const Match *second = b;

  if (first->score != second->score)
    return second->score - first->score;
  return first->item < second->item ? -1 : 1;
}

/**
 * legato_search_find:
 * @text: what a person typed; any bytes
 *
 * Looks for names and words that begin with the words of @text, whatever their case and accents.
 * The same text finds the same.
 *
 * Returns: (transfer full) (element-type LegatoHit): best first; empty if nothing fits, or if
 *   @text has no words
 */
GArray *
legato_search_find (const LegatoSearch *self, const char *text)
{
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (LegatoHit));
  g_autoptr (GArray) matches = g_array_new (FALSE, FALSE, sizeof (Match));
  g_auto (GStrv) query = NULL;
  guint n_query = 0;

  g_return_val_if_fail (self != NULL && text != NULL, hits);

  query = fold (text);
  n_query = g_strv_length (query);
  for (guint i = 0; n_query > 0 && i < self->items->len; i++)
    {
      Match match = { .item = &g_array_index (self->items, Item, i) };

      match.score = score_item (match.item, query, n_query);
      if (match.score > 0)
        g_array_append_val (matches, match);
    }
  g_array_sort (matches, compare_matches);
  for (guint i = 0; i < matches->len; i++)
    g_array_append_val (hits, g_array_index (matches, Match, i).item->hit);
  return hits;
}
