/* legato-window-results.c: goes to what a search has found
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include "legato-dates.h"
#include "legato-named-days.h"
#include "legato-window-private.h"

/* Where a room of legato-search-rooms.c is, by an action, and what else the desktop's search
 * offers; three are within a page, and so are all places, which are no room. */
static const struct
{
  const char *id;
  const char *action;
  const char *target; /* (nullable) */
} rooms[] = {
  { "preferences", "win.preferences", NULL },
  { "you", "win.preferences-page", "you" },
  { "places", "win.preferences-page", "places" },
  { "sound", "win.preferences-page", "sound" },
  { "reminders", "win.preferences-page", "reminders" },
  { "copies", "win.preferences-page", "copies" },
  { "computers", "win.preferences-page", "copies" },
  { "look", "win.preferences-page", "look" },
  { "desktop", "win.preferences-page", "look" },
  { "export", "win.export-journal", NULL },
  { "table", "win.export-table", NULL },
  { "import", "win.import-journal", NULL },
  { "restore", "win.restore-journal", NULL },
  { "check-in", "app.check-in", NULL },
  { "entry", "app.add-entry", NULL },
  { "routine", "own.new", NULL },
  { "audio", "win.page", "routines" },
  { "cues", "win.learn-cues", NULL },
  { "tips", "win.good-to-know", NULL },
  { "help", "win.help", NULL },
  { "shortcuts", "win.shortcuts", NULL },
  { "about", "app.about", NULL },
  { "trends", "win.page", "trends" },
  { "journal", "win.page", "journal" },
  { "continue", "app.continue", NULL },
};

/* A technique is shown on the first place it touches. */
static void
choose_technique (LegatoWindow *self, const char *id)
{
  const LegatoTechnique *technique =
      legato_guide_find_technique (legato_context_get_guide (self->context), id);

  for (guint i = 0; technique != NULL && i < technique->uses->len; i++)
    {
      const LegatoUse *use = g_ptr_array_index (technique->uses, i);

      if (use->zone->lift_over)
        continue;
      legato_window_show_page (self, "legs");
      legato_legs_page_choose_use (self->legs, LEGATO_LEG_LEFT, use);
      return;
    }
}

static void
choose_goal (LegatoWindow *self, const char *id)
{
  LegatoRequest request = { .legs = LEGATO_LEG_BOTH };

  if (legato_goal_from_id (id, &request.goal))
    legato_session_flow_prepare (self->flow, &request);
}

static void
show_room (LegatoWindow *self, const char *id)
{
  GtkWidget *widget = GTK_WIDGET (self);

  for (gsize i = 0; i < G_N_ELEMENTS (rooms); i++)
    if (g_str_equal (id, rooms[i].id))
      {
        if (rooms[i].target != NULL)
          gtk_widget_activate_action (widget, rooms[i].action, "s", rooms[i].target);
        else
          gtk_widget_activate_action (widget, rooms[i].action, NULL);
        return;
      }
  if (g_str_equal (id, "all-places"))
    {
      if (legato_window_show_page (self, "legs"))
        legato_legs_page_choose (self->legs, LEGATO_LEG_LEFT, NULL);
    }
  else if (g_str_equal (id, "bin"))
    {
      if (legato_window_show_page (self, "journal"))
        legato_journal_page_show_bin (self->journal);
    }
  else if (g_str_equal (id, "report"))
    {
      if (legato_window_show_page (self, "trends"))
        legato_trends_page_report (self->trends);
    }
  else if (g_str_equal (id, "compare"))
    {
      if (legato_window_show_page (self, "trends"))
        legato_trends_page_compare (self->trends);
    }
}

/**
 * legato_window_show_result:
 * @id: what of it; one that is not there is passed over
 *
 * Goes to what a search has found.
 */
void
legato_window_show_result (LegatoWindow *self, LegatoHitKind kind, const char *id)
{
  g_return_if_fail (LEGATO_IS_WINDOW (self) && id != NULL);

  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  switch (kind)
    {
    case LEGATO_HIT_ZONE:
      legato_window_choose_zone (self, id);
      break;
    case LEGATO_HIT_TECHNIQUE:
      choose_technique (self, id);
      break;
    case LEGATO_HIT_ROUTINE:
      legato_window_prepare (self, id);
      break;
    case LEGATO_HIT_GOAL:
      choose_goal (self, id);
      break;
    case LEGATO_HIT_EXERCISE:
    case LEGATO_HIT_TIP:
      legato_window_show_tip (self, id);
      break;
    case LEGATO_HIT_ROOM:
      show_room (self, id);
      break;
    case LEGATO_HIT_DAY:
      if (legato_dates_read_id (id) != 0)
        legato_window_search (self, id);
      break;
    case LEGATO_HIT_ADVICE:
    default:
      g_return_if_reached ();
    }
}

/** legato_window_search: shows what @text finds, or what the journal has of the days it names */
void
legato_window_search (LegatoWindow *self, const char *text)
{
  g_autoptr (LegatoNamedDays) named = NULL;
  LegatoDayRange days = { 0, 0 };

  g_return_if_fail (LEGATO_IS_WINDOW (self) && text != NULL);

  named = legato_named_days_read (text, legato_person_model_get_today ());
  if (named->ranges->len > 0)
    days = g_array_index (named->ranges, LegatoDayRange, 0);
  if (named->ranges->len > 0 || named->journal)
    {
      if (legato_window_show_page (self, "journal"))
        legato_journal_page_show_days (self->journal, days.first, days.last, named->rest);
      return;
    }
  /* The results stand in the place of the page that is behind what is asked now. */
  if (!legato_window_show_page (self, adw_view_stack_get_visible_child_name (self->pages)))
    return;
  gtk_widget_activate_action (GTK_WIDGET (self), "win.search", NULL);
  gtk_editable_set_text (self->search_entry, text);
}
