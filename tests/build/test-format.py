#!/usr/bin/env python3
"""Every C file looks as .clang-format says.

Only clang-format 14 (Debian 12's) is asked: other versions lay out some lines differently.

Usage: test-format.py SOURCE_DIR

SPDX-License-Identifier: GPL-3.0-or-later
"""

import pathlib
import re
import shutil
import subprocess
import sys

MAJOR = '14'


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
    print(f'1..{len(files)}')
    for number, file in enumerate(files, 1):
        result = subprocess.run([clang_format, '--dry-run', '-Werror', file],
                                stderr=subprocess.PIPE, text=True, check=False)
        verdict = 'ok' if result.returncode == 0 else 'not ok'
        print(f'{verdict} {number} - {file.relative_to(source)}')
        if result.returncode != 0:
            print(''.join(f'# {line}\n' for line in result.stderr.splitlines()[:4]), end='')


if __name__ == '__main__':
    main()
