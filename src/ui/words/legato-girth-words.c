/* legato-girth-words.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <langinfo.h>
#include <locale.h>
#include <math.h>

#include "legato-girth-words.h"
#include "legato-words.h"

#define MM_A_CM 10.0
#define MM_AN_INCH 25.4

static double
get_unit (gboolean inches)
{
  return inches ? MM_AN_INCH : MM_A_CM;
}

/** Returns: (transfer none): "Left ankle" */
const char *
legato_girth_words_get_place (LegatoGirthPlace place, LegatoLeg leg)
{
  if (place == LEGATO_GIRTH_ANKLE)
    return leg == LEGATO_LEG_LEFT ? C_ ("girth", "Left ankle") : C_ ("girth", "Right ankle");
  return leg == LEGATO_LEG_LEFT ? C_ ("girth", "Left calf") : C_ ("girth", "Right calf");
}

/** Returns: whether people measure in inches here, unless they have chosen otherwise */
gboolean
legato_girth_words_has_inches (void)
{
  g_autoptr (GSettings) settings = g_settings_new (LEGATO_APP_ID);
  g_autofree char *unit = g_settings_get_string (settings, "girth-unit");

  if (!g_str_equal (unit, "locale"))
    return g_str_equal (unit, "inch");
#ifdef __GLIBC__
  /* The C library answers in one byte: 1 is metric, 2 is customary in the United States. */
  return nl_langinfo (_NL_MEASUREMENT_MEASUREMENT)[0] == 2;
#else
  return FALSE;
#endif
}

/** Returns: (transfer full): "38.5", with the decimal point of the person's language */
char *
legato_girth_words_dup_number (guint mm, gboolean inches)
{
  return g_strdup_printf ("%.1f", mm / get_unit (inches));
}

/** Returns: (transfer full): "38.5 cm", in the unit that is used here */
char *
legato_girth_words_dup_with_unit (guint mm)
{
  gboolean inches = legato_girth_words_has_inches ();
  g_autofree char *number = legato_girth_words_dup_number (mm, inches);

  /* Translators: a length in inches: 15.2 in */
  return g_strdup_printf (inches ? _ ("%s in") : _ ("%s cm"), number);
}

/**
 * legato_girth_words_parse:
 * @text: "38.5" or "38,5", in the digits of any script
 * @mm: (out): its millimetres
 *
 * Returns: whether it is a girth that a leg can have
 */
gboolean
legato_girth_words_parse (const char *text, gboolean inches, guint *mm)
{
  g_autofree char *plain = legato_words_dup_typed_number (text);
  char *end = NULL;
  double value = g_ascii_strtod (plain, &end) * get_unit (inches);

  if (end == plain || *end != '\0' || !isfinite (value) || value < LEGATO_GIRTH_MIN_MM
      || value > LEGATO_GIRTH_MAX_MM)
    return FALSE;
  *mm = (guint) lround (value);
  return TRUE;
}
