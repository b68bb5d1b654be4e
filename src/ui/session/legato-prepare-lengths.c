/* legato-prepare-lengths.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include "legato-prepare-lengths.h"
#include "legato-words.h"

/* Lengths that people choose; a session's own is offered besides. */
static gboolean
is_usual_length (guint minutes)
{
  return minutes == 3 || (minutes <= 20 && minutes % 5 == 0) || minutes == 30;
}

static gboolean
is_offered (const LegatoRequest *request, guint own, guint minutes)
{
  if (minutes == own)
    return TRUE;
  if (request->routine == NULL)
    return is_usual_length (minutes);
  for (guint i = 0; request->routine->minutes[i] != 0; i++)
    if (request->routine->minutes[i] == minutes)
      return TRUE;
  return FALSE;
}

/**
 * legato_prepare_lengths_find:
 * @request: what is asked for; its minutes do not count
 * @wanted: minutes that were asked for or that the person is used to; 0 for the session's own
 * @minutes: (element-type guint): filled with the lengths there are, in rising order
 *
 * A person's own routine lasts as long as they made it, so none is offered for it.
 *
 * Returns: the length to begin with: @wanted if there is a plan of it, else the session's own
 */
guint
legato_prepare_lengths_find (LegatoGuide *guide,
                             const LegatoRequest *request,
                             guint wanted,
                             GArray *minutes)
{
  LegatoRequest tried = *request;
  g_autoptr (LegatoPlan) plan = NULL;
  guint own = 0;
  gboolean found = FALSE;

  g_return_val_if_fail (guide != NULL && minutes != NULL, 0);

  tried.minutes = 0;
  plan = legato_planner_make (guide, &tried, NULL);
  if (plan != NULL)
    own = legato_plan_get_massage_seconds (plan) / 60;

  g_array_set_size (minutes, 0);
  if (tried.routine != NULL && tried.routine->own)
    return own;
  for (guint length = LEGATO_PLAN_MIN_MINUTES; length <= LEGATO_PLAN_MAX_MINUTES; length++)
    {
      if (!is_offered (&tried, own, length) && length != wanted)
        continue;
      tried.minutes = length;
      g_clear_pointer (&plan, legato_plan_unref);
      plan = legato_planner_make (guide, &tried, NULL);
      if (plan == NULL)
        continue;
      g_array_append_val (minutes, length);
      found = found || length == wanted;
    }
  return found ? wanted : own;
}

/** legato_prepare_lengths_fill: offers @minutes, as legato_prepare_lengths_find() found them, in
 * @row, and chooses @first there */
void
legato_prepare_lengths_fill (AdwComboRow *row, const GArray *minutes, guint first)
{
  g_autoptr (GtkStringList) lengths = gtk_string_list_new (NULL);
  guint selected = 0;

  g_return_if_fail (ADW_IS_COMBO_ROW (row) && minutes != NULL);

  for (guint i = 0; i < minutes->len; i++)
    {
      guint length = g_array_index (minutes, guint, i);
      g_autofree char *text = legato_words_dup_minutes (length);

      gtk_string_list_append (lengths, text);
      if (length == first)
        selected = i;
    }
  adw_combo_row_set_model (row, G_LIST_MODEL (lengths));
  adw_combo_row_set_selected (row, selected);
}
