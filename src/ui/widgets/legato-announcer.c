/* legato-announcer.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include "legato-announcer.h"

/* GTK can announce a text only from 4.14 on. What every version passes on, and screen readers speak
 * at once, is a new description of the widget with the focus: so what is new is written there.
 *
 * A screen reader that is told another text speaks that one instead: so all that happens at once is
 * told as one text.
 *
 * A description is spoken again whenever the focus comes back to where it stands: so it is taken
 * back as soon as the focus has left. While the focus stays, another would be spoken at once. */

struct _LegatoAnnouncer
{
  GObject parent_instance;

  GtkWidget *page; /* weak: what is told about */

  /* Owned references */
  char *last;    /* what was said last */
  GString *text; /* (nullable): what is to be told as soon as all that happens has happened */

  guint tell_id;
  gulong focus_id; /* while what is to be told waits for a focus, as in a window that opens */
};

G_DEFINE_FINAL_TYPE (LegatoAnnouncer, legato_announcer, G_TYPE_OBJECT)

/* What was told where the focus is, by any announcer. */
typedef struct
{
  GtkWidget *widget; /* which has this */
  GtkRoot *root;     /* weak */
  char *own;         /* (nullable): how it describes itself */
  char *text;        /* and is described instead */
  guint left_id;
} Told;

static GQuark
get_told_quark (void)
{
  return g_quark_from_static_string ("legato-told");
}

static gboolean
has_changed (const Told *told)
{
  g_autofree char *now =
      legato_announcer_dup_property (told->widget, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);

  return g_strcmp0 (now, told->text) != 0;
}

/* A window that opens takes the focus away and gives it back at once, to have it told. Where the
 * window is left, all that has the focus is told when it is used again. */
static gboolean
left_cb (gpointer data)
{
  Told *told = data;
  GtkAccessible *widget = GTK_ACCESSIBLE (told->widget);

  told->left_id = 0;
  if (told->root != NULL && gtk_widget_get_root (told->widget) == told->root
      && gtk_root_get_focus (told->root) == told->widget
      && gtk_window_is_active (GTK_WINDOW (told->root)))
    return G_SOURCE_REMOVE;
  if (!has_changed (told))
    {
      if (told->own != NULL)
        gtk_accessible_update_property (widget, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, told->own, -1);
      else
        gtk_accessible_reset_property (widget, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
    }
  g_object_set_qdata (G_OBJECT (widget), get_told_quark (), NULL);
  return G_SOURCE_REMOVE;
}

static void
focus_moved_cb (Told *told)
{
  if (told->left_id == 0)
    told->left_id = g_idle_add_full (G_PRIORITY_DEFAULT, left_cb, told, NULL);
}

static void
told_free (gpointer data)
{
  Told *told = data;

  g_clear_handle_id (&told->left_id, g_source_remove);
  if (told->root != NULL)
    g_signal_handlers_disconnect_by_data (told->root, told);
  g_clear_weak_pointer (&told->root);
  g_free (told->own);
  g_free (told->text);
  g_free (told);
}

static void
tell (GtkWidget *focus, const char *text)
{
  Told *told = g_object_get_qdata (G_OBJECT (focus), get_told_quark ());

  if (told == NULL)
    {
      told = g_new0 (Told, 1);
      told->widget = focus;
      g_set_weak_pointer (&told->root, gtk_widget_get_root (focus));
      g_signal_connect_swapped (told->root, "notify::focus-widget", G_CALLBACK (focus_moved_cb),
                                told);
      g_signal_connect_swapped (told->root, "notify::is-active", G_CALLBACK (focus_moved_cb), told);
      g_object_set_qdata_full (G_OBJECT (focus), get_told_quark (), told, told_free);
    }
  if (has_changed (told))
    {
      g_free (told->own);
      told->own = legato_announcer_dup_property (focus, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
    }
  g_free (told->text);
  told->text = g_strdup (text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (focus), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text,
                                  -1);
}

static void tell_soon (LegatoAnnouncer *self);

static void
focus_cb (GtkRoot *root, GParamSpec *pspec, LegatoAnnouncer *self)
{
  g_signal_handler_disconnect (root, self->focus_id);
  self->focus_id = 0;
  tell_soon (self);
}

static gboolean
tell_cb (gpointer data)
{
  LegatoAnnouncer *self = data;
  GtkRoot *root = self->page != NULL ? gtk_widget_get_root (self->page) : NULL;
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  g_autofree char *text = NULL;

  self->tell_id = 0;
  if (self->text == NULL)
    return G_SOURCE_REMOVE;
  if (root != NULL && focus == NULL)
    {
      if (self->focus_id == 0)
        self->focus_id =
            g_signal_connect_object (root, "notify::focus-widget", G_CALLBACK (focus_cb), self, 0);
      return G_SOURCE_REMOVE;
    }
  text = g_string_free (g_steal_pointer (&self->text), FALSE);
  /* The focus may be beside the page, as on the bar above it; a page that is not there says
   * nothing. */
  if (focus != NULL && gtk_widget_get_mapped (self->page))
    tell (focus, text);
  return G_SOURCE_REMOVE;
}

static void
tell_soon (LegatoAnnouncer *self)
{
  if (self->tell_id == 0)
    self->tell_id = g_idle_add_full (G_PRIORITY_DEFAULT, tell_cb, self, NULL);
}

/* Sentences follow each other as they are; what is no sentence ends like one. */
static void
append (LegatoAnnouncer *self, const char *text)
{
  if (self->text == NULL)
    self->text = g_string_new (NULL);
  else if (g_unichar_ispunct (
               g_utf8_get_char (g_utf8_prev_char (self->text->str + self->text->len))))
    g_string_append_c (self->text, ' ');
  else
    g_string_append (self->text, ". ");
  g_string_append (self->text, text);
}

static void
legato_announcer_dispose (GObject *object)
{
  LegatoAnnouncer *self = LEGATO_ANNOUNCER (object);

  g_clear_weak_pointer (&self->page);
  g_clear_handle_id (&self->tell_id, g_source_remove);
  g_clear_pointer (&self->last, g_free);
  if (self->text != NULL)
    g_string_free (g_steal_pointer (&self->text), TRUE);

  G_OBJECT_CLASS (legato_announcer_parent_class)->dispose (object);
}

static void
legato_announcer_class_init (LegatoAnnouncerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = legato_announcer_dispose;
}

static void
legato_announcer_init (LegatoAnnouncer *self)
{
}

/** Returns: (transfer full): for what happens on @page, to which it holds no reference */
LegatoAnnouncer *
legato_announcer_new (GtkWidget *page)
{
  LegatoAnnouncer *self = NULL;

  g_return_val_if_fail (GTK_IS_WIDGET (page), NULL);

  self = g_object_new (LEGATO_TYPE_ANNOUNCER, NULL);
  g_set_weak_pointer (&self->page, page);
  return self;
}

/**
 * legato_announcer_say:
 * @text: a sentence, or a few words; the same twice in a row is said once
 *
 * Has a screen reader speak @text, after what was said in the same turn of the main loop, if the
 * keyboard focus is on the page by then.
 */
void
legato_announcer_say (LegatoAnnouncer *self, const char *text)
{
  g_return_if_fail (LEGATO_IS_ANNOUNCER (self));
  g_return_if_fail (text != NULL);

  if (*text == '\0' || g_strcmp0 (self->last, text) == 0)
    return;
  g_free (self->last);
  self->last = g_strdup (text);
  append (self, text);
  tell_soon (self);
}

static void
follow_cb (GtkWidget *label)
{
  GtkRoot *root = gtk_widget_get_root (label);
  LegatoAnnouncer *announcer = NULL;

  if (!gtk_widget_get_mapped (label))
    return;
  announcer = g_object_get_data (G_OBJECT (root), "legato-announcer");
  if (announcer == NULL)
    {
      announcer = legato_announcer_new (GTK_WIDGET (root));
      g_object_set_data_full (G_OBJECT (root), "legato-announcer", announcer, g_object_unref);
    }
  legato_announcer_say (announcer, gtk_label_get_text (GTK_LABEL (label)));
}

/**
 * legato_announcer_follow:
 * @label: one that comes into sight by itself, not by what the person did
 *
 * Has a screen reader speak @label whenever it comes into sight and when it changes then, wherever
 * in the window the focus is.
 */
void
legato_announcer_follow (GtkLabel *label)
{
  g_return_if_fail (GTK_IS_LABEL (label));

  g_signal_connect (label, "map", G_CALLBACK (follow_cb), NULL);
  g_signal_connect (label, "notify::label", G_CALLBACK (follow_cb), NULL);
}

/** Returns: (transfer full) (nullable): what @property of @widget says; %NULL if it says nothing */
char *
legato_announcer_dup_property (GtkWidget *widget, GtkAccessibleProperty property)
{
  if (!gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), property))
    return NULL;
  return gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), property, "\001", NULL);
}
