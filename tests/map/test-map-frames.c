/* test-map-frames.c: what a frame of the map is made of, and that there is none without a reason
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "legato-hand-sprites.h"
#include "legato-leg-map-private.h"
#include "map-test-utils.h"

/* So long nothing is drawn when nothing moves. */
#define STILL_MS 400

typedef struct
{
  LegatoGuide *guide;
  GtkWidget *window;
  GtkWidget *map;
  LegatoLegMap *self;    /* the same as `map` */
  GdkPaintable *content; /* what it last drew */
  guint n_frames;
} Fixture;

static void
painted_cb (GdkFrameClock *clock, Fixture *self)
{
  self->n_frames++;
}

static void
wait_for_rest (Fixture *self)
{
  while (legato_map_zoom_is_moving (self->self->zoom)
         || self->self->sharp_scale != self->self->scale || !legato_leg_map_is_ready (self->self))
    g_main_context_iteration (NULL, TRUE);
  map_test_settle (300);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->guide = load_guide ();
  self->map = map_test_new_map (self->guide);
  self->self = LEGATO_LEG_MAP (self->map);
  legato_leg_map_set_view (self->self, LEGATO_VIEW_BACK);
  self->content = gtk_widget_paintable_new (self->map);
  self->window = map_test_show (self->map, TRUE, 480, 700);
  g_signal_connect (gtk_widget_get_frame_clock (self->window), "paint", G_CALLBACK (painted_cb),
                    self);
  wait_for_rest (self);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_clear_object (&self->content);
  map_test_close (self->window, self->map);
  legato_guide_unref (self->guide);
}

static void
demonstrate (Fixture *self, const char *zone, const char *technique)
{
  legato_leg_map_demonstrate (self->self, LEGATO_LEG_LEFT,
                              legato_guide_find_zone (self->guide, zone),
                              legato_guide_find_technique (self->guide, technique));
}

/* All nodes that draw something, each held so that its address stays its own. */
static void
collect (GskRenderNode *node, GPtrArray *leaves)
{
  switch (gsk_render_node_get_node_type (node))
    {
    case GSK_CONTAINER_NODE:
      for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
        collect (gsk_container_node_get_child (node, i), leaves);
      break;
    case GSK_TRANSFORM_NODE:
      collect (gsk_transform_node_get_child (node), leaves);
      break;
    case GSK_CLIP_NODE:
      collect (gsk_clip_node_get_child (node), leaves);
      break;
    case GSK_DEBUG_NODE:
      collect (gsk_debug_node_get_child (node), leaves);
      break;
    default:
      /* One that is drawn in strips is met in each of them. */
      if (!g_ptr_array_find (leaves, node, NULL))
        g_ptr_array_add (leaves, gsk_render_node_ref (node));
    }
}

static GPtrArray *
look (Fixture *self)
{
  GPtrArray *leaves = g_ptr_array_new_with_free_func ((GDestroyNotify) gsk_render_node_unref);
  GdkPaintable *image = gdk_paintable_get_current_image (self->content);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;

  gdk_paintable_snapshot (image, snapshot, gtk_widget_get_width (self->map),
                          gtk_widget_get_height (self->map));
  node = gtk_snapshot_free_to_node (snapshot);
  g_assert_nonnull (node);
  collect (node, leaves);
  gsk_render_node_unref (node);
  g_object_unref (image);
  return leaves;
}

static double
get_area (GskRenderNode *node)
{
  graphene_rect_t bounds;

  gsk_render_node_get_bounds (node, &bounds);
  return (double) (bounds.size.width * bounds.size.height);
}

static GskRenderNode *
find_largest (GPtrArray *leaves)
{
  GskRenderNode *largest = g_ptr_array_index (leaves, 0);

  for (guint i = 1; i < leaves->len; i++)
    if (get_area (g_ptr_array_index (leaves, i)) > get_area (largest))
      largest = g_ptr_array_index (leaves, i);
  return largest;
}

static void
wait_for_frame (Fixture *self)
{
  guint before = self->n_frames;

  while (self->n_frames < before + 2)
    g_main_context_iteration (NULL, TRUE);
}

/* The drawing is one and the same node in every frame, and only the hands are new. It is a texture
 * where the renderer keeps a copy of that; the cairo renderer would copy it as a whole each time.
 */
static void
check_frames (Fixture *self)
{
  g_autoptr (GPtrArray) before = NULL;
  GskRenderNode *drawing;
  double hands = 0;

  wait_for_frame (self);
  before = look (self);
  drawing = find_largest (before);
  g_assert_cmpint (gsk_render_node_get_node_type (drawing), ==,
                   legato_leg_map_is_drawn_by_cairo (self->self) ? GSK_CAIRO_NODE
                                                                 : GSK_TEXTURE_NODE);
  g_assert_cmpfloat (get_area (drawing), >, 100000);
  for (int round = 0; round < 20; round++)
    {
      g_autoptr (GPtrArray) now = NULL;
      guint n_new = 0;

      wait_for_frame (self);
      now = look (self);
      g_assert_true (find_largest (now) == drawing);
      for (guint i = 0; i < now->len; i++)
        {
          GskRenderNode *leaf = g_ptr_array_index (now, i);

          if (g_ptr_array_find (before, leaf, NULL))
            continue;
          g_assert_cmpint (gsk_render_node_get_node_type (leaf), ==, GSK_CAIRO_NODE);
          hands = MAX (hands, get_area (leaf));
          n_new++;
        }
      /* The skin under the hands, a hand that bends, and what is marked over them. A hand that
       * kneads holds flesh of its own, which bends with it; where the other hand has taken over
       * since the last look, both have changed. */
      g_assert_cmpuint (n_new, <=, 4);
      g_clear_pointer (&before, g_ptr_array_unref);
      before = g_steal_pointer (&now);
    }
  g_assert_cmpfloat (hands, >, 100);
  g_assert_cmpfloat (hands, <, get_area (drawing) / 4);
}

static void
test_nodes (Fixture *self, gconstpointer data)
{
  demonstrate (self, "calf", "effleurage");
  map_test_settle (300);
  check_frames (self);
}

static void
test_nodes_zoomed (Fixture *self, gconstpointer data)
{
  demonstrate (self, "calf", "petrissage");
  gtk_widget_activate_action (self->map, "map.zoom-in", NULL);
  wait_for_rest (self);
  check_frames (self);
}

static guint
count_frames (Fixture *self, guint ms)
{
  self->n_frames = 0;
  map_test_settle (ms);
  return self->n_frames;
}

/* Nothing is drawn any more, for a while: at once on a quiet machine, on a busy one when the last
 * picture is ready. What never came to rest would be waited for for ever. */
static void
wait_for_stillness (Fixture *self)
{
  while (count_frames (self, STILL_MS) > 0)
    ;
}

/* No frame while nothing moves, be the legs near or far, or while nobody can see it. */
static void
test_idle (Fixture *self, gconstpointer data)
{
  map_test_settle (500);
  wait_for_stillness (self);

  gtk_widget_activate_action (self->map, "map.zoom-in", NULL);
  wait_for_rest (self);
  wait_for_stillness (self);

  demonstrate (self, "calf", "effleurage");
  wait_for_frame (self);
  legato_leg_map_set_playing (self->self, FALSE);
  wait_for_rest (self);
  wait_for_stillness (self);

  legato_leg_map_set_playing (self->self, TRUE);
  g_object_set (self->map, "reduced-motion", TRUE, NULL);
  wait_for_rest (self);
  g_object_set (self->map, "reduced-motion", FALSE, NULL);
  wait_for_frame (self);

  /* Hidden in the midst of a stroke and on the way nearer. */
  gtk_widget_activate_action (self->map, "map.zoom-in", NULL);
  gtk_widget_set_visible (self->window, FALSE);
  map_test_settle (300);
  wait_for_stillness (self);
  g_assert_true (!legato_map_zoom_is_moving (self->self->zoom) && self->self->tick == 0
                 && self->self->pause == 0);
  gtk_widget_set_visible (self->window, TRUE);
  wait_for_frame (self);
  wait_for_rest (self);
  g_assert_cmpfloat (legato_map_zoom_get_goal (self->self->zoom), >, 2);
}

/* What is seen is sharp once the camera stands: drawn for just that place and size. */
static void
test_sharp (Fixture *self, gconstpointer data)
{
  LegatoMapPicture *picture = legato_leg_map_get_picture (self->self);
  GskRenderNode *whole;

  {
    g_autoptr (GPtrArray) leaves = look (self);

    whole = gsk_render_node_ref (find_largest (leaves));
  }
  map_test_zoom (self->self, legato_guide_find_zone (self->guide, "soleus"));
  wait_for_rest (self);
  {
    g_autoptr (GPtrArray) leaves = look (self);

    /* Nothing of the stretched whole is left. */
    g_assert_false (g_ptr_array_find (leaves, whole, NULL));
    g_assert_true (legato_map_picture_is_ready (picture));
  }
  map_test_zoom (self->self, NULL);
  wait_for_rest (self);
  {
    g_autoptr (GPtrArray) leaves = look (self);

    g_assert_true (find_largest (leaves) == whole);
  }
  gsk_render_node_unref (whole);
}

static GtkWidget *
get_first_zone (Fixture *self)
{
  GtkWidget *child = gtk_widget_get_first_child (self->map);

  while (!LEGATO_IS_ZONE_AREA (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

/* Hidden, shown and turned in one go, with the focus on a zone that the other view has not: nothing
 * holds on to the zones that are gone, and so to the map. tear_down() waits for its end. */
static void
test_turned_while_hidden (Fixture *self, gconstpointer data)
{
  for (int round = 0; round < 12; round++)
    {
      g_object_set (self->map, "reduced-motion", round / 4 == 1, NULL);
      gtk_widget_grab_focus (get_first_zone (self));
      if (round % 2 == 1)
        map_test_settle (40);
      gtk_widget_set_visible (self->map, FALSE);
      if (round % 4 >= 2)
        legato_leg_map_set_view (self->self, LEGATO_VIEW_INNER);
      gtk_widget_set_visible (self->map, TRUE);
      legato_leg_map_set_view (self->self, round % 2 == 0 ? LEGATO_VIEW_FRONT : LEGATO_VIEW_BACK);
      if (round / 4 == 2)
        wait_for_rest (self);
    }
  gtk_widget_grab_focus (get_first_zone (self));
  gtk_widget_set_visible (self->map, FALSE);
  gtk_widget_set_visible (self->map, TRUE);
  legato_leg_map_set_view (self->self, LEGATO_VIEW_OUTER);
}

/* The one node that paints a hand, wherever it has been moved to. */
static GskRenderNode *
show_hand (LegatoHandSprites *sprites, const LegatoFigure *figure)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *all, *node;

  legato_hand_sprites_snapshot (sprites, snapshot, figure, 1);
  all = node = gtk_snapshot_free_to_node (snapshot);
  while (gsk_render_node_get_node_type (node) != GSK_CAIRO_NODE)
    node = gsk_render_node_get_node_type (node) == GSK_TRANSFORM_NODE
               ? gsk_transform_node_get_child (node)
               : gsk_container_node_get_child (node, 0);
  gsk_render_node_ref (node);
  gsk_render_node_unref (all);
  return node;
}

static void
count_cb (gpointer data)
{
  ++*(guint *) data;
}

static float
get_width (GskRenderNode *node)
{
  graphene_rect_t bounds;

  gsk_render_node_get_bounds (node, &bounds);
  return bounds.size.width;
}

/* No frame waits for a hand of another size: the old one is stretched until a thread has painted
 * the new one. */
static void
test_stand_in (void)
{
  g_autoptr (LegatoHandSprites) sprites = legato_hand_sprites_new ();
  LegatoFigure figure = { .direction = { 0, -1 }, .at = { 300, 300 }, .size = 1 };
  g_autoptr (GskRenderNode) small = NULL;
  g_autoptr (GskRenderNode) waiting = NULL;
  g_autoptr (GskRenderNode) large = NULL;
  g_autoptr (GskRenderNode) mirrored = NULL;
  guint n_painted = 0;

  legato_hand_sprites_set_painted_func (sprites, count_cb, &n_painted);
  legato_hand_sprites_set_style (sprites, 1, 2);
  small = show_hand (sprites, &figure);
  legato_hand_sprites_set_style (sprites, 2, 2);
  waiting = show_hand (sprites, &figure);
  g_assert_true (waiting == small);
  while (n_painted == 0)
    g_main_context_iteration (NULL, TRUE);
  large = show_hand (sprites, &figure);
  g_assert_cmpfloat (get_width (large), >, 1.8f * get_width (small));

  /* The other hand is another one: it is there at once. */
  figure.mirrored = TRUE;
  mirrored = show_hand (sprites, &figure);
  g_assert_true (mirrored != small && mirrored != large);
  g_assert_cmpuint (n_painted, ==, 1);
}

/* They may go while a hand is being painted; nobody is told of it then. */
static void
test_gone_while_painting (void)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  LegatoHandSprites *sprites = legato_hand_sprites_new ();
  LegatoFigure figure = { .direction = { 0, -1 }, .at = { 300, 300 }, .size = 1 };
  g_autoptr (GskRenderNode) small = NULL;
  g_autoptr (GskRenderNode) waiting = NULL;
  guint n_painted = 0;

  /* Nothing else happens in a context of its own, so what happens first is the end of painting. */
  g_main_context_push_thread_default (context);
  legato_hand_sprites_set_painted_func (sprites, count_cb, &n_painted);
  legato_hand_sprites_set_style (sprites, 1, 2);
  small = show_hand (sprites, &figure);
  legato_hand_sprites_set_style (sprites, 2, 2);
  waiting = show_hand (sprites, &figure);
  g_assert_true (waiting == small);
  legato_hand_sprites_free (sprites);
  while (!g_main_context_iteration (context, TRUE))
    ;
  g_assert_cmpuint (n_painted, ==, 0);
  g_main_context_pop_thread_default (context);
}

int
main (int argc, char *argv[])
{
  if (!map_test_init (&argc, &argv))
    return 0;

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/map-frames/nodes", test_nodes);
  ADD ("/map-frames/nodes/zoomed", test_nodes_zoomed);
  ADD ("/map-frames/idle", test_idle);
  ADD ("/map-frames/sharp", test_sharp);
  ADD ("/map-frames/turned-while-hidden", test_turned_while_hidden);
  g_test_add_func ("/map-frames/stand-in", test_stand_in);
  g_test_add_func ("/map-frames/gone-while-painting", test_gone_while_painting);
  return g_test_run ();
}
