/* cli-content.c: the guide that is built into the program, and what may be named besides
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-cli"

#include "config.h"

#include "cli.h"
#include "legato-routine-shelf.h"

/* The ids that may be given, whatever content there is. */
const char *const cli_known_tools[] = { "roller", "ball", "stick", "gun", "sleeve", "oil", NULL };
const char *const cli_known_flags[] = { "breathless", "cold",      "cauda",   "dvt",    "weight",
                                        "fracture",   "infection", "fever",   "bruise", "swelling",
                                        "shooting",   "persist",   "walking", NULL };
const char *const cli_known_joints[] = { "knee/left", "knee/right", "hip/left", "hip/right", NULL };

/** Returns: (transfer full): the guide, or %NULL with @error set */
LegatoGuide *
cli_load_guide (GError **error)
{
  LegatoGuide *guide = legato_guide_new_from_resource (NULL, LEGATO_RESOURCE_ROOT "/guide", error);

  /* The guide keeps the person's own routines, which may be asked for by their id. */
  if (guide != NULL)
    {
      g_autofree char *path = legato_routine_shelf_get_default_path ();
      g_autoptr (LegatoRoutineShelf) shelf = legato_routine_shelf_new (guide, path);
    }
  return guide;
}

/** Returns: (transfer container) (element-type LegatoRoutine): those of the guide, then the
 * person's own */
GPtrArray *
cli_dup_routines (LegatoGuide *guide)
{
  GPtrArray *routines = g_ptr_array_new ();
  g_autoptr (GPtrArray) own = legato_guide_dup_own_routines (guide);

  g_ptr_array_extend (routines, legato_guide_get_routines (guide), NULL, NULL);
  g_ptr_array_extend (routines, own, NULL, NULL);
  return routines;
}
