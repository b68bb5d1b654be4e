/* legato-timbre.c: what the cues are made of
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-timbre"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-timbre.h"

G_DEFINE_ENUM_TYPE (LegatoTimbre,
                    legato_timbre,
                    G_DEFINE_ENUM_VALUE (LEGATO_TIMBRE_SOFT, "soft"),
                    G_DEFINE_ENUM_VALUE (LEGATO_TIMBRE_WOOD, "wood"),
                    G_DEFINE_ENUM_VALUE (LEGATO_TIMBRE_BELL, "bell"))

static const struct
{
  const char *id;
  const char *name;
} timbres[LEGATO_N_TIMBRES] = {
  [LEGATO_TIMBRE_SOFT] = { "soft", NC_ ("timbre", "Soft") },
  [LEGATO_TIMBRE_WOOD] = { "wood", NC_ ("timbre", "Wood") },
  [LEGATO_TIMBRE_BELL] = { "bell", NC_ ("timbre", "Bell") },
};

/** Returns: as settings and the command line write it, for instance "soft" */
const char *
legato_timbre_to_id (LegatoTimbre timbre)
{
  g_return_val_if_fail (timbre >= 0 && timbre < LEGATO_N_TIMBRES, NULL);

  return timbres[timbre].id;
}

/**
 * legato_timbre_from_id:
 * @timbre: (out): set if there is one called @id
 *
 * Returns: whether there is
 */
gboolean
legato_timbre_from_id (const char *id, LegatoTimbre *timbre)
{
  g_return_val_if_fail (id != NULL && timbre != NULL, FALSE);

  for (int i = 0; i < LEGATO_N_TIMBRES; i++)
    {
      if (g_str_equal (timbres[i].id, id))
        {
          *timbre = (LegatoTimbre) i;
          return TRUE;
        }
    }

  return FALSE;
}

/** Returns: (transfer none): what a person calls it, translated */
const char *
legato_timbre_get_name (LegatoTimbre timbre)
{
  g_return_val_if_fail (timbre >= 0 && timbre < LEGATO_N_TIMBRES, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "timbre", timbres[timbre].name);
}
