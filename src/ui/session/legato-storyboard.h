/* legato-storyboard.h: the steps of a plan as a row of pictures, before it begins
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-context.h"
#include "legato-plan.h"

G_BEGIN_DECLS

#define LEGATO_TYPE_STORYBOARD (legato_storyboard_get_type ())
G_DECLARE_FINAL_TYPE (LegatoStoryboard, legato_storyboard, LEGATO, STORYBOARD, GtkWidget)

LegatoStoryboard *legato_storyboard_new (LegatoContext *context);
void legato_storyboard_show (LegatoStoryboard *self, LegatoPlan *plan, guint rest_s);

G_END_DECLS
