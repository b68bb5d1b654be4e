"""What tests of legato-cli share: runs it with a home of its own, and speaks TAP.

A test is a function of a file whose name begins with test_; run_tests() runs those of a file, each
with an empty home. Usage of such a file: test-….py PROGRAM.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import contextlib
import json
import os
import pathlib
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import traceback

PROGRAM = os.path.abspath(sys.argv[1])
DONE, FAILED, USAGE, REFUSED = range(4)

ZONES = ['foot', 'ankle', 'soleus', 'shin', 'calf', 'popliteal', 'knee', 'hamstrings', 'quadriceps',
         'adductors', 'outer-thigh', 'tfl', 'gluteus', 'piriformis']
ROUTINES = {'three-minute', 'circulation', 'zone-map', 'sore-legs', 'roller-and-ball', 'swelling',
            'after-sport', 'before-sport', 'evening', 'desk-break', 'partner', 'stretches'}
TECHNIQUES = {'effleurage', 'petrissage', 'thumb-circles', 'palm-compression', 'trigger-point',
              'tapotement', 'lymph-strokes', 'myofascial-glide', 'cross-friction', 'roller', 'ball',
              'massage-stick', 'massage-gun', 'compression-sleeve'}

root = pathlib.Path(tempfile.mkdtemp(prefix='legato-cli-'))
home = root / 'home'  # made anew for each test
cache = root / 'cache'  # GStreamer's registry, made once


# The tests and the program have the same day, also in the hour before midnight.
TIMEZONE = 'Europe/Berlin'
os.environ['TZ'] = TIMEZONE
time.tzset()


LOCALE = os.environ.get('LC_ALL', 'C.UTF-8')


def run(*arguments, locale=LOCALE, stdout=subprocess.PIPE, timezone=TIMEZONE, language=None,
        environment=(), most_bytes=None):
    """Runs the program; whatever it is asked, a failure is said in exactly one line.

    No file that it writes may grow beyond @most_bytes, as on a disk that is full.
    """
    env = dict(os.environ, HOME=str(home), XDG_DATA_HOME=str(home / 'data'),
               XDG_CONFIG_HOME=str(home / 'config'), XDG_CACHE_HOME=str(cache),
               LC_ALL=locale, TZ=timezone)
    for name in ('DISPLAY', 'WAYLAND_DISPLAY', 'LANGUAGE'):
        env.pop(name, None)
    if language:
        env['LANGUAGE'] = language
    env.update(environment)
    result = subprocess.run([PROGRAM, *map(os.fsencode, arguments)], cwd=home, env=env,
                            stdin=subprocess.DEVNULL, stdout=stdout, stderr=subprocess.PIPE,
                            check=False, preexec_fn=most_bytes and (lambda: fill_disk(most_bytes)))
    result.out = (result.stdout or b'').decode()
    result.err = result.stderr.decode()
    if result.returncode == DONE:
        # Only a plan that is shorter than was asked for has something to say besides.
        assert result.err == '' or result.err.startswith(SHORTER) and result.err.count('\n') == 1, \
            result.err
    else:
        assert result.err.startswith('legato-cli: '), result.err
        assert result.err.count('\n') == 1 and result.err.endswith('\n'), result.err
    return result


def fill_disk(most_bytes):
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most_bytes, most_bytes))


SHORTER = 'legato-cli: the longest possible is '


def done(*arguments, **options):
    result = run(*arguments, **options)
    assert result.returncode == DONE, (arguments, result)
    return result.out


def fails(status, *arguments, says=(), out='', timezone=TIMEZONE, most_bytes=None):
    """The program ends with @status, its line holds all of @says, and it prints @out at most."""
    result = run(*arguments, timezone=timezone, most_bytes=most_bytes)
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


def put_routine(name, head, seconds, given=''):
    """Puts an own routine of the calf on the shelf: its three steps last so long on each leg."""
    folder = home / 'data' / 'legato' / 'routines'
    folder.mkdir(parents=True, exist_ok=True)
    steps = zip(('warm', 'work', 'settle'), ('effleurage', 'petrissage', 'effleurage'), seconds)
    (folder / f'{name}.legato').write_text(
        f'<guide version="1"><routine id="{name}"><name>{head}</name>{given}<leg>' + ''.join(
            f'<step phase="{phase}" technique="{technique}" zones="calf" pressure="light" '
            f'seconds="{each}"/>' for phase, technique, each in steps) + '</leg></routine></guide>')


def journal():
    return home / 'data' / 'legato' / 'journal.db'


@contextlib.contextmanager
def database(mode='ro'):
    with contextlib.closing(sqlite3.connect(f'file:{journal()}?mode={mode}', uri=True)) as connection:
        connection.row_factory = sqlite3.Row
        yield connection


def lengths():
    """Every routine at every length it is offered at, with the tools it needs."""
    for routine in as_json('routines')['routines']:
        tools = [word for tool in routine['tools'] for word in ('--tool', tool)]
        for minutes in routine['minutes']:
            yield routine['id'], minutes, ['--routine', routine['id'], '--minutes', str(minutes),
                                           *tools]


def run_tests(tests):
    """Runs those of @tests, all that a file defines, that are tests."""
    tests = [(name[5:].replace('_', ' '), test) for name, test in tests.items()
             if name.startswith('test_')]
    print('TAP version 13')
    print(f'1..{len(tests)}', flush=True)
    try:
        for number, (name, test) in enumerate(tests, 1):
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
