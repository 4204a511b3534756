"""What the modes of a terminal are after all that was written to it."""

import re

# Names of what must be given back, with what switches it on and off (xterm's sequences).
_SEQUENCE = re.compile(rb"\x1b\[\?([\d;]+)([hl])|\x1b([=>])|\x1b\[([\d;]*)m")
_LONGEST = 32


class Modes:
    """Follows private modes, the keypad and attributes."""

    def __init__(self):
        self._private = {}
        self._has_keypad = False
        self._has_attributes = False
        self._rest = b""

    def feed(self, data):
        text = self._rest + data
        end = 0
        for match in _SEQUENCE.finditer(text):
            end = match.end()
            numbers, switch, keypad, attributes = match.groups()
            if numbers:
                for number in numbers.split(b";"):
                    self._private[int(number or 0)] = switch == b"h"
            elif keypad:
                self._has_keypad = keypad == b"="
            else:
                self._has_attributes = attributes not in (b"", b"0", b"39;49")
        # A sequence may be cut where the next piece of output begins.
        start = max(end, len(text) - _LONGEST)
        self._rest = text[start:]

    def left_over(self):
        """What was switched and not given back, one phrase each."""
        names = {
            1: "application cursor keys", 1000: "mouse", 1002: "mouse drags", 1003: "mouse moves", 1006: "mouse (SGR)",
            1049: "alternate screen", 2004: "bracketed paste",
        }
        left = [name for mode, name in names.items() if self._private.get(mode)]
        if not self._private.get(25, True):
            left.append("hidden cursor")
        if self._has_keypad:
            left.append("application keypad")
        if self._has_attributes:
            left.append("colours or attributes")
        return left
