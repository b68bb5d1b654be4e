/* legato-question.h: a question with two or three answers, in a window of its own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * LegatoQuestion: a modal window
 *
 * Signal `answered`, with the id of the answer: it was given, and the window is closed. Closing the
 * window without an answer gives none.
 */
#define LEGATO_TYPE_QUESTION (legato_question_get_type ())
G_DECLARE_FINAL_TYPE (LegatoQuestion, legato_question, LEGATO, QUESTION, AdwWindow)

LegatoQuestion *
legato_question_new (GtkWindow *parent, const char *heading, const char *explanation);
void legato_question_add_answer (LegatoQuestion *self,
                                 const char *id,
                                 const char *label,
                                 const char *css_class);

G_END_DECLS
