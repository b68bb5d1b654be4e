#!/usr/bin/env python3
"""`whatis` and `apropos` tell in every language what the programs are for.

Usage: test-manual-languages.py SOURCE_DIR TRANSLATIONS

SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import pathlib
import subprocess
import sys
import tempfile

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
    source, translations = map(pathlib.Path, sys.argv[1:])
    pages = [source / 'data/man' / name for name in ENGLISH]
    languages = [line for line in (source / 'po/LINGUAS').read_text('utf-8').splitlines()
                 if line and not line.startswith('#')]
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([source / 'build-aux/install-manuals', translations, 'share/man', *pages],
                       env=dict(os.environ, DESTDIR=folder, MESON_INSTALL_PREFIX='/usr'), check=True)
        root = pathlib.Path(folder) / 'usr/share/man'
        assert sorted(path.name for path in root.iterdir()) == sorted(languages)
        for page in pages:
            assert find_summary(page) == ENGLISH[page.name], page
            summaries = {}
            for language in languages:
                path = root / language / 'man1' / page.name
                summaries[language] = find_summary(path)
                assert not summaries[language].endswith(('.', '。')), summaries
                here, there = page.read_text('utf-8').splitlines(), path.read_text('utf-8').splitlines()
                assert len(here) == len(there), path
                assert sum(a != b for a, b in zip(here, there)) == 1, path
            assert len({ENGLISH[page.name], *summaries.values()}) == len(languages) + 1, summaries


if __name__ == '__main__':
    main()
