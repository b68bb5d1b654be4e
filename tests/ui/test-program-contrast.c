/* test-program-contrast.c: every text of every page stands out from what is behind it, and so do
 * charts, icons, knobs, boxes to tick, and the ring round what has the focus
 *
 * Usage: test-program-contrast usual|high
 *
 * Each page is looked at in the light and in the dark, and scrolled through.
 *
 * Measured on what is drawn. What is behind a text is the colour that most of its box has; the text
 * itself is what differs most from that, as its edges are mixed of both.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "program-fit.h"
#include "program-pages.h"

#include <math.h>
#include <string.h>

#include "eyes.h"
#include "painting.h"

/* WCAG 2.1, 1.4.3: of text, and of text that is large or bold and rather large (in px). */
#define LEAST 4.5
#define LEAST_LARGE 3.0
#define LARGE 24.0
#define LARGE_BOLD 18.7

/* 1.4.11: of what is drawn. */
#define LEAST_DRAWN 3.0

/* So much of a ring has to stand out, in lengths of the shorter side of what it is round. */
#define LEAST_RING 2.0

/* No ring lies farther outside of what it is round, in px. */
#define RING_REACH 12

/* How far colours of a chart that mean something else are apart, to every eye (CIE 1976): what is
 * drawn is small and lies far from the next, so more than twice what is just noticed. */
#define LEAST_APART 15.0

/* Of eight bits; what differs less is one colour. */
#define SHADES 32

#define WIDTH 1000

/* So much of what is in sight is scrolled on at once: what is no higher than the rest of it comes
 * into sight as a whole. */
#define STEP 0.7

/* The rows of a long list look alike. */
#define MOST_STEPS_OF_A_LIST 2

/* Of eight bits; straight out of the picture. */
typedef struct
{
  double red, green, blue;
} Colour;

typedef struct
{
  guint n;
  guint red, green, blue;
} Heap;

/* What need not stand out by itself: lines of which the numbers beside them tell; what lies behind
 * the column that the words are about; the fill of a bar, which has an edge; and the dots of the
 * calendar, each of which lies on the colour of a day. */
static const char *const quiet_inks[] = { "grid", "selected", "bar", "light", "dark", NULL };

/* Of one chart; what the others draw with two inks differs in its shape. */
static const char *const pairs[][2] = {
  { "fell", "rose" },     { "fell", "same" },  { "light", "dark" },
  { "sessions", "goal" }, { "median", "dot" }, { "bar", "median" },
};

/* Of which kinds of controls the ring was measured, in the light and in the dark. */
static GHashTable *measured[2];

/* Which of both is measured. */
static gboolean dark;

/* Whether the desktop wants high contrast. */
static gboolean high;

/* What was measured of the page while it is scrolled through. */
static GHashTable *done;

static double
get_linear (double value)
{
  value /= 255;
  return value <= 0.03928 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
}

/* The luminance of a pixel: of its eight bits each value is computed once. */
static double
get_pixel_luminance (const guchar *pixel)
{
  static double linear[256];

  if (linear[255] == 0)
    for (int i = 0; i < 256; i++)
      linear[i] = get_linear (i);
  return 0.2126 * linear[pixel[2]] + 0.7152 * linear[pixel[1]] + 0.0722 * linear[pixel[0]];
}

static double
get_luminance (Colour colour)
{
  return 0.2126 * get_linear (colour.red) + 0.7152 * get_linear (colour.green)
         + 0.0722 * get_linear (colour.blue);
}

static double
get_contrast (double a, double b)
{
  return (MAX (a, b) + 0.05) / (MIN (a, b) + 0.05);
}

static double
get_colour_contrast (Colour a, Colour b)
{
  return get_contrast (get_luminance (a), get_luminance (b));
}

static const guchar *
get_pixel (cairo_surface_t *surface, int x, int y)
{
  return cairo_image_surface_get_data (surface)
         + (gsize) y * (gsize) cairo_image_surface_get_stride (surface) + (gsize) x * 4;
}

static Colour
get_colour (cairo_surface_t *surface, int x, int y)
{
  const guchar *p = get_pixel (surface, x, y);

  return (Colour){ p[2], p[1], p[0] };
}

static guint
get_shade (const guchar *pixel)
{
  return ((pixel[2] * SHADES / 256u) * SHADES + pixel[1] * SHADES / 256u) * SHADES
         + pixel[0] * SHADES / 256u;
}

/* Of the pixels in a box of a picture: the colour that most have. */
static Colour
find_background (cairo_surface_t *surface, const GdkRectangle *box)
{
  static Heap heaps[SHADES * SHADES * SHADES];
  const Heap *most = NULL;

  /* Only the heaps of the box are emptied: there are far more than a label has pixels. */
  for (int y = box->y; y < box->y + box->height; y++)
    for (int x = box->x; x < box->x + box->width; x++)
      heaps[get_shade (get_pixel (surface, x, y))] = (Heap){ 0 };
  most = heaps + get_shade (get_pixel (surface, box->x, box->y));
  for (int y = box->y; y < box->y + box->height; y++)
    for (int x = box->x; x < box->x + box->width; x++)
      {
        const guchar *p = get_pixel (surface, x, y);
        Heap *heap = heaps + get_shade (p);

        heap->n++;
        heap->blue += p[0];
        heap->green += p[1];
        heap->red += p[2];
        if (heap->n > most->n)
          most = heap;
      }
  return (Colour){ (double) most->red / most->n, (double) most->green / most->n,
                   (double) most->blue / most->n };
}

static double
find_contrast (cairo_surface_t *surface, const GdkRectangle *box)
{
  double background = get_luminance (find_background (surface, box));
  double best = 1;

  for (int y = box->y; y < box->y + box->height; y++)
    for (int x = box->x; x < box->x + box->width; x++)
      best = MAX (best, get_contrast (background, get_pixel_luminance (get_pixel (surface, x, y))));
  return best;
}

/* Whether there is anything of @widget in the picture, and where. */
static gboolean
find_box (GtkWidget *widget, GtkWidget *window, cairo_surface_t *surface, GdkRectangle *box)
{
  GdkRectangle all = { 0, 0, cairo_image_surface_get_width (surface),
                       cairo_image_surface_get_height (surface) };
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (widget, window, &bounds))
    return FALSE;
  *box = (GdkRectangle){ (int) bounds.origin.x, (int) bounds.origin.y, (int) bounds.size.width,
                         (int) bounds.size.height };
  return gdk_rectangle_intersect (box, &all, box);
}

static const char *
get_look (void)
{
  return dark ? "in the dark" : "in the light";
}

static void
tell_contrast (GtkWidget *widget, const char *of, double contrast, double least)
{
  g_autofree char *what =
      g_strdup_printf ("has a contrast%s of %.2f %s", of, contrast, get_look ());

  if (contrast < least)
    program_fit_tell (widget, what);
}

static gboolean
is_large (GtkWidget *label)
{
  g_autoptr (PangoFontDescription) font = NULL;
  double size;

  font = pango_font_description_copy (
      pango_context_get_font_description (gtk_widget_get_pango_context (label)));
  size = pango_font_description_get_size (font) / (double) PANGO_SCALE;
  if (!pango_font_description_get_size_is_absolute (font))
    size *= 96.0 / 72.0;
  return size >= LARGE
         || (size >= LARGE_BOLD && pango_font_description_get_weight (font) >= PANGO_WEIGHT_BOLD);
}

/* Of a mere dot or comma no pixel has the text's own colour. */
static gboolean
has_letters (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_unichar_isalnum (g_utf8_get_char (text)))
      return TRUE;
  return FALSE;
}

/* Whether something of @widget has been scrolled out of sight. */
static gboolean
is_cut (GtkWidget *widget)
{
  GtkWidget *above = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  graphene_rect_t inner, outer;

  return above != NULL && gtk_widget_compute_bounds (widget, above, &inner)
         && gtk_widget_compute_bounds (above, above, &outer)
         && !graphene_rect_contains_rect (&outer, &inner);
}

static gboolean
is_text (GtkWidget *widget)
{
  return GTK_IS_LABEL (widget) && has_letters (gtk_label_get_text (GTK_LABEL (widget)));
}

/* Returns: (nullable): of a sign in one colour, also of the arrow of a choice, which GTK draws; but
 * of those of a switch, which shows them in high contrast alone */
static const char *
get_icon_name (GtkWidget *widget)
{
  const char *name = GTK_IS_IMAGE (widget) ? gtk_image_get_icon_name (GTK_IMAGE (widget)) : NULL;

  if (GTK_IS_SWITCH (gtk_widget_get_parent (widget)) && !high)
    return NULL;
  if (g_str_equal (G_OBJECT_TYPE_NAME (widget), "GtkBuiltinIcon"))
    return gtk_widget_get_css_name (widget);
  return name != NULL && g_str_has_suffix (name, "-symbolic") ? name : NULL;
}

/* What cannot be used now may be pale, and what is not in sight cannot be measured yet. */
static gboolean
is_measured (GtkWidget *widget)
{
  return gtk_widget_is_sensitive (widget) && program_is_seen (widget) && !is_cut (widget)
         && g_hash_table_add (done, widget);
}

/* From the middle of @widget to @reach pixels beyond its edge, upwards or towards @aside: what
 * stands out most from where that ends. */
static double
find_edge (GtkWidget *widget,
           GtkWidget *window,
           cairo_surface_t *surface,
           GtkWidget *aside,
           int reach)
{
  GdkRectangle box, other;
  double best = 1;
  int x, y, step, end;

  if (!find_box (widget, window, surface, &box))
    return G_MAXDOUBLE;
  x = box.x + box.width / 2;
  y = box.y + box.height / 2;
  if (aside == NULL)
    {
      end = y - box.height / 2 - reach;
      if (end < 0)
        return G_MAXDOUBLE;
      for (int at = y; at > end; at--)
        best = MAX (
            best, get_colour_contrast (get_colour (surface, x, at), get_colour (surface, x, end)));
      return best;
    }
  if (!find_box (aside, window, surface, &other))
    return G_MAXDOUBLE;
  step = other.x + other.width / 2 < x ? -1 : 1;
  end = x + step * (box.width / 2 + reach);
  for (int at = x; at != end; at += step)
    best =
        MAX (best, get_colour_contrast (get_colour (surface, at, y), get_colour (surface, end, y)));
  return best;
}

/* The knob of a slider or a switch, the switch itself, and a box to tick. */
static void
measure_control (GtkWidget *widget, GtkWidget *window, cairo_surface_t *surface)
{
  const char *name = gtk_widget_get_css_name (widget);
  GtkWidget *parent = gtk_widget_get_parent (widget);
  gboolean in_switch = GTK_IS_SWITCH (parent);

  if (!gtk_widget_is_sensitive (widget) || !program_is_seen (widget))
    return;
  if (g_str_equal (name, "slider")
      && (in_switch || gtk_widget_get_ancestor (widget, GTK_TYPE_SCALE) != NULL))
    tell_contrast (parent, " of its knob",
                   find_edge (widget, window, surface, in_switch ? parent : NULL, 4), LEAST_DRAWN);
  else if (GTK_IS_SWITCH (widget))
    tell_contrast (widget, "", find_edge (widget, window, surface, NULL, 4), LEAST_DRAWN);
  else if (g_str_equal (name, "check") || g_str_equal (name, "radio"))
    tell_contrast (parent, " of its box", find_edge (widget, window, surface, NULL, 3),
                   LEAST_DRAWN);
}

static cairo_surface_t *
download (GdkTexture *texture)
{
  cairo_surface_t *surface = cairo_image_surface_create (
      CAIRO_FORMAT_ARGB32, gdk_texture_get_width (texture), gdk_texture_get_height (texture));

  gdk_texture_download (texture, cairo_image_surface_get_data (surface),
                        (gsize) cairo_image_surface_get_stride (surface));
  cairo_surface_mark_dirty (surface);
  return surface;
}

/* What an ink of a chart makes of what is behind it. */
static Colour
draw_ink (GtkWidget *chart, GtkWidget *ink, Colour behind)
{
  const graphene_rect_t area = GRAPHENE_RECT_INIT (0, 0, 2, 2);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  cairo_surface_t *surface = NULL;
  const guchar *pixel = NULL;
  double left;
  Colour made;

  gtk_snapshot_push_clip (snapshot, &area);
  gtk_widget_snapshot_child (chart, ink, snapshot);
  gtk_snapshot_pop (snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  g_assert_nonnull (node);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (gtk_widget_get_native (chart)),
                                         node, &area);
  surface = download (texture);
  pixel = get_pixel (surface, 0, 0);
  left = 1 - pixel[3] / 255.0;
  made = (Colour){ pixel[2] + left * behind.red, pixel[1] + left * behind.green,
                   pixel[0] + left * behind.blue };
  cairo_surface_destroy (surface);
  return made;
}

static GdkRGBA
get_rgba (Colour colour)
{
  return (GdkRGBA){ (float) colour.red / 255, (float) colour.green / 255, (float) colour.blue / 255,
                    1 };
}

static GtkWidget *
find_ink (GtkWidget *chart, const char *name)
{
  for (GtkWidget *ink = gtk_widget_get_first_child (chart); ink != NULL;
       ink = gtk_widget_get_next_sibling (ink))
    if (ADW_IS_BIN (ink) && gtk_widget_has_css_class (ink, name))
      return ink;
  return NULL;
}

/* As an eye that does not see all colours would, too. */
static void
measure_pairs (GtkWidget *chart, Colour card)
{
  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      GtkWidget *first = find_ink (chart, pairs[i][0]);
      GtkWidget *second = find_ink (chart, pairs[i][1]);
      GdkRGBA colours[2];

      if (first == NULL || second == NULL)
        continue;
      colours[0] = get_rgba (draw_ink (chart, first, card));
      colours[1] = get_rgba (draw_ink (chart, second, card));
      for (guint eye = 0; eye < EYES_N; eye++)
        {
          g_autofree char *what = NULL;
          double labs[2][3];

          eyes_see (eye, &colours[0], labs[0]);
          eyes_see (eye, &colours[1], labs[1]);
          what = g_strdup_printf ("has “%s” and “%s” only %.1f apart with %s %s", pairs[i][0],
                                  pairs[i][1], eyes_get_difference (labs[0], labs[1]),
                                  eyes_get_name (eye), get_look ());
          g_test_message ("%s", what);
          if (eyes_get_difference (labs[0], labs[1]) < LEAST_APART)
            program_fit_tell (chart, what);
        }
    }
}

static void
measure_chart (GtkWidget *chart, GtkWidget *window, cairo_surface_t *surface)
{
  GdkRectangle box;
  Colour card, bar = { 0 }, median = { 0 };
  gboolean has_bar = FALSE;

  if (!find_box (chart, window, surface, &box) || !program_is_seen (chart))
    return;
  card = find_background (surface, &box);
  for (GtkWidget *ink = gtk_widget_get_first_child (chart); ink != NULL;
       ink = gtk_widget_get_next_sibling (ink))
    {
      g_auto (GStrv) names = gtk_widget_get_css_classes (ink);
      g_autofree char *of = NULL;
      Colour colour;

      if (!ADW_IS_BIN (ink))
        continue;
      g_assert_nonnull (names[0]);
      colour = draw_ink (chart, ink, card);
      if (g_str_equal (names[0], "bar"))
        {
          bar = colour;
          has_bar = TRUE;
        }
      if (g_str_equal (names[0], "median"))
        median = colour;
      of = g_strdup_printf (" of its ink “%s”", names[0]);
      if (!g_strv_contains (quiet_inks, names[0]))
        tell_contrast (chart, of, get_colour_contrast (colour, card), LEAST_DRAWN);
    }
  if (has_bar)
    tell_contrast (chart, " of the median on its bar", get_colour_contrast (median, bar),
                   LEAST_DRAWN);
  measure_pairs (chart, card);
}

static void
measure (GtkWidget *widget, GtkWidget *window, cairo_surface_t *surface)
{
  GdkRectangle box;

  if (!gtk_widget_get_child_visible (widget) || !gtk_widget_get_mapped (widget))
    return;
  if (is_text (widget) && is_measured (widget) && find_box (widget, window, surface, &box))
    tell_contrast (widget, "", find_contrast (surface, &box),
                   is_large (widget) ? LEAST_LARGE : LEAST);
  if (get_icon_name (widget) != NULL && is_measured (widget)
      && find_box (widget, window, surface, &box))
    {
      g_autofree char *of = g_strdup_printf (" of its icon “%s”", get_icon_name (widget));

      tell_contrast (widget, of, find_contrast (surface, &box), LEAST_DRAWN);
    }
  measure_control (widget, window, surface);
  if (g_str_equal (gtk_widget_get_css_name (widget), "chart"))
    measure_chart (widget, window, surface);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    measure (child, window, surface);
}

/* One control of each look is enough. */
static char *
dup_kind (GtkWidget *widget)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);
  g_auto (GStrv) classes = gtk_widget_get_css_classes (widget);
  g_auto (GStrv) above = gtk_widget_get_css_classes (parent);
  g_autofree char *own = g_strjoinv (".", classes);
  g_autofree char *parents = g_strjoinv (".", above);

  return g_strdup_printf (
      "%s.%s > %s.%s%s", G_OBJECT_TYPE_NAME (parent), parents, G_OBJECT_TYPE_NAME (widget), own,
      gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_CHECKED ? ", checked" : "");
}

static void
collect_kinds (GtkWidget *widget, GPtrArray *found)
{
  if (!gtk_widget_get_child_visible (widget) || !gtk_widget_get_mapped (widget))
    return;
  if (gtk_widget_get_focusable (widget) && gtk_widget_get_can_focus (widget)
      && gtk_widget_is_sensitive (widget) && program_is_seen (widget) && !GTK_IS_WINDOW (widget)
      && !GTK_IS_SCROLLED_WINDOW (widget) && !GTK_IS_LIST_BASE (widget) && !GTK_IS_LIST_BOX (widget)
      && !GTK_IS_FLOW_BOX (widget) && g_hash_table_add (measured[dark], dup_kind (widget)))
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_kinds (child, found);
}

static cairo_surface_t *
take_surface (const graphene_rect_t *part)
{
  g_autoptr (GdkTexture) texture = program_pages_take_picture (part);

  return download (texture);
}

/* How many pixels differ from those of another picture as much as they have to. */
static guint
count_changed (cairo_surface_t *a, cairo_surface_t *b)
{
  guint n = 0;

  for (int y = 0; y < cairo_image_surface_get_height (a); y++)
    for (int x = 0; x < cairo_image_surface_get_width (a); x++)
      if (memcmp (get_pixel (a, x, y), get_pixel (b, x, y), 4) != 0
          && get_contrast (get_pixel_luminance (get_pixel (a, x, y)),
                           get_pixel_luminance (get_pixel (b, x, y)))
                 >= LEAST_DRAWN)
        n++;
  return n;
}

/* With the focus and without it: what differs is the ring. */
static void
measure_ring (GtkWidget *widget, GtkWindow *window)
{
  int side = MIN (gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  g_autofree char *kind = dup_kind (widget);
  g_autofree char *what = NULL;
  cairo_surface_t *with = NULL;
  cairo_surface_t *without = NULL;
  graphene_rect_t part;
  guint n = 0;

  if (!gtk_widget_grab_focus (widget) || gtk_window_get_focus (window) == NULL)
    return;
  gtk_window_set_focus_visible (window, TRUE);
  /* It may be scrolled to. */
  program_settle ();
  if (!gtk_widget_compute_bounds (widget, GTK_WIDGET (window), &part))
    return;
  graphene_rect_inset (&part, -RING_REACH, -RING_REACH);
  graphene_rect_round_extents (&part, &part);
  with = take_surface (&part);
  gtk_window_set_focus (window, NULL);
  without = take_surface (&part);
  n = count_changed (with, without);
  what = g_strdup_printf ("(%s) has a ring of %u px that stands out %s", kind, n, get_look ());
  if (n < LEAST_RING * side)
    program_fit_tell (widget, what);
  cairo_surface_destroy (with);
  cairo_surface_destroy (without);
}

static void
look_at_step (GtkWindow *window)
{
  g_autoptr (GPtrArray) kinds = g_ptr_array_new ();
  cairo_surface_t *surface = take_surface (NULL);

  measure (GTK_WIDGET (window), GTK_WIDGET (window), surface);
  cairo_surface_destroy (surface);

  collect_kinds (GTK_WIDGET (window), kinds);
  for (guint i = 0; i < kinds->len; i++)
    measure_ring (g_ptr_array_index (kinds, i), window);
}

/* All that can be scrolled down. */
static void
collect_sheets (GtkWidget *widget, GPtrArray *sheets)
{
  if (!gtk_widget_get_child_visible (widget) || !gtk_widget_get_mapped (widget))
    return;
  if (GTK_IS_SCROLLED_WINDOW (widget))
    g_ptr_array_add (sheets, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_sheets (child, sheets);
}

/* Scrolls @sheet to that step from its top. Returns: whether there is as much of it */
static gboolean
scroll_to_step (GtkScrolledWindow *sheet, guint step)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (sheet);
  double page = gtk_adjustment_get_page_size (adjustment);
  double most = gtk_adjustment_get_upper (adjustment) - page;
  double last = step > 0 ? (step - 1) * STEP * page : -1;

  if (GTK_IS_LIST_BASE (gtk_scrolled_window_get_child (sheet)) && step >= MOST_STEPS_OF_A_LIST)
    return FALSE;
  gtk_adjustment_set_value (adjustment, MIN (step * STEP * page, most));
  return last < most;
}

/* Tells of each text that the page has, and that never came into sight as a whole. The title of a
 * field has two places, and is seen in one. */
static void
check_done (GtkWidget *widget)
{
  if (!gtk_widget_get_child_visible (widget) || !gtk_widget_get_mapped (widget)
      || GTK_IS_LIST_BASE (widget))
    return;
  if (is_text (widget) && gtk_widget_is_sensitive (widget)
      && gtk_widget_get_ancestor (widget, ADW_TYPE_ENTRY_ROW) == NULL
      && !g_hash_table_contains (done, widget))
    program_fit_tell (widget, "was never in sight as a whole");
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    check_done (child);
}

static void
look (GtkWindow *window)
{
  GtkWidget *focus = gtk_window_get_focus (window);
  g_autoptr (GPtrArray) sheets = g_ptr_array_new ();
  gboolean more = TRUE;

  done = g_hash_table_new (NULL, NULL);
  collect_sheets (GTK_WIDGET (window), sheets);
  for (guint step = 0; more; step++)
    {
      more = step == 0;
      for (guint i = 0; i < sheets->len; i++)
        more |= scroll_to_step (g_ptr_array_index (sheets, i), step);
      if (more)
        look_at_step (window);
    }
  check_done (GTK_WIDGET (window));
  g_hash_table_unref (done);
  if (focus != gtk_window_get_focus (window))
    gtk_window_set_focus (window, focus);
}

static void
visit (const char *page)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  program_fit_begin_page (page);
  program_settle ();
  program_pages_resize (WIDTH);
  for (int i = 0; i < 2; i++)
    {
      dark = i == 1;
      adw_style_manager_set_color_scheme (style, dark ? ADW_COLOR_SCHEME_FORCE_DARK
                                                      : ADW_COLOR_SCHEME_FORCE_LIGHT);
      g_assert_true (adw_style_manager_get_dark (style) == dark);
      g_assert_true (adw_style_manager_get_high_contrast (style) == high);
      look (program_get_entered ());
    }
}

int
main (int argc, char *argv[])
{
  program_test_init (&argc, &argv);
  painting_want_pictures ();
  g_assert_cmpint (argc, ==, 2);
  high = g_str_equal (argv[1], "high");
  if (high)
    g_setenv ("ADW_DEBUG_HIGH_CONTRAST", "1", TRUE);
  for (gsize i = 0; i < G_N_ELEMENTS (measured); i++)
    measured[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  program_pages_add ("/program/contrast", program_fit_begin, visit, program_fit_end);
  return g_test_run ();
}
