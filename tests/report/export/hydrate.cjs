// Would OHIF turn a structured report into live measurements? Runs OHIF's own hydration (cornerstone adapters) on a report and its images.
//
// usage: node hydrate.cjs BUNDLE.cjs SR.dcm IMAGE.dcm...
// Prints a line of JSON for each annotation: {"tool", "label", "length", "width", "points"}; points are patient LPS, mm.
// BUNDLE.cjs: esbuild's bundle of validators/ohif/cs3d_entry.mjs.
const fs = require('fs');
const path = require('path');

// Stubs so that a bundle for browsers loads in node.
globalThis.window = globalThis;
globalThis.self = globalThis;
globalThis.document = { createElement: () => ({ getContext: () => null, style: {} }), addEventListener() {}, head: { appendChild() {} }, body: {} };
for (const name of ['HTMLElement', 'HTMLCanvasElement', 'HTMLImageElement', 'Image']) globalThis[name] = class {};
globalThis.CustomEvent = globalThis.CustomEvent || class {};
globalThis.addEventListener = () => {};
globalThis.location = { href: '' };
const print = console.log;
console.log = () => {};
console.warn = (...words) => print('WARN', ...words.map(word => (word && word.message) || ''));

const [bundle, report, ...images] = process.argv.slice(2);
require(path.resolve(bundle));
const { adaptersSR, dcmjs, metaData } = globalThis.__cs;

function read(file) {
  const bytes = fs.readFileSync(file);
  const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length);
  return dcmjs.data.DicomMetaDictionary.naturalizeDataset(dcmjs.data.DicomMessage.readFile(buffer).dict);
}

const planes = new Map();
for (const file of images) {
  const image = read(file);
  const numbers = values => Array.from(values, Number);
  const spacing = numbers(image.PixelSpacing);
  const orientation = numbers(image.ImageOrientationPatient);
  planes.set('img:' + image.SOPInstanceUID, {
    frameOfReferenceUID: image.FrameOfReferenceUID,
    rowCosines: orientation.slice(0, 3), columnCosines: orientation.slice(3),
    imagePositionPatient: numbers(image.ImagePositionPatient), imageOrientationPatient: orientation,
    rowPixelSpacing: spacing[0], columnPixelSpacing: spacing[1], pixelSpacing: spacing,
    rows: image.Rows, columns: image.Columns,
  });
}
// An image is asked for with the number of its frame: 'img:1.2.3:1'.
const provider = { get: (type, id) => (type === 'imagePlaneModule' ? planes.get(String(id).replace(/^(img:[^:]*):.*$/, '$1')) : undefined) };
metaData.addProvider((type, id) => provider.get(type, id), 9999);

const ids = new Proxy({}, { get: (target, uid) => 'img:' + String(uid) });
try {
  const states = adaptersSR.Cornerstone3D.MeasurementReport.generateToolState(read(report), ids, provider);
  for (const tool of Object.keys(states))
    for (const state of states[tool]) {
      const data = (state.annotation || state).data || {};
      const stats = Object.values(data.cachedStats || {})[0] || {};
      print(JSON.stringify({ tool, uid: (state.annotation || state).annotationUID, length: stats.length, width: stats.width, points: data.handles && data.handles.points }));
    }
} catch (error) {
  print('FAIL', error.message, error.stack.split('\n').slice(1, 3).join('|'));
}
