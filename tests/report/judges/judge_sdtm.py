"""SDTM datasets before judges of other makers: judge_sdtm.py FOLDER VALIDATORS.

Dataset-JSON against CDISC's schema, CSV against Dataset-JSON against the transport file as pandas, haven and foreign read it, and every
variable and term against CDISC's RECIST 1.1 concepts (COSMoS). What is not installed is skipped by name. Exit code 77: no validators.
"""
import csv, glob, json, math, os, subprocess, sys

folder, validators = sys.argv[1], sys.argv[2]
problems, skipped = [], []


def tell(where, what):
    problems.append(f"{where}: {what}")


def cells_of_csv(path):
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.reader(file))


def as_text(value):
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return ""
    return repr(int(value)) if isinstance(value, float) and value == int(value) else str(value)


def check_against_csv(name, header, rows, path):
    cells = cells_of_csv(path)
    if cells[0] != header:
        return tell(name, f"other variables than the CSV: {header}")
    if len(cells) - 1 != len(rows):
        return tell(name, f"{len(rows)} rows, the CSV has {len(cells) - 1}")
    for number, (row, line) in enumerate(zip(rows, cells[1:]), 1):
        if len(row) != len(header):
            tell(name, f"row {number} has {len(row)} values for {len(header)} variables")
        for variable, value, cell in zip(header, row, line):
            if as_text(value) != (as_text(float(cell)) if isinstance(value, float) and cell else cell):
                tell(name, f"row {number}, {variable}: {value!r}, in the CSV {cell!r}")


def check_json(path):
    document = json.load(open(path, encoding="utf-8"))
    try:
        import jsonschema
        schema = json.load(open(os.path.join(validators, "sdtm", "dataset.schema.json")))
        for error in jsonschema.Draft201909Validator(schema).iter_errors(document):
            tell(path, error.message[:200])
    except ImportError:
        skipped.append("python3-jsonschema")
    rows = [[float(v) if isinstance(v, int) else v for v in row] for row in document["rows"]]
    if document["records"] != len(rows):
        tell(path, "records is not the number of rows")
    check_against_csv(path, [c["name"] for c in document["columns"]], rows, path.replace(".json", ".csv"))


def check_pandas(path):
    try:
        import pandas
    except ImportError:
        return skipped.append("python3-pandas")
    frame = pandas.read_sas(path, format="xport", encoding="utf-8")
    # pandas reads the IBM zero, eight bytes of zero, as 5.4e-79.
    rows = [["" if value is None or value != value else 0.0 if isinstance(value, float) and abs(value) < 1e-70 else value for value in row] for row in frame.itertuples(index=False, name=None)]
    check_against_csv(path + " (pandas)", list(frame.columns), rows, path.replace(".xpt", ".csv"))


def check_r(paths):
    script = """
      args <- commandArgs(trailingOnly = TRUE)
      for (path in args) for (reader in c("haven", "foreign")) {
        if (!requireNamespace(reader, quietly = TRUE)) { cat("SKIP r-cran-", reader, "\\n", sep = ""); next }
        frame <- if (reader == "haven") as.data.frame(haven::read_xpt(path)) else foreign::read.xport(path)
        frame[] <- lapply(frame, function(x) { x <- if (is.factor(x)) as.character(x) else as.vector(x); if (is.numeric(x)) ifelse(is.na(x), "", format(x, digits = 15, trim = TRUE, scientific = FALSE, drop0trailing = TRUE)) else ifelse(is.na(x), "", x) })
        for (i in seq_along(frame)) if (is.character(frame[[i]])) frame[[i]] <- sub("^ +$", "", frame[[i]])
        write.csv(frame, paste0(path, ".", reader, ".csv"), row.names = FALSE, na = "", quote = TRUE, fileEncoding = "UTF-8")
      }"""
    try:
        done = subprocess.run(["Rscript", "-e", script, *paths], capture_output=True, text=True)
    except FileNotFoundError:
        return skipped.append("r-base-core")
    if done.returncode:
        return tell("R", done.stderr.strip()[-300:])
    skipped.extend(line[5:] for line in done.stdout.splitlines() if line.startswith("SKIP"))
    for path in paths:
        ours = cells_of_csv(path.replace(".xpt", ".csv"))
        for reader in ("haven", "foreign"):
            theirs = path + f".{reader}.csv"
            if not os.path.exists(theirs):
                continue
            for number, (mine, other) in enumerate(zip(ours, cells_of_csv(theirs))):
                same = all(a == b or (a and b and number and a.lstrip("-").replace(".", "").isdigit() and float(a) == float(b)) for a, b in zip(mine, other))
                if not same or len(mine) != len(other):
                    tell(theirs, f"row {number}: {other}, in the CSV {mine}")
            if len(ours) != len(cells_of_csv(theirs)):
                tell(theirs, "another number of rows")
            os.remove(theirs)


def oracle():
    import yaml
    tests = {}
    for path in glob.glob(os.path.join(validators, "sdtm", "cosmos", "sdtm_*.yaml")):
        concept = yaml.safe_load(open(path))
        variables = {v["name"]: v for v in concept["variables"]}
        code = variables[concept["domain"] + "TESTCD"]["assignedTerm"]["value"]
        known = tests.setdefault((concept["domain"], code), {})
        for name, variable in variables.items():
            terms = known.setdefault(name, set())
            listed = variable.get("valueList") or ([variable["assignedTerm"]["value"]] if variable.get("assignedTerm") else [])
            terms.update(part.strip() for term in listed for part in ([term] + term.split(",")))
    return tests


# What the concepts leave to the implementation guide and to the code lists: identifiers, timing, and derived sums.
FREE = {"STUDYID", "DOMAIN", "USUBJID", "VISITNUM", "VISIT"}
FREE_BY_SUFFIX = ("SEQ", "DTC", "DY", "REFID", "SPID", "LNKID", "LNKGRP", "LOBXFL", "ACPTFL", "EVAL", "EVALID", "LOC", "LAT", "GRPID", "STAT", "METHOD", "REASND")
DERIVED = {"SUMDIAM": "Sum of Diameter", "SUMNLNLD": "Sum Diameters of Non Lymph Node Tumors", "PCBSD": "Percent Change Baseline in Sum of Diam",
           "PCNSD": "Percent Change Nadir in Sum of Diam", "ACNSD": "Absolute Change Nadir in Sum of Diam"}
VALUES = {"STAT": {"NOT DONE"}, "REASND": {"NOT EVALUABLE", "SCAN NOT PERFORMED", "TUMOR MERGED", "TUMOR NOT ASSESSED"}, "METHOD": {"MRI"}, "LAT": {"LEFT", "RIGHT", "BILATERAL"},
          "EVAL": {"INVESTIGATOR", "INDEPENDENT ASSESSOR", "ADJUDICATOR"}, "EVALID": {"RADIOLOGIST 1", "RADIOLOGIST 2", "RADIOLOGIST 3"}, "GRPID": {"TARGET", "NON-TARGET", "NEW"},
          "ACPTFL": {"Y"}, "LOBXFL": {"Y"}}


def check_oracle(path, tests):
    cells = cells_of_csv(path)
    header, domain = cells[0], os.path.basename(path)[:2].upper()
    for number, row in enumerate(cells[1:], 1):
        values = dict(zip(header, row))
        code, name = values[domain + "TESTCD"], values[domain + "TEST"]
        if domain == "TR" and code in DERIVED:
            if name != DERIVED[code]:
                tell(path, f"row {number}: {name}")
            continue
        concept = tests.get((domain, code))
        if concept is None:
            tell(path, f"row {number}: {code} is no test of the RECIST 1.1 concepts")
            continue
        for variable, value in values.items():
            suffix = variable[2:] if variable.startswith(domain) else variable
            if variable in FREE or not value:
                continue
            if suffix in VALUES and value not in VALUES[suffix]:
                tell(path, f"row {number}: {variable} {value!r} is no term")
            if suffix in FREE_BY_SUFFIX or variable == "EPOCH" and value in ("SCREENING", "TREATMENT"):
                continue
            if variable not in concept:
                tell(path, f"row {number}: {code} has no variable {variable} in the concepts")
            elif concept[variable] and value not in concept[variable] and not (value == "TOO SMALL TO MEASURE" and suffix == "ORRES"):
                tell(path, f"row {number}: {variable} {value!r} is none of {sorted(concept[variable])}")


if not os.path.isdir(validators):
    print("no validators at", validators)
    sys.exit(77)
try:
    tests = oracle()
except ImportError:
    tests = None
    skipped.append("python3-yaml")
for path in sorted(glob.glob(os.path.join(folder, "*", "*.json"))):
    if "fhir" not in path:
        check_json(path)
transport = sorted(glob.glob(os.path.join(folder, "*", "*.xpt")))
for path in transport:
    check_pandas(path)
check_r(transport)
for path in sorted(glob.glob(os.path.join(folder, "*", "*.csv"))):
    if tests and os.path.basename(path) in ("tu.csv", "tr.csv", "rs.csv"):
        check_oracle(path, tests)
for name in sorted(set(skipped)):
    print("skipped, not installed:", name)
print("\n".join(problems[:40]) or f"{len(transport)} transport files, all judges agree")
sys.exit(1 if problems else 0)
