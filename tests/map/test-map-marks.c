/* test-map-marks.c: the heat map's colours and what a zone says of itself
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <gtk/gtk.h>

#include "eyes.h"

#include "legato-hand-shape.h"
#include "legato-leg-map.h"
#include "legato-map-captions.h"
#include "legato-map-palette.h"
#include "legato-skin-marks.h"
#include "legato-zone-sign.h"
#include "map-test-utils.h"

/* Least contrast of text, WCAG 2.1 success criterion 1.4.3. */
#define LEAST_CONTRAST 4.5
/* About twice the difference (CIE 1976) that a practised eye just notices side by side. */
#define LEAST_STEP 5.0
/* Of pixels to a unit, so that a rim of one unit has pixels of its own. */
#define RING_SCALE 4
#define LEAST_RIM 2.0

static void
test_ramp_stays_apart (void)
{
  for (guint eye = 0; eye < EYES_N; eye++)
    {
      double before[3] = { 0 }, least = G_MAXDOUBLE;

      for (int soreness = 0; soreness <= 10; soreness++)
        {
          GdkRGBA color = legato_map_palette_get_soreness_color (soreness);
          double lab[3];

          eyes_see (eye, &color, lab);
          if (soreness > 0)
            {
              double step = eyes_get_difference (lab, before);

              least = MIN (least, step);
              /* More soreness is always darker, so order is kept in grey, too. */
              g_assert_cmpfloat (lab[0], <, before[0]);
            }
          memcpy (before, lab, sizeof lab);
        }
      g_test_message ("%s: least step %.1f", eyes_get_name (eye), least);
      g_assert_cmpfloat (least, >=, LEAST_STEP);
    }
}

/* The number stands on an opaque disc, so that this holds in light and dark, on every skin. */
static void
test_number_reads (void)
{
  double least = G_MAXDOUBLE;

  for (int soreness = 0; soreness <= 10; soreness++)
    {
      GdkRGBA fill = legato_map_palette_get_soreness_color (soreness);

      g_assert_cmpfloat (fill.alpha, ==, 1);
      least = MIN (least, eyes_get_contrast (&fill, legato_zone_sign_get_ink (&fill)));
    }
  g_test_message ("least contrast of a number: %.2f", least);
  g_assert_cmpfloat (least, >=, LEAST_CONTRAST);
}

static GtkWidget *
find_area (GtkWidget *map, const char *name)
{
  for (GtkWidget *child = gtk_widget_get_first_child (map); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (g_strcmp0 (gtk_widget_get_tooltip_text (child), name) == 0)
      return child;
  g_error ("%s is not on the map", name);
}

static void
assert_says (GtkWidget *area, const char *description)
{
  g_autofree char *problem = gtk_test_accessible_check_property (
      GTK_ACCESSIBLE (area), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description);

  g_assert_cmpstr (problem, ==, NULL);
}

static void
assert_labelled (GtkWidget *map, const char *label)
{
  g_autofree char *problem = gtk_test_accessible_check_property (
      GTK_ACCESSIBLE (map), GTK_ACCESSIBLE_PROPERTY_LABEL, label);

  g_assert_cmpstr (problem, ==, NULL);
}

static void
test_accessible (void)
{
  g_autoptr (LegatoGuide) guide = load_guide ();
  GtkWidget *widget = map_test_new_map (guide);
  GtkWidget *window = map_test_show (widget, FALSE, 300, 600);
  LegatoLegMap *map = LEGATO_LEG_MAP (widget);
  const LegatoZone *calf = legato_guide_find_zone (guide, "calf");
  const char *name = calf->side_names[LEGATO_LEG_LEFT];
  char *problem;

  legato_leg_map_set_view (map, LEGATO_VIEW_BACK);
  assert_labelled (widget, "Leg map, seen from the back");
  legato_leg_map_set_blocked (map, LEGATO_LEG_LEFT, calf, TRUE);
  assert_says (find_area (widget, name), "Leave this place out");
  legato_leg_map_set_value (map, LEGATO_LEG_LEFT, calf, 7);
  assert_says (find_area (widget, name), "Leave this place out, Soreness 7 of 10");
  legato_leg_map_set_done (map, LEGATO_LEG_LEFT, calf, TRUE);
  assert_says (find_area (widget, name), "Leave this place out, Soreness 7 of 10, done");
  assert_says (find_area (widget, calf->side_names[LEGATO_LEG_RIGHT]), "");

  /* The new view's zones know it, and are told apart by their place in the row. */
  legato_leg_map_set_view (map, LEGATO_VIEW_OUTER);
  assert_labelled (widget, "Leg map, seen from the outer side");
  legato_leg_map_set_view (map, LEGATO_VIEW_BACK);
  assert_says (find_area (widget, name), "Leave this place out, Soreness 7 of 10, done");
  g_assert_true (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (find_area (widget, name)),
                                                   GTK_ACCESSIBLE_RELATION_POS_IN_SET));

  legato_leg_map_set_selected (map, LEGATO_LEG_LEFT, calf);
  problem =
      gtk_test_accessible_check_state (GTK_ACCESSIBLE (find_area (widget, name)),
                                       GTK_ACCESSIBLE_STATE_PRESSED, GTK_ACCESSIBLE_TRISTATE_TRUE);
  g_assert_cmpstr (problem, ==, NULL);
  legato_leg_map_clear_marks (map);
  assert_says (find_area (widget, name), "");
  map_test_close (window, widget);
}

/* Below small legs, with large letters, no caption is broken within a word while the other one has
 * room to spare. */
static void
test_caption_words (void)
{
  const char *const texts[] = { "Ihre linke Seite", "Ihre rechtsseitige Seite" };
  const double middles[] = { 20, 80 };
  GtkWidget *window = gtk_window_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  LegatoMapCaptions *captions;
  GtkWidget *label;
  int room = 4;

  gtk_window_set_child (GTK_WINDOW (window), box);
  captions = legato_map_captions_new (box);
  label = gtk_widget_get_first_child (box);
  for (int leg = 0; leg < 2; leg++, label = gtk_widget_get_next_sibling (label))
    {
      g_autoptr (PangoLayout) layout =
          gtk_widget_create_pango_layout (label, leg == 0 ? "linke" : "rechtsseitige");
      int width;

      gtk_label_set_text (GTK_LABEL (label), texts[leg]);
      pango_layout_get_pixel_size (layout, &width, NULL);
      room += width + 2;
    }
  legato_map_captions_place (captions, middles, 0, 1, 0, room);
  label = gtk_widget_get_first_child (box);
  for (int leg = 0; leg < 2; leg++, label = gtk_widget_get_next_sibling (label))
    {
      PangoLayout *layout = gtk_label_get_layout (GTK_LABEL (label));

      g_assert_cmpint (pango_layout_get_line_count (layout), >, 1);
      for (int line = 1; line < pango_layout_get_line_count (layout); line++)
        {
          int start = pango_layout_get_line_readonly (layout, line)->start_index;

          g_assert_cmpint (texts[leg][start - 1], ==, ' ');
        }
    }
  legato_map_captions_free (captions);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* @rule begins a line of the style of a tone and ends before the colour. */
static void
assert_color_of (const char *style, const char *rule, const GdkRGBA *color)
{
  const char *line = strstr (style, rule);
  g_autofree char *said = NULL;
  GdkRGBA expected;

  g_assert_nonnull (line);
  said = g_strndup (line + strlen (rule), strlen ("#rrggbb"));
  g_assert_true (gdk_rgba_parse (&expected, said));
  g_assert_true (gdk_rgba_equal (&expected, color));
}

/* A muscle that is pressed has the colours that the leg's drawing gives it. */
static void
test_muscle_of_tone (void)
{
  for (guint tone = 1; tone <= 4; tone++)
    {
      g_autofree char *path = g_strdup_printf (LEGATO_RESOURCE_ROOT "/map/tone-%u.css", tone);
      g_autoptr (GBytes) style = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
      g_autofree char *text = NULL;

      g_assert_nonnull (style);
      text = g_strndup (g_bytes_get_data (style, NULL), g_bytes_get_size (style));
      assert_color_of (text, "\n.muscle { fill: ", &legato_skin_get (tone)->muscle);
      assert_color_of (text, "\n.muscle, .muscle-2, .muscle-edge, .fibre { stroke: ",
                       &legato_skin_get (tone)->muscle_line);
    }
}

/* A ring that has not begun to fill is white; beside the leg it lies on white, and a rim on both
 * sides of it tells where it is. */
static void
test_ring_on_white (void)
{
  const GdkRGBA white = { 1, 1, 1, 1 }, accent = { 0.1f, 0.4f, 0.9f, 1 };
  const LegatoSkinMark ring = {
    LEGATO_SKIN_RING, { 64, 64 }, { 0, -1 }, 50, 0.25,
  };
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 128 * RING_SCALE, 128 * RING_SCALE);
  LegatoSkinPaint paint = { .cr = cairo_create (surface), .accent = &accent };
  const guint8 *row = NULL;
  double rim[2] = { 1, 1 };

  cairo_set_source_rgb (paint.cr, 1, 1, 1);
  cairo_paint (paint.cr);
  cairo_scale (paint.cr, RING_SCALE, RING_SCALE);
  legato_skin_mark_draw (&ring, &paint);
  cairo_destroy (paint.cr);
  cairo_surface_flush (surface);

  /* From outside to inside, on the side that is not filled. */
  row = cairo_image_surface_get_data (surface)
        + 64 * RING_SCALE * cairo_image_surface_get_stride (surface);
  for (int x = 0; x < 28 * RING_SCALE; x++)
    {
      const guint8 *pixel = row + x * 4;
      GdkRGBA color = { pixel[2] / 255.0f, pixel[1] / 255.0f, pixel[0] / 255.0f, 1 };
      guint inside = x > (64 - 50) * RING_SCALE;

      rim[inside] = MAX (rim[inside], eyes_get_contrast (&color, &white));
    }
  g_test_message ("%.2f outside, %.2f inside", rim[0], rim[1]);
  for (guint side = 0; side < 2; side++)
    g_assert_cmpfloat (rim[side], >=, LEAST_RIM);
  cairo_surface_destroy (surface);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map-marks/ramp-stays-apart", test_ramp_stays_apart);
  g_test_add_func ("/map-marks/number-reads", test_number_reads);
  g_test_add_func ("/map-marks/muscle-of-tone", test_muscle_of_tone);
  g_test_add_func ("/map-marks/ring-on-white", test_ring_on_white);
  if (gtk_init_check ())
    {
      g_test_add_func ("/map-marks/caption-words", test_caption_words);
      g_test_add_func ("/map-marks/accessible", test_accessible);
    }
  return g_test_run ();
}
