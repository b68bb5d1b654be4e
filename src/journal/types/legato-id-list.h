/* legato-id-list.h: %NULL-terminated lists in which each id stands once (internal)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void legato_id_list_set (GStrv *ids, const char *id, gboolean there);

G_END_DECLS
