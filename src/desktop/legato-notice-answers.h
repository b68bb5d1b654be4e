/* legato-notice-answers.h: what was answered on notices, until the journal has it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-journal-connection.h"

G_BEGIN_DECLS

/** Later than all days. */
#define LEGATO_NO_NOTICE_ANSWERS G_MAXUINT32

/** A notice may stand so long on a computer that was off: an answer finds its session as well. */
#define LEGATO_NOTICE_ANSWER_DAYS 31

void legato_notice_answers_add (GSettings *settings,
                                const char *session,
                                LegatoMoment moment,
                                LegatoCompared compared,
                                guint32 today);
guint32 legato_notice_answers_get_day (GSettings *settings);
/** LegatoNoticeAnswersFailed: an answer is not in the journal yet, because of @error */
typedef void (*LegatoNoticeAnswersFailed) (gpointer owner, const GError *error);

void legato_notice_answers_note (GSettings *settings,
                                 LegatoJournalConnection *connection,
                                 GPtrArray *entries,
                                 LegatoNoticeAnswersFailed failed,
                                 GObject *owner);

G_END_DECLS
