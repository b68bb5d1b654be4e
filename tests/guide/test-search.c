/* test-search.c: people find what they look for, by whatever name
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "legato-search.h"

static LegatoGuide *guide;
static LegatoSearch *index_of_all;

static void
assert_first (const char *text, LegatoHitKind kind, const char *id)
{
  g_autoptr (GArray) hits = legato_search_find (index_of_all, text);
  const LegatoHit *hit;

  g_test_message ("“%s” finds %u", text, hits->len);
  g_assert_cmpuint (hits->len, >, 0);
  hit = &g_array_index (hits, LegatoHit, 0);
  g_assert_cmpstr (hit->id, ==, id);
  g_assert_cmpint (hit->kind, ==, kind);
  g_assert_nonnull (hit->title);
  g_assert_nonnull (hit->subtitle);
}

static guint
count (const char *text)
{
  g_autoptr (GArray) hits = legato_search_find (index_of_all, text);

  return hits->len;
}

static void
test_everyday_and_latin (void)
{
  static const struct
  {
    const char *text;
    const char *zone;
  } examples[] = {
    { "shin splints place", "shin" },
    { "shin splints", "shin" },
    { "back of knee", "popliteal" },
    { "the back of my knee", "popliteal" },
    { "bum", "gluteus" },
    { "butt", "gluteus" },
    { "hamstring", "hamstrings" },
    { "quads", "quadriceps" },
    { "gastrocnemius", "calf" },
    { "soleus", "soleus" },
    { "tibialis anterior", "shin" },
    { "calf muscle pump", "calf" },
    { "popliteal", "popliteal" },
    { "Achilles", "ankle" },
    { "kneecap", "knee" },
    { "IT band", "outer-thigh" },
    { "sole", "foot" },
    { "rectus femoris", "quadriceps" },
    { "tensor", "tfl" },
    { "PIRIFORMIS", "piriformis" },
    { "calf left", "calf" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (examples); i++)
    assert_first (examples[i].text, LEGATO_HIT_ZONE, examples[i].zone);
  assert_first ("petrissage", LEGATO_HIT_TECHNIQUE, "petrissage");
  assert_first ("knead", LEGATO_HIT_TECHNIQUE, "petrissage");
  assert_first ("knot", LEGATO_HIT_TECHNIQUE, "trigger-point");
  assert_first ("foam rolling", LEGATO_HIT_TECHNIQUE, "roller");
  assert_first ("bedtime", LEGATO_HIT_ROUTINE, "evening");
  assert_first ("desk", LEGATO_HIT_ROUTINE, "desk-break");
}

static void
test_every_name_finds_itself_first (void)
{
  GPtrArray *zones = legato_guide_get_zones (guide);
  GPtrArray *techniques = legato_guide_get_techniques (guide);
  GPtrArray *routines = legato_guide_get_routines (guide);

  for (guint i = 0; i < zones->len; i++)
    {
      const LegatoZone *zone = g_ptr_array_index (zones, i);
      g_autofree char *loud = g_utf8_strup (zone->name, -1);

      assert_first (zone->name, LEGATO_HIT_ZONE, zone->id);
      assert_first (loud, LEGATO_HIT_ZONE, zone->id);
      assert_first (zone->side_names[LEGATO_LEG_LEFT], LEGATO_HIT_ZONE, zone->id);
      assert_first (zone->side_names[LEGATO_LEG_RIGHT], LEGATO_HIT_ZONE, zone->id);
    }
  for (guint i = 0; i < techniques->len; i++)
    {
      const LegatoTechnique *technique = g_ptr_array_index (techniques, i);

      assert_first (technique->name, LEGATO_HIT_TECHNIQUE, technique->id);
      if (technique->other_name != NULL)
        assert_first (technique->other_name, LEGATO_HIT_TECHNIQUE, technique->id);
    }
  for (guint i = 0; i < routines->len; i++)
    {
      const LegatoRoutine *routine = g_ptr_array_index (routines, i);

      assert_first (routine->name, LEGATO_HIT_ROUTINE, routine->id);
    }
}

/* Whoever types a word letter by letter sees what is meant all the while. */
static gboolean
finds (const char *text, const char *id)
{
  g_autoptr (GArray) hits = legato_search_find (index_of_all, text);

  for (guint i = 0; i < hits->len; i++)
    if (g_str_equal (g_array_index (hits, LegatoHit, i).id, id))
      return TRUE;
  return FALSE;
}

static void
test_every_beginning (void)
{
  GPtrArray *zones = legato_guide_get_zones (guide);

  for (guint i = 0; i < zones->len; i++)
    {
      const LegatoZone *zone = g_ptr_array_index (zones, i);

      for (const char *end = zone->name; *end != '\0'; end = g_utf8_next_char (end))
        {
          g_autofree char *typed =
              g_strndup (zone->name, (gsize) (g_utf8_next_char (end) - zone->name));

          g_assert_true (finds (typed, zone->id));
        }
    }
}

static void
test_case_and_accents (void)
{
  assert_first ("GÁSTROCNÉMIUS", LEGATO_HIT_ZONE, "calf");
  assert_first ("e\xcc\x81vening", LEGATO_HIT_ROUTINE, "evening");
  assert_first ("  calf,  ", LEGATO_HIT_ZONE, "calf");
}

static void
test_nothing (void)
{
  static const char *const texts[] = { "",      " ",        ",.-!",   "qqqq", "calf qqqq",
                                       "zz zz", "\xff\xfe", "カルフ", "elbow" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_cmpuint (count (texts[i]), ==, 0);
}

static void
test_garbage (void)
{
  for (guint round = 0; round < 2000; round++)
    {
      char bytes[401];
      gint32 length = g_test_rand_int_range (0, (gint32) sizeof bytes);
      g_autoptr (GArray) first = NULL;
      g_autoptr (GArray) second = NULL;

      for (gint32 i = 0; i < length; i++)
        bytes[i] = (char) g_test_rand_int_range (1, 256);
      bytes[length] = '\0';
      first = legato_search_find (index_of_all, bytes);
      second = legato_search_find (index_of_all, bytes);
      g_assert_cmpuint (first->len, ==, second->len);
      for (guint i = 0; i < first->len; i++)
        g_assert_cmpstr (g_array_index (first, LegatoHit, i).id, ==,
                         g_array_index (second, LegatoHit, i).id);
    }
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  guide = legato_guide_new_from_resource (NULL, LEGATO_RESOURCE_ROOT "/guide", &error);
  g_assert_no_error (error);
  index_of_all = legato_search_new (guide);

  g_test_add_func ("/guide/search/everyday-and-latin", test_everyday_and_latin);
  g_test_add_func ("/guide/search/every-name-finds-itself-first",
                   test_every_name_finds_itself_first);
  g_test_add_func ("/guide/search/every-beginning", test_every_beginning);
  g_test_add_func ("/guide/search/case-and-accents", test_case_and_accents);
  g_test_add_func ("/guide/search/nothing", test_nothing);
  g_test_add_func ("/guide/search/garbage", test_garbage);
  status = g_test_run ();

  legato_search_free (index_of_all);
  legato_guide_unref (guide);
  return status;
}
