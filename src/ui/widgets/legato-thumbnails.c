/* legato-thumbnails.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <adwaita.h>

#include "legato-drawing.h"
#include "legato-thumbnails.h"

/* A view is a bit of LegatoView; there is room for some more. */
#define N_VIEWS 8

typedef struct
{
  cairo_surface_t *surface; /* %NULL until it is drawn */
  int device_scale;         /* what it is drawn for, or asked to be; 0 for not asked */
} Sheet;

struct _LegatoThumbnails
{
  GObject parent_instance;

  /* Owned references */
  LegatoMapViews *views;
  GSettings *settings;
  Sheet sheets[N_VIEWS];

  guint generation; /* of the style: what was drawn in an older one is not wanted any more */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What a thread draws. */
typedef struct
{
  LegatoMapArt *art;
  char *style;
  guint sheet;
  guint generation;
  int device_scale;
} Want;

G_DEFINE_FINAL_TYPE (LegatoThumbnails, legato_thumbnails, G_TYPE_OBJECT)

static void
want_free (Want *self)
{
  legato_map_art_unref (self->art);
  g_free (self->style);
  g_free (self);
}

static char *
load_style (LegatoThumbnails *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  return legato_map_views_load_style (adw_style_manager_get_high_contrast (manager) ? "contrast"
                                      : adw_style_manager_get_dark (manager)        ? "dark"
                                                                                    : "light",
                                      (guint) g_settings_get_int (self->settings, "skin-tone"),
                                      FALSE);
}

static void
draw_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Want *want = data;
  GError *error = NULL;
  cairo_surface_t *surface = legato_map_art_render (
      want->art, NULL, (int) (legato_map_art_get_width (want->art) * LEGATO_THUMBNAILS_SCALE),
      (int) (legato_map_art_get_height (want->art) * LEGATO_THUMBNAILS_SCALE), want->device_scale,
      want->style, &error);

  if (surface != NULL)
    g_task_return_pointer (task, surface, (GDestroyNotify) cairo_surface_destroy);
  else
    g_task_return_error (task, error);
}

static void
drawn_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (LegatoThumbnails) self = data;
  const Want *want = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  cairo_surface_t *surface = g_task_propagate_pointer (G_TASK (result), &error);
  Sheet *sheet = &self->sheets[want->sheet];

  if (surface == NULL)
    g_warning ("A small drawing of the legs: %s", error->message);
  if (surface == NULL || want->generation != self->generation
      || want->device_scale != sheet->device_scale)
    {
      g_clear_pointer (&surface, cairo_surface_destroy);
      return;
    }
  g_clear_pointer (&sheet->surface, cairo_surface_destroy);
  sheet->surface = surface;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
draw (LegatoThumbnails *self, LegatoView view, guint sheet, int device_scale)
{
  g_autoptr (GTask) task = NULL;
  Want *want = NULL;
  LegatoMapArt *art = legato_map_views_get (self->views, view);

  self->sheets[sheet].device_scale = device_scale;
  if (art == NULL)
    return;
  want = g_new0 (Want, 1);
  want->art = legato_map_art_ref (art);
  want->style = load_style (self);
  want->sheet = sheet;
  want->generation = self->generation;
  want->device_scale = device_scale;
  /* Not as its source: the thread may be the last to let go of the task. */
  task = g_task_new (NULL, NULL, drawn_cb, g_object_ref (self));
  g_task_set_task_data (task, want, (GDestroyNotify) want_free);
  legato_drawing_run (task, draw_in_thread);
}

/* What was drawn in the old style no longer counts; it is drawn anew when it is next looked at. */
static void
style_cb (LegatoThumbnails *self)
{
  self->generation++;
  for (guint i = 0; i < N_VIEWS; i++)
    self->sheets[i].device_scale = 0;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
legato_thumbnails_finalize (GObject *object)
{
  LegatoThumbnails *self = LEGATO_THUMBNAILS (object);

  for (guint i = 0; i < N_VIEWS; i++)
    g_clear_pointer (&self->sheets[i].surface, cairo_surface_destroy);
  g_clear_pointer (&self->views, legato_map_views_unref);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (legato_thumbnails_parent_class)->finalize (object);
}

static void
legato_thumbnails_class_init (LegatoThumbnailsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = legato_thumbnails_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
legato_thumbnails_init (LegatoThumbnails *self)
{
}

/** Returns: (transfer full): the legs of @views, drawn small in the present style */
LegatoThumbnails *
legato_thumbnails_new (LegatoMapViews *views)
{
  LegatoThumbnails *self = NULL;
  AdwStyleManager *manager = adw_style_manager_get_default ();

  g_return_val_if_fail (views != NULL, NULL);

  self = g_object_new (LEGATO_TYPE_THUMBNAILS, NULL);
  self->views = legato_map_views_ref (views);
  self->settings = g_settings_new (LEGATO_APP_ID);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (style_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (style_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::skin-tone", G_CALLBACK (style_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

/** Returns: (transfer none): the drawings in full */
LegatoMapViews *
legato_thumbnails_get_views (LegatoThumbnails *self)
{
  g_return_val_if_fail (LEGATO_IS_THUMBNAILS (self), NULL);
  return self->views;
}

/**
 * legato_thumbnails_get:
 * @view: one view
 * @device_scale: device pixels a logical pixel
 *
 * Returns: (transfer none) (nullable): the whole view, %LEGATO_THUMBNAILS_SCALE as large; %NULL
 *   or an older one while it is being drawn, and `changed` tells when it is there
 */
cairo_surface_t *
legato_thumbnails_get (LegatoThumbnails *self, LegatoView view, int device_scale)
{
  guint sheet = (guint) g_bit_nth_lsf ((gulong) view, -1);

  g_return_val_if_fail (LEGATO_IS_THUMBNAILS (self), NULL);
  g_return_val_if_fail (sheet < N_VIEWS, NULL);

  if (self->sheets[sheet].device_scale != device_scale)
    draw (self, view, sheet, device_scale);
  return self->sheets[sheet].surface;
}
