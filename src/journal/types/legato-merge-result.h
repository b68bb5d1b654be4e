/* legato-merge-result.h: what came of bringing two journals together
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LegatoMergeResult: numbers of entries, and of files
 * @n_seen: in what was brought in
 * @n_added: that were not there before
 * @n_changed: that say something else now, or have an earlier version more
 * @n_removed: that the other journal had thrown away for good
 * @n_unread: files in a shared folder that could not be read, and are tried again
 */
typedef struct
{
  guint n_seen;
  guint n_added;
  guint n_changed;
  guint n_removed;
  guint n_unread;
} LegatoMergeResult;

G_END_DECLS
