#pragma once

#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "measure/response/readings.h"
#include "reading/table/sdtm/tumor_identification.h"
#include "reading/table/sdtm/tumor_result.h"

namespace nadir::reading::sdtm
{
/// All that TR says of one lesion at one visit by one reader.
struct Collected
{
  const IdentifiedLesion* lesion = nullptr;
  std::string_view reader;
  double visit = 0;
  std::uint64_t line = 0;  ///< of its first row
  std::string_view date, method, reason, accepted;
  std::map<Test, double> sizes;
  std::vector<Millimeters> fragments;
  std::optional<measure::LesionState> state, not_done;
  const IdentifiedLesion* merged_into = nullptr;
  bool too_small = false;
  std::set<std::pair<Test, std::string_view>> seen;  ///< test and link
};

/// The same as one reading; the rules stand at `readings_of`. The date is left open.
measure::LesionReading reading_of(const Collected& at);
}  // namespace nadir::reading::sdtm
