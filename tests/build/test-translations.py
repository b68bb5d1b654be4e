#!/usr/bin/env python3
"""Each language of po/LINGUAS says all that the program says today, and says it whole.

Usage: test-translations.py SOURCE_DIR

For each language: nothing untranslated or uncertain against the template of this tree, no error of
msgfmt (formats, plural forms, access keys), spaces and lines at the ends as in the original, the
same markup and the same number of search words' separators where they matter, no access key twice
in one menu, the marks and spaces of the language where a rule of it leaves no doubt, and a glossary.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import collections
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

# The keywords of GLib's programs, as Meson's preset "glib" has them.
KEYWORDS = ['_', 'N_', 'C_:1c,2', 'NC_:1c,2', 'g_dcgettext:2', 'g_dngettext:2,3',
            'g_dpgettext2:2c,3']
FLAGS = ['N_:1:pass-c-format', 'C_:2:pass-c-format', 'NC_:2:pass-c-format',
         'g_dngettext:2:pass-c-format', 'g_strdup_printf:1:c-format', 'g_string_printf:2:c-format',
         'g_string_append_printf:2:c-format', 'g_error_new:3:c-format', 'g_set_error:4:c-format']

# What stands between the parts of a list in Chinese and Japanese.
FULL_WIDTH = ['、', '，', '；']

# What is wrong in a language wherever it stands but in lists of search words, cited titles and keys.
LETTER = {'ja': '[\u3040-\u30ff\u4e00-\u9fff]', 'zh_CN': '[\u4e00-\u9fff]', 'ar': '[\u0600-\u06ff]'}
WRONG = {
    'ar': [LETTER['ar'] + r'\s?[,;?]', '[“”„]'],
    'de': ['[”«»]', r'\s[;:!?]'],
    'es': ['[“”„]'],
    'fr': [r'[ \u00a0][;:!?»]', r'«[^\u202f]', r'[^\u202f]»', r'[ \u00a0]%%', '[“”„]'],
    'ja': [LETTER['ja'] + r'(?:\s?[,!?;]|\.)', '[（）：！，．]', r'\s[、。」？]', '[«»„]'],
    'pt_BR': ['[«»„]'],
    'zh_CN': [LETTER['zh_CN'] + r'(?:\s?[,!?;:]|\.(?!\w)|\((?!_))', r'\s[，。？！：；（）]', '[«»„]'],
}
QUOTES = {'ar': '«»', 'de': '„“', 'es': '«»', 'fr': '«»', 'ja': '「」', 'pt_BR': '“”', 'zh_CN': '“”'}

Message = collections.namedtuple('Message', 'context id plural translations flags')


def make_template(source, folder):
    template = folder / 'legato.pot'
    subprocess.run(
        ['xgettext', '--from-code=UTF-8', '--add-comments', '--package-name=legato',
         *(f'--keyword={keyword}' for keyword in KEYWORDS), *(f'--flag={flag}' for flag in FLAGS),
         f'--files-from={source / "po/POTFILES"}', f'--directory={source}',
         f'--output={template}'],
        check=True, env={**os.environ, 'GETTEXTDATADIRS': str(source / 'resources/guide')})
    return template


def unquote(lines):
    text = ''.join(re.findall(r'"((?:[^"\\]|\\.)*)"', lines))
    return re.sub(r'\\(.)', lambda m: {'n': '\n', 't': '\t'}.get(m[1], m[1]), text)


def read(path):
    """Yields the messages of a file, but for its header."""
    field = r'%s ((?:"(?:[^"\\]|\\.)*"\n?)+)'
    for block in re.split(r'\n{2,}', path.read_text(encoding='utf-8')):
        block = '\n'.join(line for line in block.splitlines() if not line.startswith('#~')) + '\n'
        found = re.search('^' + field % 'msgid', block, re.MULTILINE)
        if not found or not unquote(found[1]):
            continue
        context = re.search('^' + field % 'msgctxt', block, re.MULTILINE)
        plural = re.search('^' + field % 'msgid_plural', block, re.MULTILINE)
        yield Message(context and unquote(context[1]), unquote(found[1]),
                      plural and unquote(plural[1]),
                      [unquote(text) for text in
                       re.findall('^' + field % r'msgstr(?:\[\d\])?', block, re.MULTILINE)],
                      set(re.findall(r'[\w-]+', ' '.join(re.findall(r'^#,(.*)', block,
                                                                    re.MULTILINE)))))


def read_cited(source):
    """Names and titles of sources stay as they are."""
    tree = xml.etree.ElementTree.parse(source / 'resources/guide/sources.xml')
    return {node.text for node in tree.iter() if node.tag in ('name', 'title')}


def faults(message, cited):
    """Yields what is wrong with a message's translations, in words.

    A full-width mark has its space in itself, so none follows it at the end.
    """
    for text in message.translations:
        if not text:
            yield 'not translated'
            continue
        for name, ends in (('starts', re.compile(r'\A\s*')), ('ends', re.compile(r'\s*\Z'))):
            if ends.search(text)[0] != ends.search(message.id)[0] and text not in FULL_WIDTH:
                yield f'{name} with other spaces: “{text}”'
        if sorted(re.findall(r'</?\w+>', text)) != sorted(re.findall(r'</?\w+>', message.id)):
            yield f'has other markup: “{text}”'
        if message.id.endswith(';') != text.endswith(';'):
            yield f'is no list as the original is: “{text}”'
        if (text == message.id and text not in cited and not text.isupper()
                and len(re.findall(r'[A-Za-z]{2,}', text)) > 3):
            yield f'is left in English: “{text}”'
    if message.id.startswith(' '):
        yield 'is a piece of another text: sentences are joined in code'
    if 'fuzzy' in message.flags:
        yield 'uncertain'


def is_sentence(text):
    """Neither search words, nor a cited title, nor a key."""
    return not (text.endswith(';') or re.fullmatch(r"[a-z][\w ,'’-]*", text)
                or re.search(r'\b(19|20)\d\d; |Ctrl', text))


def marks(language, message):
    """Yields where a sentence has marks or spaces that are not the language's, in words."""
    if not is_sentence(message.id):
        return
    for text in message.translations:
        for pattern in [*WRONG.get(language, []), r"\w'\w", r'\.\.\.', r' [,.](?!\w)']:
            found = re.search(pattern, text)
            if found:
                yield f'“{found[0]}” is not written so: “{text}”'
        first, last = QUOTES.get(language, '""')
        if text.count(first) != text.count(last):
            yield f'a quotation does not end: “{text}”'
        if language == 'es' and (text.count('¿'), text.count('¡')) != (text.count('?'), text.count('!')):
            yield f'a question or call does not begin: “{text}”'


def read_menus(source):
    """Yields the file of each menu that opens at once, and the labels of its entries."""
    for path in sorted((source / 'resources/ui').rglob('*.ui')):
        for menu in xml.etree.ElementTree.parse(path).iter('menu'):
            yield path.name, [item.text for item in menu.iter('attribute')
                              if item.get('name') == 'label']


def find_double_keys(source, translations):
    """Yields what is wrong with the access keys of the menus, in words."""
    for name, labels in read_menus(source):
        texts = [translations.get(label, label) for label in labels]
        keys = [key[1].casefold() for key in (re.search(r'_(\w)', text) for text in texts) if key]
        for key in sorted({key for key in keys if keys.count(key) > 1}):
            yield f'{name}: “{key}” is the key of several of {texts}'


def main():
    source = pathlib.Path(sys.argv[1])
    languages = [line for line in (source / 'po/LINGUAS').read_text().splitlines()
                 if line and not line.startswith('#')]
    cited = read_cited(source)
    count = 0

    def report(name, problems):
        nonlocal count
        count += 1
        print('not ok' if problems else 'ok', f'{count} - {name}')
        for problem in problems:
            print('# ' + problem.replace('\n', '\n# '))

    print('TAP version 13')
    report('the languages are sorted', [] if languages == sorted(languages) else [str(languages)])
    report('every file of translations is a language',
           [path.name for path in (source / 'po').glob('*.po') if path.stem not in languages])
    report('no access key twice in a menu', list(find_double_keys(source, {})))
    with tempfile.TemporaryDirectory() as folder:
        template = make_template(source, pathlib.Path(folder))
        for language in languages:
            path = source / 'po' / f'{language}.po'
            merged = pathlib.Path(folder) / path.name
            subprocess.run(['msgmerge', '--quiet', '--no-fuzzy-matching', f'--output={merged}',
                            str(path), str(template)], check=True)
            messages = list(read(merged))
            report(f'{language}: complete and whole',
                   [f'“{message.id}”: {fault}' for message in messages
                    for fault in faults(message, cited)])
            report(f'{language}: marks and spaces',
                   [f'“{message.id}”: {fault}' for message in messages
                    for fault in marks(language, message)])
            report(f'{language}: no access key twice in a menu', list(find_double_keys(
                source, {message.id: message.translations[0] for message in messages})))
            check = subprocess.run(['msgfmt', '--check', '--check-accelerators=_',
                                    '--output-file=/dev/null', str(merged)],
                                   stderr=subprocess.PIPE, text=True)
            report(f'{language}: formats, plurals and access keys',
                   check.stderr.splitlines() if check.returncode else [])
            report(f'{language}: a glossary says which words and why',
                   [] if (source / 'po' / f'glossary.{language}.md').exists() else ['it is missing'])
    print(f'1..{count}')


if __name__ == '__main__':
    main()
