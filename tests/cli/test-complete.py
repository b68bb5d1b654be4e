#!/usr/bin/env python3
"""The shells complete what legato-cli takes, and the manual page tells all of it.

Usage: test-complete.py PROGRAM

SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import pathlib
import pty
import re
import shutil
import subprocess
import tempfile

from cli_driver import PROGRAM, ROUTINES, USAGE, ZONES, done, fails, put_routine, run_tests

SOURCE = pathlib.Path(os.environ['LEGATO_SOURCE_DIR'])
COMPLETIONS = SOURCE / 'data' / 'completions'


def offered(*words):
    return [line.split('\t')[0] for line in done('complete', *words).splitlines()]


def commands():
    """The commands of --help, each with the options of its own --help."""
    text = done('--help')
    for line in text.splitlines():
        if line.startswith('  ') and not line.startswith('  legato-cli'):
            call = line.split('  ')[1]
            name = [word for word in call.split() if word.islower()]
            options = re.findall(r'^  (?:-\w, )?(--[a-z-]+)', done(*name, '--help'), re.MULTILINE)
            yield name, options


def test_every_command_and_option():
    for name, options in commands():
        assert name[0] in offered(''), name
        assert name[-1] in offered(*name[:-1], name[-1][:2]), name
        assert offered(*name, '--') == options, (name, offered(*name, '--'))
    assert offered('journal', 'b') == ['backup']
    assert offered('--v') == ['--version']
    assert offered('nonsense', '') == []
    fails(USAGE, 'complete')


def test_values():
    assert set(offered('plan', '--routine', '')) == ROUTINES
    assert offered('plan', '--routine=e') == ['--routine=evening']
    assert offered('plan', '--goal', 'so') == ['soreness']
    assert offered('plan', '--leg', '') == ['left', 'right', 'both']
    assert offered('plan', '--json', '--tool', 'r') == ['roller']
    assert offered('cues', '--flag=d') == ['--flag=dvt']
    assert offered('plan', '--condition', 'preg') == ['pregnancy', 'pregnancy-swelling']
    places = [f'{zone}/{leg}' for zone in ZONES for leg in ('left', 'right')]
    assert offered('plan', '--block', '') == places
    for option in ('--agreed', '--numb', '--tight'):
        assert offered('plan', option, '') == places, option
    assert offered('plan', '--joint', '') == ['knee/left', 'knee/right', 'hip/left', 'hip/right']
    assert offered('plan', '--joint=hip/l') == ['--joint=hip/left']
    assert offered('plan', '--sore', 'calf/') == ['calf/left=', 'calf/right=']
    assert offered('log', '--zone=knee/r') == ['--zone=knee/right=']
    assert offered('log', '--feeling', 'cold') == ['cold-feet/left=', 'cold-feet/right=']
    assert offered('plan', '--minutes', '') == [] or '--json' not in offered('plan', '--minutes', '1')


def test_own_routines():
    put_routine('own-calves', 'Calves', (30, 60, 30))
    assert offered('plan', '--routine', 'own-') == ['own-calves']
    assert offered('log', '--session=own-') == ['--session=own-calves']


def environment():
    """The program stands first in the path, under its name."""
    home = pathlib.Path(tempfile.mkdtemp())
    (home / 'legato-cli').symlink_to(PROGRAM)
    return home, dict(os.environ, HOME=str(home), XDG_CONFIG_HOME=str(home), XDG_DATA_HOME=str(home),
                      PATH=f'{home}:{os.environ["PATH"]}', TERM='dumb')


def output(*arguments):
    home, env = environment()
    try:
        return subprocess.run(arguments, env=env, capture_output=True, text=True,
                              check=True).stdout.splitlines()
    finally:
        shutil.rmtree(home)


def test_bash():
    def complete(*words):
        quoted = ' '.join(f"'{word}'" for word in words)
        return output('bash', '--norc', '-c', f'''
          source '{COMPLETIONS}/legato-cli.bash'
          COMP_WORDS=(legato-cli {quoted}) COMP_CWORD={len(words)}
          _legato_cli legato-cli
          printf '%s|\\n' "${{COMPREPLY[@]}}"''')

    assert complete('jou') == ['journal |']
    assert complete('plan', '--goal', '=', 'sor') == ['soreness |']
    assert complete('plan', '--goal', 'sor') == ['soreness |']
    assert complete('plan', '--sore', 'calf/l') == ['calf/left=|']
    assert '--voice |' in complete('cues', '--')


def test_fish():

    def complete(line):
        return [found.split('\t')[0] for found in
                output('fish', '--no-config', '-c', f"source '{COMPLETIONS}/legato-cli.fish'; "
                       f"complete -C '{line}'")]

    assert complete('legato-cli jou') == ['journal']
    assert complete('legato-cli plan --goal=sor') == ['--goal=soreness']
    assert complete('legato-cli plan --sore calf/l') == ['calf/left=']
    assert 'config.h' not in complete('legato-cli cues --vo')


def test_zsh():
    home, env = environment()

    def complete(line):
        """What the line editor makes of @line and the Tab key, as a person sees it."""
        pid, terminal = pty.fork()
        if pid == 0:
            os.execvpe('zsh', ['zsh', '-f', '-i'], env)
        seen = ''

        def wait_for(text):
            nonlocal seen
            while text not in seen:
                seen += os.read(terminal, 4096).decode(errors='replace')

        try:
            os.write(terminal, f"PROMPT='> '; fpath=('{COMPLETIONS}' $fpath); "
                     "autoload -U compinit; compinit -u -d $HOME/dump; print rea''dy\n".encode())
            wait_for('ready')
            os.write(terminal, line.encode() + b'\t END\x01print -r -- "<\x05>"\n')
            wait_for('END>\r\n')
            return re.findall(r'<(.*?) +END>\r\n', seen)[-1]
        finally:
            os.close(terminal)
            os.waitpid(pid, 0)

    try:
        assert complete('legato-cli jou') == 'legato-cli journal', complete('legato-cli jou')
        assert complete('legato-cli plan --goal=sor') == 'legato-cli plan --goal=soreness'
        assert complete('legato-cli plan --sore calf/l') == 'legato-cli plan --sore calf/left='
    finally:
        shutil.rmtree(home)


def test_manual():
    text = (SOURCE / 'data' / 'man' / 'legato-cli.1').read_text(encoding='utf-8').replace('\\-', '-')
    told = set(re.findall(r'--[a-z][a-z-]+', text))
    known = {'--version'}
    for name, options in commands():
        assert f'.SS {" ".join(name)}' in text.replace('"', ''), name
        known.update(options)
    assert told == known, told ^ known


for shell in ('bash', 'fish', 'zsh'):
    if shutil.which(shell) is None:
        print(f'# {shell} is not installed')
        del globals()[f'test_{shell}']
run_tests(globals())
