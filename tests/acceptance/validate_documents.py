"""Validates documents against a JSON Schema. usage: validate_documents.py SCHEMA DOCUMENT..."""
import json
import sys

import jsonschema


def main():
    schema = json.load(open(sys.argv[1], encoding="utf-8"))
    validator = jsonschema.Draft202012Validator(schema)
    faults = [f"{path}: {error.json_path}: {error.message}"
              for path in sys.argv[2:] for error in validator.iter_errors(json.load(open(path, encoding="utf-8")))]
    print(*faults, sep="\n")
    return 1 if faults or len(sys.argv) < 3 else 0


sys.exit(main())
