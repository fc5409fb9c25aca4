"""Reads the public-domain books named in models/tessera-tiny/sources.tsv and cleans them.

The books are not part of the repository: fetch each file from the address in the last column
into one folder. Every file is checked against its sha256, so a changed source is refused
instead of training something else. This file neither downloads nor caches anything.
"""

import hashlib
import pathlib
import re

START = re.compile(r"\*\*\* START OF THIS PROJECT GUTENBERG EBOOK .*?\*\*\*")
END = re.compile(r"\n(End of (the )?Project Gutenberg|\*\*\* END OF THIS PROJECT GUTENBERG)")
CREDITS = re.compile(
    r"Produced by|Project Gutenberg|https?:|www\.|Transcriber|[Cc]opyright|edition"
)
HEADING = re.compile(r"^(CHAPTER|BOOK|PART|Chapter|[IVXL]+\.|\*|\[)")
HELD_OUT = 0.02  # the last part of each book is never trained on


def strip_boilerplate(raw):
    """Keeps what lies between the distributor's header and footer: only that is the book."""
    raw = raw.replace("\r\n", "\n")
    start, end = START.search(raw), END.search(raw)
    if not start or not end:
        raise SystemExit("a book lacks its start or end marker")
    return raw[start.end() : end.start()]


def paragraphs_of(book):
    """Unwrapped prose paragraphs; front matter, verse and contents lists are left out."""
    out = []
    for block in re.split(r"\n\s*\n", book):
        lines = block.strip("\n").split("\n")
        if any(line.startswith("  ") for line in lines):
            continue  # indented: verse, tables, title pages
        text = re.sub(r"\s+", " ", " ".join(lines)).replace("_", "").strip()
        if len(text) < 20 or HEADING.match(text) or not re.search(r"[.!?\"'\-:;,]$", text):
            continue
        if not CREDITS.search(text):
            out.append(text)
    return out


def load(sources, folder):
    """Returns (training, held-out): lists of books, each a list of paragraphs."""
    train, held = [], []
    for line in pathlib.Path(sources).read_text(encoding="utf-8").splitlines():
        digest, name = line.split("\t")[:2]
        raw = (pathlib.Path(folder) / name).read_bytes()
        if hashlib.sha256(raw).hexdigest() != digest:
            raise SystemExit(f"{name}: sha256 differs from {sources}; fetch it again")
        paragraphs = paragraphs_of(strip_boilerplate(raw.decode("ascii")))
        cut = int(len(paragraphs) * (1 - HELD_OUT))
        train.append(paragraphs[:cut])
        held.append(paragraphs[cut:])
    return train, held
