#pragma once

#include <filesystem>
#include <vector>

#include "cli/response/assess_table.h"
#include "report/table/streamed_file.h"

namespace nadir::cli
{
/// The files of `nadir recist` in one folder: responses.csv, best_response.csv, protocol.json, criteria.csv when criteria were asked for
/// and findings.json unless they were declined. They appear together at the end, or none does.
class ResponseFiles
{
public:
  /// Makes the folder when it is not there.
  static Result<ResponseFiles> create(const std::filesystem::path& folder, const AssessmentPlan& plan);

  Result<Done> append(const AssessedPart& part);
  Result<Done> keep();

private:
  /// A file with the field of a part that goes into it.
  struct Target
  {
    report::StreamedFile file;
    std::string AssessedPart::*text;  ///< null = nothing more comes
  };

  Result<Done> add(const std::filesystem::path& path, std::string AssessedPart::*text, std::string_view header);

  std::vector<Target> targets_;
  std::vector<report::RefusedSubject> refused_;
  bool has_findings_ = false;  ///< at least one was written
};
}  // namespace nadir::cli
