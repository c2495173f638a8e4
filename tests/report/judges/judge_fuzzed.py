"""Reads fuzzed exports with parsers that are not ours and compares every number with what was in memory: judge_fuzzed.py FOLDER

Python's json, csv and html.parser, pandas for SAS transport files, Poppler's pdftotext. Prints what differs, also what our own
reader found different, and ends with 1 then. What a format refused for a reason that a person must mend in the data is counted.
"""
import collections
import csv
import html.parser
import io
import json
import os
import re
import subprocess
import sys

SIZES = re.compile(r"(\d+\.\d|\u2013)\s*\u00d7\s*(\d+\.\d|\u2013)\s*mm")


def truth_of(folder):
    timepoints, lesions = [], []
    for line in open(os.path.join(folder, "truth.tsv"), encoding="utf-8"):
        kind, *fields = line.rstrip("\n").split("\t")
        number = lambda text: None if text == "-" else float(text)
        if kind == "T":
            timepoints.append({"sum": number(fields[1]), "overall": fields[2]})
        else:
            identity = bytes.fromhex(fields[1].replace("-", ""))
            lesions.append({"t": int(fields[0]), "id": identity.decode("utf-8", "replace"), "role": fields[2], "state": fields[3],
                            "ld": number(fields[4]), "sa": number(fields[5]), "volume": number(fields[6])})
    return timepoints, lesions


class Words(html.parser.HTMLParser):
    """The words of a page, those of style sheets and titles of drawings left out."""

    def __init__(self):
        super().__init__()
        self.text, self.skipped = [], 0

    def handle_starttag(self, name, _):
        self.skipped += name in ("style", "title")
        self.text.append(" ")

    def handle_endtag(self, name):
        self.skipped -= name in ("style", "title")
        self.text.append(" ")

    def handle_data(self, data):
        if not self.skipped:
            self.text.append(data)


def rows(path):
    return list(csv.DictReader(io.StringIO(open(path, encoding="utf-8", newline="").read(), newline="")))


def numbers(values):
    return sorted(float(v) for v in values if v not in ("", None))


def close(a, b, tolerance):
    return len(a) == len(b) and all(abs(x - y) <= tolerance for x, y in zip(a, b))


class Judge:
    def __init__(self, folder):
        self.folder, self.faults = folder, []
        self.timepoints, self.lesions = truth_of(folder)

    def path(self, *parts):
        return os.path.join(self.folder, *parts)

    def expect(self, place, read, wanted, tolerance=0.0):
        if not close(read, wanted, tolerance):
            self.faults.append(f"{self.folder} {place}: read {read[:6]}, in memory {wanted[:6]} ({len(read)}, {len(wanted)})")

    def of(self, key, keep=lambda lesion: True):
        return sorted(lesion[key] for lesion in self.lesions if lesion[key] is not None and keep(lesion))

    def judge_json(self):
        document = json.load(open(self.path("json", "assessment.json"), encoding="utf-8"))
        read = [lesion for timepoint in document["timepoints"] for lesion in timepoint["lesions"]]
        for key, name in (("ld", "longest_diameter_mm"), ("sa", "short_axis_mm"), ("volume", "volume_ml")):
            self.expect("json " + name, sorted(l[name] for l in read if l[name] is not None), self.of(key))
        self.expect("json sums", [t["sum_of_diameters_mm"] for t in document["timepoints"] if t["sum_of_diameters_mm"] is not None],
                    [t["sum"] for t in self.timepoints if t["sum"] is not None])
        if [t["overall_response"] for t in document["timepoints"]] != [t["overall"] for t in self.timepoints]:
            self.faults.append(f"{self.folder} json: other responses")

    def judge_tidy(self):
        table = rows(self.path("tidy", "measurements.csv"))
        for key, name in (("ld", "longest_diameter"), ("sa", "short_axis"), ("volume", "volume")):
            self.expect("tidy " + name, numbers(r["value"] for r in table if r["measurement"] == name), self.of(key))
        responses = rows(self.path("tidy", "responses.csv"))
        self.expect("tidy sums", [float(r["sum_of_diameters_mm"]) for r in responses if r["sum_of_diameters_mm"]], [t["sum"] for t in self.timepoints if t["sum"] is not None])
        if [r["overall_response"] for r in responses] != [t["overall"] for t in self.timepoints]:
            self.faults.append(f"{self.folder} tidy: other responses")

    def judge_redcap(self):
        table = rows(self.path("redcap", "records.csv"))
        for key, name in (("ld", "les_ld_mm"), ("sa", "les_sa_mm")):
            self.expect("redcap " + name, numbers(r[name] for r in table), self.of(key))
        self.expect("redcap sums", numbers(r["sum_mm"] for r in table), sorted(t["sum"] for t in self.timepoints if t["sum"] is not None))

    def judge_fhir(self):
        observations = [e["resource"] for e in json.load(open(self.path("fhir", "bundle.json"), encoding="utf-8"))["entry"] if e["resource"]["resourceType"] == "Observation"]
        code_of = lambda item: item["code"].get("coding", [{}])[0].get("code")
        longest = [c["valueQuantity"]["value"] for o in observations for c in o.get("component", []) if code_of(c) == "33728-7"]
        self.expect("fhir longest", sorted(longest), self.of("ld"))
        volumes = [o["valueQuantity"]["value"] for o in observations if code_of(o) == "C25335"]
        self.expect("fhir volumes", sorted(volumes), self.of("volume"))

    def judge_sdtm(self):
        import pandas

        table = rows(self.path("sdtm", "tr.csv")) if os.path.exists(self.path("sdtm", "tr.csv")) else []
        sums = numbers(r["TRSTRESN"] for r in table if r["TRTESTCD"] == "SUMDIAM")
        self.expect("sdtm sums", sums, sorted(t["sum"] for t in self.timepoints if t["sum"] is not None), 1e-9)
        if os.path.exists(self.path("sdtm", "tr.xpt")):
            frame = pandas.read_sas(self.path("sdtm", "tr.xpt"), format="xport", encoding="latin-1")
            self.expect("sdtm xpt", sorted(frame["TRSTRESN"].dropna()) if len(frame) else [], numbers(r["TRSTRESN"] for r in table), 1e-9)

    def shown_sizes(self):
        """Every size as pages show it: two lengths with one decimal each."""
        return [(l["ld"], l["sa"]) for l in self.lesions if l["ld"] is not None or l["sa"] is not None]

    def sizes_in(self, text):
        return [tuple(None if part == "\u2013" else float(part) for part in match) for match in SIZES.findall(text.replace("\u00a0", " "))]

    def judge_pages(self):
        words = Words()
        words.feed(open(self.path("html", "report.html"), encoding="utf-8", newline="").read())
        page = self.sizes_in("".join(words.text))
        paper = self.sizes_in(subprocess.run(["pdftotext", "-raw", self.path("pdf", "report.pdf"), "-"], capture_output=True, check=True).stdout.decode("utf-8").replace("\n", " "))
        if collections.Counter(page) != collections.Counter(paper):
            self.faults.append(f"{self.folder} pages: html {page[:4]}, pdf {paper[:4]} ({len(page)}, {len(paper)})")
        for wanted in self.shown_sizes():
            same = lambda shown, size: shown is None if size is None else shown is not None and abs(shown - size) <= 0.05 + 1e-9
            if not any(same(a, wanted[0]) and same(b, wanted[1]) for a, b in page):
                self.faults.append(f"{self.folder} html: no size {wanted}")


def main():
    faults, refused, judged = [], collections.Counter(), 0
    for name in sorted(os.listdir(sys.argv[1]), key=int):
        judge = Judge(os.path.join(sys.argv[1], name))
        for line in open(judge.path("refused.txt"), encoding="utf-8", errors="replace"):
            if line.count("\t") >= 2:
                form, code, message = line.rstrip("\n").split("\t", 2)
                refused[(form, code)] += 1
                if code == "export.read-back-differs":
                    judge.faults.append(f"{judge.folder} {form}: {message}")
        for format_name, check in (("json", judge.judge_json), ("tidy", judge.judge_tidy), ("redcap", judge.judge_redcap), ("fhir", judge.judge_fhir), ("sdtm", judge.judge_sdtm),
                                   ("pdf", judge.judge_pages)):
            if os.path.isdir(judge.path(format_name)):
                check()
                judged += 1
        faults += judge.faults
    print(*faults[:40], sep="\n")
    print(f"{judged} exports judged, {len(faults)} faults; refused: {dict(refused)}")
    return 1 if faults or judged == 0 else 0


sys.exit(main())
