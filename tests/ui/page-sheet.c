/* page-sheet.c: a picture of every page and dialog, in three widths, light and dark; not a test
 *
 * They are left in the folder that LEGATO_TEST_PICTURES names, each as "PART NN PAGE LOOK
 * WIDTH.png"; with ADW_DEBUG_HIGH_CONTRAST=1 in high contrast.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "program-fit.h"
#include "program-pages.h"

/* In pixels. */
static const int widths[] = { 340, 1000, 1920 };

static guint n_pages;

static void
take_picture (const char *page, const char *look, int width)
{
  g_autoptr (GdkTexture) texture = program_pages_take_picture (NULL);
  g_autofree char *name = g_strdup_printf (
      "%s %02u %s %s %d.png", strrchr (g_test_get_path (), '/') + 1, n_pages, page, look, width);
  g_autofree char *path = g_build_filename (g_getenv ("LEGATO_TEST_PICTURES"), name, NULL);

  g_assert_true (gdk_texture_save_to_png (texture, path));
}

static void
visit (const char *page)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  gboolean high = adw_style_manager_get_high_contrast (style);

  program_fit_begin_page (page);
  n_pages++;
  for (int dark = 0; dark < 2; dark++)
    {
      adw_style_manager_set_color_scheme (style, dark ? ADW_COLOR_SCHEME_FORCE_DARK
                                                      : ADW_COLOR_SCHEME_FORCE_LIGHT);
      program_settle ();
      for (gsize i = 0; i < G_N_ELEMENTS (widths); i++)
        {
          if (program_fit_wants_more ())
            continue;
          program_pages_resize (widths[i]);
          take_picture (page,
                        high   ? (dark ? "contrast-dark" : "contrast")
                        : dark ? "dark"
                               : "light",
                        widths[i]);
        }
    }
  program_pages_resize (1000);
}

int
main (int argc, char *argv[])
{
  program_test_init (&argc, &argv);
  g_assert_nonnull (g_getenv ("LEGATO_TEST_PICTURES"));
  program_pages_add ("/program/page-sheet", program_fit_begin, visit, program_fit_end);
  return g_test_run ();
}
