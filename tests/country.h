/* country.h: goes to other countries
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Makes the locale, "de_DE", and goes there with @category, as LC_ALL, till country_leave(); both
 * by the main thread. Returns: (nullable): a folder that is there as long; %NULL if this machine
 * cannot make the locale: then the test is skipped */
const char *country_visit (int category, const char *locale);
void country_leave (void);

G_END_DECLS
