#include "cli/response/response_files.h"

#include "report/table/best_response_csv.h"
#include "report/table/responses_csv.h"

namespace nadir::cli
{
Result<ResponseFiles> ResponseFiles::create(const std::filesystem::path& folder, const AssessmentPlan& plan)
{
  std::error_code ignored;  // the files themselves say why they cannot be made
  std::filesystem::create_directories(folder, ignored);
  ResponseFiles files;
  auto added = files.add(folder / "responses.csv", &AssessedPart::responses, report::responses_header);
  if (added) added = files.add(folder / "best_response.csv", &AssessedPart::best_responses, report::best_response_header);
  if (added && !plan.criteria.empty()) added = files.add(folder / "criteria.csv", &AssessedPart::criteria, report::criteria_header);
  if (added && plan.depth == Depth::Findings)
    added = files.add(folder / "findings.json", &AssessedPart::findings, report::findings_begin(plan.protocol));
  if (added) added = files.add(folder / "protocol.json", nullptr, report::protocol_document(plan.protocol));
  if (!added) return added.failure();
  return files;
}

Result<Done> ResponseFiles::add(const std::filesystem::path& path, std::string AssessedPart::*text, std::string_view header)
{
  auto file = report::StreamedFile::create(path);
  if (!file) return file.failure();
  targets_.push_back({std::move(*file), text});
  return targets_.back().file.append(header);
}

Result<Done> ResponseFiles::append(const AssessedPart& part)
{
  refused_.insert(refused_.end(), part.refused.begin(), part.refused.end());
  for (auto& [file, text] : targets_)
  {
    if (text == nullptr) continue;
    const bool is_findings = text == &AssessedPart::findings;
    if (is_findings && has_findings_ && !part.findings.empty())
      if (const auto separated = file.append(",\n"); !separated) return separated;
    if (const auto written = file.append(part.*text); !written) return written;
  }
  has_findings_ = has_findings_ || !part.findings.empty();
  return Done{};
}

Result<Done> ResponseFiles::keep()
{
  for (auto& [file, text] : targets_)
    if (text == &AssessedPart::findings)
      if (const auto written = file.append(report::findings_end(refused_)); !written) return written;
  for (auto& target : targets_)
    if (const auto kept = target.file.keep(); !kept) return kept;
  return Done{};
}
}  // namespace nadir::cli
