"""What both table generators know of Latin letters that Unicode does not decompose."""

import re
import unicodedata

LETTER = re.compile(r"LATIN (SMALL|CAPITAL) LETTER ([A-Z])( (WITH|PRECEDED) .*)?$")


def named_letter(character):
    """The ASCII letter that the name speaks of, as in LATIN SMALL LETTER O WITH STROKE; None where there is none."""
    named = LETTER.match(unicodedata.name(character, ""))
    if not named:
        return None
    return named[2] if named[1] == "CAPITAL" else named[2].lower()
