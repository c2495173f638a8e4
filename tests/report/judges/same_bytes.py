"""The same export in six locales and time zones: same_bytes.py NADIR SOURCE FOLDER FORMATS.

Every file of every format must have the same bytes each time, the certificate too. A locale that the system cannot make counts as its C
locale; how many were made is printed.
"""
import hashlib, os, shutil, subprocess, sys

program, source, folder, formats = sys.argv[1:5]
places = [("C", "C", "UTC"), ("de_DE", "UTF-8", "Europe/Berlin"), ("tr_TR", "UTF-8", "Asia/Kathmandu"), ("ar_EG", "UTF-8", "Pacific/Apia"), ("hi_IN", "UTF-8", "America/St_Johns"),
          ("fr_CH", "UTF-8", "Pacific/Kiritimati")]
shutil.rmtree(folder, ignore_errors=True)
os.makedirs(folder)
made, digests = 0, []
for number, (language, charset, zone) in enumerate(places):
    name = "C" if language == "C" else f"{language}.{charset}"
    if language != "C":
        made += subprocess.run(["localedef", "-i", language, "-f", charset, os.path.join(folder, name)], capture_output=True).returncode <= 1
    out = os.path.join(folder, f"out{number}")
    done = subprocess.run([program, "export", source, "--format", formats, "--out", out], capture_output=True, text=True,
                          env={**os.environ, "LOCPATH": folder, "LC_ALL": name, "LANG": name, "TZ": zone})
    if done.returncode:
        sys.exit(f"{name}, {zone}: exit code {done.returncode}: {done.stdout}{done.stderr}")
    files = {os.path.relpath(os.path.join(where, file), out): hashlib.sha256(open(os.path.join(where, file), "rb").read()).hexdigest() for where, _, names in os.walk(out) for file in names}
    digests.append(files)
for (language, _, zone), files in zip(places, digests):
    if files != digests[0]:
        sys.exit(f"{language}, {zone}: other bytes in " + ", ".join(sorted(name for name in set(files) | set(digests[0]) if files.get(name) != digests[0].get(name))))
print(f"{len(digests[0])} files, the same bytes in {len(places)} time zones and {made + 1} locales")
