#include "measure/response/reader_comparison/lesion_match.h"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "measure/response/assessed_readings.h"

namespace nadir::measure::reader_comparison
{
namespace
{
/// Where a lesion was measured at one time point, LPS, mm.
struct Place
{
  PatientPoint middle;
  double length = 0.0;
  std::string frame;  ///< of reference, else the series: coordinates of different frames say nothing about each other
};

std::optional<Place> place_of(const TimepointAssessment& timepoint, const LesionId& id)
{
  const auto* lesion = find_lesion(timepoint, id);
  if (!lesion) return std::nullopt;
  const auto& caliper = lesion->longest_diameter ? lesion->longest_diameter : lesion->short_axis;
  if (!caliper) return std::nullopt;
  const auto& series = caliper->series.empty() ? lesion->evidence.series : caliper->series;
  const auto frame = lesion->evidence.frame_of_reference.empty() ? series.text() : lesion->evidence.frame_of_reference.text();
  if (frame.empty()) return std::nullopt;
  const auto &a = caliper->from, &b = caliper->to;
  return Place{
      {(a.left + b.left) / 2.0, (a.posterior + b.posterior) / 2.0, (a.superior + b.superior) / 2.0}, caliper->length.value(), frame};
}

/// Between the middles at the first time point that shows both in one frame; none where they lie apart or cannot be compared.
std::optional<double> distance_between(const Assessment& first, const LesionId& a, const Assessment& second, const LesionId& b)
{
  for (std::size_t t = 0; t < std::min(first.timepoints.size(), second.timepoints.size()); ++t)
  {
    const auto one = place_of(first.timepoints[t], a), other = place_of(second.timepoints[t], b);
    if (!one || !other || one->frame != other->frame) continue;
    const double apart = std::hypot(one->middle.left - other->middle.left, one->middle.posterior - other->middle.posterior,
                                    one->middle.superior - other->middle.superior);
    return apart <= std::max(one->length, other->length) / 2.0 ? std::optional(apart) : std::nullopt;
  }
  return std::nullopt;
}

struct Candidate
{
  std::size_t first = 0, second = 0;
  MatchedBy by = MatchedBy::Nothing;
  double distance = 0.0;

  auto rank() const { return std::tuple(by == MatchedBy::TrackingUid ? 0 : 1, distance, first, second); }
};

std::vector<Candidate> candidates(const Assessment& first, const std::vector<Lesion>& of_first, const Assessment& second,
                                  const std::vector<Lesion>& of_second)
{
  std::vector<Candidate> found;
  for (std::size_t i = 0; i < of_first.size(); ++i)
    for (std::size_t j = 0; j < of_second.size(); ++j)
    {
      const auto &a = of_first[i], &b = of_second[j];
      if (!a.tracking.uid.empty() && a.tracking.uid == b.tracking.uid) found.push_back({i, j, MatchedBy::TrackingUid, 0.0});
      else if (const auto distance = distance_between(first, a.id, second, b.id)) found.push_back({i, j, MatchedBy::Place, *distance});
    }
  std::sort(found.begin(), found.end(), [](const Candidate& a, const Candidate& b) { return a.rank() < b.rank(); });
  return found;
}
}  // namespace

std::string_view name_of(MatchedBy by)
{
  switch (by)
  {
  case MatchedBy::Nothing: return "";
  case MatchedBy::TrackingUid: return "tracking UID";
  case MatchedBy::Place: return "place";
  }
  return "";
}

std::vector<LesionMatch> match_lesions(const Assessment& first, const Assessment& second)
{
  const auto of_first = lesions_of(first), of_second = lesions_of(second);
  std::vector<LesionMatch> matches;
  for (const auto& lesion : of_first) matches.push_back({lesion, std::nullopt, MatchedBy::Nothing, std::nullopt});
  std::vector<bool> is_taken(of_second.size(), false);
  for (const auto& candidate : candidates(first, of_first, second, of_second))
  {
    auto& match = matches[candidate.first];
    if (match.second || is_taken[candidate.second]) continue;
    match.second = of_second[candidate.second];
    match.by = candidate.by;
    if (candidate.by == MatchedBy::Place) match.distance = Millimeters{candidate.distance};
    is_taken[candidate.second] = true;
  }
  for (std::size_t j = 0; j < of_second.size(); ++j)
    if (!is_taken[j]) matches.push_back({std::nullopt, of_second[j], MatchedBy::Nothing, std::nullopt});
  return matches;
}
}  // namespace nadir::measure::reader_comparison
