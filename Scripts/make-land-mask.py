#!/usr/bin/env python3
"""Writes assets/land.bin: where there is land, for the map of sign-ins.

    python3 Scripts/make-land-mask.py countries.json

`countries.json` holds the country outlines of Natural Earth 1:110m (naturalearthdata.com, public domain) as a list of
{"polygons": [[ring, …], …]}, each ring a list of [longitude, latitude] in degrees; the first ring of a polygon is its
outline, the rest are holes. The same outlines give the same file.

The file: the numbers of columns and rows, each in two bytes, the lower one first; then the lengths of runs of cells,
row by row from the north-west, in turn water and land, the first one water. A length has seven bits a byte, the lowest
first; the highest bit says that more follow. A cell is land where its middle is.
"""

import json
import sys
from pathlib import Path

TARGET = Path(__file__).resolve().parent.parent / "assets" / "land.bin"
CELLS_PER_DEGREE = 4
COLUMNS, ROWS = 360 * CELLS_PER_DEGREE, 180 * CELLS_PER_DEGREE


def crossings(ring, latitude):
    """The longitudes at which the edges of a ring cross a latitude."""
    for (east, north), (next_east, next_north) in zip(ring, ring[1:] + ring[:1]):
        if (north > latitude) != (next_north > latitude):
            yield east + (latitude - north) / (next_north - north) * (next_east - east)


def heights(polygon):
    """The latitudes of its outline."""
    return [north for _, north in polygon[0]]


def fill(row, polygon, latitude):
    """Sets the cells of a row whose middles are in a polygon."""
    edges = sorted(edge for ring in polygon for edge in crossings(ring, latitude))
    for start, end in zip(edges[::2], edges[1::2]):
        # Middles are at half cells.
        first = -int((-(start + 180) * CELLS_PER_DEGREE + 0.5) // 1)
        last = int(((end + 180) * CELLS_PER_DEGREE - 0.5) // 1)
        for column in range(max(0, first), min(COLUMNS - 1, last) + 1):
            row[column] = 1


def mask(countries):
    """The cells from the north-west, row by row: 1 for land."""
    polygons = [polygon for country in countries for polygon in country["polygons"]]
    bounds = [(min(latitudes), max(latitudes), polygon) for polygon, latitudes in zip(polygons, map(heights, polygons))]
    cells = bytearray()
    for number in range(ROWS):
        latitude = 90 - (number + 0.5) / CELLS_PER_DEGREE
        row = bytearray(COLUMNS)
        for south, north, polygon in bounds:
            if south <= latitude <= north:
                fill(row, polygon, latitude)
        cells += row
    return cells


def runs(cells):
    """The lengths of runs, in turn water and land."""
    kind, start = 0, 0
    for place, cell in enumerate(cells):
        if cell != kind:
            yield place - start
            kind, start = cell, place
    yield len(cells) - start


def written(length):
    """A length in seven bits a byte."""
    while length > 0x7F:
        yield length & 0x7F | 0x80
        length >>= 7
    yield length


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    countries = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    packed = bytes(byte for length in runs(mask(countries)) for byte in written(length))
    TARGET.write_bytes(COLUMNS.to_bytes(2, "little") + ROWS.to_bytes(2, "little") + packed)
    print(f"{TARGET}: {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main()
