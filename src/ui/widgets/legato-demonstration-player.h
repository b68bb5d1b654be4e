/* legato-demonstration-player.h: a technique tried out: heard, and seen on the map at the heard
 * position
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-leg-map.h"

G_BEGIN_DECLS

#define LEGATO_TYPE_DEMONSTRATION_PLAYER (legato_demonstration_player_get_type ())
G_DECLARE_FINAL_TYPE (LegatoDemonstrationPlayer,
                      legato_demonstration_player,
                      LEGATO,
                      DEMONSTRATION_PLAYER,
                      GObject)

LegatoDemonstrationPlayer *legato_demonstration_player_new (LegatoLegMap *map);
void legato_demonstration_player_start (LegatoDemonstrationPlayer *self,
                                        LegatoLeg leg,
                                        const LegatoUse *use);
void legato_demonstration_player_start_timeline (LegatoDemonstrationPlayer *self,
                                                 LegatoTimeline *timeline);
void legato_demonstration_player_stop (LegatoDemonstrationPlayer *self);
gboolean legato_demonstration_player_is_running (LegatoDemonstrationPlayer *self);
gboolean legato_demonstration_player_is_of (LegatoDemonstrationPlayer *self,
                                            LegatoLeg leg,
                                            const LegatoUse *use);

G_END_DECLS
