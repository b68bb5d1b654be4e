#!/usr/bin/env python3
"""legato-cli times the strokes and cues of a session, and writes its sound.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import array
import contextlib
import os
import signal
import subprocess
import sys
import time
import wave

from cli_driver import (DONE, FAILED, PROGRAM, USAGE, as_json, cache, done, fails, home, keys,
                        lengths, run, run_tests)

SECOND = 1_000_000_000
SAMPLE_RATE = 48000
STROKES = {'glide', 'squeeze', 'circle', 'press', 'hold', 'tap', 'lymph', 'fascia', 'friction',
           'roll'}
SIGNALS = {'step', 'leg', 'halfway', 'last-ten', 'end', 'breathe', 'march', 'stretch'}


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
    # A Flatpak brings eSpeak NG with the program's own languages alone.
    if os.environ.get('LEGATO_TEST_VOICES') != 'own':
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


run_tests(globals())
