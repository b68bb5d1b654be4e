/* legato-session-private.h: what the parts of LegatoSession share (internal)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-planner.h"
#include "legato-session.h"
#include "legato-tally.h"

G_BEGIN_DECLS

/** Nobody is guided for longer, at whatever tempo (domain.md §4). */
#define LEGATO_SESSION_CEILING_S (LEGATO_PLAN_MAX_MINUTES * 60)

struct _LegatoSession
{
  GObject parent_instance;

  /* Owned references */
  GObject *player;
  LegatoTally *tally;
  LegatoRunning *facts; /* what does not change under way: who, when, for what; without steps */
  GPtrArray *dropped;   /* (element-type LegatoPlace): what hurt */
  GError *error;

  const LegatoTransport *transport;
  LegatoSessionState state;
  LegatoSessionState state_before_hurt;
  int step;
  guint look_id;
  guint tempo;      /* per cent */
  guint rest_s;     /* 0 for none */
  gint64 rest_left; /* microseconds, as of rest_since */
  gint64 rest_since;
  gboolean half_said;
  gboolean completed;
};

void legato_session_look (LegatoSession *self);
LegatoRunning *legato_session_make_running (LegatoSession *self);

G_END_DECLS
