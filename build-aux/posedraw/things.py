# things.py: what people sit, lie and lean on, and the tools
#
# SPDX-License-Identifier: GPL-3.0-or-later
from .vector import add, along, cross, scale, sub, unit


def circle(centre, u, v, radius, steps=10):
    """Points round a circle in the plane of the unit vectors @u and @v. Its quarters come from
    fractions, as sines differ from machine to machine."""
    points = []
    for quarter in range(4):
        for k in range(steps):
            t = k / steps
            c, s = (1 - t * t) / (1 + t * t), 2 * t / (1 + t * t)
            points.append(along(centre, (u, c * radius), (v, s * radius)))
        u, v = v, scale(u, -1)
    return points


def hull(points):
    """The corners of the convex hull of flat @points, in order."""
    points = sorted(set(points))

    def half(run):
        chain = []
        for p in run:
            while len(chain) > 1 and ((chain[-1][0] - chain[-2][0]) * (p[1] - chain[-2][1])
                                      - (chain[-1][1] - chain[-2][1]) * (p[0] - chain[-2][0])) <= 0:
                chain.pop()
            chain.append(p)
        return chain[:-1]

    return half(points) + half(points[::-1])


def box(picture, low, high, name='thing', line='edge'):
    """The faces of an upright box between the corners @low and @high that are seen."""
    (x0, y0, z0), (x1, y1, z1) = low, high
    x = x1 if picture.camera.view[0] > 0 else x0
    picture.polygon([(x, y0, z0), (x, y1, z0), (x, y1, z1), (x, y0, z1)], f'{name}-side', line)
    picture.polygon([(x0, y1, z0), (x1, y1, z0), (x1, y1, z1), (x0, y1, z1)], f'{name}-top', line)
    picture.polygon([(x0, y0, z1), (x1, y0, z1), (x1, y1, z1), (x0, y1, z1)], name, line)


def ground(picture, x0, x1, z0, z1, y=0):
    """A mat of this size on the floor."""
    picture.polygon([(x0, y, z0), (x1, y, z0), (x1, y, z1), (x0, y, z1)], 'ground', None)


def chair(picture, x, z=0, seat=435, depth=430, width=440, back=True):
    """A chair that faces right, its seat's front edge at @x."""
    t = 36
    x0, z0, z1 = x - depth, z - width / 2, z + width / 2
    for lx, lz in ((x0, z0), (x - t, z0), (x0, z1 - t), (x - t, z1 - t)):
        box(picture, (lx, 0, lz), (lx + t, seat - 40, lz + t))
    if back:
        box(picture, (x0 - 10, seat - 40, z0), (x0 + 26, seat + 430, z1))
    box(picture, (x0, seat - 40, z0), (x, seat, z1))


def ball(picture, centre, radius=36):
    camera = picture.camera
    ring = [camera.flat(p) for p in circle(centre, camera.right, camera.up, radius)]
    picture.shapes.append(('tool', ring, True))
    picture.shapes.append(('line', ring, True))


def roller(picture, centre, half=230, radius=75):
    """A foam roller across the page."""
    flat = picture.camera.flat
    near = [flat(p) for p in circle(add(centre, (0, 0, half)), (1, 0, 0), (0, 1, 0), radius)]
    far = [flat(p) for p in circle(add(centre, (0, 0, -half)), (1, 0, 0), (0, 1, 0), radius)]
    picture.shapes.append(('tool', hull(near + far), 'smooth-hull'))
    picture.shapes.append(('line', hull(near + far), 'smooth-hull'))
    core = [flat(p) for p in circle(add(centre, (0, 0, half)), (1, 0, 0), (0, 1, 0), radius * 0.4)]
    picture.shapes.append(('line', near, True))
    picture.shapes.append(('skin', core, True))
    picture.shapes.append(('detail', core, True))


def cushion(picture, low, high, name='thing'):
    """A soft pillow that fills the box between @low and @high."""
    (x0, y0, z0), (x1, y1, z1) = low, high
    r = (y1 - y0) / 2
    y = y0 + r
    corners = [(x0 + r, y, z0 + r), (x1 - r, y, z0 + r), (x1 - r, y, z1 - r), (x0 + r, y, z1 - r)]
    middle = ((x0 + x1) / 2, y, (z0 + z1) / 2)
    solid = [(a, r, b, r, 30) for a, b in zip(corners, corners[1:] + corners[:1])]
    solid += [(a, r, middle, r * 1.12, 60) for a in corners]
    picture.solid(solid, name, line='edge')


def wedge(picture, foot, top, z0, z1, base=0):
    """A firm wedge that rises from @foot to @top, each an (x, y), and stays level from there."""
    (x0, y0), (x1, y1) = foot, top
    x2 = x1 + 330
    front = [(x0, base), (x0, y0), (x1, y1), (x2, y1), (x2, base)]
    end = [(x2, base, z0), (x2, y1, z0), (x2, y1, z1), (x2, base, z1)]
    picture.polygon(end, 'thing-side', 'edge')
    picture.polygon([(x0, y0, z0), (x1, y1, z0), (x1, y1, z1), (x0, y0, z1)], 'thing-top', 'edge')
    picture.polygon([(x1, y1, z0), (x2, y1, z0), (x2, y1, z1), (x1, y1, z1)], 'thing-top', 'edge')
    picture.polygon([(x, y, z1) for x, y in front], 'thing', 'edge')


def wall(picture, x, height, z0, z1):
    """A wall at the left of @x, seen from the side that faces right."""
    box(picture, (x - 40, 0, z0), (x, height, z1))


def arc(picture, centre, u, v, radius, start, end, name='motion', head=34):
    """An arrow round a part of a circle; @start and @end count its points (40 a turn)."""
    ring = circle(centre, u, v, radius)
    points = [ring[k % 40] for k in range(start, end + 1)]
    flat = [picture.camera.flat(p) for p in points]
    picture.line(flat, name)
    tip, back = points[-1], points[-4]
    way = unit(sub(tip, back))
    across = unit(cross(way, picture.camera.view))
    for s in (1, -1):
        barb = along(tip, (way, -head * 0.8), (across, s * head * 0.7))
        ends = [picture.camera.flat(p) for p in (barb, along(tip, (way, head * 0.15)))]
        picture.shapes.append((name, ends, 'sharp-line'))
