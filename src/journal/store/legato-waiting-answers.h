/* legato-waiting-answers.h: what a person said of themselves, on the disk until the journal can
 * take it (internal)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-answers.h"

G_BEGIN_DECLS

gboolean
legato_waiting_keep_answers (const char *journal, const LegatoAnswers *answers, GError **error);
gboolean legato_waiting_read_answers (const char *journal, LegatoAnswers *answers, GError **error);
gboolean legato_waiting_has_answers (const char *journal);
void legato_waiting_forget_answers (const char *journal);

G_END_DECLS
