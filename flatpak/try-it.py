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
import subprocess
import sys

sys.path.insert(0, '/source/tests/ui')
os.environ['LEGATO_PROGRAM'] = 'flatpak'

from driver import Program, run, wait, xdotool  # pylint: disable=wrong-import-position

from gi.repository import Gio, GLib  # pylint: disable=wrong-import-position

ID = 'io.github.legato_app.Legato'
ENTRY = pathlib.Path(os.environ['FLATPAK_USER_DIR'], 'exports/share/applications', f'{ID}.desktop')

# One that the tests of the guide read, too.
ROUTINE = pathlib.Path('/source/tests/guide/fuzz-corpus/own.legato')


def flatpak(*arguments, **options):
    return subprocess.run(['flatpak', *arguments], capture_output=True, text=True, check=False,
                          **options)


def inside(script):
    """Runs a shell in the program's sandbox; returns what it prints."""
    return flatpak('run', '--command=sh', ID, '-c', script).stdout.strip()


def find_window(title):
    found = subprocess.run(['xdotool', 'search', '--onlyvisible', '--name', title],
                           capture_output=True, text=True, check=False).stdout.split()
    return found[0] if found else None


class Sandboxed(Program):
    """The program in its sandbox, where it has another process id than here."""

    def __init__(self, program):
        super().__init__(program.name)
        self.journal_path = pathlib.Path(os.environ['HOME'], '.var/app', ID,
                                         'data/legato/journal.db')

    def command(self, *args):
        return ['flatpak', 'run', *args]

    def _find_window(self, name='^Legato$'):
        return find_window(name)

    def stop(self):
        flatpak('kill', ID)
        self.kill()
        wait('no window', lambda: self._find_window() is None)

    def _find_address(self):
        registry = self.bus.call_sync('org.a11y.atspi.Registry', '/org/a11y/atspi/accessible/root',
                                      'org.a11y.atspi.Accessible', 'GetChildren', None, None, 0, -1,
                                      None)
        # The desktop's own part of the portals is there too.
        for address, path in registry.unpack()[0]:
            name = self.bus.call_sync(address, path, 'org.freedesktop.DBus.Properties', 'Get',
                                      GLib.Variant('(ss)', ('org.a11y.atspi.Accessible', 'Name')),
                                      None, 0, -1, None).unpack()[0]
            if name.lower().endswith('legato'):
                return address
        return None


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
    keyfile = pathlib.Path(os.environ['HOME'], '.var/app', ID, 'config/glib-2.0/settings/keyfile')
    keyfile.parent.mkdir(parents=True, exist_ok=True)
    before = keyfile.read_bytes() if keyfile.exists() else None
    heard = {}
    for voice in 'false', 'true':
        keyfile.write_text(f'[io/github/legato_app/Legato]\nwelcomed=true\nvoice={voice}\n',
                           encoding='utf-8')
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
    if before is not None:
        keyfile.write_bytes(before)
    else:
        keyfile.unlink()
    # Count-in and strokes alone stay below 0.025, while the voice speaks it is 0.036 and more.
    assert heard['false'] < 0.03 < heard['true'], heard


def session_to_a_saved_entry(program):
    program = Sandboxed(program)
    program.start(ID, '--start', 'three-minute')
    try:
        program.click('All Fine, Go On')
        program.click('Start')
        program.see(re.compile('Well done: .*'))
        wait('the entry in the journal',
             lambda: program.journal_path.exists()
             and program.query("SELECT count(*) FROM entry WHERE kind = 'session'")[0][0])
        program.quit()
    except Exception:
        program.save_screenshot()
        raise
    finally:
        program.stop()


def starts_from_its_menu_entry(program):
    program = Sandboxed(program)
    entry = Gio.DesktopAppInfo.new_from_filename(str(ENTRY))
    assert entry is not None and entry.get_boolean('DBusActivatable')
    # Whoever starts a program over the bus has to be there until it runs.
    entry.launch()
    try:
        wait('the window', program._find_window)
    except AssertionError:
        program.save_screenshot()
        raise
    finally:
        program.stop()


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


# Whoever starts it: at once through a session, and without a sound device.
flatpak('override', '--user', '--env=LEGATO_AUDIO_SINK=fakesink sync=true',
        '--env=LEGATO_TEST_TEMPO=30', ID)
run(has_no_network_and_no_home, has_a_voice, voice_is_heard, starts_from_its_menu_entry, session_to_a_saved_entry,
    opens_a_file_through_the_portal, exports_through_the_portal)
