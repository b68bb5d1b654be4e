/* legato-search-words.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-guide"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "legato-search-words.h"

/* Nobody looks for more than this; it bounds the time that any text can take. */
#define MAX_BYTES 400
#define MAX_WORDS 60

/* A stem of fewer letters says too little. */
#define MIN_STEM 3

/* A word of fewer letters is too easily another one with a slip; from LONG on there may be two. */
#define MIN_SLIP 4
#define LONG_WORD 8
#define MAX_LETTERS 40

/* The Japanese syllables, which are written in two ways, and the mark of a long one. */
#define FIRST_HIRAGANA 0x3041
#define FIRST_KATAKANA 0x30a1
#define LAST_KATAKANA 0x30f6
#define LONG_VOWEL 0x30fc

/* It draws an Arabic word out, and is no letter of it. */
#define TATWEEL 0x640

/* English forms that no ending explains. */
static const struct
{
  const char *form;
  const char *stem;
} irregular[] = {
  { "feet", "foot" },    { "calves", "calf" },  { "swollen", "swell" }, { "swelled", "swell" },
  { "runner", "run" },   { "runners", "run" },  { "thighs", "thigh" },  { "knives", "knife" },
  { "veiny", "vein" },   { "achy", "ach" },     { "crampy", "cramp" },  { "puffiness", "puffy" },
  { "oedema", "edema" }, { "asleep", "sleep" },
};

/* What a word may begin and end with without meaning something else, in the person's language. */
typedef struct
{
  char **beginnings;
  char **endings;
  gboolean is_english;
} Affixes;

static void
word_clear (gpointer data)
{
  LegatoSearchWord *word = data;

  g_free (word->text);
  g_free (word->stem);
}

/* "knott" of "knotted" is "knot"; but "bett" of the German "Betten" is "Bett". */
static void
undouble (char *stem)
{
  gsize length = strlen (stem);

  if (length > MIN_STEM && stem[length - 1] == stem[length - 2]
      && strchr ("bdgkmnprt", stem[length - 1]) != NULL)
    stem[length - 1] = '\0';
}

static void
affixes_init (Affixes *self)
{
  const char *endings = NULL;

  /* Translators: what words may begin with in your language without meaning something else in a
   * search, as articles that are written together with them are; longest first, with spaces
   * between them. "-" if there is nothing so. */
  self->beginnings = g_strsplit (C_ ("search", "-"), " ", -1);
  /* Translators: endings that a search takes off the words of your language, so that "aching
   * calves" finds "ache"; longest first, with spaces between them, and without accents. "-" if
   * there are none. */
  endings = C_ ("search", "nesses ness ings ing ies ed es y s e");
  self->endings = g_strsplit (endings, " ", -1);
  /* What is not translated is English. */
  self->is_english = g_str_has_prefix (endings, "nesses ");
}

static void
affixes_clear (Affixes *self)
{
  g_strfreev (self->beginnings);
  g_strfreev (self->endings);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Affixes, affixes_clear)

/* Where @word begins behind an article. */
static const char *
skip_beginning (const Affixes *affixes, const char *word)
{
  glong n_letters = g_utf8_strlen (word, -1);

  for (gsize i = 0; affixes->beginnings[i] != NULL; i++)
    if (g_str_has_prefix (word, affixes->beginnings[i])
        && n_letters >= g_utf8_strlen (affixes->beginnings[i], -1) + MIN_STEM)
      return word + strlen (affixes->beginnings[i]);
  return word;
}

/* Returns: (nullable): the stem of an English word that its ending does not tell */
static const char *
find_english_stem (const char *word)
{
  for (gsize i = 0; i < G_N_ELEMENTS (irregular); i++)
    if (g_str_equal (irregular[i].form, word))
      return irregular[i].stem;
  return g_str_has_suffix (word, "ss") || g_str_has_suffix (word, "us") ? word : NULL;
}

/* The last letter of "Fuß", which is looked for as "fuss", is no ending. */
static gboolean
has_ending (const char *word, const char *ending)
{
  return g_str_has_suffix (word, ending)
         && (!g_str_equal (ending, "s") || !g_str_has_suffix (word, "ss"));
}

static char *
dup_stem (const Affixes *affixes, const char *word)
{
  const char *known = affixes->is_english ? find_english_stem (word) : NULL;
  glong n_letters = 0;

  if (known != NULL)
    return g_strdup (known);

  word = skip_beginning (affixes, word);
  n_letters = g_utf8_strlen (word, -1);
  for (gsize i = 0; affixes->endings[i] != NULL; i++)
    {
      const char *ending = affixes->endings[i];
      char *stem = NULL;

      if (n_letters < g_utf8_strlen (ending, -1) + MIN_STEM || !has_ending (word, ending))
        continue;
      stem = g_strndup (word, strlen (word) - strlen (ending));
      if (affixes->is_english)
        undouble (stem);
      return stem;
    }
  return g_strdup (word);
}

/* @affixes: (nullable): %NULL of Chinese and Japanese */
static void
add_word (GArray *words, const char *letters, gsize length, const Affixes *affixes)
{
  LegatoSearchWord word = { g_strndup (letters, length), NULL, affixes == NULL };

  word.stem = affixes != NULL ? dup_stem (affixes, word.text) : g_strdup (word.text);
  g_array_append_val (words, word);
}

static void
take_word (GArray *words, GString *letters, const Affixes *affixes)
{
  if (letters->len > 0)
    add_word (words, letters->str, letters->len, affixes);
  g_string_truncate (letters, 0);
}

/* Chinese and Japanese put no spaces between words: each two letters that follow each other stand
 * for a word. */
static void
take_run (GArray *words, GString *letters)
{
  const char *first = letters->str;
  const char *second = letters->len > 0 ? g_utf8_next_char (first) : first;

  if (letters->len > 0 && *second == '\0')
    add_word (words, first, letters->len, NULL);
  for (; *second != '\0' && words->len < MAX_WORDS; first = g_utf8_next_char (first))
    {
      second = g_utf8_next_char (second);
      add_word (words, first, (gsize) (second - first), NULL);
    }
  g_string_truncate (letters, 0);
}

/** legato_search_words_is_unspaced: whether words with @c have no spaces between them */
gboolean
legato_search_words_is_unspaced (gunichar c)
{
  GUnicodeScript script = g_unichar_get_script (c);

  return script == G_UNICODE_SCRIPT_HAN || script == G_UNICODE_SCRIPT_HIRAGANA
         || script == G_UNICODE_SCRIPT_KATAKANA || c == LONG_VOWEL;
}

/** Returns: of letters that people write for each other, always the same one */
gunichar
legato_search_words_fold (gunichar c)
{
  if (c >= FIRST_KATAKANA && c <= LAST_KATAKANA)
    return c - FIRST_KATAKANA + FIRST_HIRAGANA;
  switch (c)
    {
    case 0x629: /* teh marbuta */
      return 0x647;
    case 0x649: /* alef maksura */
      return 0x64a;
    case 0x131: /* i without a dot */
      return 'i';
    default:
      return c;
    }
}

/* What stands before an apostrophe is no part of the word in "l'aine" and "d'Achille". */
static gboolean
is_article (const GString *letters)
{
  return letters->len == 1 && strchr ("cdjlmnst", letters->str[0]) != NULL;
}

/**
 * legato_search_words_split:
 * @text: any bytes; no more than the first 400 are looked at
 *
 * Returns: (transfer full) (element-type LegatoSearchWord): "Épaule-TEST" gives "epaule" and
 * "test", "don't" gives "dont", "l'aine" gives "aine", and "小腿肚" gives "小腿" and "腿肚"
 */
GArray *
legato_search_words_split (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, (gssize) MIN (strlen (text), MAX_BYTES));
  g_autofree char *apart = g_utf8_normalize (valid, -1, G_NORMALIZE_ALL);
  g_autofree char *folded = g_utf8_casefold (apart, -1);
  g_autoptr (GString) letters = g_string_new (NULL);
  g_autoptr (GString) run = g_string_new (NULL);
  GArray *words = g_array_new (FALSE, FALSE, sizeof (LegatoSearchWord));
  g_auto (Affixes) affixes = { NULL, NULL, FALSE };

  affixes_init (&affixes);
  g_array_set_clear_func (words, word_clear);
  for (const char *p = folded; *p != '\0' && words->len < MAX_WORDS; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (legato_search_words_is_unspaced (c))
        {
          take_word (words, letters, &affixes);
          g_string_append_unichar (run, legato_search_words_fold (c));
          continue;
        }
      if (!g_unichar_ismark (c))
        take_run (words, run);
      if (c == 0xe6) /* ae and oe as one letter */
        g_string_append (letters, "ae");
      else if (c == 0x153)
        g_string_append (letters, "oe");
      else if (c == '\'' || c == 0x2019)
        {
          if (is_article (letters))
            g_string_truncate (letters, 0);
        }
      else if (g_unichar_isalnum (c) && c != TATWEEL)
        g_string_append_unichar (letters, legato_search_words_fold (c));
      else if (!g_unichar_ismark (c) && c != TATWEEL)
        take_word (words, letters, &affixes);
    }
  if (words->len < MAX_WORDS)
    take_word (words, letters, &affixes);
  if (words->len < MAX_WORDS)
    take_run (words, run);
  return words;
}

/* How many letters have to be added, left out, changed or swapped with their neighbour. */
static guint
count_slips (const gunichar *a, guint n_a, const gunichar *b, guint n_b)
{
  guint rows[3][MAX_LETTERS + 1];

  for (guint j = 0; j <= n_b; j++)
    rows[0][j] = j;
  for (guint i = 1; i <= n_a; i++)
    {
      guint *row = rows[i % 3];
      const guint *above = rows[(i - 1) % 3];
      const guint *above_that = rows[(i + 1) % 3];

      row[0] = i;
      for (guint j = 1; j <= n_b; j++)
        {
          row[j] = MIN (MIN (above[j], row[j - 1]) + 1, above[j - 1] + (a[i - 1] != b[j - 1]));
          if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
            row[j] = MIN (row[j], above_that[j - 2] + 1);
        }
    }
  return rows[n_a % 3][n_b];
}

/** Returns: whether @typed may well be @known with a slip, or two in a long word */
gboolean
legato_search_words_are_close (const char *typed, const char *known)
{
  glong n_typed = 0;
  glong n_known = 0;
  guint most = 1;
  g_autofree gunichar *a = NULL;
  g_autofree gunichar *b = NULL;

  g_return_val_if_fail (typed != NULL && known != NULL, FALSE);

  /* Most words are out at a glance: a letter has four bytes at most. */
  if (*typed != *known && strlen (typed) < LONG_WORD)
    return FALSE;
  if (ABS ((gssize) strlen (typed) - (gssize) strlen (known)) > 8)
    return FALSE;
  a = g_utf8_to_ucs4_fast (typed, -1, &n_typed);
  b = g_utf8_to_ucs4_fast (known, -1, &n_known);
  if (n_typed < MIN_SLIP || n_known < MIN_SLIP || n_typed > MAX_LETTERS || n_known > MAX_LETTERS)
    return FALSE;
  if (n_typed >= LONG_WORD && n_known >= LONG_WORD - 1)
    most = 2;
  /* A short word begins as it should; else too many would be alike. */
  if (ABS (n_typed - n_known) > (glong) most || (most == 1 && a[0] != b[0]))
    return FALSE;
  return count_slips (a, (guint) n_typed, b, (guint) n_known) <= most;
}
