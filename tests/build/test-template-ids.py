#!/usr/bin/env python3
"""Each id in a template is bound by its class or referred to by the template itself.

Usage: test-template-ids.py SOURCE_DIR

SPDX-License-Identifier: GPL-3.0-or-later
"""

import pathlib
import re
import sys


def find_unused(template, code):
    text = template.read_text(encoding='utf-8')
    bound = set(re.findall(r'(?:bind_template_child \(\w+,\s*\w+,\s*|BIND \()(\w+)\)', code))
    return [name for name in re.findall(r'\bid="([^"]+)"', text)
            if name not in bound
            and len(re.findall(rf'(?<![\w-]){re.escape(name)}(?![\w-])', text)) < 2]


def main():
    source = pathlib.Path(sys.argv[1])
    classes = {path.name: path for path in (source / 'src/ui').glob('**/legato-*.c')}
    templates = sorted((source / 'resources/ui').glob('**/*.ui'))

    print(f'TAP version 13\n1..{len(templates)}')
    for number, template in enumerate(templates, 1):
        path = classes.get(f'legato-{template.stem}.c')
        unused = find_unused(template, path.read_text(encoding='utf-8') if path else '')
        name = template.relative_to(source).as_posix()
        print('ok' if not unused else 'not ok', number, '-', name)
        for element in unused:
            print(f'# nothing uses: {element}')


if __name__ == '__main__':
    main()
