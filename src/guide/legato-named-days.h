/* legato-named-days.h: days as people name them when they look for something
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** LegatoDayRange: Julian days, both included */
typedef struct
{
  guint32 first;
  guint32 last;
} LegatoDayRange;

/**
 * LegatoNamedDays: what was typed, as far as it names days or the journal
 * @ranges: (element-type LegatoDayRange): the days that may be meant, the likeliest first; empty if
 *   none is named
 * @journal: it names the journal
 * @rest: the words that name neither; all that was typed where nothing does
 */
typedef struct
{
  GArray *ranges;
  gboolean journal;
  char *rest;
} LegatoNamedDays;

LegatoNamedDays *legato_named_days_read (const char *text, guint32 today);
void legato_named_days_free (LegatoNamedDays *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LegatoNamedDays, legato_named_days_free)

G_END_DECLS
