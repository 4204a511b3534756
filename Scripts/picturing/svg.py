"""A screen as an SVG picture: no fonts, links or scripts, so that any page can show it."""

from xml.sax.saxutils import escape

CELL = (8.4, 18)
MARGIN = 14
FONT_SIZE = 14
TEXT, GROUND = "#d4d7dd", "#16181d"
# Of the sixteen colours that a terminal lets its user choose, these; the others of the palette are fixed.
SIXTEEN = ["#3b4048", "#f2777a", "#8fc78f", "#e5c07b", "#6cb6ff", "#c99bea", "#5fc9c9", "#d4d7dd",
           "#7d8590", "#ff8f91", "#a5dba5", "#f2d391", "#8fc9ff", "#dab5f5", "#7fdede", "#ffffff"]
LEVELS = [0, 95, 135, 175, 215, 255]


def color(value):
    """A colour of the palette of 256, or red, green and blue."""
    if isinstance(value, tuple):
        red, green, blue = value
    elif value < 16:
        return SIXTEEN[value]
    elif value < 232:
        red, green, blue = (LEVELS[(value - 16) // part % 6] for part in (36, 6, 1))
    else:
        red = green = blue = 8 + 10 * (value - 232)
    return f"#{red:02x}{green:02x}{blue:02x}"


def colors(style):
    foreground = TEXT if style.foreground is None else color(style.foreground)
    background = None if style.background is None else color(style.background)
    if style.reversed:
        return background or GROUND, foreground
    return foreground, background


def number(value):
    return f"{value:.1f}".removesuffix(".0")


def picture(rows, columns, title):
    """`rows` hold runs; the text of the picture is `title`, for those who can't see it."""
    width = columns * CELL[0] + 2 * MARGIN
    height = len(rows) * CELL[1] + 2 * MARGIN
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {number(width)} {number(height)}" '
        f'fill="{TEXT}" role="img">',
        f"<title>{escape(title)}</title>",
        "<style>text{font:%dpx ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono',monospace;"
        "white-space:pre}.b{font-weight:bold}.d{opacity:.6}.u{text-decoration:underline}</style>" % FONT_SIZE,
        f'<rect width="100%" height="100%" rx="10" fill="{GROUND}"/>']
    for line, row in enumerate(rows):
        parts += [shape for run in joined(row) for shape in background(run, line)]
        parts += [shape for run in row for shape in text(run, line)]
    return "\n".join(parts) + "\n</svg>\n"


def joined(row):
    """Neighbours on one background become one rectangle."""
    result = []
    for run in row:
        fill = colors(run.style)[1]
        if result and result[-1][2] == fill:
            result[-1][1] += run.width
        else:
            result.append([run.column, run.width, fill])
    return result


def background(run, line):
    column, width, fill = run
    if fill:
        yield (f'<rect x="{number(MARGIN + column * CELL[0])}" y="{number(MARGIN + line * CELL[1])}" '
               f'width="{number(width * CELL[0])}" height="{CELL[1]}" fill="{fill}"/>')


def text(run, line):
    content = run.text.strip(" ")
    if not content:
        return
    column = run.column + len(run.text) - len(run.text.lstrip(" "))
    cells = run.width - (len(run.text) - len(content))
    fill = colors(run.style)[0]
    style = run.style
    names = "".join(name for name, holds in
                    (("b ", style.bold), ("d ", style.dim), ("u ", style.underlined)) if holds).strip()
    attributes = f' class="{names}"' if names else ""
    attributes += f' fill="{fill}"' if fill != TEXT else ""
    # Whatever the font, columns stay below each other.
    attributes += f' textLength="{number(cells * CELL[0])}"' if cells > 1 else ""
    yield (f'<text x="{number(MARGIN + column * CELL[0])}" y="{number(MARGIN + line * CELL[1] + 13.5)}"{attributes}'
           f">{escape(content)}</text>")
