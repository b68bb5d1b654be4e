/* legato-period-loader.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include "legato-period-loader.h"

#define DAYS_A_WEEK 7

/* What was asked, and what has come so far. */
typedef struct
{
  guint32 first_day;
  guint n_weeks;
  GDate from;
  GDate to;
  gboolean has_any;
  gboolean has_earlier;
  GArray *ratings;
  GPtrArray *entries;
} Load;

static void
load_free (gpointer data)
{
  Load *self = data;

  g_clear_pointer (&self->ratings, g_array_unref);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_free (self);
}

static Load *
get_load (gpointer task)
{
  return g_task_get_task_data (G_TASK (task));
}

static LegatoJournal *
get_journal (gpointer task)
{
  return LEGATO_JOURNAL (g_task_get_source_object (G_TASK (task)));
}

static void
sum_up_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Load *load = data;

  g_task_return_pointer (
      task, legato_period_new (load->ratings, load->entries, load->first_day, load->n_weeks),
      (GDestroyNotify) legato_period_unref);
}

static void
entries_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  get_load (task)->entries = legato_journal_list_finish (LEGATO_JOURNAL (object), result, &error);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_run_in_thread (task, sum_up_in_thread);
}

static void
ratings_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Load *load = get_load (task);
  GError *error = NULL;

  load->ratings = legato_journal_ratings_finish (LEGATO_JOURNAL (object), result, &error);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    legato_journal_list_async (get_journal (task), &load->from, &load->to, 0, 0,
                               g_task_get_cancellable (task), entries_cb, g_object_ref (task));
}

static void
earlier_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Load *load = get_load (task);
  GError *error = NULL;
  g_autoptr (GPtrArray) found =
      legato_journal_list_finish (LEGATO_JOURNAL (object), result, &error);

  if (found == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  load->has_earlier = found->len > 0;
  legato_journal_ratings_async (get_journal (task), NULL, &load->from, &load->to,
                                g_task_get_cancellable (task), ratings_cb, g_object_ref (task));
}

static void
any_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Load *load = get_load (task);
  GError *error = NULL;
  g_autoptr (GPtrArray) found =
      legato_journal_list_finish (LEGATO_JOURNAL (object), result, &error);
  GDate day_before;

  if (found == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  load->has_any = found->len > 0;
  day_before = load->from;
  g_date_subtract_days (&day_before, 1);
  legato_journal_list_async (get_journal (task), NULL, &day_before, 1, 0,
                             g_task_get_cancellable (task), earlier_cb, g_object_ref (task));
}

/**
 * legato_period_load_async:
 * @first_day: Julian day
 * @n_weeks: 1 or more
 *
 * Asks the journal for these weeks only, so that it takes as long with many years as with few.
 */
void
legato_period_load_async (LegatoJournal *journal,
                          guint32 first_day,
                          guint n_weeks,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Load *load = NULL;

  g_return_if_fail (LEGATO_IS_JOURNAL (journal));

  load = g_new0 (Load, 1);
  load->first_day = first_day;
  load->n_weeks = n_weeks;
  g_date_clear (&load->from, 1);
  g_date_clear (&load->to, 1);
  g_date_set_julian (&load->from, first_day);
  g_date_set_julian (&load->to, first_day + n_weeks * DAYS_A_WEEK - 1);
  task = g_task_new (journal, cancellable, callback, user_data);
  g_task_set_task_data (task, load, load_free);
  legato_journal_list_async (journal, NULL, NULL, 1, 0, cancellable, any_cb, g_object_ref (task));
}

/**
 * legato_period_load_finish:
 * @has_earlier: (out): whether the journal holds anything before these weeks
 * @has_any: (out): whether it holds anything
 *
 * Returns: (transfer full): the weeks, or %NULL with @error set
 */
LegatoPeriod *
legato_period_load_finish (GAsyncResult *result,
                           gboolean *has_earlier,
                           gboolean *has_any,
                           GError **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  *has_earlier = get_load (result)->has_earlier;
  *has_any = get_load (result)->has_any;
  return g_task_propagate_pointer (G_TASK (result), error);
}
