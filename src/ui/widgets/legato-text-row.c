/* legato-text-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include "legato-text-row.h"

struct _LegatoTextRow
{
  AdwEntryRow parent_instance;
};

G_DEFINE_FINAL_TYPE (LegatoTextRow, legato_text_row, ADW_TYPE_ENTRY_ROW)

/* libadwaita shows the title beside the field, and tells nobody who reads it out. */
static void
title_cb (LegatoTextRow *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_editable_get_delegate (GTK_EDITABLE (self))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)), -1);
}

static void
legato_text_row_class_init (LegatoTextRowClass *klass)
{
}

static void
legato_text_row_init (LegatoTextRow *self)
{
  g_signal_connect (self, "notify::title", G_CALLBACK (title_cb), NULL);
}
