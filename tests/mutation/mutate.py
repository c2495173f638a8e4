#!/usr/bin/env python3
"""Mutation testing of the response rules: change one operator or constant at a time and see whether a test notices.

    tests/mutation/mutate.py --build DIR [--work DIR] [--every N] [FILE ...]

DIR is a build of this tree in which measure_response_test and measure_response_literal_test are up to date. Each FILE (default:
the rule engine) is mutated outside comments, strings and preprocessor lines. A mutant that does not compile is skipped, one
whose tests fail or hang is killed, any other survives and is listed. --every N takes each N-th mutant.
Standard library only.
"""
import argparse
import os
import pathlib
import re
import resource
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
RULES = ROOT / "measure/response"
DEFAULT = ["recist_1_1/target_response.cpp", "recist_1_1/target_sum.cpp", "recist_1_1/non_target_response.cpp",
           "recist_1_1/new_lesions.cpp", "recist_1_1/overall_response.cpp", "recist_1_1/assess.cpp",
           "recist_1_1/counted_visits.cpp", "recist_1_1/best_response.cpp", "recist_1_1/durations.cpp",
           "recist_1_1/response_date.cpp", "confirmation.cpp", "reported_length.cpp", "percent_change.cpp"]
FLAGS = ["-std=c++20", f"-I{ROOT}", "-w", "-O0"]
ENVIRONMENT = dict(os.environ, NADIR_RANDOM_PATIENTS="20000")
# Slow tests that add nothing to what the others see of the rules.
FILTER = "-Margin.Equals*:Certainty.*Calibrated*:Certainty.Intervals*:*WorkedTables*:*EverySeriesOfFive*"

# What is replaced by what. Operators are written with blanks around them throughout, which tells them from templates.
REPLACEMENTS = [(r" < ", " <= "), (r" <= ", " < "), (r" > ", " >= "), (r" >= ", " > "), (r" == ", " != "), (r" != ", " == "),
                (r" && ", " || "), (r" \|\| ", " && "), (r" \+ ", " - "), (r" - ", " + "), (r" \* ", " / "), (r" / ", " * "),
                (r" % ", " * "), (r" \+= ", " -= "), (r" -= ", " += "), (r"\btrue\b", "false"), (r"\bfalse\b", "true"),
                (r"std::min\(", "std::max("), (r"std::max\(", "std::min("), (r"min_element", "max_element"),
                (r"max_element", "min_element"), (r"(?<=[(\s])!(?=[a-z(*])", ""),
                (r"(?<![\w.])(\d+)(?![\w.'])", lambda match: str(int(match.group(1)) + 1)),
                (r"Category::PartialResponse", "Category::StableDisease"), (r"Category::StableDisease", "Category::PartialResponse"),
                (r"Category::CompleteResponse", "Category::PartialResponse"), (r"Category::NotEvaluable", "Category::StableDisease"),
                (r"Category::ProgressiveDisease", "Category::StableDisease")]


def masked(line):
    """The line with strings, characters and the comment blanked, so that positions stay."""
    line = re.sub(r'"(\\.|[^"\\])*"|\'(\\.|[^\'\\])\'', lambda match: "\0" * len(match.group()), line)
    return re.sub(r"//.*", lambda match: "\0" * len(match.group()), line)


def mutants(text):
    """(line number, new line) of every mutant of a source text."""
    for number, line in enumerate(text.splitlines()):
        if line.startswith("#") or "NADIR_EXPECTS" in line or line.strip().startswith("///"):
            continue
        visible = masked(line)
        for pattern, replacement in REPLACEMENTS:
            for match in re.finditer(pattern, visible):
                new = replacement(match) if callable(replacement) else replacement
                yield number, line[:match.start()] + new + line[match.end():]


def compiles(source, target):
    return subprocess.run(["g++", *FLAGS, "-c", str(source), "-o", str(target)], capture_output=True).returncode == 0


def linked_objects(build):
    """Objects of both test programs, and the libraries; a mutant linked before a library takes the place of its file there."""
    tests = build / "tests/measure/response/CMakeFiles"
    objects = {path.name: path for path in tests.rglob("*.o") if "measure_response" in str(path)}
    libraries = [build / "measure/response/libnadir_response.a", build / "imaging/geometry/libnadir_geometry.a"]
    return [*objects.values(), *libraries]


def limit_resources():
    """A mutant may loop for ever or fill the memory."""
    resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))
    resource.setrlimit(resource.RLIMIT_CPU, (30, 30))


def passes(first, objects, work):
    program = work / "mutant"
    link = ["g++", *map(str, first), *map(str, objects), "-o", str(program), "-lgtest_main", "-lgmock", "-lgtest", "-lpthread"]
    if subprocess.run(link, capture_output=True).returncode != 0:
        sys.exit("the tests do not link")
    try:
        run = subprocess.run([program, f"--gtest_filter={FILTER}", "--gtest_fail_fast", "--gtest_brief=1"], cwd=ROOT,
                             env=ENVIRONMENT, capture_output=True, timeout=120, preexec_fn=limit_resources)
    except subprocess.TimeoutExpired:
        return False
    return run.returncode == 0


def try_mutant(text, number, new_line, objects, work):
    """True: killed; False: survived; None: does not compile."""
    lines = text.splitlines()
    lines[number] = new_line
    mutated, target = work / "mutant.cpp", work / "mutant.o"
    mutated.write_text("\n".join(lines) + "\n")
    return not passes([target], objects, work) if compiles(mutated, target) else None


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", required=True, type=pathlib.Path)
    parser.add_argument("--work", default="/tmp/nadir-mutation", type=pathlib.Path)
    parser.add_argument("--every", default=1, type=int)
    parser.add_argument("files", nargs="*", default=DEFAULT)
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    objects = linked_objects(options.build)
    if not passes([], objects, options.work):
        sys.exit("the tests fail without any mutation")
    killed = survived = skipped = 0
    for name in options.files:
        text = (RULES / name).read_text()
        for index, (number, new_line) in enumerate(mutants(text)):
            if index % options.every:
                continue
            outcome = try_mutant(text, number, new_line, objects, options.work)
            killed, survived, skipped = killed + (outcome is True), survived + (outcome is False), skipped + (outcome is None)
            if outcome is False:
                print(f"survived {name}:{number + 1}: {new_line.strip()}", flush=True)
        print(f"after {name}: {killed} killed, {survived} survived, {skipped} not compiling", flush=True)
    total = killed + survived
    print(f"{killed} of {total} mutants killed ({100 * killed / max(1, total):.1f} %)")


if __name__ == "__main__":
    main()
