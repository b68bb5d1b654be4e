#!/usr/bin/env python3
"""meson.build, NEWS, the AppStream data and the packages name the same version; the newest stands on
top. The pictures that stores show are there, and are those of that version.

Usage: test-versions.py SOURCE_DIR VERSION METAINFO

SPDX-License-Identifier: GPL-3.0-or-later
"""

import pathlib
import re
import sys
import xml.etree.ElementTree


def main():
    source, version, metainfo = pathlib.Path(sys.argv[1]), sys.argv[2], pathlib.Path(sys.argv[3])

    news = re.findall(r'^Legato (\d+\.\d+\.\d+), (\d{4}-\d{2}-\d{2})$',
                      (source / 'NEWS').read_text(encoding='utf-8'), re.MULTILINE)
    releases = [(release.get('version'), release.get('date'))
                for release in xml.etree.ElementTree.parse(metainfo).iter('release')]

    pictures = [image.text.rpartition('/docs/screenshots/')
                for image in xml.etree.ElementTree.parse(metainfo).iter('image')]
    spec = re.search(r'^Version: +(.*)$', (source / 'rpm' / 'legato.spec').read_text(encoding='utf-8'),
                     re.MULTILINE)
    package = re.match(r'legato \((.*)\) ', (source / 'debian' / 'changelog').read_text(encoding='utf-8'))

    checks = {
        f'NEWS begins with {version}': bool(news) and news[0][0] == version,
        f'the first release of the metainfo is {version}':
            bool(releases) and releases[0][0] == version,
        f'debian/changelog begins with {version}': package and package[1] == version,
        f'the version of the spec is {version}': spec and spec[1] == version,
        f'the pictures for stores are those of {version}': 3 <= len(pictures) <= 6 and all(
            address.endswith(f'/{version}') and (source / 'docs' / 'screenshots' / name).is_file()
            for address, _, name in pictures),
        'NEWS and metainfo list the same releases on the same days': news == releases,
    }
    print(f'TAP version 13\n1..{len(checks)}')
    for number, (name, good) in enumerate(checks.items(), 1):
        print(f'{"ok" if good else "not ok"} {number} - {name}')


if __name__ == '__main__':
    main()
