/* legato-timbre.h: what the cues are made of
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-enum.h"

G_BEGIN_DECLS

/**
 * LegatoTimbre:
 * @LEGATO_TIMBRE_SOFT: like a wooden flute; signals are mellow plucks
 * @LEGATO_TIMBRE_WOOD: hollow like a clarinet's low notes; signals are knocks on wooden bars
 * @LEGATO_TIMBRE_BELL: like singing bowls; signals are small bells
 *
 * All timbres say the same things by the same melodies and are equally loud.
 */
typedef enum
{
  LEGATO_TIMBRE_SOFT,
  LEGATO_TIMBRE_WOOD,
  LEGATO_TIMBRE_BELL,
  LEGATO_N_TIMBRES,
} LegatoTimbre;

#define LEGATO_TYPE_TIMBRE (legato_timbre_get_type ())
LEGATO_DECLARE_ENUM (LegatoTimbre, timbre)

const char *legato_timbre_get_name (LegatoTimbre timbre);

G_END_DECLS
