/* legato-day-search.h: days of the journal, for a search
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-entry.h"
#include "legato-guide.h"
#include "legato-search.h"

G_BEGIN_DECLS

/**
 * LegatoFoundDay: a day of the journal that a search has found
 * @id: "2026-11-28"
 * @title: "Saturday, 28 November 2026"
 * @subtitle: what the journal has of it
 */
typedef struct
{
  char *id;
  char *title;
  char *subtitle;
} LegatoFoundDay;

/** LegatoFoundDays: what a search has found in the journal
 * @may_continue: the words mean a session that was cut off, and it can be gone on with
 * @asked: the words name a day or the journal, so that the days are what is looked for
 * @days: (element-type LegatoFoundDay): best first
 */
typedef struct
{
  gboolean may_continue;
  gboolean asked;
  GPtrArray *days;
} LegatoFoundDays;

/** Returns: (transfer full): an entry in a line: what was done, and how it felt */
typedef char *(*LegatoEntryLine) (const LegatoEntry *entry, LegatoGuide *guide);

void legato_found_days_free (LegatoFoundDays *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LegatoFoundDays, legato_found_days_free)

/**
 * LegatoDaySearch: looks for days in a journal that need not be open
 *
 * A search of the desktop asks every program for each letter that is typed, in front of whoever
 * looks on, and shows what they answer beside what was really meant. So by itself a result tells no
 * more than a notice on a locked screen may: how many massages and other entries there are of that
 * day. Whoever types "journal" asks for more, and reads what was done and how it felt. That a
 * massage was refused or stopped, and why, is told in neither case, and a note is never shown, only
 * found. The window's own search tells no more than that: a day is opened to be read.
 */
typedef struct _LegatoDaySearch LegatoDaySearch;

LegatoDaySearch *
legato_day_search_new (LegatoGuide *guide, const char *path, LegatoEntryLine line, guint most);
void legato_day_search_free (LegatoDaySearch *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LegatoDaySearch, legato_day_search_free)

void legato_day_search_find_async (LegatoDaySearch *self,
                                   const LegatoSearch *search,
                                   const char *text,
                                   guint32 today,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
LegatoFoundDays *legato_day_search_find_finish (GAsyncResult *result);

G_END_DECLS
