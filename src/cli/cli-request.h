/* cli-request.h: the arguments that plan, timeline and cues have in common
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cli-person.h"
#include "legato-plan.h"

G_BEGIN_DECLS

/** What was typed; free with cli_request_clear(). */
typedef struct
{
  char *routine;
  char *goal;
  char *minutes;
  char *sleeve_minutes;
  char *leg;
  char **tools;
  char **flags;
  char **no_flags;
  gboolean me;
  CliPerson person;
} CliRequest;

void cli_request_clear (CliRequest *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CliRequest, cli_request_clear)

void cli_request_add_options (CliRequest *self, CliOptions *options);
LegatoPlan *cli_request_make_plan (const CliRequest *self, gboolean json, CliStatus *status);
void cli_request_tell_length (LegatoPlan *plan);

/** CliPrintPlan: prints something of @plan, as one JSON document if @json */
typedef void (*CliPrintPlan) (LegatoPlan *plan, const CliRequest *request, gboolean json);

CliStatus cli_request_run (const CliCommand *command, int argc, char **argv, CliPrintPlan print);

G_END_DECLS
