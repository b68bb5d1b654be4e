/* legato-joint-chips.h: which joints are artificial
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "legato-person-model.h"

G_BEGIN_DECLS

/** LegatoJointChips: a chip for each knee and hip; what is tapped counts at once. */
#define LEGATO_TYPE_JOINT_CHIPS (legato_joint_chips_get_type ())
G_DECLARE_FINAL_TYPE (LegatoJointChips, legato_joint_chips, LEGATO, JOINT_CHIPS, AdwBin)

LegatoJointChips *legato_joint_chips_new (LegatoPersonModel *person);

G_END_DECLS
