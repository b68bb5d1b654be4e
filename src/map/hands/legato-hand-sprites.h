/* legato-hand-sprites.h: hands painted once a size, then moved and turned
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "legato-figure.h"
#include "legato-hand-masks.h"

G_BEGIN_DECLS

/** How many pictures of skin are kept: what lies under hands, and what lies over them. */
#define LEGATO_HAND_SPRITES_KEPT 2

typedef struct _LegatoHandSprites LegatoHandSprites;

LegatoHandSprites *legato_hand_sprites_new (void);
void legato_hand_sprites_free (LegatoHandSprites *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LegatoHandSprites, legato_hand_sprites_free)

/** LegatoHandSpritesFunc: called when more can be seen than before */
typedef void (*LegatoHandSpritesFunc) (gpointer user_data);

void legato_hand_sprites_set_painted_func (LegatoHandSprites *self,
                                           LegatoHandSpritesFunc func,
                                           gpointer user_data);
void legato_hand_sprites_set_style (LegatoHandSprites *self, double device_scale, guint tone);
const LegatoSkin *legato_hand_sprites_get_skin (const LegatoHandSprites *self);
LegatoHandMasks *legato_hand_sprites_get_masks (LegatoHandSprites *self);
void
legato_hand_sprites_set_source (LegatoHandSprites *self, cairo_t *cr, const LegatoFigure *figure);
void legato_hand_sprites_draw (LegatoHandSprites *self, cairo_t *cr, const LegatoFigure *figure);
void legato_hand_sprites_snapshot (LegatoHandSprites *self,
                                   GtkSnapshot *snapshot,
                                   const LegatoFigure *figure,
                                   int device_scale);
GskRenderNode *
legato_hand_sprites_find_kept (LegatoHandSprites *self, guint slot, gconstpointer key, gsize size);
void legato_hand_sprites_keep (LegatoHandSprites *self,
                               guint slot,
                               gconstpointer key,
                               gsize size,
                               GskRenderNode *node);
G_END_DECLS
