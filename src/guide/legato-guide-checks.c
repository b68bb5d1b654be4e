/* legato-guide-checks.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-guide"

#include "config.h"

#include "legato-guide-checks.h"
#include "legato-guide-private.h"

/* Items of the guide's checklist that depend on who is massaged. */
#define OIL "oil"
#define NO_OIL "no-oil"
#define RAISE "raise"

/* Goal whose checklist another person's hands have where nothing else was said. */
#define PARTNER "partner"

static const LegatoChecklistItem *
find_item (LegatoGuide *self, const char *id)
{
  for (guint i = 0; i < self->checks->len; i++)
    if (g_str_equal (((const LegatoChecklistItem *) self->checks->pdata[i])->id, id))
      return self->checks->pdata[i];
  return NULL;
}

static const LegatoText *
get_text (LegatoGuide *self, const char *id)
{
  const LegatoChecklistItem *item = find_item (self, id);

  return item != NULL ? &item->text : NULL;
}

/**
 * legato_guide_list_checks:
 * @routine: (nullable): what is to be done; %NULL if it has no checklist of its own
 * @without: #LegatoChecks bits
 *
 * Returns: (transfer container) (element-type LegatoText): what to see to before it begins, each as
 *   long as the guide
 */
GPtrArray *
legato_guide_list_checks (LegatoGuide *self, const LegatoRoutine *routine, guint without)
{
  GPtrArray *checks = g_ptr_array_new ();
  GPtrArray *usual = NULL;

  g_return_val_if_fail (self != NULL, checks);

  if (routine == NULL || (routine->preparation->len == 0 && !routine->partner))
    usual = self->preparation;
  else if (routine->preparation->len == 0)
    usual = legato_guide_find_goal (self, PARTNER)->preparation;
  else
    usual = routine->preparation;
  for (guint i = 0; i < usual->len; i++)
    {
      const LegatoText *text = g_ptr_array_index (usual, i);

      if ((without & LEGATO_CHECKS_NO_REST) && text == get_text (self, RAISE))
        continue;
      if ((without & LEGATO_CHECKS_NO_OIL) && text == get_text (self, OIL))
        text = get_text (self, NO_OIL);
      if (text != NULL && !g_ptr_array_find (checks, text, NULL))
        g_ptr_array_add (checks, (gpointer) text);
    }
  return checks;
}
