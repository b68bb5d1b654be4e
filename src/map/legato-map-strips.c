/* legato-map-strips.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-map"

#include "config.h"

#include <math.h>

#include "legato-map-strips.h"

/* Device pixels: 160 KB, which stay in the processor's cache. */
#define STRIP_PIXELS (40.0 * 1024)

/**
 * legato_map_strips_append:
 * @node: something large that is new in each frame, as while the camera moves
 * @device_scale: device pixels a logical pixel
 *
 * The cairo renderer lets cairo draw each cairo node into a picture of its own, as large as what is
 * seen of the node, and copies that to the window. In strips that takes a third of the time for
 * what is stretched, and hardly any memory. The strips meet on whole logical pixels, so that no
 * seam is seen unless @snapshot stretches upright.
 */
void
legato_map_strips_append (GtkSnapshot *snapshot, GskRenderNode *node, int device_scale)
{
  graphene_rect_t all;
  float rows;

  gsk_render_node_get_bounds (node, &all);
  graphene_rect_round_extents (&all, &all);
  rows =
      (float) ceil (STRIP_PIXELS / MAX (1, (double) all.size.width * device_scale * device_scale));
  for (float y = 0; y < all.size.height; y += rows)
    {
      gtk_snapshot_push_clip (snapshot,
                              &GRAPHENE_RECT_INIT (all.origin.x, all.origin.y + y, all.size.width,
                                                   MIN (rows, all.size.height - y)));
      gtk_snapshot_append_node (snapshot, node);
      gtk_snapshot_pop (snapshot);
    }
}
