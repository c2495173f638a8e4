#include "measure/response/recist_1_1/margin.h"

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <limits>
#include <numeric>

#include "measure/response/recist_1_1/overall_response.h"
#include "measure/response/recist_1_1/target_response.h"

namespace nadir::measure::recist_1_1
{
namespace
{
constexpr std::size_t most_margins = 4;  ///< one a category of the targets

/// A target whose length may be varied. Micrometres.
struct Variable
{
  std::size_t lesion = 0;
  std::int64_t now = 0;
  std::int64_t present_from = 0;  ///< T13: smallest length at which the lesion counts as present
};

/// Allowed sums, both ends included. Micrometres.
struct SumRange
{
  std::int64_t lowest = 0;
  std::int64_t highest = std::numeric_limits<std::int64_t>::max() / 4;
  bool empty() const { return lowest > highest; }
};

/// New lengths in the order of the variables.
using Lengths = std::vector<std::int64_t>;

std::int64_t total(const Lengths& lengths) { return std::accumulate(lengths.begin(), lengths.end(), std::int64_t{0}); }

/// Size of a change of lengths: its total, then the number of lesions it needs.
std::pair<std::int64_t, int> size_of_change(const Lengths& from, const Lengths& to)
{
  std::pair<std::int64_t, int> size{0, 0};
  for (std::size_t i = 0; i < from.size(); ++i)
  {
    size.first += std::abs(to[i] - from[i]);
    size.second += to[i] != from[i] ? 1 : 0;
  }
  return size;
}

/// Lengths that are being tried, with room to work in that is used again and again.
struct Trial
{
  Lengths lengths, floors;
  std::vector<std::size_t> order;

  std::int64_t room(std::size_t i) const { return lengths[i] - floors[i]; }

  std::size_t widest_room() const
  {
    std::size_t widest = 0;
    for (std::size_t i = 1; i < lengths.size(); ++i)
      if (room(i) > room(widest)) widest = i;
    return widest;
  }

  /// Lowers the lengths, the one with most room first, until the sum is low enough; a length stays at its floor. False when it cannot.
  bool lower_to(std::int64_t highest)
  {
    auto excess = total(lengths) - highest;
    if (excess <= 0) return true;
    const auto widest = widest_room();
    if (room(widest) >= excess)
    {
      lengths[widest] -= excess;
      return true;
    }
    order.resize(lengths.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [this](auto a, auto b) { return room(a) != room(b) ? room(a) > room(b) : a < b; });
    for (const auto i : order)
    {
      const auto step = std::min(excess, room(i));
      lengths[i] -= step;
      excess -= step;
    }
    return excess <= 0;
  }

  void raise_to(std::int64_t lowest)
  {
    const auto missing = lowest - total(lengths);
    if (missing > 0) *std::max_element(lengths.begin(), lengths.end()) += missing;
  }
};

/// The lengths of one time point as variables, and the nearest lengths with each property.
class Search
{
public:
  Search(const PatientReadings& readings, const TimepointResponse& at, const Protocol& protocol)
      : at_(at), protocol_(protocol), quantum_(protocol.length_quantum.micrometers())
  {
    variables_.reserve(at.contributions.size());
    now_.reserve(at.contributions.size());
    for (const auto& contribution : at.contributions)
    {
      if (!contribution.counted || contribution.state == LesionState::MergedInto) continue;
      const bool nodal = readings.lesions()[contribution.lesion].lesion.nodal;
      variables_.push_back({contribution.lesion, contribution.counted->micrometers(), nodal ? node_present_from() : quantum_});
    }
    for (const auto& variable : variables_) now_.push_back(variable.now);
  }

  std::optional<Lengths> nearest(Category target)
  {
    if (!at_.baseline_sum || variables_.empty()) return std::nullopt;
    if (!at_.sum_is_complete) return target == Category::ProgressiveDisease ? nearest_incomplete_progression() : std::nullopt;
    switch (target)
    {
    case Category::CompleteResponse: return all_gone();
    case Category::ProgressiveDisease: return nearest_progression();
    case Category::PartialResponse: return with_disease(partial_response_sums());
    default: return with_disease(stable_sums());
    }
  }

  Margin margin(Category to, const Lengths& lengths) const
  {
    Margin margin{to, {}, {}};
    margin.changes.reserve(lengths.size());
    for (std::size_t i = 0; i < lengths.size(); ++i)
    {
      const auto change = lengths[i] - now_[i];
      if (change == 0) continue;
      margin.changes.push_back({variables_[i].lesion, ReportedLength::from_micrometers(change)});
      margin.total += ReportedLength::from_micrometers(std::abs(change));
    }
    return margin;
  }

private:
  std::int64_t step_up(std::int64_t value) const { return (value + quantum_ - 1) / quantum_ * quantum_; }
  std::int64_t step_down(std::int64_t value) const { return value / quantum_ * quantum_; }
  std::int64_t node_present_from() const { return std::max(quantum_, step_up(protocol_.target.normal_node_below.micrometers())); }
  bool must_not_reappear() const
  {
    return at_.had_complete_response && protocol_.switches.reappearance_after_complete_response_is_progression;
  }

  /// Largest sum that is PR by size; smallest that is PD by size (N5).
  std::int64_t partial_response_up_to() const
  {
    return step_down(at_.baseline_sum->micrometers() * (1000 - protocol_.target.partial_response_decrease_permille) / 1000);
  }
  std::int64_t progression_from() const
  {
    const auto nadir = at_.nadir->micrometers();
    const auto relative = (nadir * (1000 + protocol_.target.progression_increase_permille) + 999) / 1000;
    return step_up(std::max(relative, nadir + protocol_.target.progression_minimum_increase.micrometers()));
  }

  SumRange below_progression(SumRange range) const
  {
    range.highest = must_not_reappear() ? -1 : std::min(range.highest, progression_from() - quantum_);
    return range;
  }
  SumRange partial_response_sums() const
  {
    return below_progression(at_.partial_response_is_kept ? SumRange{} : SumRange{0, partial_response_up_to()});
  }
  SumRange stable_sums() const
  {
    if (at_.partial_response_is_kept) return {0, -1};
    return below_progression({partial_response_up_to() + quantum_, SumRange{}.highest});
  }

  std::optional<Lengths> all_gone()
  {
    auto& lengths = trial_.lengths = now_;
    for (std::size_t i = 0; i < lengths.size(); ++i) lengths[i] = std::min(lengths[i], variables_[i].present_from - quantum_);
    if (protocol_.switches.normal_nodes_before_progression) return lengths;
    trial_.floors.assign(lengths.size(), 0);
    return trial_.lower_to(progression_from() - quantum_) ? std::optional(lengths) : std::nullopt;
  }

  std::optional<Lengths> nearest_progression()
  {
    std::optional<Lengths> best = with_disease(must_not_reappear() ? SumRange{} : SumRange{progression_from(), SumRange{}.highest});
    if (!protocol_.switches.normal_nodes_before_progression) keep_nearer(best, raised_to(progression_from()));
    return best;
  }

  std::optional<Lengths> nearest_incomplete_progression()
  {
    if (!protocol_.switches.incomplete_sum_can_progress) return std::nullopt;
    std::optional<Lengths> best = raised_to(progression_from());
    if (must_not_reappear()) keep_nearer(best, with_disease({}).value_or(*best));
    return best;
  }

  Lengths raised_to(std::int64_t lowest) const
  {
    Trial trial{now_, {}, {}};
    trial.raise_to(lowest);
    return trial.lengths;
  }

  /// Nearest lengths with at least one lesion present and the sum in the range: tried with each lesion as the present one.
  std::optional<Lengths> with_disease(const SumRange& range)
  {
    std::optional<Lengths> best;
    const auto least = least_change(range);
    for (std::size_t witness = 0; witness < variables_.size() && !range.empty(); ++witness)
    {
      if (with_present(witness, range)) keep_nearer(best, trial_.lengths);
      if (best && size_of_change(now_, *best) == least) break;
    }
    return best;
  }

  /// No change that reaches the range is smaller than this: its distance from the sum now, on one lesion.
  std::pair<std::int64_t, int> least_change(const SumRange& range) const
  {
    const auto sum = total(now_);
    const auto distance = std::max({std::int64_t{0}, range.lowest - sum, sum - range.highest});
    return {distance, distance > 0 ? 1 : 0};
  }

  bool with_present(std::size_t witness, const SumRange& range)
  {
    trial_.lengths = now_;
    trial_.floors.assign(now_.size(), 0);
    trial_.floors[witness] = variables_[witness].present_from;
    trial_.lengths[witness] = std::max(trial_.lengths[witness], trial_.floors[witness]);
    if (!trial_.lower_to(range.highest)) return false;
    trial_.raise_to(range.lowest);
    return true;
  }

  void keep_nearer(std::optional<Lengths>& best, const Lengths& candidate) const
  {
    if (!best || size_of_change(now_, candidate) < size_of_change(now_, *best)) best = candidate;
  }

  const TimepointResponse& at_;
  const Protocol& protocol_;
  std::int64_t quantum_;
  std::vector<Variable> variables_;
  Lengths now_;
  Trial trial_;
};

void keep_nearest(std::vector<Margin>& margins, Margin margin)
{
  const auto same = std::find_if(margins.begin(), margins.end(), [&](const auto& known) { return known.to == margin.to; });
  if (same == margins.end()) margins.push_back(std::move(margin));
  else if (margin.total < same->total) *same = std::move(margin);
}

/// Keeps the order of equal ones. There are few, so each is put to its place; std::stable_sort would ask for memory.
void sort_nearest_first(std::vector<Margin>& margins)
{
  const auto is_nearer = [](const Margin& a, const Margin& b) { return a.total < b.total; };
  for (auto next = margins.begin(); next != margins.end(); ++next)
    std::rotate(std::upper_bound(margins.begin(), next, *next, is_nearer), next, std::next(next));
}
}  // namespace

std::vector<Margin> margins(const PatientReadings& readings, const TimepointResponse& at, const Protocol& protocol)
{
  std::vector<Margin> found;
  if (at.overall == Category::Baseline) return found;
  found.reserve(most_margins);
  Search search(readings, at, protocol);
  for (const auto target : {Category::CompleteResponse, Category::PartialResponse, Category::StableDisease, Category::ProgressiveDisease})
  {
    const auto overall = overall_response(target, at.non_target, at.new_lesion).category;
    if (overall == at.overall) continue;
    if (const auto lengths = search.nearest(target)) keep_nearest(found, search.margin(overall, *lengths));
  }
  sort_nearest_first(found);
  return found;
}

std::string in_words(const PatientReadings& readings, const Margin& margin)
{
  std::string lesions;
  for (const auto& [lesion, change] : margin.changes)
    lesions += (lesions.empty() ? "" : ", ") + readings.lesions()[lesion].lesion.id.text() + " " + in_words_signed(change);
  return in_words(margin.total) + " from " + std::string(name_of(margin.to)) + " (" + lesions + ")";
}
}  // namespace nadir::measure::recist_1_1
