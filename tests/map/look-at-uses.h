/* look-at-uses.h: what tests of hands look at, one technique on one place after the other
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <math.h>

#include "legato-demonstration.h"
#include "legato-hand-scene-testing.h"
#include "legato-map-views.h"
#include "../load-guide.h"

/* @scene: at the beginning of its demonstration; without a route where no hand moves along one */
typedef void (*LookAtUse) (LegatoHandScene *scene, const LegatoZone *zone, const LegatoUse *use);

/* Every technique on every zone of the left leg that it is used on. */
static inline void
look_at_uses (LookAtUse look)
{
  g_autoptr (LegatoGuide) guide = load_guide ();
  g_autoptr (LegatoMapViews) views = legato_map_views_new (guide);
  GPtrArray *zones = legato_guide_get_zones (guide);

  for (guint i = 0; i < zones->len; i++)
    {
      const LegatoZone *zone = g_ptr_array_index (zones, i);
      g_autoptr (GPtrArray) place = g_ptr_array_new ();

      g_ptr_array_add (place, (gpointer) zone);
      for (guint j = 0; j < zone->uses->len; j++)
        {
          const LegatoUse *use = g_ptr_array_index (zone->uses, j);
          g_autoptr (LegatoTimeline) timeline =
              legato_demonstration_new (guide, LEGATO_LEG_LEFT, use);
          LegatoMapArt *art = legato_map_views_get (
              views, legato_map_views_choose (LEGATO_VIEW_FRONT, place, use->technique));
          g_autoptr (LegatoHandRoute) route =
              legato_hand_route_new (art, zones, LEGATO_LEG_LEFT, place, use->technique);
          LegatoHandScene scene = { .route = route, .art = art, .timeline = timeline };

          g_test_message ("%s, %s", use->technique->id, zone->id);
          look (&scene, zone, use);
        }
    }
}

/* A step of a session: one's own, or that of somebody who is massaged. */
static inline LegatoTimeline *
make_step (LegatoGuide *guide,
           LegatoLeg leg,
           GPtrArray *zones,
           const LegatoTechnique *technique,
           LegatoPressure pressure,
           gboolean partner)
{
  GPtrArray *steps = g_ptr_array_new_with_free_func ((GDestroyNotify) legato_step_free);
  LegatoStep *step = legato_step_new (leg, LEGATO_PHASE_WORK, technique, pressure,
                                      MAX (18, technique->hold_min_s));
  g_autoptr (LegatoPlan) plan = NULL;

  for (guint i = 0; i < zones->len; i++)
    g_ptr_array_add (step->zones, zones->pdata[i]);
  g_ptr_array_add (steps, step);
  plan =
      legato_plan_new (guide, partner ? legato_guide_find_routine (guide, "partner") : NULL, steps);
  return legato_timeline_new (plan, 0);
}

/* The glides of the guide's routines that go over several places: each list of them once. */
static inline GPtrArray *
find_long_glides (LegatoGuide *guide)
{
  GPtrArray *found = g_ptr_array_new ();
  GPtrArray *routines = legato_guide_get_routines (guide);

  for (guint r = 0; r < routines->len; r++)
    {
      GPtrArray *steps = ((const LegatoRoutine *) routines->pdata[r])->leg_steps;

      for (guint s = 0; s < steps->len; s++)
        {
          const LegatoRoutineStep *step = steps->pdata[s];
          gboolean known = step->zones->len < 2 || step->technique->stroke != LEGATO_STROKE_GLIDE;

          for (guint f = 0; f < found->len && !known; f++)
            {
              GPtrArray *zones = ((const LegatoRoutineStep *) found->pdata[f])->zones;

              known = zones->len == step->zones->len;
              for (guint z = 0; z < zones->len && known; z++)
                known = zones->pdata[z] == step->zones->pdata[z];
            }
          if (!known)
            g_ptr_array_add (found, (gpointer) step);
        }
    }
  return found;
}

/* How much a figure differs between two moments: where it is, how far it is lifted, and closed. */
static inline double
find_leap (const LegatoFigure *a, const LegatoFigure *b)
{
  return MAX (hypot (b->at.x - a->at.x, b->at.y - a->at.y),
              9.0 * MAX (abs (b->lift - a->lift), abs (b->part - a->part)));
}

/* The middle of the left shin's bone in the front view, which is straight. */
static inline double
find_bone (double y)
{
  return 344.6 - 5.7 * (y - 584) / 394;
}

/* Where a joint of a figure is on the drawing. */
static inline LegatoMapPoint
find_joint (const LegatoFigure *hand, LegatoMapPoint joint)
{
  double x = hand->size * (hand->mirrored ? -joint.x : joint.x), y = hand->size * joint.y;

  return (LegatoMapPoint){ hand->at.x - hand->direction.y * x - hand->direction.x * y,
                           hand->at.y + hand->direction.x * x - hand->direction.y * y };
}

/* In the front view no finger lies on the left kneecap or on the bone of the shin, as far as that
 * is under the skin. */
static inline void
assert_beside_bones (const LegatoHandPicture *picture)
{
  for (guint i = 0; i < picture->n_figures; i++)
    {
      const LegatoFigure *hand = &picture->figures[i];
      LegatoHandJoints joints =
          legato_hand_joints_bend (hand->pose, hand->to, hand->part / (double) LEGATO_FIGURE_PARTS);

      for (int f = 0; f < LEGATO_N_FINGERS && hand->lift == 0 && !hand->is_tool; f++)
        for (int j = 0; j < LEGATO_N_JOINTS; j++)
          {
            LegatoMapPoint at = find_joint (hand, joints.finger[f][j]);

            g_assert_cmpfloat (hypot ((at.x - 355.7) / 20, (at.y - 535) / 27), >, 1);
            if (at.y > 600 && at.y < 930)
              g_assert_cmpfloat (fabs (at.x - find_bone (at.y)), >, 10);
          }
    }
}
