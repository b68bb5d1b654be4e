/* legato-store-merge.h: journals of several computers become one (internal)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-merge-result.h"
#include "legato-progress.h"
#include "legato-store.h"

G_BEGIN_DECLS

gboolean legato_store_merge_versions (LegatoStore *self,
                                      GPtrArray *versions,
                                      LegatoMergeResult *result,
                                      GError **error);
gboolean legato_store_merge_purged (LegatoStore *self,
                                    const char *uuid,
                                    gint64 edited_us,
                                    LegatoMergeResult *result,
                                    GError **error);

gboolean legato_store_export (LegatoStore *self,
                              GOutputStream *stream,
                              const LegatoProgress *progress,
                              GError **error);
gboolean legato_store_import (LegatoStore *self,
                              GInputStream *stream,
                              gboolean try_only,
                              const LegatoProgress *progress,
                              LegatoMergeResult *result,
                              GError **error);
/** The tables of what a person said about themselves; %NULL at the end. */
extern const char *const legato_person_tables[];
gboolean legato_store_write_person (LegatoStore *self, GString *json, GError **error);
gboolean legato_store_read_person (LegatoStore *self, const char *json, GError **error);

G_END_DECLS
