/* legato-guide.h: zones, techniques, routines and advice, as read from resources/guide
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "legato-guide-content.h"
#include "legato-guide-file.h"
#include "legato-routine.h"

G_BEGIN_DECLS

/**
 * LegatoGuide: all content, immutable but for a person's own routines, which come and go; reference
 * counted
 *
 * Everything it hands out belongs to it and lives as long as it does, also an own routine that was
 * dropped or replaced meanwhile.
 */
typedef struct _LegatoGuide LegatoGuide;

LegatoGuide *legato_guide_new_from_resource (GResource *resource, const char *path, GError **error);
LegatoGuide *legato_guide_ref (LegatoGuide *self);
void legato_guide_unref (LegatoGuide *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LegatoGuide, legato_guide_unref)

/* (transfer none) arrays in the order of the files; zones distal to proximal. */
GPtrArray *legato_guide_get_zones (LegatoGuide *self);
GPtrArray *legato_guide_get_techniques (LegatoGuide *self); /* hands and tools */
GPtrArray *legato_guide_get_exercises (LegatoGuide *self);
GPtrArray *legato_guide_get_routines (LegatoGuide *self);
GPtrArray *legato_guide_get_goals (LegatoGuide *self);   /* LegatoRoutine: what to compose of */
GPtrArray *legato_guide_get_advice (LegatoGuide *self);  /* LegatoAdvice */
GPtrArray *legato_guide_get_tips (LegatoGuide *self);    /* LegatoTip */
GPtrArray *legato_guide_get_sources (LegatoGuide *self); /* LegatoSource */

/* (nullable): %NULL for an unknown id. */
const LegatoZone *legato_guide_find_zone (LegatoGuide *self, const char *id);
const LegatoTechnique *legato_guide_find_technique (LegatoGuide *self,
                                                    const char *id); /* or exercise */
const LegatoRoutine *legato_guide_find_routine (LegatoGuide *self, const char *id); /* or own */
const LegatoRoutine *legato_guide_find_goal (LegatoGuide *self, const char *id);
const LegatoPosition *legato_guide_find_position (LegatoGuide *self, const char *id);
const LegatoSource *legato_guide_find_source (LegatoGuide *self, const char *id);
const LegatoAdvice *legato_guide_find_advice (LegatoGuide *self, const char *flag);
const LegatoTechnique *legato_guide_find_hands (LegatoGuide *self, LegatoStroke stroke);
const LegatoTechnique *legato_guide_find_breathing (LegatoGuide *self, gboolean legs_raised);

gboolean legato_guide_adopt_routine (LegatoGuide *self, LegatoRoutine *routine);
void legato_guide_drop_routine (LegatoGuide *self, const char *id);
GPtrArray *legato_guide_dup_own_routines (LegatoGuide *self);

G_END_DECLS
