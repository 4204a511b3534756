"""Rows of text with colour sequences, as runs of one style."""

import dataclasses
import re
import unicodedata


@dataclasses.dataclass(frozen=True)
class Style:
    foreground: object = None
    background: object = None
    bold: bool = False
    dim: bool = False
    underlined: bool = False
    reversed: bool = False


@dataclasses.dataclass(frozen=True)
class Run:
    """Text from a column on; `width` is in cells."""
    column: int
    width: int
    text: str
    style: Style


# What a sequence of one number sets, beside the colours.
SWITCHES = {1: {"bold": True}, 2: {"dim": True}, 4: {"underlined": True}, 7: {"reversed": True},
            22: {"bold": False, "dim": False}, 24: {"underlined": False}, 27: {"reversed": False},
            39: {"foreground": None}, 49: {"background": None}}
SEQUENCE = re.compile(r"\x1b\[([0-9;]*)m|\x1b\[[0-9;?]*[A-Za-z]|\x1b[()].|[\x0e\x0f]")


def width(character):
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def restyled(style, numbers):
    """The style after a sequence with these numbers."""
    numbers = list(numbers)
    while numbers:
        number = numbers.pop(0)
        if number == 0:
            style = Style()
        elif number in SWITCHES:
            style = dataclasses.replace(style, **SWITCHES[number])
        elif number in (38, 48):
            layer = "foreground" if number == 38 else "background"
            style = dataclasses.replace(style, **{layer: long_color(numbers)})
        elif 30 <= number <= 37 or 90 <= number <= 97:
            style = dataclasses.replace(style, foreground=number % 10 + (8 if number >= 90 else 0))
        elif 40 <= number <= 47 or 100 <= number <= 107:
            style = dataclasses.replace(style, background=number % 10 + (8 if number >= 100 else 0))
    return style


def long_color(numbers):
    """What follows 38 or 48: 5 and a number of the palette, or 2 and red, green, blue."""
    kind = numbers.pop(0)
    if kind == 5:
        return numbers.pop(0)
    return tuple(numbers.pop(0) for _ in range(3))


def runs(lines):
    """The runs of each row. A style lasts over the ends of rows until the next sequence."""
    style = Style()
    result = []
    for line in lines:
        row, style = runs_of(line, style)
        result.append(row)
    return result


def runs_of(line, style):
    row, column, position = [], 0, 0
    for match in [*SEQUENCE.finditer(line), None]:
        piece = line[position:match.start() if match else len(line)]
        for text, cells in pieces(piece):
            row.append(Run(column, cells, text, style))
            column += cells
        if match:
            position = match.end()
            if match.group(1) is not None:
                style = restyled(style, [int(number or 0) for number in match.group(1).split(";")])
    return row, style


def pieces(text):
    """Cuts where a font may be wider or narrower than its cells: gaps and characters that are not Latin."""
    for piece in re.findall(r" {2,}|(?:[\u2800-\u28ff]| (?=[\u2800-\u28ff]))+|(?: ?[\x21-\u024f]+)+|.[\u0300-\u036f]*", text):
        yield piece, sum(width(character) for character in piece)
