/* legato-id-list.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-journal"

#include "config.h"

#include "legato-id-list.h"

/** Puts @id at the end of @ids unless it is in them already, or takes it out of them. */
void
legato_id_list_set (GStrv *ids, const char *id, gboolean there)
{
  g_autoptr (GStrvBuilder) builder = NULL;

  if (g_strv_contains ((const char *const *) *ids, id) == (there != FALSE))
    return;
  builder = g_strv_builder_new ();
  for (gsize i = 0; (*ids)[i] != NULL; i++)
    if (there || !g_str_equal ((*ids)[i], id))
      g_strv_builder_add (builder, (*ids)[i]);
  if (there)
    g_strv_builder_add (builder, id);
  g_strfreev (*ids);
  *ids = g_strv_builder_end (builder);
}
