/* legato-filter.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-journal"

#include "config.h"

#include "legato-filter.h"

/** Returns: (transfer full): a filter that lets every entry through */
LegatoFilter *
legato_filter_new (void)
{
  return g_new0 (LegatoFilter, 1);
}

/** Returns: (transfer full): a copy that shares nothing with @self */
LegatoFilter *
legato_filter_copy (const LegatoFilter *self)
{
  LegatoFilter *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->zone = g_strdup (self->zone);
  copy->routine = g_strdup (self->routine);
  copy->goal = g_strdup (self->goal);
  copy->tag = g_strdup (self->tag);
  copy->words = g_strdup (self->words);
  return copy;
}

void
legato_filter_free (LegatoFilter *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->zone);
  g_free (self->routine);
  g_free (self->goal);
  g_free (self->tag);
  g_free (self->words);
  g_free (self);
}
