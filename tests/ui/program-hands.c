/* program-hands.c: the pointer and the keyboard of who uses the program
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "program.h"

#include "legato-zone-area.h"
#include "xdotool.h"

/* No place is further away by the Tab key. */
#define MOST_TABS 60

/* A busy machine may take so long between both clicks of one. */
#define DOUBLE_CLICK_MS 60000

/* Further, in pixels, than the clicks of one series may lie from each other. */
#define DOUBLE_CLICK_OFFSET 8

static void
painted_cb (GdkFrameClock *clock, guint *n)
{
  (*n)++;
}

/* Waits until all that comes of the last change has been laid out and drawn. */
void
program_settle (void)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (program_get_entered ()));
  guint n = 0;
  gulong id = g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), &n);

  for (guint i = 1; i <= 2; i++)
    {
      gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_LAYOUT);
      program_wait (n >= i);
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
  g_signal_handler_disconnect (clock, id);
}

/* What a click on @widget does: it may be a caption in what takes the click. Returns: whether
 * anything took it */
gboolean
program_click_widget (GtkWidget *widget)
{
  if (!gtk_widget_is_sensitive (widget))
    return FALSE;
  for (GtkWidget *above = widget; above != NULL; above = gtk_widget_get_parent (above))
    {
      if (LEGATO_IS_ZONE_AREA (above) && gtk_widget_activate_action (above, "zone.select", NULL))
        return TRUE;
      if (GTK_IS_BUTTON (above) || GTK_IS_LIST_BOX_ROW (above))
        {
          g_signal_emit_by_name (above, GTK_IS_BUTTON (above) ? "clicked" : "activate");
          return TRUE;
        }
      if (gtk_widget_activate (above))
        return TRUE;
    }
  return FALSE;
}

static gboolean
click_any (GType type, const char *pattern)
{
  g_autoptr (GPtrArray) found = program_list (type, pattern);

  for (guint i = 0; i < found->len; i++)
    if (program_click_widget (g_ptr_array_index (found, i)))
      return TRUE;
  return FALSE;
}

/* Clicks on it as soon as it is there and takes clicks. */
void
program_click_a (GType type, const char *pattern)
{
  g_autofree char *what = g_strdup_printf ("'%s' to be clicked", pattern);
  guint id = program_wait_begin (what);

  while (!click_any (type, pattern))
    g_main_context_iteration (NULL, TRUE);
  program_wait_end (id);
}

void
program_click (const char *pattern)
{
  program_click_a (GTK_TYPE_WIDGET, pattern);
}

/* Moves the pointer to a place in @widget; then xdotool does what @then says, as "click 1". */
void
program_move_pointer (GtkWidget *widget, double x, double y, const char *then)
{
  GtkNative *native = GTK_NATIVE (gtk_widget_get_root (widget));
  int scale = gtk_widget_get_scale_factor (widget);
  g_autofree char *search = program_dup_search (gtk_window_get_title (GTK_WINDOW (native)));
  double left, top;

  gtk_native_get_surface_transform (native, &left, &top);
  g_assert_true (program_move_point (widget, GTK_WIDGET (native), &x, &y));
  xdotool_run ("%s mousemove --window %%1 %d %d %s", search, (int) (left + x) * scale,
               (int) (top + y) * scale, then);
}

/* Waits until what is called so is there, and stays where it is. */
static GtkWidget *
see_at_rest (GType type, const char *pattern)
{
  program_see_a (type, pattern);
  program_settle ();
  return program_see_a (type, pattern);
}

/* Near the middle of a button, but beside where the last one was clicked, or what is clicked at one
 * place would be one series. */
static void
click_near_middle (GtkWidget *button, const char *how)
{
  static int side = 1;

  program_wait (gtk_widget_is_sensitive (button));
  side = -side;
  program_move_pointer (button, gtk_widget_get_width (button) / 2.0 + side * DOUBLE_CLICK_OFFSET,
                        gtk_widget_get_height (button) / 2.0, how);
}

/* Clicks on a button with the pointer, as soon as it is there and takes clicks. */
void
program_point_at (const char *pattern)
{
  click_near_middle (see_at_rest (GTK_TYPE_BUTTON, pattern), "click 1");
}

/* All that comes of what was clicked has happened when this returns. */
static void
handle_clicks (void)
{
  gdk_display_sync (gtk_widget_get_display (GTK_WIDGET (program_get_entered ())));
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* Clicks twice on a button, as a person who double-clicks whatever there is; all that comes of it
 * has happened when this returns. */
void
program_double_click (const char *pattern)
{
  GtkWidget *button = see_at_rest (GTK_TYPE_WIDGET, pattern);

  if (program_find_a (GTK_TYPE_BUTTON, pattern) != NULL)
    button = program_find_a (GTK_TYPE_BUTTON, pattern);
  g_object_set (gtk_settings_get_default (), "gtk-double-click-time", DOUBLE_CLICK_MS, NULL);
  click_near_middle (button, "click --repeat 2 --delay 20 1");
  handle_clicks ();
}

/* Clicks on a text that takes no click: whoever does so in another window has ended there whatever
 * they clicked before. */
void
program_click_beside (const char *pattern)
{
  GtkWidget *label = program_see_a (GTK_TYPE_LABEL, pattern);

  g_object_set (gtk_settings_get_default (), "gtk-double-click-time", 1, NULL);
  program_move_pointer (label, gtk_widget_get_width (label) / 2.0,
                        gtk_widget_get_height (label) / 2.0, "click 1");
  handle_clicks ();
}

/* Does what the Tab key does, until the keyboard is on what is called so. */
void
program_tab_to (const char *pattern, GtkDirectionType direction)
{
  g_autoptr (GString) passed = g_string_new (NULL);

  for (guint i = 0; i < MOST_TABS; i++)
    {
      GtkWidget *focus = program_get_focus ();
      g_autofree char *name = focus != NULL ? program_get_name (focus) : NULL;

      if (program_is_focus (pattern))
        return;
      g_string_append_printf (passed, "\n%s “%s”",
                              focus != NULL ? G_OBJECT_TYPE_NAME (focus) : "nothing",
                              name != NULL ? name : "");
      g_signal_emit_by_name (program_get_entered (), "move-focus", direction);
    }
  g_error ("Tab does not lead to '%s', but to:%s", pattern, passed->str);
}

/* Presses these keys, as xdotool names them. */
void
program_key (const char *keys)
{
  xdotool_run ("key --delay 20 %s", keys);
}

void
program_type (const char *text)
{
  g_autofree char *quoted = g_shell_quote (text);

  xdotool_run ("type --delay 20 %s", quoted);
}

GtkWidget *
program_get_focus (void)
{
  GtkWindow *entered = program_get_entered ();

  return entered != NULL ? gtk_window_get_focus (entered) : NULL;
}

/* Whether the keyboard is on what is called so. */
gboolean
program_is_focus (const char *pattern)
{
  for (GtkWidget *child = program_get_focus (); child != NULL;
       child = gtk_widget_get_first_child (child))
    {
      g_autofree char *name = program_get_name (child);

      if (name != NULL)
        return g_pattern_match_simple (pattern, name);
    }
  return FALSE;
}
