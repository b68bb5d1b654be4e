/* list-bench.c: the longest block of the main loop while the journal page is scrolled through
 *
 * Usage: list-bench JOURNAL   (a file as journal-bench --fill writes it)
 *
 * The floor is a list of GTK of as many rows, each of one label.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <math.h>
#include <time.h>

#include "legato-journal-page.h"
#include "../load-guide.h"

#define WIDTH 600
#define HEIGHT 900
#define STEPS 200
#define MANY 100
#define TURN_PX 100 /* of a wheel */

static GtkWidget *window;

/* How long the main loop does not come back to its poll, in ms of its own processor time. */
static double busy_since, longest;

static double
get_ms (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

static int
poll_cb (GPollFD *fds, guint n_fds, int timeout)
{
  int ready;

  longest = MAX (longest, get_ms () - busy_since);
  ready = g_poll (fds, n_fds, timeout);
  busy_since = get_ms ();
  return ready;
}

/* As many rows as the journal has entries, all of one text. */
#define FLOOR_TYPE_LIST (floor_list_get_type ())
G_DECLARE_FINAL_TYPE (FloorList, floor_list, FLOOR, LIST, GObject)

struct _FloorList
{
  GObject parent_instance;

  guint n_items;
};

static GType
floor_list_get_item_type (GListModel *model)
{
  return GTK_TYPE_STRING_OBJECT;
}

static guint
floor_list_get_n_items (GListModel *model)
{
  return FLOOR_LIST (model)->n_items;
}

static gpointer
floor_list_get_item (GListModel *model, guint position)
{
  return position < FLOOR_LIST (model)->n_items ? gtk_string_object_new ("A massage") : NULL;
}

static void
floor_list_init_model (GListModelInterface *iface)
{
  iface->get_item_type = floor_list_get_item_type;
  iface->get_n_items = floor_list_get_n_items;
  iface->get_item = floor_list_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (FloorList,
                               floor_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, floor_list_init_model))

static void
floor_list_class_init (FloorListClass *klass)
{
}

static void
floor_list_init (FloorList *self)
{
}

static void
set_up_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_set_size_request (label, -1, 60);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)),
                       gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

static GtkWidget *
make_floor (guint n_items)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  FloorList *list = g_object_new (FLOOR_TYPE_LIST, NULL);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  list->n_items = n_items;
  g_signal_connect (factory, "setup", G_CALLBACK (set_up_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  gtk_scrolled_window_set_child (
      GTK_SCROLLED_WINDOW (scroller),
      gtk_list_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (list))),
                         factory));
  return scroller;
}

static guint
count_items (GtkWidget *list)
{
  GtkSelectionModel *model = gtk_list_view_get_model (GTK_LIST_VIEW (list));

  return model != NULL ? g_list_model_get_n_items (G_LIST_MODEL (model)) : 0;
}

/* The long list of @widget, not that of a drop-down. */
static GtkWidget *
find_list (GtkWidget *widget)
{
  if (GTK_IS_LIST_VIEW (widget) && count_items (widget) > MANY)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_list (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  guint *n_left = data;

  return --*n_left > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/* Some frames go by, in which what was asked for comes. */
static void
let_frames_pass (guint n)
{
  guint n_left = n;

  gtk_widget_add_tick_callback (window, tick_cb, &n_left, NULL);
  while (n_left > 0)
    g_main_context_iteration (NULL, TRUE);
}

static int
compare (const void *a, const void *b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

/* Goes on by @by of what is seen, or through all of it, and prints the blocks on the way. */
static void
measure (const char *name, GtkWidget *content, double px, double pages)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (find_list (content)));
  double blocks[STEPS];

  gtk_adjustment_set_value (adjustment, 0);
  let_frames_pass (30);
  for (guint i = 0; i < STEPS; i++)
    {
      double all =
          gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);
      double step = px + pages * gtk_adjustment_get_page_size (adjustment);

      longest = 0;
      busy_since = get_ms ();
      gtk_adjustment_set_value (adjustment, step > 0 ? gtk_adjustment_get_value (adjustment) + step
                                                     : all * (i + 1) / STEPS);
      let_frames_pass (step > 0 && pages == 0 ? 1 : 4);
      blocks[i] = longest;
    }
  qsort (blocks, STEPS, sizeof *blocks, compare);
  g_print ("| %s | %.1f | %.1f | %.1f |\n", name, blocks[STEPS / 2], blocks[STEPS * 19 / 20],
           blocks[STEPS - 1]);
}

static void
measure_all (const char *what, GtkWidget *content)
{
  g_autofree char *wheel = g_strdup_printf ("%s, with the wheel", what);
  g_autofree char *pages = g_strdup_printf ("%s, page by page", what);
  g_autofree char *all = g_strdup_printf ("%s, all of it in %d steps", what, STEPS);

  measure (wheel, content, TURN_PX, 0);
  measure (pages, content, 0, 1);
  measure (all, content, 0, 0);
}

int
main (int argc, char **argv)
{
  g_autoptr (LegatoGuide) guide = NULL;
  g_autoptr (LegatoRoutineShelf) shelf = NULL;
  g_autoptr (LegatoJournalConnection) connection = NULL;
  g_autoptr (LegatoContext) context = NULL;
  g_autoptr (GtkCssProvider) style = gtk_css_provider_new ();
  GtkWidget *page, *list;
  guint n_items;

  if (argc != 2)
    return 2;
  adw_init ();
  gtk_css_provider_load_from_resource (style, LEGATO_RESOURCE_ROOT "/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (style),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (gdk_display_get_default ()),
                                    LEGATO_RESOURCE_ROOT "/icons");
  guide = load_guide ();
  shelf = legato_routine_shelf_new (guide, "/nowhere");
  connection = legato_journal_connection_new (argv[1]);
  context = legato_context_new (guide, shelf, connection);
  legato_journal_connection_open (connection);

  page = GTK_WIDGET (legato_journal_page_new (context));
  window = adw_window_new ();
  adw_window_set_content (ADW_WINDOW (window), page);
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  gtk_window_present (GTK_WINDOW (window));
  while ((list = find_list (page)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  n_items = count_items (list);
  let_frames_pass (60);

  g_main_context_set_poll_func (NULL, poll_cb);
  g_print ("| longest block of the main loop, %u entries, ms of processor time | median of %d | "
           "95 of 100 are below | most |\n|---|---|---|---|\n",
           n_items, STEPS);
  measure_all ("the journal", page);
  g_object_ref (page);
  adw_window_set_content (ADW_WINDOW (window), make_floor (n_items));
  let_frames_pass (60);
  measure_all ("a list of labels", adw_window_get_content (ADW_WINDOW (window)));
  return 0;
}
