/* legato-export-format.h: what a journal can be written as
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** What a file can be that a journal is written to for others to read. */
typedef enum
{
  LEGATO_EXPORT_JSON, /* all of it, as data/legato-journal.schema.json says */
  LEGATO_EXPORT_CSV,  /* a row a rating */
} LegatoExportFormat;

G_END_DECLS
