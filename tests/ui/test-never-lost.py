#!/usr/bin/env python3
"""A session that is cut off, and a sound device that is pulled out.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import re
import shutil
import subprocess

from driver import PATIENCE, run, wait, xdotool

# A busy machine may be past the second step when it looks.
LATER = re.compile(r'Step ([2-9]|\d\d) of \d+')


def start_session(program, routine='sore-legs', tempo='4'):
    # Of ten minutes the first steps are heard slowly: a busy machine is not at their end when it
    # looks. What waits for the end hurries.
    program.env['LEGATO_TEST_TEMPO'] = tempo
    program.start('--start', routine)
    program.check_in()
    program.click('Start')
    program.see('Pause')


def noted(program):
    """How much of the session the journal has noted, in nanoseconds."""
    return program.query("SELECT coalesce (sum (json_extract (value, '$.spent_ns')), 0) FROM running, "
                         "json_each (session, '$.steps')")[0][0]


def lose_power(program):
    program.process.kill()


def log_out(program):
    program.process.terminate()


def lose_screen(program):
    xdotool('windowkill', program.window)


def cut_off_and_continued(program):
    start_session(program)
    program.wait_for_steps(2)
    program.see(LATER)
    before = 0
    for cut_off in lose_power, log_out, lose_screen:
        wait('more noted', lambda least=before: noted(program) > least)
        cut_off(program)
        assert program.wait_end() != 0
        assert program.query('SELECT * FROM entry') == []
        before = noted(program)

        if cut_off is lose_screen:
            program.env['LEGATO_TEST_TEMPO'] = '60'
        program.start()
        program.see('Your last session was cut off.')
        program.click('Continue Where You Were')
    # The legs lie up for five minutes then, whatever the tempo.
    program.see('Skip when you have rested enough.')
    program.key('Right')
    # From its start it would have taken more than it was planned for.
    assert wait('the entry', lambda: program.query(
        'SELECT completed, planned_s, done_s, routine FROM entry')) == [(1, 600, 600, 'sore-legs')]
    program.see('Well done: 10 minutes of massage.')
    assert program.query('SELECT * FROM running') == []
    program.quit()


def cut_off_and_saved(program):
    start_session(program)
    program.wait_for_steps(3)
    program.kill()

    program.start()
    spent = noted(program)
    program.click('Save as Partial')
    # It is told for a moment, too, which may be over when a busy machine looks.
    assert wait('the entry', lambda: program.query(
        'SELECT completed, done_s FROM entry')) == [(0, spent // 1000000000)]
    assert program.query('SELECT * FROM running') == []
    program.quit()

    # It is offered once.
    program.start()
    program.see('Routines')
    program.see_no('Your last session was cut off.')
    program.quit()


def pactl(env, *args):
    return subprocess.run(['pactl', *args], env=env, capture_output=True, text=True,
                          timeout=PATIENCE, check=True).stdout


def device_is_pulled_out(program):
    if shutil.which('pulseaudio') is None or shutil.which('pactl') is None:
        return
    home = program.home / 'pulse'
    home.mkdir(mode=0o700)
    env = dict(program.env, PULSE_RUNTIME_PATH=str(home), PULSE_SERVER=f'unix:{home}/native',
               XDG_CONFIG_HOME=str(home))
    with subprocess.Popen(['pulseaudio', '-n', '--daemonize=no', '--exit-idle-time=-1',
                           '--use-pid-file=no', '--disallow-exit=no',
                           '-L', f'module-native-protocol-unix socket={home}/native',
                           '-L', 'module-null-sink sink_name=legs'],
                          env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            wait('the sound server', lambda: subprocess.run(
                ['pactl', 'info'], env=env, capture_output=True, check=False).returncode == 0)
            program.env.update(PULSE_SERVER=env['PULSE_SERVER'], LEGATO_AUDIO_SINK='pulsesink')
            start_session(program, 'three-minute', '2')
            program.wait_for_steps(2)
            # It stands still while the server is asked.
            program.key('space')
            program.see('Go on')
            program.see(LATER)
            assert 'legs' in pactl(env, 'list', 'short', 'sinks')
            wait('a stream on the server', lambda: pactl(env, 'list', 'short', 'sink-inputs'))
            program.key('space')
            program.see('Pause')
            server.kill()
            server.wait()
            program.see(re.compile('No sound device was found.*'))
            assert wait('the entry', lambda: program.query(
                'SELECT completed, done_s FROM entry')) == [(1, 180)]
            program.see('Well done: 3 minutes of massage.')
        finally:
            server.kill()
    program.quit()


run(cut_off_and_continued, cut_off_and_saved, device_is_pulled_out)
