/* map-bench.c: what the leg map costs, beside an empty widget that only asks for frames
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <math.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "legato-leg-map-private.h"
#include "legato-map-picture.h"
#include "legato-map-views.h"
#include "../load-guide.h"

#define WIDTH 600
#define HEIGHT 900

/* The floor and the map take turns, so that whatever else the machine does falls on both. */
#define ROUNDS 4
#define FRAMES 40
#define WARM_UP 6

static GtkWidget *window, *floor_widget, *map;
static LegatoGuide *guide;

/* A widget that draws nothing, sixty times a second. */
typedef GtkWidget BenchFloor;
typedef GtkWidgetClass BenchFloorClass;
static GType bench_floor_get_type (void);
G_DEFINE_TYPE (BenchFloor, bench_floor, GTK_TYPE_WIDGET)

static gboolean
redraw_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  gtk_widget_queue_draw (widget);
  return G_SOURCE_CONTINUE;
}

/* Beside all that has to do with the size of the window the floor fills itself. */
static gboolean floor_is_painted;

static void
bench_floor_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  static guint frame = 0;
  GdkRGBA color = { 0.8f, 0.6f, (float) (frame++ % 60) / 60, 1 };

  if (floor_is_painted)
    gtk_snapshot_append_color (snapshot, &color,
                               &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                                    (float) gtk_widget_get_height (widget)));
}

static void
bench_floor_class_init (BenchFloorClass *klass)
{
  GTK_WIDGET_CLASS (klass)->snapshot = bench_floor_snapshot;
}

static void
bench_floor_init (BenchFloor *self)
{
  gtk_widget_add_tick_callback (self, redraw_cb, NULL, NULL);
}

/* Looks through the nodes that its child draws. */
typedef struct
{
  GskRenderNode *before;
  guint frames;
  guint new_nodes;
  guint new_textures;
  double new_pixels;
} Look;

static Look look;
typedef GtkWidget BenchGlass;
typedef GtkWidgetClass BenchGlassClass;
static GType bench_glass_get_type (void);
G_DEFINE_TYPE (BenchGlass, bench_glass, GTK_TYPE_WIDGET)

static void
collect (GskRenderNode *node, GHashTable *leaves)
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
    case GSK_OPACITY_NODE:
      collect (gsk_opacity_node_get_child (node), leaves);
      break;
    case GSK_CLIP_NODE:
      collect (gsk_clip_node_get_child (node), leaves);
      break;
    case GSK_DEBUG_NODE:
      collect (gsk_debug_node_get_child (node), leaves);
      break;
    case GSK_TEXTURE_NODE:
      g_hash_table_add (leaves, gsk_texture_node_get_texture (node));
      break;
    default:
      g_hash_table_add (leaves, node);
    }
}

static void
bench_glass_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  GtkSnapshot *own = gtk_snapshot_new ();
  g_autoptr (GHashTable) now = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) before = g_hash_table_new (NULL, NULL);
  GskRenderNode *node;
  GHashTableIter iter;
  gpointer leaf;

  gtk_widget_snapshot_child (widget, gtk_widget_get_first_child (widget), own);
  node = gtk_snapshot_free_to_node (own);
  if (node == NULL)
    return;
  gtk_snapshot_append_node (snapshot, node);
  collect (node, now);
  if (look.before != NULL)
    {
      collect (look.before, before);
      g_hash_table_iter_init (&iter, now);
      while (g_hash_table_iter_next (&iter, &leaf, NULL))
        if (!g_hash_table_contains (before, leaf))
          {
            graphene_rect_t bounds;

            if (G_TYPE_CHECK_INSTANCE_TYPE (leaf, GDK_TYPE_TEXTURE))
              {
                look.new_textures++;
                continue;
              }
            gsk_render_node_get_bounds (leaf, &bounds);
            look.new_nodes++;
            look.new_pixels += (double) (bounds.size.width * bounds.size.height);
          }
      look.frames++;
    }
  g_clear_pointer (&look.before, gsk_render_node_unref);
  look.before = node;
}

static void
bench_glass_dispose (GObject *object)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  g_clear_pointer (&child, gtk_widget_unparent);
  G_OBJECT_CLASS (bench_glass_parent_class)->dispose (object);
}

static void
bench_glass_class_init (BenchGlassClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bench_glass_dispose;
  widget_class->snapshot = bench_glass_snapshot;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
bench_glass_init (BenchGlass *self)
{
}

static double
clock_ms (clockid_t clock)
{
  struct timespec now;

  clock_gettime (clock, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static gboolean
timeout_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
run_for (guint ms)
{
  gboolean over = FALSE;

  g_timeout_add (ms, timeout_cb, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

static void
wait_for_map (void)
{
  while (!legato_leg_map_is_ready (LEGATO_LEG_MAP (map)))
    g_main_context_iteration (NULL, TRUE);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double difference = *(const double *) a - *(const double *) b;

  return difference < 0 ? -1 : difference > 0;
}

static double
median (GArray *numbers)
{
  g_array_sort (numbers, compare);
  return g_array_index (numbers, double, numbers->len / 2);
}

/* Processor time of the whole process from frame to frame. */
typedef struct
{
  GArray *ms;
  double cpu;
  double wall;
  guint n;
  double before;
} Frames;

static void
before_paint_cb (GdkFrameClock *clock, Frames *frames)
{
  double now = clock_ms (CLOCK_PROCESS_CPUTIME_ID);
  double cost = now - frames->before;

  if (frames->n++ >= WARM_UP)
    g_array_append_val (frames->ms, cost);
  frames->before = now;
}

static void
measure_frames (GtkWidget *widget, Frames *frames)
{
  GdkFrameClock *clock;
  double cpu, wall;
  gulong id;

  gtk_window_set_child (GTK_WINDOW (window), widget);
  if (widget == map)
    wait_for_map ();
  clock = gtk_widget_get_frame_clock (window);
  frames->n = 0;
  frames->before = clock_ms (CLOCK_PROCESS_CPUTIME_ID);
  id = g_signal_connect (clock, "before-paint", G_CALLBACK (before_paint_cb), frames);
  while (frames->n < WARM_UP)
    g_main_context_iteration (NULL, TRUE);
  cpu = clock_ms (CLOCK_PROCESS_CPUTIME_ID);
  wall = clock_ms (CLOCK_MONOTONIC);
  while (frames->n < WARM_UP + FRAMES)
    g_main_context_iteration (NULL, TRUE);
  frames->cpu += clock_ms (CLOCK_PROCESS_CPUTIME_ID) - cpu;
  frames->wall += clock_ms (CLOCK_MONOTONIC) - wall;
  g_signal_handler_disconnect (clock, id);
}

static const LegatoZone *
find_zone (const LegatoTechnique *technique)
{
  GPtrArray *zones = legato_guide_get_zones (guide);
  const LegatoZone *calf = legato_guide_find_zone (guide, "calf");

  if (legato_zone_find_use (calf, technique) != NULL)
    return calf;
  for (guint i = 0; i < zones->len; i++)
    if (legato_zone_find_use (g_ptr_array_index (zones, i), technique) != NULL)
      return g_ptr_array_index (zones, i);
  return NULL;
}

/* What the nodes of a frame tell: how many are new, how large, and whether a texture is among them.
 */
static void
measure_nodes (void)
{
  GtkWidget *glass = g_object_new (bench_glass_get_type (), NULL);

  look = (Look){ 0 };
  gtk_window_set_child (GTK_WINDOW (window), NULL);
  gtk_widget_set_parent (map, glass);
  gtk_window_set_child (GTK_WINDOW (window), glass);
  wait_for_map ();
  run_for (300);
  look = (Look){ .before = look.before };
  run_for (1500);
  gtk_widget_unparent (map);
  gtk_window_set_child (GTK_WINDOW (window), NULL);
  g_clear_pointer (&look.before, gsk_render_node_unref);
}

/* How much more of a processor the map takes than the floor: slow hands are drawn less often. */
static double
measure_technique (const LegatoTechnique *technique)
{
  const LegatoZone *zone = find_zone (technique);
  g_autoptr (GArray) floor_ms = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) map_ms = g_array_new (FALSE, FALSE, sizeof (double));
  Frames below = { .ms = floor_ms }, above = { .ms = map_ms };
  double floor_part, map_part;

  if (zone == NULL)
    return 0;
  legato_leg_map_set_view (LEGATO_LEG_MAP (map),
                           legato_leg_map_view_for_zone (LEGATO_LEG_MAP (map), zone, technique));
  legato_leg_map_demonstrate (LEGATO_LEG_MAP (map), LEGATO_LEG_LEFT, zone, technique);
  for (int round = 0; round < ROUNDS; round++)
    {
      measure_frames (floor_widget, &below);
      measure_frames (map, &above);
    }
  measure_nodes ();
  floor_part = below.cpu / below.wall;
  map_part = above.cpu / above.wall;
  g_print ("| %s, %s | %.2f | %.2f | %.1f %% | %.1f %% | %.1f | %.0f | %.1f | %.0f | %u |\n",
           technique->id, zone->id, median (floor_ms), median (map_ms), 100 * floor_part,
           100 * map_part, map_part / floor_part, ROUNDS * FRAMES * 1000 / above.wall,
           (double) look.new_nodes / MAX (1, look.frames),
           look.new_pixels / MAX (1, look.frames) / 1000, look.new_textures);
  return map_part / floor_part;
}

static void
measure_techniques (const char *only)
{
  static const char *const ids[] = {
    "effleurage",     "petrissage", "thumb-circles", "palm-compression",
    "trigger-point",  "tapotement", "lymph-strokes", "myofascial-glide",
    "cross-friction", "roller",     "ball",          "massage-gun"
  };
  double worst = 0;

  g_print (
      "| technique, zone | floor, ms a frame | map | floor, of a processor | map | ratio | map's "
      "frames a second | new nodes a frame | their size, kpx | new textures |\n"
      "|---|---|---|---|---|---|---|---|---|---|\n");
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    if (only == NULL || g_str_equal (only, ids[i]))
      {
        double ratio = measure_technique (legato_guide_find_technique (guide, ids[i]));

        worst = MAX (worst, ratio);
      }
  g_print ("\nWorst ratio: %.1f\n\n", worst);
}

/* How long the main loop does not come back to its poll. */
static double busy_since, longest_cpu, longest_wall;
static double busy_since_wall;

static int
poll_cb (GPollFD *fds, guint n_fds, int timeout)
{
  double now = clock_ms (CLOCK_THREAD_CPUTIME_ID);
  double now_wall = clock_ms (CLOCK_MONOTONIC);
  int ready;

  if (now - busy_since > longest_cpu)
    {
      longest_cpu = now - busy_since;
      longest_wall = now_wall - busy_since_wall;
    }
  ready = g_poll (fds, n_fds, timeout);
  busy_since = clock_ms (CLOCK_THREAD_CPUTIME_ID);
  busy_since_wall = clock_ms (CLOCK_MONOTONIC);
  return ready;
}

typedef void (*Change) (guint round);

static void
change_nothing (guint round)
{
}

static void
change_size (guint round)
{
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH - 10 * (int) (round % 5),
                               HEIGHT - 14 * (int) (round % 5));
}

static void
change_theme (guint round)
{
  g_object_set (map, "dark", round % 2 == 1, NULL);
}

static void
change_view (guint round)
{
  legato_leg_map_set_view (LEGATO_LEG_MAP (map),
                           round % 2 == 1 ? LEGATO_VIEW_FRONT : LEGATO_VIEW_BACK);
}

/* Shows a place of the left leg large; %NULL shows the whole legs. */
static void
zoom_to (const char *zone)
{
  LegatoLegMap *self = LEGATO_LEG_MAP (map);
  int index = zone != NULL ? legato_map_art_find_shape (self->art, LEGATO_LEG_LEFT,
                                                        legato_guide_find_zone (guide, zone))
                           : -1;

  legato_map_zoom_show (
      self->zoom,
      index >= 0 ? &legato_map_art_get_shape (self->art, (guint) index)->outline->box : NULL);
}

static void
change_zoom (guint round)
{
  zoom_to (round % 2 == 1 ? "calf" : NULL);
  run_for (400);
}

static void
measure_change (const char *name, Change change)
{
  g_autoptr (GArray) waits = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) blocks = g_array_new (FALSE, FALSE, sizeof (double));
  double wall = 0;

  for (guint round = 1; round <= 10; round++)
    {
      double start = clock_ms (CLOCK_MONOTONIC), wait;

      longest_cpu = longest_wall = 0;
      change (round);
      run_for (20);
      wait_for_map ();
      wait = clock_ms (CLOCK_MONOTONIC) - start;
      g_array_append_val (waits, wait);
      run_for (60);
      g_array_append_val (blocks, longest_cpu);
      wall = MAX (wall, longest_wall);
    }
  g_print ("| %s | %.0f | %.1f | ", name, median (waits), median (blocks));
  g_print ("%.1f | %.1f |\n", g_array_index (blocks, double, blocks->len - 1), wall);
}

static void
measure_changes (void)
{
  const LegatoTechnique *glide = legato_guide_find_technique (guide, "effleurage");

  g_print (
      "| change while a stroke plays | new picture after, ms | longest block of the main loop, ms "
      "CPU: median of ten | most | most by the clock, ms |\n|---|---|---|---|---|\n");
  floor_is_painted = TRUE;
  gtk_window_set_child (GTK_WINDOW (window), floor_widget);
  run_for (500);
  g_main_context_set_poll_func (NULL, poll_cb);
  run_for (100);
  measure_change ("the floor, painted in one colour", change_nothing);
  g_main_context_set_poll_func (NULL, NULL);

  gtk_window_set_child (GTK_WINDOW (window), map);
  wait_for_map ();
  legato_leg_map_set_view (LEGATO_LEG_MAP (map), LEGATO_VIEW_BACK);
  legato_leg_map_demonstrate (LEGATO_LEG_MAP (map), LEGATO_LEG_LEFT, find_zone (glide), glide);
  run_for (500);
  g_main_context_set_poll_func (NULL, poll_cb);
  run_for (100);
  measure_change ("nothing", change_nothing);
  measure_change ("light and dark", change_theme);
  measure_change ("size", change_size);
  change_size (0);
  measure_change ("view", change_view);
  measure_change ("nearer and back (0.4 s)", change_zoom);
  g_main_context_set_poll_func (NULL, NULL);
  g_print ("\n");
}

static void
paint_cb (GdkFrameClock *clock, guint *n)
{
  (*n)++;
}

static guint
count_frames (void)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  guint n = 0;
  gulong id;

  run_for (400);
  id = g_signal_connect (clock, "paint", G_CALLBACK (paint_cb), &n);
  run_for (1000);
  g_signal_handler_disconnect (clock, id);
  return n;
}

static void
measure_rest (void)
{
  g_print ("| frames drawn in a second | |\n|---|---|\n");
  g_print ("| while a stroke plays | %u |\n", count_frames ());
  g_object_set (map, "reduced-motion", TRUE, NULL);
  g_print ("| reduced motion, playing | %u |\n", count_frames ());
  g_object_set (map, "reduced-motion", FALSE, NULL);
  legato_leg_map_set_playing (LEGATO_LEG_MAP (map), FALSE);
  g_print ("| paused | %u |\n", count_frames ());
  legato_leg_map_set_playing (LEGATO_LEG_MAP (map), TRUE);
  gtk_widget_set_visible (window, FALSE);
  g_print ("| playing, window hidden | %u |\n\n", count_frames ());
  gtk_widget_set_visible (window, TRUE);
}

static void
measure_picks (void)
{
  const int n_art = 400000, n_widget = 20000;
  g_autoptr (LegatoMapViews) views = legato_map_views_new (guide);
  LegatoMapArt *art = legato_map_views_get (views, LEGATO_VIEW_BACK);
  double width = legato_map_art_get_width (art);
  double start, art_us, widget_us;
  int hits = 0, widgets = 0;

  legato_map_art_pick (art, 1, 1, 0);
  start = clock_ms (CLOCK_THREAD_CPUTIME_ID);
  for (int i = 0; i < n_art; i++)
    hits +=
        legato_map_art_pick (art, fmod (i * 7.31, width), fmod (i * 3.77, LEGATO_DRAWING_HEIGHT), 8)
        >= 0;
  art_us = 1000 * (clock_ms (CLOCK_THREAD_CPUTIME_ID) - start) / n_art;

  run_for (100);
  start = clock_ms (CLOCK_THREAD_CPUTIME_ID);
  for (int i = 0; i < n_widget; i++)
    widgets +=
        gtk_widget_pick (map, fmod (i * 7.31, WIDTH), fmod (i * 3.77, HEIGHT), GTK_PICK_DEFAULT)
        != map;
  widget_us = 1000 * (clock_ms (CLOCK_THREAD_CPUTIME_ID) - start) / n_widget;
  g_print ("| pick | µs | hits |\n|---|---|---|\n"
           "| zone at a place of the drawing, 8 units of reach | %.3f | %.0f %% |\n"
           "| widget at a place of the window (GTK's own walk) | %.1f | %.0f %% |\n\n",
           art_us, 100.0 * hits / n_art, widget_us, 100.0 * widgets / n_widget);
}

static double
read_status_mb (const char *key)
{
  g_autofree char *text = NULL;
  const char *line;

  g_file_get_contents ("/proc/self/status", &text, NULL, NULL);
  line = text != NULL ? strstr (text, key) : NULL;
  return line != NULL ? g_ascii_strtod (line + strlen (key), NULL) / 1024 : 0;
}

static void
reset_peak (void)
{
  FILE *file = fopen ("/proc/self/clear_refs", "we");

  if (file == NULL)
    return;
  fputs ("5", file);
  fclose (file);
}

/* Of the window that the floor paints again and again, in MB. */
typedef struct
{
  double peak;
  double end;
} Memory;

/* What a moment of the map's life adds to it. */
static void
print_memory (const char *moment, const Memory *floor_mb)
{
  g_print ("| %s | %.0f | %.0f | %.0f |\n", moment, read_status_mb ("VmHWM:") - floor_mb->peak,
           read_status_mb ("VmRSS:") - floor_mb->end, read_status_mb ("RssShmem:"));
  reset_peak ();
}

static GtkWidget *
new_map (void)
{
  g_autoptr (LegatoMapViews) views = legato_map_views_new (guide);

  return legato_leg_map_new (views);
}

/* Resident memory that a map of twice the size adds to a window of the same size that is painted in
 * one colour. */
static void
measure_memory (void)
{
  Memory floor_mb;

  /* What it sets holds for the floor as well. */
  g_type_class_unref (g_type_class_ref (LEGATO_TYPE_MAP_PICTURE));
  floor_is_painted = TRUE;
  gtk_window_set_default_size (GTK_WINDOW (window), 2 * WIDTH, 2 * HEIGHT);
  gtk_window_set_child (GTK_WINDOW (window), floor_widget);
  gtk_window_present (GTK_WINDOW (window));
  run_for (1500);
  reset_peak ();
  run_for (500);
  floor_mb = (Memory){ read_status_mb ("VmHWM:"), read_status_mb ("VmRSS:") };
  g_print (
      "| resident memory beside the floor's (%.0f MB at its peak, %.0f MB at its end) | at its "
      "peak | at its end | shared with the X server |\n|---|---|---|---|\n",
      floor_mb.peak, floor_mb.end);
  reset_peak ();
  map = g_object_ref_sink (new_map ());
  gtk_window_set_child (GTK_WINDOW (window), map);
  wait_for_map ();
  print_memory ("first picture, all four drawings read", &floor_mb);
  legato_leg_map_demonstrate (LEGATO_LEG_MAP (map), LEGATO_LEG_LEFT,
                              legato_guide_find_zone (guide, "quadriceps"),
                              legato_guide_find_technique (guide, "effleurage"));
  run_for (1500);
  print_memory ("a stroke plays", &floor_mb);
  g_object_set (map, "dark", TRUE, NULL);
  wait_for_map ();
  run_for (500);
  print_memory ("other theme", &floor_mb);
  legato_leg_map_set_view (LEGATO_LEG_MAP (map), LEGATO_VIEW_BACK);
  wait_for_map ();
  run_for (500);
  print_memory ("other view", &floor_mb);
  zoom_to ("calf");
  run_for (500);
  wait_for_map ();
  run_for (500);
  print_memory ("zoomed to a zone", &floor_mb);
  gtk_widget_activate_action (map, "map.pan", "(ii)", 0, 1);
  run_for (500);
  wait_for_map ();
  run_for (500);
  print_memory ("moved while zoomed", &floor_mb);
  g_object_set (map, "dark", FALSE, NULL);
  wait_for_map ();
  run_for (500);
  print_memory ("other theme while zoomed", &floor_mb);
  zoom_to (NULL);
  run_for (500);
  wait_for_map ();
  run_for (500);
  print_memory ("the whole again", &floor_mb);
  g_print ("\n%d×%d, scale %d\n\n", gtk_widget_get_width (map), gtk_widget_get_height (map),
           gtk_widget_get_scale_factor (map));
}

int
main (int argc, char *argv[])
{
  const char *what = argc > 1 ? argv[1] : "frames";

  gtk_init ();
  guide = load_guide ();
  floor_widget = g_object_ref_sink (g_object_new (bench_floor_get_type (), NULL));
  window = gtk_window_new ();
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);

  if (g_str_equal (what, "memory"))
    {
      measure_memory ();
      return 0;
    }
  map = g_object_ref_sink (new_map ());
  gtk_window_set_child (GTK_WINDOW (window), map);
  gtk_window_present (GTK_WINDOW (window));
  wait_for_map ();
  if (g_str_equal (what, "frames"))
    measure_techniques (argc > 2 ? argv[2] : NULL);
  else
    {
      measure_changes ();
      measure_rest ();
      measure_picks ();
    }
  return 0;
}
