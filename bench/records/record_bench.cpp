// Time to make and read back the records that leave the program: 1,000 cases as SDTM (limit 5 s), one case in all forms (limit 2 s).
#include <chrono>
#include <cstdio>
#include <string>
#include <vector>

#include "report/cdisc/dataset_csv.h"
#include "report/cdisc/dataset_json.h"
#include "report/cdisc/submission.h"
#include "report/cdisc/transport_file.h"
#include "report/fhir/carried_case.h"
#include "report/fhir/patient_bundle.h"
#include "report/redcap/redcap_project.h"
#include "report/table/assessment_json.h"
#include "report/table/tidy_csv.h"
#include "report/table/tidy_json.h"
#include "report/table/trace.h"

using namespace nadir;
using namespace nadir::report;

namespace
{
using Clock = std::chrono::steady_clock;
double seconds_since(Clock::time_point begin) { return std::chrono::duration<double>(Clock::now() - begin).count(); }

constexpr int cases = 1000, visits = 4, targets = 5;
constexpr double cohort_limit = 5.0, case_limit = 2.0;  // seconds

measure::LesionAssessment lesion_of(int number, double mm)
{
  measure::LesionAssessment lesion;
  lesion.lesion = {LesionId{"T0" + std::to_string(number + 1)}, measure::LesionRole::Target, number % 2 ? "left lung" : "liver", false};
  lesion.state = "MEASURED";
  lesion.longest_diameter = measure::Caliper{
      {0, 0, 0}, {mm, 0, 0}, Millimeters{mm}, SeriesUid{"1.2.826.0.1.3680043.8.498.1"}, SopInstanceUid{"1.2.826.0.1.3680043.8.498.1.7"}, 7};
  lesion.response_contribution = Millimeters{mm};
  lesion.volume = Milliliters{mm};
  lesion.evidence.source = "mask";
  lesion.evidence.mask_digest = std::string(64, 'b');
  return lesion;
}

measure::Assessment assessment_of(int number)
{
  measure::Assessment assessment;
  assessment.patient = "P" + std::to_string(number);
  assessment.software_version = "0.1.0";
  assessment.inputs = {{"case", "case.json", std::string(64, 'a')}};
  for (int visit = 0; visit < visits; ++visit)
  {
    auto& timepoint = assessment.timepoints.emplace_back();
    timepoint.label = TimepointLabel{visit == 0 ? "baseline" : "week " + std::to_string(8 * visit)};
    timepoint.date = "2024-0" + std::to_string(1 + 2 * visit) + "-10";
    for (int target = 0; target < targets; ++target) timepoint.lesions.push_back(lesion_of(target, 20.0 + target - 0.5 * visit));
    auto& response = timepoint.response;
    response.sum_of_diameters = Millimeters{110.0 - 2.5 * visit};
    response.baseline_sum = Millimeters{110.0};
    response.target_response = response.overall_response = visit == 0 ? "baseline" : "SD";
    response.non_target_response = "NA";
    if (visit == 0) continue;
    response.nadir_sum = Millimeters{112.5 - 2.5 * visit};
    response.change_from_nadir = Millimeters{-2.5};
    response.change_from_baseline_percent = -2.5 * visit / 1.1;
    response.change_from_nadir_percent = -250.0 / response.nadir_sum->value();
  }
  return assessment;
}

const cdisc::FileOrigin origin{"2024-05-01T00:00:00", "0.1.0"};

/// Makes every dataset in three forms and reads each back; bytes written, 0 when one reads back differently.
std::size_t write_study(const std::vector<measure::Assessment>& assessments)
{
  cdisc::Study study{"BENCH", {}};
  for (const auto& assessment : assessments) study.readings.push_back({&assessment, ""});
  const auto submission = cdisc::submission_of(study);
  if (!submission) return 0;
  std::size_t bytes = 0;
  for (const auto& dataset : submission->datasets)
  {
    const auto csv = to_csv(dataset), json = to_dataset_json(dataset, origin), transport = to_transport_file(dataset, origin);
    const bool equal = cdisc::dataset_from_csv(dataset.name, csv).value() == dataset && cdisc::dataset_from_json(json).value() == dataset &&
                       cdisc::dataset_from_transport_file(transport).value() == dataset;
    if (!equal) return 0;
    bytes += csv.size() + json.size() + transport.size();
  }
  return bytes;
}

/// Every form of one case, made and read back.
bool write_case(const measure::Assessment& assessment)
{
  const std::vector<TableSource> sources{{&assessment,
                                          "",
                                          std::string(64, 'd'),
                                          {{LesionId{"T01"}, "2.25.1"},
                                           {LesionId{"T02"}, "2.25.2"},
                                           {LesionId{"T03"}, "2.25.3"},
                                           {LesionId{"T04"}, "2.25.4"},
                                           {LesionId{"T05"}, "2.25.5"}}}};
  const TidyTables tables{measurement_rows(sources), response_rows(sources)};
  const auto project = redcap::project_of(redcap::cases_of(sources));
  const fhir::BundleSource source{&assessment, origin.created, std::string(64, 'd'), sources[0].tracking_uids};
  const auto bundle = fhir::to_patient_bundle(source);
  return bundle && project && write_study({assessment}) > 0 && tidy_tables_from_json(to_json(tables)) == tables &&
         measurements_from_csv(to_csv(tables.measurements)) == tables.measurements &&
         traced_cells_from(trace_json(sources, traced_tidy_cells(sources))) &&
         redcap::project_from(redcap::files_of(*project)) == *project &&
         fhir::carried_by(bundle->text).value() == fhir::carried_by(source) && from_json(to_json(assessment));
}
}  // namespace

int main()
{
  std::vector<measure::Assessment> assessments;
  for (int number = 0; number < cases; ++number) assessments.push_back(assessment_of(number));
  auto begin = Clock::now();
  const auto bytes = write_study(assessments);
  const double cohort = seconds_since(begin);
  begin = Clock::now();
  const bool written = write_case(assessments.front());
  const double one = seconds_since(begin);
  const bool met = bytes > 0 && written && cohort < cohort_limit && one < case_limit;
  std::printf("%d cases x %d visits x %d targets as SDTM, three forms, read back: %.2f s (limit %g s), %.1f MB\n", cases, visits, targets,
              cohort, cohort_limit, static_cast<double>(bytes) / 1e6);
  std::printf("one case in all forms of records, read back: %.3f s (limit %g s): %s\n", one, case_limit, met ? "met" : "MISSED");
  return met ? 0 : 1;
}
