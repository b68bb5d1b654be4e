#!/usr/bin/env python3
"""What is written from left to right stays whole in sentences from right to left.

Usage: test-direction.py SOURCE_DIR

Each message of each language whose direction is "rtl" is laid out by FriBidi, as Pango and a
terminal do, once with a word of the language in place of what is filled in and once with a Latin
one. Options, values in quotes and per cent signs are to stand in one piece then, and an arrow
between numbers is to point from the earlier to the later one.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import ast
import ctypes
import pathlib
import re
import sys

# Of fribidi-bidi-types.h: the direction of the first letter, or else from right to left.
WEAK_RTL = 0x21

# Marks that are not seen.
MARKS = dict.fromkeys([0x200e, 0x200f, 0x61c, 0x202a, 0x202b, 0x202c, 0x202d, 0x202e,
                       0x2066, 0x2067, 0x2068, 0x2069])

HOLDER = re.compile(r'%(?:(\d+)\$)?([-+ #0]*[\d.]*)(?:l|ll|z|h)*([sduigfxc])')

# What stands in one piece, as it is read in the text.
WHOLE = re.compile(r'''(?<![\w-])--[a-z][a-z-]*(?:=\w+)?   # an option
                       |[a-z-]+="\w*"                       # a value
                       |[-−]?\d+(?:\.\d+)?[ \u00a0]?%       # a per cent sign
                    ''', re.VERBOSE)


def lay_out(library, text):
    """What is seen of @text, from left to right."""
    letters = [ord(letter) for letter in text]
    given = (ctypes.c_uint32 * len(letters))(*letters)
    seen = (ctypes.c_uint32 * (len(letters) + 1))()
    base = ctypes.c_uint32(WEAK_RTL)
    if not library.fribidi_log2vis(given, len(letters), ctypes.byref(base), seen, None, None, None):
        raise MemoryError
    return ''.join(map(chr, seen[:len(letters)])).translate(MARKS)


def fill(text, word):
    """@text with @word and numbers, each another two-digit one, where something is filled in.

    A value and the name of a command are Latin in any case.
    """
    numbers = iter(range(31, 99))

    def put(match):
        if match[3] in 'sc':
            latin = match.string[:match.start()].endswith('="') \
                or match.string[match.end():].startswith(' --')
            return 'name' if latin else word
        return str(30 + int(match[1])) if match[1] else str(next(numbers))

    return HOLDER.sub(put, text.replace('%%', '\0')).replace('\0', '%')


def read(path):
    """Yields each text of the file at @path."""
    for block in re.split(r'\n{2,}', path.read_text(encoding='utf-8')):
        if '\n#~' in '\n' + block or '\nmsgid ""\nmsgstr' in '\n' + block:
            continue
        for found in re.findall(r'^msgstr(?:\[\d\])? ((?:"(?:[^"\\]|\\.)*"\n?)+)', block,
                                re.MULTILINE):
            yield ''.join(ast.literal_eval(line) for line in found.splitlines())


def faults(library, text, word):
    """Yields what comes apart in @text, in words."""
    for line in fill(text, word).splitlines():
        seen = lay_out(library, line)
        for whole in WHOLE.findall(line.translate(MARKS)):
            if whole not in seen:
                yield f'{whole} comes apart in “{text}”, which looks like “{seen}”'
        for first, second in re.findall(r'(\d+)\s*←\s*(\d+)', line):
            if not re.search(rf'{second}\s*←\s*{first}', seen):
                yield f'the arrow points from {second} to {first} in “{text}”'


def main():
    source = pathlib.Path(sys.argv[1])
    try:
        library = ctypes.CDLL('libfribidi.so.0')
    except OSError:
        print('1..0 # SKIP there is no FriBidi')
        return
    languages = [path for path in sorted((source / 'po').glob('*.po'))
                 if '\nmsgid "ltr"\nmsgstr "rtl"\n' in path.read_text(encoding='utf-8')]
    print('TAP version 13')
    print(f'1..{len(languages) + 2}')
    # What each looks like without a mark, so that the test notices.
    broken = ['خيار --output ناقص', 'قيمة source="" هنا', 'نسبة 45%%', '‎%u ← %u']
    print('ok' if all(list(faults(library, text, 'كلمة')) for text in broken) else 'not ok',
          '1 - what comes apart is noticed')
    print('ok' if languages else 'not ok', '2 - there are languages from right to left')
    for number, path in enumerate(languages, start=3):
        problems = [fault for text in read(path) for word in ('كلمة', 'word')
                    for fault in faults(library, text, word)]
        print('not ok' if problems else 'ok', f'{number} - {path.stem}: in one piece')
        for problem in dict.fromkeys(problems):
            print('# ' + problem)


if __name__ == '__main__':
    main()
