"""What a screen reader was heard to say (tests/data/heard) is called so in the program today: where a
control has another name since, the journey is to be listened to again, with build-aux/hear.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import pathlib
import re
import sys

ROOT = pathlib.Path(sys.argv[1])

# What is said after the name of a control.
ROLES = 'push button|check box|combo box|page tab|spin button|toggle button'
SAID = re.compile(rf'  (.+?) (?:{ROLES})(?: (?:not )?checked)?\.$')

# A number, or a text that somebody wrote, in a message.
PLACE = re.compile(r'%(?:\d+\$)?[-0-9.]*[a-z]+')


def messages():
    """Every sentence and name of the program, as any complete translation lists them."""
    text = (ROOT / 'po' / 'de.po').read_text(encoding='utf-8')
    for quoted in re.findall(r'^msgid(?:_plural)? ((?:"(?:[^"\\]|\\.)*"\n)+)', text, re.M):
        yield ''.join(re.findall(r'"((?:[^"\\]|\\.)*)"\n', quoted)).replace('\\"', '"').replace('_', '').replace('…', '...')


def main():
    whole, patterns = set(), []
    for message in messages():
        if PLACE.search(message):
            parts = [re.escape(part) for part in PLACE.split(message)]
            if any(re.search(r'\w{3}', part) for part in parts):
                patterns.append(re.compile('.+'.join(parts)))
        else:
            whole.add(message)
    n = 0
    wrong = []
    for file in sorted((ROOT / 'tests' / 'data' / 'heard').glob('*.txt')):
        for line in file.read_text(encoding='utf-8').splitlines():
            said = SAID.match(line)
            if said is None or re.search(r'\d', line):
                continue
            n += 1
            if said[1] not in whole and not any(p.fullmatch(said[1]) for p in patterns):
                wrong.append(f'{file.name}: {line.strip()}')
    print('1..1')
    for line in wrong:
        print(f'# {line}')
    print(f'# {n} controls')
    print('ok 1' if n > 50 and not wrong else 'not ok 1')


main()
