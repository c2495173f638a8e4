"""Reads report pages as a browser's parser would and names what a reader, a printer or a screen reader would stumble over.

usage: check_page.py PAGE...
"""
import base64
import hashlib
import re
import sys
import zlib
from html.parser import HTMLParser

VOID = {"meta", "br", "img", "link", "input", "hr"}
FORBIDDEN = {"script", "iframe", "object", "embed", "link", "form", "input", "base", "img", "foreignobject"}


def png_fault(data):
    """A picture whose pixels cannot be unpacked would be a hole in the page."""
    if data[:8] != b"\x89PNG\r\n\x1a\n":
        return "no PNG"
    width, height = int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")
    packed, at = b"", 8
    while at < len(data):
        length, kind = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        body = data[at + 8 : at + 8 + length]
        if zlib.crc32(kind + body) != int.from_bytes(data[at + 8 + length : at + 12 + length], "big"):
            return f"checksum of {kind}"
        packed += body if kind == b"IDAT" else b""
        at += 12 + length
    return None if len(zlib.decompress(packed)) == height * (width + 1) else "wrong number of pixels"


class Page(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.faults, self.open, self.headings, self.style, self.policy = [], [], [], "", ""
        self.svg_titles, self.captions, self.lang = 0, 0, None
        self.counts = {}
        self.places, self.links = [], []

    def handle_starttag(self, name, attributes):
        self.counts[name] = self.counts.get(name, 0) + 1
        values = dict(attributes)
        if name in FORBIDDEN:
            self.faults.append(f"<{name}>")
        for key, value in attributes:
            if key.startswith("on") or key == "style":
                self.faults.append(f"attribute {key}")
            if key == "id":
                self.places.append(value)
            if name == "a" and key == "href" and value.startswith("#"):
                self.links.append(value[1:])
            elif key in ("href", "src") and not value.startswith("data:image/png;base64,"):
                self.faults.append(f"address {value[:40]}")
            if key in ("x", "y", "x1", "y1", "x2", "y2", "width", "height", "viewbox", "points", "cx", "cy") and re.search("nan|inf|e[+-]", value or ""):
                self.faults.append(f"{name} {key} {value[:40]}")
        if name == "image":
            fault = png_fault(base64.b64decode(values["href"].split(",", 1)[1], validate=True))
            if fault:
                self.faults.append(fault)
        if name == "meta" and values.get("http-equiv"):
            self.policy = values["content"]
        if name == "html":
            self.lang = values.get("lang")
        if re.fullmatch("h[1-6]", name):
            self.headings.append(int(name[1]))
        if name == "title" and self.open[-1] == "svg":
            self.svg_titles += 1
        if name not in VOID:
            self.open.append(name)

    def handle_startendtag(self, name, attributes):
        self.handle_starttag(name, attributes)
        if name not in VOID:
            self.open.pop()

    def handle_endtag(self, name):
        if not self.open or self.open.pop() != name:
            self.faults.append(f"</{name}> closes another element")

    def handle_data(self, data):
        if self.open and self.open[-1] == "style":
            self.style += data
        data = re.sub("\u2067([^\u2066-\u2069]*)\u2069", r"\1", data)  # words from right to left are kept apart
        if re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", data):
            self.faults.append("raw control character")


def check(path):
    page = Page()
    page.feed(open(path, encoding="utf-8", errors="strict", newline="").read())
    digest = base64.b64encode(hashlib.sha256(page.style.encode()).digest()).decode()
    if f"'sha256-{digest}'" not in page.policy:
        page.faults.append("the style sheet is not the one its policy allows")
    if page.lang != "en":
        page.faults.append("no language")
    if page.svg_titles != page.counts.get("svg", 0):
        page.faults.append("a drawing without title")
    if page.counts.get("caption", 0) != page.counts.get("table", 0):
        page.faults.append("a table without caption")
    if page.headings[:1] != [1] or any(b > a + 1 for a, b in zip(page.headings, page.headings[1:])):
        page.faults.append(f"order of headings {page.headings}")
    page.faults += [f"link to {link}, which is {page.places.count(link)} times there" for link in set(page.links) if page.places.count(link) != 1]
    if page.open:
        page.faults.append(f"left open: {page.open}")
    return page.faults


def main():
    faults = [f"{path}: {fault}" for path in sys.argv[1:] for fault in check(path)]
    print(*faults[:40], sep="\n")
    print(f"{len(sys.argv) - 1} pages, {len(faults)} faults")
    return 1 if faults else 0


sys.exit(main())
