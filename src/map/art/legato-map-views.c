/* legato-map-views.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-map"

#include "config.h"

#include "legato-map-views.h"

static const LegatoView views[] = { LEGATO_VIEW_FRONT, LEGATO_VIEW_BACK, LEGATO_VIEW_OUTER,
                                    LEGATO_VIEW_INNER };

struct _LegatoMapViews
{
  LegatoMapPicture *pictures[G_N_ELEMENTS (views)]; /* NULL for a view that is not drawn */
};

/* The drawings are part of the program: one that cannot be read is a mistake of ours. */
static LegatoMapPicture *
load (LegatoGuide *guide, const char *resource_path, LegatoView view)
{
  g_autofree char *path = g_strdup_printf ("%s/%s.svg", resource_path, legato_view_to_id (view));
  g_autoptr (GError) error = NULL;
  g_autoptr (LegatoMapArt) art = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (!g_resources_get_info (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL, NULL, NULL))
    return NULL;
  bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  if (bytes != NULL)
    art = legato_map_art_new (path, bytes, view, legato_guide_get_zones (guide), &error);
  if (art == NULL)
    {
      g_critical ("%s", error->message);
      return NULL;
    }
  return legato_map_picture_new (art);
}

/**
 * legato_map_views_new:
 * @guide: whose zones the drawings must show; must outlive the views
 * @resource_path: where front.svg, back.svg … lie among the program's resources
 *
 * Returns: (transfer full)
 */
LegatoMapViews *
legato_map_views_new (LegatoGuide *guide, const char *resource_path)
{
  LegatoMapViews *self = NULL;

  g_return_val_if_fail (guide != NULL && resource_path != NULL, NULL);

  self = g_new0 (LegatoMapViews, 1);
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    self->pictures[i] = load (guide, resource_path, views[i]);
  return self;
}

void
legato_map_views_free (LegatoMapViews *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    g_clear_object (&self->pictures[i]);
  g_free (self);
}

/** legato_map_views_get: (transfer none) (nullable): %NULL if @view is not drawn */
LegatoMapPicture *
legato_map_views_get (LegatoMapViews *self, LegatoView view)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    if (views[i] == view)
      return self->pictures[i];
  return NULL;
}

/** legato_map_views_rest: only @shown is seen now */
void
legato_map_views_rest (LegatoMapViews *self, LegatoView shown)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    if (views[i] != shown && self->pictures[i] != NULL)
      legato_map_picture_rest (self->pictures[i]);
}

/**
 * legato_map_views_choose:
 * @present: the view shown now, preferred to one that is not better; 0 for none
 * @zones: (element-type LegatoZone)
 *
 * Returns: the view that shows most of @zones; @present if none shows any
 */
LegatoView
legato_map_views_choose (LegatoMapViews *self, LegatoView present, GPtrArray *zones)
{
  LegatoView best = present;
  guint most = 0;

  g_return_val_if_fail (self != NULL && zones != NULL, present);

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      guint shown = 0;

      for (guint z = 0; self->pictures[i] != NULL && z < zones->len; z++)
        {
          const LegatoZone *zone = g_ptr_array_index (zones, z);

          shown += (zone->views & views[i]) != 0 ? 1 : 0;
        }
      if (shown > most || (shown == most && shown > 0 && views[i] == present))
        {
          most = shown;
          best = views[i];
        }
    }
  return best;
}

/**
 * legato_map_views_load_style:
 * @style: "light", "dark" or "contrast"
 * @tone: 1 to 4
 * @veins: with the overlay of veins and lymph nodes
 *
 * Returns: (transfer full): the stylesheet for librsvg
 */
char *
legato_map_views_load_style (const char *resource_path,
                             const char *style,
                             guint tone,
                             gboolean veins)
{
  g_autofree char *style_path = g_strdup_printf ("%s/style-%s.css", resource_path, style);
  g_autofree char *tone_path = g_strdup_printf ("%s/tone-%u.css", resource_path, tone);
  g_autofree char *veins_path = g_strdup_printf ("%s/veins.css", resource_path);
  const char *const paths[] = { style_path, tone_path, veins ? veins_path : NULL };
  GString *css = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (paths) && paths[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes =
          g_resources_lookup_data (paths[i], G_RESOURCE_LOOKUP_FLAGS_NONE, &error);

      if (bytes == NULL)
        g_critical ("%s", error->message);
      else
        g_string_append_len (css, g_bytes_get_data (bytes, NULL),
                             (gssize) g_bytes_get_size (bytes));
    }
  return g_string_free (css, FALSE);
}
