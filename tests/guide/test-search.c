/* test-search.c: people find what they look for, by whatever name
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "legato-search-words.h"
#include "legato-search.h"
#include "../load-guide.h"

static LegatoGuide *guide;
static LegatoSearch *index_of_guide;
static LegatoSearch *index_of_all; /* with the program's rooms */

static void
assert_first_in (const LegatoSearch *index, const char *text, LegatoHitKind kind, const char *id)
{
  g_autoptr (GArray) hits = legato_search_find (index, text);
  const LegatoHit *hit;

  g_test_message ("“%s” finds %u", text, hits->len);
  g_assert_cmpuint (hits->len, >, 0);
  hit = &g_array_index (hits, LegatoHit, 0);
  g_assert_cmpstr (hit->id, ==, id);
  g_assert_cmpint (hit->kind, ==, kind);
  g_assert_nonnull (hit->title);
  g_assert_nonnull (hit->subtitle);
}

/* With the program's rooms as without. */
static void
assert_first (const char *text, LegatoHitKind kind, const char *id)
{
  assert_first_in (index_of_guide, text, kind, id);
  assert_first_in (index_of_all, text, kind, id);
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

/* What people type when something hurts, with plurals and slips; where it is a warning sign, the
 * advice comes first. */
static void
test_what_people_say (void)
{
  static const struct
  {
    const char *text;
    LegatoHitKind kind;
    const char *id;
  } phrases[] = {
    { "feet", LEGATO_HIT_ZONE, "foot" },
    { "my calf hurts", LEGATO_HIT_ZONE, "calf" },
    { "swollen ankles", LEGATO_HIT_TIP, "swollen-legs" },
    { "varicose veins", LEGATO_HIT_TIP, "varicose-veins" },
    { "knots", LEGATO_HIT_TECHNIQUE, "trigger-point" },
    { "pins and needles", LEGATO_HIT_TIP, "numb-places" },
    { "plantar fasciitis", LEGATO_HIT_ZONE, "foot" },
    { "sciatica", LEGATO_HIT_ADVICE, "shooting" },
    { "runner", LEGATO_HIT_ROUTINE, "after-sport" },
    { "sore bum", LEGATO_HIT_ZONE, "gluteus" },
    { "shin splints", LEGATO_HIT_ZONE, "shin" },
    { "back of knee", LEGATO_HIT_ZONE, "popliteal" },
    { "tired legs", LEGATO_HIT_ROUTINE, "circulation" },
    { "cramp at night", LEGATO_HIT_TIP, "cramp" },
    { "heavy legs after flight", LEGATO_HIT_TIP, "long-days" },
    { "IT band", LEGATO_HIT_ZONE, "outer-thigh" },
    { "my feet hurt", LEGATO_HIT_ZONE, "foot" },
    { "sore feet", LEGATO_HIT_ZONE, "foot" },
    { "heel pain", LEGATO_HIT_ZONE, "foot" },
    { "arch of my foot", LEGATO_HIT_ZONE, "foot" },
    { "toes", LEGATO_HIT_ZONE, "foot" },
    { "achilles", LEGATO_HIT_ZONE, "ankle" },
    { "achiles tendon", LEGATO_HIT_ZONE, "ankle" },
    { "ankel", LEGATO_HIT_ZONE, "ankle" },
    { "stiff ankle", LEGATO_HIT_EXERCISE, "ankle-circles" },
    { "aching calves", LEGATO_HIT_ZONE, "calf" },
    { "tight calfs", LEGATO_HIT_ZONE, "calf" },
    { "calf cramp", LEGATO_HIT_TIP, "cramp" },
    { "charley horse", LEGATO_HIT_ZONE, "calf" },
    { "leg cramps", LEGATO_HIT_TIP, "cramp" },
    { "muscle spasm", LEGATO_HIT_TIP, "cramp" },
    { "shins", LEGATO_HIT_ZONE, "shin" },
    { "pain in my shin", LEGATO_HIT_ZONE, "shin" },
    { "knee", LEGATO_HIT_ZONE, "knee" },
    { "my knees ache", LEGATO_HIT_ZONE, "knee" },
    { "kneecap", LEGATO_HIT_ZONE, "knee" },
    { "behind my knee", LEGATO_HIT_ZONE, "popliteal" },
    { "hollow of the knee", LEGATO_HIT_ZONE, "popliteal" },
    { "thigh", LEGATO_HIT_ZONE, "quadriceps" },
    { "quads", LEGATO_HIT_ZONE, "quadriceps" },
    { "sore quads after squats", LEGATO_HIT_ZONE, "quadriceps" },
    { "front of thigh", LEGATO_HIT_ZONE, "quadriceps" },
    { "inner thighs", LEGATO_HIT_ZONE, "adductors" },
    { "groin", LEGATO_HIT_ZONE, "adductors" },
    { "hamstrings", LEGATO_HIT_ZONE, "hamstrings" },
    { "tight hamstring", LEGATO_HIT_ZONE, "hamstrings" },
    { "hamstrng", LEGATO_HIT_ZONE, "hamstrings" },
    { "back of my thigh", LEGATO_HIT_ZONE, "hamstrings" },
    { "outer thigh", LEGATO_HIT_ZONE, "outer-thigh" },
    { "side of my thigh", LEGATO_HIT_ZONE, "outer-thigh" },
    { "hip", LEGATO_HIT_ZONE, "tfl" },
    { "hip flexors", LEGATO_HIT_ZONE, "tfl" },
    { "butt", LEGATO_HIT_ZONE, "gluteus" },
    { "my bottom hurts", LEGATO_HIT_ZONE, "gluteus" },
    { "glutes", LEGATO_HIT_ZONE, "gluteus" },
    { "piriformis", LEGATO_HIT_ZONE, "piriformis" },
    { "deep buttock", LEGATO_HIT_ZONE, "piriformis" },
    { "kneading", LEGATO_HIT_TECHNIQUE, "petrissage" },
    { "petrisage", LEGATO_HIT_TECHNIQUE, "petrissage" },
    { "effleurage", LEGATO_HIT_TECHNIQUE, "effleurage" },
    { "efleurage", LEGATO_HIT_TECHNIQUE, "effleurage" },
    { "long strokes", LEGATO_HIT_TECHNIQUE, "effleurage" },
    { "trigger points", LEGATO_HIT_TECHNIQUE, "trigger-point" },
    { "tight spot", LEGATO_HIT_TECHNIQUE, "trigger-point" },
    { "lymphatic drainage", LEGATO_HIT_ROUTINE, "swelling" },
    { "foam rolling", LEGATO_HIT_TECHNIQUE, "roller" },
    { "tennis ball", LEGATO_HIT_TECHNIQUE, "ball" },
    { "massage gun", LEGATO_HIT_TECHNIQUE, "massage-gun" },
    { "percussion gun", LEGATO_HIT_TECHNIQUE, "massage-gun" },
    { "compression boots", LEGATO_HIT_TECHNIQUE, "compression-sleeve" },
    { "fascia", LEGATO_HIT_TECHNIQUE, "myofascial-glide" },
    { "tapping", LEGATO_HIT_TECHNIQUE, "tapotement" },
    { "drumming", LEGATO_HIT_TECHNIQUE, "tapotement" },
    { "rolling pin", LEGATO_HIT_TECHNIQUE, "massage-stick" },
    { "blood clot", LEGATO_HIT_ADVICE, "dvt" },
    { "thrombosis", LEGATO_HIT_ADVICE, "dvt" },
    { "one leg swollen", LEGATO_HIT_ADVICE, "dvt" },
    { "one calf swollen and hot", LEGATO_HIT_ADVICE, "dvt" },
    { "leg red and warm", LEGATO_HIT_ADVICE, "dvt" },
    { "DVT", LEGATO_HIT_ADVICE, "dvt" },
    { "chest pain", LEGATO_HIT_ADVICE, "breathless" },
    { "can't breathe", LEGATO_HIT_ADVICE, "breathless" },
    { "short of breath", LEGATO_HIT_ADVICE, "breathless" },
    { "fever", LEGATO_HIT_ADVICE, "fever" },
    { "bruises", LEGATO_HIT_ADVICE, "bruise" },
    { "broken leg", LEGATO_HIT_ADVICE, "fracture" },
    { "can't walk", LEGATO_HIT_ADVICE, "weight" },
    { "pain down the leg", LEGATO_HIT_ADVICE, "shooting" },
    { "pinched nerve", LEGATO_HIT_ADVICE, "shooting" },
    { "leg went cold", LEGATO_HIT_ADVICE, "cold" },
    { "numb between the legs", LEGATO_HIT_ADVICE, "cauda" },
    { "infected wound", LEGATO_HIT_ADVICE, "infection" },
    { "pain when walking", LEGATO_HIT_ADVICE, "walking" },
    { "pregnant", LEGATO_HIT_ADVICE, "pregnancy" },
    { "osteoporosis", LEGATO_HIT_ADVICE, "osteoporosis" },
    { "blood thinners", LEGATO_HIT_ADVICE, "blood-thinners" },
    { "warfarin", LEGATO_HIT_ADVICE, "blood-thinners" },
    { "lymphoedema", LEGATO_HIT_ADVICE, "lymphoedema" },
    { "heart failure", LEGATO_HIT_ADVICE, "heart" },
    { "hurts more after massage", LEGATO_HIT_ADVICE, "after-pain" },
    { "skin stays red", LEGATO_HIT_ADVICE, "after-redness" },
    { "numb feet", LEGATO_HIT_TIP, "numb-places" },
    { "diabetes", LEGATO_HIT_TIP, "numb-places" },
    { "tingling", LEGATO_HIT_TIP, "numb-places" },
    { "restless legs", LEGATO_HIT_TIP, "restless-legs" },
    { "spider veins", LEGATO_HIT_TIP, "varicose-veins" },
    { "swollen legs", LEGATO_HIT_TIP, "swollen-legs" },
    { "swolen feet", LEGATO_HIT_TIP, "swollen-legs" },
    { "puffy legs", LEGATO_HIT_TIP, "swollen-legs" },
    { "water retention", LEGATO_HIT_TIP, "swollen-legs" },
    { "cold feet", LEGATO_HIT_TIP, "poor-circulation" },
    { "bad circulation", LEGATO_HIT_TIP, "poor-circulation" },
    { "support socks", LEGATO_HIT_TIP, "long-days" },
    { "standing all day", LEGATO_HIT_TIP, "long-days" },
    { "how often should I do it", LEGATO_HIT_TIP, "how-often" },
    { "how long should it take", LEGATO_HIT_TIP, "how-long" },
    { "why upwards", LEGATO_HIT_TIP, "why-up" },
    { "deep tissue", LEGATO_HIT_TIP, "why-gentle" },
    { "physio", LEGATO_HIT_TIP, "who-helps" },
    { "sprained ankle", LEGATO_HIT_TIP, "who-helps" },
    { "can't sleep", LEGATO_HIT_ROUTINE, "evening" },
    { "bedtime", LEGATO_HIT_ROUTINE, "evening" },
    { "desk job", LEGATO_HIT_ROUTINE, "desk-break" },
    { "office", LEGATO_HIT_ROUTINE, "desk-break" },
    { "warm up before running", LEGATO_HIT_ROUTINE, "before-sport" },
    { "after a marathon", LEGATO_HIT_ROUTINE, "after-sport" },
    { "massage my wife", LEGATO_HIT_ROUTINE, "partner" },
    { "stretching", LEGATO_HIT_ROUTINE, "stretches" },
    { "beginner", LEGATO_HIT_ROUTINE, "three-minute" },
    { "sore muscles", LEGATO_HIT_GOAL, "soreness" },
    { "march on the spot", LEGATO_HIT_EXERCISE, "walk-on-the-spot" },
    { "legs up", LEGATO_HIT_EXERCISE, "legs-raised" },
    { "breathing", LEGATO_HIT_EXERCISE, "breathe" },
    /* as typed in a hurry, or as one word */
    { "my legs are killing me", LEGATO_HIT_ROUTINE, "sore-legs" },
    { "legs feel like lead", LEGATO_HIT_ROUTINE, "circulation" },
    { "after leg day", LEGATO_HIT_ROUTINE, "sore-legs" },
    { "legs ache", LEGATO_HIT_ROUTINE, "sore-legs" },
    { "DOMS", LEGATO_HIT_ROUTINE, "sore-legs" },
    { "bike", LEGATO_HIT_ROUTINE, "after-sport" },
    { "ski", LEGATO_HIT_ROUTINE, "after-sport" },
    { "warmup", LEGATO_HIT_ROUTINE, "before-sport" },
    { "insomnia", LEGATO_HIT_ROUTINE, "evening" },
    { "so stressed", LEGATO_HIT_ROUTINE, "evening" },
    { "massage my husband", LEGATO_HIT_ROUTINE, "partner" },
    { "streching", LEGATO_HIT_ROUTINE, "stretches" },
    { "quick massage", LEGATO_HIT_ROUTINE, "three-minute" },
    { "computer work", LEGATO_HIT_ROUTINE, "desk-break" },
    { "lymph massage", LEGATO_HIT_ROUTINE, "swelling" },
    { "shinsplints", LEGATO_HIT_ZONE, "shin" },
    { "shin splits", LEGATO_HIT_ZONE, "shin" },
    { "tight hammies", LEGATO_HIT_ZONE, "hamstrings" },
    { "sore arse", LEGATO_HIT_ZONE, "gluteus" },
    { "my ass hurts", LEGATO_HIT_ZONE, "gluteus" },
    { "sit bones", LEGATO_HIT_ZONE, "gluteus" },
    { "tailbone", LEGATO_HIT_ZONE, "gluteus" },
    { "gluts", LEGATO_HIT_ZONE, "gluteus" },
    { "outer hip", LEGATO_HIT_ZONE, "tfl" },
    { "hip flexer", LEGATO_HIT_ZONE, "tfl" },
    { "groin pain", LEGATO_HIT_ZONE, "adductors" },
    { "knee cap", LEGATO_HIT_ZONE, "knee" },
    { "knee hurts going downstairs", LEGATO_HIT_ZONE, "knee" },
    { "lump behind knee", LEGATO_HIT_ZONE, "popliteal" },
    { "achilies", LEGATO_HIT_ZONE, "ankle" },
    { "planter fasciitis", LEGATO_HIT_ZONE, "foot" },
    { "heal pain", LEGATO_HIT_ZONE, "foot" },
    { "bunion", LEGATO_HIT_ZONE, "foot" },
    { "ball of the foot", LEGATO_HIT_ZONE, "foot" },
    { "knot in calf", LEGATO_HIT_ZONE, "calf" },
    { "sore calves after running", LEGATO_HIT_ZONE, "calf" },
    { "foamroller", LEGATO_HIT_TECHNIQUE, "roller" },
    { "foam roler", LEGATO_HIT_TECHNIQUE, "roller" },
    { "theragun", LEGATO_HIT_TECHNIQUE, "massage-gun" },
    { "golf ball", LEGATO_HIT_TECHNIQUE, "ball" },
    { "kneeding", LEGATO_HIT_TECHNIQUE, "petrissage" },
    { "myofacial release", LEGATO_HIT_TECHNIQUE, "myofascial-glide" },
    { "acupressure", LEGATO_HIT_TECHNIQUE, "trigger-point" },
    { "out of breath", LEGATO_HIT_ADVICE, "breathless" },
    { "chest tightness", LEGATO_HIT_ADVICE, "breathless" },
    { "breathing difficulty", LEGATO_HIT_ADVICE, "breathless" },
    { "blod clot", LEGATO_HIT_ADVICE, "dvt" },
    { "trombosis", LEGATO_HIT_ADVICE, "dvt" },
    { "leg suddenly swollen", LEGATO_HIT_ADVICE, "dvt" },
    { "one swollen ankle", LEGATO_HIT_ADVICE, "dvt" },
    { "calf is hot and red", LEGATO_HIT_ADVICE, "dvt" },
    { "broken ankle", LEGATO_HIT_ADVICE, "fracture" },
    { "siatica", LEGATO_HIT_ADVICE, "shooting" },
    { "slipped disk", LEGATO_HIT_ADVICE, "shooting" },
    { "blood thiner", LEGATO_HIT_ADVICE, "blood-thinners" },
    { "eliquis", LEGATO_HIT_ADVICE, "blood-thinners" },
    { "knee replacement", LEGATO_HIT_ADVICE, "surgery" },
    { "cellulitis", LEGATO_HIT_ADVICE, "infection" },
    { "brusing", LEGATO_HIT_ADVICE, "bruise" },
    { "twisted ankle", LEGATO_HIT_TIP, "who-helps" },
    { "bakers cyst", LEGATO_HIT_TIP, "who-helps" },
    { "gout", LEGATO_HIT_TIP, "who-helps" },
    { "lower back pain", LEGATO_HIT_TIP, "who-helps" },
    { "vericose veins", LEGATO_HIT_TIP, "varicose-veins" },
    { "odema in my feet", LEGATO_HIT_TIP, "swollen-legs" },
    { "restles legs", LEGATO_HIT_TIP, "restless-legs" },
    { "pins an needles", LEGATO_HIT_TIP, "numb-places" },
    { "burning feet", LEGATO_HIT_TIP, "numb-places" },
    { "airplane", LEGATO_HIT_TIP, "long-days" },
    { "waitress", LEGATO_HIT_TIP, "long-days" },
    { "on my feet all day", LEGATO_HIT_TIP, "long-days" },
    { "compresion stockings", LEGATO_HIT_TIP, "long-days" },
    { "big toe", LEGATO_HIT_ZONE, "foot" },
    { "broken toe", LEGATO_HIT_ADVICE, "fracture" },
    { "car journey", LEGATO_HIT_TIP, "long-days" },
    { "after a long train journey", LEGATO_HIT_TIP, "long-days" },
    { "oil", LEGATO_HIT_TIP, "oil" },
    { "lotion", LEGATO_HIT_TIP, "oil" },
    { "which massage oil", LEGATO_HIT_TIP, "oil" },
    { "old skin", LEGATO_HIT_TIP, "fragile-skin" },
    { "eczema", LEGATO_HIT_TIP, "sore-skin" },
    { "sunburn", LEGATO_HIT_TIP, "sore-skin" },
    { "psoriasis", LEGATO_HIT_TIP, "sore-skin" },
    { "rash", LEGATO_HIT_TIP, "sore-skin" },
    { "a blister", LEGATO_HIT_TIP, "sore-skin" },
    { "mole", LEGATO_HIT_TIP, "sore-skin" },
    { "a wart", LEGATO_HIT_TIP, "sore-skin" },
    { "red skin", LEGATO_HIT_ADVICE, "after-redness" },
    { "rash after massage", LEGATO_HIT_ADVICE, "after-redness" },
    { "thin skin", LEGATO_HIT_TIP, "fragile-skin" },
    { "pacemaker", LEGATO_HIT_TIP, "sleeves" },
    { "too much massage", LEGATO_HIT_TIP, "how-often" },
    { "does it help", LEGATO_HIT_TIP, "when-felt" },
    { "lose weight", LEGATO_HIT_TIP, "not-medical" },
    /* as people typed who had never seen the guide */
    { "heart attack", LEGATO_HIT_ADVICE, "breathless" },
    { "flu", LEGATO_HIT_ADVICE, "fever" },
    { "covid", LEGATO_HIT_ADVICE, "fever" },
    { "thrombophlebitis", LEGATO_HIT_ADVICE, "vascular-disease" },
    { "flat feet", LEGATO_HIT_ZONE, "foot" },
    { "corns", LEGATO_HIT_ZONE, "foot" },
    { "athlete's foot", LEGATO_HIT_ZONE, "foot" },
    { "saddle sore", LEGATO_HIT_ZONE, "gluteus" },
    { "sartorius", LEGATO_HIT_ZONE, "quadriceps" },
    { "leg pain", LEGATO_HIT_ROUTINE, "sore-legs" },
    { "my legs hurt", LEGATO_HIT_ROUTINE, "sore-legs" },
    { "hurts to touch", LEGATO_HIT_ROUTINE, "sore-legs" },
    { "gardening", LEGATO_HIT_ROUTINE, "sore-legs" },
    { "after running", LEGATO_HIT_ROUTINE, "after-sport" },
    { "before running", LEGATO_HIT_ROUTINE, "before-sport" },
    { "before a run", LEGATO_HIT_ROUTINE, "before-sport" },
    { "cyclist", LEGATO_HIT_ROUTINE, "after-sport" },
    { "ballet", LEGATO_HIT_ROUTINE, "after-sport" },
    { "dancing", LEGATO_HIT_ROUTINE, "after-sport" },
    { "long walk", LEGATO_HIT_ROUTINE, "after-sport" },
    { "yoga", LEGATO_HIT_ROUTINE, "stretches" },
    { "pilates", LEGATO_HIT_ROUTINE, "stretches" },
    { "had a stroke", LEGATO_HIT_TIP, "who-helps" },
    { "fibromyalgia", LEGATO_HIT_TIP, "who-helps" },
    { "multiple sclerosis", LEGATO_HIT_TIP, "who-helps" },
    { "parkinsons", LEGATO_HIT_TIP, "who-helps" },
    { "osteoarthritis", LEGATO_HIT_TIP, "who-helps" },
    { "growing pains", LEGATO_HIT_TIP, "who-helps" },
    { "lump in my leg", LEGATO_HIT_TIP, "who-helps" },
    { "how long should I massage", LEGATO_HIT_TIP, "how-long" },
    { "how much pressure", LEGATO_HIT_TIP, "why-gentle" },
    { "how hard should I press", LEGATO_HIT_TIP, "why-gentle" },
    { "dry skin", LEGATO_HIT_TIP, "oil" },
    { "hairy legs", LEGATO_HIT_TIP, "oil" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (phrases); i++)
    assert_first (phrases[i].text, phrases[i].kind, phrases[i].id);
}

/* What people type who want to do something with the program; the guide alone has none of it. */
static void
test_rooms (void)
{
  static const struct
  {
    const char *text, *id;
  } phrases[] = {
    { "reminder", "reminders" },
    { "remind me every day", "reminders" },
    { "notifications", "reminders" },
    { "export", "export" },
    { "export my journal", "export" },
    { "save as csv", "table" },
    { "spreadsheet", "table" },
    { "print", "report" },
    { "print my journal", "report" },
    { "pdf for my doctor", "report" },
    { "backup", "copies" },
    { "back up my data", "copies" },
    { "restore a backup", "restore" },
    { "sync with my laptop", "computers" },
    { "language", "desktop" },
    { "change the language", "desktop" },
    { "dark mode", "desktop" },
    { "night mode", "desktop" },
    { "bigger text", "desktop" },
    { "sound off", "sound" },
    { "turn the sound off", "sound" },
    { "mute", "sound" },
    { "turn off the voice", "sound" },
    { "volume", "sound" },
    { "skin colour", "look" },
    { "deleted entries", "bin" },
    { "trash", "bin" },
    { "import", "import" },
    { "settings", "preferences" },
    { "setings", "preferences" },
    { "my profile", "you" },
    { "keyboard shortcuts", "shortcuts" },
    { "user manual", "help" },
    { "what do the sounds mean", "cues" },
    { "mp3", "audio" },
    { "make my own routine", "routine" },
    { "write an entry", "entry" },
    { "which version", "about" },
    { "statistics", "trends" },
    { "diary", "journal" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (phrases); i++)
    {
      g_autoptr (GArray) hits = legato_search_find (index_of_guide, phrases[i].text);

      assert_first_in (index_of_all, phrases[i].text, LEGATO_HIT_ROOM, phrases[i].id);
      for (guint h = 0; h < hits->len; h++)
        g_assert_cmpint (g_array_index (hits, LegatoHit, h).kind, !=, LEGATO_HIT_ROOM);
    }
}

/* A word that stands nowhere hides nothing. */
static void
test_unknown_word_beside_known (void)
{
  assert_first ("calf qqqq", LEGATO_HIT_ZONE, "calf");
  assert_first ("Waden calf", LEGATO_HIT_ZONE, "calf");
}

static void
test_nothing (void)
{
  static const char *const texts[] = { "",         " ",      ",.-!",  "qqqq", "zz zz",
                                       "\xff\xfe", "カルフ", "elbow", "ice",  "bath" };

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

/* How a language ties words together does not hide them. */
static void
test_words (void)
{
  const struct
  {
    const char *text, *words;
  } cases[] = {
    { "Épaule-TEST", "epaule test" },
    { "don't", "dont" },
    { "l’aine", "aine" },
    { "tendon d'Achille", "tendon achille" },
    { "œdème ODYSSÆ", "oedeme odyssae" },
    { "’s ' ’", "s" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) words = legato_search_words_split (cases[i].text);
      g_autoptr (GString) joined = g_string_new (NULL);

      for (guint k = 0; k < words->len; k++)
        g_string_append_printf (joined, "%s%s", k > 0 ? " " : "",
                                g_array_index (words, LegatoSearchWord, k).text);
      g_assert_cmpstr (joined->str, ==, cases[i].words);
    }
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  guide = load_guide ();
  index_of_guide = legato_search_new (guide);
  index_of_all = legato_search_new_with_rooms (guide);

  g_test_add_func ("/guide/search/everyday-and-latin", test_everyday_and_latin);
  g_test_add_func ("/guide/search/every-name-finds-itself-first",
                   test_every_name_finds_itself_first);
  g_test_add_func ("/guide/search/every-beginning", test_every_beginning);
  g_test_add_func ("/guide/search/case-and-accents", test_case_and_accents);
  g_test_add_func ("/guide/search/what-people-say", test_what_people_say);
  g_test_add_func ("/guide/search/rooms", test_rooms);
  g_test_add_func ("/guide/search/unknown-word-beside-known", test_unknown_word_beside_known);
  g_test_add_func ("/guide/search/nothing", test_nothing);
  g_test_add_func ("/guide/search/garbage", test_garbage);
  g_test_add_func ("/guide/search/words", test_words);
  status = g_test_run ();

  legato_search_free (index_of_guide);
  legato_search_free (index_of_all);
  legato_guide_unref (guide);
  return status;
}
