/* legato-id-buffer.h: which zone lies at a place, one id a cell
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-map-shape.h"

G_BEGIN_DECLS

typedef struct _LegatoIdBuffer LegatoIdBuffer;

LegatoIdBuffer *legato_id_buffer_new (double width, double height, GPtrArray *shapes);
void legato_id_buffer_free (LegatoIdBuffer *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LegatoIdBuffer, legato_id_buffer_free)

int legato_id_buffer_pick (const LegatoIdBuffer *self, double x, double y, double reach);
void legato_id_buffer_find_centres (const LegatoIdBuffer *self, GPtrArray *shapes);

G_END_DECLS
