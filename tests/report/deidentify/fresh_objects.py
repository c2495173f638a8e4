"""Fifty fresh objects with what must not leave the house in unusual places, cleaned by `nadir deidentify`, read again by pydicom:
fresh_objects.py NADIR FOLDER BASE... [--count N]

Every object gets its own name, ID, dates and UIDs, and these words in private attributes, nested sequences, overlays, curves, texts of
unknown kind (UN) and of kinds that hold anything (UT, LT, UC), file meta information and preamble. Prints what is found again.
"""
import datetime
import os
import random
import shutil
import subprocess
import sys

import pydicom
from pydicom.dataelem import DataElement
from pydicom.dataset import Dataset
from pydicom.sequence import Sequence
from pydicom.uid import ExplicitVRLittleEndian, generate_uid

SYLLABLES = ["ba", "ko", "ri", "ntu", "vex", "qua", "zor", "lim", "pha", "dju"]
TEXTS = [(0x0008, 0x0081, "ST"), (0x0008, 0x1030, "LO"), (0x0008, 0x103E, "LO"), (0x0010, 0x4000, "LT"), (0x0018, 0x1030, "LO"), (0x0020, 0x4000, "LT"), (0x0032, 0x1060, "LO"),
         (0x0040, 0x0254, "LO"), (0x0040, 0x2400, "LT"), (0x0008, 0x1080, "LO"), (0x0010, 0x21B0, "LT"), (0x0008, 0x2111, "ST"), (0x0040, 0x0280, "ST"), (0x0008, 0x0092, "ST")]
NAMES = [(0x0008, 0x0090), (0x0008, 0x1050), (0x0008, 0x1070), (0x0010, 0x1001), (0x0010, 0x1060), (0x0010, 0x2297), (0x0032, 0x1032), (0x0040, 0x0006), (0x0008, 0x1060)]
DATES = [(0x0008, 0x0021), (0x0008, 0x0022), (0x0008, 0x0023), (0x0010, 0x21D0), (0x0018, 0x1012), (0x0040, 0x0244), (0x0040, 0x0250), (0x0032, 0x1000)]


class Person:
    def __init__(self, chance):
        word = lambda: "".join(chance.choice(SYLLABLES) for _ in range(3)).capitalize()
        self.family, self.given = word(), word()
        self.name, self.id = f"{self.family}^{self.given}", f"{word()}-{chance.randrange(10**6, 10**7)}"
        self.date = (datetime.date(1990, 1, 1) + datetime.timedelta(days=chance.randrange(11000))).strftime("%Y%m%d")
        self.uid = generate_uid(entropy_srcs=[self.name, self.id])

    def sentence(self, chance):
        return chance.choice([f"seen for {self.given} {self.family}", f"ID {self.id}, {self.name}", f"copy of {self.uid}", f"born {self.date[:4]}-{self.date[4:6]}-{self.date[6:]}, {self.family}"])

    def canaries(self):
        return [self.family, self.given, self.id, self.uid]


def element(group, number, kind, value):
    return DataElement((group, number), kind, value)


def spoil(item, person, chance, depth=0):
    for group, number, kind in chance.sample(TEXTS, 5):
        item.add(element(group, number, kind, person.sentence(chance)[:64 if kind == "LO" else 200]))
    for group, number in chance.sample(NAMES, 3):
        item.add(element(group, number, "PN", person.name))
    for group, number in chance.sample(DATES, 3):
        item.add(element(group, number, "DA", person.date))
    block = item.private_block(chance.choice([0x0019, 0x0029, 0x0051, 0x7FE1]), f"MAKER {chance.randrange(9)}", create=True)
    block.add_new(0x10, "LO", person.id)
    block.add_new(0x11, "UN", person.sentence(chance).encode())
    block.add_new(0x12, "OB", (person.name + "\0").encode() * 2)
    block.add_new(0x13, "UT", person.sentence(chance))
    inside = Dataset()
    inside.PatientName, inside.PatientID = person.name, person.id
    block.add_new(0x14, "SQ", Sequence([inside]))
    item.add(element(0x0018, 0x9424, "UN", person.sentence(chance).encode()))  # a known attribute stored as an unknown kind
    item.add(element(0x0077, 0x1000, "UN", person.id.encode()))                 # an unknown attribute
    if depth < 4:
        nested = Dataset()
        spoil(nested, person, chance, depth + 1)
        group, number = chance.choice([(0x0008, 0x1140), (0x0008, 0x2112), (0x0040, 0x0275), (0x0008, 0x1032), (0x0054, 0x0016), (0x0018, 0x9346)])
        nested.ReferencedSOPInstanceUID = person.uid
        item.add(element(group, number, "SQ", Sequence([nested])))


def fresh(base, path, number):
    chance = random.Random(number)
    person = Person(chance)
    file = pydicom.dcmread(base)
    file.PatientName, file.PatientID, file.PatientBirthDate, file.StudyDate = person.name, person.id, person.date, person.date
    file.StudyInstanceUID = person.uid
    file.AccessionNumber, file.StudyID = person.id[:16], person.id[:16]
    spoil(file, person, chance)
    file.BurnedInAnnotation = "NO"
    file.add(element(0x6000, 0x0022, "LO", person.sentence(chance)[:64]))
    file.add(element(0x6002, 0x3000, "OW", (person.name * 2).encode()[:20]))
    file.add(element(0x6002, 0x4000, "LT", person.name))
    file.add(element(0x5000, 0x2500, "LO", person.family))
    file.add(element(0x5000, 0x3000, "OW", person.id.encode().ljust(20)[:20]))
    file.preamble = (person.name + " " + person.id).encode().ljust(128)[:128]
    file.file_meta.SourceApplicationEntityTitle = person.family[:16]
    file.file_meta.PrivateInformationCreatorUID = person.uid
    file.file_meta.PrivateInformation = person.name.encode().ljust(40)
    file.save_as(path)
    return person


def found_in(folder, people):
    faults, read = [], 0
    for where, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(where, name)
            data = open(path, "rb").read()
            file = pydicom.dcmread(path, force=True)
            read += 1
            text = str(file.file_meta) + str(file)
            own = people[int(name.split(".")[0]) - 1]   # another's day may be this one's shifted day by chance
            for person in people:
                for word in person.canaries() + ([person.date] if person is own else []):
                    for form in {word.encode(), word.encode("utf-16-le"), word.lower().encode(), word.upper().encode()}:
                        if form in data:
                            faults.append(f"{name}: {word!r} in the bytes")
                    if word[:30] in text:
                        faults.append(f"{name}: {word!r} for pydicom")
            is_plane = lambda e: 0x6000 <= e.tag.group <= 0x601E and (e.tag.elem in (0x3000, 0x4000) or e.VR == "LO" and e.value != "REMOVED")
            if any(e.tag.is_private or 0x5000 <= e.tag.group <= 0x501E or is_plane(e) for e in file.iterall()):
                faults.append(f"{name}: a private attribute, a curve or an overlay")
            if any(data[:128]) or "SourceApplicationEntityTitle" in file.file_meta or file.PatientIdentityRemoved != "YES":
                faults.append(f"{name}: preamble, header or statement")
    return faults, read


def main():
    program, folder, *bases = sys.argv[1:]
    count = int(os.environ.get("NADIR_FRESH", 50))
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(os.path.join(folder, "in"))
    people = [fresh(bases[n % len(bases)], os.path.join(folder, "in", f"{n:03}.dcm"), n) for n in range(count)]
    run = subprocess.run([program, "deidentify", os.path.join(folder, "in"), "--out", os.path.join(folder, "out"), "--key", os.path.join(folder, "secret")], capture_output=True, text=True)
    faults, read = found_in(os.path.join(folder, "out"), people)
    said = [person.family for person in people if person.family in run.stdout + run.stderr]
    if said:
        faults.append(f"names on the terminal: {said[:3]}")
    print(*faults[:30], sep="\n")
    print(f"{count} objects, {read} cleaned, exit code {run.returncode}, {len(faults)} faults\n{run.stderr[:1500] if read < count else ''}")
    return 1 if faults or read < count else 0


sys.exit(main())
