#!/usr/bin/env python3
"""po/POTFILES lists exactly the files with sentences that people read, sorted.

Usage: test-potfiles.py SOURCE_DIR

SPDX-License-Identifier: GPL-3.0-or-later
"""

import pathlib
import re
import sys

# What marks a sentence, by the kind of file that holds it.
MARKS = {
    'src/**/*.c': re.compile(r'\bN?C?_ \("|\bng?d?gettext \('),
    'resources/**/*.ui': re.compile(r'translatable="yes"'),
    'resources/guide/*.xml': re.compile(r'<guide\b'),
    'data/*.desktop.in': re.compile(r'^Name=', re.MULTILINE),
    'data/*.mime.xml.in': re.compile(r'<comment>'),
    'data/*.metainfo.xml.in': re.compile(r'<summary>'),
    'data/*.gschema.xml': re.compile(r'<summary>'),
}


def main():
    source = pathlib.Path(sys.argv[1])
    listed = [line for line in (source / 'po/POTFILES').read_text().splitlines()
              if line and not line.startswith('#')]
    found = sorted(path.relative_to(source).as_posix()
                   for pattern, mark in MARKS.items() for path in source.glob(pattern)
                   if mark.search(path.read_text(encoding='utf-8')))

    print('TAP version 13\n1..2')
    print('ok' if listed == sorted(listed) else 'not ok', '1 - the list is sorted')
    print('ok' if sorted(listed) == found else 'not ok', '2 - the list is complete')
    for path in sorted(set(found) - set(listed)):
        print(f'# missing: {path}')
    for path in sorted(set(listed) - set(found)):
        print(f'# nothing to translate in: {path}')


if __name__ == '__main__':
    main()
