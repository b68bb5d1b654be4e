/* legato-month-view.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-access.h"
#include "legato-dates.h"
#include "legato-month-view.h"
#include "legato-person-model.h"

#define N_WEEKDAYS 7
#define N_WEEKS 6
#define N_CELLS (N_WEEKDAYS * N_WEEKS)

/* The most dots on a day, one a massage. */
#define MOST_DOTS 3

/* The least soreness for each shade of a day. */
static const int shades[] = { 1, 4, 7 };

typedef struct
{
  guint n_entries;
  guint n_sessions;
  int soreness; /* the highest rating, or -1 */
} Day;

struct _LegatoMonthView
{
  AdwBin parent_instance;

  /* Borrowed references, within this */
  GtkLabel *title;
  GtkGrid *grid;
  GtkButton *cells[N_CELLS];
  GtkLabel *numbers[N_CELLS];
  GtkLabel *dots[N_CELLS];

  /* Owned references */
  LegatoJournalConnection *connection;
  GSignalGroup *journal_signals;
  GCancellable *cancellable; /* of what is read for the present month */

  Day days[N_CELLS];
  GDate first; /* of the month */
  guint32 chosen;
  gboolean turned; /* the person went to this month */
};

enum
{
  DAY_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LegatoMonthView, legato_month_view, ADW_TYPE_BIN)

/* The day in the first cell: of this month or the one before. */
static guint32
get_first_cell (LegatoMonthView *self)
{
  guint before =
      (guint) (g_date_get_weekday (&self->first) - legato_dates_get_first_weekday () + N_WEEKDAYS)
      % N_WEEKDAYS;

  return g_date_get_julian (&self->first) - before;
}

static int
get_shade (int soreness)
{
  int shade = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (shades); i++)
    shade += soreness >= shades[i] ? 1 : 0;
  return shade;
}

static void
set_class (GtkWidget *widget, const char *name, gboolean has)
{
  if (has)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

/* "Friday, 20 November 2026: 2 massages, soreness up to 6" */
static char *
dup_name (guint32 day, const Day *held)
{
  g_autofree char *date = legato_dates_dup_full_day (day);
  g_autoptr (GString) name = g_string_new (date);

  if (held->n_sessions > 0)
    {
      g_string_append (name, C_ ("list", ", "));
      g_string_append_printf (name, ngettext ("%u massage", "%u massages", held->n_sessions),
                              held->n_sessions);
    }
  if (held->n_entries > held->n_sessions)
    {
      guint n = held->n_entries - held->n_sessions;

      g_string_append (name, C_ ("list", ", "));
      g_string_append_printf (name, ngettext ("%u other entry", "%u other entries", n), n);
    }
  if (held->soreness >= 0)
    {
      g_string_append (name, C_ ("list", ", "));
      g_string_append_printf (name, _ ("soreness up to %d"), held->soreness);
    }
  if (held->n_entries == 0 && held->soreness < 0)
    g_string_append_printf (name, "%s%s", C_ ("list", ", "), _ ("nothing noted"));
  return g_string_free (g_steal_pointer (&name), FALSE);
}

static void
show_cell (LegatoMonthView *self, guint i)
{
  static const char *const classes[] = { NULL, "sore-1", "sore-2", "sore-3" };
  GtkWidget *cell = GTK_WIDGET (self->cells[i]);
  guint32 day = get_first_cell (self) + i;
  const Day *held = &self->days[i];
  g_autofree char *number = NULL;
  g_autofree char *name = dup_name (day, held);
  g_autoptr (GString) dots = g_string_new (NULL);
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  number = g_strdup_printf ("%u", g_date_get_day (&date));
  gtk_label_set_label (self->numbers[i], number);
  for (guint n = 0; n < MIN (held->n_sessions, MOST_DOTS); n++)
    g_string_append (dots, "•");
  gtk_label_set_label (self->dots[i], dots->str);
  for (int shade = 1; shade < (int) G_N_ELEMENTS (classes); shade++)
    set_class (cell, classes[shade], get_shade (held->soreness) == shade);
  set_class (cell, "other-month", g_date_get_month (&date) != g_date_get_month (&self->first));
  set_class (cell, "today", day == legato_person_model_get_today ());
  set_class (cell, "chosen", day == self->chosen);
  legato_access_set_name (cell, name, name);
}

static void
show (LegatoMonthView *self)
{
  g_autofree char *title =
      legato_dates_dup_month (g_date_get_month (&self->first), g_date_get_year (&self->first));

  gtk_label_set_label (self->title, title);
  for (guint i = 0; i < N_CELLS; i++)
    show_cell (self, i);
}

/* What is wrong with the journal is not said here: the list beside the month reads it, too. */

static void
counted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) days =
      legato_journal_list_days_finish (LEGATO_JOURNAL (source), result, &error);
  g_autoptr (LegatoMonthView) self = data;
  guint32 first = get_first_cell (self);

  if (days == NULL)
    return;
  for (guint i = 0; i < N_CELLS; i++)
    self->days[i].n_entries = self->days[i].n_sessions = 0;
  for (guint i = 0; i < days->len; i++)
    {
      const LegatoDayCount *count = &g_array_index (days, LegatoDayCount, i);

      if (count->day < first || count->day >= first + N_CELLS)
        continue;
      self->days[count->day - first].n_entries = count->n_entries;
      self->days[count->day - first].n_sessions = count->n_sessions;
    }
  show (self);
}

static void
rated_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ratings =
      legato_journal_ratings_finish (LEGATO_JOURNAL (source), result, &error);
  g_autoptr (LegatoMonthView) self = data;
  guint32 first = get_first_cell (self);

  if (ratings == NULL)
    return;
  for (guint i = 0; i < N_CELLS; i++)
    self->days[i].soreness = -1;
  for (guint i = 0; i < ratings->len; i++)
    {
      const LegatoSoreness *rating = &g_array_index (ratings, LegatoSoreness, i);
      Day *day = NULL;

      if (rating->day < first || rating->day >= first + N_CELLS)
        continue;
      day = &self->days[rating->day - first];
      day->soreness = MAX (day->soreness, (int) rating->value);
    }
  show (self);
}

static void
read_month (LegatoMonthView *self)
{
  LegatoJournal *journal = legato_journal_connection_get_journal (self->connection);
  guint32 first = get_first_cell (self);
  GDate from, to;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (journal == NULL)
    return;
  self->cancellable = g_cancellable_new ();
  g_date_clear (&from, 1);
  g_date_clear (&to, 1);
  g_date_set_julian (&from, first);
  g_date_set_julian (&to, first + N_CELLS - 1);
  legato_journal_list_days_async (journal, first, first + N_CELLS - 1, self->cancellable,
                                  counted_cb, g_object_ref (self));
  legato_journal_ratings_async (journal, NULL, &from, &to, self->cancellable, rated_cb,
                                g_object_ref (self));
}

static void
journal_cb (LegatoMonthView *self)
{
  g_signal_group_set_target (self->journal_signals,
                             legato_journal_connection_get_journal (self->connection));
  read_month (self);
}

/* Shows the month of @day, empty until it has been read. */
static void
go_to (LegatoMonthView *self, guint32 day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  g_date_set_day (&date, 1);
  if (g_date_compare (&date, &self->first) == 0)
    return;
  self->first = date;
  for (guint i = 0; i < N_CELLS; i++)
    self->days[i] = (Day){ 0, 0, -1 };
  show (self);
  read_month (self);
}

static void
turn (LegatoMonthView *self, int months)
{
  GDate date = self->first;

  if (months < 0)
    g_date_subtract_months (&date, 1);
  else
    g_date_add_months (&date, 1);
  self->turned = TRUE;
  go_to (self, g_date_get_julian (&date));
}

static void
previous_cb (LegatoMonthView *self)
{
  turn (self, -1);
}

static void
next_cb (LegatoMonthView *self)
{
  turn (self, 1);
}

static void
cell_cb (GtkButton *cell, LegatoMonthView *self)
{
  guint i = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (cell), "cell"));

  g_signal_emit (self, signals[DAY_CHOSEN], 0, get_first_cell (self) + i);
}

static int
find_focus (LegatoMonthView *self)
{
  for (int i = 0; i < N_CELLS; i++)
    if (gtk_widget_is_focus (GTK_WIDGET (self->cells[i])))
      return i;
  return -1;
}

static void
focus_day (LegatoMonthView *self, guint32 day)
{
  self->turned = TRUE;
  go_to (self, day);
  gtk_widget_grab_focus (GTK_WIDGET (self->cells[day - get_first_cell (self)]));
}

static gboolean
key_cb (LegatoMonthView *self, guint keyval)
{
  int cell = find_focus (self);
  int step = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? -1 : 1;
  guint32 day = 0;
  GDate date;

  if (cell < 0)
    return FALSE;
  day = get_first_cell (self) + (guint) cell;
  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  switch (keyval)
    {
    case GDK_KEY_Left:
      g_date_set_julian (&date, day - (guint) step);
      break;
    case GDK_KEY_Right:
      g_date_set_julian (&date, day + (guint) step);
      break;
    case GDK_KEY_Up:
      g_date_set_julian (&date, day - N_WEEKDAYS);
      break;
    case GDK_KEY_Down:
      g_date_set_julian (&date, day + N_WEEKDAYS);
      break;
    case GDK_KEY_Page_Up:
      g_date_subtract_months (&date, 1);
      break;
    case GDK_KEY_Page_Down:
      g_date_add_months (&date, 1);
      break;
    default:
      return FALSE;
    }
  focus_day (self, g_date_get_julian (&date));
  return TRUE;
}

/* Returns: the cell that the Tab key comes to: the chosen day, or today, or the first of the month
 */
static guint
get_stop (LegatoMonthView *self)
{
  guint32 first = get_first_cell (self);
  guint32 today = legato_person_model_get_today ();

  if (self->chosen >= first && self->chosen < first + N_CELLS)
    return self->chosen - first;
  if (today >= first && today < first + N_CELLS)
    return today - first;
  return g_date_get_julian (&self->first) - first;
}

static gboolean
legato_month_view_focus (GtkWidget *widget, GtkDirectionType direction)
{
  LegatoMonthView *self = LEGATO_MONTH_VIEW (widget);

  if (find_focus (self) >= 0)
    {
      if (direction == GTK_DIR_TAB_BACKWARD)
        return gtk_widget_child_focus (
            gtk_widget_get_first_child (adw_bin_get_child (ADW_BIN (self))), direction);
      return FALSE;
    }
  if (direction == GTK_DIR_TAB_BACKWARD && gtk_widget_get_focus_child (widget) == NULL)
    return gtk_widget_grab_focus (GTK_WIDGET (self->cells[get_stop (self)]));
  /* Tab goes through the bar above the days first. */
  if (gtk_widget_child_focus (gtk_widget_get_first_child (adw_bin_get_child (ADW_BIN (self))),
                              direction))
    return TRUE;
  return direction == GTK_DIR_TAB_FORWARD
         && gtk_widget_grab_focus (GTK_WIDGET (self->cells[get_stop (self)]));
}

static void
legato_month_view_dispose (GObject *object)
{
  LegatoMonthView *self = LEGATO_MONTH_VIEW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->journal_signals);
  g_clear_object (&self->connection);

  G_OBJECT_CLASS (legato_month_view_parent_class)->dispose (object);
}

static void
legato_month_view_class_init (LegatoMonthViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = legato_month_view_dispose;
  GTK_WIDGET_CLASS (klass)->focus = legato_month_view_focus;

  signals[DAY_CHOSEN] = g_signal_new ("day-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                      NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "monthview");
}

static GtkWidget *
new_turn (LegatoMonthView *self, const char *icon, const char *name, GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  legato_access_set_name (button, name, name);
  g_signal_connect_swapped (button, "clicked", callback, self);
  return button;
}

static void
add_cell (LegatoMonthView *self, guint i)
{
  GtkWidget *cell = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->cells[i] = GTK_BUTTON (cell);
  self->numbers[i] = GTK_LABEL (gtk_label_new (NULL));
  self->dots[i] = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->dots[i]), "dots");
  gtk_widget_add_css_class (GTK_WIDGET (self->numbers[i]), "numeric");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->numbers[i]));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->dots[i]));
  gtk_button_set_child (self->cells[i], box);
  gtk_widget_add_css_class (cell, "flat");
  gtk_widget_add_css_class (cell, "day");
  g_object_set_data (G_OBJECT (cell), "cell", GUINT_TO_POINTER (i));
  g_signal_connect (cell, "clicked", G_CALLBACK (cell_cb), self);
  gtk_grid_attach (self->grid, cell, (int) (i % N_WEEKDAYS), (int) (i / N_WEEKDAYS) + 1, 1, 1);
}

static void
legato_month_view_init (LegatoMonthView *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GDateWeekday first = legato_dates_get_first_weekday ();

  self->title = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_set_hexpand (GTK_WIDGET (self->title), TRUE);
  gtk_label_set_wrap (self->title, TRUE);
  gtk_label_set_wrap_mode (self->title, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_justify (self->title, GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "heading");
  gtk_box_append (GTK_BOX (bar), new_turn (self, "go-previous-symbolic", _ ("Month Before"),
                                           G_CALLBACK (previous_cb)));
  gtk_box_append (GTK_BOX (bar), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (bar),
                  new_turn (self, "go-next-symbolic", _ ("Month After"), G_CALLBACK (next_cb)));

  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_row_homogeneous (self->grid, FALSE);
  gtk_grid_set_column_homogeneous (self->grid, TRUE);
  gtk_grid_set_row_spacing (self->grid, 2);
  gtk_grid_set_column_spacing (self->grid, 2);
  for (int i = 0; i < N_WEEKDAYS; i++)
    {
      GDateWeekday weekday = (GDateWeekday) (((int) first - 1 + i) % N_WEEKDAYS + 1);
      GtkWidget *label = gtk_label_new (legato_dates_get_short_weekday (weekday));

      /* In a narrow window seven names in large text do not fit. */
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_widget_set_tooltip_text (label, legato_dates_get_weekday (weekday));
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, "dim-label");
      gtk_grid_attach (self->grid, label, i, 0, 1, 1);
    }
  for (guint i = 0; i < N_CELLS; i++)
    add_cell (self, i);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->grid), keys);

  gtk_box_append (GTK_BOX (content), bar);
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->grid));
  adw_bin_set_child (ADW_BIN (self), content);
  g_date_clear (&self->first, 1);
  g_date_set_dmy (&self->first, 1, G_DATE_JANUARY, 1);
  self->journal_signals = g_signal_group_new (LEGATO_TYPE_JOURNAL);
  g_signal_group_connect_swapped (self->journal_signals, "changed", G_CALLBACK (read_month), self);
}

/** Returns: (transfer floating): the present month; its days come once the journal is open */
LegatoMonthView *
legato_month_view_new (LegatoContext *context)
{
  LegatoMonthView *self = NULL;

  g_return_val_if_fail (LEGATO_IS_CONTEXT (context), NULL);

  self = g_object_new (LEGATO_TYPE_MONTH_VIEW, NULL);
  self->connection = g_object_ref (legato_context_get_connection (context));
  g_signal_connect_object (self->connection, "notify::journal", G_CALLBACK (journal_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_group_set_target (self->journal_signals,
                             legato_journal_connection_get_journal (self->connection));
  go_to (self, legato_person_model_get_today ());
  return self;
}

/** legato_month_view_set_chosen: marks @day, a Julian day, or none for 0. */
void
legato_month_view_set_chosen (LegatoMonthView *self, guint32 day)
{
  g_return_if_fail (LEGATO_IS_MONTH_VIEW (self));

  self->chosen = day;
  self->turned |= day != 0;
  if (day != 0)
    go_to (self, day);
  show (self);
}

/** legato_month_view_begin: shows the month of @day, a Julian day, if the person has not yet gone
 * to one of their own. */
void
legato_month_view_begin (LegatoMonthView *self, guint32 day)
{
  g_return_if_fail (LEGATO_IS_MONTH_VIEW (self));

  if (!self->turned)
    go_to (self, day);
}

/** legato_month_view_turn_day: to be called when a new day begins; marks it as today. */
void
legato_month_view_turn_day (LegatoMonthView *self)
{
  g_return_if_fail (LEGATO_IS_MONTH_VIEW (self));
  show (self);
}
