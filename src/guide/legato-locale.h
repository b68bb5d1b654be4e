/* legato-locale.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* The language that the person reads. */

/**
 * legato_locale_init:
 *
 * Takes up the locale of the environment, and the translations where Legato is installed; or those
 * in the folder that the variable `LEGATO_LOCALE_DIR` names, for a program that runs where it was
 * built. To be called first in `main()`.
 */
void legato_locale_init (void);
