#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "cli/response/assess_reader.h"
#include "reading/table/subject_source.h"
#include "report/table/findings_json.h"

namespace nadir::cli
{
/// Warnings on the rows of the table that are shown on the terminal.
inline constexpr std::size_t most_shown_warnings = 20;

/// What became of some subjects, as text to be written behind that of the subjects before them.
struct AssessedPart
{
  std::string responses, best_responses, criteria, findings;  ///< rows and JSON objects, see report/table
  std::string problems;                                       ///< for people, one line each
  std::vector<std::string> shown_warnings;                    ///< the first of them, what was doubtful in the table
  std::vector<report::RefusedSubject> refused;
  std::size_t subjects = 0;  ///< assessed
  std::size_t warnings = 0;
  std::optional<Failure> failure;  ///< the table changed while it was read
};

/// Assesses every subject of a source in its order, on all processors. `take` gets the parts one after the other; false stops.
/// Only a few parts are held at a time.
void assess_table(const reading::SubjectSource& source, const AssessmentPlan& plan, const std::function<bool(AssessedPart)>& take);

/// The derivation of one subject in words, all readers; problems in words when it cannot be assessed.
struct Explained
{
  std::string text;
  std::string problems;
};
Explained explain_subject(const reading::SubjectSource& source, const AssessmentPlan& plan, std::size_t subject);
}  // namespace nadir::cli
