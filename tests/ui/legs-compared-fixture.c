/* legs-compared-fixture.c: a comparison of the legs that is kept beside a journal of its own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "legs-compared-fixture.h"

#include "legato-experiment-file.h"
#include "legato-person-model.h"
#include "legato-soreness-row.h"

guint32
legs_compared_get_today (void)
{
  return legato_person_model_get_today ();
}

static void
drawn_cb (LegatoLegsCompared *view,
          LegatoLeg leg,
          const LegatoZone *zone,
          const char *uuid,
          guint left,
          guint right,
          LegsComparedTrial *trial)
{
  g_free (trial->uuid);
  *trial = (LegsComparedTrial){ trial->n + 1, zone, g_strdup (uuid), leg, left, right };
}

void
legs_compared_trial_clear (LegsComparedTrial *trial)
{
  g_free (trial->uuid);
}
/* With a journal of its own, beside which the comparison is kept. */
LegatoContext *
legs_compared_open_empty (PageFixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "legs.db", NULL);

  return ui_test_open_context (fixture, path);
}

char *
legs_compared_get_file (PageFixture *fixture)
{
  return legato_experiment_file_get_path (fixture->path);
}

GtkWidget *
legs_compared_show_view (PageFixture *fixture, LegatoContext *context, LegsComparedTrial *trial)
{
  LegatoLegsCompared *view = legato_legs_compared_new (context);

  if (trial != NULL)
    g_signal_connect (view, "session-drawn", G_CALLBACK (drawn_cb), trial);
  ui_test_show (fixture, GTK_WIDGET (view), 360, 900);
  return GTK_WIDGET (view);
}

void
legs_compared_rate (GtkWidget *view, int left, int right)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  ui_test_collect (view, LEGATO_TYPE_SORENESS_ROW, rows);
  g_assert_cmpuint (rows->len, ==, 2);
  legato_soreness_row_set_value (g_ptr_array_index (rows, 0), left);
  legato_soreness_row_set_value (g_ptr_array_index (rows, 1), right);
}

void
legs_compared_begin (GtkWidget *view)
{
  GtkWidget *button = NULL;

  while ((button = ui_test_find (view, GTK_TYPE_BUTTON, BEGIN)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (gtk_widget_get_sensitive (button));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (ui_test_find (view, GTK_TYPE_CHECK_BUTTON, NULL)),
                               TRUE);
  g_assert_true (gtk_widget_get_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  ui_test_wait_for_label (view, "Calf: 0 of 14 massages.");
}

void
legs_compared_set_zone (const char *zone)
{
  if (zone != NULL)
    g_setenv ("TZ", zone, TRUE);
  else
    g_unsetenv ("TZ");
}
