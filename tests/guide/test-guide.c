/* test-guide.c: the guide that is shipped says what the domain says
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <string.h>

#include "legato-guide-private.h"
#include "../load-guide.h"

/* An adult's leg, hip joint to floor, and the fastest glide that still feels good [R Löken 2009].
 */
#define LEG_CM 85.0
#define FASTEST_CM_S 10.0

/* The zones of the domain, from the foot up. */
static void
test_zones (void)
{
  static const struct
  {
    const char *id;
    guint views;
    LegatoPressure pressure;
  } expected[] = {
    { "foot",
      LEGATO_VIEW_FRONT | LEGATO_VIEW_BACK | LEGATO_VIEW_OUTER | LEGATO_VIEW_INNER
          | LEGATO_VIEW_SOLE,
      LEGATO_PRESSURE_MODERATE },
    { "ankle", LEGATO_VIEW_BACK | LEGATO_VIEW_OUTER | LEGATO_VIEW_INNER, LEGATO_PRESSURE_LIGHT },
    { "soleus", LEGATO_VIEW_BACK | LEGATO_VIEW_OUTER | LEGATO_VIEW_INNER,
      LEGATO_PRESSURE_MODERATE },
    { "shin", LEGATO_VIEW_FRONT | LEGATO_VIEW_OUTER, LEGATO_PRESSURE_LIGHT },
    { "calf", LEGATO_VIEW_BACK | LEGATO_VIEW_OUTER | LEGATO_VIEW_INNER, LEGATO_PRESSURE_MODERATE },
    { "popliteal", LEGATO_VIEW_BACK, LEGATO_PRESSURE_FEATHER },
    { "knee", LEGATO_VIEW_FRONT, LEGATO_PRESSURE_LIGHT },
    { "hamstrings", LEGATO_VIEW_BACK, LEGATO_PRESSURE_MODERATE },
    { "quadriceps", LEGATO_VIEW_FRONT, LEGATO_PRESSURE_MODERATE },
    { "adductors", LEGATO_VIEW_FRONT | LEGATO_VIEW_INNER, LEGATO_PRESSURE_LIGHT },
    { "outer-thigh", LEGATO_VIEW_OUTER, LEGATO_PRESSURE_MODERATE },
    { "tfl", LEGATO_VIEW_FRONT | LEGATO_VIEW_OUTER, LEGATO_PRESSURE_MODERATE },
    { "gluteus", LEGATO_VIEW_BACK | LEGATO_VIEW_OUTER, LEGATO_PRESSURE_MODERATE },
    { "piriformis", LEGATO_VIEW_BACK, LEGATO_PRESSURE_MODERATE },
  };
  static const char *const bony[] = { "ankle", "shin", "knee", NULL };
  g_autoptr (LegatoGuide) guide = load_guide ();
  GPtrArray *zones = legato_guide_get_zones (guide);

  g_assert_cmpuint (zones->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < zones->len; i++)
    {
      const LegatoZone *zone = zones->pdata[i];

      g_assert_cmpstr (zone->id, ==, expected[i].id);
      g_assert_cmpuint (zone->views, ==, expected[i].views);
      g_assert_cmpint (zone->max_pressure, ==, expected[i].pressure);
      g_assert_cmpint (zone->bony, ==, g_strv_contains (bony, zone->id));
      g_assert_cmpint (zone->lift_over, ==, g_str_equal (zone->id, "popliteal"));
      g_assert_cmpint (zone->it_band, ==, g_str_equal (zone->id, "outer-thigh"));
      g_assert_true (zone == legato_guide_find_zone (guide, zone->id));
    }
  g_assert_cmpstr (legato_guide_find_zone (guide, "calf")->side_names[LEGATO_LEG_LEFT], ==,
                   "Left calf");
  g_assert_cmpstr (legato_guide_find_zone (guide, "calf")->side_names[LEGATO_LEG_RIGHT], ==,
                   "Right calf");
}

/* Writes the uses of @technique as "calf:moderate popliteal:lifted". */
static char *
dup_uses (const LegatoTechnique *technique)
{
  g_autoptr (GString) uses = g_string_new (NULL);

  for (guint i = 0; i < technique->uses->len; i++)
    {
      const LegatoUse *use = technique->uses->pdata[i];

      g_assert_true (use == legato_zone_find_use (use->zone, technique));
      g_string_append_printf (uses, "%s%s:%s", i > 0 ? " " : "", use->zone->id,
                              use->lifted ? "lifted" : legato_pressure_to_id (use->pressure));
    }
  return g_string_free (g_steal_pointer (&uses), FALSE);
}

static void
test_techniques (void)
{
  static const struct
  {
    const char *id;
    const char *tool;
    LegatoTravel travel;
    guint beat_ms;
    guint hold_min_s;
    guint hold_max_s;
    guint max_s;
    const char *uses;
  } expected[] = {
    { "effleurage", NULL, LEGATO_TRAVEL_PROXIMAL, 0, 0, 0, 0,
      "foot:light ankle:light soleus:light shin:light calf:light popliteal:lifted knee:light "
      "hamstrings:light quadriceps:light adductors:light outer-thigh:light tfl:light gluteus:light "
      "piriformis:light" },
    { "petrissage", NULL, LEGATO_TRAVEL_PROXIMAL, 2000, 0, 0, 0,
      "soleus:moderate calf:moderate hamstrings:moderate quadriceps:moderate "
      "outer-thigh:moderate" },
    { "thumb-circles", NULL, LEGATO_TRAVEL_LOCAL, 2000, 0, 0, 0,
      "foot:moderate soleus:moderate shin:light calf:moderate" },
    { "palm-compression", NULL, LEGATO_TRAVEL_PROXIMAL, 4000, 0, 0, 0,
      "hamstrings:moderate quadriceps:moderate" },
    { "trigger-point", NULL, LEGATO_TRAVEL_HOLD, 20000, 10, 30, 0,
      "foot:moderate soleus:moderate calf:moderate hamstrings:moderate quadriceps:moderate "
      "tfl:moderate gluteus:moderate" },
    { "tapotement", NULL, LEGATO_TRAVEL_PROXIMAL, 250, 0, 0, 0,
      "calf:light hamstrings:light quadriceps:light outer-thigh:light" },
    { "lymph-strokes", NULL, LEGATO_TRAVEL_PROXIMAL, 1500, 0, 0, 0,
      "foot:light ankle:light soleus:light shin:light calf:light popliteal:feather knee:light "
      "hamstrings:light quadriceps:light adductors:light outer-thigh:light tfl:light "
      "gluteus:light" },
    { "myofascial-glide", NULL, LEGATO_TRAVEL_LOCAL, 15000, 0, 0, 0,
      "calf:moderate hamstrings:moderate quadriceps:moderate outer-thigh:moderate" },
    { "cross-friction", NULL, LEGATO_TRAVEL_LOCAL, 1000, 0, 0, 30,
      "soleus:moderate calf:moderate hamstrings:moderate quadriceps:moderate" },
    { "roller", "roller", LEGATO_TRAVEL_LOCAL, 4000, 0, 0, 90,
      "calf:moderate hamstrings:moderate quadriceps:moderate gluteus:moderate" },
    { "ball", "ball", LEGATO_TRAVEL_HOLD, 30000, 30, 60, 0,
      "foot:moderate tfl:moderate gluteus:moderate piriformis:moderate" },
    { "massage-stick", "stick", LEGATO_TRAVEL_PROXIMAL, 4000, 0, 0, 0,
      "soleus:moderate calf:moderate hamstrings:moderate quadriceps:moderate" },
    { "massage-gun", "gun", LEGATO_TRAVEL_PROXIMAL, 2000, 0, 0, 30,
      "calf:light hamstrings:light quadriceps:light gluteus:light" },
    { "compression-sleeve", "sleeve", LEGATO_TRAVEL_HOLD, 600000, 600, 1800, 0,
      "foot:light ankle:light soleus:light shin:light calf:light knee:light hamstrings:light "
      "quadriceps:light adductors:light" },
  };
  g_autoptr (LegatoGuide) guide = load_guide ();
  GPtrArray *techniques = legato_guide_get_techniques (guide);

  g_assert_cmpuint (techniques->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < techniques->len; i++)
    {
      const LegatoTechnique *technique = techniques->pdata[i];
      g_autofree char *uses = dup_uses (technique);

      g_assert_cmpstr (technique->id, ==, expected[i].id);
      g_assert_cmpstr (technique->tool, ==, expected[i].tool);
      g_assert_cmpint (technique->kind, ==,
                       technique->tool != NULL ? LEGATO_TECHNIQUE_TOOL : LEGATO_TECHNIQUE_HANDS);
      g_assert_cmpint (technique->travel, ==, expected[i].travel);
      g_assert_cmpuint (technique->beat_ms, ==, expected[i].beat_ms);
      g_assert_cmpuint (technique->hold_min_s, ==, expected[i].hold_min_s);
      g_assert_cmpuint (technique->hold_max_s, ==, expected[i].hold_max_s);
      g_assert_cmpuint (technique->max_s, ==, expected[i].max_s);
      g_assert_cmpstr (uses, ==, expected[i].uses);
      g_assert_true (technique == legato_guide_find_technique (guide, technique->id));
    }
}

static void
test_exercises (void)
{
  static const char *const expected[] = {
    "walk-on-the-spot", "legs-raised", "hip-bend", "hamstring-stretch",
    "ankle-circles",    "toe-bends",   "breathe",
  };
  g_autoptr (LegatoGuide) guide = load_guide ();
  GPtrArray *exercises = legato_guide_get_exercises (guide);

  g_assert_cmpuint (exercises->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < exercises->len; i++)
    {
      const LegatoTechnique *exercise = exercises->pdata[i];

      g_assert_cmpstr (exercise->id, ==, expected[i]);
      g_assert_cmpint (exercise->kind, ==, LEGATO_TECHNIQUE_EXERCISE);
      g_assert_cmpint (exercise->travel, ==, LEGATO_TRAVEL_NONE);
      g_assert_cmpuint (exercise->uses->len, ==, 0);
      g_assert_true (exercise == legato_guide_find_technique (guide, exercise->id));
    }
}

static void
test_routine_lengths (void)
{
  static const struct
  {
    const char *id;
    guint own;
    guint minutes[6];
  } expected[] = {
    { "three-minute", 3, { 3 } },      { "circulation", 20, { 15, 20, 30 } },
    { "zone-map", 10, { 8, 10 } },     { "sore-legs", 10, { 10, 15 } },
    { "roller-and-ball", 10, { 10 } }, { "swelling", 10, { 10 } },
    { "after-sport", 8, { 8 } },       { "before-sport", 4, { 4 } },
    { "evening", 10, { 10 } },         { "desk-break", 6, { 6 } },
    { "partner", 15, { 15 } },         { "stretches", 8, { 5, 8, 12, 16, 20 } },
  };
  g_autoptr (LegatoGuide) guide = load_guide ();
  GPtrArray *routines = legato_guide_get_routines (guide);

  g_assert_cmpuint (routines->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < routines->len; i++)
    {
      const LegatoRoutine *routine = routines->pdata[i];
      guint seconds = 0;

      g_assert_cmpstr (routine->id, ==, expected[i].id);
      g_assert_cmpuint (routine->own_minutes, ==, expected[i].own);
      g_assert_cmpint (routine->distal_first, ==, !g_str_equal (routine->id, "swelling"));
      for (gsize j = 0; j < G_N_ELEMENTS (expected[i].minutes); j++)
        {
          g_assert_cmpuint (routine->minutes[j], ==, expected[i].minutes[j]);
          if (expected[i].minutes[j] == 0)
            break;
        }

      for (guint j = 0; j < routine->before->len; j++)
        seconds += ((LegatoRoutineStep *) routine->before->pdata[j])->seconds;
      for (guint j = 0; j < routine->leg_steps->len; j++)
        seconds += 2 * ((LegatoRoutineStep *) routine->leg_steps->pdata[j])->seconds;
      for (guint j = 0; j < routine->after->len; j++)
        seconds += ((LegatoRoutineStep *) routine->after->pdata[j])->seconds;
      g_assert_cmpuint (seconds, ==, routine->own_minutes * 60);
    }
}

/* P-CAP, P-POP, P-BONE, P-ITB, P-HOLD and the speed of glides. */
static void
check_step (const LegatoRoutine *routine, const LegatoRoutineStep *step)
{
  gboolean swelling = g_str_equal (routine->id, "swelling");
  int from = G_MAXINT, to = 0;

  g_assert_cmpuint (step->zones->len, >, 0);
  for (guint i = 0; i < step->zones->len; i++)
    {
      const LegatoZone *zone = step->zones->pdata[i];
      const LegatoUse *use = legato_zone_find_use (zone, step->technique);

      g_assert_nonnull (use);
      from = MIN (from, zone->from);
      to = MAX (to, zone->to);
      if (zone->lift_over && !use->lifted)
        {
          g_assert_true (swelling);
          g_assert_cmpint (step->pressure, ==, LEGATO_PRESSURE_FEATHER);
          continue;
        }
      g_assert_true (use->lifted || step->pressure <= MIN (use->pressure, zone->max_pressure));
      if (zone->bony)
        g_assert_cmpstr (step->technique->id, !=, "tapotement");
      if (zone->it_band)
        g_assert_null (step->technique->tool);
    }

  if (step->technique->beat_ms == 0)
    g_assert_cmpfloat ((to - from) * LEG_CM / 1000 / step->seconds, <, FASTEST_CM_S);
  if (step->technique->hold_min_s > 0)
    {
      guint holds = (step->seconds - 1) / step->technique->hold_max_s + 1;

      g_assert_cmpuint (step->seconds / holds, >=, step->technique->hold_min_s);
    }
}

/* P-RISE-FALL on one zone: once the pressure has fallen, it never rises again. */
static void
check_pressure_on (const LegatoRoutine *routine, const LegatoZone *zone)
{
  int last = -1;
  gboolean fallen = FALSE;

  for (guint i = 0; i < routine->leg_steps->len; i++)
    {
      const LegatoRoutineStep *step = routine->leg_steps->pdata[i];

      if (!g_ptr_array_find (step->zones, zone, NULL)
          || legato_zone_find_use (zone, step->technique)->lifted)
        continue;
      g_assert_false (fallen && (int) step->pressure > last);
      fallen |= (int) step->pressure < last;
      last = (int) step->pressure;
    }
}

static const LegatoZone *
get_end (const LegatoRoutineStep *step, gboolean proximal)
{
  return step->zones->pdata[proximal ? step->zones->len - 1 : 0];
}

static void
check_leg (LegatoGuide *guide, const LegatoRoutine *routine)
{
  GPtrArray *steps = routine->leg_steps;
  GPtrArray *zones = legato_guide_get_zones (guide);
  const LegatoRoutineStep *first = steps->pdata[0];
  const LegatoRoutineStep *last = steps->pdata[steps->len - 1];
  const LegatoRoutineStep *before = NULL;

  /* P-LIGHT-FIRST, P-LIGHT-LAST */
  if (routine->distal_first)
    {
      g_assert_cmpstr (first->technique->id, ==, "effleurage");
      g_assert_cmpint (first->phase, ==, LEGATO_PHASE_WARM);
    }
  else
    {
      g_assert_cmpstr (first->technique->id, ==, "lymph-strokes");
      g_assert_cmpint (first->pressure, ==, LEGATO_PRESSURE_FEATHER);
    }
  g_assert_cmpstr (last->technique->id, ==, "effleurage");
  g_assert_cmpint (last->phase, ==, LEGATO_PHASE_SETTLE);
  g_assert_cmpstr (get_end (last, FALSE)->id, ==, "foot");
  g_assert_cmpstr (get_end (last, TRUE)->id, ==, "outer-thigh");

  for (guint i = 0; i < steps->len; i++)
    {
      const LegatoRoutineStep *step = steps->pdata[i];

      check_step (routine, step);
      if (step->phase != LEGATO_PHASE_WORK)
        g_assert_cmpint (step->pressure, <=, LEGATO_PRESSURE_LIGHT);
      if (before != NULL)
        g_assert_cmpint (before->phase, <=, step->phase);

      /* P-ORDER: only a new technique may begin a new pass at the foot. */
      if (before != NULL && before->phase == LEGATO_PHASE_WORK && step->phase == LEGATO_PHASE_WORK
          && before->technique == step->technique)
        {
          if (routine->distal_first)
            g_assert_cmpint (get_end (before, TRUE)->rank, <=, get_end (step, FALSE)->rank);
          else
            g_assert_cmpint (get_end (before, FALSE)->rank, >=, get_end (step, TRUE)->rank);
        }
      before = step;
    }

  for (guint i = 0; i < zones->len; i++)
    check_pressure_on (routine, zones->pdata[i]);
}

static void
test_routine_rules (void)
{
  g_autoptr (LegatoGuide) guide = load_guide ();
  GPtrArray *routines = legato_guide_get_routines (guide);

  for (guint i = 0; i < routines->len; i++)
    {
      const LegatoRoutine *routine = routines->pdata[i];

      g_test_message ("%s", routine->id);
      if (!g_str_equal (routine->id, "stretches"))
        check_leg (guide, routine);
    }
}

/* What single routines are known by. */
static void
test_routine_characters (void)
{
  g_autoptr (LegatoGuide) guide = load_guide ();
  const LegatoRoutine *routine = legato_guide_find_routine (guide, "three-minute");
  const LegatoRoutineStep *step = routine->leg_steps->pdata[0];

  g_assert_true (g_ptr_array_find (step->zones, legato_guide_find_zone (guide, "calf"), NULL));
  g_assert_true (g_ptr_array_find (step->zones, legato_guide_find_zone (guide, "adductors"), NULL));
  g_assert_true (step->brisk);
  step = routine->leg_steps->pdata[1];
  g_assert_cmpstr (step->technique->id, ==, "petrissage");

  routine = legato_guide_find_routine (guide, "zone-map");
  for (guint i = 0; i < routine->leg_steps->len; i++)
    {
      step = routine->leg_steps->pdata[i];
      if (g_ptr_array_find (step->zones, legato_guide_find_zone (guide, "quadriceps"), NULL))
        g_assert_cmpstr (step->technique->id, ==, "effleurage");
    }

  routine = legato_guide_find_routine (guide, "swelling");
  for (guint i = 0; i < routine->leg_steps->len; i++)
    {
      step = routine->leg_steps->pdata[i];
      g_assert_cmpint (step->pressure, ==, LEGATO_PRESSURE_FEATHER);
      if (step->phase == LEGATO_PHASE_WORK)
        g_assert_cmpstr (step->technique->id, ==, "lymph-strokes");
    }

  routine = legato_guide_find_routine (guide, "desk-break");
  step = routine->after->pdata[routine->after->len - 1];
  g_assert_cmpstr (step->technique->id, ==, "walk-on-the-spot");
  g_assert_cmpuint (step->seconds, ==, 60);

  routine = legato_guide_find_routine (guide, "partner");
  step = routine->after->pdata[0];
  g_assert_cmpstr (step->technique->id, ==, "legs-raised");
  g_assert_cmpuint (step->seconds, >=, 5 * 60);
}

/* Each red flag, each condition that a clinician has to clear, each sign to stop at. */
static void
test_advice (void)
{
  static const struct
  {
    const char *rule;
    const char *flags;
  } expected[] = {
    { "R-DVT", "dvt" },
    { "R-BREATH", "breathless" },
    { "R-FEVER", "fever" },
    { "R-BRUISE", "bruise" },
    { "R-WEIGHT", "weight" },
    { "R-FRACTURE", "fracture" },
    { "R-SHOOTING", "shooting" },
    { "R-PERSIST", "persist" },
    { "R-COLD", "cold" },
    { "R-CAUDA", "cauda" },
    { "R-INFECTION", "infection" },
    { "R-SWELLING", "swelling" },
    { "R-WALKING", "walking" },
    { "R-UNCLEARED", "clot-history blood-thinners low-platelets osteoporosis surgery "
                     "vascular-disease severe-varicose pregnancy pregnancy-swelling "
                     "heart kidney-liver cancer lymphoedema agreed-places" },
    { "R-STOP", "stop-sharp stop-burning stop-numb stop-tingling stop-worse" },
    { "R-AFTER", "after-redness after-swelling after-pain" },
  };
  g_autoptr (LegatoGuide) guide = load_guide ();
  GPtrArray *all = legato_guide_get_advice (guide);
  guint next = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_auto (GStrv) flags = g_strsplit (expected[i].flags, " ", -1);

      for (gsize j = 0; flags[j] != NULL; j++)
        {
          const LegatoAdvice *advice = all->pdata[next++];

          g_assert_cmpstr (advice->rule, ==, expected[i].rule);
          g_assert_cmpstr (advice->flag, ==, flags[j]);
          g_assert_cmpint (advice->urgency == LEGATO_URGENCY_EMERGENCY, ==,
                           g_str_equal (advice->rule, "R-BREATH")
                               || g_str_equal (advice->rule, "R-COLD")
                               || g_str_equal (advice->rule, "R-CAUDA"));
        }
    }
  g_assert_cmpuint (next, ==, all->len);
}

/* There is a way to every place, alone and for a partner's hands; none of them has to lie on the
 * back or get down to the floor, but for what is done with a tool on it. */
static void
test_reach (void)
{
  g_autoptr (LegatoGuide) guide = load_guide ();
  GPtrArray *zones = legato_guide_get_zones (guide);

  for (guint i = 0; i < zones->len; i++)
    {
      const LegatoZone *zone = zones->pdata[i];
      g_autoptr (GPtrArray) place = g_ptr_array_new ();

      g_ptr_array_add (place, (gpointer) zone);
      for (guint u = 0; u < zone->uses->len; u++)
        {
          const LegatoUse *use = zone->uses->pdata[u];

          g_test_message ("%s on %s", use->technique->id, zone->id);
          g_assert_cmpuint (use->help, !=, 0);
          for (guint help = LEGATO_HELP_ALONE; help <= LEGATO_HELP_PARTNER; help <<= 1)
            {
              const LegatoReach *reach = legato_technique_find_reach (
                  use->technique, place, (LegatoHelp) help, LEGATO_NEED_NONE);

              g_assert_true ((reach != NULL) == ((use->help & help) != 0));
              for (guint needs = 0; needs < LEGATO_NEED_UNBENT << 1; needs++)
                {
                  reach =
                      legato_technique_find_reach (use->technique, place, (LegatoHelp) help, needs);
                  g_assert_true ((reach != NULL) == ((use->help & help) != 0));
                  if (reach == NULL)
                    continue;
                  g_assert_false ((needs & LEGATO_NEED_OFF_THE_BACK) && reach->position->on_back);
                  g_assert_false ((needs & LEGATO_NEED_UNBENT) && reach->position->bends != 0);
                }
            }
        }
    }
  g_assert_cmpuint (legato_zone_find_use (legato_guide_find_zone (guide, "hamstrings"),
                                          legato_guide_find_technique (guide, "palm-compression"))
                        ->help,
                    ==, LEGATO_HELP_PARTNER);
}

static gboolean
has_drawing (const LegatoPosition *position)
{
  g_autofree char *name = g_strconcat (position->id, ".svg", NULL);
  g_autofree char *path =
      g_build_filename (g_getenv ("LEGATO_SOURCE_DIR"), "resources", "positions", name, NULL);

  return g_file_test (path, G_FILE_TEST_IS_REGULAR);
}

/* Each drawing is needed somewhere, and a whole leg is reached without lying down. */
static void
test_positions (void)
{
  g_autoptr (LegatoGuide) guide = load_guide ();
  g_autoptr (GHashTable) used = g_hash_table_new (NULL, NULL);
  GPtrArray *zones = legato_guide_get_zones (guide);
  GPtrArray *exercises = legato_guide_get_exercises (guide);
  GPtrArray *positions = guide->positions;
  GPtrArray *techniques = legato_guide_get_techniques (guide);

  for (guint t = 0; t < techniques->len; t++)
    {
      const LegatoTechnique *technique = techniques->pdata[t];

      for (guint r = 0; r < technique->reaches->len; r++)
        g_hash_table_add (used,
                          (gpointer) ((LegatoReach *) technique->reaches->pdata[r])->position);
      for (guint u = 0; u < technique->uses->len; u++)
        {
          GPtrArray *reaches = ((LegatoUse *) technique->uses->pdata[u])->reaches;

          for (guint r = 0; r < reaches->len; r++)
            g_hash_table_add (used, (gpointer) ((LegatoReach *) reaches->pdata[r])->position);
        }
    }
  for (guint z = 0; z < zones->len; z++)
    {
      GPtrArray *reaches = ((LegatoZone *) zones->pdata[z])->reaches;

      for (guint r = 0; r < reaches->len; r++)
        g_hash_table_add (used, (gpointer) ((LegatoReach *) reaches->pdata[r])->position);
    }
  for (guint e = 0; e < exercises->len; e++)
    g_hash_table_add (used, (gpointer) ((LegatoTechnique *) exercises->pdata[e])->position);

  for (guint p = 0; p < positions->len; p++)
    {
      const LegatoPosition *position = positions->pdata[p];

      g_test_message ("%s", position->id);
      g_assert_true (g_hash_table_contains (used, position));
      g_assert_true (has_drawing (position));
      g_assert_true (position == legato_guide_find_position (guide, position->id));
      g_assert_false (position->off_floor && position->on_back);
    }
  g_assert_cmpstr (
      legato_technique_find_reach (legato_guide_find_hands (guide, LEGATO_STROKE_GLIDE), zones,
                                   LEGATO_HELP_ALONE, LEGATO_NEED_OFF_THE_FLOOR)
          ->position->id,
      ==, "chair-foot-on-stool");
}

static gboolean
prepares (const LegatoRoutine *routine, const char *word)
{
  for (guint i = 0; i < routine->preparation->len; i++)
    if (strstr (((const LegatoText *) routine->preparation->pdata[i])->text, word) != NULL)
      return TRUE;
  return FALSE;
}

/* Nobody oils trousers, and nobody rests with legs up before a race. */
static void
test_preparation (void)
{
  g_autoptr (LegatoGuide) guide = load_guide ();
  static const char *const bare[] = { "desk-break", "before-sport", "stretches" };

  for (gsize i = 0; i < G_N_ELEMENTS (bare); i++)
    {
      const LegatoRoutine *routine = legato_guide_find_routine (guide, bare[i]);

      g_assert_false (prepares (routine, "oil"));
      g_assert_false (prepares (routine, "Bare"));
      g_assert_true (routine->no_rest);
    }
  g_assert_true (legato_guide_find_routine (guide, "desk-break")->dressed);
  g_assert_true (prepares (legato_guide_find_routine (guide, "swelling"), "no oil"));
  g_assert_true (prepares (legato_guide_find_routine (guide, "circulation"), "a little unscented"));
  g_assert_true (legato_guide_find_routine (guide, "partner")->partner);
  g_assert_cmpstr (legato_guide_find_goal (guide, "swelling")->closing->technique->tool, ==,
                   "sleeve");
  g_assert_cmpuint (guide->preparation->len, >=, 4);
}

static const LegatoTip *
find_tip (LegatoGuide *guide, const char *id)
{
  GPtrArray *tips = legato_guide_get_tips (guide);

  for (guint i = 0; i < tips->len; i++)
    if (g_str_equal (((const LegatoTip *) tips->pdata[i])->id, id))
      return tips->pdata[i];
  g_assert_not_reached ();
}

/* Where each page of "Good to know" comes from, in full. */
static void
test_good_to_know (void)
{
  static const char *const ids[] = {
    "how-often",        "how-long",       "when-felt",
    "combine",          "why-up",         "why-gentle",
    "it-band",          "varicose-veins", "swollen-legs",
    "poor-circulation", "restless-legs",  "cramp",
    "long-days",        "sleeves",        "who-helps",
    "not-medical",      "fragile-skin",   "oil",
  };
  g_autoptr (LegatoGuide) guide = load_guide ();
  GPtrArray *sources = legato_guide_get_sources (guide);

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    g_assert_cmpuint (find_tip (guide, ids[i])->lines->len, >, 0);
  for (guint i = 0; i < sources->len; i++)
    {
      const LegatoSource *source = sources->pdata[i];

      g_assert_true (source == legato_guide_find_source (guide, source->id));
      g_assert_cmpint (source->title[strlen (source->title) - 1], ==, '.');
    }
  g_assert_nonnull (legato_guide_find_advice (guide, "after-redness"));
  g_assert_null (legato_guide_find_advice (guide, "gout"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/guide/zones", test_zones);
  g_test_add_func ("/guide/techniques", test_techniques);
  g_test_add_func ("/guide/exercises", test_exercises);
  g_test_add_func ("/guide/routine-lengths", test_routine_lengths);
  g_test_add_func ("/guide/routine-rules", test_routine_rules);
  g_test_add_func ("/guide/routine-characters", test_routine_characters);
  g_test_add_func ("/guide/advice", test_advice);
  g_test_add_func ("/guide/reach", test_reach);
  g_test_add_func ("/guide/positions", test_positions);
  g_test_add_func ("/guide/preparation", test_preparation);
  g_test_add_func ("/guide/good-to-know", test_good_to_know);
  return g_test_run ();
}
