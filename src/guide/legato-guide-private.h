/* legato-guide-private.h: the inside of a guide, for its readers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-guide-node.h"
#include "legato-guide.h"

G_BEGIN_DECLS

/* The format that the readers know; a change that old programs misread raises it. */
#define LEGATO_GUIDE_VERSION 1

/**
 * LegatoChecklistItem: something to see to before a session
 * @usual: whether own routines and single places ask for it
 */
typedef struct
{
  char *id;
  gboolean usual;
  LegatoText text;
} LegatoChecklistItem;

/**
 * Each array owns its elements but @preparation, which borrows the usual ones of @checks; `by_id`
 * tables borrow both keys and values.
 *
 * @own_by_id: the own routines there are now
 * @adopted: all own routines there ever were, in order; both under @lock, as they change
 */
struct _LegatoGuide
{
  gatomicrefcount ref_count;
  GRWLock lock;
  GHashTable *own_by_id;
  GPtrArray *adopted;
  GPtrArray *sources;
  GPtrArray *positions;
  GPtrArray *zones;
  GPtrArray *techniques;
  GPtrArray *exercises;
  GPtrArray *routines;
  GPtrArray *goals;
  GPtrArray *advice;
  GPtrArray *tips;
  GPtrArray *checks;
  GPtrArray *preparation;
  GPtrArray *uses;
  GHashTable *zones_by_id;
  GHashTable *techniques_by_id; /* exercises too */
  GHashTable *routines_by_id;
  GHashTable *goals_by_id;
};

/* legato-guide.c */
LegatoGuide *legato_guide_new_empty (void);
GPtrArray *legato_guide_new_reaches (void);
LegatoTip *legato_guide_new_tip (void);

/* legato-guide-parts.c: pieces that several readers meet */
char *legato_guide_read_words (const LegatoGuideNode *node, const char *element);
gboolean legato_guide_read_source (LegatoGuide *self,
                                   const LegatoGuideNode *node,
                                   char **source,
                                   GError **error);
gboolean legato_guide_read_text (LegatoGuide *self,
                                 const LegatoGuideNode *node,
                                 const char *element,
                                 LegatoText *text,
                                 GError **error);
gboolean legato_guide_read_reaches (LegatoGuide *self,
                                    const LegatoGuideNode *node,
                                    GPtrArray *reaches,
                                    GError **error);
gboolean legato_guide_read_help (const LegatoGuideNode *node, guint *help, GError **error);

/* legato-technique-reader.c */
gboolean legato_technique_read (LegatoGuide *self, const LegatoGuideNode *node, GError **error);
gboolean legato_exercise_read (LegatoGuide *self, const LegatoGuideNode *node, GError **error);

/* legato-routine-reader.c */
LegatoRoutine *
legato_routine_read (LegatoGuide *guide, const LegatoGuideNode *node, gboolean own, GError **error);
LegatoRoutine *
legato_routine_read_goal (LegatoGuide *guide, const LegatoGuideNode *node, GError **error);

G_END_DECLS
