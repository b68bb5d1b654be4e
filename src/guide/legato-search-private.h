/* legato-search-private.h: the index of a search (internal)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-search.h"

G_BEGIN_DECLS

/* Where it is met: in a name, in another word for it, in a sentence about it. */
#define IN_NAME 1.0
#define IN_WORDS 0.92
#define IN_SENTENCE 0.3

/* A name, another word for something, or a sentence. */
typedef struct
{
  GArray *words;
  double worth;
} Phrase;

typedef struct
{
  LegatoHit hit;
  GArray *phrases;
} Item;

struct _LegatoSearch
{
  LegatoGuide *guide;
  GArray *items;
  GHashTable *fillers; /* words */
  GHashTable *weak;    /* stems */
  GHashTable *written; /* every word of the guide; borrowed from the items, as the next ones */
  GHashTable *stems;   /* their stems */
  GHashTable *names;   /* those of names and other words only */
};

/* A page or window of the program: its name, a sentence about it, and what people call it. */
typedef struct
{
  const char *id;
  const char *title;
  const char *subtitle;
  const char *words;
} LegatoSearchRoom;

/* legato-search-rooms.c */
const LegatoSearchRoom *legato_search_rooms_get (gsize *n);

G_END_DECLS
