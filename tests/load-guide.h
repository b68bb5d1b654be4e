/* load-guide.h: the guide as the program has it, for tests of what is made of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-guide.h"

G_BEGIN_DECLS

/* Returns: (transfer full) */
static inline LegatoGuide *
load_guide (void)
{
  g_autoptr (GError) error = NULL;
  LegatoGuide *guide = legato_guide_new_from_resource (NULL, LEGATO_RESOURCE_ROOT "/guide", &error);

  g_assert_no_error (error);
  return guide;
}

G_END_DECLS
