/* legato-thumbnail.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include "legato-pen.h"
#include "legato-thumbnail.h"

/* Logical pixels of a picture of all the leg, from two sides, and of a near one. */
#define WHOLE_WIDTH 104
#define WHOLE_HEIGHT 112
#define NEAR_SIZE 88

/* What is seen around places that are shown near, and the least that is seen, in units of the
 * drawing. */
#define MARGIN 60.0
#define LEAST_SIDE 300.0

/* How strongly places are tinted: those worked on, and those only glided over. */
#define WORKED_ALPHA 0.55
#define PASSED_ALPHA 0.18

struct _LegatoThumbnail
{
  GtkWidget parent_instance;

  /* Owned references */
  LegatoThumbnails *sheets;
  GPtrArray *worked; /* (element-type LegatoZone): borrowed, they live as long as the guide */
  GPtrArray *passed; /* likewise */

  /* Borrowed reference, lives as long as the guide */
  const LegatoTechnique *technique; /* that the places are worked with; NULL for several */

  LegatoLeg leg;
  gboolean whole;
};

G_DEFINE_FINAL_TYPE (LegatoThumbnail, legato_thumbnail, GTK_TYPE_WIDGET)

static gboolean
is_on (LegatoLeg shown, LegatoLeg leg)
{
  return leg == LEGATO_LEG_BOTH || shown == leg;
}

static void
tint (LegatoThumbnail *self, cairo_t *cr, LegatoMapArt *art, GPtrArray *zones, double alpha)
{
  for (guint i = 0; i < legato_map_art_get_n_shapes (art); i++)
    {
      const LegatoMapShape *shape = legato_map_art_get_shape (art, i);

      if (is_on (shape->leg, self->leg) && g_ptr_array_find (zones, shape->zone, NULL))
        legato_pen_outline (cr, shape->outline);
    }
  cairo_set_source_rgba (cr, 0.21, 0.52, 0.89, alpha);
  cairo_fill (cr);
}

/* The part of the drawing that is seen: a square around the places; all of it where there are none,
 * as in a stretch. */
static LegatoMapBox
find_near (LegatoThumbnail *self, LegatoMapArt *art)
{
  LegatoLeg leg = self->leg == LEGATO_LEG_BOTH ? LEGATO_LEG_LEFT : self->leg;
  LegatoMapBox box = { 0 };
  double side;

  if (self->worked->len == 0)
    return (LegatoMapBox){ 0, 0, legato_map_art_get_width (art), legato_map_art_get_height (art) };
  for (guint i = 0; i < self->worked->len; i++)
    {
      int shape = legato_map_art_find_shape (art, leg, self->worked->pdata[i]);

      if (shape >= 0)
        box =
            legato_map_box_union (box, legato_map_art_get_shape (art, (guint) shape)->outline->box);
    }
  side = MAX (MAX (box.width, box.height) + 2 * MARGIN, LEAST_SIDE);
  return (LegatoMapBox){ box.x + box.width / 2 - side / 2, box.y + box.height / 2 - side / 2, side,
                         side };
}

/* What of the drawing is seen at all: where one leg is shown near, nothing of the other. */
static LegatoMapBox
find_side (LegatoThumbnail *self, LegatoMapArt *art, const LegatoMapBox *part)
{
  double middle = legato_map_art_get_width (art) / 2;

  if (self->whole || self->worked->len == 0)
    return *part;
  if (part->x + part->width / 2 < middle)
    return (LegatoMapBox){ part->x, part->y, middle - part->x, part->height };
  return (LegatoMapBox){ middle, part->y, part->x + part->width - middle, part->height };
}

/* Draws @part of @view into @place, which it fills in height. */
static void
draw_view (LegatoThumbnail *self,
           cairo_t *cr,
           LegatoView view,
           const LegatoMapBox *part,
           const GdkRectangle *place)
{
  LegatoMapArt *art = legato_map_views_get (legato_thumbnails_get_views (self->sheets), view);
  cairo_surface_t *sheet =
      legato_thumbnails_get (self->sheets, view, gtk_widget_get_scale_factor (GTK_WIDGET (self)));
  double scale = place->height / part->height;
  LegatoMapBox side;

  if (art == NULL)
    return;
  cairo_save (cr);
  cairo_rectangle (cr, place->x, place->y, place->width, place->height);
  cairo_clip (cr);
  cairo_translate (cr, place->x + place->width / 2.0, place->y + place->height / 2.0);
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -part->x - part->width / 2, -part->y - part->height / 2);
  side = find_side (self, art, part);
  cairo_rectangle (cr, side.x, side.y, side.width, side.height);
  cairo_clip (cr);
  if (sheet != NULL)
    {
      cairo_save (cr);
      cairo_scale (cr, 1 / LEGATO_THUMBNAILS_SCALE, 1 / LEGATO_THUMBNAILS_SCALE);
      cairo_set_source_surface (cr, sheet, 0, 0);
      cairo_paint (cr);
      cairo_restore (cr);
    }
  tint (self, cr, art, self->passed, PASSED_ALPHA);
  tint (self, cr, art, self->worked, WORKED_ALPHA);
  cairo_restore (cr);
}

static void
legato_thumbnail_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LegatoThumbnail *self = LEGATO_THUMBNAIL (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  cairo_t *cr = NULL;

  cr = gtk_snapshot_append_cairo (snapshot,
                                  &GRAPHENE_RECT_INIT (0.0f, 0.0f, (float) width, (float) height));
  if (self->whole)
    {
      const LegatoView sides[] = { LEGATO_VIEW_FRONT, LEGATO_VIEW_BACK };

      for (int i = 0; i < (int) G_N_ELEMENTS (sides); i++)
        {
          LegatoMapArt *art =
              legato_map_views_get (legato_thumbnails_get_views (self->sheets), sides[i]);

          if (art != NULL)
            draw_view (self, cr, sides[i],
                       &(LegatoMapBox){ 0, 0, legato_map_art_get_width (art),
                                        legato_map_art_get_height (art) },
                       &(GdkRectangle){ i * width / 2, 0, width / 2, height });
        }
    }
  else
    {
      LegatoView view = legato_map_views_choose (LEGATO_VIEW_FRONT, self->worked, self->technique);
      LegatoMapArt *art = legato_map_views_get (legato_thumbnails_get_views (self->sheets), view);
      LegatoMapBox part = art != NULL ? find_near (self, art) : (LegatoMapBox){ 0 };

      if (art != NULL)
        draw_view (self, cr, view, &part, &(GdkRectangle){ 0, 0, width, height });
    }
  cairo_destroy (cr);
}

static void
legato_thumbnail_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  LegatoThumbnail *self = LEGATO_THUMBNAIL (widget);

  if (!self->whole)
    *minimum = NEAR_SIZE;
  else
    *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? WHOLE_WIDTH : WHOLE_HEIGHT;
  *natural = *minimum;
}

static void
legato_thumbnail_finalize (GObject *object)
{
  LegatoThumbnail *self = LEGATO_THUMBNAIL (object);

  g_clear_object (&self->sheets);
  g_ptr_array_unref (self->worked);
  g_ptr_array_unref (self->passed);

  G_OBJECT_CLASS (legato_thumbnail_parent_class)->finalize (object);
}

static void
legato_thumbnail_class_init (LegatoThumbnailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = legato_thumbnail_finalize;
  widget_class->snapshot = legato_thumbnail_snapshot;
  widget_class->measure = legato_thumbnail_measure;

  /* The words beside it say the same. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
  gtk_widget_class_set_css_name (widget_class, "thumbnail");
}

static void
legato_thumbnail_init (LegatoThumbnail *self)
{
  self->worked = g_ptr_array_new ();
  self->passed = g_ptr_array_new ();
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/** Returns: (transfer none): an empty picture; what it is of is shown next */
GtkWidget *
legato_thumbnail_new (LegatoThumbnails *sheets)
{
  LegatoThumbnail *self = NULL;

  g_return_val_if_fail (LEGATO_IS_THUMBNAILS (sheets), NULL);

  self = g_object_new (LEGATO_TYPE_THUMBNAIL, NULL);
  self->sheets = g_object_ref (sheets);
  g_signal_connect_object (sheets, "changed", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

static void
show (LegatoThumbnail *self, gboolean whole, LegatoLeg leg)
{
  self->whole = whole;
  self->leg = leg;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
add_zones (GPtrArray *to, GPtrArray *zones)
{
  for (guint i = 0; i < zones->len; i++)
    if (!((const LegatoZone *) zones->pdata[i])->lift_over
        && !g_ptr_array_find (to, zones->pdata[i], NULL))
      g_ptr_array_add (to, zones->pdata[i]);
}

/**
 * legato_thumbnail_show_routine:
 *
 * Shows both legs from the front and the back, with the places that @routine works on or stretches,
 * and fainter those that it only warms and settles.
 */
void
legato_thumbnail_show_routine (LegatoThumbnail *self, const LegatoRoutine *routine)
{
  g_return_if_fail (LEGATO_IS_THUMBNAIL (self));
  g_return_if_fail (routine != NULL);

  g_ptr_array_set_size (self->worked, 0);
  g_ptr_array_set_size (self->passed, 0);
  for (guint i = 0; i < routine->leg_steps->len; i++)
    {
      const LegatoRoutineStep *step = routine->leg_steps->pdata[i];

      add_zones (step->phase == LEGATO_PHASE_WORK ? self->worked : self->passed, step->zones);
      add_zones (step->phase == LEGATO_PHASE_STRETCH ? self->worked : self->passed,
                 step->technique->loads);
    }
  show (self, TRUE, LEGATO_LEG_BOTH);
}

/** legato_thumbnail_show_places: shows @zones (element-type LegatoZone) of @leg, from near, from
 * where @technique is seen there. */
void
legato_thumbnail_show_places (LegatoThumbnail *self,
                              LegatoLeg leg,
                              GPtrArray *zones,
                              const LegatoTechnique *technique)
{
  g_return_if_fail (LEGATO_IS_THUMBNAIL (self));
  g_return_if_fail (zones != NULL);

  g_ptr_array_set_size (self->worked, 0);
  g_ptr_array_set_size (self->passed, 0);
  add_zones (self->worked, zones);
  self->technique = technique;
  show (self, FALSE, leg);
}
