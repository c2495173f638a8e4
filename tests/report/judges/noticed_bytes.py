"""One changed byte in any file of an export is noticed: noticed_bytes.py NADIR CASE FOLDER [PER_FILE]

Exports a case in every format, changes one byte (another value, one more, one fewer) at random places of every file, the certificate included,
and asks `nadir verify`, which must end with 2 each time and name the file.
"""
import os, random, shutil, subprocess, sys

program, case, folder = sys.argv[1:4]
per_file = int(os.environ.get("NADIR_NOTICED", sys.argv[4] if len(sys.argv) > 4 else 3))
FORMATS = "json,html,pdf,dicom-sr,dicom-seg,dicom-adc,dicom-key-images,dicom-pdf,sdtm,fhir,redcap,tidy"
shutil.rmtree(folder, ignore_errors=True)
done = subprocess.run([program, "export", case, "--format", FORMATS, "--out", folder], capture_output=True, text=True)
if done.returncode:
    sys.exit(f"exit code {done.returncode}: {done.stdout}{done.stderr}")
chance = random.Random(7)


def verdict():
    run = subprocess.run([program, "verify", folder], capture_output=True, text=True)
    return run.returncode, run.stdout + run.stderr


def changed(data, way):
    at = chance.randrange(len(data))
    if way == 0:
        return data[:at] + bytes([data[at] ^ (1 << chance.randrange(8))]) + data[at + 1 :]
    return data[:at] + (bytes([chance.randrange(256)]) + data[at:] if way == 1 else data[at + 1 :])


if verdict()[0] != 0:
    sys.exit("the export does not hold as it was written: " + verdict()[1])
tried, missed, formats = 0, [], set()
for where, _, names in sorted(os.walk(folder)):
    for name in sorted(names):
        path = os.path.join(where, name)
        data = open(path, "rb").read()
        formats.add(os.path.relpath(where, folder))
        for number in range(per_file):
            if not data:
                continue
            with open(path, "wb") as file:
                file.write(changed(data, number % 3))
            code, words = verdict()
            tried += 1
            if code != 2 or (name != "certificate.json" and name not in words):
                missed.append(f"{os.path.relpath(path, folder)}: exit code {code}: {words[:200]}")
        with open(path, "wb") as file:
            file.write(data)
print(*missed[:20], sep="\n")
print(f"{tried} changes in {len(formats)} folders, {len(missed)} missed")
sys.exit(1 if missed or len(formats) < 13 else 0)
