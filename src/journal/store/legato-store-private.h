/* legato-store-private.h: what the parts of LegatoStore share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-database.h"
#include "legato-store.h"

G_BEGIN_DECLS

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
  LEGATO_SQL_INSERT_REASON,
  LEGATO_SQL_INSERT_STEP,
  LEGATO_SQL_INSERT_STEP_ZONE,
  LEGATO_SQL_INSERT_RATING,
  LEGATO_SQL_INSERT_FEELING,
  LEGATO_SQL_SET_DELETED,
  LEGATO_SQL_SELECT_ENTRIES,
  LEGATO_SQL_SELECT_REASONS,
  LEGATO_SQL_SELECT_STEPS,
  LEGATO_SQL_SELECT_STEP_ZONES,
  LEGATO_SQL_SELECT_RATINGS,
  LEGATO_SQL_SELECT_FEELINGS,
  LEGATO_SQL_SELECT_FELT_ZONE,
  LEGATO_SQL_SELECT_FELT,
  LEGATO_SQL_PURGE,
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
  LEGATO_SQL_SELECT_RUNNING_ID,
  LEGATO_SQL_SELECT_RUNNING,
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
  sqlite3_stmt *prepared[LEGATO_SQL_N_STATEMENTS];
  GHashTable *own_running; /* UUIDs of the sessions that this program runs */
  int lock_fd;             /* -1 until it is needed */
};

gboolean legato_store_begin (LegatoStore *self, GError **error);
gboolean legato_store_finish (LegatoStore *self, gboolean ok, GError **error);
gboolean legato_store_fail (LegatoStore *self, int status, GError **error);
LegatoCursor *legato_store_prepare (LegatoStore *self,
                                    LegatoStatement statement,
                                    GError **error,
                                    const char *types,
                                    ...);
gboolean legato_store_run (LegatoStore *self, LegatoCursor *prepared, GError **error);
gboolean
legato_store_next_row (LegatoStore *self, LegatoCursor *cursor, gboolean *failed, GError **error);
const char *legato_cursor_get_text (LegatoCursor *cursor, int column);
guint legato_cursor_get_uint (LegatoCursor *cursor, int column);

void legato_store_format_day (guint32 julian, char text[LEGATO_DAY_SIZE]);
guint32 legato_store_parse_day (const char *text);
gint64 legato_store_time_to_us (GDateTime *time);
GDateTime *legato_store_time_from_us (gint64 us, int utc_offset_s);

gboolean legato_store_write_entry (LegatoStore *self,
                                   LegatoStatement statement,
                                   const LegatoEntry *entry,
                                   GError **error);
gboolean legato_store_write_children (LegatoStore *self,
                                      gint64 id,
                                      const LegatoEntry *entry,
                                      GError **error);
LegatoEntry *legato_store_read_entry (LegatoStore *self, LegatoCursor *cursor, GError **error);

G_END_DECLS
