#!/usr/bin/env python3
# test-map-art.py: the drawings of the leg map keep their contract
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Usage: test-map-art.py RESOURCES, the folder of map/ and guide/.

Speaks TAP. Knows nothing of the program that draws: it reads the files as the map's loader does,
and from the guide which zones a view has to show and what may be done on them."""
import math
import pathlib
import re
import sys
import xml.etree.ElementTree as ElementTree

SVG = '{http://www.w3.org/2000/svg}'
LEGS = ('left', 'right')
VIEWS = ('front', 'back', 'outer', 'inner', 'sole')
# On which side of the page the person's left leg stands.
LEFT_IS_RIGHT = {'front': True, 'back': False, 'outer': False, 'inner': True, 'sole': False}
# How high the pages are that do not show whole legs.
HEIGHTS = {'sole': 404}
# Where skin may lie outside every zone: from y to y, and in what part of the leg's breadth, from and
# to, from the page's edge, which is the front of the leg in the side views. The groin and the waist;
# from the sides also the knee, from within the inner face of the shin bone and what is seen of the
# front and the back of the thigh; the leg beyond the sole.
BARE = {
    'front': [(0, 182, 0, 1)],
    'back': [(0, 40, 0, 1)],
    'outer': [(0, 50, 0, 1), (50, 182, 0, 0.19), (480, 610, 0, 1)],
    'inner': [(0, 206, 0, 1), (206, 480, 0, 0.56), (206, 480, 0.66, 1), (480, 610, 0, 1),
              (585, 960, 0, 0.5)],
    'sole': [(0, 115, 0, 1)],
}
NODES = {'front': 'groin', 'back': 'popliteal', 'outer': 'popliteal', 'inner': 'groin'}
# Least area of all zones of a view, in fields of the grid.
SAMPLES = {'inner': 3400, 'sole': 1400}
# The order in which one long glide passes the zones, and the widest step between two.
CHAINS = {
    'front': [('foot', 'shin', 'knee', 'quadriceps')],
    'back': [('foot', 'ankle', 'soleus', 'calf', 'popliteal', 'hamstrings', 'gluteus')],
    'outer': [('ankle', 'soleus', 'calf'), ('outer-thigh', 'tfl')],
    'inner': [('ankle', 'soleus', 'calf')],
    'sole': [('foot',)],
}
CHAIN_GAP = 12
# A hand is 91 units wide: one that ends its way so far from the nodes of the groin does not lie on
# them. On the deep buttock it keeps so far from the body's midline.
GROIN_GAP = 110
MIDLINE_GAP = 25
GRID = 5
BACKGROUNDS = {'light': '#fafafa', 'dark': '#242424'}
LEAST_CONTRAST = 3.0
MOST_BYTES = 250_000


def read_path(data):
    """The Bézier segments of path data made of absolute M, L, C and Z, and whether it closes."""
    segments, point, start = [], None, None
    moves = closed = 0
    for command, numbers in re.findall(r'([MLCZ])([^MLCZ]*)', data):
        values = [float(n) for n in re.findall(r'-?\d+(?:\.\d+)?', numbers)]
        pairs = list(zip(values[::2], values[1::2]))
        if command == 'M':
            point = start = pairs[0]
            moves += 1
        elif command == 'L':
            for target in pairs:
                segments.append((point, point, target, target))
                point = target
        elif command == 'C':
            for c1, c2, target in zip(pairs[::3], pairs[1::3], pairs[2::3]):
                segments.append((point, c1, c2, target))
                point = target
        else:
            closed += 1
            if math.dist(point, start) > 0:
                segments.append((point, point, start, start))
            point = start
    if re.sub(r'[MLCZ\d.\-, \n]', '', data):
        raise ValueError(f'path data holds more than absolute M, L, C, Z: {data[:60]}')
    return segments, moves == 1 and closed == 1 and data.rstrip().endswith('Z'), moves


def flatten(segments, steps=14):
    points = [segments[0][0]]
    for p0, c1, c2, p1 in segments:
        for i in range(1, steps + 1):
            t = i / steps
            u = 1 - t
            weights = (u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t)
            points.append(tuple(sum(w * v for w, v in zip(weights, values))
                                for values in zip(p0, c1, c2, p1)))
    return points


class Guide:
    """Which zones are seen where, which techniques may be used on them and how those travel."""

    def __init__(self, folder):
        self.zones = {view: set() for view in VIEWS}
        for zone in ElementTree.parse(folder / 'zones.xml').iter('zone'):
            for view in zone.get('views').split():
                self.zones[view].add(zone.get('id'))
        techniques = list(ElementTree.parse(folder / 'techniques.xml').iter('technique'))
        self.uses = {t.get('id'): {on.get('zone'): on.get('view') for on in t.iter('on')}
                     for t in techniques}
        self.holds = {t.get('id') for t in techniques if t.get('travel') == 'hold'}
        self.proximal = {t.get('id') for t in techniques if t.get('travel') == 'proximal'}


class Shape:
    """A closed path as a polygon that can tell whether a point lies in it (winding rule). Heights
    are asked for again and again by a grid's rows and so kept."""

    def __init__(self, segments):
        self.points = flatten(segments)
        self.left = min(x for x, _ in self.points)
        self.right = max(x for x, _ in self.points)
        self.top = min(y for _, y in self.points)
        self.bottom = max(y for _, y in self.points)
        self.area = abs(sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1)
                            in zip(self.points, self.points[1:] + self.points[:1]))) / 2
        self.rows = {}

    def crossings(self, y):
        """Where the outline passes the height @y: (x, 1 downward or -1 upward)."""
        if y not in self.rows:
            self.rows[y] = [(x0 + (y - y0) * (x1 - x0) / (y1 - y0), 1 if y1 > y0 else -1)
                            for (x0, y0), (x1, y1)
                            in zip(self.points, self.points[1:] + self.points[:1])
                            if y0 <= y < y1 or y1 <= y < y0]
        return self.rows[y]

    def extent(self, y):
        """The least and the greatest x at the height @y."""
        xs = [x for x, _ in self.crossings(y)]
        return min(xs), max(xs)

    def __contains__(self, point):
        x, y = point
        if not (self.left <= x <= self.right and self.top <= y <= self.bottom):
            return False
        return sum(turn for crossing, turn in self.crossings(y) if crossing > x) != 0


class View:
    """One drawing, read."""

    def __init__(self, path, guide):
        self.name = path.stem
        self.guide = guide
        self.size = path.stat().st_size
        self.root = ElementTree.parse(path).getroot()
        self.width, self.height = [float(v) for v in self.root.get('viewBox').split()[2:]]
        self.groups = {g.get('id'): g for g in self.root if g.tag == SVG + 'g'}
        self.zones = {p.get('id'): Shape(read_path(p.get('d'))[0]) for p in self.groups['zones']}
        self.strokes = {p.get('id'): p.get('d') for p in self.groups['strokes']}

    def find(self, element_id):
        return next((e for e in self.root.iter() if e.get('id') == element_id), None)

    def shapes(self, element_id):
        """The closed pieces of a path."""
        data = self.find(element_id).get('d')
        return [Shape(read_path(f'M{piece}')[0]) for piece in data.split('M')[1:]]

    def shape(self, element_id):
        (shape,) = self.shapes(element_id)
        return shape

    def strokes_expected(self):
        return {f'stroke-{leg}-{zone}-{technique}': (leg, zone, technique) for leg in LEGS
                for technique, zones in self.guide.uses.items()
                for zone, only in zones.items()
                if zone in self.guide.zones[self.name] and only in (None, self.name)}

    def may_be_bare(self, point, leg, silhouette):
        x, y = point
        edge, other = silhouette.extent(y)
        if (leg == 'left') == LEFT_IS_RIGHT[self.name]:
            edge, other = other, edge
        part = (x - edge) / (other - edge)
        return any(top <= y <= low and least <= part <= most
                   for top, low, least, most in BARE[self.name])


def luminance(colour):
    channels = [int(colour[i:i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(a, b):
    light, dark = sorted((luminance(a), luminance(b)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def read_colours(path):
    """The fill and stroke colour of each class of a stylesheet."""
    text = re.sub(r'/\*.*?\*/', '', path.read_text(encoding='utf-8'), flags=re.S)
    colours = {}
    for selectors, body in re.findall(r'([^{}]+)\{([^}]*)\}', text):
        for key, value in re.findall(r'(fill|stroke): (#[0-9a-f]{6})', body):
            for selector in selectors.split(','):
                colours[selector.strip().split('.')[-1], key] = value
    return colours


def check_structure(view):
    """The groups are there in their order, each leg has its silhouette and node"""
    assert view.root.get('data-view') == view.name
    assert view.height == HEIGHTS.get(view.name, 1090), view.height
    assert list(view.groups) == ['art', 'overlay-veins', 'zones', 'strokes'], list(view.groups)
    for leg in LEGS:
        assert view.find(f'silhouette-{leg}') is not None
        if view.name in NODES:
            assert view.find(f'node-{leg}-{NODES[view.name]}').tag == SVG + 'circle'
    ids = [e.get('id') for e in view.root.iter() if e.get('id')]
    assert len(ids) == len(set(ids)), 'an id is used twice'
    assert view.size <= MOST_BYTES, f'{view.size} bytes'


def check_no_transforms(view):
    """Nothing is transformed, so that path data are page coordinates"""
    moved = [e.get('id') or e.tag for e in view.root.iter() if 'transform' in e.attrib]
    assert not moved, moved


def check_zones(view):
    """Every zone of the view is there for both legs, one closed path each, on its own side"""
    expected = {f'zone-{leg}-{zone}' for leg in LEGS for zone in view.guide.zones[view.name]}
    assert set(view.zones) == expected, set(view.zones) ^ expected
    for path in view.groups['zones']:
        _, closed, _ = read_path(path.get('d'))
        assert closed, f'{path.get("id")} is not one closed path'
        assert path.get('class') == 'zone'
        shape = view.zones[path.get('id')]
        assert shape.area > 300, f'{path.get("id")} has area {shape.area:.0f}'
        on_right = path.get('id').startswith('zone-left') == LEFT_IS_RIGHT[view.name]
        middle = view.width / 2
        inner = shape.left - middle if on_right else middle - shape.right
        assert inner >= -0.2, f'{path.get("id")} reaches over the midline'


def check_tiling(view):
    """Zones cover the massageable skin of the silhouette without holes or overlaps"""
    silhouettes = {leg: view.shape(f'silhouette-{leg}') for leg in LEGS}
    massageable = [shape for leg in LEGS for shape in view.shapes(f'massageable-{leg}')]
    samples = 0
    # The grid is shifted off the tenths of a unit in which borders are written.
    for row in range(int(view.height / GRID)):
        for column in range(int(view.width / GRID)):
            point = (column * GRID + 0.537, row * GRID + 0.513)
            hits = [name for name, shape in view.zones.items() if point in shape]
            assert len(hits) <= 1, f'{point} lies in {hits}'
            on = [leg for leg, silhouette in silhouettes.items() if point in silhouette]
            assert on or not hits, f'{point} lies in {hits} outside the silhouette'
            assert bool(hits) == any(point in shape for shape in massageable), point
            if on and not hits:
                assert view.may_be_bare(point, on[0], silhouettes[on[0]]), f'{point} is in no zone'
            samples += bool(hits)
    assert samples > SAMPLES.get(view.name, 4000), samples


def check_areas(view):
    """The areas of a leg's zones add up to the area of its massageable outline"""
    for leg in LEGS:
        total = sum(s.area for name, s in view.zones.items() if name.startswith(f'zone-{leg}-'))
        whole = sum(s.area for s in view.shapes(f'massageable-{leg}'))
        assert abs(total - whole) < 1e-6 * whole, (total, whole)


def check_strokes(view):
    """Each zone has a stroke for each technique that is allowed there, and no other"""
    expected = set(view.strokes_expected())
    assert set(view.strokes) == expected, set(view.strokes) ^ expected


def check_strokes_inside(view):
    """Every point of a stroke lies inside its zone"""
    for name, (leg, zone, _) in view.strokes_expected().items():
        segments, closed, moves = read_path(view.strokes[name])
        assert not closed and moves == 1, name
        for point in flatten(segments):
            assert point in view.zones[f'zone-{leg}-{zone}'], f'{name} leaves its zone at {point}'


def check_travel(view):
    """Strokes toward the heart never end lower than they start, nor turn back on their way"""
    for name, (_, _, technique) in view.strokes_expected().items():
        points = flatten(read_path(view.strokes[name])[0])
        length = sum(math.dist(a, b) for a, b in zip(points, points[1:]))
        if technique in view.guide.proximal:
            assert points[-1][1] <= points[0][1], f'{name} ends lower than it starts'
            assert max(b[1] - a[1] for a, b in zip(points, points[1:])) < 0.6, f'{name} turns back'
        if technique in view.guide.holds:
            assert 4 <= length <= 16, f'{name} is {length:.0f} long'
        else:
            assert length >= 15, f'{name} is {length:.0f} long'


def check_chains(view):
    """The glides of neighbouring zones join, so that one glide can pass the whole leg"""
    for leg, chain in ((leg, chain) for leg in LEGS for chain in CHAINS[view.name]):
        ends = [flatten(read_path(view.strokes[f'stroke-{leg}-{zone}-effleurage'])[0])
                for zone in chain]
        for zone, before, after in zip(chain[1:], ends, ends[1:]):
            gap = math.dist(before[-1], after[0])
            assert gap <= CHAIN_GAP, f'{leg} {zone} starts {gap:.1f} away'


def check_groin(view):
    """Hands on the inner thigh stay below the nodes of the groin"""
    if NODES.get(view.name) != 'groin':
        return
    for name, (leg, zone, _) in view.strokes_expected().items():
        node = view.find(f'node-{leg}-groin')
        place = float(node.get('cx')), float(node.get('cy'))
        points = flatten(read_path(view.strokes[name])[0])
        gap = min(math.dist(point, place) for point in points)
        assert zone != 'adductors' or gap >= GROIN_GAP, f'{name} comes as near as {gap:.0f}'


def check_inner_thigh(view):
    """Seen from within, the inner thigh ends before the front and the back of the thigh"""
    for leg in LEGS if view.name == 'inner' else ():
        zone, silhouette = view.zones[f'zone-{leg}-adductors'], view.shape(f'silhouette-{leg}')
        for y in range(220, 480, 20):
            (left, right), (least, most) = zone.extent(y), silhouette.extent(y)
            bare = min(left - least, most - right) / (most - least)
            assert bare > 0.12, f'{leg}: at {y} it ends {bare:.2f} within the edge'


def check_deep_buttock(view):
    """The deep buttock lies beside the tail bone; one glides outward there"""
    for leg in LEGS if 'piriformis' in view.guide.zones[view.name] else ():
        zone = view.zones[f'zone-{leg}-piriformis']
        middle = view.width / 2
        assert min(abs(x - middle) for x, _ in zone.points) >= MIDLINE_GAP, f'{leg} zone'
        points = flatten(read_path(view.strokes[f'stroke-{leg}-piriformis-effleurage'])[0])
        outward = abs(points[-1][0] - middle) - abs(points[0][0] - middle)
        assert outward >= 45, f'{leg} glide goes {outward:.0f} outward'


def check_mirror(view):
    """The right leg is the left one, mirrored"""
    for name, shape in view.zones.items():
        if name.startswith('zone-left'):
            other = view.zones[name.replace('left', 'right')]
            assert abs(shape.area - other.area) < 1e-3 * shape.area, name
            assert abs(shape.left + other.right - view.width) < 0.2, name


def check_valves(view):
    """The veins show which way their valves let blood flow: each mark points to the heart"""
    marks = [read_path(path.get('d'))[0] for path in view.groups['overlay-veins']
             if path.get('class') == 'valve']
    assert len(marks) >= 2 * 5, f'{len(marks)} valves'
    for arm, other in marks:
        (x0, y0), (x, y), (x1, y1) = arm[0], arm[3], other[3]
        # Up, and on the foot, where a vein lies level, back toward the leg.
        heel = view.name in ('outer', 'inner') and y > 0.9 * view.height
        assert y < (y0 + y1) / 2 or heel, f'valve at {x}, {y} points down'
        assert math.dist((x, y), (x0, y0)) < 15


def check_palette(folder):
    """Valves have a contrast of 3:1 on all that they lie on, in every tone"""
    figures = []
    for tone in (1, 2, 3, 4):
        colours = read_colours(folder / f'tone-{tone}.css')
        for ground in ('skin', 'deep', 'muscle', 'muscle-2'):
            ratio = contrast(colours['valve', 'stroke'], colours[ground, 'fill'])
            figures.append(ratio)
            assert ratio >= LEAST_CONTRAST, f'tone {tone}: valve on {ground} {ratio:.2f}'
    print(f'# least contrast of a valve: {min(figures):.2f}')


def check_relief(folder):
    """Muscles stand out in every tone: by their edges, from gaps, tendons and skin"""
    for tone in (1, 2, 3, 4):
        colours = read_colours(folder / f'tone-{tone}.css')
        edge = colours['fibre', 'stroke']
        deep, tendon, skin = (colours[kind, 'fill'] for kind in ('deep', 'tendon', 'skin'))
        for kind in ('muscle', 'muscle-2'):
            muscle = colours[kind, 'fill']
            for what, other, least in (('edge', edge, 2), ('tendon', tendon, 1.3),
                                       ('gap', deep, 1.1), ('skin', skin, 1.1)):
                ratio = contrast(muscle, other)
                assert ratio >= least, f'tone {tone}: {kind} against its {what} {ratio:.2f}'


def check_edges(folder):
    """The edge of the leg or its skin stands out from the window, light and dark"""
    dark_edge = read_colours(folder / 'style-dark.css')['skin-edge', 'stroke']
    assert contrast(dark_edge, BACKGROUNDS['dark']) >= LEAST_CONTRAST
    firm_edge = read_colours(folder / 'style-contrast.css')['skin-edge', 'stroke']
    for background in BACKGROUNDS.values():
        assert contrast(firm_edge, background) >= LEAST_CONTRAST, background
    for tone in (1, 2, 3, 4):
        edge = read_colours(folder / f'tone-{tone}.css')['skin-edge', 'stroke']
        assert contrast(edge, BACKGROUNDS['light']) >= LEAST_CONTRAST, tone


def check_legend(folder):
    """The legend of veins and nodes has the map's colours, in every tone, light and dark"""
    def read(name):
        text = (folder.parent / name).read_text(encoding='utf-8')
        return {selector.strip(): colour for selectors, colour in re.findall(
            r'([^{}]*\.legend-[^{}]*)\{[^}]*?background-color: (#[0-9a-f]{6})', text)
                for selector in re.sub(r'/\*.*?\*/', '', selectors, flags=re.S).split(',')}
    light, dark = read('style.css'), read('dark.css')
    for tone in (1, 2, 3, 4):
        shown = light.get(f'.tone-{tone} .legend-vein', light['.legend-vein'])
        drawn = read_colours(folder / f'tone-{tone}.css')['vein', 'stroke']
        assert shown == drawn, f'tone {tone}: {shown} for {drawn}'
    assert light['.legend-node'] == read_colours(folder / 'style-light.css')['node', 'fill']
    assert dark['.legend-node'] == read_colours(folder / 'style-dark.css')['node', 'fill']


VIEW_CHECKS = (check_structure, check_no_transforms, check_zones, check_tiling, check_areas,
               check_strokes, check_strokes_inside, check_travel, check_chains, check_groin,
               check_inner_thigh, check_deep_buttock, check_mirror, check_valves)
PALETTE_CHECKS = (check_palette, check_relief, check_edges, check_legend)


def main(folder):
    guide = Guide(folder / 'guide')
    views = [View(folder / 'map' / f'{name}.svg', guide) for name in VIEWS]
    cases = [(f'{view.name}: {check.__doc__}', check, view)
             for view in views for check in VIEW_CHECKS]
    cases += [(check.__doc__, check, folder / 'map') for check in PALETTE_CHECKS]
    print(f'1..{len(cases)}')
    failed = 0
    for number, (title, check, subject) in enumerate(cases, 1):
        try:
            check(subject)
        except AssertionError as error:
            failed += 1
            print(f'not ok {number} - {title}\n# {error}')
        else:
            print(f'ok {number} - {title}')
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main(pathlib.Path(sys.argv[1])))
