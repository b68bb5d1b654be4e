/* legato-store-find.c: entries by what they are about and by the words in them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-journal"

#include "config.h"

#include "legato-store-private.h"
#include "legato-text-index.h"

/* The Julian day of 1 January 1970. */
#define EPOCH_DAY 719163
#define DAY_S 86400

/* A query that is put together: its text, what its question marks stand for, and (nullable) what
 * the index of words is asked. */
typedef struct
{
  GString *sql;
  GPtrArray *values;
  char *match;
} Query;

static void
query_clear (Query *self)
{
  g_string_free (self->sql, TRUE);
  g_ptr_array_unref (self->values);
  g_free (self->match);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Query, query_clear)

/* Appends @condition, in which every "%s" becomes the place of @value. */
static void
add_condition (Query *query, const char *condition, const char *value)
{
  g_autofree char *place = NULL;
  g_auto (GStrv) parts = g_strsplit (condition, "%s", -1);
  g_autofree char *text = NULL;

  g_ptr_array_add (query->values, g_strdup (value));
  place = g_strdup_printf ("?%u", query->values->len);
  text = g_strjoinv (place, parts);
  g_string_append_printf (query->sql, " AND (%s)", text);
}

static void
add_days (Query *query, const LegatoFilter *filter)
{
  char day[LEGATO_DAY_SIZE];

  if (filter->from_day != 0)
    {
      legato_store_format_day (filter->from_day, day);
      add_condition (query, "local_day >= %s", day);
    }
  if (filter->to_day != 0)
    {
      legato_store_format_day (filter->to_day, day);
      add_condition (query, "local_day <= %s", day);
    }
}

/* The index of words lies in the order of time, so that days long ago need not be looked for from
 * the newest on. A local day is at most so far from that of UTC. */
static void
add_times (Query *query, const LegatoFilter *filter)
{
  if (filter->from_day != 0)
    g_string_append_printf (query->sql, " AND words.rowid >= %" G_GINT64_FORMAT " << 24",
                            ((gint64) filter->from_day - EPOCH_DAY - 1) * DAY_S);
  if (filter->to_day != 0)
    g_string_append_printf (query->sql, " AND words.rowid < %" G_GINT64_FORMAT " << 24",
                            ((gint64) filter->to_day - EPOCH_DAY + 2) * DAY_S);
}

static void
add_kinds (Query *query, guint kinds)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint kind = LEGATO_ENTRY_SESSION; kind <= LEGATO_ENTRY_STOP; kind++)
    {
      if (kinds & (1u << kind))
        g_string_append_printf (list, "%s'%s'", list->len > 0 ? ", " : "",
                                legato_entry_kind_to_id ((LegatoEntryKind) kind));
    }
  g_string_append_printf (query->sql, " AND kind IN (%s)", list->str);
}

/* "left" also finds what was done to both legs at once. */
static const char *
get_leg_condition (guint legs)
{
  switch (legs)
    {
    case 1u << LEGATO_LEG_LEFT:
      return " AND leg <> 'right'";
    case 1u << LEGATO_LEG_RIGHT:
      return " AND leg <> 'left'";
    default:
      return "";
    }
}

static void
add_place (Query *query, const LegatoFilter *filter)
{
  const char *leg = get_leg_condition (filter->legs);
  g_autofree char *condition = NULL;

  if (filter->zone != NULL)
    {
      condition = g_strdup_printf (
          "(entry.zone = %%s%s) OR EXISTS (SELECT 1 FROM rating WHERE entry = entry.id AND "
          "rating.zone = %%s%s) OR EXISTS (SELECT 1 FROM step JOIN step_zone ON step_zone.entry = "
          "step.entry AND step_zone.step = step.position WHERE step.entry = entry.id AND "
          "step_zone.zone = %%s AND step.done_ms > 0%s)",
          leg, leg, leg);
      add_condition (query, condition, filter->zone);
    }
  else if (*leg != '\0')
    g_string_append_printf (query->sql,
                            " AND EXISTS (SELECT 1 FROM rating WHERE entry = entry.id%s UNION ALL "
                            "SELECT 1 FROM step WHERE entry = entry.id AND done_ms > 0%s)",
                            leg, leg);
}

static void
build (Query *query, const LegatoFilter *filter, const char *columns)
{
  g_string_append_printf (query->sql, "SELECT %s FROM ", columns);
  if (query->match != NULL)
    {
      /* A cross join keeps the order: the index gives the newest first, and no more than wanted. */
      g_string_append (query->sql,
                       "words CROSS JOIN entry ON id = (words.rowid & 16777215) "
                       "AND words.rowid = " LEGATO_TEXT_INDEX_KEY " WHERE deleted_us IS NULL");
      add_condition (query, "words MATCH %s", query->match);
      add_times (query, filter);
    }
  else
    g_string_append (query->sql, "entry WHERE deleted_us IS NULL");
  add_days (query, filter);
  add_place (query, filter);
  if (filter->kinds != 0)
    add_kinds (query, filter->kinds);
  if (filter->routine != NULL)
    add_condition (query, "routine = %s", filter->routine);
  if (filter->goal != NULL)
    add_condition (query, "goal = %s", filter->goal);
  if (filter->tag != NULL)
    add_condition (query, "EXISTS (SELECT 1 FROM tag WHERE entry = entry.id AND name = %s)",
                   filter->tag);
}

/* Makes @query ask for @columns of what @filter lets through. Returns: %FALSE if that is nothing,
 * as words without a letter are in no entry */
static gboolean
query_init (Query *query, LegatoStore *store, const LegatoFilter *filter, const char *columns)
{
  query->sql = g_string_new (NULL);
  query->values = g_ptr_array_new_with_free_func (g_free);
  query->match =
      filter->words != NULL ? legato_text_index_make_query (store->db, filter->words) : NULL;
  if (filter->words != NULL && query->match == NULL)
    return FALSE;
  build (query, filter, columns);
  return TRUE;
}

/* Returns: (nullable): %NULL with @error set */
static LegatoCursor *
prepare (LegatoStore *self, const Query *query, GError **error)
{
  sqlite3_stmt *statement = NULL;
  int status = sqlite3_prepare_v2 (self->db, query->sql->str, -1, &statement, NULL);

  for (guint i = 0; status == SQLITE_OK && i < query->values->len; i++)
    status = sqlite3_bind_text (statement, (int) i + 1, g_ptr_array_index (query->values, i), -1,
                                SQLITE_STATIC);
  if (status == SQLITE_OK)
    return statement;
  sqlite3_finalize (statement);
  legato_store_fail (self, status, error);
  return NULL;
}

/**
 * legato_store_count_entries:
 * @n: (out): how many entries @filter lets through
 *
 * Returns: %FALSE with @error set
 */
gboolean
legato_store_count_entries (LegatoStore *self, const LegatoFilter *filter, guint *n, GError **error)
{
  g_auto (Query) query = { NULL, NULL, NULL };
  sqlite3_stmt *statement = NULL;
  gboolean failed = FALSE;

  *n = 0;
  if (!query_init (&query, self, filter, "count (*)"))
    return TRUE;
  statement = prepare (self, &query, error);
  if (statement == NULL)
    return FALSE;
  if (legato_store_next_row (self, statement, &failed, error))
    *n = legato_cursor_get_uint (statement, 0);
  sqlite3_finalize (statement);
  return !failed;
}

static gboolean
read_day_count (LegatoStore *self, LegatoCursor *row, gpointer data, GError **error)
{
  LegatoDayCount count = { legato_store_parse_day (legato_cursor_get_text (row, 0)),
                           legato_cursor_get_uint (row, 1), legato_cursor_get_uint (row, 2) };

  g_array_append_val ((GArray *) data, count);
  return TRUE;
}

/**
 * legato_store_list_days:
 * @from_day, @to_day: Julian days, both included
 *
 * Returns: (transfer full) (element-type LegatoDayCount): the days that have an entry, the earliest
 *   first; %NULL with @error set
 */
GArray *
legato_store_list_days (LegatoStore *self, guint32 from_day, guint32 to_day, GError **error)
{
  char from[LEGATO_DAY_SIZE];
  char to[LEGATO_DAY_SIZE];
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (LegatoDayCount));

  legato_store_format_day (from_day, from);
  legato_store_format_day (to_day, to);
  return legato_store_read_rows (self, read_day_count, days, LEGATO_SQL_SELECT_DAYS, error, "tt",
                                 from, to)
             ? g_steal_pointer (&days)
             : NULL;
}

static gboolean
read_tag (LegatoStore *self, LegatoCursor *row, gpointer data, GError **error)
{
  g_autofree char *name = legato_cursor_dup_text (row, 0);

  if (name != NULL)
    g_strv_builder_add (data, name);
  return TRUE;
}

/**
 * legato_store_list_tags:
 *
 * Returns: (transfer full): the tags of the entries, those that are used most first; %NULL with
 *   @error set
 */
GStrv
legato_store_list_tags (LegatoStore *self, GError **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  return legato_store_read_rows (self, read_tag, builder, LEGATO_SQL_SELECT_TAG_NAMES, error, "")
             ? g_strv_builder_end (builder)
             : NULL;
}

/**
 * legato_store_find_entries:
 * @limit: at most so many; 0 for all
 * @offset: leave out so many of the newest
 *
 * Returns: (transfer full) (element-type LegatoEntry): newest first; %NULL with @error set
 */
GPtrArray *
legato_store_find_entries (LegatoStore *self,
                           const LegatoFilter *filter,
                           guint limit,
                           guint offset,
                           GError **error)
{
  g_auto (Query) query = { NULL, NULL, NULL };
  sqlite3_stmt *statement = NULL;
  GPtrArray *entries = NULL;

  if (!query_init (&query, self, filter, LEGATO_ENTRY_COLUMNS))
    return g_ptr_array_new_with_free_func ((GDestroyNotify) legato_entry_unref);
  g_string_append_printf (query.sql, " ORDER BY %s LIMIT %d OFFSET %u",
                          query.match != NULL ? "words.rowid DESC"
                                              : "local_day DESC, at_us DESC, id DESC",
                          limit > 0 ? (int) MIN (limit, (guint) G_MAXINT) : -1, offset);
  statement = prepare (self, &query, error);
  if (statement != NULL)
    entries = legato_store_read_entries (self, statement, error);
  sqlite3_finalize (statement);
  return entries;
}
