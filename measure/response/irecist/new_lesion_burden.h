#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "measure/response/protocol.h"
#include "measure/response/readings.h"

namespace nadir::measure::irecist
{
/// The new lesions of one time point as iRECIST looks at them (rule X4).
struct NewLesionVisit
{
  std::vector<std::size_t> appeared;             ///< unequivocal for the first time
  bool any_there = false;                        ///< an unequivocal new lesion is (still) there
  bool any_not_evaluated = false;                ///< one that was there was not examined now
  std::optional<ReportedLength> target_sum;      ///< NLT: sum of lengths; none when one has no length now
  std::map<std::size_t, ReportedLength> others;  ///< NLNT: their lengths, as far as recorded
  bool reader_says_larger = false;               ///< FurtherIncrease::Yes on a new lesion
};

/// Follows the new lesions of one patient over the time points that count. When first seen, a new lesion is measured (NLT) from 10 mm
/// on, a node from 15 mm of short axis, at most 5 in all and 2 in one organ; every other is not measured (NLNT). It stays what it was.
class NewLesionBurden
{
public:
  NewLesionBurden(const PatientReadings& readings, const Protocol& protocol) : readings_(readings), protocol_(protocol) {}

  NewLesionVisit look(std::size_t timepoint) const;  ///< nothing is remembered
  void remember(std::size_t timepoint);              ///< the time point counts

private:
  bool is_there(std::size_t lesion, std::size_t timepoint) const;
  bool is_measured_as_target(std::size_t lesion, std::size_t timepoint) const;

  const PatientReadings& readings_;
  const Protocol& protocol_;
  std::set<std::size_t> known_, targets_;
  std::map<std::string, int> targets_per_organ_;
};
}  // namespace nadir::measure::irecist
