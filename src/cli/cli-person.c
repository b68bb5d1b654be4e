/* cli-person.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-cli"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cli-person.h"

/* Soreness goes from 0, none, to 10, as bad as you can imagine (docs/domain.md §8). */
#define MOST_SORE 10

void
cli_person_clear (CliPerson *self)
{
  g_clear_pointer (&self->conditions, g_strfreev);
  g_clear_pointer (&self->cleared, g_strfreev);
  g_clear_pointer (&self->blocks, g_strfreev);
  g_clear_pointer (&self->sore, g_strfreev);
  g_clear_pointer (&self->agreed, g_strfreev);
  g_clear_pointer (&self->numb, g_strfreev);
  g_clear_pointer (&self->joints, g_strfreev);
  g_clear_pointer (&self->tight, g_strfreev);
}

/** Lets @options fill @self, which is all zero yet and outlives the parsing. */
void
cli_person_add_options (CliPerson *self, CliOptions *options)
{
  const GOptionEntry entries[] = {
    { "condition", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->conditions,
      N_ ("What you have, such as swelling or pregnancy; may be repeated"), N_ ("ID") },
    { "cleared", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->cleared,
      N_ ("A condition for which a clinician has agreed to massage; may be repeated"), N_ ("ID") },
    { "block", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->blocks,
      N_ ("A place that nothing may touch, as calf/left; may be repeated"), N_ ("ZONE/LEG") },
    { "sore", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->sore,
      N_ ("How sore a place is, 0 to 10, as calf/left=4; may be repeated"), N_ ("ZONE/LEG=N") },
    { "tight", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->tight,
      N_ ("A place that is tight, as calf/left; may be repeated"), N_ ("ZONE/LEG") },
    { "agreed", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->agreed,
      N_ ("A place that a clinician agreed to, as calf/left; may be repeated"), N_ ("ZONE/LEG") },
    { "numb", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->numb,
      N_ ("A place where you feel less, as foot/left; both feet with neuropathy and none given; "
          "may be "
          "repeated"),
      N_ ("ZONE/LEG") },
    { "joint", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->joints,
      N_ ("An artificial joint, as knee/left; each knee and hip with joint-replacement and none "
          "given; may be repeated"),
      "knee|hip/left|right" },
    { NULL },
  };

  cli_options_add (options, entries);
}

/* Ids of the conditions among @wanted, as "swelling, tight". */
static char *
list_conditions (guint wanted)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < LEGATO_N_CONDITIONS; i++)
    if (wanted & (1u << i))
      g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "",
                              legato_condition_to_id (1u << i));
  return g_string_free (list, FALSE);
}

static gboolean
read_conditions (char **ids, guint allowed, const char *option, guint *conditions)
{
  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      LegatoCondition condition = 0;

      if (!legato_condition_from_id (ids[i], &condition) || !(condition & allowed))
        {
          g_autofree char *list = list_conditions (allowed);

          cli_fail (CLI_USAGE, _ ("%s: “%s” is not one of %s"), option, ids[i], list);
          return FALSE;
        }
      *conditions |= condition;
    }
  return TRUE;
}

/* Reads "calf/left" from the first @length bytes of @text. */
static const LegatoZone *
read_place (LegatoGuide *guide, const char *option, const char *text, gsize length, LegatoLeg *leg)
{
  g_autofree char *place = g_strndup (text, length);
  char *slash = strchr (place, '/');
  const LegatoZone *zone = NULL;

  if (slash == NULL)
    {
      cli_fail (CLI_USAGE, _ ("%s: “%s” is not of the form %s"), option, text,
                g_str_equal (option, "--sore") ? "calf/left=4" : "calf/left");
      return NULL;
    }
  *slash = '\0';
  zone = legato_guide_find_zone (guide, place);
  if (zone == NULL)
    {
      cli_fail (CLI_USAGE, _ ("%s: there is no zone “%s”; “legato-cli zones” lists the zones"),
                option, place);
      return NULL;
    }
  if (!legato_leg_from_id (slash + 1, leg) || *leg == LEGATO_LEG_BOTH)
    {
      cli_fail (CLI_USAGE, _ ("%s: “%s” is not one of %s"), option, slash + 1, "left, right");
      return NULL;
    }
  return zone;
}

static gboolean
read_places (char **places, LegatoGuide *guide, const char *option, LegatoZoneSet zones[2])
{
  for (guint i = 0; places != NULL && places[i] != NULL; i++)
    {
      LegatoLeg leg = LEGATO_LEG_LEFT;
      const LegatoZone *zone = read_place (guide, option, places[i], strlen (places[i]), &leg);

      if (zone == NULL)
        return FALSE;
      zones[leg] |= LEGATO_ZONE_BIT (zone);
    }
  return TRUE;
}

static gboolean
read_soreness (const CliPerson *self, LegatoGuide *guide, LegatoPerson *person)
{
  LegatoZoneSet given[2] = { 0, 0 };

  for (guint i = 0; self->sore != NULL && self->sore[i] != NULL; i++)
    {
      const char *text = self->sore[i];
      const char *equals = strrchr (text, '=');
      LegatoLeg leg = LEGATO_LEG_LEFT;
      const LegatoZone *zone = NULL;
      guint value = 0;

      if (equals == NULL)
        {
          cli_fail (CLI_USAGE, _ ("%s: “%s” is not of the form %s"), "--sore", text, "calf/left=4");
          return FALSE;
        }
      zone = read_place (guide, "--sore", text, (gsize) (equals - text), &leg);
      if (zone == NULL)
        return FALSE;
      if (!cli_read_number (equals + 1, 0, MOST_SORE, &value))
        {
          cli_fail (CLI_USAGE, _ ("%s: “%s” is not a whole number from %d to %d"), "--sore",
                    equals + 1, 0, MOST_SORE);
          return FALSE;
        }
      if (given[leg] & LEGATO_ZONE_BIT (zone))
        {
          cli_fail (CLI_USAGE, _ ("%s: “%s/%s” is given twice"), "--sore", zone->id,
                    legato_leg_to_id (leg));
          return FALSE;
        }
      given[leg] |= LEGATO_ZONE_BIT (zone);
      person->soreness[leg][zone->rank] = (guint8) value;
    }
  return TRUE;
}

static gboolean
read_joints (const CliPerson *self, LegatoPerson *person)
{
  for (guint i = 0; self->joints != NULL && self->joints[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (self->joints[i], "/", 2);
      LegatoLeg leg = LEGATO_LEG_BOTH;
      guint joint = 0;

      if (g_strcmp0 (words[0], "knee") == 0)
        joint = LEGATO_JOINT_KNEE;
      else if (g_strcmp0 (words[0], "hip") == 0)
        joint = LEGATO_JOINT_HIP;
      if (joint == 0 || !legato_leg_from_id (words[1], &leg) || leg == LEGATO_LEG_BOTH)
        {
          cli_fail (CLI_USAGE, _ ("%s: “%s” is not one of %s"), "--joint", self->joints[i],
                    "knee/left, knee/right, hip/left, hip/right");
          return FALSE;
        }
      person->joints[leg] |= joint;
      person->conditions |= LEGATO_CONDITION_JOINT_REPLACEMENT;
    }
  return TRUE;
}

/* Nobody can agree to what nobody has; numb places are a condition, and so are tight ones. */
static gboolean
check_conditions (LegatoPerson *person)
{
  guint unnamed = person->cleared & ~person->conditions;
  g_autofree char *list = list_conditions (unnamed);

  if ((person->numb[0] | person->numb[1]) != 0)
    person->conditions |= LEGATO_CONDITION_NEUROPATHY;
  if ((person->tight[0] | person->tight[1]) != 0)
    person->conditions |= LEGATO_CONDITION_TIGHT;
  if (unnamed == 0)
    return TRUE;
  cli_fail (CLI_USAGE, _ ("--cleared %s: give the condition too, by --condition"), list);
  return FALSE;
}

/**
 * cli_person_add:
 * @person: what was typed is added to it; how sore a place is takes the place of what was known
 *
 * Returns: whether all that was typed makes sense; if not, that has been said
 */
gboolean
cli_person_add (const CliPerson *self, LegatoGuide *guide, LegatoPerson *person)
{
  return read_conditions (self->conditions, (1u << LEGATO_N_CONDITIONS) - 1, "--condition",
                          &person->conditions)
         && read_conditions (self->cleared, LEGATO_CONDITIONS_CLEARABLE, "--cleared",
                             &person->cleared)
         && read_places (self->blocks, guide, "--block", person->blocked)
         && read_joints (self, person) && read_places (self->numb, guide, "--numb", person->numb)
         && read_places (self->tight, guide, "--tight", person->tight) && check_conditions (person)
         && read_places (self->agreed, guide, "--agreed", person->agreed)
         && read_soreness (self, guide, person);
}
