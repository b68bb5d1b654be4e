/* legato-journal-profile.h: what the journal's file keeps of the person beside the entries
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-check-in.h"
#include "legato-journal.h"
#include "legato-profile.h"
#include "legato-standing.h"

G_BEGIN_DECLS

void legato_journal_get_profile_async (LegatoJournal *self,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
LegatoProfile *
legato_journal_get_profile_finish (LegatoJournal *self, GAsyncResult *result, GError **error);

void legato_journal_set_profile_async (LegatoJournal *self,
                                       const LegatoProfile *profile,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
gboolean
legato_journal_set_profile_finish (LegatoJournal *self, GAsyncResult *result, GError **error);

void legato_journal_get_check_in_async (LegatoJournal *self,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
LegatoCheckIn *
legato_journal_get_check_in_finish (LegatoJournal *self, GAsyncResult *result, GError **error);

void legato_journal_set_check_in_async (LegatoJournal *self,
                                        const LegatoCheckIn *check_in,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
gboolean
legato_journal_set_check_in_finish (LegatoJournal *self, GAsyncResult *result, GError **error);

void legato_journal_get_standing_async (LegatoJournal *self,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
LegatoStanding *
legato_journal_get_standing_finish (LegatoJournal *self, GAsyncResult *result, GError **error);

void legato_journal_set_standing_async (LegatoJournal *self,
                                        const LegatoStanding *standing,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
gboolean
legato_journal_set_standing_finish (LegatoJournal *self, GAsyncResult *result, GError **error);

void legato_journal_forget_person_async (LegatoJournal *self,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);
gboolean
legato_journal_forget_person_finish (LegatoJournal *self, GAsyncResult *result, GError **error);

G_END_DECLS
