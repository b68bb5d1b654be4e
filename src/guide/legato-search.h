/* legato-search.h: finds places, techniques, routines, advice and the program's own rooms by what
 * people call them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-guide.h"

G_BEGIN_DECLS

/** What a search finds. */
typedef enum
{
  LEGATO_HIT_ZONE,
  LEGATO_HIT_TECHNIQUE,
  LEGATO_HIT_EXERCISE,
  LEGATO_HIT_ROUTINE,
  LEGATO_HIT_GOAL,
  LEGATO_HIT_ADVICE,
  LEGATO_HIT_TIP,
  LEGATO_HIT_ROOM, /* of the program; only by legato_search_new_with_rooms() */
  LEGATO_HIT_DAY,  /* of the journal; no search of the guide finds one */
} LegatoHitKind;

#define LEGATO_TYPE_HIT_KIND (legato_hit_kind_get_type ())
LEGATO_DECLARE_ENUM (LegatoHitKind, hit_kind)

/**
 * LegatoHit: something found
 * @id: of the zone, technique, exercise, routine, goal, tip or room; of an advice its flag
 * @title: its name
 * @subtitle: a sentence about it: where it lies, how it is done, what to do
 *
 * All strings belong to the guide, or are always there.
 */
typedef struct
{
  LegatoHitKind kind;
  const char *id;
  const char *title;
  const char *subtitle;
} LegatoHit;

/** LegatoSearch: an index of a guide's names, words and sentences; immutable. */
typedef struct _LegatoSearch LegatoSearch;

LegatoSearch *legato_search_new (LegatoGuide *guide);
LegatoSearch *legato_search_new_with_rooms (LegatoGuide *guide);
void legato_search_free (LegatoSearch *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LegatoSearch, legato_search_free)

const char *legato_search_get_title (const LegatoSearch *self, LegatoHitKind kind, const char *id);
GArray *legato_search_find (const LegatoSearch *self, const char *text);

G_END_DECLS
