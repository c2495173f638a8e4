#pragma once

#include <functional>
#include <map>
#include <memory>
#include <utility>
#include <vector>

#include "measure/assessment/identity_check.h"
#include "measure/assessment/measured_lesion.h"
#include "measure/comparability/acquisition.h"
#include "measure/comparability/artefact_level.h"

namespace nadir::measure
{
/// Sets the series of follow-ups against those of baseline. Looks at each series once.
class TechniqueComparison
{
public:
  /// Gives the pixels of a series; nullptr when they cannot be read.
  using Pixels = std::function<std::shared_ptr<const imaging::Volume>(const imaging::ImageStack&)>;

  /// Reads pixels from their files.
  TechniqueComparison();
  explicit TechniqueComparison(Pixels pixels) : pixels_(std::move(pixels)) {}

  /// One report for each pair of series that lesions were measured on, in the order of the lesions (one entry a lesion in both lists).
  std::vector<ComparabilityReport> compare(const std::vector<MeasuredLesion>& baseline, const std::vector<MeasuredLesion>& followup);

private:
  struct Looked
  {
    Acquisition acquisition;
    ArtefactLevel artefacts;
  };
  const Looked& looked_at(const imaging::ImageStack& stack);

  Pixels pixels_;
  std::map<const imaging::ImageStack*, Looked> known_;
};

/// Two stacks without a lesion; their pixels are looked at.
ComparabilityReport compare_stacks(const imaging::ImageStack& baseline, const imaging::ImageStack& followup);

/// A question for each report that says stop: key "comparability".
std::vector<Question> comparability_questions(const std::vector<ComparabilityReport>& reports, const TimepointLabel& followup);

/// Stops and cautions in words, for people who read only the warnings.
std::vector<std::string> comparability_words(const ComparabilityReport& report);
}  // namespace nadir::measure
