/* legato-person-model-private.h: what the parts of LegatoPersonModel share (internal)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-journal-keep.h"
#include "legato-person-model.h"

G_BEGIN_DECLS

/** What a person says that is no entry, as flags.
 * @LEGATO_SAID_FORGET: that nothing of what they said before is to be known */
typedef enum
{
  LEGATO_SAID_FORGET = 1 << 3,
  LEGATO_SAID_PROFILE = 1 << 0,
  LEGATO_SAID_CHECK_IN = 1 << 1,
  LEGATO_SAID_STANDING = 1 << 2,
} LegatoSaid;

struct _LegatoPersonModel
{
  GObject parent_instance;

  /* Borrowed reference (nullable): what stays while the journal writes */
  GApplication *application;

  /* Owned references */
  LegatoGuide *guide;
  LegatoJournal *journal;
  char *path;     /* of the journal (nullable): not known yet */
  GError *unkept; /* (nullable): why what is unsaved is not even beside the journal */
  LegatoProfile *profile;
  LegatoCheckIn *check_in;
  LegatoCheckIn *answers; /* to be noted with the session that they were given for */
  LegatoStanding *standing;
  LegatoAnswers forgotten; /* what was forgotten last, to undo that; without a profile: nothing */
  GPtrArray *entries;      /* (element-type LegatoEntry) (nullable): until they are listed */
  GPtrArray *cut_off;      /* (element-type LegatoEntry) (nullable): likewise */
  GPtrArray *unsaved_entries; /* (element-type LegatoEntry): until the journal takes them */

  LegatoPerson person;

  gboolean guest;            /* nothing of them is kept */
  gboolean listing;          /* the entries are being read */
  gboolean list_again;       /* they changed since that began */
  guint n_said;              /* how often the person said something */
  guint n_said_when_listing; /* as many as that when the reading began */
  gboolean opens;            /* it is being opened: entries wait for that, not beside it */
  gboolean informed;         /* the profile was made out of what the journal knew */
  gboolean beside;           /* what was said may lie beside the journal */
  guint n_writing;           /* calls that are on their way into the journal */
  gboolean loading;          /* what the journal knows is being read */
  gboolean loaded;           /* it is here */
  gboolean changed_early;    /* the journal changed before that */
  guint unsaved;             /* of LegatoSaid: what the journal does not hold, nor is writing */
  gboolean forgets;          /* LEGATO_SAID_FORGET was said, and is neither done nor taken back */
  guint unsaved_forgotten;   /* likewise, when `forgotten` was forgotten */
  guint told;                /* of LegatoSaid: what it was told of that it could not be written */
};

void legato_person_model_fail (LegatoPersonModel *self, const GError *error);
void legato_person_model_tell_kept (LegatoPersonModel *self, LegatoKept kept);
void legato_person_model_notify_busy (LegatoPersonModel *self);
void legato_person_model_changed (LegatoPersonModel *self);
void legato_person_model_keep_beside (LegatoPersonModel *self);
void legato_person_model_write (LegatoPersonModel *self);
void legato_person_model_save (LegatoPersonModel *self, guint what);
void legato_person_model_save_rest (LegatoPersonModel *self);
void legato_person_model_save_standing (LegatoPersonModel *self);
void legato_person_model_save_entry (LegatoPersonModel *self, LegatoEntry *entry);

G_END_DECLS
