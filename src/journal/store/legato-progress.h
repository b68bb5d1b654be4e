/* legato-progress.h: how far something long has come, and whether it shall go on (internal)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * LegatoProgress:
 * @cancellable: (nullable)
 * @report: (nullable): told now and then; @total is 0 while it is not known. Called on the thread
 *   that works
 */
typedef struct
{
  GCancellable *cancellable;
  void (*report) (guint64 done, guint64 total, gpointer data);
  gpointer data;
} LegatoProgress;

/** Returns: whether to go on; %FALSE with %G_IO_ERROR_CANCELLED set */
static inline gboolean
legato_progress_step (const LegatoProgress *self, guint64 done, guint64 total, GError **error)
{
  if (self == NULL)
    return TRUE;
  if (self->report != NULL)
    self->report (done, total, self->data);
  return !g_cancellable_set_error_if_cancelled (self->cancellable, error);
}

G_END_DECLS
