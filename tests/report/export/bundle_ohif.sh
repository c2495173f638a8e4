#!/bin/sh
# bundle_ohif.sh VALIDATORS MODULES FOLDER: OHIF's hydration code as FOLDER/cs3d.cjs, bundled once from the packages that `./run test` installed
# in MODULES. Exit code 77 when that cannot be.
validators=$1 modules=$2 folder=$3
[ -f "$folder/cs3d.cjs" ] && exit 0
command -v node >/dev/null && [ -f "$validators/ohif/cs3d_entry.mjs" ] && [ -d "$modules/node_modules/esbuild" ] || exit 77
mkdir -p "$folder" && cp "$validators/ohif/cs3d_entry.mjs" "$folder/" && cd "$folder" || exit 77
rm -rf node_modules && ln -s "$modules/node_modules" node_modules || exit 77
node_modules/.bin/esbuild cs3d_entry.mjs --bundle --platform=node --format=cjs --outfile=new.cjs --loader:.wasm=empty --external:canvas >esbuild.log 2>&1 || exit 77
mv new.cjs cs3d.cjs
