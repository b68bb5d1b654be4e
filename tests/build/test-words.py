#!/usr/bin/env python3
"""What the program says around the guide is as plain as the guide: no sentence above 20 words, no
claim, and one apostrophe, the curly one, as the quotation marks are.

Usage: test-words.py SOURCE_DIR. Speaks TAP. The guide's own sentences are those of test-guide-words.c.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import ast
import pathlib
import re
import shutil
import subprocess
import sys

MAX_WORDS = 20

# docs/domain.md §9, but for words that have another meaning outside of the guide.
CLAIMS = re.compile(r'\b(cortisol|serotonin|toxins?|lactic|detox\w*|flush\w*|fix(es)?|heal(s|ed|ing)?'
                    r'|cures?|cured|guarantee\w*|proven)\b|\b30 ?% less', re.IGNORECASE)
STRAIGHT = re.compile(r"\w'\w|s' ")


def read_strings(source):
    """All strings to be translated, each with the places where it stands."""
    listed = (source / 'po/POTFILES').read_text(encoding='utf-8').splitlines()
    files = [line for line in listed if line.endswith(('.c', '.ui'))]
    keywords = ('_', 'N_', 'C_:1c,2', 'NC_:1c,2', 'ngettext:1,2')
    template = subprocess.run(['xgettext', '--from-code=UTF-8', '--omit-header', '--output=-',
                               *(f'--keyword={word}' for word in keywords), *files],
                              cwd=source, check=True, stdout=subprocess.PIPE,
                              stderr=subprocess.DEVNULL, encoding='utf-8').stdout
    for block in template.split('\n\n'):
        places = ' '.join(re.findall(r'^#: (.*)', block, re.MULTILINE))
        for string in re.findall(r'^msgid(?:_plural)? ((?:".*"\n?)+)', block, re.MULTILINE):
            yield ''.join(ast.literal_eval(line) for line in string.splitlines()), places


def find_long(text):
    """Sentences that cannot be taken in at one go."""
    sentences = re.split(r'(?<=[.?!:])\s|\n', text)
    return [one for one in sentences if one.endswith(('.', '?', '!')) and len(one.split()) > MAX_WORDS]


# What a sentence says of a figure that the code holds, too.
FACTS = (
    ('src/journal/store/legato-store-bin.c', 'KEEP_DELETED_DAYS',
     re.compile(r'(?:deleted?\b.*?|stays? here for )\b(\d+) days')),
    ('src/guide/legato-guide-types.h', 'LEGATO_GUIDE_MAX_MINUTES',
     re.compile(r'(?:never over|\b3 to) (\d+) minutes')),
)


def find_wrong_figures(source, strings):
    """Sentences whose figure is not the code's, and facts of which no sentence speaks."""
    for file, name, sentence in FACTS:
        text = (source / file).read_text(encoding='utf-8')
        value = re.search(rf'^#define {name} (\d+)$', text, re.MULTILINE)[1]
        said = [(match[1], text, places) for text, places in strings
                for match in sentence.finditer(text)]
        if not said:
            yield name, file
        for figure, text, places in said:
            if figure != value:
                yield f'{text!r} ({name} is {value})', places


def main():
    source = pathlib.Path(sys.argv[1])
    print('TAP version 13')
    if shutil.which('xgettext') is None:
        print('1..0 # SKIP xgettext is not installed')
        return
    strings = list(read_strings(source))
    checks = {
        f'no sentence has more than {MAX_WORDS} words': lambda text: not find_long(text),
        'nothing is claimed': lambda text: not CLAIMS.search(text),
        'apostrophes are curly': lambda text: not STRAIGHT.search(text),
    }
    print(f'1..{len(checks) + 2}')
    print('ok' if len(strings) > 1000 else 'not ok', '1 - there are sentences to look at')
    for number, (name, holds) in enumerate(checks.items(), 2):
        wrong = [(text, places) for text, places in strings if not holds(text)]
        print('not ok' if wrong else 'ok', number, '-', name)
        for text, places in wrong:
            print(f'# {places}: {text!r}')
    wrong = list(find_wrong_figures(source, strings))
    print('not ok' if wrong else 'ok', len(checks) + 2, '- figures are those of the code')
    for text, places in wrong:
        print(f'# {places}: {text}')


if __name__ == '__main__':
    main()
