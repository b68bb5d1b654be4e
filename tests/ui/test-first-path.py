#!/usr/bin/env python3
"""From the opened window to the journal: the path that everything else hangs on.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import configparser
import json
import os
import pathlib
import re
import subprocess
import time

from driver import run, xdotool

ENTRY = pathlib.Path(__file__).resolve().parents[2] / 'data/io.github.legato_app.Legato.desktop.in'

NOTE = "Left calf's tight (2nd day), right one is fine"


def plan():
    """The routine's steps as the other program of this project plans them."""
    done = subprocess.run([os.environ['LEGATO_CLI'], 'plan', '--routine', 'three-minute', '--json'],
                          capture_output=True, check=True)
    return json.loads(done.stdout)['steps']


def check_database(program, began, ended):
    """The file holds exactly what was done in from_the_map_to_the_journal()."""
    (entry,) = program.query('SELECT * FROM entry')
    names = [row[1] for row in program.query("PRAGMA table_info('entry')")]
    entry = dict(zip(names, entry))
    assert began <= entry['at_us'] / 1e6 <= entry['recorded_us'] / 1e6 <= ended, entry
    for name, value in {'kind': 'session', 'late': 0, 'routine': 'three-minute', 'zone': None,
                        'leg': 'both', 'planned_s': 180, 'done_s': 180, 'completed': 1,
                        'note': NOTE, 'deleted_us': None}.items():
        assert entry[name] == value, f'{name} is {entry[name]!r}, not {value!r}'

    steps = plan()
    assert sum(step['seconds'] for step in steps) == 180
    rows = program.query('SELECT position, plan_index, leg, technique, pressure, planned_ms,'
                         ' done_ms FROM step WHERE entry = ? ORDER BY position', entry['id'])
    assert rows == [(index, index, step['leg'], step['technique'], step['pressure'],
                     step['seconds'] * 1000, step['seconds'] * 1000)
                    for index, step in enumerate(steps)], rows
    for index, step in enumerate(steps):
        zones = program.query('SELECT zone FROM step_zone WHERE entry = ? AND step = ?'
                              ' ORDER BY position', entry['id'], index)
        assert [zone for zone, in zones] == step['zones'], (index, zones)

    ratings = program.query('SELECT leg, zone, moment, value FROM rating WHERE entry = ?'
                            ' ORDER BY position', entry['id'])
    assert ratings == [('left', 'calf', 'after', 4), ('right', 'calf', 'after', 2)], ratings
    assert program.query('SELECT id FROM feeling UNION ALL SELECT id FROM reason') == []
    assert program.query('PRAGMA integrity_check') == [('ok',)]


def assert_class_is_told(program):
    """Under X11 a desktop finds the menu's entry of a window by its class."""
    entry = configparser.ConfigParser(interpolation=None)
    entry.read(ENTRY, 'utf-8')
    name = entry['Desktop Entry']['StartupWMClass']
    assert program.window in xdotool('search', '--onlyvisible', '--class', f'^{name}$').split(), name


def from_the_map_to_the_journal(program):
    began = time.time()
    program.start()
    assert_class_is_told(program)

    # The calf lies in the view from behind; its card names place and technique.
    program.click('Back')
    program.click_at(*program.settle('Left calf', 'button').center)
    program.see('Left calf', 'label')
    program.see('Kneading', 'label')
    program.see('Petrissage', 'label')

    program.click('Routines')
    program.click('Three minutes', 'label')
    program.check_in()
    # It plays for six seconds, which may be over when a busy machine looks.
    program.click('Start', 'button')
    program.see('Well done: 3 minutes of massage.')

    for place, number in (('Left calf', 4), ('Right calf', 2)):
        program.click(f'{place}: {number} of 10')
    assert len(program.find_all('4 of 10')) == 1 and len(program.find_all('2 of 10')) == 1
    assert program.find_seen('Left front thigh') is not None
    program.scroll_to('Note, if you like')
    program.click('Note, if you like')
    program.type(NOTE)
    program.click('Save', 'button')
    program.see(re.compile(r'Today, \d\d:\d\d, Three minutes.*Left calf 4.*Right calf 2.*'),
                'list-item')

    # It is there at once, and still there when the program is gone.
    check_database(program, began, time.time())
    program.quit()
    check_database(program, began, time.time())


run(from_the_map_to_the_journal)
