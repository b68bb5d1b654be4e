/* legato-where-group.h: where one feels less, and which joint is artificial
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "legato-person-model.h"

G_BEGIN_DECLS

/**
 * LegatoWhereGroup: asks somebody with numb places or an artificial joint where they are
 *
 * Shown until it is answered; until then a plan spares both feet, or all four joints.
 */
#define LEGATO_TYPE_WHERE_GROUP (legato_where_group_get_type ())
G_DECLARE_FINAL_TYPE (LegatoWhereGroup, legato_where_group, LEGATO, WHERE_GROUP, AdwBin)

LegatoWhereGroup *legato_where_group_new (LegatoPersonModel *person);
void legato_where_group_set_said (LegatoWhereGroup *self, guint conditions);

G_END_DECLS
