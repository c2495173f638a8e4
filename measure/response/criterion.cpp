#include "measure/response/criterion.h"

#include <algorithm>

#include "imaging/result/expects.h"
#include "imaging/units/number_text.h"
#include "measure/response/recist_1_1/overall_response.h"

namespace nadir::measure
{
namespace
{
using Size = std::optional<std::int64_t>;

bool grew(std::int64_t size, std::int64_t nadir, const SizeLimits& limits)
{
  return size > nadir && 1000 * size >= (1000 + limits.increase_permille) * nadir && size - nadir >= limits.minimum_increase;
}

bool shrank(std::int64_t size, std::int64_t baseline, const SizeLimits& limits)
{
  return 1000 * size <= (1000 - limits.decrease_permille) * baseline;
}

Category category_of(const SizeVisit& visit, const Size& baseline, const Size& nadir, const SizeLimits& limits)
{
  if (!visit.part || !baseline) return Category::NotEvaluable;
  const bool progressed = grew(*visit.part, *nadir, limits);
  if (!visit.complete) return progressed ? Category::ProgressiveDisease : Category::NotEvaluable;
  if (visit.all_gone) return Category::CompleteResponse;
  if (progressed) return Category::ProgressiveDisease;
  return shrank(*visit.complete, *baseline, limits) ? Category::PartialResponse : Category::StableDisease;
}

std::optional<double> shown(const Size& size, const CriterionName& name)
{
  return size ? std::optional(static_cast<double>(*size) / name.small_units_per_unit) : std::nullopt;
}

std::string words(const Size& size, const CriterionName& name)
{
  return size ? format_fixed(*shown(size, name), 1) + " " + name.unit : "none";
}

std::string reason(const SizeVisit& visit, const Size& baseline, const Size& nadir, const CriterionName& name)
{
  const auto size = visit.complete ? words(visit.complete, name) : words(visit.part, name) + " (incomplete)";
  return name.name + ": " + size + ", baseline " + words(baseline, name) + ", nadir " + words(nadir, name);
}
}  // namespace

CriterionResponse respond_by_size(const CriterionName& name, const std::vector<SizeVisit>& visits, const SizeLimits& limits,
                                  const PatientResponse& recist)
{
  NADIR_EXPECTS(visits.size() == recist.timepoints.size() && !visits.empty());
  CriterionResponse response{name.name, name.unit, name.citation, {}};
  const auto baseline = visits.front().complete;
  auto nadir = baseline;
  response.timepoints.push_back({"baseline", "baseline", shown(baseline, name), std::nullopt, std::nullopt, {}});
  for (std::size_t i = 1; i < visits.size(); ++i)
  {
    const auto& at = recist.timepoints[i];
    const auto target = at.target == Category::NotApplicable ? at.target : category_of(visits[i], baseline, nadir, limits);
    const auto overall = recist_1_1::overall_response(target, at.non_target, at.new_lesion).category;
    response.timepoints.push_back({std::string(name_of(target)),
                                   std::string(name_of(overall)),
                                   shown(visits[i].complete, name),
                                   shown(baseline, name),
                                   shown(nadir, name),
                                   {name.rule, name.citation, std::string(name_of(target)), reason(visits[i], baseline, nadir, name), {}}});
    if (visits[i].complete && nadir) nadir = std::min(*nadir, *visits[i].complete);
  }
  return response;
}
}  // namespace nadir::measure
