#!/usr/bin/env python3
"""The program's icon stands out: on a light and on a dark desktop, and on its own brand colours.

Usage: test-icon.py ICON METAINFO

SPDX-License-Identifier: GPL-3.0-or-later
"""

import re
import sys
import xml.etree.ElementTree

# What parts of a picture that matter must have at least: WCAG 2.1, 1.4.11.
ENOUGH = 3

# libadwaita's backgrounds of a window.
LIGHT, DARK = '#fafafa', '#242424'

SVG = '{http://www.w3.org/2000/svg}'


def luminance(colour):
    parts = [int(colour[i:i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def main():
    icon = xml.etree.ElementTree.parse(sys.argv[1]).getroot()
    metainfo = xml.etree.ElementTree.parse(sys.argv[2]).getroot()
    brand = {colour.get('scheme_preference'): colour.text for colour in metainfo.iter('color')}

    # The tile and its rim are the only rectangles that are drawn: all that touches the desktop.
    edge = set()
    for rect in icon.findall(f'{SVG}rect'):
        fill = rect.get('fill')
        gradient = re.fullmatch(r'url\(#(\w+)\)', fill)
        if gradient:
            stops = icon.find(f".//{SVG}linearGradient[@id='{gradient[1]}']").iter(f'{SVG}stop')
            edge.update(stop.get('stop-color') for stop in stops)
        else:
            edge.add(fill)

    checks = {'the tile has colours': len(edge) >= 2, 'there is a brand colour for light and dark':
              sorted(brand) == ['dark', 'light']}
    for ground in [LIGHT, DARK, *brand.values()]:
        worst = min(contrast(colour, ground) for colour in edge)
        checks[f'{worst:.2f}:1 on {ground}'] = worst >= ENOUGH
    print(f'TAP version 13\n1..{len(checks)}')
    for number, (name, good) in enumerate(checks.items(), 1):
        print(f'{"ok" if good else "not ok"} {number} - {name}')


main()
