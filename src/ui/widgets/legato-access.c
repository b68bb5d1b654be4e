/* legato-access.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "legato-access.h"
#include "legato-announcer.h"
#include "legato-toasts.h"
#include "legato-typed.h"

/* The words on a drop-down in a card have so much room in a window of 340 pixels. */
#define NARROWEST_CHOICE 220

/* So long after a toast came a move of the focus is taken for the page's doing, not the person's.
 */
#define FOCUS_SETTLES_US (2 * G_USEC_PER_SEC)

/* A toggle button is a mere button to a screen reader, which says nothing of its being pressed. So
 * what can be chosen has the role of a check box or of a radio button, which are read with their
 * state on every version. */
static gboolean
toggled_cb (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer data)
{
  GtkToggleButton *button = g_value_get_object (values);
  GtkAccessibleRole role = gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (button));

  if (role == GTK_ACCESSIBLE_ROLE_CHECKBOX || role == GTK_ACCESSIBLE_ROLE_RADIO)
    gtk_accessible_update_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_CHECKED,
                                 gtk_toggle_button_get_active (button)
                                     ? GTK_ACCESSIBLE_TRISTATE_TRUE
                                     : GTK_ACCESSIBLE_TRISTATE_FALSE,
                                 -1);
  return TRUE;
}

static void
chosen_cb (GtkDropDown *drop_down, GParamSpec *pspec, GtkWidget *button)
{
  GtkStringObject *chosen = gtk_drop_down_get_selected_item (drop_down);

  if (chosen != NULL && GTK_IS_STRING_OBJECT (chosen))
    gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    gtk_string_object_get_string (chosen), -1);
}

/* Likewise in a list to choose from: that button is read by the name of its class, and what is
 * chosen is not read. */
static void
tell_choice (GtkWidget *button)
{
  GtkDropDown *drop_down = GTK_DROP_DOWN (gtk_widget_get_parent (button));

  g_signal_handlers_disconnect_by_func (drop_down, chosen_cb, button);
  g_signal_connect_object (drop_down, "notify::selected-item", G_CALLBACK (chosen_cb), button, 0);
  chosen_cb (drop_down, NULL, button);
}

static void
pages_changed_cb (GListModel *pages, guint position, guint n_removed, guint n_added)
{
  for (guint i = position; i < position + n_added; i++)
    {
      g_autoptr (GObject) page = g_list_model_get_item (pages, i);

      gtk_accessible_update_property (GTK_ACCESSIBLE (page), GTK_ACCESSIBLE_PROPERTY_LABEL, "", -1);
    }
}

/* A page without a name is read by that of its class. */
static void
empty_page_names (GtkStack *stack)
{
  GtkSelectionModel *pages = NULL;

  if (g_object_get_data (G_OBJECT (stack), "legato-pages") != NULL)
    return;
  pages = gtk_stack_get_pages (stack);
  g_signal_connect (pages, "items-changed", G_CALLBACK (pages_changed_cb), NULL);
  pages_changed_cb (G_LIST_MODEL (pages), 0, 0, g_list_model_get_n_items (G_LIST_MODEL (pages)));
  /* The stack does not keep it. */
  g_object_set_data_full (G_OBJECT (stack), "legato-pages", pages, g_object_unref);
}

/* Returns: what stands for a page in the tree that a screen reader is told of; of a view stack only
 * newer libadwaita has such a thing, and the child itself stands there before */
static GtkAccessible *
get_page (GtkWidget *stack, GtkWidget *child)
{
  gpointer page = GTK_IS_STACK (stack)
                      ? (gpointer) gtk_stack_get_page (GTK_STACK (stack), child)
                      : (gpointer) adw_view_stack_get_page (ADW_VIEW_STACK (stack), child);

  return GTK_IS_ACCESSIBLE (page) ? page : GTK_ACCESSIBLE (child);
}

/* Every page of a stack is told as if it were on the screen. Newer GTK even finds it at its place
 * before the one that is. What stands for a page itself has no name before it is given one. */
static void
tell_page (GtkWidget *stack, GtkWidget *child, gboolean shown)
{
  GtkAccessible *page = get_page (stack, child);

  gtk_accessible_update_state (page, GTK_ACCESSIBLE_STATE_HIDDEN, !shown, -1);
  if (page == GTK_ACCESSIBLE (child) && ADW_IS_VIEW_STACK (stack)
      && gtk_accessible_get_accessible_role (page) == GTK_ACCESSIBLE_ROLE_GROUP)
    gtk_accessible_update_property (
        page, GTK_ACCESSIBLE_PROPERTY_LABEL,
        adw_view_stack_page_get_title (adw_view_stack_get_page (ADW_VIEW_STACK (stack), child)),
        -1);
}

static void
tell_pages (GtkWidget *stack, GtkWidget *shown)
{
  for (GtkWidget *child = gtk_widget_get_first_child (stack); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    tell_page (stack, child, child == shown || gtk_widget_get_mapped (child));
}

static gboolean
unmap_cb (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer data)
{
  GtkWidget *widget = g_value_get_object (values);
  GtkWidget *parent = gtk_widget_get_parent (widget);

  /* A window that waits for an answer outlives its closing, and maybe the window below: GTK would
   * go on pointing to that. */
  if (GTK_IS_WINDOW (widget))
    gtk_window_set_transient_for (GTK_WINDOW (widget), NULL);
  if (GTK_IS_STACK (parent) || ADW_IS_VIEW_STACK (parent))
    tell_page (parent, widget, FALSE);
  return TRUE;
}

/* It stands for as long as the toast does. */
static void
say_toast (GtkWidget *widget)
{
  LegatoAnnouncer *announcer = NULL;
  g_autoptr (AdwToast) toast = NULL;
  g_autofree char *text = NULL;

  g_object_get (widget, "toast", &toast, NULL);
  if (!pango_parse_markup (adw_toast_get_title (toast), -1, 0, NULL, &text, NULL, NULL))
    return;
  announcer = legato_announcer_new (GTK_WIDGET (gtk_widget_get_root (widget)));
  legato_announcer_say (announcer, text);
  g_object_set_data_full (G_OBJECT (widget), "legato-announcer", announcer, g_object_unref);
}

/* A toast often comes as a page closes, when the focus has not yet found its place on the next. */
static void
toast_focus_cb (GtkWidget *widget, GParamSpec *pspec, GtkRoot *root)
{
  const gint64 *mapped = g_object_get_data (G_OBJECT (widget), "legato-mapped");

  if (gtk_widget_get_root (widget) == root && g_get_monotonic_time () - *mapped < FOCUS_SETTLES_US)
    say_toast (widget);
}

/* Before libadwaita 1.6 nobody tells of a toast. */
static void
tell_toast (GtkWidget *widget)
{
  gint64 *mapped = NULL;

  if (adw_get_major_version () > 1 || adw_get_minor_version () >= 6)
    return;
  mapped = g_new (gint64, 1);
  *mapped = g_get_monotonic_time ();
  g_object_set_data_full (G_OBJECT (widget), "legato-mapped", mapped, g_free);
  g_signal_connect_object (gtk_widget_get_root (widget), "notify::focus-widget",
                           G_CALLBACK (toast_focus_cb), widget, G_CONNECT_SWAPPED);
  say_toast (widget);
}

/* What has the focus in a menu button is a button within, which shows a mere icon; what that is for
 * is told of the whole, which would be read as well, or else by the name of its class. */
static void
name_menu_button (GtkWidget *button)
{
  GtkWidget *whole = gtk_widget_get_parent (button);
  g_autofree char *label = legato_announcer_dup_property (whole, GTK_ACCESSIBLE_PROPERTY_LABEL);
  const char *name = label != NULL && *label != '\0' ? label : gtk_widget_get_tooltip_text (whole);

  if (name != NULL && gtk_menu_button_get_icon_name (GTK_MENU_BUTTON (whole)) != NULL)
    {
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                      -1);
      gtk_accessible_update_property (GTK_ACCESSIBLE (whole), GTK_ACCESSIBLE_PROPERTY_LABEL, "",
                                      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "", -1);
    }
}

/* How many letters of @label's font have room in what is as wide as a choice in the narrowest
 * window. */
static int
get_most_letters (GtkWidget *label)
{
  PangoFontMetrics *metrics =
      pango_context_get_metrics (gtk_widget_get_pango_context (label), NULL, NULL);
  int letter = pango_font_metrics_get_approximate_char_width (metrics);

  pango_font_metrics_unref (metrics);
  return MAX (1, NARROWEST_CHOICE * PANGO_SCALE / MAX (1, letter));
}

static void
limit_choice (GtkWidget *label)
{
  g_object_set (label, "max-width-chars", get_most_letters (label), NULL);
}

/* GTK has the words on what opens a list in one line: in large text they go on in the next. It asks
 * for the height of such a button before it knows its width, so the words are given one. */
static void
wrap_choice (GtkWidget *label)
{
  if (gtk_widget_get_ancestor (label, GTK_TYPE_DROP_DOWN) == NULL
      && gtk_widget_get_ancestor (label, GTK_TYPE_MENU_BUTTON) == NULL)
    return;
  g_object_set (label, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "natural-wrap-mode",
                GTK_NATURAL_WRAP_WORD, NULL);
  limit_choice (label);
  g_signal_handlers_disconnect_by_func (gtk_widget_get_settings (label), limit_choice, label);
  g_signal_connect_object (gtk_widget_get_settings (label), "notify::gtk-font-name",
                           G_CALLBACK (limit_choice), label, G_CONNECT_SWAPPED);
}

/* A list that stands under no title is read by the name of its class, unless it is told to have
 * none.
 */
static void
empty_list_name (GtkWidget *list)
{
  GtkWidget *group = gtk_widget_get_ancestor (list, ADW_TYPE_PREFERENCES_GROUP);
  const char *title =
      group != NULL ? adw_preferences_group_get_title (ADW_PREFERENCES_GROUP (group)) : NULL;

  if (title != NULL && *title == '\0'
      && !gtk_test_accessible_has_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL))
    gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, "", -1);
}

/* Beside a window's own buttons there may be no room for a long word in large text. */
static gboolean
is_in_header (GtkWidget *label)
{
  return GTK_IS_BUTTON (gtk_widget_get_parent (label))
         && gtk_widget_get_ancestor (label, ADW_TYPE_HEADER_BAR) != NULL
         && gtk_widget_get_ancestor (label, ADW_TYPE_VIEW_SWITCHER) == NULL;
}

/* What stands in brackets at the end of @text, of either width. Returns: (nullable) (transfer full)
 */
static char *
dup_bracket (const char *text)
{
  static const char *const brackets[][2] = { { "(", ")" }, { "（", "）" } };

  for (gsize i = 0; i < G_N_ELEMENTS (brackets); i++)
    {
      const char *from = g_strrstr (text, brackets[i][0]);

      if (from == NULL || !g_str_has_suffix (from, brackets[i][1]))
        continue;
      from += strlen (brackets[i][0]);
      return g_strndup (from, strlen (from) - strlen (brackets[i][1]));
    }
  return NULL;
}

/* The words that tooltips have for keys. */
static GStrv
get_key_words (void)
{
  static GStrv words = NULL;

  if (g_once_init_enter (&words))
    {
      const char *const tooltips[] = { _ ("Pause (Space)"),     _ ("Back (Escape)"),
                                       _ ("Back (Left Arrow)"), _ ("Skip this step (Right Arrow)"),
                                       _ ("Louder (Up Arrow)"), _ ("Quieter (Down Arrow)") };
      g_autoptr (GStrvBuilder) all = g_strv_builder_new ();

      for (gsize i = 0; i < G_N_ELEMENTS (tooltips); i++)
        {
          g_autofree char *word = dup_bracket (tooltips[i]);

          if (word != NULL)
            g_strv_builder_add (all, word);
        }
      g_once_init_leave (&words, g_strv_builder_end (all));
    }
  return words;
}

/* Whether @text names a key: by its sign or number, with another key, or by its word. */
static gboolean
is_key (const char *text)
{
  return g_utf8_strlen (text, -1) == 1 || (*text == 'F' && g_ascii_isdigit (text[1]))
         || strchr (text, '+') != NULL
         || g_strv_contains ((const char *const *) get_key_words (), text);
}

/* A tooltip is read after the name, and says it again, in some languages in other words, with a key
 * in brackets: that alone is left. */
static void
shorten_tooltip (GtkWidget *widget, const char *tooltip)
{
  g_autofree char *name = legato_announcer_dup_property (widget, GTK_ACCESSIBLE_PROPERTY_LABEL);
  g_autofree char *description =
      legato_announcer_dup_property (widget, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
  g_autofree char *key = NULL;
  const char *rest = NULL;

  /* Newer GTK reads it where there is no description. */
  if (name == NULL || (description != NULL && !g_str_equal (description, tooltip)))
    return;
  key = dup_bracket (tooltip);
  if (key != NULL && is_key (key))
    rest = key;
  else if (g_str_has_prefix (tooltip, name))
    rest = tooltip + strlen (name);
  if (rest != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    rest, -1);
}

static void
free_ref (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

static gboolean
tell_focus_cb (gpointer data)
{
  g_autoptr (GtkWindow) window = g_weak_ref_get (data);
  GtkWidget *focus = window != NULL ? gtk_window_get_focus (window) : NULL;

  if (focus == NULL || !gtk_widget_get_mapped (focus))
    return G_SOURCE_REMOVE;
  g_object_ref (focus);
  gtk_window_set_focus (window, NULL);
  gtk_window_set_focus (window, focus);
  g_object_unref (focus);
  return G_SOURCE_REMOVE;
}

/* What has the focus as a window opens is told before a screen reader knows of it: that stays
 * silent until the first key is pressed, and passes over all that is told there meanwhile. So it is
 * told once more when the window can be used. */
static void
active_cb (GtkWindow *window)
{
  GWeakRef *ref = g_new (GWeakRef, 1);

  g_signal_handlers_disconnect_by_func (window, active_cb, NULL);
  /* A window that closes meanwhile must go: kept by a reference it outlives the one it is above,
   * and looks for that as it goes. */
  g_weak_ref_init (ref, window);
  g_idle_add_full (G_PRIORITY_LOW, tell_focus_cb, ref, free_ref);
}

/* The wheel scrolls the page: GTK would change the number that lies under the pointer meanwhile. */
static void
leave_wheel (GtkWidget *number)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (number);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller))
        gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_NONE);
    }
}

/* A button with an icon is labelled by that, and the icon is called "GtkImage": so it is read
 * before the button's own name, or in its place. Newer GTK does so with the words on a button: it
 * would be read "4" where it is called "Left calf: 4 of 10". */
static gboolean
map_cb (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer data)
{
  GtkWidget *widget = g_value_get_object (values);
  GtkWidget *parent = gtk_widget_get_parent (widget);

  if (GTK_IS_STACK (parent) || ADW_IS_VIEW_STACK (parent))
    tell_pages (parent, widget);
  if (GTK_IS_WINDOW (widget) && !gtk_window_is_active (GTK_WINDOW (widget)))
    g_signal_connect (widget, "notify::is-active", G_CALLBACK (active_cb), NULL);
  if (GTK_IS_STACK (widget))
    empty_page_names (GTK_STACK (widget));
  else if (g_str_equal (G_OBJECT_TYPE_NAME (widget), "AdwToastWidget"))
    {
      tell_toast (widget);
      legato_toasts_keep_clear (widget);
    }
  else if (GTK_IS_LABEL (widget)
           && gtk_widget_get_ancestor (widget, GTK_TYPE_TOGGLE_BUTTON) != NULL)
    wrap_choice (widget);
  else if (GTK_IS_LIST_BOX (widget))
    empty_list_name (widget);
  else if (GTK_IS_SPIN_BUTTON (widget))
    {
      leave_wheel (widget);
      legato_typed_allow_digits (GTK_SPIN_BUTTON (widget));
    }
  else if (GTK_IS_LABEL (widget) && is_in_header (widget))
    gtk_label_set_ellipsize (GTK_LABEL (widget), PANGO_ELLIPSIZE_END);
  if (gtk_widget_get_tooltip_text (widget) != NULL)
    shorten_tooltip (widget, gtk_widget_get_tooltip_text (widget));
  /* What the row switches is reached in it: the row would be a second stop that says less. */
  if (ADW_IS_ACTION_ROW (widget)
      && adw_action_row_get_activatable_widget (ADW_ACTION_ROW (widget)) != NULL)
    gtk_widget_set_focusable (widget, FALSE);
  if (GTK_IS_BUTTON (widget) && GTK_IS_MENU_BUTTON (parent))
    name_menu_button (widget);
  if (GTK_IS_BUTTON (widget) && GTK_IS_DROP_DOWN (parent))
    tell_choice (widget);
  if (GTK_IS_BUTTON (widget)
      && (gtk_button_get_icon_name (GTK_BUTTON (widget)) != NULL
          || gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget),
                                               GTK_ACCESSIBLE_PROPERTY_LABEL)))
    gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  return TRUE;
}

/**
 * legato_access_init: to be called once, before there is any widget
 *
 * From here on the state of every toggle button with the role of a check box or a radio button is
 * told, and so are every toast and what has the focus in a window that opens; no icon, no page of a
 * stack and no name is read twice, no page is told that is not on the screen, and no row is a stop
 * beside what it switches. The words on what opens a list wrap, those on a button in a header bar
 * are cut off where they have no room, the wheel changes no number, which may be typed in the
 * digits of any script, and a window that is closed knows no other.
 */
void
legato_access_init (void)
{
  g_autoptr (GTypeClass) toggle = g_type_class_ref (GTK_TYPE_TOGGLE_BUTTON);

  g_signal_add_emission_hook (g_signal_lookup ("map", GTK_TYPE_WIDGET), 0, map_cb, NULL, NULL);
  g_signal_add_emission_hook (g_signal_lookup ("unmap", GTK_TYPE_WIDGET), 0, unmap_cb, NULL, NULL);
  g_signal_add_emission_hook (g_signal_lookup ("toggled", GTK_TYPE_TOGGLE_BUTTON), 0, toggled_cb,
                              NULL, NULL);
}

/** legato_access_set_icon: shows @icon on @button, which keeps its own name */
void
legato_access_set_icon (GtkButton *button, const char *icon)
{
  g_return_if_fail (GTK_IS_BUTTON (button));

  gtk_button_set_icon_name (button, icon);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
}

static gboolean
query_tooltip_cb (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  gtk_tooltip_set_text (tooltip, g_object_get_data (G_OBJECT (widget), "legato-tooltip"));
  return TRUE;
}

/** legato_access_set_name: calls @widget @name, also where it has been called something else
 * before;
 * @tooltip is only shown, where a tooltip that is set would be read too, at once */
void
legato_access_set_name (GtkWidget *widget, const char *name, const char *tooltip)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (name != NULL && tooltip != NULL);

  g_object_set_data_full (G_OBJECT (widget), "legato-tooltip", g_strdup (tooltip), g_free);
  if (!gtk_widget_get_has_tooltip (widget))
    g_signal_connect (widget, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  gtk_widget_set_has_tooltip (widget, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * legato_access_set_role:
 * @button: a toggle button that was made just now
 * @role: %GTK_ACCESSIBLE_ROLE_RADIO where one of some is chosen, else %GTK_ACCESSIBLE_ROLE_CHECKBOX
 *
 * Returns: (transfer none): @button, which is read with its state
 */
GtkWidget *
legato_access_set_role (GtkWidget *button, GtkAccessibleRole role)
{
  g_return_val_if_fail (GTK_IS_TOGGLE_BUTTON (button), button);
  g_object_set (button, "accessible-role", role, NULL);
  return button;
}
