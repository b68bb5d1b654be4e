/* legato-toasts.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-toasts.h"

/* Oily hands take a while to find "Undo". */
#define UNDO_S 10

static AdwToast *
new_toast (const char *text)
{
  g_autofree char *title = g_markup_escape_text (text, -1);

  return adw_toast_new (title);
}

/** legato_toasts_say: @toasts: (nullable): %NULL if the window is gone; @text: no markup */
void
legato_toasts_say (AdwToastOverlay *toasts, const char *text)
{
  if (toasts != NULL)
    adw_toast_overlay_add_toast (toasts, new_toast (text));
}

/** Returns: (transfer full): says @text, which is no markup, and offers to undo what was done */
AdwToast *
legato_toasts_new_undo (const char *text)
{
  AdwToast *toast = new_toast (text);

  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_timeout (toast, UNDO_S);
  return toast;
}
