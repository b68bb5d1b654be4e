/* check-in-fixture.h: answers that tests of the check-in and of what follows it begin with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-profile.h"

void check_in_keep_profile (LegatoProfile *profile);
void check_in_say_swelling (void);
void check_in_save_swelling (void);
void check_in_start_another (const char *routine);
