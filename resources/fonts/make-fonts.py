#!/usr/bin/env python3
"""Makes the print fonts of this folder from Debian's package fonts-noto-cjk.

The package carries Noto CJK with CFF outlines. Chromium writes those into a PDF as nameless Type 3 fonts: bigger,
slower, and no reader can say which font it is. With TrueType outlines the same text embeds as a named CID TrueType.

What is done to each face, and nothing else:
  * the Simplified Chinese face is taken out of the collection;
  * every character of its cmap is kept (rare name characters are the reason these fonts are shipped), glyphs that only
    alternate-form features reach are dropped;
  * cubic outlines become quadratic ones (cu2qu), at most MAX_ERROR away from the original;
  * tables for vertical writing and the squeezing features go; kerning, ligatures, marks and `pwid` stay.
    Without `halt`/`palt` a full-width character is one em wide in every Chromium, which the letter's 28-character grid
    needs (newer versions squeeze punctuation when the font lets them);
  * tables of advance widths are written to widths.json: pages are broken into lines before they are drawn;
  * the version string says that the file was changed (the OFL asks for no renaming: Noto reserves no font name).

Run:  python3 make-fonts.py [name ...]      names: serif-regular serif-bold sans-regular widths (default: all)
Needs fonttools >= 4.38 and brotli. A face takes a few minutes.
"""

import json
import sys
from pathlib import Path

from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTCollection, TTFont, newTable

SOURCE = Path("/usr/share/fonts/opentype/noto")
FACES = {
    "serif-regular": ("NotoSerifCJK-Regular.ttc", "Noto Serif CJK SC"),
    "serif-bold": ("NotoSerifCJK-Bold.ttc", "Noto Serif CJK SC"),
    "sans-regular": ("NotoSansCJK-Regular.ttc", "Noto Sans CJK SC"),
}

# In font units (1000 per em): a thousandth of the type size, 0.006 mm at 16 pt; a 600 dpi dot is 0.042 mm.
MAX_ERROR = 1.0

# `pwid` is off unless asked for: English letters need narrow quotation marks, Chinese ones are a full em here.
FEATURES = ["kern", "liga", "ccmp", "mark", "pwid"]
DROPPED_TABLES = ["BASE", "VORG", "vhea", "vmtx", "GlyphOrder"]
CHANGE_NOTE = "; Simplified Chinese face with TrueType outlines, made for Qiantai"

TRUETYPE_MAXP_VERSION = 0x00010000
UNHINTED_MAXP = {
    "maxZones": 1,
    "maxTwilightPoints": 0,
    "maxStorage": 0,
    "maxFunctionDefs": 0,
    "maxInstructionDefs": 0,
    "maxStackElements": 0,
    "maxSizeOfInstructions": 0,
    "maxComponentElements": 0,
    "maxPoints": 0,
    "maxContours": 0,
    "maxCompositePoints": 0,
    "maxCompositeContours": 0,
    "maxComponentDepth": 0,
}


def open_face(file_name, family):
    """The face of that family (name 1) in the collection."""
    for font in TTCollection(SOURCE / file_name, lazy=True).fonts:
        if font["name"].getDebugName(1) == family:
            return font
    raise SystemExit(f"{file_name}: no face named {family}")


def keep_all_characters(font):
    """Drops glyphs no character leads to, and the layout features that print does not use."""
    options = Options()
    options.layout_features = FEATURES
    options.name_IDs = ["*"]
    options.name_languages = ["*"]
    options.notdef_outline = True
    options.drop_tables += DROPPED_TABLES
    options.hinting = False
    options.desubroutinize = True
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=font.getBestCmap().keys())
    subsetter.subset(font)


def use_truetype_outlines(font):
    """Replaces CFF by glyf, contours reversed as TrueType wants them; advance widths and names stay."""
    order = font.getGlyphOrder()
    source = font.getGlyphSet()
    glyphs = {}
    for name in order:
        target = TTGlyphPen(None)
        source[name].draw(Cu2QuPen(target, MAX_ERROR, reverse_direction=True))
        glyphs[name] = target.glyph()
    glyf = newTable("glyf")
    glyf.glyphOrder = order
    glyf.glyphs = glyphs
    font["loca"] = newTable("loca")
    font["glyf"] = glyf
    for name, glyph in glyphs.items():
        glyph.recalcBounds(glyf)
        advance = font["hmtx"][name][0]
        font["hmtx"][name] = (advance, getattr(glyph, "xMin", 0))
    maxp = font["maxp"]
    maxp.tableVersion = TRUETYPE_MAXP_VERSION
    for field, value in UNHINTED_MAXP.items():
        setattr(maxp, field, value)
    del font["CFF "]
    post = font["post"]
    post.formatType = 3.0
    font["head"].glyphDataFormat = 0
    font.sfntVersion = "\000\001\000\000"


def say_that_it_was_changed(font):
    for record in font["name"].names:
        if record.nameID == 5:
            record.string = record.toUnicode() + CHANGE_NOTE


def make(name):
    file_name, family = FACES[name]
    font = open_face(file_name, family)
    characters = len(font.getBestCmap())
    keep_all_characters(font)
    use_truetype_outlines(font)
    say_that_it_was_changed(font)
    font.recalcTimestamp = False
    font.flavor = "woff2"
    target = Path(__file__).parent / f"{name}.woff2"
    font.save(target)
    print(f"{name}: {characters} characters, {len(font.getGlyphOrder())} glyphs, {target.stat().st_size / 1e6:.1f} MB")


def width_runs(font):
    """[first, last, width] of every run of characters that is not one em (1000 units) wide."""
    cmap, hmtx = font.getBestCmap(), font["hmtx"]
    runs = []
    for character in sorted(cmap):
        width = hmtx[cmap[character]][0]
        if width == 1000:
            continue
        if runs and runs[-1][1] == character - 1 and runs[-1][2] == width:
            runs[-1][1] = character
        else:
            runs.append([character, character, width])
    return runs


def narrow_quotes(font):
    """Widths of the quotation marks ‘’“” when `pwid` is on, by character."""
    narrow = {}
    for record in font["GSUB"].table.FeatureList.FeatureRecord:
        if record.FeatureTag != "pwid":
            continue
        for index in record.Feature.LookupListIndex:
            for subtable in font["GSUB"].table.LookupList.Lookup[index].SubTable:
                narrow.update(getattr(subtable, "ExtSubTable", subtable).mapping)
    cmap, hmtx = font.getBestCmap(), font["hmtx"]
    return {character: hmtx[narrow[cmap[ord(character)]]][0] for character in "‘’“”"}


def write_widths():
    """Reads the made fonts back, so that the table can only say what the files say."""
    folder = Path(__file__).parent
    table = {}
    for name in FACES:
        font = TTFont(folder / f"{name}.woff2", lazy=True)
        table[name] = {"runs": width_runs(font), "narrowQuotes": narrow_quotes(font)}
    text = json.dumps(table, ensure_ascii=False, separators=(",", ":"))
    (folder / "widths.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    for wanted in sys.argv[1:] or [*FACES, "widths"]:
        write_widths() if wanted == "widths" else make(wanted)
