#!/usr/bin/env python3
"""The walls between the folders of src/, tried with the compiler flags each folder really has.

An include over a wall must fail to compile, an allowed one must compile. The table is that of
CONTRIBUTING.md.

Usage: test-walls.py SOURCE_DIR BUILD_DIR

SPDX-License-Identifier: GPL-3.0-or-later
"""

import concurrent.futures
import json
import os
import pathlib
import re
import shlex
import subprocess
import sys

INCLUDE = re.compile(r'^\s*#\s*include\s*[<"]([^>"]+)[>"]', re.MULTILINE)

# Outside libraries, by the header that a program includes.
OUTSIDE = [
    'gtk/gtk.h',
    'adwaita.h',
    'librsvg/rsvg.h',
    'gst/gst.h',
    'sqlite3.h',
    'json-glib/json-glib.h',
    'espeak-ng/speak_lib.h',
]

# folder: (folders it may use, outside headers it may use)
MAY_USE = {
    'guide': ([], []),
    'plan': (['plan/rules', 'guide'], []),
    'plan/rules': (['plan', 'guide'], []),
    'timeline': (['plan', 'guide'], []),
    'audio/voice': ([], ['espeak-ng/speak_lib.h']),
    'audio': (['audio/voice', 'timeline', 'plan', 'guide'], ['gst/gst.h']),
    'journal/types': (['guide'], []),
    'journal/store': (['journal', 'journal/types', 'guide'], ['sqlite3.h', 'json-glib/json-glib.h']),
    'journal': (['journal/store', 'journal/types', 'guide'],
                ['sqlite3.h', 'json-glib/json-glib.h']),
    'person': (['plan', 'journal', 'journal/types', 'guide'], []),
    'trends': (['journal/types', 'guide'], []),
    'session': (['timeline', 'plan', 'audio', 'audio/voice', 'journal', 'journal/types', 'person',
                 'guide'], []),
    'map/art': (['guide'], ['gtk/gtk.h', 'librsvg/rsvg.h']),
    'map/hands': (['map/art', 'guide', 'plan', 'timeline'], ['gtk/gtk.h']),
    'map': (['map/art', 'map/hands', 'guide', 'plan', 'timeline'], ['gtk/gtk.h']),
    'ui': (['guide', 'plan', 'timeline', 'audio', 'audio/voice', 'journal', 'journal/types',
            'trends', 'person', 'session', 'map', 'map/art', 'desktop'], ['gtk/gtk.h', 'adwaita.h']),
    'desktop': (['session', 'person', 'journal', 'journal/types', 'audio', 'audio/voice', 'timeline', 'plan',
                 'guide'], []),
    'cli': (['guide', 'plan', 'timeline', 'audio', 'audio/voice', 'journal', 'journal/types', 'trends',
             'person', 'session', 'desktop'], ['json-glib/json-glib.h']),
}


def folder_flags(source, build):
    """Returns {folder: (directory, [compiler, flag...])} and the set of the files that are built."""
    flags = {}
    files = set()
    for entry in json.loads((build / 'compile_commands.json').read_text()):
        directory = pathlib.Path(entry['directory'])
        file = pathlib.Path(os.path.normpath(directory / entry['file']))
        if source / 'src' not in file.parents or file.suffix != '.c':
            continue
        files.add(file)
        folder = file.relative_to(source / 'src').parent.as_posix()
        if folder not in MAY_USE or folder in flags:
            continue
        words = iter(shlex.split(entry['command']))
        kept = []
        for word in words:
            if word in ('-o', '-MF', '-MQ', '-c'):
                next(words)
            elif word not in ('-MD', '-Werror') and not word.startswith('-fsanitize'):
                kept.append(word)
        flags[folder] = (directory, kept)
    return flags, files


def compiles(flags, folder, header):
    directory, command = flags
    result = subprocess.run(
        command + ['-iquote', folder, '-fsyntax-only', '-w', '-x', 'c', '-'],
        cwd=directory, input=f'#include "config.h"\n#include "{header}"\n', text=True,
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
    return result.returncode == 0, result.stderr


def main():
    source, build = (pathlib.Path(argument).resolve() for argument in sys.argv[1:3])
    flags, files = folder_flags(source, build)
    headers = {folder: sorted(path.name for path in (source / 'src' / folder).glob('legato-*.h'))
               for folder in MAY_USE}
    included = {folder: set(header
                            for path in (source / 'src' / folder).glob('*.[ch]')
                            if path.suffix == '.h' or path in files
                            for header in INCLUDE.findall(path.read_text(encoding='utf-8')))
                for folder in MAY_USE}

    # What a folder may use but does not use yet, it need not have been given.
    cases = []
    for folder in flags:
        folders, outside = MAY_USE[folder]
        foreign = [(header, header in outside) for header in OUTSIDE]
        for other in flags:
            if other != folder and other in folders:
                foreign += [(header, True) for header in headers[other]]
            elif other != folder:
                foreign += [(header, False) for header in headers[other][:1]]
        cases += [(folder, header, allowed) for header, allowed in foreign
                  if not allowed or header in included[folder]]
        cases += [(folder, header, True) for header in headers[folder]]

    print('TAP version 13')
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        results = pool.map(lambda case: compiles(flags[case[0]], source / 'src' / case[0], case[1]), cases)
        number = 0
        for number, ((folder, header, allowed), (done, why)) in enumerate(zip(cases, results), 1):
            verdict = 'ok' if done == allowed else 'not ok'
            print(f'{verdict} {number} - {folder} {"may" if allowed else "may not"} include {header}')
            if verdict != 'ok' and allowed:
                print(''.join(f'# {line}\n' for line in why.splitlines()[:8]), end='')

        # A folder that nobody gave a row has no walls at all.
        built = set(file.relative_to(source / 'src').parent.as_posix()
                    for file in (source / 'src').glob('*/**/*.c'))
        for folder in sorted(built):
            number += 1
            verdict = 'ok' if folder in MAY_USE else 'not ok'
            print(f'{verdict} {number} - {folder} stands in the table')
    print(f'1..{number}')


if __name__ == '__main__':
    main()
