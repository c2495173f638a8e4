#include "segmentation/mask/seg_nrrd.h"

#include <algorithm>
#include <limits>
#include <set>
#include <utility>

#include "imaging/dicom/display_text.h"
#include "imaging/units/number_text.h"
#include "segmentation/mask/grid_lesions.h"

namespace nadir::segmentation
{
namespace
{
constexpr std::size_t most_segments = 10'000;

Failure malformed(const std::string& problem)
{
  return Failure{MaskError::Malformed,
                 "the description of the segments " + problem + " (lesions could be mixed up). Save the segmentation again."};
}

/// N of a key "SegmentN_...", or -1.
std::int64_t segment_number(const std::string& key)
{
  constexpr std::string_view prefix = "Segment";
  const auto end = key.find('_');
  if (!key.starts_with(prefix) || end == std::string::npos || end > prefix.size() + 6) return -1;
  return parse_integer(key.substr(prefix.size(), end - prefix.size())).value_or(-1);
}

Result<std::int64_t> number_or(const std::map<std::string, std::string>& key_values, const std::string& key, std::int64_t otherwise)
{
  const auto found = key_values.find(key);
  if (found == key_values.end()) return otherwise;
  const auto number = parse_integer(found->second);
  if (!number) return malformed("holds a value that is no number");
  return *number;
}

Result<NrrdSegment> segment_at(std::int64_t number, const std::map<std::string, std::string>& key_values, std::size_t layers)
{
  const auto prefix = "Segment" + std::to_string(number) + "_";
  const auto value = number_or(key_values, prefix + "LabelValue", 1);
  if (!value) return value.failure();
  const auto layer = number_or(key_values, prefix + "Layer", layers > 1 ? number : 0);
  if (!layer) return layer.failure();
  if (*value < 1 || *value > std::numeric_limits<std::int32_t>::max()) return malformed("gives an impossible label value");
  if (*layer < 0 || static_cast<std::size_t>(*layer) >= layers) return malformed("names a layer that does not exist");
  const auto name = key_values.find(prefix + "Name");
  return NrrdSegment{static_cast<int>(number), static_cast<std::int32_t>(*value), static_cast<std::size_t>(*layer),
                     name == key_values.end() ? std::string() : imaging::utf8_text(name->second, {"ISO_IR 192"})};
}

bool share_label_values(const std::vector<NrrdSegment>& segments)
{
  std::set<std::int32_t> values;
  for (const auto& segment : segments) values.insert(segment.label_value);
  return values.size() < segments.size();
}

bool is_described(const std::vector<NrrdSegment>& segments, std::size_t layer, std::int32_t value)
{
  return std::any_of(segments.begin(), segments.end(), [&](const NrrdSegment& s) { return s.layer == layer && s.label_value == value; });
}

std::vector<VoxelRun> runs_of(const NrrdSegment& segment, const std::vector<LabelRuns>& layers)
{
  const auto& labels = layers[segment.layer].labels();
  const auto found = labels.find(segment.label_value);
  return found == labels.end() ? std::vector<VoxelRun>{} : found->second;
}
/// Labels that are given out once.
class Labels
{
public:
  int take(int wanted)
  {
    while (!taken_.insert(wanted).second) ++wanted;
    return wanted;
  }

private:
  std::set<int> taken_;
};
}  // namespace

Result<std::vector<NrrdSegment>> nrrd_segments(const std::map<std::string, std::string>& key_values, std::size_t layers)
{
  std::set<std::int64_t> numbers;
  for (const auto& [key, value] : key_values)
    if (const auto number = segment_number(key); number >= 0) numbers.insert(number);
  if (numbers.size() > most_segments) return malformed("names more than 10,000 segments");
  std::vector<NrrdSegment> segments;
  for (const auto number : numbers)
  {
    auto segment = segment_at(number, key_values, layers);
    if (!segment) return segment.failure();
    if (is_described(segments, segment->layer, segment->label_value)) return malformed("gives two segments the same voxels");
    segments.push_back(std::move(*segment));
  }
  return segments;
}

Result<std::vector<SegmentedLesion>> lesions_of_segments(const std::vector<NrrdSegment>& segments, const std::vector<LabelRuns>& layers,
                                                         const PlacedGrid& grid, const FileFacts& facts)
{
  if (auto fits = check_memory(layers, grid); !fits) return fits.failure();
  const bool is_numbered = share_label_values(segments);
  auto undescribed = facts;
  undescribed.warnings.emplace_back("the file does not describe this label (it has voxels but no segment)");
  Labels labels;
  std::vector<SegmentedLesion> lesions;
  const auto add = [&](int label, const std::string& name, const std::vector<VoxelRun>& runs, const FileFacts& about)
  { lesions.push_back(lesion_of(labels.take(label), name, mask_of(runs, grid.geometry, grid.order), about, GridBorder::Cropped)); };
  for (const auto& segment : segments)
    add(is_numbered ? segment.number + 1 : segment.label_value, segment.name, runs_of(segment, layers), facts);
  for (std::size_t layer = 0; layer < layers.size(); ++layer)
    for (const auto& [value, runs] : layers[layer].labels())
      if (!is_described(segments, layer, value)) add(value, "", runs, undescribed);
  std::sort(lesions.begin(), lesions.end(), [](const auto& a, const auto& b) { return a.label < b.label; });
  return lesions;
}
}  // namespace nadir::segmentation
