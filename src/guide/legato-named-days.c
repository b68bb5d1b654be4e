/* legato-named-days.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-guide"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <langinfo.h>
#include <locale.h>
#include <string.h>

#include "legato-dates.h"
#include "legato-named-days.h"
#include "legato-search-words.h"

/* Nobody names a day at greater length; it bounds the time that any text can take. */
#define MAX_BYTES 200
#define MAX_TOKENS 32

/* The beginning of a name that is still being typed says enough from so many letters on; less is
 * too easily another word. */
#define MIN_BEGINNING 4

/* "3rd" and "1er" have so many letters at most behind the figure. */
#define MAX_ORDINAL 2

/* A year of two figures is one of this century. */
#define CENTURY 2000
#define FIRST_YEAR 1900
#define LAST_YEAR 2199

/* A 29 February comes again within so many years. */
#define MOST_YEARS_BACK 8

#define N_WEEKDAYS 7
#define N_MONTHS 12

/* What Chinese and Japanese write behind the figures of a date. */
#define YEAR_SIGN 0x5e74
#define MONTH_SIGN 0x6708
#define DAY_SIGN 0x65e5
#define CHINESE_DAY_SIGN 0x53f7

typedef enum
{
  ANY,
  YEAR,
  MONTH,
  DAY,
} Role;

/*
 * A number or a word, as it was typed.
 * folded: without case and accents
 * n_digits: of a number; 0 of a word
 * before: what stands between it and the one before, or 0: nothing
 */
typedef struct
{
  char *text;
  char *folded;
  guint value;
  guint n_digits;
  gunichar before;
  Role role;
  gboolean used;
} Token;

typedef struct
{
  GArray *tokens;
  guint32 today;
  int day;
  int month;
  int year;
  glong n_letters;   /* of what was taken last */
  gboolean in_whole; /* no word that is only begun counts */
  LegatoNamedDays *found;
} Reader;

static void
token_clear (gpointer data)
{
  g_free (((Token *) data)->text);
  g_free (((Token *) data)->folded);
}

static Token *
get_token (const GArray *tokens, guint i)
{
  return i < tokens->len ? &g_array_index (tokens, Token, i) : NULL;
}

/* Without case and accents, without the marks that Arabic and Japanese may leave out, and with one
 * letter for those that stand for each other. */
static char *
fold (const char *text)
{
  g_autofree char *apart = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  g_autofree char *folded = g_utf8_casefold (apart, -1);
  GString *letters = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_ismark (g_utf8_get_char (p)))
      g_string_append_unichar (letters, legato_search_words_fold (g_utf8_get_char (p)));
  return g_string_free (letters, FALSE);
}

static gboolean
is_unspaced (const char *text)
{
  return legato_search_words_is_unspaced (g_utf8_get_char (text));
}

static void
add_token (GArray *tokens, const char *begin, const char *end, gunichar before)
{
  Token token = { .text = g_strndup (begin, (gsize) (end - begin)), .before = before };

  for (const char *p = begin; p < end && g_unichar_isdigit (g_utf8_get_char (p));
       p = g_utf8_next_char (p))
    {
      token.n_digits++;
      token.value =
          MIN (token.value, LAST_YEAR) * 10 + (guint) g_unichar_digit_value (g_utf8_get_char (p));
    }
  token.folded = fold (token.text);
  g_array_append_val (tokens, token);
}

/* Returns: (transfer full) (element-type Token): "3. Mai" gives "3" and, behind a full stop, "Mai"
 */
static GArray *
split (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, (gssize) MIN (strlen (text), MAX_BYTES));
  g_autofree char *composed = g_utf8_normalize (valid, -1, G_NORMALIZE_ALL_COMPOSE);
  GArray *tokens = g_array_new (FALSE, FALSE, sizeof (Token));
  const char *p = composed;
  gunichar before = 0;

  g_array_set_clear_func (tokens, token_clear);
  while (*p != '\0' && tokens->len < MAX_TOKENS)
    {
      gunichar c = g_utf8_get_char (p);
      gboolean number = g_unichar_isdigit (c);
      const char *begin = p;

      if (!number && !g_unichar_isalpha (c) && !g_unichar_ismark (c))
        {
          before = before == 0 || before == ' ' ? c : before;
          p = g_utf8_next_char (p);
          continue;
        }
      while (*p != '\0' && g_unichar_isdigit (c) == number
             && (number || g_unichar_isalpha (c) || g_unichar_ismark (c)))
        {
          p = g_utf8_next_char (p);
          c = g_utf8_get_char (p);
        }
      add_token (tokens, begin, p, before);
      before = 0;
    }
  return tokens;
}

/* Takes the first @n letters off @token. */
static void
take_off (Token *token, glong n)
{
  char *text = g_strdup (g_utf8_offset_to_pointer (token->text, n));
  char *folded = g_strdup (g_utf8_offset_to_pointer (token->folded, n));

  token_clear (token);
  token->text = text;
  token->folded = folded;
  token->used = *text == '\0';
}

static void
read_signs (Reader *self)
{
  for (guint i = 0; i + 1 < self->tokens->len; i++)
    {
      Token *number = get_token (self->tokens, i);
      Token *sign = get_token (self->tokens, i + 1);

      if (number->n_digits == 0 || sign->n_digits > 0 || sign->before != 0)
        continue;
      switch (g_utf8_get_char (sign->text))
        {
        case YEAR_SIGN:
          number->role = YEAR;
          break;
        case MONTH_SIGN:
          number->role = MONTH;
          break;
        case DAY_SIGN:
        case CHINESE_DAY_SIGN:
          number->role = DAY;
          break;
        default:
          sign->used = g_utf8_strlen (sign->text, -1) <= MAX_ORDINAL && !is_unspaced (sign->text);
          continue;
        }
      take_off (sign, 1);
    }
}

/* How many tokens from @first on say @name, whose last word may still be typed. Returns: 0 if they
 * do not */
static guint
count_words (const Reader *self, guint first, const GArray *name)
{
  for (guint i = 0; i < name->len; i++)
    {
      const Token *token = get_token (self->tokens, first + i);
      const char *word = get_token (name, i)->folded;
      gboolean last = !self->in_whole && first + i + 1 >= self->tokens->len;

      if (token == NULL || token->used)
        return 0;
      if (g_str_equal (token->folded, word))
        {
          /* "segunda" of "segunda-feira". */
          if (last && g_utf8_strlen (word, -1) >= MIN_BEGINNING)
            return i + 1;
          continue;
        }
      if (i + 1 == name->len && is_unspaced (word) && g_str_has_prefix (token->folded, word))
        continue;
      return last && g_utf8_strlen (token->folded, -1) >= (is_unspaced (word) ? 2 : MIN_BEGINNING)
                     && g_str_has_prefix (word, token->folded)
                 ? i + 1
                 : 0;
    }
  return name->len;
}

/* Looks for @name, and takes it out of what is left to be read. */
static gboolean
take_name (Reader *self, const char *text)
{
  g_autoptr (GArray) name = split (text);

  for (guint i = 0; name->len > 0 && i < self->tokens->len; i++)
    {
      guint n = count_words (self, i, name);

      for (guint j = 0; j < n; j++)
        {
          Token *token = get_token (self->tokens, i + j);
          const char *word = get_token (name, j)->folded;

          self->n_letters = g_utf8_strlen (token->folded, -1);
          if (is_unspaced (word) && g_str_has_prefix (token->folded, word))
            take_off (token, g_utf8_strlen (word, -1));
          else
            token->used = TRUE;
        }
      if (n > 0)
        return TRUE;
    }
  return FALSE;
}

/* Likewise, any one of @list, with @separator between them. */
static gboolean
take_any (Reader *self, const char *list, const char *separator)
{
  g_auto (GStrv) names = g_strsplit (list, separator, -1);

  for (gsize i = 0; names[i] != NULL; i++)
    if (take_name (self, names[i]))
      return TRUE;
  return FALSE;
}

static gboolean
take_one_of (Reader *self, const char *list)
{
  return take_any (self, list, ",");
}

static void
add_range (Reader *self, guint32 first, guint32 last)
{
  LegatoDayRange range = { first, last };

  g_array_append_val (self->found->ranges, range);
}

/* Whether the number of the day is written before that of the month here. */
static gboolean
is_day_first (void)
{
  const char *locale = setlocale (LC_TIME, NULL);
  const char *format = nl_langinfo (D_FMT);
  const char *month = strstr (format, "%m");
  const char *day = strstr (format, "%d");

  /* The locale "C" belongs to no country; the program writes "21 November 2026" there. */
  if (locale == NULL || g_str_equal (locale, "C") || g_str_equal (locale, "POSIX")
      || g_str_has_prefix (locale, "C."))
    return TRUE;
  if (strstr (format, "%D") != NULL)
    return FALSE;
  return month == NULL || day == NULL || day < month;
}

static int
to_year (const Token *token)
{
  return (int) token->value + (token->n_digits <= 2 ? CENTURY : 0);
}

/* @order: what stands between the figures: a full stop does where the day comes first */
static void
set_day_and_month (Reader *self, int first, int second, gunichar order)
{
  gboolean day_first =
      first > N_MONTHS || (second <= N_MONTHS && (order == '.' || is_day_first ()));

  self->day = day_first ? first : second;
  self->month = day_first ? second : first;
}

/* "2026-11-28", "28.11.26", "11/28/2026", and without the year or the day. */
static void
read_figures (Reader *self, guint i)
{
  Token *first = get_token (self->tokens, i);
  Token *second = get_token (self->tokens, i + 1);
  Token *third = get_token (self->tokens, i + 2);
  gunichar between = 0;

  if (second == NULL || first->n_digits == 0 || second->n_digits == 0
      || (second->before != '-' && second->before != '.' && second->before != '/'))
    return;
  between = second->before;
  if (third != NULL && (third->n_digits == 0 || third->before != between))
    third = NULL;
  /* Three figures that are no date, as versions of programs are. */
  if (third != NULL && first->n_digits != 4 && third->n_digits != 2 && third->n_digits != 4)
    return;
  if (first->n_digits == 4)
    {
      self->year = (int) first->value;
      self->month = (int) second->value;
      self->day = third != NULL ? (int) third->value : 0;
    }
  else if (third != NULL || between == '/')
    {
      set_day_and_month (self, (int) first->value, (int) second->value, between);
      self->year = third != NULL ? to_year (third) : 0;
    }
  else
    return;
  first->used = second->used = TRUE;
  if (third != NULL)
    third->used = TRUE;
}

/* Figures whose part in the date is told by the word beside them. */
static void
read_numbers (Reader *self)
{
  for (guint i = 0; i < self->tokens->len; i++)
    {
      Token *token = get_token (self->tokens, i);
      gboolean year =
          token->role == YEAR || (token->role == ANY && self->month != 0 && token->n_digits == 4);
      gboolean day =
          token->role == DAY || (token->role == ANY && self->month != 0 && token->n_digits <= 2);

      if (token->n_digits == 0 || token->used)
        continue;
      if (token->role == MONTH && self->month == 0)
        self->month = (int) token->value;
      else if (year && self->year == 0)
        self->year = to_year (token);
      else if (day && self->day == 0)
        self->day = (int) token->value;
      else
        continue;
      token->used = TRUE;
    }
}

static void
read_month (Reader *self)
{
  for (int month = G_DATE_JANUARY; month <= G_DATE_DECEMBER && self->month == 0; month++)
    if (take_name (self, legato_dates_get_month ((GDateMonth) month))
        || take_name (self, legato_dates_get_short_month ((GDateMonth) month)))
      self->month = month;
}

/* A date without a year is the last one that has come. */
static gboolean
find_date (const Reader *self, GDate *date)
{
  GDate today;
  int year = 0;

  if (self->day < 1 || self->day > 31 || self->month < 1 || self->month > N_MONTHS)
    return FALSE;
  g_date_clear (&today, 1);
  g_date_set_julian (&today, self->today);
  year = self->year != 0 ? self->year : g_date_get_year (&today);
  for (int back = 0; back <= (self->year != 0 ? 0 : MOST_YEARS_BACK); back++)
    {
      if (year - back < FIRST_YEAR || year - back > LAST_YEAR
          || !g_date_valid_dmy ((GDateDay) self->day, (GDateMonth) self->month,
                                (GDateYear) (year - back)))
        continue;
      g_date_clear (date, 1);
      g_date_set_dmy (date, (GDateDay) self->day, (GDateMonth) self->month,
                      (GDateYear) (year - back));
      if (self->year != 0 || g_date_compare (date, &today) <= 0)
        return TRUE;
    }
  return FALSE;
}

static void
add_month (Reader *self)
{
  GDate first, last;
  int year = self->year;

  g_date_clear (&first, 1);
  g_date_set_julian (&first, self->today);
  if (year == 0)
    year = g_date_get_year (&first) - ((int) g_date_get_month (&first) < self->month ? 1 : 0);
  if (year < FIRST_YEAR || year > LAST_YEAR || self->month > N_MONTHS)
    return;
  g_date_set_dmy (&first, 1, (GDateMonth) self->month, (GDateYear) year);
  last = first;
  g_date_add_months (&last, 1);
  add_range (self, g_date_get_julian (&first), g_date_get_julian (&last) - 1);
}

/* @weekday: of the week before this one, which begins with a Monday */
static void
add_weekday_of_last_week (Reader *self, GDateWeekday weekday)
{
  GDate today;
  guint32 day = 0;

  g_date_clear (&today, 1);
  g_date_set_julian (&today, self->today);
  day = self->today - (guint32) g_date_get_weekday (&today) - N_WEEKDAYS + (guint32) weekday;
  add_range (self, day, day);
}

/* The last such day, and the one a week before. */
static void
add_weekday (Reader *self, GDateWeekday weekday)
{
  GDate today;
  guint32 back = 0;

  g_date_clear (&today, 1);
  g_date_set_julian (&today, self->today);
  back = (guint32) (g_date_get_weekday (&today) + N_WEEKDAYS - weekday) % N_WEEKDAYS;
  add_range (self, self->today - back, self->today - back);
  add_range (self, self->today - back - N_WEEKDAYS, self->today - back - N_WEEKDAYS);
}

/* @lists: of Monday to Sunday, with spaces between them, of each day one or several */
static gboolean
take_weekday_of (Reader *self, const char *lists, GDateWeekday *weekday)
{
  g_auto (GStrv) names = g_strsplit (lists, " ", -1);
  gboolean taken = FALSE;

  if (g_strv_length (names) != N_WEEKDAYS)
    return FALSE;
  /* What these have in common may be of any day of the week. */
  self->in_whole = TRUE;
  for (int day = G_DATE_MONDAY; day <= G_DATE_SUNDAY && !taken; day++)
    if ((taken = take_any (self, names[day - G_DATE_MONDAY], "/")))
      *weekday = (GDateWeekday) day;
  self->in_whole = FALSE;
  return taken;
}

static gboolean
take_weekday (Reader *self, GDateWeekday *weekday)
{
  for (int day = G_DATE_MONDAY; day <= G_DATE_SUNDAY; day++)
    if (take_name (self, legato_dates_get_weekday ((GDateWeekday) day)))
      {
        *weekday = (GDateWeekday) day;
        return TRUE;
      }
  /* Translators: other names of Monday to Sunday that people type in a search, in this order and
   * with spaces between them, as 周一 for 星期一; several of one day with strokes between them, as
   * 周一/礼拜一. "-" if there are none. */
  return take_weekday_of (self, C_ ("search for a day", "-"), weekday);
}

static gboolean
take_weekday_of_last_week (Reader *self, GDateWeekday *weekday)
{
  /* Translators: likewise, names of Monday to Sunday of the week before this one, where that is
   * said without a word of its own, as 上周一; "-" if it is not. */
  return take_weekday_of (self, C_ ("search for a day of last week", "-"), weekday);
}

static gboolean
take_journal (Reader *self)
{
  gboolean taken = FALSE;

  self->in_whole = TRUE;
  /* Translators: what people type for the journal of this program, with commas between them */
  taken = take_one_of (self, C_ ("search for a day", "journal, diary"));
  self->in_whole = FALSE;
  return taken;
}

static void
read_days (Reader *self)
{
  GDateWeekday weekday = G_DATE_BAD_WEEKDAY;
  gboolean has_weekday = FALSE;
  gboolean of_last_week = FALSE;
  GDate date;

  /* Translators: what people type for the day before yesterday, with commas between other words for
   * it, and without words such as "the" */
  if (take_one_of (self, C_ ("search for a day", "day before yesterday")))
    add_range (self, self->today - 2, self->today - 2);
  /* Translators: what people type for yesterday, with commas between other words for it */
  else if (take_one_of (self, C_ ("search for a day", "yesterday")))
    add_range (self, self->today - 1, self->today - 1);
  /* Translators: what people type for today, with commas between other words for it */
  else if (take_one_of (self, C_ ("search for a day", "today")))
    add_range (self, self->today, self->today);
  if (self->found->ranges->len > 0)
    return;

  of_last_week = take_weekday_of_last_week (self, &weekday);
  has_weekday = of_last_week || take_weekday (self, &weekday);
  for (guint i = 0; i < self->tokens->len && self->month == 0; i++)
    read_figures (self, i);
  if (self->month == 0)
    read_month (self);
  read_numbers (self);
  /* A month alone is hardly meant by a short word, which may be anything. */
  if (find_date (self, &date))
    add_range (self, g_date_get_julian (&date), g_date_get_julian (&date));
  else if (self->month != 0 && self->day == 0
           && (self->year != 0 || self->found->journal || self->n_letters >= MIN_BEGINNING))
    add_month (self);
  else if (of_last_week)
    add_weekday_of_last_week (self, weekday);
  else if (has_weekday)
    add_weekday (self, weekday);
}

static void
take_fillers (Reader *self)
{
  /* Translators: words beside a day in a search that say nothing, with commas between them: those
   * of "on the 3rd of May" and "last Monday" */
  const char *fillers = C_ ("search for a day", "on, of, the, in, last");

  self->in_whole = TRUE;
  while (take_one_of (self, fillers))
    ;
}

static char *
dup_rest (const Reader *self)
{
  g_autoptr (GString) rest = g_string_new (NULL);

  for (guint i = 0; i < self->tokens->len; i++)
    {
      const Token *token = get_token (self->tokens, i);

      if (!token->used)
        g_string_append_printf (rest, "%s%s", rest->len > 0 ? " " : "", token->text);
    }
  return g_strdup (rest->str);
}

/**
 * legato_named_days_read:
 * @text: what a person typed; any bytes
 * @today: the Julian day of today
 *
 * Reads "yesterday", "Monday", "3 December", "2026-11-28", "November 2025" and the like, in the
 * person's language, also while the last word is still being typed. A weekday or a date without a
 * year is the last one that has come.
 *
 * Returns: (transfer full): which days they are, and what else was typed
 */
LegatoNamedDays *
legato_named_days_read (const char *text, guint32 today)
{
  LegatoNamedDays *found = NULL;
  g_autoptr (GArray) tokens = NULL;
  Reader reader = { 0 };

  g_return_val_if_fail (text != NULL && g_date_valid_julian (today), NULL);

  tokens = split (text);
  found = g_new0 (LegatoNamedDays, 1);
  found->ranges = g_array_new (FALSE, FALSE, sizeof (LegatoDayRange));
  reader = (Reader){ .tokens = tokens, .today = today, .found = found };
  read_signs (&reader);
  found->journal = take_journal (&reader);
  read_days (&reader);
  if (found->ranges->len == 0 && !found->journal)
    {
      found->rest = g_strdup (text);
      return found;
    }
  take_fillers (&reader);
  /* Chinese and Japanese may write it behind a day without a space. */
  found->journal = found->journal || take_journal (&reader);
  found->rest = dup_rest (&reader);
  return found;
}

void
legato_named_days_free (LegatoNamedDays *self)
{
  g_array_unref (self->ranges);
  g_free (self->rest);
  g_free (self);
}
