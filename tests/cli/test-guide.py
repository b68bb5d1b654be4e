#!/usr/bin/env python3
"""legato-cli lists what the guide holds, and says what it does not understand.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import pathlib

from cli_driver import (FAILED, PROGRAM, ROUTINES, TECHNIQUES, USAGE, ZONES, as_json, done, fails,
                        home, put_routine, run, run_tests)


def test_help_and_version():
    text = done('--help')
    commands = [line.split('  ')[1] for line in text.splitlines() if line.startswith('  ')]
    names = [' '.join(word for word in command.split() if word.islower()) for command in commands]
    for name in names[1:]:
        assert f'legato-cli {name}' in done(*name.split(), '--help'), name
    assert names[1:] == ['routines', 'zones', 'techniques', 'search', 'plan', 'timeline', 'cues',
                         'log', 'journal list', 'journal search', 'journal export',
                         'journal import', 'journal merge', 'journal backup', 'journal restore',
                         'journal recover', 'journal verify', 'trends'], names
    assert done('-h') == done('journal', '--help') == text
    words = done('--version').split()
    assert words[0] == 'legato-cli' and words[1][0].isdigit() and len(words) == 2


def test_wrong_usage():
    fails(USAGE, says='--help')
    fails(USAGE, 'frobnicate', says='frobnicate')
    fails(USAGE, '--frobnicate', says='--frobnicate')
    fails(USAGE, 'journal', says='journal')
    fails(USAGE, 'journal', 'shred', says='journal shred')
    for command in ('routines', 'zones', 'techniques', 'plan', 'timeline', 'cues', 'log', 'trends'):
        fails(USAGE, command, '--frobnicate', says='--frobnicate')
        fails(USAGE, command, 'one\ntwo', says='one two')
    fails(USAGE, 'routines', b'\xff\xfe')


def test_no_window():
    binary = pathlib.Path(PROGRAM).read_bytes()
    for library in (b'libgtk-', b'libadwaita-', b'librsvg-', b'libX11', b'libwayland-client'):
        assert library not in binary, library


def test_search():
    results = as_json('search', 'my', 'calf', 'hurts')['results']
    assert results[0] == {'kind': 'zone', 'id': 'calf', 'name': 'Calf'}, results
    assert as_json('search', 'one leg swollen')['results'][0]['kind'] == 'advice'
    assert as_json('search', 'varicose veins')['results'][0]['kind'] == 'tip'
    kinds = {result['kind'] for result in as_json('search', 'stretch')['results']}
    assert kinds <= {'zone', 'technique', 'routine', 'goal', 'advice', 'tip'}, kinds
    assert as_json('search', 'qqqq') == {'results': []}
    assert done('search', 'calf').splitlines()[0].split()[:2] == ['zone', 'calf']
    fails(FAILED, 'search', 'qqqq', says='qqqq')
    fails(USAGE, 'search', says='look for')
    fails(USAGE, 'search', '--frobnicate', says='--frobnicate')


def test_routines():
    routines = as_json('routines')['routines']
    assert {routine['id'] for routine in routines} == ROUTINES
    for routine in routines:
        assert routine['name'] and routine['summary'] and routine['source']
        assert routine['minutes'] == sorted(routine['minutes'])
        assert routine['own_minutes'] in routine['minutes']
        assert set(routine['tools']) == (
            {'roller', 'ball'} if routine['id'] == 'roller-and-ball' else set())
    assert {line.split()[0] for line in done('routines').splitlines()} == ROUTINES


def test_own_routines():
    of_the_guide = as_json('routines')['routines']
    put_routine('own-b', 'Whole', [60, 120, 60], '<given times-a-week="3">Anna Weber</given>')
    put_routine('own-a', 'Odd', [41, 62, 37])
    (home / 'data' / 'legato' / 'routines' / 'broken.legato').write_text('<guide')
    routines = as_json('routines')['routines']
    assert routines[:-2] == of_the_guide
    assert routines[-2:] == [
        {'id': own, 'name': name, 'summary': '', 'source': '', 'minutes': [],
         'own_minutes': minutes, 'tools': []}
        for own, name, minutes in (('own-a', 'Odd', 5), ('own-b', 'Whole', 8))], routines[-2:]
    lines = done('routines').splitlines()
    assert len(lines) == len(routines)
    assert lines[-2].split() == ['own-a', 'Odd', '4:40'], lines
    assert lines[-1].split() == ['own-b', 'Whole', '8', 'min'], lines
    # Each id is one that a plan takes.
    for own in ('own-a', 'own-b'):
        assert as_json('plan', '--routine', own)['routine'] == own


def test_zones():
    zones = as_json('zones')['zones']
    assert [zone['id'] for zone in zones] == ZONES
    for rank, zone in enumerate(zones):
        assert zone['rank'] == rank and zone['from'] < zone['to']
        assert zone['name'] and zone['place']['text'] and zone['place']['source']
        assert zone['lift_over'] == (zone['id'] == 'popliteal')
        assert {use['technique'] for use in zone['techniques']} <= TECHNIQUES
        if zone['bony']:
            assert zone['pressure'] != 'moderate'
    assert [line.split()[0] for line in done('zones').splitlines()] == ZONES


def test_techniques():
    techniques = as_json('techniques')['techniques']
    by_kind = {kind: {each['id'] for each in techniques if each['kind'] == kind}
               for kind in ('hands', 'tool', 'exercise')}
    assert by_kind['hands'] | by_kind['tool'] == TECHNIQUES
    assert len(techniques) == sum(map(len, by_kind.values()))
    for each in techniques:
        assert each['name'] and each['how']['text'], each
        assert (each['tool'] is not None) == (each['kind'] == 'tool')
        assert (each['travel'] == 'none') == (each['kind'] == 'exercise')
        assert {use['zone'] for use in each['zones']} <= set(ZONES)
    assert [line.split()[0] for line in done('techniques').splitlines()] == [
        each['id'] for each in techniques]


def test_json_is_utf8_in_any_locale():
    plain = run('techniques', '--json', locale='C').stdout
    assert plain == run('techniques', '--json').stdout
    run('plan', '--routine', 'evening', locale='C')


def test_output_that_cannot_be_written():
    with open('/dev/full', 'wb') as full:
        for arguments in (['routines'], ['timeline', '--routine', 'evening', '--json']):
            assert run(*arguments, stdout=full).returncode == FAILED


run_tests(globals())
