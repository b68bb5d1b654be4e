/* legato-list-bin.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include "legato-list-bin.h"

/* GTK leads the Tab key through every row of a list: of a journal of years nobody would come to
 * what is beyond. GtkListView:tab-behavior is there only from 4.12 on. Here Tab comes to the row
 * that had the focus last and goes on past the list; the arrows lead from row to row. */

struct _LegatoListBin
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (LegatoListBin, legato_list_bin, ADW_TYPE_BIN)

static gboolean
legato_list_bin_focus (GtkWidget *widget, GtkDirectionType direction)
{
  if ((direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD)
      && gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;
  return GTK_WIDGET_CLASS (legato_list_bin_parent_class)->focus (widget, direction);
}

static void
legato_list_bin_class_init (LegatoListBinClass *klass)
{
  GTK_WIDGET_CLASS (klass)->focus = legato_list_bin_focus;
}

static void
legato_list_bin_init (LegatoListBin *self)
{
}
