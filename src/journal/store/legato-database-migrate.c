/* legato-database-migrate.c: from the schema of an older journal to this program's
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-journal"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-database-open.h"
#include "legato-journal-resources.h"
#include "legato-text-index.h"

/* Brings a journal from version @version - 1 to @version.
 *
 * @resource: path of its SQL script in the journal's resources
 * @fill: (nullable): does what SQL cannot, after the script, in the same transaction
 */
typedef struct
{
  int version;
  const char *resource;
  gboolean (*fill) (sqlite3 *db, GError **error);
} Migration;

static const Migration migrations[] = {
  { 1, "/io/github/legato_app/Legato/journal/schema-1.sql", NULL },
  { 2, "/io/github/legato_app/Legato/journal/schema-2.sql", NULL },
  { 3, "/io/github/legato_app/Legato/journal/schema-3.sql", NULL },
  { 4, "/io/github/legato_app/Legato/journal/schema-4.sql", NULL },
  { 5, "/io/github/legato_app/Legato/journal/schema-5.sql", legato_text_index_build },
  { 6, "/io/github/legato_app/Legato/journal/schema-6.sql", NULL },
  { 7, "/io/github/legato_app/Legato/journal/schema-7.sql", NULL },
  { 8, "/io/github/legato_app/Legato/journal/schema-8.sql", NULL },
};

/**
 * legato_database_get_newest_version:
 *
 * Returns: the schema version that this program writes
 */
int
legato_database_get_newest_version (void)
{
  return migrations[G_N_ELEMENTS (migrations) - 1].version;
}

static gboolean
apply_migration (sqlite3 *db, const Migration *migration, GError **error)
{
  g_autoptr (GBytes) script = NULL;
  g_autofree char *stamp = NULL;
  gint64 version;

  script = g_resource_lookup_data (legato_journal_get_resource (), migration->resource,
                                   G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  if (script == NULL)
    return FALSE;

  stamp = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d; COMMIT",
                           LEGATO_DATABASE_APPLICATION_ID, migration->version);

  /* Another process may have migrated while we waited for the lock. */
  if (!legato_database_exec (db, "BEGIN IMMEDIATE", error)
      || !legato_database_get_int (db, "PRAGMA user_version", &version, error))
    return FALSE;
  if (version >= migration->version)
    return legato_database_exec (db, "ROLLBACK", error);

  return legato_database_exec (db, g_bytes_get_data (script, NULL), error)
         && (migration->fill == NULL || migration->fill (db, error))
         && legato_database_exec (db, stamp, error);
}

/**
 * legato_database_migrate:
 * @to_version: 1 to legato_database_get_newest_version()
 *
 * Applies each migration that is missing, each in a transaction of its own that also sets
 * `application_id` and `user_version`. A migration that fails leaves the version before it.
 */
gboolean
legato_database_migrate (sqlite3 *db, int to_version, GError **error)
{
  gint64 version;

  if (!legato_database_get_int (db, "PRAGMA user_version", &version, error))
    return FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (migrations) && migrations[i].version <= to_version; i++)
    {
      if (migrations[i].version > version && !apply_migration (db, &migrations[i], error))
        {
          if (!sqlite3_get_autocommit (db))
            sqlite3_exec (db, "ROLLBACK", NULL, NULL, NULL);
          return FALSE;
        }
    }
  return TRUE;
}
