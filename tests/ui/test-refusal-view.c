/* test-refusal-view.c: title, text, picture and colour of a refusal say the same, however urgent
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui-test-utils.h"

#include "legato-advice-card.h"
#include "legato-planner.h"
#include "legato-refusal-view.h"
#include "legato-refusal.h"

static const struct
{
  LegatoUrgency urgency;
  const char *css_class;
  const char *icon;
} looks[] = {
  { LEGATO_URGENCY_EMERGENCY, "emergency", "call-start-symbolic" },
  { LEGATO_URGENCY_NOW, "now", "dialog-warning-symbolic" },
  { LEGATO_URGENCY_TODAY, "today", "alarm-symbolic" },
  { LEGATO_URGENCY_SOON, "soon", "dialog-information-symbolic" },
};

static GtkWidget *
find_card (GtkWidget *view, const char *text)
{
  GtkWidget *label = ui_test_find (view, GTK_TYPE_LABEL, text);

  while (label != NULL && !gtk_widget_has_css_class (label, "advice"))
    label = gtk_widget_get_parent (label);
  return label;
}

static void
assert_looks (GtkWidget *view, GPtrArray *refusals)
{
  const LegatoAdvice *first = g_ptr_array_index (refusals, 0);
  g_autoptr (GPtrArray) pictures = g_ptr_array_new ();

  g_assert_nonnull (ui_test_find (view, GTK_TYPE_LABEL, legato_refusals_get_title (refusals)));
  ui_test_collect (view, GTK_TYPE_IMAGE, pictures);
  g_assert_cmpuint (pictures->len, ==, refusals->len + 1);
  for (gsize i = 0; i < G_N_ELEMENTS (looks); i++)
    if (looks[i].urgency == first->urgency)
      g_assert_cmpstr (gtk_image_get_icon_name (pictures->pdata[0]), ==, looks[i].icon);
  for (guint r = 0; r < refusals->len; r++)
    {
      const LegatoAdvice *advice = g_ptr_array_index (refusals, r);
      GtkWidget *card = find_card (view, advice->advice.text);

      g_assert_nonnull (card);
      g_assert_cmpint (advice->urgency, <=, first->urgency);
      for (gsize i = 0; i < G_N_ELEMENTS (looks); i++)
        {
          g_assert_cmpint (gtk_widget_has_css_class (card, looks[i].css_class), ==,
                           looks[i].urgency == advice->urgency);
          if (looks[i].urgency == advice->urgency)
            g_assert_cmpstr (gtk_image_get_icon_name (pictures->pdata[r + 1]), ==, looks[i].icon);
        }
    }
}

/* Who hears the button that has the focus hears what to do, each thing once. */
static void
assert_heard (GtkWidget *view, GPtrArray *refusals)
{
  GtkWidget *title = ui_test_find (view, GTK_TYPE_LABEL, legato_refusals_get_title (refusals));
  GtkWidget *back = ui_test_find (view, GTK_TYPE_BUTTON, "Back");
  g_autoptr (GString) words = g_string_new (legato_refusals_get_summary (refusals));

  for (guint i = 0; i < refusals->len; i++)
    g_string_append_printf (words, " %s", ((const LegatoAdvice *) refusals->pdata[i])->advice.text);
  g_assert_null (gtk_test_accessible_check_relation (
      GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_RELATION_LABELLED_BY, title, NULL, NULL));
  g_assert_null (gtk_test_accessible_check_property (
      GTK_ACCESSIBLE (back), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words->str, NULL));
}

static void
show_refusal (PageFixture *fixture, const LegatoPerson *person)
{
  g_autoptr (GPtrArray) refusals = legato_planner_get_refusals (fixture->guide, person);
  g_autofree char *light =
      g_strconcat ("refusal-", ((const LegatoAdvice *) refusals->pdata[0])->flag, NULL);
  GtkWidget *view = g_object_new (LEGATO_TYPE_REFUSAL_VIEW, NULL);

  g_assert_cmpuint (refusals->len, >, 0);
  legato_refusal_view_set_advice (LEGATO_REFUSAL_VIEW (view), refusals);
  ui_test_show (fixture, view, 360, 640);
  assert_looks (view, refusals);
  assert_heard (view, refusals);
  ui_test_shoot (fixture->window, light);
  g_clear_pointer (&fixture->window, gtk_window_destroy);
}

static void
test_every_refusal (PageFixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < LEGATO_N_SIGNS; i++)
    {
      const LegatoPerson person = { .signs = 1u << i };

      show_refusal (fixture, &person);
    }
  for (guint i = 0; i < LEGATO_N_CONDITIONS; i++)
    if ((1u << i) & LEGATO_CONDITIONS_NEED_CLEARANCE)
      {
        const LegatoPerson person = { .conditions = 1u << i };

        show_refusal (fixture, &person);
      }
}

/* The most urgent comes first, and lends its colour to none that is less urgent. */
static void
test_several (PageFixture *fixture, gconstpointer data)
{
  const LegatoPerson person = {
    .signs = LEGATO_SIGN_WALKING | LEGATO_SIGN_FEVER | LEGATO_SIGN_DVT | LEGATO_SIGN_COLD,
    .conditions = LEGATO_CONDITION_BLOOD_THINNERS,
  };
  const LegatoPerson agreed_nowhere = { .conditions = LEGATO_CONDITION_SURGERY,
                                        .cleared = LEGATO_CONDITION_SURGERY };

  show_refusal (fixture, &person);
  show_refusal (fixture, &agreed_nowhere);
}

static int
get_text_size (GtkWidget *view, const char *text)
{
  GtkWidget *label = ui_test_find (view, GTK_TYPE_LABEL, text);

  g_assert_nonnull (label);
  return pango_font_description_get_size (
      pango_context_get_font_description (gtk_widget_get_pango_context (label)));
}

/* What to do is written no smaller than why, however large the person's text is. */
static void
test_large_text (PageFixture *fixture, gconstpointer data)
{
  const LegatoPerson person = { .signs = LEGATO_SIGN_COLD };
  g_autoptr (GPtrArray) refusals = legato_planner_get_refusals (fixture->guide, &person);
  const LegatoAdvice *advice = g_ptr_array_index (refusals, 0);
  GtkWidget *view = g_object_new (LEGATO_TYPE_REFUSAL_VIEW, NULL);
  g_autofree char *font = NULL;

  g_object_get (gtk_settings_get_default (), "gtk-font-name", &font, NULL);
  g_object_set (gtk_settings_get_default (), "gtk-font-name", "Sans 20", NULL);
  legato_refusal_view_set_advice (LEGATO_REFUSAL_VIEW (view), refusals);
  ui_test_show (fixture, view, 360, 640);
  g_assert_cmpint (get_text_size (view, advice->advice.text), >=,
                   get_text_size (view, advice->question.text));
  g_object_set (gtk_settings_get_default (), "gtk-font-name", font, NULL);
}

/* Of a guest nothing is noted; that the program is no doctor is said all the same. */
static void
test_guest (PageFixture *fixture, gconstpointer data)
{
  const LegatoPerson person = { .signs = LEGATO_SIGN_DVT };
  g_autoptr (GPtrArray) refusals = legato_planner_get_refusals (fixture->guide, &person);
  GtkWidget *view = g_object_new (LEGATO_TYPE_REFUSAL_VIEW, NULL);
  const char *doctor = "Legato is no medical device and does not replace a doctor.";
  const char *noted = "It is noted in your journal.";

  legato_refusal_view_set_advice (LEGATO_REFUSAL_VIEW (view), refusals);
  ui_test_show (fixture, view, 360, 640);
  g_assert_nonnull (ui_test_find (view, GTK_TYPE_LABEL, noted));
  g_assert_nonnull (ui_test_find (view, GTK_TYPE_LABEL, doctor));

  legato_refusal_view_set_guest (LEGATO_REFUSAL_VIEW (view), TRUE);
  g_assert_null (ui_test_find (view, GTK_TYPE_LABEL, noted));
  g_assert_nonnull (ui_test_find (view, GTK_TYPE_LABEL, doctor));
}

int
main (int argc, char *argv[])
{
  ui_test_init_application (&argc, &argv);

#define ADD(path, func)                                                                            \
  g_test_add (path, PageFixture, NULL, page_fixture_set_up, func, page_fixture_tear_down)
  ADD ("/ui/refusal-view/every-refusal", test_every_refusal);
  ADD ("/ui/refusal-view/several", test_several);
  ADD ("/ui/refusal-view/large-text", test_large_text);
  ADD ("/ui/refusal-view/guest", test_guest);
  return g_test_run ();
}
