/* legato-experiment.h: one leg is massaged, the other is not, and chance says which
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-entry.h"
#include "legato-interval.h"

G_BEGIN_DECLS

/** How many weeks an experiment lasts, and how many days lie from one session to the next: the
 * second day after one has to be rated before the next. */
#define LEGATO_EXPERIMENT_MIN_WEEKS 2
#define LEGATO_EXPERIMENT_MAX_WEEKS 6
#define LEGATO_EXPERIMENT_MIN_EVERY 2
#define LEGATO_EXPERIMENT_MAX_EVERY 3

/** So many days after a session its last rating is due. */
#define LEGATO_EXPERIMENT_FOLLOW_DAYS 2

/** Legs that are further apart are not equally sore: the change that people notice. */
#define LEGATO_EXPERIMENT_APART 2

#define LEGATO_EXPERIMENT_ERROR (legato_experiment_error_quark ())
GQuark legato_experiment_error_quark (void);

/**
 * LegatoExperimentError:
 * @LEGATO_EXPERIMENT_ERROR_SCHEDULE: no such number of weeks or days
 * @LEGATO_EXPERIMENT_ERROR_TOO_FEW: so few sessions that chance could never be told from an effect
 * @LEGATO_EXPERIMENT_ERROR_BROKEN: what was kept of it makes no sense
 */
typedef enum
{
  LEGATO_EXPERIMENT_ERROR_SCHEDULE,
  LEGATO_EXPERIMENT_ERROR_TOO_FEW,
  LEGATO_EXPERIMENT_ERROR_BROKEN,
} LegatoExperimentError;

/**
 * LegatoExperimentState:
 * @LEGATO_EXPERIMENT_RUNNING: sessions or ratings may still come; nothing is shown
 * @LEGATO_EXPERIMENT_DONE: it ran to its end
 * @LEGATO_EXPERIMENT_STOPPED: the person or a safety rule ended it
 */
typedef enum
{
  LEGATO_EXPERIMENT_RUNNING,
  LEGATO_EXPERIMENT_DONE,
  LEGATO_EXPERIMENT_STOPPED,
} LegatoExperimentState;

/** LegatoExperiment: what was set out, what was drawn so far */
typedef struct _LegatoExperiment LegatoExperiment;

LegatoExperiment *legato_experiment_new (const char *zone,
                                         guint32 first_day,
                                         guint weeks,
                                         guint every,
                                         GError **error);
LegatoExperiment *legato_experiment_new_from_variant (GVariant *variant, GError **error);
GVariant *legato_experiment_to_variant (LegatoExperiment *self);
void legato_experiment_free (LegatoExperiment *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LegatoExperiment, legato_experiment_free)

gboolean legato_experiment_legs_are_alike (guint left, guint right);

const char *legato_experiment_get_zone (LegatoExperiment *self);
guint legato_experiment_get_n_planned (LegatoExperiment *self);
guint legato_experiment_get_n_drawn (LegatoExperiment *self);
guint32 legato_experiment_get_first_day (LegatoExperiment *self);
guint32 legato_experiment_get_next_day (LegatoExperiment *self, guint32 today);
const char *
legato_experiment_get_session (LegatoExperiment *self, guint index, guint32 *day, LegatoLeg *leg);
const char *legato_experiment_get_stop_reason (LegatoExperiment *self);
LegatoExperimentState legato_experiment_get_state (LegatoExperiment *self, guint32 today);
gboolean legato_experiment_is_due (LegatoExperiment *self, guint32 today);

LegatoLeg
legato_experiment_draw (LegatoExperiment *self, guint32 today, const char *uuid, GRand *rand);
void legato_experiment_stop (LegatoExperiment *self, guint32 today, const char *reason);

/**
 * LegatoExperimentVerdict: what may be said of the treated leg beside the other
 * @LEGATO_EXPERIMENT_CANT_TELL: too few sessions were rated
 * @LEGATO_EXPERIMENT_NO_DIFFERENCE: none that this could find
 */
typedef enum
{
  LEGATO_EXPERIMENT_CANT_TELL,
  LEGATO_EXPERIMENT_NO_DIFFERENCE,
  LEGATO_EXPERIMENT_LESS_SORE,
  LEGATO_EXPERIMENT_MORE_SORE,
} LegatoExperimentVerdict;

/**
 * LegatoExperimentResult:
 * @n_planned, @n_drawn: sessions
 * @n_left: of those drawn, how many treated the left leg
 * @next_day: the figure that was fixed beforehand: the change of the treated leg to the next day
 *   less that of the other, in points, below 0 where the treated leg is better off; its n is the
 *   sessions with all four ratings
 * @second_day: the same to the second day, to look at beside it
 * @verdict: of @next_day
 * @could_find: a difference of more points than this, to either side, would have been found; at
 *   least half a point, as ratings are whole; infinite if none could
 */
typedef struct
{
  guint n_planned;
  guint n_drawn;
  guint n_left;
  LegatoInterval next_day;
  LegatoInterval second_day;
  LegatoExperimentVerdict verdict;
  double could_find;
} LegatoExperimentResult;

gboolean legato_experiment_analyse (LegatoExperiment *self,
                                    const GPtrArray *entries,
                                    guint32 today,
                                    LegatoExperimentResult *result);

G_END_DECLS
