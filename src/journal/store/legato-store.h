/* legato-store.h: every query of the journal, on the calling thread (internal)
 *
 * Here and in the other headers of this folder a function with an @error sets it whenever it
 * returns %FALSE or %NULL. What changes the journal is on the disk when it returns %TRUE; otherwise
 * nothing was changed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-database-check.h"
#include "legato-entry.h"
#include "legato-felt.h"
#include "legato-filter.h"
#include "legato-journal-error.h"

G_BEGIN_DECLS

/** LegatoStore: an open journal file. Used by one thread at a time. */
typedef struct _LegatoStore LegatoStore;

LegatoStore *legato_store_open (const char *path, GError **error);
LegatoStore *legato_store_open_to_read (const char *path, GError **error);
LegatoStore *legato_store_open_to_look_up (const char *path, GError **error);
LegatoStore *legato_store_open_in_memory (GError **error);
gboolean legato_store_was_left (LegatoStore *self);
void legato_store_close (LegatoStore *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LegatoStore, legato_store_close)

const GError *legato_store_get_read_only (LegatoStore *self);
gboolean legato_store_try_to_write (LegatoStore *self, GError **error);
gboolean legato_store_has_changed (LegatoStore *self);
char *legato_store_take_notice (LegatoStore *self);
LegatoCheck *legato_store_get_check (LegatoStore *self);

gboolean legato_store_add (LegatoStore *self, const LegatoEntry *entry, GError **error);
gboolean legato_store_put (LegatoStore *self,
                           const LegatoEntry *entry,
                           const LegatoEntry *read,
                           GError **error);
gboolean legato_store_delete (LegatoStore *self, const char *uuid, GError **error);
gboolean legato_store_restore (LegatoStore *self, const char *uuid, GError **error);
gboolean legato_store_count_entries (LegatoStore *self,
                                     const LegatoFilter *filter,
                                     guint *n,
                                     GError **error);
GArray *
legato_store_list_days (LegatoStore *self, guint32 from_day, guint32 to_day, GError **error);
GStrv legato_store_list_tags (LegatoStore *self, GError **error);
GPtrArray *legato_store_find_entries (LegatoStore *self,
                                      const LegatoFilter *filter,
                                      guint limit,
                                      guint offset,
                                      GError **error);
GPtrArray *legato_store_list_deleted (LegatoStore *self, GError **error);
gboolean legato_store_empty_bin (LegatoStore *self, GError **error);
GArray *legato_store_ratings (LegatoStore *self,
                              const char *zone,
                              guint32 from_day,
                              guint32 to_day,
                              GError **error);
GArray *legato_store_felt_ever (LegatoStore *self, GError **error);

G_END_DECLS
