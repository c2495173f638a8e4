#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "measure/response/criterion.h"
#include "measure/response/protocol.h"
#include "measure/response/readings.h"

namespace nadir::measure
{
/// The criteria beside RECIST 1.1, by the name of their folder.
enum class Criterion
{
  Irecist,       ///< "irecist"
  Mrecist,       ///< "mrecist"
  ChoiMr,        ///< "choi_mr"
  Who,           ///< "who"
  Volumetric,    ///< "volumetric": one response for each pair of limits in the protocol
  ViableVolume,  ///< "viable_volume": likewise
};
std::string_view name_of(Criterion criterion);
std::optional<Criterion> parse_criterion(std::string_view word);

/// All of them, in the order above.
std::vector<Criterion> all_criteria();

/// A patient by one criterion: one response, or one for each pair of volume limits. `recist`: recist_1_1::assess of the same readings.
std::vector<CriterionResponse> assess_criterion(Criterion criterion, const PatientReadings& readings, const PatientResponse& recist,
                                                const Protocol& protocol);
}  // namespace nadir::measure
