#!/usr/bin/env python3
"""`whatis` and `apropos` tell in every language what the programs are for.

Usage: test-manual-languages.py SOURCE_DIR BUILD_DIR

SPDX-License-Identifier: GPL-3.0-or-later
"""

import json
import os
import pathlib
import subprocess
import sys

ENGLISH = {
    'legato.1': 'massage your legs with a guide, and see how they feel over the weeks',
    'legato-cli.1': 'leg massage sessions and a journal of your legs, without a window',
}


def find_summary(path):
    """What the index of the manual would hold of a page."""
    said = subprocess.run(['lexgrog', str(path)], env=dict(os.environ, LC_ALL='C.UTF-8'),
                          stdout=subprocess.PIPE, text=True, check=True).stdout
    name, summary = said.removeprefix(f'{path}: ').strip().strip('"').split(' - ', 1)
    assert name == path.stem, said
    return summary


def main():
    source, build = map(pathlib.Path, sys.argv[1:])
    pages = [source / 'data/man' / name for name in ENGLISH]
    languages = [line for line in (source / 'po/LINGUAS').read_text('utf-8').splitlines()
                 if line and not line.startswith('#')]
    # What Meson does not know to be installed, it would leave behind when that is undone.
    installed = json.loads((build / 'meson-info/intro-installed.json').read_text('utf-8'))
    for language in languages:
        assert installed[str(build / 'data/man' / language)].endswith(f'/man/{language}')
    for page in pages:
        assert find_summary(page) == ENGLISH[page.name], page
        summaries = {}
        for language in languages:
            path = build / 'data/man' / language / 'man1' / page.name
            summaries[language] = find_summary(path)
            assert not summaries[language].endswith(('.', '。')), summaries
            here, there = page.read_text('utf-8').splitlines(), path.read_text('utf-8').splitlines()
            assert len(here) == len(there), path
            assert sum(a != b for a, b in zip(here, there)) == 1, path
        assert len({ENGLISH[page.name], *summaries.values()}) == len(languages) + 1, summaries


if __name__ == '__main__':
    main()
