/* legato-timbre.c: what the cues are made of
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-timbre"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-timbre.h"

LEGATO_DEFINE_ENUM (LegatoTimbre,
                    timbre,
                    LEGATO_ENUM_VALUE (TIMBRE_SOFT, "soft"),
                    LEGATO_ENUM_VALUE (TIMBRE_WOOD, "wood"),
                    LEGATO_ENUM_VALUE (TIMBRE_BELL, "bell"))

static const char *const names[LEGATO_N_TIMBRES] = {
  [LEGATO_TIMBRE_SOFT] = NC_ ("timbre", "Soft"),
  [LEGATO_TIMBRE_WOOD] = NC_ ("timbre", "Wood"),
  [LEGATO_TIMBRE_BELL] = NC_ ("timbre", "Bell"),
};

/** Returns: (transfer none): what a person calls it, translated */
const char *
legato_timbre_get_name (LegatoTimbre timbre)
{
  g_return_val_if_fail (timbre >= 0 && timbre < LEGATO_N_TIMBRES, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "timbre", names[timbre]);
}
