#!/usr/bin/env python3
"""legato-cli speaks the person's language, and what other programs read is the same in each.

Usage: test-language.py PROGRAM LOCALE_DIR

SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import pathlib
import subprocess
import sys

# The header of a catalogue is found in any locale that translates at all.
FIND_HEADER = """
import locale, sys
locale.setlocale(locale.LC_ALL, '')
locale.bindtextdomain('legato', sys.argv[1])
sys.exit(not locale.dgettext('legato', ''))
"""
if subprocess.run([sys.executable, '-c', FIND_HEADER, sys.argv[2]], check=False,
                  env=dict(os.environ, LANGUAGE='de')).returncode:
    print('1..0 # SKIP this C library translates nothing in the locale at hand')
    sys.exit()

from cli_driver import FAILED, done, home, run, run_tests  # pylint: disable=wrong-import-position

os.environ['LEGATO_LOCALE_DIR'] = sys.argv[2]

SOURCE = pathlib.Path(__file__).resolve().parents[2]
LANGUAGES = [line for line in (SOURCE / 'po' / 'LINGUAS').read_text().split('\n')
             if line and not line.startswith('#')]

# What is a list, with what it prints of anybody.
COMMANDS = [('routines',), ('zones',), ('techniques',), ('plan', '--routine', 'three-minute'),
            ('timeline', '--routine', 'three-minute'), ('journal', 'list'),
            ('journal', 'search', 'Wade'), ('trends',)]


def test_lists_speak():
    assert 'de' in LANGUAGES
    english = done('zones')
    for language in LANGUAGES:
        assert done('zones', language=language) != english, language
    assert 'Wade' in done('zones', language='de')
    assert 'ふくらはぎ' in done('zones', language='ja')
    assert 'ربلة الساق' in done('zones', language='ar')
    assert done('--help', language='de') != done('--help')


def test_json_does_not():
    done('log', '--zone', 'calf/left=6', '--note', 'Wade')
    for command in COMMANDS:
        english = done(*command, '--json')
        for language in LANGUAGES:
            assert done(*command, '--json', language=language) == english, (language, command)


def test_search_in_ones_own_words():
    """Found by a word of the language, and named as in all."""
    english = done('search', 'hamstrings', '--json')
    assert '"id" : "hamstrings"' in english
    for language, word in (('de', 'Wade'), ('ja', 'ふくらはぎ'), ('zh_CN', '小腿'), ('ar', 'سمانة')):
        assert '"id" : "calf",\n      "name" : "Calf"' in done('search', word, '--json',
                                                             language=language), language


def test_voices_speak():
    """Each language, whatever that of the desktop, and by the names that people have for it."""
    arguments = ['cues', '--routine', 'before-sport', '--leg', 'left', '--output']
    if 'built without' in run(*arguments, 'en.wav', '--voice', 'en').err:
        return
    said = {(home / 'en.wav').read_bytes()}
    voices = [language.lower().replace('_', '-') for language in LANGUAGES]
    for voice in voices:
        done(*arguments, 'voice.wav', '--voice', voice)
        said.add((home / 'voice.wav').read_bytes())
    # No two of them alike; the same in another locale.
    assert len(said) == len(voices) + 1, len(said)
    done(*arguments, 'voice.wav', '--voice=de', locale='C')
    assert (home / 'voice.wav').read_bytes() in said
    for voice in ('pt', 'cmn', 'fr-be'):
        done(*arguments, 'voice.wav', f'--voice={voice}')


def test_errors_speak():
    result = run('search', 'qqqq', language='de')
    assert result.returncode == FAILED
    assert 'Nothing found' not in result.err, result.err


def test_a_voice_speaks_only_the_sound():
    """What is wrong with the rest of the line is said in the person's language."""
    for wrong in ['--no-such-option'], ['--leg', 'third'], ['--zone', 'nowhere'], ['--timbre', 'x']:
        for language in None, 'de':
            plain = run('cues', *wrong, '--output', 'a.wav', language=language)
            asked = run('cues', *wrong, '--output', 'a.wav', '--voice', 'ja', language=language)
            assert plain.returncode != 0
            if 'built without' not in asked.err:
                assert asked.err == plain.err, (asked.err, plain.err)
    arguments = ['cues', '--routine', 'before-sport', '--leg', 'left', '--output', 'ja.wav']
    asked = run(*arguments, '--voice', 'ja')
    if 'built without' not in asked.err:
        assert asked.out == run(*arguments).out, asked.out


run_tests(globals())
