/* legato-routines-page.h: the routines to choose from
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "legato-person-model.h"
#include "legato-routine-shelf.h"

G_BEGIN_DECLS

#define LEGATO_TYPE_ROUTINES_PAGE (legato_routines_page_get_type ())
G_DECLARE_FINAL_TYPE (LegatoRoutinesPage, legato_routines_page, LEGATO, ROUTINES_PAGE, GtkWidget)

void legato_routines_page_set_person (LegatoRoutinesPage *self, LegatoPersonModel *person);
void legato_routines_page_set_guide (LegatoRoutinesPage *self, LegatoGuide *guide);
void legato_routines_page_set_shelf (LegatoRoutinesPage *self, LegatoRoutineShelf *shelf);

G_END_DECLS
