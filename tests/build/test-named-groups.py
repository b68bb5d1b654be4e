#!/usr/bin/env python3
"""What a template names for a screen reader has a role whose name newer GTK tells.

Older GTK makes a group of each box; since 4.10 a box is of no role, and whatever it is called is
kept from who cannot see it.

Usage: test-named-groups.py SOURCE_DIR

SPDX-License-Identifier: GPL-3.0-or-later
"""

import pathlib
import sys
import xml.etree.ElementTree as ET

# Widgets that only hold others.
WITHOUT_ROLE = {'AdwBin', 'AdwClamp', 'GtkBox', 'GtkCenterBox', 'GtkGrid', 'GtkOverlay',
                'GtkRevealer', 'GtkScrolledWindow', 'GtkStack', 'GtkViewport', 'GtkWidget'}


def is_named(widget):
    return any(element.get('name') in ('label', 'labelled-by')
               for element in widget.iterfind('accessibility/*'))


def find_unheard(template):
    for widget in ET.parse(template).iter():
        kind = widget.get('parent') if widget.tag == 'template' else widget.get('class')
        if (widget.tag in ('object', 'template') and kind in WITHOUT_ROLE and is_named(widget)
                and widget.find("property[@name='accessible-role']") is None):
            yield f'{kind} {widget.get("id") or widget.get("class")}'


def main():
    source = pathlib.Path(sys.argv[1])
    templates = sorted((source / 'resources/ui').glob('**/*.ui'))

    print(f'TAP version 13\n1..{len(templates)}')
    for number, template in enumerate(templates, 1):
        unheard = list(find_unheard(template))
        print('ok' if not unheard else 'not ok', number, '-',
              template.relative_to(source).as_posix())
        for widget in unheard:
            print(f'# needs an accessible-role to be called by its name: {widget}')


if __name__ == '__main__':
    main()
