#!/usr/bin/env python3
"""The walls between the folders of src/: the table of CONTRIBUTING.md, held against the build.

What each file really included is what the compiler wrote down for ninja. That nothing else can be
included is tried once a folder, with the compiler flags that its files have.

Usage: test-walls.py SOURCE_DIR BUILD_DIR

SPDX-License-Identifier: GPL-3.0-or-later
"""

import collections
import functools
import json
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys

# An outside library's name in the table: the header that a program includes, and how the path of
# each of its headers can be known.
LIBRARIES = {
    'GTK': ('gtk/gtk.h', re.compile(r'/gtk-4\.0/')),
    'libadwaita': ('adwaita.h', re.compile(r'/libadwaita-1/')),
    'librsvg': ('librsvg/rsvg.h', re.compile(r'/librsvg/')),
    'GStreamer': ('gst/gst.h', re.compile(r'/gstreamer-1\.0/')),
    'SQLite': ('sqlite3.h', re.compile(r'/sqlite3\.h$')),
    'json-glib': ('json-glib/json-glib.h', re.compile(r'/json-glib/')),
    'Pango': ('pango/pangocairo.h', re.compile(r'/pango-1\.0/')),
    'eSpeak NG': ('espeak-ng/speak_lib.h', re.compile(r'/espeak-ng/')),
}

# A library that brings another.
BRINGS = {'libadwaita': ['GTK', 'Pango'], 'GTK': ['Pango']}

HEAD = '| folder | may use |'
ROW = re.compile(r'^\| (?P<folders>`[^|]*`) \| (?P<uses>[^|]*) \|')
NAME = re.compile(r'`([^`]+)`')


def read_table(source):
    """Returns {folder: (folders it may use, libraries it may use)}.

    A folder may use those that its row names and what these may use in turn; a part of another
    folder, as `a/b`, it has to name itself. "all above" are the rows above its own, "but" leaves
    out those named after it."""
    table = {}
    text = (source / 'CONTRIBUTING.md').read_text(encoding='utf-8')
    for line in text[text.index(HEAD):].partition('\n\n')[0].splitlines()[2:]:
        row = ROW.match(line)
        wanted, _, excepted = row['uses'].partition(' but ')
        folders = set(NAME.findall(wanted))
        if 'all above' in wanted:
            folders |= set(table)
        for folder in list(folders):
            folders |= {other for other in table.get(folder, ((), ()))[0] if '/' not in other}
        folders -= set(NAME.findall(excepted))
        libraries = {name for name in LIBRARIES
                     if re.search(rf'(^|[ ,]){re.escape(name)}([ ,]|$)', NAME.sub('', wanted))}
        for name in list(libraries):
            libraries |= set(BRINGS.get(name, ()))
        for folder in NAME.findall(row['folders']):
            table[folder] = (folders - {folder}, libraries)
    return table


def folder_flags(source, build):
    """Returns {folder: (directory, [compiler, flag...])} of all that is built below src/."""
    flags = {}
    for entry in json.loads((build / 'compile_commands.json').read_text()):
        directory = pathlib.Path(entry['directory'])
        file = pathlib.Path(os.path.normpath(directory / entry['file']))
        if source / 'src' not in file.parents or file.suffix != '.c':
            continue
        folder = file.relative_to(source / 'src').parent.as_posix()
        if folder in flags or folder == '.':
            continue
        words = iter(shlex.split(entry['command']))
        kept = []
        for word in words:
            if word in ('-o', '-MF', '-MQ', '-c'):
                next(words)
            elif word not in ('-MD', '-Werror') and not word.startswith('-fsanitize'):
                kept.append(word)
        flags[folder] = (directory, kept)
    return flags


def read_includes(source, build):
    """Yields (file of src/, the files it included), as the compiler told ninja."""
    ninja = os.environ.get('NINJA') or shutil.which('ninja') or shutil.which('ninja-build')
    answer = subprocess.run([ninja, '-C', str(build), '-t', 'deps'], text=True, check=True,
                            stdout=subprocess.PIPE).stdout

    # Each header is named some hundred times.
    @functools.cache
    def find(line):
        return pathlib.Path(os.path.normpath(build / line))

    for block in answer.split('\n\n'):
        head, _, rest = block.partition('\n')
        lines = [line.strip() for line in rest.splitlines()]
        if 'STALE' in head or not lines:
            continue
        file = find(lines[0])
        if file.suffix == '.c' and source / 'src' in file.parents:
            yield file, {find(line) for line in lines[1:]}


def find_breaches(source, build, table):
    """Returns {folder: [what its files included over a wall]} of all folders with a file built."""
    # Of a header: its folder in src, the libraries that it is of.
    @functools.cache
    def place(header):
        if source / 'src' in header.parents:
            return header.relative_to(source / 'src').parent.as_posix(), ()
        if source in header.parents:
            return None, ()
        return None, [name for name, (_, path) in LIBRARIES.items() if path.search(header.as_posix())]

    breaches = {}
    for file, included in read_includes(source, build):
        if not file.exists():
            continue
        folder = file.relative_to(source / 'src').parent.as_posix()
        found = breaches.setdefault(folder, [])
        folders, libraries = table.get(folder, (set(), set()))
        for header in included:
            other, names = place(header)
            if other not in folders | {folder, None}:
                found.append(f'{file.name} includes {other}/{header.name}')
            found += [f'{file.name} includes {header} of {name}'
                      for name in names if name not in libraries]
    return breaches


def includable(flags, headers):
    """Those of @headers that a file with these compiler flags could include."""
    directory, command = flags

    def preprocess(text):
        return subprocess.run(command + ['-E', '-P', '-w', '-x', 'c', '-'], cwd=directory, input=text,
                              text=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                              check=False)
    there = preprocess(''.join(f'#if __has_include("{header}")\nfound {header}\n#endif\n'
                               for header in headers))
    assert there.returncode == 0
    found = re.findall(r'^found (\S+)', there.stdout, re.MULTILINE)
    # A header that stands in build-aux/walls is found, and fails.
    return [header for header in found
            if preprocess(f'#include "config.h"\n#include "{header}"\n').returncode == 0]


def main():
    source, build = (pathlib.Path(argument).resolve() for argument in sys.argv[1:3])
    table = read_table(source)
    flags = folder_flags(source, build)
    breaches = find_breaches(source, build, table)
    names = collections.Counter(path.name for path in (source / 'src').glob('**/*.h'))
    number = 0

    def report(good, what, why=()):
        nonlocal number
        number += 1
        print(f'{"ok" if good else "not ok"} {number} - {what}')
        print(''.join(f'# {line}\n' for line in why), end='')

    print('TAP version 13')
    # A folder that nobody gave a row has no walls at all.
    for folder in sorted({file.relative_to(source / 'src').parent.as_posix()
                          for file in (source / 'src').glob('*/**/*.c')} | set(table)):
        report(folder in table and (source / 'src' / folder).is_dir(),
               f'{folder} stands in the table and in src')
    for folder in sorted(flags):
        report(folder in breaches and not breaches[folder],
               f'{folder} includes only what its row names', breaches.get(folder, ['no file is built']))
    for folder in sorted(flags):
        folders, libraries = table.get(folder, (set(), set()))
        foreign = [header for name, (header, _) in LIBRARIES.items() if name not in libraries]
        for other in sorted(set(flags) - folders - {folder}):
            foreign += [path.name for path in (source / 'src' / other).glob('legato-*.h')
                        if names[path.name] == 1]
        own = [path.name for path in (source / 'src' / folder).glob('*.h')][:1]
        found = includable(flags[folder], own + foreign)
        report(found == own, f'{folder} can include its own, and nothing else', found)
    print(f'1..{number}')


if __name__ == '__main__':
    main()
