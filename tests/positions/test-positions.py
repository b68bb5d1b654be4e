#!/usr/bin/env python3
# test-positions.py: the drawings of whole people keep their contract
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Usage: test-positions.py SOURCE, the project's folder. Speaks TAP."""
import pathlib
import re
import sys
import xml.etree.ElementTree as ElementTree

sys.dont_write_bytecode = True
SVG = '{http://www.w3.org/2000/svg}'
POSITIONS = ('floor-knee-bent', 'chair-ankle-on-knee', 'chair-foot-on-stool',
             'chair-edge-hand-below', 'chair-ball-underfoot', 'supine-knee-bent', 'side-lying', 'sit-on-ball', 'wall-ball',
             'roller-forearms', 'roller-calf', 'partner-supine', 'partner-side', 'legs-raised',
             'walking-on-spot', 'stretch-hip-bend', 'stretch-hamstring', 'stretch-ankle-circles',
             'stretch-toe-bends')
BODY = {'skin', 'shirt', 'shorts', 'hair'}
THINGS = {'thing', 'thing-top', 'thing-side', 'tool', 'ground'}
LINES = {'line', 'detail', 'edge', 'motion'}
# The windows on which a look is shown.
BACKGROUNDS = {'light': ['#fafafa'], 'dark': ['#242424'], 'contrast': ['#ffffff', '#000000']}
LEAST_CONTRAST = 3.0
MOST_BYTES = 60_000
# Lengths of an adult's limbs as shares of the stature (Drillis and Contini 1966), and how far a
# drawing may be from them.
SHARES = {('hip', 'knee'): 0.245, ('knee', 'ankle'): 0.246, ('shoulder', 'elbow'): 0.186,
          ('elbow', 'wrist'): 0.146}
STATURE, SHARE_SLACK = 1700, 0.012
# How far a foot or a hand may sink into a mat, in millimetres.
MAT = 26


def luminance(colour):
    parts = [int(colour[i:i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(w * p for w, p in zip((0.2126, 0.7152, 0.0722), linear))


def contrast(a, b):
    high, low = sorted((luminance(a), luminance(b)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def colours(folder, look):
    """What each class is filled and drawn with in a @look, (class, property): colour."""
    result = {}
    for name in dict.fromkeys(('light', look)):
        text = re.sub(r'/\*.*?\*/', '', (folder / f'style-{name}.css').read_text('utf-8'), flags=re.S)
        for selectors, rules in re.findall(r'([^{}]+)\{([^}]*)\}', text):
            for selector in selectors.split(','):
                for key, value in re.findall(r'(fill|stroke):\s*(#\w+|none)', rules):
                    result[selector.strip().lstrip('.'), key] = value
    return result


def numbers(data):
    return [float(n) for n in re.findall(r'-?\d+(?:\.\d+)?', data)]


def test_all_are_there(folder):
    assert sorted(p.stem for p in folder.glob('*.svg')) == sorted(POSITIONS)


def test_page(folder):
    for name in POSITIONS:
        path = folder / f'{name}.svg'
        root = ElementTree.parse(path).getroot()
        assert root.get('viewBox') == '0 0 480 320', name
        assert root.get('data-position') == name
        assert path.stat().st_size <= MOST_BYTES, f'{name}: {path.stat().st_size} bytes'
        for shape in root.iter(f'{SVG}path'):
            values = numbers(shape.get('d'))
            assert all(0 <= x <= 480 for x in values[::2]), f'{name}: off the page'
            assert all(0 <= y <= 320 for y in values[1::2]), f'{name}: off the page'


def test_classes(folder):
    for name in POSITIONS:
        root = ElementTree.parse(folder / f'{name}.svg').getroot()
        classes = [shape.get('class') for shape in root.iter(f'{SVG}path')]
        assert set(classes) <= BODY | THINGS | LINES, f'{name}: {set(classes)}'
        assert BODY | {'line', 'detail'} <= set(classes), f'{name}: not a whole person in shorts'
        people = classes.count('hair')
        assert people == (2 if name.startswith('partner') else 1), f'{name}: {people} heads of hair'
        for shape in root.iter(f'{SVG}path'):
            assert not {'fill', 'stroke', 'style'} & set(shape.keys()), f'{name}: a colour of its own'


def test_looks(folder):
    for look, backgrounds in BACKGROUNDS.items():
        palette = colours(folder, look)
        line = palette['line', 'stroke']
        for kind in ('skin', 'shirt'):
            seen = contrast(line, palette[kind, 'fill'])
            assert seen >= 2 * LEAST_CONTRAST, f'{look}: line on {kind} {seen:.1f}'
        # A figure stands out from the window by its line or by its body.
        for background in backgrounds:
            seen = max(contrast(line, background), contrast(palette['skin', 'fill'], background))
            assert seen >= LEAST_CONTRAST, f'{look} on {background}: {seen:.1f}'
        seen = contrast(palette['motion', 'stroke'], backgrounds[0])
        assert seen >= LEAST_CONTRAST, f'{look}: motion {seen:.1f}'


def test_people(folder):
    """Every body that is drawn has an adult's proportions and its feet and hands above the floor."""
    from posedraw import alone, picture, together
    bodies = []

    class Recorder(picture.Figure):
        def __init__(self, page, body):
            super().__init__(page, body)
            bodies.append(body)

        def paint(self, *groups):
            pass

    for module in (alone, together):
        module.Figure = Recorder
        for name, pose in module.POSES.items():
            bodies.clear()
            pose()
            assert len(bodies) >= 1, name
            for body in bodies:
                check_body(name, body)


def check_body(name, body):
    from posedraw.vector import length, sub
    top = max(r for _, r, _, _, _ in body.hair)
    head = length(sub(body.skull, body.chin)) + 26 + top
    assert abs(STATURE / head - 8) < 0.6, f'{name}: {STATURE / head:.2f} heads tall'
    for side in ('near', 'far'):
        for (a, b), share in SHARES.items():
            if (side, b) in body.joints:
                seen = length(sub(body.joints[side, a], body.joints[side, b])) / STATURE
                assert abs(seen - share) < SHARE_SLACK, f'{name}: {a} to {b} {seen:.3f}'
        for part in ('foot', 'hand'):
            for a, ra, b, rb, _ in body.parts.get(f'{side}-{part}', ()):
                assert min(a[1] - ra, b[1] - rb) > -MAT, f'{name}: {side} {part} in the floor'


def main(source):
    sys.path.insert(0, str(source / 'build-aux'))
    tests = [test_all_are_there, test_page, test_classes, test_looks, test_people]
    failed = 0
    print(f'1..{len(tests)}')
    for number, test in enumerate(tests, 1):
        try:
            test(source / 'resources' / 'positions')
            print(f'ok {number} {test.__name__}')
        except AssertionError as error:
            failed = 1
            print(f'not ok {number} {test.__name__}\n# {error}')
    return failed


if __name__ == '__main__':
    sys.exit(main(pathlib.Path(sys.argv[1])))
