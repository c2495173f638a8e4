#include "measure/response/who/assess.h"

#include <algorithm>

#include "imaging/units/number_text.h"
#include "measure/response/recist_1_1/overall_response.h"

namespace nadir::measure::who
{
namespace
{
constexpr int partial_response_decrease_permille = 500;
constexpr int progression_increase_permille = 250;
constexpr double square_micrometers_per_mm2 = 1e6;
constexpr auto citation = "Miller et al., Cancer 1981;47:207-214 (WHO)";

using Product = std::optional<std::int64_t>;  ///< square micrometres
using Products = std::vector<Product>;        ///< one per target

Product product_of(const LesionReading& reading, ReportedLength quantum)
{
  if (reading.state == LesionState::Absent || reading.state == LesionState::MergedInto) return 0;
  const bool has_lines = reading.state == LesionState::Measured || reading.state == LesionState::Split;
  if (!has_lines || !reading.longest_diameter || !reading.short_axis) return std::nullopt;
  return ReportedLength::rounded(*reading.longest_diameter, quantum).micrometers() *
         ReportedLength::rounded(*reading.short_axis, quantum).micrometers();
}

Products products_at(const PatientReadings& readings, std::size_t timepoint, const Protocol& protocol)
{
  Products products;
  for (const auto target : readings.of_role(LesionRole::Target))
    products.push_back(product_of(readings.timepoints()[timepoint].lesions[target], protocol.length_quantum));
  return products;
}

Product sum_of(const Products& products)
{
  std::int64_t sum = 0;
  for (const auto& product : products)
  {
    if (!product) return std::nullopt;
    sum += *product;
  }
  return products.empty() ? Product{} : Product{sum};
}

/// Smallest product of each lesion so far.
void keep_smallest(Products& smallest, const Products& now)
{
  for (std::size_t i = 0; i < now.size(); ++i)
    if (now[i]) smallest[i] = smallest[i] ? std::min(*smallest[i], *now[i]) : *now[i];
}

bool any_grew(const Products& now, const Products& smallest)
{
  for (std::size_t i = 0; i < now.size(); ++i)
    if (now[i] && smallest[i] && *now[i] > *smallest[i] && 1000 * *now[i] >= (1000 + progression_increase_permille) * *smallest[i])
      return true;
  return false;
}

Category category_of(const Products& now, const Products& smallest, const Product& baseline_sum)
{
  const auto sum = sum_of(now);
  if (sum && *sum == 0) return Category::CompleteResponse;
  if (any_grew(now, smallest)) return Category::ProgressiveDisease;
  if (!sum || !baseline_sum) return Category::NotEvaluable;
  const bool halved = 1000 * *sum <= (1000 - partial_response_decrease_permille) * *baseline_sum;
  return halved ? Category::PartialResponse : Category::StableDisease;
}

std::optional<double> shown(const Product& product)
{
  return product ? std::optional(static_cast<double>(*product) / square_micrometers_per_mm2) : std::nullopt;
}

std::string words(const Product& product) { return product ? format_fixed(*shown(product), 1) + " mm2" : "incomplete"; }

CriterionTimepoint follow_up(const Products& now, const Products& smallest, const Product& baseline_sum, const TimepointResponse& at)
{
  const auto target = now.empty() ? Category::NotApplicable : category_of(now, smallest, baseline_sum);
  const auto overall = recist_1_1::overall_response(target, at.non_target, at.new_lesion).category;
  const auto reason = "WHO: sum of products " + words(sum_of(now)) + ", baseline " + words(baseline_sum) +
                      (any_grew(now, smallest) ? "; a lesion grew by 25 % or more" : "; no lesion grew by 25 %");
  return {std::string(name_of(target)), std::string(name_of(overall)), shown(sum_of(now)),
          shown(baseline_sum),          shown(sum_of(smallest)),       {"X10", citation, std::string(name_of(target)), reason, {}}};
}
}  // namespace

CriterionResponse assess(const PatientReadings& readings, const PatientResponse& recist, const Protocol& protocol)
{
  CriterionResponse response{"WHO", "mm2", citation, {}};
  auto smallest = products_at(readings, 0, protocol);
  const auto baseline_sum = sum_of(smallest);
  response.timepoints.push_back({"baseline", "baseline", shown(baseline_sum), std::nullopt, std::nullopt, {}});
  for (std::size_t i = 1; i < readings.timepoints().size(); ++i)
  {
    const auto now = products_at(readings, i, protocol);
    response.timepoints.push_back(follow_up(now, smallest, baseline_sum, recist.timepoints[i]));
    keep_smallest(smallest, now);
  }
  return response;
}
}  // namespace nadir::measure::who
