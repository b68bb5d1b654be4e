/* program-popovers.c: whether every menu and list to choose from has room
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "program-popovers.h"

#include "program-fit.h"
#include "program-pages.h"

#include "legato-width-bin.h"

/* In pixels: of a rounded edge. */
#define TOLERANCE 1.5

/* All that a control of the page opens; what GTK makes for a text is its own. */
static void
collect (GtkWidget *widget, GPtrArray *found)
{
  if (!gtk_widget_get_child_visible (widget) || !gtk_widget_get_mapped (widget)
      || !gtk_widget_is_sensitive (widget) || GTK_IS_EDITABLE (widget))
    return;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (GTK_IS_POPOVER (child))
        g_ptr_array_add (found, g_object_ref (child));
      else
        collect (child, found);
    }
}

/* On the narrowest screen the window has all of it, and so much is there for what it opens. GTK
 * breaks no line of a menu, so with larger text a menu goes on beyond the edge of such a window. */
static void
check_size (GtkWidget *popover)
{
  GtkWidget *window = GTK_WIDGET (program_get_entered ());
  GtkWidget *contents = gtk_widget_get_first_child (popover);
  double scale = MAX (1, legato_width_bin_get_text_scale (window));
  graphene_rect_t bounds;
  g_autofree char *what = NULL;

  if (!gtk_widget_compute_bounds (contents, popover, &bounds))
    return;
  what = g_strdup_printf ("is %.0f × %.0f, and the window %d × %d", bounds.size.width,
                          bounds.size.height, gtk_widget_get_width (window),
                          gtk_widget_get_height (window));
  if (bounds.size.width > scale * gtk_widget_get_width (window) + TOLERANCE
      || bounds.size.height > gtk_widget_get_height (window) + TOLERANCE)
    program_fit_tell (popover, what);
}

static void
visit (GtkWidget *popover, ProgramPopover look)
{
  GtkWidget *parent = gtk_widget_get_parent (popover);

  /* What is out of sight is scrolled to. */
  for (GtkWidget *above = parent; above != NULL && !gtk_widget_grab_focus (above);)
    above = gtk_widget_get_parent (above);
  program_settle ();
  gtk_popover_popup (GTK_POPOVER (popover));
  program_wait (gtk_widget_get_mapped (popover));
  program_settle ();
  look (popover);
  gtk_popover_popdown (GTK_POPOVER (popover));
  program_wait (!gtk_widget_get_mapped (popover));
}

/* Opens each of the window that was entered, one after the other, and has it looked at. */
void
program_popovers_visit (ProgramPopover look)
{
  GtkWindow *window = program_get_entered ();
  g_autoptr (GPtrArray) popovers = g_ptr_array_new_with_free_func (g_object_unref);
  GtkWidget *focus = gtk_window_get_focus (window);

  collect (GTK_WIDGET (window), popovers);
  for (guint i = 0; i < popovers->len; i++)
    {
      g_test_message ("a popover of a %s",
                      G_OBJECT_TYPE_NAME (gtk_widget_get_parent (popovers->pdata[i])));
      visit (g_ptr_array_index (popovers, i), look);
    }
  gtk_window_set_focus (window, focus);
}

static void
look_for_room (GtkWidget *popover)
{
  check_size (popover);
  program_fit_check_part (popover);
}

/* Tells of each that is larger than the window, or of which something has no room. */
void
program_popovers_check (void)
{
  program_popovers_visit (look_for_room);
}
