/* test-flashes.c: nothing that moves flashes, whatever the technique, at the greatest tempo
 *
 * WCAG 2.2, 2.3.1: nothing flashes more than three times in a second, unless it is small. A flash
 * is a change of the relative luminance by a tenth of the greatest and back again, where the darker
 * of both is below 0.8. Small is what takes less than a quarter of any ten degrees of what is seen
 * at one time, for which a third of the width and height of the screen, of 16:9, is taken. Here the
 * place that is massaged, from as near as the map comes to it by itself, is as high as the screen,
 * which no window makes larger.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <math.h>
#include <pango/pangocairo.h>

#include "legato-demonstration.h"
#include "legato-hand-scene-testing.h"
#include "legato-hand-stills.h"
#include "legato-map-views.h"
#include "legato-route-drawing.h"
#include "legato-session.h"
#include "../load-guide.h"

#define LEAST_CHANGE 0.1
#define LEAST_LIGHT 0.8

/* Four flashes are too many; with this one more change the fourth would be over. */
#define MOST_CHANGES 7

/* The picture is as high as the screen. Of that ten degrees are so many pixels; they are looked at
 * wherever they lie in such steps. */
#define BLOCK_WIDTH 128
#define BLOCK_HEIGHT 72
#define BLOCK_PIXELS (BLOCK_WIDTH * BLOCK_HEIGHT)
#define STEP_X 22
#define STEP_Y 18
#define COLUMNS 5
#define ROWS 9
#define SIDE (BLOCK_HEIGHT + (ROWS - 1) * STEP_Y)
#define LEAST_SHARE 0.25

/* Of the mean light: less is no turn. */
#define LEAST_TURN 0.01

/* A second; of a movement that repeats three are enough, with what leads from one to the next. */
#define FPS 50
#define SECONDS 3

/* A share of red above which a colour is a saturated red, which must not flash at all. */
#define SATURATED 0.8

static const GdkRGBA blue = { 0.11f, 0.44f, 0.85f, 1 };

/* Ten degrees, and what they have done until now. */
typedef struct
{
  double turn[BLOCK_PIXELS];    /* the light of each place when all of it last turned */
  double extreme[BLOCK_PIXELS]; /* the same when it was lightest or darkest since */
  double mean;                  /* of the extreme */
  int extreme_frame;
  int direction;                 /* 1 lighter, -1 darker, 0 neither yet */
  int last_way;                  /* of the last change, likewise */
  int changes[MOST_CHANGES + 1]; /* the last ones: the frame of each */
  guint n_changes;
  gboolean flashes;
} Block;

typedef struct
{
  Block blocks[COLUMNS * ROWS];
  double first[SIDE * SIDE]; /* the light of the first frame */
  gboolean moved;            /* another one was not like it */
  int n_frames;
} Eye;

static double
get_linear (double value)
{
  return value <= 0.03928 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
}

static double
get_luminance (const guchar *p)
{
  static double linear[256];

  if (linear[255] <= 0)
    for (int i = 0; i < 256; i++)
      linear[i] = get_linear (i / 255.0);
  return 0.2126 * linear[p[2]] + 0.7152 * linear[p[1]] + 0.0722 * linear[p[0]];
}

static gboolean
is_saturated_red (const guchar *p)
{
  return p[2] > 64 && p[2] >= SATURATED * (p[0] + p[1] + p[2]);
}

/* How much of the block became lighter, or darker, from one turn to the next, enough for a flash.
 */
static double
find_share (const Block *block, int way)
{
  int n = 0;

  for (int i = 0; i < BLOCK_PIXELS; i++)
    n += way * (block->extreme[i] - block->turn[i]) >= LEAST_CHANGE
                 && MIN (block->extreme[i], block->turn[i]) < LEAST_LIGHT
             ? 1
             : 0;
  return n / (double) BLOCK_PIXELS;
}

static void
note_turn (Block *block)
{
  guint n = block->n_changes;
  int way = block->direction;

  if (way != block->last_way && find_share (block, way) >= LEAST_SHARE)
    {
      block->last_way = way;
      block->changes[n % G_N_ELEMENTS (block->changes)] = block->extreme_frame;
      block->n_changes++;
      if (n >= MOST_CHANGES
          && block->extreme_frame - block->changes[(n + 1) % G_N_ELEMENTS (block->changes)] <= FPS)
        block->flashes = TRUE;
    }
  memcpy (block->turn, block->extreme, sizeof block->turn);
}

static void
see_block (Block *block, const double *light, int left, int top, int frame)
{
  double seen[BLOCK_PIXELS];
  double mean = 0;
  double change;

  for (int i = 0; i < BLOCK_PIXELS; i++)
    {
      seen[i] = light[(top + i / BLOCK_WIDTH) * SIDE + left + i % BLOCK_WIDTH];
      mean += seen[i] / BLOCK_PIXELS;
    }
  change = mean - block->mean;
  if (frame == 0)
    memcpy (block->turn, seen, sizeof seen);
  else if (block->direction == 0 && fabs (change) < LEAST_TURN)
    return;
  else if (change * block->direction < 0 && fabs (change) < LEAST_TURN)
    return;
  else if (change * block->direction < 0)
    note_turn (block);
  if (frame > 0)
    block->direction = change > 0 ? 1 : change < 0 ? -1 : block->direction;
  memcpy (block->extreme, seen, sizeof seen);
  block->mean = mean;
  block->extreme_frame = frame;
}

static void
eye_see (Eye *self, cairo_surface_t *surface)
{
  g_autofree double *light = g_new (double, SIDE *SIDE);
  const guchar *data;

  cairo_surface_flush (surface);
  data = cairo_image_surface_get_data (surface);
  for (int i = 0; i < SIDE * SIDE; i++)
    {
      const guchar *p = data + i / SIDE * cairo_image_surface_get_stride (surface) + i % SIDE * 4;

      g_assert_false (is_saturated_red (p));
      light[i] = get_luminance (p);
    }
  if (self->n_frames == 0)
    memcpy (self->first, light, sizeof self->first);
  else if (memcmp (self->first, light, sizeof self->first) != 0)
    self->moved = TRUE;
  for (int i = 0; i < COLUMNS * ROWS; i++)
    see_block (self->blocks + i, light, i % COLUMNS * STEP_X, i / COLUMNS * STEP_Y, self->n_frames);
  self->n_frames++;
}

static guint
count_flashing (const Eye *self)
{
  guint n = 0;

  for (int i = 0; i < COLUMNS * ROWS; i++)
    n += self->blocks[i].flashes ? 1 : 0;
  return n;
}

static guint
count_most_changes (const Eye *self)
{
  guint most = 0;

  for (int i = 0; i < COLUMNS * ROWS; i++)
    most = MAX (most, self->blocks[i].n_changes);
  return most;
}

/* What blinks is seen, from the fourth time in a second on, if it is large and light enough. */
static guint
look_at_blinking (int times, double from, double to, int side)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, SIDE, SIDE);
  g_autofree Eye *eye = g_new0 (Eye, 1);

  for (int frame = 0; frame < 2 * FPS; frame++)
    {
      cairo_t *cr = cairo_create (surface);
      double gray = (frame * 2 * times / FPS) % 2 == 0 ? from : to;

      cairo_rectangle (cr, 0, 0, side, side);
      cairo_set_source_rgb (cr, gray, gray, gray);
      cairo_fill (cr);
      cairo_destroy (cr);
      eye_see (eye, surface);
    }
  cairo_surface_destroy (surface);
  return count_flashing (eye);
}

static void
test_blinking (void)
{
  g_assert_cmpuint (look_at_blinking (5, 0, 1, 100), >, 0);
  g_assert_cmpuint (look_at_blinking (4, 0.5, 0.7, 100), >, 0);
  g_assert_cmpuint (look_at_blinking (3, 0, 1, 100), ==, 0);
  g_assert_cmpuint (look_at_blinking (5, 0.5, 0.55, 100), ==, 0);
  g_assert_cmpuint (look_at_blinking (5, 0.92, 1, SIDE), ==, 0);
  g_assert_cmpuint (look_at_blinking (5, 0, 1, 30), ==, 0);
}

/* One place of each technique, the calf where it is used there. */
static const LegatoUse *
find_use (LegatoGuide *guide, const LegatoTechnique *technique)
{
  const LegatoUse *use = legato_zone_find_use (legato_guide_find_zone (guide, "calf"), technique);

  return use != NULL || technique->uses->len == 0 ? use : g_ptr_array_index (technique->uses, 0);
}

static gint64
find_first_stroke (LegatoTimeline *timeline)
{
  gsize n;
  const LegatoCue *cues = legato_timeline_get_cues (timeline, &n);

  for (gsize i = 0; i < n; i++)
    if (cues[i].kind <= LEGATO_CUE_LAST_STROKE)
      return cues[i].onset;
  return 0;
}

/* What is seen of the legs as near as the map comes by itself: a square with the hands in it, or
 * all of the legs where there are none. */
static LegatoMapBox
find_part (const LegatoHandScene *scene)
{
  LegatoMapBox part = legato_hand_stills_get_reach (scene);
  double side;

  if (part.width <= 0)
    part = (LegatoMapBox){ 0, 0, legato_map_art_get_width (scene->art),
                           legato_map_art_get_height (scene->art) };
  side = MAX (part.width, part.height);

  return (LegatoMapBox){ part.x + (part.width - side) / 2, part.y + (part.height - side) / 2, side,
                         side };
}

static guint
look_at_technique (LegatoGuide *guide,
                   LegatoMapViews *views,
                   PangoContext *context,
                   const LegatoUse *use,
                   const char *theme)
{
  g_autoptr (GPtrArray) zones = g_ptr_array_new ();
  g_autoptr (LegatoTimeline) timeline = legato_demonstration_new (guide, LEGATO_LEG_LEFT, use);
  g_autoptr (LegatoHandSprites) sprites = legato_hand_sprites_new ();
  g_autofree char *style = legato_map_views_load_style (theme, 1, FALSE);
  g_autoptr (LegatoHandRoute) route = NULL;
  LegatoHandScene scene = { .timeline = timeline };
  double paper = g_str_equal (theme, "light") ? 1 : 0.1;
  gint64 onset = find_first_stroke (timeline);
  cairo_surface_t *base, *surface;
  LegatoMapArt *art;
  LegatoMapBox part;
  g_autofree Eye *eye = g_new0 (Eye, 1);

  g_ptr_array_add (zones, (gpointer) use->zone);
  art = legato_map_views_get (views,
                              legato_map_views_choose (LEGATO_VIEW_FRONT, zones, use->technique));
  route = legato_hand_route_new (art, legato_guide_get_zones (guide), LEGATO_LEG_LEFT, zones,
                                 use->technique);
  g_assert_nonnull (route);
  scene.route = route;
  scene.art = art;
  part = find_part (&scene);
  base = legato_map_art_render (art, &part, SIDE, SIDE, 1, style, NULL);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, SIDE, SIDE);
  legato_hand_sprites_set_style (sprites, SIDE / part.width, 1);
  for (int frame = 0; frame < SECONDS * FPS; frame++)
    {
      cairo_t *cr = cairo_create (surface);

      cairo_set_source_rgb (cr, paper, paper, paper);
      cairo_paint (cr);
      cairo_set_source_surface (cr, base, 0, 0);
      cairo_paint (cr);
      cairo_scale (cr, SIDE / part.width, SIDE / part.height);
      cairo_translate (cr, -part.x, -part.y);
      if (legato_route_drawing_is_seen (use->technique))
        legato_route_drawing_draw (route, cr, &blue, FALSE);
      scene.position = onset + frame * LEGATO_SECOND / FPS * LEGATO_SESSION_MAX_TEMPO / 100;
      legato_hand_scene_draw (&scene, cr, context, sprites, &blue);
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      cairo_destroy (cr);
      eye_see (eye, surface);
    }
  cairo_surface_destroy (surface);
  cairo_surface_destroy (base);
  g_test_message ("%s, %s: at most %u changes in %d s", use->technique->id, theme,
                  count_most_changes (eye), SECONDS);
  /* What is not painted cannot flash; a sleeve stays as it is. */
  g_assert_true (eye->moved || g_str_equal (use->technique->id, "compression-sleeve"));
  return count_flashing (eye);
}

static void
test_techniques (void)
{
  static const char *const themes[] = { "light", "dark" };
  g_autoptr (LegatoGuide) guide = load_guide ();
  g_autoptr (LegatoMapViews) views = NULL;
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  GPtrArray *techniques = NULL;
  guint n = 0;

  views = legato_map_views_new (guide);
  techniques = legato_guide_get_techniques (guide);
  for (guint i = 0; i < techniques->len; i++)
    {
      const LegatoTechnique *technique = g_ptr_array_index (techniques, i);
      const LegatoUse *use = find_use (guide, technique);

      for (gsize theme = 0; use != NULL && theme < G_N_ELEMENTS (themes); theme++)
        {
          g_assert_cmpuint (look_at_technique (guide, views, context, use, themes[theme]), ==, 0);
          n++;
        }
    }
  g_assert_cmpuint (n, >=, 2 * 12);
  g_object_unref (context);
}

/* The disc of the dial grows and shrinks as a breath does, or a step on the spot. */
static guint
count_turns (LegatoTimeline *timeline)
{
  gint64 begin = legato_timeline_get_lead_in (timeline);
  gint64 end = legato_timeline_get_duration (timeline);
  g_autoptr (GArray) turns = g_array_new (FALSE, FALSE, sizeof (gint64));
  double last = legato_timeline_get_breath (timeline, begin);
  int direction = 0;
  guint most = 0;

  for (gint64 position = begin; position < end; position += LEGATO_SECOND / FPS)
    {
      double breath = legato_timeline_get_breath (timeline, position);
      int way = breath > last ? 1 : breath < last ? -1 : direction;
      guint n = 0;

      if (way != direction && direction != 0)
        g_array_append_val (turns, position);
      direction = way;
      last = breath;
      for (guint i = 0; i < turns->len; i++)
        if (position - g_array_index (turns, gint64, i)
            <= LEGATO_SECOND * LEGATO_SESSION_MAX_TEMPO / 100)
          n++;
      most = MAX (most, n);
    }
  return most;
}

static void
test_disc (void)
{
  static const char *const exercises[] = { "walk-on-the-spot", "legs-raised", "breathe" };
  g_autoptr (LegatoGuide) guide = load_guide ();

  for (gsize i = 0; i < G_N_ELEMENTS (exercises); i++)
    {
      const LegatoTechnique *technique = legato_guide_find_technique (guide, exercises[i]);
      GPtrArray *steps = g_ptr_array_new_with_free_func ((GDestroyNotify) legato_step_free);
      g_autoptr (LegatoPlan) plan = NULL;
      g_autoptr (LegatoTimeline) timeline = NULL;
      guint turns;

      g_assert_nonnull (technique);
      g_ptr_array_add (steps, legato_step_new (LEGATO_LEG_BOTH, LEGATO_PHASE_WORK, technique,
                                               LEGATO_PRESSURE_LIGHT, 60));
      plan = legato_plan_new (guide, NULL, steps);
      timeline = legato_timeline_new (plan, 0);
      turns = count_turns (timeline);
      g_test_message ("%s: %u turns a second", exercises[i], turns);
      g_assert_cmpuint (turns, >, 0);
      g_assert_cmpuint (turns, <=, MOST_CHANGES);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/flashes/blinking", test_blinking);
  g_test_add_func ("/flashes/techniques", test_techniques);
  g_test_add_func ("/flashes/disc", test_disc);
  return g_test_run ();
}
