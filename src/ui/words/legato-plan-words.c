/* legato-plan-words.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-plan-words.h"

/* Rules that hold for everybody, or that the step itself tells of, are not listed. */
static const char *const common_rules[] = {
  "P-POP", "P-LIGHT-FIRST", "P-LIGHT-LAST", "P-RISE-FALL", "P-LEN", NULL,
};

/* More than so many are counted, not named. */
#define MOST_NAMED 6

/* The places of one reason, with the legs on which it holds there. */
typedef struct
{
  const LegatoZone *zone;
  const LegatoTechnique *technique;
  guint legs; /* bits 1 << LegatoLeg */
} Place;

typedef struct
{
  const char *text;
  GPtrArray *both_legs; /* (element-type utf8): titles of what is done with a tool on both legs */
  GArray *places;       /* (element-type Place): all others */
} Reason;

static void
reason_clear (gpointer data)
{
  Reason *reason = data;

  g_ptr_array_unref (reason->both_legs);
  g_array_unref (reason->places);
}

static Reason *
find_reason (GArray *reasons, const LegatoReason *reason)
{
  Reason fresh = { .text = reason->text };

  if (g_strv_contains (common_rules, reason->id))
    return NULL;
  for (guint i = 0; i < reasons->len; i++)
    if (g_str_equal (g_array_index (reasons, Reason, i).text, reason->text))
      return &g_array_index (reasons, Reason, i);
  fresh.both_legs = g_ptr_array_new_with_free_func (g_free);
  fresh.places = g_array_new (FALSE, FALSE, sizeof (Place));
  g_array_append_val (reasons, fresh);
  return &g_array_index (reasons, Reason, reasons->len - 1);
}

static void
add_place (Reason *reason, const LegatoZone *zone, const LegatoTechnique *technique, LegatoLeg leg)
{
  Place place = { zone, technique, leg == LEGATO_LEG_BOTH ? 3 : 1u << leg };

  for (guint i = 0; i < reason->places->len; i++)
    {
      Place *known = &g_array_index (reason->places, Place, i);

      if (known->zone == zone && known->technique == technique)
        {
          known->legs |= place.legs;
          return;
        }
    }
  g_array_append_val (reason->places, place);
}

static void
add_step (Reason *reason, const LegatoStep *step)
{
  if (step->leg == LEGATO_LEG_BOTH && step->zones->len > 0)
    {
      g_autofree char *title = legato_step_dup_title (step);

      if (!g_ptr_array_find_with_equal_func (reason->both_legs, title, g_str_equal, NULL))
        g_ptr_array_add (reason->both_legs, g_steal_pointer (&title));
      return;
    }
  for (guint z = 0; z < step->zones->len; z++)
    add_place (reason, g_ptr_array_index (step->zones, z), NULL, step->leg);
}

static char *
dup_where (const Reason *reason)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;

  for (guint i = 0; i < reason->both_legs->len; i++)
    g_strv_builder_add (builder, g_ptr_array_index (reason->both_legs, i));
  if (reason->places->len > MOST_NAMED)
    {
      g_autofree char *many = g_strdup_printf (
          ngettext ("%u place", "%u places", reason->places->len), reason->places->len);

      g_strv_builder_add (builder, many);
    }
  for (guint i = 0; reason->places->len <= MOST_NAMED && i < reason->places->len; i++)
    {
      const Place *place = &g_array_index (reason->places, Place, i);
      const char *name = place->zone->name;
      g_autofree char *both = NULL;

      if (place->legs != 3)
        name = place->zone->side_names[place->legs == 1 ? LEGATO_LEG_LEFT : LEGATO_LEG_RIGHT];
      if (place->technique != NULL)
        /* Translators: a technique and the place where it is left out: "Foam roller (Calf)" */
        both = g_strdup_printf (_ ("%s (%s)"), place->technique->name, name);
      g_strv_builder_add (builder, both != NULL ? both : name);
    }
  parts = g_strv_builder_end (builder);

  /* Translators: stands between the items of a list, as in "Ankle, Calf" */
  return g_strjoinv (C_ ("list", ", "), parts);
}

static void
remark_free (gpointer data)
{
  LegatoPlanRemark *remark = data;

  g_free (remark->text);
  g_free (remark->where);
  g_free (remark);
}

/**
 * legato_plan_words_list_remarks:
 *
 * Returns: (transfer full) (element-type LegatoPlanRemark): what @plan does otherwise for its
 * person, each reason once: first what is left out, then what is lighter, longer or added
 */
GPtrArray *
legato_plan_words_list_remarks (LegatoPlan *plan)
{
  g_autoptr (GArray) reasons = g_array_new (FALSE, FALSE, sizeof (Reason));
  GPtrArray *remarks = g_ptr_array_new_with_free_func (remark_free);
  GPtrArray *left_out = NULL;

  g_return_val_if_fail (plan != NULL, remarks);

  g_array_set_clear_func (reasons, reason_clear);
  left_out = legato_plan_get_left_out (plan);
  for (guint i = 0; i < left_out->len; i++)
    {
      const LegatoLeftOut *item = g_ptr_array_index (left_out, i);
      Reason *reason = find_reason (reasons, &item->reason);

      if (reason != NULL)
        add_place (reason, item->zone, item->technique, item->leg);
    }
  for (guint s = 0; s < legato_plan_get_n_steps (plan); s++)
    {
      const LegatoStep *step = legato_plan_get_step (plan, s);

      for (guint r = 0; r < step->reasons->len; r++)
        {
          Reason *reason = find_reason (reasons, g_ptr_array_index (step->reasons, r));

          if (reason != NULL)
            add_step (reason, step);
        }
    }

  for (guint i = 0; i < reasons->len; i++)
    {
      const Reason *reason = &g_array_index (reasons, Reason, i);
      LegatoPlanRemark *remark = g_new0 (LegatoPlanRemark, 1);

      remark->text = g_strdup (reason->text);
      remark->where = dup_where (reason);
      g_ptr_array_add (remarks, remark);
    }
  return remarks;
}
