#!/usr/bin/env python3
"""Every C file looks as .clang-format says.

Only clang-format 14 (Debian 12's) is asked: other versions lay out some lines differently.

Usage: test-format.py SOURCE_DIR

SPDX-License-Identifier: GPL-3.0-or-later
"""

import collections
import pathlib
import re
import shutil
import subprocess
import sys

MAJOR = '14'
COMPLAINT = re.compile(r'(?P<file>[^:]+):\d+:\d+: error:')


def find_clang_format():
    for name in (f'clang-format-{MAJOR}', 'clang-format'):
        path = shutil.which(name)
        if path is None:
            continue
        version = subprocess.run([path, '--version'], stdout=subprocess.PIPE, text=True, check=True)
        if re.search(rf'version {MAJOR}\.', version.stdout):
            return path
    return None


def main():
    source = pathlib.Path(sys.argv[1])
    clang_format = find_clang_format()
    print('TAP version 13')
    if clang_format is None:
        print(f'1..0 # SKIP clang-format {MAJOR} is not installed')
        return
    files = sorted(file for folder in ('src', 'tests') for file in (source / folder).rglob('*.[ch]'))
    print(f'1..{len(files) + 1}')
    # All at once: its start costs far more than a file.
    result = subprocess.run([clang_format, '--dry-run', '-Werror', *files],
                            stderr=subprocess.PIPE, text=True, check=False)
    told = collections.defaultdict(list)
    for line in result.stderr.splitlines():
        complaint = COMPLAINT.match(line)
        if complaint:
            told[complaint['file']].append(line)
    for number, file in enumerate(files, 1):
        complaints = told.pop(str(file), [])
        print(f'{"not ok" if complaints else "ok"} {number} - {file.relative_to(source)}')
        print(''.join(f'# {line}\n' for line in complaints[:4]), end='')
    # It fails when, and only when, something is said of a file.
    good = not told and (result.returncode != 0) == ('error:' in result.stderr)
    print(f'{"ok" if good else "not ok"} {len(files) + 1} - clang-format answered for each')
    if not good:
        print(''.join(f'# {line}\n' for line in result.stderr.splitlines()[:20]), end='')


if __name__ == '__main__':
    main()
