/* legato-leaving-question.h: whether to end a session that runs, and whether to keep it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-question.h"
#include "legato-session.h"

G_BEGIN_DECLS

LegatoQuestion *
legato_leaving_question_new (GtkWindow *parent, LegatoSession *session, gboolean closing);

G_END_DECLS
