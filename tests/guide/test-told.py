#!/usr/bin/env python3
"""What docs/told.md names is there, and what the guide and the rules hold is named in it.

Usage: test-told.py SOURCE_DIR

SPDX-License-Identifier: GPL-3.0-or-later
"""
import pathlib
import re
import sys

NAMED = re.compile(r'`([^`]+)`')
ELEMENTS = {'zone': 'zones', 'technique': 'techniques', 'exercise': 'techniques',
            'routine': 'routines', 'goal': 'goals', 'position': 'positions', 'tip': 'good-to-know'}
# Each of these has to be told somewhere.
COMPLETE = ('technique', 'exercise', 'routine', 'goal', 'tip', 'advice', 'rule')


def find_ids(source):
    guide = {path.stem: path.read_text(encoding='utf-8')
             for path in (source / 'resources/guide').glob('*.xml')}
    ids = {kind: set(re.findall(rf'<{kind} id="([^"]+)"', guide[name]))
           for kind, name in ELEMENTS.items()}
    ids['advice'] = set(re.findall(r'<advice [^>]*flag="([^"]+)"', guide['advice']))
    ids['prepare'] = set(re.findall(r'<item id="([^"]+)"', guide['advice']))
    ids['rule'] = set(re.findall(r'"(P-[A-Z-]+(?::[a-z-]+)?)"',
                                 (source / 'src/plan/legato-safety.c').read_text(encoding='utf-8')))
    return ids


def main():
    source = pathlib.Path(sys.argv[1])
    ids = find_ids(source)
    told = {kind: set() for kind in ids}
    results = []

    for line in (source / 'docs/told.md').read_text(encoding='utf-8').split('\n'):
        if not line.startswith('|'):
            continue
        for name in NAMED.findall(line):
            kind, _, rest = name.partition(':')
            if kind in ids:
                told[kind].add(rest)
                results.append((f'{name} is there', rest in ids[kind]))
            else:
                results.append((f'{name} is there', (source / name).is_file()))
    for kind in COMPLETE:
        results += [(f'{kind} {name} is told', name in told[kind]) for name in sorted(ids[kind])]

    print('TAP version 13')
    for i, (what, holds) in enumerate(results, 1):
        print(f'{"ok" if holds else "not ok"} {i} - {what}')
    print(f'1..{len(results)}')


if __name__ == '__main__':
    main()
