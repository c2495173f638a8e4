#include <algorithm>
#include <map>
#include <set>

#include "report/cdisc/carried_reading.h"
#include "report/cdisc/dataset_csv.h"
#include "report/cdisc/dataset_json.h"
#include "report/cdisc/submission.h"
#include "report/cdisc/transport_file.h"
#include "report/export/export_error.h"
#include "report/export/formats/formats.h"
#include "report/export/formats/table_job.h"

namespace nadir::report
{
namespace
{
constexpr const char* study_setting = "sdtm-study";
constexpr const char* subject_setting = "sdtm-subject";
constexpr const char* evaluators_setting = "sdtm-evaluators";
constexpr const char* accepted_setting = "sdtm-accepted";
constexpr const char* treatment_setting = "sdtm-treatment-start";
constexpr const char* imaging_setting = "sdtm-imaging-rows";
constexpr const char* files_setting = "sdtm-files";
constexpr const char* no_study = "UNASSIGNED";

Failure bad_setting(const std::string& setting, const std::string& form)
{
  return {ExportError::SettingUnknown, setting + " is not of the form " + form + " (nothing was written). Correct it."};
}

std::vector<std::string> words_of(std::string_view text)
{
  std::vector<std::string> words;
  while (!text.empty())
  {
    const auto end = std::min(text.find(','), text.size());
    words.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

std::optional<cdisc::Evaluator> evaluator_of(const std::string& word)
{
  if (word == "INV") return cdisc::Evaluator{"INVESTIGATOR"};
  if (word == "ADJ") return cdisc::Evaluator{"ADJUDICATOR"};
  if (word.size() == 2 && word[0] == 'R' && word[1] >= '1' && word[1] <= '9')
    return cdisc::Evaluator{"INDEPENDENT ASSESSOR", std::string("RADIOLOGIST ") + word[1]};
  return std::nullopt;
}

/// Gives each reading its evaluator: as many words as sources, or none.
Result<Done> set_evaluators(const ExportJob& job, cdisc::Study& study)
{
  const auto words = words_of(job.settings.value(evaluators_setting));
  const auto accepted = job.settings.value(accepted_setting);
  if (words.empty() && accepted.empty()) return Done{};
  const std::string form = "INV, R1 to R9 or ADJ, one for each source in their order, separated by commas";
  if (words.size() != study.readings.size()) return bad_setting(evaluators_setting, form);
  if (!accepted.empty() && std::find(words.begin(), words.end(), accepted) == words.end())
    return bad_setting(accepted_setting, "one of the words of " + std::string(evaluators_setting));
  for (std::size_t i = 0; i < words.size(); ++i)
  {
    const auto evaluator = evaluator_of(words[i]);
    if (!evaluator) return bad_setting(evaluators_setting, form);
    study.readings[i].evaluator = *evaluator;
    study.readings[i].evaluator.accepted = words[i] == accepted ? cdisc::Accepted::Yes : cdisc::Accepted::No;
  }
  return Done{};
}

/// First day of treatment of one patient; without a name, of all.
struct TreatmentStart
{
  std::optional<std::string> patient;
  measure::CalendarDay day;
};

Result<TreatmentStart> treatment_start_of(const std::string& word)
{
  const auto equals = word.rfind('=');
  const auto day = measure::parse_calendar_day(equals == std::string::npos ? word : word.substr(equals + 1));
  if (!day) return bad_setting(treatment_setting, "2024-01-31, or NAME=2024-01-31 for each patient, separated by commas");
  return TreatmentStart{equals == std::string::npos ? std::nullopt : std::optional(word.substr(0, equals)), *day};
}

Failure wrong_patient(const TreatmentStart& start, const char* problem)
{
  return {ExportError::SettingUnknown, std::string(treatment_setting) +
                                           (start.patient ? " for the patient \"" + *start.patient + "\"" : "") + ": " + problem +
                                           " (study days would be wrong or missing; nothing was written). Correct it."};
}

Result<Done> apply(const TreatmentStart& start, cdisc::Study& study)
{
  bool is_known = false;
  for (auto& reading : study.readings)
  {
    if (start.patient && reading.assessment->patient != *start.patient) continue;
    if (reading.treatment_start) return wrong_patient(start, "a first day was given already");
    reading.treatment_start = start.day;
    is_known = true;
  }
  return is_known ? Result<Done>(Done{}) : wrong_patient(start, "no source is of a patient of this name");
}

/// One day for all, or PATIENT=DAY for each.
Result<Done> set_treatment_start(const ExportJob& job, cdisc::Study& study)
{
  for (const auto& word : words_of(job.settings.value(treatment_setting)))
  {
    const auto start = treatment_start_of(word);
    if (!start) return start.failure();
    if (const auto applied = apply(*start, study); !applied) return applied.failure();
  }
  return Done{};
}

Result<cdisc::Study> study_of(const ExportJob& job)
{
  cdisc::Study study;
  study.id = job.settings.value(study_setting).empty() ? no_study : job.settings.value(study_setting);
  study.imaging_rows = job.settings.value(imaging_setting) == "yes" ? cdisc::ImagingRows::Yes : cdisc::ImagingRows::No;
  std::set<std::string> patients;
  for (auto& source : table_sources(job))
  {
    patients.insert(source.assessment->patient);
    study.readings.push_back({source.assessment, job.settings.value(subject_setting), {}, {}, std::move(source.tracking_uids)});
  }
  if (patients.size() > 1 && !job.settings.value(subject_setting).empty())
    return bad_setting(subject_setting, "one subject, for sources of one patient");
  if (const auto set = set_evaluators(job, study); !set) return set.failure();
  if (const auto set = set_treatment_start(job, study); !set) return set.failure();
  return study;
}

std::string file_stem(const cdisc::Dataset& dataset)
{
  auto name = dataset.name;
  for (auto& c : name)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return name;
}

bool is_wanted(const ExportJob& job, const char* form)
{
  const auto wanted = job.settings.value(files_setting);
  return wanted.empty() || wanted == "all" || wanted == form;
}

/// Rows are the same in each form: the trace names the files without their ending.
std::vector<TracedCells> trace_of(const cdisc::Submission& submission)
{
  auto cells = submission.trace;
  for (auto& each : cells) each.file = file_stem({each.file, "", {}, {}});
  return cells;
}

Result<cdisc::FileOrigin> origin_of(const ExportJob& job)
{
  const auto moment = moment_of(job);
  if (!moment) return moment.failure();
  return cdisc::FileOrigin{iso_text(moment->when), job.sources.front().assessment().software_version};
}

std::vector<std::string> notices_of(const ExportJob& job, const cdisc::Submission& submission)
{
  auto notices = submission.notices;
  if (job.settings.value(study_setting).empty())
    notices.push_back(std::string("no study was given: STUDYID is ") + no_study + ". Give --set " + study_setting + "=ID.");
  std::set<std::string> spelled;
  for (const auto& dataset : submission.datasets)
    for (const auto& name : cdisc::characters_spelled(dataset)) spelled.insert(name);
  if (is_wanted(job, "xpt"))
    for (const auto& name : spelled)
      notices.push_back(
          name + " has characters that are not ASCII: the transport file spells them {U+00E9}, the other files have them as they are.");
  return notices;
}

Result<FormatOutput> make(const ExportJob& job)
{
  const auto study = study_of(job);
  if (!study) return study.failure();
  const auto origin = origin_of(job);
  if (!origin) return origin.failure();
  const auto submission = cdisc::submission_of(*study);
  if (!submission) return submission.failure();
  FormatOutput output{{},
                      {"findings, flags, comparability and geometry certificates", "raw lengths (TR holds those reported)", "images"},
                      notices_of(job, *submission)};
  for (const auto& dataset : submission->datasets)
  {
    const auto stem = file_stem(dataset);
    if (is_wanted(job, "csv")) output.files.push_back({stem + ".csv", to_csv(dataset)});
    if (is_wanted(job, "json")) output.files.push_back({stem + ".json", to_dataset_json(dataset, *origin)});
    if (is_wanted(job, "xpt")) output.files.push_back({stem + ".xpt", to_transport_file(dataset, *origin)});
  }
  output.files.push_back(trace_file(job, trace_of(*submission)));
  return output;
}

Result<cdisc::Dataset> dataset_from(const cdisc::Dataset& wanted, const ExportFile& file)
{
  if (file.name.ends_with(".csv")) return cdisc::dataset_from_csv(wanted.name, file.bytes);
  return file.name.ends_with(".json") ? cdisc::dataset_from_json(file.bytes) : cdisc::dataset_from_transport_file(file.bytes);
}

std::vector<ReadBack> read_back(const ExportJob& job, const std::vector<ExportFile>& files)
{
  const auto study = study_of(job);
  const auto submission = study ? cdisc::submission_of(*study) : Result<cdisc::Submission>(study.failure());
  if (!submission) return {};
  const auto carried = cdisc::carried_by(submission->datasets);
  const bool carries = carried && *carried == cdisc::carried_by(*study);
  std::vector<ReadBack> checks;
  for (const auto& dataset : submission->datasets)
    for (const auto& file : files)
    {
      if (!file.name.starts_with(file_stem(dataset) + ".")) continue;
      const auto read = dataset_from(dataset, file);
      checks.push_back(check_of(file.name, "nadir's reader of SDTM datasets", outcome_of(carries && read && *read == dataset)));
    }
  checks.push_back(read_back_trace(files, trace_of(*submission)));
  return checks;
}

std::vector<FormatSetting> settings()
{
  return {
      {study_setting, "STUDYID (default UNASSIGNED, with a notice)"},
      {subject_setting, "USUBJID (default STUDYID, '-', the case's name for the patient)", {}, SettingScope::OneCase},
      {evaluators_setting, "who read each source, in their order: INV (default), R1 to R9 (independent radiologists), ADJ (adjudicator)"},
      {accepted_setting, "the evaluator whose readings the study goes by (--ACPTFL)"},
      {treatment_setting,
       "first day of treatment (RFSTDTC), or NAME=DAY for each patient: needed for study days",
       {},
       SettingScope::OneCase},
      {imaging_setting, "yes: TR has volumes and viable diameters, too (default no)", {"yes", "no"}},
      {files_setting, "all (default), csv, json (Dataset-JSON 1.1) or xpt (SAS transport file v5)", {"all", "csv", "json", "xpt"}}};
}
}  // namespace

ExportFormat sdtm_format()
{
  return {"sdtm",
          "CDISC SDTM TU, TR, RS for RECIST 1.1: CSV, Dataset-JSON, SAS transport files",
          FormatNeeds::Numbers,
          FormatScope::ManyCases,
          settings(),
          make,
          read_back};
}
}  // namespace nadir::report
