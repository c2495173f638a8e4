"""Validates findings.json against its JSON Schema and proves that the schema can refuse.

usage: validate_findings.py SCHEMA FINDINGS
The first time point of the first assessment has a reading; the second has a margin, a flag and probabilities; a subject was refused.
"""
import copy
import json
import sys

import jsonschema

# What a wrong document looks like: a place in the document and what is put there. DELETE removes the key.
DELETE = object()
FOLLOW_UP = ["assessments", 0, "timepoints", 1]
WRONG = {
    "another schema": (["schema"], "nadir.findings/2"),
    "no refused subjects": (["refused"], DELETE),
    "an unknown key": (["colour"], "red"),
    "a sum as text": (FOLLOW_UP + ["sum_mm"], "100 mm"),
    "a negative sum": (FOLLOW_UP + ["sum_mm"], -1),
    "an unknown category": (FOLLOW_UP + ["overall"], "BETTER"),
    "a German date": (FOLLOW_UP + ["date"], "31.01.2024"),
    "a finding without its rule": (FOLLOW_UP + ["findings", 0, "rule"], DELETE),
    "a probability above 1": (FOLLOW_UP + ["probabilities", "PR"], 1.5),
    "a probability of nothing": (FOLLOW_UP + ["probabilities", "BETTER"], 0.5),
    "a margin to nothing": (FOLLOW_UP + ["margins", 0, "to"], "BETTER"),
    "a level of a flag that is none": (FOLLOW_UP + ["flags", 0, "level"], "alarm"),
    "an unknown state": (["assessments", 0, "timepoints", 0, "readings", 0, "state"], "GONE"),
    "a negative diameter": (["assessments", 0, "timepoints", 0, "readings", 0, "diameter_mm"], -1),
    "an unknown role": (["assessments", 0, "lesions", 0, "role"], "tumour"),
    "a setting that is no text": (["protocol", "settings", "keep_partial_response"], True),
    "a refusal without its problems": (["refused", 0, "problems"], DELETE),
}


def spoiled(document, place, value):
    document = copy.deepcopy(document)
    node = document
    for key in place[:-1]:
        node = node[key]
    if value is DELETE:
        del node[place[-1]]
    else:
        node[place[-1]] = value
    return document


def main():
    schema, document = (json.load(open(path, encoding="utf-8")) for path in sys.argv[1:3])
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    faults = [f"{error.json_path}: {error.message}" for error in validator.iter_errors(document)]
    faults += [f"the schema accepts {name}" for name, (place, value) in WRONG.items() if validator.is_valid(spoiled(document, place, value))]
    print(*faults, sep="\n")
    return 1 if faults else 0


sys.exit(main())
