#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/table/reader_assessment.h"

namespace nadir::report
{
/// findings.json is written piece by piece: `findings_begin`, one `findings_of` for each subject and reader with ",\n" between them,
/// `findings_end`. Schema nadir.findings/1: protocol (every setting, differences from the default), assessments (readings with unknown
/// columns, findings of every time point with rule, clause, outcome, words and inputs, margins, probabilities, flags, best response,
/// baseline conformance, lineage, counterfactuals, criteria, warnings), refused subjects with their problems. Lengths mm, volumes mL.
std::string findings_begin(const measure::Protocol& protocol);
std::string findings_of(const ReaderAssessment& assessment);

/// protocol.json, beside tables that cannot say it: schema nadir.protocol/1 with "settings" (every setting) and
/// "differences_from_default" (in words; empty = the default protocol).
std::string protocol_document(const measure::Protocol& protocol);

/// A subject that was not assessed.
struct RefusedSubject
{
  std::string subject;
  std::vector<std::string> problems;
};
std::string findings_end(const std::vector<RefusedSubject>& refused);
}  // namespace nadir::report
