#!/bin/sh
# FHIR bundles before judges of other makers: judge_fhir.sh FOLDER VALIDATORS MODULES. MODULES is a folder in which `npm ci
# --ignore-scripts` was run with npm/package-lock.json (`./run test` does). Exit code 77: no node, no validators or no modules.
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
cp "$(dirname "$0")/judge_profiles.cjs" "$work/"
node "$work/judge_profiles.cjs" "$work/fhir/profiles" "$work"/*.json "$folder"/fhir/trial.json >"$work/profiles" 2>&1 || { cat "$work/profiles"; bad=1; }
node "$work/fhir/bindings.cjs" "$work"/*.json >"$work/bindings" 2>&1
grep FAIL "$work/bindings" && bad=1
echo "$(grep -c OK "$work/base") bundles, $(grep -c OK "$work/bindings") resources; $(tail -1 "$work/profiles")"
exit $bad
