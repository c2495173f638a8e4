"""Validates assessment documents against the project's JSON Schema and proves that the schema can refuse.

usage: validate_schema.py SCHEMA DOCUMENT...
"""
import copy
import json
import sys

import jsonschema

# What a wrong document looks like: a place in the document and what is put there. DELETE removes the key.
DELETE = object()
WRONG = {
    "another schema": (["schema"], "nadir.assessment/2"),
    "no schema": (["schema"], DELETE),
    "an unknown key": (["colour"], "red"),
    "a length as text": (["timepoints", 0, "lesions", 0, "longest_diameter_mm"], "100 mm"),
    "a negative length": (["timepoints", 0, "lesions", 0, "longest_diameter_mm"], -1),
    "a missing short axis": (["timepoints", 0, "lesions", 0, "short_axis_mm"], DELETE),
    "an unknown role": (["timepoints", 0, "lesions", 0, "role"], "tumour"),
    "an unknown response": (["timepoints", 0, "overall_response"], "BETTER"),
    "a German date": (["timepoints", 0, "date"], "31.01.2024"),
    "a point of two numbers": (["timepoints", 0, "lesions", 0, "evidence", "longest_diameter", "from"], [1, 2]),
    "a point of four numbers": (["timepoints", 0, "lesions", 0, "evidence", "longest_diameter", "from"], [1, 2, 3, 4]),
    "a digest that is none": (["timepoints", 0, "lesions", 0, "evidence", "mask_sha256"], "abc"),
    "a UID that is none": (["timepoints", 0, "lesions", 0, "evidence", "series_instance_uid"], "x.y"),
    "a fourth volume estimate": (["timepoints", 0, "lesions", 0, "volume_estimates_ml", "guess"], 1.0),
    "a missing volume estimate": (["timepoints", 0, "lesions", 0, "volume_estimates_ml", "surface"], DELETE),
    "a level of a flag that is none": (["timepoints", -1, "flags", 0, "level"], "alarm"),
    "findings that are no list": (["timepoints", 0, "findings"], {}),
    "other units": (["units", "length"], "cm"),
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


def objects_without_closed_keys(node, place="#"):
    if isinstance(node, dict):
        if node.get("type") == "object" and node.get("additionalProperties") is not False:
            yield place
        for key, child in node.items():
            yield from objects_without_closed_keys(child, place + "/" + key)


def properties_without_description(node, place="#"):
    if not isinstance(node, dict):
        return
    for key, child in node.get("properties", {}).items():
        if not {"description", "$ref", "const"} & set(child):
            yield place + "/" + key
    for key, child in node.items():
        yield from properties_without_description(child, place + "/" + key)


def main():
    schema = json.load(open(sys.argv[1], encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    faults = [f"open object {place}" for place in objects_without_closed_keys(schema)]
    faults += [f"no description {place}" for place in properties_without_description(schema)]
    documents = {path: json.load(open(path, encoding="utf-8")) for path in sys.argv[2:]}
    for path, document in documents.items():
        faults += [f"{path}: {error.json_path}: {error.message}" for error in validator.iter_errors(document)]
    first = next(iter(documents.values()))
    for name, (place, value) in WRONG.items():
        if validator.is_valid(spoiled(first, place, value)):
            faults.append(f"the schema accepts {name}")
    print(*faults, sep="\n")
    print(f"{len(documents)} documents, {len(WRONG)} wrong ones, {len(faults)} faults")
    return 1 if faults else 0


sys.exit(main())
