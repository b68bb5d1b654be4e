#!/usr/bin/env python3
"""A file of src/ is above another or below it, not both.

Two things tie files together: what they include, and whose functions they name. A class and its
headers count as one file. By functions, a file without a header of its own is part of the class
whose header declares them; cli.h, which all of its folder share, is no class. The files of one class, too,
call each other in one direction only.

Usage: test-circles.py SOURCE_DIR

SPDX-License-Identifier: GPL-3.0-or-later
"""

import collections
import pathlib
import re
import sys

INCLUDE = re.compile(r'^\s*#\s*include "(?:[^"]*/)?([^"/]+)"', re.MULTILINE)
# As the house lays it out: the name of a function begins the line below its type.
FUNCTION = re.compile(r'^(?P<type>[^\n]*)\n(?P<name>(?:legato|cli)_\w+) \([^;{]*\)\n\{', re.MULTILINE)
# A macro that defines legato_journal_NAME_async() and _finish(), and calls legato_store_NAME().
CALL = re.compile(r'^LEGATO_JOURNAL_DEFINE_\w+ \((?P<name>\w+)', re.MULTILINE)
COMMENT = re.compile(r'/\*.*?\*/', re.DOTALL)
NAME = re.compile(r'\b(?:legato|cli)_\w+\b')


def find_circles(below):
    """Returns the circles of @below, {name: names that it needs}: sorted lists of names each of
    which needs all others."""
    number, least, stack, circles = {}, {}, [], []

    def visit(name):
        number[name] = least[name] = len(number)
        stack.append(name)
        for other in sorted(below.get(name, ())):
            if other not in number:
                visit(other)
                least[name] = min(least[name], least[other])
            elif other in stack:
                least[name] = min(least[name], number[other])
        if least[name] == number[name]:
            circle = stack[stack.index(name):]
            del stack[-len(circle):]
            if len(circle) > 1:
                circles.append(sorted(circle))
    for name in sorted(below):
        if name not in number:
            visit(name)
    return circles


def get_class(file):
    return re.sub(r'-(private|testing)$', '', pathlib.PurePath(file).stem)


def find_includes(texts):
    """Returns {class: classes that its files include} of @texts, {file name: its text}."""
    below = collections.defaultdict(set)
    for file, text in texts.items():
        below[get_class(file)] |= {get_class(other) for other in INCLUDE.findall(text)
                                   if other in texts} - {get_class(file)}
    return below


def find_uses(texts, each_file=False):
    """Returns {class: classes whose functions its files name} of @texts, {file name: its text}; with
    @each_file, {file: files} instead."""
    code = {file: CALL.sub(r'int\nlegato_journal_\g<name>_async ()\n{ legato_store_\g<name> () }\n'
                           r'int\nlegato_journal_\g<name>_finish ()\n{',
                           COMMENT.sub('', text)) for file, text in texts.items()}
    declared = {name: get_class(file) for file, text in code.items()
                if file.endswith('.h') and file != 'cli.h' for name in NAME.findall(text)}
    functions = {file: [match['name'] for match in FUNCTION.finditer(text)
                        if 'static' not in match['type'].split()]
                 for file, text in code.items() if file.endswith('.c')}
    group = {file: file if each_file else get_class(file) if file[:-1] + 'h' in texts
             else next((declared[name] for name in names if name in declared), get_class(file))
             for file, names in functions.items()}
    defined = {name: group[file] for file, names in functions.items() for name in names}
    below = collections.defaultdict(set)
    for file in functions:
        below[group[file]] |= {defined[name] for name in NAME.findall(code[file])
                               if name in defined} - {group[file]}
    return below


def main():
    source = pathlib.Path(sys.argv[1])
    texts = {file.name: file.read_text(encoding='utf-8')
             for file in sorted((source / 'src').rglob('*.[ch]'))}
    number = 0

    def report(good, what, why=()):
        nonlocal number
        number += 1
        print(f'{"ok" if good else "not ok"} {number} - {what}')
        print(''.join(f'# {line}\n' for line in why), end='')

    print('TAP version 13')
    circle = {'a.h': '', 'b.h': '#include "a.h"\n', 'a.c': '#include "a.h"\n#include "b.h"\n'}
    report(find_circles(find_includes(circle)) == [['a', 'b']], 'a circle of includes is found')
    circle = {'a.c': 'void\nlegato_a_go (void)\n{\n  legato_b_go ();\n}\n',
              'b.c': 'void\nlegato_b_go (void)\n{\n  legato_a_go ();\n}\n'}
    report(find_circles(find_uses(circle)) == [['a', 'b']], 'a circle of functions is found')
    circle = {'a.h': 'void legato_a_go (void);\nvoid legato_a_come (void);\n',
              'a.c': 'void\nlegato_a_go (void)\n{\n  legato_a_come ();\n}\n',
              'a-part.c': 'void\nlegato_a_come (void)\n{\n  legato_a_go ();\n}\n'}
    report(not find_circles(find_uses(circle))
           and find_circles(find_uses(circle, True)) == [['a-part.c', 'a.c']],
           'a circle within a class is found')
    for name, below in (('include', find_includes(texts)), ('use', find_uses(texts)),
                        ('call', find_uses(texts, True))):
        circles = find_circles(below)
        report(sum(map(len, below.values())) > len(below) and not circles,
               f'no files {name} each other', [', '.join(circle) for circle in circles])
    print(f'1..{number}')


if __name__ == '__main__':
    main()
