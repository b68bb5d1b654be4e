/* program-toast.h: whether a toast would cover a button
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

void program_toast_check (void);
