/* test-languages.c: what is no sentence is right in each language as well
 *
 * Usage: test-languages LANGUAGE
 *
 * With the translations of this build, whatever languages the machine has (tests/with-locale).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-dates.h"
#include "legato-locale.h"
#include "legato-named-days.h"
#include "legato-named-session.h"
#include "legato-search.h"
#include "legato-search-words.h"
#include "../load-guide.h"

/* A Thursday, and the Monday after it. */
#define A_DAY 1, G_DATE_JANUARY, 2026
#define ANOTHER_DAY 11, G_DATE_MAY, 2026

/* What people type for a day of the journal, on Tuesday, 1 December 2026. */
static const struct
{
  const char *language;
  const char *text;
  const char *day; /* the likeliest one */
  const char *rest;
} typed[] = {
  { "ar", "أمس", "2026-11-30", "" },
  { "ar", "أول أمس", "2026-11-29", "" },
  { "ar", "يوم الاثنين", "2026-11-30", "" },
  { "ar", "الجمعه", "2026-11-27", "" },
  { "ar", "٢٨ نوفمبر", "2026-11-28", "" },
  { "ar", "28/11/2026", "2026-11-28", "" },
  { "ar", "السمانة اليوم", "2026-12-01", "السمانة" },
  { "de", "gestern", "2026-11-30", "" },
  { "de", "vorgestern", "2026-11-29", "" },
  { "de", "am Samstag", "2026-11-28", "" },
  { "de", "3. Dezember", "2025-12-03", "" },
  { "de", "28.11.2026", "2026-11-28", "" },
  { "de", "1. März", "2026-03-01", "" },
  { "de", "Wade gestern", "2026-11-30", "Wade" },
  { "es", "ayer", "2026-11-30", "" },
  { "es", "hoy", "2026-12-01", "" },
  { "es", "el sabado pasado", "2026-11-28", "" },
  { "es", "3 de diciembre de 2025", "2025-12-03", "" },
  { "es", "escaleras ayer", "2026-11-30", "escaleras" },
  { "fr", "hier", "2026-11-30", "" },
  { "fr", "aujourd'hui", "2026-12-01", "" },
  { "fr", "avant-hier", "2026-11-29", "" },
  { "fr", "1er décembre", "2026-12-01", "" },
  { "fr", "le 28 nov.", "2026-11-28", "" },
  { "fr", "fevrier 2026", "2026-02-01", "" },
  { "ja", "昨日", "2026-11-30", "" },
  { "ja", "おととい", "2026-11-29", "" },
  { "ja", "11月28日", "2026-11-28", "" },
  { "ja", "2026年11月28日 土曜日", "2026-11-28", "" },
  { "ja", "月曜日の日記", "2026-11-30", "" },
  { "ja", "先週の月曜日", "2026-11-23", "" },
  { "ja", "先週火曜の階段", "2026-11-24", "階段" },
  { "ja", "今週の火曜", "2026-12-01", "" },
  { "ja", "昨日の階段", "2026-11-30", "階段" },
  { "pt_BR", "ontem", "2026-11-30", "" },
  { "pt_BR", "segunda passada", "2026-11-30", "" },
  { "pt_BR", "sexta-feira", "2026-11-27", "" },
  { "pt_BR", "3 de dezembro", "2025-12-03", "" },
  { "pt_BR", "panturrilha ontem", "2026-11-30", "panturrilha" },
  { "zh_CN", "昨天", "2026-11-30", "" },
  { "zh_CN", "星期一", "2026-11-30", "" },
  { "zh_CN", "周六的日记", "2026-11-28", "" },
  { "zh_CN", "上周一", "2026-11-23", "" },
  { "zh_CN", "上个星期天的日记", "2026-11-29", "" },
  { "zh_CN", "上周二爬楼", "2026-11-24", "爬楼" },
  { "zh_CN", "上周", "", "上周" },
  { "zh_CN", "这周二", "2026-12-01", "" },
  { "zh_CN", "礼拜六", "2026-11-28", "" },
  { "zh_CN", "11月28号", "2026-11-28", "" },
  { "zh_CN", "2026年11月", "2026-11-01", "" },
  { "zh_CN", "昨天爬楼", "2026-11-30", "爬楼" },
};

typedef struct
{
  const char *language;
  const char *full_day;
  const char *day;
  const char *short_day;
  const char *range;
  const char *long_range; /* over the end of a year */
  const char *month;
  const char *letters; /* Monday first */
} Dates;

static const Dates dates[] = {
  { "ar", "الخميس، 1 يناير 2026", "1 يناير 2026", "1 يناير", "1 يناير – 11 مايو 2026",
    "31 ديسمبر 2025 – 11 مايو 2026", "يناير 2026", "نثرخجسح" },
  { "de", "Donnerstag, 1. Januar 2026", "1. Januar 2026", "1. Jan.", "1. Jan. – 11. Mai 2026",
    "31. Dez. 2025 – 11. Mai 2026", "Januar 2026", "MDMDFSS" },
  { "es", "jueves, 1 de enero de 2026", "1 de enero de 2026", "1 ene", "1 ene – 11 may 2026",
    "31 dic 2025 – 11 may 2026", "enero de 2026", "LMXJVSD" },
  { "fr", "jeudi 1 janvier 2026", "1 janvier 2026", "1 janv.", "1 janv. – 11 mai 2026",
    "31 déc. 2025 – 11 mai 2026", "janvier 2026", "LMMJVSD" },
  { "ja", "2026年1月1日 木曜日", "2026年1月1日", "1月1日", "2026年1月1日〜5月11日",
    "2025年12月31日〜2026年5月11日", "2026年1月", "月火水木金土日" },
  { "pt_BR", "quinta-feira, 1 de janeiro de 2026", "1 de janeiro de 2026", "1 de jan.",
    "1 de jan. – 11 de mai. de 2026", "31 de dez. de 2025 – 11 de mai. de 2026", "janeiro de 2026",
    "STQQSSD" },
  { "zh_CN", "2026年1月1日，星期四", "2026年1月1日", "1月1日", "2026年1月1日–5月11日",
    "2025年12月31日–2026年5月11日", "2026年1月", "一二三四五六日" },
};

/* Of these pairs what is right in English made two different words. */
static const struct
{
  const char *language;
  const char *form;
  const char *word;
} forms[] = {
  { "de", "Betten", "Bett" }, { "de", "glatte", "glatt" },  { "de", "schlimmer", "schlimm" },
  { "de", "Füße", "Fuß" },    { "fr", "tendus", "tendue" }, { "fr", "aigus", "aiguë" },
};

/* What people type, with the forms that words take in a sentence, and slips. */
static const struct
{
  const char *language;
  const char *text;
  LegatoHitKind kind;
  const char *id;
} phrases[] = {
  { "ar", "زيت التدليك", LEGATO_HIT_TIP, "oil" },
  { "ar", "سمانة رجلي تؤلمني", LEGATO_HIT_ZONE, "calf" },
  { "ar", "ألم في السمانة", LEGATO_HIT_ZONE, "calf" },
  { "ar", "بطة الرجل", LEGATO_HIT_ZONE, "calf" },
  { "ar", "ركبتي توجعني", LEGATO_HIT_ZONE, "knee" },
  { "ar", "خلف الركبة", LEGATO_HIT_ZONE, "popliteal" },
  { "ar", "القدمين", LEGATO_HIT_ZONE, "foot" },
  { "ar", "كعب القدم", LEGATO_HIT_ZONE, "foot" },
  { "ar", "الفخذ من الأمام", LEGATO_HIT_ZONE, "quadriceps" },
  { "ar", "المؤخرة", LEGATO_HIT_ZONE, "gluteus" },
  { "ar", "كاحل", LEGATO_HIT_ZONE, "ankle" },
  { "ar", "شد عضلي في الليل", LEGATO_HIT_TIP, "cramp" },
  { "ar", "تشنج", LEGATO_HIT_TIP, "cramp" },
  { "ar", "جلطة في الساق", LEGATO_HIT_ADVICE, "dvt" },
  { "ar", "حامل", LEGATO_HIT_ADVICE, "pregnancy" },
  { "ar", "حمى", LEGATO_HIT_ADVICE, "fever" },
  { "ar", "الدوالي", LEGATO_HIT_TIP, "varicose-veins" },
  { "ar", "سكري", LEGATO_HIT_TIP, "numb-places" },
  { "ar", "سمانه", LEGATO_HIT_ZONE, "calf" },
  { "ar", "بطات", LEGATO_HIT_ZONE, "calf" },
  { "ar", "صابونة الركبة", LEGATO_HIT_ZONE, "knee" },
  { "ar", "مسمار الكعب", LEGATO_HIT_ZONE, "foot" },
  { "ar", "الفخد", LEGATO_HIT_ZONE, "quadriceps" },
  { "ar", "الأربية", LEGATO_HIT_ZONE, "adductors" },
  { "ar", "ركبه", LEGATO_HIT_ZONE, "knee" },
  { "ar", "نمنمة", LEGATO_HIT_TIP, "numb-places" },
  { "ar", "رجلي منفخة", LEGATO_HIT_TIP, "swollen-legs" },
  { "ar", "برودة القدمين", LEGATO_HIT_TIP, "poor-circulation" },
  { "ar", "ضيق نفس", LEGATO_HIT_ADVICE, "breathless" },
  { "ar", "وارفارين", LEGATO_HIT_ADVICE, "blood-thinners" },
  { "ar", "رجل واحدة منفخة", LEGATO_HIT_ADVICE, "dvt" },
  { "ar", "تذكير كل يوم", LEGATO_HIT_ROOM, "reminders" },
  { "ar", "تصدير اليوميات", LEGATO_HIT_ROOM, "export" },
  { "ar", "طباعة", LEGATO_HIT_ROOM, "report" },
  { "ar", "نسخة احتياطية", LEGATO_HIT_ROOM, "copies" },
  { "ar", "تغيير اللغة", LEGATO_HIT_ROOM, "desktop" },
  { "ar", "كتم الصوت", LEGATO_HIT_ROOM, "sound" },
  { "ar", "الوضع الداكن", LEGATO_HIT_ROOM, "desktop" },
  { "ar", "حجم الخط", LEGATO_HIT_ROOM, "desktop" },
  { "ar", "سلة المهملات", LEGATO_HIT_ROOM, "bin" },
  { "ar", "استيراد", LEGATO_HIT_ROOM, "import" },
  { "ar", "الإعدادات", LEGATO_HIT_ROOM, "preferences" },
  { "ar", "اختصارات", LEGATO_HIT_ROOM, "shortcuts" },
  { "de", "Massageöl", LEGATO_HIT_TIP, "oil" },
  { "de", "mein großer Zeh", LEGATO_HIT_ZONE, "foot" },
  { "de", "dünne Haut", LEGATO_HIT_TIP, "fragile-skin" },
  { "de", "meine Wade tut weh", LEGATO_HIT_ZONE, "calf" },
  { "de", "Wadenverhärtung", LEGATO_HIT_ZONE, "calf" },
  { "de", "Kniebeschwerden", LEGATO_HIT_ZONE, "knee" },
  { "de", "Knie", LEGATO_HIT_ZONE, "knee" },
  { "de", "Schmerzen in der Kniekehle", LEGATO_HIT_ZONE, "popliteal" },
  { "de", "Füße", LEGATO_HIT_ZONE, "foot" },
  { "de", "Hintern", LEGATO_HIT_ZONE, "gluteus" },
  { "de", "Po", LEGATO_HIT_ZONE, "gluteus" },
  { "de", "Oberschenkel vorne", LEGATO_HIT_ZONE, "quadriceps" },
  { "de", "Achillesferse", LEGATO_HIT_ZONE, "ankle" },
  { "de", "Schienbein", LEGATO_HIT_ZONE, "shin" },
  { "de", "Wadenkrampf", LEGATO_HIT_TIP, "cramp" },
  { "de", "Krämpfe in der Nacht", LEGATO_HIT_TIP, "cramp" },
  { "de", "kneten", LEGATO_HIT_TECHNIQUE, "petrissage" },
  { "de", "Faszienrolle", LEGATO_HIT_TECHNIQUE, "roller" },
  { "de", "Thrombose", LEGATO_HIT_ADVICE, "dvt" },
  { "de", "schwanger", LEGATO_HIT_ADVICE, "pregnancy" },
  { "de", "Fieber", LEGATO_HIT_ADVICE, "fever" },
  { "de", "Krampfadern", LEGATO_HIT_TIP, "varicose-veins" },
  { "de", "Schinbein", LEGATO_HIT_ZONE, "shin" },
  { "de", "Wadln", LEGATO_HIT_ZONE, "calf" },
  { "de", "Haxn", LEGATO_HIT_ZONE, "foot" },
  { "de", "Senkfuss", LEGATO_HIT_ZONE, "foot" },
  { "de", "Popsch", LEGATO_HIT_ZONE, "gluteus" },
  { "de", "Schiebein", LEGATO_HIT_ZONE, "shin" },
  { "de", "Oberschenkl", LEGATO_HIT_ZONE, "quadriceps" },
  { "de", "Wadlkrampf", LEGATO_HIT_TIP, "cramp" },
  { "de", "Besenreiser", LEGATO_HIT_TIP, "varicose-veins" },
  { "de", "Bänderriss", LEGATO_HIT_TIP, "who-helps" },
  { "de", "dicke Füsse", LEGATO_HIT_TIP, "swollen-legs" },
  { "de", "unruhige Beine", LEGATO_HIT_TIP, "restless-legs" },
  { "de", "Atemnot", LEGATO_HIT_ADVICE, "breathless" },
  { "de", "Marcumar", LEGATO_HIT_ADVICE, "blood-thinners" },
  { "de", "Wade geschwollen und rot", LEGATO_HIT_ADVICE, "dvt" },
  { "de", "Erinnerung jeden Tag", LEGATO_HIT_ROOM, "reminders" },
  { "de", "Tagebuch exportieren", LEGATO_HIT_ROOM, "export" },
  { "de", "ausdrucken", LEGATO_HIT_ROOM, "report" },
  { "de", "Datensicherung", LEGATO_HIT_ROOM, "copies" },
  { "de", "Sprache ändern", LEGATO_HIT_ROOM, "desktop" },
  { "de", "Ton ausschalten", LEGATO_HIT_ROOM, "sound" },
  { "de", "Dunkelmodus", LEGATO_HIT_ROOM, "desktop" },
  { "de", "Schrift größer", LEGATO_HIT_ROOM, "desktop" },
  { "de", "gelöschte Einträge", LEGATO_HIT_ROOM, "bin" },
  { "de", "importieren", LEGATO_HIT_ROOM, "import" },
  { "de", "Einstellungen", LEGATO_HIT_ROOM, "preferences" },
  { "de", "Tastenkürzel", LEGATO_HIT_ROOM, "shortcuts" },
  { "es", "aceite de masaje", LEGATO_HIT_TIP, "oil" },
  { "es", "dedo gordo", LEGATO_HIT_ZONE, "foot" },
  { "es", "mi pantorrilla duele", LEGATO_HIT_ZONE, "calf" },
  { "es", "dolor de gemelos", LEGATO_HIT_ZONE, "calf" },
  { "es", "me duelen las rodillas", LEGATO_HIT_ZONE, "knee" },
  { "es", "detrás de la rodilla", LEGATO_HIT_ZONE, "popliteal" },
  { "es", "pies cansados", LEGATO_HIT_ZONE, "foot" },
  { "es", "glúteos", LEGATO_HIT_ZONE, "gluteus" },
  { "es", "nalga", LEGATO_HIT_ZONE, "gluteus" },
  { "es", "tobillo", LEGATO_HIT_ZONE, "ankle" },
  { "es", "espinilla", LEGATO_HIT_ZONE, "shin" },
  { "es", "calambres por la noche", LEGATO_HIT_TIP, "cramp" },
  { "es", "amasar", LEGATO_HIT_TECHNIQUE, "petrissage" },
  { "es", "amasamiento", LEGATO_HIT_TECHNIQUE, "petrissage" },
  { "es", "trombosis", LEGATO_HIT_ADVICE, "dvt" },
  { "es", "embarazada", LEGATO_HIT_ADVICE, "pregnancy" },
  { "es", "fiebre", LEGATO_HIT_ADVICE, "fever" },
  { "es", "varices", LEGATO_HIT_TIP, "varicose-veins" },
  { "es", "pantorilla", LEGATO_HIT_ZONE, "calf" },
  { "es", "parte de atrás del muslo", LEGATO_HIT_ZONE, "hamstrings" },
  { "es", "chamorro", LEGATO_HIT_ZONE, "calf" },
  { "es", "canilla", LEGATO_HIT_ZONE, "shin" },
  { "es", "batata de la pierna", LEGATO_HIT_ZONE, "calf" },
  { "es", "rodiya", LEGATO_HIT_ZONE, "knee" },
  { "es", "traste", LEGATO_HIT_ZONE, "gluteus" },
  { "es", "corva", LEGATO_HIT_ZONE, "popliteal" },
  { "es", "juanete", LEGATO_HIT_ZONE, "foot" },
  { "es", "encalambrado", LEGATO_HIT_TIP, "cramp" },
  { "es", "várices", LEGATO_HIT_TIP, "varicose-veins" },
  { "es", "tobillos inchados", LEGATO_HIT_TIP, "swollen-legs" },
  { "es", "hormigueo", LEGATO_HIT_TIP, "numb-places" },
  { "es", "me falta el aire", LEGATO_HIT_ADVICE, "breathless" },
  { "es", "Sintrom", LEGATO_HIT_ADVICE, "blood-thinners" },
  { "es", "moretones", LEGATO_HIT_ADVICE, "bruise" },
  { "es", "recordatorio todos los días", LEGATO_HIT_ROOM, "reminders" },
  { "es", "exportar", LEGATO_HIT_ROOM, "export" },
  { "es", "imprimir el diario", LEGATO_HIT_ROOM, "report" },
  { "es", "copia de seguridad", LEGATO_HIT_ROOM, "copies" },
  { "es", "cambiar el idioma", LEGATO_HIT_ROOM, "desktop" },
  { "es", "quitar el sonido", LEGATO_HIT_ROOM, "sound" },
  { "es", "modo oscuro", LEGATO_HIT_ROOM, "desktop" },
  { "es", "letra más grande", LEGATO_HIT_ROOM, "desktop" },
  { "es", "papelera", LEGATO_HIT_ROOM, "bin" },
  { "es", "importar", LEGATO_HIT_ROOM, "import" },
  { "es", "ajustes", LEGATO_HIT_ROOM, "preferences" },
  { "es", "atajos", LEGATO_HIT_ROOM, "shortcuts" },
  { "fr", "huile de massage", LEGATO_HIT_TIP, "oil" },
  { "fr", "gros orteil", LEGATO_HIT_ZONE, "foot" },
  { "fr", "j’ai mal au mollet", LEGATO_HIT_ZONE, "calf" },
  { "fr", "mes mollets", LEGATO_HIT_ZONE, "calf" },
  { "fr", "genou", LEGATO_HIT_ZONE, "knee" },
  { "fr", "creux du genou", LEGATO_HIT_ZONE, "popliteal" },
  { "fr", "mal aux pieds", LEGATO_HIT_ZONE, "foot" },
  { "fr", "fesses", LEGATO_HIT_ZONE, "gluteus" },
  { "fr", "cheville", LEGATO_HIT_ZONE, "ankle" },
  { "fr", "tibia", LEGATO_HIT_ZONE, "shin" },
  { "fr", "crampe la nuit", LEGATO_HIT_TIP, "cramp" },
  { "fr", "crampes", LEGATO_HIT_TIP, "cramp" },
  { "fr", "pétrissage", LEGATO_HIT_TECHNIQUE, "petrissage" },
  { "fr", "rouleau", LEGATO_HIT_TECHNIQUE, "roller" },
  { "fr", "phlébite", LEGATO_HIT_ADVICE, "dvt" },
  { "fr", "enceinte", LEGATO_HIT_ADVICE, "pregnancy" },
  { "fr", "fièvre", LEGATO_HIT_ADVICE, "fever" },
  { "fr", "varices", LEGATO_HIT_TIP, "varicose-veins" },
  { "fr", "molet", LEGATO_HIT_ZONE, "calf" },
  { "fr", "arrière de la cuisse", LEGATO_HIT_ZONE, "hamstrings" },
  { "fr", "jarret", LEGATO_HIT_ZONE, "popliteal" },
  { "fr", "chevile", LEGATO_HIT_ZONE, "ankle" },
  { "fr", "genous", LEGATO_HIT_ZONE, "knee" },
  { "fr", "voute plantaire", LEGATO_HIT_ZONE, "foot" },
  { "fr", "popotin", LEGATO_HIT_ZONE, "gluteus" },
  { "fr", "entorse", LEGATO_HIT_TIP, "who-helps" },
  { "fr", "fourmillements", LEGATO_HIT_TIP, "numb-places" },
  { "fr", "impatiences", LEGATO_HIT_TIP, "restless-legs" },
  { "fr", "oedeme", LEGATO_HIT_TIP, "swollen-legs" },
  { "fr", "essouflé", LEGATO_HIT_ADVICE, "breathless" },
  { "fr", "mollet rouge et chaud", LEGATO_HIT_ADVICE, "dvt" },
  { "fr", "sciatique", LEGATO_HIT_ADVICE, "shooting" },
  { "fr", "rappel tous les jours", LEGATO_HIT_ROOM, "reminders" },
  { "fr", "exporter mon journal", LEGATO_HIT_ROOM, "export" },
  { "fr", "imprimer", LEGATO_HIT_ROOM, "report" },
  { "fr", "sauvegarde", LEGATO_HIT_ROOM, "copies" },
  { "fr", "changer la langue", LEGATO_HIT_ROOM, "desktop" },
  { "fr", "couper le son", LEGATO_HIT_ROOM, "sound" },
  { "fr", "mode sombre", LEGATO_HIT_ROOM, "desktop" },
  { "fr", "taille de police", LEGATO_HIT_ROOM, "desktop" },
  { "fr", "corbeille", LEGATO_HIT_ROOM, "bin" },
  { "fr", "importer", LEGATO_HIT_ROOM, "import" },
  { "fr", "paramètres", LEGATO_HIT_ROOM, "preferences" },
  { "fr", "raccourcis", LEGATO_HIT_ROOM, "shortcuts" },
  { "ja", "オイル", LEGATO_HIT_TIP, "oil" },
  { "ja", "ふくらはぎが痛い", LEGATO_HIT_ZONE, "calf" },
  { "ja", "フクラハギ", LEGATO_HIT_ZONE, "calf" },
  { "ja", "膝が痛い", LEGATO_HIT_ZONE, "knee" },
  { "ja", "ひざ", LEGATO_HIT_ZONE, "knee" },
  { "ja", "膝の裏", LEGATO_HIT_ZONE, "popliteal" },
  { "ja", "足の裏", LEGATO_HIT_ZONE, "foot" },
  { "ja", "お尻", LEGATO_HIT_ZONE, "gluteus" },
  { "ja", "足首", LEGATO_HIT_ZONE, "ankle" },
  { "ja", "すね", LEGATO_HIT_ZONE, "shin" },
  { "ja", "太ももの前", LEGATO_HIT_ZONE, "quadriceps" },
  { "ja", "こむら返り", LEGATO_HIT_TIP, "cramp" },
  { "ja", "夜に足がつる", LEGATO_HIT_TIP, "cramp" },
  { "ja", "深部静脈血栓症", LEGATO_HIT_ADVICE, "dvt" },
  { "ja", "妊娠中", LEGATO_HIT_ADVICE, "pregnancy" },
  { "ja", "熱がある", LEGATO_HIT_ADVICE, "fever" },
  { "ja", "静脈瘤", LEGATO_HIT_TIP, "varicose-veins" },
  { "ja", "むくみ", LEGATO_HIT_TIP, "swollen-legs" },
  { "ja", "もみほぐす", LEGATO_HIT_TECHNIQUE, "petrissage" },
  { "ja", "べんけい", LEGATO_HIT_ZONE, "shin" },
  { "ja", "ヒザ裏", LEGATO_HIT_ZONE, "popliteal" },
  { "ja", "ふくらはき", LEGATO_HIT_ZONE, "calf" },
  { "ja", "土踏まず", LEGATO_HIT_ZONE, "foot" },
  { "ja", "鼠径部", LEGATO_HIT_ZONE, "adductors" },
  { "ja", "ケツ", LEGATO_HIT_ZONE, "gluteus" },
  { "ja", "こぶら返り", LEGATO_HIT_TIP, "cramp" },
  { "ja", "足がパンパン", LEGATO_HIT_TIP, "swollen-legs" },
  { "ja", "むずむず脚", LEGATO_HIT_TIP, "restless-legs" },
  { "ja", "ぎっくり腰", LEGATO_HIT_TIP, "who-helps" },
  { "ja", "冷え性", LEGATO_HIT_TIP, "poor-circulation" },
  { "ja", "息苦しい", LEGATO_HIT_ADVICE, "breathless" },
  { "ja", "ワーファリン", LEGATO_HIT_ADVICE, "blood-thinners" },
  { "ja", "片足だけ腫れた", LEGATO_HIT_ADVICE, "dvt" },
  { "ja", "リマインダー", LEGATO_HIT_ROOM, "reminders" },
  { "ja", "エクスポート", LEGATO_HIT_ROOM, "export" },
  { "ja", "印刷したい", LEGATO_HIT_ROOM, "report" },
  { "ja", "バックアップ", LEGATO_HIT_ROOM, "copies" },
  { "ja", "言語を変えたい", LEGATO_HIT_ROOM, "desktop" },
  { "ja", "音を消したい", LEGATO_HIT_ROOM, "sound" },
  { "ja", "ダークモード", LEGATO_HIT_ROOM, "desktop" },
  { "ja", "文字を大きくする", LEGATO_HIT_ROOM, "desktop" },
  { "ja", "ごみ箱", LEGATO_HIT_ROOM, "bin" },
  { "ja", "インポート", LEGATO_HIT_ROOM, "import" },
  { "ja", "設定", LEGATO_HIT_ROOM, "preferences" },
  { "ja", "使い方", LEGATO_HIT_ROOM, "help" },
  { "pt_BR", "óleo", LEGATO_HIT_TIP, "oil" },
  { "pt_BR", "dedão do pé", LEGATO_HIT_ZONE, "foot" },
  { "pt_BR", "minha panturrilha dói", LEGATO_HIT_ZONE, "calf" },
  { "pt_BR", "panturrilha dolorida", LEGATO_HIT_ZONE, "calf" },
  { "pt_BR", "batata da perna", LEGATO_HIT_ZONE, "calf" },
  { "pt_BR", "joelho", LEGATO_HIT_ZONE, "knee" },
  { "pt_BR", "atrás do joelho", LEGATO_HIT_ZONE, "popliteal" },
  { "pt_BR", "pés cansados", LEGATO_HIT_ZONE, "foot" },
  { "pt_BR", "bumbum", LEGATO_HIT_ZONE, "gluteus" },
  { "pt_BR", "tornozelo", LEGATO_HIT_ZONE, "ankle" },
  { "pt_BR", "canela", LEGATO_HIT_ZONE, "shin" },
  { "pt_BR", "cãibra à noite", LEGATO_HIT_TIP, "cramp" },
  { "pt_BR", "caimbra", LEGATO_HIT_TIP, "cramp" },
  { "pt_BR", "amassar", LEGATO_HIT_TECHNIQUE, "petrissage" },
  { "pt_BR", "rolo", LEGATO_HIT_TECHNIQUE, "roller" },
  { "pt_BR", "trombose", LEGATO_HIT_ADVICE, "dvt" },
  { "pt_BR", "grávida", LEGATO_HIT_ADVICE, "pregnancy" },
  { "pt_BR", "febre", LEGATO_HIT_ADVICE, "fever" },
  { "pt_BR", "varizes", LEGATO_HIT_TIP, "varicose-veins" },
  { "pt_BR", "panturilha", LEGATO_HIT_ZONE, "calf" },
  { "pt_BR", "batata da pena", LEGATO_HIT_ZONE, "calf" },
  { "pt_BR", "joelio", LEGATO_HIT_ZONE, "knee" },
  { "pt_BR", "joanete", LEGATO_HIT_ZONE, "foot" },
  { "pt_BR", "popô", LEGATO_HIT_ZONE, "gluteus" },
  { "pt_BR", "peito do pé", LEGATO_HIT_ZONE, "foot" },
  { "pt_BR", "virilha", LEGATO_HIT_ZONE, "adductors" },
  { "pt_BR", "cambra", LEGATO_HIT_TIP, "cramp" },
  { "pt_BR", "vasinhos", LEGATO_HIT_TIP, "varicose-veins" },
  { "pt_BR", "formigamento", LEGATO_HIT_TIP, "numb-places" },
  { "pt_BR", "torci o tornozelo", LEGATO_HIT_TIP, "who-helps" },
  { "pt_BR", "falta de ar", LEGATO_HIT_ADVICE, "breathless" },
  { "pt_BR", "perna vermelha e inchada", LEGATO_HIT_ADVICE, "dvt" },
  { "pt_BR", "câimbra", LEGATO_HIT_TIP, "cramp" },
  { "pt_BR", "lembrete todos os dias", LEGATO_HIT_ROOM, "reminders" },
  { "pt_BR", "exportar", LEGATO_HIT_ROOM, "export" },
  { "pt_BR", "imprimir", LEGATO_HIT_ROOM, "report" },
  { "pt_BR", "cópia de segurança", LEGATO_HIT_ROOM, "copies" },
  { "pt_BR", "mudar o idioma", LEGATO_HIT_ROOM, "desktop" },
  { "pt_BR", "desligar o som", LEGATO_HIT_ROOM, "sound" },
  { "pt_BR", "modo escuro", LEGATO_HIT_ROOM, "desktop" },
  { "pt_BR", "letra maior", LEGATO_HIT_ROOM, "desktop" },
  { "pt_BR", "lixeira", LEGATO_HIT_ROOM, "bin" },
  { "pt_BR", "importar", LEGATO_HIT_ROOM, "import" },
  { "pt_BR", "configurações", LEGATO_HIT_ROOM, "preferences" },
  { "pt_BR", "atalhos", LEGATO_HIT_ROOM, "shortcuts" },
  { "zh_CN", "按摩油", LEGATO_HIT_TIP, "oil" },
  { "zh_CN", "大脚趾", LEGATO_HIT_ZONE, "foot" },
  { "zh_CN", "小腿疼", LEGATO_HIT_ZONE, "calf" },
  { "zh_CN", "小腿肚子酸", LEGATO_HIT_ZONE, "calf" },
  { "zh_CN", "膝盖痛", LEGATO_HIT_ZONE, "knee" },
  { "zh_CN", "膝盖后面", LEGATO_HIT_ZONE, "popliteal" },
  { "zh_CN", "脚底", LEGATO_HIT_ZONE, "foot" },
  { "zh_CN", "屁股疼", LEGATO_HIT_ZONE, "gluteus" },
  { "zh_CN", "脚踝", LEGATO_HIT_ZONE, "ankle" },
  { "zh_CN", "胫骨", LEGATO_HIT_ZONE, "shin" },
  { "zh_CN", "大腿前侧", LEGATO_HIT_ZONE, "quadriceps" },
  { "zh_CN", "晚上腿抽筋", LEGATO_HIT_TIP, "cramp" },
  { "zh_CN", "抽筋", LEGATO_HIT_TIP, "cramp" },
  { "zh_CN", "揉捏", LEGATO_HIT_TECHNIQUE, "petrissage" },
  { "zh_CN", "泡沫轴", LEGATO_HIT_TECHNIQUE, "roller" },
  { "zh_CN", "深静脉血栓", LEGATO_HIT_ADVICE, "dvt" },
  { "zh_CN", "怀孕", LEGATO_HIT_ADVICE, "pregnancy" },
  { "zh_CN", "发烧", LEGATO_HIT_ADVICE, "fever" },
  { "zh_CN", "静脉曲张", LEGATO_HIT_TIP, "varicose-veins" },
  { "zh_CN", "腿肿", LEGATO_HIT_TIP, "swollen-legs" },
  { "zh_CN", "脚脖子", LEGATO_HIT_ZONE, "ankle" },
  { "zh_CN", "膝盖弯", LEGATO_HIT_ZONE, "popliteal" },
  { "zh_CN", "萝卜腿", LEGATO_HIT_ZONE, "calf" },
  { "zh_CN", "迎面骨", LEGATO_HIT_ZONE, "shin" },
  { "zh_CN", "扁平足", LEGATO_HIT_ZONE, "foot" },
  { "zh_CN", "波棱盖", LEGATO_HIT_ZONE, "knee" },
  { "zh_CN", "肌肉结节", LEGATO_HIT_TECHNIQUE, "trigger-point" },
  { "zh_CN", "蚯蚓腿", LEGATO_HIT_TIP, "varicose-veins" },
  { "zh_CN", "腿抽抽", LEGATO_HIT_TIP, "cramp" },
  { "zh_CN", "崴脚", LEGATO_HIT_TIP, "who-helps" },
  { "zh_CN", "脚麻", LEGATO_HIT_TIP, "numb-places" },
  { "zh_CN", "喘不上气", LEGATO_HIT_ADVICE, "breathless" },
  { "zh_CN", "小腿又红又肿", LEGATO_HIT_ADVICE, "dvt" },
  { "zh_CN", "淤青", LEGATO_HIT_ADVICE, "bruise" },
  { "zh_CN", "每天提醒我", LEGATO_HIT_ROOM, "reminders" },
  { "zh_CN", "导出日记", LEGATO_HIT_ROOM, "export" },
  { "zh_CN", "打印", LEGATO_HIT_ROOM, "report" },
  { "zh_CN", "备份", LEGATO_HIT_ROOM, "copies" },
  { "zh_CN", "更改语言", LEGATO_HIT_ROOM, "desktop" },
  { "zh_CN", "静音", LEGATO_HIT_ROOM, "sound" },
  { "zh_CN", "深色模式", LEGATO_HIT_ROOM, "desktop" },
  { "zh_CN", "字体大小", LEGATO_HIT_ROOM, "desktop" },
  { "zh_CN", "回收站", LEGATO_HIT_ROOM, "bin" },
  { "zh_CN", "导入", LEGATO_HIT_ROOM, "import" },
  { "zh_CN", "设置", LEGATO_HIT_ROOM, "preferences" },
  { "zh_CN", "快捷键", LEGATO_HIT_ROOM, "shortcuts" },
};

static LegatoSearch *index_of_all;

static guint32
get_julian (GDateDay day, GDateMonth month, GDateYear year)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, day, month, year);
  return g_date_get_julian (&date);
}

static void
assert_taken (char *actual, const char *expected)
{
  g_assert_cmpstr (actual, ==, expected);
  g_free (actual);
}

/* Days and months are said in the language of the sentences around them. */
static void
test_dates (gconstpointer data)
{
  const Dates *expected = data;
  guint32 day = get_julian (A_DAY);
  g_autoptr (GString) letters = g_string_new (NULL);

  assert_taken (legato_dates_dup_full_day (day), expected->full_day);
  assert_taken (legato_dates_dup_day (day), expected->day);
  assert_taken (legato_dates_dup_short_day (day, FALSE), expected->short_day);
  assert_taken (legato_dates_dup_short_range (day, get_julian (ANOTHER_DAY)), expected->range);
  assert_taken (legato_dates_dup_short_range (day - 1, get_julian (ANOTHER_DAY)),
                expected->long_range);
  assert_taken (legato_dates_dup_month (G_DATE_JANUARY, 2026), expected->month);
  for (int weekday = G_DATE_MONDAY; weekday <= G_DATE_SUNDAY; weekday++)
    g_string_append (letters, legato_dates_get_weekday_letter ((GDateWeekday) weekday));
  g_assert_cmpstr (letters->str, ==, expected->letters);
}

/* The mark at the end of a sentence is as wide as a letter, or has a space after it. */
static void
test_sentences (gconstpointer data)
{
  const char *language = data;
  gboolean is_wide = g_str_equal (language, "ja") || g_str_equal (language, "zh_CN");

  assert_taken (legato_locale_join_sentences ("一。", "二。", "三。", NULL),
                is_wide ? "一。二。三。" : "一。 二。 三。");
  assert_taken (legato_locale_join_sentences ("", "一。", "", NULL), "一。");
  assert_taken (legato_locale_join_sentences (NULL, NULL), "");
}

static gboolean
is_phrase (const LegatoHit *hit, gsize i)
{
  return hit->kind == phrases[i].kind && g_str_equal (hit->id, phrases[i].id);
}

/* A place, a technique or a warning comes first, and what is good to know among the first three. */
static void
test_search (gconstpointer data)
{
  const char *language = data;
  guint n = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (phrases); i++)
    {
      g_autoptr (GArray) hits = NULL;
      guint place = 0;

      if (!g_str_equal (phrases[i].language, language))
        continue;
      n++;
      hits = legato_search_find (index_of_all, phrases[i].text);
      while (place < hits->len && !is_phrase (&g_array_index (hits, LegatoHit, place), i))
        place++;
      if (place >= MIN (hits->len, phrases[i].kind == LEGATO_HIT_TIP ? 3 : 1))
        {
          g_test_message ("“%s” finds %s before %s", phrases[i].text,
                          hits->len > 0 ? g_array_index (hits, LegatoHit, 0).id : "nothing",
                          phrases[i].id);
          g_test_fail ();
        }
    }
  g_assert_cmpuint (n, >=, 10);
}

static char *
dup_stem_of (const char *text)
{
  g_autoptr (GArray) words = legato_search_words_split (text);

  g_assert_cmpuint (words->len, ==, 1);
  return g_strdup (g_array_index (words, LegatoSearchWord, 0).stem);
}

static void
test_forms (gconstpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    if (g_str_equal (forms[i].language, data))
      {
        g_autofree char *form = dup_stem_of (forms[i].form);
        g_autofree char *word = dup_stem_of (forms[i].word);

        g_assert_cmpstr (form, ==, word);
      }
}

static void
test_named_days (gconstpointer data)
{
  const char *language = data;
  guint n = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_autoptr (LegatoNamedDays) named = NULL;
      g_autofree char *day = NULL;

      if (!g_str_equal (typed[i].language, language))
        continue;
      n++;
      named = legato_named_days_read (typed[i].text, legato_dates_read_id ("2026-12-01"));
      day = named->ranges->len > 0
                ? legato_dates_dup_id (g_array_index (named->ranges, LegatoDayRange, 0).first)
                : g_strdup ("");
      if (!g_str_equal (day, typed[i].day) || !g_str_equal (named->rest, typed[i].rest))
        {
          g_test_message ("“%s” is “%s” and “%s”", typed[i].text, day, named->rest);
          g_test_fail ();
        }
    }
  g_assert_cmpuint (n, >=, 5);
}

/* What people type to go on with a session that was cut off. */
static void
test_named_session (gconstpointer data)
{
  const struct
  {
    const char *language;
    const char *text;
  } asks[] = {
    { "ar", "متابعة التدليك" }, { "ar", "استئناف" },
    { "de", "weitermachen" },   { "de", "massage fortsetzen" },
    { "es", "reanudar" },       { "es", "continuar el masaje" },
    { "fr", "reprendre" },      { "fr", "continuer" },
    { "ja", "続き" },           { "ja", "再開" },
    { "pt_BR", "retomar" },     { "pt_BR", "continuar" },
    { "zh_CN", "继续" },        { "zh_CN", "继续按摩" },
  };
  guint n = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (asks); i++)
    {
      if (!g_str_equal (asks[i].language, data))
        continue;
      n++;
      if (!legato_named_session_is_meant (asks[i].text))
        {
          g_test_message ("“%s” means no session", asks[i].text);
          g_test_fail ();
        }
    }
  g_assert_cmpuint (n, ==, 2);
  g_assert_true (legato_named_session_is_meant ("legato"));
  g_assert_false (legato_named_session_is_meant (_ ("Calf")));
}

int
main (int argc, char *argv[])
{
  const char *language = NULL;
  g_autoptr (LegatoGuide) guide = NULL;
  int status = 0;

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  language = argv[1];
  g_setenv ("LANGUAGE", language, TRUE);
  legato_locale_init ();

  /* The header of a catalogue is found in any locale that translates at all. */
  if (*g_dgettext (GETTEXT_PACKAGE, "") == '\0')
    {
      g_print ("1..0 # SKIP this C library translates nothing in the locale at hand\n");
      return 0;
    }
  guide = load_guide ();
  index_of_all = legato_search_new_with_rooms (guide);
  g_test_add_data_func ("/guide/languages/search", language, test_search);
  g_test_add_data_func ("/guide/languages/forms", language, test_forms);
  g_test_add_data_func ("/guide/languages/sentences", language, test_sentences);
  g_test_add_data_func ("/guide/languages/named-days", language, test_named_days);
  g_test_add_data_func ("/guide/languages/named-session", language, test_named_session);
  for (gsize i = 0; i < G_N_ELEMENTS (dates); i++)
    if (g_str_equal (dates[i].language, language))
      g_test_add_data_func ("/guide/languages/dates", &dates[i], test_dates);
  status = g_test_run ();
  legato_search_free (index_of_all);
  return status;
}
