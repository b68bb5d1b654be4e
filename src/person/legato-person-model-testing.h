/* legato-person-model-testing.h: lets tests say what the person answered
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-person-model.h"

G_BEGIN_DECLS

void legato_person_model_set_check_in (LegatoPersonModel *self, const LegatoCheckIn *check_in);

G_END_DECLS
