/* legato-word-limit.h: how long a word of a journal may be
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/** A tag is at most so many characters long, and so is what a table calls a place, a routine … */
#define LEGATO_WORD_MAX 400
