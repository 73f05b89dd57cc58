#!/usr/bin/python3
# SPDX-FileCopyrightText: Insights Explorer contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Makes one font of the program from a font of Debian's: make_fonts.py SOURCE TARGET.

Qt 6.4 cannot switch OpenType features, and Inter's own figures are proportional: here its tabular figures become the
default ones. JetBrains Mono loses its ligatures. Both are cut to the scripts that the program draws, and take names of
their own from the target's, as the Open Font License asks of changed fonts: InsightsSans-Medium.otf becomes the family
"Insights Sans", style "Medium".
"""

import re
import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

LETTERS = [(0x20, 0x7E), (0xA0, 0x24F), (0x370, 0x3FF), (0x400, 0x52F)]
PUNCTUATION_AND_SIGNS = [(0x2000, 0x206F), (0x20AC, 0x20AC), (0x2116, 0x2116), (0x2122, 0x2122)]
ARROWS = [(0x2190, 0x219F)]
# Keyboard signs, marks of the tables, mathematics as it stands in axis titles, the ligatures that text may hold.
SYMBOLS = [(c, c) for c in (
    0x2206, 0x2211, 0x2212, 0x221E, 0x2248, 0x2260, 0x2264, 0x2265, 0x21E7, 0x2318,
    0x25B2, 0x25BC, 0x25CB, 0x25CF, 0x2713, 0x2717, 0xFB01, 0xFB02)]
CODE_POINTS = [c for first, last in LETTERS + PUNCTUATION_AND_SIGNS + ARROWS + SYMBOLS for c in range(first, last + 1)]

SANS_FEATURES = ["kern", "ccmp", "locl", "mark", "case"]
MONO_FEATURES = ["kern", "ccmp", "locl", "mark"]


def substitutions(font, feature):
    """Glyph to glyph, as the single substitutions of a feature have it."""
    table = font["GSUB"].table
    found = {}
    for record in table.FeatureList.FeatureRecord:
        if record.FeatureTag != feature:
            continue
        for index in record.Feature.LookupListIndex:
            for lookup in table.LookupList.Lookup[index].SubTable:
                lookup = getattr(lookup, "ExtSubTable", lookup)
                found.update(getattr(lookup, "mapping", {}))
    return found


def make_default(font, feature):
    """Lets the characters show the glyphs that the feature would show."""
    glyphs = substitutions(font, feature)
    for table in font["cmap"].tables:
        for code_point, glyph in table.cmap.items():
            table.cmap[code_point] = glyphs.get(glyph, glyph)


def cut(font, features):
    options = subset.Options()
    options.layout_features = features
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.hinting = True
    options.glyph_names = False
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=CODE_POINTS)
    subsetter.subset(font)


def rename(font, family, style):
    names = {1: family, 2: style, 3: family + style, 4: f"{family} {style}", 6: f"{family.replace(' ', '')}-{style}",
             16: family, 17: style}
    for record in font["name"].names:
        record.string = names.get(record.nameID, record.string)


def level_figures(font):
    """The reason for all this: no figure is wider than another. Inter's own differ by two units in some weights."""
    glyphs = font.getBestCmap()
    figures = [glyphs[ord(figure)] for figure in "0123456789"]
    widths = [font["hmtx"][glyph][0] for glyph in figures]
    if max(widths) - min(widths) > font["head"].unitsPerEm / 500:
        sys.exit(f"these figures are not tabular: {widths}")
    for glyph in figures:
        font["hmtx"][glyph] = (max(widths), font["hmtx"][glyph][1])


def main(source, target):
    file_name = Path(target).stem
    family, style = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", file_name.split("-")[0]), file_name.split("-")[1]
    font = TTFont(source, recalcTimestamp=False)  # the same bytes from the same source
    if family.endswith("Sans"):
        make_default(font, "tnum")
        cut(font, SANS_FEATURES)
    else:
        cut(font, MONO_FEATURES)
    rename(font, family, style)
    level_figures(font)
    Path(target).parent.mkdir(parents=True, exist_ok=True)
    font.save(target)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2])
