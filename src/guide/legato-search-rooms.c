/* legato-search-rooms.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-guide"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-search-private.h"

/* What stands for the words is put at once; where it leads to, the window knows. */
/* Translators: with the context "search" there are words with commas between them, which people may
 * type who look for that: yours may be more, fewer or others */
static const LegatoSearchRoom rooms[] = {
  { "preferences", N_ ("Preferences"), N_ ("What Legato knows of you, sounds, reminders, copies."),
    NC_ ("search",
         "settings, options, configuration, configure, set up, change settings, customise, "
         "customize") },
  { "you", N_ ("About You"), N_ ("In Preferences: sessions a week, conditions, tools."),
    NC_ ("search",
         "profile, my profile, about me, personal data, my conditions, my data, privacy, forget my "
         "data, delete my data, weekly goal, usual length, my tools") },
  { "places", N_ ("Places to leave out"), N_ ("In Preferences: what must not be touched."),
    NC_ ("search",
         "leave out a place, skip a place, avoid a place, off limits, never touch, exclude") },
  { "sound", N_ ("Sounds and voice"),
    N_ ("In Preferences. In a session, M turns the sound off or on."),
    NC_ ("search",
         "sound off, turn off the sound, no sound, mute, silent, silence, volume, loud, louder, "
         "too loud, quieter, voice, voice off, speech, spoken, read aloud") },
  { "reminders", N_ ("Reminders"), N_ ("In Preferences: on which days, and when."),
    NC_ ("search",
         "reminder, remind me, alarm, notification, notifications, every day, schedule, weekdays, "
         "quiet hours") },
  { "copies", N_ ("Copies of your journal"),
    N_ ("In Preferences: made every day, and kept where you choose."),
    NC_ ("search",
         "backup, backups, back up, copy, safe copy, save my data, save the journal, keep safe") },
  { "computers", N_ ("Your other computers"),
    N_ ("In Preferences: one shared folder keeps them in step."),
    NC_ ("search",
         "sync, synchronise, synchronize, cloud, second computer, other computer, two computers, "
         "laptop, several devices, Syncthing, Nextcloud") },
  { "look", N_ ("Skin tone"),
    N_ ("In Preferences, with veins and lymph nodes: how the legs are drawn."),
    NC_ ("search",
         "skin colour, skin color, colour of the skin, dark skin, light skin, show veins, hide "
         "veins, appearance") },
  { "desktop", N_ ("Language, text size, light or dark"),
    N_ ("Legato follows the settings of your desktop."),
    NC_ ("search",
         "language, change language, translation, English, German, Spanish, French, Portuguese, "
         "Arabic, Chinese, Japanese, dark mode, dark theme, night mode, light mode, theme, font, "
         "font size, bigger text, larger text, high contrast, accessibility, reduce motion, "
         "animations") },
  { "export", N_ ("Export Your Journal"), N_ ("All of it in one file, to take along or to keep."),
    NC_ ("search",
         "export, save as a file, json, take along, move to another computer, new computer, "
         "transfer, download my data") },
  { "table", N_ ("Export a Table"), N_ ("Your ratings, for a spreadsheet."),
    NC_ ("search",
         "csv, spreadsheet, Excel, LibreOffice, Calc, table, figures as a file, save as csv") },
  { "import", N_ ("Bring In Entries"), N_ ("From a file of Legato, or a table."),
    NC_ ("search", "import, load, open a journal, merge, from another computer, from a file") },
  { "restore", N_ ("Go Back to a Copy"), N_ ("See what each copy holds first."),
    NC_ ("search",
         "restore, recover, lost entries, broken journal, get my data back, roll back, old copy, "
         "restore a backup") },
  { "bin", N_ ("Deleted Entries"), N_ ("What you deleted in the last 30 days can come back."),
    NC_ ("search",
         "trash, bin, recycle bin, rubbish, undelete, deleted entry, bring back an entry") },
  { "report", N_ ("Report"), N_ ("One Page for Your Doctor or Therapist"),
    NC_ ("search",
         "print, printer, printout, pdf, paper, print the journal, for my doctor, show my doctor, "
         "for my therapist, summary") },
  { "compare", N_ ("Compare My Legs"), N_ ("Massage One Leg and Compare"),
    NC_ ("search", "compare, comparison, experiment, one leg only") },
  { "check-in", N_ ("How Are Your Legs?"), N_ ("Say it now; it goes into your journal."),
    NC_ ("search", "check in, rate my legs, rating, how I feel, log how my legs are") },
  { "entry", N_ ("New Journal Entry"), N_ ("Write down a massage, or what you noticed."),
    NC_ ("search",
         "add an entry, write an entry, note, notes, log a massage, record a massage, massage by "
         "somebody else") },
  { "routine", N_ ("New Routine"), N_ ("Put steps together to a routine of your own."),
    NC_ ("search",
         "make a routine, create a routine, own routine, my own routine, custom routine, routine "
         "from a therapist, build a routine") },
  { "audio", N_ ("Save as audio"), N_ ("Choose a routine: before it starts, you can save it."),
    NC_ ("search",
         "mp3, audio file, sound file, take along on a phone, listen without the computer, "
         "podcast") },
  { "cues", N_ ("Learn the Cues"), N_ ("Hear what each sound means."),
    NC_ ("search",
         "what do the sounds mean, cue, cues, signals, beep, chime, noise, clicks, learn the "
         "sounds") },
  { "tips", N_ ("Good to Know"), N_ ("What is known of massage, with the sources."),
    NC_ ("search", "tips, facts, knowledge, evidence, sources, science, research") },
  { "help", N_ ("Help"), N_ ("How Legato works, and answers to questions."),
    NC_ ("search",
         "manual, user guide, instructions, how does it work, how to use, getting started, "
         "tutorial, questions, faq") },
  { "shortcuts", N_ ("Keyboard Shortcuts"), N_ ("Each key, and what it does."),
    NC_ ("search", "keys, keyboard, shortcut, hotkey, key combination") },
  { "about", N_ ("About Legato"), N_ ("Its version, its website, and who made it."),
    NC_ ("search",
         "version, licence, license, author, website, credits, update, report a bug, contact, "
         "support") },
  { "trends", N_ ("Trends"), N_ ("How your legs do over the weeks."),
    NC_ ("search",
         "chart, charts, graph, graphs, statistics, progress, curve, average, improvement, over "
         "time") },
  { "journal", N_ ("Journal"), N_ ("What you did, and how your legs felt."),
    NC_ ("search",
         "diary, history, log, calendar, past sessions, earlier massages, last massage") },
};

/* Returns: (transfer none): the rooms of the program, in English; their number is in @n */
const LegatoSearchRoom *
legato_search_rooms_get (gsize *n)
{
  *n = G_N_ELEMENTS (rooms);
  return rooms;
}
