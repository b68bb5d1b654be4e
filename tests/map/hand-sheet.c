/* hand-sheet.c: every technique at six moments, as one picture to be looked at; not a test
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <math.h>
#include <pango/pangocairo.h>

#include "legato-hand-stills.h"
#include "legato-map-views.h"
#include "legato-route-drawing.h"
#include "look-at-uses.h"

#define LABEL 22
#define MOMENTS 6

static int cell = 330;
static int tone = 2;
static gboolean all = FALSE;
static gboolean still = FALSE;
static gboolean unlabelled = FALSE;
static gboolean partner = FALSE;
static gboolean whole = FALSE;
static char *seen_from = NULL;
static char *theme = NULL;
static char *only = NULL;
static char *place = NULL;

static const GdkRGBA blue = { 0.11f, 0.44f, 0.85f, 1 };

typedef struct
{
  GPtrArray *zones; /* LegatoZone */
  const LegatoTechnique *technique;
  LegatoPressure pressure;
  LegatoView view; /* 0 for the one that shows it best */
} Row;

/* From which side is to be looked; 0 for the one that shows each best. */
static LegatoView
find_asked_view (void)
{
  for (LegatoView view = LEGATO_VIEW_FRONT; view <= LEGATO_VIEW_SOLE; view <<= 1)
    if (g_strcmp0 (seen_from, legato_view_to_id (view)) == 0)
      return view;
  if (seen_from != NULL)
    g_error ("There is no side called %s", seen_from);
  return 0;
}

/* The first place of each technique that is seen from there, or all. */
static GArray *
find_rows (LegatoGuide *guide)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (Row));
  GPtrArray *zones = legato_guide_get_zones (guide);
  GPtrArray *techniques = legato_guide_get_techniques (guide);
  LegatoView asked = find_asked_view ();

  for (guint t = 0; t < techniques->len; t++)
    {
      const LegatoTechnique *technique = g_ptr_array_index (techniques, t);
      gboolean found = FALSE;

      if (only != NULL && !g_str_equal (only, technique->id))
        continue;
      for (guint z = 0; z < zones->len && (all || place != NULL || !found); z++)
        {
          /* The calf first, where a technique is used there. */
          guint index = (z + (place == NULL && !all ? 4 : 0)) % zones->len;
          const LegatoZone *zone = g_ptr_array_index (zones, index);
          const LegatoUse *use = legato_zone_find_use (zone, technique);
          Row row = { g_ptr_array_new (), technique, LEGATO_PRESSURE_LIGHT, asked };

          if (use == NULL || (asked != 0 && !legato_map_views_is_seen (asked, zone, technique))
              || (place != NULL && !g_str_equal (place, zone->id)))
            continue;
          row.pressure = use->pressure;
          g_ptr_array_add (row.zones, (gpointer) zone);
          g_array_append_val (rows, row);
          found = TRUE;
        }
    }
  return rows;
}

/* The glides that go over several places, from each side that shows them. */
static GArray *
find_long_rows (LegatoGuide *guide)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_autoptr (GPtrArray) glides = find_long_glides (guide);

  for (guint i = 0; i < glides->len; i++)
    for (LegatoView view = LEGATO_VIEW_FRONT; view < LEGATO_VIEW_SOLE; view <<= 1)
      {
        const LegatoRoutineStep *step = glides->pdata[i];
        Row row = { step->zones, step->technique, step->pressure, view };

        g_array_append_val (rows, row);
      }
  return rows;
}

static void
draw_label (cairo_t *cr, PangoContext *context, const char *text, double x, double y)
{
  g_autoptr (PangoLayout) layout = pango_layout_new (context);

  pango_layout_set_text (layout, text, -1);
  cairo_set_source_rgb (cr, 0.5, 0.5, 0.5);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
}

/* The place with hands and tools on it. */
static LegatoMapBox
find_part (const LegatoHandScene *scene)
{
  LegatoMapBox reach = legato_hand_stills_get_reach (scene);
  LegatoMapBox part = legato_hand_route_get_box (scene->route);

  part = (LegatoMapBox){ part.x - 60, part.y - 60, part.width + 120, part.height + 120 };
  return reach.width > 0 ? legato_map_box_union (part, reach) : part;
}

static LegatoView
choose_view (const Row *row)
{
  return row->view != 0 ? row->view
                        : legato_map_views_choose (LEGATO_VIEW_FRONT, row->zones, row->technique);
}

/* Returns: whether the place can be seen from there */
static gboolean
draw_row (cairo_t *cr,
          PangoContext *context,
          LegatoGuide *guide,
          LegatoMapViews *views,
          const Row *row,
          double y)
{
  g_autoptr (LegatoTimeline) timeline =
      make_step (guide, LEGATO_LEG_LEFT, row->zones, row->technique, row->pressure, partner);
  g_autoptr (LegatoHandSprites) sprites = legato_hand_sprites_new ();
  g_autofree char *style =
      legato_map_views_load_style (theme != NULL ? theme : "light", (guint) tone, FALSE);
  g_autofree char *label =
      g_strdup_printf ("%s, %s%s", row->technique->id,
                       ((const LegatoZone *) row->zones->pdata[row->zones->len - 1])->id,
                       row->zones->len > 1 ? " and others" : "");
  g_autoptr (LegatoHandRoute) route = NULL;
  LegatoMapArt *art;
  LegatoMapBox part;
  cairo_surface_t *base;
  double scale, side;
  gsize n;
  const LegatoCue *cues = legato_timeline_get_cues (timeline, &n);
  gint64 onset = -1, length = 0;

  art = legato_map_views_get (views, choose_view (row));
  route = legato_hand_route_new (art, legato_guide_get_zones (guide), LEGATO_LEG_LEFT, row->zones,
                                 row->technique);
  if (route == NULL)
    return FALSE;
  /* With the hands, and what they hold. */
  part = find_part (
      &(LegatoHandScene){ .route = route, .art = art, .timeline = timeline, .still = still });
  side = MAX (MAX (part.width, part.height), 340);
  part = (LegatoMapBox){ part.x + part.width / 2 - side / 2, part.y + part.height / 2 - side / 2,
                         side, side };
  /* As the map shows it: with the whole leg. */
  if (row->technique->shape == LEGATO_TOOL_SLEEVE)
    {
      side = 800;
      part.x = part.x + part.width / 2 - side / 2;
      part = (LegatoMapBox){ part.x, LEGATO_DRAWING_HEIGHT - side, side, side };
    }
  scale = cell / side;
  for (gsize i = 0; i < n; i++)
    if (cues[i].kind <= LEGATO_CUE_LAST_STROKE && (onset < 0 || cues[i].onset < onset + 3 * length))
      {
        onset = onset < 0 ? cues[i].onset : onset;
        length = MAX (length, cues[i].length);
      }
  base = legato_map_art_render (art, &part, cell, cell, 1, style, NULL);
  legato_hand_sprites_set_style (sprites, scale, (guint) tone);
  for (guint i = 0; i < (still ? 1 : MOMENTS); i++)
    {
      LegatoHandScene scene = { route, art, timeline, 0, 0, 0, 0, 0, FALSE };

      /* Up, just begun, in the midst, nearly done, in between, and the next one's middle. */
      static const double at[MOMENTS] = { -0.12, 0.15, 0.5, 0.85, 1.06, 1.5 };
      /* On the lower leg, four times about the knee, and on the thigh. */
      static const double on_way[MOMENTS] = { 0.3, 0.52, 0.55, 0.58, 0.61, 0.8 };

      scene.position = MAX (0, onset + (gint64) ((whole ? on_way : at)[i] * (double) length));
      cairo_save (cr);
      cairo_translate (cr, i * (cell + 4), y + LABEL);
      cairo_rectangle (cr, 0, 0, cell, cell);
      cairo_clip (cr);
      cairo_set_source_surface (cr, base, 0, 0);
      cairo_paint (cr);
      cairo_scale (cr, scale, scale);
      cairo_translate (cr, -part.x, -part.y);
      if (legato_route_drawing_is_seen (row->technique))
        legato_route_drawing_draw (route, cr, &blue, FALSE);
      if (still)
        legato_hand_stills_draw (&scene, cr, context, sprites, &blue);
      else
        legato_hand_scene_draw (&scene, cr, context, sprites, &blue);
      cairo_restore (cr);
    }
  cairo_surface_destroy (base);
  if (!unlabelled)
    draw_label (cr, context, label, 4, y + 2);
  return TRUE;
}

static void
save (cairo_surface_t *sheet, int height, const char *path)
{
  cairo_surface_t *used =
      cairo_image_surface_create_for_data (cairo_image_surface_get_data (sheet), CAIRO_FORMAT_RGB24,
                                           cairo_image_surface_get_width (sheet), MAX (1, height),
                                           cairo_image_surface_get_stride (sheet));

  if (cairo_surface_write_to_png (used, path) != CAIRO_STATUS_SUCCESS)
    g_error ("%s cannot be written", path);
  cairo_surface_destroy (used);
}

int
main (int argc, char *argv[])
{
  const GOptionEntry entries[] = {
    { "cell", 0, 0, G_OPTION_ARG_INT, &cell, "Pixels of each picture", "N" },
    { "tone", 0, 0, G_OPTION_ARG_INT, &tone, "Skin tone, 1 to 4", "N" },
    { "all", 0, 0, G_OPTION_ARG_NONE, &all, "Every place of each technique", NULL },
    { "still", 0, 0, G_OPTION_ARG_NONE, &still, "As with reduced motion", NULL },
    { "partner", 0, 0, G_OPTION_ARG_NONE, &partner, "By somebody else's hands", NULL },
    { "view", 0, 0, G_OPTION_ARG_STRING, &seen_from, "From this side: outer, inner…", "ID" },
    { "whole", 0, 0, G_OPTION_ARG_NONE, &whole, "Glides over several places", NULL },
    { "theme", 0, 0, G_OPTION_ARG_STRING, &theme, "light, dark or contrast", "ID" },
    { "unlabelled", 0, 0, G_OPTION_ARG_NONE, &unlabelled, "Without names", NULL },
    { "technique", 0, 0, G_OPTION_ARG_STRING, &only, "Only this one", "ID" },
    { "zone", 0, 0, G_OPTION_ARG_STRING, &place, "Only this one", "ID" },
    { NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
  };
  g_autoptr (GOptionContext) options = g_option_context_new ("FILE.png");
  g_autoptr (GError) error = NULL;
  g_autoptr (LegatoGuide) guide = NULL;
  g_autoptr (LegatoMapViews) views = NULL;
  g_autoptr (GArray) rows = NULL;
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_surface_t *sheet;
  cairo_t *cr;
  int height = 0;

  g_option_context_add_main_entries (options, entries, NULL);
  if (!g_option_context_parse (options, &argc, &argv, &error) || argc != 2)
    g_error ("%s", error != NULL ? error->message : "Name the file to write");
  guide = load_guide ();
  views = legato_map_views_new (guide);
  rows = whole ? find_long_rows (guide) : find_rows (guide);
  if (rows->len == 0)
    g_error ("Nothing of that is seen from there");
  sheet = cairo_image_surface_create (CAIRO_FORMAT_RGB24, MOMENTS * (cell + 4),
                                      (int) MAX (1, rows->len) * (cell + LABEL));
  cr = cairo_create (sheet);
  if (g_strcmp0 (theme, "dark") == 0)
    cairo_set_source_rgb (cr, 0.12, 0.12, 0.12);
  else
    cairo_set_source_rgb (cr, 0.98, 0.98, 0.98);
  cairo_paint (cr);
  for (guint i = 0; i < rows->len; i++)
    if (draw_row (cr, context, guide, views, &g_array_index (rows, Row, i), height))
      height += cell + LABEL;
  cairo_destroy (cr);
  cairo_surface_flush (sheet);
  save (sheet, height, argv[1]);
  cairo_surface_destroy (sheet);
  g_object_unref (context);
  return 0;
}
