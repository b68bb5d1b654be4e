/* cli-person.h: what somebody tells about themselves in arguments
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cli.h"
#include "legato-person.h"

G_BEGIN_DECLS

/** What was typed; free with cli_person_clear(). */
typedef struct
{
  char **conditions;
  char **cleared;
  char **blocks;
  char **sore;
  char **agreed;
  char **numb;
  char **joints;
  char **tight;
} CliPerson;

void cli_person_clear (CliPerson *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CliPerson, cli_person_clear)

void cli_person_add_options (CliPerson *self, CliOptions *options);
gboolean cli_person_add (const CliPerson *self, LegatoGuide *guide, LegatoPerson *person);

G_END_DECLS
