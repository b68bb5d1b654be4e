#!/usr/bin/env python3
"""The desktop knows what a .legato file is, and which program opens it.

Usage: test-mime-type.py MIME_XML DESKTOP_FILE ICONS

SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

TYPE = 'application/vnd.legato.routine+xml'
NAMESPACE = '{http://www.freedesktop.org/standards/shared-mime-info}'


def guess(data, name):
    """What GIO takes a file for, in a system where the MIME type is installed."""
    code = ('import gi; gi.require_version("Gio", "2.0"); from gi.repository import Gio; '
            f'print(Gio.content_type_guess({name!r}, None)[0])')
    env = dict(os.environ, XDG_DATA_HOME=data, XDG_DATA_DIRS='/usr/local/share:/usr/share')
    return subprocess.run([sys.executable, '-c', code], env=env, capture_output=True, text=True,
                          check=True).stdout.strip()


def main():
    mime, desktop, icons = map(pathlib.Path, sys.argv[1:])
    results = []
    with tempfile.TemporaryDirectory() as data:
        packages = pathlib.Path(data, 'mime', 'packages')
        packages.mkdir(parents=True)
        shutil.copy(mime, packages)
        update = subprocess.run(['update-mime-database', packages.parent], capture_output=True,
                                text=True, env=dict(os.environ, XDG_DATA_HOME=data), check=False)
        results.append(('the file is valid', update.returncode == 0 and not update.stderr))
        results.append(('a .legato file has the type', guess(data, 'calm.legato') == TYPE))
        results.append(('other files have not', guess(data, 'calm.xml') != TYPE))
    types = re.search(r'^MimeType=(.*)$', desktop.read_text(encoding='utf-8'), re.MULTILINE)
    results.append(('the program opens it', types and TYPE in types.group(1).split(';')))
    icon = xml.etree.ElementTree.parse(mime).find(f'.//{NAMESPACE}icon').get('name')
    results.append(('its icon is there',
                    (icons / 'scalable' / 'mimetypes' / f'{icon}.svg').is_file()))

    print(f'TAP version 13\n1..{len(results)}')
    for number, (name, good) in enumerate(results, 1):
        print('ok' if good else 'not ok', number, '-', name)
    sys.exit(0 if all(good for _, good in results) else 1)


main()
