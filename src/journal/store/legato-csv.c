/* legato-csv.c
 *
 * RFC 4180: commas, quotes where they are needed and doubled within, CR LF. Reading also takes
 * semicolons, which spreadsheets write where the comma is for decimals, and LF alone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-journal"

#include "config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "legato-database-file.h"
#include "legato-database-open.h"
#include "legato-csv-gather.h"
#include "legato-csv.h"
#include "legato-store-merge.h"
#include "legato-store-private.h"
#include "legato-word-limit.h"

#define WRITE_AT_ONCE 65536

/* Bytes of one field, and fields of one row: more is a broken file. */
#define FIELD_MAX (1024 * 1024)
#define FIELDS_MAX 1000

#define MM_PER_CM 10.0

/* The measure of what was said in one tap on a day after a session. */
#define FOLLOW_UP "follow-up"

static void
append_field (GString *text, const char *field)
{
  if (text->len > 0 && text->str[text->len - 1] != '\n')
    g_string_append_c (text, ',');
  if (field == NULL)
    return;
  if (strpbrk (field, ",;\"\r\n") == NULL && *field != ' ')
    {
      g_string_append (text, field);
      return;
    }
  g_string_append_c (text, '"');
  for (const char *c = field; *c != '\0'; c++)
    {
      if (*c == '"')
        g_string_append_c (text, '"');
      g_string_append_c (text, *c);
    }
  g_string_append_c (text, '"');
}

/* What a row says besides its entry. */
typedef struct
{
  const char *measure;
  const char *place;
  const char *leg;
  const char *moment;
  char value[G_ASCII_DTOSTR_BUF_SIZE];
  gboolean late;
} Measure;

static void
append_row (GString *text,
            const LegatoEntry *entry,
            const Measure *measure,
            const LegatoCsvNames *names)
{
  g_autofree char *date = g_date_time_format (entry->at, "%Y-%m-%d");
  g_autofree char *time = g_date_time_format (entry->at, "%H:%M:%S");
  g_autofree char *offset = g_date_time_format (entry->at, "%:z");
  g_autofree char *minutes =
      entry->done_s > 0 ? g_strdup_printf ("%u", (entry->done_s + 30) / 60) : NULL;
  g_autofree char *tags = g_strjoinv (";", entry->tags);
  const char *fields[LEGATO_CSV_N_COLUMNS] = {
    [LEGATO_CSV_DATE] = date,
    [LEGATO_CSV_TIME] = time,
    [LEGATO_CSV_UTC_OFFSET] = offset,
    [LEGATO_CSV_KIND] = legato_entry_kind_to_id (entry->kind),
    [LEGATO_CSV_ROUTINE] = entry->routine,
    [LEGATO_CSV_GOAL] = entry->goal,
    [LEGATO_CSV_MINUTES] = minutes,
    [LEGATO_CSV_MEASURE] = measure->measure,
    [LEGATO_CSV_PLACE] = measure->place,
    [LEGATO_CSV_LEG] = measure->leg,
    [LEGATO_CSV_MOMENT] = measure->moment,
    [LEGATO_CSV_VALUE] = measure->value,
    [LEGATO_CSV_LATE] = measure->late ? "yes" : NULL,
    [LEGATO_CSV_TAGS] = tags,
    [LEGATO_CSV_NOTE] = entry->note,
    [LEGATO_CSV_ENTRY] = entry->uuid,
  };

  for (int i = 0; i < LEGATO_CSV_N_COLUMNS; i++)
    append_field (text, legato_csv_names_get (names, (LegatoCsvColumn) i, fields[i]));
  for (int i = 0; i < LEGATO_CSV_N_COLUMNS; i++)
    if (legato_csv_column_get_id_column ((LegatoCsvColumn) i) != NULL)
      append_field (text, fields[i]);
  g_string_append (text, "\r\n");
}

static void
append_header (GString *text)
{
  for (int i = 0; i < LEGATO_CSV_N_COLUMNS; i++)
    append_field (text, legato_csv_column_get_id ((LegatoCsvColumn) i));
  for (int i = 0; i < LEGATO_CSV_N_COLUMNS; i++)
    if (legato_csv_column_get_id_column ((LegatoCsvColumn) i) != NULL)
      append_field (text, legato_csv_column_get_id_column ((LegatoCsvColumn) i));
  g_string_append (text, "\r\n");
}

/* What is said of a day after the session has its own time to be late. */
static gboolean
is_of_a_later_day (LegatoMoment moment)
{
  return moment == LEGATO_MOMENT_NEXT_DAY || moment == LEGATO_MOMENT_SECOND_DAY;
}

static void
append_entry (GString *text, const LegatoEntry *entry, const LegatoCsvNames *names)
{
  for (guint i = 0; i < entry->ratings->len; i++)
    {
      const LegatoRating *rating = g_ptr_array_index (entry->ratings, i);
      Measure measure = { "soreness",
                          rating->zone,
                          legato_leg_to_id (rating->leg),
                          legato_moment_to_id (rating->moment),
                          "",
                          rating->late || (entry->late && !is_of_a_later_day (rating->moment)) };

      g_snprintf (measure.value, sizeof measure.value, "%u", rating->value);
      append_row (text, entry, &measure, names);
    }
  for (guint i = 0; i < entry->feelings->len; i++)
    {
      const LegatoFeeling *feeling = g_ptr_array_index (entry->feelings, i);
      Measure measure = {
        feeling->id, NULL, legato_leg_to_id (feeling->leg), NULL, "", entry->late
      };

      g_snprintf (measure.value, sizeof measure.value, "%u", feeling->value);
      append_row (text, entry, &measure, names);
    }
  for (guint i = 0; i < entry->girths->len; i++)
    {
      const LegatoGirth *girth = g_ptr_array_index (entry->girths, i);
      Measure measure = { "girth",
                          legato_girth_place_to_id (girth->place),
                          legato_leg_to_id (girth->leg),
                          NULL,
                          "",
                          entry->late };

      g_ascii_formatd (measure.value, sizeof measure.value, "%.1f", girth->mm / MM_PER_CM);
      append_row (text, entry, &measure, names);
    }
  for (guint i = 0; i < entry->follow_ups->len; i++)
    {
      const LegatoFollowUp *follow_up = g_ptr_array_index (entry->follow_ups, i);
      Measure measure = { FOLLOW_UP, NULL,           NULL, legato_moment_to_id (follow_up->moment),
                          "",        follow_up->late };

      g_strlcpy (measure.value, legato_compared_to_id (follow_up->compared), sizeof measure.value);
      append_row (text, entry, &measure, names);
    }
  if (entry->ratings->len + entry->feelings->len + entry->girths->len + entry->follow_ups->len == 0)
    append_row (text, entry, &(Measure){ .late = entry->late }, names);
}

static gboolean
write_table (LegatoStore *self,
             GOutputStream *stream,
             const LegatoCsvNames *names,
             const LegatoProgress *progress,
             GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (LegatoCursor) cursor = legato_store_prepare (self, LEGATO_SQL_SELECT_ALL, error, "");
  GCancellable *cancellable = progress != NULL ? progress->cancellable : NULL;
  gboolean failed = FALSE;
  guint64 n_done = 0;

  append_header (text);
  while (cursor != NULL && legato_store_next_row (self, cursor, &failed, error))
    {
      g_autoptr (LegatoEntry) entry = legato_store_read_entry (self, cursor, error);

      if (entry == NULL)
        return FALSE;
      n_done++;
      if (entry->deleted_at == NULL)
        append_entry (text, entry, names);
      if (text->len < WRITE_AT_ONCE)
        continue;
      if (!g_output_stream_write_all (stream, text->str, text->len, NULL, cancellable, error)
          || !legato_progress_step (progress, n_done, 0, error))
        return FALSE;
      g_string_truncate (text, 0);
    }
  return cursor != NULL && !failed
         && g_output_stream_write_all (stream, text->str, text->len, NULL, cancellable, error);
}

/**
 * legato_store_export_csv:
 * @names: (nullable): what is called otherwise than by its id
 * @progress: (nullable): entries
 *
 * Writes a row for each rating, feeling and girth, and one for an entry without any; what is
 * deleted is left out.
 */
gboolean
legato_store_export_csv (LegatoStore *self,
                         GOutputStream *stream,
                         const LegatoCsvNames *names,
                         const LegatoProgress *progress,
                         GError **error)
{
  gboolean ok = legato_database_exec (self->db, "BEGIN", error)
                && write_table (self, stream, names, progress, error);

  sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);
  return ok;
}

/* A table that is read row by row. */
typedef struct
{
  FILE *file;
  const char *path;
  const int *columns;
  const LegatoCsvNames *names;
  int separator; /* 0 until the first line has shown it */
  guint row;
  gboolean failed;
} Table;

static gboolean
refuse (guint row, const char *reason, GError **error)
{
  g_set_error (error, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_INVALID,
               /* Translators: the number of a row in a table, and what is wrong with it */
               _ ("Row %u: %s"), row, reason);
  return FALSE;
}

/* Reads a field; *@last: it ends the row. */
static gboolean
read_field (Table *self, GString *field, gboolean *last, GError **error)
{
  gboolean quoted = FALSE;
  int c = getc (self->file);

  g_string_truncate (field, 0);
  if (c == '"')
    {
      quoted = TRUE;
      c = getc (self->file);
    }
  for (;; c = getc (self->file))
    {
      if (quoted && c == '"')
        {
          c = getc (self->file);
          if (c != '"')
            quoted = FALSE;
        }
      if (c == EOF && ferror (self->file))
        return legato_database_fail_to_open (self->path, errno, error);
      if (c == EOF && quoted)
        return refuse (self->row, _ ("a quotation mark is missing"), error);
      if (!quoted && self->separator == 0 && (c == ',' || c == ';' || c == '\t'))
        self->separator = c;
      if (c == EOF || (!quoted && (c == '\n' || c == self->separator)))
        break;
      if (field->len >= FIELD_MAX)
        return refuse (self->row, _ ("it is too long"), error);
      g_string_append_c (field, (char) c);
    }
  *last = c != self->separator || c == EOF || c == '\n';
  if (*last && field->len > 0 && field->str[field->len - 1] == '\r')
    g_string_truncate (field, field->len - 1);
  return TRUE;
}

/* Returns: (transfer full) (nullable): %NULL at the end, or with @error set */
static GStrv
read_row (Table *self, GError **error)
{
  g_autoptr (GStrvBuilder) fields = g_strv_builder_new ();
  g_autoptr (GString) field = g_string_new (NULL);
  gboolean last = FALSE;
  int c = getc (self->file);

  if (c == EOF)
    {
      self->failed =
          ferror (self->file) && !legato_database_fail_to_open (self->path, errno, error);
      return NULL;
    }
  ungetc (c, self->file);
  self->row++;
  for (guint i = 0; !last; i++)
    {
      self->failed = !read_field (self, field, &last, error);
      if (!self->failed && (i >= FIELDS_MAX || !g_utf8_validate_len (field->str, field->len, NULL)))
        self->failed = !refuse (self->row, _ ("it is too long, or no text in UTF-8"), error);
      if (self->failed)
        return NULL;
      /* Some programs mark UTF-8 at the beginning. */
      g_strv_builder_add (fields,
                          self->row == 1 && i == 0 && g_str_has_prefix (field->str, "\uFEFF")
                              ? field->str + strlen ("\uFEFF")
                              : field->str);
    }
  return g_strv_builder_end (fields);
}

static gboolean
open_table (Table *self, GError **error)
{
  gboolean exists;

  if (!legato_database_check_path (self->path, &exists, error))
    return FALSE;
  self->file = fopen (self->path, "rbe");
  return self->file != NULL || legato_database_fail_to_open (self->path, errno, error);
}

/**
 * legato_csv_read:
 * @max_rows: at most so many, the first with the names of the columns included
 *
 * Returns: (transfer full) (element-type GStrv): rows, to be shown; %NULL with @error set
 */
GPtrArray *
legato_csv_read (const char *path, guint max_rows, GError **error)
{
  Table table = { NULL, path };
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  GStrv row = NULL;

  if (!open_table (&table, error))
    return NULL;
  while (rows->len < max_rows && (row = read_row (&table, error)) != NULL)
    g_ptr_array_add (rows, row);
  fclose (table.file);
  return table.failed ? NULL : g_steal_pointer (&rows);
}

static const char *
get (const Table *self, GStrv row, LegatoCsvColumn column)
{
  int place = self->columns[column];

  return place >= 0 && (guint) place < g_strv_length (row) ? g_strstrip (row[place]) : "";
}

/* A word that no entry may have would be kept for ever. */
static gboolean
check_words (const Table *self, GStrv row, GStrv tags, GError **error)
{
  static const LegatoCsvColumn columns[] = { LEGATO_CSV_ROUTINE, LEGATO_CSV_GOAL,
                                             LEGATO_CSV_MEASURE, LEGATO_CSV_PLACE };
  gboolean ok = TRUE;

  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    ok = ok && g_utf8_strlen (get (self, row, columns[i]), -1) <= LEGATO_WORD_MAX;
  for (gsize i = 0; tags[i] != NULL; i++)
    ok = ok && g_utf8_strlen (g_strstrip (tags[i]), -1) <= LEGATO_WORD_MAX;
  return ok || refuse (self->row, _ ("it is too long"), error);
}

/* Returns: (transfer full): what may be said by its name */
static char *
dup_id (const Table *self, GStrv row, LegatoCsvColumn column)
{
  return legato_csv_names_find_id (self->names, column, get (self, row, column));
}

static gboolean
is_late (const Table *self, GStrv row)
{
  return *get (self, row, LEGATO_CSV_LATE) != '\0';
}

/* What is in the guide, or might be in that of a newer version. */
static gboolean
looks_like_an_id (const char *text)
{
  const char *c = text;

  while (g_ascii_islower (*c) || g_ascii_isdigit (*c) || *c == '-')
    c++;
  return *text != '\0' && *c == '\0';
}

static GDateTime *
read_time (const Table *self, GStrv row)
{
  const char *date = get (self, row, LEGATO_CSV_DATE);
  const char *time = get (self, row, LEGATO_CSV_TIME);
  const char *offset = get (self, row, LEGATO_CSV_UTC_OFFSET);
  g_autoptr (GTimeZone) zone =
      *offset != '\0' ? g_time_zone_new_identifier (offset) : g_time_zone_new_local ();
  g_autofree char *text = strchr (date, 'T') != NULL
                              ? g_strdup (date)
                              : g_strdup_printf ("%sT%s%s", date, *time != '\0' ? time : "12:00:00",
                                                 strlen (time) == strlen ("12:00") ? ":00" : "");
  GDateTime *at = zone != NULL ? g_date_time_new_from_iso8601 (text, zone) : NULL;

  if (at != NULL && (g_date_time_to_unix (at) < 0 || legato_time_to_us (at) > LEGATO_TIME_MAX_US))
    g_clear_pointer (&at, g_date_time_unref);
  return at;
}

static LegatoEntry *
begin_entry (const Table *self, GStrv row, GError **error)
{
  g_autoptr (GDateTime) at = read_time (self, row);
  const char *kind_id = get (self, row, LEGATO_CSV_KIND);
  const char *uuid = get (self, row, LEGATO_CSV_ENTRY);
  g_autofree char *routine = dup_id (self, row, LEGATO_CSV_ROUTINE);
  g_autofree char *goal = dup_id (self, row, LEGATO_CSV_GOAL);
  g_auto (GStrv) tags = g_strsplit (get (self, row, LEGATO_CSV_TAGS), ";", -1);
  LegatoEntryKind kind = LEGATO_ENTRY_CHECK_IN;
  LegatoMoment moment = LEGATO_MOMENT_BEFORE;
  g_autofree char *identity = NULL;
  LegatoEntry *entry;

  if (at == NULL)
    {
      refuse (self->row, _ ("the date or time is not as it should be"), error);
      return NULL;
    }
  if (*kind_id != '\0' && !legato_entry_kind_from_id (kind_id, &kind))
    {
      refuse (self->row, _ ("there is no such kind of entry"), error);
      return NULL;
    }
  if (!check_words (self, row, tags, error))
    return NULL;
  legato_moment_from_id (get (self, row, LEGATO_CSV_MOMENT), &moment);
  entry = legato_entry_new (kind, at);
  identity =
      g_strdup_printf ("%" G_GINT64_FORMAT " %s %s", legato_time_to_us (at), kind_id, routine);
  g_free (entry->uuid);
  entry->uuid = g_uuid_string_is_valid (uuid) ? g_ascii_strdown (uuid, -1)
                                              : legato_csv_gather_make_uuid (identity);
  /* It counts as recorded when it happened: so it is the same however often it is brought in. */
  g_date_time_unref (entry->recorded_at);
  g_date_time_unref (entry->edited_at);
  entry->recorded_at = g_date_time_to_utc (at);
  entry->edited_at = g_date_time_ref (entry->recorded_at);
  entry->late = is_late (self, row) && !is_of_a_later_day (moment);
  entry->unguided = kind == LEGATO_ENTRY_SESSION;
  entry->routine = *routine != '\0' ? g_strdup (routine) : NULL;
  entry->goal = *goal != '\0' ? g_strdup (goal) : NULL;
  entry->done_s =
      (guint) CLAMP (g_ascii_strtod (get (self, row, LEGATO_CSV_MINUTES), NULL), 0, 24 * 60) * 60;
  entry->planned_s = entry->done_s;
  entry->completed = kind == LEGATO_ENTRY_SESSION;
  g_free (entry->note);
  entry->note = g_strdup (get (self, row, LEGATO_CSV_NOTE));
  for (gsize i = 0; tags[i] != NULL; i++)
    legato_entry_add_tag (entry, g_strstrip (tags[i]));
  return entry;
}

static void
add_rating (LegatoEntry *entry,
            const char *zone,
            LegatoLeg leg,
            LegatoMoment moment,
            guint value,
            gboolean late)
{
  legato_entry_add_rating (entry, zone, leg, moment, value);
  ((LegatoRating *) g_ptr_array_index (entry->ratings, entry->ratings->len - 1))->late = late;
}

/* "better", "same" or "worse" instead of a number. */
static gboolean
add_follow_up (const Table *self, GStrv row, LegatoEntry *entry, GError **error)
{
  LegatoMoment moment = LEGATO_MOMENT_BEFORE;
  LegatoCompared compared = LEGATO_COMPARED_SAME;

  if (!legato_moment_from_id (get (self, row, LEGATO_CSV_MOMENT), &moment)
      || !is_of_a_later_day (moment))
    return refuse (self->row, _ ("the place or the moment is not known"), error);
  if (!legato_compared_from_id (get (self, row, LEGATO_CSV_VALUE), &compared))
    return refuse (self->row, _ ("the value is out of range"), error);
  legato_entry_add_follow_up (entry, moment, compared, is_late (self, row));
  return TRUE;
}

static gboolean
add_measure (const Table *self, GStrv row, LegatoEntry *entry, GError **error)
{
  const char *measure = get (self, row, LEGATO_CSV_MEASURE);
  g_autofree char *place = dup_id (self, row, LEGATO_CSV_PLACE);
  g_autofree char *leg_id = dup_id (self, row, LEGATO_CSV_LEG);
  const char *moment_id = get (self, row, LEGATO_CSV_MOMENT);
  g_autofree char *text = g_strdelimit (g_strdup (get (self, row, LEGATO_CSV_VALUE)), ",", '.');
  gboolean is_girth = g_str_equal (measure, "girth");
  gboolean is_soreness = *measure == '\0' || g_str_equal (measure, "soreness");
  LegatoMoment moment =
      entry->kind == LEGATO_ENTRY_SESSION ? LEGATO_MOMENT_BEFORE : LEGATO_MOMENT_CHECK_IN;
  LegatoGirthPlace girth_place = LEGATO_GIRTH_ANKLE;
  LegatoLeg leg = LEGATO_LEG_BOTH;
  char *end = NULL;
  double value = g_ascii_strtod (text, &end);

  if (*text == '\0')
    return TRUE;
  if (g_str_equal (measure, FOLLOW_UP))
    return add_follow_up (self, row, entry, error);
  if (*end != '\0' || !(value >= 0 && value < G_MAXINT)
      || (!is_girth && (value > LEGATO_RATING_MAX || value != (double) (int) value))
      || (is_girth
          && (value * MM_PER_CM < LEGATO_GIRTH_MIN_MM || value * MM_PER_CM > LEGATO_GIRTH_MAX_MM)))
    return refuse (self->row, _ ("the value is out of range"), error);
  if (!legato_leg_from_id (leg_id, &leg) || (leg == LEGATO_LEG_BOTH && (is_girth || is_soreness)))
    return refuse (self->row, _ ("the leg is neither “left” nor “right”"), error);
  if ((*moment_id != '\0' && !legato_moment_from_id (moment_id, &moment))
      || (is_soreness && !looks_like_an_id (place))
      || (is_girth && !legato_girth_place_from_id (place, &girth_place)))
    return refuse (self->row, _ ("the place or the moment is not known"), error);

  if (is_girth)
    legato_entry_add_girth (entry, girth_place, leg, (guint) (value * MM_PER_CM + 0.5));
  else if (is_soreness)
    add_rating (entry, place, leg, moment, (guint) value, is_late (self, row));
  else
    legato_entry_add_feeling (entry, measure, leg, (guint) value);
  return TRUE;
}

/* What is known already stays as it is: a table says less than the journal. */
static gboolean
put_entry (LegatoStore *self, LegatoEntry *entry, LegatoMergeResult *result, GError **error)
{
  g_autoptr (GPtrArray) versions = g_ptr_array_new ();
  gint64 id;

  if (!legato_store_find (self, entry->uuid, &id, NULL, error))
    return FALSE;
  if (id != 0)
    {
      result->n_seen++;
      return TRUE;
    }
  g_ptr_array_add (versions, entry);
  return legato_store_merge_versions (self, versions, result, error);
}

/* Two rows of one day, without a time, are two sessions unless something else says that they are
 * one. */
static gboolean
may_repeat (const Table *self, GStrv row)
{
  return !g_uuid_string_is_valid (get (self, row, LEGATO_CSV_ENTRY))
         && *get (self, row, LEGATO_CSV_TIME) == '\0'
         && strchr (get (self, row, LEGATO_CSV_DATE), 'T') == NULL;
}

static gboolean
read_table (Table *table, LegatoCsvGather *gather, const LegatoProgress *progress, GError **error)
{
  g_auto (GStrv) header = read_row (table, error);
  GStrv next = NULL;

  while (header != NULL && (next = read_row (table, error)) != NULL)
    {
      g_auto (GStrv) row = next;
      g_autoptr (LegatoEntry) entry = NULL;

      if (row[0] == NULL || (row[1] == NULL && *row[0] == '\0'))
        continue;
      entry = begin_entry (table, row, error);
      if (entry == NULL || !add_measure (table, row, entry, error)
          || !legato_progress_step (progress, (guint64) ftell (table->file), 0, error))
        return FALSE;
      legato_csv_gather_add (gather, entry, may_repeat (table, row));
    }
  return !table->failed;
}

static gboolean
put_entries (LegatoStore *self,
             GPtrArray *entries,
             guint64 n_bytes,
             const LegatoProgress *progress,
             LegatoMergeResult *result,
             GError **error)
{
  for (guint i = 0; i < entries->len; i++)
    if (!put_entry (self, g_ptr_array_index (entries, i), result, error)
        || !legato_progress_step (progress, n_bytes, 0, error))
      return FALSE;
  return TRUE;
}

/**
 * legato_store_import_csv:
 * @columns: for each #LegatoCsvColumn the place of its column from 0, or -1; see
 *   legato_csv_guess_columns()
 * @names: (nullable): what may be said by its name
 * @try_only: find out what would come of it, and change nothing
 * @progress: (nullable): bytes
 * @result: (out): what came of it
 *
 * Brings in a table whose first row names its columns: all of it, or nothing if anything is wrong
 * with it. An entry that the journal knows is left alone.
 */
gboolean
legato_store_import_csv (LegatoStore *self,
                         const char *path,
                         const int *columns,
                         const LegatoCsvNames *names,
                         gboolean try_only,
                         const LegatoProgress *progress,
                         LegatoMergeResult *result,
                         GError **error)
{
  Table table = { NULL, path, columns, names };
  g_autoptr (LegatoCsvGather) gather = legato_csv_gather_new ();
  gboolean ok;

  memset (result, 0, sizeof *result);
  if (!open_table (&table, error))
    return FALSE;
  /* Nobody else has to wait while it is read. */
  ok = read_table (&table, gather, progress, error) && legato_store_begin (self, error);
  if (ok)
    {
      ok = put_entries (self, legato_csv_gather_get_entries (gather), (guint64) ftell (table.file),
                        progress, result, error);
      if (ok && try_only)
        legato_store_finish (self, FALSE, NULL);
      else
        ok = legato_store_finish (self, ok, error);
    }
  fclose (table.file);
  return ok;
}
