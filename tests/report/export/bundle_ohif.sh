#!/bin/sh
# bundle_ohif.sh VALIDATORS FOLDER: OHIF's hydration code as FOLDER/cs3d.cjs, installed from npm once. Exit code 77 when that cannot be.
validators=$1 folder=$2
[ -f "$folder/cs3d.cjs" ] && exit 0
command -v npm >/dev/null && command -v node >/dev/null && [ -f "$validators/ohif/cs3d_entry.mjs" ] || exit 77
mkdir -p "$folder" && cp "$validators/ohif/cs3d_entry.mjs" "$folder/" && cd "$folder" || exit 77
cat > package.json <<'JSON'
{"private": true, "dependencies": {"@babel/runtime": "8.1.2", "@cornerstonejs/adapters": "5.14.0", "dcmjs": "0.29.5", "esbuild": "0.28.2"}}
JSON
npm install --ignore-scripts --no-audit --no-fund >npm.log 2>&1 || exit 77
npx --no-install esbuild cs3d_entry.mjs --bundle --platform=node --format=cjs --outfile=new.cjs --loader:.wasm=empty --external:canvas >esbuild.log 2>&1 || exit 77
mv new.cjs cs3d.cjs
