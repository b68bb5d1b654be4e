/* legato-recovery-bar.h: offers to go on with a session that was cut off, or to keep what was done
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "legato-context.h"
#include "legato-running.h"

G_BEGIN_DECLS

#define LEGATO_TYPE_RECOVERY_BAR (legato_recovery_bar_get_type ())
G_DECLARE_FINAL_TYPE (LegatoRecoveryBar, legato_recovery_bar, LEGATO, RECOVERY_BAR, GtkWidget)

LegatoRecoveryBar *legato_recovery_bar_new (LegatoContext *context);

void legato_recovery_bar_continue (LegatoRecoveryBar *self);
void legato_recovery_bar_taken (LegatoRecoveryBar *self);
void legato_recovery_bar_refuse (LegatoRecoveryBar *self, const GError *error);
void legato_recovery_bar_bring_back (LegatoRecoveryBar *self, const LegatoRunning *running);
void legato_recovery_bar_give_up (LegatoRecoveryBar *self);

G_END_DECLS
