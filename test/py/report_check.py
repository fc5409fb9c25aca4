"""Checks the pages of reports: report_check.py FOLDER...

Strict HTML; every link and anchor of the folder exists; nothing is loaded from elsewhere; no script but
the sorter; tables have captions and scoped heads; pictures have titles or are hidden. One line a fault.
"""
import os
import sys
from collections import Counter
from urllib.parse import unquote, urlparse

import html5lib

XHTML = "{http://www.w3.org/1999/xhtml}"
SVG = "{http://www.w3.org/2000/svg}"
LOADS = {"link": "href", "script": "src", "img": "src", "iframe": "src", "source": "src", "object": "data", "image": "href",
         "video": "src", "audio": "src", "embed": "src"}

faults = []
parsed = {}  # by their bytes, since folders have pages in common


def parse(raw):
    """The tree, what is not valid in it, parents, ids."""
    fault = None
    try:
        tree = html5lib.HTMLParser(strict=True).parse(raw, transport_encoding="utf-8")
    except html5lib.html5parser.ParseError as e:
        fault = f"not valid: {e}"
        tree = html5lib.parse(raw)
    return tree, fault, {child: p for p in tree.iter() for child in p}, Counter(e.get("id") for e in tree.iter() if e.get("id"))


def bare(element):
    return element.tag.split("}")[-1] if isinstance(element.tag, str) else ""


def text_of(element):
    return "".join(element.itertext()).strip()


class Page:
    def __init__(self, folder, name):
        self.name = name
        with open(os.path.join(folder, name), "rb") as f:
            raw = f.read()
        if raw not in parsed:
            parsed[raw] = parse(raw)
        self.tree, fault, self.parent, self.ids = parsed[raw]
        if fault:
            self.fault(fault)

    def fault(self, text):
        faults.append(f"{self.name}: {text[:300]}")

    def check(self, pages, files):
        self.head()
        for name, n in self.ids.items():
            if n > 1:
                self.fault(f"the id {name} is there {n} times")
        for e in self.tree.iter():
            self.attributes(e)
            self.link(e, pages, files)
            self.shape(e)

    def head(self):
        if not self.tree.get("lang"):
            self.fault("no language")
        if len(self.tree.findall(f".//{XHTML}h1")) != 1:
            self.fault("not one h1")
        names = {m.get("name") for m in self.tree.iter(f"{XHTML}meta")}
        if not {"viewport", "color-scheme", "description"} <= names:
            self.fault("a meta element is missing")
        if not text_of(self.tree.find(f".//{XHTML}title")):
            self.fault("no title")

    def attributes(self, e):
        for name, value in e.attrib.items():
            if name.lower().startswith("on"):
                self.fault(f"<{bare(e)}> has {name}")
            if value.strip().lower().startswith(("javascript:", "data:", "vbscript:")):
                self.fault(f"<{bare(e)}> has {name}={value}")
            if "url(" in value or "expression(" in value:
                self.fault(f"<{bare(e)}> has {name}={value}")
        if bare(e) == "script" and (e.get("src") != "sort.js" or text_of(e)):
            self.fault("a script that is not the sorter")
        if bare(e) == "style":
            self.fault("a style element")

    def link(self, e, pages, files):
        loaded = LOADS.get(bare(e))
        if loaded and e.get(loaded) and urlparse(e.get(loaded)).scheme:
            self.fault(f"<{bare(e)}> loads {e.get(loaded)}")
        for name in ("href", "src"):
            url = e.get(name)
            if url is None:
                continue
            parts = urlparse(url)
            if parts.scheme or parts.netloc:
                if bare(e) != "a" or "external" not in e.get("rel", "") or parts.scheme not in ("http", "https"):
                    self.fault(f"<{bare(e)}> goes to {url}")
                continue
            target = unquote(parts.path) or self.name
            if target not in files:
                self.fault(f"no file {target}")
            elif parts.fragment and target in pages and parts.fragment not in pages[target].ids:
                self.fault(f"no anchor {url}")

    def shape(self, e):
        kind = bare(e)
        if kind == "table" and not (e.find(f"{XHTML}caption") is not None and text_of(e.find(f"{XHTML}caption"))):
            self.fault("a table without a caption")
        if kind == "th" and e.get("scope") not in ("col", "row"):
            self.fault("a th without a scope")
        if kind == "tr" and self.widths(e) != self.widths(self.first_row(e)):
            self.fault(f"a row of {self.widths(e)} cells: {text_of(e)[:80]}")
        if kind == "svg" and e.get("aria-hidden") != "true":
            title = e.find(f"{SVG}title")
            if e.get("role") != "img" or title is None or not text_of(title) or e.find(f"{SVG}desc") is None:
                self.fault("a picture without role, title or desc")
        if kind == "a" and not text_of(e) and not e.get("aria-label"):
            self.fault("a link without text")

    def widths(self, row):
        return sum(int(c.get("colspan", 1)) for c in row)

    def first_row(self, row):
        table = row
        while bare(table) != "table":
            table = self.parent[table]
        return next(table.iter(f"{XHTML}tr"))


def check_sheet(path):
    with open(path, encoding="utf-8") as f:
        text = f.read()
    for word in ("url(", "@import", "http:", "https:"):
        if word in text:
            faults.append(f"{os.path.basename(path)}: has {word}")


def check_folder(folder):
    faults.clear()
    files = set(os.listdir(folder))
    pages = {name: Page(folder, name) for name in sorted(files) if name.endswith(".html")}
    for page in pages.values():
        page.check(pages, files)
    for name in ("style.css", "sort.js"):
        check_sheet(os.path.join(folder, name))
    for line in faults:
        print(line)
    print(f"{len(pages)} pages, {len(faults)} faults")
    return bool(pages) and not faults


sys.exit(0 if all([check_folder(folder) for folder in sys.argv[1:]]) else 1)
