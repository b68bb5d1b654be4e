/* legato-reason.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-plan"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-reason.h"

static const LegatoReason reasons[LEGATO_N_REASONS] = {
  [LEGATO_REASON_NONE] = { "", "" },
  [LEGATO_REASON_LIFT] = { "P-POP", N_ ("Lift your hands over the back of the knee.") },
  [LEGATO_REASON_LIGHT_SWELLING] = { "swelling", N_ ("Soft as a feather: your legs are swollen.") },
  [LEGATO_REASON_LIGHT_VEINS] = { "veins", N_ ("Light here: your veins are sensitive.") },
  [LEGATO_REASON_LIGHT_PREGNANCY] = { "pregnancy", N_ ("Light here: you are pregnant.") },
  [LEGATO_REASON_LIGHT_PREGNANCY_SWELLING] = { "pregnancy-swelling",
                                               N_ ("Light here: you are pregnant, and your legs "
                                                   "are swollen.") },
  [LEGATO_REASON_LIGHT_NEUROPATHY] = { "neuropathy",
                                       N_ ("Light here: you feel less in your legs.") },
  [LEGATO_REASON_LIGHT_CLEARED] = { "R-UNCLEARED", N_ ("Light here: your condition asks for it.") },
  [LEGATO_REASON_LIGHT_WORSE] = { "worse-after-last", N_ ("Light today: your legs felt worse after "
                                                          "the last session.") },
  [LEGATO_REASON_LIGHT_SPORT] = { "sport-soreness",
                                  N_ ("Light here: this is your sorest place after sport.") },
  [LEGATO_REASON_LIGHT_PRESSED] = { "P-REST",
                                    N_ ("Light here: it was worked firmly today or yesterday.") },
  [LEGATO_REASON_LIGHT_TENDER] = { "stopped", N_ ("Light here: it hurt here the last time.") },
  [LEGATO_REASON_LIGHT_SKIN] = { "fragile-skin", N_ ("Lighter here: thin skin.") },
  [LEGATO_REASON_LIGHT_FALLEN] = { "P-RISE-FALL",
                                   N_ ("Lighter here: the pressure rises only once.") },
  [LEGATO_REASON_LYMPH] = { "swelling", N_ ("Lymph strokes in place of firmer work: your legs are "
                                            "swollen.") },
  [LEGATO_REASON_NO_OIL] = { "swelling", N_ ("Keep your leg raised, and use no oil.") },
  [LEGATO_REASON_GLIDE_INSTEAD] = { "P-ADAPT", N_ ("Gliding in place of firmer work: today every "
                                                   "touch is soft as a feather.") },
  [LEGATO_REASON_GLIDE_CLEARED] = { "R-UNCLEARED", N_ ("Gliding in place of firmer work: your "
                                                       "condition asks for light hands.") },
  [LEGATO_REASON_GLIDE_SORE] = { "soreness",
                                 N_ ("Gliding in place of firmer work: it is sore today.") },
  [LEGATO_REASON_BREATHE_FIRST] = { "swelling", N_ ("Five slow breaths come first.") },
  [LEGATO_REASON_LEFT_SIDE] = { "pregnancy", N_ ("Rest on your left side.") },
  [LEGATO_REASON_REACH] = { "P-REACH",
                            N_ ("Done in another way: on your own you would not reach it.") },
  [LEGATO_REASON_HANDS_NO_TOOL] = { "P-TOOLS", N_ ("By hand: you don’t have the tool for it.") },
  [LEGATO_REASON_HANDS_SKIN] = { "fragile-skin", N_ ("By hand: no tools on thin skin.") },
  [LEGATO_REASON_HANDS_NEUROPATHY] = { "neuropathy",
                                       N_ ("By hand: no tools where you feel less.") },
  [LEGATO_REASON_HANDS_PRESSED] = { "P-REST",
                                    N_ ("By hand: it was worked firmly today or yesterday.") },
  [LEGATO_REASON_HANDS_DEVICE] = { "pacemaker",
                                   N_ ("By hand: no gun and no sleeve with an implanted device.") },
  [LEGATO_REASON_HANDS_JOINT] = { "joint-replacement",
                                  N_ ("By hand: no tool at an artificial joint.") },
  [LEGATO_REASON_HANDS_TENDER] = { "stopped", N_ ("By hand: it hurt here the last time.") },
  [LEGATO_REASON_TOOL_INSTEAD] = { "P-TOOLS",
                                   N_ ("Your tool takes the place of your hands here.") },
  [LEGATO_REASON_CLOSING] = { "P-TOOLS",
                              N_ ("It comes on top of the massage, and runs while you rest.") },
  [LEGATO_REASON_MORE_TIGHT] = { "tight", N_ ("More kneading: you said your muscles are tight.") },
  [LEGATO_REASON_MORE_TIGHT_PLACE] = { "tight", N_ ("Tight here") },
  [LEGATO_REASON_MORE_SORE] = { "soreness", N_ ("A little more time here: you said it is sore.") },
  [LEGATO_REASON_ADDED_SORE] = { "soreness", N_ ("Added: you said it is sore.") },
  [LEGATO_REASON_ADDED_INSTEAD] = { "P-BLOCK", N_ ("In place of what is left out.") },
  [LEGATO_REASON_SHORTENED] = { "P-BLOCK", N_ ("Shorter here: it spares what is left out.") },
  [LEGATO_REASON_REST] = { "P-LEN", N_ ("A rest fills the time: more massage would be too much.") },
  [LEGATO_REASON_SHORT_SESSION] = { "long-standing",
                                    N_ ("A short session: you stood or sat for long.") },
  [LEGATO_REASON_LONGEST] = { "P-LEN", N_ ("This is the longest session for these places today.") },
  [LEGATO_REASON_LONGER] = { "P-LEN",
                             N_ ("Longer than it is meant to be: each part takes more time.") },
  [LEGATO_REASON_CLOSE] = { "P-LIGHT-LAST", N_ ("Each leg ends with light gliding.") },
  [LEGATO_REASON_OPEN] = { "P-LIGHT-FIRST", N_ ("Each leg starts with light gliding.") },

  [LEGATO_REASON_OUT_BLOCKED] = { "P-BLOCK", N_ ("Left out: you marked this place.") },
  [LEGATO_REASON_OUT_WORSE] = { "worse-after-last",
                                N_ ("Left out: it felt worse after the last session and rests "
                                    "today.") },
  [LEGATO_REASON_OUT_NUMB] = { "neuropathy", N_ ("Left out: you feel less here.") },
  [LEGATO_REASON_OUT_NUMB_FEET] = { "neuropathy", N_ ("Left out: you did not say where you feel "
                                                      "less, so both feet rest.") },
  [LEGATO_REASON_OUT_STOPPED] = { "stopped",
                                  N_ ("Left out: it hurt here, so it rests for two days.") },
  [LEGATO_REASON_OUT_SORE] = { "soreness", N_ ("Left out: it is too sore to be touched today.") },
  [LEGATO_REASON_OUT_NOT_AGREED] = { "pregnancy", N_ ("Left out: your midwife or doctor has not "
                                                      "agreed to this place.") },
  [LEGATO_REASON_OUT_NOT_AGREED_SURGERY] = { "surgery", N_ ("Left out: those who treated you have "
                                                            "not agreed to this place.") },
  [LEGATO_REASON_OUT_UPPER_LEG] = { "pregnancy-swelling", N_ ("Left out: in pregnancy with "
                                                              "swelling only below the knee.") },
  [LEGATO_REASON_OUT_NO_TOOL] = { "P-TOOLS", N_ ("Left out: you don’t have the tool for it.") },
  [LEGATO_REASON_OUT_TOOL_SKIN] = { "fragile-skin", N_ ("Left out: no tools on thin skin.") },
  [LEGATO_REASON_OUT_TOOL_NEUROPATHY] = { "neuropathy",
                                          N_ ("Left out: no tools where you feel less.") },
  [LEGATO_REASON_OUT_TOOL_PRESSED] = { "P-REST",
                                       N_ ("Left out: it was worked firmly today or yesterday.") },
  [LEGATO_REASON_OUT_TOOL_DEVICE] = { "pacemaker", N_ ("Left out: no gun and no sleeve with an "
                                                       "implanted device.") },
  [LEGATO_REASON_OUT_TOOL_JOINT] = { "joint-replacement",
                                     N_ ("Left out: no tool at an artificial joint.") },
  [LEGATO_REASON_OUT_TOOL_TENDER] = { "stopped", N_ ("Left out: it hurt here the last time.") },
  [LEGATO_REASON_OUT_TOOL_CLEARED] = { "R-UNCLEARED",
                                       N_ ("Left out: your condition asks for hands only.") },
  [LEGATO_REASON_OUT_TAPPING] = { "fragile-skin", N_ ("Left out: no tapping on thin skin.") },
  [LEGATO_REASON_OUT_FRICTION] = { "fragile-skin", N_ ("Left out: no friction on thin skin.") },
  [LEGATO_REASON_OUT_SWELLING] = { "swelling", N_ ("Left out: your legs are swollen.") },
  [LEGATO_REASON_OUT_PARTLY] = { "P-BLOCK",
                                 N_ ("Left out: it would also touch places that are left out.") },
  [LEGATO_REASON_OUT_REACH] = { "P-REACH", N_ ("Left out: on your own you would not reach it.") },
  [LEGATO_REASON_OUT_STRETCH_PLACE] = { "P-BLOCK",
                                        N_ ("Left out: it stretches a place that is left out.") },
  [LEGATO_REASON_OUT_STRETCH_JOINT] = { "joint-replacement",
                                        N_ ("Left out: it bends your artificial joint. Ask your "
                                            "surgeon first.") },
  [LEGATO_REASON_OUT_ON_BACK] = { "pregnancy",
                                  N_ ("Left out: in pregnancy you do not lie flat on your back.") },
  [LEGATO_REASON_OUT_NO_TIME] = { "P-LEN", N_ ("Left out: there is no room for it in this time.") },
  [LEGATO_REASON_OUT_HURT] = { "R-STOP", N_ ("Left out: it hurt here.") },
};

/**
 * legato_reason_get:
 *
 * The words are looked up once: the language of a program that runs does not change, and a plan has
 * dozens of reasons.
 *
 * Returns: (transfer none): the reason, translated; it lives as long as the program
 */
const LegatoReason *
legato_reason_get (LegatoReasonCode reason)
{
  static LegatoReason translated[LEGATO_N_REASONS];
  static gsize is_translated = 0;

  g_return_val_if_fail (reason < LEGATO_N_REASONS, &reasons[LEGATO_REASON_NONE]);

  if (g_once_init_enter (&is_translated))
    {
      for (guint i = 0; i < LEGATO_N_REASONS; i++)
        {
          translated[i].id = reasons[i].id;
          translated[i].text = *reasons[i].text != '\0' ? _ (reasons[i].text) : "";
        }
      g_once_init_leave (&is_translated, 1);
    }
  return &translated[reason];
}

/** Returns: which reason has the words of @reason; %LEGATO_REASON_NONE if it is none of the
 * planner's
 */
LegatoReasonCode
legato_reason_find (const LegatoReason *reason)
{
  g_return_val_if_fail (reason != NULL, LEGATO_REASON_NONE);

  for (guint i = LEGATO_REASON_NONE + 1; i < LEGATO_N_REASONS; i++)
    if (legato_reason_get (i)->text == reason->text
        && g_str_equal (legato_reason_get (i)->id, reason->id))
      return i;
  return LEGATO_REASON_NONE;
}

/** Returns: what stands for @self in a file, the same in all languages; "" if it is none of the
 * planner's */
const char *
legato_reason_get_key (const LegatoReason *self)
{
  g_return_val_if_fail (self != NULL, "");

  return reasons[legato_reason_find (self)].text;
}

/** Returns: (transfer none) (nullable): the reason that @key stands for; %NULL if this version has
 * no such reason */
const LegatoReason *
legato_reason_from_key (const char *key)
{
  g_return_val_if_fail (key != NULL, NULL);

  for (guint i = LEGATO_REASON_NONE + 1; i < LEGATO_N_REASONS; i++)
    if (g_str_equal (reasons[i].text, key))
      return legato_reason_get (i);
  return NULL;
}
