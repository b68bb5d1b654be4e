/* test-routine.c: own routines: written, read back, changed, and what is said of hostile files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <string.h>

#include "legato-routine-draft.h"
#include "legato-routine-file.h"
#include "../load-guide.h"

static LegatoGuide *guide;

static LegatoRoutine *
read_bytes (const char *data, gssize size, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size < 0 ? strlen (data) : (gsize) size);

  return legato_routine_new_from_bytes (guide, "mine.legato", bytes, error);
}

static LegatoRoutine *
write_and_read (const LegatoRoutine *routine)
{
  g_autoptr (GBytes) bytes = legato_routine_to_bytes (routine);
  g_autoptr (GError) error = NULL;
  LegatoRoutine *again = legato_routine_new_from_bytes (guide, "mine.legato", bytes, &error);

  g_assert_no_error (error);
  return again;
}

/* A name of letters from anywhere, with the characters that XML is touchy about. */
static char *
make_text (GRand *rand, int most)
{
  static const char *const pieces[] = {
    "a", "Z", "7",  "<",   ">",    "&",  "\"", "'",     "]]>",
    "é", "ß", "腿", "ساق", "🦵", "--", "<!", "&amp;", "\u00a0"
  };
  g_autoptr (GString) text = g_string_new (NULL);
  int n = g_rand_int_range (rand, 1, most);

  for (int i = 0; i < n; i++)
    {
      /* A space alone, of any kind, would be nothing. */
      g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces) - (i == 0))]);
      if (i + 1 < n && g_rand_boolean (rand))
        g_string_append_c (text, ' ');
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static LegatoRoutineStep *
make_step (GRand *rand, gboolean exercise)
{
  GPtrArray *techniques =
      exercise ? legato_guide_get_exercises (guide) : legato_guide_get_techniques (guide);
  GPtrArray *zones = legato_guide_get_zones (guide);
  LegatoRoutineStep *step = legato_routine_step_new (
      (LegatoPhase) g_rand_int_range (rand, LEGATO_PHASE_WARM, LEGATO_PHASE_STRETCH + 1),
      techniques->pdata[g_rand_int_range (rand, 0, (int) techniques->len)],
      exercise ? LEGATO_PRESSURE_FEATHER
               : (LegatoPressure) g_rand_int_range (rand, 0, LEGATO_PRESSURE_MODERATE + 1),
      (guint) g_rand_int_range (rand, 1, LEGATO_ROUTINE_MAX_STEP_S + 1));
  int n = exercise ? 0 : g_rand_int_range (rand, 1, (int) zones->len + 1);

  /* Any order: what is wrong with it, the rules say, not the reader. */
  while ((int) step->zones->len < n)
    {
      gpointer zone = zones->pdata[g_rand_int_range (rand, 0, (int) zones->len)];

      if (!g_ptr_array_find (step->zones, zone, NULL))
        g_ptr_array_add (step->zones, zone);
    }
  return step;
}

static void
test_round_trip (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);

  for (int round = 0; round < 500; round++)
    {
      g_autofree char *id = legato_routine_make_id ();
      g_autofree char *name = make_text (rand, 12);
      g_autoptr (LegatoRoutine) routine = legato_routine_new (id, name);
      g_autoptr (LegatoRoutine) again = NULL;

      routine->distal_first = g_rand_boolean (rand);
      if (g_rand_boolean (rand))
        {
          g_free (routine->summary);
          routine->summary = make_text (rand, 60);
          routine->words = make_text (rand, 20);
        }
      if (g_rand_boolean (rand))
        {
          routine->given_by = make_text (rand, 20);
          routine->times_a_week = (guint) g_rand_int_range (rand, 0, LEGATO_ROUTINE_MAX_TIMES + 1);
        }
      for (int part = 0; part < LEGATO_N_PARTS; part++)
        for (int i = g_rand_int_range (rand, 0, 12); i > 0; i--)
          g_ptr_array_add (legato_routine_get_part (routine, (LegatoRoutinePart) part),
                           make_step (rand, part != LEGATO_PART_LEG || g_rand_boolean (rand)));

      again = write_and_read (routine);
      g_assert_true (legato_routine_equal (routine, again));
      g_assert_true (again->own);
      g_assert_cmpuint (legato_routine_get_seconds (again), ==,
                        legato_routine_get_seconds (routine));
    }
}

/* The schema is told the same of the files by xmllint: see meson.build. */
static void
test_shipped_as_own (void)
{
  GPtrArray *routines = legato_guide_get_routines (guide);

  for (guint i = 0; i < routines->len; i++)
    {
      const LegatoRoutine *routine = routines->pdata[i];
      g_autoptr (LegatoRoutine) copy = legato_routine_copy (routine);
      g_autoptr (LegatoRoutine) again = write_and_read (routine);

      g_assert_true (legato_routine_equal (routine, copy));
      g_assert_true (legato_routine_equal (routine, again));
      g_assert_cmpuint (legato_routine_get_seconds (again), ==, routine->own_minutes * 60);
      g_assert_cmpuint (again->own_minutes, ==, routine->own_minutes);
      g_assert_cmpuint (again->minutes[0], ==, 0);
      g_assert_cmpstr (again->source, ==, "");
    }
}

#define STEP                                                                                       \
  "<step phase=\"warm\" technique=\"effleurage\" zones=\"calf\" pressure=\"light\" "               \
  "seconds=\"20\"/>"
#define WHOLE(id, inside)                                                                          \
  "<guide version=\"1\">\n<routine id=\"" id "\"><name>Mine</name>" inside "</routine></guide>"
#define LEG(step) WHOLE ("mine", "\n<leg>\n" step "</leg>")

typedef struct
{
  const char *text;
  const char *message;
} Hostile;

static const Hostile hostile[] = {
  /* Unknown things are named, with their line. */
  { LEG ("<step phase=\"warm\" technique=\"karate\" zones=\"calf\" pressure=\"light\" "
         "seconds=\"9\"/>"),
    "mine.legato:4: there is no technique “karate”" },
  { LEG ("<step phase=\"warm\" technique=\"effleurage\" zones=\"calf elbow\" pressure=\"light\" "
         "seconds=\"9\"/>"),
    "mine.legato:4: there is no zone “elbow”" },
  { LEG ("<step phase=\"rest\" exercise=\"fly\" seconds=\"9\"/>"),
    "mine.legato:4: there is no exercise “fly”" },
  { LEG ("<step phase=\"warm\" technique=\"effleurage\" zones=\"calf calf\" pressure=\"light\" "
         "seconds=\"9\"/>"),
    "mine.legato:4: zone “calf” is named twice" },
  { LEG ("<step phase=\"warm\" technique=\"effleurage\" zones=\"calf\" pressure=\"deep\" "
         "seconds=\"9\"/>"),
    "mine.legato:4: pressure=\"deep\" is not feather, light or moderate" },
  { LEG ("<step phase=\"warm\" technique=\"effleurage\" zones=\"calf\" pressure=\"light\" "
         "seconds=\"1801\"/>"),
    "mine.legato:4: seconds=\"1801\" is not a whole number from 1 to 1800" },
  { LEG ("<script>format</script>"), "mine.legato:4: unknown element <script>" },
  { LEG ("<step run=\"now\"/>"), "mine.legato:4: <step> has no attribute “run”" },
  { WHOLE ("mine", "<after>" STEP "</after>"), "mine.legato:2: <after> can only hold exercises" },
  { WHOLE ("../mine", ""), "mine.legato:2: id=\"../mine\" is no id: *" },
  { WHOLE ("a123456789b123456789c123456789d123456789e123456789f123456789g1234", ""),
    "mine.legato:2: the id is longer than 64 letters" },
  { "<guide version=\"1\"/>",
    "mine.legato:1: the file of a routine holds one <routine> and nothing else" },
  { "<guide version=\"1\"><preparation><item id=\"rest\" "
    "source=\"D\">Rest</item></preparation></guide>",
    "mine.legato:1: the file of a routine holds one <routine> and nothing else" },
  { "<guide version=\"0\"/>", "mine.legato:1: version=\"0\" is not a whole number from 1 to 1" },
  { "<guide version=\"2\"/>",
    "mine.legato:1: A newer Legato wrote this file. Update Legato to read it." },
  /* Also if it holds what is not known yet. */
  { "<?xml version=\"1.0\"?>\n<guide\n hue=\"blue\" version='12'><song/></guide>",
    "mine.legato:1: A newer Legato wrote this file. Update Legato to read it." },
  { "<guide xmlns:xi=\"http://www.w3.org/2001/XInclude\" version=\"1\"/>",
    "mine.legato:1: <guide> has no attribute “xmlns:xi”" },
  { WHOLE ("mine", "<summary>Calm&#7;</summary>"),
    "mine.legato:2: <summary> holds a control character" },
  { WHOLE ("mine", "<summary>Calm\xef\xbf\xbf</summary>"),
    "mine.legato:2: <summary> holds a control character" },
  { "<guide version=\"1\">\n<routine id=\"mine\"><name>\u200b\u202e\u2066\ufeff</name></routine>"
    "</guide>",
    "mine.legato:2: <name> holds nothing that can be seen" },
  { "<guide version=\"1\">\n<routine id=\"mine\"><name>\u3164\u0301</name></routine></guide>",
    "mine.legato:2: <name> holds nothing that can be seen" },
  { WHOLE ("mine", "<given>\u200f</given>"),
    "mine.legato:2: <given> holds nothing that can be seen" },
  { WHOLE ("mine", "<given> </given>"), "mine.legato:2: <given> *" },
  { WHOLE ("mine", "<given times-a-week=\"15\">Ann</given>"),
    "mine.legato:2: times-a-week=\"15\" is not a whole number from 1 to 14" },

  /* Entities: declared, foreign, laughing. */
  { "<!DOCTYPE guide [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>\n" LEG (STEP),
    "mine.legato:1: only elements, text and comments may stand in a guide file" },
  { WHOLE ("mine", "<summary>&a;</summary>"), "mine.legato:2: *" },
  { "<!DOCTYPE lolz [<!ENTITY lol \"lol\"><!ENTITY lol2 \"&lol;&lol;&lol;&lol;\">]>"
    "<guide version=\"1\"><routine id=\"a\"><name>&lol2;</name></routine></guide>",
    "mine.legato:1: only elements, text and comments may stand in a guide file" },
  { "<?xml-stylesheet href=\"http://example.org/x.xsl\"?>" LEG (STEP),
    "mine.legato:1: only elements, text and comments may stand in a guide file" },

  /* Other encodings, said or silent. */
  { "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n" LEG (STEP),
    "mine.legato:1: this is not UTF-8 text" },
  { "<?xml version=\"1.0\" encoding=\"UTF-16\"?>\n" LEG (STEP),
    "mine.legato:1: this is not UTF-8 text" },
  { "\xff\xfe<\0g\0", "mine.legato:1: this is not UTF-8 text" },
  { WHOLE ("mine", "<summary>caf\xe9</summary>"), "mine.legato:2: this is not UTF-8 text" },

  /* No XML at all. */
  { "", "mine.legato:1: the file is empty" },
  { "\xef\xbb\xbf", "mine.legato:1: *" },
  { "PK\003\004", "mine.legato:1: *" },
  { "{\"routine\": 1}", "mine.legato:1: *" },
};

static void
assert_refused (const char *data, gssize size, const char *message)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LegatoRoutine) routine = read_bytes (data, size, &error);

  g_assert_null (routine);
  g_assert_nonnull (error);
  g_assert_true (error->domain == LEGATO_GUIDE_ERROR);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_cmpint (g_utf8_strlen (error->message, -1), <, 300);
  if (!g_pattern_match_simple (message, error->message))
    g_error ("“%s” does not match “%s”", error->message, message);
}

static void
test_hostile (gconstpointer data)
{
  const Hostile *h = data;

  assert_refused (h->text, -1, h->message);
}

static GString *
repeat (const char *start, const char *piece, guint n, const char *end)
{
  GString *text = g_string_new (start);

  for (guint i = 0; i < n; i++)
    g_string_append (text, piece);
  return g_string_append (text, end);
}

static void
test_huge (void)
{
  g_autoptr (GString) steps =
      repeat ("<guide version=\"1\"><routine id=\"a\"><name>A</name>\n<leg>", STEP "\n",
              LEGATO_ROUTINE_MAX_STEPS + 1, "</leg></routine></guide>");
  g_autoptr (GString) deep = repeat ("<guide version=\"1\">", "<routine id=\"a\">", 15000, "");
  g_autoptr (GString) name = repeat ("<guide version=\"1\"><routine id=\"a\">\n<name>", "é",
                                     LEGATO_ROUTINE_MAX_NAME + 1, "</name></routine></guide>");
  g_autoptr (GString) element = repeat ("<", "ü", 100000, ">");
  g_autoptr (GString) attributes = repeat ("<guide", " a=\"\"", 900, "/>");
  g_autoptr (GString) comments = repeat ("<guide version=\"1\">", "x<!---->", 30000, "</guide>");
  g_autoptr (GString) zones = repeat ("<guide version=\"1\"><routine id=\"a\"><name>A</name>\n<leg>"
                                      "<step phase=\"warm\" technique=\"effleurage\" zones=\"",
                                      "calf ", 40000,
                                      "\" pressure=\"light\" seconds=\"9\"/></leg></routine>"
                                      "</guide>");
  g_autoptr (GString) large = repeat ("", " ", LEGATO_ROUTINE_MAX_BYTES + 1, "");
  static const char nul[] = "<guide version=\"1\">\n\0</guide>";

  assert_refused (steps->str, (gssize) steps->len,
                  "mine.legato:202: a routine has no more than 200 steps");
  assert_refused (deep->str, (gssize) deep->len,
                  "mine.legato:1: <routine> cannot stand in <routine>");
  assert_refused (name->str, (gssize) name->len,
                  "mine.legato:2: <name> is longer than 80 characters");
  assert_refused (element->str, (gssize) element->len, "mine.legato:1: *…");
  assert_refused (attributes->str, (gssize) attributes->len,
                  "mine.legato:1: <guide> has no attribute “a”");
  assert_refused (comments->str, (gssize) comments->len,
                  "mine.legato:1: <guide> holds loose text: “xxxxx*…");
  assert_refused (zones->str, (gssize) zones->len, "mine.legato:2: zone “calf” is named twice");
  assert_refused (large->str, (gssize) large->len, "mine.legato:1: the file is too large");
  assert_refused (nul, sizeof nul - 1, "mine.legato:2: this is not UTF-8 text");
}

/* A rule that is broken is no reason not to read it: what the rules say is shown to the person. */
static void
test_lenient (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LegatoRoutine) routine =
      read_bytes ("\xef\xbb\xbf<?xml version='1.0' encoding='utf-8'?>\n<!-- by hand -->\n" LEG (
                      "<step phase=\"settle\" technique=\"tapotement\" zones=\"knee shin\" "
                      "pressure=\"moderate\" seconds=\"1800\"/>"),
                  -1, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (routine->id, ==, "mine");
  g_assert_cmpstr (routine->name, ==, "Mine");
  g_assert_cmpuint (routine->leg_steps->len, ==, 1);
  g_assert_cmpuint (legato_routine_get_seconds (routine), ==, 3600);
  g_assert_cmpuint (routine->own_minutes, ==, 60);
}

/* Words of the program are translated; a person's own are not. */
static void
test_guide_knows_own (void)
{
  g_autoptr (GPtrArray) own = NULL;
  g_autoptr (GPtrArray) none = NULL;
  LegatoRoutine *first = legato_routine_new ("own-a", "Zebra");
  LegatoRoutine *second = legato_routine_new ("own-b", "Antelope");
  LegatoRoutine *third = legato_routine_new ("own-a", "Bear");

  g_assert_true (legato_guide_adopt_routine (guide, first));
  g_assert_true (legato_guide_adopt_routine (guide, second));
  g_assert_true (legato_guide_find_routine (guide, "own-a") == first);
  g_assert_true (legato_guide_adopt_routine (guide, third));
  g_assert_true (legato_guide_find_routine (guide, "own-a") == third);
  g_assert_cmpstr (first->name, ==, "Zebra"); /* who still uses it, may */
  g_assert_false (legato_guide_adopt_routine (guide, legato_routine_new ("evening", "Mine")));
  g_assert_false (legato_guide_find_routine (guide, "evening")->own);

  own = legato_guide_dup_own_routines (guide);
  g_assert_cmpuint (own->len, ==, 2);
  g_assert_true (own->pdata[0] == second && own->pdata[1] == third);

  legato_guide_drop_routine (guide, "own-a");
  legato_guide_drop_routine (guide, "own-b");
  legato_guide_drop_routine (guide, "own-c");
  none = legato_guide_dup_own_routines (guide);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_null (legato_guide_find_routine (guide, "own-a"));
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  guide = load_guide ();

  g_test_add_func ("/routine/round-trip", test_round_trip);
  g_test_add_func ("/routine/shipped-as-own", test_shipped_as_own);
  for (gsize i = 0; i < G_N_ELEMENTS (hostile); i++)
    {
      g_autofree char *path = g_strdup_printf ("/routine/hostile/%" G_GSIZE_FORMAT, i);

      g_test_add_data_func (path, &hostile[i], test_hostile);
    }
  g_test_add_func ("/routine/huge", test_huge);
  g_test_add_func ("/routine/lenient", test_lenient);
  g_test_add_func ("/routine/guide-knows-own", test_guide_knows_own);

  status = g_test_run ();
  legato_guide_unref (guide);
  return status;
}
