/* legato-entry-text.h: an entry of the journal in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-entry.h"
#include "legato-guide.h"

G_BEGIN_DECLS

char *legato_entry_dup_day_text (const LegatoEntry *entry, GDateTime *now);
char *legato_entry_dup_time_text (const LegatoEntry *entry);
char *legato_entry_dup_title (const LegatoEntry *entry, LegatoGuide *guide);
char *legato_entry_dup_summary (const LegatoEntry *entry);
char *legato_entry_dup_length_text (const LegatoEntry *entry);

char *legato_dup_number_text (double value);
char *legato_dup_place_text (LegatoGuide *guide, const char *zone, LegatoLeg leg);
char *legato_dup_zones_text (LegatoGuide *guide, const char *const *zones);
char *legato_dup_technique_text (LegatoGuide *guide, const char *technique);
char *legato_dup_reason_text (LegatoGuide *guide, const char *reason);
const char *legato_get_feeling_text (const char *feeling);

G_END_DECLS
