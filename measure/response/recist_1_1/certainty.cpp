#include "measure/response/recist_1_1/certainty.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>
#include <numeric>

#include "imaging/result/expects.h"
#include "measure/response/recist_1_1/assess.h"

namespace nadir::measure::recist_1_1
{
namespace
{
/// Small generator with the same numbers everywhere (splitmix64).
class Random
{
public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next()
  {
    state_ += 0x9E3779B97F4A7C15ULL;
    auto mixed = state_;
    mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9ULL;
    mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBULL;
    return mixed ^ (mixed >> 31);
  }
  /// 0 < x < 1.
  double unit() { return (static_cast<double>(next() >> 11) + 0.5) * 0x1p-53; }

private:
  std::uint64_t state_;
};

/// Value of the standard normal distribution below which the share `p` lies: bisection of the error function.
double normal_quantile(double p)
{
  double low = -9.0, high = 9.0;
  for (int i = 0; i < 40; ++i)
  {
    const double middle = (low + high) / 2;
    (0.5 * std::erfc(-middle / std::numbers::sqrt2) < p ? low : high) = middle;
  }
  return (low + high) / 2;
}

/// A length that is drawn again.
struct Drawn
{
  std::size_t timepoint = 0, lesion = 0;
  Millimeters value, deviation;
};

bool short_axis_counts(const PatientReadings& readings, std::size_t lesion, const LesionReading& reading)
{
  return readings.lesions()[lesion].lesion.nodal && reading.short_axis;
}

std::vector<Drawn> lengths_of(const PatientReadings& readings, const Repeatability& repeatability)
{
  std::vector<Drawn> drawn;
  for (std::size_t t = 0; t < readings.timepoints().size(); ++t)
    for (const auto target : readings.of_role(LesionRole::Target))
    {
      const auto& reading = readings.timepoints()[t].lesions[target];
      if (reading.state != LesionState::Measured) continue;
      const auto value = short_axis_counts(readings, target, reading) ? *reading.short_axis : *reading.longest_diameter;
      if (value > Millimeters{}) drawn.push_back({t, target, value, repeatability.deviation(value, reading.slice_spacing)});
    }
  return drawn;
}

/// One stratum of every length for each draw: row i of column j says which of the `draws` slices of the distribution is used.
std::vector<std::vector<int>> strata(std::size_t lengths, int draws, Random& random)
{
  std::vector<std::vector<int>> columns(lengths, std::vector<int>(static_cast<std::size_t>(draws)));
  for (auto& column : columns)
  {
    std::iota(column.begin(), column.end(), 0);
    for (auto i = column.size(); i > 1; --i) std::swap(column[i - 1], column[random.next() % i]);
  }
  return columns;
}

void set_length(std::vector<TimepointReading>& timepoints, const PatientReadings& readings, const Drawn& drawn, Millimeters value)
{
  auto& reading = timepoints[drawn.timepoint].lesions[drawn.lesion];
  (short_axis_counts(readings, drawn.lesion, reading) ? reading.short_axis : reading.longest_diameter) = value;
}

using Counts = std::vector<std::map<Category, int>>;

/// Categories of all draws, counted per time point.
Counts counted(const PatientReadings& readings, const Protocol& protocol, const Repeatability& repeatability,
               const CertaintyOptions& options)
{
  Random random(options.seed);
  const auto lengths = lengths_of(readings, repeatability);
  const auto columns = strata(lengths.size(), options.draws, random);
  auto timepoints = readings.timepoints();
  Counts counts(timepoints.size());
  for (int draw = 0; draw < options.draws; ++draw)
  {
    for (std::size_t j = 0; j < lengths.size(); ++j)
    {
      const double share = (columns[j][static_cast<std::size_t>(draw)] + random.unit()) / options.draws;
      const auto noise = std::numbers::sqrt2 * normal_quantile(share) * lengths[j].deviation;
      set_length(timepoints, readings, lengths[j],
                 std::clamp(lengths[j].value + noise, protocol.length_quantum.millimeters(), Millimeters{3000}));
    }
    const auto response = assess(PatientReadings::make(readings.lesions(), timepoints).value(), protocol, Explain::No);
    for (std::size_t t = 0; t < counts.size(); ++t) ++counts[t][response.timepoints[t].overall];
  }
  return counts;
}

std::vector<std::pair<Category, double>> shares(const std::map<Category, int>& counts, int draws)
{
  std::vector<std::pair<Category, double>> probabilities;
  for (const auto& [category, count] : counts) probabilities.emplace_back(category, static_cast<double>(count) / draws);
  std::stable_sort(probabilities.begin(), probabilities.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  return probabilities;
}

/// 95 % interval of the sum of a re-read: the variances of the lengths add up, twice.
void add_intervals(std::vector<TimepointCertainty>& certainties, const PatientReadings& readings, const Protocol& protocol,
                   const std::vector<Drawn>& lengths)
{
  const auto response = assess(readings, protocol, Explain::No);
  std::vector<double> variance(certainties.size(), 0.0);
  for (const auto& length : lengths) variance[length.timepoint] += length.deviation.value() * length.deviation.value();
  for (std::size_t t = 0; t < certainties.size(); ++t)
  {
    if (!response.timepoints[t].sum) continue;
    const auto sum = response.timepoints[t].sum->millimeters();
    const Millimeters reach{1.959964 * std::sqrt(2 * variance[t])};
    certainties[t].sum = {std::max(sum - reach, Millimeters{}), sum + reach};
  }
}
} // namespace

double TimepointCertainty::of(Category category) const
{
  const auto found = std::find_if(probabilities.begin(), probabilities.end(), [&](const auto& entry) { return entry.first == category; });
  return found == probabilities.end() ? 0.0 : found->second;
}

std::vector<TimepointCertainty> certainty(const PatientReadings& readings, const Protocol& protocol, const Repeatability& repeatability,
                                          const CertaintyOptions& options)
{
  NADIR_EXPECTS(options.draws > 0);
  const auto counts = counted(readings, protocol, repeatability, options);
  std::vector<TimepointCertainty> certainties(counts.size());
  for (std::size_t t = 0; t < counts.size(); ++t) certainties[t].probabilities = shares(counts[t], options.draws);
  add_intervals(certainties, readings, protocol, lengths_of(readings, repeatability));
  return certainties;
}
} // namespace nadir::measure::recist_1_1
