/* legato-entry-private.h: what values that hold parts of an entry share (private to
 * src/journal/types)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-entry.h"

G_BEGIN_DECLS

void legato_feeling_free (LegatoFeeling *self);

G_END_DECLS
