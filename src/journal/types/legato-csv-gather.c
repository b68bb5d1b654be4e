/* legato-csv-gather.c
 *
 * A table says an entry in several rows, in whatever order it was sorted. What two rows say
 * differently of the same cannot be one entry, and two massages of one day, without a time, are not
 * one either.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-journal"

#include "config.h"

#include <string.h>

#include "legato-csv-gather.h"

/* The namespace of the UUIDs that entries without one are given, so that the same table brought in
 * twice changes nothing. */
#define NAMESPACE "legato-csv"

/* The entries that rows of one moment have become. */
typedef struct
{
  GPtrArray *entries; /* (element-type LegatoEntry): borrowed */
  guint n_plain;      /* rows without a value that may each be a session */
} Group;

struct _LegatoCsvGather
{
  GHashTable *groups; /* by UUID of the first entry */
  GPtrArray *entries; /* (element-type LegatoEntry): in the order of the table */
};

static void
group_free (gpointer data)
{
  Group *self = data;

  g_ptr_array_unref (self->entries);
  g_free (self);
}

LegatoCsvGather *
legato_csv_gather_new (void)
{
  LegatoCsvGather *self = g_new0 (LegatoCsvGather, 1);

  self->groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, group_free);
  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) legato_entry_unref);
  return self;
}

void
legato_csv_gather_free (LegatoCsvGather *self)
{
  g_hash_table_unref (self->groups);
  g_ptr_array_unref (self->entries);
  g_free (self);
}

/** Returns: (transfer full): a UUID that only depends on @text (RFC 4122, version 5 in form) */
char *
legato_csv_gather_make_uuid (const char *text)
{
  g_autofree char *sum = g_compute_hmac_for_string (G_CHECKSUM_SHA1, (const guchar *) NAMESPACE,
                                                    strlen (NAMESPACE), text, -1);

  return g_strdup_printf ("%.8s-%.4s-5%.3s-a%.3s-%.12s", sum, sum + 8, sum + 12, sum + 15,
                          sum + 18);
}

static const LegatoFeeling *
find_feeling (const LegatoEntry *entry, const LegatoFeeling *wanted)
{
  for (guint i = 0; i < entry->feelings->len; i++)
    {
      const LegatoFeeling *feeling = g_ptr_array_index (entry->feelings, i);

      if (feeling->leg == wanted->leg && g_str_equal (feeling->id, wanted->id))
        return feeling;
    }
  return NULL;
}

static const LegatoGirth *
find_girth (const LegatoEntry *entry, const LegatoGirth *wanted)
{
  for (guint i = 0; i < entry->girths->len; i++)
    {
      const LegatoGirth *girth = g_ptr_array_index (entry->girths, i);

      if (girth->leg == wanted->leg && girth->place == wanted->place)
        return girth;
    }
  return NULL;
}

static const LegatoRating *
find_rating (const LegatoEntry *entry, const LegatoRating *wanted)
{
  return legato_entry_find_rating (entry, wanted->zone, wanted->leg, wanted->moment);
}

/* Whether @entry may say all that @row does, without saying anything else of the same. */
static gboolean
fits (const LegatoEntry *entry, const LegatoEntry *row)
{
  gboolean ok = row->done_s == 0 || entry->done_s == 0 || row->done_s == entry->done_s;

  for (guint i = 0; i < row->ratings->len; i++)
    {
      const LegatoRating *rating = g_ptr_array_index (row->ratings, i);
      const LegatoRating *there = find_rating (entry, rating);

      ok = ok && (there == NULL || there->value == rating->value);
    }
  for (guint i = 0; i < row->feelings->len; i++)
    {
      const LegatoFeeling *feeling = g_ptr_array_index (row->feelings, i);
      const LegatoFeeling *there = find_feeling (entry, feeling);

      ok = ok && (there == NULL || there->value == feeling->value);
    }
  for (guint i = 0; i < row->girths->len; i++)
    {
      const LegatoGirth *girth = g_ptr_array_index (row->girths, i);
      const LegatoGirth *there = find_girth (entry, girth);

      ok = ok && (there == NULL || there->mm == girth->mm);
    }
  for (guint i = 0; i < row->follow_ups->len; i++)
    {
      const LegatoFollowUp *follow_up = g_ptr_array_index (row->follow_ups, i);
      const LegatoFollowUp *there = legato_entry_find_follow_up (entry, follow_up->moment);

      ok = ok && (there == NULL || there->compared == follow_up->compared);
    }
  return ok;
}

/* Whether some whole lines of @note are @lines. */
static gboolean
has_lines (const char *note, const char *lines)
{
  gsize length = strlen (lines);

  for (const char *at = note; (at = strstr (at, lines)) != NULL; at++)
    if ((at == note || at[-1] == '\n') && (at[length] == '\0' || at[length] == '\n'))
      return TRUE;
  return FALSE;
}

static void
take_words (LegatoEntry *entry, const LegatoEntry *row)
{
  if (*row->note != '\0' && !has_lines (entry->note, row->note))
    {
      char *note = g_strconcat (entry->note, *entry->note != '\0' ? "\n" : "", row->note, NULL);

      g_free (entry->note);
      entry->note = note;
    }
  for (gsize i = 0; row->tags[i] != NULL; i++)
    legato_entry_add_tag (entry, row->tags[i]);
}

/* What only a later row says is not lost. */
static void
take (LegatoEntry *entry, const LegatoEntry *row)
{
  take_words (entry, row);
  if (entry->done_s == 0)
    entry->done_s = entry->planned_s = row->done_s;
  if (entry->goal == NULL)
    entry->goal = g_strdup (row->goal);
  for (guint i = 0; i < row->ratings->len; i++)
    {
      const LegatoRating *rating = g_ptr_array_index (row->ratings, i);

      if (find_rating (entry, rating) != NULL)
        continue;
      legato_entry_add_rating (entry, rating->zone, rating->leg, rating->moment, rating->value);
      ((LegatoRating *) g_ptr_array_index (entry->ratings, entry->ratings->len - 1))->late =
          rating->late;
    }
  for (guint i = 0; i < row->feelings->len; i++)
    {
      const LegatoFeeling *feeling = g_ptr_array_index (row->feelings, i);

      legato_entry_add_feeling (entry, feeling->id, feeling->leg, feeling->value);
    }
  for (guint i = 0; i < row->girths->len; i++)
    {
      const LegatoGirth *girth = g_ptr_array_index (row->girths, i);

      legato_entry_add_girth (entry, girth->place, girth->leg, girth->mm);
    }
  for (guint i = 0; i < row->follow_ups->len; i++)
    {
      const LegatoFollowUp *follow_up = g_ptr_array_index (row->follow_ups, i);

      legato_entry_add_follow_up (entry, follow_up->moment, follow_up->compared, follow_up->late);
    }
}

static gboolean
is_plain (const LegatoEntry *row)
{
  return row->ratings->len + row->feelings->len + row->girths->len + row->follow_ups->len == 0;
}

/**
 * legato_csv_gather_add:
 * @row: (transfer none): what one row says
 * @may_repeat: rows without a value that say the same are several sessions, not one
 *
 * Adds it to the entry of the same UUID, or makes one more if it cannot be part of that.
 */
void
legato_csv_gather_add (LegatoCsvGather *self, LegatoEntry *row, gboolean may_repeat)
{
  Group *group = g_hash_table_lookup (self->groups, row->uuid);
  guint first = 0;

  if (group == NULL)
    {
      group = g_new0 (Group, 1);
      group->entries = g_ptr_array_new ();
      g_hash_table_insert (self->groups, g_strdup (row->uuid), group);
    }
  if (may_repeat && row->kind == LEGATO_ENTRY_SESSION && is_plain (row))
    first = group->n_plain++;
  for (guint i = first; i < group->entries->len; i++)
    if (fits (g_ptr_array_index (group->entries, i), row))
      {
        take (g_ptr_array_index (group->entries, i), row);
        return;
      }
  if (group->entries->len > 0)
    {
      g_autofree char *text = g_strdup_printf ("%s %u", row->uuid, group->entries->len + 1);

      g_free (row->uuid);
      row->uuid = legato_csv_gather_make_uuid (text);
    }
  g_ptr_array_add (group->entries, row);
  g_ptr_array_add (self->entries, legato_entry_ref (row));
}

/** Returns: (transfer none) (element-type LegatoEntry): all of them */
GPtrArray *
legato_csv_gather_get_entries (LegatoCsvGather *self)
{
  return self->entries;
}
