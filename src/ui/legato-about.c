/* legato-about.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "legato-about.h"

#define WEBSITE "https://github.com/legato-app/legato"

/* Both have the same properties and functions; the older is deprecated where the newer exists. */
#if ADW_CHECK_VERSION(1, 5, 0)
#define ABOUT_TYPE ADW_TYPE_ABOUT_DIALOG
#define ABOUT_CALL(name, ...) adw_about_dialog_##name (ADW_ABOUT_DIALOG (about), __VA_ARGS__)
#else
#define ABOUT_TYPE ADW_TYPE_ABOUT_WINDOW
#define ABOUT_CALL(name, ...) adw_about_window_##name (ADW_ABOUT_WINDOW (about), __VA_ARGS__)
#endif

/* Programs that are part of this one as it runs, under licences of their own. */
static const struct
{
  const char *name;
  const char *copyright;
  GtkLicense license;
} parts[] = {
  { "GStreamer", "© The GStreamer developers", GTK_LICENSE_LGPL_2_1 },
  { "GTK, libadwaita, librsvg, JSON-GLib", "© Their developers, the GNOME project",
    GTK_LICENSE_LGPL_2_1 },
#ifdef LEGATO_HAVE_VOICE
  { "eSpeak NG", "© Jonathan Duddington, Reece H. Dunn and others", GTK_LICENSE_GPL_3_0 },
#endif
};

/** legato_about_present: tells above @parent what the program is, whose, and under which licence */
void
legato_about_present (GtkWindow *parent)
{
  static const char *const authors[] = { "The Legato authors", NULL };
  /* What the guide's texts were made from, by the tags that stand beside them. */
  const char *const sources[] = {
    "How to Massage Leg Pain for Effective Relief",
    "Let’s Roll: leg care",
    "The circulatory leg massage guide",
    "Leg Massage Benefits (Spa Theory)",
    "Leg Massage: Upwards vs. Downwards Strokes (Hart)",
    _ ("Leaflets on lymphatic drainage of hospices; what public health services tell patients"),
    NULL,
  };
  GObject *about = NULL;

  g_return_if_fail (GTK_IS_WINDOW (parent));

  about = g_object_new (
      ABOUT_TYPE, "application-name", "Legato", "application-icon", LEGATO_APP_ID, "version",
      LEGATO_VERSION, "developer-name", authors[0], "developers", authors, "comments",
      _ ("Guides you through massaging your legs, and remembers how they felt.\n\n"
         "It is no medical device and does not replace a doctor."),
      "website", WEBSITE, "issue-url", WEBSITE "/issues", "copyright", "© 2026 The Legato authors",
      "license-type", GTK_LICENSE_GPL_3_0, "translator-credits", _ ("translator-credits"), NULL);
  ABOUT_CALL (add_credit_section, _ ("Sources of the guide"), (const char **) sources);
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    ABOUT_CALL (add_legal_section, parts[i].name, parts[i].copyright, parts[i].license, NULL);

#if ADW_CHECK_VERSION(1, 5, 0)
  adw_dialog_present (ADW_DIALOG (about), GTK_WIDGET (parent));
#else
  gtk_window_set_transient_for (GTK_WINDOW (about), parent);
  gtk_window_present (GTK_WINDOW (about));
#endif
}
