#include "segmentation/mask/seg_object.h"

#include <algorithm>
#include <set>
#include <utility>

#include "segmentation/mask/dicom_values.h"
#include "segmentation/mask/seg_frames.h"

namespace nadir::segmentation
{
namespace
{
using imaging::DataSet;
using imaging::NumberVr;
using imaging::Tag;

constexpr Tag segmentation_type{0x0062, 0x0001};
constexpr Tag segment_sequence{0x0062, 0x0002};
constexpr Tag segment_number{0x0062, 0x0004};
constexpr Tag segment_label{0x0062, 0x0005};
constexpr Tag maximum_fractional_value{0x0062, 0x000E};
constexpr Tag segmentation_fractional_type{0x0062, 0x0010};
constexpr Tag pixel_padding_value{0x0028, 0x0120};

Failure malformed(const std::string& problem)
{
  return Failure{MaskError::Malformed, "the segmentation " + problem + " (lesions could be mixed up). Export it again."};
}

Result<SegKind> kind_of(const DataSet& data)
{
  const auto type = data.text(segmentation_type);
  if (type == "BINARY") return SegKind::Binary;
  if (type == "FRACTIONAL") return SegKind::Fractional;
  if (type == "LABELMAP") return SegKind::LabelMap;
  return malformed("has no type that is known (binary, fractional or label map)");
}

/// Number 0 may describe the background of a label map; it is no lesion.
Result<std::vector<SegSegment>> segments_of(const DataSet& data)
{
  std::vector<SegSegment> segments;
  std::set<int> numbers;
  for (const auto& item : data.items(segment_sequence))
  {
    const auto number = dicom::integer(item, segment_number, NumberVr::US);
    if (!number) return number.failure();
    if (!*number || !numbers.insert(**number).second) return malformed("has two segments of the same number, or one without");
    if (**number > 0) segments.push_back({**number, dicom::utf8(data, item, segment_label)});
  }
  if (segments.empty())
    return Failure{MaskError::Empty, "the segmentation has no segment (there is nothing to measure). Export it with the lesion."};
  std::sort(segments.begin(), segments.end(), [](const auto& a, const auto& b) { return a.number < b.number; });
  return segments;
}

Result<Done> check_layout(const imaging::DicomFile& file, SegKind kind)
{
  if (!file.pixels()) return malformed("has no pixels");
  const auto& pixels = *file.pixels();
  const bool fits = kind == SegKind::Binary ? pixels.bits_allocated == 1 : (pixels.bits_allocated == 8 || pixels.bits_allocated == 16);
  if (!fits || pixels.samples != 1 || pixels.is_float || pixels.is_signed) return malformed("has pixels that do not fit its type");
  return Done{};
}

Result<Done> check_segments(const SegObject& object)
{
  if (object.kind == SegKind::LabelMap) return Done{};
  for (const auto& frame : object.frames)
    if (std::none_of(object.segments.begin(), object.segments.end(), [&](const SegSegment& s) { return s.number == frame.segment; }))
      return malformed("has a frame of segment " + std::to_string(frame.segment) + ", which it does not describe");
  return Done{};
}

Result<Done> read_values(const DataSet& data, SegObject& object)
{
  if (object.kind == SegKind::Fractional)
  {
    const auto maximum = dicom::integer(data, maximum_fractional_value, NumberVr::US);
    if (!maximum) return maximum.failure();
    if (!*maximum || **maximum < 1) return malformed("gives no maximum fractional value");
    object.maximum_fraction = **maximum;
    const auto what = data.text(segmentation_fractional_type) == "OCCUPANCY" ? "occupancy" : "probability";
    object.warnings.push_back(std::string("fractional segmentation (") + what +
                              "): voxels of at least half the maximum are taken as lesion");
  }
  if (object.kind == SegKind::LabelMap)
  {
    const auto padding = dicom::integer(data, pixel_padding_value, data.vr(pixel_padding_value) == "SS" ? NumberVr::SS : NumberVr::US);
    if (!padding) return padding.failure();
    object.padding = *padding;
  }
  return Done{};
}
}  // namespace

Result<SegObject> understand_seg(const imaging::DicomFile& file)
{
  const auto& data = file.data();
  const auto kind = kind_of(data);
  if (!kind) return kind.failure();
  SegObject object;
  object.kind = *kind;
  auto segments = segments_of(data);
  if (!segments) return segments.failure();
  object.segments = std::move(*segments);
  if (auto fits = check_layout(file, *kind); !fits) return fits.failure();
  if (auto read = read_values(data, object); !read) return read.failure();
  auto frames = seg_frames(data, *kind);
  if (!frames) return frames.failure();
  object.plane = frames->plane;
  object.frames = std::move(frames->frames);
  if (auto known = check_segments(object); !known) return known.failure();
  return object;
}
}  // namespace nadir::segmentation
