#include "imaging/dicom/split_repeats.h"

#include <algorithm>
#include <functional>
#include <map>
#include <numeric>
#include <optional>
#include <set>

#include "imaging/units/number_text.h"

namespace nadir::imaging
{
namespace
{
/// For every frame the number of its position (0 = lowest), and how often the most frequent position occurs.
struct Places
{
  std::vector<int> place;
  std::vector<int> count;

  int most() const { return count.empty() ? 0 : *std::ranges::max_element(count); }
  bool even() const
  {
    return std::ranges::all_of(count, [this](int n) { return n == count.front(); });
  }
};

Places places_of(const FrameList& frames)
{
  const auto along = positions_along_normal(frames);
  std::vector<std::size_t> order(frames.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::sort(order, [&](std::size_t a, std::size_t b) { return along[a] < along[b]; });
  Places places;
  places.place.resize(frames.size());
  for (std::size_t n = 0; n < order.size(); ++n)
  {
    if (n == 0 || along[order[n]] - along[order[n - 1]] > same_position_tolerance_mm) places.count.push_back(0);
    places.place[order[n]] = static_cast<int>(places.count.size()) - 1;
    ++places.count.back();
  }
  return places;
}

/// The volume each frame belongs to, and what to call the volumes.
struct Partition
{
  std::vector<int> part;
  std::vector<std::string> words;
};

using NumberOf = std::function<std::optional<double>(const ImageFrame&)>;

/// An attribute whose equal values make one volume.
struct ExactAttribute
{
  std::string name;
  std::string unit;
  NumberOf value;
};

const std::vector<ExactAttribute>& exact_attributes()
{
  static const std::vector<ExactAttribute> attributes{
      {"temporal position", "", [](const ImageFrame& f) { return f.timing.temporal_position; }},
      {"flip angle", " degrees", [](const ImageFrame& f) { return f.contrast.flip_angle; }},
      {"repetition time", " ms", [](const ImageFrame& f) { return f.contrast.repetition_time; }},
      {"trigger time", " ms", [](const ImageFrame& f) { return f.timing.trigger_time; }},
      {"acquisition", "", [](const ImageFrame& f) { return f.timing.acquisition_number; }}};
  return attributes;
}

bool has_each_place_once(const Places& places, const std::vector<int>& part)
{
  std::set<std::pair<int, int>> seen;
  for (std::size_t n = 0; n < part.size(); ++n)
    if (!seen.insert({part[n], places.place[n]}).second) return false;
  return true;
}

std::optional<Partition> partition_by(const FrameList& frames, const Places& places, const ExactAttribute& attribute)
{
  std::map<double, int> volumes;
  for (const auto* frame : frames)
  {
    const auto value = attribute.value(*frame);
    if (!value) return std::nullopt;
    volumes.emplace(*value, 0);
  }
  if (static_cast<int>(volumes.size()) != places.most()) return std::nullopt;
  Partition partition;
  for (auto& [value, part] : volumes)
  {
    part = static_cast<int>(partition.words.size());
    partition.words.push_back(attribute.name + " " + format_number(value) + attribute.unit);
  }
  for (const auto* frame : frames) partition.part.push_back(volumes.at(*attribute.value(*frame)));
  return has_each_place_once(places, partition.part) ? std::optional(partition) : std::nullopt;
}

/// An attribute whose order at each position counts the volumes. Trusted only when volumes were taken one after the other, or
/// positions were (cine): otherwise the same rank at two positions need not be the same moment.
struct OrderedAttribute
{
  std::string name;
  std::function<std::string(const ImageFrame&)> key;  ///< sorts as text; "" = unknown
};

std::string sortable(std::optional<double> number)
{
  if (!number || *number < 0.0) return "";
  auto text = format_fixed(*number, 3);
  return text.size() < 20 ? std::string(20 - text.size(), '0') + text : text;
}

const std::vector<OrderedAttribute>& ordered_attributes()
{
  static const std::vector<OrderedAttribute> attributes{{"acquisition time", [](const ImageFrame& f) { return f.timing.acquired; }},
                                                        {"content time", [](const ImageFrame& f) { return f.timing.content; }},
                                                        {"instance number", [](const ImageFrame& f)
                                                         {
                                                           const auto number = sortable(f.timing.instance_number);
                                                           return number.empty() ? "" : number + sortable(f.index);
                                                         }}};
  return attributes;
}

/// Rank of every frame among those at its place; nothing when keys are unknown or equal there.
std::optional<std::vector<int>> ranks(const std::vector<std::string>& keys, const Places& places)
{
  std::map<int, std::set<std::string>> at_place;
  for (std::size_t n = 0; n < keys.size(); ++n)
    if (keys[n].empty() || !at_place[places.place[n]].insert(keys[n]).second) return std::nullopt;
  std::vector<int> rank;
  for (std::size_t n = 0; n < keys.size(); ++n)
  {
    const auto& here = at_place.at(places.place[n]);
    rank.push_back(static_cast<int>(std::distance(here.begin(), here.find(keys[n]))));
  }
  return rank;
}

/// True when the keys of each group end before those of some other group begin: groups follow one another without overlap.
bool follow_one_another(const std::vector<std::string>& keys, const std::vector<int>& group, std::size_t groups)
{
  std::vector<std::pair<std::string, std::string>> ranges(groups);
  for (std::size_t n = 0; n < keys.size(); ++n)
  {
    auto& [first, last] = ranges[static_cast<std::size_t>(group[n])];
    if (first.empty() || keys[n] < first) first = keys[n];
    last = std::max(last, keys[n]);
  }
  std::ranges::sort(ranges);
  for (std::size_t n = 1; n < ranges.size(); ++n)
    if (ranges[n - 1].second >= ranges[n].first) return false;
  return true;
}

std::optional<Partition> partition_by(const FrameList& frames, const Places& places, const OrderedAttribute& attribute)
{
  std::vector<std::string> keys;
  for (const auto* frame : frames) keys.push_back(attribute.key(*frame));
  auto rank = ranks(keys, places);
  if (!rank) return std::nullopt;
  const bool volume_by_volume = follow_one_another(keys, *rank, static_cast<std::size_t>(places.most()));
  const bool place_by_place = follow_one_another(keys, places.place, places.count.size());
  if (!volume_by_volume && !place_by_place) return std::nullopt;
  Partition partition{std::move(*rank), {}};
  for (int v = 1; v <= places.most(); ++v)
    partition.words.push_back(attribute.name + ", " + std::to_string(v) + " of " + std::to_string(places.most()));
  return partition;
}

std::optional<Partition> find_partition(const FrameList& frames, const Places& places)
{
  for (const auto& attribute : exact_attributes())
    if (auto partition = partition_by(frames, places, attribute)) return partition;
  if (!places.even()) return std::nullopt;
  for (const auto& attribute : ordered_attributes())
    if (auto partition = partition_by(frames, places, attribute)) return partition;
  return std::nullopt;
}

GeometryRemark partial_warning(std::size_t own, std::size_t all)
{
  return {Severity::Warning, "geometry.partial-repeat",
          "this repeat holds " + std::to_string(own) + " of " + std::to_string(all) +
              " slice positions of its series (slices may be missing). Compare with the other repeats."};
}

std::vector<StackDraft> take_apart(const StackDraft& draft, const Places& places, const Partition& partition)
{
  std::vector<StackDraft> parts(partition.words.size(), StackDraft{{}, draft.reasons, draft.remarks, {}});
  for (std::size_t n = 0; n < draft.frames.size(); ++n)
    parts[static_cast<std::size_t>(partition.part[n])].frames.push_back(draft.frames[n]);
  for (std::size_t v = 0; v < parts.size(); ++v)
  {
    parts[v].reasons.push_back(partition.words[v]);
    if (parts[v].frames.size() < places.count.size())
      parts[v].remarks.push_back(partial_warning(parts[v].frames.size(), places.count.size()));
  }
  return parts;
}
}  // namespace

std::vector<double> positions_along_normal(const FrameList& frames)
{
  std::vector<double> along;
  if (frames.empty()) return along;
  const auto normal = cross(frames.front()->placement.row, frames.front()->placement.column);
  for (const auto* frame : frames) along.push_back(dot(frame->placement.position - PatientPoint{}, normal));
  return along;
}

std::vector<StackDraft> split_repeats(StackDraft draft)
{
  if (draft.frames.size() < 2 || !draft.unplaced.empty()) return {std::move(draft)};
  const auto places = places_of(draft.frames);
  if (places.most() <= 1) return {std::move(draft)};
  const auto partition = find_partition(draft.frames, places);
  if (!partition) return {std::move(draft)};
  return take_apart(draft, places, *partition);
}
}  // namespace nadir::imaging
