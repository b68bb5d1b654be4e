/* test-program-bar.c: the words of the bar below a narrow window, in every language and size of
 * text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "program-fit.h"
#include "program-pages.h"

#include <libintl.h>

#include "legato-locale.h"

static const char *const titles[] = { "Legs", "Routines", "Journal", "Trends" };
static const char *const languages[] = { "en", "ar", "de", "es", "fr", "ja", "pt_BR", "zh_CN" };
static const int sizes[] = { 8, 11, 15, 20, 22 };

/* Of a font's size: letters are hinted, and the words become smaller in small steps. */
#define TOLERANCE 0.95

static AdwViewStack *
find_pages (void)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  program_collect (ADW_TYPE_VIEW_STACK, found);
  g_assert_cmpuint (found->len, ==, 1);
  return g_ptr_array_index (found, 0);
}

/* Returns: which of the titles is the longest in the language at hand */
static guint
find_longest (void)
{
  guint longest = 0;

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    if (g_utf8_strlen (g_dgettext (GETTEXT_PACKAGE, titles[i]), -1)
        > g_utf8_strlen (g_dgettext (GETTEXT_PACKAGE, titles[longest]), -1))
      longest = i;
  return longest;
}

/* Calls the pages as @language does; the one that is shown, whose word is bold, by the longest. */
static void
speak (const char *language)
{
  g_autoptr (GListModel) pages = G_LIST_MODEL (adw_view_stack_get_pages (find_pages ()));
  guint longest = 0;

  g_setenv ("LANGUAGE", language, TRUE);
  legato_locale_init ();
  g_assert_true (g_str_equal (g_dgettext (GETTEXT_PACKAGE, "Legs"), "Legs")
                 == g_str_equal (language, "en"));
  gtk_widget_set_default_direction (legato_locale_is_right_to_left () ? GTK_TEXT_DIR_RTL
                                                                      : GTK_TEXT_DIR_LTR);
  longest = find_longest ();
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autoptr (AdwViewStackPage) page = g_list_model_get_item (pages, i);
      const char *title = titles[(longest + i) % G_N_ELEMENTS (titles)];

      adw_view_stack_page_set_title (page, g_dgettext (GETTEXT_PACKAGE, title));
    }
}

static double
get_drawn_size (GtkWidget *label)
{
  PangoContext *context = gtk_widget_get_pango_context (label);
  PangoAttrList *attributes = gtk_label_get_attributes (GTK_LABEL (label));
  double size = pango_font_description_get_size (pango_context_get_font_description (context));
  g_autoptr (PangoAttrIterator) iterator = NULL;
  PangoAttribute *scale = NULL;

  if (attributes == NULL)
    return size;
  iterator = pango_attr_list_get_iterator (attributes);
  scale = pango_attr_iterator_get (iterator, PANGO_ATTR_SCALE);
  return scale != NULL ? size * ((PangoAttrFloat *) scale)->value : size;
}

/* Returns: the size of the words in the bar, all of which show in full */
static double
check_words (void)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  double size = 0;
  guint n = 0;

  program_collect (GTK_TYPE_LABEL, labels);
  for (guint i = 0; i < labels->len; i++)
    {
      GtkWidget *label = g_ptr_array_index (labels, i);

      if (gtk_widget_get_ancestor (label, ADW_TYPE_VIEW_SWITCHER_BAR) == NULL
          || !program_is_seen (label))
        continue;
      n++;
      size = get_drawn_size (label);
      if (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label))))
        program_fit_tell (label, "is cut off");
    }
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (titles));
  return size;
}

static void
enlarge (void)
{
  double before = 0;

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *font = g_strdup_printf ("Sans %d", sizes[i]);
      double size = 0;

      g_object_set (gtk_settings_get_default (), "gtk-font-name", font, NULL);
      program_settle ();
      size = check_words ();
      g_test_message ("%s with %s: %g px", g_getenv ("LANGUAGE"), font, size / PANGO_SCALE);
      g_assert_cmpfloat (size, >=, before * TOLERANCE);
      before = size;
    }
}

static void
see_the_bar (void)
{
  program_see ("Where is it sore?");
  program_fit_begin ();
  program_pages_resize (PROGRAM_LEAST_WIDTH);
  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      program_fit_begin_page (languages[i]);
      speak (languages[i]);
      enlarge ();
    }
  program_fit_end ();
  program_quit ();
}

static void
test_words (void)
{
  program_run (see_the_bar, NULL);
}

int
main (int argc, char *argv[])
{
  program_test_init (&argc, &argv);
  program_test_add ("/program/bar/words", test_words);
  return g_test_run ();
}
