#!/usr/bin/env python3
"""Tries the installed Flatpak as a person does, from its menu entry to a saved entry.

Started by flatpak/test, in a session of its own.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import array
import configparser
import contextlib
import json
import math
import os
import pathlib
import re
import select
import struct
import subprocess
import sys
import time

sys.path[:0] = ['/source/tests/ui', '/source/flatpak']
os.environ['LEGATO_PROGRAM'] = 'flatpak'

from activation import ROUTINE, Activated, call_bus, choose_from_the_menu  # pylint: disable=wrong-import-position
from activation import continue_from_the_menu, find_window, is_running, open_by_double_click  # pylint: disable=wrong-import-position
from desktop_parts import desktop_parts  # pylint: disable=wrong-import-position
from driver import LONG, run, wait, xdotool  # pylint: disable=wrong-import-position
from notifications import desktop  # pylint: disable=wrong-import-position

from gi.repository import Gio  # pylint: disable=wrong-import-position

ID = 'io.github.legato_app.Legato'
EXPORTS = pathlib.Path(os.environ['FLATPAK_USER_DIR'], 'exports/share')
ENTRY = EXPORTS / 'applications' / f'{ID}.desktop'
SEARCH_PROVIDER = EXPORTS / 'gnome-shell/search-providers' / f'{ID}.search-provider.ini'

# Where the zone of the machine is set.
LOCAL_ZONE = pathlib.Path('/etc/localtime')

# Where the portal for the background has the session look for what to start.
AUTOSTART = pathlib.Path(os.environ['XDG_CONFIG_HOME'], 'autostart', ENTRY.name)

# At once through a session.
QUICK = 30

ONLY_WHILE_OPEN = 'Reminders come only while Legato is open'
DESKTOP_REFUSES = 'Your desktop does not let Legato start by itself. Its settings for apps can allow it.'


def flatpak(*arguments, **options):
    return subprocess.run(['flatpak', *arguments], capture_output=True, text=True, check=False,
                          **options)


def inside(script):
    """Runs a shell in the program's sandbox; returns what it prints."""
    return flatpak('run', '--command=sh', ID, '-c', script).stdout.strip()


class Sandboxed(Activated):
    """The program in its sandbox, where it has another process id than here."""

    def __init__(self, program):
        super().__init__(program.name)
        self.home = pathlib.Path(os.environ['HOME'], '.var/app', ID)
        self.journal_path = self.home / 'data/legato/journal.db'

    def command(self, *args):
        return ['flatpak', 'run', *args]

    def set_tempo(self, tempo):
        flatpak('override', '--user', f'--env=LEGATO_TEST_TEMPO={tempo}', ID)

    def end(self):
        flatpak('kill', ID)


def has_no_network_and_no_home(_program):
    metadata = configparser.ConfigParser()
    metadata.read_string(flatpak('info', '--show-metadata', ID).stdout)
    permissions = dict(metadata['Context'])
    assert set(permissions) == {'shared', 'sockets', 'devices'}, permissions
    assert permissions['shared'] == 'ipc;' and permissions['devices'] == 'dri;', permissions
    assert not any('Bus Policy' in section for section in metadata.sections()), permissions
    assert set(permissions['sockets'].strip(';').split(';')) - {'x11'} == {
        'wayland', 'fallback-x11', 'pulseaudio'}, permissions
    assert inside('cat /root/secret/diary 2>&1 || true') != 'private'
    assert inside("sed -n '3,$s/:.*//p' /proc/net/dev") == 'lo'
    assert inside('echo $XDG_DATA_HOME') == f'{os.environ["HOME"]}/.var/app/{ID}/data'


def has_a_voice(_program):
    folder = f'{os.environ["HOME"]}/.var/app/{ID}/data'
    pathlib.Path(folder).mkdir(parents=True, exist_ok=True)
    sizes = []
    for name, options in (('plain', []), ('voice', ['--voice', 'en'])):
        done = flatpak('run', '--command=legato-cli', ID, 'cues', '--routine', 'three-minute',
                       '--output', f'{folder}/{name}.flac', *options)
        assert done.returncode == 0, done
        sizes.append(os.stat(f'{folder}/{name}.flac').st_size)
    # Where it speaks, the sounds get quieter, so that no more than this can be said.
    assert sizes[1] != sizes[0], sizes
    # In a locale that translates, which the stand-in for the runtime has only under another name.
    locales = pathlib.Path(folder, 'locales')
    locales.mkdir(exist_ok=True)
    if not os.path.lexists(locales / 'en_US.utf8'):
        (locales / 'en_US.utf8').symlink_to('/usr/lib/locale/C.utf8')
    said = {pathlib.Path(folder, 'voice.flac').read_bytes()}
    for language in ('de', 'fr', 'es', 'pt-br', 'cmn', 'ja', 'ar'):
        file = pathlib.Path(folder, f'{language}.flac')
        done = flatpak('run', f'--env=LOCPATH={locales}', '--env=LC_ALL=en_US.UTF-8',
                       '--command=legato-cli', ID, 'cues', '--routine', 'three-minute',
                       '--output', str(file), '--voice', language)
        assert done.returncode == 0, done
        said.add(file.read_bytes())
    assert len(said) == 8, len(said)


@contextlib.contextmanager
def sound_server():
    """A PulseAudio where the sandbox looks for one, with a device that nobody hears."""
    socket = pathlib.Path(os.environ['XDG_RUNTIME_DIR'], 'pulse', 'native')
    socket.parent.mkdir(mode=0o700, exist_ok=True)
    with subprocess.Popen(['pulseaudio', '-n', '--daemonize=no', '--exit-idle-time=-1',
                           '--use-pid-file=no', '-L',
                           f'module-native-protocol-unix auth-anonymous=1 socket={socket}',
                           '-L', 'module-null-sink sink_name=ear'],
                          stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            wait('the sound server', lambda: subprocess.run(
                ['pactl', 'info'], capture_output=True, check=False).returncode == 0)
            yield
        finally:
            server.kill()


def sharpness(samples):
    """How much of a sound is in its high notes: strokes have few, speech has many. None in silence."""
    def level(values):
        return math.sqrt(sum(value * value for value in values) / len(values))
    loud = level(samples)
    if loud < 0.005 * 32768:
        return None
    slopes = [b - a for a, b in zip(samples, samples[1:])]
    return level([b - a for a, b in zip(slopes, slopes[1:])]) / loud


def listen(seconds, rate=48000):
    """How sharp what comes out of the device is, in the third sharpest of so many seconds of sound:
    the voice does not speak all the time, and a busy machine may leave a gap here and there."""
    heard = []
    with subprocess.Popen(['parec', '--device=ear.monitor', '--raw', '--format=s16le',
                           f'--rate={rate}', '--channels=1'], stdout=subprocess.PIPE) as recorder:
        try:
            while len(heard) < seconds:
                found = sharpness(array.array('h', recorder.stdout.read(2 * rate)))
                if found is not None:
                    heard.append(found)
        finally:
            recorder.kill()
    print(f'# sharpness {" ".join(f"{value:.4f}" for value in heard)}')
    return sorted(heard)[-3]


def voice_is_heard(program):
    program = Sandboxed(program)
    heard = {}
    for voice in 'false', 'true':
        program.choose(voice=voice)
        with sound_server():
            program.start('--unset-env=LEGATO_AUDIO_SINK', '--env=LEGATO_TEST_TEMPO=1', ID,
                          '--start', 'three-minute')
            try:
                program.click('All Fine, Go On')
                program.click('Start')
                heard[voice] = listen(15)
            except Exception:
                program.save_screenshot()
                raise
            finally:
                program.stop()
    program.choose()
    # Count-in and strokes alone stay below 0.025, while the voice speaks it is 0.036 and more.
    assert heard['false'] < 0.03 < heard['true'], heard


def session_to_a_saved_entry(program):
    """Meanwhile the screen is kept on, although this desktop refuses to keep the machine awake: it
    can be asked for the screen alone."""
    program = Sandboxed(program)
    PARTS.read()
    program.start(ID, '--start', 'three-minute')
    try:
        program.click('All Fine, Go On')
        program.settle('Start')
        early = PARTS.read()
        assert not any(line.startswith('Inhibit') for line in early), early
        program.click('Start')
        kept = wait('the screen to be kept on', PARTS.read)
        assert len(kept) == 1 and kept[0].startswith('Inhibit '), kept
        number = kept[0].split()[1]
        program.see(re.compile('Well done: .*'))
        let_go = wait('the screen to be let go', PARTS.read)
        assert let_go == [f'UnInhibit {number}'], let_go
        wait('the entry in the journal',
             lambda: program.journal_path.exists()
             and program.query("SELECT count(*) FROM entry WHERE kind = 'session'")[0][0])
        program.quit()
    except Exception:
        program.save_screenshot()
        raise
    finally:
        program.stop()


def entry():
    return Gio.DesktopAppInfo.new_from_filename(str(ENTRY))


def starts_from_its_menu_entry(program):
    program = Sandboxed(program)
    assert entry().get_boolean('DBusActivatable')
    entry().launch()
    try:
        wait('the window', program._find_window)
    except AssertionError:
        program.save_screenshot()
        raise
    finally:
        program.stop()


def opens_by_double_click(program):
    folder = pathlib.Path(os.environ['HOME'], 'Downloads')
    folder.mkdir()
    file = folder / 'kind.legato'
    file.write_bytes(ROUTINE.read_bytes())
    # By its kind the desktop knows whose it is.
    assert Gio.File.new_for_path(str(file)).query_default_handler().get_id() == ENTRY.name
    open_by_double_click(Sandboxed(program), entry(), folder)


def is_chosen_from_the_menu(program):
    choose_from_the_menu(Sandboxed(program), entry())


def continues_from_the_menu(program):
    program = Sandboxed(program)
    try:
        continue_from_the_menu(program, entry())
    finally:
        program.set_tempo(QUICK)


def opens_a_file_through_the_portal(program):
    program = Sandboxed(program)
    folder = pathlib.Path(os.environ['HOME'], 'Documents')
    folder.mkdir(exist_ok=True)
    file = folder / 'gift.legato'
    file.write_bytes(ROUTINE.read_bytes())
    program.start('--file-forwarding', ID, '@@', str(file), '@@')
    try:
        wait('the question whether to keep it', lambda: find_window('^Keep This Routine'))
        # Only that file came, and by no other way.
        assert 'Calm' not in inside(f"cat '{file}'")
    except Exception:
        program.save_screenshot()
        raise
    finally:
        program.stop()


def exports_through_the_portal(program):
    program = Sandboxed(program)
    program.start(ID)
    try:
        program.key('ctrl+comma')
        program.enter('Preferences')
        program.click('Copies')
        program.scroll_to('Export everything…')
        program.click('Export everything…')
        # The desktop's own dialog, outside of the sandbox.
        dialog = wait('the dialog', lambda: find_window('^Export Your Journal$'))
        xdotool('windowfocus', '--sync', dialog)
        folder = pathlib.Path(os.environ['HOME'], 'Exports')
        folder.mkdir()
        (folder / 'diary').write_text('Calm', encoding='utf-8')
        exported = folder / 'legato-journal.json'
        program.key('ctrl+a')
        program.type(exported)
        program.key('Return')
        wait('the file', lambda: exported.is_file() and exported.stat().st_size > 0)
        assert 'entries' in json.loads(exported.read_text('utf-8'))
        # It was given this file, not the folder.
        assert 'Calm' not in inside(f"cat '{folder}'/*")
    except Exception:
        program.save_screenshot()
        raise
    finally:
        program.stop()


@contextlib.contextmanager
def zone_put_back():
    before = os.readlink(LOCAL_ZONE)
    try:
        yield
    finally:
        LOCAL_ZONE.unlink()
        LOCAL_ZONE.symlink_to(before)


def travel_to(hour, minute=0, second=0):
    """Has the machine in a zone where the clocks say this now."""
    east = ((hour * 60 + minute) * 60 + second - int(time.time())) % (24 * 60 * 60)
    if east > 12 * 60 * 60:
        east -= 24 * 60 * 60
    zone = LOCAL_ZONE.with_name('localtime.new')
    zone.write_bytes(struct.pack('>4s16x6l', b'TZif', 0, 0, 0, 0, 1, 5)
                     + struct.pack('>l2b', east, 0, 0) + b'HERE\0')
    zone.replace(LOCAL_ZONE)


def read_notice(notifications):
    wait('a notice', lambda: select.select([notifications.stdout], [], [], 0)[0])
    line = notifications.stdout.readline()
    assert line.startswith('Notify Time for your legs ['), line
    return line


def reminds_without_a_window(program):
    program = Sandboxed(program)
    with zone_put_back(), desktop() as notifications:
        travel_to(12)
        program.choose(reminder_session_days='uint32 127', reminder_session_minute='uint32 720',
                       reminders_shown=f'int64 {int(time.time()) - 300}')
        # As the session starts it, or a search.
        call_bus('StartServiceByName', '(su)', (ID, 0))
        try:
            line = read_notice(notifications)
            for word in ('Three Minutes', 'Later'):
                assert word in line, line
            assert find_window('Legato') is None
            print('7 default', file=notifications.stdin, flush=True)
            wait('the window', program._find_window)
        except Exception:
            program.save_screenshot()
            raise
        finally:
            program.stop()
            program.choose()


def reminds_by_the_clocks_of_where_it_is(program):
    """Somebody travels while it waits: the sandbox keeps the zone that it was started in."""
    program = Sandboxed(program)
    with zone_put_back(), desktop() as notifications:
        travel_to(6)
        keyfile = program.choose(reminder_session_days='uint32 127',
                                 reminder_session_minute='uint32 720')
        call_bus('StartServiceByName', '(su)', (ID, 0))
        try:
            wait('a look at what is due', lambda: 'reminders-shown' in keyfile.read_text('utf-8'))
            assert not select.select([notifications.stdout], [], [], 0)[0]
            travel_to(11, 59, 50)
            read_notice(notifications)
        finally:
            program.stop()
            program.choose()


def see_of_the_background(program, *sentences):
    """Looks at the page of the reminders, which says this of the background, or nothing."""
    program.key('ctrl+comma')
    program.enter('Preferences')
    program.click('Remind')
    program.see('A session')
    for sentence in ONLY_WHILE_OPEN, DESKTOP_REFUSES:
        if sentence in sentences:
            program.see(sentence)
        else:
            program.see_no(sentence)


def starts_with_the_session(program):
    """Chosen in the preferences, it has the portal start it with the session, as a service."""
    program = Sandboxed(program)
    program.choose()
    # The reminders that came before have asked for it.
    AUTOSTART.unlink(missing_ok=True)
    program.start(ID)
    try:
        see_of_the_background(program)
        program.scroll_to('Ask how my legs are')
        program.click('Ask how my legs are')
        wait('the entry of what is started', AUTOSTART.exists)
        started = configparser.ConfigParser(interpolation=None)
        started.optionxform = str
        started.read(AUTOSTART)
        command = started['Desktop Entry']['Exec']
        assert command == f'flatpak run --command=legato {ID} --gapplication-service', command
        program.see_no(ONLY_WHILE_OPEN)
        program.click('Ask how my legs are')
        wait('the session to be left alone', lambda: not AUTOSTART.exists())
        program.click('Ask how my legs are')
        wait('the entry again', AUTOSTART.exists)
        program.stop()

        # As the session does.
        assert not is_running()
        Gio.DesktopAppInfo.new_from_filename(str(AUTOSTART)).launch()
        wait('the service', is_running)
        assert find_window('Legato') is None
    except Exception:
        program.save_screenshot()
        raise
    finally:
        program.stop()
        program.choose()
        AUTOSTART.unlink(missing_ok=True)


def says_that_the_desktop_refuses(program):
    """It is forbidden in the desktop's settings for apps."""
    program = Sandboxed(program)
    AUTOSTART.unlink(missing_ok=True)
    keyfile = program.choose(reminder_follow_ups='true')
    flatpak('permission-set', 'background', 'background', ID, 'no')
    try:
        program.start(ID)
        wait('the answer', lambda: "background='refused'" in keyfile.read_text('utf-8'))
        see_of_the_background(program, ONLY_WHILE_OPEN, DESKTOP_REFUSES)
        assert not AUTOSTART.exists()
    except Exception:
        program.save_screenshot()
        raise
    finally:
        program.stop()
        program.choose()
        flatpak('permission-remove', 'background', 'background', ID)


def answers_the_search(program):
    program = Sandboxed(program)
    file = configparser.ConfigParser()
    file.read(SEARCH_PROVIDER)
    provider = file['Shell Search Provider']
    assert provider['DesktopId'] == ENTRY.name

    def ask(method, *arguments):
        return subprocess.run(
            ['gdbus', 'call', '--session', f'--timeout={LONG // 1000}', '--dest', provider['BusName'],
             '--object-path', provider['ObjectPath'],
             '--method', f'org.gnome.Shell.SearchProvider2.{method}', *arguments],
            stdout=subprocess.PIPE, text=True, check=True).stdout

    try:
        assert not is_running()
        found = ask('GetInitialResultSet', "['calf']")
        assert found.startswith("(['zone:calf'"), found
        described = ask('GetResultMetas', "['zone:calf']")
        assert "'name': <'Calf'>" in described, described
        # It stays no longer than somebody searches.
        wait('its end', lambda: not is_running())
        assert find_window('Legato') is None
        ask('ActivateResult', 'zone:calf', "['calf']", '0')
        program.attach()
        program.see(re.compile('Calf.*'))
    except Exception:
        program.save_screenshot()
        raise
    finally:
        program.stop()


# Whoever starts it: at once through a session, and without a sound device.
flatpak('override', '--user', '--env=LEGATO_AUDIO_SINK=fakesink sync=true',
        f'--env=LEGATO_TEST_TEMPO={QUICK}', ID)
with desktop_parts(wait) as PARTS:
    # Reminders come first: nobody is reminded of a session on a day that had one. The menu comes
    # before what cuts off a session.
    run(has_no_network_and_no_home, has_a_voice, reminds_without_a_window,
        reminds_by_the_clocks_of_where_it_is, starts_with_the_session, says_that_the_desktop_refuses,
        answers_the_search, starts_from_its_menu_entry, opens_by_double_click,
        is_chosen_from_the_menu, continues_from_the_menu, voice_is_heard, session_to_a_saved_entry,
        opens_a_file_through_the_portal, exports_through_the_portal)
