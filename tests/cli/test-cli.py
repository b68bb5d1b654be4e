#!/usr/bin/env python3
"""legato-cli as a person or a script uses it: what it prints, writes, refuses and returns.

Usage: test-cli.py PROGRAM. Speaks TAP. Home, data and cache are of the test's own.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import array
import contextlib
import datetime
import json
import os
import pathlib
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import traceback
import wave

PROGRAM = os.path.abspath(sys.argv[1])
DONE, FAILED, USAGE, REFUSED = range(4)
SECOND = 1_000_000_000
SAMPLE_RATE = 48000

ZONES = ['foot', 'ankle', 'soleus', 'shin', 'calf', 'popliteal', 'knee', 'hamstrings', 'quadriceps',
         'adductors', 'outer-thigh', 'tfl', 'gluteus', 'piriformis']
ROUTINES = {'three-minute', 'circulation', 'zone-map', 'sore-legs', 'roller-and-ball', 'swelling',
            'after-sport', 'before-sport', 'evening', 'desk-break', 'partner', 'stretches'}
TECHNIQUES = {'effleurage', 'petrissage', 'thumb-circles', 'palm-compression', 'trigger-point',
              'tapotement', 'lymph-strokes', 'myofascial-glide', 'cross-friction', 'roller', 'ball',
              'massage-stick', 'massage-gun', 'compression-sleeve'}
GOALS = {'circulation', 'soreness', 'swelling', 'tightness', 'before-sport', 'after-sport',
         'evening', 'desk-break', 'partner'}
CONDITIONS = ['swelling', 'tight', 'veins', 'fragile-skin', 'pregnancy', 'pregnancy-swelling',
              'sport-soreness', 'long-standing', 'neuropathy', 'blood-thinners', 'low-platelets',
              'osteoporosis', 'clot-history', 'surgery', 'vascular-disease', 'severe-varicose',
              'worse-after-last']
UNCLEARED = {'pregnancy', 'pregnancy-swelling', 'blood-thinners', 'low-platelets', 'osteoporosis',
             'clot-history', 'surgery', 'vascular-disease', 'severe-varicose'}
FLAGS = {'dvt': 'R-DVT', 'breathless': 'R-BREATH', 'fever': 'R-FEVER', 'bruise': 'R-BRUISE',
         'weight': 'R-WEIGHT', 'fracture': 'R-FRACTURE', 'shooting': 'R-SHOOTING',
         'persist': 'R-PERSIST'}
STROKES = {'glide', 'squeeze', 'circle', 'press', 'hold', 'tap', 'lymph', 'fascia', 'friction',
           'roll'}
SIGNALS = {'step', 'leg', 'halfway', 'last-ten', 'end', 'breathe'}
URGENCIES = ['emergency', 'today', 'soon']

home = None  # a fresh folder for each test
cache = None  # GStreamer's registry, made once


def run(*arguments, locale='C.UTF-8', stdout=subprocess.PIPE):
    """Runs the program; whatever it is asked, a failure is said in exactly one line."""
    env = dict(os.environ, HOME=str(home), XDG_DATA_HOME=str(home / 'data'),
               XDG_CONFIG_HOME=str(home / 'config'), XDG_CACHE_HOME=str(cache),
               LC_ALL=locale, TZ='Europe/Berlin')
    for name in ('DISPLAY', 'WAYLAND_DISPLAY', 'LANGUAGE'):
        env.pop(name, None)
    result = subprocess.run([PROGRAM, *map(os.fsencode, arguments)], cwd=home, env=env,
                            stdin=subprocess.DEVNULL, stdout=stdout, stderr=subprocess.PIPE,
                            check=False)
    result.out = (result.stdout or b'').decode()
    result.err = result.stderr.decode()
    if result.returncode == DONE:
        assert result.err == '', result.err
    else:
        assert result.err.startswith('legato-cli: '), result.err
        assert result.err.count('\n') == 1 and result.err.endswith('\n'), result.err
    return result


def done(*arguments, **options):
    result = run(*arguments, **options)
    assert result.returncode == DONE, (arguments, result)
    return result.out


def fails(status, *arguments, says=(), out=''):
    """The program ends with @status, its line holds all of @says, and it prints @out at most."""
    result = run(*arguments)
    assert result.returncode == status, (arguments, result)
    for word in says if isinstance(says, (list, tuple)) else [says]:
        assert word in result.err, (word, result.err)
    if out is not None:
        assert result.out == out, result.out
    return result


def as_json(*arguments):
    return json.loads(done(*arguments, '--json'))


def keys(document, *names):
    assert list(document) == list(names), list(document)


def journal():
    return home / 'data' / 'legato' / 'journal.db'


@contextlib.contextmanager
def database():
    with contextlib.closing(sqlite3.connect(f'file:{journal()}?mode=ro', uri=True)) as connection:
        connection.row_factory = sqlite3.Row
        yield connection


def lengths():
    """Every routine at every length it is offered at, with the tools it needs."""
    for routine in as_json('routines')['routines']:
        tools = [word for tool in routine['tools'] for word in ('--tool', tool)]
        for minutes in routine['minutes']:
            yield routine['id'], minutes, ['--routine', routine['id'], '--minutes', str(minutes),
                                           *tools]


def test_help_and_version():
    text = done('--help')
    commands = [line.split('  ')[1] for line in text.splitlines() if line.startswith('  ')]
    names = [' '.join(word for word in command.split() if word.islower()) for command in commands]
    for name in names[1:]:
        assert f'legato-cli {name}' in done(*name.split(), '--help'), name
    assert names[1:] == ['routines', 'zones', 'techniques', 'plan', 'timeline', 'cues', 'log',
                         'journal backup', 'journal verify', 'trends'], names
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


def test_what_comes_later_is_unknown():
    for command in ('export', 'import'):
        fails(USAGE, 'journal', command, 'x', says=f'journal {command}')


def test_no_window():
    binary = pathlib.Path(PROGRAM).read_bytes()
    for library in (b'libgtk-', b'libadwaita-', b'librsvg-', b'libX11', b'libwayland-client'):
        assert library not in binary, library


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


def check_plan(plan, routine, seconds, legs, goal=None):
    techniques = {each['id']: each for each in as_json('techniques')['techniques']}
    keys(plan, 'routine', 'goal', 'seconds', 'steps', 'left_out')
    assert plan['routine'] == routine and plan['goal'] == goal
    for item in plan['left_out']:
        keys(item, 'leg', 'zone', 'technique', 'reason')
        keys(item['reason'], 'id', 'text')
        assert item['leg'] in ('left', 'right') and item['zone'] in ZONES
        assert item['technique'] in (None, *TECHNIQUES) and item['reason']['text']
    assert abs(plan['seconds'] - seconds) <= 0.05 * seconds, plan['seconds']
    assert plan['seconds'] == sum(step['seconds'] for step in plan['steps'])
    for step in plan['steps']:
        keys(step, 'leg', 'phase', 'zones', 'technique', 'pressure', 'travel', 'seconds', 'reasons')
        assert step['leg'] in (*legs, None)
        assert step['phase'] in ('warm', 'work', 'settle', 'rest', 'stretch')
        assert step['pressure'] in ('feather', 'light', 'moderate')
        assert step['seconds'] > 0
        ranks = [ZONES.index(zone) for zone in step['zones']]
        assert ranks == sorted(set(ranks))
        technique = techniques[step['technique']]
        assert step['travel'] == technique['travel']
        lifted = {use['zone'] for use in technique['zones'] if use['lifted']}
        assert not lifted & set(step['zones'])
        if technique['kind'] == 'exercise':
            assert step['zones'] == []
        else:
            assert step['zones'] and step['leg'] is not None
        for reason in step['reasons']:
            keys(reason, 'id', 'text')
            assert reason['id'] and reason['text']
    return plan


def test_plan_of_every_routine_at_every_length():
    n_plans = 0
    for routine, minutes, arguments in lengths():
        plan = check_plan(as_json('plan', *arguments), routine, minutes * 60, ('left', 'right'))
        each = [sum(step['seconds'] for step in plan['steps'] if step['leg'] == leg)
                for leg in ('left', 'right')]
        assert each[0] == each[1]
        n_plans += 1
    assert n_plans >= len(ROUTINES)


def test_plan_of_an_own_routine():
    folder = home / 'data' / 'legato' / 'routines'
    folder.mkdir(parents=True)
    (folder / 'mine.legato').write_text(
        '<guide version="1"><routine id="own-1"><name>Mine</name><leg>'
        '<step phase="warm" technique="effleurage" zones="calf" pressure="light" seconds="41"/>'
        '<step phase="work" technique="petrissage" zones="calf" pressure="light" seconds="62"/>'
        '<step phase="settle" technique="effleurage" zones="calf" pressure="light" seconds="37"/>'
        '</leg></routine></guide>')
    (folder / 'wild.legato').write_text(
        '<guide version="1"><routine id="own-2"><name>Wild</name><leg>'
        '<step phase="work" technique="tapotement" zones="knee" pressure="moderate" seconds="60"/>'
        '</leg></routine></guide>')
    plan = as_json('plan', '--routine', 'own-1')
    assert [step['seconds'] for step in plan['steps']] == [41, 62, 37] * 2, plan
    fails(1, 'plan', '--routine', 'own-2', '--json')
    fails(2, 'plan', '--routine', 'own-3', '--json', says=['own-3'])


def test_plan_choices():
    own = check_plan(as_json('plan', '--routine', 'circulation'), 'circulation', 1200,
                     ('left', 'right'))
    assert own == as_json('plan', '--routine=circulation', '--leg', 'both', '--minutes', '20')
    right = check_plan(as_json('plan', '--routine', 'circulation', '--leg', 'right',
                               '--minutes', '8'), 'circulation', 480, ('right',))
    assert {step['leg'] for step in right['steps']} == {'right'}
    # A tool that nothing needs changes nothing.
    assert own == as_json('plan', '--routine', 'circulation', '--tool', 'oil')
    # A rest is done once, for both legs.
    evening = as_json('plan', '--routine', 'evening')
    assert [step['leg'] for step in evening['steps'] if step['phase'] == 'rest'] == [None]


def test_plan_for_a_person():
    text = done('plan', '--routine', 'three-minute')
    assert '3:00' in text and 'Left calf: Kneading' in text and 'Right leg: Gliding' in text
    assert len(done('timeline', '--routine', 'three-minute').splitlines()) > 30


def test_plan_wrong_usage():
    for command in ('plan', 'timeline'):
        fails(USAGE, command, says=['--routine', '--goal'])
        fails(USAGE, command, '--routine', 'evening', '--goal', 'evening', says='--goal')
        fails(USAGE, command, '--goal', 'fame', says=['fame', 'desk-break'])
        for option, value, says in (
                ('--condition', 'flu', ['flu', 'fragile-skin']), ('--condition', '', '--condition'),
                ('--cleared', 'swelling', ['swelling', 'osteoporosis']),
                ('--block', 'calf', 'calf/left'), ('--block', 'tail/left', 'tail'),
                ('--block', 'calf/both', 'both'), ('--block', 'calf/left=4', 'left=4'),
                ('--sore', 'calf/left', 'calf/left=4'), ('--sore', 'calf=4', 'calf/left=4'),
                ('--sore', 'tail/left=4', 'tail'), ('--sore', 'calf/left=11', '11'),
                ('--sore', 'calf/left=-1', '-1'), ('--sore', 'calf/up=1', 'up')):
            fails(USAGE, command, '--goal', 'evening', option, value, says=says)
        fails(USAGE, command, '--goal', 'evening', '--sore', 'calf/left=3', '--sore', 'calf/left=4',
              says='twice')
        fails(USAGE, command, '--routine', 'nosuch', says='nosuch')
        for minutes in ('2', '31', '-5', '3.5', 'ten', '', '0x5', '99999999999999999999'):
            fails(USAGE, command, '--routine', 'evening', f'--minutes={minutes}', says='--minutes')
        fails(USAGE, command, '--routine', 'evening', '--leg', 'third', says=['--leg', 'third'])
        fails(USAGE, command, '--routine', 'evening', '--tool', 'hammer', says='hammer')
        fails(USAGE, command, '--routine', 'evening', '--flag', 'mood', says='mood')
        # A condition is no flag.
        fails(USAGE, command, '--routine', 'evening', '--flag', 'pregnancy', says='pregnancy')
        fails(USAGE, command, '--routine', says='--routine')


def test_plan_for_a_goal():
    for goal in sorted(GOALS):
        for minutes in (3, 10, 30):
            plan = as_json('plan', '--goal', goal, '--minutes', str(minutes))
            check_plan(plan, None, minutes * 60, ('left', 'right'), goal)
        assert check_plan(as_json('plan', '--goal', goal, '--leg', 'left'), None,
                          as_json('plan', '--goal', goal, '--leg', 'right')['seconds'],
                          ('left',), goal)
    assert 'Sore muscles, 10:00' in done('plan', '--goal', 'soreness')
    assert 'duration_ns' in as_json('timeline', '--goal', 'evening')


def touched(plan, leg):
    return {zone for step in plan['steps'] if step['leg'] == leg for zone in step['zones']}


def test_plan_spares_what_is_blocked():
    plan = check_plan(as_json('plan', '--goal', 'soreness', '--minutes', '10', '--block', 'calf/left',
                              '--block', 'shin/right'), None, 600, ('left', 'right'), 'soreness')
    assert 'calf' not in touched(plan, 'left') and 'calf' in touched(plan, 'right')
    assert 'shin' not in touched(plan, 'right') and 'shin' in touched(plan, 'left')
    assert {(item['leg'], item['zone'], item['reason']['id']) for item in plan['left_out']
            if item['technique'] is None} == {('left', 'calf', 'P-BLOCK'), ('right', 'shin', 'P-BLOCK')}
    each = [sum(step['seconds'] for step in plan['steps'] if step['leg'] == leg)
            for leg in ('left', 'right')]
    assert each[0] == each[1]
    text = done('plan', '--goal', 'soreness', '--block', 'calf/left')
    assert 'Left calf: Left out: you marked this place.' in text
    # What is left does not fill any time, and nothing at all fills none.
    ankle = [word for zone in ZONES if zone != 'ankle' for leg in ('left', 'right')
             for word in ('--block', f'{zone}/{leg}')]
    fails(FAILED, 'plan', '--goal', 'evening', '--minutes', '30', *ankle, says='minutes at most')
    fails(FAILED, 'plan', '--goal', 'evening', *ankle, '--block', 'ankle/left', '--block',
          'ankle/right', says='nothing left')


def work_seconds(plan, zone):
    return sum(step['seconds'] for step in plan['steps']
               if step['phase'] == 'work' and step['zones'] == [zone])


def test_plan_gives_sore_places_time():
    plain = as_json('plan', '--goal', 'circulation', '--minutes', '10')
    sore = as_json('plan', '--goal', 'circulation', '--minutes', '10', '--sore', 'quadriceps/left=8',
                   '--sore', 'quadriceps/right=8', '--sore', 'shin/left=5', '--sore', 'shin/right=0')
    assert work_seconds(sore, 'quadriceps') > 1.3 * work_seconds(plain, 'quadriceps')
    assert work_seconds(plain, 'shin') == 0 and work_seconds(sore, 'shin') > 0
    assert any(reason['id'] == 'soreness' for step in sore['steps'] for reason in step['reasons'])


def test_plan_with_conditions():
    for condition in CONDITIONS:
        arguments = ['plan', '--routine', 'sore-legs', '--condition', condition]
        if condition in UNCLEARED:
            result = fails(REFUSED, *arguments, '--json', says=['R-UNCLEARED', condition], out=None)
            refused, = json.loads(result.out)['refused']
            keys(refused, 'rule', 'urgency', 'advice')
            assert refused['rule'] == 'R-UNCLEARED' and refused['urgency'] == 'soon'
            arguments += ['--cleared', condition]
        plan = as_json(*arguments)
        check_plan(plan, 'sore-legs', 600, ('left', 'right'))
        reasons = {reason['id'] for step in plan['steps'] for reason in step['reasons']}
        if condition not in ('long-standing', 'sport-soreness'):
            assert condition in reasons or condition in UNCLEARED and 'R-UNCLEARED' in reasons
        if condition not in ('tight', 'long-standing', 'sport-soreness'):
            assert 'moderate' not in {step['pressure'] for step in plan['steps']}, condition
    # Two refusals, each named; what is cleared but not there changes nothing.
    line = fails(REFUSED, 'plan', '--goal', 'evening', '--condition', 'surgery', '--condition',
                 'pregnancy', '--cleared', 'osteoporosis', out=None).err
    assert 'surgery' in line and 'pregnancy' in line and 'osteoporosis' not in line
    assert as_json('plan', '--goal', 'evening', '--cleared', 'pregnancy') == as_json(
        'plan', '--goal', 'evening')


def test_plan_without_tools():
    """Hands do what a tool would, where they can."""
    for tools, techniques in (([], {'petrissage', 'trigger-point'}), (['roller'], {'roller'}),
                              (['roller', 'ball'], {'roller', 'ball'})):
        plan = as_json('plan', '--routine', 'roller-and-ball',
                       *[word for tool in tools for word in ('--tool', tool)])
        assert techniques <= {step['technique'] for step in plan['steps']}
        assert (plan['left_out'] == []) == ('ball' in tools), plan['left_out']


def test_refusals():
    for flag, rule in FLAGS.items():
        for command in ('plan', 'timeline'):
            result = fails(REFUSED, command, '--routine', 'evening', '--flag', flag, '--json',
                           says=rule, out=None)
            document = json.loads(result.out)
            keys(document, 'refused')
            assert [each['rule'] for each in document['refused']] == [rule]
            for each in document['refused']:
                keys(each, 'rule', 'urgency', 'advice')
                assert each['urgency'] in URGENCIES and each['advice']
        text = fails(REFUSED, 'plan', '--routine', 'evening', '--flag', flag, says=rule, out=None)
        assert text.out == document['refused'][0]['advice'] + '\n'


def test_refusals_together():
    flags = [word for flag in FLAGS for word in ('--flag', flag)]
    result = fails(REFUSED, 'plan', '--routine', 'evening', *flags, '--json', out=None)
    refused = json.loads(result.out)['refused']
    assert {each['rule'] for each in refused} == set(FLAGS.values())
    order = [URGENCIES.index(each['urgency']) for each in refused]
    assert order == sorted(order)
    # A warning sign stands above a missing tool, and no sound is written.
    fails(REFUSED, 'plan', '--routine', 'roller-and-ball', '--flag', 'dvt', out=None)
    fails(REFUSED, 'cues', '--routine', 'evening', '--flag', 'dvt', '--output', 'x.wav',
          says='R-DVT', out=None)
    assert not (home / 'x.wav').exists()


def check_timeline(timeline, plan):
    keys(timeline, 'duration_ns', 'steps', 'cues')
    assert timeline['duration_ns'] == plan['seconds'] * SECOND
    start = 0
    for index, (step, planned) in enumerate(zip(timeline['steps'], plan['steps'], strict=True)):
        keys(step, 'step', 'start_ns', 'length_ns')
        assert step == {'step': index, 'start_ns': start, 'length_ns': planned['seconds'] * SECOND}
        start += step['length_ns']
    last_start = 0
    free_from = {}
    for cue in timeline['cues']:
        keys(cue, 'kind', 'step', 'leg', 'zone', 'start_ns', 'length_ns')
        step = timeline['steps'][cue['step']]
        planned = plan['steps'][cue['step']]
        assert cue['kind'] in STROKES | SIGNALS, cue
        assert cue['leg'] == planned['leg']
        assert cue['start_ns'] >= last_start and cue['length_ns'] > 0
        assert cue['start_ns'] + cue['length_ns'] <= timeline['duration_ns']
        assert step['start_ns'] <= cue['start_ns'] < step['start_ns'] + step['length_ns']
        if planned['zones']:
            assert cue['zone'] in planned['zones']
        else:
            assert cue['zone'] is None and cue['kind'] in SIGNALS
        if cue['kind'] in STROKES:
            assert cue['start_ns'] + cue['length_ns'] <= step['start_ns'] + step['length_ns']
            assert cue['start_ns'] >= free_from.get(cue['step'], 0)
            free_from[cue['step']] = cue['start_ns'] + cue['length_ns']
        last_start = cue['start_ns']
    assert timeline['cues'][-1]['kind'] == 'end'
    assert [cue['kind'] for cue in timeline['cues']].count('end') == 1


def test_timeline_of_every_routine_at_every_length():
    for _, _, arguments in lengths():
        check_timeline(as_json('timeline', *arguments), as_json('plan', *arguments))


def test_timeline_of_one_leg():
    arguments = ['--routine', 'three-minute', '--leg', 'left', '--minutes', '3']
    timeline = as_json('timeline', *arguments)
    check_timeline(timeline, as_json('plan', *arguments))
    assert {cue['leg'] for cue in timeline['cues']} == {'left'}
    assert 'leg' not in {cue['kind'] for cue in timeline['cues']}


def test_cues_wav():
    arguments = ['--routine', 'three-minute']
    (home / 'ü.wav').write_text('replaced')
    assert 'ü.wav' in done('cues', *arguments, '--output', 'ü.wav')
    duration = as_json('timeline', *arguments)['duration_ns']
    with wave.open(str(home / 'ü.wav')) as sound:
        assert sound.getframerate() == SAMPLE_RATE and sound.getsampwidth() == 2
        assert sound.getnframes() == duration * SAMPLE_RATE // SECOND
        assert any(sound.readframes(SAMPLE_RATE))
    assert os.listdir(home) == ['ü.wav'], os.listdir(home)


def read_samples(name):
    with wave.open(str(home / name)) as sound:
        samples = array.array('h', sound.readframes(sound.getnframes()))
    if sys.byteorder == 'big':
        samples.byteswap()
    return samples


def test_cues_with_a_voice():
    arguments = ['cues', '--routine', 'before-sport', '--leg', 'left', '--output']
    done(*arguments, 'cues.wav')
    result = run(*arguments, 'voice.wav', '--voice', 'en')
    if 'built without' in result.err:
        assert result.returncode == FAILED and 'eSpeak NG' in result.err
        assert os.listdir(home) == ['cues.wav']
        return
    assert result.returncode == DONE, result
    cues, voice = read_samples('cues.wav'), read_samples('voice.wav')
    assert len(cues) == len(voice)
    # Said in the middle, over cues that get quieter; untouched where nobody speaks.
    said = [both != alone for both, alone in zip(voice, cues)]
    assert len(said) // 20 < sum(said) < len(said) * 3 // 4, (sum(said), len(said))
    fails(USAGE, *arguments, 'x.wav', '--voice', 'xx', says='xx')
    fails(FAILED, *arguments, 'x.wav', '--voice', 'eo', says='translated')
    fails(USAGE, *arguments, 'x.wav', '--timbre', 'brass', says='brass')
    assert not (home / 'x.wav').exists()


def test_cues_timbre():
    arguments = ['cues', '--routine', 'before-sport', '--leg', 'left', '--output']
    files = []
    for timbre in ('soft', 'wood', 'bell'):
        done(*arguments, 'x.wav', '--timbre', timbre)
        files.append((home / 'x.wav').read_bytes())
    done(*arguments, 'x.wav')
    assert (home / 'x.wav').read_bytes() == files[0] != files[1] != files[2] != files[0]


def test_cues_progress_on_a_terminal():
    terminal, side = os.openpty()
    arguments = ['cues', '--routine', 'circulation', '--leg', 'left', '--output', 'x.wav']
    process = subprocess.Popen([PROGRAM, *arguments], cwd=home, stdout=subprocess.DEVNULL,
                               stderr=side, env=dict(os.environ, HOME=str(home),
                                                     XDG_CACHE_HOME=str(cache)))
    os.close(side)
    shown = b''
    with contextlib.suppress(OSError):  # the terminal's other side is closed
        while chunk := os.read(terminal, 4096):
            shown += chunk
    os.close(terminal)
    assert process.wait() == DONE
    # One line, written over and in the end wiped.
    assert b'100 %' in shown and b'\n' not in shown and shown.endswith(b'\r     \r'), shown


def test_cues_other_formats():
    for name, magic in (('x.flac', b'fLaC'), ('x.OPUS', b'OggS')):
        result = run('cues', '--routine', 'before-sport', '--leg', 'left', '--output', name)
        if result.returncode != DONE and 'not installed' in result.err:
            assert result.returncode == FAILED and not (home / name).exists()
            continue
        assert result.returncode == DONE, result
        assert (home / name).read_bytes().startswith(magic)


def test_cues_that_cannot_be_written():
    fails(USAGE, 'cues', '--routine', 'evening', says='--output')
    for name in ('x.mp3', 'x', 'wav'):
        fails(USAGE, 'cues', '--routine', 'evening', '--output', name, says='.wav')
    fails(USAGE, 'cues', '--routine', 'nosuch', '--output', 'x.wav', says='nosuch')
    fails(FAILED, 'cues', '--routine', 'evening', '--output', 'nowhere/x.wav', says='nowhere/x.wav')
    assert os.listdir(home) == []
    (home / 'x.wav').mkdir()
    fails(FAILED, 'cues', '--routine', 'three-minute', '--output', 'x.wav', says='x.wav')
    assert os.listdir(home) == ['x.wav'] and os.listdir(home / 'x.wav') == []


def test_cues_interrupted():
    folder = home / 'out'
    folder.mkdir()
    program = subprocess.Popen(
        [PROGRAM, 'cues', '--routine', 'circulation', '--minutes', '30', '--output', 'out/x.wav'],
        cwd=home, env=dict(os.environ, HOME=str(home), XDG_CACHE_HOME=str(cache)),
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while program.poll() is None and not os.listdir(folder):
        time.sleep(0.001)
    program.send_signal(signal.SIGINT)
    status = program.wait()
    # It may have been done already; a part of a file is never left.
    assert (status, os.listdir(folder)) in ((-signal.SIGINT, []), (-signal.SIGINT, ['x.wav']),
                                            (DONE, ['x.wav'])), (status, os.listdir(folder))


def test_output_that_cannot_be_written():
    with open('/dev/full', 'wb') as full:
        for arguments in (['routines'], ['timeline', '--routine', 'evening', '--json']):
            assert run(*arguments, stdout=full).returncode == FAILED


def test_log():
    done('log', '--zone', 'calf/left=4', '--zone', 'calf/right=10', '--feeling',
         'cold-feet/right=0', '--feeling', 'heaviness/left=7', '--note', 'nach dem Lauf – müde')
    with database() as db:
        entry, = db.execute('SELECT * FROM entry')
        assert (entry['kind'], entry['late'], entry['note']) == (
            'check-in', 0, 'nach dem Lauf – müde')
        assert [tuple(row) for row in db.execute('SELECT zone, leg, moment, value FROM rating')] == [
            ('calf', 'left', 'check-in', 4), ('calf', 'right', 'check-in', 10)]
        assert {tuple(row) for row in db.execute('SELECT id, leg, value FROM feeling')} == {
            ('cold-feet', 'right', 0), ('heaviness', 'left', 7)}
    # The C locale of a cron job does not spoil a note.
    done('log', '--note', 'für morgen', locale='C')
    with database() as db:
        assert db.execute('SELECT note FROM entry ORDER BY id DESC').fetchone()[0] == 'für morgen'


def test_log_at():
    now = datetime.datetime.now(datetime.timezone.utc)
    times = {
        '2024-03-28T21:30:00': ('2024-03-28', 1711657800, 3600),  # Berlin, winter time
        '2024-04-28T21:30': ('2024-04-28', 1714332600, 7200),  # Berlin, summer time
        '2024-05-01': ('2024-05-01', 1714557600, 7200),  # noon
        '2024-06-01T08:00:00-05:00': ('2024-06-01', 1717246800, -18000),  # of another place
        '2024-07-01T23:15:00Z': ('2024-07-02', 1719875700, 7200),  # an instant: local day
        '2024-07-03 10:15': ('2024-07-03', 1719994500, 7200),
        (now - datetime.timedelta(minutes=1)).isoformat(timespec='seconds'): None,
    }
    for text in times:
        done('log', '--zone', 'shin/left=1', '--at', text)
    with database() as db:
        entries = db.execute('SELECT * FROM entry ORDER BY id').fetchall()
    for entry, (text, expected) in zip(entries, times.items(), strict=True):
        if expected is None:
            assert entry['late'] == 0
            continue
        day, seconds, offset = expected
        assert entry['local_day'] == day and entry['at_us'] == seconds * 1_000_000, (text, day)
        assert entry['utc_offset_s'] == offset and entry['late'] == 1


def test_log_wrong_usage():
    tomorrow = (datetime.date.today() + datetime.timedelta(days=2)).isoformat()
    for arguments, says in (
            ([], '--zone'),
            (['--note', ''], '--note'),
            (['--zone', 'calf'], 'calf/left=4'),
            (['--zone', 'calf=4'], 'calf/left=4'),
            (['--zone', 'calf/left'], 'calf/left=4'),
            (['--zone', 'tail/left=4'], 'tail'),
            (['--zone', '/left=4'], '--zone'),
            (['--zone', 'calf/both=4'], 'both'),
            (['--zone', 'calf/=4'], '--zone'),
            (['--zone', 'calf/left=11'], '11'),
            (['--zone', 'calf/left=-1'], '-1'),
            (['--zone', 'calf/left='], '--zone'),
            (['--zone', 'calf/left=3.5'], '3.5'),
            (['--zone', 'calf/left=3', '--zone', 'calf/left=4'], 'calf/left'),
            (['--feeling', 'joy/left=3'], 'joy'),
            (['--feeling', 'cramps=3'], 'heaviness/left=4'),
            (['--feeling', 'cramps/left=3', '--feeling', 'cramps/left=3'], 'cramps/left'),
            (['--note', b'\xff'], '--note'),
            (['--note', 'x', '--at', 'yesterday'], 'yesterday'),
            (['--note', 'x', '--at', '2024-02-30'], '2024-02-30'),
            (['--note', 'x', '--at', '2024-02-20T25:00'], '2024-02-20T25:00'),
            (['--note', 'x', '--at', tomorrow], tomorrow),
            (['--note', 'x', '--at', '1969-07-20'], '1970'),
    ):
        fails(USAGE, 'log', *arguments, says=says)
    assert not journal().exists()


def test_log_into_a_journal_that_is_none():
    journal().parent.mkdir(parents=True)
    journal().write_text('my diary\n' * 1000)
    fails(FAILED, 'log', '--note', 'x', says='journal.db')
    fails(FAILED, 'journal', 'verify', says='journal.db')
    fails(FAILED, 'journal', 'backup', 'copy.db', says='journal.db')
    fails(FAILED, 'trends', '--json', says='journal.db')
    assert journal().read_text() == 'my diary\n' * 1000 and not (home / 'copy.db').exists()


def test_backup_and_verify():
    fails(FAILED, 'journal', 'backup', 'copy.db', says='journal')
    fails(FAILED, 'journal', 'verify', says='journal.db')
    assert os.listdir(home) == []
    done('log', '--zone', 'knee/right=2')
    done('journal', 'verify')
    done('journal', 'backup', 'copy.db')
    assert 'copy.db' in done('journal', 'verify', 'copy.db')
    assert sorted(os.listdir(home)) == ['copy.db', 'data']
    with contextlib.closing(sqlite3.connect(home / 'copy.db')) as copy:
        assert copy.execute('SELECT zone, leg, value FROM rating').fetchall() == [
            ('knee', 'right', 2)]
    done('journal', 'backup', '--', '-copy.db')
    done('journal', 'verify', '--', '-copy.db')

    fails(USAGE, 'journal', 'backup', says='file')
    fails(USAGE, 'journal', 'backup', 'a', 'b', says='b')
    fails(USAGE, 'journal', 'verify', 'a', 'b', says='b')
    fails(USAGE, 'journal', 'backup', journal(), says='journal.db')
    fails(FAILED, 'journal', 'backup', 'nowhere/copy.db', says='nowhere')
    fails(FAILED, 'journal', 'verify', 'nowhere/copy.db', says='nowhere')
    done('journal', 'verify')


def test_verify_finds_damage():
    done('log', '--zone', 'knee/right=2')
    done('journal', 'backup', 'copy.db')
    damaged = bytearray((home / 'copy.db').read_bytes())
    for offset in range(4096, len(damaged), 4096):
        damaged[offset:offset + 64] = b'\x55' * 64
    (home / 'copy.db').write_bytes(damaged)
    fails(FAILED, 'journal', 'verify', 'copy.db')
    (home / 'note.txt').write_text('no journal')
    fails(FAILED, 'journal', 'verify', 'note.txt', says='note.txt')


def test_trends_without_a_journal():
    assert as_json('trends')['trends'] == []
    assert done('trends')
    assert os.listdir(home) == [], 'looking makes no journal'
    for weeks in ('0', '521', 'x', '-1'):
        fails(USAGE, 'trends', f'--weeks={weeks}', says='--weeks')


def test_trends_of_few_values():
    today = datetime.date.today()
    for days, value in ((15, 6), (14, 5), (1, 3), (0, 2)):
        at = (today - datetime.timedelta(days=days)).isoformat() + 'T00:00'
        done('log', '--zone', f'calf/left={value}', '--at', at)
    document = as_json('trends', '--weeks', '4')
    keys(document, 'from', 'to', 'trends')
    first, last = map(datetime.date.fromisoformat, (document['from'], document['to']))
    assert first.weekday() == 0 and last.weekday() == 6 and (last - first).days == 27
    assert first <= today <= last
    trend, = document['trends']
    keys(trend, 'zone', 'moment', 'n', 'verdict', 'slope', 'weeks', 'values')
    assert (trend['zone'], trend['moment'], trend['n']) == ('calf', 'check-in', 4)
    assert [value['value'] for value in trend['values']] == [6, 5, 3, 2]
    assert trend['verdict'] == 'cant-tell' and trend['slope'] is None
    assert len(trend['weeks']) == 4 and sum(week['n'] for week in trend['weeks']) == 4
    for week in trend['weeks']:
        assert week['median'] is None and week['lower_quartile'] is None
    assert "can't tell yet" in done('trends')
    # The weeks before are not looked at.
    assert [value['value'] for trend in as_json('trends', '--weeks', '1')['trends']
            for value in trend['values']] in ([3, 2], [2])


def test_trends_of_many_values():
    today = datetime.date.today()
    monday = today - datetime.timedelta(days=today.weekday() + 35)
    for week in range(5):
        for day in range(5):
            at = monday + datetime.timedelta(days=7 * week + day)
            done('log', '--zone', f'calf/left={9 - 2 * week + day % 2}', '--zone',
                 f'shin/right={3 + (day + week) % 2}', '--at', f'{at.isoformat()}T08:00')
    trends = {trend['zone']: trend for trend in as_json('trends', '--weeks', '6')['trends']}
    assert [week['n'] for week in trends['calf']['weeks']] == [5, 5, 5, 5, 5, 0]
    assert [week['median'] for week in trends['calf']['weeks']] == [9, 7, 5, 3, 1, None]
    assert trends['calf']['verdict'] == 'falling'
    slope = trends['calf']['slope']
    assert slope['n'] == 25 and slope['lower'] <= slope['per_week'] <= slope['upper'] < 0
    assert abs(slope['per_week'] + 2) < 0.5, slope
    assert trends['shin']['verdict'] == 'cant-tell' and trends['shin']['slope'] is None
    text = done('trends')
    assert 'It falls' in text and "can't tell yet" in text


def main():
    global home, cache
    tests = [(name[5:].replace('_', ' '), test) for name, test in globals().items()
             if name.startswith('test_')]
    root = pathlib.Path(tempfile.mkdtemp(prefix='legato-cli-'))
    cache = root / 'cache'
    print('TAP version 13')
    print(f'1..{len(tests)}', flush=True)
    try:
        for number, (name, test) in enumerate(tests, 1):
            home = root / f'home-{number}'
            home.mkdir()
            try:
                test()
                print(f'ok {number} - {name}', flush=True)
            except Exception:  # pylint: disable=broad-except
                print(f'not ok {number} - {name}')
                print(''.join(f'# {line}\n' for line in traceback.format_exc().splitlines()),
                      end='', flush=True)
            shutil.rmtree(home)
    finally:
        shutil.rmtree(root, ignore_errors=True)


if __name__ == '__main__':
    main()
