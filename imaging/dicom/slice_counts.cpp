#include "imaging/dicom/slice_counts.h"

#include <algorithm>

#include "imaging/dicom/attributes.h"

namespace nadir::imaging
{
namespace
{
constexpr std::string_view philips_creator = "Philips Imaging DD 001";

std::optional<int> agreed_images_in_acquisition(const FrameList& series)
{
  const auto announced = series.front()->object->images_in_acquisition;
  const auto agrees = [&](const ImageFrame* frame) { return frame->object->images_in_acquisition == announced; };
  return std::ranges::all_of(series, agrees) ? announced : std::nullopt;
}

std::optional<int> philips_slices(const ImageFrame& frame)
{
  const auto& data = frame.object->file->data();
  const auto tag = private_tag(data, 0x2001, philips_creator, 0x18);
  const auto count = tag ? integer(data, *tag, NumberVr::SL) : std::nullopt;
  return count && *count > 0 && *count < 100000 ? std::optional(static_cast<int>(*count)) : std::nullopt;
}

void warn(GeometryCertificate& certificate, std::size_t found, int announced, const std::string& whose)
{
  certificate.remarks.push_back({Severity::Warning, "geometry.fewer-slices-than-announced",
                                 "possibly incomplete: " + std::to_string(found) + " of " + std::to_string(announced) + " images that " + whose +
                                     " (first or last slices may be missing). Compare with the archive."});
}
}  // namespace

void check_slice_counts(GeometryCertificate& certificate, const StackDraft& draft, const FrameList& series)
{
  const auto announced = agreed_images_in_acquisition(series);
  if (announced && series.size() < static_cast<std::size_t>(*announced))
    warn(certificate, series.size(), *announced, "Images in Acquisition (0020,1002) announces");
  if (draft.frames.empty()) return;
  const auto slices = philips_slices(*draft.frames.front());
  if (slices && draft.frames.size() < static_cast<std::size_t>(*slices) && series.size() < static_cast<std::size_t>(*slices))
    warn(certificate, draft.frames.size(), *slices, "the scanner announced for this stack");
}
}  // namespace nadir::imaging
