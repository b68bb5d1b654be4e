/* legato-person-model.h: what is known of the person, for all pages that plan or ask
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-history.h"
#include "legato-journal-profile.h"
#include "legato-plan.h"
#include "legato-findings.h"

G_BEGIN_DECLS

/**
 * LegatoPersonModel: profile, check-in, what stands, and the last weeks' entries
 *
 * What is set counts at once, and is written to the journal; while that is not open, or does not
 * take it, it is written beside it, and tried again. Of a guest, who is massaged by the person
 * whose journal it is, nothing is written or remembered.
 *
 * Property `busy`: something is on its way into the journal
 *
 * Signal `changed`: a plan may come out differently now.
 * Signal `failed` (const char *message): something was not written to the journal.
 * Signal `kept` (guint): what an entry was made of is where that #LegatoKept says.
 */
#define LEGATO_TYPE_PERSON_MODEL (legato_person_model_get_type ())
G_DECLARE_FINAL_TYPE (LegatoPersonModel, legato_person_model, LEGATO, PERSON_MODEL, GObject)

LegatoPersonModel *legato_person_model_new (LegatoGuide *guide);
LegatoPersonModel *legato_person_model_new_guest (LegatoPersonModel *host);
guint legato_person_model_get_usual_minutes (LegatoPersonModel *self);
gboolean legato_person_model_is_guest (LegatoPersonModel *self);
LegatoGuide *legato_person_model_get_guide (LegatoPersonModel *self);
void legato_person_model_wait_for (LegatoPersonModel *self, const char *path, gboolean opens);
void legato_person_model_set_journal (LegatoPersonModel *self, LegatoJournal *journal);
gboolean legato_person_model_is_busy (LegatoPersonModel *self);
const GError *legato_person_model_get_unkept (LegatoPersonModel *self);

gboolean legato_person_model_is_loaded (LegatoPersonModel *self);
const LegatoStanding *legato_person_model_get_standing (LegatoPersonModel *self);
const LegatoProfile *legato_person_model_get_profile (LegatoPersonModel *self);
void legato_person_model_set_profile (LegatoPersonModel *self, const LegatoProfile *profile);
const LegatoCheckIn *legato_person_model_get_check_in (LegatoPersonModel *self);
const LegatoCheckIn *legato_person_model_get_todays_check_in (LegatoPersonModel *self);
void legato_person_model_answer (LegatoPersonModel *self, const LegatoCheckIn *check_in);
void legato_person_model_answer_soreness (LegatoPersonModel *self,
                                          const LegatoZone *zone,
                                          const guint soreness[2]);
void legato_person_model_add_answers (LegatoPersonModel *self, LegatoEntry *entry);
gboolean legato_person_model_note_check_in (LegatoPersonModel *self);
void legato_person_model_note_refusal (LegatoPersonModel *self, GPtrArray *refusals);
void legato_person_model_note_sign (LegatoPersonModel *self, const char *id);
gboolean legato_person_model_can_forget (LegatoPersonModel *self);
void legato_person_model_forget (LegatoPersonModel *self);
void legato_person_model_bring_back (LegatoPersonModel *self);

const LegatoPerson *legato_person_model_get_person (LegatoPersonModel *self);
GPtrArray *legato_person_model_get_refusals (LegatoPersonModel *self);
void legato_person_model_make_person_for (LegatoPersonModel *self,
                                          const char *uuid,
                                          LegatoPerson *person);
gboolean legato_person_model_may_continue (LegatoPersonModel *self,
                                           LegatoPlan *plan,
                                           const char *uuid,
                                           GError **error);
void legato_person_model_raise_flag (LegatoPersonModel *self, const char *id);
gboolean legato_person_model_may_be_gone (LegatoPersonModel *self, const char *id);
gboolean
legato_person_model_answer_flag (LegatoPersonModel *self, const char *id, LegatoFlagAnswer answer);
GArray *legato_person_model_list_stopped (LegatoPersonModel *self);
void legato_person_model_set_fine (LegatoPersonModel *self, const LegatoStoppedPlace *place);
GPtrArray *legato_person_model_list_findings (LegatoPersonModel *self);
gboolean legato_person_model_has_question (LegatoPersonModel *self);
void legato_person_model_answer_finding (LegatoPersonModel *self,
                                         const LegatoFinding *finding,
                                         gboolean yes);
void legato_person_model_answer_stop (LegatoPersonModel *self, const char *stop, gboolean yes);
gboolean legato_person_model_asks_after_effects (LegatoPersonModel *self);
gboolean legato_person_model_wants_after_effects (LegatoPersonModel *self);
void legato_person_model_set_after_effects_asked (LegatoPersonModel *self);
gboolean legato_person_model_has_needs (LegatoPersonModel *self);
gboolean legato_person_model_wants_check_in (LegatoPersonModel *self);
gboolean legato_person_model_must_ask (LegatoPersonModel *self);

/** How often a page that shows days looks whether it is still today: often enough for nobody to
 * see yesterday called today, seldom enough not to matter. */
#define LEGATO_LOOK_AT_CLOCK_S 20

guint32 legato_person_model_get_today (void);

G_END_DECLS
