#!/usr/bin/env python3
"""A release is only made where all agrees on its version, which one command raises, and its manifest
is that for development but for where the source comes from.

Usage: test-release.py SOURCE_DIR

SPDX-License-Identifier: GPL-3.0-or-later
"""

import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ID = 'io.github.legato_app.Legato'
FILES = ['NEWS', 'meson.build', f'data/{ID}.metainfo.xml.in', 'debian/changelog',
         'rpm/legato.spec', 'build-aux/release', 'flatpak/release-manifest', f'flatpak/{ID}.json']


def main():
    source = pathlib.Path(sys.argv[1])
    if shutil.which('git') is None:
        print('1..0 # SKIP git is not installed')
        return
    with tempfile.TemporaryDirectory() as folder:
        tree = pathlib.Path(folder, 'legato')
        for file in FILES:
            (tree / file).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(source / file, tree / file)
        env = dict(os.environ, HOME=folder, GIT_CONFIG_GLOBAL='/dev/null', GIT_CONFIG_SYSTEM='/dev/null',
                   GIT_AUTHOR_NAME='A', GIT_AUTHOR_EMAIL='a@b', GIT_COMMITTER_NAME='A',
                   GIT_COMMITTER_EMAIL='a@b')

        def run(*command):
            return subprocess.run(command, cwd=tree, env=env, capture_output=True, text=True,
                                  check=False)

        def commit():
            run('git', 'add', '-A')
            run('git', 'commit', '-q', '-m', 'x')

        def check(version):
            return run('build-aux/release', '--check', version)

        version = re.search(r"^  version: '(.*)',$", (tree / 'meson.build').read_text('utf-8'),
                            re.MULTILINE)[1]
        checks = {}
        run('git', 'init', '-q')
        commit()
        checks['all agrees'] = check(version).returncode == 0
        checks['another version is refused by each'] = (
            lambda done: done.returncode == 1 and done.stderr.count('says') == 6)(check('99.0.0'))
        checks['no version is wrong usage'] = run('build-aux/release').returncode == 2

        checks['what is no version is refused'] = all(
            run('build-aux/release', '--raise', wrong).returncode == 2
            for wrong in ('v2', '1.2|', '1..2', '1.2', '1.2.3.4')
        ) and run('git', 'status', '--porcelain').stdout == ''

        old, day = version, '2031-02-03'
        version = '98.7.6'
        checks['one command raises it'] = run('build-aux/release', '--raise', version, day).returncode == 0
        checks['what it changed has to be committed'] = check(version).returncode == 1
        commit()
        checks['then all agrees'] = check(version).returncode == 0
        changed = {line[1:] for line in run('git', 'diff', '-U0', 'HEAD~').stdout.splitlines()
                   if re.match('[+][^+]', line)}
        title = f'Legato {version}, {day}'
        checks['version and day stand in each, and nothing else changed'] = {
            line for line in changed if '/docs/screenshots/' not in line
        } == {f"  version: '{version}',", title, '=' * len(title),
              f'    <release version="{version}" date="{day}">',
              f'legato ({version}) unstable; urgency=medium',
              ' -- The Legato authors <legato-app@users.noreply.github.com>  '
              'Mon, 03 Feb 2031 12:00:00 +0000',
              f'Version:        {version}',
              '* Mon Feb 03 2031 The Legato authors <legato-app@users.noreply.github.com>'
              f' - {version}-1'}
        checks['the former is no more'] = check(old).returncode == 1

        run('git', 'tag', version)
        checks['its tag may be there'] = check(version).returncode == 0
        checks['what is released is not raised'] = run('build-aux/release', '--raise', '99.0.0').returncode == 1
        for file in ('NEWS', 'debian/changelog', 'rpm/legato.spec', f'data/{ID}.metainfo.xml.in'):
            text = (tree / file).read_text('utf-8')
            (tree / file).write_text(text.replace(version, '99.0.0', 1), 'utf-8')
            checks[f'what is not committed is refused, in {file}'] = check(version).returncode == 1
            commit()
            done = check(version)
            checks[f'{file} has to agree'] = done.returncode == 1 and 'says' in done.stderr
            (tree / file).write_text(text, 'utf-8')
            commit()
        checks['the tag has to be here'] = 'another commit' in check(version).stderr

        development = json.loads((tree / 'flatpak' / f'{ID}.json').read_text('utf-8'))
        release = json.loads(run('flatpak/release-manifest', version).stdout)
        tagged = run('git', 'rev-parse', version).stdout.strip()
        program, = [module for module in release['modules'] if module['name'] == 'legato']
        checks['the manifest names tag and commit'] = [
            (entry['type'], entry['tag'], entry['commit']) for entry in program['sources']
        ] == [('git', version, tagged)]
        for manifest in (development, release):
            for module in manifest['modules']:
                if module['name'] == 'legato':
                    del module['sources']
        checks['and is the same for the rest'] = development == release
        checks['there is none without a tag'] = run('flatpak/release-manifest', '99').returncode == 1

    print(f'TAP version 13\n1..{len(checks)}')
    for number, (name, good) in enumerate(checks.items(), 1):
        print(f'{"ok" if good else "not ok"} {number} - {name}')


main()
