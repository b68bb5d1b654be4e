/* legato-findings.h: what the journal holds that a person should be asked about
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-history.h"

G_BEGIN_DECLS

/**
 * LegatoFindingKind:
 * @LEGATO_FINDING_ONE_LEG_SWOLLEN: swelling of one leg is 4 or more above that of the other, and
 *   was not so on the days before: asks for R-DVT
 * @LEGATO_FINDING_SHARP_PAIN: a session was stopped for sharp pain in the calf or behind the knee,
 *   and it ended before the question that belongs to that was answered: asks for R-DVT
 * @LEGATO_FINDING_SORE_FOR_DAYS: a place was at 6 or more on five or more days within ten: asks for
 *   R-PERSIST
 * @LEGATO_FINDING_WORSE_TWICE: it felt worse on the day after each of the last two sessions: what
 *   did rests, and that is said; nothing is asked
 */
typedef enum
{
  LEGATO_FINDING_ONE_LEG_SWOLLEN,
  LEGATO_FINDING_SHARP_PAIN,
  LEGATO_FINDING_SORE_FOR_DAYS,
  LEGATO_FINDING_WORSE_TWICE,
} LegatoFindingKind;

/** Bytes of a UUID, with what ends it. */
#define LEGATO_UUID_SIZE 37

/**
 * LegatoFinding: something in the journal that calls for a question
 * @rule: id of the rule that it touches; with @zone and @leg, or @stop, it names what is asked once
 * @flag: (nullable): of the advice whose question is asked ("dvt"); answered yes, that sign stands
 * @zone: (nullable): where, if it is about a place
 * @leg: of @zone, or which leg; %LEGATO_LEG_BOTH if it is about neither
 * @stop: UUID of the stop that it is about; "" if it is about none
 * @day: Julian day on which it came about
 */
typedef struct
{
  LegatoFindingKind kind;
  const char *rule;
  const char *flag;
  const LegatoZone *zone;
  LegatoLeg leg;
  char stop[LEGATO_UUID_SIZE];
  guint32 day;
} LegatoFinding;

const char *legato_findings_get_stop_flag (const char *zone, const char *felt);
const char *legato_findings_get_any_stop_flag (GPtrArray *zones, const char *felt);
GPtrArray *legato_findings_list (const LegatoHistory *history, LegatoGuide *guide);
LegatoFinding legato_finding_for_stop (const char *stop, guint32 day);
void legato_finding_set_asked (const LegatoFinding *self, LegatoStanding *standing);
char *legato_finding_dup_text (const LegatoFinding *self);

G_END_DECLS
