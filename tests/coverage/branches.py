#!/usr/bin/env python3
"""Branch coverage of a folder: which outcome of which condition no test has seen.

    tests/coverage/branches.py --export EXPORT.json FOLDER

EXPORT.json: what `llvm-cov export` prints. A branch is one outcome, true or false, of one condition in the source (each operand of
&& and ||, each ?:, if, loop and case), so branches that only the compiler makes, of exceptions and of destructors, do not exist
here and nothing is excluded. Instances of one template count together. Prints every branch that was not taken and the share that was; fails
unless all were. Standard library only.
"""
import argparse
import collections
import json
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]


def branches(document, folder):
    """{(file, line, column, outcome): how often it was taken}."""
    taken = collections.Counter()
    for function in document["data"][0]["functions"]:
        for line, column, _, _, true, false, file_index, _, kind in function["branches"]:
            path = pathlib.Path(function["filenames"][file_index]).resolve()
            if folder in path.parents and kind == 4:
                taken[path, line, column, "true"] += true
                taken[path, line, column, "false"] += false
    return taken


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--export", required=True, type=pathlib.Path)
    parser.add_argument("folder")
    options = parser.parse_args()
    taken = branches(json.loads(options.export.read_text()), ROOT / options.folder)
    missed = sorted(branch for branch, count in taken.items() if count == 0)
    for path, line, column, outcome in missed:
        print(f"{path.relative_to(ROOT)}:{line}:{column}: never {outcome}: {path.read_text().splitlines()[line - 1].strip()}")
    if not taken:
        sys.exit(f"no branches of {options.folder} in {options.export}")
    print(f"{options.folder}: {len(taken) - len(missed)} of {len(taken)} branches taken ({100 * (len(taken) - len(missed)) / len(taken):.1f} %)")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
