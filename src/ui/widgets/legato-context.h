/* legato-context.h: what every page of the window is made with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-guide.h"
#include "legato-automatic-copies.h"
#include "legato-map-views.h"
#include "legato-person-model.h"
#include "legato-routine-shelf.h"
#include "legato-thumbnails.h"

G_BEGIN_DECLS

/**
 * LegatoContext: guide, drawings of the legs, own routines, journal and person of one window
 *
 * What it holds never changes; the objects themselves tell by their signals when something in them
 * does.
 */
#define LEGATO_TYPE_CONTEXT (legato_context_get_type ())
G_DECLARE_FINAL_TYPE (LegatoContext, legato_context, LEGATO, CONTEXT, GObject)

LegatoContext *legato_context_new (LegatoGuide *guide,
                                   LegatoRoutineShelf *shelf,
                                   LegatoJournalConnection *connection);

LegatoGuide *legato_context_get_guide (LegatoContext *self);
LegatoMapViews *legato_context_get_views (LegatoContext *self);
LegatoThumbnails *legato_context_get_thumbnails (LegatoContext *self);
LegatoRoutineShelf *legato_context_get_shelf (LegatoContext *self);
LegatoJournalConnection *legato_context_get_connection (LegatoContext *self);
LegatoJournal *legato_context_get_journal (LegatoContext *self);
LegatoAutomaticCopies *legato_context_get_automatic_copies (LegatoContext *self);
LegatoPersonModel *legato_context_get_person (LegatoContext *self);

G_END_DECLS
