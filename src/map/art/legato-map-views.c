/* legato-map-views.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-map"

#include "config.h"

#include "legato-map-views.h"

/* Of the drawings and their styles, among the program's resources. */
#define FOLDER LEGATO_RESOURCE_ROOT "/map"

static const LegatoView views[] = { LEGATO_VIEW_FRONT, LEGATO_VIEW_BACK, LEGATO_VIEW_OUTER,
                                    LEGATO_VIEW_INNER, LEGATO_VIEW_SOLE };

struct _LegatoMapViews
{
  LegatoGuide *guide;
  LegatoMapArt *arts[G_N_ELEMENTS (views)]; /* read when first asked for */
  LegatoMapArt *own_front;                  /* likewise */
};

G_DEFINE_BOXED_TYPE (LegatoMapViews, legato_map_views, legato_map_views_ref, legato_map_views_unref)

/**
 * legato_map_views_new:
 * @guide: whose zones the drawings show
 *
 * Returns: (transfer full): the program's drawings of the legs, each of which is read once, when it
 *   is first asked for
 */
LegatoMapViews *
legato_map_views_new (LegatoGuide *guide)
{
  LegatoMapViews *self = NULL;

  g_return_val_if_fail (guide != NULL, NULL);

  self = g_atomic_rc_box_new0 (LegatoMapViews);
  self->guide = legato_guide_ref (guide);
  return self;
}

LegatoMapViews *
legato_map_views_ref (LegatoMapViews *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  LegatoMapViews *self = data;

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    g_clear_pointer (&self->arts[i], legato_map_art_unref);
  g_clear_pointer (&self->own_front, legato_map_art_unref);
  legato_guide_unref (self->guide);
}

void
legato_map_views_unref (LegatoMapViews *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/** legato_map_views_get_guide: (transfer none) */
LegatoGuide *
legato_map_views_get_guide (LegatoMapViews *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->guide;
}

/* The drawings are part of the program: one that cannot be read is a mistake of ours. */
static LegatoMapArt *
load (LegatoGuide *guide, LegatoView view)
{
  g_autofree char *path = g_strdup_printf (FOLDER "/%s.svg", legato_view_to_id (view));
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  LegatoMapArt *art = NULL;

  if (bytes != NULL)
    art = legato_map_art_new (path, bytes, view, legato_guide_get_zones (guide), &error);
  if (art == NULL)
    g_error ("%s", error->message);
  return art;
}

/** legato_map_views_get: (transfer none): the drawing of @view, a single bit */
LegatoMapArt *
legato_map_views_get (LegatoMapViews *self, LegatoView view)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    if (views[i] == view)
      {
        if (self->arts[i] == NULL)
          self->arts[i] = load (self->guide, view);
        return self->arts[i];
      }
  g_return_val_if_reached (NULL);
}

/** legato_map_views_get_own: (transfer none): the same as one sees it on oneself: from the front,
 * who looks down has the left leg on the left */
LegatoMapArt *
legato_map_views_get_own (LegatoMapViews *self, LegatoView view)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (view != LEGATO_VIEW_FRONT)
    return legato_map_views_get (self, view);
  if (self->own_front == NULL)
    {
      self->own_front = load (self->guide, view);
      legato_map_art_exchange_legs (self->own_front);
    }
  return self->own_front;
}

/** legato_map_views_is_seen: whether @view, a single bit, shows @zone, and what @technique, or
 * %NULL for any, does there */
gboolean
legato_map_views_is_seen (LegatoView view, const LegatoZone *zone, const LegatoTechnique *technique)
{
  const LegatoUse *use;

  g_return_val_if_fail (zone != NULL, FALSE);

  if ((zone->views & view) == 0)
    return FALSE;
  /* A sleeve goes from the ankle upward: below the foot there is nothing of it. */
  if (technique != NULL && technique->shape == LEGATO_TOOL_SLEEVE && view == LEGATO_VIEW_SOLE)
    return FALSE;
  use = technique != NULL ? legato_zone_find_use (zone, technique) : NULL;
  return use == NULL || use->view == 0 || use->view == view;
}

/**
 * legato_map_views_choose:
 * @present: the view shown now, preferred to one that is not better; 0 for none
 * @zones: (element-type LegatoZone)
 * @technique: (nullable): what is done there
 *
 * Returns: the view that shows most of @zones and of what is done there; @present if none shows any
 */
LegatoView
legato_map_views_choose (LegatoView present, GPtrArray *zones, const LegatoTechnique *technique)
{
  LegatoView best = present;
  guint most = 0;

  g_return_val_if_fail (zones != NULL, present);


  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      guint shown = 0;

      for (guint z = 0; z < zones->len; z++)
        shown += legato_map_views_is_seen (views[i], g_ptr_array_index (zones, z),
                                           zones->len == 1 ? technique : NULL);
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
legato_map_views_load_style (const char *style, guint tone, gboolean veins)
{
  g_autofree char *style_path = g_strdup_printf (FOLDER "/style-%s.css", style);
  g_autofree char *tone_path = g_strdup_printf (FOLDER "/tone-%u.css", tone);
  const char *const paths[] = { style_path, tone_path, veins ? FOLDER "/veins.css" : NULL };
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
