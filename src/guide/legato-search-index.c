/* legato-search-index.c: what there is to be found
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-guide"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-search-private.h"
#include "legato-search-words.h"

LEGATO_DEFINE_ENUM (LegatoHitKind,
                    hit_kind,
                    LEGATO_ENUM_VALUE (HIT_ZONE, "zone"),
                    LEGATO_ENUM_VALUE (HIT_TECHNIQUE, "technique"),
                    LEGATO_ENUM_VALUE (HIT_EXERCISE, "exercise"),
                    LEGATO_ENUM_VALUE (HIT_ROUTINE, "routine"),
                    LEGATO_ENUM_VALUE (HIT_GOAL, "goal"),
                    LEGATO_ENUM_VALUE (HIT_ADVICE, "advice"),
                    LEGATO_ENUM_VALUE (HIT_TIP, "tip"),
                    LEGATO_ENUM_VALUE (HIT_ROOM, "room"),
                    LEGATO_ENUM_VALUE (HIT_DAY, "day"))

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

/* What is said of a room is shown, and not looked through: it would be found with half of the
 * guide.
 */
static void
add_rooms (LegatoSearch *self)
{
  gsize n_rooms = 0;
  const LegatoSearchRoom *rooms = legato_search_rooms_get (&n_rooms);

  for (gsize i = 0; i < n_rooms; i++)
    {
      Item *item = add_item (self, LEGATO_HIT_ROOM, rooms[i].id, _ (rooms[i].title), NULL,
                             g_dpgettext2 (NULL, "search", rooms[i].words));

      item->hit.subtitle = _ (rooms[i].subtitle);
    }
}

static LegatoSearch *
new_search (LegatoGuide *guide, gboolean rooms)
{
  LegatoSearch *self = NULL;
  GPtrArray *zones = NULL;
  g_autoptr (GPtrArray) own = NULL;

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
  if (rooms)
    add_rooms (self);
  collect_words (self);
  return self;
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
  g_return_val_if_fail (guide != NULL, NULL);
  return new_search (guide, FALSE);
}

/** Returns: (transfer full): as of legato_search_new(), and of the program's own rooms */
LegatoSearch *
legato_search_new_with_rooms (LegatoGuide *guide)
{
  g_return_val_if_fail (guide != NULL, NULL);
  return new_search (guide, TRUE);
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
