/* legato-map-camera.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-map"

#include "config.h"

#include <math.h>

#include "legato-map-art.h"
#include "legato-map-camera-testing.h"

/* A room of nothing would put all places into one. */
#define LEAST_SCALE 0.01

/* A place that is shown by itself has so much of its own size around it, and is never shown so
 * small that nothing seems to have happened, nor so near that hands have no room. */
#define AROUND 1.5
#define LEAST_SHOWN 1.8
#define LEAST_NEAR 1.3

/* A place that hands work on is seen with at least so much about it, in units, that the hands (202
 * long, 91 broad) are seen too, and with no more than this, which cuts off the ends of a stick. Of
 * a place as high as this part of a leg nothing is gained by going nearer. */
#define HANDS_WIDTH 190.0
#define HANDS_HEIGHT 230.0
#define MOST_WIDTH 300.0
#define HIGH 0.48

/* So far beyond the drawing's sides is looked for hands, in units, all of it from a zoom of 4/3 on.
 */
#define BESIDE 90.0
#define BESIDE_SOON 4.0

/* What is brought into sight stays so far from the edges, as a part of the room. */
#define INSET 0.08

/** legato_map_camera_get_fit: logical pixels a unit when the whole drawing is seen */
double
legato_map_camera_get_fit (const LegatoMapCamera *self)
{
  return MAX (LEAST_SCALE, MIN ((self->room_width - 2 * self->side) / self->art_width,
                                self->room_height / self->art_height));
}

/** legato_map_camera_get_scale: logical pixels a unit */
double
legato_map_camera_get_scale (const LegatoMapCamera *self)
{
  return legato_map_camera_get_fit (self) * self->zoom;
}

/** legato_map_camera_get_margin: how far beyond the sides of the drawing may be looked, in units:
 * there hands come from, and end what they hold. None while the whole drawing is seen, and never
 * less for being nearer, so that zooming in stays exact. */
double
legato_map_camera_get_margin (const LegatoMapCamera *self)
{
  return BESIDE * MIN (1, BESIDE_SOON * (1 - 1 / self->zoom));
}

gboolean
legato_map_camera_is_zoomed (const LegatoMapCamera *self)
{
  return self->zoom > 1;
}

gboolean
legato_map_camera_has_same_room (const LegatoMapCamera *a, const LegatoMapCamera *b)
{
  return a->room_width == b->room_width && a->room_height == b->room_height && a->side == b->side
         && a->art_width == b->art_width && a->art_height == b->art_height;
}

/** legato_map_camera_equal: whether nobody could see a difference */
gboolean
legato_map_camera_equal (const LegatoMapCamera *a, const LegatoMapCamera *b)
{
  /* A thousandth of a unit is less than a hundredth of a pixel. */
  return legato_map_camera_has_same_room (a, b) && fabs (a->zoom - b->zoom) < 1e-3
         && fabs (a->centre.x - b->centre.x) < 1e-3 && fabs (a->centre.y - b->centre.y) < 1e-3;
}

/* The drawing covers the place that it fills at zoom 1, but for a margin at its sides. */
static void
clamp (LegatoMapCamera *self)
{
  double half_x, half_y, margin;

  self->zoom = CLAMP (self->zoom, 1, LEGATO_MAP_CAMERA_MAX_ZOOM);
  margin = legato_map_camera_get_margin (self);
  half_x = self->art_width / (2 * self->zoom) - margin;
  half_y = self->art_height / (2 * self->zoom);
  self->centre.x = CLAMP (self->centre.x, half_x, self->art_width - half_x);
  self->centre.y = CLAMP (self->centre.y, half_y, self->art_height - half_y);
}

/** legato_map_camera_reset: shows the whole drawing */
void
legato_map_camera_reset (LegatoMapCamera *self)
{
  self->zoom = 1;
  clamp (self);
}

/** legato_map_camera_set_room: another size keeps what is in the middle; another drawing resets */
void
legato_map_camera_set_room (LegatoMapCamera *self,
                            double room_width,
                            double room_height,
                            double side,
                            double art_width,
                            double art_height)
{
  gboolean other = self->art_width != art_width || self->art_height != art_height;

  g_return_if_fail (self != NULL && art_width > 0 && art_height > 0);

  self->room_width = MAX (1, room_width);
  self->room_height = MAX (1, room_height);
  self->side = side;
  self->art_width = art_width;
  self->art_height = art_height;
  if (other)
    legato_map_camera_reset (self);
  else
    clamp (self);
}

/**
 * legato_map_camera_zoom_at:
 * @zoom: clamped
 * @x: from the left of the room, logical pixels
 * @y: from its top
 *
 * What is at that place stays there as far as the drawing's edges allow; on the drawing zooming in
 * is always exact.
 */
void
legato_map_camera_zoom_at (LegatoMapCamera *self, double zoom, double x, double y)
{
  double before = legato_map_camera_get_scale (self);
  double after, off_x, off_y;

  if (!isfinite (zoom))
    return;
  self->zoom = CLAMP (zoom, 1, LEGATO_MAP_CAMERA_MAX_ZOOM);
  after = legato_map_camera_get_scale (self);
  off_x = x - self->room_width / 2;
  off_y = y - self->room_height / 2;
  self->centre.x += off_x / before - off_x / after;
  self->centre.y += off_y / before - off_y / after;
  clamp (self);
}

/** legato_map_camera_pan: moves the drawing by (@x, @y) logical pixels as far as its edges allow */
void
legato_map_camera_pan (LegatoMapCamera *self, double x, double y)
{
  double scale = legato_map_camera_get_scale (self);

  self->centre.x -= x / scale;
  self->centre.y -= y / scale;
  clamp (self);
}

static void
show (LegatoMapCamera *self, const LegatoMapBox *box, double least)
{
  double fit = legato_map_camera_get_fit (self);

  self->zoom = MAX (least, MIN (self->room_width / (box->width * fit * AROUND),
                                self->room_height / (box->height * fit * AROUND)));
  self->centre = (LegatoMapPoint){ box->x + box->width / 2, box->y + box->height / 2 };
  clamp (self);
}

/** legato_map_camera_show: @box: in units, is seen large with some room around it */
void
legato_map_camera_show (LegatoMapCamera *self, const LegatoMapBox *box)
{
  show (self, box, LEAST_SHOWN);
}

static void
widen (double *start, double *length, double least)
{
  double more = MAX (0, least - *length);

  *start -= more / 2;
  *length += more;
}

/**
 * legato_map_camera_make_room:
 * @box: (inout): of a place, in units, that the camera is to approach
 * @tool: all that hands or a tool on it take
 *
 * Moves @box so that hands and tools beside the place are seen with it, and widens it only as far
 * as that needs.
 */
void
legato_map_camera_make_room (LegatoMapBox *box, const LegatoMapBox *tool)
{
  double left = MIN (box->x, tool->x);
  double right = MAX (box->x + box->width, tool->x + tool->width);

  box->width = MAX (box->width, MIN (MOST_WIDTH, (right - left) / AROUND));
  box->x = (left + right - box->width) / 2;
}

/** legato_map_camera_approach: @box: in units, is seen as large as hands that work on it allow, the
 * whole drawing if it is most of a leg */
void
legato_map_camera_approach (LegatoMapCamera *self, const LegatoMapBox *box)
{
  LegatoMapBox near = *box;

  if (box->height > HIGH * LEGATO_DRAWING_HEIGHT)
    {
      legato_map_camera_reset (self);
      return;
    }
  widen (&near.x, &near.width, HANDS_WIDTH);
  widen (&near.y, &near.height, HANDS_HEIGHT);
  show (self, &near, LEAST_NEAR);
}

/* The least shift that brings from @start to @end within from @least to @most, both if they fit,
 * else @centre into the middle. */
static double
shift (double start, double end, double centre, double least, double most)
{
  if (end - start > most - least)
    return centre - (least + most) / 2;
  if (start < least)
    return start - least;
  return end > most ? end - most : 0;
}

/**
 * legato_map_camera_reveal:
 * @box: of a zone, in units
 * @centre: the place that matters most within it
 *
 * Does nothing while @centre is seen well; otherwise moves as little as brings the whole of @box
 * into sight.
 */
void
legato_map_camera_reveal (LegatoMapCamera *self, const LegatoMapBox *box, LegatoMapPoint centre)
{
  LegatoMapBox seen = legato_map_camera_get_part (self, -INSET);

  if (centre.x >= seen.x && centre.x <= seen.x + seen.width && centre.y >= seen.y
      && centre.y <= seen.y + seen.height)
    return;
  self->centre.x += shift (box->x, box->x + box->width, centre.x, seen.x, seen.x + seen.width);
  self->centre.y += shift (box->y, box->y + box->height, centre.y, seen.y, seen.y + seen.height);
  clamp (self);
}

/**
 * legato_map_camera_mix:
 * @part: 0 for @from to 1 for @to
 *
 * Becomes what lies between the two: zoomed at an even pace for the eye, which compares sizes.
 */
void
legato_map_camera_mix (LegatoMapCamera *self,
                       const LegatoMapCamera *from,
                       const LegatoMapCamera *to,
                       double part)
{
  double way = part;

  self->zoom = from->zoom * pow (to->zoom / from->zoom, part);
  /* The centre moves so that places on the screen go in straight lines. */
  if (fabs (to->zoom - from->zoom) > 1e-6)
    way = (1 / from->zoom - 1 / self->zoom) / (1 / from->zoom - 1 / to->zoom);
  self->centre.x = from->centre.x + way * (to->centre.x - from->centre.x);
  self->centre.y = from->centre.y + way * (to->centre.y - from->centre.y);
  clamp (self);
}

/** legato_map_camera_get_room: beyond which nothing is drawn, in logical pixels */
graphene_rect_t
legato_map_camera_get_room (const LegatoMapCamera *self)
{
  return GRAPHENE_RECT_INIT (0, 0, (float) self->room_width, (float) self->room_height);
}

/** legato_map_camera_get_origin: where the drawing begins in the room, in whole logical pixels, on
 * which pictures are sharp */
void
legato_map_camera_get_origin (const LegatoMapCamera *self, int *left, int *top)
{
  double scale = legato_map_camera_get_scale (self);

  *left = (int) floor (self->room_width / 2 - self->centre.x * scale);
  *top = (int) floor (self->room_height / 2 - self->centre.y * scale);
}

/**
 * legato_map_camera_get_part:
 * @margin: to add at each edge, as a part of the room; negative to leave out
 *
 * Returns: what the room shows, in units; it may reach beyond the drawing
 */
LegatoMapBox
legato_map_camera_get_part (const LegatoMapCamera *self, double margin)
{
  double scale = legato_map_camera_get_scale (self);
  double width = self->room_width * (1 + 2 * margin) / scale;
  double height = self->room_height * (1 + 2 * margin) / scale;

  return (LegatoMapBox){ self->centre.x - width / 2, self->centre.y - height / 2, width, height };
}
