#pragma once

#include <string>
#include <vector>

#include "measure/lesion/finding.h"
#include "measure/response/counterfactual.h"
#include "measure/response/criterion.h"
#include "measure/response/lineage.h"
#include "measure/response/patient_response.h"
#include "measure/response/protocol.h"
#include "measure/response/readings.h"
#include "measure/response/recist_1_1/baseline_conformance.h"
#include "measure/response/recist_1_1/best_response.h"
#include "measure/response/recist_1_1/certainty.h"
#include "measure/response/recist_1_1/durations.h"
#include "measure/response/recist_1_1/margin.h"

namespace nadir::report
{
/// A cell of a table of readings that the rules do not use.
struct KeptCell
{
  std::size_t lesion = 0;  ///< positions in PatientReadings
  std::size_t timepoint = 0;
  std::string column;
  std::string text;
};

/// Everything that is written about one subject as one reader saw it. Vectors have one entry a time point, unless said otherwise;
/// what was not asked for is empty.
struct ReaderAssessment
{
  std::string subject;
  std::string reader;
  measure::PatientReadings readings;
  const measure::Protocol& protocol;  ///< lives longer than this
  measure::PatientResponse response;
  std::vector<std::vector<measure::recist_1_1::Margin>> margins;  ///< nearest first
  std::vector<std::vector<measure::Flag>> flags;
  measure::recist_1_1::BestResponses best;
  measure::recist_1_1::ResponseDurations durations;  ///< of the best response that is the protocol's own (rule R2)

  std::vector<measure::recist_1_1::TimepointCertainty> certainty;
  std::vector<measure::CriterionResponse> criteria;                ///< one a criterion
  std::vector<measure::recist_1_1::BaselineConformance> baseline;  ///< one or none
  std::vector<measure::LineageEdge> lineage;
  std::vector<measure::Counterfactual> counterfactuals;
  std::vector<std::string> warnings;  ///< what a person has to look at again
  std::vector<KeptCell> kept;

  /// The best response that is the trial's own: confirmed when the protocol asks for it.
  const measure::recist_1_1::BestResponse& own_best() const { return protocol.confirmation.required ? best.confirmed : best.unconfirmed; }
};
}  // namespace nadir::report
