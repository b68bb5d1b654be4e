/* test-program-widths.c: every page and dialog at many widths, with small and large text
 *
 * LEGATO_TEST_EVERY_WIDTH=1 meson test -C _build program-widths-legs tries every single one; each
 * part by itself, since that takes long.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "program-fit.h"
#include "program-pages.h"
#include "program-toast.h"

/* In pixels. */
#define MOST_WIDTH 1400

/* In per cent of the width before: what has no room is most often found where a window is narrow.
 */
#define STEP 12

/* In per cent: how much larger the desktop has all text, which is not the same as a larger font:
 * what has a size in points of its own grows as well. The last are 22 points, or 200 %. */
static const struct
{
  const char *font;
  int percent;
} texts[] = { { "Sans 8", 100 }, { "Sans 11", 100 }, { "Sans 11", 125 }, { "Sans 14.6", 150 } };

static void
set_text (gsize i)
{
  g_object_set (gtk_settings_get_default (), "gtk-font-name", texts[i].font, "gtk-xft-dpi",
                texts[i].percent * 96 * PANGO_SCALE / 100, NULL);
}

/* Each size of text begins with a part of a step of its own, so that together they meet a width in
 * every three per cent. */
static int
get_next_width (int width, gsize text)
{
  if (g_strcmp0 (g_getenv ("LEGATO_TEST_EVERY_WIDTH"), "1") == 0)
    return width + 1;
  if (width == PROGRAM_LEAST_WIDTH)
    return width + width * STEP * (int) (text + 1) / 100 / (int) G_N_ELEMENTS (texts);
  return width + width * STEP / 100;
}

/* Makes the window as narrow and as wide as can be, with every size of text. */
static void
visit (const char *page)
{
  program_fit_begin_page (page);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      set_text (i);
      program_pages_settle ();
      for (int width = PROGRAM_LEAST_WIDTH; width <= MOST_WIDTH; width = get_next_width (width, i))
        {
          if (program_fit_wants_more ())
            continue;
          program_pages_resize (width);
          program_fit_check ();
          program_toast_check ();
        }
    }
  set_text (1);
  program_pages_resize (1000);
}

int
main (int argc, char *argv[])
{
  program_test_init (&argc, &argv);
  program_pages_add ("/program/widths", program_fit_begin, visit, program_fit_end);
  return g_test_run ();
}
