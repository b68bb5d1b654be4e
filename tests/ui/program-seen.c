/* program-seen.c: what the program shows and says, found by its name
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "program.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "legato-session-page.h"

/* Of a caption in a row, the row takes the clicks: so many levels lie between them at most. */
#define SEEN_THROUGH 4

/* A widget is searched in so many rows and columns; the thinnest strip is hit by some. */
#define GRID 24

/* What no widget is called. */
#define NO_NAME "\001"

/* What a screen reader calls @widget by itself, or %NULL. */
char *
program_get_name (GtkWidget *widget)
{
  if (!gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL))
    {
      GtkWidget *words =
          GTK_IS_BUTTON (widget) ? gtk_button_get_child (GTK_BUTTON (widget)) : widget;

      /* Newer GTK takes a button's name from the words in it. */
      return GTK_IS_LABEL (words) ? g_strdup (gtk_label_get_text (GTK_LABEL (words))) : NULL;
    }
  /* Where it differs, this says what it is. */
  return gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                             NO_NAME, NULL);
}

static gboolean
is_above (GtkWidget *widget, GtkWidget *other, int levels)
{
  for (GtkWidget *above = other; above != NULL && levels >= 0;
       above = gtk_widget_get_parent (above), levels--)
    if (above == widget)
      return TRUE;
  return FALSE;
}

/* Moves @x and @y, in @widget, to where they are in @other, which is above it. Returns: whether
 * they are there at all */
gboolean
program_move_point (GtkWidget *widget, GtkWidget *other, double *x, double *y)
{
  graphene_point_t point = GRAPHENE_POINT_INIT ((float) *x, (float) *y);
  graphene_point_t moved;

  if (!gtk_widget_compute_point (widget, other, &point, &moved))
    return FALSE;
  *x = moved.x;
  *y = moved.y;
  return TRUE;
}

/* Whether a pointer on it would point at it, or at what is seen through it because it takes no
 * clicks: it is on the page that shows, and not scrolled out of sight. */
gboolean
program_is_seen (GtkWidget *widget)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (widget));
  double width = gtk_widget_get_width (widget);
  double height = gtk_widget_get_height (widget);
  const double places[][2] = { { width / 2, height / 2 },
                               { width / 2, height / 5 },
                               { MIN (4, width / 4), height / 2 } };

  if (!gtk_widget_get_mapped (widget) || width <= 0 || height <= 0)
    return FALSE;
  for (gsize i = 0; i < 2 * G_N_ELEMENTS (places); i++)
    {
      const double *place = places[i % G_N_ELEMENTS (places)];
      GtkPickFlags flags = GTK_PICK_INSENSITIVE;
      GtkWidget *top = NULL;
      double x = place[0];
      double y = place[1];

      if (i >= G_N_ELEMENTS (places))
        flags |= GTK_PICK_NON_TARGETABLE;
      if (program_move_point (widget, root, &x, &y))
        top = gtk_widget_pick (root, x, y, flags);
      if (top != NULL && (is_above (widget, top, G_MAXINT) || is_above (top, widget, SEEN_THROUGH)))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_at (GtkWidget *widget, double x, double y)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (widget));

  return program_move_point (widget, root, &x, &y)
         && gtk_widget_pick (root, x, y, GTK_PICK_DEFAULT) == widget;
}

/* Finds a place, as near to the middle as can be, where a pointer is on @widget, also @margin
 * pixels beside it. Returns: whether there is one */
gboolean
program_find_point (GtkWidget *widget, int margin, double *x, double *y)
{
  double width = gtk_widget_get_width (widget);
  double height = gtk_widget_get_height (widget);
  double nearest = G_MAXDOUBLE;

  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  for (int row = 0; row < GRID; row++)
    for (int column = 0; column < GRID; column++)
      {
        double at_x = width * (2 * column + 1) / (2 * GRID);
        double at_y = height * (2 * row + 1) / (2 * GRID);
        double away = ABS (at_x - width / 2) + ABS (at_y - height / 2);

        if (away < nearest && is_at (widget, at_x, at_y) && is_at (widget, at_x - margin, at_y)
            && is_at (widget, at_x + margin, at_y) && is_at (widget, at_x, at_y - margin)
            && is_at (widget, at_x, at_y + margin))
          {
            nearest = away;
            *x = at_x;
            *y = at_y;
          }
      }
  return nearest < G_MAXDOUBLE;
}

/* Returns: (transfer full): @pattern in the language that the program speaks; where it stands for a
 * format, "Step * of *", its stars are the numbers of that */
char *
program_translate (const char *pattern)
{
  const char *translated = g_dgettext (GETTEXT_PACKAGE, pattern);
  g_auto (GStrv) parts = g_strsplit (pattern, "*", -1);
  g_autofree char *format = g_strjoinv ("%u", parts);
  const char *numbers = g_dgettext (GETTEXT_PACKAGE, format);
  g_auto (GStrv) between = g_strsplit (numbers, "%u", -1);

  if (translated != pattern || numbers == format)
    return g_strdup (translated);
  return g_strjoinv ("*", between);
}

static gboolean
fits (GtkWidget *widget, GType type, const char *pattern)
{
  g_autofree char *translated = NULL;
  g_autofree char *name = NULL;

  if (!g_type_is_a (G_OBJECT_TYPE (widget), type))
    return FALSE;
  name = program_get_name (widget);
  if (name == NULL || g_pattern_match_simple (pattern, name))
    return name != NULL;
  translated = program_translate (pattern);
  return g_pattern_match_simple (translated, name);
}

static void
collect (GtkWidget *widget, GType type, const char *pattern, GPtrArray *found)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  if (fits (widget, type, pattern) && program_is_seen (widget))
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, type, pattern, found);
}

/* All of that type and name that are on the screen, in the order of the window. */
GPtrArray *
program_list (GType type, const char *pattern)
{
  GPtrArray *found = g_ptr_array_new ();

  if (program_get_entered () != NULL)
    collect (GTK_WIDGET (program_get_entered ()), type, pattern, found);
  return found;
}

static void
collect_below (GtkWidget *widget, GType type, GPtrArray *found)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_below (child, type, found);
}

/* All of that type in the program's window, seen or not. */
void
program_collect (GType type, GPtrArray *found)
{
  collect_below (GTK_WIDGET (program_get_window ()), type, found);
}

/* Returns: (transfer none) (nullable): the session that plays or waits on its page */
LegatoSession *
program_get_session (void)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  program_collect (LEGATO_TYPE_SESSION_PAGE, found);
  g_assert_cmpuint (found->len, ==, 1);
  return legato_session_page_get_session (g_ptr_array_index (found, 0));
}

/* How many of that type and name are on the screen. */
guint
program_count (GType type, const char *pattern)
{
  g_autoptr (GPtrArray) found = program_list (type, pattern);

  return found->len;
}

/* What is called like @pattern, which may hold "*" and "?", on the screen now, or %NULL. */
GtkWidget *
program_find_a (GType type, const char *pattern)
{
  g_autoptr (GPtrArray) found = program_list (type, pattern);

  return found->len > 0 ? g_ptr_array_index (found, 0) : NULL;
}

GtkWidget *
program_find (const char *pattern)
{
  return program_find_a (GTK_TYPE_WIDGET, pattern);
}

static GtkWidget *
find_mapped (GtkWidget *widget, const char *pattern)
{
  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (fits (widget, GTK_TYPE_WIDGET, pattern))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_mapped (child, pattern);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Scrolls the page until what is called like @pattern is in sight, as with the wheel; again where
 * the page is laid out anew meanwhile. */
GtkWidget *
program_scroll_to (const char *pattern)
{
  GtkWidget *seen = NULL;
  guint id = program_wait_begin (pattern);

  while ((seen = program_find (pattern)) == NULL)
    {
      GtkWindow *window = program_get_entered ();
      GtkWidget *found = window != NULL ? find_mapped (GTK_WIDGET (window), pattern) : NULL;
      GtkWidget *view = found != NULL ? gtk_widget_get_ancestor (found, GTK_TYPE_VIEWPORT) : NULL;
      graphene_rect_t bounds;

      if (view != NULL
          && gtk_widget_compute_bounds (found, gtk_viewport_get_child (GTK_VIEWPORT (view)),
                                        &bounds))
        gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view)),
                                  bounds.origin.y + bounds.size.height / 2
                                      - gtk_widget_get_height (view) / 2.0);
      g_main_context_iteration (NULL, TRUE);
    }
  program_wait_end (id);
  return seen;
}

/* Waits until it is on the screen. */
GtkWidget *
program_see_a (GType type, const char *pattern)
{
  GtkWidget *found = NULL;
  g_autofree char *what = g_strdup_printf ("'%s' on the screen", pattern);
  guint id = program_wait_begin (what);

  while ((found = program_find_a (type, pattern)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  program_wait_end (id);
  return found;
}

GtkWidget *
program_see (const char *pattern)
{
  return program_see_a (GTK_TYPE_WIDGET, pattern);
}

void
program_see_no (const char *pattern)
{
  g_autofree char *what = g_strdup_printf ("no '%s' on the screen", pattern);
  guint id = program_wait_begin (what);

  while (program_find (pattern) != NULL)
    g_main_context_iteration (NULL, TRUE);
  program_wait_end (id);
}

/* Returns: (transfer full) (nullable): what a screen reader is told where the keyboard is, beside
 * its name */
char *
program_get_told (void)
{
  GtkWidget *focus = program_get_focus ();

  if (focus == NULL
      || !gtk_test_accessible_has_property (GTK_ACCESSIBLE (focus),
                                            GTK_ACCESSIBLE_PROPERTY_DESCRIPTION))
    return NULL;
  return gtk_test_accessible_check_property (GTK_ACCESSIBLE (focus),
                                             GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, NO_NAME, NULL);
}

/* Whether a screen reader is told @text where the keyboard is. */
gboolean
program_is_told (const char *text)
{
  g_autofree char *told = program_get_told ();

  return told != NULL && strstr (told, text) != NULL;
}
