#!/bin/sh
# A test's screen is its own, also where another server answers at the number that its own took: two
# roots that share the network do not see each other's servers until they speak to them. And where
# there is an accessibility bus, it is there before the test begins.
#
#   test-with-display.sh WITH-DISPLAY
#
# SPDX-License-Identifier: GPL-3.0-or-later
set -eu

# Inside of the other server's screen, with a server that believes at first that it has its number.
if [ "${2:-}" = inside ]; then
  mkdir "$HOME/bin"
  cat >"$HOME/bin/Xvfb" <<END
#!/bin/sh
if mkdir "$HOME/asked" 2>/dev/null; then
  echo "${DISPLAY#:}" >&3
  exec sleep 1000 3>&-
fi
exec $(command -v Xvfb) "\$@"
END
  chmod +x "$HOME/bin/Xvfb"
  other=$DISPLAY
  # shellcheck disable=SC2016 # for the inner shell
  PATH="$HOME/bin:$PATH" exec "$1" sh -c '
    echo "the other is $1, ours is $DISPLAY"
    [ "$DISPLAY" != "$1" ] && xdotool getmouselocation && xauth -n list "$DISPLAY" | grep -q . &&
      { [ ! -e /usr/share/dbus-1/services/org.a11y.Bus.service ] ||
          dbus-send --print-reply --dest=org.freedesktop.DBus / org.freedesktop.DBus.NameHasOwner \
            string:org.a11y.Bus | grep -q true; }
  ' sh "$other"
fi

command -v xdotool >/dev/null || exit 77
exec "$1" "$0" "$1" inside
