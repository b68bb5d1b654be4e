/* program-fit.c: whether what the program shows has room
 *
 * Nothing lies outside of what shows it, no text is cut off, no word is broken in a wide window, no
 * heading is smaller than the text, no page wants more room than the least that a window may be
 * given, nor more height at no width than at the one it has, the panel of a session's speed covers
 * nothing that is read or pressed, and of what lies beside each other nothing lies on the next.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "program-fit.h"
#include "program-pages.h"

#include <string.h>

#include "legato-chart.h"
#include "legato-month-view.h"
#include "legato-leg-map.h"
#include "legato-map-zoom.h"
#include "legato-play-view.h"
#include "legato-session-page.h"
#include "legato-step-dial.h"
#include "legato-tuning-panel.h"
#include "legato-width-bin.h"

/* A rounded edge, of what is scaled. */
#define TOLERANCE 1.5

/* In pixels, for text of the usual size: what has room for every word. */
#define ROOMY 1000

static GString *wrong;
static GHashTable *told;
static const char *page;

/* Tells once a page of what is wrong, with the first width and size of text where it is. */
void
program_fit_tell (GtkWidget *widget, const char *what)
{
  g_autofree char *name = program_get_name (widget);
  g_autofree char *font = NULL;
  g_autofree char *key =
      g_strdup_printf ("%s: %s “%s” %s", page, G_OBJECT_TYPE_NAME (widget), name ? name : "", what);

  if (!g_hash_table_add (told, g_strdup (key)))
    return;
  g_object_get (gtk_settings_get_default (), "gtk-font-name", &font, NULL);
  g_string_append_printf (wrong, "%s at %d with %s\n", key,
                          gtk_widget_get_width (GTK_WIDGET (program_get_entered ())), font);
}

/* Whether @widget may be larger than what it lies in, as it can be moved there. */
static gboolean
scrolls (GtkWidget *widget, GtkOrientation orientation)
{
  GtkAdjustment *adjustment = NULL;

  if (LEGATO_IS_MAP_ZOOM (widget))
    return TRUE;
  /* A chart leaves out no count of a column: where these have no room, it is moved sideways. */
  if (GTK_IS_VIEWPORT (widget) && LEGATO_IS_CHART (gtk_viewport_get_child (GTK_VIEWPORT (widget))))
    return TRUE;
  if (!GTK_IS_SCROLLABLE (widget) || GTK_IS_TEXT_VIEW (widget))
    return GTK_IS_TEXT (widget) || GTK_IS_TEXT_VIEW (widget);
  adjustment = orientation == GTK_ORIENTATION_HORIZONTAL
                   ? gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (widget))
                   : gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (widget));
  return orientation == GTK_ORIENTATION_VERTICAL && adjustment != NULL;
}

static gboolean
is_within (GtkWidget *widget, GtkWidget *above, GtkOrientation orientation)
{
  graphene_rect_t inner, outer;

  if (!gtk_widget_compute_bounds (widget, above, &inner)
      || !gtk_widget_compute_bounds (above, above, &outer))
    return TRUE;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return inner.origin.x >= outer.origin.x - TOLERANCE
           && inner.origin.x + inner.size.width <= outer.origin.x + outer.size.width + TOLERANCE;
  return inner.origin.y >= outer.origin.y - TOLERANCE
         && inner.origin.y + inner.size.height <= outer.origin.y + outer.size.height + TOLERANCE;
}

/* What hides the rest of @widget: the nearest above it that cuts off, or the window or popover. */
static void
check_within (GtkWidget *widget)
{
  for (int orientation = 0; orientation < 2; orientation++)
    for (GtkWidget *above = gtk_widget_get_parent (widget); above != NULL;
         above = gtk_widget_get_parent (above))
      {
        if (scrolls (above, (GtkOrientation) orientation))
          break;
        if ((gtk_widget_get_overflow (above) == GTK_OVERFLOW_HIDDEN || GTK_IS_NATIVE (above))
            && !is_within (widget, above, (GtkOrientation) orientation))
          {
            program_fit_tell (widget, orientation == GTK_ORIENTATION_HORIZONTAL
                                          ? "lies outside sideways"
                                          : "lies outside");
            break;
          }
        if (GTK_IS_NATIVE (above))
          break;
      }
}

static int
get_minimum (GtkWidget *widget)
{
  int minimum = 0;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return minimum;
}

/* Tells of the widest part of @widget, which wants more width than there is. */
static void
blame (GtkWidget *widget, int all, int width)
{
  GtkWidget *widest = NULL;
  g_autofree char *what = NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_visible (child) && gtk_widget_get_child_visible (child)
        && (widest == NULL || get_minimum (child) > get_minimum (widest)))
      widest = child;
  if (widest != NULL && !GTK_IS_BUTTON (widget))
    {
      blame (widest, all, width);
      return;
    }
  what = g_strdup_printf ("wants %d, and all %d of %d", get_minimum (widget), all, width);
  program_fit_tell (widget, what);
}

static int
get_least_height (GtkWidget *widget, int width)
{
  int minimum = 0;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, &minimum, NULL, NULL, NULL);
  return minimum;
}

static gboolean
is_higher_at_no_width (GtkWidget *widget)
{
  int width = MAX (gtk_widget_get_width (widget), get_minimum (widget));

  return get_least_height (widget, -1) > get_least_height (widget, width);
}

/* What a part of ours asks for at no width is the least over all widths: newer GTK warns when it is
 * measured for less height than that. */
static void
check_least_height (GtkWidget *widget)
{
  GtkWidget *part = widget;
  g_autofree char *what = NULL;

  if (!g_str_has_prefix (G_OBJECT_TYPE_NAME (widget), "Legato") || !is_higher_at_no_width (widget))
    return;
  for (GtkWidget *child = gtk_widget_get_first_child (part); child != NULL;)
    {
      if (gtk_widget_get_child_visible (child) && gtk_widget_get_mapped (child)
          && is_higher_at_no_width (child))
        {
          part = child;
          child = gtk_widget_get_first_child (part);
        }
      else
        child = gtk_widget_get_next_sibling (child);
    }
  what = g_strdup_printf ("is higher at no width than at its own, for its %s",
                          G_OBJECT_TYPE_NAME (part));
  program_fit_tell (widget, what);
}

/* In Pango's units. */
static int
get_text_size (GtkWidget *widget)
{
  return pango_font_description_get_size (
      pango_context_get_font_description (gtk_widget_get_pango_context (widget)));
}

/* What stands elsewhere in full: a window's title, what has a tooltip; and the hint in an empty
 * field. */
static gboolean
may_be_cut_off (GtkWidget *label)
{
  return (gtk_widget_get_ancestor (label, ADW_TYPE_HEADER_BAR) != NULL
          && gtk_widget_get_ancestor (label, ADW_TYPE_VIEW_SWITCHER) == NULL)
         || gtk_widget_get_ancestor (label, ADW_TYPE_ENTRY_ROW) != NULL
         || gtk_widget_get_ancestor (label, GTK_TYPE_TEXT) != NULL
         || gtk_widget_get_tooltip_text (label) != NULL;
}

/* libadwaita 1.2 gives them a size in points, whatever the desktop's text has. */
static gboolean
is_no_small_print (GtkWidget *label)
{
  static const char *const styles[] = { "heading", "body",    "title-1",
                                        "title-2", "title-3", "title-4" };

  for (gsize i = 0; i < G_N_ELEMENTS (styles); i++)
    if (gtk_widget_has_css_class (label, styles[i]))
      return TRUE;
  return FALSE;
}

/* Where there is room, no line of @label begins within a word, but in a file's path, and in what
 * makes the made-up language longer. In a narrow window a long word in large text has to go on in
 * the next line. */
static gboolean
breaks_words (GtkWidget *label)
{
  PangoLayout *layout = gtk_label_get_layout (GTK_LABEL (label));
  const char *text = pango_layout_get_text (layout);
  GtkWidget *window = GTK_WIDGET (program_get_entered ());
  const PangoLogAttr *attrs = pango_layout_get_log_attrs_readonly (layout, NULL);

  if (gtk_widget_get_width (window) / legato_width_bin_get_text_scale (window) < ROOMY
      || strpbrk (text, "/~") != NULL)
    return FALSE;
  for (int i = 1; i < pango_layout_get_line_count (layout); i++)
    {
      PangoLayoutLine *line = pango_layout_get_line_readonly (layout, i);
      glong offset =
          g_utf8_pointer_to_offset (text, text + pango_layout_line_get_start_index (line));

      if (!attrs[offset].is_line_break)
        return TRUE;
    }
  return FALSE;
}

/* All of the session but the open @panel: where hands are, what they do, how long, how one sits. */
static void
check_covers_nothing (GtkWidget *panel)
{
  GtkWidget *sheet = gtk_widget_get_ancestor (panel, GTK_TYPE_SCROLLED_WINDOW);
  GtkWidget *above = gtk_widget_get_parent (sheet);
  gboolean has_clock = FALSE;
  graphene_rect_t own, bounds, common;

  if (!gtk_widget_compute_bounds (sheet, above, &own))
    return;
  for (GtkWidget *other = gtk_widget_get_first_child (above); other != NULL;
       other = gtk_widget_get_next_sibling (other))
    {
      g_autofree char *what = NULL;

      if (other == sheet || !gtk_widget_get_child_visible (other) || !gtk_widget_get_mapped (other)
          || !gtk_widget_compute_bounds (other, above, &bounds) || bounds.size.width == 0)
        continue;
      has_clock |= LEGATO_IS_STEP_DIAL (other);
      if (!graphene_rect_intersection (&own, &bounds, &common) || common.size.width < 1
          || common.size.height < 1)
        continue;
      what = g_strdup_printf ("covers a %s", G_OBJECT_TYPE_NAME (other));
      program_fit_tell (panel, what);
    }
  if (!has_clock)
    program_fit_tell (panel, "leaves no clock");
}

/* What puts its children on each other on purpose, as the dots of a day are drawn up to its number;
 * of what floats over a session the panel has a check of its own. */
static gboolean
layers (GtkWidget *widget)
{
  return GTK_IS_OVERLAY (widget) || ADW_IS_TOAST_OVERLAY (widget) || GTK_IS_STACK (widget)
         || GTK_IS_SCROLLED_WINDOW (widget) || GTK_IS_RANGE (widget) || GTK_IS_SWITCH (widget)
         || LEGATO_IS_MAP_ZOOM (widget) || LEGATO_IS_CHART (widget) || LEGATO_IS_LEG_MAP (widget)
         || LEGATO_IS_PLAY_VIEW (widget) || LEGATO_IS_SESSION_PAGE (widget)
         || gtk_widget_get_ancestor (widget, LEGATO_TYPE_MONTH_VIEW) != NULL
         || gtk_widget_get_ancestor (widget, ADW_TYPE_ENTRY_ROW) != NULL;
}

static gboolean
is_there (GtkWidget *widget)
{
  return gtk_widget_get_child_visible (widget) && gtk_widget_get_mapped (widget)
         && !GTK_IS_NATIVE (widget);
}

/* Whether any of it is read or pressed: a label, a button, a field, an image. */
static gboolean
says_something (GtkWidget *widget)
{
  if (!is_there (widget))
    return FALSE;
  if (GTK_IS_LABEL (widget))
    return *gtk_label_get_text (GTK_LABEL (widget)) != '\0';
  if (GTK_IS_BUTTON (widget) || GTK_IS_EDITABLE (widget) || GTK_IS_TEXT_VIEW (widget)
      || GTK_IS_SWITCH (widget) || GTK_IS_RANGE (widget) || GTK_IS_IMAGE (widget)
      || GTK_IS_PICTURE (widget) || GTK_IS_CHECK_BUTTON (widget))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (says_something (child))
      return TRUE;
  return FALSE;
}

static gboolean
lies_on (const graphene_rect_t *a, const graphene_rect_t *b)
{
  graphene_rect_t common;

  return graphene_rect_intersection (a, b, &common) && common.size.width > TOLERANCE
         && common.size.height > TOLERANCE;
}

/* Each child against those before it; whether it says anything is asked only where two meet. */
static void
check_siblings (GtkWidget *above)
{
  GtkWidget *first = gtk_widget_get_first_child (above);
  GArray *places = NULL;
  guint n = 0;

  if (first == NULL || gtk_widget_get_next_sibling (first) == NULL || layers (above))
    return;
  places = g_array_new (FALSE, FALSE, sizeof (graphene_rect_t));
  for (GtkWidget *child = first; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      graphene_rect_t place = GRAPHENE_RECT_INIT (0, 0, 0, 0);
      GtkWidget *other = first;

      if (is_there (child) && !gtk_widget_compute_bounds (child, above, &place))
        place = GRAPHENE_RECT_INIT (0, 0, 0, 0);
      for (guint i = 0; i < n && place.size.width > 0;
           i++, other = gtk_widget_get_next_sibling (other))
        if (lies_on (&place, &g_array_index (places, graphene_rect_t, i)) && says_something (child)
            && says_something (other))
          {
            g_autofree char *what = g_strdup_printf ("lies on a %s", G_OBJECT_TYPE_NAME (other));

            program_fit_tell (child, what);
          }
      g_array_append_val (places, place);
      n++;
    }
  g_array_unref (places);
}

static void
check_below (GtkWidget *widget)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  if (!gtk_widget_get_child_visible (widget) || !gtk_widget_get_mapped (widget)
      || GTK_IS_POPOVER (widget) || gtk_widget_get_width (widget) == 0)
    return;
  if (LEGATO_IS_WIDTH_BIN (widget) && child != NULL
      && get_minimum (child) > gtk_widget_get_width (widget))
    blame (child, get_minimum (child), gtk_widget_get_width (widget));
  check_least_height (widget);
  check_siblings (widget);
  if (LEGATO_IS_TUNING_PANEL (widget))
    check_covers_nothing (widget);
  if (gtk_widget_get_width (widget) > 0 && gtk_widget_get_height (widget) > 0
      && (GTK_IS_LABEL (widget) || GTK_IS_BUTTON (widget) || GTK_IS_IMAGE (widget)
          || GTK_IS_PICTURE (widget) || GTK_IS_RANGE (widget) || GTK_IS_EDITABLE (widget)
          || GTK_IS_TEXT_VIEW (widget) || GTK_IS_LIST_BOX_ROW (widget)
          || GTK_IS_DRAWING_AREA (widget))
      && gtk_widget_get_ancestor (widget, ADW_TYPE_ENTRY_ROW) == NULL)
    check_within (widget);
  if (GTK_IS_LABEL (widget)
      && pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (widget)))
      && !may_be_cut_off (widget))
    program_fit_tell (widget, "is cut off");
  if (GTK_IS_LABEL (widget) && breaks_words (widget))
    program_fit_tell (widget, "breaks a word");
  if (GTK_IS_LABEL (widget) && is_no_small_print (widget)
      && get_text_size (widget) < get_text_size (GTK_WIDGET (program_get_entered ())))
    program_fit_tell (widget, "is smaller than the text");
  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    check_below (child);
}

/* Tells whether the window wants more width than the least that it may be given. */
gboolean
program_fit_wants_more (void)
{
  GtkWidget *window = GTK_WIDGET (program_get_entered ());
  int minimum;

  gtk_widget_measure (window, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  if (minimum <= program_pages_get_least_width ())
    return FALSE;
  blame (window, minimum, program_pages_get_least_width ());
  return TRUE;
}

/* Tells of all in the window that was entered that has no room. */
void
program_fit_check (void)
{
  program_fit_wants_more ();
  check_below (GTK_WIDGET (program_get_entered ()));
}

/* Likewise of an open popover. */
void
program_fit_check_part (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    check_below (child);
}

/* What is wrong from now on is so on the page @name. */
void
program_fit_begin_page (const char *name)
{
  page = name;
}

void
program_fit_begin (void)
{
  wrong = g_string_new (NULL);
  told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/* Fails the test if anything was told. */
void
program_fit_end (void)
{
  if (wrong->len > 0)
    {
      g_printerr ("%s", wrong->str);
      g_test_fail ();
    }
  g_hash_table_unref (told);
  g_string_free (wrong, TRUE);
}
