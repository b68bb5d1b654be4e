#!/usr/bin/env python3
"""Notices on a server that is not ours: dunst, with real clicks on what it shows.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import contextlib
import datetime
import os
import subprocess

from gi.repository import GLib

from driver import PATIENCE, run, wait, xdotool
from due import at_noon, be_due, call, had_session, serve

SESSION = 'b1a1f1c2-0000-4000-8000-000000000001'


class Server:
    """A dunst that waits for a click for as long as it takes."""

    def __init__(self, folder):
        self.choice = folder / 'choice'
        # What is chosen in the menu of all answers; dunst gives it the list, and reads the choice.
        menu = folder / 'menu'
        menu.write_text(f'#!/bin/sh\ngrep -F "$(cat {self.choice})"\n', encoding='utf-8')
        menu.chmod(0o700)
        config = folder / 'dunstrc'
        config.write_text(f'[global]\ndmenu = {menu}\nmouse_left_click = do_action, close_current\n'
                          + ''.join(f'[urgency_{urgency}]\ntimeout = 0\n'
                                    for urgency in ('low', 'normal', 'critical')), encoding='utf-8')
        # It warns of an icon that is not there.
        env = {name: value for name, value in os.environ.items() if name != 'G_DEBUG'}
        self.process = subprocess.Popen(['dunst', '-config', str(config)], env=env)
        wait('dunst', lambda: subprocess.run(['dunstctl', 'is-paused'], capture_output=True,
                                             check=False).returncode == 0)

    def ask(self, *command):
        return subprocess.run(['dunstctl', *command], capture_output=True, text=True,
                              timeout=PATIENCE, check=True).stdout

    def count(self):
        return int(self.ask('count', 'displayed'))

    def wait_for(self, count):
        wait(f'{count} notices', lambda: self.count() == count)

    def click(self):
        """A click on the notice itself."""
        window = wait('the notice on the screen', lambda: subprocess.run(
            ['xdotool', 'search', '--onlyvisible', '--class', '^Dunst$'], capture_output=True,
            text=True, check=False).stdout.split())[0]
        xdotool('mousemove', '--window', window, 20, 20, 'click', 1)

    def answer(self, label):
        """Chooses one of the answers that it offers."""
        self.choice.write_text(label, encoding='utf-8')
        self.ask('context')


@contextlib.contextmanager
def desktop(program):
    server = Server(program.home)
    try:
        yield server
    finally:
        server.process.kill()
        server.process.wait()


def ask_about_yesterday(program):
    """Lets a session of yesterday be asked about at this minute."""
    at_noon(program)
    now = datetime.datetime.now(datetime.timezone.utc)
    had_session(program, SESSION, now.timestamp() - 24 * 60 * 60 - 20)
    program.choose(reminder_follow_ups='true',
                   reminders_shown=f'int64 {int(now.timestamp()) - 300}')


def get_answers(program):
    return program.query('SELECT moment, compared FROM follow_up')


def a_click_opens_the_window(program):
    be_due(program)
    with desktop(program) as server:
        serve(program)
        server.wait_for(1)
        assert program._find_window() is None
        server.click()
        wait('the window', program._find_window)
        # Seen is seen.
        server.wait_for(0)
        program.kill()


def an_answer_goes_into_the_journal(program):
    ask_about_yesterday(program)
    with desktop(program) as server:
        serve(program)
        server.wait_for(1)
        server.answer('The Same')
        wait('the answer in the journal', lambda: get_answers(program))
        assert get_answers(program) == [('next-day', 'same')], get_answers(program)
        # Answered without a window; what was answered in its menu, dunst goes on showing.
        assert program._find_window() is None
        program.kill()


def is_taken_back_when_answered_elsewhere(program):
    ask_about_yesterday(program)
    with desktop(program) as server:
        serve(program)
        server.wait_for(1)
        call('Activate', GLib.Variant('(sava{sv})', (
            'follow-up', [GLib.Variant('s', f'next-day/better/{SESSION}')], {})))
        server.wait_for(0)
        assert get_answers(program) == [('next-day', 'better')], get_answers(program)
        program.kill()


def later_is_later(program):
    keyfile = be_due(program)
    with desktop(program) as server:
        serve(program)
        server.wait_for(1)
        server.answer('Later')
        wait('the time until when it was put off',
             lambda: "'session'" in keyfile.read_text(encoding='utf-8'))
        program.kill()


run(a_click_opens_the_window, an_answer_goes_into_the_journal, is_taken_back_when_answered_elsewhere,
    later_is_later, needs=('dunst', 'dunstctl'))
