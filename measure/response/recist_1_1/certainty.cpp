#include "measure/response/recist_1_1/certainty.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "imaging/result/expects.h"
#include "measure/response/recist_1_1/drawn_course.h"

namespace nadir::measure::recist_1_1
{
namespace
{
/// The default draws, made once for all patients.
const NormalDraws& usual_draws()
{
  static const NormalDraws draws(CertaintyOptions{}.draws, CertaintyOptions{}.seed);
  return draws;
}

std::vector<std::pair<Category, double>> shares(const CategoryCounts& counts, std::size_t draws)
{
  std::vector<std::pair<Category, double>> probabilities;
  probabilities.reserve(counts.size());
  for (const auto& [category, count] : counts)
    probabilities.emplace_back(category, static_cast<double>(count) / static_cast<double>(draws));
  std::sort(probabilities.begin(), probabilities.end(),
            [](const auto& a, const auto& b) { return a.second != b.second ? a.second > b.second : a.first < b.first; });
  return probabilities;
}

/// 95 % interval of the sum of a re-read: the variances of the lengths add up.
std::optional<std::pair<Millimeters, Millimeters>> interval_of(const SumParts& parts, ReportedLength sum)
{
  if (!parts.is_complete) return std::nullopt;
  double variance = parts.together.deviation * parts.together.deviation;
  for (const auto& length : parts.single) variance += length.deviation * length.deviation;
  const Millimeters reach{1.959964 * std::sqrt(variance) / 1000.0};
  return std::pair(std::max(sum.millimeters() - reach, Millimeters{}), sum.millimeters() + reach);
}

/// Whether float holds every product that the rules compare, exactly.
bool fits_float(const std::vector<SumParts>& parts, const Protocol& protocol)
{
  constexpr double exact = 16'777'216.0;
  const double largest_factor = std::max(1000, 1000 + protocol.target.progression_increase_permille);
  const bool usual = protocol.target.partial_response_decrease_permille == 300 && protocol.target.progression_increase_permille == 200;
  const double factor = usual ? 10.0 : largest_factor;
  return std::all_of(parts.begin(), parts.end(), [&](const auto& at) { return largest_sum(at) * factor < exact; });
}

template <class Real>
std::vector<CategoryCounts> counted(const PatientReadings& readings, const Protocol& protocol, const std::vector<SumParts>& parts,
                                    const NormalDraws& draws)
{
  DrawnCourse<Real> course(readings, protocol, draws.draws());
  DrawnSums<Real> sums;
  std::vector<CategoryCounts> counts;
  counts.reserve(parts.size());
  counts.push_back({{Category::Baseline, static_cast<int>(draws.draws())}});
  auto column = sums.draw(parts[0], protocol, draws, 0);
  course.baseline(parts[0], sums);
  for (std::size_t t = 1; t < parts.size(); ++t)
  {
    column = sums.draw(parts[t], protocol, draws, column);
    counts.push_back(course.follow_up(t, parts[t], sums));
  }
  return counts;
}

std::vector<TimepointCertainty> certainty_by(const NormalDraws& draws, const PatientReadings& readings, const Protocol& protocol,
                                             const Repeatability& repeatability)
{
  std::vector<SumParts> parts;
  parts.reserve(readings.timepoints().size());
  for (std::size_t t = 0; t < readings.timepoints().size(); ++t) parts.push_back(sum_parts(readings, t, protocol, repeatability));
  const auto counts =
      fits_float(parts, protocol) ? counted<float>(readings, protocol, parts, draws) : counted<double>(readings, protocol, parts, draws);
  std::vector<TimepointCertainty> certainties;
  certainties.reserve(counts.size());
  for (std::size_t t = 0; t < counts.size(); ++t)
    certainties.push_back({shares(counts[t], draws.draws()), interval_of(parts[t], parts[t].sum)});
  return certainties;
}
}  // namespace

double TimepointCertainty::of(Category category) const
{
  const auto found = std::find_if(probabilities.begin(), probabilities.end(), [&](const auto& entry) { return entry.first == category; });
  return found == probabilities.end() ? 0.0 : found->second;
}

std::vector<TimepointCertainty> certainty(const PatientReadings& readings, const Protocol& protocol, const Repeatability& repeatability,
                                          const CertaintyOptions& options)
{
  NADIR_EXPECTS(options.draws > 0);
  const bool usual = options.draws == CertaintyOptions{}.draws && options.seed == CertaintyOptions{}.seed;
  if (usual) return certainty_by(usual_draws(), readings, protocol, repeatability);
  return certainty_by(NormalDraws(options.draws, options.seed), readings, protocol, repeatability);
}
}  // namespace nadir::measure::recist_1_1
