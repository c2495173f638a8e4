#pragma once

#include <optional>
#include <string>
#include <vector>

#include "measure/response/readings.h"

namespace nadir::measure::test
{
/// What the slow, literal reading of the tables says about one visit. Lengths in tenths of a millimetre.
struct LiteralVisit
{
  std::string target, target_raw, non_target, new_lesion, overall, overall_raw;
  bool after_progression = false;
  std::optional<long> sum, baseline_sum, nadir;
};

/// The default protocol, or one with confirmation required.
enum class LiteralConfirmation
{
  NotRequired,
  Required,
};

/// RECIST 1.1 read word by word from the tables: every visit works out everything before it again, in text and in tenths of a
/// millimetre. Written apart from the engine and shares nothing with it but the readings. First entry: baseline.
std::vector<LiteralVisit> literal_recist(const PatientReadings& readings, LiteralConfirmation confirmation);

/// Best overall response of a series, by table 3 and the rules R1 to R8; days counted from the start. `raw` confirms.
struct LiteralSeries
{
  std::vector<std::string> overall, raw;
  std::vector<std::optional<int>> day;
  bool with_targets = true;
};
std::string literal_best_unconfirmed(const LiteralSeries& series);
std::string literal_best_confirmed(const LiteralSeries& series);
}  // namespace nadir::measure::test
