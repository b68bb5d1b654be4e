/* legato-person-model-private.h: what the parts of LegatoPersonModel share (internal)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-person-model.h"

G_BEGIN_DECLS

struct _LegatoPersonModel
{
  GObject parent_instance;

  /* Borrowed reference (nullable): what stays while the journal writes */
  GApplication *application;

  /* Owned references */
  LegatoGuide *guide;
  LegatoJournal *journal;
  char *waiting_for; /* path of the journal beside which entries wait; %NULL while it may open */
  LegatoProfile *profile;
  LegatoCheckIn *check_in;
  LegatoCheckIn *answers; /* to be noted with the session that they were given for */
  LegatoStanding *standing;
  GPtrArray *entries;         /* (element-type LegatoEntry) (nullable): until they are listed */
  GPtrArray *cut_off;         /* (element-type LegatoEntry) (nullable): likewise */
  GPtrArray *unsaved_entries; /* (element-type LegatoEntry): until the journal is open */

  LegatoPerson person;

  gboolean guest;            /* nothing of them is kept */
  gboolean listing;          /* the entries are being read */
  gboolean list_again;       /* they changed since that began */
  guint n_said;              /* how often the person said something */
  guint n_said_when_listing; /* as many as that when the reading began */
  gboolean loaded;           /* what the journal knows is here */
  gboolean changed_early;    /* the journal changed before that */
  gboolean profile_unsaved;  /* said before the journal was open, or not written since */
  gboolean check_in_unsaved; /* likewise */
  gboolean standing_unsaved; /* likewise */
};

void legato_person_model_fail (LegatoPersonModel *self, const GError *error);
void legato_person_model_read_again (LegatoPersonModel *self);
void legato_person_model_save_standing (LegatoPersonModel *self);
void legato_person_model_save_entry (LegatoPersonModel *self, LegatoEntry *entry);

G_END_DECLS
