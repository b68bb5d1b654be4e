/* test-program-languages.c: every page and dialog in another language
 *
 * Usage: test-program-languages LANGUAGE [FONT]
 *
 * In a narrow window and in a wide one nothing lacks room, and nothing that can be reached by keys
 * or is a picture is without a name. In the language "xx", whose words are all accented, no word is
 * plain: what is so can be translated to no language.
 *
 * With FONT, such as "Sans 20", all text is so large, and the windows are the narrowest that there
 * is and one as wide as a large screen, at the scale that GDK_SCALE says.
 *
 * Where LEGATO_TEST_TEXT says a number, the desktop has all text so many per cent as large.
 *
 * Without a font that has the letters of the language it is skipped.
 *
 * Where LEGATO_TEST_PICTURES names a folder, a picture of each page is left there.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "program-fit.h"
#include "program-pages.h"
#include "program-popovers.h"

#include <stdlib.h>
#include <string.h>

#include "legato-locale.h"

/* In pixels. */
#define NARROW 360
#define WIDE 1000

/* In pixels of the screen. */
#define LARGE_SCREEN 3840

/* What a window takes for its own frame where nothing can be seen through. */
#define FRAME 10

/* What is called so in every language: names, keys, kinds of files, and what the sample journal's
 * person wrote. */
static const char *const names[] = {
  "Legato", "Achilles", "JSON",   "CSV",  "PDF",   "Opus", "FLAC",      "WAV",       "Ctrl",
  "Alt",    "Esc",      "eSpeak", "Home", "GNOME", "NG",   "Syncthing", "Nextcloud", NULL,
};

/* The longest, the one from right to left, and the made-up one show what is wrong with rare pages.
 */
static const char *const with_rare[] = { "ar", "de", "xx", NULL };

static gboolean is_pseudo;
static char *large; /* (nullable): the font of all text, in place of the usual one */
static guint n_pictures;

/* Letters that the pseudo-language leaves as they are tell nothing. */
static gboolean
is_accentable (char c)
{
  return g_ascii_isalpha (c) && strchr ("bBfFmMpQqvVxX", c) == NULL;
}

static gboolean
is_name (const char *word)
{
  return g_strv_contains (names, word);
}

/* Returns: (nullable): the first word of @text that is plain, but for those of a file's path or
 * name and of what it holds, and of SQLite's in brackets */
static char *
find_plain (const char *text)
{
  g_auto (GStrv) words = g_regex_split_simple (
      "(?:“/[^”]*|\\w+\\.(?:flac|legato|opus)|\\w+=\"\\w*\"|\\([a-z ]+\\)|[^\\w])+", text, 0, 0);

  for (gsize i = 0; words[i] != NULL; i++)
    {
      guint n = 0;
      gboolean plain = TRUE;

      for (const char *p = words[i]; *p != '\0'; p++)
        {
          plain = plain && g_ascii_isalpha (*p);
          n += is_accentable (*p) ? 1 : 0;
        }
      if (plain && n >= 3 && !is_name (words[i]))
        return g_strdup (words[i]);
    }
  return NULL;
}

/* What the person wrote, or the desktop's toolkit says, is in no language of ours. */
static gboolean
is_written (GtkWidget *widget)
{
  return gtk_widget_get_ancestor (widget, GTK_TYPE_WINDOW_CONTROLS) != NULL
         || gtk_widget_get_ancestor (widget, GTK_TYPE_EDITABLE) != NULL
         || GTK_IS_TEXT_VIEW (widget);
}

static void
check_words (GtkWidget *widget, const char *text)
{
  g_autofree char *plain = text != NULL && !is_written (widget) ? find_plain (text) : NULL;

  if (plain != NULL)
    {
      g_autofree char *what = g_strdup_printf ("says “%s”, which is not translated", plain);

      program_fit_tell (widget, what);
    }
}

static gboolean
can_be_reached (GtkWidget *widget)
{
  return gtk_widget_get_focusable (widget) && gtk_widget_get_can_focus (widget)
         && gtk_widget_is_sensitive (widget);
}

/* What only holds what is reached: it has no name, and needs none. */
static gboolean
only_holds (GtkWidget *widget)
{
  return GTK_IS_WINDOW (widget) || GTK_IS_SCROLLED_WINDOW (widget) || GTK_IS_VIEWPORT (widget)
         || GTK_IS_LIST_BOX (widget) || GTK_IS_FLOW_BOX (widget);
}

/* A name of its own, a label that it is tied to, or a text within it; a tooltip only describes. */
static gboolean
has_name (GtkWidget *widget)
{
  g_autofree char *name = program_get_name (widget);

  if (name != NULL && *name != '\0')
    return TRUE;
  if (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget),
                                        GTK_ACCESSIBLE_RELATION_LABELLED_BY))
    return TRUE;
  /* Of a field, which is read out with the text that is typed into it. */
  if (GTK_IS_TEXT (widget) && GTK_IS_EDITABLE (gtk_widget_get_parent (widget)))
    return has_name (gtk_widget_get_parent (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (!GTK_IS_TEXT (child) && gtk_widget_get_visible (child) && has_name (child))
      return TRUE;
  return FALSE;
}

/* Of a row that opens: the toolkit's own, where what the program added has a role. */
static gboolean
is_arrow (GtkWidget *widget)
{
  return GTK_IS_IMAGE (widget) && gtk_widget_get_ancestor (widget, ADW_TYPE_EXPANDER_ROW) != NULL
         && gtk_widget_has_css_class (widget, "expander-row-arrow");
}

/* The icons of a button, a field or a choice belong to it, and what it is called tells of them;
 * others are nothing to a screen reader. */
static gboolean
is_picture (GtkWidget *widget)
{
  return gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget)) == GTK_ACCESSIBLE_ROLE_IMG
         && gtk_widget_get_ancestor (widget, GTK_TYPE_BUTTON) == NULL
         && gtk_widget_get_ancestor (widget, GTK_TYPE_EDITABLE) == NULL
         && gtk_widget_get_ancestor (widget, ADW_TYPE_COMBO_ROW) == NULL && !is_arrow (widget)
         && !gtk_test_accessible_has_state (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_STATE_HIDDEN);
}

/* What can be on or off tells which, but where its name does. */
static gboolean
hides_state (GtkWidget *widget)
{
  const char *id = gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget));
  GtkAccessibleRole role = gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget));
  gboolean is_tab = role == GTK_ACCESSIBLE_ROLE_TAB;
  GtkAccessibleState state = is_tab ? GTK_ACCESSIBLE_STATE_SELECTED : GTK_ACCESSIBLE_STATE_CHECKED;
  gboolean checked = FALSE;
  g_autofree char *differs = NULL;

  if (G_OBJECT_TYPE (widget) != GTK_TYPE_TOGGLE_BUTTON
      || gtk_widget_get_ancestor (widget, GTK_TYPE_MENU_BUTTON) != NULL
      || gtk_widget_get_ancestor (widget, GTK_TYPE_DROP_DOWN) != NULL
      || g_strcmp0 (id, "try_it") == 0 || g_strcmp0 (id, "play") == 0)
    return FALSE;
  if (role != GTK_ACCESSIBLE_ROLE_CHECKBOX && role != GTK_ACCESSIBLE_ROLE_RADIO && !is_tab)
    return TRUE;
  differs = gtk_test_accessible_check_state (
      GTK_ACCESSIBLE (widget), state, is_tab ? TRUE : (int) GTK_ACCESSIBLE_TRISTATE_TRUE, NULL);
  checked = gtk_test_accessible_has_state (GTK_ACCESSIBLE (widget), state) && differs == NULL;
  return checked != gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (widget));
}

/* GTK has it labelled by its icon, which is called "GtkImage". */
static gboolean
is_called_by_icon (GtkWidget *widget)
{
  return GTK_IS_BUTTON (widget) && gtk_button_get_icon_name (GTK_BUTTON (widget)) != NULL
         && gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget),
                                              GTK_ACCESSIBLE_RELATION_LABELLED_BY);
}

/* A tooltip is a description too, and mostly says what the thing is called, and its key in
 * brackets. */
static gboolean
is_named_twice (GtkWidget *widget)
{
  const char *tooltip = gtk_widget_get_tooltip_text (widget);
  g_autofree char *name = program_get_name (widget);
  g_autofree char *differs = NULL;

  if (tooltip == NULL || name == NULL
      || (!g_str_has_prefix (tooltip, name) && !g_str_has_suffix (tooltip, ")")
          && !g_str_has_suffix (tooltip, "）"))
      || !gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget),
                                            GTK_ACCESSIBLE_PROPERTY_DESCRIPTION))
    return FALSE;
  differs = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget),
                                                GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, tooltip, NULL);
  return differs == NULL;
}

/* The button in a list to choose from is called as what is chosen. */
static gboolean
hides_choice (GtkWidget *widget)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);
  g_autofree char *name = program_get_name (widget);
  gpointer chosen = NULL;

  if (!GTK_IS_BUTTON (widget) || !GTK_IS_DROP_DOWN (parent))
    return FALSE;
  chosen = gtk_drop_down_get_selected_item (GTK_DROP_DOWN (parent));
  return chosen != NULL && g_strcmp0 (name, gtk_string_object_get_string (chosen)) != 0;
}

/* A page of a stack without a name is read by that of its class. */
static gboolean
has_nameless_page (GtkWidget *widget)
{
  g_autoptr (GListModel) pages = NULL;

  if (!GTK_IS_STACK (widget))
    return FALSE;
  pages = G_LIST_MODEL (gtk_stack_get_pages (GTK_STACK (widget)));
  for (guint i = 0; i < g_list_model_get_n_items (pages); i++)
    {
      g_autoptr (GtkAccessible) page = g_list_model_get_item (pages, i);

      if (!gtk_test_accessible_has_property (page, GTK_ACCESSIBLE_PROPERTY_LABEL))
        return TRUE;
    }
  return FALSE;
}

/* Likewise a list that no title stands above. */
static gboolean
is_nameless_list (GtkWidget *widget)
{
  GtkWidget *group = gtk_widget_get_ancestor (widget, ADW_TYPE_PREFERENCES_GROUP);

  return GTK_IS_LIST_BOX (widget) && group != NULL
         && *adw_preferences_group_get_title (ADW_PREFERENCES_GROUP (group)) == '\0'
         && !gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget),
                                               GTK_ACCESSIBLE_PROPERTY_LABEL);
}

static void
check_below (GtkWidget *widget)
{
  if (!gtk_widget_get_child_visible (widget) || !gtk_widget_get_mapped (widget))
    return;
  if (can_be_reached (widget) && !only_holds (widget) && !has_name (widget))
    program_fit_tell (widget, "can be reached and has no name");
  if (hides_state (widget))
    program_fit_tell (widget, "does not tell a screen reader whether it is on");
  if (is_called_by_icon (widget))
    program_fit_tell (widget, "is read out by the name of its icon");
  if (hides_choice (widget))
    program_fit_tell (widget, "does not tell a screen reader what is chosen");
  if (is_named_twice (widget))
    program_fit_tell (widget, "is read with its name twice");
  if (has_nameless_page (widget))
    program_fit_tell (widget, "has a page that is read out by the name of its class");
  if (is_nameless_list (widget))
    program_fit_tell (widget, "is a list that is read out by the name of its class");
  if (is_picture (widget) && !has_name (widget))
    program_fit_tell (widget, "is a picture without a name");
  if (is_pseudo)
    {
      g_autofree char *name = program_get_name (widget);

      check_words (widget, name);
      check_words (widget, gtk_widget_get_tooltip_text (widget));
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    check_below (child);
}

/* Leaves a picture of the window, as "07 journal 1000.png". */
static void
take_picture (const char *page, int width)
{
  const char *folder = g_getenv ("LEGATO_TEST_PICTURES");
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  if (folder == NULL)
    return;
  texture = program_pages_take_picture (NULL);
  name = g_strdup_printf ("%s %02u %s %d.png", strrchr (g_test_get_path (), '/') + 1, n_pictures,
                          page, width);
  path = g_build_filename (folder, name, NULL);
  g_assert_true (gdk_texture_save_to_png (texture, path));
}

/* A session has nothing that could be left out in a narrow window with all of its buttons, also
 * with large text. */
static void
visit_large (void)
{
  GtkSettings *settings = gtk_settings_get_default ();
  g_autofree char *font = NULL;
  g_autofree char *buttons = NULL;

  g_object_get (settings, "gtk-font-name", &font, "gtk-decoration-layout", &buttons, NULL);
  g_object_set (settings, "gtk-font-name", "Sans 15", "gtk-decoration-layout",
                "menu:minimize,maximize,close", NULL);
  program_pages_resize (NARROW - FRAME);
  program_fit_check ();
  g_object_set (settings, "gtk-font-name", font, "gtk-decoration-layout", buttons, NULL);
  program_settle ();
}

/* In pixels of the window, which are more of the screen at a larger scale. */
static int
get_widest (void)
{
  GtkWidget *window = GTK_WIDGET (program_get_entered ());

  return large != NULL ? LARGE_SCREEN / gtk_widget_get_scale_factor (window) : WIDE;
}

static void
enlarge (void)
{
  const char *percent = g_getenv ("LEGATO_TEST_TEXT");

  if (percent != NULL)
    g_object_set (gtk_settings_get_default (), "gtk-xft-dpi",
                  atoi (percent) * 96 * PANGO_SCALE / 100, NULL);
  if (large != NULL)
    g_object_set (gtk_settings_get_default (), "gtk-font-name", large, NULL);
}

static void
visit (const char *page)
{
  int widths[2];

  if (n_pictures == 0)
    enlarge ();
  widths[0] = large != NULL ? PROGRAM_LEAST_WIDTH : NARROW;
  widths[1] = get_widest ();
  program_fit_begin_page (page);
  program_settle ();
  n_pictures++;
  for (gsize i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      if (program_fit_wants_more ())
        continue;
      program_pages_resize (widths[i]);
      program_fit_check ();
      /* How it is called and read out is libadwaita's. */
      if (!g_str_equal (G_OBJECT_TYPE_NAME (program_get_entered ()), "AdwAboutWindow"))
        check_below (GTK_WIDGET (program_get_entered ()));
      /* No language has as long words as the made-up one, and GTK breaks no line of a menu. */
      if (!is_pseudo)
        program_popovers_check ();
      take_picture (page, widths[i]);
    }
  if (large == NULL && g_str_equal (page, "session"))
    visit_large ();
}

/* Where no font has the language's letters, boxes stand for them, which have a width of their own:
 * what has room then tells nothing. */
static gboolean
has_letters (const char *language)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  g_autoptr (PangoLayout) layout = pango_layout_new (context);

  g_object_unref (context);
  pango_layout_set_text (
      layout, pango_language_get_sample_string (pango_language_from_string (language)), -1);
  return pango_layout_get_unknown_glyphs_count (layout) == 0;
}

int
main (int argc, char *argv[])
{
  program_test_init (&argc, &argv);
  g_assert_true (argc == 2 || argc == 3);
  g_setenv ("LANGUAGE", argv[1], TRUE);
  legato_locale_init ();
  is_pseudo = g_str_equal (argv[1], "xx");
  if (g_getenv ("LEGATO_TEST_PICTURES") == NULL)
    large = g_strdup (argv[2]);
  if (*g_dgettext (GETTEXT_PACKAGE, "") == '\0')
    {
      g_print ("1..0 # SKIP this C library translates nothing in the locale at hand\n");
      return 0;
    }
  if (!has_letters (argv[1]))
    {
      g_print ("1..0 # SKIP no font that is installed has the letters of “%s”\n", argv[1]);
      return 0;
    }
  if (!g_strv_contains (with_rare, argv[1]))
    program_pages_leave_out_rare ();
  program_pages_add ("/program/languages", program_fit_begin, visit, program_fit_end);
  return g_test_run ();
}
