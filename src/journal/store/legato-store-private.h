/* legato-store-private.h: what the parts of LegatoStore share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-database-check.h"
#include "legato-database.h"
#include "legato-entry-json.h"
#include "legato-file-state.h"
#include "legato-store.h"

G_BEGIN_DECLS

/** The columns that legato_store_read_entry() reads, in that order. */
#define LEGATO_ENTRY_COLUMNS                                                                       \
  "id, uuid, kind, at_us, utc_offset_s, recorded_us, late, routine, zone, leg, planned_s, "        \
  "done_s, completed, note, goal, told, edited_us, deleted_us"

/** "2026-11-21" and the zero */
#define LEGATO_DAY_SIZE 11

typedef enum
{
  LEGATO_SQL_INSERT_ENTRY,
  LEGATO_SQL_UPDATE_ENTRY,
  LEGATO_SQL_SELECT_ID,
  LEGATO_SQL_DELETE_REASONS,
  LEGATO_SQL_DELETE_STEPS,
  LEGATO_SQL_DELETE_RATINGS,
  LEGATO_SQL_DELETE_FEELINGS,
  LEGATO_SQL_DELETE_GIRTHS,
  LEGATO_SQL_DELETE_FOLLOW_UPS,
  LEGATO_SQL_DELETE_TAGS,
  LEGATO_SQL_INSERT_REASON,
  LEGATO_SQL_INSERT_STEP,
  LEGATO_SQL_INSERT_STEP_ZONE,
  LEGATO_SQL_INSERT_RATING,
  LEGATO_SQL_INSERT_FEELING,
  LEGATO_SQL_INSERT_GIRTH,
  LEGATO_SQL_INSERT_FOLLOW_UP,
  LEGATO_SQL_INSERT_TAG,
  LEGATO_SQL_INSERT_WORDS,
  LEGATO_SQL_FORGET_WORDS,
  LEGATO_SQL_INSERT_HISTORY,
  LEGATO_SQL_SELECT_HISTORY,
  LEGATO_SQL_FORGET_HISTORY,
  LEGATO_SQL_INSERT_PURGED,
  LEGATO_SQL_SELECT_PURGED,
  LEGATO_SQL_SELECT_ALL_PURGED,
  LEGATO_SQL_DELETE_ENTRY,
  LEGATO_SQL_SET_DELETED,
  LEGATO_SQL_SELECT_DELETED,
  LEGATO_SQL_SELECT_ENTRY,
  LEGATO_SQL_SELECT_ALL,
  LEGATO_SQL_SELECT_REASONS,
  LEGATO_SQL_SELECT_STEPS,
  LEGATO_SQL_SELECT_STEP_ZONES,
  LEGATO_SQL_SELECT_RATINGS,
  LEGATO_SQL_SELECT_FEELINGS,
  LEGATO_SQL_SELECT_GIRTHS,
  LEGATO_SQL_SELECT_FOLLOW_UPS,
  LEGATO_SQL_SELECT_TAGS,
  LEGATO_SQL_SELECT_TAG_NAMES,
  LEGATO_SQL_SELECT_DAYS,
  LEGATO_SQL_SELECT_FELT,
  LEGATO_SQL_SELECT_NEXT_ZONE,
  LEGATO_SQL_COUNT_SINCE,
  LEGATO_SQL_SELECT_OLD_BIN,
  LEGATO_SQL_SELECT_CLOCK,
  LEGATO_SQL_SET_CLOCK,
  LEGATO_SQL_INSERT_PROFILE,
  LEGATO_SQL_INSERT_CONDITION,
  LEGATO_SQL_INSERT_TOOL,
  LEGATO_SQL_INSERT_BLOCKED,
  LEGATO_SQL_INSERT_AGREED,
  LEGATO_SQL_INSERT_CHECK_IN,
  LEGATO_SQL_INSERT_ANSWER,
  LEGATO_SQL_INSERT_SORENESS,
  LEGATO_SQL_SELECT_PROFILE,
  LEGATO_SQL_SELECT_CONDITIONS,
  LEGATO_SQL_SELECT_TOOLS,
  LEGATO_SQL_SELECT_BLOCKED,
  LEGATO_SQL_SELECT_AGREED,
  LEGATO_SQL_SELECT_CHECK_IN,
  LEGATO_SQL_SELECT_ANSWERS,
  LEGATO_SQL_SELECT_SORENESS,
  LEGATO_SQL_SAVE_RUNNING,
  LEGATO_SQL_FORGET_RUNNING,
  LEGATO_SQL_FORGET_RUNNING_SINCE,
  LEGATO_SQL_SELECT_RUNNING_ID,
  LEGATO_SQL_SELECT_RUNNING,
  LEGATO_SQL_INSERT_JOINT,
  LEGATO_SQL_SELECT_JOINTS,
  LEGATO_SQL_INSERT_CHECK_IN_FEELING,
  LEGATO_SQL_SELECT_CHECK_IN_FEELINGS,
  LEGATO_SQL_RAISE_FLAG,
  LEGATO_SQL_INSERT_FLAG,
  LEGATO_SQL_INSERT_FINE_PLACE,
  LEGATO_SQL_INSERT_ASKED,
  LEGATO_SQL_SELECT_FLAGS,
  LEGATO_SQL_SELECT_FINE_PLACES,
  LEGATO_SQL_SELECT_ASKED,
  LEGATO_SQL_N_STATEMENTS,
} LegatoStatement;

struct _LegatoStore
{
  char *path;
  sqlite3 *db;
  GError *read_only;      /* why nothing can be written, or NULL */
  char *snapshot;         /* the copy that is really open, or NULL */
  gint64 trusted_us;      /* what the clock said at least, see legato-store-bin.c */
  gboolean is_clock_seen; /* since the file was opened */
  LegatoFileState seen;
  gboolean is_remembered; /* @seen is on the disk */
  LegatoFileState left;   /* of one to look up, where nobody else has it open */
  gboolean is_left;
  guint64 log_inode;   /* of the log, 0 for none */
  LegatoCheck *check;  /* a look for damage that is under way, or NULL */
  gint64 data_version; /* as SQLite counts what others commit */
  char *notice;        /* what happened to the file, or NULL */
  sqlite3_stmt *prepared[LEGATO_SQL_N_STATEMENTS];
  GHashTable *own_running; /* UUIDs of the sessions that this program runs */
  int lock_fd;             /* -1 until it is needed */

  /* legato-store-many.c */
  gboolean counts_later; /* the triggers are off, see there */
  guint n_new;           /* in a row */
  gint64 last_counted;   /* the entries after this are not counted yet */
};

gboolean legato_store_begin (LegatoStore *self, GError **error);
gboolean legato_store_fail (LegatoStore *self, int status, GError **error);
gboolean legato_store_fail_at_row (LegatoStore *self, const char *what, GError **error);
LegatoCursor *legato_store_prepare (LegatoStore *self,
                                    LegatoStatement statement,
                                    GError **error,
                                    const char *types,
                                    ...);
gboolean legato_store_run (LegatoStore *self,
                           LegatoStatement statement,
                           GError **error,
                           const char *types,
                           ...);
gboolean
legato_store_next_row (LegatoStore *self, LegatoCursor *cursor, gboolean *failed, GError **error);

/** Reads one row into @data; %FALSE with @error set if that cannot be. */
typedef gboolean (*LegatoReadRow) (LegatoStore *self,
                                   LegatoCursor *row,
                                   gpointer data,
                                   GError **error);
gboolean legato_store_read_rows (LegatoStore *self,
                                 LegatoReadRow read,
                                 gpointer data,
                                 LegatoStatement statement,
                                 GError **error,
                                 const char *types,
                                 ...);
gboolean legato_store_get_int (LegatoStore *self,
                               LegatoStatement statement,
                               const char *uuid,
                               gint64 *value,
                               GError **error);
const char *legato_cursor_get_text (LegatoCursor *cursor, int column);
char *legato_cursor_dup_text (LegatoCursor *cursor, int column);
gboolean legato_cursor_is_within (LegatoCursor *cursor, int column, gint64 min, gint64 max);
guint legato_cursor_get_uint (LegatoCursor *cursor, int column);

void legato_store_format_day (guint32 julian, char text[LEGATO_DAY_SIZE]);
guint32 legato_store_parse_day (const char *text);
gboolean legato_store_write_entry (LegatoStore *self,
                                   LegatoStatement statement,
                                   const LegatoEntry *entry,
                                   GError **error);
gboolean legato_store_write_children (LegatoStore *self,
                                      gint64 id,
                                      const LegatoEntry *entry,
                                      GError **error);
LegatoEntry *legato_store_read_entry (LegatoStore *self, LegatoCursor *cursor, GError **error);
GPtrArray *legato_store_read_entries (LegatoStore *self, LegatoCursor *cursor, GError **error);

/* legato-store-edit.c: all inside a transaction that is open */
gboolean legato_store_find (LegatoStore *self,
                            const char *uuid,
                            gint64 *id,
                            LegatoEntry **entry,
                            GError **error);
gboolean legato_store_edit_entry (LegatoStore *self,
                                  const LegatoEntry *entry,
                                  const LegatoEntry *read,
                                  GError **error);
gboolean
legato_store_replace_entry (LegatoStore *self, gint64 id, const LegatoEntry *entry, GError **error);
gboolean legato_store_keep_version (LegatoStore *self, const LegatoEntry *entry, GError **error);
gboolean legato_store_add_entry (LegatoStore *self, const LegatoEntry *entry, GError **error);
gboolean
legato_store_insert_one_of_many (LegatoStore *self, const LegatoEntry *entry, GError **error);
gboolean legato_store_put_entry (LegatoStore *self,
                                 const LegatoEntry *entry,
                                 const LegatoEntry *read,
                                 GError **error);
gboolean
legato_store_set_deleted (LegatoStore *self, const char *uuid, gboolean deleted, GError **error);
gboolean
legato_store_remove_entry (LegatoStore *self, const char *uuid, gint64 up_to_us, GError **error);

/* legato-store-many.c */
gboolean legato_store_note_new (LegatoStore *self, GError **error);
gboolean legato_store_count_new (LegatoStore *self, GError **error);
void legato_store_forget_new (LegatoStore *self);

/* Of the name of the file beside a journal on which locks are held. */
#define LEGATO_STORE_LOCK_SUFFIX "-lock"

/* legato-store-file.c */
gboolean legato_store_finish (LegatoStore *self, gboolean ok, GError **error);
gboolean legato_store_connect (LegatoStore *self, GError **error);
void legato_store_disconnect (LegatoStore *self, gboolean keep_log);
void legato_store_leave (LegatoStore *self);
gboolean legato_store_look_at_file (LegatoStore *self, GError **error);
void legato_store_remember_file (LegatoStore *self);
gboolean legato_store_mend_counts (LegatoStore *self, GError **error);
int legato_store_get_lock_fd (LegatoStore *self);

/* legato-store-bin.c */
gboolean legato_store_purge (LegatoStore *self, gint64 before_us, GError **error);
gboolean legato_store_look_at_clock (LegatoStore *self, GError **error);

G_END_DECLS
