/* legato-feelings.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-journal"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "legato-feelings.h"

/* A stop's reason is the flag of the advice that it was answered with. */
#define STOP_PREFIX "stop-"

/* What followed a session likewise, beside the rule of a refusal. */
#define AFTER_RULE "R-AFTER"
#define AFTER_PREFIX "after-"

static const char *const feelings[] = { "heaviness", "tightness", "swelling",  "fatigue",
                                        "cramps",    "tingling",  "cold-feet", NULL };

/* In the order of the ids. */
static const char *const feeling_names[] = { N_ ("Heaviness"), N_ ("Tightness"), N_ ("Swelling"),
                                             N_ ("Tiredness"), N_ ("Cramps"),    N_ ("Tingling"),
                                             N_ ("Cold feet") };

static const char *const stops[] = { "sharp", "burning", "numb", "tingling", "worse", NULL };

/* Likewise. */
static const char *const stop_names[] = { N_ ("Sharp pain"), N_ ("Burning"), N_ ("Numbness"),
                                          N_ ("Tingling"), N_ ("It got worse") };

G_STATIC_ASSERT (G_N_ELEMENTS (feelings) == G_N_ELEMENTS (feeling_names) + 1);
G_STATIC_ASSERT (G_N_ELEMENTS (stops) == G_N_ELEMENTS (stop_names) + 1);

static const char *
find_name (const char *const *ids, const char *const *names, const char *id)
{
  for (guint i = 0; ids[i] != NULL; i++)
    if (g_str_equal (ids[i], id))
      return _ (names[i]);
  return NULL;
}

/** Returns: (transfer none): the ids of the feelings that are asked about, %NULL-terminated */
const char *const *
legato_feelings_list (void)
{
  return feelings;
}

/** Returns: (transfer none): what a feeling is called, or @id itself if it has no name */
const char *
legato_feeling_get_name (const char *id)
{
  const char *name = NULL;

  g_return_val_if_fail (id != NULL, "");

  name = find_name (feelings, feeling_names, id);
  return name != NULL ? name : id;
}

/** Returns: (transfer none) (nullable): what a stop felt like, by its @reason in an entry:
 * "stop-sharp", or "sharp" in old entries */
const char *
legato_stop_get_name (const char *reason)
{
  g_return_val_if_fail (reason != NULL, NULL);

  if (g_str_has_prefix (reason, STOP_PREFIX))
    reason += strlen (STOP_PREFIX);
  return find_name (stops, stop_names, reason);
}

/** Returns: (transfer none) (nullable): what the rule R-AFTER stands for, as the @reason of a
 *   refusal; %NULL for any other. Entries of old say no more of what followed a session. */
const char *
legato_after_effects_get_name (const char *reason)
{
  g_return_val_if_fail (reason != NULL, NULL);

  return g_str_equal (reason, AFTER_RULE) ? _ ("Redness, swelling or growing pain after a session")
                                          : NULL;
}

/** Returns: whether @reason is a sign that followed a session: "after-redness" … */
gboolean
legato_after_effects_hold (const char *reason)
{
  g_return_val_if_fail (reason != NULL, FALSE);

  return g_str_has_prefix (reason, AFTER_PREFIX);
}

/** Returns: whether the %NULL-terminated @reasons tell by others what the one at @i stands for: the
 *   rule R-AFTER says nothing more where the sign is named */
gboolean
legato_after_effects_are_told (const char *const *reasons, gsize i)
{
  g_return_val_if_fail (reasons != NULL && reasons[i] != NULL, FALSE);

  if (!g_str_equal (reasons[i], AFTER_RULE))
    return FALSE;
  for (gsize other = 0; reasons[other] != NULL; other++)
    if (legato_after_effects_hold (reasons[other]))
      return TRUE;
  return FALSE;
}
