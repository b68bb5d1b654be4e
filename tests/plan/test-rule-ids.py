#!/usr/bin/env python3
"""Every rule, zone and technique of the code is in docs/domain.md, and the other way round.

Usage: test-rule-ids.py SOURCE_DIR

SPDX-License-Identifier: GPL-3.0-or-later
"""

import pathlib
import re
import sys

RULE = re.compile(r'\b(?:[RP]-[A-Z]+(?:-[A-Z]+)*)(?::[a-z-]+)?')
QUOTED = re.compile(r'"((?:[RP]-[A-Z]+(?:-[A-Z]+)*)(?::[a-z-]+)?)[":]')
ROW = re.compile(r'^\| `([a-z-]+)` \|', re.MULTILINE)
CITED = re.compile(r'docs/domain\.md §(\d)([a-z])?')


def section(text, number):
    return text.split(f'\n## {number}. ')[1].split('\n## ')[0]


def main():
    source = pathlib.Path(sys.argv[1])
    text = (source / 'docs/domain.md').read_text(encoding='utf-8')
    code = {path: path.read_text(encoding='utf-8')
            for path in sorted([*source.glob('src/**/*.[ch]'), *source.glob('tests/**/*.[ch]')])}
    rules = set(QUOTED.findall((source / 'src/plan/legato-safety.c').read_text(encoding='utf-8')))
    used = set(rule for path, content in code.items() if source / 'src' in path.parents
               for rule in QUOTED.findall(content))
    guide = {name: (source / f'resources/guide/{name}.xml').read_text(encoding='utf-8')
             for name in ('advice', 'zones', 'techniques')}
    used |= set(re.findall(r'<advice rule="([^"]+)"', guide['advice']))
    told = set(RULE.findall(text))

    results = [
        (f'{rule} is in the document', rule in told) for rule in sorted(rules | used)
    ] + [
        (f'{rule} is in the code', rule in rules | used) for rule in sorted(told)
    ]
    for number, name, element in ((2, 'zones', 'zone'), (3, 'techniques', 'technique')):
        there = set(re.findall(rf'<{element} id="([^"]+)"', guide[name]))
        results.append((f'the {name} are those of the guide',
                        set(ROW.findall(section(text, number))) == there))
    headings = set(re.findall(r'^## (\d)\. ', text, re.MULTILINE))
    for path, content in code.items():
        for number, letter in CITED.findall(content):
            results.append((f'{path.relative_to(source)} cites section {number}{letter}',
                            number in headings and not letter))

    print('TAP version 13')
    for i, (what, holds) in enumerate(results, 1):
        print(f'{"ok" if holds else "not ok"} {i} - {what}')
    print(f'1..{len(results)}')


if __name__ == '__main__':
    main()
