/* test-program-focus.c: what gets the keyboard is in sight, on every page and dialog
 *
 * Usage: test-program-focus [LANGUAGE]
 *
 * In a narrow and low window Tab leads through all of it and back to where it began, and Shift+Tab
 * through the same the other way. Where a dialog is closed, it is where it was before.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "program-fit.h"
#include "program-pages.h"

#include "legato-locale.h"

/* In pixels: the sheet of a phone, of which an on-screen keyboard leaves so much. */
#define WIDTH 360
#define HEIGHT 400

/* The next page is led to as a person does who sees all of it. */
#define WIDE 1000

/* In pixels: of what has a round edge. */
#define TOLERANCE 1.5

/* More than there are on any page. */
#define MOST_STOPS 500

/* Where it lies in the nearest above it that scrolls, from -1 above to 1 below; 0 is in sight, as
 * is what is larger than that. */
static int
get_side (GtkWidget *widget)
{
  GtkWidget *sheet = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  graphene_rect_t bounds;
  float height;

  if (sheet == NULL || sheet == widget || !gtk_widget_compute_bounds (widget, sheet, &bounds))
    return 0;
  height = (float) gtk_widget_get_height (sheet);
  if (bounds.size.height > height)
    return bounds.origin.y >= height ? 1 : bounds.origin.y + bounds.size.height <= 0 ? -1 : 0;
  if (bounds.origin.y < -TOLERANCE)
    return -1;
  return bounds.origin.y + bounds.size.height > height + TOLERANCE ? 1 : 0;
}

/* A text that can be written in is in the field that is seen. */
static void
check_focus (GtkWidget *focus)
{
  GtkWidget *row = gtk_widget_get_ancestor (focus, ADW_TYPE_ACTION_ROW);
  int side;

  if (ADW_IS_ACTION_ROW (focus)
      && adw_action_row_get_activatable_widget (ADW_ACTION_ROW (focus)) != NULL)
    program_fit_tell (focus, "is a stop of its own beside what it switches");
  if (GTK_IS_SCALE (focus) && row != NULL && gtk_widget_get_focusable (row))
    program_fit_tell (row, "is a stop of its own beside its slider");
  program_settle ();
  side = get_side (focus);
  if (side != 0)
    program_fit_tell (focus, side < 0 ? "has the keyboard above of what is in sight"
                                      : "has the keyboard below of what is in sight");
  else if (!gtk_widget_get_mapped (focus) || !program_is_seen (focus))
    program_fit_tell (focus, "has the keyboard and is not seen");
}

/* Goes on from where the keyboard is. Returns: the stops until it is there again */
static GPtrArray *
walk (GtkDirectionType direction)
{
  GtkWindow *window = program_get_entered ();
  GPtrArray *stops = g_ptr_array_new ();

  if (gtk_window_get_focus (window) == NULL)
    g_signal_emit_by_name (window, "move-focus", direction);
  for (guint i = 0; i < MOST_STOPS; i++)
    {
      GtkWidget *focus = NULL;

      g_signal_emit_by_name (window, "move-focus", direction);
      focus = gtk_window_get_focus (window);
      g_assert_nonnull (focus);
      if (g_ptr_array_find (stops, focus, NULL))
        {
          if (focus != g_ptr_array_index (stops, 0))
            program_fit_tell (focus, "is come back to, and not where it began");
          return stops;
        }
      check_focus (focus);
      g_ptr_array_add (stops, focus);
    }
  program_fit_tell (GTK_WIDGET (window), "does not let the keyboard go round");
  return stops;
}

static void
compare (GPtrArray *there, GPtrArray *back)
{
  guint first = 0;

  if (back->len > 0)
    g_ptr_array_find (there, g_ptr_array_index (back, 0), &first);
  for (guint i = 0; i < there->len; i++)
    if (!g_ptr_array_find (back, g_ptr_array_index (there, i), NULL))
      program_fit_tell (g_ptr_array_index (there, i), "is passed over by Shift+Tab");
  for (guint i = 0; i < back->len; i++)
    {
      GtkWidget *stop = g_ptr_array_index (back, i);

      if (!g_ptr_array_find (there, stop, NULL))
        program_fit_tell (stop, "is passed over by Tab");
      else if (there->len == back->len
               && stop != g_ptr_array_index (there, (first + there->len - i) % there->len))
        program_fit_tell (stop, "has another place by Shift+Tab than by Tab");
    }
}

static void
visit (const char *page)
{
  GtkWindow *window = program_get_entered ();
  g_autoptr (GtkWidget) focus = gtk_window_get_focus (window);
  g_autoptr (GPtrArray) there = NULL;
  g_autoptr (GPtrArray) back = NULL;

  if (focus != NULL)
    g_object_ref (focus);
  program_fit_begin_page (page);
  program_settle ();
  program_pages_resize_to (WIDTH, HEIGHT);
  there = walk (GTK_DIR_TAB_FORWARD);
  g_test_message ("%s: %u stops", page, there->len);
  g_assert_cmpuint (there->len, >, 0);
  back = walk (GTK_DIR_TAB_BACKWARD);
  compare (there, back);
  program_pages_resize (WIDE);
  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (window)))
    gtk_window_set_focus (window, focus);
}

int
main (int argc, char *argv[])
{
  program_test_init (&argc, &argv);
  if (argc > 1)
    {
      g_setenv ("LANGUAGE", argv[1], TRUE);
      legato_locale_init ();
      if (*g_dgettext (GETTEXT_PACKAGE, "") == '\0')
        {
          g_print ("1..0 # SKIP this C library translates nothing in the locale at hand\n");
          return 0;
        }
    }
  program_pages_watch_focus ();
  program_pages_add ("/program/focus", program_fit_begin, visit, program_fit_end);
  return g_test_run ();
}
