/* test-map-marks.c: the heat map's colours and what a zone says of itself
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <math.h>
#include <gtk/gtk.h>

#include "legato-hand-shape.h"
#include "legato-leg-map.h"
#include "legato-map-palette.h"
#include "legato-zone-sign.h"
#include "map-test-utils.h"

/* Least contrast of text, WCAG 2.1 success criterion 1.4.3. */
#define LEAST_CONTRAST 4.5
/* About twice the difference (CIE 1976) that a practised eye just notices side by side. */
#define LEAST_STEP 5.0

typedef double Matrix[3][3];

/*
 * Dichromacy in linear sRGB at full severity: G. M. Machado, M. M. Oliveira, L. A. F. Fernandes, "A
 * physiologically-based model for simulation of color vision deficiency", IEEE Transactions on
 * Visualization and Computer Graphics 15 (2009), table 1.
 */
static const struct
{
  const char *name;
  Matrix matrix;
} eyes[] = {
  { "full colour", { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } } },
  { "protanopia",
    { { 0.152286, 1.052583, -0.204868 },
      { 0.114503, 0.786281, 0.099216 },
      { -0.003882, -0.048116, 1.051998 } } },
  { "deuteranopia",
    { { 0.367322, 0.860646, -0.227968 },
      { 0.280085, 0.672501, 0.047413 },
      { -0.011820, 0.042940, 0.968881 } } },
  { "tritanopia",
    { { 1.255528, -0.076749, -0.178779 },
      { -0.078411, 0.930809, 0.147602 },
      { 0.004733, 0.691367, 0.303900 } } },
};

/* IEC 61966-2-1, D65. */
static const Matrix srgb_to_xyz = {
  { 0.4124564, 0.3575761, 0.1804375 },
  { 0.2126729, 0.7151522, 0.0721750 },
  { 0.0193339, 0.1191920, 0.9503041 },
};

static void
multiply (const Matrix matrix, const double in[3], double out[3])
{
  for (int row = 0; row < 3; row++)
    out[row] = matrix[row][0] * in[0] + matrix[row][1] * in[1] + matrix[row][2] * in[2];
}

static double
to_linear (double value)
{
  return value <= 0.04045 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
}

static double
get_luminance (const GdkRGBA *color)
{
  double linear[3] = { to_linear (color->red), to_linear (color->green), to_linear (color->blue) };
  double xyz[3];

  multiply (srgb_to_xyz, linear, xyz);
  return xyz[1];
}

static double
get_contrast (const GdkRGBA *a, const GdkRGBA *b)
{
  double first = get_luminance (a), second = get_luminance (b);

  return (MAX (first, second) + 0.05) / (MIN (first, second) + 0.05);
}

static double
bend (double value)
{
  return value > 216.0 / 24389 ? cbrt (value) : (24389.0 / 27 * value + 16) / 116;
}

/* What an eye makes of @color, in CIE L*a*b*. */
static void
see (const Matrix eye, const GdkRGBA *color, double lab[3])
{
  double linear[3] = { to_linear (color->red), to_linear (color->green), to_linear (color->blue) };
  double seen[3], xyz[3];

  multiply (eye, linear, seen);
  for (int i = 0; i < 3; i++)
    seen[i] = CLAMP (seen[i], 0, 1);
  multiply (srgb_to_xyz, seen, xyz);
  lab[0] = 116 * bend (xyz[1]) - 16;
  lab[1] = 500 * (bend (xyz[0] / 0.95047) - bend (xyz[1]));
  lab[2] = 200 * (bend (xyz[1]) - bend (xyz[2] / 1.08883));
}

static void
test_ramp_stays_apart (void)
{
  for (gsize e = 0; e < G_N_ELEMENTS (eyes); e++)
    {
      double before[3] = { 0 }, least = G_MAXDOUBLE;

      for (int soreness = 0; soreness <= 10; soreness++)
        {
          GdkRGBA color = legato_map_palette_get_soreness_color (soreness);
          double lab[3];

          see (eyes[e].matrix, &color, lab);
          if (soreness > 0)
            {
              double step = sqrt ((lab[0] - before[0]) * (lab[0] - before[0])
                                  + (lab[1] - before[1]) * (lab[1] - before[1])
                                  + (lab[2] - before[2]) * (lab[2] - before[2]));

              least = MIN (least, step);
              /* More soreness is always darker, so order is kept in grey, too. */
              g_assert_cmpfloat (lab[0], <, before[0]);
            }
          memcpy (before, lab, sizeof lab);
        }
      g_test_message ("%s: least step %.1f", eyes[e].name, least);
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
      least = MIN (least, get_contrast (&fill, legato_zone_sign_get_ink (&fill)));
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
  g_autoptr (LegatoGuide) guide = map_test_load_guide ();
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

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map-marks/ramp-stays-apart", test_ramp_stays_apart);
  g_test_add_func ("/map-marks/number-reads", test_number_reads);
  g_test_add_func ("/map-marks/muscle-of-tone", test_muscle_of_tone);
  if (gtk_init_check ())
    g_test_add_func ("/map-marks/accessible", test_accessible);
  return g_test_run ();
}
