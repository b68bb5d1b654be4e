/* legato-day-search.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-desktop"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "legato-dates.h"
#include "legato-day-search.h"
#include "legato-journal-look-up.h"
#include "legato-named-days.h"
#include "legato-named-session.h"
#include "legato-session.h"

/* So many entries are read for each filter: enough for the few days that are shown. */
#define MOST_ENTRIES 40

/* A place is looked for in the last year: in a journal of many years the entries without it would
 * take long to pass over. */
#define DAYS_OF_PLACE 365

/* A word of fewer letters is the beginning of too many. */
#define MIN_LETTERS 3
#define MIN_UNSPACED_LETTERS 2

struct _LegatoDaySearch
{
  LegatoGuide *guide;
  char *path;
  LegatoEntryLine line;
  guint most;
};

/* A question on its way. */
typedef struct
{
  LegatoGuide *guide;
  LegatoEntryLine line;
  guint most;
  gboolean asked;
  gboolean in_full;
} Question;

static void
question_free (gpointer data)
{
  Question *self = data;

  legato_guide_unref (self->guide);
  g_free (self);
}

static void
found_day_free (gpointer data)
{
  LegatoFoundDay *self = data;

  g_free (self->id);
  g_free (self->title);
  g_free (self->subtitle);
  g_free (self);
}

void
legato_found_days_free (LegatoFoundDays *self)
{
  g_ptr_array_unref (self->days);
  g_free (self);
}

/* "1 massage, 2 other entries" */
static char *
dup_counts (const GPtrArray *entries)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  guint n_sessions = 0;
  guint n_others = 0;

  for (guint i = 0; i < entries->len; i++)
    if (((const LegatoEntry *) g_ptr_array_index (entries, i))->kind == LEGATO_ENTRY_SESSION)
      n_sessions++;
  n_others = entries->len - n_sessions;
  if (n_sessions == 0)
    return g_strdup_printf (ngettext ("%u entry", "%u entries", n_others), n_others);
  g_ptr_array_add (
      parts, g_strdup_printf (ngettext ("%u massage", "%u massages", n_sessions), n_sessions));
  if (n_others > 0)
    g_ptr_array_add (
        parts,
        g_strdup_printf (ngettext ("%u other entry", "%u other entries", n_others), n_others));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (C_ ("list", ", "), (char **) parts->pdata);
}

static gboolean
may_be_told (const LegatoEntry *entry)
{
  return entry->kind == LEGATO_ENTRY_SESSION || entry->kind == LEGATO_ENTRY_CHECK_IN;
}

static LegatoFoundDay *
describe (const Question *question, const GPtrArray *entries)
{
  LegatoFoundDay *found = g_new0 (LegatoFoundDay, 1);
  guint32 day = legato_entry_get_day (g_ptr_array_index (entries, 0));

  found->id = legato_dates_dup_id (day);
  found->title = legato_dates_dup_full_day (day);
  for (guint i = 0; question->in_full && i < entries->len && found->subtitle == NULL; i++)
    if (may_be_told (g_ptr_array_index (entries, i)))
      found->subtitle = question->line (g_ptr_array_index (entries, i), question->guide);
  if (found->subtitle == NULL)
    found->subtitle = dup_counts (entries);
  return found;
}

static gboolean
is_same_entry (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (((const LegatoEntry *) a)->uuid, ((const LegatoEntry *) b)->uuid) == 0;
}

/* Each question to the journal has read its own copy of an entry.
 *
 * Returns: (transfer container): the first of @entries that is of no day in @days, with all others
 * of its day; (nullable) */
static GPtrArray *
take_day (GPtrArray *entries, GHashTable *days)
{
  GPtrArray *of_day = NULL;
  guint32 day = 0;

  for (guint i = 0; i < entries->len; i++)
    {
      LegatoEntry *entry = g_ptr_array_index (entries, i);

      if (of_day == NULL
          && !g_hash_table_add (days, GUINT_TO_POINTER (legato_entry_get_day (entry))))
        continue;
      if (of_day == NULL)
        {
          of_day = g_ptr_array_new ();
          day = legato_entry_get_day (entry);
        }
      if (legato_entry_get_day (entry) == day
          && !g_ptr_array_find_with_equal_func (of_day, entry, is_same_entry, NULL))
        g_ptr_array_add (of_day, entry);
    }
  return of_day;
}

/* The window offers the newest one of @running, but for those that it forgets. */
static gboolean
may_continue (const GPtrArray *running)
{
  for (guint i = 0; i < running->len; i++)
    {
      const LegatoRunning *cut_off = g_ptr_array_index (running, i);

      if (legato_running_get_spent (cut_off) >= LEGATO_SESSION_LEAST_DONE)
        return legato_session_may_continue (cut_off);
    }
  return FALSE;
}

static void
looked_up_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  const Question *question = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) running = NULL;
  g_autoptr (GPtrArray) entries = legato_journal_look_up_finish (result, &running, &error);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  LegatoFoundDays *found = g_new0 (LegatoFoundDays, 1);

  found->may_continue = running != NULL && may_continue (running);
  found->asked = question->asked;
  found->days = g_ptr_array_new_with_free_func (found_day_free);
  /* The window tells what is wrong with the journal, and what to do about it. */
  if (entries == NULL)
    g_debug ("No days can be looked for: %s", error->message);
  while (entries != NULL && found->days->len < question->most)
    {
      g_autoptr (GPtrArray) of_day = take_day (entries, seen);

      if (of_day == NULL)
        break;
      g_ptr_array_add (found->days, describe (question, of_day));
    }
  g_task_return_pointer (task, found, (GDestroyNotify) legato_found_days_free);
}

/* Words of which each is worth looking for. */
static gboolean
are_words (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  gboolean any = FALSE;

  for (gsize i = 0; words[i] != NULL; i++)
    {
      gunichar c = g_utf8_get_char_validated (words[i], -1);
      gboolean unspaced = c < 0x110000 && g_unichar_iswide (c);

      if (*words[i] == '\0')
        continue;
      if (g_utf8_strlen (words[i], -1) < (unspaced ? MIN_UNSPACED_LETTERS : MIN_LETTERS))
        return FALSE;
      any = TRUE;
    }
  return any;
}

/* Returns: (nullable): the place that @words name before all else */
static const char *
find_zone (const LegatoSearch *search, const char *words)
{
  g_autoptr (GArray) hits = legato_search_find (search, words);
  const LegatoHit *first = hits->len > 0 ? &g_array_index (hits, LegatoHit, 0) : NULL;

  return first != NULL && first->kind == LEGATO_HIT_ZONE ? first->id : NULL;
}

/* @words, @zone: (nullable) */
static void
add_filter (GPtrArray *filters, LegatoDayRange days, const char *words, const char *zone)
{
  LegatoFilter *filter = legato_filter_new ();

  filter->from_day = days.first;
  filter->to_day = days.last;
  filter->words = g_strdup (words);
  filter->zone = g_strdup (zone);
  g_ptr_array_add (filters, filter);
}

/* What to ask the journal: of each range of days all, or what is about the place or has the words
 * that stand beside them. */
static GPtrArray *
make_filters (const LegatoNamedDays *named, const LegatoSearch *search, guint32 today)
{
  GPtrArray *filters = g_ptr_array_new_with_free_func ((GDestroyNotify) legato_filter_free);
  g_autofree char *rest = g_strstrip (g_strdup (named->rest));
  gboolean asked = named->journal || named->ranges->len > 0;
  const char *zone = asked && *rest != '\0' ? find_zone (search, rest) : NULL;
  const LegatoDayRange ever = { 0, 0 };
  const LegatoDayRange lately = { today - DAYS_OF_PLACE, today };

  for (guint i = 0; i < named->ranges->len; i++)
    {
      LegatoDayRange days = g_array_index (named->ranges, LegatoDayRange, i);

      if (*rest == '\0')
        add_filter (filters, days, NULL, NULL);
      if (zone != NULL)
        add_filter (filters, days, NULL, zone);
      if (*rest != '\0')
        add_filter (filters, days, rest, NULL);
    }
  if (named->ranges->len > 0)
    return filters;
  if (named->journal && *rest == '\0')
    add_filter (filters, lately, NULL, NULL);
  if (zone != NULL)
    add_filter (filters, lately, NULL, zone);
  if (are_words (rest))
    add_filter (filters, ever, rest, NULL);
  return filters;
}

/**
 * legato_day_search_new:
 * @path: of the journal; there need not be one
 * @line: what is said of an entry where the journal is asked for by its name
 * @most: so many days leave room for what else is found
 *
 * Returns: (transfer full)
 */
LegatoDaySearch *
legato_day_search_new (LegatoGuide *guide, const char *path, LegatoEntryLine line, guint most)
{
  LegatoDaySearch *self = g_new0 (LegatoDaySearch, 1);

  self->guide = legato_guide_ref (guide);
  self->path = g_strdup (path);
  self->line = line;
  self->most = most;
  return self;
}

void
legato_day_search_free (LegatoDaySearch *self)
{
  legato_guide_unref (self->guide);
  g_free (self->path);
  g_free (self);
}

/**
 * legato_day_search_find_async:
 * @search: of the guide: it knows what a place is called
 * @text: what a person typed; any bytes
 * @today: the Julian day of today
 *
 * Looks for the days that @text names, and for those with a note that has its words; and for a
 * session that was cut off, if that is what @text means.
 */
void
legato_day_search_find_async (LegatoDaySearch *self,
                              const LegatoSearch *search,
                              const char *text,
                              guint32 today,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr (LegatoNamedDays) named = legato_named_days_read (valid, today);
  g_autoptr (GPtrArray) filters = make_filters (named, search, today);
  Question *question = g_new0 (Question, 1);

  question->guide = legato_guide_ref (self->guide);
  question->line = self->line;
  question->most = self->most;
  question->asked = named->journal || named->ranges->len > 0;
  question->in_full = named->journal;
  g_task_set_source_tag (task, legato_day_search_find_async);
  g_task_set_task_data (task, question, question_free);
  legato_journal_look_up_async (self->path, filters, MOST_ENTRIES,
                                legato_named_session_is_meant (valid), looked_up_cb,
                                g_steal_pointer (&task));
}

/** Returns: (transfer full): what was found; no days where the journal cannot be read */
LegatoFoundDays *
legato_day_search_find_finish (GAsyncResult *result)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, legato_day_search_find_async), NULL);
  return g_task_propagate_pointer (G_TASK (result), NULL);
}
