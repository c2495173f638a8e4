#!/usr/bin/env bash
# Fuzzes the DICOM gate with libFuzzer under address and undefined-behaviour sanitizers.
# usage: tests/fuzz/run_gate_fuzz.sh SECONDS [FOLDER]   FOLDER keeps the grown corpus and findings, default build-fuzz
set -euo pipefail
seconds=${1:-60}
root=$(cd "$(dirname "$0")/../.." && pwd)
folder=${2:-$root/build-fuzz}
rm -rf "$folder/objects"
mkdir -p "$folder/seeds" "$folder/corpus" "$folder/findings"

compiler=clang++-14
flags=(-std=c++20 -O1 -g -I"$root" -fno-omit-frame-pointer -fno-sanitize-recover=all)
checks=address,undefined,float-cast-overflow
sources=("$root"/imaging/gate/*.cpp "$root"/imaging/units/number_text.cpp "$root"/tests/support/gate_invariants.cpp)
seed_sources=("$root"/tests/support/hostile_corpus.cpp "$root"/tests/support/hostile/*.cpp "$root"/tests/support/mutant.cpp
  "$root"/imaging/gate/tag.cpp "$root"/imaging/units/number_text.cpp)

# compile NAME: one object for each source in the array `inputs`, in two lanes.
compile() {
  local source
  mkdir -p "$folder/objects/$1"
  for source in "${inputs[@]}"; do
    printf '%s\0%s\0' "$source" "$folder/objects/$1/$(echo "${source#"$root"/}" | tr / _).o"
  done | xargs -0 -n 2 -P 2 sh -c '$COMPILER $FLAGS -c "$1" -o "$2"' sh
}

export COMPILER="$(command -v ccache || true) $compiler"
inputs=("${sources[@]}" "$root/tests/fuzz/gate_fuzz.cpp")
FLAGS="${flags[*]} -fsanitize=fuzzer-no-link,$checks" compile target
inputs=("${seed_sources[@]}" "$root/tests/fuzz/write_seeds.cpp")
FLAGS="${flags[*]}" compile seeds
"$compiler" -fsanitize=fuzzer,"$checks" "$folder"/objects/target/*.o -o "$folder/gate_fuzz"
"$compiler" "$folder"/objects/seeds/*.o -o "$folder/write_seeds"

"$folder/write_seeds" "$folder/seeds"
export ASAN_OPTIONS=detect_leaks=1:allocator_may_return_null=1 UBSAN_OPTIONS=print_stacktrace=1
"$folder/gate_fuzz" "$folder/corpus" "$folder/seeds" -dict="$root/tests/fuzz/gate.dict" -max_total_time="$seconds" -timeout=1 \
  -rss_limit_mb=1024 -max_len=16384 -artifact_prefix="$folder/findings/" -print_final_stats=1 -workers="${NADIR_FUZZ_WORKERS:-0}" \
  -jobs="${NADIR_FUZZ_JOBS:-0}"
