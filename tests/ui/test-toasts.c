/* test-toasts.c: what a toast says is read to its end
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui-test-utils.h"

#include "legato-access.h"
#include "legato-toasts.h"

/* The narrowest window, and about as long as the longest translation of what is said there. */
#define NARROW 340
#define SAID "Enregistré dans votre journal, et encore un peu"

/* In a narrow window the sentence goes on in the next line beside its button. */
static void
test_narrow (PageFixture *fixture, gconstpointer data)
{
  GtkWidget *toasts = adw_toast_overlay_new ();
  GtkWidget *label, *button;
  graphene_rect_t text, press;

  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (toasts), gtk_label_new (NULL));
  ui_test_show (fixture, toasts, NARROW, 300);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (toasts), legato_toasts_new_undo (SAID));
  label = ui_test_wait_for_label (toasts, SAID);
  while (gtk_widget_get_width (label) == 0)
    g_main_context_iteration (NULL, TRUE);
  ui_test_settle (fixture->window);
  button = ui_test_find (toasts, GTK_TYPE_BUTTON, "_Undo");
  g_assert_nonnull (button);
  g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label))));
  g_assert_cmpint (pango_layout_get_line_count (gtk_label_get_layout (GTK_LABEL (label))), >, 1);
  g_assert_true (gtk_widget_compute_bounds (label, toasts, &text));
  g_assert_true (gtk_widget_compute_bounds (button, toasts, &press));
  g_assert_cmpfloat (text.origin.x, >=, 0);
  g_assert_cmpfloat (press.origin.x + press.size.width, <=, NARROW);
  g_assert_cmpfloat (text.origin.x + text.size.width, <=, press.origin.x);
  g_assert_cmpfloat (text.origin.y + text.size.height, <=, gtk_widget_get_height (toasts));
}

/* Who deletes something while something else is told can take it back at once. */
static void
test_undo_comes_first (PageFixture *fixture, gconstpointer data)
{
  GtkWidget *toasts = adw_toast_overlay_new ();

  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (toasts), gtk_label_new (NULL));
  ui_test_show (fixture, toasts, NARROW, 300);
  legato_toasts_say (ADW_TOAST_OVERLAY (toasts), SAID);
  ui_test_wait_for_label (toasts, SAID);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (toasts), legato_toasts_new_undo ("Gone"));
  ui_test_settle (fixture->window);
  g_assert_nonnull (ui_test_find (toasts, GTK_TYPE_LABEL, "Gone"));
  g_assert_nonnull (ui_test_find (toasts, GTK_TYPE_BUTTON, "_Undo"));
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  legato_access_init ();
  g_test_add ("/toasts/narrow", PageFixture, NULL, page_fixture_set_up, test_narrow,
              page_fixture_tear_down);
  g_test_add ("/toasts/undo-comes-first", PageFixture, NULL, page_fixture_set_up,
              test_undo_comes_first, page_fixture_tear_down);
  return g_test_run ();
}
