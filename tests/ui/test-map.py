#!/usr/bin/env python3
"""Every place of both legs, in every view that shows it, answers to the pointer.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import pathlib
import xml.etree.ElementTree

from driver import run, wait

VIEWS = {'front': 'Front', 'back': 'Back', 'outer': 'Outer', 'inner': 'Inner'}

# A place's box is searched in so many rows and columns; the thinnest strip is hit by some.
GRID = 24

# So many pixels from a border a pointer means this place and no other.
EDGE = 3


def zones():
    """(views, names on the left and the right) of each place."""
    path = pathlib.Path(os.environ['LEGATO_SOURCE_DIR']) / 'resources' / 'guide' / 'zones.xml'
    return [(zone.get('views').split(), (zone.findtext('left'), zone.findtext('right')))
            for zone in xml.etree.ElementTree.parse(path).iter('zone')]


def point_in(program, node):
    """Some point well inside @node, where a pointer is on it; None if it isn't shown."""
    x, y, width, height = node.extents
    points = [(x + width * (2 * column + 1) // (2 * GRID), y + height * (2 * row + 1) // (2 * GRID))
              for row in range(GRID) for column in range(GRID) if width > 0]
    points.sort(key=lambda at: abs(at[0] - x - width / 2) + abs(at[1] - y - height / 2))
    for left, top in points:
        if all(program.pick(left + dx, top + dy) is node
               for dx, dy in ((0, 0), (-EDGE, 0), (EDGE, 0), (0, -EDGE), (0, EDGE))):
            return left, top
    return None


def every_place_in_every_view(program):
    program.start()
    program.resize(1000, 900)
    all_zones = zones()
    assert len(all_zones) == 14, all_zones
    clicked = 0
    for view, button in VIEWS.items():
        program.click(button)
        expected = {name for views, names in all_zones if view in views for name in names}
        program.settle(sorted(expected)[0], 'push-button')
        # Other pages have maps too; theirs are not shown.
        on_map = {}
        for node in program.look().walk():
            if any(above.name.startswith('Leg map') for above in node.ancestors(3)):
                at = point_in(program, node)
                if at is not None:
                    assert node.name not in on_map, f'{node.name} is there twice'
                    on_map[node.name] = at
        # The one thing on the map that is no place.
        assert on_map.pop('Zoom in', None) is not None, on_map
        assert set(on_map) == expected, (view, expected ^ set(on_map))
        for name, at in sorted(on_map.items()):
            program.click_at(*at)
            wait(f'card of {name}', lambda title=name: program.find_seen(title, 'label'))
            clicked += 1
    assert clicked == 2 * sum(len(views) for views, _ in all_zones)
    program.quit()


run(every_place_in_every_view)
