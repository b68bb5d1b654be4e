/* test-search-provider.c: the desktop's search asks over the bus
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "legato-search-provider.h"
#include "../load-guide.h"

#define PATH "/io/github/legato_app/Legato/SearchProvider"

typedef struct
{
  GApplication *application;
  GDBusConnection *connection;
  LegatoSearchProvider *provider;
  GVariant *answer;
  GError *error;
  gboolean answered;
  int kind;
  char *chosen;
} Fixture;

static void
called_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Fixture *fixture = data;

  fixture->answer =
      g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &fixture->error);
  fixture->answered = TRUE;
}

/* The caller owns the answer. */
static GVariant *
call_interface (Fixture *fixture, const char *interface, const char *method, GVariant *arguments)
{
  fixture->answered = FALSE;
  g_dbus_connection_call (
      fixture->connection, g_dbus_connection_get_unique_name (fixture->connection), PATH, interface,
      method, arguments, NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, called_cb, fixture);
  while (!fixture->answered)
    g_main_context_iteration (NULL, TRUE);
  return g_steal_pointer (&fixture->answer);
}

/* As the shell does, over the bus. */
static GVariant *
call (Fixture *fixture, const char *method, GVariant *arguments)
{
  return call_interface (fixture, "org.gnome.Shell.SearchProvider2", method, arguments);
}

/* As KRunner does. */
static GVariant *
call_krunner (Fixture *fixture, const char *method, GVariant *arguments)
{
  return call_interface (fixture, "org.kde.krunner1", method, arguments);
}

static void
chosen_cb (LegatoSearchProvider *provider, LegatoHitKind kind, const char *id, Fixture *fixture)
{
  fixture->kind = (int) kind;
  g_free (fixture->chosen);
  fixture->chosen = g_strdup (id);
}

static void
searched_cb (LegatoSearchProvider *provider, const char *text, Fixture *fixture)
{
  fixture->kind = -1;
  g_free (fixture->chosen);
  fixture->chosen = g_strdup (text);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LegatoGuide) guide = NULL;
  g_autoptr (GError) error = NULL;

  guide = load_guide ();
  fixture->application = g_application_new (NULL, G_APPLICATION_DEFAULT_FLAGS);
  fixture->connection = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &error);
  g_assert_no_error (error);
  fixture->provider = legato_search_provider_new (fixture->application);
  g_signal_connect (fixture->provider, "chosen", G_CALLBACK (chosen_cb), fixture);
  g_signal_connect (fixture->provider, "searched", G_CALLBACK (searched_cb), fixture);
  legato_search_provider_export (fixture->provider, fixture->connection, PATH, &error);
  g_assert_no_error (error);
  legato_search_provider_set_guide (fixture->provider, guide);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->provider);
  g_object_unref (fixture->connection);
  g_object_unref (fixture->application);
  g_clear_error (&fixture->error);
  g_free (fixture->chosen);
}

static GVariant *
words (const char *text)
{
  g_auto (GStrv) list = g_strsplit (text, " ", -1);

  return g_variant_new_strv ((const char *const *) list, -1);
}

static void
test_finds_and_describes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GVariant) found =
      call (fixture, "GetInitialResultSet", g_variant_new ("(@as)", words ("calf")));
  g_autoptr (GVariant) ids = g_variant_get_child_value (found, 0);
  g_autoptr (GVariant) narrowed = NULL;
  g_autoptr (GVariant) metas = NULL;
  g_autoptr (GVariant) list = NULL;
  g_autoptr (GVariant) meta = NULL;
  const char *id = NULL;
  const char *text = NULL;

  g_assert_cmpuint (g_variant_n_children (ids), >, 0);
  g_assert_cmpuint (g_variant_n_children (ids), <=, 10);
  g_variant_get_child (ids, 0, "&s", &id);
  g_assert_cmpstr (id, ==, "zone:calf");

  narrowed = call (fixture, "GetSubsearchResultSet",
                   g_variant_new ("(@as@as)", ids, words ("calf xyzzy")));
  g_assert_cmpstr (g_variant_get_type_string (narrowed), ==, "(as)");

  metas =
      call (fixture, "GetResultMetas",
            g_variant_new ("(@as)", g_variant_new_strv ((const char *const[]){ id, NULL }, -1)));
  list = g_variant_get_child_value (metas, 0);
  g_assert_cmpuint (g_variant_n_children (list), ==, 1);
  meta = g_variant_get_child_value (list, 0);
  g_assert_true (g_variant_lookup (meta, "name", "&s", &text));
  g_assert_cmpstr (text, ==, "Calf");
  g_assert_true (g_variant_lookup (meta, "id", "&s", &text));
  g_assert_cmpstr (text, ==, id);
  g_assert_true (g_variant_lookup (meta, "icon", "*", NULL));
}

static void
test_activates (Fixture *fixture, gconstpointer data)
{
  const struct
  {
    const char *id;
    int kind;
    const char *name;
  } cases[] = { { "zone:calf", LEGATO_HIT_ZONE, "calf" },
                { "routine:three-minute", LEGATO_HIT_ROUTINE, "three-minute" },
                { "goal:soreness", LEGATO_HIT_GOAL, "soreness" },
                { "technique:petrissage", LEGATO_HIT_TECHNIQUE, "petrissage" } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GVariant) done = call (fixture, "ActivateResult",
                                        g_variant_new ("(s@asu)", cases[i].id, words ("calf"), 0));

      g_assert_cmpint (fixture->kind, ==, cases[i].kind);
      g_assert_cmpstr (fixture->chosen, ==, cases[i].name);
    }
}

static void
test_shows_all (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GVariant) done =
      call (fixture, "LaunchSearch", g_variant_new ("(@asu)", words ("sore calf"), 0));

  g_assert_cmpstr (fixture->chosen, ==, "sore calf");
}

/* What nobody gave out is nothing, and not a crash. */
static void
test_bears_nonsense (Fixture *fixture, gconstpointer data)
{
  const char *const ids[] = { "", "zone", "tip:water", "day:2026-05-04", NULL };

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (GVariant) done =
          call (fixture, "ActivateResult", g_variant_new ("(s@asu)", ids[i], words ("x"), 0));
      g_autoptr (GVariant) metas = call (
          fixture, "GetResultMetas",
          g_variant_new ("(@as)", g_variant_new_strv ((const char *const[]){ ids[i], NULL }, -1)));
      g_autoptr (GVariant) list = g_variant_get_child_value (metas, 0);

      g_assert_cmpuint (g_variant_n_children (list), ==, 0);
    }
  /* The window shows what the words find. */
  g_assert_cmpstr (fixture->chosen, ==, "x");
}

/* The same is found, in the same order, with all that is shown of it. */
static void
test_answers_krunner (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GVariant) actions = call_krunner (fixture, "Actions", NULL);
  g_autoptr (GVariant) found =
      call (fixture, "GetInitialResultSet", g_variant_new ("(@as)", words ("calf")));
  g_autoptr (GVariant) matched = call_krunner (fixture, "Match", g_variant_new ("(s)", "calf"));
  g_autoptr (GVariant) nothing = call_krunner (fixture, "Match", g_variant_new ("(s)", "xyzzy"));
  g_autoptr (GVariant) done = NULL;
  g_autoptr (GVariant) nonsense = NULL;
  g_autoptr (GVariant) list = NULL;
  g_autofree const char **ids = NULL;
  double last = 1.0;

  g_assert_cmpstr (g_variant_get_type_string (actions), ==, "(a(sss))");
  g_assert_cmpstr (g_variant_get_type_string (matched), ==, "(a(sssida{sv}))");
  g_variant_get (found, "(^a&s)", &ids);
  list = g_variant_get_child_value (matched, 0);
  g_assert_cmpuint (g_variant_n_children (list), ==, g_strv_length ((char **) ids));
  for (guint i = 0; ids[i] != NULL; i++)
    {
      const char *id = NULL;
      const char *title = NULL;
      const char *icon = NULL;
      int type = 0;
      double relevance = 0;
      g_autoptr (GVariant) more = NULL;

      g_variant_get_child (list, i, "(&s&s&sid@a{sv})", &id, &title, &icon, &type, &relevance,
                           &more);
      g_assert_cmpstr (id, ==, ids[i]);
      g_assert_cmpstr (icon, ==, LEGATO_APP_ID);
      if (i == 0)
        g_assert_cmpstr (title, ==, "Calf");
      g_assert_cmpfloat (relevance, >, 0);
      g_assert_cmpfloat (relevance, <, last);
      last = relevance;
    }
  g_variant_unref (g_steal_pointer (&list));
  list = g_variant_get_child_value (nothing, 0);
  g_assert_cmpuint (g_variant_n_children (list), ==, 0);

  done = call_krunner (fixture, "Run", g_variant_new ("(ss)", ids[0], ""));
  g_assert_cmpint (fixture->kind, ==, LEGATO_HIT_ZONE);
  g_assert_cmpstr (fixture->chosen, ==, "calf");
  nonsense = call_krunner (fixture, "Run", g_variant_new ("(ss)", "zone", ""));
  g_assert_cmpint (fixture->kind, ==, -1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/search-provider/finds-and-describes", test_finds_and_describes);
  ADD ("/search-provider/activates", test_activates);
  ADD ("/search-provider/shows-all", test_shows_all);
  ADD ("/search-provider/bears-nonsense", test_bears_nonsense);
  ADD ("/search-provider/answers-krunner", test_answers_krunner);
#undef ADD

  return g_test_run ();
}
