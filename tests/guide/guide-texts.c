/* guide-texts.c: every text of a guide, for tests that look at all of them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "guide-texts.h"

#include "legato-guide-private.h"

static void
reach_texts (const char *id, GPtrArray *reaches, GuideTextFunc func, gpointer data)
{
  for (guint i = 0; i < reaches->len; i++)
    {
      const LegatoReach *reach = reaches->pdata[i];

      func (id, reach->text.text, reach->text.source, data);
    }
}

static void
zone_texts (const LegatoZone *zone, GuideTextFunc func, gpointer data)
{
  func (zone->id, zone->name, NULL, data);
  func (zone->id, zone->side_names[LEGATO_LEG_LEFT], NULL, data);
  func (zone->id, zone->side_names[LEGATO_LEG_RIGHT], NULL, data);
  func (zone->id, zone->words, NULL, data);
  func (zone->id, zone->place.text, zone->place.source, data);
  func (zone->id, zone->caution.text, zone->caution.source, data);
  reach_texts (zone->id, zone->reaches, func, data);
}

static void
technique_texts (const LegatoTechnique *technique, GuideTextFunc func, gpointer data)
{
  const LegatoText *texts[] = {
    &technique->brief, &technique->how,  &technique->why,      &technique->caution,
    &technique->tempo, &technique->dose, &technique->pressure,
  };
  gsize n_texts = G_N_ELEMENTS (texts) - (technique->kind == LEGATO_TECHNIQUE_EXERCISE ? 1 : 0);

  func (technique->id, technique->name, NULL, data);
  if (technique->other_name != NULL)
    func (technique->id, technique->other_name, NULL, data);
  if (technique->words != NULL)
    func (technique->id, technique->words, NULL, data);
  for (gsize i = 0; i < n_texts; i++)
    func (technique->id, texts[i]->text, texts[i]->source, data);
  reach_texts (technique->id, technique->reaches, func, data);
  for (guint i = 0; i < technique->uses->len; i++)
    {
      const LegatoUse *use = technique->uses->pdata[i];

      func (use->zone->id, use->brief.text, use->brief.source, data);
      func (use->zone->id, use->how.text, use->how.source, data);
      func (use->zone->id, use->caution.text, use->caution.source, data);
      reach_texts (technique->id, use->reaches, func, data);
    }
}

void
guide_texts_foreach (LegatoGuide *guide, GuideTextFunc func, gpointer data)
{
  GPtrArray *zones = legato_guide_get_zones (guide);
  GPtrArray *movements[] = { legato_guide_get_techniques (guide),
                             legato_guide_get_exercises (guide) };
  GPtrArray *routines = legato_guide_get_routines (guide);
  GPtrArray *goals = legato_guide_get_goals (guide);
  GPtrArray *all_advice = legato_guide_get_advice (guide);
  GPtrArray *preparation = guide->preparation;
  GPtrArray *positions = guide->positions;
  GPtrArray *tips = legato_guide_get_tips (guide);

  for (guint i = 0; i < zones->len; i++)
    zone_texts (zones->pdata[i], func, data);
  for (gsize kind = 0; kind < G_N_ELEMENTS (movements); kind++)
    for (guint i = 0; i < movements[kind]->len; i++)
      technique_texts (movements[kind]->pdata[i], func, data);
  for (guint i = 0; i < routines->len; i++)
    {
      const LegatoRoutine *routine = routines->pdata[i];

      func (routine->id, routine->name, NULL, data);
      func (routine->id, routine->words, NULL, data);
      func (routine->id, routine->summary, routine->source, data);
      for (guint p = 0; p < routine->preparation->len; p++)
        {
          const LegatoText *item = routine->preparation->pdata[p];

          func (routine->id, item->text, item->source, data);
        }
    }
  for (guint i = 0; i < goals->len; i++)
    {
      const LegatoRoutine *goal = goals->pdata[i];

      func (goal->id, goal->name, NULL, data);
      func (goal->id, goal->words, NULL, data);
      func (goal->id, goal->summary, goal->source, data);
    }
  for (guint i = 0; i < all_advice->len; i++)
    {
      const LegatoAdvice *advice = all_advice->pdata[i];

      func (advice->flag, advice->name, NULL, data);
      if (advice->words != NULL)
        func (advice->flag, advice->words, NULL, data);
      func (advice->flag, advice->question.text, advice->question.source, data);
      func (advice->flag, advice->advice.text, advice->advice.source, data);
    }
  for (guint i = 0; i < preparation->len; i++)
    {
      const LegatoText *item = preparation->pdata[i];

      func ("preparation", item->text, item->source, data);
    }
  for (guint i = 0; i < positions->len; i++)
    {
      const LegatoPosition *position = positions->pdata[i];

      func (position->id, position->name, NULL, data);
      func (position->id, position->picture, "D", data);
    }
  for (guint i = 0; i < tips->len; i++)
    {
      const LegatoTip *tip = tips->pdata[i];

      func (tip->id, tip->name, NULL, data);
      func (tip->id, tip->words, NULL, data);
      for (guint l = 0; l < tip->lines->len; l++)
        {
          const LegatoText *line = tip->lines->pdata[l];

          func (tip->id, line->text, line->source, data);
        }
    }
}
