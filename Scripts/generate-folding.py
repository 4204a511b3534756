#!/usr/bin/env python3
"""Writes Sources/SignInAnalysis/Folding+table.swift: which texts are the same to a search.

    python3 Scripts/generate-folding.py

Everything comes from Python's `unicodedata` and `str.casefold`, apart from two lists below: letters without a
decomposition, and the characters that Unicode calls ignorable (DerivedCoreProperties.txt,
Default_Ignorable_Code_Point), which `unicodedata` does not tell.
"""

import unicodedata
from pathlib import Path

from latin_letters import named_letter

TABLE = Path(__file__).resolve().parent.parent / "Sources" / "SignInAnalysis" / "Folding+table.swift"

# Letters that are written with others where they are not on the keyboard.
LETTERS = {"æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ı": "i", "ȷ": "j", "ŋ": "n", "ĸ": "k", "ə": "e"}

IGNORABLE = [
    (0x00AD, 0x00AD), (0x034F, 0x034F), (0x061C, 0x061C), (0x115F, 0x1160), (0x17B4, 0x17B5), (0x180B, 0x180F),
    (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F), (0x3164, 0x3164), (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF),
    (0xFFA0, 0xFFA0), (0xFFF0, 0xFFF8), (0x1BCA0, 0x1BCA3), (0x1D173, 0x1D17A), (0xE0000, 0xE0FFF),
]
# Left as they are: East Asian scripts and their squared and compatibility forms. Fullwidth and halfwidth ones fold.
EAST_ASIAN = [
    (0x1100, 0x11FF), (0x2E80, 0x2FDF), (0x3001, 0x33FF), (0xA960, 0xA97F), (0xAC00, 0xD7FF), (0xF900, 0xFAFF),
    (0xFFA1, 0xFFDC), (0x1F200, 0x1F2FF), (0x2F800, 0x2FA1F),
]
# Scripts in which nonspacing marks decorate a letter. Elsewhere (Devanagari, Thai) they spell vowels, and stay.
DECORATED = ("COMBINING ", "HEBREW ", "ARABIC ", "SYRIAC ")
KANA_MARKS = ("\u3099", "\u309A")

# How a run of scalars folds; the raw values of `Folding.Rule`.
CONSTANT, SHIFTED, ALTERNATING = 0, 1, 2
LONGEST_RUN = 512


def within(ranges, character):
    return any(first <= ord(character) <= last for first, last in ranges)


def is_dropped(character):
    if within(IGNORABLE, character):
        return True
    if unicodedata.category(character) not in ("Mn", "Me") or character in KANA_MARKS:
        return False
    return unicodedata.name(character).startswith(DECORATED)


def bare(text):
    return "".join(c for c in unicodedata.normalize("NFD", text) if not is_dropped(c))


def compatible(character):
    """What a ligature, a superscript or a styled letter stands for; a free-standing accent is not a blank."""
    plain = unicodedata.normalize("NFKD", character)
    return character if plain.startswith(" ") and unicodedata.category(character) != "Zs" else plain


def base_letter(character):
    letter = LETTERS.get(character) or named_letter(character) or character
    return letter.lower() if letter.isascii() else letter


def fold(text):
    previous = None
    while text != previous:
        previous = text
        text = "".join(compatible(c) for c in bare(text))
        text = "".join(base_letter(c) for c in bare(text).casefold())
    return text


def folded_points():
    """(point, what it folds to) for everything outside ASCII that does not fold to itself."""
    for point in range(0x80, 0x110000):
        character = chr(point)
        if unicodedata.category(character) == "Cs":
            continue
        if within(EAST_ASIAN, character) and not within(IGNORABLE, character):
            continue
        folded = fold(character)
        if folded != character:
            yield point, folded


class Sequences:
    """What scalars fold to that do not fold to exactly one: UTF-8, one after the other, each only once."""

    def __init__(self):
        self.bytes = b""

    def value(self, folded):
        """Bit 31, the length in bits 16 to 23, the offset in bits 0 to 15."""
        wanted = folded.encode()
        if wanted not in self.bytes:
            self.bytes += wanted
        offset = self.bytes.index(wanted)
        assert len(wanted) < 0x100 and offset < 0x10000
        return 0x8000_0000 | len(wanted) << 16 | offset


def values(sequences):
    points = list(folded_points())
    longest_first = sorted((folded for _, folded in points if len(folded) != 1), key=len, reverse=True)
    for folded in longest_first:
        sequences.value(folded)
    return {point: ord(folded) if len(folded) == 1 else sequences.value(folded) for point, folded in points}


def run_length(table, first, step, shift):
    """How many scalars from `first` on, every `step`th, fold to a value that grows by `shift` from one to the next."""
    length = 1
    point = first + step
    while table.get(point) == table[first] + (point - first) * shift and length < LONGEST_RUN // step:
        if step == 2 and point - 1 in table:
            break
        length += 1
        point += step
    return (length - 1) * step + 1, length


def runs(table):
    """(first, how many scalars, rule, value of the first), greedily the run that covers most."""
    done = -1
    for point in sorted(table):
        if point <= done:
            continue
        choices = [(CONSTANT, run_length(table, point, 1, 0))]
        if table[point] < 0x8000_0000:
            choices += [(SHIFTED, run_length(table, point, 1, 1)), (ALTERNATING, run_length(table, point, 2, 1))]
        rule, (span, _) = max(choices, key=lambda choice: choice[1][1])
        done = point + span - 1
        yield point, span, rule, table[point]


def rows(entries, per_row):
    return "\n".join("    " + ", ".join(entries[at:at + per_row]) + "," for at in range(0, len(entries), per_row))


def swift(runs_, sequence_bytes):
    keys = [f"0x{point << 11 | rule << 9 | span - 1:08X}" for point, span, rule, _ in runs_]
    targets = [f"0x{value:X}" for _, _, _, value in runs_]
    return f"""\
// Generated by Scripts/generate-folding.py; do not edit.
// Source: Python unicodedata and str.casefold (Unicode {unicodedata.unidata_version}: UnicodeData.txt, CaseFolding.txt),
// with Default_Ignorable_Code_Point of DerivedCoreProperties.txt.

extension Folding {{
  /// Runs of scalars that fold by one rule, ascending: the first scalar's value in bits 11 to 31, the rule's raw value in
  /// bits 9 and 10, one less than the number of scalars in bits 0 to 8.
  // swift-format-ignore
  static let runs: [UInt32] = [
{rows(keys, 9)}
  ]

  /// For each of `runs`, what its first scalar folds to: a scalar's value; or, where bit 31 is set, a part of `sequences`
  /// with its length in bits 16 to 23 and its offset in bits 0 to 15.
  // swift-format-ignore
  static let targets: [UInt32] = [
{rows(targets, 10)}
  ]

  /// UTF-8 that scalars fold to which fold to more than one, or to none.
  // swift-format-ignore
  static let sequences: [UInt8] = [
{rows([f"0x{byte:02X}" for byte in sequence_bytes], 18)}
  ]

  /// Kana and the same kana with a voiced sound mark (U+3099), in turn; then with a semi-voiced one (U+309A).
  // swift-format-ignore
  static let voicedKana: [UInt32] = [
{rows(kana_pairs(KANA_MARKS[0]), 10)}
  ]
  // swift-format-ignore
  static let semivoicedKana: [UInt32] = [
{rows(kana_pairs(KANA_MARKS[1]), 10)}
  ]
}}
"""


def kana_pairs(mark):
    for_each = (unicodedata.normalize("NFC", chr(point) + mark) for point in range(0x3041, 0x3100))
    return [f"0x{ord(part):X}" for text in for_each if len(text) == 1
            for part in (unicodedata.normalize("NFD", text)[0], text)]


def check(table, runs_):
    """The runs say exactly what the table says."""
    said = {}
    for first, span, rule, value in runs_:
        for point in range(first, first + span):
            if rule != ALTERNATING or (point - first) % 2 == 0:
                said[point] = value + (0 if rule == CONSTANT else point - first)
    assert said == table, "the runs do not match the table"


if __name__ == "__main__":
    all_sequences = Sequences()
    folding = values(all_sequences)
    all_runs = list(runs(folding))
    check(folding, all_runs)
    TABLE.write_text(swift(all_runs, all_sequences.bytes))
    print(f"{len(folding)} scalars in {len(all_runs)} runs, {len(all_sequences.bytes)} bytes of sequences")
