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
#include "program-popovers.h"
#include "program-toast.h"

/* In pixels. */
#define MOST_WIDTH 1400

/* Odd, so that over four sizes of text more than every second width of a step is met. */
#define STEP 53

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

/* Makes the window as narrow and as wide as can be, with every size of text. */
static void
visit (const char *page)
{
  gboolean every = g_strcmp0 (g_getenv ("LEGATO_TEST_EVERY_WIDTH"), "1") == 0;

  program_fit_begin_page (page);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      set_text (i);
      program_settle ();
      for (int width = PROGRAM_LEAST_WIDTH; width <= MOST_WIDTH;
           width += every                          ? 1
                    : width == PROGRAM_LEAST_WIDTH ? 5 + (int) i * STEP / 4
                                                   : STEP)
        {
          if (program_fit_wants_more ())
            continue;
          program_pages_resize (width);
          program_fit_check ();
          program_toast_check ();
        }
    }
  set_text (1);
  program_pages_resize (PROGRAM_LEAST_WIDTH);
  program_popovers_check ();
  program_pages_resize (1000);
  program_popovers_check ();
}

int
main (int argc, char *argv[])
{
  program_test_init (&argc, &argv);
  program_pages_add ("/program/widths", program_fit_begin, visit, program_fit_end);
  return g_test_run ();
}
