/* legato-prepare-checks.h: what to see to before a session
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "legato-guide-checks.h"
#include "legato-plan.h"

G_BEGIN_DECLS

guint legato_prepare_checks_find (LegatoPlan *plan, gboolean on_the_back);
void legato_prepare_checks_show (GtkListBox *list,
                                 LegatoGuide *guide,
                                 const LegatoRoutine *routine,
                                 guint without);

G_END_DECLS
