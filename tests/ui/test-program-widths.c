/* test-program-widths.c: every page and dialog at every width, with small and large text
 *
 * Nothing lies outside of what shows it, no text is cut off, and no page wants more room than the
 * least that a window may be given.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "program.h"

#include "legato-fit-bin.h"
#include "legato-map-zoom.h"
#include "legato-zone-area.h"
#include "legato-width-bin.h"

/* In pixels: the least that is true of every window, and the height they are looked at. */
#define LEAST_WIDTH 340
#define MOST_WIDTH 1400
#define HEIGHT 720

/* Odd, so that over four sizes of text more than every second width of a step is met. */
#define STEP 53

/* A rounded edge, of what is scaled. */
#define TOLERANCE 1.5

static const char *const fonts[] = { "Sans 8", "Sans 11", "Sans 14", "Sans 20" };

static GString *wrong;
static GHashTable *told;
static const char *page;

/* Tells once a page of what is wrong, with the first width and size of text where it is. */
static void
tell (GtkWidget *widget, const char *what)
{
  g_autofree char *name = program_get_name (widget);
  g_autofree char *font = NULL;
  g_autofree char *key =
      g_strdup_printf ("%s: %s “%s” %s", page, G_OBJECT_TYPE_NAME (widget), name ? name : "", what);

  if (!g_hash_table_add (told, g_strdup (key)))
    return;
  g_object_get (gtk_settings_get_default (), "gtk-font-name", &font, NULL);
  g_string_append_printf (wrong, "%s at %d with %s\n", key,
                          gtk_widget_get_width (GTK_WIDGET (program_get_entered ())), font);
}

/* Whether @widget may be larger than what it lies in, as it can be moved there. */
static gboolean
scrolls (GtkWidget *widget, GtkOrientation orientation)
{
  GtkAdjustment *adjustment = NULL;

  if (LEGATO_IS_MAP_ZOOM (widget))
    return TRUE;
  if (!GTK_IS_SCROLLABLE (widget) || GTK_IS_TEXT_VIEW (widget))
    return GTK_IS_TEXT (widget) || GTK_IS_TEXT_VIEW (widget);
  adjustment = orientation == GTK_ORIENTATION_HORIZONTAL
                   ? gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (widget))
                   : gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (widget));
  return orientation == GTK_ORIENTATION_VERTICAL && adjustment != NULL;
}

static gboolean
is_within (GtkWidget *widget, GtkWidget *above, GtkOrientation orientation)
{
  graphene_rect_t inner, outer;

  if (!gtk_widget_compute_bounds (widget, above, &inner)
      || !gtk_widget_compute_bounds (above, above, &outer))
    return TRUE;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return inner.origin.x >= outer.origin.x - TOLERANCE
           && inner.origin.x + inner.size.width <= outer.origin.x + outer.size.width + TOLERANCE;
  return inner.origin.y >= outer.origin.y - TOLERANCE
         && inner.origin.y + inner.size.height <= outer.origin.y + outer.size.height + TOLERANCE;
}

/* What hides the rest of @widget: the nearest above it that cuts off, or the window. */
static void
check_within (GtkWidget *widget)
{
  for (int orientation = 0; orientation < 2; orientation++)
    for (GtkWidget *above = gtk_widget_get_parent (widget); above != NULL;
         above = gtk_widget_get_parent (above))
      {
        if (scrolls (above, (GtkOrientation) orientation))
          break;
        if ((gtk_widget_get_overflow (above) == GTK_OVERFLOW_HIDDEN || GTK_IS_WINDOW (above))
            && !is_within (widget, above, (GtkOrientation) orientation))
          {
            tell (widget, orientation == GTK_ORIENTATION_HORIZONTAL ? "lies outside sideways"
                                                                    : "lies outside");
            break;
          }
      }
}

static int
get_minimum (GtkWidget *widget)
{
  int minimum = 0;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return minimum;
}

/* Tells of the widest part of @widget, which wants more width than there is. */
static void
blame (GtkWidget *widget, int width)
{
  GtkWidget *widest = NULL;
  g_autofree char *what = NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_visible (child) && gtk_widget_get_child_visible (child)
        && (widest == NULL || get_minimum (child) > get_minimum (widest)))
      widest = child;
  if (widest != NULL && !GTK_IS_BUTTON (widget))
    {
      blame (widest, width);
      return;
    }
  what = g_strdup_printf ("wants %d of %d", get_minimum (widget), width);
  tell (widget, what);
}

/* What stands elsewhere in full: a window's title, the words beside the signs of a switcher, what
 * has a tooltip; and the hint in an empty field. */
static gboolean
may_be_cut_off (GtkWidget *label)
{
  return gtk_widget_get_ancestor (label, ADW_TYPE_HEADER_BAR) != NULL
         || gtk_widget_get_ancestor (label, ADW_TYPE_VIEW_SWITCHER) != NULL
         || gtk_widget_get_ancestor (label, ADW_TYPE_ENTRY_ROW) != NULL
         || gtk_widget_get_ancestor (label, GTK_TYPE_TEXT) != NULL
         || gtk_widget_get_tooltip_text (label) != NULL;
}

static void
check_below (GtkWidget *widget)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);


  if (!gtk_widget_get_child_visible (widget) || !gtk_widget_get_mapped (widget)
      || GTK_IS_POPOVER (widget) || gtk_widget_get_width (widget) == 0)
    return;
  if (LEGATO_IS_WIDTH_BIN (widget) && child != NULL
      && get_minimum (child) > gtk_widget_get_width (widget))
    blame (child, gtk_widget_get_width (widget));
  if (gtk_widget_get_width (widget) > 0 && gtk_widget_get_height (widget) > 0
      && (GTK_IS_LABEL (widget) || GTK_IS_BUTTON (widget) || GTK_IS_IMAGE (widget)
          || GTK_IS_PICTURE (widget) || GTK_IS_RANGE (widget) || GTK_IS_EDITABLE (widget)
          || GTK_IS_TEXT_VIEW (widget) || GTK_IS_LIST_BOX_ROW (widget)
          || GTK_IS_DRAWING_AREA (widget))
      && gtk_widget_get_ancestor (widget, ADW_TYPE_ENTRY_ROW) == NULL)
    check_within (widget);
  if (GTK_IS_LABEL (widget)
      && pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (widget)))
      && !may_be_cut_off (widget))
    tell (widget, "is cut off");
  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    check_below (child);
}

static void
painted_cb (GdkFrameClock *clock, guint *n)
{
  (*n)++;
}

/* Until all that comes of the last change has been laid out and drawn. */
static void
settle (void)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (program_get_entered ()));
  guint n = 0;
  gulong id = g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), &n);

  for (guint i = 1; i <= 2; i++)
    {
      gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_LAYOUT);
      program_wait (n >= i);
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
  g_signal_handler_disconnect (clock, id);
}

/* What a window's own frame takes; none where the desktop draws it. */
static int
get_frame (void)
{
  GtkWidget *window = GTK_WIDGET (program_get_entered ());

  return gdk_surface_get_width (gtk_native_get_surface (GTK_NATIVE (window)))
         - gtk_widget_get_width (window);
}

static void
resize (int width)
{
  GtkWindow *window = program_get_entered ();

  gtk_window_set_default_size (window, width + get_frame (), HEIGHT);
  program_wait (gtk_widget_get_width (GTK_WIDGET (window)) == width);
  settle ();
}

static gboolean
wants_more (void)
{
  GtkWidget *window = GTK_WIDGET (program_get_entered ());
  int minimum;

  gtk_widget_measure (window, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  if (minimum <= LEAST_WIDTH)
    return FALSE;
  blame (window, LEAST_WIDTH);
  return TRUE;
}

/* Makes the window as narrow and as wide as can be, with every size of text. */
static void
check_page (const char *name)
{
  page = name;
  for (gsize i = 0; i < G_N_ELEMENTS (fonts); i++)
    {
      g_object_set (gtk_settings_get_default (), "gtk-font-name", fonts[i], NULL);
      settle ();
      for (int width = LEAST_WIDTH; width <= MOST_WIDTH;
           width += width == LEAST_WIDTH ? 5 + (int) i * STEP / 4 : STEP)
        {
          if (wants_more ())
            continue;
          resize (width);
          wants_more ();
          check_below (GTK_WIDGET (program_get_entered ()));
        }
    }
  g_object_set (gtk_settings_get_default (), "gtk-font-name", fonts[1], NULL);
  resize (1000);
}

/* Does the same with a dialog of that title, which a key closes. */
static void
check_dialog (const char *title)
{
  program_enter (title);
  check_page (title);
  gtk_window_close (program_get_entered ());
  program_enter ("Legato");
}

static void
act (const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (program_get_entered ()), action, NULL);
}

static void
see_the_legs (void)
{
  program_see ("Where is it sore?");
  check_page ("legs");
  program_key ("ctrl+f");
  program_type ("sore");
  program_see ("Place");
  check_page ("search");
  program_key ("Escape");
  program_click_a (LEGATO_TYPE_ZONE_AREA, "Left front thigh");
  program_see ("Start With This Place");
  check_page ("card");
  program_click ("Foam roller");
  check_page ("card of a tool");
  act ("win.good-to-know");
  check_dialog ("Good to know");
  act ("win.learn-cues");
  check_dialog ("Learn the cues");
  act ("win.shortcuts");
  check_dialog ("Keyboard");
  act ("win.help");
  program_enter ("Help");
  program_click ("Your first session");
  program_click ("Questions");
  program_see ("Why is there no voice?");
  check_dialog ("Help");
  program_quit ();
}

static void
see_the_routines (void)
{
  program_key ("alt+2");
  program_see ("Make It");
  check_page ("routines");
  program_click ("New Routine");
  program_enter ("Your Routine");
  program_click ("Add a Step");
  program_see ("Technique");
  check_page ("step editor");
  program_click ("Back to the Routine");
  check_page ("routine editor");
  program_quit ();
}

static void
see_the_journal (void)
{
  program_key ("alt+3");
  program_see ("New Entry");
  check_page ("journal");
  program_click ("Show Only Some");
  check_page ("journal, filters");
  program_click ("Show Only Some");
  resize (LEAST_WIDTH);
  program_click ("Calendar");
  check_page ("journal, month");
  act ("win.restore-journal");
  check_dialog ("Go Back to a Copy");
  program_click ("New Entry");
  program_enter ("New Entry");
  check_page ("entry editor");
  program_click ("A Massage");
  check_page ("entry editor, massage");
  gtk_window_close (program_get_entered ());
  program_enter ("Legato");
  program_click ("Deleted Entries");
  check_dialog ("Deleted Entries");
  program_quit ();
}

static void
see_the_trends (void)
{
  program_key ("alt+4");
  program_see ("Compare");
  check_page ("trends");
  program_click ("Report…");
  check_dialog ("Report");
  program_click ("One Place");
  check_page ("trends of a place");
  program_click ("Compare");
  check_page ("compare");
  program_quit ();
}

static void
see_a_session (void)
{
  check_page ("check-in");
  program_click ("All Fine, Go On");
  program_see_a (GTK_TYPE_BUTTON, "Start");
  check_page ("prepare");
  program_click_a (GTK_TYPE_BUTTON, "Start");
  program_see ("Pause");
  program_key ("space");
  program_see ("Go on");
  check_page ("session, countdown");
  program_key ("space");
  program_see_a (GTK_TYPE_LABEL, "Left *");
  program_key ("space");
  program_see ("Go on");
  check_page ("session");
  program_key ("h");
  program_see ("Everything has stopped. What did you feel?");
  check_page ("stop");
  program_click ("It was a sharp pain.");
  check_page ("stop, advice");
  program_quit ();
}

static void
see_the_rating (void)
{
  program_click ("All Fine, Go On");
  program_click_a (GTK_TYPE_BUTTON, "Start");
  program_see ("How do your legs feel now?");
  check_page ("rating");
  program_quit ();
}

static void
see_the_welcome (void)
{
  program_see ("Welcome to Legato");
  check_page ("welcome");
  program_click ("Next");
  check_page ("welcome, conditions");
  while (program_find ("None of These, Go On") == NULL)
    program_click ("Read On");
  program_click ("None of These, Go On");
  program_see ("Turn your sound on");
  check_page ("welcome, sound");
  program_click ("Show Me the Map");
  for (guint i = 0; i < 4; i++)
    {
      const char *keys[] = { "alt+1", "alt+2", "alt+3", "alt+4" };
      const char *pages[] = { "legs, empty", "routines, empty", "journal, empty", "trends, empty" };
      const char *seen[] = { "Where is it sore?", "Make It", "Nothing Here Yet", "No Values Yet" };

      program_key (keys[i]);
      program_see (seen[i]);
      check_page (pages[i]);
    }
  program_quit ();
}

static void
see_the_preferences (void)
{
  const char *const pages[] = { "You", "Places", "Sound", "Remind", "Copies", "Look" };

  act ("win.preferences");
  program_enter ("Preferences");
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      program_click (pages[i]);
      check_page (pages[i]);
    }
  program_quit ();
}

static void
make_sample (void)
{
  g_autofree char *path = program_get_journal_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *tool =
      g_build_filename (g_getenv ("LEGATO_SOURCE_DIR"), "build-aux", "make-sample-journal", NULL);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%F");
  const char *const command[] = { tool, "--end", today, path, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) made = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  made = g_subprocess_newv (command, G_SUBPROCESS_FLAGS_NONE, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_wait_check (made, NULL, &error));
  g_assert_no_error (error);
}

static void
check_program (ProgramBody body, const char *first, const char *second)
{
  wrong = g_string_new (NULL);
  told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  program_run (body, first, second, NULL);
  if (wrong->len > 0)
    {
      g_printerr ("%s", wrong->str);
      g_test_fail ();
    }
  g_hash_table_unref (told);
  g_string_free (wrong, TRUE);
}

static void
test_legs (void)
{
  check_program (see_the_legs, NULL, NULL);
}

static void
test_routines (void)
{
  check_program (see_the_routines, NULL, NULL);
}

static void
test_journal (void)
{
  make_sample ();
  check_program (see_the_journal, NULL, NULL);
}

static void
test_trends (void)
{
  make_sample ();
  check_program (see_the_trends, NULL, NULL);
}

static void
test_session (void)
{
  check_program (see_a_session, "--start", "three-minute");
}

static void
test_rating (void)
{
  check_program (see_the_rating, "--start", "three-minute");
}

static void
test_welcome (void)
{
  g_autoptr (GSettings) settings = g_settings_new (LEGATO_APP_ID);

  g_settings_set_boolean (settings, "welcomed", FALSE);
  check_program (see_the_welcome, NULL, NULL);
}

static void
test_preferences (void)
{
  check_program (see_the_preferences, NULL, NULL);
}

int
main (int argc, char *argv[])
{
  program_test_init (&argc, &argv);
#define ADD(name, test) program_test_add ("/program/widths/" name, test)
  ADD ("legs", test_legs);
  ADD ("routines", test_routines);
  ADD ("journal", test_journal);
  ADD ("trends", test_trends);
  ADD ("session", test_session);
  ADD ("rating", test_rating);
  ADD ("welcome", test_welcome);
  ADD ("preferences", test_preferences);
  return g_test_run ();
}
