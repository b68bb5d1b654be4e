/* cli-request.c: from arguments to a plan, or to the reason why there is none
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-cli"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli-me.h"
#include "cli-request.h"
#include "legato-locale.h"
#include "legato-planner.h"
#include "legato-refusal.h"
#include "legato-safety.h"

void
cli_request_clear (CliRequest *self)
{
  g_clear_pointer (&self->routine, g_free);
  g_clear_pointer (&self->goal, g_free);
  g_clear_pointer (&self->minutes, g_free);
  g_clear_pointer (&self->sleeve_minutes, g_free);
  g_clear_pointer (&self->leg, g_free);
  g_clear_pointer (&self->tools, g_strfreev);
  g_clear_pointer (&self->flags, g_strfreev);
  g_clear_pointer (&self->no_flags, g_strfreev);
  cli_person_clear (&self->person);
}

/** Lets @options fill @self, which is all zero yet and outlives the parsing. */
void
cli_request_add_options (CliRequest *self, CliOptions *options)
{
  g_autofree char *tools = g_strjoinv (", ", (char **) cli_known_tools);
  g_autofree char *flags = g_strjoinv (", ", (char **) cli_known_flags);
  const GOptionEntry entries[] = {
    { "routine", 0, 0, G_OPTION_ARG_STRING, &self->routine,
      N_ ("The session, as “routines” names it"), N_ ("ID") },
    { "goal", 0, 0, G_OPTION_ARG_STRING, &self->goal,
      N_ ("What a session is composed for, in place of --routine"), N_ ("ID") },
    { "minutes", 0, 0, G_OPTION_ARG_STRING, &self->minutes,
      N_ ("Its length, 3 to 30 minutes; its own length if not given"), N_ ("N") },
    { "sleeve-minutes", 0, 0, G_OPTION_ARG_STRING, &self->sleeve_minutes,
      N_ ("How long the sleeve runs that ends a drainage, 10 to 30 minutes"), N_ ("N") },
    { "leg", 0, 0, G_OPTION_ARG_STRING, &self->leg, N_ ("Which leg; both if not given"),
      "left|right|both" },
    { "tool", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->tools,
      cli_options_keep (options,
                        g_strdup_printf (_ ("A tool that you have: %s; may be repeated"), tools)),
      N_ ("ID") },
    { "flag", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->flags,
      cli_options_keep (
          options,
          g_strdup_printf (_ ("A warning sign that is there today: %s; may be repeated"), flags)),
      N_ ("ID") },
    { "me", 0, 0, G_OPTION_ARG_NONE, &self->me,
      N_ ("For you, as your journal knows you; what else is given is added to that"), NULL },
    { "no-flag", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->no_flags,
      N_ ("A warning sign that is not there, when --me asks for it; may be repeated"), N_ ("ID") },
    { NULL },
  };

  cli_options_add (options, entries);
  cli_person_add_options (&self->person, options);
}

/* Says which of @ids is not among @known. */
static gboolean
are_known (char **ids, const char *const *known, const char *option)
{
  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      if (!g_strv_contains (known, ids[i]))
        {
          g_autofree char *list = g_strjoinv (", ", (char **) known);

          cli_fail (CLI_USAGE, _ ("%s: “%s” is not one of %s"), option, ids[i], list);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
read_flags (const CliRequest *self, LegatoPerson *person)
{
  if (!are_known (self->flags, cli_known_flags, "--flag"))
    return FALSE;
  for (guint i = 0; self->flags != NULL && self->flags[i] != NULL; i++)
    {
      LegatoSign sign = 0;

      if (legato_sign_from_id (self->flags[i], &sign))
        person->signs |= sign;
    }
  return TRUE;
}

static gboolean
read_goal (const CliRequest *self, LegatoRequest *request)
{
  g_autoptr (GString) list = NULL;

  if (legato_goal_from_id (self->goal, &request->goal))
    return TRUE;

  list = g_string_new (NULL);
  for (int goal = LEGATO_GOAL_NONE + 1; goal < LEGATO_N_GOALS; goal++)
    g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", legato_goal_to_id (goal));
  cli_fail (CLI_USAGE, _ ("%s: “%s” is not one of %s"), "--goal", self->goal, list->str);
  return FALSE;
}

static gboolean
read_routine (const CliRequest *self, LegatoGuide *guide, LegatoRequest *request)
{
  request->routine = legato_guide_find_routine (guide, self->routine);
  if (request->routine == NULL)
    {
      cli_fail (CLI_USAGE,
                _ ("--routine: there is no “%s”; “legato-cli routines” lists the sessions"),
                self->routine);
      return FALSE;
    }
  return TRUE;
}

/* It runs on top of the massage, so that it has a length of its own (docs/domain.md §4). */
static gboolean
read_sleeve (const CliRequest *self, LegatoGuide *guide, LegatoRequest *request)
{
  const char *name = "--sleeve-minutes";
  const LegatoRoutine *routine =
      request->routine != NULL ? request->routine
                               : legato_guide_find_goal (guide, legato_goal_to_id (request->goal));
  const LegatoTechnique *sleeve = routine->closing != NULL ? routine->closing->technique : NULL;

  if (self->sleeve_minutes == NULL)
    return TRUE;
  if (sleeve == NULL || !g_strv_contains (request->tools, sleeve->tool))
    {
      cli_fail (CLI_USAGE, _ ("%s: this session does not end with a sleeve of yours"), name);
      return FALSE;
    }
  if (!cli_read_number (self->sleeve_minutes, sleeve->hold_min_s / 60, sleeve->hold_max_s / 60,
                        &request->closing_minutes))
    {
      cli_fail (CLI_USAGE, _ ("%s: “%s” is not a whole number from %d to %d"), name,
                self->sleeve_minutes, (int) sleeve->hold_min_s / 60, (int) sleeve->hold_max_s / 60);
      return FALSE;
    }
  return TRUE;
}

/* What somebody was given is followed as it stands: there is no other length to ask for. */
static gboolean
is_as_given (const LegatoRequest *request)
{
  const LegatoRoutine *routine = request->routine;
  guint n_legs = request->legs == LEGATO_LEG_BOTH ? 2 : 1;

  if (request->minutes == 0 || routine == NULL || routine->given_by == NULL
      || request->minutes * 60
             == legato_routine_get_part_seconds (routine, LEGATO_PART_BEFORE)
                    + n_legs * legato_routine_get_part_seconds (routine, LEGATO_PART_LEG)
                    + legato_routine_get_part_seconds (routine, LEGATO_PART_AFTER))
    return TRUE;
  cli_fail (CLI_USAGE, "%s: %s", "--minutes",
            _ ("Its steps and times stay as they were given, as far as they are safe for you."));
  return FALSE;
}

static gboolean
read_request (const CliRequest *self,
              LegatoGuide *guide,
              LegatoRequest *request,
              LegatoPerson *person)
{
  request->legs = LEGATO_LEG_BOTH;
  request->person = person;

  if ((self->routine != NULL) == (self->goal != NULL))
    {
      cli_fail (CLI_USAGE,
                _ ("Give either --routine or --goal; “legato-cli routines” lists the sessions"));
      return FALSE;
    }
  if (self->goal != NULL ? !read_goal (self, request) : !read_routine (self, guide, request))
    return FALSE;
  if (self->me && legato_request_is_for_partner (request))
    {
      cli_fail (CLI_USAGE, _ ("--me is of your legs, not of a partner’s"));
      return FALSE;
    }
  if (self->minutes != NULL
      && !cli_read_number (self->minutes, LEGATO_PLAN_MIN_MINUTES, LEGATO_PLAN_MAX_MINUTES,
                           &request->minutes))
    {
      cli_fail (CLI_USAGE, _ ("%s: “%s” is not a whole number from %d to %d"), "--minutes",
                self->minutes, LEGATO_PLAN_MIN_MINUTES, LEGATO_PLAN_MAX_MINUTES);
      return FALSE;
    }
  if (self->leg != NULL && !legato_leg_from_id (self->leg, &request->legs))
    {
      cli_fail (CLI_USAGE, _ ("%s: “%s” is not one of %s"), "--leg", self->leg,
                "left, right, both");
      return FALSE;
    }
  return is_as_given (request) && are_known (self->tools, cli_known_tools, "--tool")
         && read_sleeve (self, guide, request)
         && are_known (self->no_flags, cli_known_flags, "--no-flag")
         && cli_person_add (&self->person, guide, person) && read_flags (self, person);
}

/* A condition that nobody has agreed to is named besides what to do. */
static char *
dup_advice (const LegatoAdvice *advice)
{
  return legato_safety_needs_clearance (advice)
             ? legato_locale_join_sentences (advice->question.text, advice->advice.text, NULL)
             : g_strdup (advice->advice.text);
}

/* @instead: (nullable): in place of the advice of each */
static void
print_refusals (GPtrArray *refusals, const char *instead, gboolean json)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  cli_begin_array (builder, "refused");
  for (guint i = 0; i < refusals->len; i++)
    {
      const LegatoAdvice *advice = g_ptr_array_index (refusals, i);
      g_autofree char *text = instead != NULL ? g_strdup (instead) : dup_advice (advice);

      if (!json)
        g_print ("%s\n", text);
      json_builder_begin_object (builder);
      cli_add_string (builder, "rule", advice->rule);
      cli_add_string (builder, "urgency", legato_urgency_to_id (advice->urgency));
      cli_add_string (builder, "advice", text);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  if (json)
    cli_print_json (builder);
}

static CliStatus
refuse (GPtrArray *refusals, gboolean json)
{
  g_autoptr (GString) rules = g_string_new (NULL);

  for (guint i = 0; i < refusals->len; i++)
    {
      const LegatoAdvice *advice = g_ptr_array_index (refusals, i);

      g_string_append_printf (rules, "%s%s", i > 0 ? ", " : "", advice->rule);
      if (legato_safety_needs_clearance (advice))
        g_string_append_printf (rules, " %s", advice->flag);
    }
  print_refusals (refusals, NULL, json);
  return cli_fail (CLI_REFUSED, _ ("No session for now, for your safety (%s)"), rules->str);
}

/* What the journal asks and nobody answered: "I don't know" counts as yes (docs/domain.md §7). */
static const LegatoFinding *
find_open_question (const CliRequest *self, const CliMe *me)
{
  for (guint i = 0; me->findings != NULL && i < me->findings->len; i++)
    {
      const LegatoFinding *finding = g_ptr_array_index (me->findings, i);

      if (finding->flag != NULL
          && (self->no_flags == NULL
              || !g_strv_contains ((const char *const *) self->no_flags, finding->flag)))
        return finding;
    }
  return NULL;
}

static CliStatus
ask (LegatoGuide *guide, const LegatoFinding *finding, gboolean json)
{
  GPtrArray *advice = legato_guide_get_advice (guide);
  g_autofree char *seen = legato_finding_dup_text (finding);

  for (guint i = 0; i < advice->len; i++)
    {
      const LegatoAdvice *item = g_ptr_array_index (advice, i);
      g_autoptr (GPtrArray) asked = g_ptr_array_new ();
      g_autofree char *text = NULL;

      if (!g_str_equal (item->flag, finding->flag))
        continue;
      text = legato_locale_join_sentences (seen, item->question.text, item->advice.text, NULL);
      g_ptr_array_add (asked, (gpointer) item);
      print_refusals (asked, text, json);
      break;
    }
  return cli_fail (CLI_REFUSED,
                   _ ("Your journal asks this first (%s): answer with --flag %s or --no-flag %s"),
                   finding->rule, finding->flag, finding->flag);
}

/* What was typed, and with --me what is at hand. */
static GStrv
dup_tools (const CliRequest *self, const CliMe *me)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (self->tools != NULL)
    g_strv_builder_addv (builder, (const char **) self->tools);
  if (me->tools != NULL)
    g_strv_builder_addv (builder, (const char **) me->tools);
  return g_strv_builder_end (builder);
}

/* All that was asked for is left out. */
static CliStatus
refuse_without_place (const GError *error, gboolean json)
{
  LegatoAdvice advice = { .rule = (char *) "P-BLOCK", .urgency = LEGATO_URGENCY_SOON };
  g_autoptr (GPtrArray) refusals = g_ptr_array_new ();
  g_autofree char *text =
      legato_locale_join_sentences (error->message, legato_refusal_get_no_place_advice (), NULL);

  g_ptr_array_add (refusals, &advice);
  print_refusals (refusals, text, json);
  return cli_fail_with (CLI_REFUSED, error);
}

/** cli_request_tell_length: a plan that is shorter than was asked for is the longest possible */
void
cli_request_tell_length (LegatoPlan *plan)
{
  guint seconds = legato_plan_get_massage_seconds (plan);
  guint requested = legato_plan_get_requested_seconds (plan);
  g_autofree char *longest = cli_format_seconds (seconds);
  g_autofree char *asked = cli_format_seconds (requested);

  if (requested > seconds + 1)
    g_printerr (_ ("legato-cli: the longest possible is %s, not %s\n"), longest, asked);
}

/**
 * cli_request_make_plan:
 * @json: how to print a refusal
 * @status: (out): how the command ends if there is no plan
 *
 * Makes the plan that was asked for. Warning signs, and conditions that no clinician has agreed to,
 * refuse it before anything else is looked at.
 *
 * Returns: (transfer full): the plan, or %NULL, when all has been said
 */
LegatoPlan *
cli_request_make_plan (const CliRequest *self, gboolean json, CliStatus *status)
{
  g_autoptr (LegatoGuide) guide = NULL;
  g_autoptr (GPtrArray) refusals = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (CliMe) me = { 0 };
  g_auto (GStrv) tools = NULL;
  const LegatoFinding *question = NULL;
  LegatoRequest request = { 0 };
  LegatoPlan *plan = NULL;

  guide = cli_load_guide (&error);
  if (guide == NULL)
    {
      *status = cli_fail_with (CLI_FAILED, error);
      return NULL;
    }
  if (self->me && !cli_me_recall (&me, guide, &error))
    {
      *status = cli_fail_with (CLI_FAILED, error);
      return NULL;
    }
  tools = dup_tools (self, &me);
  request.tools = (const char *const *) tools;
  if (!read_request (self, guide, &request, &me.person))
    {
      *status = CLI_USAGE;
      return NULL;
    }
  refusals = legato_planner_get_refusals (guide, &me.person);
  if (refusals->len > 0)
    {
      *status = refuse (refusals, json);
      return NULL;
    }
  question = find_open_question (self, &me);
  if (question != NULL)
    {
      *status = ask (guide, question, json);
      return NULL;
    }

  plan = legato_planner_make (guide, &request, &error);
  if (g_error_matches (error, LEGATO_PLAN_ERROR, LEGATO_PLAN_ERROR_NO_PLACE))
    *status = refuse_without_place (error, json);
  else if (plan == NULL)
    *status = cli_fail_with (CLI_FAILED, error);
  return plan;
}

/** Runs a command that makes a plan and has @print print something of it. Returns: how it ends */
CliStatus
cli_request_run (const CliCommand *command, int argc, char **argv, CliPrintPlan print)
{
  g_autoptr (CliOptions) options = cli_options_new (command);
  g_auto (CliRequest) request = { NULL };
  g_autoptr (LegatoPlan) plan = NULL;
  gboolean json = FALSE;
  CliStatus status = CLI_DONE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Print JSON"), NULL },
    { NULL },
  };

  cli_request_add_options (&request, options);
  cli_options_add (options, entries);
  if (!cli_options_parse (options, argc, argv, 0, &status))
    return status;

  plan = cli_request_make_plan (&request, json, &status);
  if (plan == NULL)
    return status;
  cli_request_tell_length (plan);
  print (plan, &request, json);
  return status;
}
