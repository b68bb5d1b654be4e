/* test-map-thumbnail.c: the small picture of a place that goes into a file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gstdio.h>

#include "legato-map-views.h"
#include "legato-zone-thumbnail.h"
#include "../load-guide.h"

#define N_THREADS 4

typedef struct
{
  LegatoGuide *guide;
  LegatoMapArt *art;
  GPtrArray *zones;
  char *style;
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  LegatoMapViews *views = NULL;

  self->guide = load_guide ();
  views = legato_map_views_new (self->guide);
  self->art = legato_map_art_ref (legato_map_views_get (views, LEGATO_VIEW_BACK));
  legato_map_views_unref (views);
  self->zones = g_ptr_array_new ();
  g_ptr_array_add (self->zones, (gpointer) legato_guide_find_zone (self->guide, "calf"));
  self->style = legato_map_views_load_style ("light", 2, FALSE);
  self->folder = g_dir_make_tmp ("legato-thumbnail-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "left-calf.png", NULL);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_unlink (self->path);
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->path);
  g_free (self->folder);
  g_free (self->style);
  g_ptr_array_unref (self->zones);
  legato_map_art_unref (self->art);
  legato_guide_unref (self->guide);
}

static gboolean
write_picture (Fixture *self, LegatoLeg leg, GError **error)
{
  return legato_zone_thumbnail_write (self->art, leg, self->zones, self->style, self->path, error);
}

static gpointer
write_in_thread (gpointer data)
{
  GError *error = NULL;

  write_picture (data, LEGATO_LEG_LEFT, &error);
  return error;
}

/* A session that goes on and back again wants the same picture twice. */
static void
test_several_at_once (Fixture *self, gconstpointer data)
{
  g_autofree char *png = NULL;
  gsize size = 0;

  for (int round = 0; round < 4; round++)
    {
      GThread *threads[N_THREADS];

      for (int i = 0; i < N_THREADS; i++)
        threads[i] = g_thread_new ("picture", write_in_thread, self);
      for (int i = 0; i < N_THREADS; i++)
        {
          g_autoptr (GError) error = g_thread_join (threads[i]);

          g_assert_no_error (error);
        }
    }
  g_assert_true (g_file_get_contents (self->path, &png, &size, NULL));
  g_assert_cmpuint (size, >, 8);
  g_assert_cmpmem (png, 8, "\x89PNG\r\n\x1a\n", 8);
}

static void
test_no_folder (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_assert_false (write_picture (self, LEGATO_LEG_LEFT, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_assert_cmpint (g_mkdir (self->folder, 0700), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/map-thumbnail/several-at-once", Fixture, NULL, set_up, test_several_at_once,
              tear_down);
  g_test_add ("/map-thumbnail/no-folder", Fixture, NULL, set_up, test_no_folder, tear_down);
  return g_test_run ();
}
