#!/usr/bin/env python3
"""What stores ask of the Flatpak and of its page, as far as it can be told without a network: the
rules of Flathub's linter and its guidelines for quality.

Usage: test-stores.py SOURCE_DIR METAINFO DESKTOP_FILE

There is no exception: a rule that has to be broken one day is left out here, with its reason.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import configparser
import json
import pathlib
import re
import struct
import sys
import xml.etree.ElementTree

ID = 'io.github.legato_app.Legato'

# A screen, or the older kind of one with the memory that it shares, its graphics, and a sound device.
PERMISSIONS = {'--share=ipc', '--socket=wayland', '--socket=fallback-x11', '--socket=pulseaudio',
               '--device=dri'}

# Too general to find anything by.
VAGUE_CATEGORIES = {'GNOME', 'GTK', 'KDE', 'Qt', 'Application', 'Core'}

SOURCE, METAINFO, DESKTOP_FILE = map(pathlib.Path, sys.argv[1:])
CHECKS = {}


def check(name, good, seen=None):
    CHECKS[name if good else f'{name}: {seen}'] = good


def check_manifest():
    path = SOURCE / 'flatpak' / f'{ID}.json'
    manifest = json.loads(path.read_text('utf-8'))
    check('the manifest is named after the program', manifest['id'] == ID, manifest['id'])
    check('the version of the runtime is told, and no branch',
          manifest['runtime-version'].isdigit() and not {'branch', 'default-branch'} & set(manifest),
          sorted(manifest))
    check('it asks for nothing but a screen and sound', set(manifest['finish-args']) == PERMISSIONS,
          manifest['finish-args'])
    *libraries, program = manifest['modules']
    for module in libraries:
        for source in module['sources']:
            check(f'{module["name"]} is pinned, and comes by https',
                  source['url'].startswith('https://') and 'branch' not in source
                  and re.fullmatch('[0-9a-f]{40}|[0-9a-f]{64}',
                                   source.get('commit') or source.get('sha256', '')), source)
    check('the program itself is the last module', program['name'] == manifest['command'], program['name'])
    check('it has its voice', '-Dvoice=enabled' in program['config-opts'], program['config-opts'])
    options = json.dumps([module.get('build-options', {}) for module in manifest['modules']])
    check('nothing is downloaded while it is built', '--share=network' not in options, options)


def check_readme():
    """What somebody types who makes the Flatpak themselves."""
    readme = (SOURCE / 'README.md').read_text('utf-8')
    build = (SOURCE / 'flatpak' / 'build').read_text('utf-8')
    runtime = json.loads((SOURCE / 'flatpak' / f'{ID}.json').read_text('utf-8'))['runtime-version']
    told = set(re.findall(r'org\.gnome\.(?:Platform|Sdk)//(\d+)', readme))
    check('README installs the runtime of the manifest, and what it is built with',
          told == {runtime} and all(f'org.gnome.{part}//{runtime}' in readme
                                    for part in ('Platform', 'Sdk')), told)
    remote = re.search(r'flatpak remote-add .*?(https://\S+)', readme)
    check('README adds the remote that they come from', remote and remote[1] in build, remote)
    needed = re.search(r"printf '%s\\n([\d.]+)\\n'", build)[1]
    check('README tells which flatpak-builder is new enough',
          f'flatpak-builder {needed} or newer' in readme, needed)
    made = re.search(r'flatpak/build +# makes ([^\s,]+),? and (\S+)', readme)
    check('README names what flatpak/build makes',
          made and all(f'Makes {made[1]}' in build and part in build for part in made.groups()), made)
    check('README installs it', f'flatpak install --user {made[1].rpartition("/")[2]}' in readme)


def texts(root, path):
    return [element.text for element in root.findall(path)]


def check_page():
    root = xml.etree.ElementTree.parse(METAINFO).getroot()
    language = '{http://www.w3.org/XML/1998/namespace}lang'
    for parent in list(root.iter()):
        for child in list(parent):
            if language in child.attrib:
                parent.remove(child)

    name, summary = root.findtext('name'), root.findtext('summary')
    check('the name is short', len(name) <= 15, name)
    check('the summary is short, and neither a sentence nor about the name',
          len(summary) <= 35 and not summary.endswith('.') and name not in summary, summary)
    check('the developer has an id and a name',
          bool(root.find('developer').get('id')) and bool(root.findtext('developer/name')))
    # Those of the metainfo would take the place of the desktop file's.
    check('the words it is found by stand in one place, the desktop file', root.find('keywords') is None)
    check('it is launched by its desktop file', texts(root, 'launchable') == [f'{ID}.desktop'])
    check('its contents are rated', root.find('content_rating').get('type') == 'oars-1.1')
    check('licences are told', root.findtext('metadata_license') == 'CC0-1.0'
          and root.findtext('project_license') == 'GPL-3.0-or-later')
    addresses = [url.text for url in root.findall('url')]
    check('addresses go by https', addresses and all(url.startswith('https://') for url in addresses),
          addresses)
    check('there is a colour for light and for dark',
          sorted(colour.get('scheme_preference') for colour in root.findall('branding/color'))
          == ['dark', 'light'])
    check('each release has a date and says what is new',
          all(release.get('date') and release.find('description') is not None
              for release in root.findall('releases/release')))

    pictures = root.findall('screenshots/screenshot')
    check('there are three to six pictures', 3 <= len(pictures) <= 6, len(pictures))
    check('one of them stands first',
          [picture.get('type') for picture in pictures].count('default') == 1)
    for picture in pictures:
        caption, image = picture.findtext('caption'), picture.findtext('image')
        check(f'the caption is no sentence: {caption}', bool(caption) and not caption.endswith('.'))
        file = SOURCE / 'docs' / 'screenshots' / image.rpartition('/')[2]
        width, height = struct.unpack('>2I', file.read_bytes()[16:24])
        # Of a window of usual size, with its shadow.
        check(f'{file.name} is as large as a window', 600 <= width <= 1200 and 400 <= height <= 900,
              (width, height))


def check_desktop_file():
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str
    parser.read(DESKTOP_FILE, 'utf-8')
    entry = parser['Desktop Entry']
    check('its icon is named after the program', entry['Icon'] == ID, entry['Icon'])
    check('it says how to start', bool(entry.get('Exec')))
    check('its window is known under X11 by the name of its program',
          entry.get('StartupWMClass') == entry['Exec'].split()[0], entry.get('StartupWMClass'))
    check('it has a category that tells something',
          bool(set(entry['Categories'].strip(';').split(';')) - VAGUE_CATEGORIES), entry['Categories'])
    # Where it is activated over D-Bus, an action goes by its name; elsewhere its command is run.
    application = (SOURCE / 'src' / 'ui' / 'legato-application.c').read_text('utf-8')
    for action in entry['Actions'].strip(';').split(';'):
        option = parser[f'Desktop Action {action}']['Exec'].split()[1].removeprefix('--')
        check(f'the program knows the action {action}', f'{{ .name = "{action}", .activate' in application)
        check(f'the program knows the option {option}', f'{{ "{option}", 0, 0, ' in application)
    icons = SOURCE / 'data' / 'icons' / 'hicolor'
    icon = xml.etree.ElementTree.parse(icons / 'scalable' / 'apps' / f'{ID}.svg').getroot()
    size = {icon.get('width'), icon.get('height')}
    check('the icon is a square of 128 pixels', size == {'128'}, size)
    check('there is one in a single colour', (icons / 'symbolic' / 'apps' / f'{ID}-symbolic.svg').is_file())


def check_styles():
    """libadwaita of the Flatpak's runtime warns of what it loads by itself but of style.css"""
    listed = xml.etree.ElementTree.parse(SOURCE / 'resources' / 'legato-ui.gresource.xml').iter('file')
    own = [file.text for file in listed if file.text.startswith('style')]
    check('the only style that comes by itself is style.css', own == ['style.css'], own)
    for name in ('style.css', 'high-contrast.css'):
        style = (SOURCE / 'resources' / name).read_text('utf-8')
        # libadwaita calls quiet text so since 1.7, and has it paler than we do.
        check(f'quiet text of newer platforms looks the same in {name}',
              style.count('.dim-label,') == style.count('.dim-label,\n.dimmed,') > 0)


check_manifest()
check_readme()
check_styles()
check_page()
check_desktop_file()
print(f'TAP version 13\n1..{len(CHECKS)}')
for number, (text, good) in enumerate(CHECKS.items(), 1):
    print(f'{"ok" if good else "not ok"} {number} - {text}')
