#pragma once

#include <map>
#include <vector>

#include "measure/assessment/identity_check.h"
#include "measure/assessment/measured_lesion.h"
#include "measure/comparability/artefact_level.h"

namespace nadir::measure
{
/// Sets the series of follow-ups against those of baseline. Looks at the pixels of each series once.
class TechniqueComparison
{
public:
  /// One report for each pair of series that lesions were measured on, in the order of the lesions (one entry a lesion in both lists).
  std::vector<ComparabilityReport> compare(const std::vector<MeasuredLesion>& baseline, const std::vector<MeasuredLesion>& followup);

private:
  ArtefactLevel artefacts_of(const imaging::ImageStack& stack);

  std::map<const imaging::ImageStack*, ArtefactLevel> known_;
};

/// Two stacks without a lesion; their pixels are looked at.
ComparabilityReport compare_stacks(const imaging::ImageStack& baseline, const imaging::ImageStack& followup);

/// A question for each report that says stop: key "comparability".
std::vector<Question> comparability_questions(const std::vector<ComparabilityReport>& reports, const TimepointLabel& followup);

/// Stops and cautions in words, for people who read only the warnings.
std::vector<std::string> comparability_words(const ComparabilityReport& report);
} // namespace nadir::measure
