/* legato-girth-group.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-access.h"
#include "legato-chip.h"
#include "legato-girth-group.h"
#include "legato-girth-words.h"
#include "legato-journal-error.h"
#include "legato-text-row.h"

typedef struct
{
  LegatoGirthPlace place;
  LegatoLeg leg;
} Spot;

static const Spot spots[] = {
  { LEGATO_GIRTH_ANKLE, LEGATO_LEG_LEFT },
  { LEGATO_GIRTH_ANKLE, LEGATO_LEG_RIGHT },
  { LEGATO_GIRTH_CALF, LEGATO_LEG_LEFT },
  { LEGATO_GIRTH_CALF, LEGATO_LEG_RIGHT },
};

struct _LegatoGirthGroup
{
  AdwBin parent_instance;

  /* Borrowed references, within this */
  GtkEditable *fields[G_N_ELEMENTS (spots)];
  GtkToggleButton *inches;

  guint shown_mm[G_N_ELEMENTS (spots)]; /* the exact length that each field shows rounded, or 0 */
};

G_DEFINE_FINAL_TYPE (LegatoGirthGroup, legato_girth_group, ADW_TYPE_BIN)

static gboolean
has_inches (LegatoGirthGroup *self)
{
  return gtk_toggle_button_get_active (self->inches);
}

/* A field that nobody changed gives the exact length, not the rounded one that it shows. */
static gboolean
read_field (LegatoGirthGroup *self, gsize i, gboolean inches, guint *mm)
{
  const char *text = gtk_editable_get_text (self->fields[i]);
  g_autofree char *shown =
      self->shown_mm[i] != 0 ? legato_girth_words_dup_number (self->shown_mm[i], inches) : NULL;

  if (shown != NULL && g_str_equal (text, shown))
    {
      *mm = self->shown_mm[i];
      return TRUE;
    }
  return legato_girth_words_parse (text, inches, mm);
}

static gboolean
is_empty (LegatoGirthGroup *self, gsize i)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->fields[i])));

  return *text == '\0';
}

static void
show_field (LegatoGirthGroup *self, gsize i, guint mm)
{
  g_autofree char *text =
      mm != 0 ? legato_girth_words_dup_number (mm, has_inches (self)) : g_strdup ("");

  self->shown_mm[i] = mm;
  gtk_editable_set_text (self->fields[i], text);
}

/* Converts what stands in the fields to the unit that was chosen, and remembers the unit. */
static void
unit_cb (LegatoGirthGroup *self)
{
  g_autoptr (GSettings) settings = g_settings_new (LEGATO_APP_ID);

  for (gsize i = 0; i < G_N_ELEMENTS (spots); i++)
    {
      guint mm = 0;

      if (read_field (self, i, !has_inches (self), &mm))
        show_field (self, i, mm);
    }
  g_settings_set_string (settings, "girth-unit", has_inches (self) ? "inch" : "cm");
}

static void
legato_girth_group_class_init (LegatoGirthGroupClass *klass)
{
}

static void
legato_girth_group_init (LegatoGirthGroup *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *units = legato_chip_box_new ();
  GtkWidget *cm = legato_access_set_role (gtk_toggle_button_new_with_label (_ ("Centimetres")),
                                          GTK_ACCESSIBLE_ROLE_RADIO);
  GtkWidget *inches = legato_access_set_role (gtk_toggle_button_new_with_label (_ ("Inches")),
                                              GTK_ACCESSIBLE_ROLE_RADIO);

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  for (gsize i = 0; i < G_N_ELEMENTS (spots); i++)
    {
      GtkWidget *field = g_object_new (LEGATO_TYPE_TEXT_ROW, NULL);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (field),
                                     legato_girth_words_get_place (spots[i].place, spots[i].leg));
      gtk_list_box_append (GTK_LIST_BOX (list), field);
      self->fields[i] = GTK_EDITABLE (field);
    }

  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (inches), GTK_TOGGLE_BUTTON (cm));
  gtk_box_append (GTK_BOX (units), cm);
  gtk_box_append (GTK_BOX (units), inches);
  self->inches = GTK_TOGGLE_BUTTON (inches);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (legato_girth_words_has_inches () ? inches : cm),
                                TRUE);
  g_signal_connect_swapped (inches, "toggled", G_CALLBACK (unit_cb), self);

  gtk_box_append (GTK_BOX (content), units);
  gtk_box_append (GTK_BOX (content), list);
  adw_bin_set_child (ADW_BIN (self), content);
}

/** Returns: (transfer floating): four empty fields */
LegatoGirthGroup *
legato_girth_group_new (void)
{
  return g_object_new (LEGATO_TYPE_GIRTH_GROUP, NULL);
}

/** legato_girth_group_show: shows what @entry has. */
void
legato_girth_group_show (LegatoGirthGroup *self, const LegatoEntry *entry)
{
  g_return_if_fail (LEGATO_IS_GIRTH_GROUP (self) && entry != NULL);

  for (guint i = 0; i < entry->girths->len; i++)
    {
      const LegatoGirth *girth = g_ptr_array_index (entry->girths, i);

      for (gsize spot = 0; spot < G_N_ELEMENTS (spots); spot++)
        if (spots[spot].place == girth->place && spots[spot].leg == girth->leg)
          show_field (self, spot, girth->mm);
    }
}

/**
 * legato_girth_group_read:
 *
 * Puts what stands in the fields into @entry, in place of what it had.
 *
 * Returns: %FALSE with @error set if a field holds no number, or one out of range
 */
gboolean
legato_girth_group_read (LegatoGirthGroup *self, LegatoEntry *entry, GError **error)
{
  g_return_val_if_fail (LEGATO_IS_GIRTH_GROUP (self) && entry != NULL, FALSE);

  g_ptr_array_set_size (entry->girths, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (spots); i++)
    {
      guint mm = 0;

      if (is_empty (self, i))
        continue;
      if (!read_field (self, i, has_inches (self), &mm))
        {
          g_autofree char *lowest =
              legato_girth_words_dup_number (LEGATO_GIRTH_MIN_MM, has_inches (self));
          g_autofree char *highest =
              legato_girth_words_dup_number (LEGATO_GIRTH_MAX_MM, has_inches (self));

          gtk_widget_add_css_class (GTK_WIDGET (self->fields[i]), "error");
          gtk_widget_grab_focus (GTK_WIDGET (self->fields[i]));
          /* Translators: a place ("Left ankle") and two numbers */
          g_set_error (error, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_INVALID,
                       _ ("%s: type a number from %s to %s, or nothing."),
                       legato_girth_words_get_place (spots[i].place, spots[i].leg), lowest,
                       highest);
          return FALSE;
        }
      gtk_widget_remove_css_class (GTK_WIDGET (self->fields[i]), "error");
      legato_entry_add_girth (entry, spots[i].place, spots[i].leg, mm);
    }
  return TRUE;
}
