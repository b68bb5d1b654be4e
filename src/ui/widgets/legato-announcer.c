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
 * told as one text. */

struct _LegatoAnnouncer
{
  GObject parent_instance;

  GtkWidget *page;      /* weak: what is told about */
  GtkWidget *described; /* weak: where the last text stands */

  /* Owned references */
  char *last;    /* what was said last */
  GString *text; /* (nullable): what is to be told as soon as all that happens has happened */

  guint tell_id;
};

G_DEFINE_FINAL_TYPE (LegatoAnnouncer, legato_announcer, G_TYPE_OBJECT)

/* @text: (nullable): what stands where the focus is, and nowhere else */
static void
describe (LegatoAnnouncer *self, const char *text)
{
  GtkRoot *root = self->page != NULL ? gtk_widget_get_root (self->page) : NULL;
  GtkWidget *focus = root != NULL && text != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && !gtk_widget_is_ancestor (focus, self->page))
    focus = NULL;
  if (self->described != NULL && self->described != focus)
    gtk_accessible_reset_property (GTK_ACCESSIBLE (self->described),
                                   GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
  g_set_weak_pointer (&self->described, focus);
  if (focus != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (focus), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    text, -1);
}

static gboolean
tell_cb (gpointer data)
{
  LegatoAnnouncer *self = data;
  g_autofree char *text = g_string_free (g_steal_pointer (&self->text), FALSE);

  self->tell_id = 0;
  describe (self, text);
  return G_SOURCE_REMOVE;
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

  describe (self, NULL);
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
  if (self->tell_id == 0)
    self->tell_id = g_idle_add_full (G_PRIORITY_DEFAULT, tell_cb, self, NULL);
}
