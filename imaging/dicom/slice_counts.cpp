#include "imaging/dicom/slice_counts.h"

#include <algorithm>
#include <cmath>

#include "imaging/dicom/attributes.h"
#include "imaging/units/number_text.h"

namespace nadir::imaging
{
namespace
{
/// A number of images that the scanner says a series has.
struct Announcement
{
  std::int64_t images = 0;
  std::string by;
};

std::optional<std::int64_t> private_count(const DataSet& data, Tag element, std::string_view creator, NumberVr vr)
{
  const auto tag = private_tag(data, element.group, creator, static_cast<std::uint8_t>(element.element));
  return tag ? integer(data, *tag, vr) : std::nullopt;
}

/// "name <blanks> = <blanks> value" in the protocol text that Siemens hides in a binary attribute; the first one counts.
std::string protocol_value(std::string_view protocol, std::string_view name)
{
  auto at = protocol.find(name);
  if (at == std::string_view::npos) return "";
  constexpr std::string_view filler = " \t=";
  at = protocol.find_first_not_of(filler, at + name.size());
  if (at == std::string_view::npos) return "";
  return std::string(protocol.substr(at, std::min<std::size_t>(protocol.find_first_of(" \t\r\n", at) - at, 16)));
}

/// Number of slices of a two-dimensional Siemens protocol. In three-dimensional ones the slice array counts slabs.
std::optional<std::int64_t> siemens_slices(const DataSet& data)
{
  const auto tag = private_tag(data, 0x0029, "SIEMENS CSA HEADER", 0x20);
  if (!tag) return std::nullopt;
  const auto bytes = data.bytes(*tag);
  const std::string_view protocol(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  const auto dimension = protocol_value(protocol, "sKSpace.ucDimension");
  if (dimension != "2" && dimension != "0x2") return std::nullopt;
  return parse_integer(protocol_value(protocol, "sSliceArray.lSize"));
}

std::vector<Announcement> announcements(const ImageObject& object)
{
  const auto& data = object.file->data();
  std::vector<Announcement> found;
  const auto add = [&](std::optional<std::int64_t> images, std::string by)
  {
    if (images && *images > 0 && *images < 100'000) found.push_back({*images, std::move(by)});
  };
  add(object.images_in_acquisition, "Images in Acquisition (0020,1002)");
  add(private_count(data, {0x0025, 0x07}, "GEMS_SERS_01", NumberVr::SL), "Images in Series (0025,1007)");
  add(private_count(data, {0x2001, 0x18}, "Philips Imaging DD 001", NumberVr::SL), "Number of Slices (2001,1018)");
  add(siemens_slices(data), "the slice array of the protocol (0029,1020)");
  return found;
}

void warn_of_missing(GeometryCertificate& certificate, std::size_t images, const Announcement& announcement)
{
  certificate.remarks.push_back({Severity::Warning, "geometry.fewer-slices-than-announced",
                                 "possibly incomplete: " + std::to_string(images) + " of " + std::to_string(announcement.images) +
                                     " images that " + announcement.by +
                                     " announces (first or last slices may be missing). Compare with the archive."});
}

bool all_agree_on_images_in_acquisition(const FrameList& series)
{
  const auto announced = series.front()->object->images_in_acquisition;
  return std::ranges::all_of(series, [&](const ImageFrame* frame) { return frame->object->images_in_acquisition == announced; });
}

/// Position along the normal and instance number of a slice.
std::vector<std::pair<double, double>> instances_by_position(const FrameList& frames)
{
  const auto along = positions_along_normal(frames);
  std::vector<std::pair<double, double>> instances;
  for (std::size_t n = 0; n < frames.size(); ++n)
    if (const auto number = frames[n]->timing.instance_number) instances.emplace_back(along[n], *number);
  std::ranges::sort(instances);
  return instances;
}

bool count_evenly(const std::vector<std::pair<double, double>>& instances)
{
  const double step = instances[1].second - instances[0].second;
  for (std::size_t n = 1; n < instances.size(); ++n)
    if (instances[n].second - instances[n - 1].second != step) return false;
  return std::abs(step) == 1.0;
}

/// First instance numbers above 1 in a series that is one stack: numbering with another start (101, 201 ...) is common, a start
/// within half the length of the stack is not.
void check_first_instance(GeometryCertificate& certificate, const FrameList& frames)
{
  const auto instances = instances_by_position(frames);
  if (instances.size() != frames.size() || instances.size() < 3 || !count_evenly(instances)) return;
  const double first = std::min(instances.front().second, instances.back().second);
  if (first <= 1.0 || first > 1.0 + static_cast<double>(frames.size()) / 2.0) return;
  certificate.remarks.push_back({Severity::Warning, "geometry.first-instances-missing",
                                 "possibly incomplete: instance numbers begin at " + format_number(first) +
                                     " at one end of the stack (slices may be missing there). Compare with the archive."});
}
}  // namespace

void check_slice_counts(GeometryCertificate& certificate, const StackDraft& draft, const FrameList& series)
{
  if (draft.frames.empty() || draft.frames.front()->contrast.image_type.starts_with("DERIVED")) return;
  for (const auto& announcement : announcements(*draft.frames.front()->object))
    if (static_cast<std::int64_t>(series.size()) < announcement.images && all_agree_on_images_in_acquisition(series))
      warn_of_missing(certificate, series.size(), announcement);
  if (draft.frames.size() == series.size() && draft.frames.front()->object->file->pixels()->frames == 1)
    check_first_instance(certificate, draft.frames);
}
}  // namespace nadir::imaging
