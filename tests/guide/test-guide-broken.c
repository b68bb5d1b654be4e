/* test-guide-broken.c: what the reader says about every kind of broken file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <string.h>

#include "legato-guide-private.h"
#include "legato-guide-testing.h"

/* The smallest guide that is whole. Each case below changes one thing in it. */
static const char whole[] =
    "<guide version=\"1\">\n"
    "<zone id=\"calf\" rank=\"4\" from=\"300\" to=\"490\" views=\"back inner\" "
    "pressure=\"moderate\">\n"
    "<name>Calf</name><left>Left calf</left><right>Right calf</right>\n"
    "<place source=\"S3 R\">A place.</place><caution source=\"D\">Take care.</caution>\n"
    "<reach position=\"seat\" source=\"D\">Sit.</reach>"
    "<reach position=\"bed\" help=\"partner\" source=\"D\">Lie.</reach></zone>\n"
    "<zone id=\"popliteal\" rank=\"5\" from=\"490\" to=\"590\" views=\"back\" "
    "pressure=\"feather\"\n"
    "      lift-over=\"yes\">\n"
    "<name>Behind</name><left>Left behind</left><right>Right behind</right>\n"
    "<place source=\"D\">Nerves.</place><caution source=\"D\">Lift.</caution>"
    "<reach position=\"seat\" help=\"alone\" source=\"D\">Sit.</reach></zone>\n"
    "<technique id=\"glide\" travel=\"proximal\" stroke=\"glide\" pattern=\"sweep\" "
    "pace-mm-s=\"50\" max-pace-mm-s=\"100\" min-stroke-ms=\"3000\" max-stroke-ms=\"14000\" "
    "return-ms=\"1000\" "
    "step-min-s=\"15\" step-max-s=\"60\" step-more-s=\"30\" tight-max-s=\"90\">"
    "<name>Glide</name>\n"
    "<brief source=\"S3\">In short.</brief><how source=\"S3\">How.</how><why "
    "source=\"S4\">Why.</why><caution "
    "source=\"S1\">Ow.</caution>\n"
    "<pressure source=\"D\">Soft.</pressure><tempo source=\"D\">Slow.</tempo>\n"
    "<dose source=\"D\">Some.</dose>\n"
    "<on zone=\"calf\" pressure=\"light\"/>\n"
    "<on zone=\"popliteal\" pressure=\"feather\" lifted=\"yes\"/>\n"
    "</technique>\n"
    "<technique id=\"ball\" tool=\"ball\" travel=\"hold\" stroke=\"hold\" pattern=\"still\" "
    "beat-ms=\"30000\"\n"
    "           hold-min-s=\"20\" hold-max-s=\"60\" max-s=\"25\" "
    "step-min-s=\"20\"><name>Ball</name>\n"
    "<brief source=\"S3\">In short.</brief><how source=\"S3\">How.</how><why "
    "source=\"S4\">Why.</why><caution "
    "source=\"S1\">Ow.</caution>\n"
    "<pressure source=\"D\">Firm.</pressure><tempo source=\"D\">Still.</tempo>\n"
    "<dose source=\"D\">One.</dose>\n"
    "<on zone=\"calf\" pressure=\"moderate\" help=\"alone\">"
    "<reach position=\"bed\" source=\"D\">Lie on it.</reach></on>\n"
    "</technique>\n"
    "<exercise id=\"breathe\" stroke=\"breathe\" beat-ms=\"10000\" position=\"bed\" "
    "in-ms=\"4200\" out-ms=\"5300\" step-min-s=\"10\" step-max-s=\"300\">"
    "<name>Breathe</name>\n"
    "<brief source=\"S3\">In short.</brief><how source=\"S3\">How.</how><why "
    "source=\"S4\">Why.</why><caution "
    "source=\"S1\">Ow.</caution>\n"
    "<tempo source=\"D\">Calm.</tempo><dose source=\"D\">Long.</dose></exercise>\n"
    "<routine id=\"short\" minutes=\"1 2\" own-minutes=\"1\" source=\"S3\" "
    "prepare=\"still\">\n"
    "<name>Short</name><summary>A short one.</summary><leg>\n"
    "<step phase=\"warm\" technique=\"glide\" zones=\"calf popliteal\" pressure=\"light\" "
    "seconds=\"20\"/>\n"
    "</leg><after>\n"
    "<step phase=\"rest\" exercise=\"breathe\" seconds=\"20\"/>\n"
    "</after></routine>\n"
    "<advice rule=\"R-DVT\" flag=\"dvt\" urgency=\"today\">\n"
    "<name>Clot</name><question source=\"S0\">Is it?</question><answer "
    "source=\"S0\">Go.</answer></advice>\n"
    "<preparation>\n"
    "<item id=\"still\" usual=\"yes\" source=\"S1\">Breathe &amp;\n   be  "
    "still.</item></preparation>"
    "<goal id=\"calm\" own-minutes=\"5\" source=\"S3\" "
    "prepare=\"still\"><name>Calm</name><summary>Calm.</summary><leg>"
    "<step phase=\"warm\" technique=\"glide\" zones=\"calf\" pressure=\"light\" seconds=\"9\" "
    "from-minutes=\"4\"/></leg>"
    "<closing technique=\"ball\" zones=\"calf\" pressure=\"light\" seconds=\"20\"/></goal>"
    "<tip id=\"often\" advice=\"dvt\"><name>Often?</name><line source=\"S4\">Yes.</line></tip>"
    "<position id=\"seat\" off-floor=\"yes\"><name>Seat</name><picture>Sits.</picture></position>"
    "<position id=\"bed\" on-back=\"yes\"><name>Bed</name><picture>Lies.</picture></position>"
    "<source id=\"S0\"><name>Zero</name><title>Of zero</title></source>"
    "<source id=\"S1\"><name>One</name><title>Of one</title></source>"
    "<source id=\"S3\"><name>Three</name><title>Of three</title></source>"
    "<source id=\"S4\"><name>Four</name><title>Of four</title></source>"
    "<source id=\"R\"><name>R</name><title>Of R</title></source>"
    "<source id=\"D\"><name>D</name><title>Of D</title></source>\n"
    "</guide>\n";

typedef struct
{
  const char *from; /* what is replaced, at its first occurrence */
  const char *to;
  LegatoGuideError code;
  const char *message;
} Case;

#define SYNTAX LEGATO_GUIDE_ERROR_SYNTAX
#define INVALID LEGATO_GUIDE_ERROR_INVALID
#define REFERENCE LEGATO_GUIDE_ERROR_REFERENCE
#define INCOMPLETE LEGATO_GUIDE_ERROR_INCOMPLETE

static const Case cases[] = {
  /* Not XML, not text, or XML that is no part of the format. */
  { "</zone>\n", "</zo>\n", SYNTAX, "my.xml:5: Element “zo” was closed, *" },
  { "</guide>", "", SYNTAX, "my.xml:39: *" },
  { "Left calf<", "Left & calf<", SYNTAX, "my.xml:3: *" },
  { "A place.", "A \xff place.", SYNTAX, "my.xml:4: this is not UTF-8 text" },
  { "A place.", "<![CDATA[A place.]]>", SYNTAX,
    "my.xml:4: only elements, text and comments may stand in a guide file" },
  { "<guide", "<!DOCTYPE guide>\n<guide", SYNTAX,
    "my.xml:1: only elements, text and comments may stand in a guide file" },
  { "A place.", "A <!-- nice --> place.", INVALID,
    "my.xml:4: <place> holds a comment in its text" },

  /* Elements. */
  { "<guide version=\"1\">", "<book>", INVALID,
    "my.xml:1: the file begins with <book>, not with <guide>" },
  { "</guide>", "</guide><guide version=\"1\"/>", INVALID,
    "my.xml:38: a second root element <guide>" },
  { "<name>Calf</name>", "<heading>Calf</heading>", INVALID,
    "my.xml:3: unknown element <heading>" },
  { "<name>Calf</name>", "<dose source=\"D\">Calf</dose>", INVALID,
    "my.xml:3: <dose> cannot stand in <zone>" },
  { "<name>Calf</name>", "", INVALID, "my.xml:2: <zone> needs a <name>" },
  { "<name>Calf</name>", "<name>Calf</name><name>Calf</name>", INVALID,
    "my.xml:3: a second <name> in <zone>" },
  { "<name>Calf</name>", "<name> \n </name>", INVALID, "my.xml:3: <name> is empty" },
  { "<name>Calf</name>", "Calf", INVALID, "my.xml:2: <zone> holds loose text: “Calf”" },
  { "Breathe &amp;", "<name>Breathe</name>", INVALID, "my.xml:36: <name> cannot stand in <item>" },
  { "<item id=\"still\" usual=\"yes\" source=\"S1\">Breathe &amp;\n   be  still.</item>", "",
    INVALID, "my.xml:35: <preparation> needs a <item>" },
  { "<step phase=\"rest\" exercise=\"breathe\" seconds=\"20\"/>", "", INVALID,
    "my.xml:30: <after> needs a <step>" },

  /* Attributes. */
  { "version=\"1\"", "", INVALID, "my.xml:1: <guide> needs the attribute “version”" },
  { "version=\"1\"", "version=\"2\"", INVALID,
    "my.xml:1: version=\"2\" is not a whole number from 1 to 1" },
  { "lift-over=\"yes\"", "lifts=\"yes\"", INVALID, "my.xml:6: <zone> has no attribute “lifts”" },
  { "rank=\"4\"", "rank=\"4\" rank=\"4\"", INVALID, "my.xml:2: attribute “rank” is given twice" },
  { "rank=\"4\" ", "", INVALID, "my.xml:2: <zone> needs the attribute “rank”" },
  { "rank=\"4\"", "rank=\"-4\"", INVALID,
    "my.xml:2: rank=\"-4\" is not a whole number from 0 to 31" },
  { "rank=\"4\"", "rank=\"four\"", INVALID,
    "my.xml:2: rank=\"four\" is not a whole number from 0 to 31" },
  { "rank=\"4\"", "rank=\"99999999999999999999\"", INVALID,
    "my.xml:2: rank=\"99999999999999999999\" is not a whole number from 0 to 31" },
  { "rank=\"5\"", "rank=\"4\"", INVALID, "my.xml:6: rank 4 is already that of zone “calf”" },
  { "to=\"490\"", "to=\"1101\"", INVALID,
    "my.xml:2: to=\"1101\" is not a whole number from 0 to 1100" },
  { "to=\"490\"", "to=\"300\"", INVALID, "my.xml:2: from=\"300\" is not below to=\"300\"" },
  { "back inner", "back within", INVALID,
    "my.xml:2: views=\"back within\" is not made of front back outer inner sole" },
  { "back inner", "", INVALID, "my.xml:2: views=\"\" names no view" },
  { "<on zone=\"calf\" pressure=\"light\"/>",
    "<on zone=\"calf\" pressure=\"light\" view=\"front\"/>", INVALID,
    "my.xml:14: zone “calf” is not seen in the view “front”" },
  { "moderate", "deep", INVALID, "my.xml:2: pressure=\"deep\" is not feather, light or moderate" },
  { "lift-over=\"yes\"", "lift-over=\"no\"", INVALID,
    "my.xml:6: lift-over=\"no\" can only be “yes” or be left out" },
  { "lift-over=\"yes\"", "", INVALID, "my.xml:15: zone “popliteal” is none that hands lift over" },
  { "id=\"calf\"", "id=\"Calf\"", INVALID,
    "my.xml:2: id=\"Calf\" is no id: lower-case letters, digits and hyphens, a letter first" },
  { "S3 R", "S5", REFERENCE, "my.xml:4: source=\"S5\": there is no source “S5”" },
  { "S3 R", "", INVALID, "my.xml:4: source=\"\" names no source" },
  { "pressure=\"moderate\"", "pressure=\"moderate\" bony=\"yes\"", INVALID,
    "my.xml:2: a bony zone allows no more than light pressure" },
  { "pressure=\"feather\"", "pressure=\"light\"", INVALID,
    "my.xml:6: a zone to lift over allows no more than feather pressure" },

  /* Techniques. */
  { "travel=\"proximal\"", "travel=\"none\"", INVALID,
    "my.xml:10: travel=\"none\" is not proximal, local or hold" },
  { "pace-mm-s=\"50\" ", "", INVALID, "my.xml:10: a technique needs either beat-ms or a pace" },
  { "pace-mm-s=\"50\"", "pace-mm-s=\"101\"", INVALID,
    "my.xml:10: the pace or the length of a stroke is above its maximum" },
  { "stroke=\"glide\" ", "", INVALID, "my.xml:10: <technique> needs the attribute “stroke”" },
  { "stroke=\"glide\"", "stroke=\"breathe\"", INVALID,
    "my.xml:10: stroke=\"breathe\" is not one of a technique" },
  { "stroke=\"breathe\"", "stroke=\"glide\"", INVALID,
    "my.xml:24: stroke=\"glide\" is not one of an exercise" },
  { "stroke=\"hold\"", "stroke=\"hug\"", INVALID,
    "my.xml:17: stroke=\"hug\" is not one of a technique" },
  { "pattern=\"sweep\" ", "", INVALID, "my.xml:10: <technique> needs the attribute “pattern”" },
  { "pattern=\"sweep\"", "pattern=\"zigzag\"", INVALID,
    "my.xml:10: pattern=\"zigzag\" is not sweep, advance, places, to-and-fro or still" },
  { "pattern=\"sweep\"", "pattern=\"still\"", INVALID,
    "my.xml:10: pattern=\"still\" belongs to travel=\"hold\", and to it only" },
  { "pattern=\"sweep\"", "pattern=\"advance\"", INVALID,
    "my.xml:10: only strokes that sweep the whole way have a pace" },
  { "pattern=\"sweep\"", "pattern=\"sweep\" strokes-a-place=\"6\"", INVALID,
    "my.xml:10: strokes-a-place belongs to pattern=\"places\", and to it only" },
  { "pattern=\"sweep\"", "pattern=\"sweep\" max-passes=\"6\"", INVALID,
    "my.xml:10: pass-ms and max-passes belong to pattern=\"advance\"" },
  { "tool=\"ball\"", "tool=\"broom\"", INVALID,
    "my.xml:17: tool=\"broom\" is not roller, ball, stick, gun or sleeve" },
  { "beat-ms=\"10000\" ", "", INVALID, "my.xml:24: <exercise> needs the attribute “beat-ms”" },
  { "position=\"bed\" in-ms", "position=\"tree\" in-ms", REFERENCE,
    "my.xml:24: there is no position “tree”" },
  { "position=\"seat\"", "position=\"tree\"", REFERENCE, "my.xml:5: there is no position “tree”" },
  { "help=\"partner\"", "help=\"dog\"", INVALID, "my.xml:5: help=\"dog\" is not alone or partner" },
  { "hold-min-s=\"20\"", "", INVALID, "my.xml:17: hold-min-s is not below hold-max-s" },
  { "hold-min-s=\"20\"", "hold-min-s=\"61\"", INVALID,
    "my.xml:17: hold-min-s is not below hold-max-s" },
  { "hold-min-s=\"20\" hold-max-s=\"60\"", "", INVALID,
    "my.xml:17: hold-min-s and hold-max-s belong to travel=\"hold\", and to it only" },
  { "beat-ms=\"30000\"", "beat-ms=\"3000\"", INVALID,
    "my.xml:17: beat-ms is not between hold-min-s and hold-max-s" },
  { " return-ms=\"1000\"", "", INVALID,
    "my.xml:10: return-ms belongs to pattern=\"sweep\", and to it only" },
  { "pattern=\"still\"", "pattern=\"still\" return-ms=\"1000\"", INVALID,
    "my.xml:17: return-ms belongs to pattern=\"sweep\", and to it only" },
  { "in-ms=\"4200\" ", "", INVALID,
    "my.xml:24: in-ms belongs to the strokes press, fascia and breathe, and to them only" },
  { "stroke=\"hold\"", "stroke=\"press\"", INVALID,
    "my.xml:17: in-ms belongs to the strokes press, fascia and breathe, and to them only" },
  { "stroke=\"hold\"", "stroke=\"hold\" out-ms=\"500\"", INVALID,
    "my.xml:17: out-ms belongs to the strokes press, breathe and march, and to them only" },
  { " out-ms=\"5300\"", "", INVALID,
    "my.xml:24: out-ms belongs to the strokes press, breathe and march, and to them only" },
  { "out-ms=\"5300\"", "out-ms=\"5801\"", INVALID,
    "my.xml:24: in-ms and out-ms together are above beat-ms" },
  { "in-ms=\"4200\"", "in-ms=\"0\"", INVALID,
    "my.xml:24: in-ms=\"0\" is not a whole number from 1 to 1800000" },
  { " step-min-s=\"15\"", "", INVALID, "my.xml:10: <technique> needs the attribute “step-min-s”" },
  { "step-min-s=\"15\"", "step-min-s=\"0\"", INVALID,
    "my.xml:10: step-min-s=\"0\" is not a whole number from 1 to 1800" },
  { "step-min-s=\"15\"", "step-min-s=\"61\"", INVALID,
    "my.xml:10: step-min-s is above the longest step" },
  { "step-min-s=\"20\"", "step-min-s=\"61\"", INVALID,
    "my.xml:17: step-min-s is above the longest step" },
  { "step-max-s=\"60\" step-more-s=\"30\" tight-max-s=\"90\"", "", INVALID,
    "my.xml:10: a technique needs step-max-s, max-s or hold-max-s" },
  { "step-max-s=\"60\"", "step-max-s=\"a minute\"", INVALID,
    "my.xml:10: step-max-s=\"a minute\" is not a whole number from 1 to 1800" },
  { "step-max-s=\"60\"", "step-max-s=\"60\" max-s=\"60\"", INVALID,
    "my.xml:10: step-max-s is not for a technique with max-s or hold-max-s" },
  { "step-min-s=\"20\"", "step-min-s=\"20\" step-max-s=\"60\"", INVALID,
    "my.xml:17: step-max-s is not for a technique with max-s or hold-max-s" },
  { "step-more-s=\"30\"", "step-more-s=\"1801\"", INVALID,
    "my.xml:10: step-more-s=\"1801\" is not a whole number from 1 to 1800" },
  { "step-min-s=\"20\"", "step-min-s=\"20\" tight-max-s=\"90\"", INVALID,
    "my.xml:17: step-more-s and tight-max-s belong to step-max-s" },
  { "tight-max-s=\"90\"", "tight-max-s=\"59\"", INVALID,
    "my.xml:10: tight-max-s is below step-max-s" },
  { " step-min-s=\"10\"", "", INVALID, "my.xml:24: <exercise> needs the attribute “step-min-s”" },
  { " step-max-s=\"300\"", "", INVALID, "my.xml:24: <exercise> needs the attribute “step-max-s”" },
  { "step-max-s=\"300\"", "step-max-s=\"9\"", INVALID,
    "my.xml:24: step-min-s is above the longest step" },
  { "beat-ms=\"30000\"", "beat-ms=\"0\"", INVALID,
    "my.xml:17: beat-ms=\"0\" is not a whole number from 1 to 1800000" },
  { "id=\"ball\"", "id=\"glide\"", REFERENCE,
    "my.xml:17: technique or exercise “glide” is defined twice" },
  { "id=\"breathe\"", "id=\"ball\"", REFERENCE,
    "my.xml:24: technique or exercise “ball” is defined twice" },
  { "<on zone=\"calf\"", "<on zone=\"elbow\"", REFERENCE, "my.xml:14: there is no zone “elbow”" },
  { "<on zone=\"popliteal\" pressure=\"feather\" lifted=\"yes\"/>",
    "<on zone=\"calf\" pressure=\"light\"/>", REFERENCE, "my.xml:15: zone “calf” is named twice" },
  { "<on zone=\"popliteal\" pressure=\"feather\"", "<on zone=\"popliteal\" pressure=\"light\"",
    INVALID, "my.xml:15: zone “popliteal” allows no more than feather pressure" },
  { "<on zone=\"calf\" pressure=\"light\"", "<on zone=\"calf\" pressure=\"light\" pressed=\"yes\"",
    INVALID, "my.xml:14: only where others are squeezed is a zone “calf” pressed" },
  { "rank=\"4\"", "rank=\"4\" it-band=\"yes\"", INVALID,
    "my.xml:22: no tool may be used on zone “calf”" },
  { "id=\"popliteal\"", "id=\"calf\"", REFERENCE, "my.xml:6: zone “calf” is defined twice" },

  /* Routines. */
  { "phase=\"warm\"", "phase=\"heat\"", INVALID,
    "my.xml:29: phase=\"heat\" is not warm, work, settle, rest or stretch" },
  { "technique=\"glide\"", "technique=\"slide\"", REFERENCE,
    "my.xml:29: there is no technique “slide”" },
  { "technique=\"glide\"", "technique=\"breathe\"", REFERENCE,
    "my.xml:29: there is no technique “breathe”" },
  { "exercise=\"breathe\"", "exercise=\"glide\"", REFERENCE,
    "my.xml:31: there is no exercise “glide”" },
  { "technique=\"glide\"", "", INVALID,
    "my.xml:29: <step> needs either a technique or an exercise" },
  { "technique=\"glide\"", "technique=\"glide\" exercise=\"breathe\"", INVALID,
    "my.xml:29: <step> needs either a technique or an exercise" },
  { " zones=\"calf popliteal\"", "", INVALID,
    "my.xml:29: zones and pressure belong to a technique, and to it only" },
  { "zones=\"calf popliteal\"", "zones=\"calf elbow\"", REFERENCE,
    "my.xml:29: there is no zone “elbow”" },
  { "zones=\"calf popliteal\"", "zones=\"popliteal calf\"", INVALID,
    "my.xml:29: zones=\"…popliteal calf…\" do not go from the foot up" },
  { "zones=\"calf popliteal\"", "zones=\"\"", INVALID, "my.xml:29: zones=\"\" names no zone" },
  { "technique=\"glide\"", "technique=\"ball\"", INVALID,
    "my.xml:29: technique “ball” is not for zone “popliteal”" },
  { "\" pressure=\"light\" seconds", "\" pressure=\"moderate\" seconds", INVALID,
    "my.xml:29: technique “glide” on zone “calf” allows no more than light pressure" },
  { "technique=\"glide\" zones=\"calf popliteal\" pressure=\"light\" seconds=\"20\"",
    "technique=\"ball\" zones=\"calf\" pressure=\"light\" seconds=\"26\"", INVALID,
    "my.xml:29: technique “ball” allows no more than 25 seconds a zone" },
  { "seconds=\"20\"", "seconds=\"0\"", INVALID,
    "my.xml:29: seconds=\"0\" is not a whole number from 1 to 1800" },
  { "seconds=\"20\"", "seconds=\"21\"", INVALID,
    "my.xml:27: the steps of routine “short” add up to 62 seconds, not to own-minutes=\"1\"" },
  { "exercise=\"breathe\"", "technique=\"glide\" zones=\"calf\" pressure=\"light\"", INVALID,
    "my.xml:31: <after> can only hold exercises" },
  { "exercise=\"breathe\" seconds=\"20\"", "exercise=\"breathe\" seconds=\"20\" from-minutes=\"3\"",
    INVALID, "my.xml:31: from-minutes belongs to the steps of a goal" },
  { "from-minutes=\"4\"", "from-minutes=\"31\"", INVALID,
    "my.xml:37: from-minutes=\"31\" is not a whole number from 1 to 30" },
  { "own-minutes=\"5\"", "own-minutes=\"0\"", INVALID,
    "my.xml:37: own-minutes=\"0\" is not a whole number from 1 to 30" },
  { "own-minutes=\"5\" source=\"S3\"", "own-minutes=\"5\"", INVALID,
    "my.xml:37: <goal> needs the attribute “source”" },
  { "seconds=\"9\"", "seconds=\"x\"", INVALID,
    "my.xml:37: seconds=\"x\" is not a whole number from 1 to 1800" },
  { "</goal>",
    "</goal><goal id=\"calm\" own-minutes=\"3\" source=\"D\" "
    "prepare=\"still\"><name>Twice</name><summary>Twice.</summary>"
    "<leg><step phase=\"rest\" exercise=\"breathe\" seconds=\"9\"/></leg></goal>",
    REFERENCE, "my.xml:37: goal “calm” is defined twice" },
  { "minutes=\"1 2\"", "minutes=\"2 1\"", INVALID,
    "my.xml:27: minutes=\"2 1\" are not whole, rising numbers from 1 to 30" },
  { "minutes=\"1 2\"", "minutes=\"1 31\"", INVALID,
    "my.xml:27: minutes=\"1 31\" are not whole, rising numbers from 1 to 30" },
  { "minutes=\"1 2\"", "minutes=\"2 3\"", INVALID,
    "my.xml:27: own-minutes=\"1\" is not among minutes=\"2 3\"" },
  { "minutes=\"1 2\"", "minutes=\"\"", INVALID,
    "my.xml:27: own-minutes=\"1\" is not among minutes=\"\"" },

  { "prepare=\"still\"", "prepare=\"wild\"", REFERENCE,
    "my.xml:27: there is no item “wild” to prepare" },
  { " prepare=\"still\"", "", INVALID, "my.xml:27: <routine> needs the attribute “prepare”" },
  { "seconds=\"20\"/>\n</leg>", "seconds=\"20\" instead=\"glide\"/>\n</leg>", REFERENCE,
    "my.xml:29: there is no technique “glide”" },
  { "<closing technique=\"ball\"", "<closing technique=\"glide\"", REFERENCE,
    "my.xml:37: there is no technique “glide”" },

  /* Good to know. */
  { "advice=\"dvt\"", "advice=\"cold\"", REFERENCE, "my.xml:37: there is no advice for “cold”" },
  { "<source id=\"S1\">", "<source id=\"S0\">", REFERENCE,
    "my.xml:37: source “S0” is defined twice, or is no id" },
  { "<position id=\"bed\"", "<position id=\"seat\"", REFERENCE,
    "my.xml:37: position “seat” is defined twice" },

  /* Advice. */
  { "R-DVT", "DVT", INVALID, "my.xml:33: rule=\"DVT\" does not begin with R-" },
  { "urgency=\"today\"", "urgency=\"never\"", INVALID,
    "my.xml:33: urgency=\"never\" is not soon, today, now or emergency" },
  { "<preparation>",
    "<advice rule=\"R-X\" flag=\"dvt\" urgency=\"today\"><name>N</name><question "
    "source=\"D\">Q</question>"
    "<answer source=\"D\">A</answer></advice><preparation>",
    REFERENCE, "my.xml:35: advice for “dvt” is given twice" },
};

static LegatoGuide *
read_text (const char *text, gsize size, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, size);
  const LegatoGuideFile file = { "my.xml", bytes };

  return legato_guide_new (&file, 1, error);
}

static char *
replace (const char *text, const char *from, const char *to)
{
  const char *found = strstr (text, from);

  g_assert_nonnull (found);
  return g_strdup_printf ("%.*s%s%s", (int) (found - text), text, to, found + strlen (from));
}

static void
assert_refused (const char *text, gsize size, LegatoGuideError code, const char *message)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (read_text (text, size, &error));
  g_assert_error (error, LEGATO_GUIDE_ERROR, (int) code);
  if (!g_pattern_match_simple (message, error->message))
    g_assert_cmpstr (error->message, ==, message);
}

static void
test_whole (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LegatoGuide) guide = read_text (whole, strlen (whole), &error);
  const LegatoText *item;
  const LegatoZone *behind;

  g_assert_no_error (error);
  item = guide->preparation->pdata[0];
  g_assert_cmpstr (item->text, ==, "Breathe & be still.");
  g_assert_cmpstr (item->source, ==, "S1");

  g_assert_cmpuint (legato_guide_get_goals (guide)->len, ==, 1);
  g_assert_cmpstr (legato_guide_find_goal (guide, "calm")->summary, ==, "Calm.");
  g_assert_cmpuint (legato_guide_find_goal (guide, "calm")->own_minutes, ==, 5);
  g_assert_null (legato_guide_find_routine (guide, "calm"));

  behind = legato_guide_find_zone (guide, "popliteal");
  g_assert_true (behind->lift_over);
  g_assert_cmpint (behind->from, ==, 490);
  g_assert_cmpstr (behind->side_names[LEGATO_LEG_RIGHT], ==, "Right behind");
  g_assert_true (
      legato_zone_find_use (behind, legato_guide_find_technique (guide, "glide"))->lifted);
  g_assert_null (legato_zone_find_use (behind, legato_guide_find_technique (guide, "ball")));
  g_assert_null (legato_guide_find_routine (guide, "long"));
}

/* Who cannot lie down, sits; a partner's hands have a way of their own; a technique may have one.
 */
static void
test_reaches (void)
{
  g_autoptr (LegatoGuide) guide = read_text (whole, strlen (whole), NULL);
  const LegatoTechnique *glide = legato_guide_find_technique (guide, "glide");
  const LegatoTechnique *ball = legato_guide_find_technique (guide, "ball");
  g_autoptr (GPtrArray) calf = g_ptr_array_new ();
  const LegatoReach *reach;

  g_assert_true (glide == legato_guide_find_hands (guide, LEGATO_STROKE_GLIDE));
  g_assert_null (legato_guide_find_hands (guide, LEGATO_STROKE_HOLD));
  g_ptr_array_add (calf, (gpointer) legato_guide_find_zone (guide, "calf"));
  reach = legato_technique_find_reach (glide, calf, LEGATO_HELP_ALONE, LEGATO_NEED_NONE);
  g_assert_cmpstr (reach->position->id, ==, "seat");
  g_assert_cmpstr (reach->text.text, ==, "Sit.");
  reach = legato_technique_find_reach (ball, calf, LEGATO_HELP_ALONE, LEGATO_NEED_NONE);
  g_assert_cmpstr (reach->position->id, ==, "bed");
  reach = legato_technique_find_reach (ball, calf, LEGATO_HELP_ALONE, LEGATO_NEED_OFF_THE_BACK);
  g_assert_cmpstr (reach->position->id, ==, "seat");
  g_assert_null (legato_technique_find_reach (ball, calf, LEGATO_HELP_PARTNER, LEGATO_NEED_NONE));
  g_assert_cmpstr (legato_guide_find_technique (guide, "breathe")->position->id, ==, "bed");
}

static void
test_broken (gconstpointer data)
{
  const Case *c = data;
  g_autofree char *text = replace (whole, c->from, c->to);

  assert_refused (text, strlen (text), c->code, c->message);
}

static void
test_extremes (void)
{
  static const char nul[] = "<guide version=\"1\">\n\0</guide>";
  const gsize huge_size = 2 * 1024 * 1024;
  g_autofree char *huge = g_malloc (huge_size);
  g_autoptr (GString) deep = g_string_new ("<guide version=\"1\"><routine id=\"a\" minutes=\"1\""
                                           " own-minutes=\"1\" source=\"D\"><leg>\n");
  g_autoptr (GString) unknown = g_string_new (NULL);

  assert_refused ("", 0, SYNTAX, "my.xml:1: the file is empty");
  assert_refused (" \n ", 3, SYNTAX, "my.xml:*: *");
  assert_refused ("<!-- all -->\n", 13, SYNTAX, "my.xml:*: *");
  assert_refused (nul, sizeof nul - 1, SYNTAX, "my.xml:2: this is not UTF-8 text");

  memset (huge, ' ', huge_size);
  assert_refused (huge, huge_size, INVALID, "my.xml:1: the file is too large");

  for (int i = 0; i < 10000; i++)
    g_string_append (deep, "<step phase=\"rest\" seconds=\"1\">");
  assert_refused (deep->str, deep->len, INVALID, "my.xml:2: <step> is nested too deeply");

  for (int i = 0; i < 10000; i++)
    g_string_append (unknown, "<guide version=\"1\">");
  assert_refused (unknown->str, unknown->len, INVALID, "my.xml:1: <guide> cannot stand in <guide>");
}

/* Each part of the guide in turn is taken out, element by element. */
static void
test_part_missing (void)
{
  static const struct
  {
    const char *first;
    const char *last;
    const char *message;
  } parts[] = {
    { "<exercise", "</exercise>\n", "my.xml:1: the guide has no <exercise>" },
    { "<routine", "</routine>\n", "my.xml:1: the guide has no <routine>" },
    { "<advice", "</advice>\n", "my.xml:1: the guide has no <advice>" },
    { "<preparation", "</preparation>", "my.xml:1: the guide has no <preparation>" },
  };
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      const char *from = strstr (whole, parts[i].first);
      const char *to = strstr (whole, parts[i].last) + strlen (parts[i].last);
      g_autofree char *text = g_strdup_printf ("%.*s%s", (int) (from - whole), whole, to);
      /* The exercise is in use; so its absence shows only without the routine. */
      g_autofree char *rest =
          i > 0 ? NULL : replace (text, "exercise=\"breathe\"", "exercise=\"no\"");

      if (rest != NULL)
        assert_refused (rest, strlen (rest), INCOMPLETE, parts[i].message);
      else
        assert_refused (text, strlen (text), INCOMPLETE, parts[i].message);
    }

  assert_refused ("<guide version=\"1\"/>", 20, INCOMPLETE, "my.xml:1: the guide has no <source>");
  g_assert_null (legato_guide_new (NULL, 0, &error));
  g_assert_error (error, LEGATO_GUIDE_ERROR, LEGATO_GUIDE_ERROR_INCOMPLETE);
}

static void
test_file_missing (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (legato_guide_new_from_resource (NULL, "/nowhere", &error));
  g_assert_error (error, LEGATO_GUIDE_ERROR, LEGATO_GUIDE_ERROR_INCOMPLETE);
  g_assert_cmpstr (error->message, ==, "sources.xml:1: the file is missing from /nowhere");
}

/* A file may hold any mixture, and what it refers to may come later or in another file. */
static void
test_any_order (void)
{
  const char *cut = strstr (whole, "<routine");
  g_autofree char *first = g_strdup_printf ("<guide version=\"1\">%s", cut);
  g_autofree char *second = g_strdup_printf ("%.*s</guide>", (int) (cut - whole), whole);
  g_autoptr (GBytes) first_bytes = g_bytes_new (first, strlen (first));
  g_autoptr (GBytes) second_bytes = g_bytes_new (second, strlen (second));
  const LegatoGuideFile files[] = { { "a.xml", first_bytes }, { "b.xml", second_bytes } };
  g_autoptr (GError) error = NULL;
  g_autoptr (LegatoGuide) guide = legato_guide_new (files, 2, &error);

  g_assert_no_error (error);
  g_assert_nonnull (legato_guide_find_routine (guide, "short"));
}

/* Whatever is cut off or changed, the answer is a guide or a place and a reason. */
static void
test_damage (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (14);
  gsize size = strlen (whole);

  for (gsize i = 0; i < 4 * size; i++)
    {
      g_autofree char *text = g_strdup (whole);
      g_autoptr (GError) error = NULL;
      g_autoptr (LegatoGuide) guide = NULL;

      if (i < size)
        {
          guide = read_text (text, i, &error);
        }
      else
        {
          text[g_rand_int_range (rand, 0, (int) size)] = (char) g_rand_int_range (rand, 0, 256);
          guide = read_text (text, size, &error);
        }
      g_assert_true ((guide == NULL) == (error != NULL));
      if (error != NULL)
        {
          g_assert_true (g_regex_match_simple ("^my\\.xml:[1-9][0-9]*: .", error->message, 0, 0));
          g_assert_true (g_utf8_validate (error->message, -1, NULL));
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/guide/broken/none", test_whole);
  g_test_add_func ("/guide/reaches", test_reaches);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/guide/broken/%02" G_GSIZE_FORMAT, i);

      g_test_add_data_func (path, &cases[i], test_broken);
    }
  g_test_add_func ("/guide/broken/extremes", test_extremes);
  g_test_add_func ("/guide/broken/part-missing", test_part_missing);
  g_test_add_func ("/guide/broken/file-missing", test_file_missing);
  g_test_add_func ("/guide/broken/damage", test_damage);
  g_test_add_func ("/guide/any-order", test_any_order);
  return g_test_run ();
}
