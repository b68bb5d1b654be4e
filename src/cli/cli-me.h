/* cli-me.h: what the journal knows of who types
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cli.h"
#include "legato-person-model.h"

G_BEGIN_DECLS

/**
 * CliMe: what --me reads; free with cli_me_clear()
 * @person: whom a plan is for
 * @tools: (nullable): %NULL-terminated ids of the tools at hand
 * @findings: (nullable) (element-type LegatoFinding): what the journal calls to ask before a
 * session
 */
typedef struct
{
  LegatoPerson person;
  GStrv tools;
  GPtrArray *findings;
} CliMe;

void cli_me_clear (CliMe *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CliMe, cli_me_clear)

gboolean cli_me_recall (CliMe *self, LegatoGuide *guide, GError **error);

G_END_DECLS
