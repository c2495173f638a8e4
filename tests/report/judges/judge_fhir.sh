#!/bin/sh
# FHIR bundles before judges of other makers: judge_fhir.sh FOLDER VALIDATORS MODULES. MODULES is a folder in which `npm ci
# --ignore-scripts` was run with npm/package-lock.json (`./run test` does). Exit code 77: no node, no validators or no modules.
#
# Two messages of @medplum/core are known to be wrong and are passed over: it cannot follow the slices bodyStructureIdentifier of mcode-tumor
# and cancerPatient of the bundle into profiled types. Both facts are held by PatientBundle tests.
folder=$1 validators=$2 modules=$3
command -v node >/dev/null && [ -d "$validators/fhir" ] && [ -d "$modules/node_modules/fhirpath" ] || { echo "skipped: node, $validators/fhir or $modules/node_modules is missing"; exit 77; }
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT
cp -r "$validators/fhir" "$work/fhir" && ln -s "$(cd "$modules" && pwd)/node_modules" "$work/node_modules" || exit 1
for bundle in "$folder"/fhir/*.json; do
  name=$(basename "$bundle" .json)
  node -e '
    const fs = require("fs"), bundle = JSON.parse(fs.readFileSync(process.argv[1]));
    bundle.entry.forEach((entry, i) => fs.writeFileSync(process.argv[2] + "-" + String(i).padStart(3, "0") + "-" + entry.resource.resourceType + ".json", JSON.stringify(entry.resource)));
  ' "$bundle" "$work/$name" || exit 1
done
bad=0
node "$work/fhir/base.cjs" "$folder"/fhir/*.json >"$work/base" 2>&1
grep FAIL "$work/base" && bad=1
ls "$work"/*.json | sort | awk -F- '!seen[$NF]++ || NR % 40 == 0' >"$work/chosen"   # each kind once, then a sample: each call takes seconds
for resource in $(cat "$work/chosen") "$folder"/fhir/trial.json; do
  node "$work/fhir/profile.cjs" "$resource" >"$work/profile" 2>&1
  grep -e '^ *error' "$work/profile" | grep -v -e bodyStructureIdentifier -e cancerPatient && { echo "$resource"; bad=1; }
done
node "$work/fhir/bindings.cjs" "$work"/*.json >"$work/bindings" 2>&1
grep FAIL "$work/bindings" && bad=1
echo "$(grep -c OK "$work/base") bundles, $(grep -c OK "$work/bindings") resources, $(wc -l <"$work/chosen") against their profiles"
exit $bad
