// Writes what foreign programs judge: write_records FOLDER. FHIR bundles, SDTM datasets in three forms, REDCap files, tidy tables.
#include <cstdio>
#include <filesystem>

#include "imaging/storage/write_file.h"
#include "report/cdisc/dataset_csv.h"
#include "report/cdisc/dataset_json.h"
#include "report/cdisc/submission.h"
#include "report/cdisc/transport_file.h"
#include "report/fhir/patient_bundle.h"
#include "report/redcap/redcap_project.h"
#include "report/table/assessment_json.h"
#include "tests/report/cdisc/study_examples.h"
#include "tests/report/fhir/bundle_example.h"
#include "tests/report/support/random_assessment.h"

using namespace nadir;
namespace fs = std::filesystem;

namespace
{
bool write(const fs::path& path, const std::string& bytes)
{
  fs::create_directories(path.parent_path());
  if (const auto written = imaging::write_file(path, bytes); !written)
    return std::fprintf(stderr, "%s\n", written.failure().message().c_str()), false;
  return true;
}

std::string small_letters(std::string text)
{
  for (auto& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return text;
}

bool write_study(const fs::path& folder, const report::cdisc::Study& study)
{
  const report::cdisc::FileOrigin origin{"2024-05-01T00:00:00", "0.1.0"};
  const auto made = report::cdisc::submission_of(study);
  if (!made) return std::fprintf(stderr, "%s\n", made.failure().message().c_str()), false;
  bool good = true;
  for (const auto& dataset : made->datasets)
  {
    const auto name = small_letters(dataset.name);
    good = good && write(folder / (name + ".csv"), to_csv(dataset)) && write(folder / (name + ".json"), to_dataset_json(dataset, origin)) &&
           write(folder / (name + ".xpt"), to_transport_file(dataset, origin));
  }
  return good;
}

bool write_redcap(const fs::path& folder, const measure::Assessment& assessment)
{
  const auto files = report::redcap::files_of(
      report::redcap::project_of(report::redcap::cases_of({{&assessment, "reader 1", std::string(64, 'd'), {}}})).value());
  return write(folder / "dictionary.csv", files.dictionary) && write(folder / "events.csv", files.events) &&
         write(folder / "records.csv", files.records);
}
}  // namespace

int main(int argc, char** argv)
{
  if (argc != 2) return 64;
  const fs::path folder = argv[1];
  const auto trial = test::trial_assessment();
  auto readers = test::study_of({&trial, &trial, &trial});
  readers.readings[0].evaluator = {"INDEPENDENT ASSESSOR", "RADIOLOGIST 1", report::cdisc::Accepted::No};
  readers.readings[1].evaluator = {"INDEPENDENT ASSESSOR", "RADIOLOGIST 2", report::cdisc::Accepted::No};
  readers.readings[2].evaluator = {"ADJUDICATOR", "", report::cdisc::Accepted::Yes};
  std::vector<measure::Assessment> cohort;
  for (std::uint64_t seed = 0; seed < 40; ++seed)
  {
    cohort.push_back(test::random_assessment(seed, test::Texts::Plain));
    cohort.back().patient = "C" + std::to_string(100 + seed);
  }
  std::vector<const measure::Assessment*> all;
  for (const auto& assessment : cohort) all.push_back(&assessment);
  bool good = write_study(folder / "trial", test::study_of({&trial})) && write_study(folder / "readers", readers) &&
              write_study(folder / "cohort", test::study_of(all));
  good = good && write(folder / "trial-assessment.json", report::to_json(trial)) &&
         write(folder / "fhir" / "trial.json", report::fhir::to_patient_bundle(test::bundle_source(trial)).value().text) &&
         write_redcap(folder / "redcap", trial);
  for (std::uint64_t seed = 0; seed < 20; ++seed)
  {
    const auto assessment = test::random_assessment(seed, test::Texts::Odd);
    good = good && write(folder / "fhir" / ("random" + std::to_string(seed) + ".json"),
                         report::fhir::to_patient_bundle(test::bundle_source(assessment)).value().text);
  }
  return good ? 0 : 1;
}
