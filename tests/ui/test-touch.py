#!/usr/bin/env python3
"""The leg map obeys fingers: on a touchscreen, and on a touchpad.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import functools
import time

from driver import run, wait, xdotool
from fingers import Mouse, Touchpad, Touchscreen

# Each device serves one program as long as the screen is there.
touchscreen = functools.cache(Touchscreen)
touchpad = functools.cache(Touchpad)
mouse = functools.cache(Mouse)

# Of a box in whole pixels, so much may be lost at zoom 1, and again where it lies in the end.
ROUNDING = 1.5

# One notch of a wheel (legato-map-zoom.c).
NOTCH_STEP = 1.2
NOTCH_PAN = 60

# Longer than GTK waits for another tap.
BETWEEN_TAPS = 0.5


class LegMap:
    """The map in the window, which is known by where the left knee lies."""

    def __init__(self, program):
        self.program = program
        self.zone = program.settle('Left knee', 'button')
        self.whole = self.zone.extents

    def box(self):
        return self.zone.extents

    def at(self):
        """The knee's middle, on the screen."""
        return self.program.to_screen(*self.zone.center)

    def point(self):
        """Lays the pointer there."""
        place = self.at()
        xdotool('mousemove', *place)
        return place

    def expect(self, what, before, factor=1.0, held=(0, 0), moved=(0, 0)):
        """Waits until all is @factor times as large as in the box @before, and what was at @held,
        on the screen, has @moved as far."""
        left, top = self.program.to_screen(0, 0)
        goal = [(at - fixed) * factor + fixed + by
                for at, fixed, by in zip(before[:2], (held[0] - left, held[1] - top), moved)]
        goal += [size * factor for size in before[2:]]
        close = ROUNDING * (1 + factor)
        last = [None]

        def fits():
            last[0] = self.box()
            return all(abs(a - b) <= close for a, b in zip(last[0], goal))
        try:
            wait(what, fits)
        except AssertionError as error:
            raise AssertionError(f'{error}: at {last[0]}, not at {goal}') from error

    def expect_whole(self):
        wait('the whole legs', lambda: self.box() == self.whole)
        self.program.see_no('Show the whole legs')

    def expect_nothing_chosen(self):
        """After a further gesture has come to its end, and so all before it."""
        held = self.point()
        touchpad().pinch(2)
        self.expect('a last pinch', self.whole, 2, held)
        assert self.program.find_seen('Where is it sore?')
        touchpad().pinch(0.2)
        self.expect_whole()


def beside(place, x, y=0):
    return place[0] + x, place[1] + y


def let_taps_be_forgotten(program):
    """So that the next is the first: the program answers, and so has seen that the time is over."""
    time.sleep(BETWEEN_TAPS)
    program.look()


def expect_chosen(program, name):
    """It is marked on the map."""
    wait(f'{name!r} marked', lambda: any(
        state.value_nick == 'pressed' for node in program.find_all(name, 'button')
        for state in node.states))


def start(program):
    program.start()
    return LegMap(program)


def two_fingers_zoom(program):
    legs, fingers = start(program), touchscreen()
    held = legs.at()
    fingers.put(beside(held, -40), beside(held, 40))
    # In large steps, and one finger before the other.
    fingers.move(beside(held, -80), beside(held, 80), steps=2)
    legs.expect('twice as large', legs.whole, 2, held)
    fingers.move(beside(held, -80, 50), beside(held, 80, 50))
    legs.expect('also moved', legs.whole, 2, held, (0, 50))
    fingers.lift()
    program.see('Show the whole legs')

    # From there on, obliquely, to a third of that, which is less than the whole.
    held = legs.at()
    fingers.put(beside(held, -60, -60), beside(held, 60, 60))
    fingers.move(beside(held, -20, -20), beside(held, 20, 20))
    legs.expect_whole()
    fingers.lift()
    legs.expect_nothing_chosen()
    program.quit()


def one_finger_moves_what_is_near(program):
    legs, fingers = start(program), touchscreen()
    held = legs.at()
    # The whole legs stay where they are.
    fingers.put(held)
    fingers.move(beside(held, 80, 80))
    fingers.lift()

    fingers.put(beside(held, -40), beside(held, 40))
    fingers.move(beside(held, -80), beside(held, 80))
    fingers.lift()
    legs.expect('twice as large', legs.whole, 2, held)

    before = legs.box()
    fingers.put(held)
    fingers.move(beside(held, 40, -60))
    legs.expect('dragged', before, moved=(40, -60))

    # Another finger joins, they pinch, and it leaves again: the first goes on.
    before, first = legs.box(), beside(held, 40, -60)
    fingers.add(beside(first, 60))
    fingers.move(beside(first, -15), beside(first, 75))
    legs.expect('dragged and pinched', before, 1.5, beside(first, 30))
    fingers.lift(1)
    before, first = legs.box(), beside(first, -15)
    fingers.move(beside(first, 0, 1))
    fingers.move(beside(first, 30, 40))
    legs.expect('dragged on', before, moved=(30, 40))
    fingers.lift()

    legs.point()
    touchpad().pinch(0.1)
    legs.expect_whole()
    legs.expect_nothing_chosen()
    program.quit()


def taps_choose(program):
    legs, fingers = start(program), touchscreen()
    fingers.tap(legs.at())
    program.see('Left knee', 'label')
    expect_chosen(program, 'Left knee')

    # Beside it, within a finger's reach: outside its box, where it is still meant.
    shin = program.settle('Left shin', 'button')
    x, y, width, height = shin.extents
    rows = [row for row in range(y, y + height) if program.pick(x + width + 3, row) is shin]
    fingers.tap(program.to_screen(x + width + 3, rows[len(rows) // 2]))
    program.see('Left shin', 'label')
    expect_chosen(program, 'Left shin')
    # What is chosen is near; one key shows all again.
    wait('a place shown large', lambda: legs.box()[2] > 1.5 * legs.whole[2])
    program.key('0')
    legs.expect_whole()

    # Twice goes there and back.
    let_taps_be_forgotten(program)
    fingers.tap(legs.at(), 2)
    wait('a place shown large', lambda: legs.box()[2] > 1.5 * legs.whole[2])
    program.see('Left knee', 'label')
    expect_chosen(program, 'Left knee')
    program.settle('Left knee', 'button')
    let_taps_be_forgotten(program)
    fingers.tap(legs.at(), 2)
    legs.expect_whole()
    program.quit()


def a_touchpad_zooms_and_moves(program):
    legs, pad = start(program), touchpad()
    held = legs.point()
    # With nowhere to go nothing happens.
    for _ in range(3):
        pad.scroll(0, 0.5)
    pad.pinch(1.2, 1.6, 2)
    legs.expect('pinched', legs.whole, 2, held)

    legs.point()
    pad.scroll(0, 0.01)
    before = legs.box()
    pad.scroll(0.5, 0.75)
    legs.expect('scrolled', before, moved=(-0.5 * NOTCH_PAN, -0.75 * NOTCH_PAN))
    pad.scroll(-0.5, -0.75)
    legs.expect('scrolled back', before)
    pad.pinch(0.7, 0.4)
    legs.expect_whole()

    xdotool('keydown', 'ctrl')
    held = legs.point()
    pad.scroll(0, 0.01)
    pad.scroll(0, -2)
    legs.expect('zoomed with Ctrl', legs.whole, NOTCH_STEP ** 2, held)
    pad.scroll(0, 3)
    legs.expect_whole()
    xdotool('keyup', 'ctrl')

    # The wheel of a mouse does that without, also one that knows parts of a notch.
    held = legs.point()
    mouse().scroll(0, 0.01)
    for _ in range(4):
        mouse().scroll(0, -0.5)
    legs.expect('zoomed by a wheel', legs.whole, NOTCH_STEP ** 2, held)
    mouse().scroll(0, 3)
    legs.expect_whole()
    legs.expect_nothing_chosen()
    program.quit()


def on_a_page_that_scrolls_two_fingers_are_the_map_s(program):
    program.start()
    program.key('ctrl+comma')
    program.enter('Preferences')
    program.click('Places')
    legs, fingers = LegMap(program), touchscreen()
    held = legs.at()
    fingers.tap(held)
    expect_chosen(program, 'Left knee')

    fingers.put(beside(held, -20), beside(held, 20))
    fingers.move(beside(held, -40), beside(held, 40))
    legs.expect('twice as large', legs.whole, 2, held)
    fingers.move(beside(held, -60, 30), beside(held, 20, 30))
    legs.expect('moved', legs.whole, 2, held, (-20, 30))
    fingers.lift()

    # One finger still gets past the map.
    button = program.see('Zoom in', 'button')
    before = button.extents
    held = legs.at()
    fingers.put(held)
    fingers.move(beside(held, 0, -60))
    wait('the page to scroll', lambda: button.extents[1] < before[1])
    fingers.lift()
    program.click('Close', 'button')
    program.back_to('Legato')
    program.quit()


run(two_fingers_zoom, one_finger_moves_what_is_near, taps_choose, a_touchpad_zooms_and_moves,
    on_a_page_that_scrolls_two_fingers_are_the_map_s)
