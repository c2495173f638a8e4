#!/usr/bin/env python3
"""Mutation testing of the response rules: change one operator or constant at a time and see whether a test notices.

    tests/mutation/mutate.py --build DIR [--work DIR] [--every N] [--at-least PERCENT] [FILE ...]

DIR is a build of this tree in which measure_response_test and measure_response_literal_test are up to date. Each FILE below
measure/response (default: every .cpp there) is mutated outside comments, strings, preprocessor lines and NADIR_EXPECTS. A mutant
that does not compile is skipped, one whose tests fail, crash or hang is killed, any other survives. Survivors that survivors.md
explains as equivalent are counted and not listed. --every N takes each N-th mutant. Fails below --at-least percent.

How it is fast: the rules are linked once as a shared library; only the mutated file is compiled, with precompiled headers, into
a small library that is loaded before it and takes the place of its functions. Tests that killed mutants of the same file run
first. Needs clang++-14; otherwise standard library only.
"""
import argparse
import collections
import os
import pathlib
import re
import resource
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
RULES = ROOT / "measure/response"
SURVIVORS = pathlib.Path(__file__).with_name("survivors.md")
COMPILER = ["clang++-14", "-std=c++20", f"-I{ROOT}", "-w", "-fPIC"]
HEADERS = ["algorithm", "array", "chrono", "cmath", "functional", "map", "numbers", "numeric", "optional", "set", "string",
           "string_view", "utility", "vector"]
# Slow tests, asked only about mutants that the others let through.
SLOW = ["Certainty.*Calibrated*", "DecoratedPatients.HaveCounterfactuals*", "*WorkedTables*", "*EverySeriesOfFive*", "Margin.Equals*"]

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


def explained():
    """{(file, mutated line)} of survivors.md: code blocks of "file: line" under their reason."""
    found = set()
    if SURVIVORS.exists():
        for line in SURVIVORS.read_text().splitlines():
            if match := re.match(r"    (\S+\.cpp): (.+)", line):
                found.add((match.group(1), match.group(2).strip()))
    return found


def limit_resources():
    """A mutant may loop for ever or fill the memory."""
    resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))
    resource.setrlimit(resource.RLIMIT_CPU, (20, 20))


class Bench:
    """Both test programs against a shared library of the rules."""

    def __init__(self, build, work):
        self.work = work
        work.mkdir(parents=True, exist_ok=True)
        self.rules = work / "librules.so"
        self.headers = work / "headers.pch"
        self.killers = collections.Counter()
        self.precompile()
        self.link_rules()
        self.programs = [self.link_program(build, name) for name in ("measure_response_test", "measure_response_literal_test")]

    def precompile(self):
        text = "".join(f"#include <{name}>\n" for name in HEADERS)
        text += "".join(f'#include "measure/response/{name}.h"\n' for name in ("readings", "protocol", "patient_response"))
        (self.work / "headers.h").write_text(text)
        subprocess.run([*COMPILER, "-O0", "-x", "c++-header", self.work / "headers.h", "-o", self.headers], check=True)

    def compile(self, source, target):
        command = [*COMPILER, "-O0", "-include-pch", self.headers, "-c", source, "-o", target]
        return subprocess.run(command, capture_output=True).returncode == 0

    def link_rules(self):
        sources = [*RULES.rglob("*.cpp"), *(ROOT / "measure/lesion").glob("*.cpp"), *(ROOT / "imaging/units").glob("*.cpp"),
                   *(ROOT / "imaging/geometry").glob("*.cpp"), *(ROOT / "imaging/result").glob("*.cpp")]
        objects = [self.work / f"{'_'.join(source.relative_to(ROOT).parts)}.o" for source in sources]
        newest = max(path.stat().st_mtime for folder in ("measure", "imaging") for path in (ROOT / folder).rglob("*.h"))
        for source, target in zip(sources, objects):
            if target.exists() and target.stat().st_mtime > max(newest, source.stat().st_mtime):
                continue
            subprocess.run([*COMPILER, "-O2", "-c", source, "-o", target], check=True)
        subprocess.run([COMPILER[0], "-shared", *objects, "-o", self.rules], check=True)

    def link_program(self, build, name):
        objects = (build / "tests/measure/response/CMakeFiles" / f"{name}.dir").rglob("*.o")
        program = self.work / name
        subprocess.run([COMPILER[0], "-no-pie", *objects, self.rules, "-o", program, f"-Wl,-rpath,{self.work}", "-lgtest_main", "-lgmock",
                        "-lgtest", "-lpthread"], check=True)
        return program

    def run(self, program, test_filter, preload):
        """None when the tests pass, else the test that failed ("" when none did: a crash or too long)."""
        environment = dict(os.environ, NADIR_RANDOM_PATIENTS="20000")
        if preload:
            environment["LD_PRELOAD"] = str(preload)
        command = [program, f"--gtest_filter={test_filter}", "--gtest_fail_fast", "--gtest_brief=1"]
        try:
            run = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, timeout=60, preexec_fn=limit_resources, errors="replace",
                                 text=True)
        except subprocess.TimeoutExpired:
            return ""
        failed = re.search(r"\[  FAILED  \] (\S+?)(?:,| \()", run.stdout)
        return None if run.returncode == 0 else failed.group(1) if failed else ""

    def killer(self, preload=None):
        """Name of a test that fails; None when all pass."""
        first = [name for name, _ in self.killers.most_common(25)]
        runs = [(program, ":".join(first)) for program in self.programs] if first else []
        runs += [(program, "*-" + ":".join(SLOW)) for program in self.programs]
        runs.append((self.programs[0], ":".join(SLOW)))
        for program, test_filter in runs:
            if (name := self.run(program, test_filter, preload)) is not None:
                return name
        return None

    def try_mutant(self, text, number, new_line):
        """True: killed; False: survived; None: does not compile."""
        lines = text.splitlines()
        lines[number] = new_line
        source, target, library = (self.work / name for name in ("mutant.cpp", "mutant.o", "mutant.so"))
        source.write_text("\n".join(lines) + "\n")
        if not self.compile(source, target):
            return None
        subprocess.run([COMPILER[0], "-shared", target, "-o", library], check=True)
        name = self.killer(library)
        if name:
            self.killers[name] += 1
        return name is not None


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", required=True, type=pathlib.Path)
    parser.add_argument("--work", default="/tmp/nadir-mutation", type=pathlib.Path)
    parser.add_argument("--every", default=1, type=int)
    parser.add_argument("--at-least", default=0.0, type=float)
    parser.add_argument("files", nargs="*")
    options = parser.parse_args()
    bench = Bench(options.build, options.work)
    if (name := bench.killer()) is not None:
        sys.exit(f"the tests fail without any mutation ({name})")
    known = explained()
    counts = collections.Counter()
    for name in options.files or sorted(str(path.relative_to(RULES)) for path in RULES.rglob("*.cpp")):
        text = (RULES / name).read_text()
        bench.killers.clear()
        for index, (number, new_line) in enumerate(mutants(text)):
            if index % options.every:
                continue
            outcome = bench.try_mutant(text, number, new_line)
            is_explained = outcome is False and (name, new_line.strip()) in known
            counts["skipped" if outcome is None else "killed" if outcome else "explained" if is_explained else "survived"] += 1
            if outcome is False and not is_explained:
                print(f"survived {name}:{number + 1}: {text.splitlines()[number].strip()}\n    {name}: {new_line.strip()}", flush=True)
        print(f"after {name}: {dict(counts)}", flush=True)
    total = counts["killed"] + counts["survived"] + counts["explained"]
    share = 100 * counts["killed"] / max(1, total)
    print(f"{counts['killed']} of {total} mutants killed ({share:.1f} %), {counts['explained']} equivalent, {counts['survived']} not explained")
    return 0 if share >= options.at_least else 1


if __name__ == "__main__":
    sys.exit(main())
